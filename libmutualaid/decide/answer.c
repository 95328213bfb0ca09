/* SPDX-License-Identifier: MIT */
/* answer.c - a decision read as structure: the public getters. */
#include "base/sized.h"
#include "decide/decision.h"

#include "words/kinds.h"
#include "words/tell.h"
#include <string.h>

#define BAD(error, name) \
    mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL, name, NULL)

/* --- what every getter checks ------------------------------------------------------------ */

static mutaid_status check(const mutaid_decision *d, const void *out,
                           size_t index, size_t count, mutaid_error *error)
{
    if (!d || !out)
        return BAD(error, d ? "the result" : "decision");
    if (d->part == MUTAID_NONE)
        return mutaid__fail(error, MUTAID_CODE_NOT_DECIDED, NULL, NULL, NULL);
    if (index >= count)
        return BAD(error, "the index");
    return MUTAID_OK;
}

/* --- values ------------------------------------------------------------------------------ */

mutaid__slice mutaid__word_name(const mutaid__word *word)
{
    mutaid__slice none = {NULL, 0};

    while (word->kind == &mutaid__operand_use)
        word = word->words[0];
    return word->target == MUTAID__TARGET_NONE ? none : word->text;
}

mutaid__labels mutaid__word_labels(const mutaid__model *model,
                                   const mutaid__word *word)
{
    mutaid__labels none = {{NULL, 0}, {NULL, 0}};
    uint32_t clause;

    while (word->kind == &mutaid__operand_use)
        word = word->words[0];
    if (word->target == MUTAID__TARGET_FACT)
        clause = model->facts.items[word->index].clause;
    else if (word->target == MUTAID__TARGET_VALUE)
        clause = model->values.items[word->index].clause;
    else if (word->target == MUTAID__TARGET_PARAMETER)
        clause = model->parameters.items[word->index].clause;
    else if (word->target == MUTAID__TARGET_TABLE)
        clause = model->tables.items[word->index].clause;
    else
        return none;
    return model->clauses.items[clause].label;
}

/* The fact whose unit a measure has: the first that declares it. */
static uint32_t fact_of_unit(const mutaid__model *model, uint32_t unit)
{
    uint32_t i;

    for (i = 0; i < model->facts.count; i++)
        if (model->facts.items[i].shape.type == MUTAID_TYPE_MEASURE &&
            model->facts.items[i].shape.domain == unit)
            return i;
    return MUTAID_NONE;
}

mutaid_value mutaid__value_of(const mutaid__model *model,
                              const mutaid__shown *shown)
{
    mutaid_value value = {0, 0, MUTAID_NONE, 0, 0, 0, 0};

    value.type = (int32_t)shown->shape.type;
    value.state = (int32_t)shown->state;
    if (shown->shape.type == MUTAID_TYPE_CHOICE)
        value.fact = shown->shape.domain;
    else if (shown->shape.type == MUTAID_TYPE_MEASURE)
        value.fact = fact_of_unit(model, shown->shape.domain);
    value.denominator = 1;
    if (shown->state != MUTAID_STATE_GIVEN ||
        shown->shape.type == MUTAID_TYPE_NONE)
        return value;
    value.numerator_high = mutaid__wide_high(shown->value.numerator);
    value.numerator_low = mutaid__wide_low(shown->value.numerator);
    value.denominator = shown->value.denominator;
    return value;
}

/* --- the answer ---------------------------------------------------------------------------- */

/* "birth_date, units" into a buffer. */
static void missing_text(const mutaid_decision *d, char *buffer, size_t size)
{
    mutaid__out out;
    size_t i;

    mutaid__out_init(&out, buffer, size);
    for (i = 0; i < d->missing.count; i++) {
        if (i > 0)
            mutaid__out_text(&out, ", ");
        mutaid__out_slice(
            &out,
            d->rulebook->model.facts.items[d->missing.items[i]].name);
    }
    (void)mutaid__out_finish(&out, NULL, NULL); /* cut short: still a hint */
}

mutaid_status mutaid_decision_amount(const mutaid_decision *decision,
                                     mutaid_money *amount_out,
                                     mutaid_error *error)
{
    char missing[300];

    TRY(check(decision, amount_out, 0, 1, error));
    if (decision->outcome == MUTAID_OUTCOME_UNDETERMINED) {
        missing_text(decision, missing, sizeof missing);
        return mutaid__fail(error, MUTAID_CODE_UNDETERMINED, NULL, missing,
                            NULL);
    }
    *amount_out = decision->least;
    return MUTAID_OK;
}

mutaid_status mutaid_decision_describe(const mutaid_decision *decision,
                                       mutaid_decision_info *info_out,
                                       mutaid_error *error)
{
    mutaid_decision_info info = MUTAID_DECISION_INFO_INIT;

    TRY(check(decision, info_out, 0, 1, error));
    info.part = decision->part;
    info.outcome = decision->outcome;
    info.least = decision->least;
    info.most = decision->most;
    info.item_count = decision->items.count;
    info.requirement_count = decision->requirements.count;
    info.missing_count = decision->missing.count;
    info.line_count = decision->lines.count;
    info.deadline_count = decision->deadlines.count;
    info.note_count = decision->notes.count;
    return mutaid__copy_sized(info_out, &info, sizeof info, error);
}

mutaid_status mutaid_decision_item(const mutaid_decision *decision,
                                   size_t item, mutaid_item *item_out,
                                   mutaid_error *error)
{
    mutaid_item own = MUTAID_ITEM_INIT;

    TRY(check(decision, item_out, item,
              decision ? decision->items.count : 0, error));
    own.outcome = decision->items.items[item].outcome;
    own.least = decision->items.items[item].least;
    own.most = decision->items.items[item].most;
    return mutaid__copy_sized(item_out, &own, sizeof own, error);
}

mutaid_status mutaid_decision_missing(const mutaid_decision *decision,
                                      size_t position, size_t *fact_out,
                                      mutaid_error *error)
{
    TRY(check(decision, fact_out, position,
              decision ? decision->missing.count : 0, error));
    *fact_out = decision->missing.items[position];
    return MUTAID_OK;
}

/* --- why ------------------------------------------------------------------------------------- */

mutaid_status mutaid_decision_requirement(const mutaid_decision *decision,
                                          size_t requirement,
                                          mutaid_requirement *requirement_out,
                                          mutaid_error *error)
{
    mutaid_requirement own = MUTAID_REQUIREMENT_INIT;
    const mutaid__requirement *r;

    TRY(check(decision, requirement_out, requirement,
              decision ? decision->requirements.count : 0, error));
    r = &decision->requirements.items[requirement];
    own.id = mutaid__slice_text(r->id);
    own.text = mutaid__labels_text(r->text);
    own.kind = r->kind;
    own.verdict = r->verdict;
    own.item = r->item;
    own.clause = r->clause;
    own.finding_count = r->finding_count;
    return mutaid__copy_sized(requirement_out, &own, sizeof own, error);
}

mutaid_status mutaid_decision_finding(const mutaid_decision *decision,
                                      size_t requirement, size_t finding,
                                      mutaid_finding *finding_out,
                                      mutaid_error *error)
{
    mutaid_finding own = MUTAID_FINDING_INIT;
    const mutaid__requirement *r;
    const mutaid__finding *f;
    const mutaid__model *model;

    TRY(check(decision, finding_out, requirement,
              decision ? decision->requirements.count : 0, error));
    r = &decision->requirements.items[requirement];
    TRY(check(decision, finding_out, finding, r->finding_count, error));
    f = &decision->findings.items[r->first_finding + finding];
    model = &decision->rulebook->model;
    own.name = mutaid__slice_text(mutaid__word_name(f->plan->subject));
    own.label = mutaid__labels_text(mutaid__word_labels(model, f->plan->subject));
    own.relation = f->plan->relation;
    own.is_wanted = f->plan->is_wanted;
    own.found = mutaid__value_of(model, &f->found);
    own.required = mutaid__value_of(model, &f->required);
    own.distance = mutaid__value_of(model, &f->distance);
    return mutaid__copy_sized(finding_out, &own, sizeof own, error);
}

mutaid_status mutaid_decision_line(const mutaid_decision *decision,
                                   size_t line, mutaid_line *line_out,
                                   mutaid_error *error)
{
    mutaid_line own = MUTAID_LINE_INIT;
    const mutaid__line *l;
    const mutaid__model *model;

    TRY(check(decision, line_out, line,
              decision ? decision->lines.count : 0, error));
    l = &decision->lines.items[line];
    model = &decision->rulebook->model;
    own.step = l->step;
    own.depth = l->depth;
    own.item = l->item;
    own.clause = l->clause;
    own.is_applied = l->is_applied;
    own.before = mutaid__value_of(model, &l->before);
    own.operand = mutaid__value_of(model, &l->operand);
    own.after = mutaid__value_of(model, &l->after);
    own.exact = mutaid__value_of(model, &l->exact);
    own.share = l->share;
    return mutaid__copy_sized(line_out, &own, sizeof own, error);
}

mutaid_status mutaid_decision_deadline(const mutaid_decision *decision,
                                       size_t deadline,
                                       mutaid_deadline *deadline_out,
                                       mutaid_error *error)
{
    mutaid_deadline own = MUTAID_DEADLINE_INIT;
    const mutaid__deadline_answer *d;

    TRY(check(decision, deadline_out, deadline,
              decision ? decision->deadlines.count : 0, error));
    d = &decision->deadlines.items[deadline];
    own.id = mutaid__slice_text(d->plan->id);
    own.label = mutaid__labels_text(d->plan->label);
    own.state = (int32_t)d->last_day.state;
    if (d->last_day.state == MUTAID_STATE_GIVEN)
        own.last_day =
            (mutaid_date)mutaid__wide_low(d->last_day.value.numerator);
    own.is_judged = d->plan->is_judged;
    own.clause = d->plan->clause;
    return mutaid__copy_sized(deadline_out, &own, sizeof own, error);
}

mutaid_status mutaid_decision_note(const mutaid_decision *decision,
                                   size_t note, mutaid_note *note_out,
                                   mutaid_error *error)
{
    TRY(check(decision, note_out, note,
              decision ? decision->notes.count : 0, error));
    return mutaid__copy_sized(note_out, &decision->notes.items[note],
                    sizeof(mutaid_note), error);
}
