/* SPDX-License-Identifier: MIT */
/* test_operands.c - each kind of operand and condition, at its edges. */
#include "book.h"

#define BOOK \
    "'parameters': {'two': {'use': '2.00'}}, " \
    "'facts': {" \
    "'day': {'type': 'date'}," \
    "'a': {'type': 'date', 'optional': true}," \
    "'b': {'type': 'date', 'optional': true}," \
    "'x': {'type': 'money', 'at_most': '1000.00', 'optional': true}," \
    "'y': {'type': 'money', 'at_most': '1000.00', 'if_missing': null}," \
    "'n': {'type': 'count', 'at_most': 400, 'if_missing': 3}," \
    "'r': {'type': 'rate', 'at_most': '200%', 'if_missing': '50%'}," \
    "'m': {'type': 'measure', 'unit': 'm2', 'decimals': 1, 'at_most': " \
    "'90 m2', 'if_missing': '20 m2'}," \
    "'yes': {'type': 'flag', 'if_missing': true}," \
    "'no': {'type': 'flag', 'if_missing': false}," \
    "'nil': {'type': 'flag', 'if_missing': null}," \
    "'ward': {'type': 'choice', 'if_missing': null, 'choices': [{'code': " \
    "'a', 'lists': ['ab', 'ac']}, {'code': 'b', 'lists': ['ab']}, {'code': " \
    "'c', 'lists': ['ac']}]}}, " \
    "'schemes': {'s': {" TITLE ", 'dated_by': 'day', 'benefits': [{'id': 'b'" \
    ", " TITLE ", 'steps': [@, {'raise_to': '0.00'}]}]}}"
#define TAKE(operand) "{'take': " operand "}"
#define COUNT(operand) "{'take': " operand "}, {'times': '1.00'}"
/* 1.00 if a condition holds, 0.00 if not. */
#define IF(condition) \
    "{'take': {'choose': [{'when': {" condition "}, 'use': '1.00'}, " \
    "{'use': '0.00'}]}}"
#define YES "eligible 1.00"
#define NO "eligible 0.00"

static const struct {
    const char *steps, *facts, *answer;
} rows[] = {
    /* names */
    {TAKE("'two'"), "", "eligible 2.00"},
    {TAKE("{'use': 'two'}"), "", "eligible 2.00"},
/* dated, and read on another day */
#define DATED "{'2010-01-01': '1.00', '2020-01-01': '2.00', '2022-01-01': null}"
    {TAKE(DATED), "'day': '2009-12-31'", "refused no_rule"},
    {TAKE(DATED), "'day': '2010-01-01'", "eligible 1.00"},
    {TAKE(DATED), "'day': '2019-12-31'", "eligible 1.00"},
    {TAKE(DATED), "'day': '2020-01-01'", "eligible 2.00"},
    {TAKE(DATED), "'day': '2021-12-31'", "eligible 2.00"},
    {TAKE(DATED), "'day': '2022-01-01'", "refused no_rule"},
    {TAKE("{'on': 'a', 'use': " DATED "}"), "'a': '2009-12-31'",
     "refused no_rule"},
    {TAKE("{'on': 'a', 'use': " DATED "}"), "'a': '2010-01-01'",
     "eligible 1.00"},
    {TAKE("{'on': 'a', 'use': " DATED "}"), "'a': '2019-12-31'",
     "eligible 1.00"},
    {TAKE("{'on': 'a', 'use': " DATED "}"), "'a': '2020-01-01'",
     "eligible 2.00"},
    {TAKE("{'on': 'a', 'use': " DATED "}"), "'a': '2022-01-01'",
     "refused no_rule"},
    {TAKE("{'on': 'a', 'use': " DATED "}"), "'a': {'absent': true}",
     "refused no_value"},
    {TAKE("{'on': '2015-06-30', 'use': " DATED "}"), "'day': '2030-01-01'",
     "eligible 1.00"},
    {TAKE("{'on': 'a', 'use': {'on': '2020-01-01', 'use': " DATED "}}"),
     "'a': '2010-01-01'", "eligible 2.00"},
    /* choose: the first that holds */
    {TAKE("{'choose': [{'when': {'is': 'no'}, 'use': '1.00'}, {'when': {'is':"
          " 'yes'}, 'use': '2.00'}, {'when': {'is': 'yes'}, 'use': '3.00'}, "
          "{'use': '4.00'}]}"),
     "", "eligible 2.00"},
    {TAKE("{'choose': [{'when': {'is': 'no'}, 'use': '1.00'}, {'use': 'y'}]}"),
     "", "refused no_value"},
    {TAKE("{'choose': [{'when': {'is': 'yes'}, 'use': '1.00'}, {'use': 'y'}]"
          "}"),
     "", "eligible 1.00"},
    /* sum, largest, smallest: absent ones skipped */
    {TAKE("{'sum': ['x', 'y', '1.00']}"), "'x': '2.00', 'y': '3.00'",
     "eligible 6.00"},
    {TAKE("{'sum': ['x', 'y', '1.00']}"), "'x': {'absent': true}",
     "eligible 1.00"},
    {TAKE("{'sum': ['x', 'y']}"), "'x': {'absent': true}", "refused no_value"},
    {TAKE("{'largest': ['x', 'y', 'two']}"), "'x': '1.99', 'y': '2.01'",
     "eligible 2.01"},
    {TAKE("{'largest': ['x', 'y']}"), "'x': '1.99'", "eligible 1.99"},
    {TAKE("{'largest': ['y', 'x']}"), "'x': {'absent': true}, 'y': '0.01'",
     "eligible 0.01"},
    {TAKE("{'smallest': ['x', 'y', 'two']}"), "'x': '1.99', 'y': '2.01'",
     "eligible 1.99"},
    {TAKE("{'smallest': ['x', 'y']}"), "'x': {'absent': true}",
     "refused no_value"},
    {TAKE("{'sum': ['x', {'2024-01-02': '1.00'}]}"), "'x': '1.00'",
     "refused no_rule"},
    {COUNT("{'days_between': [{'smallest': ['a', 'b']}, {'largest': ['a', 'b']"
           "}]}"),
     "'a': '2024-01-03', 'b': '2024-01-01'", "eligible 2.00"},
    /* count_of */
    {COUNT("{'count_of': [{'is': 'yes'}, {'is': 'no'}, {'is': 'nil'}, {'the':"
           " 'n', 'at_least': 3}]}"),
     "", "eligible 2.00"},
    /* between */
    {COUNT("{'days_between': ['a', 'b']}"),
     "'a': '2024-02-28', 'b': '2024-03-01'", "eligible 2.00"},
    {COUNT("{'days_between': ['a', 'b']}}, {'plus': 9"),
     "'a': '2024-03-01', 'b': '2024-02-28'", "eligible 7.00"},
    {COUNT("{'days_between': ['a', 'b'], 'except': ['sunday']}"),
     "'a': '2024-03-01', 'b': '2024-03-04'", "eligible 2.00"},
    {COUNT("{'days_between': ['a', 'b'], 'except': ['sunday']}"),
     "'a': '2024-03-03', 'b': '2024-03-04'", "eligible 0.00"},
    {COUNT("{'days_between': ['a', 'b']}"),
     "'a': '2024-02-28', 'b': "
     "{'absent': true}",
     "refused no_value"},
    {COUNT("{'months_between': ['a', 'b']}"),
     "'a': '2024-01-31', 'b': '2024-02-28'", "eligible 0.00"},
    {COUNT("{'months_between': ['a', 'b']}"),
     "'a': '2024-01-31', 'b': '2024-02-29'", "eligible 1.00"},
    {COUNT("{'months_between': ['a', 'b']}"),
     "'a': '2024-01-15', 'b': '2024-03-14'", "eligible 1.00"},
    {COUNT("{'months_between': ['a', 'b']}"),
     "'a': '2024-01-15', 'b': '2024-03-15'", "eligible 2.00"},
    {COUNT("{'months_between': ['a', 'b']}}, {'plus': 9"),
     "'a': '2024-03-15', 'b': '2024-01-16'", "eligible 7.00"},
    {COUNT("{'years_between': ['a', 'b']}"),
     "'a': '2024-02-29', 'b': '2025-02-27'", "eligible 0.00"},
    {COUNT("{'years_between': ['a', 'b']}"),
     "'a': '2024-02-29', 'b': '2025-02-28'", "eligible 1.00"},
    {COUNT("{'years_between': ['a', 'b']}"),
     "'a': '2000-05-02', 'b': '2024-05-01'", "eligible 23.00"},
    {COUNT("{'years_between': ['a', 'b']}"),
     "'a': '2000-05-02', 'b': '2024-05-02'", "eligible 24.00"},
/* later, earlier */
#define REACHES(shift, day) IF("'the': " shift ", 'equals': '" day "'")
    {REACHES("{'later': 'a', 'days': 'n'}", "2024-03-02"), "'a': '2024-02-28'",
     YES},
    {REACHES("{'earlier': 'a', 'days': 'n'}", "2024-02-28"),
     "'a': '2024-03-02'", YES},
    {REACHES("{'later': 'a', 'months': 'n'}", "2024-04-30"),
     "'a': '2024-01-31'", YES},
    {REACHES("{'earlier': 'a', 'years': 'n'}", "2021-02-28"),
     "'a': '2024-02-29'", YES},
    {REACHES("{'later': 'a', 'working_days': 'n'}", "2024-03-06"),
     "'a': '2024-03-01'", YES},
    {REACHES("{'later': 'a', 'working_days': 0}", "2024-03-02"),
     "'a': '2024-03-02'", YES},
    {REACHES("{'earlier': 'a', 'working_days': 1}", "2024-03-01"),
     "'a': '2024-03-04'", YES},
    {REACHES("{'later': 'a', 'days': 'n'}", "2024-03-02"),
     "'a': {'absent': true}", NO},
    /* a nested pipeline */
    {TAKE("{'steps': [{'take': 'x'}, {'times': 'n'}]}"), "'x': '2.00'",
     "eligible 6.00"},
    /* is, exists */
    {IF("'is': 'yes'"), "", YES},
    {IF("'is': 'no'"), "", NO},
    {IF("'is': 'nil'"), "", NO},
    {IF("'exists': 'nil'"), "", NO},
    {IF("'exists': 'x'"), "'x': '0.00'", YES},
    {IF("'exists': 'x'"), "'x': {'absent': true}", NO},
    /* the: absent is false, and so `none` of it yes */
    {IF("'the': 'x', 'equals': '2.00'"), "'x': '2.00'", YES},
    {IF("'the': 'x', 'equals': '2.00'"), "'x': '2.01'", NO},
    {IF("'the': 'x', 'at_least': 'two'"), "'x': '2.00'", YES},
    {IF("'the': 'x', 'at_least': 'two'"), "'x': '1.99'", NO},
    {IF("'the': 'x', 'above': 'two'"), "'x': '2.00'", NO},
    {IF("'the': 'x', 'above': 'two'"), "'x': '2.01'", YES},
    {IF("'the': 'x', 'at_most': 'two'"), "'x': '2.00'", YES},
    {IF("'the': 'x', 'at_most': 'two'"), "'x': '2.01'", NO},
    {IF("'the': 'x', 'below': 'two'"), "'x': '2.00'", NO},
    {IF("'the': 'x', 'below': 'two'"), "'x': '1.99'", YES},
    {IF("'the': 'x', 'at_least': '1.00', 'below': '2.00'"), "'x': '1.99'", YES},
    {IF("'the': 'x', 'at_least': '1.00', 'below': '2.00'"), "'x': '0.99'", NO},
    {IF("'the': 'y', 'at_most': '2.00'"), "", NO},
    {IF("'none': [{'the': 'y', 'at_most': '2.00'}]"), "", YES},
    {IF("'the': 'x', 'below': 'y'"), "'x': '1.00'", NO},
    {IF("'the': 'r', 'equals': '1/2'"), "", YES},
    {IF("'the': 'm', 'above': '19.9 m2'"), "", YES},
    {IF("'the': 'm', 'above': '20 m2'"), "", NO},
    {IF("'the': 'n', 'in': [1, 3]"), "", YES},
    {IF("'the': 'n', 'in': [1, 2]"), "", NO},
    {IF("'the': 'a', 'in': ['2024-03-01', '2024-03-03']"), "'a': '2024-03-03'",
     YES},
    {IF("'the': 'a', 'in': ['2024-03-01', '2024-03-03']"), "'a': '2024-03-02'",
     NO},
    {IF("'the': 'ward', 'equals': 'b'"), "'ward': 'b'", YES},
    {IF("'the': 'ward', 'equals': 'b'"), "'ward': 'c'", NO},
    {IF("'the': 'ward', 'in': 'ac'"), "'ward': 'c'", YES},
    {IF("'the': 'ward', 'in': 'ac'"), "'ward': 'b'", NO},
    {IF("'the': 'ward', 'in': ['a', 'b']"), "'ward': 'b'", YES},
    {IF("'the': 'ward', 'in': ['a', 'b']"), "'ward': 'c'", NO},
    {IF("'the': 'ward', 'in': 'ac'"), "", NO},
    {IF("'the': 'ward', 'in': {'2000-01-01': 'ab', '2024-01-01': 'ac'}"),
     "'day': '2023-12-31', 'ward': 'b'", YES},
    {IF("'the': 'ward', 'in': {'2000-01-01': 'ab', '2024-01-01': 'ac'}"),
     "'day': '2024-01-01', 'ward': 'b'", NO},
    {IF("'the': 'n', 'at_least': {'2000-01-01': 3, '2024-01-01': 4}"),
     "'day': '2023-12-31'", YES},
    {IF("'the': 'n', 'at_least': {'2000-01-01': 3, '2024-01-01': 4}"),
     "'day': '2024-01-01'", NO},
    {IF("'the': 'yes', 'equals': true"), "", YES},
    {IF("'the': 'nil', 'equals': false"), "", NO},
    /* all, any, none: what is behind what decides does not matter */
    {IF("'all': [{'is': 'yes'}, {'is': 'yes'}]"), "", YES},
    {IF("'all': [{'is': 'no'}, {'the': 'n', 'at_least': {'2030-01-01': 1}}]"),
     "", NO},
    {IF("'all': [{'is': 'yes'}, {'the': 'n', 'at_least': {'2030-01-01': 1}}]"),
     "", "refused no_rule"},
    {IF("'any': [{'is': 'yes'}, {'the': 'n', 'at_least': {'2030-01-01': 1}}]"),
     "", YES},
    {IF("'any': [{'is': 'no'}, {'is': 'no'}]"), "", NO},
    {IF("'none': [{'is': 'no'}, {'is': 'nil'}]"), "", YES},
    {IF("'none': [{'is': 'no'}, {'is': 'yes'}]"), "", NO},
    {IF("'none': [{'is': 'yes'}, {'the': 'n', 'at_least': {'2030-01-01': 1}}"
        "]"),
     "", NO},
    /* a condition where a flag may stand */
    {IF("'the': {'any': [{'is': 'yes'}]}, 'equals': true"), "", YES},
    {IF("'the': {'choose': [{'when': {'is': 'yes'}, 'use': {'is': 'no'}}, "
        "{'use': 'yes'}]}, 'equals': true"),
     "", NO},
};

START_TEST(an_operand_is_what_it_says)
{
    book b = open_filled(BOOK, rows[_i].steps);
    char facts[200];

    snprintf(facts, sizeof facts, "%s%s%s",
             strstr(rows[_i].facts, "'day'") ? "" : "'day': '2024-01-01'",
             strstr(rows[_i].facts, "'day'") || !*rows[_i].facts ? "" : ", ",
             rows[_i].facts);
    answers(&b, "s", facts, rows[_i].answer);
    close_book(&b);
}
END_TEST

static const struct {
    const char *steps;
    mutaid_code code;
} refused[] = {
    {TAKE("'three'"), MUTAID_CODE_UNKNOWN_NAME},
    {TAKE("'1.0'"), MUTAID_CODE_MONEY_FORM},
    {COUNT("1.5"), MUTAID_CODE_FRACTION},
    {COUNT("{'days_between': ['a', 'x']}"), MUTAID_CODE_TYPE_MISMATCH},
    {COUNT("{'days_between': ['a']}"), MUTAID_CODE_TWO_NEEDED},
    {TAKE("{'sum': ['x', 'n']}"), MUTAID_CODE_TYPE_MISMATCH},
    {TAKE("{'sum': []}"), MUTAID_CODE_EMPTY_LIST},
    {TAKE("{'choose': [{'use': '1.00'}, {'use': '2.00'}]}"),
     MUTAID_CODE_CHOOSE_WHEN},
    {TAKE("{'choose': [{'when': {'is': 'yes'}, 'use': '1.00'}]}"),
     MUTAID_CODE_CHOOSE_LAST},
    {TAKE("{'2024-01-01': '1.00', '2024-01-01': '2.00'}"),
     MUTAID_CODE_DUPLICATE_KEY},
    {TAKE("{'2024-01-02': '1.00', '2024-01-01': '2.00'}"),
     MUTAID_CODE_NOT_RISING},
    {REACHES("{'later': 'a', 'days': 1, 'months': 1}", "2024-01-01"),
     MUTAID_CODE_ONE_UNIT},
    {REACHES("{'later': 'a', 'days': 'r'}", "2024-01-01"),
     MUTAID_CODE_TYPE_MISMATCH},
    {REACHES("{'later': 'a', 'days': {'steps': [{'take': 'n'}, {'times': "
             "'50%'}]}}",
             "2024-01-01"),
     MUTAID_CODE_FRACTIONAL_COUNT},
    {REACHES("{'later': 'a', 'years': 8000}", "2024-01-01"),
     MUTAID_CODE_DATE_BEYOND},
    {REACHES("{'earlier': 'a', 'years': 1900}", "2024-01-01"),
     MUTAID_CODE_DATE_BEYOND},
    {IF("'the': 'ward', 'equals': 'd'"), MUTAID_CODE_UNKNOWN_CHOICE},
    {IF("'the': 'ward', 'in': 'ad'"), MUTAID_CODE_UNKNOWN_LIST},
    {IF("'the': 'ward', 'above': 'a'"), MUTAID_CODE_NO_ORDER},
    {IF("'the': 'n'"), MUTAID_CODE_NO_COMPARISON},
    {IF("'is': 'n'"), MUTAID_CODE_TYPE_MISMATCH},
};

START_TEST(an_operand_that_makes_no_sense_is_refused)
{
    char *text = filled(BOOK, refused[_i].steps);

    ck_assert(raises(text, refused[_i].code));
    free(text);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {an_operand_is_what_it_says, ROWS(rows)},
        {an_operand_that_makes_no_sense_is_refused, ROWS(refused)},
    };

    return run_suite("operands", tests, ROWS(tests));
}
