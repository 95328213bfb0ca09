/* SPDX-License-Identifier: MIT */
/* test_compare.c - two rulebooks: what differs, and what cases make of it. */
#include "book.h"
#include "failing.h"

#define BOOK \
    "'parameters': {'rate': {'use': '50%'}}, " \
    "'facts': {'day': {'type': 'date'}, " \
    "'x': {'type': 'money', 'at_most': '1000.00'}, " \
    "'old': {'type': 'flag'}}, " \
    "'schemes': {'s': {" TITLE ", 'dated_by': 'day', " \
    "'require': [{'id': 'enough', 'the': 'x', 'at_least': '10.00', " REASON \
    "}], 'benefits': [{'id': 'b', " TITLE ", 'steps': [{'take': 'x'}, " \
    "{'times': 'rate'}, {'at_most': @}]}, {'id': 'c', " TITLE \
    ", 'when': {'is': 'old'}, 'steps': [{'take': '5.00'}]}]}}, " \
    "'examples': []"
#define CAPS "{'2000-01-01': '80.00', '2010-01-01': '90.00'}"

static mutaid_rulebook *read_with(const char *piece,
                                  const mutaid_read_options *options)
{
    char *text = filled(BOOK, piece);
    mutaid_rulebook *rulebook = read_book(text, options);

    free(text);
    return rulebook;
}

static mutaid_comparison *compare(mutaid_rulebook *before,
                                  mutaid_rulebook *after)
{
    mutaid_comparison *comparison;

    HOLDS(mutaid_comparison_new(before, after, &comparison, NULL) ==
          MUTAID_OK);
    mutaid_rulebook_unref(before);
    mutaid_rulebook_unref(after);
    return comparison;
}

static mutaid_difference difference_at(const mutaid_comparison *comparison,
                                       size_t position)
{
    mutaid_difference d = MUTAID_DIFFERENCE_INIT;

    HOLDS(mutaid_comparison_difference(comparison, position, &d, NULL) ==
          MUTAID_OK);
    return d;
}

static int32_t day(int year, int month, int number)
{
    return mutaid_date_from_civil(year, month, number);
}

#define PATH "schemes.s.benefits[b].steps[2].at_most"

static const struct {
    const char *after, *path, *before_text, *after_text;
    mutaid_difference_kind kind;
    int from_year, until_year; /* 0: no dates; of 1 January, 31 December */
} rows[] = {
    {"{'2000-01-01': '80.00', '2010-01-01': '95.00'}", PATH ".2010-01-01",
     "\"90.00\"", "\"95.00\"", MUTAID_DIFFERENCE_CHANGED, 2010, 9999},
    {"{'2000-01-01': '70.00', '2010-01-01': '90.00'}", PATH ".2000-01-01",
     "\"80.00\"", "\"70.00\"", MUTAID_DIFFERENCE_CHANGED, 2000, 2009},
    {"{'2000-01-01': '80.00', '2010-01-01': '90.00', '2020-01-01': null}",
     PATH ".2020-01-01", "", "null", MUTAID_DIFFERENCE_ADDED, 2020, 9999},
    {"{'2000-01-01': '80.00'}", PATH ".2010-01-01", "\"90.00\"", "",
     MUTAID_DIFFERENCE_REMOVED, 2010, 9999},
    {"'60.00'", PATH, "{\"2000-01-01\": \"80.00\", \"2010-01-01\": \"90.00\"}",
     "\"60.00\"", MUTAID_DIFFERENCE_CHANGED, 0, 0},
    {CAPS "}, {'round': {'to': '1.00', 'mode': 'down'}",
     "schemes.s.benefits[b].steps[3]", "",
     "{\"round\": {\"to\": \"1.00\", \"mode\": \"down\"}}",
     MUTAID_DIFFERENCE_ADDED, 0, 0},
};

START_TEST(a_difference_says_where_what_and_from_which_day)
{
    mutaid_comparison *c = compare(read_with(CAPS, NULL),
                                   read_with(rows[_i].after, NULL));
    mutaid_difference d = difference_at(c, 0);

    ck_assert_uint_eq(mutaid_comparison_difference_count(c), 1);
    ck_assert_str_eq(d.path, rows[_i].path);
    ck_assert_str_eq(d.before, rows[_i].before_text);
    ck_assert_str_eq(d.after, rows[_i].after_text);
    ck_assert_int_eq(d.kind, rows[_i].kind);
    ck_assert_uint_eq(d.is_wording, 0);
    ck_assert_uint_eq(d.has_dates, rows[_i].from_year != 0);
    if (rows[_i].from_year != 0) {
        ck_assert_int_eq(d.from, day(rows[_i].from_year, 1, 1));
        ck_assert_int_eq(d.until, day(rows[_i].until_year, 12, 31));
    }
    mutaid_comparison_free(c);
}
END_TEST

START_TEST(a_rulebook_does_not_differ_from_itself)
{
    mutaid_rulebook *one = read_with(CAPS, NULL);
    mutaid_comparison *c = compare(mutaid_rulebook_ref(one), one);

    ck_assert_uint_eq(mutaid_comparison_difference_count(c), 0);
    mutaid_comparison_free(c);
}
END_TEST

START_TEST(a_label_is_wording_and_decides_nothing)
{
    mutaid_comparison *c = compare(
        read_with(CAPS "}, {'plus': '1.00', 'label': {'en': 'a fen'}", NULL),
        read_with(CAPS "}, {'plus': '1.00', 'label': {'en': 'a jot'}", NULL));

    ck_assert_uint_eq(mutaid_comparison_difference_count(c), 1);
    ck_assert_uint_eq(difference_at(c, 0).is_wording, 1);
    mutaid_comparison_free(c);
}
END_TEST

static mutaid_rulebook *with_rate(const char *literal)
{
    const mutaid_override override = {"rate", literal};
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;

    options.overrides = &override;
    options.override_count = 1;
    return read_with(CAPS, &options);
}

START_TEST(a_parameter_in_place_of_another_is_a_difference)
{
    mutaid_comparison *c = compare(read_with(CAPS, NULL), with_rate("60%"));

    ck_assert_uint_eq(mutaid_comparison_difference_count(c), 1);
    ck_assert_str_eq(difference_at(c, 0).path, "parameters.rate.use");
    ck_assert_str_eq(difference_at(c, 0).before, "\"50%\"");
    ck_assert_str_eq(difference_at(c, 0).after, "60%");
    mutaid_comparison_free(c);
}
END_TEST

static void add(mutaid_comparison *c, mutaid_rulebook *before,
                const char *facts)
{
    book b = book_of(mutaid_rulebook_ref(before));

    HOLDS(try_facts(&b, facts, NULL) == MUTAID_OK);
    HOLDS(mutaid_comparison_add(c, b.c, "s", NULL, NULL) == MUTAID_OK);
    close_book(&b);
}

/* "part|item|clause cases open +winners gained -losers lost" a line. */
static char *changes_of(const mutaid_comparison *c)
{
    static char all[2000];

    all[0] = '\0';
    for (size_t i = 0; i < mutaid_comparison_change_count(c); i++) {
        mutaid_change change = MUTAID_CHANGE_INIT;

        HOLDS(mutaid_comparison_change(c, i, &change, NULL) == MUTAID_OK);
        sprintf(all + strlen(all), "%s|%s|%s %d %d +%d %d -%d %d\n",
                change.part, change.item, change.clause,
                (int)change.case_count, (int)change.open_count,
                (int)change.winner_count, (int)change.gained,
                (int)change.loser_count, (int)change.lost);
    }
    return all;
}

/* 100.00 at 60% is 60.00 for 50.00; 900.00 is cut at 90.00 in both, of which
 * the rate gives and the cap takes 90.00 more. */
START_TEST(gains_are_added_up_by_part_item_and_clause)
{
    mutaid_rulebook *before = read_with(CAPS, NULL);
    mutaid_comparison *c =
        compare(mutaid_rulebook_ref(before), with_rate("60%"));

    add(c, before, "'day': '2020-05-01', 'x': '100.00', 'old': true");
    add(c, before, "'day': '2020-05-01', 'x': '900.00', 'old': false");
    add(c, before, "'day': '2020-05-01', 'old': false");
    ck_assert_str_eq(
        changes_of(c),
        "s|| 2 1 +1 1000 -0 0\n"
        "s|b| 2 0 +1 1000 -0 0\n"
        "s|b|schemes.s.benefits[0].steps[1] 1 0 +1 1000 -0 0\n"
        "s|c| 2 0 +0 0 -0 0\n");
    mutaid_comparison_free(c);
    mutaid_rulebook_unref(before);
}
END_TEST

START_TEST(clauses_of_an_item_add_up_to_it)
{
    mutaid_rulebook *before = read_with(CAPS, NULL);
    mutaid_comparison *c =
        compare(mutaid_rulebook_ref(before), with_rate("20%"));

    add(c, before, "'day': '2020-05-01', 'x': '400.00', 'old': false");
    ck_assert_str_eq(changes_of(c),
                     "s|| 1 0 +0 0 -1 1000\n"
                     "s|b| 1 0 +0 0 -1 1000\n"
                     "s|b|schemes.s.benefits[0].steps[1] 1 0 +0 0 -1 12000\n"
                     "s|b|schemes.s.benefits[0].steps[2] 1 0 +1 11000 -0 0\n"
                     "s|c| 1 0 +0 0 -0 0\n");
    mutaid_comparison_free(c);
    mutaid_rulebook_unref(before);
}
END_TEST

/* The second asks for 10.00, the first for nothing. */
START_TEST(a_refusal_is_laid_to_its_requirement)
{
    char *loose = filled("'facts': {'day': {'type': 'date'}, 'x': {'type': "
                         "'money', 'at_most': '1000.00'}}, 'schemes': {'s': {"
                         TITLE ", 'dated_by': 'day', 'benefits': [{'id': 'b', "
                         TITLE ", 'steps': [{'take': 'x'}]}]}}", "");
    mutaid_rulebook *before = read_book(loose, NULL);
    mutaid_comparison *c =
        compare(mutaid_rulebook_ref(before), read_with(CAPS, NULL));
    mutaid_case_difference difference = MUTAID_CASE_DIFFERENCE_INIT;
    book b = book_of(mutaid_rulebook_ref(before));

    HOLDS(try_facts(&b, "'day': '2020-05-01', 'x': '9.00'", NULL) ==
          MUTAID_OK);
    HOLDS(mutaid_comparison_add(c, b.c, "s", &difference, NULL) == MUTAID_OK);
    ck_assert_int_eq(difference.before_outcome, MUTAID_OUTCOME_ELIGIBLE);
    ck_assert_int_eq(difference.after_outcome, MUTAID_OUTCOME_REFUSED);
    ck_assert_int_eq(difference.before_least, 900);
    ck_assert_str_eq(changes_of(c), "s|| 1 0 +0 0 -1 900\n"
                                    "s|b| 1 0 +0 0 -1 900\n"
                                    "s|b|schemes.s.require[0] 1 0 +0 0 -1 900\n"
                                    "s|c| 1 0 +0 0 -0 0\n");
    close_book(&b);
    mutaid_comparison_free(c);
    mutaid_rulebook_unref(before);
    free(loose);
}
END_TEST

START_TEST(what_is_no_comparison_is_refused)
{
    mutaid_rulebook *one = read_with(CAPS, NULL);
    mutaid_comparison *c = compare(mutaid_rulebook_ref(one), one);
    mutaid_difference d = MUTAID_DIFFERENCE_INIT;
    mutaid_change change = MUTAID_CHANGE_INIT;
    book b = book_of(mutaid_rulebook_ref(one));

    ck_assert_int_eq(mutaid_comparison_new(NULL, one, &c, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_comparison_difference(c, 0, &d, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_comparison_change(c, 0, &change, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_comparison_add(c, b.c, "nothing", NULL, NULL),
                     MUTAID_ERROR_NAME);
    ck_assert_int_eq(mutaid_comparison_add(c, NULL, "s", NULL, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_uint_eq(mutaid_comparison_difference_count(NULL), 0);
    ck_assert_uint_eq(mutaid_comparison_change_count(NULL), 0);
    close_book(&b);
    mutaid_comparison_free(c);
    mutaid_comparison_free(NULL);
}
END_TEST

START_TEST(a_comparison_fails_cleanly_at_each_allocation)
{
    char *before_rest = filled(BOOK, CAPS), *after_rest = filled(BOOK, "'1.00'");
    char *before_text = quoted(BOOK_FRAME, before_rest);
    char *after_text = quoted(BOOK_FRAME, after_rest);
    failing memory = {0};
    mutaid_allocator allocator = failing_allocator(&memory);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_status status = MUTAID_ERROR_MEMORY;
    mutaid_rulebook *before, *after;
    size_t n = 0;

    options.allocator = &allocator;
    HOLDS(mutaid_rulebook_read(before_text, strlen(before_text), &options,
                               &before, NULL, NULL) == MUTAID_OK);
    HOLDS(mutaid_rulebook_read(after_text, strlen(after_text), &options,
                               &after, NULL, NULL) == MUTAID_OK);
    book b = book_of(mutaid_rulebook_ref(before));
    HOLDS(try_facts(&b, "'day': '2020-05-01', 'x': '400.00', 'old': false",
                    NULL) == MUTAID_OK);
    size_t blocks = memory.blocks;
    memory.fails_on = true;
    while (status != MUTAID_OK) {
        mutaid_comparison *c = NULL;

        memory.calls = 0;
        memory.fail_at = ++n;
        status = mutaid_comparison_new(before, after, &c, NULL);
        if (status == MUTAID_OK)
            status = mutaid_comparison_add(c, b.c, "s", NULL, NULL);
        ck_assert(status == MUTAID_OK || status == MUTAID_ERROR_MEMORY);
        mutaid_comparison_free(c);
        ck_assert_uint_eq(memory.blocks, blocks);
    }
    ck_assert_uint_gt(n, 5);
    memory.fail_at = 0;
    close_book(&b);
    mutaid_rulebook_unref(before);
    mutaid_rulebook_unref(after);
    free(before_text);
    free(after_text);
    free(before_rest);
    free(after_rest);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_difference_says_where_what_and_from_which_day, ROWS(rows)},
        {a_rulebook_does_not_differ_from_itself, 0},
        {a_label_is_wording_and_decides_nothing, 0},
        {a_parameter_in_place_of_another_is_a_difference, 0},
        {gains_are_added_up_by_part_item_and_clause, 0},
        {clauses_of_an_item_add_up_to_it, 0},
        {a_refusal_is_laid_to_its_requirement, 0},
        {what_is_no_comparison_is_refused, 0},
        {a_comparison_fails_cleanly_at_each_allocation, 0},
    };

    return run_suite("compare", tests, ROWS(tests));
}
