/* SPDX-License-Identifier: MIT */
/* test_open.c - point 6 of the semantics: facts that are not given. */
#include "book.h"

#define FACTS \
    "'facts': {" \
    "'day': {'type': 'date'}," \
    "'end': {'type': 'date', 'not_before': 'day'}," \
    "'cost': {'type': 'money', 'at_most': '1000.00'}," \
    "'more': {'type': 'money', 'at_most': '1000.00', 'if_missing': '0.00'}," \
    "'age': {'type': 'count', 'at_most': 120}," \
    "'share': {'type': 'rate', 'at_most': '100%'}," \
    "'area': {'type': 'measure', 'unit': 'm2', 'decimals': 1, 'at_most': " \
    "'90 m2'}," \
    "'ill': {'type': 'flag'}," \
    "'hurt': {'type': 'flag'}," \
    "'ward': {'type': 'choice', 'choices': [{'code': 'a', 'lists': ['ab']}," \
    " {'code': 'b', 'lists': ['ab']}, {'code': 'c'}]}," \
    "'gift': {'type': 'money', 'at_most': '100.00', 'optional': true}}"

#define ID(id) "'id': '" id "', " TITLE
#define SCHEME(rest) \
    FACTS ", 'schemes': {'s': {" TITLE ", 'dated_by': 'day', " rest "}}"
#define ONE(steps) SCHEME("'benefits': [{" ID("b") ", 'steps': [" steps "]}]")
#define PAYS(amount) \
    "'benefits': [{" ID("b") ", 'steps': [{'take': " amount "}]}]"

/* A scheme of one pipeline, facts, and what comes out. */
static const struct {
    const char *steps, *facts, *answer;
} singles[] = {
    /* flags and choices, case by case */
    {"{'take': {'choose': [{'when': {'is': 'ill'}, 'use': '5.00'}, "
     "{'use': '7.00'}]}}",
     "", "undetermined 5.00 to 7.00: ill"},
    {"{'take': {'choose': [{'when': {'is': 'ill'}, 'use': '5.00'}, "
     "{'use': '5.00'}]}}",
     "", "eligible 5.00"},
    {"{'take': '9.00'}, {'minus': '4.00', 'when': {'is': 'ill'}}, "
     "{'plus': '4.00', 'when': {'is': 'ill'}}",
     "", "eligible 9.00"},
    {"{'take': {'choose': [{'when': {'the': 'ward', 'in': 'ab'}, 'use': "
     "'5.00'}, {'use': '7.00'}]}}",
     "", "undetermined 5.00 to 7.00: ward"},
    {"{'take': {'choose': [{'when': {'the': 'ward', 'in': ['a', 'b', 'c']}, "
     "'use': '5.00'}, {'use': '7.00'}]}}",
     "", "eligible 5.00"},
    /* both differ, though neither alone decides */
    {"{'take': '0.00'}, {'plus': '5.00', 'when': {'all': [{'is': 'ill'}, "
     "{'is': 'hurt'}]}}",
     "", "undetermined 0.00 to 5.00: ill hurt"},
    {"{'take': '0.00'}, {'plus': '5.00', 'when': {'all': [{'is': 'ill'}, "
     "{'is': 'hurt'}]}}",
     "'ill': false", "eligible 0.00"},
    /* numbers as intervals, tight where one is open */
    {"{'take': 'cost'}, {'times': '50%'}", "",
     "undetermined 0.00 to 500.00: cost"},
    {"{'take': 'cost'}, {'at_most': '0.00'}", "", "eligible 0.00"},
    {"{'take': 'cost'}, {'bands': [{'from': '0.00', 'use': '3.00'}, "
     "{'from': '500.00', 'use': '9.00'}, {'from': '500.01', 'use': '4.00'}]}",
     "", "undetermined 3.00 to 9.00: cost"},
    {"{'take': 'cost'}, {'times': 'share'}", "'cost': '10.00'",
     "undetermined 0.00 to 10.00: share"},
    {"{'take': '1.00'}, {'times': 'area'}", "",
     "undetermined 0.00 to 90.00: area"},
    /* an optional fact may also be absent */
    {"{'take': {'sum': ['gift', '5.00']}}", "",
     "undetermined 5.00 to 105.00: gift"},
    {"{'take': '5.00'}, {'plus': '2.00', 'when': {'exists': 'gift'}}", "",
     "undetermined 5.00 to 7.00: gift"},
    {"{'take': 'gift'}", "", "undetermined 0.00 to 100.00: gift"},
    /* a default is no open fact */
    {"{'take': 'more'}", "", "eligible 0.00"},
    /* an open date is split at the entries that are read by it */
    {"{'take': {'2000-01-01': '1.00', '2010-01-01': '8.00', '2020-01-01': "
     "'2.00'}}",
     "'day': '2009-12-31'", "eligible 1.00"},
    {"{'take': {'1900-01-01': '1.00', '2010-01-01': '8.00', '2020-01-01': "
     "'2.00'}}",
     "", "undetermined 1.00 to 8.00: day"},
    {"{'take': {'1900-01-01': '4.00', '2010-01-01': '4.00'}}", "",
     "eligible 4.00"},
    {"{'take': {'days_between': ['day', 'end']}}, {'times': '1.00'}",
     "'day': '2199-12-29'", "undetermined 0.00 to 2.00: end"},
    {"{'take': {'days_between': ['day', 'end']}}, {'times': '1.00'}",
     "'end': '1900-01-03'", "undetermined 0.00 to 2.00: day"},
    {"{'take': {'days_between': ['day', 'end']}}, {'times': '1.00'}, "
     "{'at_most': '0.00'}",
     "", "eligible 0.00"},
    /* no rule on a branch that is only possible */
    {"{'take': {'2010-01-01': '8.00'}}", "", "undetermined 0.00 to 8.00: day"},
    {"{'take': '8.00'}, {'times': {'1900-01-01': 2, '1901-01-01': null}, "
     "'when': {'is': 'ill'}}",
     "'day': '2000-01-01'", "undetermined 0.00 to 8.00: ill"},
    {"{'take': '8.00'}, {'plus': 'gift', 'when': {'is': 'ill'}}",
     "'gift': {'absent': true}", "undetermined 0.00 to 8.00: ill"},
};

START_TEST(point_6_one_pipeline_with_open_facts)
{
    char facts[200];
    book b = open_filled(ONE("@"), singles[_i].steps);
    bool has_day = strstr(singles[_i].facts, "'day'") != NULL ||
                   strstr(singles[_i].answer, "day") != NULL ||
                   strstr(singles[_i].steps, "19") != NULL ||
                   strstr(singles[_i].steps, "'end'") != NULL;

    snprintf(
        facts, sizeof facts, "%s%s%s", has_day ? "" : "'day': '2024-01-01'",
        has_day || singles[_i].facts[0] == '\0' ? "" : ", ", singles[_i].facts);
    answers(&b, "s", facts, singles[_i].answer);
    close_book(&b);
}
END_TEST

START_TEST(point_6_a_fact_that_cannot_change_the_answer_is_not_missing)
{
    book b = open_book(SCHEME("'require': [{'id': 'r', 'is': 'ill', " REASON
                              "}], " PAYS("'cost'")));

    answers(&b, "s", "'day': '2024-01-01', 'ill': false", "refused r");
    answers(&b, "s", "'day': '2024-01-01', 'ill': true, 'cost': '1.00'",
            "eligible 1.00");
    answers(&b, "s", "'day': '2024-01-01'",
            "undetermined 0.00 to 1000.00: cost ill");
    close_book(&b);
}
END_TEST

/* --- open requirements ---------------------------------------------------------- */

static const struct {
    const char *require, *amount, *answer;
} requires[] = {
    {"'the': 'cost', 'at_most': '300.00'", "'cost'",
     "undetermined 0.00 to 300.00: cost"},
    {"'the': 'cost', 'below': '300.00'", "'cost'",
     "undetermined 0.00 to 299.99: cost"},
    {"'the': 'cost', 'at_least': '300.00', 'at_most': '400.00'", "'cost'",
     "undetermined 0.00 to 400.00: cost"},
    {"'the': 'age', 'below': 30",
     "{'steps': [{'take': 'age'}, {'times': "
     "'1.00'}]}",
     "undetermined 0.00 to 29.00: age"},
    {"'the': 'share', 'at_most': '30%'",
     "{'steps': [{'take': '100.00'}, "
     "{'times': 'share'}]}",
     "undetermined 0.00 to 30.00: share"},
    {"'the': 'share', 'below': '1/3'",
     "{'steps': [{'take': '1000000.00'}, "
     "{'times': 'share'}]}",
     "undetermined 0.00 to 333333.00: share"},
    {"'the': 'area', 'above': '20 m2'",
     "{'steps': [{'take': '1000.00'}, "
     "{'minus': {'steps': [{'take': 'area'}, {'times': '10.00'}]}}]}",
     "undetermined 0.00 to 799.00: area"},
    /* what is no bound on the fact itself narrows nothing */
    {"'any': [{'the': 'cost', 'at_most': '300.00'}, {'the': 'cost', "
     "'above': '999.00'}]",
     "'cost'", "undetermined 0.00 to 1000.00: cost"},
    {"'the': 'cost', 'at_most': 'more'", "'cost'",
     "undetermined 0.00 to 0.00: cost"},
};

START_TEST(point_6_an_open_requirement_narrows_its_fact_for_the_most)
{
    char *text = filled(SCHEME("'require': [{'id': 'r', @, " REASON "}], "
                               "'benefits': [{" ID("b") ", 'steps': [{'take': "
                                                        "?}]}]"),
                        requires[_i].require);
    char *mark = strchr(text, '?');

    *mark = '@';
    book b = open_filled(text, requires[_i].amount);
    answers(&b, "s", "'day': '2024-01-01'", requires[_i].answer);
    free(text);
    close_book(&b);
}
END_TEST

START_TEST(point_6_narrowing_holds_for_a_second_open_fact)
{
    book b = open_book(SCHEME("'require': [{'id': 'r', 'the': 'cost', "
                              "'at_most': '300.00', " REASON
                              "}], " PAYS("{'steps': [{'take': "
                                          "'cost'}, {'times': 'share'}]}")));

    answers(&b, "s", "'day': '2024-01-01'",
            "undetermined 0.00 to 300.00: cost share");
    close_book(&b);
}
END_TEST

START_TEST(point_6_an_open_requirement_is_reported_as_open)
{
    book b =
        open_book(SCHEME("'require': [{'id': 'r', 'is': 'ill', " REASON
                         "}, {'id': 'q', 'the': 'age', 'at_least': 18, " REASON
                         "}], " PAYS("'cost'")));

    answers(&b, "s", "'day': '2024-01-01', 'cost': '1.00', 'age': 20",
            "undetermined 0.00 to 1.00: ill");
    ck_assert_int_eq(requirement_of(&b, "r").verdict, MUTAID_VERDICT_OPEN);
    ck_assert_int_eq(requirement_of(&b, "q").verdict, MUTAID_VERDICT_HELD);
    answers(&b, "s", "'day': '2024-01-01', 'cost': '1.00', 'age': 17",
            "refused q");
    close_book(&b);
}
END_TEST

START_TEST(point_6_an_open_requirement_says_what_it_asks)
{
    book b = open_book(SCHEME(
        "'require': [{'id': 'r', 'the': 'cost', "
        "'at_least': '0.00', 'at_most': '300.00', " REASON "}, {'id': 'q', "
        "'the': 'age', 'at_most': 0, " REASON "}], " PAYS("'cost'")));

    answers(&b, "s", "'day': '2024-01-01'",
            "undetermined 0.00 to 300.00: cost age");
    ck_assert_uint_eq(requirement_of(&b, "r").finding_count, 1);
    ck_assert_str_eq(finding_of(&b, "r", 0), "cost open / 300.00 / none");
    ck_assert_uint_eq(requirement_of(&b, "q").finding_count, 1);
    ck_assert_str_eq(finding_of(&b, "q", 0), "age open / 0 / none");
    close_book(&b);
}
END_TEST

START_TEST(point_6_a_part_that_comes_into_force_is_open_in_its_date)
{
    book b = open_book(
        SCHEME("'from': '2020-01-01', 'until': '2020-12-31', " PAYS("'cost'")));

    answers(&b, "s", "'cost': '1.00'", "undetermined 0.00 to 1.00: day");
    close_book(&b);
}
END_TEST

/* --- totals -------------------------------------------------------------------------- */

START_TEST(a_total_bounds_the_sum_of_open_benefits)
{
    book b = open_book(
        SCHEME("'benefits': [{" ID("a") ", 'steps': [{'take': 'cost'}]}, {" ID(
            "b") ", 'steps': [{'take': 'cost'}]}, {" ID("c") ", 'steps': "
                                                             "[{'take': "
                                                             "'100.00'}, "
                                                             "{'times': "
                                                             "'share'}]}], "
                                                             "'total': "
                                                             "{'at_most': "
                                                             "'150.00', "
                                                             "'so_far': "
                                                             "'more'}"));

    answers(&b, "s", "'day': '2024-01-01'",
            "undetermined 0.00 to 150.00: cost share");
    answers(&b, "s", "'day': '2024-01-01', 'cost': '60.00'",
            "undetermined 120.00 to 150.00: share");
    answers(&b, "s", "'day': '2024-01-01', 'cost': '75.00'", "eligible 150.00");
    answers(&b, "s", "'day': '2024-01-01', 'more': '150.00'", "eligible 0.00");
    close_book(&b);
}
END_TEST

/* --- many ------------------------------------------------------------------------------ */

/* Past the published number of splits the interval is wider, but holds. */
START_TEST(point_6_more_flags_than_can_be_split_still_give_sound_bounds)
{
    char text[8000], step[120];

    strcpy(text, "'facts': {'day': {'type': 'date'}");
    for (int i = 0; i < 20; i++) {
        snprintf(step, sizeof step, ", 'f%d': {'type': 'flag'}", i);
        strcat(text, step);
    }
    strcat(text, "}, 'schemes': {'s': {" TITLE ", 'dated_by': 'day', "
                 "'benefits': [{" ID("b") ", 'steps': [{'take': '0.00'}");
    for (int i = 0; i < 20; i++) {
        snprintf(step, sizeof step,
                 ", {'plus': '%d.00', 'when': {'is': 'f%d'}}", 1 << i % 10, i);
        strcat(text, step);
    }
    strcat(text, "]}]}}");
    book b = open_book(text);
    decide(&b, "s", "'day': '2024-01-01'");
    ck_assert_int_eq(b.info.outcome, MUTAID_OUTCOME_UNDETERMINED);
    ck_assert_int_eq(b.info.least, 0);
    ck_assert_int_ge(b.info.most, 2 * 102300);
    ck_assert_uint_eq(b.info.missing_count, 20);
    close_book(&b);
}
END_TEST

START_TEST(facts_in_the_wrong_order_are_an_error_that_names_them)
{
    book b = open_book(ONE("{'take': 'cost'}"));
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_decision_info info = MUTAID_DECISION_INFO_INIT;

    decide(&b, "s", "'day': '2024-01-01', 'cost': '1.00'");
    HOLDS(try_facts(&b, "'day': '2024-01-02', 'end': '2024-01-01'", &error) ==
          MUTAID_OK);
    ck_assert_int_eq(mutaid_decide(b.c, "s", b.d, &error), MUTAID_ERROR_RANGE);
    ck_assert_int_eq(error.code, MUTAID_CODE_FACTS_CONTRADICT);
    ck_assert_str_eq(error.fact, "end");
    ck_assert_int_eq(mutaid_decision_describe(b.d, &info, NULL),
                     MUTAID_ERROR_ARGUMENT);
    answers(&b, "s",
            "'day': '2024-01-02', 'end': '2024-01-02', 'cost': "
            "'1.00'",
            "eligible 1.00");
    close_book(&b);
}
END_TEST

/* A chain of five, declared in any order, with only its ends given. */
static const char *const orders[] = {"01234", "43210", "20431", "34021"};

START_TEST(facts_in_the_wrong_order_through_a_chain_are_an_error)
{
    char text[2000], fact[100];
    mutaid_error error = MUTAID_ERROR_INIT;

    strcpy(text, "'facts': {'n': {'type': 'count', 'at_most': 9}");
    for (int i = 0; i < 5; i++) {
        int k = orders[_i][i] - '0';

        if (k == 0)
            snprintf(fact, sizeof fact, ", 'd0': {'type': 'date'}");
        else
            snprintf(fact, sizeof fact,
                     ", 'd%d': {'type': 'date', 'not_before': 'd%d'}", k,
                     k - 1);
        strcat(text, fact);
    }
    strcat(text,
           "}, 'schemes': {'s': {" TITLE ", 'dated_by': 'd0', "
           "'benefits': [{" ID(
               "b") ", 'steps': [{'take': "
                    "{'days_between': ['d1', 'd3']}}, {'times': '1.00'}]}]}}");
    book b = open_book(text);
    HOLDS(try_facts(&b, "'d0': '2024-01-02', 'd4': '2024-01-01'", &error) ==
          MUTAID_OK);
    ck_assert_int_eq(mutaid_decide(b.c, "s", b.d, NULL), MUTAID_ERROR_RANGE);
    answers(&b, "s", "'d0': '2024-01-02', 'd4': '2024-01-05'",
            strcmp(orders[_i], "01234") == 0
                ? "undetermined 0.00 to 3.00: d1 d3"
                : "undetermined 0.00 to 3.00: d3 d1");
    close_book(&b);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {point_6_one_pipeline_with_open_facts, ROWS(singles)},
        {point_6_a_fact_that_cannot_change_the_answer_is_not_missing, 0},
        {point_6_an_open_requirement_narrows_its_fact_for_the_most,
         ROWS(requires)},
        {point_6_narrowing_holds_for_a_second_open_fact, 0},
        {point_6_an_open_requirement_is_reported_as_open, 0},
        {point_6_an_open_requirement_says_what_it_asks, 0},
        {point_6_a_part_that_comes_into_force_is_open_in_its_date, 0},
        {a_total_bounds_the_sum_of_open_benefits, 0},
        {point_6_more_flags_than_can_be_split_still_give_sound_bounds, 0},
        {facts_in_the_wrong_order_are_an_error_that_names_them, 0},
        {facts_in_the_wrong_order_through_a_chain_are_an_error, ROWS(orders)},
    };

    return run_suite("open", tests, ROWS(tests));
}
