/* SPDX-License-Identifier: MIT */
/* test_totals.c - totals over benefits, deadlines, contributions. */
#include "book.h"

#define FACTS \
    "'facts': {" \
    "'day': {'type': 'date'}," \
    "'joined': {'type': 'date'}," \
    "'claimed': {'type': 'date', 'optional': true}," \
    "'left': {'type': 'date', 'optional': true, 'if_missing': null}," \
    "'x': {'type': 'money', 'at_most': '1000.00'}," \
    "'y': {'type': 'money', 'at_most': '1000.00'}," \
    "'so_far': {'type': 'money', 'at_most': '1000.00', 'if_missing': '0.00'}," \
    "'units': {'type': 'count', 'at_most': 9, 'if_missing': 2}," \
    "'ill': {'type': 'flag', 'if_missing': true}}"

#define ID(id) "'id': '" id "', " TITLE
#define SCHEME(rest) \
    FACTS ", 'schemes': {'s': {" TITLE ", 'dated_by': 'day', " rest "}}"
#define PAYS(id, amount) "{" ID(id) ", 'steps': [{'take': " amount "}]}"
#define DAY "'day': '2024-05-31'"

/* --- totals -------------------------------------------------------------------- */

#define TWO(total) \
    SCHEME("'benefits': [" PAYS("x", "'x'") ", " PAYS( \
        "y", "'y'") "], " \
                    "'total': {" total "}")

static const struct {
    const char *facts, *answer;
    int x, y;
} totals[] = {
    {"'x': '10.00', 'y': '20.00'", "eligible 30.00", 1000, 2000},
    {"'x': '60.00', 'y': '39.99'", "eligible 99.99", 6000, 3999},
    {"'x': '60.00', 'y': '40.00'", "eligible 100.00", 6000, 4000},
    {"'x': '60.00', 'y': '40.01'", "eligible 100.00", 6000, 4000},
    {"'x': '100.01', 'y': '40.00'", "eligible 100.00", 10000, 0},
    {"'x': '60.00', 'y': '60.00', 'so_far': '30.00'", "eligible 70.00", 6000,
     1000},
    {"'x': '60.00', 'y': '60.00', 'so_far': '99.99'", "eligible 0.01", 1, 0},
    {"'x': '60.00', 'y': '60.00', 'so_far': '100.00'", "eligible 0.00", 0, 0},
    {"'x': '60.00', 'y': '60.00', 'so_far': '500.00'", "eligible 0.00", 0, 0},
};

START_TEST(each_benefit_in_order_gets_what_is_left_of_the_total)
{
    book b = open_book(TWO("'at_most': '100.00', 'so_far': 'so_far'"));
    char facts[200];

    snprintf(facts, sizeof facts, DAY ", %s", totals[_i].facts);
    answers(&b, "s", facts, totals[_i].answer);
    ck_assert_int_eq(item_of(&b, 0).most, totals[_i].x);
    ck_assert_int_eq(item_of(&b, 1).most, totals[_i].y);
    close_book(&b);
}
END_TEST

START_TEST(a_total_that_cuts_is_shown_as_a_line)
{
    book b = open_book(TWO("'at_most': '100.00'"));
    mutaid_line line = MUTAID_LINE_INIT;
    size_t lines = 0;

    decide(&b, "s", DAY ", 'x': '60.00', 'y': '60.00'");
    for (size_t i = 0; i < b.info.line_count; i++) {
        HOLDS(mutaid_decision_line(b.d, i, &line, NULL) == MUTAID_OK);
        if (strcmp(line.step, "total") != 0)
            continue;
        lines++;
        ck_assert_uint_eq(line.item, 1);
        ck_assert_uint_eq(line.before.numerator_low, 6000);
        ck_assert_uint_eq(line.operand.numerator_low, 4000);
        ck_assert_uint_eq(line.after.numerator_low, 4000);
        ck_assert_int_eq(line.share, -2000);
    }
    ck_assert_uint_eq(lines, 1);
    close_book(&b);
}
END_TEST

START_TEST(a_total_beyond_64_bits_caps_nothing)
{
    book b = open_book(TWO("'at_most': {'steps': [{'take': "
                           "'90000000000000000.00'}, {'times': 1000}]}"));

    answers(&b, "s", DAY ", 'x': '60.00', 'y': '60.00'", "eligible 120.00");
    close_book(&b);
}
END_TEST

START_TEST(a_refused_benefit_uses_nothing_of_the_total)
{
    book b = open_book(SCHEME("'benefits': [{" ID(
        "x") ", 'exclude': [{'id': 'e', 'is': 'ill', " BECAUSE "}], 'steps': "
             "[{'take': 'x'}]}, " PAYS("y", "'y'") "], 'total': {'at_most': "
                                                   "'100.00'}"));

    answers(&b, "s", DAY ", 'x': '60.00', 'y': '60.00'", "eligible 60.00");
    answers(&b, "s", DAY ", 'x': '60.00', 'y': '60.00', 'ill': false",
            "eligible 100.00");
    close_book(&b);
}
END_TEST

/* --- deadlines ------------------------------------------------------------------ */

static mutaid_deadline deadline_of(const book *b, size_t index)
{
    mutaid_deadline deadline = MUTAID_DEADLINE_INIT;

    HOLDS(mutaid_decision_deadline(b->d, index, &deadline, NULL) == MUTAID_OK);
    return deadline;
}

#define DEADLINE(rest) \
    SCHEME("'benefits': [" PAYS( \
        "x", "'x'") "], 'deadlines': [{'id': 'd', " rest "}]")

START_TEST(the_last_day_of_a_deadline_is_in_time)
{
    book b = open_book(DEADLINE("'later': 'day', 'months': 1, 'kept_by': "
                                "'claimed'"));

    answers(&b, "s", DAY ", 'x': '1.00', 'claimed': '2024-06-30'",
            "eligible 1.00");
    ck_assert_int_eq(deadline_of(&b, 0).last_day,
                     mutaid_date_from_civil(2024, 6, 30));
    ck_assert_uint_eq(deadline_of(&b, 0).is_judged, 1);
    answers(&b, "s", DAY ", 'x': '1.00', 'claimed': '2024-07-01'", "refused d");
    ck_assert_int_eq(requirement_of(&b, "d").kind, MUTAID_REQUIREMENT_DEADLINE);
    ck_assert_str_eq(finding_of(&b, "d", 0),
                     "claimed 2024-07-01 / 2024-06-30 / 1");
    close_book(&b);
}
END_TEST

START_TEST(a_deadline_is_not_judged_where_the_day_that_keeps_it_is_absent)
{
    book b = open_book(DEADLINE("'later': 'day', 'months': 1, 'kept_by': "
                                "'claimed'"));

    answers(&b, "s", DAY ", 'x': '1.00', 'claimed': {'absent': true}",
            "eligible 1.00");
    ck_assert_int_eq(deadline_of(&b, 0).state, MUTAID_STATE_GIVEN);
    answers(&b, "s", DAY ", 'x': '1.00'", "undetermined 0.00 to 1.00: claimed");
    close_book(&b);
}
END_TEST

START_TEST(a_deadline_without_a_last_day_cannot_be_missed)
{
    book b = open_book(DEADLINE("'later': 'left', 'months': 1, 'kept_by': "
                                "'claimed'"));

    answers(&b, "s", DAY ", 'x': '1.00', 'claimed': '2024-07-01'",
            "eligible 1.00");
    ck_assert_int_eq(deadline_of(&b, 0).state, MUTAID_STATE_ABSENT);
    answers(&b, "s",
            DAY ", 'x': '1.00', 'claimed': '2024-07-01', 'left': "
                "'2024-05-31'",
            "refused d");
    close_book(&b);
}
END_TEST

START_TEST(a_deadline_without_kept_by_only_informs)
{
    book b = open_book(DEADLINE("'later': 'day', 'working_days': 1"));

    /* Friday */
    answers(&b, "s", DAY ", 'x': '1.00', 'claimed': '2024-07-01'",
            "eligible 1.00");
    ck_assert_int_eq(deadline_of(&b, 0).last_day,
                     mutaid_date_from_civil(2024, 6, 3));
    ck_assert_uint_eq(deadline_of(&b, 0).is_judged, 0);
    close_book(&b);
}
END_TEST

START_TEST(a_calendar_beside_the_case_moves_working_days)
{
    book b = open_book(DEADLINE("'later': 'day', 'working_days': 1"));
    mutaid_calendar *calendar;

    HOLDS(mutaid_calendar_new(NULL, &calendar, NULL) == MUTAID_OK);
    HOLDS(mutaid_calendar_set(calendar, mutaid_date_from_civil(2024, 6, 3), 0,
                              NULL) == MUTAID_OK);
    mutaid_case_set_calendar(b.c, calendar);
    answers(&b, "s", DAY ", 'x': '1.00'", "eligible 1.00");
    ck_assert_int_eq(deadline_of(&b, 0).last_day,
                     mutaid_date_from_civil(2024, 6, 4));
    HOLDS(mutaid_calendar_set(calendar, mutaid_date_from_civil(2024, 6, 1), 1,
                              NULL) == MUTAID_OK);
    answers(&b, "s", DAY ", 'x': '1.00'", "eligible 1.00");
    ck_assert_int_eq(deadline_of(&b, 0).last_day,
                     mutaid_date_from_civil(2024, 6, 1));
    mutaid_case_set_calendar(b.c, NULL);
    answers(&b, "s", DAY ", 'x': '1.00'", "eligible 1.00");
    ck_assert_int_eq(deadline_of(&b, 0).last_day,
                     mutaid_date_from_civil(2024, 6, 3));
    mutaid_calendar_free(calendar);
    close_book(&b);
}
END_TEST

START_TEST(a_deadline_with_when_concerns_only_such_cases)
{
    book b = open_book(DEADLINE("'later': 'day', 'months': 1, 'kept_by': "
                                "'claimed', 'when': {'is': 'ill'}"));

    answers(&b, "s", DAY ", 'x': '1.00', 'claimed': '2024-07-01'", "refused d");
    answers(&b, "s",
            DAY ", 'x': '1.00', 'claimed': '2024-07-01', 'ill': "
                "false",
            "eligible 1.00");
    ck_assert_uint_eq(b.info.deadline_count, 0);
    close_book(&b);
}
END_TEST

START_TEST(a_deadline_is_read_on_a_day_of_its_own)
{
    book b = open_book(
        DEADLINE("'later': 'day', 'months': {'2000-01-01': 1, "
                 "'2024-01-01': 2}, 'kept_by': 'claimed', 'dated_by': 'left'"));

    answers(&b, "s",
            DAY ", 'x': '1.00', 'claimed': '2024-07-31', 'left': "
                "'2024-01-01'",
            "eligible 1.00");
    answers(&b, "s",
            DAY ", 'x': '1.00', 'claimed': '2024-07-31', 'left': "
                "'2023-12-31'",
            "refused d");
    /* a part whose date is absent does not apply */
    answers(&b, "s", DAY ", 'x': '1.00', 'claimed': '2024-07-31'",
            "eligible 1.00");
    answers(&b, "s",
            DAY ", 'x': '1.00', 'claimed': '2024-07-31', 'left': "
                "'1999-12-31'",
            "refused d");
    close_book(&b);
}
END_TEST

/* --- contributions ------------------------------------------------------------------ */

#define FEE \
    SCHEME( \
        "'from': '2020-01-01', 'require': [{'id': 'r', 'the': 'units', " \
        "'above': 5, " REASON "}], 'benefits': [" PAYS( \
            "x", "'x'") "], " \
                        "'contribution': {'dated_by': 'joined', 'require': " \
                        "[{'id': " \
                        "'some', 'the': 'units', 'at_least': 1, " REASON \
                        "}], 'parts': [" PAYS( \
                            "fee", "{'steps': [{'take': 'units'}, {'times': " \
                                   "{'2010-01-01': '3.00', '2022-01-01': " \
                                   "'4.00', '2030-01-01': null}" \
                                   "}]}") ", " PAYS("deposit", "'5.00'") "]}")

START_TEST(a_contribution_is_decided_by_itself_on_its_own_date)
{
    book b = open_book(FEE);

    answers(&b, "s", DAY ", 'x': '1.00', 'joined': '2021-01-01'", "refused r");
    answers(&b, "s.contribution", "'joined': '2021-12-31'", "eligible 11.00");
    ck_assert_int_eq(item_of(&b, 0).most, 600);
    ck_assert_int_eq(item_of(&b, 1).most, 500);
    answers(&b, "s.contribution", "'joined': '2022-01-01'", "eligible 13.00");
    answers(&b, "s.contribution", "'joined': '2019-12-31'",
            "refused not_in_force");
    answers(&b, "s.contribution", "'joined': '2022-01-01', 'units': 0",
            "refused some");
    close_book(&b);
}
END_TEST

START_TEST(no_rule_in_a_part_of_a_contribution_refuses_that_one)
{
    book b = open_book(FEE);

    answers(&b, "s.contribution", "'joined': '2030-01-01'", "eligible 5.00");
    ck_assert_int_eq(item_of(&b, 0).outcome, MUTAID_OUTCOME_REFUSED);
    close_book(&b);
}
END_TEST

START_TEST(a_contribution_names_its_missing_facts)
{
    book b = open_book(FEE);

    answers(&b, "s.contribution", "", "undetermined 0.00 to 13.00: joined");
    close_book(&b);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {each_benefit_in_order_gets_what_is_left_of_the_total, ROWS(totals)},
        {a_total_that_cuts_is_shown_as_a_line, 0},
        {a_total_beyond_64_bits_caps_nothing, 0},
        {a_refused_benefit_uses_nothing_of_the_total, 0},
        {the_last_day_of_a_deadline_is_in_time, 0},
        {a_deadline_is_not_judged_where_the_day_that_keeps_it_is_absent, 0},
        {a_deadline_without_a_last_day_cannot_be_missed, 0},
        {a_deadline_without_kept_by_only_informs, 0},
        {a_calendar_beside_the_case_moves_working_days, 0},
        {a_deadline_with_when_concerns_only_such_cases, 0},
        {a_deadline_is_read_on_a_day_of_its_own, 0},
        {a_contribution_is_decided_by_itself_on_its_own_date, 0},
        {no_rule_in_a_part_of_a_contribution_refuses_that_one, 0},
        {a_contribution_names_its_missing_facts, 0},
    };

    return run_suite("totals", tests, ROWS(tests));
}
