/* SPDX-License-Identifier: MIT */
/* daycount.c - how long a stretch of days is, by the conventions of loans. */
#include "calendar/daycount.h"

const char *const mutaid__day_count_names[] = {
    "actual_360",          "actual_364",  "actual_365",
    "actual_actual_isda",  "actual_actual_dec31",
    "30_360_bond",         "30_360_european",
    "30_360_isda",         "30_360_us",   NULL};

static int64_t leap_days(int64_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 366 : 365;
}

static int64_t first_of_year(int64_t year)
{
    return mutaid__day_of((mutaid__civil){(int32_t)year, 1, 1});
}

/* Years from `from` to `until` in 1/(365 x 366), where the year of a day ends
 * `early` days before 1 January. */
static int64_t actual_actual(int64_t from, int64_t until, int64_t early)
{
    int64_t year = mutaid__civil_of(from + early).year;
    int64_t last = mutaid__civil_of(until + early).year;
    int64_t sum = 0;

    while (year < last) {
        int64_t next = first_of_year(year + 1) - early;

        sum += (next - from) * (leap_days(year) == 366 ? 365 : 366);
        from = next;
        year++;
    }
    return sum + (until - from) * (leap_days(year) == 366 ? 365 : 366);
}

static bool is_last_of_february(int64_t day)
{
    return mutaid__civil_of(day).month == 2 &&
           mutaid__civil_of(day + 1).month == 3;
}

/* Which day of a month of 30 days the first and the last day are; each rule
 * is named in the ISDA 2006 definitions, section 4.16 (f) to (h). */
static void days_of_30(mutaid__day_count_kind kind, int64_t from,
                       int64_t until, int64_t end, int32_t *first,
                       int32_t *last)
{
    switch (kind) {
    case MUTAID__30_360_EUROPEAN:
        *first = *first == 31 ? 30 : *first;
        *last = *last == 31 ? 30 : *last;
        break;
    case MUTAID__30_360_ISDA:
        if (*first == 31 || is_last_of_february(from))
            *first = 30;
        if (*last == 31 || (is_last_of_february(until) && until != end))
            *last = 30;
        break;
    case MUTAID__30_360_US:
        if (is_last_of_february(from)) {
            *last = is_last_of_february(until) ? 30 : *last;
            *first = 30;
        }
        *last = *last == 31 && *first >= 30 ? 30 : *last;
        *first = *first == 31 ? 30 : *first;
        break;
    default: /* the bond basis */
        *first = *first == 31 ? 30 : *first;
        *last = *last == 31 && *first == 30 ? 30 : *last;
    }
}

static int64_t days_30_360(mutaid__day_count_kind kind, int64_t from,
                           int64_t until, int64_t end)
{
    mutaid__civil a = mutaid__civil_of(from), b = mutaid__civil_of(until);

    days_of_30(kind, from, until, end, &a.day, &b.day);
    return 360 * ((int64_t)b.year - a.year) + 30 * (b.month - a.month) +
           (b.day - a.day);
}

mutaid__fraction mutaid__day_count(mutaid__day_count_kind kind, int64_t from,
                                   int64_t until, int64_t end)
{
    int64_t days = until - from;

    switch (kind) {
    case MUTAID__ACTUAL_360:
        return (mutaid__fraction){days, days, 360};
    case MUTAID__ACTUAL_364:
        return (mutaid__fraction){days, days, 364};
    case MUTAID__ACTUAL_365:
        return (mutaid__fraction){days, days, 365};
    case MUTAID__ACTUAL_ACTUAL_ISDA:
        return (mutaid__fraction){days, actual_actual(from, until, 0),
                                  365 * 366};
    case MUTAID__ACTUAL_ACTUAL_DEC31:
        return (mutaid__fraction){days, actual_actual(from, until, 1),
                                  365 * 366};
    default:
        days = days_30_360(kind, from, until, end);
        return (mutaid__fraction){days, days, 360};
    }
}

bool mutaid__day_count_adds_up(mutaid__day_count_kind kind)
{
    return kind < MUTAID__30_360_BOND;
}
