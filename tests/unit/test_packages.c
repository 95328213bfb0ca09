/* SPDX-License-Identifier: MIT */
/* test_packages.c - several schemes by one enrolment. */
#include "book.h"

#define FACTS \
    "'facts': {" \
    "'enrolled': {'type': 'date'}," \
    "'day': {'type': 'date'}," \
    "'cost': {'type': 'money', 'at_most': '1000.00'}," \
    "'units': {'type': 'count', 'at_most': 9}," \
    "'people': {'type': 'count', 'at_most': 8}," \
    "'ill': {'type': 'flag'}," \
    "'male': {'type': 'flag', 'if_missing': false}," \
    "'plan': {'type': 'choice', 'choices': [{'code': 'a'}, {'code': 'b'}]}}"

#define ID(id) "'id': '" id "', " TITLE
#define REQUIRE(id, condition) \
    "'require': [{'id': '" id "', " condition ", " REASON "}], "

/* care pays cost x units, from 2020; cash 10.00 in plan a, 20.00 in plan b,
 * and costs the same. */
#define SCHEMES \
    "'schemes': {" \
    "'care': {" TITLE ", 'dated_by': 'day', 'from': '2020-01-01', " REQUIRE("few", "'the': 'units', 'at_most': 5") "'benefits': [{" ID( \
        "b") ", 'steps': [{'take': 'cost'}, {'times': " \
             "'units'}]}], 'contribution': {'dated_by': 'enrolled', 'parts': " \
             "[{" ID("fee") ", 'steps': [{'take': 'units'}, {'times': " \
                            "'3.00'}]}]}}," \
                            "'cash': {" TITLE \
                            ", 'dated_by': 'day', " REQUIRE("healthy", "'none" \
                                                                       "': " \
                                                                       "[{'" \
                                                                       "is': " \
                                                                       "'ill'" \
                                                                       "}]") "'benefits': [{" ID( \
                                "b") ", 'steps': [{'take': {'choose': " \
                                     "[{'when': " \
                                     "{'the': 'plan', 'equals': 'a'}, 'use': " \
                                     "'10.00'}, {'use': '20.00'}]}}]}]" \
                                     ", 'contribution': {'dated_by': " \
                                     "'enrolled', 'parts': [{" ID( \
                                         "fee") ", 'steps': [{'take': " \
                                                "{'choose': [{'when': " \
                                                "{'the': 'plan', 'equals': " \
                                                "'a'}, 'use': '1.00'}, " \
                                                "{'use': '2.00'}]}}]}]}}," \
                                                "'free': {" TITLE \
                                                ", 'dated_by': 'day', " \
                                                "'benefits': [{" ID( \
                                                    "b") ", 'steps': " \
                                                         "[{'take': " \
                                                         "'1.00'}]}]}}"

#define PACKAGE(rest) \
    FACTS ", " SCHEMES ", 'packages': {'p': {" TITLE ", 'dated_by': " \
          "'enrolled', " rest "}}"
#define BOTH \
    "'contains': [{'scheme': 'care', 'with': {'units': 3}}, {'scheme': " \
    "'cash', 'with': {'plan': 'b'}}]"
#define DAYS "'enrolled': '2023-12-01', 'day': '2024-05-01'"

START_TEST(a_package_adds_what_its_schemes_pay_and_cost)
{
    book b = open_book(PACKAGE(BOTH));

    answers(&b, "p", DAYS ", 'cost': '5.00', 'ill': false", "eligible 35.00");
    ck_assert_uint_eq(b.info.item_count, 4);
    ck_assert_int_eq(item_of(&b, 0).most, 1500);
    ck_assert_int_eq(item_of(&b, 1).most, 1500);
    ck_assert_int_eq(item_of(&b, 3).most, 2000);
    answers(&b, "p.contribution", DAYS, "eligible 11.00");
    answers(&b, "care", DAYS ", 'cost': '5.00'",
            "undetermined 0.00 to 25.00: units");
    close_book(&b);
}
END_TEST

START_TEST(a_package_is_eligible_if_one_scheme_is_and_lists_the_refused)
{
    book b = open_book(PACKAGE(BOTH));

    answers(&b, "p", DAYS ", 'cost': '5.00', 'ill': true", "eligible 15.00");
    ck_assert_int_eq(requirement_of(&b, "healthy").verdict,
                     MUTAID_VERDICT_FAILED);
    ck_assert_uint_eq(requirement_of(&b, "healthy").item, 2);
    ck_assert_int_eq(item_of(&b, 2).outcome, MUTAID_OUTCOME_REFUSED);
    ck_assert_int_eq(item_of(&b, 3).outcome, MUTAID_OUTCOME_REFUSED);
    ck_assert_int_eq(item_of(&b, 3).most, 0);
    answers(&b, "p",
            "'enrolled': '2019-01-01', 'day': '2019-05-01', 'cost': "
            "'5.00', 'ill': true",
            "refused not_in_force healthy");
    close_book(&b);
}
END_TEST

START_TEST(a_package_has_its_own_days)
{
    book b = open_book(
        PACKAGE("'from': '2023-12-01', 'until': '2023-12-31', " BOTH));

    answers(&b, "p", "'enrolled': '2023-11-30', 'day': '2024-05-01'",
            "refused not_in_force");
    answers(&b, "p",
            "'enrolled': '2023-12-01', 'day': '2024-05-01', 'cost': "
            "'5.00', 'ill': false",
            "eligible 35.00");
    answers(&b, "p",
            "'enrolled': '2023-12-31', 'day': '2024-05-01', 'cost': "
            "'5.00', 'ill': false",
            "eligible 35.00");
    answers(&b, "p", "'enrolled': '2024-01-01', 'day': '2024-05-01'",
            "refused not_in_force");
    close_book(&b);
}
END_TEST

START_TEST(a_scheme_may_stand_twice_with_ids)
{
    book b = open_book(PACKAGE(
        "'contains': [{'scheme': 'cash', 'id': 'one', "
        "'with': {'plan': 'a'}}, {'scheme': 'cash', 'id': 'two', 'with': "
        "{'plan': 'b'}}]"));
    mutaid_item_info item = MUTAID_ITEM_INFO_INIT;
    size_t part;

    answers(&b, "p", DAYS ", 'ill': false", "eligible 30.00");
    HOLDS(mutaid_rulebook_part_index(b.rulebook, "p", &part, NULL) ==
          MUTAID_OK);
    HOLDS(mutaid_rulebook_item(b.rulebook, part, 3, &item, NULL) == MUTAID_OK);
    ck_assert_str_eq(item.id, "two.b");
    ck_assert_uint_eq(item.depth, 1);
    close_book(&b);
    ck_assert(raises(PACKAGE("'contains': [{'scheme': 'cash'}, {'scheme': "
                             "'cash'}]"),
                     MUTAID_CODE_DUPLICATE_ID));
}
END_TEST

START_TEST(a_fact_that_a_package_gives_is_never_missing)
{
    book b = open_book(PACKAGE(BOTH));

    answers(&b, "p", DAYS, "undetermined 0.00 to 3020.00: cost ill");
    answers(&b, "p",
            DAYS ", 'units': 9, 'plan': 'a', 'cost': '5.00', 'ill': "
                 "false",
            "eligible 35.00");
    close_book(&b);
}
END_TEST

START_TEST(schemes_of_a_package_share_the_facts_that_it_does_not_give)
{
    book b = open_book(PACKAGE("'contains': [{'scheme': 'care'}, {'scheme': "
                               "'care', 'id': 'again'}]"));

    answers(&b, "p", DAYS ", 'cost': '5.00'",
            "undetermined 0.00 to 50.00: units");
    answers(&b, "p", DAYS ", 'cost': '5.00', 'units': 2", "eligible 20.00");
    close_book(&b);
}
END_TEST

/* --- when ------------------------------------------------------------------- */

#define CHOSEN \
    PACKAGE("'contains': [{'scheme': 'care', 'when': {'the': 'people', " \
            "'at_least': 2}}, {'scheme': 'cash', 'when': {'is': 'ill'}, " \
            "'with': {'plan': 'a'}}, {'scheme': 'free', 'when': {'is': " \
            "'male'}}]")

static size_t notes_about(const book *b, const char *name)
{
    mutaid_note note = MUTAID_NOTE_INIT;
    size_t fact, count = 0;

    HOLDS(mutaid_rulebook_fact_index(b->rulebook, name, &fact, NULL) ==
          MUTAID_OK);
    for (size_t i = 0; i < b->info.note_count; i++) {
        HOLDS(mutaid_decision_note(b->d, i, &note, NULL) == MUTAID_OK);
        count += note.kind == MUTAID_NOTE_DEFAULT && note.fact == fact;
    }
    return count;
}

START_TEST(in_when_what_is_not_given_counts_as_absent_and_is_noted)
{
    book b = open_book(CHOSEN);

    answers(&b, "p", DAYS ", 'cost': '5.00', 'units': 1",
            "refused nothing_applies");
    ck_assert_uint_eq(notes_about(&b, "people"), 1);
    ck_assert_uint_eq(notes_about(&b, "ill"), 1);
    ck_assert_uint_eq(notes_about(&b, "male"), 1);
    answers(&b, "p", DAYS ", 'cost': '5.00', 'units': 1, 'people': 2",
            "eligible 5.00");
    ck_assert_uint_eq(notes_about(&b, "people"), 0);
    ck_assert_int_eq(item_of(&b, 2).outcome, MUTAID_OUTCOME_NOT_APPLYING);
    answers(&b, "p", DAYS ", 'people': 1, 'male': true", "eligible 1.00");
    close_book(&b);
}
END_TEST

START_TEST(outside_when_the_same_fact_stays_open)
{
    book b = open_book(
        PACKAGE("'contains': [{'scheme': 'cash', 'when': "
                "{'none': [{'is': 'ill'}]}, 'with': {'plan': 'a'}}]"));

    answers(&b, "p", DAYS, "undetermined 0.00 to 10.00: ill");
    close_book(&b);
}
END_TEST

START_TEST(when_is_read_on_the_day_of_the_package)
{
    book b = open_book(PACKAGE(
        "'contains': [{'scheme': 'free', 'when': "
        "{'the': 'people', 'at_least': {'2000-01-01': 2, '2024-01-01': 3, "
        "'2025-01-01': null}}}]"));

    answers(&b, "p", DAYS ", 'people': 2", "eligible 1.00");
    answers(&b, "p",
            "'enrolled': '2024-01-01', 'day': '2024-05-01', 'people'"
            ": 2",
            "refused nothing_applies");
    /* no rule in `when`: the scheme is not in it */
    answers(&b, "p",
            "'enrolled': '2025-01-01', 'day': '2024-05-01', 'people'"
            ": 2",
            "refused nothing_applies");
    close_book(&b);
}
END_TEST

START_TEST(a_day_that_is_a_value_stays_open_in_when)
{
    book b = open_book(
        FACTS ", 'values': {'start': {'later': 'day', 'days': "
              "1}}, " SCHEMES ", 'packages': {'p': {" TITLE
              ", 'dated_by': 'start'"
              ", 'from': '2024-01-01', 'contains': [{'scheme': 'free', 'when': "
              "{'none': [{'the': 'day', 'below': '2024-03-01'}, {'exists': "
              "'enrolled'}]}}]}}");

    answers(&b, "p", "'enrolled': '2024-01-01', 'day': '2024-04-01'",
            "refused nothing_applies");
    answers(&b, "p", "'day': '2024-04-01'", "eligible 1.00");
    answers(&b, "p", "'day': '2024-02-29'", "refused nothing_applies");
    answers(&b, "p", "", "undetermined 0.00 to 1.00: day");
    close_book(&b);
}
END_TEST

/* --- with ---------------------------------------------------------------------- */

START_TEST(with_is_read_on_the_day_of_the_package)
{
    book b =
        open_book(PACKAGE("'contains': [{'scheme': 'care', 'with': "
                          "{'units': {'2000-01-01': 2, '2024-01-01': 4}}}]"));

    answers(&b, "p", DAYS ", 'cost': '5.00'", "eligible 10.00");
    answers(&b, "p",
            "'enrolled': '2024-01-01', 'day': '2023-05-01', 'cost': "
            "'5.00'",
            "eligible 20.00");
    close_book(&b);
}
END_TEST

/* units + 1 at most 5: the fact itself is at most 4. */
START_TEST(what_a_package_makes_of_the_fact_itself_keeps_bounds_sound)
{
    book b = open_book(PACKAGE(
        "'contains': [{'scheme': 'care', 'with': "
        "{'units': {'steps': [{'take': 'units'}, {'at_most': 8}, {'plus': 1}"
        "]}}}]"));

    answers(&b, "p", DAYS ", 'cost': '1.00'",
            "undetermined 0.00 to 5.00: units");
    answers(&b, "p", DAYS ", 'cost': '1.00', 'units': 4", "eligible 5.00");
    answers(&b, "p", DAYS ", 'cost': '1.00', 'units': 5", "refused few");
    close_book(&b);

    b = open_book(PACKAGE(
        "'contains': [{'scheme': 'cash', 'with': {'plan': "
        "'a', 'day': {'later': {'smallest': ['day', '2100-01-01']}, 'years': "
        "10}}}]"));
    answers(&b, "p", "'enrolled': '2024-01-01', 'ill': false",
            "eligible 10.00");
    close_book(&b);
}
END_TEST

/* The scheme is in force from 2020 on the replaced day. */
START_TEST(a_day_that_a_package_moves_keeps_bounds_sound)
{
    book b = open_book(FACTS ", 'schemes': {'s': {" TITLE ", 'dated_by': "
                             "'day', 'benefits': [{" ID(
                                 "b") ", 'steps': [{'take': {'1900-01-01':"
                                      " '1.00', '2020-01-01': '2.00'}}, "
                                      "{'plus': '3.00', 'when': {'the': "
                                      "'people', 'at_least': {'1900-01-01': 0, "
                                      "'2020-01-01': 1}}}]}]}}, "
                                      "'packages': {'p': {" TITLE
                                      ", 'dated_by': 'enrolled', 'contains': "
                                      "[{'scheme': 's', 'with': {'day': "
                                      "{'later': {'smallest': ['day', "
                                      "'2100-01-01']}, 'years': 10}}}]}}");

    answers(&b, "p", "'enrolled': '2024-01-01', 'people': 0",
            "undetermined 2.00 to 4.00: day");
    answers(&b, "p",
            "'enrolled': '2024-01-01', 'people': 0, 'day': "
            "'2009-12-31'",
            "eligible 4.00");
    answers(&b, "p",
            "'enrolled': '2024-01-01', 'people': 0, 'day': "
            "'2010-01-01'",
            "eligible 2.00");
    close_book(&b);
}
END_TEST

START_TEST(what_stands_for_a_fact_must_lie_in_its_range)
{
    ck_assert(raises(PACKAGE("'contains': [{'scheme': 'care', 'with': "
                             "{'units': 10}}]"),
                     MUTAID_CODE_WITH_RANGE));
    ck_assert(!raises(PACKAGE("'contains': [{'scheme': 'care', 'with': "
                              "{'units': 9}}]"),
                      MUTAID_CODE_WITH_RANGE));
}
END_TEST

/* late costs 1.00 a unit before 2019, gift nothing but 2.00. */
START_TEST(facts_of_a_scheme_that_is_refused_on_every_day_are_not_missing)
{
    book b = open_book(
        FACTS ", 'schemes': {'late': {" TITLE
              ", 'dated_by': 'day', 'benefits': [], 'contribution': "
              "{'dated_by': 'enrolled', " REQUIRE(
                  "late", "'the': 'enrolled', 'below': '2019-01-01'")
              "'parts': [{" ID("fee") ", 'steps': [{'take': 'units'}, "
              "{'times': '1.00'}]}]}}, 'gift': {" TITLE
              ", 'dated_by': 'day', 'benefits': [], 'contribution': "
              "{'dated_by': 'enrolled', 'parts': [{" ID("fee")
              ", 'steps': [{'take': '2.00'}]}]}}}, 'packages': {'p': {" TITLE
              ", 'dated_by': 'enrolled', 'from': '2019-01-01', 'contains': "
              "[{'scheme': 'late'}, {'scheme': 'gift'}]}}");

    answers(&b, "p.contribution", "", "undetermined 0.00 to 2.00: enrolled");
    close_book(&b);
}
END_TEST

START_TEST(a_contribution_of_a_package_leaves_out_schemes_without_one)
{
    book b = open_book(PACKAGE("'contains': [{'scheme': 'cash', 'with': "
                               "{'plan': 'b'}}, {'scheme': 'free'}]"));

    answers(&b, "p.contribution", DAYS, "eligible 2.00");
    ck_assert_uint_eq(b.info.item_count, 2);
    close_book(&b);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_package_adds_what_its_schemes_pay_and_cost, 0},
        {a_package_is_eligible_if_one_scheme_is_and_lists_the_refused, 0},
        {a_package_has_its_own_days, 0},
        {a_scheme_may_stand_twice_with_ids, 0},
        {a_fact_that_a_package_gives_is_never_missing, 0},
        {schemes_of_a_package_share_the_facts_that_it_does_not_give, 0},
        {in_when_what_is_not_given_counts_as_absent_and_is_noted, 0},
        {outside_when_the_same_fact_stays_open, 0},
        {when_is_read_on_the_day_of_the_package, 0},
        {a_day_that_is_a_value_stays_open_in_when, 0},
        {with_is_read_on_the_day_of_the_package, 0},
        {what_a_package_makes_of_the_fact_itself_keeps_bounds_sound, 0},
        {a_day_that_a_package_moves_keeps_bounds_sound, 0},
        {what_stands_for_a_fact_must_lie_in_its_range, 0},
        {facts_of_a_scheme_that_is_refused_on_every_day_are_not_missing, 0},
        {a_contribution_of_a_package_leaves_out_schemes_without_one, 0},
    };

    return run_suite("packages", tests, ROWS(tests));
}
