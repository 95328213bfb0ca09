/* SPDX-License-Identifier: MIT */
/* test_working.c - working days and calendars that change them. */
#include "calendar/working.h"
#include "failing.h"

static int64_t day(int year, int month, int of_month)
{
    return mutaid_date_from_civil(year, month, of_month);
}

static mutaid_calendar *new_calendar(void)
{
    mutaid_calendar *calendar = NULL;

    ck_assert_int_eq(mutaid_calendar_new(NULL, &calendar, NULL), MUTAID_OK);
    return calendar;
}

static void set(mutaid_calendar *calendar, int64_t number, int is_working)
{
    HOLDS(mutaid_calendar_set(calendar, (mutaid_date)number, is_working,
                              NULL) == MUTAID_OK);
}

/* Day by day. */
static int64_t walk(const mutaid_calendar *calendar, int64_t from,
                    int64_t count)
{
    int64_t step = count < 0 ? -1 : 1;

    while (count != 0) {
        from += step;
        if (mutaid__is_working(calendar, from))
            count -= step;
    }
    return from;
}

START_TEST(without_a_calendar_monday_to_friday_are_working_days)
{
    int64_t monday = day(2016, 2, 29);

    for (int i = -21; i < 21; i++)
        ck_assert_int_eq(mutaid__is_working(NULL, monday + i),
                         (i + 21) % 7 < 5);
    ck_assert_int_eq(mutaid__add_working_days(NULL, monday, 0), monday);
    ck_assert_int_eq(mutaid__add_working_days(NULL, monday, 1), monday + 1);
    ck_assert_int_eq(mutaid__add_working_days(NULL, monday, 5), monday + 7);
    ck_assert_int_eq(mutaid__add_working_days(NULL, monday, -1), monday - 3);
    ck_assert_int_eq(mutaid__add_working_days(NULL, monday + 4, 1), monday + 7);
    ck_assert_int_eq(mutaid__add_working_days(NULL, monday + 5, 1), monday + 7);
    ck_assert_int_eq(mutaid__add_working_days(NULL, monday + 5, -1),
                     monday + 4);
    ck_assert_int_eq(mutaid__add_working_days(NULL, monday + 5, 0), monday + 5);
}
END_TEST

/* The National Day holiday of 2015: 1 to 7 October off, Saturday the 10th
 * worked (General Office of the State Council, notice of 16 December 2014). */
START_TEST(a_holiday_and_its_working_saturday)
{
    mutaid_calendar *calendar = new_calendar();
    int64_t wednesday = day(2015, 9, 30);

    for (int i = 1; i <= 7; i++)
        set(calendar, day(2015, 10, i), 0);
    set(calendar, day(2015, 10, 10), 1);
    ck_assert_int_eq(mutaid__add_working_days(calendar, wednesday, 1),
                     day(2015, 10, 8));
    ck_assert_int_eq(mutaid__add_working_days(calendar, wednesday, 3),
                     day(2015, 10, 10));
    ck_assert_int_eq(mutaid__add_working_days(calendar, wednesday, 4),
                     day(2015, 10, 12));
    ck_assert_int_eq(mutaid__add_working_days(calendar, day(2015, 10, 12), -4),
                     day(2015, 9, 30));
    ck_assert_int_eq(mutaid__add_working_days(calendar, day(2015, 10, 12), -1),
                     day(2015, 10, 10));
    mutaid_calendar_free(calendar);
}
END_TEST

/* One calendar after another, from few changes to most days changed. */
START_TEST(working_days_are_what_walking_gives)
{
    uint64_t state = 17 + (uint64_t)_i;
    mutaid_calendar *calendar = new_calendar();

    for (int i = 0; i < 10 << _i; i++) {
        uint64_t random = random_next(&state);
        set(calendar, (int64_t)(random % 200), (int)(random >> 60 & 1));
    }
    for (int64_t from = -20; from < 220; from++) {
        for (int64_t count = -80; count <= 80; count++) {
            int64_t to = mutaid__add_working_days(calendar, from, count);
            int64_t reach = mutaid__working_days_reach(count);

            HOLDS(to == walk(calendar, from, count));
            HOLDS(to - from <= reach && from - to <= reach);
            HOLDS(to <= mutaid__add_working_days(calendar, from + 1, count));
            HOLDS(to <= mutaid__add_working_days(calendar, from, count + 1));
        }
    }
    mutaid_calendar_free(calendar);
}
END_TEST

START_TEST(the_last_word_on_a_day_holds)
{
    mutaid_calendar *calendar = new_calendar();
    int64_t monday = day(2016, 2, 29);

    set(calendar, monday, 0);
    set(calendar, monday + 5, 1);
    ck_assert(!mutaid__is_working(calendar, monday));
    ck_assert(mutaid__is_working(calendar, monday + 5));
    set(calendar, monday, 1);
    set(calendar, monday + 5, 0);
    set(calendar, monday + 6, 0);
    ck_assert(mutaid__is_working(calendar, monday));
    ck_assert(!mutaid__is_working(calendar, monday + 5));
    ck_assert_uint_eq(calendar->count, 0);
    set(calendar, monday, 0);
    set(calendar, monday, 0);
    ck_assert_uint_eq(calendar->count, 1);
    mutaid_calendar_free(calendar);
}
END_TEST

START_TEST(a_calendar_changes_no_more_days_than_it_may)
{
    mutaid_calendar *calendar = new_calendar();
    mutaid_error error = MUTAID_ERROR_INIT;
    int64_t monday = day(1900, 1, 1), at = monday;

    for (; calendar->count < MUTAID__MOST_CALENDAR_DAYS; at++)
        set(calendar, at, 0);
    while (!mutaid__is_working(NULL, at))
        set(calendar, at++, 0);
    ck_assert_int_eq(mutaid_calendar_set(calendar, (mutaid_date)at, 0, &error),
                     MUTAID_ERROR_RANGE);
    ck_assert_int_eq(error.code, MUTAID_CODE_CALENDAR_FULL);
    ck_assert(mutaid__is_working(calendar, at));

    /* What is full still tells, changes back, and keeps within its reach. */
    ck_assert_int_eq(mutaid__add_working_days(calendar, monday - 3, 1), at);
    ck_assert_int_eq(at - (monday - 3), mutaid__working_days_reach(1));
    ck_assert_int_eq(mutaid__add_working_days(calendar, at, -1), monday - 3);
    set(calendar, monday, 1);
    ck_assert_int_eq(mutaid__add_working_days(calendar, monday - 3, 1), monday);
    set(calendar, at, 0);
    mutaid_calendar_free(calendar);
}
END_TEST

START_TEST(far_counts_need_no_special_case)
{
    const int64_t far = (INT64_C(1) << 40) - 1;
    int64_t to = mutaid__add_working_days(NULL, -3, far);

    ck_assert_int_eq(mutaid__days_between(-3, to, 0x60), far);
    ck_assert_int_eq(mutaid__add_working_days(NULL, to, -far), -3);
    ck_assert_int_le(to + 3, mutaid__working_days_reach(far));
    ck_assert_int_eq(mutaid__working_days_reach(0), 0);
    ck_assert_int_eq(mutaid__working_days_reach(-far),
                     mutaid__working_days_reach(far));
}
END_TEST

START_TEST(wrong_arguments_are_refused)
{
    failing state = {0};
    mutaid_allocator broken = failing_allocator(&state);
    mutaid_calendar *calendar = new_calendar(), *none = NULL;

    broken.release = NULL;
    ck_assert_int_eq(mutaid_calendar_new(&broken, &none, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_ptr_null(none);
    ck_assert_int_eq(mutaid_calendar_new(NULL, NULL, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_calendar_set(NULL, 0, 1, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_calendar_set(calendar, 0, 2, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(
        mutaid_calendar_set(calendar, MUTAID_DATE_INVALID, 1, NULL),
        MUTAID_ERROR_RANGE);
    ck_assert_int_eq(
        mutaid_calendar_set(calendar, MUTAID__LAST_DAY + 1, 1, NULL),
        MUTAID_ERROR_RANGE);
    mutaid_calendar_free(calendar);
    mutaid_calendar_free(NULL);
}
END_TEST

START_TEST(out_of_memory_leaves_a_calendar_that_works)
{
    for (size_t fail_at = 1;; fail_at++) {
        failing state = {.fail_at = fail_at};
        mutaid_allocator allocator = failing_allocator(&state);
        mutaid_calendar *calendar = NULL;
        mutaid_error error = MUTAID_ERROR_INIT;

        if (mutaid_calendar_new(&allocator, &calendar, &error) != MUTAID_OK) {
            ck_assert_uint_eq(fail_at, 1);
            ck_assert_int_eq(error.code, MUTAID_CODE_OUT_OF_MEMORY);
            ck_assert_ptr_null(calendar);
            continue;
        }
        for (mutaid_date at = 0; at < 700; at++) {
            mutaid_status status = mutaid_calendar_set(calendar, at, 0, &error);
            HOLDS(status == MUTAID_OK || status == MUTAID_ERROR_MEMORY);
            HOLDS(mutaid__is_working(calendar, at) ==
                  (status != MUTAID_OK && mutaid__is_working(NULL, at)));
        }
        ck_assert(state.has_failed == (error.status == MUTAID_ERROR_MEMORY));
        mutaid_calendar_free(calendar);
        ck_assert_uint_eq(state.blocks, 0);
        if (!state.has_failed)
            break;
    }
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {without_a_calendar_monday_to_friday_are_working_days, 0},
        {a_holiday_and_its_working_saturday, 0},
        {working_days_are_what_walking_gives, 6},
        {the_last_word_on_a_day_holds, 0},
        {a_calendar_changes_no_more_days_than_it_may, 0},
        {far_counts_need_no_special_case, 0},
        {wrong_arguments_are_refused, 0},
        {out_of_memory_leaves_a_calendar_that_works, 0},
    };

    return run_suite("working", tests, sizeof tests / sizeof *tests);
}
