/* SPDX-License-Identifier: MIT */
/* answering.h - a whole decision, written as one record.
 *
 * Order of the fields as in asking.h. The record of a decision is: the answer
 * in short, why there is no amount (if there is none), items, missing facts,
 * requirements with their findings, lines, deadlines, notes.
 */
#ifndef MUTUALAID_SWIG_ANSWERING_H
#define MUTUALAID_SWIG_ANSWERING_H

#include "record.h"

/* Its type; unless that is none, its state and fact; if given, the ratio. */
static void put_value(Record *record, const mutaid_value *value)
{
    put_integer(record, value->type);
    if (value->type == MUTAID_TYPE_NONE)
        return;
    put_integer(record, value->state);
    put_index(record, value->fact);
    if (value->state != MUTAID_STATE_GIVEN)
        return;
    put_integer(record, value->numerator_high);
    put_unsigned(record, value->numerator_low);
    put_integer(record, value->denominator);
}

static void put_error(Record *record, const mutaid_error *error)
{
    put_integer(record, error->status);
    put_integer(record, error->code);
    put_string(record, mutaid_code_name(error->code));
    put_integer(record, error->line);
    put_integer(record, error->column);
    put_string(record, error->fact);
    put_string(record, error->text);
    put_string(record, error->remedy);
}

/* An amount that cannot be asked for is no failure here: the caller hears of
 * it, in the library's own words, when the amount is asked for. */
static void answer_short(const mutaid_decision *decision,
                         const mutaid_decision_info *info, Record *record)
{
    mutaid_error no_amount = MUTAID_ERROR_INIT;
    mutaid_money amount;

    put_index(record, info->part);
    put_integer(record, info->outcome);
    put_integer(record, info->least);
    put_integer(record, info->most);
    if (mutaid_decision_amount(decision, &amount, &no_amount) == MUTAID_OK) {
        put_integer(record, 1);
        put_integer(record, amount);
        return;
    }
    put_integer(record, 0);
    put_error(record, &no_amount);
}

static void answer_items(const mutaid_decision *decision, size_t count,
                         Record *record, mutaid_error *error)
{
    mutaid_item item = MUTAID_ITEM_INIT;
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_decision_item(decision, i, &item, error) != MUTAID_OK)
            return;
        put_integer(record, item.outcome);
        put_integer(record, item.least);
        put_integer(record, item.most);
    }
}

static void answer_missing(const mutaid_decision *decision, size_t count,
                           Record *record, mutaid_error *error)
{
    size_t fact = 0;
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_decision_missing(decision, i, &fact, error) != MUTAID_OK)
            return;
        put_unsigned(record, fact);
    }
}

static void answer_findings(const mutaid_decision *decision,
                            size_t requirement, size_t count, Record *record,
                            mutaid_error *error)
{
    mutaid_finding finding = MUTAID_FINDING_INIT;
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_decision_finding(decision, requirement, i, &finding, error))
            return;
        put_string(record, finding.name);
        put_text(record, finding.label);
        put_integer(record, finding.relation);
        put_integer(record, finding.is_wanted);
        put_value(record, &finding.found);
        put_value(record, &finding.required);
        put_value(record, &finding.distance);
    }
}

static void answer_requirements(const mutaid_decision *decision, size_t count,
                                Record *record, mutaid_error *error)
{
    mutaid_requirement one = MUTAID_REQUIREMENT_INIT;
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_decision_requirement(decision, i, &one, error) != MUTAID_OK)
            return;
        put_string(record, one.id);
        put_text(record, one.text);
        put_integer(record, one.kind);
        put_integer(record, one.verdict);
        put_index(record, one.item);
        put_index(record, one.clause);
        answer_findings(decision, i, one.finding_count, record, error);
    }
}

static void answer_lines(const mutaid_decision *decision, size_t count,
                         Record *record, mutaid_error *error)
{
    mutaid_line line = MUTAID_LINE_INIT;
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_decision_line(decision, i, &line, error) != MUTAID_OK)
            return;
        put_string(record, line.step);
        put_integer(record, line.depth);
        put_index(record, line.item);
        put_index(record, line.clause);
        put_integer(record, line.is_applied);
        put_value(record, &line.before);
        put_value(record, &line.operand);
        put_value(record, &line.after);
        put_value(record, &line.exact);
        put_integer(record, line.share);
    }
}

static void answer_deadlines(const mutaid_decision *decision, size_t count,
                             Record *record, mutaid_error *error)
{
    mutaid_deadline deadline = MUTAID_DEADLINE_INIT;
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_decision_deadline(decision, i, &deadline, error))
            return;
        put_string(record, deadline.id);
        put_text(record, deadline.label);
        put_integer(record, deadline.state);
        put_integer(record, deadline.last_day);
        put_integer(record, deadline.is_judged);
        put_index(record, deadline.clause);
    }
}

static void put_note(Record *record, const mutaid_note *note)
{
    put_integer(record, note->kind);
    put_integer(record, note->is_decisive);
    put_index(record, note->clause);
    put_index(record, note->fact);
    put_index(record, note->parameter);
    put_integer(record, note->known_until);
}

static void answer_notes(const mutaid_decision *decision, size_t count,
                         Record *record, mutaid_error *error)
{
    mutaid_note note = MUTAID_NOTE_INIT;
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_decision_note(decision, i, &note, error) != MUTAID_OK)
            return;
        put_note(record, &note);
    }
}

static void answer_whole(const mutaid_decision *decision, Record *record,
                         mutaid_error *error)
{
    mutaid_decision_info info = MUTAID_DECISION_INFO_INIT;

    if (mutaid_decision_describe(decision, &info, error) != MUTAID_OK)
        return;
    answer_short(decision, &info, record);
    answer_items(decision, info.item_count, record, error);
    answer_missing(decision, info.missing_count, record, error);
    answer_requirements(decision, info.requirement_count, record, error);
    answer_lines(decision, info.line_count, record, error);
    answer_deadlines(decision, info.deadline_count, record, error);
    answer_notes(decision, info.note_count, record, error);
}

#endif
