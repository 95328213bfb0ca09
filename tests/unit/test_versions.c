/* SPDX-License-Identifier: MIT */
/* test_versions.c - dated words: which entry is read on which day. */
#include "book.h"

#define FACTS \
    "'facts': {" \
    "'day': {'type': 'date'}," \
    "'other': {'type': 'date', 'if_missing': '2015-01-01'}," \
    "'x': {'type': 'money', 'at_most': '1000.00', 'if_missing': '100.00'}," \
    "'ill': {'type': 'flag', 'if_missing': true}}"
#define ID(id) "'id': '" id "', " TITLE
#define SCHEME(values, steps) \
    FACTS ", 'values': {" values "}, 'schemes': {'s': {" TITLE \
          ", 'dated_by': 'day', 'benefits': [{" ID("b") ", 'steps': [" steps \
                                                        "]}]}}"

START_TEST(an_entry_is_read_from_its_day_on)
{
    book b = open_book(SCHEME("'v': {'2010-01-01': '1.00', '2020-01-01': "
                              "'2.00'}",
                              "{'take': 'v'}"));

    answers(&b, "s", "'day': '2009-12-31'", "refused no_rule");
    answers(&b, "s", "'day': '2010-01-01'", "eligible 1.00");
    answers(&b, "s", "'day': '2019-12-31'", "eligible 1.00");
    answers(&b, "s", "'day': '2020-01-01'", "eligible 2.00");
    answers(&b, "s", "'day': '2199-12-31'", "eligible 2.00");
    close_book(&b);
}
END_TEST

START_TEST(a_value_is_read_on_the_day_of_the_part_that_uses_it)
{
    book b = open_book(
        FACTS
        ", 'values': {'v': {'2000-01-01': '1.00', "
        "'2020-01-01': '2.00'}, 'w': {'steps': [{'take': 'v'}, {'times': 10}]"
        "}}, 'schemes': {'s': {" TITLE ", 'dated_by': 'day', 'benefits': [{" ID(
            "a") ", 'steps': [{'take': 'w'}]}, {" ID("b") ", 'dated_by': "
                                                          "'other', 'steps': "
                                                          "[{'take': 'w'}, "
                                                          "{'plus': {'on': "
                                                          "'day', 'use': 'v'}"
                                                          "}]}]}}");

    answers(&b, "s", "'day': '2020-01-01'", "eligible 32.00");
    ck_assert_int_eq(item_of(&b, 0).most, 2000);
    ck_assert_int_eq(item_of(&b, 1).most, 1200);
    answers(&b, "s", "'day': '2019-12-31', 'other': '2020-01-01'",
            "eligible 31.00");
    close_book(&b);
}
END_TEST

START_TEST(one_value_is_two_on_two_days)
{
    book b = open_book(
        SCHEME("'v': {'2000-01-01': '1.00', '2020-01-01': "
               "'2.00'}",
               "{'take': 'v'}, {'plus': {'on': 'other', 'use': 'v'}}, "
               "{'plus': {'on': '2020-01-01', 'use': 'v'}}"));

    answers(&b, "s", "'day': '2020-01-01'", "eligible 5.00");
    answers(&b, "s", "'day': '2019-12-31'", "eligible 4.00");
    answers(&b, "s", "'day': '2019-12-31', 'other': '2020-01-01'",
            "eligible 5.00");
    answers(&b, "s", "'day': '2019-12-31', 'other': '1999-12-31'",
            "refused no_rule");
    close_book(&b);
}
END_TEST

/* A part may be dated by a value. */
START_TEST(a_part_may_be_dated_by_a_value)
{
    book b = open_book(
        FACTS ", 'values': {'start': {'later': 'day', 'days': "
              "10}}, 'schemes': {'s': {" TITLE ", 'dated_by': 'start', 'from': "
              "'2020-01-01', 'benefits': [{" ID(
                  "b") ", 'steps': [{'take': "
                       "{'2000-01-01': '1.00', '2020-06-01': '2.00'}}]}]}}");

    answers(&b, "s", "'day': '2019-12-21'", "refused not_in_force");
    answers(&b, "s", "'day': '2019-12-22'", "eligible 1.00");
    answers(&b, "s", "'day': '2020-05-21'", "eligible 1.00");
    answers(&b, "s", "'day': '2020-05-22'", "eligible 2.00");
    answers(&b, "s", "", "undetermined 0.00 to 2.00: day");
    close_book(&b);
}
END_TEST

START_TEST(lists_of_slices_and_bands_and_their_parts_may_be_dated)
{
    book b = open_book(SCHEME(
        "'v': '1.00'",
        "{'take': 'x'}, {'slices': "
        "{'2000-01-01': [{'from': '0.00', 'rate': '10%'}], '2010-01-01': "
        "[{'from': {'2000-01-01': '50.00', '2012-01-01': '60.00'}, 'rate': "
        "{'2000-01-01': '20%', '2014-01-01': '30%'}}]}}, {'bands': "
        "{'2000-01-01': [{'from': '0.00', 'steps': [{'plus': '1.00'}]}], "
        "'2016-01-01': [{'from': '0.00', 'use': '7.00'}]}}"));

    answers(&b, "s", "'day': '2009-12-31'", "eligible 11.00");
    answers(&b, "s", "'day': '2010-01-01'", "eligible 11.00");
    answers(&b, "s", "'day': '2010-01-01', 'x': '51.00'", "eligible 1.20");
    answers(&b, "s", "'day': '2012-01-01'", "eligible 9.00");
    answers(&b, "s", "'day': '2014-01-01'", "eligible 13.00");
    answers(&b, "s", "'day': '2016-01-01'", "eligible 7.00");
    answers(&b, "s", "'day': '1999-12-31'", "refused no_rule");
    close_book(&b);
}
END_TEST

/* More than a dozen literals are looked up; the answers are the same. */
START_TEST(a_long_series_answers_as_a_short_one)
{
    char series[2000] = "", facts[100], entry[60], expected[60];

    for (int year = 1990; year < 2020; year++) {
        snprintf(entry, sizeof entry, "%s'%d-07-01': ", year > 1990 ? ", " : "",
                 year);
        strcat(series, entry);
        if (year == 2000)
            snprintf(entry, sizeof entry, "null");
        else
            snprintf(entry, sizeof entry, "'%d.00'", year);
        strcat(series, entry);
    }
    book b = open_filled(SCHEME("'v': {@, 'known_until': '2019-12-31'}",
                                "{'take': {'on': 'other', 'use': 'v'}}, "
                                "{'plus': 'v', 'when': {'is': 'ill'}}"),
                         series);
    for (int year = 1989; year < 2022; year++) {
        for (int late = 0; late < 2; late++) {
            int last = late ? year : year - 1, amount;

            last = last > 2019 ? 2019 : last;
            amount = last;
            snprintf(facts, sizeof facts,
                     "'ill': %s, 'day': '%d-%s', 'other': '%d-%s'",
                     year % 2 ? "true" : "false", year,
                     late ? "07-01" : "06-30", year, late ? "07-01" : "06-30");
            if (last < 1990 || last == 2000)
                snprintf(expected, sizeof expected, "refused no_rule");
            else
                snprintf(expected, sizeof expected, "eligible %d.00",
                         year % 2 ? 2 * amount : amount);
            answers(&b, "s", facts, expected);
        }
    }
    close_book(&b);
}
END_TEST

START_TEST(an_open_day_joins_what_each_stretch_allows)
{
    book b =
        open_book(SCHEME("'v': {'1900-01-01': '1.00', '2010-01-01': "
                         "'5.00', '2020-01-01': '3.00'}",
                         "{'take': 'v'}, {'plus': '1.00', "
                         "'when': {'the': 'day', 'below': '2005-01-01'}}"));

    answers(&b, "s", "", "undetermined 1.00 to 5.00: day");
    close_book(&b);
}
END_TEST

START_TEST(a_condition_is_read_on_the_day_of_its_part)
{
    book b = open_book(
        FACTS
        ", 'schemes': {'s': {" TITLE ", 'dated_by': "
        "'day', 'require': [{'id': 'r', 'the': 'x', 'at_most': {'2000-01-01':"
        " '100.00', '2020-01-01': '99.99'}, " REASON
        "}], 'benefits': [{" ID("b") ", 'steps': [{'take': 'x'}]}]}}");

    answers(&b, "s", "'day': '2019-12-31'", "eligible 100.00");
    answers(&b, "s", "'day': '2020-01-01'", "refused r");
    answers(&b, "s", "'day': '1999-12-31'", "refused r");
    close_book(&b);
}
END_TEST

START_TEST(a_dated_operand_of_the_day_itself_is_refused)
{
    ck_assert(raises(
        FACTS
        ", 'values': {'start': {'later': 'day', 'days': "
        "{'2000-01-01': 1, '2020-01-01': 2}}}, 'schemes': {'s': {" TITLE
        ", 'dated_by': 'start', 'benefits': [{" ID("b") ", 'steps': [{'take':"
                                                        " 'x'}]}]}}",
        MUTAID_CODE_DATED_WITHOUT_DATE));
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {an_entry_is_read_from_its_day_on, 0},
        {a_value_is_read_on_the_day_of_the_part_that_uses_it, 0},
        {one_value_is_two_on_two_days, 0},
        {a_part_may_be_dated_by_a_value, 0},
        {lists_of_slices_and_bands_and_their_parts_may_be_dated, 0},
        {a_long_series_answers_as_a_short_one, 0},
        {an_open_day_joins_what_each_stretch_allows, 0},
        {a_condition_is_read_on_the_day_of_its_part, 0},
        {a_dated_operand_of_the_day_itself_is_refused, 0},
    };

    return run_suite("versions", tests, ROWS(tests));
}
