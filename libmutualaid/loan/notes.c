/* SPDX-License-Identifier: MIT */
/* notes.c - what the terms of a loan leaned on. */
#include "loan/schedule.h"

static bool is_on_path(const mutaid__terms *terms, const mutaid__touch *touch)
{
    return touch->guard == MUTAID_NONE ||
           mutaid__span_may_hold(&terms->scope.spans[touch->guard]);
}

static bool is_past(const mutaid__terms *terms, const mutaid__touch *touch)
{
    return mutaid__wide_compare(terms->scope.spans[touch->date].most,
                                mutaid__wide_of(touch->known_until)) > 0;
}

/* The months of the term count only where the request leaves them open. */
static bool is_asked(const mutaid_schedule *s, const mutaid__touch *touch)
{
    return touch->item != MUTAID__TERM_MONTHS ||
           (s->request.term_months == 0 &&
            s->request.last_day == MUTAID_DATE_INVALID);
}

/* Whether a touch says anything of these facts; if so, what. */
static bool note_of(const mutaid_schedule *s, const mutaid__touch *touch,
                    mutaid_note *note)
{
    const mutaid__model *model = &s->rulebook->model;

    note->clause = mutaid__named_clause(model, touch->clause);
    note->is_decisive = 1;
    switch (touch->kind) {
    case MUTAID__TOUCH_CLAUSE:
        note->kind = mutaid__basis_note(model, touch->clause);
        return true;
    case MUTAID__TOUCH_PARAMETER:
        note->kind = MUTAID_NOTE_OVERRIDE;
        note->parameter = touch->index;
        return model->parameters.items[touch->index].override_literal.data !=
               NULL;
    case MUTAID__TOUCH_FACT:
        note->kind = MUTAID_NOTE_DEFAULT;
        note->fact = touch->index;
        return s->terms.states[touch->index] == MUTAID_STATE_OPEN;
    default:
        note->kind = MUTAID_NOTE_PAST_KNOWN;
        note->known_until = (mutaid_date)touch->known_until;
        return is_past(&s->terms, touch);
    }
}

static bool is_noted(const mutaid_schedule *s, const mutaid_note *note)
{
    size_t i;

    for (i = 0; i < s->notes.count; i++) {
        const mutaid_note *known = &s->notes.items[i];

        if (known->kind == note->kind && known->clause == note->clause &&
            known->fact == note->fact && known->parameter == note->parameter)
            return true;
    }
    return false;
}

bool mutaid__terms_past_known(const mutaid__terms *terms)
{
    size_t i;

    for (i = 0; i < terms->version->touch_count; i++) {
        const mutaid__touch *touch = &terms->version->touches[i];

        if (touch->kind == MUTAID__TOUCH_SERIES && is_on_path(terms, touch) &&
            is_past(terms, touch))
            return true;
    }
    return false;
}

mutaid_status mutaid__notes_take(mutaid_schedule *s, mutaid_error *error)
{
    const mutaid__version *version = s->terms.version;
    size_t i;

    for (i = 0; i < version->touch_count; i++) {
        const mutaid__touch *touch = &version->touches[i];
        mutaid_note note = MUTAID_NOTE_INIT;
        mutaid_note *place;

        if (!is_on_path(&s->terms, touch) || !is_asked(s, touch) || !note_of(s, touch, &note) ||
            is_noted(s, &note))
            continue;
        place = mutaid__array_push(&s->arena, &s->notes);
        if (!place)
            return mutaid__fail_memory(error);
        *place = note;
    }
    return MUTAID_OK;
}
