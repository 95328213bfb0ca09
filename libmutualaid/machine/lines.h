/* SPDX-License-Identifier: MIT */
/* lines.h - a curve and a rounding as numbers that fast kernels compute with. */
#ifndef MUTUALAID_MACHINE_LINES_H
#define MUTUALAID_MACHINE_LINES_H

#include "machine/program.h"

/* Doubles hold integers exactly; these are kept as integers until a kernel
 * loads them, so that nothing else computes in floating point. */
#define MUTAID__MOST_LINES 16

/* The proof that the kernels of kernels_lines.h rest on.
 *
 * Range: every x is an integer without a bit of `outside`, that is
 * 0 <= x < 2^n for an n of at most 51. The kernels look at the bits of every
 * row, so that n need not hold for all that the rulebook allows.
 *
 * Lines: every line s * x + o that is
 * evaluated is an integer below 2^51 in magnitude, and so is s * x. Doubles of
 * 53 bits hold all of these, so products and sums are exact in any order.
 *
 * Rounding: T is such an integer, T >= 0, D > 0 the divisor, and `twice_shift`
 * chosen so that the wanted result is the integer nearest to
 * (T + twice_shift / 2) / D, which never lies halfway between two integers:
 * the distance to halfway is at least 1 / (2 D), since 2 T + twice_shift and D
 * are integers of different parity or D does not divide them. With R the
 * double nearest to 1 / D, (T + shift) * R differs from the quotient by at most
 * (T + shift) / D * 2^-53, and a separate multiplication by as much again:
 * less than 1 / (2 D) for T + shift < 2^51. Adding 1.5 * 2^52 rounds to the
 * nearest integer, as the processor is asked to before (see
 * mutaid__rounds_to_nearest()), and leaves it in the low bits of the sum.
 *
 * Numerators and divisor were divided by what they have in common. */
typedef struct mutaid__lines {
    uint32_t count;
    bool is_joined; /* by larger and smaller; else chosen by `from` */
    bool rounds;
    uint8_t is_smaller[MUTAID__MOST_LINES]; /* joined: smaller, else larger */
    int64_t from[MUTAID__MOST_LINES];
    int64_t slope[MUTAID__MOST_LINES];
    int64_t offset[MUTAID__MOST_LINES];
    int64_t divisor, twice_shift, step;
    int64_t outside; /* bits that no x has */
} mutaid__lines;

/* Prepare rounding(curve(x)) for 0 <= x <= x_most, or as much of it as the
 * proof holds for; `curve` NULL: x itself, `rounding` NULL: none. False where
 * it holds for too little to be of use. */
bool mutaid__lines_make(const mutaid__curve *curve,
                        const mutaid__rounding *rounding, mutaid__wide x_most,
                        mutaid__lines *lines_out);

#endif
