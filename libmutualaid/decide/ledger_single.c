/* SPDX-License-Identifier: MIT */
/* ledger_single.c - a row of a replay as a single case. */
#include "decide/ledger.h"

#include "decide/collect.h"
#include "decide/items.h"

/* --- what entered ------------------------------------------------------------------ */

bool mutaid__ledger_amount(const mutaid__ledger_run *run, uint32_t kept,
                           const mutaid__shown *before,
                           mutaid__wide *amount_out)
{
    const mutaid__model *model = &run->batch->rulebook->model;
    const mutaid__fact *fact =
        &model->facts.items[run->ledger->kept.items[kept].fact];
    mutaid__wide rest;

    if (before->state != MUTAID_STATE_GIVEN)
        return false;
    if (before->shape.type == MUTAID_TYPE_MONEY) {
        *amount_out = mutaid__wide_of(mutaid__rounded_money(model, before));
        return true;
    }
    *amount_out = mutaid__wide_floor_div(
        mutaid__wide_mul(before->value.numerator,
                         mutaid__wide_of(fact->denominator)),
        mutaid__wide_of(before->value.denominator), &rest);
    return mutaid__wide_is_zero(rest);
}

static mutaid__entering line_enters(const mutaid__ledger_run *run,
                                    const mutaid__group_run *g,
                                    const mutaid__line_plan *plan,
                                    uint32_t kept, mutaid__wide *amount_out)
{
    const mutaid__part_run *part = &run->d->runs[run->ledger->part];
    mutaid__item item =
        mutaid__item_of(&part->items[plan->item], false, run->d->most);
    mutaid__shown before;

    if (item.outcome == MUTAID_OUTCOME_NOT_APPLYING ||
        item.outcome == MUTAID_OUTCOME_REFUSED ||
        !mutaid__column_may_hold(g, plan->guard) ||
        !mutaid__column_may_hold(g, plan->when))
        return MUTAID__ENTERS_NOTHING;
    if (item.outcome != MUTAID_OUTCOME_ELIGIBLE ||
        !mutaid__column_must_hold(g, plan->guard) ||
        !mutaid__column_must_hold(g, plan->when))
        return MUTAID__ENTERS_UNKNOWN;
    before = mutaid__shown_column(g, plan->before, plan->before_shape);
    return mutaid__ledger_amount(run, kept, &before, amount_out)
               ? MUTAID__ENTERS
               : MUTAID__ENTERS_UNKNOWN;
}

bool mutaid__ledger_is_line(const mutaid__line_plan *plan,
                            const mutaid__word *word)
{
    return plan->word == word &&
           mutaid__slice_is(mutaid__slice_of(plan->step), word->kind->key);
}

/* The first line of a step that was reached: in a value that several benefits
 * use, the amount is the same in each. */
static mutaid__entering step_enters(const mutaid__ledger_run *run,
                                    const mutaid__kept_step *step,
                                    mutaid__wide *amount_out)
{
    const mutaid__part_run *part = &run->d->runs[run->ledger->part];
    mutaid__entering result;
    size_t g, i;

    for (g = 0; g < part->part->groups.count; g++) {
        const mutaid__group_run *group = &part->groups[g];

        for (i = 0; group->version && i < group->version->line_count; i++) {
            const mutaid__line_plan *plan = &group->version->lines[i];

            if (!mutaid__ledger_is_line(plan, step->word))
                continue;
            result = line_enters(run, group, plan, step->kept, amount_out);
            if (result != MUTAID__ENTERS_NOTHING)
                return result;
        }
    }
    return MUTAID__ENTERS_NOTHING;
}

/* All steps that a kept fact adds up. */
static mutaid__entering steps_enter(const mutaid__ledger_run *run,
                                    uint32_t kept, mutaid__wide *amount_out)
{
    mutaid__entering result = MUTAID__ENTERS_NOTHING;
    size_t i;

    *amount_out = mutaid__wide_of(0);
    for (i = 0; i < run->ledger->steps.count; i++) {
        const mutaid__kept_step *step = &run->ledger->steps.items[i];
        mutaid__wide amount = mutaid__wide_of(0);
        mutaid__entering one;

        if (step->kept != kept)
            continue;
        one = step_enters(run, step, &amount);
        *amount_out = mutaid__wide_add(*amount_out, amount);
        if (one == MUTAID__ENTERS_UNKNOWN)
            return MUTAID__ENTERS_UNKNOWN;
        if (one == MUTAID__ENTERS)
            result = MUTAID__ENTERS;
    }
    return result;
}

/* What a decided row adds: nothing where it is refused. */
static mutaid__entering enters(const mutaid__ledger_run *run, uint32_t kept,
                               mutaid__wide *amount_out)
{
    if (run->d->outcome == MUTAID_OUTCOME_REFUSED)
        return MUTAID__ENTERS_NOTHING;
    if (run->d->outcome != MUTAID_OUTCOME_ELIGIBLE)
        return MUTAID__ENTERS_UNKNOWN;
    if (!run->ledger->kept.items[kept].is_total)
        return steps_enter(run, kept, amount_out);
    *amount_out = mutaid__wide_of(run->d->least);
    return MUTAID__ENTERS;
}

static void enter_all(mutaid__ledger_run *run, size_t position,
                      bool is_decided)
{
    uint32_t k;

    for (k = 0; k < run->ledger->kept.count; k++) {
        mutaid__wide amount = mutaid__wide_of(0);
        mutaid__entering entering = is_decided ? enters(run, k, &amount)
                                               : MUTAID__ENTERS_UNKNOWN;

        mutaid__ledger_enter(&run->replay, &run->ledger->kept.items[k], k,
                             position, entering, amount);
    }
}

/* --- one row ---------------------------------------------------------------------------- */

void mutaid__ledger_write(const mutaid__kept *kept, size_t row, bool is_known,
                          int64_t integer)
{
    if (kept->values)
        kept->values[row] = is_known ? integer : 0;
    if (kept->valid)
        mutaid__set_bit(kept->valid, row, is_known);
}

bool mutaid__ledger_so_far(mutaid__ledger_run *run, uint32_t kept,
                           size_t position, bool *is_known_out,
                           int64_t *integer_out)
{
    const mutaid__kept *k = &run->ledger->kept.items[kept];
    const mutaid__fact *fact =
        &run->batch->rulebook->model.facts.items[k->fact];
    mutaid__wide so_far;
    bool is_known = mutaid__ledger_before(&run->replay, k, kept, position,
                                          &so_far);

    *integer_out = 0;
    *is_known_out = is_known && mutaid__wide_fits(so_far, integer_out) &&
                    *integer_out >= fact->at_least &&
                    *integer_out <= fact->at_most;
    return *is_known_out || !is_known;
}

/* Fill the kept facts; false, naming one, if its sum leaves its range. */
static bool fill_kept(mutaid__ledger_run *run, size_t position,
                      uint32_t *fact_out)
{
    bool is_sound = true;
    uint32_t k;

    for (k = 0; k < run->ledger->kept.count; k++) {
        const mutaid__kept *kept = &run->ledger->kept.items[k];
        int64_t integer;
        bool is_known;

        if (!mutaid__ledger_so_far(run, k, position, &is_known, &integer)) {
            *fact_out = kept->fact;
            is_sound = false;
        }
        run->c->integers[kept->fact] = integer;
        run->c->states[kept->fact] =
            is_known ? MUTAID_STATE_GIVEN : MUTAID__STATE_UNKNOWN;
        mutaid__ledger_write(kept, run->replay.order[position], is_known,
                             integer);
    }
    return is_sound;
}

mutaid_status mutaid__ledger_single(mutaid__ledger_run *run, size_t position)
{
    size_t row = run->replay.order[position];
    const mutaid__batch_part *part = &run->batch->parts[0];
    mutaid_code code = MUTAID_CODE_NONE;
    uint32_t fact = MUTAID_NONE, kept = MUTAID_NONE;
    mutaid_status status = mutaid__batch_fill_case(
        run->batch, row, part->reads, run->c, &code, &fact, NULL);

    if (!fill_kept(run, position, &kept) && status == MUTAID_OK) {
        code = MUTAID_CODE_FACT_RANGE;
        fact = kept;
    }
    if (code != MUTAID_CODE_NONE) {
        mutaid__batch_invalid(run->batch, row, code, fact);
        enter_all(run, position, false);
        return MUTAID_OK;
    }
    status = mutaid__batch_decide_row(run->batch, row, part->part, run->c,
                                      run->d);
    if (status == MUTAID_ERROR_MEMORY)
        return status;
    enter_all(run, position, status == MUTAID_OK);
    return MUTAID_OK;
}
