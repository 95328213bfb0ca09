/* SPDX-License-Identifier: MIT */
/* level.h - level instalments: computed, and computed anew. */
#ifndef MUTUALAID_LOAN_LEVEL_H
#define MUTUALAID_LOAN_LEVEL_H

#include "loan/schedule.h"

/* What is to be paid back in level instalments: `amount` before the first of
 * them, by rows from `row` up to `end` (not included) at one rate. Where the
 * interest of the first row is already part of the amount, it is `fixed`. */
typedef struct mutaid__level_task {
    const mutaid_schedule *s;
    int64_t amount;
    size_t row, end;
    mutaid__plain_rate rate;
    bool is_fixed;
} mutaid__level_task;

/* The level payment, rounded, with its residue spread where the form says so;
 * or the level part of principal. False where it does not fit. */
bool mutaid__level_payment(const mutaid__level_task *task, int64_t *level_out);
int64_t mutaid__level_principal(const mutaid__level_task *task);

/* How many rows a level payment (or part of principal) needs. */
bool mutaid__level_rows(const mutaid__level_task *task, int64_t level,
                        size_t *rows_out);

#endif
