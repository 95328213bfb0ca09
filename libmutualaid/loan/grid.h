/* SPDX-License-Identifier: MIT */
/* grid.h - the days on which instalments fall due, one after the other. */
#ifndef MUTUALAID_LOAN_GRID_H
#define MUTUALAID_LOAN_GRID_H

#include "words/model.h"

/* The days of one row. */
typedef struct mutaid__period {
    int64_t from, until; /* half-open */
    int64_t due;
    int64_t months;      /* of a whole period; 0: it is broken, or by days */
    bool is_extension;
} mutaid__period;

/* What the periods follow from. */
typedef struct mutaid__span_of_loan {
    int64_t first_day, last_day;
    int64_t extended_to; /* last_day, if it is not extended */
    int64_t extended_on; /* the day of its extension; INT64_MAX: none */
    int64_t months;      /* from first to last day; 0: unknown */
} mutaid__span_of_loan;

/* The day `months` after `day`, by the month end of a form. */
int64_t mutaid__grid_shift(int64_t day, int64_t months, bool rolls);

/* The periods of a loan; the count comes back, or `room` + 1 where there are
 * more than fit. */
size_t mutaid__grid_periods(const mutaid__due *due,
                            const mutaid__span_of_loan *span,
                            mutaid__period *periods, size_t room);

#endif
