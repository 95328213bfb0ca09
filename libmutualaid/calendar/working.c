/* SPDX-License-Identifier: MIT */
/* working.c - working days: Monday to Friday, changed day by day. */
#include "calendar/working.h"
#include "base/fault.h"

#include <string.h>

/* Monday to Friday of every week. */
static bool is_usual(int64_t day)
{
    return mutaid__weekday(day) < 5;
}

/* 1969-12-29, from which usual working days are counted. */
#define A_MONDAY (-3)
#define WEEKEND 0x60U

/* Usual working days from the Monday up to `day`, not counting it. */
static int64_t usual_before(int64_t day)
{
    return mutaid__days_between(A_MONDAY, day, WEEKEND);
}

/* The usual working day that `index` others come before since the Monday. */
static int64_t usual_at(int64_t index)
{
    int64_t week = index / 5 - (index % 5 < 0);

    return A_MONDAY + week * 7 + (index - week * 5);
}

/* The first change on or after `day`. */
static size_t first_change(const mutaid_calendar *calendar, int64_t day)
{
    size_t low = 0, high = calendar->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (calendar->days[middle] < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_changed(const mutaid_calendar *calendar, int64_t day,
                       size_t *at_out)
{
    *at_out = first_change(calendar, day);
    return *at_out < calendar->count && calendar->days[*at_out] == day;
}

bool mutaid__is_working(const mutaid_calendar *calendar, int64_t day)
{
    size_t at;

    return is_usual(day) !=
           (calendar != NULL && is_changed(calendar, day, &at));
}

/* The count-th working day after `day`: from one change to the next, and the
 * usual days between them. */
static int64_t working_after(const mutaid_calendar *calendar, int64_t day,
                             int64_t count)
{
    size_t at = first_change(calendar, day + 1);

    for (; at < calendar->count; at++) {
        int64_t changed = calendar->days[at];
        int64_t between = usual_before(changed) - usual_before(day + 1);

        if (count <= between)
            break;
        count -= between;
        if (!is_usual(changed) && --count == 0)
            return changed;
        day = changed;
    }
    return usual_at(usual_before(day + 1) + count - 1);
}

/* The count-th working day before `day`, for a positive count. */
static int64_t working_before(const mutaid_calendar *calendar, int64_t day,
                              int64_t count)
{
    size_t at = first_change(calendar, day);

    for (; at > 0; at--) {
        int64_t changed = calendar->days[at - 1];
        int64_t between = usual_before(day) - usual_before(changed + 1);

        if (count <= between)
            break;
        count -= between;
        if (!is_usual(changed) && --count == 0)
            return changed;
        day = changed;
    }
    return usual_at(usual_before(day) - count);
}

int64_t mutaid__add_working_days(const mutaid_calendar *calendar, int64_t day,
                                 int64_t count)
{
    static const mutaid_calendar unchanged;

    if (calendar == NULL)
        calendar = &unchanged;
    if (count == 0)
        return day;
    return count > 0 ? working_after(calendar, day, count)
                     : working_before(calendar, day, -count);
}

/* Beginning on a Friday, the first working day is three days ahead; a calendar
 * can strike out each of its days. */
int64_t mutaid__working_days_reach(int64_t count)
{
    int64_t farther =
        (count < 0 ? -count : count) - 1 + MUTAID__MOST_CALENDAR_DAYS;

    return count == 0 ? 0 : farther / 5 * 7 + farther % 5 + 3;
}

mutaid_status mutaid_calendar_new(const mutaid_allocator *allocator,
                                  mutaid_calendar **calendar_out,
                                  mutaid_error *error)
{
    mutaid__memory memory;

    if (calendar_out == NULL)
        return mutaid__fail_argument(error, "calendar_out");
    TRY(mutaid__check_allocator(allocator, error));

    mutaid__memory_init(&memory, allocator, SIZE_MAX);
    mutaid_calendar *calendar = mutaid__memory_take(&memory, sizeof *calendar);
    if (calendar == NULL)
        return mutaid__fail_memory(error);
    calendar->memory = memory;
    *calendar_out = calendar;
    return MUTAID_OK;
}

static mutaid_status make_room(mutaid_calendar *calendar, mutaid_error *error)
{
    size_t larger = calendar->capacity > 0 ? calendar->capacity * 2 : 16;

    if (calendar->count >= MUTAID__MOST_CALENDAR_DAYS)
        return mutaid__fail(error, MUTAID_CODE_CALENDAR_FULL, NULL, "20000",
                            NULL);
    if (calendar->count < calendar->capacity)
        return MUTAID_OK;

    int32_t *days = mutaid__memory_resize(&calendar->memory, calendar->days,
                                          calendar->capacity * sizeof *days,
                                          larger * sizeof *days);
    if (days == NULL)
        return mutaid__fail_memory(error);
    calendar->days = days;
    calendar->capacity = larger;
    return MUTAID_OK;
}

static void take_out(mutaid_calendar *calendar, size_t at)
{
    int32_t *here = calendar->days + at;

    calendar->count--;
    memmove(here, here + 1, (calendar->count - at) * sizeof *here);
}

static mutaid_status put_in(mutaid_calendar *calendar, size_t at,
                            mutaid_date day, mutaid_error *error)
{
    TRY(make_room(calendar, error));

    int32_t *here = calendar->days + at;
    memmove(here + 1, here, (calendar->count - at) * sizeof *here);
    *here = day;
    calendar->count++;
    return MUTAID_OK;
}

/* Only days that differ from their week are kept, so that a list of every day
 * of a century can be handed over as well. */
mutaid_status mutaid_calendar_set(mutaid_calendar *calendar, mutaid_date day,
                                  int is_working, mutaid_error *error)
{
    size_t at;

    if (calendar == NULL)
        return mutaid__fail_argument(error, "calendar");
    if (is_working != 0 && is_working != 1)
        return mutaid__fail_argument(error, "is_working");
    if (day < MUTAID__FIRST_DAY || day > MUTAID__LAST_DAY)
        return mutaid__fail(error, MUTAID_CODE_BAD_DAY, NULL, NULL, NULL);

    bool was_changed = is_changed(calendar, day, &at);
    bool is_change = is_usual(day) != (is_working == 1);
    if (is_change && !was_changed)
        return put_in(calendar, at, day, error);
    if (was_changed && !is_change)
        take_out(calendar, at);
    return MUTAID_OK;
}

void mutaid_calendar_free(mutaid_calendar *calendar)
{
    if (calendar == NULL)
        return;

    mutaid__memory memory = calendar->memory;
    mutaid__memory_release(&memory, calendar->days,
                           calendar->capacity * sizeof *calendar->days);
    mutaid__memory_release(&memory, calendar, sizeof *calendar);
}
