/* SPDX-License-Identifier: MIT */
/* collect_notes.c - what a decision leaned on, and whether it counted. */
#include "decide/collect.h"

/* The clause itself, or the nearest around it that has a label or an id: many
 * small clauses of one list are one thing to a reader. */
uint32_t mutaid__named_clause(const mutaid__model *model, uint32_t clause)
{
    uint32_t named = clause;

    while (named != MUTAID_NONE) {
        const mutaid__clause *c = &model->clauses.items[named];

        if (c->label.zh.length > 0 || c->label.en.length > 0 ||
            c->id.length > 0)
            return named;
        named = c->parent;
    }
    return clause;
}

static void add_note(mutaid__collector *c, mutaid_note note)
{
    mutaid_note *place;
    size_t i;

    for (i = 0; i < c->d->notes.count; i++) {
        mutaid_note *known = &c->d->notes.items[i];

        if (known->kind == note.kind && known->clause == note.clause &&
            known->fact == note.fact && known->parameter == note.parameter) {
            known->is_decisive |= note.is_decisive;
            return;
        }
    }
    place = PUSH(c, notes);
    if (place)
        *place = note;
}

bool mutaid__touch_moved(const mutaid__group_run *run,
                         const mutaid__touch *touch)
{
    const mutaid__line_plan *plan;
    mutaid__shown before, after;

    if (touch->line == MUTAID_NONE)
        return mutaid__column_must_hold(run, touch->guard);
    plan = &run->version->lines[touch->line];
    before = mutaid__shown_column(run, plan->before, plan->before_shape);
    after = mutaid__shown_column(run, plan->after, plan->shape);
    if (before.state != MUTAID_STATE_GIVEN ||
        before.shape.type != after.shape.type)
        return true; /* it made the amount */
    return !mutaid__same_shown(&before, &after);
}

/* Whether what was touched changed the result: the step moved the amount, the
 * condition chose the benefit, the requirement failed. */
static bool is_decisive(const mutaid__collector *c,
                        const mutaid__group_run *run,
                        const mutaid__touch *touch)
{
    const mutaid__require_answer *answer;

    switch (touch->purpose) {
    case MUTAID__FOR_AMOUNT:
        return mutaid__touch_moved(run, touch);
    case MUTAID__FOR_WHEN:
        return mutaid__column_must_hold(run, touch->guard);
    case MUTAID__FOR_INFORMATION:
        return false;
    default:
        answer = &c->run->requires
        [touch->requirement];
        return answer->may_fail && !answer->may_hold &&
               !answer->may_not_concern;
    }
}

static bool is_past(const mutaid__group_run *run, const mutaid__touch *touch)
{
    mutaid__span day = mutaid__run_column(run, touch->date);

    return (day.may & MUTAID__MAY_GIVEN) &&
           mutaid__wide_compare(day.most, mutaid__wide_of(touch->known_until)) >
               0;
}

mutaid_note_kind mutaid__basis_note(const mutaid__model *model, uint32_t clause)
{
    return model->clauses.items[clause].basis == MUTAID_BASIS_ASSUMED
               ? MUTAID_NOTE_ASSUMED
               : MUTAID_NOTE_INFERRED;
}

static void collect_touch(mutaid__collector *c, const mutaid__group_run *run,
                          const mutaid__touch *touch)
{
    const mutaid__model *model = &c->d->rulebook->model;
    mutaid_note note = MUTAID_NOTE_INIT;

    note.clause = mutaid__named_clause(model, touch->clause);
    switch (touch->kind) {
    case MUTAID__TOUCH_CLAUSE:
        note.kind = mutaid__basis_note(model, touch->clause);
        break;
    case MUTAID__TOUCH_PARAMETER:
        if (!model->parameters.items[touch->index].override_literal.data)
            return;
        note.kind = MUTAID_NOTE_OVERRIDE;
        note.parameter = touch->index;
        break;
    case MUTAID__TOUCH_FACT:
        if (c->d->states[touch->index] != MUTAID_STATE_OPEN)
            return;
        note.kind = MUTAID_NOTE_DEFAULT;
        note.fact = touch->index;
        break;
    default:
        if (!is_past(run, touch))
            return;
        note.kind = MUTAID_NOTE_PAST_KNOWN;
        note.known_until = (mutaid_date)touch->known_until;
        break;
    }
    note.is_decisive = is_decisive(c, run, touch);
    add_note(c, note);
}

/* The total stands outside the programs: it counted where it cut. */
static void collect_total(mutaid__collector *c)
{
    const mutaid__model *model = &c->d->rulebook->model;
    uint32_t clause = c->run->part->total_clause;
    mutaid_note note = MUTAID_NOTE_INIT;
    size_t i;

    if (c->run->part->cap.group == MUTAID_NONE || c->is_refused ||
        model->clauses.items[clause].basis == MUTAID_BASIS_PUBLISHED)
        return;
    note.kind = mutaid__basis_note(model, clause);
    note.clause = mutaid__named_clause(model, clause);
    for (i = 0; i < c->d->lines.count; i++)
        if (!c->d->lines.items[i].plan && c->d->lines.items[i].clause == clause)
            note.is_decisive = true;
    add_note(c, note);
}

void mutaid__collect_notes(mutaid__collector *c)
{
    size_t g, i;

    for (g = 0; g < c->run->part->groups.count; g++) {
        const mutaid__group_run *run = &c->run->groups[g];

        for (i = 0; run->version && i < run->version->touch_count; i++) {
            const mutaid__touch *touch = &run->version->touches[i];

            if (!mutaid__column_may_hold(run, touch->guard) ||
                (touch->purpose != MUTAID__FOR_WHEN &&
                 mutaid__is_idle(c, touch->item)) ||
                (touch->purpose == MUTAID__FOR_AMOUNT && c->is_refused))
                continue;
            collect_touch(c, run, touch);
        }
    }
    collect_total(c);
}

/* Facts that a package's conditions took for absent. */
void mutaid__collect_closed(mutaid__collector *c)
{
    const mutaid__model *model = &c->d->rulebook->model;
    uint32_t i;

    for (i = 0; i < model->facts.count; i++) {
        mutaid_note note = MUTAID_NOTE_INIT;

        if (!mutaid__is_closed(c->run->part, c->d->facts, i))
            continue;
        note.kind = MUTAID_NOTE_DEFAULT;
        note.fact = i;
        note.clause = model->facts.items[i].clause;
        note.is_decisive = true;
        add_note(c, note);
    }
}
