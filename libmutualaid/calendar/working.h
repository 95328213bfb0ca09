/* SPDX-License-Identifier: MIT */
/* working.h - working days: Monday to Friday, changed day by day. */
#ifndef MUTUALAID_CALENDAR_WORKING_H
#define MUTUALAID_CALENDAR_WORKING_H

#include "base/memory.h"
#include "calendar/date.h"
#include <mutualaid/case.h>

/* The most days that a calendar may change (the proofs rest on it). */
#define MUTAID__MOST_CALENDAR_DAYS 20000

struct mutaid_calendar {
    mutaid__memory memory;
    int32_t *days; /* sorted; each is the opposite of what its week says */
    size_t count;
    size_t capacity;
};

/* `calendar` may be NULL. */
bool mutaid__is_working(const mutaid_calendar *calendar, int64_t day);
/* The count-th working day after `day` (before it, for a negative count; the
 * day itself for 0), counting from the next day. Monotone in both. */
int64_t mutaid__add_working_days(const mutaid_calendar *calendar, int64_t day,
                                 int64_t count);
/* Farthest that add_working_days can lie from `day`, with any calendar. */
int64_t mutaid__working_days_reach(int64_t count);

#endif
