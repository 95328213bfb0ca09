/* SPDX-License-Identifier: MIT */
/* ledger_run.c - every member's claims in order, each told what came before. */
#include "decide/ledger.h"

#include "decide/collect.h"
#include "decide/items.h"
#include <string.h>

#define BAD(error, name) mutaid__fail_argument(error, name)

/* Memory of one run, and what works in it. */
typedef struct ledger_run {
    mutaid_ledger *ledger;
    const mutaid_batch *batch;
    const int64_t *members;
    mutaid__replay replay;
    mutaid_case *c;
    mutaid_decision *d;
    mutaid__arena arena;
    int64_t *days;
    size_t *order, *spare;
    mutaid__span *spans; /* facts, for the day of the part */
    mutaid__scope scope;
} ledger_run;

/* --- dates ----------------------------------------------------------------------- */

/* The date of the part in a row. */
static int64_t day_of(const ledger_run *run, size_t row)
{
    const mutaid__group *group =
        &run->batch->rulebook->parts[run->ledger->part].groups.items[0];
    const mutaid__program *program = &group->day.program;
    const mutaid__span *day;
    size_t i;

    for (i = 0; i < program->inputs.count; i++) {
        uint32_t index = program->inputs.items[i].fact;
        const mutaid__fact *fact =
            &run->batch->rulebook->model.facts.items[index];
        mutaid_state state;
        int64_t integer;

        if (mutaid__column_cell(fact, &run->batch->columns[index], row, &state,
                                &integer) != MUTAID_CODE_NONE)
            return MUTAID__UNKNOWN_DAY;
        run->spans[index] = mutaid__fact_span(fact, integer, (uint8_t)state);
    }
    mutaid__span_run(program, run->spans, run->batch->calendar,
                     (mutaid__scope *)&run->scope);
    day = &run->scope.spans[group->day.outputs[0]];
    if (!mutaid__span_is_settled(day))
        return MUTAID__UNKNOWN_DAY;
    return day->may == MUTAID__MAY_GIVEN
               ? (int64_t)mutaid__wide_low(day->least)
               : MUTAID__NO_DAY;
}

/* --- what entered ------------------------------------------------------------------ */

/* What came of looking for the amount that entered a step. */
typedef enum entering { NOTHING, ENTERED, NOT_KNOWN } entering;

/* The amount before a step, as the fact that keeps it holds it. */
static bool amount_before(const mutaid__model *model, const mutaid__fact *fact,
                          const mutaid__shown *shown, mutaid__wide *amount_out)
{
    mutaid__wide rest;

    if (shown->state != MUTAID_STATE_GIVEN)
        return false;
    if (shown->shape.type == MUTAID_TYPE_MONEY) {
        *amount_out = mutaid__wide_of(mutaid__rounded_money(model, shown));
        return true;
    }
    *amount_out = mutaid__wide_floor_div(
        mutaid__wide_mul(shown->value.numerator,
                         mutaid__wide_of(fact->denominator)),
        mutaid__wide_of(shown->value.denominator), &rest);
    return mutaid__wide_is_zero(rest);
}

static entering line_enters(const ledger_run *run, const mutaid__group_run *g,
                            const mutaid__line_plan *plan,
                            const mutaid__fact *fact, mutaid__wide *amount_out)
{
    const mutaid__part_run *part = &run->d->runs[run->ledger->part];
    mutaid__item item =
        mutaid__item_of(&part->items[plan->item], false, run->d->most);
    mutaid__shown before;

    if (item.outcome == MUTAID_OUTCOME_NOT_APPLYING ||
        item.outcome == MUTAID_OUTCOME_REFUSED ||
        !mutaid__column_may_hold(g, plan->guard) ||
        !mutaid__column_may_hold(g, plan->when))
        return NOTHING;
    if (item.outcome != MUTAID_OUTCOME_ELIGIBLE ||
        !mutaid__column_must_hold(g, plan->guard) ||
        !mutaid__column_must_hold(g, plan->when))
        return NOT_KNOWN;
    before = mutaid__shown_column(g, plan->before, plan->before_shape);
    return amount_before(&run->batch->rulebook->model, fact, &before,
                         amount_out)
               ? ENTERED
               : NOT_KNOWN;
}

static bool is_line_of(const mutaid__line_plan *plan, const mutaid__word *word)
{
    return plan->word == word &&
           mutaid__slice_is(mutaid__slice_of(plan->step), word->kind->key);
}

/* The first line of a step that was reached: in a value that several benefits
 * use, the amount is the same in each. */
static entering step_enters(const ledger_run *run,
                            const mutaid__kept_step *step,
                            mutaid__wide *amount_out)
{
    const mutaid__part_run *part = &run->d->runs[run->ledger->part];
    const mutaid__fact *fact =
        &run->batch->rulebook->model.facts
             .items[run->ledger->kept.items[step->kept].fact];
    entering result;
    size_t g, i;

    for (g = 0; g < part->part->groups.count; g++) {
        const mutaid__group_run *group = &part->groups[g];

        for (i = 0; group->version && i < group->version->line_count; i++) {
            const mutaid__line_plan *plan = &group->version->lines[i];

            if (!is_line_of(plan, step->word))
                continue;
            result = line_enters(run, group, plan, fact, amount_out);
            if (result != NOTHING)
                return result;
        }
    }
    return NOTHING;
}

/* All steps that a kept fact adds up. */
static entering steps_enter(const ledger_run *run, uint32_t kept,
                            mutaid__wide *amount_out)
{
    entering result = NOTHING;
    size_t i;

    *amount_out = mutaid__wide_of(0);
    for (i = 0; i < run->ledger->steps.count; i++) {
        const mutaid__kept_step *step = &run->ledger->steps.items[i];
        mutaid__wide amount = mutaid__wide_of(0);
        entering one;

        if (step->kept != kept)
            continue;
        one = step_enters(run, step, &amount);
        *amount_out = mutaid__wide_add(*amount_out, amount);
        if (one == NOT_KNOWN)
            return NOT_KNOWN;
        if (one == ENTERED)
            result = ENTERED;
    }
    return result;
}

/* What a decided row adds: nothing where it is refused. */
static entering enters(const ledger_run *run, uint32_t kept,
                       mutaid__wide *amount_out)
{
    if (run->d->outcome == MUTAID_OUTCOME_REFUSED)
        return NOTHING;
    if (run->d->outcome != MUTAID_OUTCOME_ELIGIBLE)
        return NOT_KNOWN;
    if (!run->ledger->kept.items[kept].is_total)
        return steps_enter(run, kept, amount_out);
    *amount_out = mutaid__wide_of(run->d->least);
    return ENTERED;
}

static void enter_all(ledger_run *run, size_t position, bool is_decided)
{
    uint32_t k;

    for (k = 0; k < run->ledger->kept.count; k++) {
        mutaid__wide amount = mutaid__wide_of(0);
        entering result = is_decided ? enters(run, k, &amount) : NOT_KNOWN;

        mutaid__ledger_enter(&run->replay, &run->ledger->kept.items[k], k,
                             position, amount, result == ENTERED,
                             result == NOT_KNOWN);
    }
}

/* --- one row ---------------------------------------------------------------------------- */

static void write_so_far(const mutaid__kept *kept, size_t row, bool is_known,
                         int64_t integer)
{
    if (kept->values)
        kept->values[row] = is_known ? integer : 0;
    if (kept->valid)
        mutaid__set_bit(kept->valid, row, is_known);
}

/* Fill the kept facts; false, naming one, if its sum leaves its range. */
static bool fill_kept(ledger_run *run, size_t position, uint32_t *fact_out)
{
    bool is_sound = true;
    uint32_t k;

    for (k = 0; k < run->ledger->kept.count; k++) {
        const mutaid__kept *kept = &run->ledger->kept.items[k];
        const mutaid__fact *fact =
            &run->batch->rulebook->model.facts.items[kept->fact];
        mutaid__wide so_far;
        int64_t integer = 0;
        bool is_known = mutaid__ledger_before(&run->replay, kept, k, position,
                                              &so_far);

        if (is_known && (!mutaid__wide_fits(so_far, &integer) ||
                         integer < fact->at_least ||
                         integer > fact->at_most)) {
            *fact_out = kept->fact;
            is_sound = is_known = false;
        }
        run->c->integers[kept->fact] = integer;
        run->c->states[kept->fact] =
            is_known ? MUTAID_STATE_GIVEN : MUTAID__STATE_UNKNOWN;
        write_so_far(kept, run->replay.order[position], is_known, integer);
    }
    return is_sound;
}

static mutaid_status decide_position(ledger_run *run, size_t position)
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

/* --- all rows ------------------------------------------------------------------------------ */

/* Begin a member at a position: rows without a known date are its first. */
static void begin_member(ledger_run *run, size_t position)
{
    mutaid__replay *replay = &run->replay;
    size_t row = run->order[position], count = run->batch->row_count;
    bool is_alone = position + 1 == count ||
                    run->members[run->order[position + 1]] !=
                        run->members[row];

    replay->first = position;
    replay->is_undated = run->days[row] == MUTAID__UNKNOWN_DAY && !is_alone;
    memset(replay->is_adrift, 0,
           replay->kept_count * sizeof *replay->is_adrift);
}

static mutaid_status replay_rows(ledger_run *run)
{
    size_t count = run->batch->row_count, i;

    for (i = 0; i < count; i++)
        run->days[i] = day_of(run, i);
    mutaid__ledger_sort(run->members, run->days, run->order, run->spare,
                        count);
    for (i = 0; i < count; i++) {
        if (i == 0 || run->members[run->order[i]] !=
                          run->members[run->order[i - 1]])
            begin_member(run, i);
        TRY(decide_position(run, i));
    }
    return MUTAID_OK;
}

/* --- the door --------------------------------------------------------------------------------- */

static void *room(ledger_run *run, size_t count, size_t size)
{
    if (count > SIZE_MAX / 2 / size)
        return NULL;
    return mutaid__arena_take(&run->arena, count * size);
}

static mutaid_status prepare(ledger_run *run)
{
    mutaid_rulebook *rulebook = run->ledger->rulebook;
    const mutaid__group *group =
        &rulebook->parts[run->ledger->part].groups.items[0];
    size_t rows = run->batch->row_count, kept = run->ledger->kept.count;
    size_t facts = rulebook->model.facts.count;
    size_t columns = group->day.program.columns.count;

    run->days = room(run, rows, sizeof *run->days);
    run->order = room(run, rows, sizeof *run->order);
    run->spare = room(run, rows, sizeof *run->spare);
    run->spans = room(run, facts, sizeof *run->spans);
    run->scope.word_count = (facts + 63) / 64;
    run->scope.spans = room(run, columns, sizeof *run->scope.spans);
    run->scope.reached_by = room(run, columns * run->scope.word_count,
                                 sizeof *run->scope.reached_by);
    run->replay.entries =
        kept > 0 && rows > SIZE_MAX / 2 / kept
            ? NULL
            : room(run, rows * kept, sizeof *run->replay.entries);
    run->replay.is_adrift =
        room(run, kept, sizeof *run->replay.is_adrift);
    if (!run->days || !run->order || !run->spare || !run->spans ||
        !run->scope.spans || !run->scope.reached_by || !run->replay.entries ||
        !run->replay.is_adrift)
        return MUTAID_ERROR_MEMORY;
    run->replay.batch = run->batch;
    run->replay.days = run->days;
    run->replay.order = run->order;
    run->replay.kept_count = kept;
    TRY(mutaid_case_new(rulebook, &run->c, NULL));
    return mutaid_decision_new(rulebook, &run->d, NULL);
}

static mutaid_status check_batch(const mutaid_ledger *ledger,
                                 const mutaid_batch *batch,
                                 mutaid_error *error)
{
    mutaid__slice none[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
    size_t k;

    if (batch->rulebook != ledger->rulebook)
        return mutaid__fail(error, MUTAID_CODE_OTHER_RULEBOOK, NULL, NULL,
                            NULL);
    if (batch->part_count == 0)
        return mutaid__fail(error, MUTAID_CODE_NO_PART_SET, NULL, NULL, NULL);
    if (batch->part_kind != MUTAID_COLUMN_NONE ||
        batch->parts[0].part != ledger->part)
        return BAD(error, "batch (it decides another part)");
    for (k = 0; k < ledger->kept.count; k++) {
        uint32_t fact = ledger->kept.items[k].fact;

        if (batch->columns[fact].kind != MUTAID_COLUMN_NONE)
            return mutaid__fail_slices(
                error, MUTAID_CODE_LEDGER_KEPT, MUTAID__NOWHERE,
                ledger->rulebook->model.facts.items[fact].name, none);
    }
    return MUTAID_OK;
}

mutaid_status mutaid_ledger_run(mutaid_ledger *ledger, mutaid_batch *batch,
                                const int64_t *members, mutaid_error *error)
{
    ledger_run run;
    mutaid_status status;

    if (!ledger || !batch || !members)
        return BAD(error, !ledger ? "ledger" : !batch ? "batch" : "members");
    TRY(check_batch(ledger, batch, error));
    memset(&run, 0, sizeof run);
    run.ledger = ledger;
    run.batch = batch;
    run.members = members;
    mutaid__arena_init(&run.arena, &ledger->memory);
    status = prepare(&run);
    if (status == MUTAID_OK)
        status = replay_rows(&run);
    mutaid_decision_free(run.d);
    mutaid_case_free(run.c);
    mutaid__arena_free(&run.arena);
    return status == MUTAID_OK ? MUTAID_OK : mutaid__fail_memory(error);
}
