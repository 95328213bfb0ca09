/* SPDX-License-Identifier: MIT */
/* emit.h - build a program operation by operation, proving bounds. */
#ifndef MUTUALAID_MACHINE_EMIT_H
#define MUTUALAID_MACHINE_EMIT_H

#include "machine/span.h"

/* What an emission could not do; the first one stays until it is taken. */
typedef enum mutaid__emit_problem {
    MUTAID__EMIT_FINE = 0,
    MUTAID__EMIT_NO_MEMORY,
    MUTAID__EMIT_OVERFLOW, /* a numerator could reach 2^126 */
    MUTAID__EMIT_DENOMINATOR, /* a denominator would pass 2^62 */
    MUTAID__EMIT_DATE,     /* a date could leave the years 1 to 9999 */
    MUTAID__EMIT_FRACTION  /* a count added to a date may be fractional */
} mutaid__emit_problem;

/* Every function gives the column that holds the result. Operands that are
 * known beforehand are computed at once, so that a settled column is a
 * constant. After a problem a constant 0 stands in. */
typedef struct mutaid__emitter {
    mutaid__arena *arena;
    mutaid__program *program;
    uint32_t *column_of_fact; /* by fact; MUTAID_NONE until it is loaded */
    mutaid__emit_problem problem;
    uint32_t problem_a, problem_b; /* OVERFLOW: the columns; NONE */
} mutaid__emitter;

/* A cell of a look-up table in base units; the first has no `from`. */
typedef struct mutaid__entry_cell {
    mutaid__ratio from;
    mutaid__ratio value;
    mutaid_state state;
} mutaid__entry_cell;

mutaid_status mutaid__emitter_init(mutaid__emitter *emitter,
                                   mutaid__arena *arena,
                                   mutaid__program *program,
                                   size_t fact_count);

const mutaid__column *mutaid__emitted(const mutaid__emitter *emitter,
                                      uint32_t column);
mutaid__span mutaid__emitted_span(const mutaid__emitter *emitter,
                                  uint32_t column);
/* The constant that a column is known to be; false if it is not settled. */
bool mutaid__emitted_constant(const mutaid__emitter *emitter, uint32_t column,
                              mutaid__ratio *value_out,
                              mutaid_state *state_out);

uint32_t mutaid__emit_fact(mutaid__emitter *emitter, uint32_t fact,
                           int64_t denominator, mutaid__span range);
uint32_t mutaid__emit_constant(mutaid__emitter *emitter, mutaid__ratio value);
uint32_t mutaid__emit_integer(mutaid__emitter *emitter, int64_t value);
uint32_t mutaid__emit_state(mutaid__emitter *emitter, mutaid_state state);
/* ADD, SUBTRACT, MULTIPLY, SMALLER, LARGER, EQUAL, AT_MOST, BELOW. */
uint32_t mutaid__emit_binary(mutaid__emitter *emitter, mutaid__op_code code,
                             uint32_t a, uint32_t b);
uint32_t mutaid__emit_not(mutaid__emitter *emitter, uint32_t a);
uint32_t mutaid__emit_exists(mutaid__emitter *emitter, uint32_t a);
/* Whether a column has a state (GIVEN, ABSENT, NO_RULE), or is a given yes
 * (MUTAID__IS_YES): itself always given. */
uint32_t mutaid__emit_is(mutaid__emitter *emitter, uint32_t a,
                         uint32_t asked);
uint32_t mutaid__emit_select(mutaid__emitter *emitter, uint32_t condition,
                             uint32_t a, uint32_t b);
/* a and then b, read in that order: a ? b : no. MUTAID_NONE stands for yes. */
uint32_t mutaid__emit_and(mutaid__emitter *emitter, uint32_t a, uint32_t b);
uint32_t mutaid__emit_look_up(mutaid__emitter *emitter, uint32_t key,
                              const mutaid__entry_cell *cells, size_t count);
/* MUTAID__CURVE_NOT leaves `*out` alone: emit plain operations instead. */
mutaid__curve_status mutaid__emit_curve(mutaid__emitter *emitter,
                                        const mutaid__bends *bends, uint32_t a,
                                        uint32_t *out);
/* `unit` NULL: no rounding. */
mutaid__curve_status mutaid__emit_rise(mutaid__emitter *emitter,
                                       const mutaid__bends *bends,
                                       uint32_t so_far, uint32_t amount,
                                       const mutaid__ratio *unit,
                                       mutaid__mode mode, uint32_t *out);
uint32_t mutaid__emit_round(mutaid__emitter *emitter, uint32_t a,
                            mutaid__ratio unit, mutaid__mode mode);
/* DAYS (`data`: weekdays left out) or MONTHS (`data`: months of a period). */
uint32_t mutaid__emit_between(mutaid__emitter *emitter, mutaid__op_code code,
                              uint32_t data, uint32_t a, uint32_t b,
                              bool is_ordered);
/* ADD (days), ADD_MONTHS or ADD_WORKING_DAYS; `months` multiplies the count
 * for ADD_MONTHS, `is_backward` subtracts. */
uint32_t mutaid__emit_shift(mutaid__emitter *emitter, mutaid__op_code code,
                            uint32_t date, uint32_t count, int64_t months,
                            bool is_backward);

#endif
