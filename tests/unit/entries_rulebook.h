/* SPDX-License-Identifier: MIT */
/* entries_rulebook.h - calls that read, share and ask rulebooks. */
#ifndef MUTUALAID_TESTS_ENTRIES_RULEBOOK_H
#define MUTUALAID_TESTS_ENTRIES_RULEBOOK_H

#include "entries.h"

static inline mutaid_status read_with(stage *s, const char *text,
                                      uint32_t skip_examples,
                                      mutaid_report **report_out,
                                      mutaid_rulebook **rulebook_out)
{
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    char *read = quoted("@", text);

    options.allocator = s->allocator;
    options.skip_examples = skip_examples;
    mutaid_status status = mutaid_rulebook_read(
        read, strlen(read), &options, rulebook_out, report_out, &s->error);
    free(read);
    return status;
}

ENTRY(mutaid_rulebook_read)
{
    mutaid_rulebook *rulebook = NULL;
    mutaid_report *report = NULL;
    mutaid_status status = read_with(s, HARBOUR, 0, &report, &rulebook);

    HOLDS((rulebook != NULL) == (status == MUTAID_OK));
    mutaid_report_free(report);
    mutaid_rulebook_unref(rulebook);
    return status;
}

ENTRY(mutaid_rulebook_beijing)
{
    mutaid_rulebook *rulebook = NULL;
    mutaid_status status = mutaid_rulebook_beijing(&rulebook, &s->error);

    mutaid_rulebook_unref(rulebook);
    return status;
}

ENTRY(mutaid_rulebook_beijing_text)
{
    return mutaid_rulebook_beijing_text(&s->length) != NULL
               ? MUTAID_OK
               : MUTAID_ERROR_ARGUMENT;
}

ENTRY(mutaid_rulebook_ref)
{
    mutaid_rulebook_unref(mutaid_rulebook_ref(s->rulebook));
    return MUTAID_OK;
}

ENTRY(mutaid_rulebook_unref)
{
    mutaid_rulebook_unref(NULL);
    return run_mutaid_rulebook_ref(s);
}

/* A report of faults may itself run out. */
ENTRY(mutaid_report_free)
{
    mutaid_rulebook *rulebook = NULL;
    mutaid_report *report = NULL;
    mutaid_status status =
        read_with(s, "{'mutualaid': 2, 'x': [1.5, {'a': 1, 'a': 2}]}", 0,
                  &report, &rulebook);

    mutaid_report_free(report);
    return status == MUTAID_ERROR_RULEBOOK ? MUTAID_OK : status;
}

ENTRY(mutaid_report_count)
{
    return mutaid_report_count(s->report) > 0 ? MUTAID_OK
                                              : MUTAID_ERROR_ARGUMENT;
}

ENTRY_INFO(mutaid_report_fault, report, mutaid_fault, MUTAID_FAULT_INIT, 0, )
ENTRY_INFO(mutaid_rulebook_describe, rulebook, mutaid_rulebook_info,
           MUTAID_RULEBOOK_INFO_INIT, )
ENTRY_INFO(mutaid_rulebook_part, rulebook, mutaid_part_info,
           MUTAID_PART_INFO_INIT, 0, )
ENTRY_INFO(mutaid_rulebook_part_index, rulebook, size_t, 0, "sick_nights", )
ENTRY_INFO(mutaid_rulebook_part_fact, rulebook, size_t, 0, 0, 0, )
ENTRY_INFO(mutaid_rulebook_item, rulebook, mutaid_item_info,
           MUTAID_ITEM_INFO_INIT, 0, 0, )
ENTRY_INFO(mutaid_rulebook_requirement, rulebook, mutaid_requirement_info,
           MUTAID_REQUIREMENT_INFO_INIT, 0, 0, )
ENTRY_INFO(mutaid_rulebook_fact, rulebook, mutaid_fact_info,
           MUTAID_FACT_INFO_INIT, UNITS, )
ENTRY_INFO(mutaid_rulebook_fact_index, rulebook, size_t, 0, "units", )
ENTRY_INFO(mutaid_rulebook_choice, rulebook, mutaid_choice_info,
           MUTAID_CHOICE_INFO_INIT, WARD, 1, )
ENTRY_INFO(mutaid_rulebook_choice_index, rulebook, size_t, 0, WARD, "private", )
ENTRY_INFO(mutaid_rulebook_parameter, rulebook, mutaid_parameter_info,
           MUTAID_PARAMETER_INFO_INIT, 0, )
ENTRY_INFO(mutaid_rulebook_source, rulebook, mutaid_source_info,
           MUTAID_SOURCE_INFO_INIT, 0, )
ENTRY_INFO(mutaid_rulebook_clause, rulebook, mutaid_clause_info,
           MUTAID_CLAUSE_INFO_INIT, 0, )
ENTRY_INFO(mutaid_rulebook_stretch_count, rulebook, size_t, 0, 0, )
ENTRY_INFO(mutaid_rulebook_stretch, rulebook, mutaid_stretch,
           MUTAID_STRETCH_INIT, 0, 0, )
ENTRY_TEXT(mutaid_rulebook_tell, s->rulebook, 0, MUTAID_LANGUAGE_EN)

static const entry rulebook_entries[] = {
    ROW(mutaid_rulebook_read),          ROW(mutaid_rulebook_beijing),
    ROW(mutaid_rulebook_beijing_text),  ROW(mutaid_rulebook_ref),
    ROW(mutaid_rulebook_unref),         ROW(mutaid_report_free),
    ROW(mutaid_report_count),           ROW(mutaid_report_fault),
    ROW(mutaid_rulebook_describe),      ROW(mutaid_rulebook_part),
    ROW(mutaid_rulebook_part_index),    ROW(mutaid_rulebook_part_fact),
    ROW(mutaid_rulebook_item),          ROW(mutaid_rulebook_requirement),
    ROW(mutaid_rulebook_fact),          ROW(mutaid_rulebook_fact_index),
    ROW(mutaid_rulebook_choice),        ROW(mutaid_rulebook_choice_index),
    ROW(mutaid_rulebook_parameter),     ROW(mutaid_rulebook_source),
    ROW(mutaid_rulebook_clause),        ROW(mutaid_rulebook_stretch_count),
    ROW(mutaid_rulebook_stretch),       ROW(mutaid_rulebook_tell),
};

#endif
