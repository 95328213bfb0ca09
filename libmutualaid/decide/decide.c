/* SPDX-License-Identifier: MIT */
/* decide.c - decide a part for a case: the door to everything here. */
#include "decide/decision.h"

#include <string.h>

#define BAD(error, name) \
    mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL, name, NULL)

static mutaid_status no_memory(mutaid_error *error)
{
    return mutaid__fail(error, MUTAID_CODE_OUT_OF_MEMORY, NULL, NULL, NULL);
}

/* --- the object ------------------------------------------------------------------------ */

static mutaid_status init(mutaid_decision *d)
{
    const mutaid__model *model = &d->rulebook->model;
    size_t count = model->facts.count;

    mutaid__arena_init(&d->arena, &d->memory);
    d->part = MUTAID_NONE;
    d->facts = mutaid__arena_take(&d->arena, count * sizeof *d->facts);
    d->states = mutaid__arena_take(&d->arena, count);
    d->runs = mutaid__arena_take(
        &d->arena, d->rulebook->part_count * sizeof *d->runs);
    if (!d->facts || !d->states || !d->runs)
        return MUTAID_ERROR_MEMORY;
    TRY(mutaid__workspace_init(&d->workspace, &d->arena, model));
    return mutaid__opening_init(&d->workspace, &d->opening);
}

mutaid_status mutaid_decision_new(mutaid_rulebook *rulebook,
                                  mutaid_decision **decision_out,
                                  mutaid_error *error)
{
    mutaid__memory memory;
    mutaid_decision *d;

    if (!rulebook || !decision_out)
        return BAD(error, rulebook ? "decision_out" : "rulebook");
    mutaid__memory_init(&memory, &rulebook->memory.allocator,
                        rulebook->case_memory_cap);
    d = mutaid__memory_take(&memory, sizeof *d);
    if (!d)
        return no_memory(error);
    d->memory = memory;
    d->rulebook = mutaid_rulebook_ref(rulebook);
    if (init(d) != MUTAID_OK) {
        mutaid_decision_free(d);
        return no_memory(error);
    }
    *decision_out = d;
    return MUTAID_OK;
}

void mutaid_decision_free(mutaid_decision *decision)
{
    mutaid_rulebook *rulebook;
    mutaid__memory memory;

    if (!decision)
        return;
    rulebook = decision->rulebook;
    mutaid__arena_free(&decision->arena);
    memory = decision->memory;
    mutaid__memory_release(&memory, decision, sizeof *decision);
    mutaid_rulebook_unref(rulebook);
}

mutaid_rulebook *mutaid_decision_rulebook(const mutaid_decision *decision)
{
    return decision ? decision->rulebook : NULL;
}

/* --- facts ------------------------------------------------------------------------------ */

mutaid__span mutaid__fact_span(const mutaid__fact *fact, int64_t integer,
                               uint8_t state)
{
    mutaid__span range = {mutaid__wide_of(fact->at_least),
                          mutaid__wide_of(fact->at_most),
                          MUTAID__MAY_GIVEN};

    if (state == MUTAID_STATE_OPEN && fact->if_missing != MUTAID_STATE_OPEN) {
        state = (uint8_t)fact->if_missing;
        integer = fact->default_integer;
    }
    if (state == MUTAID_STATE_GIVEN)
        return mutaid__span_point(mutaid__wide_of(integer));
    if (state == MUTAID_STATE_ABSENT)
        return mutaid__span_state(MUTAID_STATE_ABSENT);
    if (fact->is_optional)
        range.may |= MUTAID__MAY_ABSENT;
    return range;
}

static void date_text(int64_t day, char buffer[16])
{
    mutaid__out out;

    mutaid__out_init(&out, buffer, 16);
    mutaid__out_date(&out, day);
    (void)mutaid__out_finish(&out, NULL, NULL);
}

mutaid_status mutaid__fail_order(const mutaid__model *model,
                                 const mutaid__span *facts, uint32_t earlier,
                                 uint32_t later, mutaid_error *error)
{
    mutaid__slice arguments[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
    char first[120], second[120], day[16];
    mutaid__out out;

    date_text((int64_t)mutaid__wide_low(facts[later].most), day);
    mutaid__out_init(&out, first, sizeof first);
    mutaid__out_slice(&out, model->facts.items[later].name);
    mutaid__out_text(&out, " ");
    mutaid__out_text(&out, day);
    (void)mutaid__out_finish(&out, NULL, NULL);
    date_text((int64_t)mutaid__wide_low(facts[earlier].least), day);
    mutaid__out_init(&out, second, sizeof second);
    mutaid__out_slice(&out, model->facts.items[earlier].name);
    mutaid__out_text(&out, " ");
    mutaid__out_text(&out, day);
    (void)mutaid__out_finish(&out, NULL, NULL);
    arguments[0] = mutaid__slice_of(first);
    arguments[1] = mutaid__slice_of(second);
    return mutaid__fail_slices(error, MUTAID_CODE_FACTS_CONTRADICT,
                               MUTAID__NOWHERE,
                               model->facts.items[later].name, arguments);
}

static mutaid_status take_facts(mutaid_decision *d, const mutaid_case *c,
                                mutaid_error *error)
{
    const mutaid__model *model = &d->rulebook->model;
    uint32_t earlier = 0, later = 0;
    size_t i;

    for (i = 0; i < model->facts.count; i++) {
        d->facts[i] = mutaid__fact_span(&model->facts.items[i],
                                        c->integers[i], c->states[i]);
        d->states[i] = c->states[i];
    }
    if (!mutaid__order_facts(model, d->facts, &earlier, &later))
        return mutaid__fail_order(model, d->facts, earlier, later, error);
    return MUTAID_OK;
}

/* --- deciding --------------------------------------------------------------------------- */

static mutaid_status evaluate(mutaid_decision *d, size_t part)
{
    mutaid__part_run *run = &d->runs[part];
    mutaid__answer *answer = &run->answer;

    if (!run->part)
        TRY(mutaid__part_run_init(&d->workspace,
                                  &d->rulebook->parts[part], run));
    TRY(mutaid__evaluate(&d->workspace, d->facts, run));
    if (!mutaid__answer_is_settled(answer)) {
        TRY(mutaid__open(&d->workspace, d->facts, run, &d->opening));
        answer = &d->opening.answer;
    }
    d->least = answer->least;
    d->most = answer->most;
    d->outcome = !mutaid__answer_is_settled(answer)
                     ? MUTAID_OUTCOME_UNDETERMINED
                 : answer->may_pay ? MUTAID_OUTCOME_ELIGIBLE
                                   : MUTAID_OUTCOME_REFUSED;
    d->part = (uint32_t)part;
    return MUTAID_OK;
}

static mutaid_status forget(mutaid_decision *d, size_t part,
                            mutaid_error *error)
{
    d->part = MUTAID_NONE;
    d->runs[part].part = NULL; /* half made: made anew next time */
    return no_memory(error);
}

mutaid_status mutaid__decide_answer(const mutaid_case *c, size_t part,
                                    mutaid_decision *decision,
                                    mutaid_error *error)
{
    decision->part = MUTAID_NONE;
    decision->is_out_of_memory = false;
    TRY(take_facts(decision, c, error));
    decision->workspace.calendar = c->calendar;
    if (evaluate(decision, part) != MUTAID_OK)
        return forget(decision, part, error);
    return MUTAID_OK;
}

mutaid_status mutaid_decide_at(const mutaid_case *c, size_t part,
                               mutaid_decision *decision, mutaid_error *error)
{
    if (!c || !decision)
        return BAD(error, c ? "decision" : "c");
    decision->part = MUTAID_NONE;
    if (c->rulebook != decision->rulebook)
        return mutaid__fail(error, MUTAID_CODE_OTHER_RULEBOOK, NULL, NULL,
                            NULL);
    if (part >= decision->rulebook->part_count)
        return BAD(error, "part");
    TRY(mutaid__decide_answer(c, part, decision, error));
    mutaid__collect(decision);
    return decision->is_out_of_memory ? forget(decision, part, error)
                                      : MUTAID_OK;
}

mutaid_status mutaid_decide(const mutaid_case *c, const char *part,
                            mutaid_decision *decision, mutaid_error *error)
{
    size_t index = 0;

    if (!c || !part || !decision)
        return BAD(error, !c ? "c" : !part ? "part" : "decision");
    decision->part = MUTAID_NONE;
    TRY(mutaid_rulebook_part_index(decision->rulebook, part, &index, error));
    return mutaid_decide_at(c, index, decision, error);
}
