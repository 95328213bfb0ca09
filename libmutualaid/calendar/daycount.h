/* SPDX-License-Identifier: MIT */
/* daycount.h - how long a stretch of days is, by the conventions of loans. */
#ifndef MUTUALAID_CALENDAR_DAYCOUNT_H
#define MUTUALAID_CALENDAR_DAYCOUNT_H

#include "calendar/date.h"
#include "number/ratio.h"

typedef enum mutaid__day_count_kind {
    MUTAID__ACTUAL_360,
    MUTAID__ACTUAL_364,
    MUTAID__ACTUAL_365,
    MUTAID__ACTUAL_ACTUAL_ISDA,
    MUTAID__ACTUAL_ACTUAL_DEC31,
    MUTAID__30_360_BOND,
    MUTAID__30_360_EUROPEAN,
    MUTAID__30_360_ISDA,
    MUTAID__30_360_US,
    MUTAID__DAY_COUNT_COUNT
} mutaid__day_count_kind;

/* The names in rulebooks, by kind; ends with NULL. */
extern const char *const mutaid__day_count_names[];

/* Days and years from `from` to `until`, first in, last out; `end` is the day
 * on which the loan ends (INT64_MAX: none known). Years are not reduced: their
 * denominator is one number for each kind, so that they add up plainly. */
typedef struct mutaid__fraction {
    int64_t days;
    int64_t numerator, denominator;
} mutaid__fraction;

mutaid__fraction mutaid__day_count(mutaid__day_count_kind kind, int64_t from,
                                   int64_t until, int64_t end);

/* Whether stretches that follow one another sum to the whole. */
bool mutaid__day_count_adds_up(mutaid__day_count_kind kind);

#endif
