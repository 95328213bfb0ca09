/* SPDX-License-Identifier: MIT */
/* date.h - civil dates: day numbers, years and months between, arithmetic. */
#ifndef MUTUALAID_CALENDAR_DATE_H
#define MUTUALAID_CALENDAR_DATE_H

#include "base/text.h"
#include <mutualaid/types.h>

typedef struct mutaid__civil {
    int32_t year; /* any; 1 to 9999 in text */
    int32_t month;
    int32_t day;
} mutaid__civil;

/* First and last day that has a text: 0001-01-01 and 9999-12-31. Day numbers
 * are int64 inside the library so that bounds need no special case; every
 * function here works for |day| < 2^40 and |count| < 2^40, but that the year
 * of a mutaid__civil ends at 2^31 (|day| < 2^39). */
#define MUTAID__FIRST_DAY (-719162)
#define MUTAID__LAST_DAY 2932896

mutaid__civil mutaid__civil_of(int64_t day);
int64_t mutaid__day_of(mutaid__civil civil); /* of an existing day */
bool mutaid__civil_exists(int64_t year, int64_t month, int64_t day);
int mutaid__weekday(int64_t day); /* 0 Monday to 6 Sunday */

/* "2016-03-01" of an existing day; false for any other text. */
bool mutaid__read_date(mutaid__slice text, int64_t *day_out);
void mutaid__out_date(mutaid__out *out, int64_t day);

/* The day plus months, clipped to the end of the month; 29 February plus
 * years is 28 February where there is none (Civil Code art. 202). */
int64_t mutaid__add_months(int64_t day, int64_t months);
/* The largest n with a + n months not after b; negative if b is before a. It
 * is monotone: falling in a, rising in b. */
int64_t mutaid__months_between(int64_t a, int64_t b);
int64_t mutaid__years_between(int64_t a, int64_t b); /* the same with years */

/* Days from a to b (first in, last out) that are not of the weekdays in
 * `except` (bit 0 Monday .. bit 6 Sunday); negative if b is before a. */
int64_t mutaid__days_between(int64_t a, int64_t b, unsigned except);

#endif
