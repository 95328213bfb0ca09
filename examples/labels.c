/* SPDX-License-Identifier: MIT */
/* labels.c - find facts, choices and parts by what people call them. */
#include "labels.h"

#include <string.h>

static int is_called(mutaid_text text, const char *label)
{
    return strcmp(text.zh, label) == 0 || strcmp(text.en, label) == 0;
}

int label_fact(const mutaid_rulebook *rulebook, const char *label,
               size_t *fact_out)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    size_t found = 0;
    if (mutaid_rulebook_describe(rulebook, &info, NULL) != MUTAID_OK)
        return 0;
    for (size_t i = 0; i < info.fact_count; i++) {
        mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;
        if (mutaid_rulebook_fact(rulebook, i, &fact, NULL) != MUTAID_OK ||
            !is_called(fact.label, label))
            continue;
        found++;
        *fact_out = i;
    }
    return found == 1;
}

static int is_cost(mutaid_part_kind kind)
{
    return kind == MUTAID_PART_CONTRIBUTION ||
           kind == MUTAID_PART_PACKAGE_CONTRIBUTION;
}

int label_part(const mutaid_rulebook *rulebook, const char *label,
               size_t *part_out)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    size_t found = 0;
    if (mutaid_rulebook_describe(rulebook, &info, NULL) != MUTAID_OK)
        return 0;
    for (size_t i = 0; i < info.part_count; i++) {
        mutaid_part_info part = MUTAID_PART_INFO_INIT;
        if (mutaid_rulebook_part(rulebook, i, &part, NULL) != MUTAID_OK ||
            is_cost(part.kind) || !is_called(part.title, label))
            continue;
        found++;
        *part_out = i;
    }
    return found == 1;
}

static int set_flag(mutaid_case *facts, size_t fact, const char *label)
{
    static const mutaid_text yes = {"是", "yes"};
    static const mutaid_text no = {"否", "no"};
    if (!is_called(yes, label) && !is_called(no, label))
        return 0;
    return mutaid_case_set_flag_at(facts, fact, is_called(yes, label), NULL) ==
           MUTAID_OK;
}

static int set_choice(mutaid_case *facts, size_t fact, size_t count,
                      const char *label)
{
    const mutaid_rulebook *rulebook = mutaid_case_rulebook(facts);
    size_t found = 0, choice = 0;
    for (size_t i = 0; i < count; i++) {
        mutaid_choice_info info = MUTAID_CHOICE_INFO_INIT;
        if (mutaid_rulebook_choice(rulebook, fact, i, &info, NULL) !=
                MUTAID_OK ||
            !is_called(info.label, label))
            continue;
        found++;
        choice = i;
    }
    return found == 1 &&
           mutaid_case_set_choice_at(facts, fact, choice, NULL) == MUTAID_OK;
}

int label_set(mutaid_case *facts, size_t fact, const char *label)
{
    mutaid_fact_info info = MUTAID_FACT_INFO_INIT;
    if (mutaid_rulebook_fact(mutaid_case_rulebook(facts), fact, &info, NULL) !=
        MUTAID_OK)
        return 0;
    if (info.type == MUTAID_TYPE_FLAG)
        return set_flag(facts, fact, label);
    return info.type == MUTAID_TYPE_CHOICE &&
           set_choice(facts, fact, info.choice_count, label);
}
