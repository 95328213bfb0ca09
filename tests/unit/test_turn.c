/* SPDX-License-Identifier: MIT */
/* test_turn.c - the nearest value of one fact that turns a refusal. */
#include "book.h"
#include "failing.h"

#define BOOK \
    "'facts': {'day': {'type': 'date', 'label': {'zh': '日期', 'en': 'day'}}, " \
    "'end': {'type': 'date', 'not_before': 'day', 'optional': true, " \
    "'if_missing': null}, " \
    "'a': {'type': 'count', 'at_most': 40}, " \
    "'b': {'type': 'count', 'at_most': 40, 'if_missing': 7}, " \
    "'kind': {'type': 'choice', 'choices': [{'code': 'x', 'label': {'zh': " \
    "'甲', 'en': 'X'}}, {'code': 'y', 'lists': ['good']}, {'code': 'z', " \
    "'lists': ['good']}]}, " \
    "'ill': {'type': 'flag'}}, " \
    "'schemes': {'s': {" TITLE ", 'from': '2010-01-01', 'dated_by': 'day', " \
    "'require': [" \
    "{'id': 'enough', 'any': [{'the': 'a', 'at_least': 'b'}, {'the': 'a', " \
    "'equals': 3}], " REASON "}, " \
    "{'id': 'good', 'the': 'kind', 'in': 'good', " REASON "}], " \
    "'exclude': [{'id': 'ill', 'is': 'ill', " BECAUSE "}], " \
    "'benefits': [{'id': 'b', " TITLE ", 'require': [{'id': 'ended', " \
    "'exists': 'end', " REASON "}], 'steps': [{'take': 'a'}, " \
    "{'times': '2.00'}]}]}}"
#define REST \
    "'day': '2015-06-01', 'end': '2015-06-10', 'kind': 'y', 'ill': false"

static void set(book *b, const char *facts)
{
    HOLDS(try_facts(b, facts, NULL) == MUTAID_OK);
}

/* "a=7 +2 eligible 14.00..14.00; ...", and "!" where the search gave up. */
static char *turns_of(const book *b)
{
    static char all[2000];
    mutaid_turns *turns;
    mutaid_turns_info info = MUTAID_TURNS_INFO_INIT;

    HOLDS(mutaid_turns_find(b->c, 0, &turns, NULL) == MUTAID_OK);
    HOLDS(mutaid_turns_describe(turns, &info, NULL) == MUTAID_OK);
    strcpy(all, info.is_complete ? "" : "!");
    for (size_t i = 0; i < info.count; i++) {
        mutaid_turn turn = MUTAID_TURN_INIT;
        mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;

        HOLDS(mutaid_turns_at(turns, i, &turn, NULL) == MUTAID_OK);
        HOLDS(mutaid_rulebook_fact(b->rulebook, turn.fact, &fact, NULL) ==
              MUTAID_OK);
        HOLDS(turn.outcome == MUTAID_OUTCOME_ELIGIBLE);
        sprintf(all + strlen(all), "%s%s%s", i ? "; " : "", fact.name,
                turn.state == MUTAID_STATE_ABSENT ? " absent" : "");
        if (turn.state != MUTAID_STATE_ABSENT)
            sprintf(all + strlen(all), "=%d %+d", (int)turn.integer,
                    (int)turn.distance);
        sprintf(all + strlen(all), " %d", (int)turn.most);
    }
    mutaid_turns_free(turns);
    return all;
}

static const struct {
    const char *facts, *told;
} rows[] = {
    /* not refused: nothing to turn */
    {"'a': 9, 'b': 4, " REST, ""},
    /* 3 is one below, 9 two above: the nearer one; b comes down to 4 */
    {"'a': 4, 'b': 9, " REST, "a=3 -1 600; b=4 -5 800"},
    {"'a': 6, 'b': 8, " REST, "a=8 +2 1600; b=6 -2 1200"},
    /* as near above as below: above is named */
    {"'a': 4, 'b': 5, " REST, "a=5 +1 1000; b=4 -1 800"},
    /* b is not given: its default stands, and can be changed */
    {"'a': 6, " REST, "a=7 +1 1400; b=6 -1 1200"},
    {"'a': 9, 'b': 4, 'day': '2015-06-01', 'end': '2015-06-10', 'kind': 'x', "
     "'ill': false",
     "kind=1 +0 1800; kind=2 +0 1800"},
    {"'a': 9, 'b': 4, 'day': '2015-06-01', 'end': '2015-06-10', 'kind': 'y', "
     "'ill': true",
     "ill=0 +0 1800"},
    /* in force from 2010-01-01 (14610) on: one day */
    {"'a': 9, 'b': 4, 'day': '2009-12-31', 'end': '2015-06-10', 'kind': 'y', "
     "'ill': false",
     "day=14610 +1 1800"},
    /* the day may not pass the end, which has long been */
    {"'a': 9, 'b': 4, 'day': '2009-06-01', 'end': '2009-12-01', 'kind': 'y', "
     "'ill': false",
     ""},
    /* an end that is absent may be given; near the day of the part */
    {"'a': 9, 'b': 4, 'day': '2015-06-01', 'end': {'absent': true}, 'kind': "
     "'y', 'ill': false",
     "end=16587 +0 1800"},
    /* two reasons at once: no single fact */
    {"'a': 9, 'b': 4, 'day': '2015-06-01', 'end': '2015-06-10', 'kind': 'x', "
     "'ill': true",
     ""},
};

START_TEST(each_single_fact_is_turned_to_its_nearest_value)
{
    book b = open_book(BOOK);

    set(&b, rows[_i].facts);
    ck_assert_str_eq(turns_of(&b), rows[_i].told);
    close_book(&b);
}
END_TEST

static bool is_refused(book *b, size_t fact, int64_t value)
{
    mutaid_decision_info info = MUTAID_DECISION_INFO_INIT;

    HOLDS(mutaid_case_set_count_at(b->c, fact, value, NULL) == MUTAID_OK);
    HOLDS(mutaid_decide_at(b->c, 0, b->d, NULL) == MUTAID_OK);
    HOLDS(mutaid_decision_describe(b->d, &info, NULL) == MUTAID_OK);
    return info.outcome == MUTAID_OUTCOME_REFUSED;
}

/* Every value of a and b, each tried. */
START_TEST(what_is_found_is_what_trying_every_value_finds)
{
    book b = open_book(BOOK);

    set(&b, "'a': 0, 'b': 0, " REST);
    for (int64_t n = 0; n < 41 * 41; n++) {
        int64_t value[2] = {n / 41, n % 41}, best = -1;
        mutaid_turns *turns;
        mutaid_turn turn = MUTAID_TURN_INIT;

        HOLDS(mutaid_case_set_count(b.c, "b", value[1], NULL) == MUTAID_OK);
        if (!is_refused(&b, 2, value[0]))
            continue;
        for (int64_t step = 1; step <= 40 && best < 0; step++)
            for (int side = 1; side >= -1 && best < 0; side -= 2) {
                int64_t tried = value[0] + side * step;

                if (tried >= 0 && tried <= 40 && !is_refused(&b, 2, tried))
                    best = tried;
            }
        HOLDS(mutaid_case_set_count_at(b.c, 2, value[0], NULL) == MUTAID_OK);
        HOLDS(mutaid_turns_find(b.c, 0, &turns, NULL) == MUTAID_OK);
        HOLDS(mutaid_turns_at(turns, 0, &turn, NULL) == MUTAID_OK);
        HOLDS(turn.fact == 2 && turn.integer == best);
        HOLDS(turn.distance == best - value[0]);
        mutaid_turns_free(turns);
    }
    close_book(&b);
}
END_TEST

START_TEST(it_tells_itself_in_both_languages)
{
    book b = open_book(BOOK);
    mutaid_turns *turns;
    char text[600];
    size_t length;

    set(&b, "'a': 9, 'b': 4, 'day': '2009-12-31', 'end': '2015-06-10', "
            "'kind': 'y', 'ill': false");
    HOLDS(mutaid_turns_find(b.c, 0, &turns, NULL) == MUTAID_OK);
    HOLDS(mutaid_turns_explain(turns, MUTAID_LANGUAGE_EN, text, sizeof text,
                               &length, NULL) == MUTAID_OK);
    ck_assert_str_eq(text, "One fact changed, all others as they are, the "
                           "least that would turn it:\n"
                           "- day: 2010-01-01 (now 2009-12-31): eligible, "
                           "18.00\n");
    HOLDS(mutaid_turns_explain(turns, MUTAID_LANGUAGE_ZH, text, sizeof text,
                               &length, NULL) == MUTAID_OK);
    ck_assert_ptr_nonnull(
        strstr(text, "- 日期为 2010-01-01（现为 2009-12-31）：符合条件，18.00\n"));
    ck_assert_int_eq(mutaid_turns_explain(turns, MUTAID_LANGUAGE_ZH, text, 10,
                                          &length, NULL),
                     MUTAID_ERROR_BUFFER);
    mutaid_turns_free(turns);
    set(&b, "'a': 9, 'b': 4, 'day': '2015-06-01', 'end': '2015-06-10', "
            "'kind': 'x', 'ill': true");
    HOLDS(mutaid_turns_find(b.c, 0, &turns, NULL) == MUTAID_OK);
    HOLDS(mutaid_turns_explain(turns, MUTAID_LANGUAGE_EN, text, sizeof text,
                               &length, NULL) == MUTAID_OK);
    ck_assert_str_eq(text, "No change of a single fact would turn it.\n");
    mutaid_turns_free(turns);
    close_book(&b);
}
END_TEST

START_TEST(what_is_no_case_is_refused)
{
    book b = open_book(BOOK);
    mutaid_turns *turns = NULL;
    mutaid_turn turn = MUTAID_TURN_INIT;

    ck_assert_int_eq(mutaid_turns_find(NULL, 0, &turns, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_turns_find(b.c, 5, &turns, NULL),
                     MUTAID_ERROR_ARGUMENT);
    set(&b, "'a': 9, 'day': '2015-06-01', 'end': '2015-05-10'");
    ck_assert_int_eq(mutaid_turns_find(b.c, 0, &turns, NULL),
                     MUTAID_ERROR_RANGE);
    set(&b, "'a': 9, 'b': 4, " REST);
    HOLDS(mutaid_turns_find(b.c, 0, &turns, NULL) == MUTAID_OK);
    ck_assert_int_eq(mutaid_turns_at(turns, 0, &turn, NULL),
                     MUTAID_ERROR_ARGUMENT);
    mutaid_turns_free(turns);
    mutaid_turns_free(NULL);
    close_book(&b);
}
END_TEST

START_TEST(a_search_fails_cleanly_at_each_allocation)
{
    char *text = quoted(BOOK_FRAME, BOOK);
    failing memory = {0};
    mutaid_allocator allocator = failing_allocator(&memory);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_status status = MUTAID_ERROR_MEMORY;
    mutaid_rulebook *rulebook;
    size_t n = 0;

    options.allocator = &allocator;
    HOLDS(mutaid_rulebook_read(text, strlen(text), &options, &rulebook, NULL,
                               NULL) == MUTAID_OK);
    book b = book_of(rulebook);
    set(&b, "'a': 4, 'b': 9, " REST);
    size_t blocks = memory.blocks;
    memory.fails_on = true;
    while (status != MUTAID_OK) {
        mutaid_turns *turns = NULL;

        memory.calls = 0;
        memory.fail_at = ++n;
        status = mutaid_turns_find(b.c, 0, &turns, NULL);
        ck_assert(status == MUTAID_OK || status == MUTAID_ERROR_MEMORY);
        mutaid_turns_free(turns);
        ck_assert_uint_eq(memory.blocks, blocks);
    }
    ck_assert_uint_gt(n, 5);
    memory.fail_at = 0;
    close_book(&b);
    free(text);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {each_single_fact_is_turned_to_its_nearest_value, ROWS(rows)},
        {what_is_found_is_what_trying_every_value_finds, 0},
        {it_tells_itself_in_both_languages, 0},
        {what_is_no_case_is_refused, 0},
        {a_search_fails_cleanly_at_each_allocation, 0},
    };

    return run_suite("turn", tests, ROWS(tests));
}
