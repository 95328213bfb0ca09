/* SPDX-License-Identifier: MIT */
/* test_coverage.c - which clauses cases reach, and which of them decide. */
#include "book.h"
#include "failing.h"

#define BOOK \
    "'parameters': {'rate': {'use': '50%'}, 'unused': {'use': '1.00'}}, " \
    "'facts': {'day': {'type': 'date'}, " \
    "'x': {'type': 'money', 'at_most': '1000.00'}, " \
    "'ill': {'type': 'flag', 'if_missing': false}}, " \
    "'values': {'half': {'steps': [{'take': 'x'}, {'times': 'rate'}]}}, " \
    "'schemes': {'s': {" TITLE ", 'dated_by': 'day', " \
    "'require': [{'id': 'well', 'the': 'ill', 'equals': false, " REASON "}], " \
    "'benefits': [{'id': 'b', " TITLE ", 'steps': [{'take': 'half'}, " \
    "{'at_most': {'2000-01-01': '80.00', '2010-01-01': '90.00'}}, " \
    "{'slices': [{'from': '0.00', 'rate': '100%'}, " \
    "{'from': '40.00', 'rate': '10%'}]}]}]}}, " \
    "'examples': [@]"
#define EXAMPLE(facts, more) \
    "{'part': 's', 'facts': {" facts "}, " more "'expect': {}}"
#define SMALL "'day': '2005-01-01', 'x': '20.00'"
#define LARGE "'day': '2005-01-01', 'x': '900.00'"
#define LATER "'day': '2010-01-01', 'x': '900.00'"
#define STEPS "schemes.s.benefits[0].steps"

static mutaid_coverage *coverage_of(const char *examples)
{
    char *text = filled(BOOK, examples);
    mutaid_rulebook *rulebook = read_book(text, NULL);
    mutaid_coverage *coverage;

    HOLDS(mutaid_coverage_new(rulebook, &coverage, NULL) == MUTAID_OK);
    HOLDS(mutaid_coverage_add_examples(coverage, NULL) == MUTAID_OK);
    mutaid_rulebook_unref(rulebook);
    free(text);
    return coverage;
}

/* The clause at a path; the rulebook is known by the clauses themselves. */
static mutaid_coverage_info info_at(const mutaid_coverage *coverage,
                                    mutaid_rulebook *rulebook,
                                    const char *path)
{
    mutaid_coverage_info info = MUTAID_COVERAGE_INFO_INIT;
    mutaid_clause_info clause = MUTAID_CLAUSE_INFO_INIT;

    for (size_t i = 0; i < mutaid_coverage_count(coverage); i++) {
        HOLDS(mutaid_coverage_clause(coverage, i, &info, NULL) == MUTAID_OK);
        HOLDS(mutaid_rulebook_clause(rulebook, info.clause, &clause, NULL) ==
              MUTAID_OK);
        if (strcmp(clause.path, path) == 0)
            return info;
    }
    ck_abort_msg("no clause %s", path);
    return info;
}

static const struct {
    const char *examples, *path;
    mutaid_reach reach;
} rows[] = {
    {EXAMPLE(SMALL, ""), "parameters.unused", MUTAID_REACH_NEVER},
    {EXAMPLE(SMALL, ""), "parameters.rate", MUTAID_REACH_DECISIVE},
    {EXAMPLE(SMALL, ""), "values.half", MUTAID_REACH_DECISIVE},
    {EXAMPLE(SMALL, ""), "schemes.s", MUTAID_REACH_DECISIVE},
    {EXAMPLE(SMALL, ""), "schemes.s.require[0]", MUTAID_REACH_READ},
    {EXAMPLE(SMALL ", 'ill': true", ""), "schemes.s.require[0]",
     MUTAID_REACH_DECISIVE},
    {EXAMPLE(SMALL ", 'ill': true", ""), "schemes.s.benefits[0]",
     MUTAID_REACH_NEVER},
    {EXAMPLE(SMALL, ""), STEPS "[1]", MUTAID_REACH_READ},
    {EXAMPLE(LARGE, ""), STEPS "[1]", MUTAID_REACH_DECISIVE},
    {EXAMPLE(LARGE, ""), STEPS "[1].at_most.2000-01-01",
     MUTAID_REACH_DECISIVE},
    {EXAMPLE(LARGE, ""), STEPS "[1].at_most.2010-01-01", MUTAID_REACH_NEVER},
    {EXAMPLE(LATER, ""), STEPS "[1].at_most.2010-01-01",
     MUTAID_REACH_DECISIVE},
    {EXAMPLE(SMALL, ""), STEPS "[2].slices[1]", MUTAID_REACH_NEVER},
    {EXAMPLE(LARGE, ""), STEPS "[2].slices[1]", MUTAID_REACH_DECISIVE},
    /* 20.00 x 25% stays in the first slice, 20.00 x 300% does not */
    {EXAMPLE(SMALL, "'parameters': {'rate': '300%'}, "), STEPS "[2].slices[1]",
     MUTAID_REACH_DECISIVE},
};

START_TEST(a_clause_is_reached_by_what_it_does_to_an_example)
{
    char *text = filled(BOOK, rows[_i].examples);
    mutaid_rulebook *rulebook = read_book(text, NULL);
    mutaid_coverage *coverage = coverage_of(rows[_i].examples);

    ck_assert_int_eq(info_at(coverage, rulebook, rows[_i].path).reach,
                     rows[_i].reach);
    mutaid_coverage_free(coverage);
    mutaid_rulebook_unref(rulebook);
    free(text);
}
END_TEST

START_TEST(cases_of_the_caller_count_beside_the_examples)
{
    char *text = filled(BOOK, EXAMPLE(SMALL, ""));
    book b = book_of(read_book(text, NULL));
    mutaid_coverage *coverage;

    HOLDS(mutaid_coverage_new(b.rulebook, &coverage, NULL) == MUTAID_OK);
    HOLDS(mutaid_coverage_add_examples(coverage, NULL) == MUTAID_OK);
    HOLDS(mutaid_case_set_text(b.c, "day", "2005-01-01", NULL) == MUTAID_OK);
    HOLDS(mutaid_case_set_text(b.c, "x", "900.00", NULL) == MUTAID_OK);
    ck_assert_int_eq(mutaid_coverage_add(coverage, b.c, 0, NULL), MUTAID_OK);

    mutaid_coverage_info info = info_at(coverage, b.rulebook, STEPS "[1]");
    ck_assert_uint_eq(info.read_count, 2);
    ck_assert_uint_eq(info.decisive_count, 1);
    mutaid_coverage_free(coverage);
    mutaid_case_free(b.c);
    mutaid_decision_free(b.d);
    mutaid_rulebook_unref(b.rulebook);
    free(text);
}
END_TEST

/* Each clause of the text once, in its order. */
START_TEST(clauses_are_listed_once_in_the_order_of_the_text)
{
    mutaid_rulebook *rulebook;
    mutaid_coverage *coverage;
    uint32_t line = 0, column = 0;

    HOLDS(mutaid_rulebook_beijing(&rulebook, NULL) == MUTAID_OK);
    HOLDS(mutaid_coverage_new(rulebook, &coverage, NULL) == MUTAID_OK);
    ck_assert_uint_gt(mutaid_coverage_count(coverage), 800);
    for (size_t i = 0; i < mutaid_coverage_count(coverage); i++) {
        mutaid_coverage_info info = MUTAID_COVERAGE_INFO_INIT;
        mutaid_clause_info clause = MUTAID_CLAUSE_INFO_INIT;

        HOLDS(mutaid_coverage_clause(coverage, i, &info, NULL) == MUTAID_OK);
        HOLDS(mutaid_rulebook_clause(rulebook, info.clause, &clause, NULL) ==
              MUTAID_OK);
        HOLDS(clause.line > line ||
              (clause.line == line && clause.column > column));
        line = clause.line;
        column = clause.column;
    }
    mutaid_coverage_free(coverage);
    mutaid_rulebook_unref(rulebook);
}
END_TEST

START_TEST(what_is_no_coverage_is_refused)
{
    mutaid_coverage_info info = MUTAID_COVERAGE_INFO_INIT;
    mutaid_coverage *coverage = coverage_of(EXAMPLE(SMALL, ""));
    size_t count = mutaid_coverage_count(coverage);

    ck_assert_int_eq(mutaid_coverage_new(NULL, &coverage, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_coverage_add_examples(NULL, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_coverage_add(coverage, NULL, 0, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_coverage_clause(coverage, count, &info, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_uint_eq(mutaid_coverage_count(NULL), 0);
    mutaid_coverage_free(coverage);
    mutaid_coverage_free(NULL);
}
END_TEST

START_TEST(a_coverage_fails_cleanly_at_each_allocation)
{
    char *rest = filled(BOOK, EXAMPLE(SMALL, "") ", " EXAMPLE(
                                  LARGE, "'parameters': {'rate': '60%'}, "));
    char *text = quoted(BOOK_FRAME, rest);
    failing memory = {0};
    mutaid_allocator allocator = failing_allocator(&memory);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_rulebook *rulebook;
    mutaid_status status = MUTAID_ERROR_MEMORY;

    options.allocator = &allocator;
    HOLDS(mutaid_rulebook_read(text, strlen(text), &options, &rulebook, NULL,
                               NULL) == MUTAID_OK);
    size_t blocks = memory.blocks, n = 0;
    memory.fails_on = true;
    while (status != MUTAID_OK) {
        mutaid_coverage *coverage = NULL;

        memory.calls = 0;
        memory.fail_at = ++n;
        status = mutaid_coverage_new(rulebook, &coverage, NULL);
        if (status == MUTAID_OK)
            status = mutaid_coverage_add_examples(coverage, NULL);
        ck_assert(status == MUTAID_OK || status == MUTAID_ERROR_MEMORY);
        mutaid_coverage_free(coverage);
        ck_assert_uint_eq(memory.blocks, blocks);
    }
    ck_assert_uint_gt(n, 6);
    mutaid_rulebook_unref(rulebook);
    free(text);
    free(rest);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_clause_is_reached_by_what_it_does_to_an_example, ROWS(rows)},
        {cases_of_the_caller_count_beside_the_examples, 0},
        {clauses_are_listed_once_in_the_order_of_the_text, 0},
        {what_is_no_coverage_is_refused, 0},
        {a_coverage_fails_cleanly_at_each_allocation, 0},
    };

    return run_suite("coverage", tests, ROWS(tests));
}
