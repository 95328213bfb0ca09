/* SPDX-License-Identifier: MIT */
/* test_caps.c - memory caps and limits: held, and failing cleanly anywhere. */
#include "book.h"
#include "failing.h"
#include "harbour.h"

#define CASE \
    "{'facts': {'admitted_on': '2024-03-01', 'discharged_on': " \
    "'2024-03-06', 'joined_on': '2023-06-01', 'ward': 'general', 'units': 2}}"
/* discharged_on, ward and units are open. */
#define OPEN_CASE \
    "{'facts': {'admitted_on': '2024-03-01', 'joined_on': '2023-06-01'}}"

static failing memory;
static mutaid_allocator allocator;

/* Close to a cap blocks are only as large as they must be, so that caps close
 * to one another stop a reading at each of its steps. */
START_TEST(a_rulebook_read_under_any_cap_holds_it_and_fails_cleanly)
{
    char *text = quoted("@", HARBOUR);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_status status = MUTAID_ERROR_MEMORY;
    size_t cap = 64, refused = 0;

    allocator = failing_allocator(&memory);
    options.allocator = &allocator;
    for (; status == MUTAID_ERROR_MEMORY; cap += 503, refused++) {
        mutaid_rulebook *rulebook = NULL;
        mutaid_error error = MUTAID_ERROR_INIT;

        options.memory_cap = cap;
        status = mutaid_rulebook_read(text, strlen(text), &options, &rulebook,
                                      NULL, &error);
        HOLDS(error.status == status);
        HOLDS((rulebook != NULL) == (status == MUTAID_OK));
        HOLDS(memory.bytes <= cap);
        mutaid_rulebook_unref(rulebook);
        HOLDS(memory.bytes == 0);
    }
    ck_assert_int_eq(status, MUTAID_OK);
    ck_assert_uint_gt(refused, 100);
    free(text);
}
END_TEST

static const char *const cases[] = {CASE, OPEN_CASE};

static mutaid_status decide_with(mutaid_rulebook *rulebook, const char *facts)
{
    mutaid_decision_info info = MUTAID_DECISION_INFO_INIT;
    mutaid_case *c = NULL;
    mutaid_decision *d = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_status status = mutaid_case_new(rulebook, &c, &error);

    if (status == MUTAID_OK)
        status = mutaid_case_read_json(c, facts, strlen(facts), NULL, &error);
    if (status == MUTAID_OK)
        status = mutaid_decision_new(rulebook, &d, &error);
    if (status == MUTAID_OK) {
        status = mutaid_decide(c, "sick_nights", d, &error);
        HOLDS(mutaid_decision_describe(d, &info, NULL) ==
              (status == MUTAID_OK ? MUTAID_OK : MUTAID_ERROR_ARGUMENT));
    }
    HOLDS(error.status == status);
    mutaid_decision_free(d);
    mutaid_case_free(c);
    return status;
}

START_TEST(cases_and_decisions_under_any_cap_fail_cleanly)
{
    char *text = quoted("@", HARBOUR), *facts = quoted("@", cases[_i]);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_status status = MUTAID_ERROR_MEMORY;
    size_t cap = 64, refused = 0;

    options.skip_examples = 1;
    for (; status == MUTAID_ERROR_MEMORY; cap += 211, refused++) {
        mutaid_rulebook *rulebook = NULL;

        options.case_memory_cap = cap;
        HOLDS(mutaid_rulebook_read(text, strlen(text), &options, &rulebook,
                                   NULL, NULL) == MUTAID_OK);
        status = decide_with(rulebook, facts);
        mutaid_rulebook_unref(rulebook);
    }
    ck_assert_int_eq(status, MUTAID_OK);
    ck_assert_uint_gt(refused, 100);
    free(text);
    free(facts);
}
END_TEST

START_TEST(a_decision_that_ran_out_can_be_used_for_what_needs_less)
{
    char *text = quoted("@", HARBOUR), *facts = quoted("@", OPEN_CASE);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    size_t both = 0;

    options.skip_examples = 1;
    for (size_t cap = 1000; cap < 400000; cap += 997) {
        mutaid_rulebook *rulebook = NULL;
        mutaid_case *c = NULL;
        mutaid_decision *d = NULL;

        options.case_memory_cap = cap;
        HOLDS(mutaid_rulebook_read(text, strlen(text), &options, &rulebook,
                                   NULL, NULL) == MUTAID_OK);
        if (mutaid_case_new(rulebook, &c, NULL) == MUTAID_OK &&
            mutaid_case_read_json(c, facts, strlen(facts), NULL, NULL) ==
                MUTAID_OK &&
            mutaid_decision_new(rulebook, &d, NULL) == MUTAID_OK &&
            mutaid_decide(c, "sick_nights", d, NULL) != MUTAID_OK)
            both += mutaid_decide(c, "sick_nights.contribution", d, NULL) ==
                    MUTAID_OK;
        mutaid_decision_free(d);
        mutaid_case_free(c);
        mutaid_rulebook_unref(rulebook);
    }
    ck_assert_uint_gt(both, 0);
    free(text);
    free(facts);
}
END_TEST

START_TEST(the_limit_of_a_text_holds_to_the_byte)
{
    char *text = quoted("@", HARBOUR);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_rulebook *rulebook = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;

    options.text_limit = strlen(text) - 1;
    ck_assert_int_eq(mutaid_rulebook_read(text, strlen(text), &options,
                                          &rulebook, NULL, &error),
                     MUTAID_ERROR_RULEBOOK);
    ck_assert_int_eq(error.code, MUTAID_CODE_TEXT_TOO_LONG);
    options.text_limit++;
    ck_assert_int_eq(mutaid_rulebook_read(text, strlen(text), &options,
                                          &rulebook, NULL, NULL),
                     MUTAID_OK);
    mutaid_rulebook_unref(rulebook);
    free(text);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_rulebook_read_under_any_cap_holds_it_and_fails_cleanly, 0},
        {cases_and_decisions_under_any_cap_fail_cleanly, ROWS(cases)},
        {a_decision_that_ran_out_can_be_used_for_what_needs_less, 0},
        {the_limit_of_a_text_holds_to_the_byte, 0},
    };

    return run_suite("caps", tests, ROWS(tests));
}
