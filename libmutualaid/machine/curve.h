/* SPDX-License-Identifier: MIT */
/* curve.h - piecewise linear functions with jumps: build, compose, evaluate. */
#ifndef MUTUALAID_MACHINE_CURVE_H
#define MUTUALAID_MACHINE_CURVE_H

#include "base/memory.h"
#include "number/exact.h"

/* What a step with constant operands does to an amount, in base units: from
 * each `from` on (the first piece has none) amount * slope + offset. */
typedef struct mutaid__bend {
    mutaid__ratio from;
    mutaid__ratio slope;
    mutaid__ratio offset;
} mutaid__bend;

typedef struct mutaid__bends {
    MUTAID__ARRAY(mutaid__bend) pieces;
} mutaid__bends;

/* The same over whole numerators: a column with denominator x_denominator in,
 * one with y_denominator out: x * slope + offset from each `from` on. */
typedef struct mutaid__piece {
    mutaid__wide from; /* unused in piece 0 */
    mutaid__wide slope;
    mutaid__wide offset;
} mutaid__piece;

typedef struct mutaid__curve {
    mutaid__piece *pieces;
    uint32_t count;
    int64_t x_denominator;
    int64_t y_denominator;
} mutaid__curve;

/* Outcome of composing: a rising inner function is needed, and room. */
typedef enum mutaid__curve_status {
    MUTAID__CURVE_OK,
    MUTAID__CURVE_NOT, /* it falls somewhere, or its numbers are too large */
    MUTAID__CURVE_NO_MEMORY
} mutaid__curve_status;

/* The function that leaves every amount as it is. */
mutaid__curve_status mutaid__bends_identity(mutaid__arena *arena,
                                            mutaid__bends *bends_out);
/* Add a piece behind the last. */
mutaid__curve_status mutaid__bends_push(mutaid__arena *arena,
                                        mutaid__bends *bends,
                                        mutaid__ratio from,
                                        mutaid__ratio slope,
                                        mutaid__ratio offset);
/* outer(inner(x)). */
mutaid__curve_status mutaid__bends_compose(mutaid__arena *arena,
                                           const mutaid__bends *inner,
                                           const mutaid__bends *outer,
                                           mutaid__bends *composed_out);
/* To whole numerators; pieces that hold no numerator are left out. */
mutaid__curve_status mutaid__curve_make(mutaid__arena *arena,
                                        const mutaid__bends *bends,
                                        int64_t x_denominator,
                                        mutaid__curve *curve_out);

/* The piece that holds x. */
uint32_t mutaid__curve_find(const mutaid__curve *curve, mutaid__wide x);
mutaid__wide mutaid__curve_at(const mutaid__curve *curve, mutaid__wide x);
/* Least and most over x_least..x_most, both attained. */
void mutaid__curve_range(const mutaid__curve *curve, mutaid__wide x_least,
                         mutaid__wide x_most, mutaid__wide *least_out,
                         mutaid__wide *most_out);
/* As mutaid__curve_range(); false where a numerator reaches 2^126. */
bool mutaid__curve_range_checked(const mutaid__curve *curve,
                                 mutaid__wide x_least, mutaid__wide x_most,
                                 mutaid__wide *least_out,
                                 mutaid__wide *most_out);
/* Whether the curve never falls between x_least and x_most; if it does,
 * `*at_out` is a numerator at which it is lower than at the one before. */
bool mutaid__curve_never_falls(const mutaid__curve *curve,
                               mutaid__wide x_least, mutaid__wide x_most,
                               mutaid__wide *at_out);

#endif
