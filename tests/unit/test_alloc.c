/* SPDX-License-Identifier: MIT */
/* test_alloc.c - out of memory everywhere, caps, and no allocation once warm. */
#include "book.h"
#include "failing.h"
#include "harbour.h"

#define CASE \
    "{'facts': {'admitted_on': '2024-03-01', 'discharged_on': " \
    "'2024-03-06', 'joined_on': '2023-06-01', 'ward': 'general', 'units': 2}}"
/* discharged_on, ward and units are open. */
#define OPEN_CASE \
    "{'facts': {'admitted_on': '2024-03-01', 'joined_on': '2023-06-01'}}"

static char *harbour_text;
static failing memory;
static mutaid_allocator allocator;

/* A rulebook whose memory is counted and can be made to fail. */
static mutaid_rulebook *read_harbour(void)
{
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_rulebook *rulebook = NULL;

    harbour_text = quoted("@", HARBOUR);
    memory = (failing){0};
    allocator = failing_allocator(&memory);
    options.allocator = &allocator;
    HOLDS(mutaid_rulebook_read(harbour_text, strlen(harbour_text), &options,
                               &rulebook, NULL, NULL) == MUTAID_OK);
    return rulebook;
}

/* Let the nth allocation from here fail (0: none): once and then again with
 * all behind it, on odd and even rounds. */
static void fail_at(size_t round)
{
    memory.calls = 0;
    memory.fail_at = (round + 1) / 2;
    memory.fails_on = round % 2 == 0;
    memory.has_failed = false;
}

/* An arena that gets no large block asks for a small one, so that one failure
 * alone may do no harm. */
static void check_status(mutaid_status status, mutaid_status otherwise)
{
    if (!memory.has_failed)
        ck_assert_int_eq(status, otherwise);
    else if (memory.fails_on || status != otherwise)
        ck_assert_int_eq(status, MUTAID_ERROR_MEMORY);
}

/* Rounds go on until nothing failed, twice. */
static bool goes_on(void)
{
    return memory.has_failed || !memory.fails_on;
}

static mutaid_rulebook *const nowhere = (mutaid_rulebook *)&memory;

START_TEST(reading_a_rulebook_fails_cleanly_at_each_allocation)
{
    char *text = quoted("@", HARBOUR);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_status status;
    size_t n = 1;

    allocator = failing_allocator(&memory);
    options.allocator = &allocator;
    for (fail_at(n); goes_on(); n++) {
        mutaid_rulebook *rulebook = nowhere;
        mutaid_report *report;
        mutaid_error error = MUTAID_ERROR_INIT;

        fail_at(n);
        status = mutaid_rulebook_read(text, strlen(text), &options, &rulebook,
                                      n % 3 ? &report : NULL, &error);
        check_status(status, MUTAID_OK);
        if (status == MUTAID_OK) {
            mutaid_rulebook_unref(rulebook);
        } else {
            ck_assert_int_eq(error.code, MUTAID_CODE_OUT_OF_MEMORY);
            HOLDS(rulebook == nowhere);
        }
        if (n % 3)
            mutaid_report_free(report);
        ck_assert_uint_eq(memory.blocks, 0);
        ck_assert_uint_eq(memory.bytes, 0);
    }
    ck_assert_uint_gt(n, 20);
    free(text);
}
END_TEST

/* A text with faults: the report itself may run out. */
START_TEST(refusing_a_rulebook_fails_cleanly_at_each_allocation)
{
    char *text = quoted(BOOK_FRAME, "'facts': {'a': {'type': 'money'}, 'b': "
                                    "{'type': 'x'}}, 'schemes': {'s': {" TITLE
                                    ", 'dated_by': 'c', "
                                    "'benefits': [{'id': 'b', " TITLE
                                    ", 'steps': [{'plus': 'a'}]}]}}");
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_status status;
    size_t n = 1;

    allocator = failing_allocator(&memory);
    options.allocator = &allocator;
    for (fail_at(n); goes_on(); n++) {
        mutaid_rulebook *rulebook = nowhere;
        mutaid_report *report = NULL;
        mutaid_error error = MUTAID_ERROR_INIT;

        fail_at(n);
        status = mutaid_rulebook_read(text, strlen(text), &options, &rulebook,
                                      &report, &error);
        check_status(status, MUTAID_ERROR_RULEBOOK);
        HOLDS(error.status == status && rulebook == nowhere);
        mutaid_report_free(report);
        ck_assert_uint_eq(memory.blocks, 0);
    }
    ck_assert_uint_gt(n, 6);
    free(text);
}
END_TEST

START_TEST(a_new_case_fails_cleanly_at_each_allocation)
{
    mutaid_rulebook *rulebook = read_harbour();
    size_t blocks = memory.blocks, n = 1;
    mutaid_status status;

    for (fail_at(n); goes_on(); n++) {
        mutaid_case *c = (mutaid_case *)&memory;
        mutaid_error error = MUTAID_ERROR_INIT;

        fail_at(n);
        status = mutaid_case_new(rulebook, &c, &error);
        check_status(status, MUTAID_OK);
        HOLDS(status == MUTAID_OK || (c == (mutaid_case *)&memory &&
                                      error.status == MUTAID_ERROR_MEMORY));
        if (status == MUTAID_OK)
            mutaid_case_free(c);
        ck_assert_uint_eq(memory.blocks, blocks);
    }
    ck_assert_uint_gt(n, 3);
    mutaid_rulebook_unref(rulebook);
    ck_assert_uint_eq(memory.bytes, 0);
    free(harbour_text);
}
END_TEST

START_TEST(reading_a_case_fails_cleanly_at_each_allocation)
{
    mutaid_rulebook *rulebook = read_harbour();
    char *text = quoted("@", CASE);
    mutaid_status status;
    mutaid_case *c;
    int32_t state;
    int64_t integer;
    uint32_t part = 77;
    size_t units, n = 1;

    HOLDS(mutaid_rulebook_fact_index(rulebook, "units", &units, NULL) ==
          MUTAID_OK);
    HOLDS(mutaid_case_new(rulebook, &c, NULL) == MUTAID_OK);
    HOLDS(mutaid_case_set_count_at(c, units, 5, NULL) == MUTAID_OK);
    size_t blocks = memory.blocks;
    for (fail_at(n); goes_on(); n++) {
        fail_at(n);
        status = mutaid_case_read_json(c, text, strlen(text), &part, NULL);
        check_status(status, MUTAID_OK);
        HOLDS(mutaid_case_get(c, units, &state, &integer, NULL) == MUTAID_OK);
        HOLDS(integer == (status == MUTAID_OK ? 2 : 5));
        HOLDS(part == (status == MUTAID_OK ? MUTAID_NONE : 77));
        HOLDS(mutaid_case_set_count_at(c, units, 5, NULL) == MUTAID_OK);
        part = 77;
        ck_assert_uint_eq(memory.blocks, blocks);
    }
    ck_assert_uint_gt(n, 3);
    mutaid_case_free(c);
    mutaid_rulebook_unref(rulebook);
    ck_assert_uint_eq(memory.bytes, 0);
    free(text);
    free(harbour_text);
}
END_TEST

START_TEST(a_new_decision_fails_cleanly_at_each_allocation)
{
    mutaid_rulebook *rulebook = read_harbour();
    size_t blocks = memory.blocks, n = 1;
    mutaid_status status;

    for (fail_at(n); goes_on(); n++) {
        mutaid_decision *d = (mutaid_decision *)&memory;

        fail_at(n);
        status = mutaid_decision_new(rulebook, &d, NULL);
        check_status(status, MUTAID_OK);
        HOLDS(status == MUTAID_OK || d == (mutaid_decision *)&memory);
        if (status == MUTAID_OK)
            mutaid_decision_free(d);
        ck_assert_uint_eq(memory.blocks, blocks);
    }
    ck_assert_uint_gt(n, 2);
    mutaid_rulebook_unref(rulebook);
    ck_assert_uint_eq(memory.bytes, 0);
    free(harbour_text);
}
END_TEST

/* --- deciding --------------------------------------------------------------------- */

typedef struct desk {
    mutaid_rulebook *rulebook;
    mutaid_case *c;
    mutaid_decision *d;
} desk;

static desk open_desk(const char *facts)
{
    desk desk = {read_harbour(), NULL, NULL};
    char *text = quoted("@", facts);

    HOLDS(mutaid_case_new(desk.rulebook, &desk.c, NULL) == MUTAID_OK);
    HOLDS(mutaid_case_read_json(desk.c, text, strlen(text), NULL, NULL) ==
          MUTAID_OK);
    HOLDS(mutaid_decision_new(desk.rulebook, &desk.d, NULL) == MUTAID_OK);
    free(text);
    return desk;
}

static void close_desk(desk *desk)
{
    mutaid_decision_free(desk->d);
    mutaid_case_free(desk->c);
    mutaid_rulebook_unref(desk->rulebook);
    ck_assert_uint_eq(memory.bytes, 0);
    free(harbour_text);
}

static const char *const cases[] = {CASE, OPEN_CASE};

/* Each time with a decision of its own, and then again with the one in which
 * it failed. */
START_TEST(deciding_fails_cleanly_at_each_allocation)
{
    desk desk = open_desk(cases[_i]);
    mutaid_status status;
    mutaid_decision_info first = MUTAID_DECISION_INFO_INIT;
    size_t n = 1;

    HOLDS(mutaid_decide(desk.c, "sick_nights", desk.d, NULL) == MUTAID_OK);
    HOLDS(mutaid_decision_describe(desk.d, &first, NULL) == MUTAID_OK);
    for (bool more = true; more; n++) {
        mutaid_decision_info info = MUTAID_DECISION_INFO_INIT;
        mutaid_error error = MUTAID_ERROR_INIT;
        mutaid_decision *d;

        fail_at(0);
        HOLDS(mutaid_decision_new(desk.rulebook, &d, NULL) == MUTAID_OK);
        fail_at(n);
        status = mutaid_decide(desk.c, "sick_nights", d, &error);
        more = goes_on();
        check_status(status, MUTAID_OK);
        HOLDS(mutaid_decision_describe(d, &info, NULL) ==
              (status == MUTAID_OK ? MUTAID_OK : MUTAID_ERROR_ARGUMENT));
        fail_at(0);
        HOLDS(mutaid_decide(desk.c, "sick_nights", d, NULL) == MUTAID_OK);
        HOLDS(mutaid_decision_describe(d, &info, NULL) == MUTAID_OK);
        HOLDS(memcmp(&info, &first, sizeof info) == 0);
        mutaid_decision_free(d);
    }
    ck_assert_uint_gt(n, 6);
    close_desk(&desk);
}
END_TEST

START_TEST(a_warm_decision_allocates_nothing)
{
    desk desk = open_desk(cases[_i]);
    mutaid_decision_info info = MUTAID_DECISION_INFO_INIT;
    char buffer[20000];
    size_t length;

    HOLDS(mutaid_decide(desk.c, "sick_nights", desk.d, NULL) == MUTAID_OK);
    memory.calls = 0;
    for (int i = 0; i < 5; i++) {
        HOLDS(mutaid_decide(desk.c, "sick_nights", desk.d, NULL) == MUTAID_OK);
        HOLDS(mutaid_decision_describe(desk.d, &info, NULL) == MUTAID_OK);
        HOLDS(mutaid_decision_explain(desk.d, MUTAID_LANGUAGE_ZH, buffer,
                                      sizeof buffer, &length,
                                      NULL) == MUTAID_OK);
        HOLDS(mutaid_decision_write_json(desk.d, buffer, sizeof buffer, &length,
                                         NULL) == MUTAID_OK);
    }
    ck_assert_uint_eq(memory.calls, 0);
    close_desk(&desk);
}
END_TEST

/* Parts, versions and open facts in turn: once each was seen, nothing. */
START_TEST(a_decision_that_saw_everything_once_allocates_nothing)
{
    desk desk = open_desk(CASE);
    static const char *const days[] = {"2021-01-01", "2024-03-01"};
    static const char *const parts[] = {"sick_nights",
                                        "sick_nights.contribution"};

    for (int round = 0; round < 3; round++) {
        if (round == 1)
            memory.calls = 0;
        for (int i = 0; i < 8; i++) {
            HOLDS(mutaid_case_set_text(desk.c, "admitted_on", days[i % 2],
                                       NULL) == MUTAID_OK);
            HOLDS(mutaid_case_unset(desk.c, "units", NULL) == MUTAID_OK);
            if (i & 4)
                HOLDS(mutaid_case_set_count(desk.c, "units", 2, NULL) ==
                      MUTAID_OK);
            HOLDS(mutaid_decide(desk.c, parts[i / 2 % 2], desk.d, NULL) ==
                  MUTAID_OK);
        }
    }
    ck_assert_uint_eq(memory.calls, 0);
    close_desk(&desk);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {reading_a_rulebook_fails_cleanly_at_each_allocation, 0},
        {refusing_a_rulebook_fails_cleanly_at_each_allocation, 0},
        {a_new_case_fails_cleanly_at_each_allocation, 0},
        {reading_a_case_fails_cleanly_at_each_allocation, 0},
        {a_new_decision_fails_cleanly_at_each_allocation, 0},
        {deciding_fails_cleanly_at_each_allocation, ROWS(cases)},
        {a_warm_decision_allocates_nothing, ROWS(cases)},
        {a_decision_that_saw_everything_once_allocates_nothing, 0},
    };

    return run_suite("alloc", tests, ROWS(tests));
}
