/* SPDX-License-Identifier: MIT */
/* span.h - the interval face: a program run over ranges instead of rows. */
#ifndef MUTUALAID_MACHINE_SPAN_H
#define MUTUALAID_MACHINE_SPAN_H

#include "calendar/working.h"
#include "machine/program.h"

/* All that a cell may be: given with a numerator from least to most, or in
 * another of the states in `may`. Without MAY_GIVEN both bounds are 0. */
typedef struct mutaid__span {
    mutaid__wide least, most;
    uint8_t may;
} mutaid__span;

/* One state, and if given one value. */
bool mutaid__span_is_settled(const mutaid__span *span);
mutaid__span mutaid__span_point(mutaid__wide numerator);
mutaid__span mutaid__span_state(mutaid_state state);
/* Everything that is in either. */
mutaid__span mutaid__span_join(mutaid__span a, mutaid__span b);
bool mutaid__span_equal(const mutaid__span *a, const mutaid__span *b);
/* Of a flag: may it be given as 1 (as 0)? */
bool mutaid__span_may_hold(const mutaid__span *span);
bool mutaid__span_may_fail(const mutaid__span *span);

/* One operation over spans (unused operands are ignored). False when a bound
 * would reach 2^126: only while a program is being built. */
bool mutaid__span_op(const mutaid__program *program, const mutaid__op *op,
                     const mutaid__span *a, const mutaid__span *b,
                     const mutaid__span *c, const mutaid_calendar *calendar,
                     mutaid__span *out);

/* Spans of all columns of a program, and which unsettled facts reach each:
 * bit f of the `word_count` words of a column. */
typedef struct mutaid__scope {
    mutaid__span *spans;
    uint64_t *reached_by;
    size_t word_count;
} mutaid__scope;

/* Run a program over the spans of all facts of the rulebook. */
void mutaid__span_run(const mutaid__program *program,
                      const mutaid__span *facts,
                      const mutaid_calendar *calendar, mutaid__scope *scope);

#endif
