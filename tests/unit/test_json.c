/* SPDX-License-Identifier: MIT */
/* test_json.c - strict JSON: trees with places, limits, size, memory. */
#include "failing.h"
#include "reading.h"

/* --- trees as text ------------------------------------------------------- */

static void out_tree(mutaid__out *out, const mutaid__json *json);

static void out_children(mutaid__out *out, const mutaid__json *json)
{
    uint32_t count = 0;

    for (json = json->first; json != NULL; json = json->next, count++) {
        if (count > 0)
            mutaid__out_byte(out, ',');
        if (json->key.data != NULL) {
            mutaid__out_json_string(out, json->key);
            mutaid__out_byte(out, ':');
            HOLDS(json->key.data[json->key.length] == '\0');
        }
        out_tree(out, json);
    }
}

static void out_tree(mutaid__out *out, const mutaid__json *json)
{
    switch (json->kind) {
    case MUTAID__JSON_NULL:
        mutaid__out_text(out, "null");
        return;
    case MUTAID__JSON_FALSE:
        mutaid__out_text(out, "false");
        return;
    case MUTAID__JSON_TRUE:
        mutaid__out_text(out, "true");
        return;
    case MUTAID__JSON_NUMBER:
        mutaid__out_slice(out, json->text);
        HOLDS(json->text.data[json->text.length] == '\0');
        return;
    case MUTAID__JSON_STRING:
        mutaid__out_json_string(out, json->text);
        HOLDS(json->text.data[json->text.length] == '\0');
        return;
    case MUTAID__JSON_ARRAY:
        mutaid__out_byte(out, '[');
        out_children(out, json);
        mutaid__out_byte(out, ']');
        return;
    case MUTAID__JSON_OBJECT:
        mutaid__out_byte(out, '{');
        out_children(out, json);
        mutaid__out_byte(out, '}');
        return;
    }
    ck_abort_msg("no kind of JSON");
}

static const struct {
    const char *text;
    const char *tree;
} trees[] = {
    {"null", "null"},
    {" true ", "true"},
    {"\t\r\nfalse\n", "false"},
    {"0", "0"},
    {"-0", "-0"},
    {"-12", "-12"},
    {"1300.00", "1300.00"},
    {"0.10", "0.10"},
    {"1e5", "1e5"},
    {"1E+5", "1E+5"},
    {"-1.5e-07", "-1.5e-07"},
    {"9007199254740993", "9007199254740993"},
    {"123456789012345678901234567890", "123456789012345678901234567890"},
    {"\"\"", "\"\""},
    {"[]", "[]"},
    {"[ ]", "[]"},
    {"{}", "{}"},
    {"{ }", "{}"},
    {"[1,2 , 3]", "[1,2,3]"},
    {"[[],[[]],{}]", "[[],[[]],{}]"},
    {"[\"a\",\"\"]", "[\"a\",\"\"]"},
    {"{\"\":0}", "{\"\":0}"},
    {"{\"a\":1,\"A\":2,\"a \":3}", "{\"a\":1,\"A\":2,\"a \":3}"},
    {"{\"z\":{\"y\":[{\"x\":null}]},\"a\":true}",
     "{\"z\":{\"y\":[{\"x\":null}]},\"a\":true}"},
    {"\xEF\xBB\xBF[1]", "[1]"},
    {"\xEF\xBB\xBF \"\xEF\xBB\xBF\"", "\"\xEF\xBB\xBF\""},
    {"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\b\\f\\n\\r\\t\""},
    {"\"\\u0041\\u00e9\\u4F4f\"", "\"A\u00E9\u4F4F\""},
    {"\"\\uD83D\\uDE00\"", "\"\U0001F600\""},
    {"\"\\uDBFF\\uDFFF\\uFFFF\"", "\"\U0010FFFF\uFFFF\""},
    {"\"\\u0001\\u001f\\u007f\"", "\"\\u0001\\u001f\x7F\""},
    {"\"住院津贴\x7F\U0001F600\"", "\"住院津贴\x7F\U0001F600\""},
    {"\"// no comment /* */ ，：\"", "\"// no comment /* */ ，：\""},
    {"\"\\uABCD\\uabcd\\u0080\\u07fF\\u0800\"",
     "\"\uABCD\uABCD\xC2\x80\u07FF\u0800\""},
    {"\"\\uD800\\uDC00\\uD7FF\\uE000\"",
     "\"\U00010000\xED\x9F\xBF\xEE\x80\x80\""},
    {"{\"\\u0061\":1}", "{\"a\":1}"},
};

START_TEST(strict_json_becomes_a_tree)
{
    char buffer[200];
    reading reading;
    mutaid__out out;

    read_text(&reading, trees[_i].text);
    ck_assert_ptr_nonnull(reading.root);
    ck_assert_int_eq(reading.status, MUTAID_OK);
    ck_assert_uint_eq(mutaid_report_count(reading.report), 0);
    mutaid__out_init(&out, buffer, sizeof buffer);
    out_tree(&out, reading.root);
    ck_assert_int_eq(mutaid__out_finish(&out, NULL, NULL), MUTAID_OK);
    ck_assert_str_eq(buffer, trees[_i].tree);
    end(&reading);
}
END_TEST

static void check_place(mutaid__place place, uint32_t offset, uint32_t line,
                        uint32_t column)
{
    ck_assert_uint_eq(place.offset, offset);
    ck_assert_uint_eq(place.line, line);
    ck_assert_uint_eq(place.column, column);
}

START_TEST(every_value_and_key_knows_its_place)
{
    reading reading;

    read_text(&reading, "\xEF\xBB\xBF{\"a\": [1,\r\n\t\"住院\" , 22],\n\n"
                        " \"住\":\n{}, \"\\u4f4f\\u9662\": null}");
    ck_assert_int_eq(reading.status, MUTAID_OK);
    check_place(reading.root->place, 3, 1, 1);
    ck_assert_uint_eq(reading.root->count, 3);

    const mutaid__json *a = mutaid__json_get(reading.root, "a");
    check_place(a->key_place, 4, 1, 2);
    check_place(a->place, 9, 1, 7);
    ck_assert_uint_eq(a->count, 3);
    check_place(a->first->place, 10, 1, 8);
    check_place(a->first->next->place, 15, 2, 2);
    check_place(a->first->next->next->place, 26, 2, 9);
    ck_assert_ptr_null(a->first->next->next->next);
    check_place(a->next->key_place, 33, 4, 2);
    check_place(a->next->place, 40, 5, 1);
    check_place(a->next->next->key_place, 44, 5, 5);
    check_place(a->next->next->place, 60, 5, 21);
    ck_assert_ptr_eq(mutaid__json_get(reading.root, "住院"), a->next->next);
    ck_assert_ptr_null(mutaid__json_get(reading.root, "b"));
    ck_assert_ptr_null(mutaid__json_get(a, "a"));
    end(&reading);
}
END_TEST

START_TEST(the_tree_borrows_nothing_from_the_text)
{
    char text[] = "{\"key\": [\"value\", 12.50]}";
    char buffer[64];
    reading reading;
    mutaid__out out;

    read_text(&reading, text);
    memset(text, '#', sizeof text);
    mutaid__out_init(&out, buffer, sizeof buffer);
    out_tree(&out, reading.root);
    ck_assert_int_eq(mutaid__out_finish(&out, NULL, NULL), MUTAID_OK);
    ck_assert_str_eq(buffer, "{\"key\":[\"value\",12.50]}");
    end(&reading);
}
END_TEST

/* --- limits --------------------------------------------------------------- */

static mutaid_code read_within(const char *text, size_t bytes, uint32_t depth,
                               uint32_t values, uint32_t *column_out)
{
    const mutaid__json_limits limits = {bytes, depth, values};
    mutaid_code code = MUTAID_CODE_NONE;
    reading reading;

    read_bytes(&reading, text, strlen(text), &limits);
    if (mutaid_report_count(reading.report) > 0) {
        code = fault_of(&reading, 0).code;
        *column_out = fault_of(&reading, 0).column;
    }
    ck_assert((code == MUTAID_CODE_NONE) == (reading.root != NULL));
    end(&reading);
    return code;
}

START_TEST(each_limit_is_exact)
{
    uint32_t column = 77;

    ck_assert_int_eq(read_within("[1]", 3, 9, 9, &column), MUTAID_CODE_NONE);
    ck_assert_int_eq(read_within("[1]", 2, 9, 9, &column),
                     MUTAID_CODE_TEXT_TOO_LONG);
    ck_assert_uint_eq(column, 0);
    ck_assert_int_eq(read_within("[{\"a\":[]}]", 99, 3, 9, &column),
                     MUTAID_CODE_NONE);
    ck_assert_int_eq(read_within("[{\"a\":[]}]", 99, 2, 9, &column),
                     MUTAID_CODE_TOO_DEEP);
    ck_assert_uint_eq(column, 7);
    ck_assert_int_eq(read_within("[[],[],[]]", 99, 2, 9, &column),
                     MUTAID_CODE_NONE);
    ck_assert_int_eq(read_within("1", 99, 0, 1, &column), MUTAID_CODE_NONE);
    ck_assert_int_eq(read_within("[1,{\"a\":2}]", 99, 9, 4, &column),
                     MUTAID_CODE_NONE);
    ck_assert_int_eq(read_within("[1,{\"a\":2}]", 99, 9, 3, &column),
                     MUTAID_CODE_TOO_MANY_VALUES);
    ck_assert_uint_eq(column, 5);
}
END_TEST

START_TEST(limits_are_named_in_the_fault)
{
    const mutaid__json_limits limits = {4, 9, 9};
    reading reading;

    read_bytes(&reading, "[1, 2, 3, 4]", 12, &limits);
    ck_assert_str_eq(fault_of(&reading, 0).text,
                     "the text has 12 bytes, more than the 4 allowed");
    end(&reading);
}
END_TEST

/* --- size ------------------------------------------------------------------ */

#define MANY 300000

/* Only the last digits of the keys differ, and one in a thousand is double.
 * To hold each key against each would take hours. */
START_TEST(many_keys_and_the_doubles_among_them_are_read_at_once)
{
    const size_t size = MANY * 24 + 2;
    char *text = malloc(size);
    reading reading;
    mutaid__out out;

    mutaid__out_init(&out, text, size);
    for (int64_t i = 0; i < MANY; i++) {
        mutaid__out_text(&out, i == 0 ? "{\"key" : ",\n\"key");
        mutaid__out_integer(&out, 10000000 + (i % 1000 == 999 ? i - 999 : i) *
                                                 7919 % MANY);
        mutaid__out_text(&out, "\":1");
    }
    mutaid__out_byte(&out, '}');
    read_bytes(&reading, text, out.length, &roomy);
    free(text);
    ck_assert_int_eq(reading.status, MUTAID_OK);
    ck_assert_uint_eq(reading.root->count, MANY);
    ck_assert_uint_eq(reading.report->error_count, MANY / 1000);
    for (uint32_t i = 0; i < MANY / 1000; i++) {
        mutaid_fault fault = fault_of(&reading, i);
        HOLDS(fault.code == MUTAID_CODE_DUPLICATE_KEY);
        HOLDS(fault.line == 1000 * (i + 1));
        HOLDS(fault.column == 1);
    }
    end(&reading);
}
END_TEST

/* Of too many doubles the first in the text are listed. */
START_TEST(doubles_are_reported_from_the_top)
{
    const size_t size = 20000;
    char *text = malloc(size);
    reading reading;
    mutaid__out out;

    mutaid__out_init(&out, text, size);
    mutaid__out_byte(&out, '{');
    for (int64_t i = 0; i < 1500; i++) {
        mutaid__out_text(&out, i == 0 ? "\"" : ",\n\"");
        mutaid__out_integer(&out, 9 - i % 10);
        mutaid__out_text(&out, "\":0");
    }
    mutaid__out_byte(&out, '}');
    read_bytes(&reading, text, out.length, &roomy);
    free(text);
    ck_assert_uint_eq(reading.report->error_count, 1490);
    for (uint32_t i = 0; i < 1000; i++)
        HOLDS(fault_of(&reading, i).line == i + 11);
    ck_assert_ptr_nonnull(strstr(fault_of(&reading, 7).text,
                                 "\"2\" stands twice in one object, "
                                 "first in line 8"));
    end(&reading);
}
END_TEST

/* Far deeper than any stack of calls. */
START_TEST(nesting_takes_memory_not_stack)
{
    const mutaid__json_limits deep = {1 << 24, 1 << 22, 1 << 22};
    const size_t depth = 2000000;
    char *text = malloc(2 * depth);
    reading reading;

    memset(text, '[', depth);
    memset(text + depth, ']', depth);
    read_bytes(&reading, text, 2 * depth, &deep);
    ck_assert_int_eq(reading.status, MUTAID_OK);
    end(&reading);
    read_bytes(&reading, text, depth, &deep);
    ck_assert_int_eq(fault_of(&reading, 0).code, MUTAID_CODE_TEXT_ENDS);
    end(&reading);
    read_bytes(&reading, text, 2 * depth, &roomy);
    ck_assert_int_eq(fault_of(&reading, 0).code, MUTAID_CODE_TOO_DEEP);
    ck_assert_uint_eq(fault_of(&reading, 0).column, 65);
    end(&reading);
    free(text);
}
END_TEST

START_TEST(a_flood_of_faults_is_counted_not_listed)
{
    const size_t count = 100000;
    char *text = malloc(3 * count);
    reading reading;

    for (size_t i = 0; i < count; i++)
        memcpy(text + 3 * i, i == 0 ? "[01" : ",01", 3);
    read_bytes(&reading, text, 3 * count, &roomy);
    free(text);
    ck_assert_uint_eq(mutaid_report_count(reading.report),
                      MUTAID__MOST_FAULTS + 1);
    ck_assert_uint_eq(reading.report->error_count, count + 1);
    end(&reading);
}
END_TEST

/* --- memory ----------------------------------------------------------------- */

static const char *const hungry[] = {
    "\xEF\xBB\xBF{\"id\": \"港口\", \"n\": [1, -2.50e+3, true, null]}",
    "{\"a\":1,\"b\":[],\"c\":{},\"d\":[1,2,3],\"e\":1,\"f\":1,\"g\":1,"
    "\"h\":1,\"i\":1,\"a\":2,\"a\":3}",
    "[[[[[[[[[[[[[[[[[[[[1, 01, \"\\q\", 2]]]]]]]]]]]]]]]]]]]]",
    "[1, 2",
};

/* The tree's memory and the report's fail in turn, once or from there on. */
static bool read_failing(const char *text, failing *tree, failing *faults_of)
{
    mutaid_allocator tree_allocator = failing_allocator(tree);
    mutaid_allocator report_allocator = failing_allocator(faults_of);
    mutaid__memory memory;
    mutaid__arena arena;
    mutaid_report *report = NULL;
    mutaid_status status = MUTAID_OK;

    if (mutaid__report_new(&report_allocator, (size_t)8 << 20, &report, NULL) !=
        MUTAID_OK)
        return true;
    mutaid__memory_init(&memory, &tree_allocator, (size_t)1 << 30);
    mutaid__arena_init(&arena, &memory);

    const mutaid__json *root =
        mutaid__json_read(&arena, text, strlen(text), &roomy, report, &status);
    HOLDS((root != NULL) == (status == MUTAID_OK));
    if ((tree->has_failed && tree->fails_on) || report->is_out_of_memory)
        HOLDS(status == MUTAID_ERROR_MEMORY);
    if (status == MUTAID_ERROR_MEMORY)
        HOLDS(tree->has_failed || report->is_out_of_memory);
    mutaid__arena_free(&arena);
    mutaid_report_free(report);
    return tree->has_failed || faults_of->has_failed;
}

START_TEST(every_allocation_may_fail)
{
    for (int kind = 0; kind < 4; kind++) {
        bool has_failed = true;

        for (size_t fail_at = 1; has_failed; fail_at++) {
            failing tree = {0}, faults_of = {0};
            failing *which = kind < 2 ? &tree : &faults_of;

            which->fail_at = fail_at;
            which->fails_on = kind % 2 == 1;
            has_failed = read_failing(hungry[_i], &tree, &faults_of);
            ck_assert_uint_eq(tree.blocks, 0);
            ck_assert_uint_eq(faults_of.blocks, 0);
        }
    }
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {strict_json_becomes_a_tree, ROWS(trees)},
        {every_value_and_key_knows_its_place, 0},
        {the_tree_borrows_nothing_from_the_text, 0},
        {each_limit_is_exact, 0},
        {limits_are_named_in_the_fault, 0},
        {many_keys_and_the_doubles_among_them_are_read_at_once, 0},
        {doubles_are_reported_from_the_top, 0},
        {nesting_takes_memory_not_stack, 0},
        {a_flood_of_faults_is_counted_not_listed, 0},
        {every_allocation_may_fail, ROWS(hungry)},
    };

    return run_suite("json", tests, sizeof tests / sizeof *tests);
}
