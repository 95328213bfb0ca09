/* SPDX-License-Identifier: MIT */
/* asking.h - what a rulebook and a report hold, written as records.
 *
 * The order of the fields is the order of the structures in the public
 * headers, but for struct_size, reserved fields and the counts: a count stands
 * directly before what it counts. A list is its length and its members.
 */
#ifndef MUTUALAID_SWIG_ASKING_H
#define MUTUALAID_SWIG_ASKING_H

#include "reading.h"

static void tell_rulebook(const mutaid_rulebook *rulebook, Record *record,
                          mutaid_error *error)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;

    if (mutaid_rulebook_describe(rulebook, &info, error) != MUTAID_OK)
        return;
    put_string(record, info.id);
    put_string(record, info.edition);
    put_text(record, info.title);
    put_string(record, info.currency);
    put_integer(record, info.decimals);
    put_string(record, info.digest);
}

static void tell_choices(const mutaid_rulebook *rulebook, size_t fact,
                         size_t count, Record *record, mutaid_error *error)
{
    mutaid_choice_info info = MUTAID_CHOICE_INFO_INIT;
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_rulebook_choice(rulebook, fact, i, &info, error))
            return;
        put_string(record, info.code);
        put_text(record, info.label);
    }
}

static void tell_fact(const mutaid_rulebook *rulebook, size_t fact,
                      Record *record, mutaid_error *error)
{
    mutaid_fact_info info = MUTAID_FACT_INFO_INIT;

    if (mutaid_rulebook_fact(rulebook, fact, &info, error) != MUTAID_OK)
        return;
    put_string(record, info.name);
    put_text(record, info.label);
    put_string(record, info.note);
    put_integer(record, info.type);
    put_integer(record, info.decimals);
    put_string(record, info.unit);
    put_integer(record, info.at_least);
    put_integer(record, info.at_most);
    put_integer(record, info.may_be_absent);
    put_integer(record, info.if_missing);
    put_integer(record, info.default_integer);
    put_index(record, info.not_before);
    put_index(record, info.clause);
    tell_choices(rulebook, fact, info.choice_count, record, error);
}

static void tell_facts(const mutaid_rulebook *rulebook, Record *record,
                       mutaid_error *error)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    size_t i;

    if (mutaid_rulebook_describe(rulebook, &info, error) != MUTAID_OK)
        return;
    put_unsigned(record, info.fact_count);
    for (i = 0; i < info.fact_count && error->status == MUTAID_OK; i++)
        tell_fact(rulebook, i, record, error);
}

static void tell_part_facts(const mutaid_rulebook *rulebook, size_t part,
                            size_t count, Record *record, mutaid_error *error)
{
    size_t fact = 0;
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_rulebook_part_fact(rulebook, part, i, &fact, error))
            return;
        put_unsigned(record, fact);
    }
}

static void tell_items(const mutaid_rulebook *rulebook, size_t part,
                       size_t count, Record *record, mutaid_error *error)
{
    mutaid_item_info info = MUTAID_ITEM_INFO_INIT;
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_rulebook_item(rulebook, part, i, &info, error))
            return;
        put_string(record, info.id);
        put_text(record, info.title);
        put_integer(record, info.depth);
        put_index(record, info.clause);
        put_integer(record, info.type);
        put_integer(record, info.is_beside);
    }
}

static void tell_requirements(const mutaid_rulebook *rulebook, size_t part,
                              size_t count, Record *record,
                              mutaid_error *error)
{
    mutaid_requirement_info info = MUTAID_REQUIREMENT_INFO_INIT;
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_rulebook_requirement(rulebook, part, i, &info, error))
            return;
        put_string(record, info.id);
        put_text(record, info.text);
        put_integer(record, info.kind);
        put_index(record, info.item);
        put_index(record, info.clause);
    }
}

static void tell_part(const mutaid_rulebook *rulebook, size_t part,
                      Record *record, mutaid_error *error)
{
    mutaid_part_info info = MUTAID_PART_INFO_INIT;

    if (mutaid_rulebook_part(rulebook, part, &info, error) != MUTAID_OK)
        return;
    put_string(record, info.name);
    put_text(record, info.title);
    put_integer(record, info.kind);
    tell_part_facts(rulebook, part, info.fact_count, record, error);
    tell_items(rulebook, part, info.item_count, record, error);
    tell_requirements(rulebook, part, info.requirement_count, record, error);
}

static void tell_parts(const mutaid_rulebook *rulebook, Record *record,
                       mutaid_error *error)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    size_t i;

    if (mutaid_rulebook_describe(rulebook, &info, error) != MUTAID_OK)
        return;
    put_unsigned(record, info.part_count);
    for (i = 0; i < info.part_count && error->status == MUTAID_OK; i++)
        tell_part(rulebook, i, record, error);
}

static void tell_parameter(const mutaid_rulebook *rulebook, size_t parameter,
                           Record *record, mutaid_error *error)
{
    mutaid_parameter_info info = MUTAID_PARAMETER_INFO_INIT;

    if (mutaid_rulebook_parameter(rulebook, parameter, &info, error))
        return;
    put_string(record, info.name);
    put_text(record, info.label);
    put_string(record, info.literal);
    put_integer(record, info.override_literal != NULL);
    put_string(record, info.override_literal);
    put_integer(record, info.type);
    put_index(record, info.clause);
}

static void tell_parameters(const mutaid_rulebook *rulebook, Record *record,
                            mutaid_error *error)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    size_t i;

    if (mutaid_rulebook_describe(rulebook, &info, error) != MUTAID_OK)
        return;
    put_unsigned(record, info.parameter_count);
    for (i = 0; i < info.parameter_count && error->status == MUTAID_OK; i++)
        tell_parameter(rulebook, i, record, error);
}

static void tell_source(const mutaid_rulebook *rulebook, size_t source,
                        Record *record, mutaid_error *error)
{
    mutaid_source_info info = MUTAID_SOURCE_INFO_INIT;

    if (mutaid_rulebook_source(rulebook, source, &info, error) != MUTAID_OK)
        return;
    put_string(record, info.id);
    put_string(record, info.title);
    put_string(record, info.publisher);
    put_string(record, info.date);
    put_string(record, info.address);
}

static void tell_sources(const mutaid_rulebook *rulebook, Record *record,
                         mutaid_error *error)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    size_t i;

    if (mutaid_rulebook_describe(rulebook, &info, error) != MUTAID_OK)
        return;
    put_unsigned(record, info.source_count);
    for (i = 0; i < info.source_count && error->status == MUTAID_OK; i++)
        tell_source(rulebook, i, record, error);
}

static void tell_clause(const mutaid_rulebook *rulebook, size_t clause,
                        Record *record, mutaid_error *error)
{
    mutaid_clause_info info = MUTAID_CLAUSE_INFO_INIT;

    if (mutaid_rulebook_clause(rulebook, clause, &info, error) != MUTAID_OK)
        return;
    put_string(record, info.id);
    put_string(record, info.path);
    put_text(record, info.label);
    put_string(record, info.note);
    put_index(record, info.source);
    put_integer(record, info.basis);
    put_string(record, info.place);
    put_string(record, info.figure);
    put_integer(record, info.line);
    put_integer(record, info.column);
}

static void tell_clauses(const mutaid_rulebook *rulebook, Record *record,
                         mutaid_error *error)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    size_t i;

    if (mutaid_rulebook_describe(rulebook, &info, error) != MUTAID_OK)
        return;
    put_unsigned(record, info.clause_count);
    for (i = 0; i < info.clause_count && error->status == MUTAID_OK; i++)
        tell_clause(rulebook, i, record, error);
}

static void tell_fault(const mutaid_report *report, size_t index,
                       Record *record, mutaid_error *error)
{
    mutaid_fault fault = MUTAID_FAULT_INIT;

    if (mutaid_report_fault(report, index, &fault, error) != MUTAID_OK)
        return;
    put_integer(record, fault.code);
    put_string(record, mutaid_code_name(fault.code));
    put_string(record, mutaid_code_layer(fault.code));
    put_integer(record, fault.is_warning);
    put_integer(record, fault.line);
    put_integer(record, fault.column);
    put_unsigned(record, fault.offset);
    put_string(record, fault.text);
    put_string(record, fault.remedy);
}

static void tell_report(const mutaid_report *report, Record *record,
                        mutaid_error *error)
{
    size_t count = mutaid_report_count(report);
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count && error->status == MUTAID_OK; i++)
        tell_fault(report, i, record, error);
}

static size_t index_of(const mutaid_rulebook *rulebook, Reader name,
                       mutaid_status (*find)(const mutaid_rulebook *,
                                             const char *, size_t *,
                                             mutaid_error *),
                       mutaid_error *error)
{
    char *copy = name_of(name);
    size_t index = 0;

    if (copy == NULL) {
        fail_for_memory(error);
        return 0;
    }
    (void)!find(rulebook, copy, &index, error);
    free(copy);
    return index;
}

#endif
