/* SPDX-License-Identifier: MIT */
/* lean_run.c - the lean row face: operations carried out, states passed on. */
#include "machine/lean.h"

#include "machine/block.h"
#include <string.h>

void mutaid__lean_begin(const mutaid__lean *lean, mutaid__lean_run *run)
{
    size_t i;

    run->trusts = run->is_refuted = false;
    for (i = 0; i < lean->columns.count; i++) {
        const mutaid__lean_column *column = &lean->columns.items[i];

        run->seen[i] = 0;
        run->cells[i] = run->scratch + column->cells_at * run->capacity;
        run->states[i] =
            column->has_states
                ? run->scratch + column->states_at * run->capacity
                : NULL;
    }
}

static void *cells_of(const mutaid__lean_run *run, uint32_t column)
{
    return column == MUTAID_NONE ? NULL : run->cells[column];
}

static const uint8_t *states_of(const mutaid__lean_run *run, uint32_t column)
{
    return column == MUTAID_NONE ? NULL : run->states[column];
}

/* --- numbers -------------------------------------------------------------------- */

static mutaid__work work_of(const mutaid__lean_run *run,
                            const mutaid__lean_op *op)
{
    mutaid__work work = MUTAID__NO_WORK;

    work.a = cells_of(run, op->a);
    work.b = cells_of(run, op->b);
    work.c = cells_of(run, op->c);
    work.out = run->cells[op->out];
    work.count = run->count;
    work.k = op->k;
    work.k2 = op->k2;
    work.dense = op->dense;
    work.lines = op->lines;
    return work;
}

static void by_kernel(const mutaid__lean_run *run, const mutaid__lean_op *op)
{
    mutaid__work work = work_of(run, op);

    run->kernels->of[op->kernel][op->lane](&work);
}

static void by_function(const mutaid__lean *lean, const mutaid__lean_run *run,
                        const mutaid__lean_op *op)
{
    mutaid__block_function(lean->program,
                           &lean->program->ops.items[op->source],
                           cells_of(run, op->a), cells_of(run, op->b),
                           run->cells[op->out], run->count);
}

static void by_lines(const mutaid__lean *lean, mutaid__lean_run *run,
                     const mutaid__lean_op *op)
{
    mutaid__work work = work_of(run, op);
    mutaid__kernel *kernel = run->kernels->of[op->kernel][MUTAID__LANE_64];

    if (run->uses_lines && kernel) {
        kernel(&work);
        run->seen[op->a] |= work.seen;
        if (op->b != MUTAID_NONE)
            run->seen[op->b] |= work.seen_b;
        if (work.k)
            return;
    }
    if (run->trusts)
        run->is_refuted = true;
    else
        by_function(lean, run, op);
}

static void wide(const mutaid__lean *lean, const mutaid__lean_run *run,
                 const mutaid__lean_op *op)
{
    const mutaid__op *source = &lean->program->ops.items[op->source];
    mutaid__wide *out = run->cells[op->out];
    size_t i;

    if (op->code != MUTAID__OP_CONSTANT) {
        mutaid__block_wide(lean->program, source, cells_of(run, op->c),
                           cells_of(run, op->a), cells_of(run, op->b), out,
                           run->count);
        return;
    }
    for (i = 0; i < run->count; i++)
        out[i] = lean->program->constants.items[source->data].numerator;
}

static void widen(const mutaid__lean_run *run, const mutaid__lean_op *op)
{
    const int64_t *a = run->cells[op->a];
    mutaid__wide *out = run->cells[op->out];
    size_t i;

    for (i = 0; i < run->count; i++)
        out[i] = mutaid__wide_of(a[i]);
}

static void narrow(const mutaid__lean_run *run, const mutaid__lean_op *op)
{
    const mutaid__wide *a = run->cells[op->a];
    int64_t *out = run->cells[op->out];
    size_t i;

    for (i = 0; i < run->count; i++)
        out[i] = (int64_t)mutaid__wide_low(a[i]);
}

/* --- states ---------------------------------------------------------------------- */

static uint8_t state_at(const uint8_t *states, size_t row)
{
    return states ? states[row] : MUTAID_STATE_GIVEN;
}

static uint8_t later_state(const uint8_t *a, const uint8_t *b, size_t row)
{
    uint8_t first = state_at(a, row), second = state_at(b, row);

    return first > second ? first : second;
}

static void exists(const mutaid__lean_run *run, const mutaid__lean_op *op)
{
    const uint8_t *a = states_of(run, op->a);
    uint8_t *states = run->states[op->out];
    int8_t *out = run->cells[op->out];
    size_t i;

    for (i = 0; i < run->count; i++)
        out[i] = state_at(a, i) == MUTAID_STATE_GIVEN;
    for (i = 0; i < run->count && states; i++)
        states[i] = state_at(a, i) == MUTAID_STATE_NO_RULE
                        ? MUTAID_STATE_NO_RULE
                        : MUTAID_STATE_GIVEN;
}

static void is_state(const mutaid__lean_run *run, const mutaid__lean_op *op)
{
    const uint8_t *a = states_of(run, op->a);
    int8_t *out = run->cells[op->out];
    size_t i;

    for (i = 0; i < run->count; i++)
        out[i] = state_at(a, i) == op->k;
}

static void no_state(const mutaid__lean_run *run, const mutaid__lean_op *op)
{
    memset(run->cells[op->out], 0,
           run->count * mutaid__lane_width((mutaid__lane)op->lane));
    memset(run->states[op->out], (int)op->k, run->count);
}

/* Cells of rows whose state is not given become 0. */
static void clear_cells(const mutaid__lean *lean, const mutaid__lean_run *run,
                        uint32_t column, const uint8_t *states)
{
    mutaid__lane lane = (mutaid__lane)lean->columns.items[column].lane;
    mutaid__work work = MUTAID__NO_WORK;
    mutaid__wide *wide_cells = run->cells[column];
    size_t i;

    if (!states)
        return;
    if (lane != MUTAID__LANE_WIDE) {
        work.c = (const int8_t *)states;
        work.out = run->cells[column];
        work.count = run->count;
        run->kernels->of[MUTAID__KERNEL_CLEAR][lane](&work);
        return;
    }
    for (i = 0; i < run->count; i++)
        if (states[i] != MUTAID_STATE_GIVEN)
            wide_cells[i] = mutaid__wide_of(0);
}

/* No rule (2) before absent (1) before given (0): the larger one. */
static void combine_states(const mutaid__lean_run *run, const uint8_t *a,
                           const uint8_t *b, uint8_t *out)
{
    mutaid__work work = MUTAID__NO_WORK;

    if (!a || !b) {
        if (a || b)
            memcpy(out, a ? a : b, run->count);
        else
            memset(out, MUTAID_STATE_GIVEN, run->count);
        return;
    }
    work.a = a;
    work.b = b;
    work.out = out;
    work.count = run->count;
    run->kernels->of[MUTAID__KERNEL_LARGER][MUTAID__LANE_8](&work);
}

/* A comparison is false where an operand is absent. */
static void settle_comparison(const mutaid__lean *lean,
                              const mutaid__lean_run *run,
                              const mutaid__lean_op *op)
{
    const uint8_t *a = states_of(run, op->a), *b = states_of(run, op->b);
    uint8_t *out = run->states[op->out];
    size_t i;

    clear_cells(lean, run, op->out, a);
    clear_cells(lean, run, op->out, b);
    for (i = 0; i < run->count && out; i++)
        out[i] = later_state(a, b, i) == MUTAID_STATE_NO_RULE
                     ? MUTAID_STATE_NO_RULE
                     : MUTAID_STATE_GIVEN;
}

static bool condition_at(const mutaid__lean_run *run,
                         const mutaid__lean_op *op, size_t row)
{
    return op->kind == MUTAID__LEAN_WIDE
               ? ((const int64_t *)run->cells[op->c])[row] != 0
               : ((const int8_t *)run->cells[op->c])[row] != 0;
}

static void select_states(const mutaid__lean_run *run,
                          const mutaid__lean_op *op, uint8_t *out)
{
    const uint8_t *a = states_of(run, op->a), *b = states_of(run, op->b);
    const uint8_t *c = states_of(run, op->c);
    size_t i;

    for (i = 0; i < run->count; i++)
        out[i] = state_at(c, i) != MUTAID_STATE_GIVEN
                     ? state_at(c, i)
                     : state_at(condition_at(run, op, i) ? a : b, i);
}

static mutaid__wide key_at(const mutaid__lean_run *run,
                           const mutaid__lean_op *op, size_t row)
{
    const void *keys = run->cells[op->a];

    switch ((mutaid__lane)op->lane) {
    case MUTAID__LANE_8:
        return mutaid__wide_of(((const int8_t *)keys)[row]);
    case MUTAID__LANE_32:
        return mutaid__wide_of(((const int32_t *)keys)[row]);
    case MUTAID__LANE_64:
        return mutaid__wide_of(((const int64_t *)keys)[row]);
    default:
        return ((const mutaid__wide *)keys)[row];
    }
}

/* A look-up may find no rule in its cell. */
static void look_up_states(const mutaid__lean *lean,
                           const mutaid__lean_run *run,
                           const mutaid__lean_op *op, uint8_t *out)
{
    const mutaid__op *source = &lean->program->ops.items[op->source];
    const mutaid__table *table = &lean->program->tables.items[source->data];
    size_t i;

    for (i = 0; i < run->count; i++) {
        mutaid__wide key = key_at(run, op, i);
        uint32_t cell = table->count - 1;

        out[i] = state_at(states_of(run, op->a), i);
        if (out[i] != MUTAID_STATE_GIVEN)
            continue;
        while (cell > 0 &&
               mutaid__wide_compare(key, table->cells[cell].from) < 0)
            cell--;
        out[i] = table->cells[cell].state;
    }
}

static bool gives_flags(uint8_t code)
{
    return code == MUTAID__OP_EQUAL || code == MUTAID__OP_AT_MOST ||
           code == MUTAID__OP_BELOW;
}

static void pass_states(const mutaid__lean *lean, const mutaid__lean_run *run,
                        const mutaid__lean_op *op)
{
    uint8_t *out = run->states[op->out];

    if (gives_flags(op->code)) {
        settle_comparison(lean, run, op);
        return;
    }
    if (!out || op->code == MUTAID__OP_STATE)
        return;
    if (op->code == MUTAID__OP_SELECT)
        select_states(run, op, out);
    else if (op->code == MUTAID__OP_LOOK_UP)
        look_up_states(lean, run, op, out);
    else
        combine_states(run, states_of(run, op->a), states_of(run, op->b),
                       out);
    clear_cells(lean, run, op->out, out);
}

/* --- whole programs ----------------------------------------------------------------- */

static void carry_out(const mutaid__lean *lean, mutaid__lean_run *run,
                      const mutaid__lean_op *op)
{
    switch ((mutaid__lean_kind)op->kind) {
    case MUTAID__LEAN_KERNEL:
        by_kernel(run, op);
        break;
    case MUTAID__LEAN_LINES:
        by_lines(lean, run, op);
        break;
    case MUTAID__LEAN_FUNCTION:
        by_function(lean, run, op);
        break;
    case MUTAID__LEAN_DATES:
        mutaid__block_dates(&lean->program->ops.items[op->source],
                            run->calendar, run->cells[op->a],
                            run->cells[op->b], run->cells[op->out],
                            run->count);
        break;
    case MUTAID__LEAN_WIDE:
        wide(lean, run, op);
        break;
    case MUTAID__LEAN_WIDEN:
        widen(run, op);
        break;
    case MUTAID__LEAN_NARROW:
        narrow(run, op);
        break;
    case MUTAID__LEAN_EXISTS:
        exists(run, op);
        return;
    case MUTAID__LEAN_STATE:
        is_state(run, op);
        return;
    case MUTAID__LEAN_NO_STATE:
        no_state(run, op);
        return;
    }
    pass_states(lean, run, op);
}

void mutaid__lean_go(const mutaid__lean *lean, mutaid__lean_run *run)
{
    size_t i;

    for (i = 0; i < lean->ops.count; i++)
        carry_out(lean, run, &lean->ops.items[i]);
}
