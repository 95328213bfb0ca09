/* SPDX-License-Identifier: MIT */
/* test_tables.c - rows and bands by one key or two, and their gaps. */
#include "book.h"

#define BOOK \
    "'facts': {" \
    "'day': {'type': 'date'}," \
    "'n': {'type': 'count', 'at_most': 20, 'if_missing': null}," \
    "'small': {'type': 'count', 'at_least': 1, 'at_most': 3}," \
    "'ill': {'type': 'flag', 'if_missing': null}," \
    "'sure': {'type': 'flag'}," \
    "'x': {'type': 'money', 'at_most': '1000.00', 'if_missing': '5.00'}," \
    "'ward': {'type': 'choice', 'choices': [{'code': 'a'}, {'code': '2'}, " \
    "{'code': 'c'}]}}, " \
    "'values': {'half': {'steps': [{'take': 'n'}, {'times': '50%'}]}, " \
    "'big': {'steps': [{'take': 'n'}, {'times': '0.00000001%'}]}}, " \
    "'tables': {'t': {@}}, " \
    "'schemes': {'s': {" TITLE ", 'dated_by': 'day', 'benefits': [{'id': 'b'" \
    ", " TITLE ", 'steps': [{'take': 't'}]}]}}"

#define BY_WARD "'by': 'ward', 'rows': {'a': '1.00', '2': 'x', 'c': null}"
#define BY_ILL "'by': 'ill', 'rows': {'true': '1.00', 'false': '2.00'}"
#define BY_N "'by': 'n', 'rows': {'1': '1.00', '3': '3.00'}"
#define BANDS \
    "'by': 'n', 'bands': [{'from': 1, 'use': '1.00'}, {'from': 5, 'use': 'x'}" \
    ", {'from': 9, 'use': null}]"
#define FIXED \
    "'by': 'n', 'bands': [{'from': 0, 'use': '1.00'}, {'from': 5, 'use': " \
    "'2.00'}]"
#define TWO \
    "'by': ['ward', 'n'], 'rows': {'a': [{'from': 0, 'use': '1.00'}, " \
    "{'from': 3, 'use': '2.00'}], '2': [{'from': 2, 'use': '3.00'}]}, " \
    "'otherwise': '9.00'"
#define DATED \
    "'by': 'small', 'rows': {'1': {'2000-01-01': '1.00', '2024-01-01': " \
    "'1.50'}, '2': '2.00', '3': {'2024-01-01': '3.00'}}"
#define HALF \
    "'by': 'half', 'rows': {'1': '1.00', '2': '2.00'}, 'otherwise': '9.00'"
#define BIG \
    "'by': 'big', 'bands': [{'from': 0, 'use': '1.00'}, {'from': " \
    "1000000000000, 'use': '2.00'}]"

static const struct {
    const char *table, *facts, *answer;
} rows[] = {
    {BY_WARD, "'ward': 'a'", "eligible 1.00"},
    {BY_WARD, "'ward': '2'", "eligible 5.00"},
    {BY_WARD, "'ward': '2', 'x': '7.00'", "eligible 7.00"},
    {BY_WARD, "'ward': 'c'", "refused no_rule"},
    {BY_ILL, "'ill': true", "eligible 1.00"},
    {BY_ILL, "'ill': false", "eligible 2.00"},
    {BY_ILL, "'x': '1.00'", "refused no_value"},
    {BY_N ", 'otherwise': '9.00'", "'n': 0", "eligible 9.00"},
    {BY_N ", 'otherwise': '9.00'", "'n': 1", "eligible 1.00"},
    {BY_N ", 'otherwise': '9.00'", "'n': 2", "eligible 9.00"},
    {BY_N ", 'otherwise': '9.00'", "'n': 3", "eligible 3.00"},
    {BY_N ", 'otherwise': 'x'", "'n': 4", "eligible 5.00"},
    {BY_N ", 'otherwise': null", "'n': 4", "refused no_rule"},
    {BY_N ", 'otherwise': '9.00'", "'x': '1.00'", "refused no_value"},
    {BANDS ", 'otherwise': '9.00'", "'n': 0", "eligible 9.00"},
    {BANDS ", 'otherwise': '9.00'", "'n': 1", "eligible 1.00"},
    {BANDS ", 'otherwise': '9.00'", "'n': 4", "eligible 1.00"},
    {BANDS ", 'otherwise': '9.00'", "'n': 5", "eligible 5.00"},
    {BANDS ", 'otherwise': '9.00'", "'n': 8", "eligible 5.00"},
    {BANDS ", 'otherwise': '9.00'", "'n': 9", "refused no_rule"},
    {BANDS ", 'otherwise': '9.00'", "'x': '1.00'", "refused no_value"},
    {FIXED, "'n': 4", "eligible 1.00"},
    {FIXED, "'n': 5", "eligible 2.00"},
    {FIXED, "'n': 20", "eligible 2.00"},
    {FIXED, "'x': '1.00'", "refused no_value"},
    {TWO, "'ward': 'a', 'n': 0", "eligible 1.00"},
    {TWO, "'ward': 'a', 'n': 2", "eligible 1.00"},
    {TWO, "'ward': 'a', 'n': 3", "eligible 2.00"},
    {TWO, "'ward': '2', 'n': 1", "eligible 9.00"},
    {TWO, "'ward': '2', 'n': 2", "eligible 3.00"},
    {TWO, "'ward': 'c', 'n': 2", "eligible 9.00"},
    {TWO, "'ward': 'a'", "refused no_value"},
    {DATED, "'day': '2023-12-31', 'small': 1", "eligible 1.00"},
    {DATED, "'day': '2024-01-01', 'small': 1", "eligible 1.50"},
    {DATED, "'day': '2023-12-31', 'small': 2", "eligible 2.00"},
    {DATED, "'day': '2023-12-31', 'small': 3", "refused no_rule"},
    {DATED, "'day': '2024-01-01', 'small': 3", "eligible 3.00"},
    /* a key between two rows is in neither */
    {HALF, "'n': 2", "eligible 1.00"},
    {HALF, "'n': 3", "eligible 9.00"},
    {HALF, "'n': 4", "eligible 2.00"},
    {HALF ", 'note': 'x'", "'n': 5", "eligible 9.00"},
    /* an edge far beyond 64 bits of the key's own unit */
    {BIG, "'n': 20", "eligible 1.00"},
    /* open keys */
    {BY_WARD, "'x': '7.00'", "undetermined 0.00 to 7.00: ward"},
    {DATED, "'day': '2024-01-01'", "undetermined 1.50 to 3.00: small"},
};

START_TEST(a_table_answers_by_its_keys)
{
    book b = open_filled(BOOK, rows[_i].table);
    char facts[200];

    snprintf(facts, sizeof facts, "%s%s",
             strstr(rows[_i].facts, "'day'") ? "" : "'day': '2024-01-01', ",
             rows[_i].facts);
    answers(&b, "s", facts, rows[_i].answer);
    close_book(&b);
}
END_TEST

static const struct {
    const char *table;
    mutaid_code code;
} refused[] = {
    {"'by': 'ward', 'rows': {'a': '1.00', '2': '2.00'}", MUTAID_CODE_TABLE_GAP},
    {"'by': 'sure', 'rows': {'true': '1.00'}", MUTAID_CODE_TABLE_GAP},
    {"'by': 'small', 'rows': {'1': '1.00', '3': '3.00'}",
     MUTAID_CODE_TABLE_GAP},
    {"'by': 'small', 'bands': [{'from': 2, 'use': '1.00'}]",
     MUTAID_CODE_TABLE_GAP},
    {"'by': 'half', 'rows': {'0': '1.00', '1': '1.00', '2': '1.00', '3': "
     "'1.00', '4': '1.00', '5': '1.00', '6': '1.00', '7': '1.00', '8': '1.00',"
     " '9': '1.00', '10': '1.00'}",
     MUTAID_CODE_TABLE_GAP},
    {"'by': ['ward', 'small'], 'rows': {'a': [{'from': 1, 'use': '1.00'}], "
     "'2': [{'from': 2, 'use': '1.00'}], 'c': [{'from': 1, 'use': '1.00'}]}",
     MUTAID_CODE_TABLE_GAP},
    {"'by': 'ward', 'rows': {'a': '1.00', '2': '2.00', 'd': '2.00'}, "
     "'otherwise': null",
     MUTAID_CODE_TABLE_KEY},
    {"'by': 'ward', 'rows': {'a': '1.00', '2': 2}, 'otherwise': null",
     MUTAID_CODE_TYPE_MISMATCH},
    {"'by': 'small', 'bands': [{'from': 1, 'use': '1.00'}, {'from': 1, 'use':"
     " '1.00'}]",
     MUTAID_CODE_NOT_RISING},
    {"'by': 'x', 'rows': {'1': '1.00'}, 'otherwise': null",
     MUTAID_CODE_TABLE_KEY},
    {"'by': 'n', 'otherwise': null", MUTAID_CODE_ROWS_OR_BANDS},
    {"'by': 'n', 'rows': {'1': 't'}, 'otherwise': '1.00'", MUTAID_CODE_CYCLE},
};

START_TEST(a_table_that_makes_no_sense_is_refused)
{
    char *text = filled(BOOK, refused[_i].table);

    ck_assert(raises(text, refused[_i].code));
    free(text);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_table_answers_by_its_keys, ROWS(rows)},
        {a_table_that_makes_no_sense_is_refused, ROWS(refused)},
    };

    return run_suite("tables", tests, ROWS(tests));
}
