/* SPDX-License-Identifier: MIT */
/* trying.h - rules tried: coverage, boundary cases, turns, comparison.
 *
 * Each record is a list: how many, then the fields of each in the order of the
 * structures in coverage.h, boundary.h, turn.h and compare.h.
 */
#ifndef MUTUALAID_SWIG_TRYING_H
#define MUTUALAID_SWIG_TRYING_H

#include "hearing.h"

static void put_coverage(mutaid_rulebook *rulebook, Record *record,
                         mutaid_error *error)
{
    mutaid_coverage *coverage = NULL;
    size_t count, i;

    if (mutaid_coverage_new(rulebook, &coverage, error) != MUTAID_OK)
        return;
    if (mutaid_coverage_add_examples(coverage, error) == MUTAID_OK) {
        count = mutaid_coverage_count(coverage);
        put_unsigned(record, count);
        for (i = 0; i < count; i++) {
            mutaid_coverage_info info = MUTAID_COVERAGE_INFO_INIT;

            (void)!mutaid_coverage_clause(coverage, i, &info, error);
            put_index(record, info.clause);
            put_integer(record, info.reach);
            put_integer(record, info.read_count);
            put_integer(record, info.decisive_count);
        }
    }
    mutaid_coverage_free(coverage);
}

/* --- boundary cases -------------------------------------------------------- */

static void put_boundary(const mutaid_boundaries *boundaries, size_t position,
                         mutaid_case *c, Record *record, mutaid_error *error)
{
    mutaid_boundary row = MUTAID_BOUNDARY_INIT;
    Record facts = { NULL, 0, 0, 0 };

    if (mutaid_boundaries_at(boundaries, position, &row, error) != MUTAID_OK ||
        mutaid_boundaries_case(boundaries, position, c, error) != MUTAID_OK)
        return;
    put_index(record, row.fact);
    put_integer(record, row.is_shifted);
    put_index(record, row.clause);
    put_integer(record, row.outcome);
    put_integer(record, row.amount);
    put_facts(mutaid_case_rulebook(c), c, &facts, error);
    put_unsigned(record, facts.length);
    put_bytes(record, facts.bytes, facts.length);
    record->is_short |= facts.is_short;
    free(facts.bytes);
}

static void put_boundaries(mutaid_rulebook *rulebook, size_t part,
                           Record *record, mutaid_error *error)
{
    mutaid_boundaries_info info = MUTAID_BOUNDARIES_INFO_INIT;
    mutaid_boundaries *boundaries = NULL;
    mutaid_case *c = NULL;
    size_t i;

    if (mutaid_case_new(rulebook, &c, error) == MUTAID_OK &&
        mutaid_boundaries_find(rulebook, part, 0, &boundaries, error) ==
            MUTAID_OK &&
        mutaid_boundaries_describe(boundaries, &info, error) == MUTAID_OK) {
        put_unsigned(record, info.count);
        for (i = 0; i < info.count && error->status == MUTAID_OK; i++)
            put_boundary(boundaries, i, c, record, error);
    }
    mutaid_boundaries_free(boundaries);
    mutaid_case_free(c);
}

/* --- turns -------------------------------------------------------------------- */

/* The outcome, whether the search was complete, the changes; then the same as
 * text in Chinese and English. */
static void put_turns_text(const mutaid_turns *turns, mutaid_language language,
                           Record *record, mutaid_error *error)
{
    size_t length = 0;
    char *text;

    (void)!mutaid_turns_explain(turns, language, NULL, 0, &length, NULL);
    text = malloc(length + 1);
    if (text == NULL) {
        fail_for_memory(error);
        return;
    }
    if (mutaid_turns_explain(turns, language, text, length + 1, &length,
                             error) == MUTAID_OK) {
        put_unsigned(record, length);
        put_bytes(record, text, length);
    }
    free(text);
}

static void put_turns(const mutaid_turns *turns, Record *record,
                      mutaid_error *error)
{
    mutaid_turns_info info = MUTAID_TURNS_INFO_INIT;
    size_t i;

    if (mutaid_turns_describe(turns, &info, error) != MUTAID_OK)
        return;
    put_integer(record, info.outcome);
    put_integer(record, info.is_complete);
    put_unsigned(record, info.count);
    for (i = 0; i < info.count; i++) {
        mutaid_turn turn = MUTAID_TURN_INIT;

        (void)!mutaid_turns_at(turns, i, &turn, error);
        put_index(record, turn.fact);
        put_integer(record, turn.state);
        put_integer(record, turn.integer);
        put_integer(record, turn.distance);
        put_integer(record, turn.outcome);
        put_integer(record, turn.least);
        put_integer(record, turn.most);
    }
    put_turns_text(turns, MUTAID_LANGUAGE_ZH, record, error);
    put_turns_text(turns, MUTAID_LANGUAGE_EN, record, error);
}

static void find_turns(mutaid_rulebook *rulebook, size_t part, Reader facts,
                       Reader days, Record *record, mutaid_error *error)
{
    mutaid_turns *turns = NULL;
    Hearing hearing;

    hearing_open(&hearing, rulebook, facts, days, error);
    if (error->status == MUTAID_OK &&
        mutaid_turns_find(hearing.facts, part, &turns, error) == MUTAID_OK)
        put_turns(turns, record, error);
    mutaid_turns_free(turns);
    hearing_close(&hearing);
}

/* --- comparison ------------------------------------------------------------------ */

static void put_differences(const mutaid_comparison *comparison,
                            Record *record, mutaid_error *error)
{
    size_t count = mutaid_comparison_difference_count(comparison), i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        mutaid_difference one = MUTAID_DIFFERENCE_INIT;

        (void)!mutaid_comparison_difference(comparison, i, &one, error);
        put_integer(record, one.kind);
        put_integer(record, one.is_wording);
        put_string(record, one.path);
        put_string(record, one.before);
        put_string(record, one.after);
        put_integer(record, one.has_dates);
        put_integer(record, one.from);
        put_integer(record, one.until);
        put_integer(record, one.before_line);
        put_integer(record, one.after_line);
    }
}

static void put_changes(const mutaid_comparison *comparison, Record *record,
                        mutaid_error *error)
{
    size_t count = mutaid_comparison_change_count(comparison), i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        mutaid_change one = MUTAID_CHANGE_INIT;

        (void)!mutaid_comparison_change(comparison, i, &one, error);
        put_string(record, one.part);
        put_string(record, one.item);
        put_string(record, one.clause);
        put_unsigned(record, one.case_count);
        put_unsigned(record, one.open_count);
        put_unsigned(record, one.winner_count);
        put_unsigned(record, one.loser_count);
        put_integer(record, one.gained);
        put_integer(record, one.lost);
    }
}

/* One case of the list: the name of its part, and its record of facts. */
static void add_case(mutaid_comparison *comparison, mutaid_rulebook *before,
                     Reader *cases, mutaid_error *error)
{
    Reader no_days = { NULL, 0, 0 }, facts = { NULL, 0, 0 };
    char *part = take_string(cases);
    Hearing hearing;

    if (part == NULL) {
        fail_for_memory(error);
        return;
    }
    facts.next = (const unsigned char *)take_text(cases, &facts.left);
    hearing_open(&hearing, before, facts, no_days, error);
    if (error->status == MUTAID_OK)
        (void)!mutaid_comparison_add(comparison, hearing.facts, part, NULL,
                                     error);
    hearing_close(&hearing);
    free(part);
}

static void compare_rulebooks(mutaid_rulebook *before, mutaid_rulebook *after,
                              Reader cases, Record *record,
                              mutaid_error *error)
{
    mutaid_comparison *comparison = NULL;

    if (mutaid_comparison_new(before, after, &comparison, error) != MUTAID_OK)
        return;
    while (cases.left > 0 && error->status == MUTAID_OK)
        add_case(comparison, before, &cases, error);
    if (cases.is_broken && error->status == MUTAID_OK)
        fail_for_record(error);
    if (error->status == MUTAID_OK) {
        put_differences(comparison, record, error);
        put_changes(comparison, record, error);
    }
    mutaid_comparison_free(comparison);
}

#endif
