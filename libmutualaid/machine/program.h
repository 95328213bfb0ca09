/* SPDX-License-Identifier: MIT */
/* program.h - a program: a flat list of operations over numbered columns. */
#ifndef MUTUALAID_MACHINE_PROGRAM_H
#define MUTUALAID_MACHINE_PROGRAM_H

#include "base/memory.h"
#include "machine/curve.h"
#include "number/exact.h"
#include "number/round.h"
#include <mutualaid/types.h>

/* The states that a cell may have, as bits; see mutaid_state. */
#define MUTAID__MAY_GIVEN 1u
#define MUTAID__MAY_ABSENT 2u
#define MUTAID__MAY_NO_RULE 4u

/* What an operation does. `a`, `b`, `c` are columns, `data` an index or a
 * small number. Without another word a result has no rule if an operand has
 * none, else is absent if an operand is, else is given. */
typedef enum mutaid__op_code {
    MUTAID__OP_FACT,     /* load the input numbered `data` */
    MUTAID__OP_CONSTANT, /* constant `data`; its state comes with it */
    MUTAID__OP_ADD,      /* a + b, one denominator */
    MUTAID__OP_SUBTRACT, /* a - b, one denominator */
    MUTAID__OP_MULTIPLY, /* a * b */
    MUTAID__OP_SCALE,    /* a * constant `data`: another denominator */
    MUTAID__OP_SMALLER,  /* the smaller of a and b */
    MUTAID__OP_LARGER,   /* the larger of a and b */
    MUTAID__OP_EQUAL,    /* a = b; false if either is absent */
    MUTAID__OP_AT_MOST,  /* a <= b; false if either is absent */
    MUTAID__OP_BELOW,    /* a < b; false if either is absent */
    MUTAID__OP_NOT,      /* not a */
    MUTAID__OP_EXISTS,   /* whether a is given; no rule passes on */
    MUTAID__OP_STATE,    /* whether the state of a is `data`, or whether it is
                            given and not 0 (MUTAID__IS_YES); always given */
    MUTAID__OP_SELECT,   /* c ? a : b; only the chosen side's state passes on */
    MUTAID__OP_LOOK_UP,  /* the cell of table `data` for key a */
    MUTAID__OP_CURVE,    /* curve `data` of a */
    MUTAID__OP_RISE,     /* f(a + b) - f(a), f being curve `data` rounded by
                            rounding `c` (or not: MUTAID_NONE) */
    MUTAID__OP_ROUND,    /* a rounded by rounding `data` */
    MUTAID__OP_DAYS,     /* days from a to b, without the weekdays in `data` */
    MUTAID__OP_MONTHS,   /* whole periods of `data` months from a to b */
    MUTAID__OP_ADD_MONTHS,       /* date a plus b months */
    MUTAID__OP_ADD_WORKING_DAYS, /* date a plus b working days */
    MUTAID__OP_COUNT
} mutaid__op_code;

#define MUTAID__IS_YES 4u

typedef struct mutaid__op {
    uint8_t code;      /* mutaid__op_code */
    uint8_t is_wide;   /* computed in 128-bit lanes */
    uint8_t is_ordered; /* between dates: a is known not to be after b */
    uint32_t out;      /* the column it fills */
    uint32_t a, b, c;
    uint32_t data;
} mutaid__op;

/* What is proved of a column: every given cell is numerator / denominator
 * with least <= numerator <= most, and its state is one of `may`. */
typedef struct mutaid__column {
    int64_t denominator;
    mutaid__wide least, most;
    uint8_t may;
    uint8_t is_wide; /* cells of 128 bits; else of 64 */
} mutaid__column;

typedef struct mutaid__constant {
    mutaid__wide numerator;
    uint8_t state; /* mutaid_state: GIVEN, ABSENT or NO_RULE */
} mutaid__constant;

/* Keys from each `from` on have that cell; below the first one cell 0. */
typedef struct mutaid__cell {
    mutaid__wide from; /* unused in cell 0 */
    mutaid__wide numerator;
    uint8_t state;
} mutaid__cell;

typedef struct mutaid__table {
    mutaid__cell *cells; /* sorted by `from` */
    uint32_t count;
} mutaid__table;

/* Numerators become: round(numerator * times / divisor) * step. */
typedef struct mutaid__rounding {
    mutaid__wide times, divisor, step;
    mutaid__mode mode;
} mutaid__rounding;

/* One input: a fact, and how its integer becomes a numerator (as it is). */
typedef struct mutaid__input {
    uint32_t fact;   /* index in the rulebook */
    uint32_t column; /* where it is loaded */
} mutaid__input;

typedef struct mutaid__program {
    MUTAID__ARRAY(mutaid__op) ops;
    MUTAID__ARRAY(mutaid__column) columns;
    MUTAID__ARRAY(mutaid__constant) constants;
    MUTAID__ARRAY(mutaid__table) tables;
    MUTAID__ARRAY(mutaid__curve) curves;
    MUTAID__ARRAY(mutaid__rounding) roundings;
    MUTAID__ARRAY(mutaid__input) inputs;
} mutaid__program;

#endif
