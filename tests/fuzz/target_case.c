/* SPDX-License-Identifier: MIT */
/* target_case.c - any bytes as facts, as a case in JSON, as cases with open
 * facts. */
#include "fuzz.h"

#include <string.h>

static void check_given(const mutaid_case *c, size_t fact)
{
    mutaid_fact_info info = MUTAID_FACT_INFO_INIT;
    int32_t state;
    int64_t integer;

    MUST(mutaid_rulebook_fact(mutaid_case_rulebook(c), fact, &info, NULL) ==
         MUTAID_OK);
    MUST(mutaid_case_get(c, fact, &state, &integer, NULL) == MUTAID_OK);
    MUST(state == MUTAID_STATE_GIVEN);
    if (info.type == MUTAID_TYPE_CHOICE)
        MUST(integer >= 0 && (size_t)integer < info.choice_count);
    else if (info.type != MUTAID_TYPE_FLAG)
        MUST(info.at_least <= integer && integer <= info.at_most);
}

/* One byte names the rulebook, one or two the fact, the rest is its text. */
void target_facts(const uint8_t *data, size_t size)
{
    bytes from = {data, size};
    mutaid_rulebook *rulebook = fuzz_book(take_byte(&from));
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_case *c;
    int32_t state;
    int64_t integer;

    MUST(mutaid_rulebook_describe(rulebook, &info, NULL) == MUTAID_OK);
    MUST(mutaid_case_new(rulebook, &c, NULL) == MUTAID_OK);
    size_t fact = take_index(&from, info.fact_count);
    mutaid_status status = mutaid_case_set_text_at(
        c, fact, (const char *)from.data, from.size, &error);

    use_error(status, &error);
    if (status == MUTAID_OK) {
        check_given(c, fact);
        use_case(c, MUTAID_NONE);
    } else {
        MUST(mutaid_case_get(c, fact, &state, &integer, NULL) == MUTAID_OK);
        MUST(state == MUTAID_STATE_OPEN && integer == 0);
    }
    mutaid_case_free(c);
}

static void decide(mutaid_case *c, uint32_t part)
{
    mutaid_decision *d;
    mutaid_error error = MUTAID_ERROR_INIT;

    MUST(mutaid_decision_new(mutaid_case_rulebook(c), &d, NULL) == MUTAID_OK);
    mutaid_status status = mutaid_decide_at(c, part, d, &error);
    use_error(status, &error);
    if (status == MUTAID_OK)
        use_decision(d);
    mutaid_decision_free(d);
}

/* One byte names the rulebook, one the part if the text names none. */
void target_case(const uint8_t *data, size_t size)
{
    bytes from = {data, size};
    mutaid_rulebook *rulebook = fuzz_book(take_byte(&from));
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    mutaid_error error = MUTAID_ERROR_INIT;
    uint32_t part = 7777;
    mutaid_case *c;

    MUST(mutaid_rulebook_describe(rulebook, &info, NULL) == MUTAID_OK);
    MUST(mutaid_case_new(rulebook, &c, NULL) == MUTAID_OK);
    size_t usual = take_index(&from, info.part_count);
    mutaid_status status = mutaid_case_read_json(
        c, (const char *)from.data, from.size, &part, &error);

    use_error(status, &error);
    if (status == MUTAID_OK) {
        use_case(c, part);
        decide(c, part == MUTAID_NONE ? (uint32_t)usual : part);
    } else {
        MUST(part == 7777);
    }
    mutaid_case_free(c);
}

void target_interval(const uint8_t *data, size_t size)
{
    bytes from = {data, size};
    mutaid_rulebook *rulebook = fuzz_book(take_byte(&from));
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;

    MUST(mutaid_rulebook_describe(rulebook, &info, NULL) == MUTAID_OK);
    complete_case(rulebook, take_index(&from, info.part_count), &from);
}
