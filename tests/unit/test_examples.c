/* SPDX-License-Identifier: MIT */
/* test_examples.c - the examples of a rulebook: met, and missed. */
#include "book.h"

#define BOOK \
    "'parameters': {'rate': {'use': '50%'}}, " \
    "'facts': {" \
    "'day': {'type': 'date'}," \
    "'end': {'type': 'date', 'not_before': 'day', 'optional': true, " \
    "'if_missing': null}," \
    "'x': {'type': 'money', 'at_most': '1000.00'}," \
    "'ill': {'type': 'flag', 'if_missing': false}}, " \
    "'schemes': {" \
    "'s': {" TITLE ", 'dated_by': 'day', 'exclude': [{'id': 'e', 'is': " \
    "'ill', " BECAUSE "}], 'benefits': [{'id': 'b', " TITLE \
    ", 'steps': [{'take': 'x'}, {'times': 'rate'}]}], 'deadlines': [{'id': " \
    "'d', 'later': 'day', 'months': 1}, {'id': 'last', 'later': 'end', " \
    "'days': 1}], 'contribution': {'parts': [{'id': " \
    "'fee', " TITLE ", 'steps': [{'take': '3.00'}]}]}}," \
    "'t': {" TITLE ", 'dated_by': 'day', 'benefits': [{'id': 'b', " TITLE \
    ", 'steps': [{'take': '1.00'}]}]}}, " \
    "'packages': {'p': {" TITLE ", 'dated_by': 'day', 'contains': " \
    "[{'scheme': 's'}, {'scheme': 't'}]}}, " \
    "'examples': [@]"
#define EXAMPLE(part, facts, expect) \
    "{'part': '" part "', 'facts': {'day': '2024-01-31', " facts "}, " \
    "'expect': {" expect "}}"

static const struct {
    const char *example;
    mutaid_code code; /* NONE: met */
} rows[] = {
    {EXAMPLE("s", "'x': '8.00'", "'outcome': 'eligible', 'amount': '4.00'"),
     MUTAID_CODE_NONE},
    {EXAMPLE("s", "'x': '8.00'", "'amount': '4.01'"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("s", "'x': '8.00'", "'outcome': 'refused'"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("s", "'ill': false",
             "'outcome': 'undetermined', 'least': "
             "'0.00', 'most': '500.00', 'missing': ['x']"),
     MUTAID_CODE_NONE},
    {EXAMPLE("s", "'ill': false", "'amount': '0.00'"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("s", "'ill': false", "'least': '0.01'"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("s", "'ill': false", "'most': '499.99'"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("s", "'ill': false", "'missing': ['x', 'end']"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("s", "'ill': false", "'missing': ['end']"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("s", "'ill': true, 'x': '1.00'", "'refused_by': ['e']"),
     MUTAID_CODE_NONE},
    {EXAMPLE("s", "'ill': true, 'x': '1.00'", "'refused_by': ['f']"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("s", "'x': '8.00'", "'benefits': {'b': '4.00'}"),
     MUTAID_CODE_NONE},
    {EXAMPLE("s", "'x': '8.00'", "'benefits': {'b': '4.01'}"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("s", "'x': '8.00'", "'benefits': {'c': '4.00'}"),
     MUTAID_CODE_EXAMPLE_KEY},
    {EXAMPLE("s", "'x': '8.00'", "'deadlines': {'d': '2024-02-29'}"),
     MUTAID_CODE_NONE},
    {EXAMPLE("s", "'x': '8.00'", "'deadlines': {'d': '2024-03-01'}"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("s", "'x': '8.00'", "'deadlines': {'last': null}"),
     MUTAID_CODE_NONE},
    {EXAMPLE("s", "'x': '8.00'", "'deadlines': {'d': null}"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("s", "'x': '8.00'", "'deadlines': {'last': '2024-03-01'}"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("s", "'x': '8.00'", "'deadlines': {'no_such': null}"),
     MUTAID_CODE_EXAMPLE_KEY},
    {EXAMPLE("s.contribution", "'x': '8.00'", "'amount': '3.00'"),
     MUTAID_CODE_NONE},
    {EXAMPLE("s.contribution", "'x': '8.00'",
             "'contribution': {'fee': '3.00'}"),
     MUTAID_CODE_NONE},
    {EXAMPLE("s.contribution", "'x': '8.00'",
             "'contribution': {'fee': '3.01'}"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("p", "'x': '8.00'", "'amount': '5.00'"), MUTAID_CODE_NONE},
    {EXAMPLE("p", "'x': '8.00'", "'amount': '5.01'"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("s", "'x': '8.00', 'end': '2024-01-30'",
             "'input_error': "
             "'facts_contradict'"),
     MUTAID_CODE_NONE},
    {EXAMPLE("s", "'x': '8.00', 'end': '2024-01-31'",
             "'input_error': "
             "'facts_contradict'"),
     MUTAID_CODE_EXAMPLE_EXPECTS},
    {EXAMPLE("s", "'x': '1000.01'", "'input_error': 'fact_range'"),
     MUTAID_CODE_NONE},
    {EXAMPLE("s", "'x': '1000.01'", "'amount': '1.00'"),
     MUTAID_CODE_EXAMPLE_CASE},
    {EXAMPLE("q", "'x': '8.00'", "'amount': '4.00'"), MUTAID_CODE_EXAMPLE_PART},
    {"{'part': 's', 'facts': {'day': '2024-01-31', 'x': '8.00'}, "
     "'parameters': {'rate': '25%'}, 'expect': {'amount': '2.00'}}",
     MUTAID_CODE_NONE},
    {"{'part': 's', 'facts': {'day': '2024-01-31', 'x': '8.00'}, "
     "'parameters': {'rate': '25%'}, 'expect': {'amount': '4.00'}}",
     MUTAID_CODE_EXAMPLE_EXPECTS},
};

START_TEST(an_example_is_decided_and_compared)
{
    char *text = filled(BOOK, rows[_i].example);

    if (rows[_i].code == MUTAID_CODE_NONE) {
        mutaid_rulebook_unref(read_book(text, NULL));
        ck_assert(!raises(text, MUTAID_CODE_EXAMPLE_EXPECTS));
    } else {
        ck_assert(raises(text, rows[_i].code));
    }
    free(text);
}
END_TEST

START_TEST(examples_are_not_run_where_the_caller_says_so)
{
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    char *text = filled(BOOK, EXAMPLE("s", "'x': '8.00'", "'amount': '1.00'"));

    options.skip_examples = 1;
    mutaid_rulebook_unref(read_book(text, &options));
    free(text);
}
END_TEST

/* An override changes amounts, so the examples say nothing about it. */
START_TEST(examples_are_not_run_under_overrides)
{
    const mutaid_override override = {"rate", "25%"};
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    char *text = filled(BOOK, EXAMPLE("s", "'x': '8.00'", "'amount': '4.00'"));

    options.overrides = &override;
    options.override_count = 1;
    mutaid_rulebook_unref(read_book(text, &options));
    free(text);
}
END_TEST

/* All bytes that were ever asked for. */
static void *count_allocate(void *context, size_t size)
{
    *(size_t *)context += size;
    return malloc(size);
}

static void *count_resize(void *context, void *block, size_t old_size,
                          size_t new_size)
{
    *(size_t *)context += new_size - old_size;
    return realloc(block, new_size);
}

static void count_release(void *context, void *block, size_t size)
{
    (void)context;
    (void)size;
    free(block);
}

static size_t bytes_to_read(uint32_t skip_examples)
{
    size_t length, bytes = 0;
    const char *text = mutaid_rulebook_beijing_text(&length);
    const mutaid_allocator allocator = {sizeof allocator, count_allocate,
                                        count_resize, count_release, &bytes};
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_rulebook *rulebook;

    options.allocator = &allocator;
    options.skip_examples = skip_examples;
    ck_assert_int_eq(
        mutaid_rulebook_read(text, length, &options, &rulebook, NULL, NULL),
        MUTAID_OK);
    mutaid_rulebook_unref(rulebook);
    return bytes;
}

static size_t count_text(const char *text, const char *piece)
{
    size_t count = 0;

    for (text = strstr(text, piece); text; text = strstr(text + 1, piece))
        count++;
    return count;
}

/* Only the part that they ask is made anew. */
START_TEST(examples_with_parameters_do_not_read_the_rulebook_again)
{
    size_t length;
    const char *text = mutaid_rulebook_beijing_text(&length);
    size_t with_parameters = count_text(text, "\"parameters\": {\"");
    size_t one_reading = bytes_to_read(1);

    ck_assert_uint_gt(with_parameters, 20);
    ck_assert_uint_lt(bytes_to_read(0) - one_reading,
                      with_parameters * one_reading / 4);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {an_example_is_decided_and_compared, ROWS(rows)},
        {examples_are_not_run_where_the_caller_says_so, 0},
        {examples_are_not_run_under_overrides, 0},
        {examples_with_parameters_do_not_read_the_rulebook_again, 0},
    };

    return run_suite("examples", tests, ROWS(tests));
}
