/* SPDX-License-Identifier: MIT */
/* listing.c - show what can be decided, and which columns that takes. */
#include "listing.h"

#include <stdio.h>

static const char *type_name(mutaid_type type)
{
    static const char *const names[] = {"none", "money", "count", "measure",
                                        "rate", "date",  "flag",  "choice"};
    return names[type];
}

mutaid_status list_parts(const mutaid_rulebook *rulebook, mutaid_error *error)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    if (mutaid_rulebook_describe(rulebook, &info, error))
        return error->status;
    for (size_t i = 0; i < info.part_count; i++) {
        mutaid_part_info part = MUTAID_PART_INFO_INIT;
        if (mutaid_rulebook_part(rulebook, i, &part, error))
            return error->status;
        printf("%-36s %s\n", part.name, part.title.zh);
    }
    return MUTAID_OK;
}

static mutaid_status show_choices(const mutaid_rulebook *rulebook, size_t fact,
                                  size_t count, mutaid_error *error)
{
    for (size_t i = 0; i < count; i++) {
        mutaid_choice_info choice = MUTAID_CHOICE_INFO_INIT;
        if (mutaid_rulebook_choice(rulebook, fact, i, &choice, error))
            return error->status;
        printf("%28s %-9s %s\n", "", choice.code, choice.label.zh);
    }
    return MUTAID_OK;
}

static mutaid_status show_column(const mutaid_rulebook *rulebook, size_t fact,
                                 mutaid_error *error)
{
    mutaid_fact_info info = MUTAID_FACT_INFO_INIT;
    if (mutaid_rulebook_fact(rulebook, fact, &info, error))
        return error->status;
    printf("%-28s %-9s %s%s\n", info.name, type_name(info.type), info.label.zh,
           info.may_be_absent ? " (-)" : "");
    return show_choices(rulebook, fact, info.choice_count, error);
}

mutaid_status list_columns(const mutaid_rulebook *rulebook, const char *part,
                           mutaid_error *error)
{
    size_t index;
    mutaid_part_info info = MUTAID_PART_INFO_INIT;
    if (mutaid_rulebook_part_index(rulebook, part, &index, error) ||
        mutaid_rulebook_part(rulebook, index, &info, error))
        return error->status;
    for (size_t i = 0; i < info.fact_count; i++) {
        size_t fact;
        if (mutaid_rulebook_part_fact(rulebook, index, i, &fact, error) ||
            show_column(rulebook, fact, error))
            return error->status;
    }
    return MUTAID_OK;
}
