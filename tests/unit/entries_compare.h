/* SPDX-License-Identifier: MIT */
/* entries_compare.h - calls that compare two rulebooks. */
#ifndef MUTUALAID_TESTS_ENTRIES_COMPARE_H
#define MUTUALAID_TESTS_ENTRIES_COMPARE_H

#include "entries_rulebook.h"

/* The harbour fund with another amount per night. */
static inline mutaid_status read_other(stage *s, mutaid_rulebook **other_out)
{
    mutaid_override override = {"night_rate", "50.00"};
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    char *text = quoted("@", HARBOUR);

    options.allocator = s->allocator;
    options.overrides = &override;
    options.override_count = 1;
    mutaid_status status = mutaid_rulebook_read(text, strlen(text), &options,
                                                other_out, NULL, &s->error);
    free(text);
    return status;
}

static inline mutaid_status look_at_changes(stage *s,
                                            mutaid_comparison *comparison)
{
    mutaid_difference difference = MUTAID_DIFFERENCE_INIT;
    mutaid_change change = MUTAID_CHANGE_INIT;
    mutaid_status status = MUTAID_OK;
    size_t i;

    for (i = 0; i < mutaid_comparison_difference_count(comparison) &&
                status == MUTAID_OK;
         i++)
        status = mutaid_comparison_difference(comparison, i, &difference,
                                              &s->error);
    HOLDS(mutaid_comparison_change_count(comparison) > 0);
    if (status == MUTAID_OK)
        status = mutaid_comparison_change(comparison, 0, &change, &s->error);
    return status;
}

static inline mutaid_status compare(stage *s)
{
    mutaid_case_difference difference = MUTAID_CASE_DIFFERENCE_INIT;
    mutaid_comparison *comparison = NULL;
    mutaid_rulebook *other = NULL;
    mutaid_status status = read_other(s, &other);

    if (status == MUTAID_OK)
        status = mutaid_comparison_new(s->rulebook, other, &comparison,
                                       &s->error);
    HOLDS((comparison != NULL) == (status == MUTAID_OK));
    if (status == MUTAID_OK)
        status = mutaid_comparison_add(comparison, s->c, "sick_nights",
                                       &difference, &s->error);
    if (status == MUTAID_OK) {
        HOLDS(difference.after_most > difference.before_most);
        status = look_at_changes(s, comparison);
    }
    mutaid_comparison_free(comparison);
    mutaid_rulebook_unref(other);
    return status;
}

static const entry compare_entries[] = {
    {"mutaid_comparison_new", compare},
    {"mutaid_comparison_free", compare},
    {"mutaid_comparison_add", compare},
    {"mutaid_comparison_difference_count", compare},
    {"mutaid_comparison_difference", compare},
    {"mutaid_comparison_change_count", compare},
    {"mutaid_comparison_change", compare},
};

#endif
