/* SPDX-License-Identifier: MIT */
/* test_semantics.c - the numbered points of the language's semantics. */
#include "book.h"

#define FACTS \
    "'facts': {" \
    "'day': {'type': 'date'}," \
    "'other_day': {'type': 'date', 'optional': true, 'if_missing': null}," \
    "'cost': {'type': 'money', 'at_most': '1000000.00'}," \
    "'paid': {'type': 'money', 'at_most': '1000000.00', 'if_missing': " \
    "'0.00'}," \
    "'days': {'type': 'count', 'at_most': 400}," \
    "'counted': {'type': 'count', 'at_most': 400, 'if_missing': 0}," \
    "'decided': {'type': 'money', 'at_most': '1000000.00'}," \
    "'gift': {'type': 'money', 'at_most': '100.00', 'optional': true}," \
    "'member': {'type': 'flag', 'if_missing': true}," \
    "'ward': {'type': 'choice', 'choices': [{'code': 'a'}, {'code': 'b'}," \
    " {'code': 'c'}]}}"

#define BENEFIT(id, steps) "{'id': '" id "', " TITLE ", 'steps': [" steps "]}"
#define SCHEME(name, rest) \
    "'" name "': {" TITLE ", 'dated_by': 'day', " rest "}"
#define ONE(steps) \
    FACTS ", 'schemes': {" SCHEME("s", \
                                  "'benefits': [" BENEFIT("b", steps) "]") "}"
#define VALUES(values, steps) \
    FACTS ", 'values': {" values "}, 'schemes': {" SCHEME( \
        "s", "'benefits': [" BENEFIT("b", steps) "]") "}"
#define WITH(rest) FACTS ", 'schemes': {" SCHEME("s", rest) "}"

/* --- 1. exact, and rounded where it is said ---------------------------------- */

START_TEST(point_1_a_third_three_times_is_the_whole)
{
    book b = open_book(ONE("{'take': 'cost'}, {'times': '1/3'}, {'times': 3}"));

    answers(&b, "s", "'day': '2024-01-01', 'cost': '0.01'", "eligible 0.01");
    answers(&b, "s", "'day': '2024-01-01', 'cost': '100.01'",
            "eligible 100.01");
    close_book(&b);
}
END_TEST

START_TEST(point_1_each_benefit_is_rounded_once_at_its_end)
{
    book b = open_book(
        WITH("'benefits': [" BENEFIT("a", "{'take': 'cost'}, {'times': '50%'}, "
                                          "{'times': '90%'}") ", " BENEFIT(
            "b", "{'take': 'cost'}, {'times': '50%'}") "]"));

    /* 0.0045 and 0.005, not 0.0095 rounded, nor 0.005 rounded, then 90 % */
    answers(&b, "s", "'day': '2024-01-01', 'cost': '0.01'", "eligible 0.01");
    ck_assert_int_eq(item_of(&b, 0).most, 0);
    ck_assert_int_eq(item_of(&b, 1).most, 1);
    close_book(&b);
}
END_TEST

START_TEST(point_1_each_part_of_a_contribution_is_rounded)
{
    book b =
        open_book(WITH(
            "'benefits': [" BENEFIT("b", "{'take': 'cost'}") "], "
                                                             "'contribution': "
                                                             "{'parts': "
                                                             "[" BENEFIT("x", "{'take': 'cost'}, {'times': '50%'}") ", " BENEFIT(
                                                                 "y",
                                                                 "{'take': "
                                                                 "'cost'}, "
                                                                 "{'times': "
                                                                 "'50%'}") "]"
                                                                           "}"));

    answers(&b, "s.contribution", "'day': '2024-01-01', 'cost': '0.01'",
            "eligible 0.02");
    close_book(&b);
}
END_TEST

START_TEST(point_1_the_cap_of_a_total_is_rounded)
{
    book b = open_book(WITH("'benefits': [" BENEFIT(
        "b", "{'take': 'cost'}") "], 'total': {'at_most': {'steps': [{'take': "
                                 "'0.01'}, {'times': "
                                 "'150%'}]}}"));

    answers(&b, "s", "'day': '2024-01-01', 'cost': '1.00'", "eligible 0.02");
    close_book(&b);
}
END_TEST

START_TEST(point_1_money_is_rounded_on_entering_cumulative_and_on_each_side)
{
    book b = open_book(
        ONE("{'take': 'cost'}, {'times': '50%'}, "
            "{'cumulative': {'so_far': 'paid', 'steps': [{'times': '50%'}]}}"));

    /* 0.005 enters as 0.01: f(0.01) is 0.005, rounded 0.01 */
    answers(&b, "s", "'day': '2024-01-01', 'cost': '0.01'", "eligible 0.01");
    /* f(0.02) - f(0.01): 0.01 - 0.01 */
    answers(&b, "s", "'day': '2024-01-01', 'cost': '0.01', 'paid': '0.01'",
            "eligible 0.00");
    close_book(&b);
}
END_TEST

START_TEST(point_1_counts_are_not_rounded_in_cumulative)
{
    book b = open_book(ONE(
        "{'take': 'days'}, {'times': '50%'}, "
        "{'cumulative': {'so_far': 'counted', 'steps': [{'times': '50%'}]}},"
        " {'times': '1.00'}"));

    answers(&b, "s", "'day': '2024-01-01', 'days': 1", "eligible 0.25");
    close_book(&b);
}
END_TEST

START_TEST(point_1_values_are_not_rounded)
{
    book b = open_book(VALUES("'v': {'steps': [{'take': 'cost'}, {'times': "
                              "'1/3'}]}",
                              "{'take': 'v'}, {'times': 3}"));

    answers(&b, "s", "'day': '2024-01-01', 'cost': '0.01'", "eligible 0.01");
    close_book(&b);
}
END_TEST

START_TEST(point_1_a_value_is_rounded_by_its_own_round)
{
    book b =
        open_book(VALUES("'v': {'steps': [{'take': 'cost'}, {'times': "
                         "'1/3'}, {'round': {'to': '0.01', 'mode': 'up'}}]}",
                         "{'take': 'v'}, {'times': 3}"));

    answers(&b, "s", "'day': '2024-01-01', 'cost': '0.01'", "eligible 0.03");
    close_book(&b);
}
END_TEST

/* --- 2. cumulative ------------------------------------------------------------ */

#define GROWING_CAP \
    ONE("{'take': 'days'}, {'cumulative': {'so_far': 'counted', 'steps': [" \
        "{'at_most': {'2020-01-01': 10, '2023-01-01': 20}}]}}, " \
        "{'times': '1.00'}")

START_TEST(point_2_both_sides_use_the_rule_of_this_case)
{
    book b = open_book(GROWING_CAP);

    answers(&b, "s", "'day': '2022-12-31', 'days': 15, 'counted': 12",
            "eligible 0.00");
    answers(&b, "s", "'day': '2023-01-01', 'days': 15, 'counted': 12",
            "eligible 8.00");
    close_book(&b);
}
END_TEST

START_TEST(point_2_lines_show_the_sum_and_what_is_already_counted)
{
    book b = open_book(GROWING_CAP);
    mutaid_line line = MUTAID_LINE_INIT;
    bool is_found = false;

    decide(&b, "s", "'day': '2023-01-01', 'days': 15, 'counted': 12");
    for (size_t i = 0; i < b.info.line_count; i++) {
        HOLDS(mutaid_decision_line(b.d, i, &line, NULL) == MUTAID_OK);
        if (strcmp(line.step, "so_far") != 0)
            continue;
        is_found = true;
        ck_assert_uint_eq(line.before.numerator_low, 20);
        ck_assert_uint_eq(line.operand.numerator_low, 12);
        ck_assert_uint_eq(line.after.numerator_low, 8);
    }
    ck_assert(is_found);
    close_book(&b);
}
END_TEST

/* --- 3. below zero ------------------------------------------------------------- */

START_TEST(point_3_a_benefit_that_can_end_below_zero_is_refused)
{
    ck_assert(raises(ONE("{'take': 'cost'}, {'minus': '0.01'}"),
                     MUTAID_CODE_NEGATIVE_BENEFIT));
}
END_TEST

START_TEST(point_3_inside_a_pipeline_amounts_may_be_negative)
{
    book b = open_book(ONE("{'take': 'cost'}, {'minus': '1000000.00'}, "
                           "{'plus': '1000000.01'}"));

    answers(&b, "s", "'day': '2024-01-01', 'cost': '0.00'", "eligible 0.01");
    close_book(&b);
}
END_TEST

/* --- 4. months and years --------------------------------------------------------- */

START_TEST(point_4_a_leap_day_plus_years_is_the_last_of_february)
{
    book b = open_book(WITH("'benefits': [" BENEFIT(
        "b",
        "{'take': 'cost'}") "], 'deadlines': [{'id': 'years', 'later': 'day', "
                            "'years': 1},"
                            " {'id': 'months', 'later': 'day', 'months': 1},"
                            " {'id': 'back', 'earlier': 'day', 'months': 1}]"));
    mutaid_deadline deadline = MUTAID_DEADLINE_INIT;
    static const struct {
        const char *facts;
        int days[3][3];
    } rows[] = {
        {"'day': '2024-02-29', 'cost': '1.00'",
         {{2025, 2, 28}, {2024, 3, 29}, {2024, 1, 29}}},
        {"'day': '2024-01-31', 'cost': '1.00'",
         {{2025, 1, 31}, {2024, 2, 29}, {2023, 12, 31}}},
        {"'day': '2023-03-31', 'cost': '1.00'",
         {{2024, 3, 31}, {2023, 4, 30}, {2023, 2, 28}}},
    };

    for (size_t i = 0; i < 3; i++) {
        decide(&b, "s", rows[i].facts);
        for (size_t k = 0; k < 3; k++) {
            const int *day = rows[i].days[k];

            HOLDS(mutaid_decision_deadline(b.d, k, &deadline, NULL) ==
                  MUTAID_OK);
            ck_assert_int_eq(deadline.last_day,
                             mutaid_date_from_civil(day[0], day[1], day[2]));
        }
    }
    close_book(&b);
}
END_TEST

/* --- 7. what an officer decides ------------------------------------------------------ */

START_TEST(point_7_an_amount_to_be_decided_is_least_to_most_until_it_is)
{
    book b = open_book(ONE("{'take': 'decided'}, {'at_most': '500.00'}"));
    mutaid_money amount = -1;

    answers(&b, "s", "'day': '2024-01-01'",
            "undetermined 0.00 to 500.00: decided");
    ck_assert_int_eq(mutaid_decision_amount(b.d, &amount, NULL),
                     MUTAID_ERROR_UNDETERMINED);
    ck_assert_int_eq(amount, -1);
    answers(&b, "s", "'day': '2024-01-01', 'decided': '499.99'",
            "eligible 499.99");
    answers(&b, "s", "'day': '2024-01-01', 'decided': '500.01'",
            "eligible 500.00");
    close_book(&b);
}
END_TEST

/* --- 9. the waterfall ------------------------------------------------------------------ */

START_TEST(point_9_shares_of_lines_sum_to_the_benefit)
{
    book b =
        open_book(WITH("'benefits': [" BENEFIT(
            "x",
            "{'take': 'cost'}, {'beyond': '1.00'}, {'times': '1/3'}, "
            "{'plus': '0.05'}, {'times': '2/7'}") ", " BENEFIT("y",
                                                               "{'take': "
                                                               "'days'}, "
                                                               "{'times': "
                                                               "'0.33'}, "
                                                               "{'times': "
                                                               "'1/7'}") "], "
                                                                         "'tota"
                                                                         "l': "
                                                                         "{'at_"
                                                                         "most'"
                                                                         ": "
                                                                         "'10."
                                                                         "00'"
                                                                         "}"));
    char facts[100];

    for (int fen = 0; fen < 9000; fen += 37) {
        int64_t shares[2] = {0, 0};

        snprintf(facts, sizeof facts,
                 "'day': '2024-01-01', 'cost': '%d.%02d', 'days': %d",
                 fen / 100, fen % 100, fen % 401);
        decide(&b, "s", facts);
        for (size_t i = 0; i < b.info.line_count; i++) {
            mutaid_line line = MUTAID_LINE_INIT;

            HOLDS(mutaid_decision_line(b.d, i, &line, NULL) == MUTAID_OK);
            HOLDS(line.item < 2);
            shares[line.item] += line.share;
        }
        for (size_t i = 0; i < 2; i++)
            ck_assert_int_eq(shares[i], item_of(&b, i).most);
    }
    close_book(&b);
}
END_TEST

/* --- 10. benefits without a condition ----------------------------------------------------- */

#define BESIDE(intended) \
    WITH("'benefits': [" BENEFIT( \
        "a", "{'take': 'cost'}") ", " \
                                 "{'id': 'b', " TITLE \
                                 ", 'when': {'is': 'member'}, 'steps': " \
                                 "[{'take': 'cost'}]}" intended "]")

START_TEST(point_10_a_benefit_without_when_beside_others_is_a_warning)
{
    ck_assert(raises(BESIDE(""), MUTAID_CODE_ALWAYS_APPLIES));
    ck_assert(!raises(ONE("{'take': 'cost'}"), MUTAID_CODE_ALWAYS_APPLIES));
}
END_TEST

/* --- 11. proofs ------------------------------------------------------------------------------ */

START_TEST(point_11_proofs_ignore_defaults)
{
    /* below zero for any `paid` but its default */
    ck_assert(raises(ONE("{'take': '0.00'}, {'minus': 'paid'}"),
                     MUTAID_CODE_NEGATIVE_BENEFIT));
}
END_TEST

START_TEST(point_11_proofs_use_the_declared_ranges)
{
    ck_assert(raises(ONE("{'take': '999999.99'}, {'minus': 'cost'}"),
                     MUTAID_CODE_NEGATIVE_BENEFIT));
    ck_assert(!raises(ONE("{'take': '1000000.00'}, {'minus': 'cost'}"),
                      MUTAID_CODE_NEGATIVE_BENEFIT));
}
END_TEST

START_TEST(point_11_days_between_ordered_facts_are_not_negative)
{
    ck_assert(!raises(
        "'facts': {'a': {'type': 'date'}, 'b': {'type': 'date',"
        " 'not_before': 'a'}, 'c': {'type': 'date', 'not_before': 'b'}},"
        " 'schemes': {'s': {" TITLE ", 'dated_by': 'a', 'benefits': [" BENEFIT(
            "b", "{'take': {'days_between': ['a', 'c']}}, {'times': "
                 "'1.00'}") "]}}",
        MUTAID_CODE_NEGATIVE_BENEFIT));
    ck_assert(raises(
        "'facts': {'a': {'type': 'date'}, 'b': {'type': 'date'}},"
        " 'schemes': {'s': {" TITLE ", 'dated_by': 'a', 'benefits': [" BENEFIT(
            "b", "{'take': {'days_between': ['a', 'b']}}, {'times': "
                 "'1.00'}") "]}}",
        MUTAID_CODE_NEGATIVE_BENEFIT));
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {point_1_a_third_three_times_is_the_whole, 0},
        {point_1_each_benefit_is_rounded_once_at_its_end, 0},
        {point_1_each_part_of_a_contribution_is_rounded, 0},
        {point_1_the_cap_of_a_total_is_rounded, 0},
        {point_1_money_is_rounded_on_entering_cumulative_and_on_each_side, 0},
        {point_1_counts_are_not_rounded_in_cumulative, 0},
        {point_1_values_are_not_rounded, 0},
        {point_1_a_value_is_rounded_by_its_own_round, 0},
        {point_2_both_sides_use_the_rule_of_this_case, 0},
        {point_2_lines_show_the_sum_and_what_is_already_counted, 0},
        {point_3_a_benefit_that_can_end_below_zero_is_refused, 0},
        {point_3_inside_a_pipeline_amounts_may_be_negative, 0},
        {point_4_a_leap_day_plus_years_is_the_last_of_february, 0},
        {point_7_an_amount_to_be_decided_is_least_to_most_until_it_is, 0},
        {point_9_shares_of_lines_sum_to_the_benefit, 0},
        {point_10_a_benefit_without_when_beside_others_is_a_warning, 0},
        {point_11_proofs_ignore_defaults, 0},
        {point_11_proofs_use_the_declared_ranges, 0},
        {point_11_days_between_ordered_facts_are_not_negative, 0},
    };

    return run_suite("semantics", tests, ROWS(tests));
}
