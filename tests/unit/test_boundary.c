/* SPDX-License-Identifier: MIT */
/* test_boundary.c - two cases for each edge of a part, alike but for one fact. */
#include "book.h"
#include "failing.h"

#define BOOK \
    "'facts': {'day': {'type': 'date'}, 'end': {'type': 'date', " \
    "'not_before': 'day'}, " \
    "'x': {'type': 'money', 'at_most': '1000.00'}, " \
    "'kind': {'type': 'choice', 'choices': [{'code': 'a', 'lists': " \
    "['good']}, {'code': 'b', 'lists': ['good']}, {'code': 'c'}]}, " \
    "'slip': {'type': 'flag', 'optional': true}}, " \
    "'schemes': {'s': {" TITLE ", 'from': '2001-01-01', 'dated_by': 'day', " \
    "'require': [{'id': 'good', 'the': 'kind', 'in': 'good', " REASON "}], " \
    "'benefits': [{'id': 'b', " TITLE ", 'steps': [{'take': 'x'}, " \
    "{'beyond': {'2001-01-01': '100.00', '2010-01-01': '120.00'}}, " \
    "{'slices': [{'from': '0.00', 'rate': '10%'}, " \
    "{'from': '50.00', 'rate': '20%'}]}, " \
    "{'times': 2, 'when': {'the': 'kind', 'equals': 'b'}}]}], " \
    "'deadlines': [{'id': 'd', 'later': 'day', 'months': 1, 'kept_by': " \
    "'end'}]}, 't': {" TITLE ", 'dated_by': 'day', 'benefits': [{'id': 'b', " \
    TITLE ", 'steps': [{'take': '1.00'}]}]}}@"
#define EXAMPLES \
    ", 'examples': [{'part': 's', 'facts': {'day': '2005-03-10', 'end': " \
    "'2005-03-20', 'x': '130.00', 'kind': 'a', 'slip': true}, 'expect': {}}]"

typedef struct found {
    book book;
    mutaid_boundaries *cases;
    mutaid_boundaries_info info;
} found;

static found found_in(const char *examples, size_t part, size_t budget)
{
    char *rest = filled(BOOK, examples);
    found f = {book_of(read_book(rest, NULL)), NULL,
               MUTAID_BOUNDARIES_INFO_INIT};

    HOLDS(mutaid_boundaries_find(f.book.rulebook, part, budget, &f.cases,
                                 NULL) == MUTAID_OK);
    HOLDS(mutaid_boundaries_describe(f.cases, &f.info, NULL) == MUTAID_OK);
    free(rest);
    return f;
}

static void close_found(found *f)
{
    mutaid_boundaries_free(f->cases);
    close_book(&f->book);
}

static mutaid_boundary at(const found *f, size_t position)
{
    mutaid_boundary row = MUTAID_BOUNDARY_INIT;

    HOLDS(mutaid_boundaries_at(f->cases, position, &row, NULL) == MUTAID_OK);
    return row;
}

static size_t fact_of(const found *f, const char *name)
{
    size_t fact = 0;

    HOLDS(mutaid_rulebook_fact_index(f->book.rulebook, name, &fact, NULL) ==
          MUTAID_OK);
    return fact;
}

/* Whether two neighbours stand at low and low + 1 of a fact, with amounts. */
static bool has_pair(const found *f, const char *name, int64_t low,
                     mutaid_money below, mutaid_money above, bool is_shifted)
{
    for (size_t i = 0; i + 1 < f->info.count; i += 2) {
        mutaid_boundary a = at(f, i), b = at(f, i + 1);

        if (a.fact == fact_of(f, name) && a.integer == low &&
            b.integer == low + 1 && a.amount == below && b.amount == above &&
            a.is_shifted == is_shifted)
            return true;
    }
    return false;
}

static int64_t day(int year, int month, int number)
{
    return mutaid_date_from_civil(year, month, number);
}

START_TEST(both_sides_of_each_edge_are_found)
{
    found f = found_in(EXAMPLES, 0, 0);

    ck_assert_uint_eq(f.info.is_complete, 1);
    /* the deductible, the second slice, by a fen */
    ck_assert(has_pair(&f, "x", 10000, 0, 0, false));
    ck_assert(has_pair(&f, "x", 14999, 500, 500, false) ||
              has_pair(&f, "x", 15000, 500, 500, false));
    /* in force from a day, another amount from a day: the case as a whole */
    ck_assert(has_pair(&f, "day", day(2000, 12, 31), 0, 300, true));
    ck_assert(has_pair(&f, "day", day(2009, 12, 31), 300, 100, true));
    /* the last day that is in time, from either end */
    ck_assert(has_pair(&f, "day", day(2005, 2, 19), 0, 300, false) ||
              has_pair(&f, "end", day(2005, 4, 10), 300, 0, false));
    close_found(&f);
}
END_TEST

START_TEST(codes_stand_beside_each_other)
{
    found f = found_in(EXAMPLES, 0, 0);
    bool is_refused = false, is_doubled = false;

    for (size_t i = 0; i + 1 < f.info.count; i += 2) {
        mutaid_boundary a = at(&f, i), b = at(&f, i + 1);

        if (a.fact != fact_of(&f, "kind"))
            continue;
        is_refused |= a.integer == 0 && b.integer == 2 &&
                      b.outcome == MUTAID_OUTCOME_REFUSED;
        is_doubled |= a.amount == 300 && b.amount == 600;
    }
    ck_assert(is_refused && is_doubled);
    close_found(&f);
}
END_TEST

/* Each case holds what it says, and differs from its neighbour in one fact. */
START_TEST(cases_are_what_they_say)
{
    found f = found_in(EXAMPLES, 0, 0);
    mutaid_case *other;

    HOLDS(mutaid_case_new(f.book.rulebook, &other, NULL) == MUTAID_OK);
    for (size_t i = 0; i < f.info.count; i++) {
        mutaid_boundary row = at(&f, i);
        int32_t state, there;
        int64_t integer, beside;

        HOLDS(mutaid_boundaries_case(f.cases, i, f.book.c, NULL) == MUTAID_OK);
        HOLDS(mutaid_decide_at(f.book.c, 0, f.book.d, NULL) == MUTAID_OK);
        HOLDS(mutaid_decision_describe(f.book.d, &f.book.info, NULL) ==
              MUTAID_OK);
        ck_assert_int_eq(f.book.info.outcome, row.outcome);
        ck_assert_int_eq(f.book.info.least, row.amount);
        if (row.fact == MUTAID_NONE)
            continue;
        HOLDS(mutaid_boundaries_case(f.cases, i ^ 1, other, NULL) == MUTAID_OK);
        for (size_t fact = 0; fact < 5; fact++) {
            HOLDS(mutaid_case_get(f.book.c, fact, &state, &integer, NULL) ==
                  MUTAID_OK);
            HOLDS(mutaid_case_get(other, fact, &there, &beside, NULL) ==
                  MUTAID_OK);
            if (fact == row.fact)
                ck_assert(state != there || integer != beside);
            else if (!row.is_shifted)
                ck_assert(state == there && integer == beside);
        }
    }
    mutaid_case_free(other);
    close_found(&f);
}
END_TEST

/* `slip` is nothing that the part reads. */
START_TEST(what_makes_no_difference_is_left_out)
{
    found f = found_in(EXAMPLES, 0, 0);
    size_t slip = fact_of(&f, "slip");
    int32_t state;
    int64_t integer;

    for (size_t i = 0; i < f.info.count; i++) {
        HOLDS(mutaid_boundaries_case(f.cases, i, f.book.c, NULL) == MUTAID_OK);
        HOLDS(mutaid_case_get(f.book.c, slip, &state, &integer, NULL) ==
              MUTAID_OK);
        ck_assert_int_eq(state, MUTAID_STATE_OPEN);
    }
    close_found(&f);
}
END_TEST

START_TEST(without_examples_the_search_starts_from_the_largest_payment)
{
    found f = found_in("", 0, 0);

    ck_assert_uint_gt(f.info.count, 8);
    ck_assert(has_pair(&f, "x", 10000, 0, 0, false) ||
              has_pair(&f, "x", 12000, 0, 0, false));
    close_found(&f);
}
END_TEST

START_TEST(a_part_without_edges_is_shown_by_one_case)
{
    found f = found_in("", 1, 0);

    ck_assert_uint_eq(f.info.count, 1);
    ck_assert_uint_eq(at(&f, 0).fact, MUTAID_NONE);
    ck_assert_int_eq(at(&f, 0).amount, 100);
    close_found(&f);
}
END_TEST

START_TEST(a_search_whose_budget_ends_says_so)
{
    found f = found_in(EXAMPLES, 0, 5);

    ck_assert_uint_eq(f.info.is_complete, 0);
    ck_assert_uint_le(f.info.evaluations, 5);
    close_found(&f);
}
END_TEST

START_TEST(what_is_no_search_is_refused)
{
    found f = found_in(EXAMPLES, 0, 0);
    mutaid_boundary row = MUTAID_BOUNDARY_INIT;
    mutaid_boundaries *none = NULL;

    ck_assert_int_eq(mutaid_boundaries_find(NULL, 0, 0, &none, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(
        mutaid_boundaries_find(f.book.rulebook, 9, 0, &none, NULL),
        MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_boundaries_at(f.cases, f.info.count, &row, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(
        mutaid_boundaries_case(f.cases, f.info.count, f.book.c, NULL),
        MUTAID_ERROR_ARGUMENT);
    mutaid_boundaries_free(NULL);
    close_found(&f);
}
END_TEST

START_TEST(a_search_fails_cleanly_at_each_allocation)
{
    char *rest = filled(BOOK, EXAMPLES);
    char *whole = quoted(BOOK_FRAME, rest);
    failing memory = {0};
    mutaid_allocator allocator = failing_allocator(&memory);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_status status = MUTAID_ERROR_MEMORY;
    mutaid_rulebook *rulebook;
    size_t n = 0;

    options.allocator = &allocator;
    HOLDS(mutaid_rulebook_read(whole, strlen(whole), &options, &rulebook, NULL,
                               NULL) == MUTAID_OK);
    size_t blocks = memory.blocks;
    memory.fails_on = true;
    while (status != MUTAID_OK) {
        mutaid_boundaries *cases = NULL;

        memory.calls = 0;
        memory.fail_at = ++n;
        status = mutaid_boundaries_find(rulebook, 0, 0, &cases, NULL);
        ck_assert(status == MUTAID_OK || status == MUTAID_ERROR_MEMORY);
        mutaid_boundaries_free(cases);
        ck_assert_uint_eq(memory.blocks, blocks);
    }
    ck_assert_uint_gt(n, 5);
    mutaid_rulebook_unref(rulebook);
    free(whole);
    free(rest);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {both_sides_of_each_edge_are_found, 0},
        {codes_stand_beside_each_other, 0},
        {cases_are_what_they_say, 0},
        {what_makes_no_difference_is_left_out, 0},
        {without_examples_the_search_starts_from_the_largest_payment, 0},
        {a_part_without_edges_is_shown_by_one_case, 0},
        {a_search_whose_budget_ends_says_so, 0},
        {what_is_no_search_is_refused, 0},
        {a_search_fails_cleanly_at_each_allocation, 0},
    };

    return run_suite("boundary", tests, ROWS(tests));
}
