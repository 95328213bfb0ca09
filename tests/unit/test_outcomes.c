/* SPDX-License-Identifier: MIT */
/* test_outcomes.c - point 5 of the semantics: refused, eligible, and by what. */
#include "book.h"

#define FACTS \
    "'facts': {" \
    "'day': {'type': 'date'}," \
    "'own_day': {'type': 'date', 'optional': true}," \
    "'cost': {'type': 'money', 'at_most': '1000.00'}," \
    "'so_far': {'type': 'money', 'at_most': '1000.00', 'if_missing': '0.00'}," \
    "'age': {'type': 'count', 'at_most': 120, 'if_missing': 40}," \
    "'rate': {'type': 'rate', 'at_most': '100%', 'if_missing': '10%'}," \
    "'ill': {'type': 'flag', 'if_missing': true}," \
    "'hurt': {'type': 'flag', 'if_missing': false}," \
    "'gift': {'type': 'money', 'at_most': '100.00', 'optional': true}}"

#define CASE "'day': '2024-05-01', 'cost': '100.00', 'gift': {'absent': true}"
#define SCHEME(rest) \
    FACTS ", 'schemes': {'s': {" TITLE ", 'dated_by': 'day', " rest "}}"
#define ID(id) "'id': '" id "', " TITLE
#define PAYS(id) "{" ID(id) ", 'steps': [{'take': 'cost'}]}"
#define ENDED "{'2020-01-01': 18, '2024-01-01': null}"

static size_t failed_count(const book *b)
{
    mutaid_requirement r = MUTAID_REQUIREMENT_INIT;
    size_t count = 0;

    for (size_t i = 0; i < b->info.requirement_count; i++) {
        HOLDS(mutaid_decision_requirement(b->d, i, &r, NULL) == MUTAID_OK);
        count += r.verdict == MUTAID_VERDICT_FAILED;
    }
    return count;
}

/* --- requirements of a scheme ------------------------------------------------ */

START_TEST(point_5_all_failed_requirements_are_reported)
{
    book b = open_book(
        SCHEME("'require': ["
               "{'id': 'young', 'the': 'age', 'at_most': 30, " REASON "},"
               "{'id': 'grown', 'the': 'age', 'at_least': 18, " REASON "},"
               "{'id': 'cheap', 'the': 'cost', 'below': '99.99', " REASON "}],"
               "'exclude': [{'id': 'ill', 'is': 'ill', " BECAUSE "}],"
               "'benefits': [" PAYS("b") "]"));

    answers(&b, "s", CASE, "refused young cheap ill");
    ck_assert_int_eq(requirement_of(&b, "grown").verdict, MUTAID_VERDICT_HELD);
    ck_assert_int_eq(item_of(&b, 0).outcome, MUTAID_OUTCOME_REFUSED);
    ck_assert_int_eq(item_of(&b, 0).most, 0);
    close_book(&b);
}
END_TEST

/* Every comparison at its edge and one unit to either side. */
static const struct {
    const char *condition;
    int holds[3]; /* for 17, 18, 19 */
} edges[] = {
    {"'at_least': 18", {0, 1, 1}}, {"'at_most': 18", {1, 1, 0}},
    {"'above': 18", {0, 0, 1}},    {"'below': 18", {1, 0, 0}},
    {"'equals': 18", {0, 1, 0}},   {"'in': [18, 20]", {0, 1, 0}},
};

START_TEST(a_requirement_refuses_when_false_and_an_exclusion_when_true)
{
    book b = open_filled(
        SCHEME("'require': [{'id': 'r', 'the': 'age', @, " REASON
               "}], 'benefits': [" PAYS(
                   "b") "]}, 'x': {" TITLE
                        ", 'dated_by': 'day', 'exclude': [{'id': 'x', 'the': "
                        "'age', @, " BECAUSE "}], 'benefits': [" PAYS("b") "]"),
        edges[_i].condition);
    char facts[200];

    for (int age = 17; age <= 19; age++) {
        bool holds = edges[_i].holds[age - 17];

        snprintf(facts, sizeof facts, CASE ", 'age': %d", age);
        answers(&b, "s", facts, holds ? "eligible 100.00" : "refused r");
        answers(&b, "x", facts, holds ? "refused x" : "eligible 100.00");
    }
    close_book(&b);
}
END_TEST

START_TEST(a_failed_requirement_tells_found_required_and_distance)
{
    book b = open_book(SCHEME(
        "'require': ["
        "{'id': 'age', 'the': 'age', 'at_most': 30, " REASON "},"
        "{'id': 'cost', 'the': 'cost', 'at_least': '250.00', " REASON "},"
        "{'id': 'rate', 'the': 'rate', 'above': '25%', " REASON "},"
        "{'id': 'date', 'the': 'day', 'below': '2024-01-01', " REASON "},"
        "{'id': 'hurt', 'is': 'hurt', " REASON "}],"
        "'benefits': [" PAYS("b") "]"));

    answers(&b, "s", CASE, "refused age cost rate date hurt");
    ck_assert_str_eq(finding_of(&b, "age", 0), "age 40 / 30 / 10");
    ck_assert_str_eq(finding_of(&b, "cost", 0),
                     "cost 100.00 / 250.00 / 150.00");
    ck_assert_str_eq(finding_of(&b, "rate", 0), "rate 10% / 25% / 15%");
    ck_assert_str_eq(finding_of(&b, "date", 0),
                     "day 2024-05-01 / 2024-01-01 / 122");
    close_book(&b);
}
END_TEST

START_TEST(a_requirement_with_when_concerns_only_such_cases)
{
    book b =
        open_book(SCHEME("'require': [{'id': 'r', 'the': 'age', "
                         "'at_most': 30, 'when': {'is': 'hurt'}, " REASON "}],"
                         "'benefits': [" PAYS("b") "]"));

    answers(&b, "s", CASE, "eligible 100.00");
    ck_assert_uint_eq(b.info.requirement_count, 0);
    answers(&b, "s", CASE ", 'hurt': true", "refused r");
    close_book(&b);
}
END_TEST

/* --- dates of a scheme ---------------------------------------------------------- */

START_TEST(point_5_outside_its_days_only_not_in_force_is_reported)
{
    book b = open_book(SCHEME(
        "'from': '2024-01-01', 'until': '2024-12-31',"
        "'require': [{'id': 'r', 'the': 'age', 'at_most': 30, " REASON "}],"
        "'benefits': [" PAYS("b") "]"));

    answers(&b, "s", "'day': '2023-12-31', 'cost': '1.00'",
            "refused not_in_force");
    ck_assert_uint_eq(b.info.requirement_count, 1);
    answers(&b, "s", "'day': '2024-01-01', 'cost': '1.00', 'age': 30",
            "eligible 1.00");
    answers(&b, "s", "'day': '2024-12-31', 'cost': '1.00', 'age': 30",
            "eligible 1.00");
    answers(&b, "s", "'day': '2025-01-01', 'cost': '1.00'",
            "refused not_in_force");
    close_book(&b);
}
END_TEST

START_TEST(a_scheme_whose_date_is_absent_answers_nothing_applies)
{
    book b = open_book(
        FACTS
        ", 'schemes': {'s': {" TITLE
        ", 'dated_by': 'own_day', 'from': '2024-01-01', 'require': [{'id':"
        " 'r', 'the': 'age', 'at_most': 30, " REASON
        "}], 'benefits': [" PAYS("b") "]}}");

    answers(&b, "s", "'own_day': {'absent': true}, 'cost': '1.00'",
            "refused nothing_applies");
    close_book(&b);
}
END_TEST

/* --- benefits ----------------------------------------------------------------------- */

START_TEST(point_5_nothing_applies_where_no_benefit_does)
{
    book b = open_book(SCHEME("'benefits': [{" ID(
        "b") ", 'when': {'is': 'hurt'}, 'steps': [{'take': 'cost'}]}]"));

    answers(&b, "s", CASE, "refused nothing_applies");
    ck_assert_int_eq(item_of(&b, 0).outcome, MUTAID_OUTCOME_NOT_APPLYING);
    close_book(&b);
}
END_TEST

START_TEST(point_5_a_scheme_is_refused_when_each_benefit_that_applies_is)
{
    book b = open_book(SCHEME(
        "'benefits': ["
        "{" ID(
            "a") ", 'require': [{'id': 'ra', 'the': 'age', 'at_most': "
                 "30, " REASON "}], 'steps': [{'take': 'cost'}]},"
                 "{" ID(
                     "b") ", 'exclude': [{'id': 'xb', 'is': 'hurt', " BECAUSE
                          "}], 'steps': [{'take': 'cost'}, {'times': '50%'}]},"
                          "{" ID("c") ", 'when': {'is': 'hurt'}, 'steps': "
                                      "[{'take': 'cost'}]}"
                                      "]"));

    answers(&b, "s", CASE, "eligible 50.00");
    ck_assert_int_eq(item_of(&b, 0).outcome, MUTAID_OUTCOME_REFUSED);
    ck_assert_int_eq(item_of(&b, 2).outcome, MUTAID_OUTCOME_NOT_APPLYING);
    ck_assert_uint_eq(failed_count(&b), 1);
    answers(&b, "s", CASE ", 'hurt': true", "eligible 100.00");
    close_book(&b);

    b = open_book(SCHEME("'benefits': ["
                         "{" ID("a") ", 'require': [{'id': 'ra', 'the': 'age', "
                                     "'at_most': 30, " REASON
                                     "}], 'steps': [{'take': 'cost'}]},"
                                     "{" ID("c") ", 'when': {'is': 'hurt'}, "
                                                 "'steps': [{'take': 'cost'}]}"
                                                 "]"));
    answers(&b, "s", CASE, "refused ra");
    close_book(&b);
}
END_TEST

START_TEST(point_5_a_decision_may_be_eligible_with_nothing)
{
    book b = open_book(SCHEME("'benefits': [" PAYS("b") "]"));

    answers(&b, "s", "'day': '2024-01-01', 'cost': '0.00'", "eligible 0.00");
    ck_assert_int_eq(item_of(&b, 0).outcome, MUTAID_OUTCOME_ELIGIBLE);
    close_book(&b);
}
END_TEST

START_TEST(point_5_a_benefit_outside_its_own_days_is_refused)
{
    book b = open_book(SCHEME("'benefits': [" PAYS("a") ", {" ID(
        "b") ", 'from': '2024-05-02', 'until': '2024-05-03', 'when': {'is': "
             "'ill'}"
             ", 'steps': [{'take': 'cost'}]}]"));

    answers(&b, "s", CASE, "eligible 100.00");
    ck_assert_int_eq(item_of(&b, 1).outcome, MUTAID_OUTCOME_REFUSED);
    ck_assert_uint_eq(requirement_of(&b, "not_in_force").item, 1);
    answers(&b, "s", CASE ", 'ill': false", "eligible 100.00");
    ck_assert_int_eq(item_of(&b, 1).outcome, MUTAID_OUTCOME_NOT_APPLYING);
    answers(&b, "s", "'day': '2024-05-02', 'cost': '1.00'", "eligible 2.00");
    answers(&b, "s", "'day': '2024-05-03', 'cost': '1.00'", "eligible 2.00");
    answers(&b, "s", "'day': '2024-05-04', 'cost': '1.00'", "eligible 1.00");
    close_book(&b);
}
END_TEST

START_TEST(a_benefit_whose_own_date_is_absent_does_not_apply)
{
    book b = open_book(SCHEME("'benefits': [" PAYS("a") ", {" ID(
        "b") ", 'dated_by': 'own_day', 'when': {'is': 'ill'}, 'require': "
             "[{'id': "
             "'r', 'the': 'age', 'at_most': 30, " REASON "}], 'steps': "
             "[{'take': 'cost'}]}]"));

    answers(&b, "s", CASE ", 'own_day': {'absent': true}", "eligible 100.00");
    ck_assert_int_eq(item_of(&b, 1).outcome, MUTAID_OUTCOME_NOT_APPLYING);
    ck_assert_uint_eq(b.info.requirement_count, 0);
    close_book(&b);
}
END_TEST

/* --- no rule, no value --------------------------------------------------------------------- */

static const struct {
    const char *rest, *answer;
} gaps[] = {
    /* inside a benefit: that benefit */
    {"'benefits': [{" ID("b") ", 'steps': [{'take': 'cost'}, {'times': " ENDED
                              "}]}]",
     "refused no_rule"},
    {"'benefits': [" PAYS("a") ", {" ID("b") ", 'steps': [{'take': 'cost'}, "
                                             "{'times': " ENDED "}]}]",
     "eligible 100.00"},
    /* in a requirement of the scheme: that requirement */
    {"'require': [{'id': 'r', 'the': 'age', 'at_least': " ENDED ", " REASON
     "}], 'benefits': [" PAYS("b") "]",
     "refused r"},
    /* in what a benefit asks: that benefit */
    {"'benefits': [" PAYS("a") ", {" ID("b") ", 'when': {'the': 'age', "
                                             "'at_least': " ENDED
                                             "}, 'steps': [{'take': 'cost'}]}]",
     "eligible 100.00"},
    {"'benefits': [{" ID("b") ", 'when': {'the': 'age', 'at_least': " ENDED
                              "}, 'steps': [{'take': 'cost'}]}]",
     "refused no_rule"},
    {"'benefits': [{" ID("b") ", 'require': [{'id': 'r', 'the': 'age', "
                              "'at_least': " ENDED ", " REASON
                              "}], 'steps': [{'take': 'cost'}]}]",
     "refused r"},
    {"'benefits': [{" ID("b") ", 'exclude': [{'id': 'x', 'the': 'age', "
                              "'below': " ENDED ", " BECAUSE
                              "}], 'steps': [{'take': 'cost'}]}]",
     "refused x"},
    /* in what concerns the whole: the scheme */
    {"'exclude': [{'id': 'x', 'the': 'age', 'below': " ENDED ", " BECAUSE
     "}], 'benefits': [" PAYS("b") "]",
     "refused x"},
    {"'benefits': [" PAYS("b") "], 'total': {'at_most': {'2020-01-01': "
                               "'10.00', '2024-01-01': null}}",
     "refused no_rule"},
    {"'benefits': [" PAYS("b") "], 'deadlines': [{'id': 'd', 'later': 'day',"
                               " 'months': " ENDED ", 'kept_by': 'day'}]",
     "refused d"},
    /* with information only, nothing */
    {"'benefits': [" PAYS("b") "], 'deadlines': [{'id': 'd', 'later': 'day',"
                               " 'months': " ENDED "}]",
     "eligible 100.00"},
    /* what is not reached does not matter */
    {"'benefits': [{" ID("b") ", 'steps': [{'take': 'cost'}, {'times': " ENDED
                              ", 'when': {'is': 'hurt'}}]}]",
     "eligible 100.00"},
    {"'require': [{'id': 'r', 'any': [{'is': 'ill'}, {'the': 'age', "
     "'at_least': " ENDED "}], " REASON "}], 'benefits': [" PAYS("b") "]",
     "eligible 100.00"},
    /* something absent: no value */
    {"'benefits': [{" ID("b") ", 'steps': [{'take': 'cost'}, {'plus': 'gift'}"
                              "]}]",
     "refused no_value"},
    {"'benefits': [{" ID("b") ", 'steps': [{'take': {'sum': ['cost', 'gift']}"
                              "}]}]",
     "eligible 100.00"},
    {"'benefits': [{" ID("b") ", 'steps': [{'take': {'sum': ['gift', 'gift']}"
                              "}]}]",
     "refused no_value"},
    {"'require': [{'id': 'r', 'the': 'gift', 'at_most': '5.00', " REASON
     "}], 'benefits': [" PAYS("b") "]",
     "refused r"},
    {"'require': [{'id': 'r', 'none': [{'the': 'gift', 'at_most': "
     "'5.00'}], " REASON "}], 'benefits': [" PAYS("b") "]",
     "eligible 100.00"},
};

START_TEST(point_5_no_rule_and_no_value_refuse_what_they_stand_in)
{
    book b = open_filled(SCHEME("@"), gaps[_i].rest);

    answers(&b, "s", CASE, gaps[_i].answer);
    close_book(&b);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {point_5_all_failed_requirements_are_reported, 0},
        {a_requirement_refuses_when_false_and_an_exclusion_when_true,
         ROWS(edges)},
        {a_failed_requirement_tells_found_required_and_distance, 0},
        {a_requirement_with_when_concerns_only_such_cases, 0},
        {point_5_outside_its_days_only_not_in_force_is_reported, 0},
        {a_scheme_whose_date_is_absent_answers_nothing_applies, 0},
        {point_5_nothing_applies_where_no_benefit_does, 0},
        {point_5_a_scheme_is_refused_when_each_benefit_that_applies_is, 0},
        {point_5_a_decision_may_be_eligible_with_nothing, 0},
        {point_5_a_benefit_outside_its_own_days_is_refused, 0},
        {a_benefit_whose_own_date_is_absent_does_not_apply, 0},
        {point_5_no_rule_and_no_value_refuse_what_they_stand_in, ROWS(gaps)},
    };

    return run_suite("outcomes", tests, ROWS(tests));
}
