/* SPDX-License-Identifier: MIT */
/* terms.c - what a rulebook states of a loan on a day, for known facts. */
#include "loan/terms.h"

#include <string.h>

void mutaid__day_text(int64_t day, char buffer[16])
{
    mutaid__out out;

    mutaid__out_init(&out, buffer, 16);
    mutaid__out_date(&out, day);
    (void)mutaid__out_finish(&out, NULL, NULL);
}

static const mutaid__group *group_of(const mutaid__terms *terms)
{
    return &terms->plan->terms.groups.items[0];
}

mutaid_status mutaid__terms_init(mutaid__terms *terms, mutaid__arena *arena,
                                 const mutaid_rulebook *rulebook,
                                 const mutaid__loan_plan *plan)
{
    size_t facts = rulebook->model.facts.count + 1, columns;
    const mutaid__group *group;

    terms->rulebook = rulebook;
    terms->plan = plan;
    terms->calendar = NULL;
    group = group_of(terms);
    columns = group->most_columns > group->day.program.columns.count
                  ? group->most_columns
                  : group->day.program.columns.count;
    terms->facts = mutaid__arena_take(arena, facts * sizeof *terms->facts);
    terms->states = mutaid__arena_take(arena, facts);
    terms->scope.word_count = (facts + 63) / 64;
    terms->scope.spans =
        mutaid__arena_take(arena, columns * sizeof *terms->scope.spans);
    terms->scope.reached_by =
        mutaid__arena_take(arena, columns * terms->scope.word_count *
                                      sizeof *terms->scope.reached_by);
    return terms->facts && terms->states && terms->scope.spans &&
                   terms->scope.reached_by
               ? MUTAID_OK
               : MUTAID_ERROR_MEMORY;
}

void mutaid__terms_take(mutaid__terms *terms, const mutaid_case *c)
{
    const mutaid__model *model = &terms->rulebook->model;
    size_t i;

    terms->calendar = c ? c->calendar : NULL;
    for (i = 0; i < model->facts.count; i++) {
        uint8_t state = c ? c->states[i] : (uint8_t)MUTAID_STATE_OPEN;

        terms->states[i] = state;
        terms->facts[i] = mutaid__fact_span(&model->facts.items[i],
                                            c ? c->integers[i] : 0, state);
    }
}

/* "units, birth_date": the facts that reach a column. */
static mutaid_status missing(const mutaid__terms *terms, uint32_t column,
                             mutaid_error *error)
{
    const mutaid__model *model = &terms->rulebook->model;
    const uint64_t *reached =
        terms->scope.reached_by + column * terms->scope.word_count;
    char names[300];
    mutaid__out out;
    bool is_first = true;
    size_t i;

    mutaid__out_init(&out, names, sizeof names);
    for (i = 0; i < model->facts.count; i++) {
        if (!(reached[i / 64] >> i % 64 & 1))
            continue;
        if (!is_first)
            mutaid__out_text(&out, ", ");
        is_first = false;
        mutaid__out_slice(&out, model->facts.items[i].name);
    }
    (void)mutaid__out_finish(&out, NULL, NULL); /* cut short: still a hint */
    return mutaid__fail(error, MUTAID_CODE_LOAN_OPEN, NULL, names, NULL);
}

mutaid_status mutaid__terms_signed_on(mutaid__terms *terms, int64_t *day_out,
                                      mutaid_error *error)
{
    const mutaid__version *day = &group_of(terms)->day;
    const mutaid__span *span = &terms->scope.spans[day->outputs[0]];

    mutaid__span_run(&day->program, terms->facts, terms->calendar,
                     &terms->scope);
    if (!mutaid__span_is_settled(span) || !(span->may & MUTAID__MAY_GIVEN))
        return mutaid__fail(error, MUTAID_CODE_LOAN_NO_DAY, NULL, NULL, NULL);
    *day_out = (int64_t)mutaid__wide_low(span->least);
    return MUTAID_OK;
}

void mutaid__terms_read(mutaid__terms *terms, int64_t day)
{
    const mutaid__group *group = group_of(terms);
    size_t i = 0;

    while (i + 1 < group->version_count && group->versions[i].until < day)
        i++;
    terms->version = &group->versions[i];
    terms->day = day;
    terms->facts[terms->rulebook->model.facts.count] =
        mutaid__span_point(mutaid__wide_of(day));
    mutaid__span_run(&terms->version->program, terms->facts, terms->calendar,
                     &terms->scope);
}

mutaid_status mutaid__terms_get(const mutaid__terms *terms,
                                mutaid__term_slot slot, mutaid_state *state_out,
                                mutaid__ratio *value_out, mutaid_error *error)
{
    mutaid__output output = terms->plan->outputs[slot];
    const mutaid__span *span;
    uint32_t column;

    *state_out = MUTAID_STATE_ABSENT;
    *value_out = mutaid__ratio_of(0);
    if (output.group == MUTAID_NONE)
        return MUTAID_OK;
    column = terms->version->outputs[output.slot];
    span = &terms->scope.spans[column];
    if (!mutaid__span_is_settled(span))
        return missing(terms, column, error);
    if (span->may == MUTAID__MAY_NO_RULE)
        *state_out = MUTAID_STATE_NO_RULE;
    if (span->may != MUTAID__MAY_GIVEN)
        return MUTAID_OK;
    *state_out = MUTAID_STATE_GIVEN;
    *value_out = mutaid__ratio_reduce((mutaid__ratio){
        span->least,
        terms->version->program.columns.items[column].denominator});
    return MUTAID_OK;
}
