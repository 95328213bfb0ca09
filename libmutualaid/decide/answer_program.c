/* SPDX-License-Identifier: MIT */
/* answer_program.c - how a part comes out, as operations of its program. */
#include "decide/answer_program.h"

#include "base/fault.h"
#include "machine/emit.h"
#include <string.h>

typedef struct answering {
    mutaid__arena *arena;
    const mutaid__part *part;
    const mutaid__version *version;
    const bool *in_force;
    mutaid__emitter emitter;
    mutaid__answer_columns *columns;
    uint32_t yes, no;
    uint32_t *pays, *is_idle; /* by item: flags */
    uint32_t refuses;         /* a flag: the part as a whole */
    uint32_t left;            /* of the total; NONE: there is none */
} answering;

bool mutaid__answer_is_program(const mutaid__part *part, uint32_t *fact_out,
                               int64_t *day_out)
{
    const mutaid__version *day;
    const mutaid__column *column;
    size_t i;

    if (part->members.count > 0 || part->groups.count != 1 ||
        part->kind >= MUTAID_PART_PACKAGE)
        return false;
    day = &part->groups.items[0].day;
    column = &day->program.columns.items[day->outputs[0]];
    *fact_out = MUTAID_NONE;
    if (column->may == MUTAID__MAY_GIVEN &&
        mutaid__wide_compare(column->least, column->most) == 0)
        return mutaid__wide_fits(column->least, day_out);
    for (i = 0; i < day->program.inputs.count; i++) {
        if (day->program.inputs.items[i].column != day->outputs[0])
            continue;
        *fact_out = day->program.inputs.items[i].fact;
        return true;
    }
    return false;
}

/* --- flags that are always given ----------------------------------------------- */

static uint32_t slot_of(const answering *a, mutaid__output output)
{
    return a->version->outputs[output.slot];
}

static uint32_t is(answering *a, mutaid__output output, uint32_t asked)
{
    return mutaid__emit_is(&a->emitter, slot_of(a, output), asked);
}

static uint32_t both(answering *a, uint32_t x, uint32_t y)
{
    return y == a->yes ? x : mutaid__emit_select(&a->emitter, x, y, a->no);
}

static uint32_t either(answering *a, uint32_t x, uint32_t y)
{
    return y == a->no ? x : mutaid__emit_select(&a->emitter, x, a->yes, y);
}

static uint32_t not(answering *a, uint32_t x)
{
    return mutaid__emit_not(&a->emitter, x);
}

/* --- requirements ------------------------------------------------------------------ */

/* As mutaid__answer_require(): absent and no rule do not hold; no rule in an
 * exclusion, or in what says whom it concerns, fails it. */
static uint32_t lower_fail(answering *a, const mutaid__require_plan *plan)
{
    uint32_t holds = is(a, plan->holds, MUTAID__IS_YES), fails;

    if (plan->kind == MUTAID_REQUIREMENT_EXCLUDE)
        fails = either(a, holds, is(a, plan->holds, MUTAID_STATE_NO_RULE));
    else
        fails = not(a, holds);
    if (plan->when.group == MUTAID_NONE)
        return fails;
    fails = both(a, is(a, plan->when, MUTAID__IS_YES), fails);
    return either(a, fails, is(a, plan->when, MUTAID_STATE_NO_RULE));
}

static void lower_requires(answering *a)
{
    size_t i;

    for (i = 0; i < a->part->requires.count; i++) {
        const mutaid__require_plan *plan = &a->part->requires.items[i];

        a->columns->fails[i] = lower_fail(a, plan);
        if (plan->item == MUTAID_NONE)
            a->refuses = either(a, a->refuses, a->columns->fails[i]);
    }
}

/* --- items ---------------------------------------------------------------------------- */

/* As mutaid__answer_item(): whether it is paid, before the total. */
static void lower_item(answering *a, uint32_t item)
{
    const mutaid__item_plan *plan = &a->part->items.items[item];
    uint32_t applies = a->yes, pays;
    size_t i;

    a->is_idle[item] = a->no;
    if (plan->when.group != MUTAID_NONE) {
        applies = is(a, plan->when, MUTAID__IS_YES);
        a->is_idle[item] = both(a, is(a, plan->when, MUTAID_STATE_GIVEN),
                                not(a, applies));
    }
    pays = a->in_force[item] ? applies : a->no;
    for (i = 0; i < a->part->requires.count; i++) {
        if (a->part->requires.items[i].item != item)
            continue;
        pays = both(a, not(a, a->columns->fails[i]), pays);
        a->columns->fails[i] =
            both(a, not(a, a->is_idle[item]), a->columns->fails[i]);
    }
    a->pays[item] = both(a, pays, is(a, plan->amount, MUTAID_STATE_GIVEN));
}

/* What is left of the total; a total that cannot be told refuses. */
static void lower_total(answering *a)
{
    mutaid__emitter *emitter = &a->emitter;
    uint32_t left;

    a->left = MUTAID_NONE;
    if (a->part->cap.group == MUTAID_NONE)
        return;
    left = slot_of(a, a->part->cap);
    a->refuses = either(
        a, a->refuses, not(a, is(a, a->part->cap, MUTAID_STATE_GIVEN)));
    if (a->part->so_far.group != MUTAID_NONE) {
        a->refuses =
            either(a, a->refuses,
                   not(a, is(a, a->part->so_far, MUTAID_STATE_GIVEN)));
        left = mutaid__emit_binary(emitter, MUTAID__OP_SUBTRACT, left,
                                   slot_of(a, a->part->so_far));
    }
    a->left = mutaid__emit_binary(emitter, MUTAID__OP_LARGER, left,
                                  mutaid__emit_integer(emitter, 0));
}

/* Each paid item in written order gets the smaller of its amount and what is
 * left. */
static uint32_t lower_amount(answering *a, uint32_t item)
{
    mutaid__emitter *emitter = &a->emitter;
    uint32_t none = mutaid__emit_integer(emitter, 0);
    uint32_t amount = slot_of(a, a->part->items.items[item].amount);

    if (a->left != MUTAID_NONE)
        amount = mutaid__emit_binary(emitter, MUTAID__OP_SMALLER, amount,
                                     a->left);
    amount = mutaid__emit_select(emitter, a->pays[item], amount, none);
    if (a->left != MUTAID_NONE)
        a->left = mutaid__emit_binary(emitter, MUTAID__OP_SUBTRACT, a->left,
                                      amount);
    return mutaid__emit_select(emitter, a->refuses, none, amount);
}

static uint32_t lower_outcome(answering *a, uint32_t item)
{
    mutaid__emitter *emitter = &a->emitter;
    uint32_t paid = both(a, not(a, a->refuses), a->pays[item]);
    uint32_t outcome = mutaid__emit_select(
        emitter, paid, mutaid__emit_integer(emitter, MUTAID_OUTCOME_ELIGIBLE),
        mutaid__emit_integer(emitter, MUTAID_OUTCOME_REFUSED));

    return mutaid__emit_select(
        emitter, a->is_idle[item],
        mutaid__emit_integer(emitter, MUTAID_OUTCOME_NOT_APPLYING), outcome);
}

static void lower_items(answering *a)
{
    mutaid__emitter *emitter = &a->emitter;
    uint32_t sum = mutaid__emit_integer(emitter, 0), is_paid = a->no, i;

    for (i = 0; i < a->part->items.count; i++)
        lower_item(a, i);
    lower_total(a);
    for (i = 0; i < a->part->items.count; i++) {
        uint32_t amount = lower_amount(a, i);

        a->columns->item_amounts[i] = amount;
        a->columns->item_outcomes[i] = lower_outcome(a, i);
        sum = i == 0 ? amount
                     : mutaid__emit_binary(emitter, MUTAID__OP_ADD, sum,
                                           amount);
        is_paid = either(a, is_paid, a->pays[i]);
    }
    is_paid = both(a, not(a, a->refuses), is_paid);
    a->columns->amount = sum;
    a->columns->outcome = mutaid__emit_select(
        emitter, is_paid,
        mutaid__emit_integer(emitter, MUTAID_OUTCOME_ELIGIBLE),
        mutaid__emit_integer(emitter, MUTAID_OUTCOME_REFUSED));
}

/* --- the copy ---------------------------------------------------------------------------- */

/* Arrays are shared until something is added: then they are copied, since they
 * have no room. */
static void copy_program(const mutaid__program *program,
                         mutaid__program *copy_out)
{
    *copy_out = *program;
    copy_out->ops.capacity = copy_out->ops.count;
    copy_out->columns.capacity = copy_out->columns.count;
    copy_out->constants.capacity = copy_out->constants.count;
    copy_out->tables.capacity = copy_out->tables.count;
    copy_out->curves.capacity = copy_out->curves.count;
    copy_out->roundings.capacity = copy_out->roundings.count;
    copy_out->inputs.capacity = copy_out->inputs.count;
}

static mutaid_status start(answering *a)
{
    size_t items = a->part->items.count;
    mutaid__answer_columns *c = a->columns;

    c->item_outcomes =
        mutaid__arena_take(a->arena, items * sizeof *c->item_outcomes);
    c->item_amounts =
        mutaid__arena_take(a->arena, items * sizeof *c->item_amounts);
    c->fails = mutaid__arena_take(
        a->arena, a->part->requires.count * sizeof *c->fails);
    a->pays = mutaid__arena_take(a->arena, items * sizeof *a->pays);
    a->is_idle = mutaid__arena_take(a->arena, items * sizeof *a->is_idle);
    return c->item_outcomes && c->item_amounts && c->fails && a->pays &&
                   a->is_idle
               ? MUTAID_OK
               : MUTAID_ERROR_MEMORY;
}

mutaid_status mutaid__answer_lower(mutaid__arena *arena,
                                   const mutaid__part *part,
                                   const mutaid__version *version,
                                   const bool *in_force,
                                   mutaid__program *program_out,
                                   mutaid__answer_columns *columns_out)
{
    answering a = {arena, part, version, in_force, {arena, program_out, NULL,
                                                    MUTAID__EMIT_FINE,
                                                    MUTAID_NONE, MUTAID_NONE},
                   columns_out, 0, 0, NULL, NULL, 0, 0};

    copy_program(&version->program, program_out);
    TRY(start(&a));
    a.yes = mutaid__emit_integer(&a.emitter, 1);
    a.no = mutaid__emit_integer(&a.emitter, 0);
    a.refuses = a.no;
    lower_requires(&a);
    lower_items(&a);
    return a.emitter.problem == MUTAID__EMIT_FINE ? MUTAID_OK
                                                  : MUTAID_ERROR_MEMORY;
}
