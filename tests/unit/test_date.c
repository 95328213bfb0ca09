/* SPDX-License-Identifier: MIT */
/* test_date.c - civil dates, months and years between, date arithmetic. */
#include "calendar/date.h"
#include "suite.h"

/* The day that a text names. */
static int64_t day(const char *text)
{
    int64_t number = 0;

    if (!mutaid__read_date(mutaid__slice_of(text), &number))
        ck_abort_msg("%s is no date", text);
    return number;
}

static const char *text_of(int64_t number)
{
    static char buffer[40];
    mutaid__out out;

    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_date(&out, number);
    HOLDS(mutaid__out_finish(&out, NULL, NULL) == MUTAID_OK);
    return buffer;
}

static const struct {
    const char *text;
    int64_t number;
    int weekday;
} days[] = {
    {"1970-01-01", 0, 3},
    {"1969-12-31", -1, 2},
    {"2000-02-29", 11016, 1},
    {"2000-03-01", 11017, 2},
    {"2016-03-01", 16861, 1},
    {"2026-02-28", 20512, 5},
    {"1900-02-28", -25509, 2},
    {"1900-03-01", -25508, 3},
    {"1582-10-15", -141427, 4},
    {"0001-01-01", MUTAID__FIRST_DAY, 0},
    {"9999-12-31", MUTAID__LAST_DAY, 4},
};

START_TEST(days_known_from_elsewhere)
{
    ck_assert_int_eq(day(days[_i].text), days[_i].number);
    ck_assert_str_eq(text_of(days[_i].number), days[_i].text);
    ck_assert_int_eq(mutaid__weekday(days[_i].number), days[_i].weekday);
}
END_TEST

/* A calendar by hand: the rule of leap years and the lengths of months. */
static int month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30,
                                  31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return lengths[month - 1] + (month == 2 && is_leap);
}

static void check_day(int year, int month, int civil_day, int64_t number)
{
    mutaid__civil civil = mutaid__civil_of(number);
    int y = 0, m = 0, d = 0;

    HOLDS(civil.year == year && civil.month == month && civil.day == civil_day);
    HOLDS(mutaid__day_of(civil) == number);
    HOLDS(mutaid_date_from_civil(year, month, civil_day) == number);
    HOLDS(mutaid_date_to_civil((mutaid_date)number, &y, &m, &d) == 1);
    HOLDS(y == year && m == month && d == civil_day);
    HOLDS(day(text_of(number)) == number);
}

START_TEST(every_day_of_our_era_goes_there_and_back)
{
    int64_t number = MUTAID__FIRST_DAY;
    int weekday = 0; /* 0001-01-01 was a Monday */

    for (int year = 1; year <= 9999; year++) {
        for (int month = 1; month <= 12; month++) {
            int length = month_length(year, month);

            HOLDS(!mutaid__civil_exists(year, month, 0));
            HOLDS(!mutaid__civil_exists(year, month, length + 1));
            for (int of_month = 1; of_month <= length; of_month++) {
                bool is_ours = year >= 1900 && year <= 2200;

                if (is_ours || of_month == 1 || of_month == length)
                    check_day(year, month, of_month, number);
                HOLDS(mutaid__weekday(number) == weekday);
                weekday = (weekday + 1) % 7;
                number++;
            }
        }
    }
    ck_assert_int_eq(number, MUTAID__LAST_DAY + 1);
}
END_TEST

static const char *const no_dates[] = {
    "",
    "2016-3-01",
    "2016-03-1",
    "16-03-01",
    "2016/03/01",
    "20160301",
    "2016-03-01 ",
    " 2016-03-01",
    "2016-03-011",
    "2016-13-01",
    "2016-00-01",
    "2016-01-00",
    "2016-01-32",
    "2016-04-31",
    "2015-02-29",
    "1900-02-29",
    "2016-02-30",
    "0000-01-01",
    "-016-03-01",
    "2016-+3-01",
    "2016-03-0x",
    "2016-03- 1",
    "10000-01-01",
    "2016-03-01T00",
    "\xEF\xBC\x92\x30\x31\x36-01-1",
};

START_TEST(what_is_no_date_is_refused)
{
    int64_t number = 77;

    ck_assert(!mutaid__read_date(mutaid__slice_of(no_dates[_i]), &number));
    ck_assert_int_eq(number, 77);
}
END_TEST

START_TEST(days_that_do_not_exist_are_invalid)
{
    int year = 7, month = 7, of_month = 7;

    ck_assert_int_eq(mutaid_date_from_civil(2015, 2, 29), MUTAID_DATE_INVALID);
    ck_assert_int_eq(mutaid_date_from_civil(0, 1, 1), MUTAID_DATE_INVALID);
    ck_assert_int_eq(mutaid_date_from_civil(10000, 1, 1), MUTAID_DATE_INVALID);
    ck_assert_int_eq(mutaid_date_from_civil(2015, -1, 1), MUTAID_DATE_INVALID);
    ck_assert_int_eq(mutaid_date_from_civil(INT32_MAX, INT32_MAX, INT32_MAX),
                     MUTAID_DATE_INVALID);
    ck_assert_int_eq(mutaid_date_from_civil(INT32_MIN, INT32_MIN, INT32_MIN),
                     MUTAID_DATE_INVALID);
    ck_assert_int_eq(
        mutaid_date_to_civil(MUTAID_DATE_INVALID, &year, &month, &of_month), 0);
    ck_assert_int_eq(
        mutaid_date_to_civil(MUTAID__LAST_DAY + 1, &year, &month, &of_month),
        0);
    ck_assert_int_eq(year + month + of_month, 21);
}
END_TEST

static const struct {
    const char *from;
    int64_t months;
    const char *to;
} shifts[] = {
    {"2016-01-31", 1, "2016-02-29"},   {"2015-01-31", 1, "2015-02-28"},
    {"2015-01-30", 1, "2015-02-28"},   {"2015-01-28", 1, "2015-02-28"},
    {"2015-01-27", 1, "2015-02-27"},   {"2016-02-29", 12, "2017-02-28"},
    {"2016-02-29", 24, "2018-02-28"},  {"2016-02-29", 48, "2020-02-29"},
    {"2016-02-29", -12, "2015-02-28"}, {"2096-02-29", 48, "2100-02-28"},
    {"2016-03-31", -1, "2016-02-29"},  {"2016-08-31", 1, "2016-09-30"},
    {"2016-12-31", 2, "2017-02-28"},   {"2016-12-15", 1, "2017-01-15"},
    {"2016-01-15", -1, "2015-12-15"},  {"2016-05-31", 0, "2016-05-31"},
    {"2024-03-31", -13, "2023-02-28"},
};

START_TEST(months_are_added_and_clipped_to_the_end_of_the_month)
{
    ck_assert_str_eq(
        text_of(mutaid__add_months(day(shifts[_i].from), shifts[_i].months)),
        shifts[_i].to);
}
END_TEST

static const struct {
    const char *a;
    const char *b;
    int64_t months;
    int64_t years;
} spans[] = {
    {"2016-01-31", "2016-02-28", 0, 0},
    {"2016-01-31", "2016-02-29", 1, 0},
    {"2015-01-31", "2015-02-27", 0, 0},
    {"2015-01-31", "2015-02-28", 1, 0},
    {"2015-01-31", "2015-03-30", 1, 0},
    {"2015-01-31", "2015-03-31", 2, 0},
    {"2016-02-29", "2017-02-27", 11, 0},
    {"2016-02-29", "2017-02-28", 12, 1},
    {"2016-02-29", "2020-02-28", 47, 3},
    {"2016-02-29", "2020-02-29", 48, 4},
    {"2016-03-01", "2016-03-01", 0, 0},
    {"2016-03-01", "2016-02-29", -1, -1},
    {"2016-03-01", "2016-02-01", -1, -1},
    {"2016-03-01", "2016-01-31", -2, -1},
    {"2016-03-01", "2015-03-01", -12, -1},
    {"2016-03-01", "2015-02-28", -13, -2},
    {"1950-06-15", "2016-06-14", 791, 65},
    {"1950-06-15", "2016-06-15", 792, 66},
};

START_TEST(months_and_years_between_are_the_most_that_are_over)
{
    int64_t a = day(spans[_i].a), b = day(spans[_i].b);

    ck_assert_int_eq(mutaid__months_between(a, b), spans[_i].months);
    ck_assert_int_eq(mutaid__years_between(a, b), spans[_i].years);
}
END_TEST

/* By their definition, for every pair of days around two leap years and a
 * year that is none though four divides it. */
START_TEST(spans_are_what_their_definition_says)
{
    static const char *const starts[] = {"1895-12-25", "1899-12-25",
                                         "2015-12-25"};

    for (int start = 0; start < ROWS(starts); start++) {
        int64_t first = day(starts[start]);

        for (int64_t a = first; a < first + 440; a++) {
            for (int64_t b = first; b < first + 440; b++) {
                int64_t months = mutaid__months_between(a, b);
                int64_t years = mutaid__years_between(a, b);

                HOLDS(mutaid__add_months(a, months) <= b);
                HOLDS(mutaid__add_months(a, months + 1) > b);
                HOLDS(mutaid__add_months(a, 12 * years) <= b);
                HOLDS(mutaid__add_months(a, 12 * (years + 1)) > b);
                HOLDS(mutaid__months_between(a, b + 1) >= months);
                HOLDS(mutaid__months_between(a + 1, b) <= months);
                HOLDS(mutaid__years_between(a, b + 1) >= years);
                HOLDS(mutaid__years_between(a + 1, b) <= years);
            }
        }
    }
}
END_TEST

START_TEST(adding_months_never_falls)
{
    int64_t first = day("2015-12-25");

    for (int64_t a = first; a < first + 1500; a++) {
        for (int64_t months = -30; months <= 30; months++) {
            HOLDS(mutaid__add_months(a, months) <=
                  mutaid__add_months(a + 1, months));
            HOLDS(mutaid__add_months(a, months) <
                  mutaid__add_months(a, months + 1));
        }
    }
}
END_TEST

/* 0x40 is Sunday. */
START_TEST(days_between_leave_out_the_weekdays_that_do_not_count)
{
    int64_t monday = day("2016-02-29");

    ck_assert_int_eq(mutaid__days_between(monday, monday + 10, 0), 10);
    ck_assert_int_eq(mutaid__days_between(monday + 10, monday, 0), -10);
    ck_assert_int_eq(mutaid__days_between(monday, monday + 6, 0x40), 6);
    ck_assert_int_eq(mutaid__days_between(monday, monday + 7, 0x40), 6);
    ck_assert_int_eq(mutaid__days_between(monday, monday + 8, 0x40), 7);
    ck_assert_int_eq(mutaid__days_between(monday, monday + 8, 0x7F), 0);
    ck_assert_int_eq(mutaid__days_between(monday, monday, 0x40), 0);
}
END_TEST

START_TEST(days_between_are_what_counting_gives)
{
    for (int64_t a = -20; a < 20; a++) {
        for (unsigned except = 0; except < 128; except++) {
            int64_t counted = 0;

            for (int64_t b = a; b < a + 40; b++) {
                HOLDS(mutaid__days_between(a, b, except) == counted);
                HOLDS(mutaid__days_between(b, a, except) == -counted);
                counted += (except >> mutaid__weekday(b) & 1) == 0;
            }
        }
    }
}
END_TEST

/* Bounds of intervals lie far outside of what has a text. */
START_TEST(far_days_need_no_special_case)
{
    const int64_t far = (INT64_C(1) << 40) - 1;
    const int64_t civil_far = (INT64_C(1) << 39) - 1;
    const int64_t ends[] = {far, -far, civil_far, -civil_far};

    for (int i = 0; i < 4; i++) {
        ck_assert_int_eq(
            mutaid__months_between(0, mutaid__add_months(0, ends[i])), ends[i]);
        ck_assert_int_eq(mutaid__days_between(-ends[i], ends[i], 0),
                         2 * ends[i]);
        ck_assert_int_le(mutaid__add_months(ends[i], mutaid__months_between(
                                                         ends[i], -ends[i])),
                         -ends[i]);
        ck_assert_int_ge(mutaid__weekday(ends[i]), 0);
        ck_assert_int_eq(mutaid__days_between(-ends[i], ends[i], 0x60) +
                             mutaid__days_between(-ends[i], ends[i], 0x1F),
                         2 * ends[i]);
    }
    for (int i = 2; i < 4; i++)
        ck_assert_int_eq(mutaid__day_of(mutaid__civil_of(ends[i])), ends[i]);
}
END_TEST

START_TEST(days_before_our_era_are_written_too)
{
    ck_assert_str_eq(text_of(MUTAID__FIRST_DAY - 1), "0000-12-31");
    ck_assert_str_eq(text_of(MUTAID__FIRST_DAY - 366), "0000-01-01");
    ck_assert_str_eq(text_of(MUTAID__FIRST_DAY - 367), "-0001-12-31");
    ck_assert_str_eq(text_of(MUTAID__LAST_DAY + 1), "10000-01-01");
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {days_known_from_elsewhere, ROWS(days)},
        {every_day_of_our_era_goes_there_and_back, 0},
        {what_is_no_date_is_refused, ROWS(no_dates)},
        {days_that_do_not_exist_are_invalid, 0},
        {months_are_added_and_clipped_to_the_end_of_the_month, ROWS(shifts)},
        {months_and_years_between_are_the_most_that_are_over, ROWS(spans)},
        {spans_are_what_their_definition_says, 0},
        {adding_months_never_falls, 0},
        {days_between_leave_out_the_weekdays_that_do_not_count, 0},
        {days_between_are_what_counting_gives, 0},
        {far_days_need_no_special_case, 0},
        {days_before_our_era_are_written_too, 0},
    };

    return run_suite("date", tests, sizeof tests / sizeof *tests);
}
