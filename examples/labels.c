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

int label_choice(const mutaid_rulebook *rulebook, size_t fact,
                 size_t choice_count, const char *label, size_t *choice_out)
{
    size_t found = 0;
    for (size_t i = 0; i < choice_count; i++) {
        mutaid_choice_info info = MUTAID_CHOICE_INFO_INIT;
        if (mutaid_rulebook_choice(rulebook, fact, i, &info, NULL) !=
                MUTAID_OK ||
            !is_called(info.label, label))
            continue;
        found++;
        *choice_out = i;
    }
    return found == 1;
}
