/* SPDX-License-Identifier: MIT */
/* block.c - the row face: a program run over a block of rows. */
#include "machine/block.h"

#include <string.h>

/* --- lanes ----------------------------------------------------------------- */

/* Numbers of a program that narrow lanes use fit them: emit.c chose so. */
static int64_t narrow_of(mutaid__wide number)
{
    return (int64_t)mutaid__wide_low(number);
}

static int64_t round_narrow(int64_t numerator, int64_t divisor,
                            mutaid__mode mode)
{
    return narrow_of(mutaid__round(mutaid__wide_of(numerator),
                                   mutaid__wide_of(divisor), mode));
}

#define LANE int64_t
#define LANE_NAME(name) narrow_##name
#define LANE_OF(wide) narrow_of(wide)
#define LANE_SMALL(number) ((int64_t)(number))
#define LANE_ADD(a, b) ((a) + (b))
#define LANE_SUBTRACT(a, b) ((a) - (b))
#define LANE_MULTIPLY(a, b) ((a) * (b))
#define LANE_BELOW(a, b) ((a) < (b))
#define LANE_ROUND(a, divisor, mode) round_narrow(a, divisor, mode)
#include "machine/block_lanes.h"
#undef LANE
#undef LANE_NAME
#undef LANE_OF
#undef LANE_SMALL
#undef LANE_ADD
#undef LANE_SUBTRACT
#undef LANE_MULTIPLY
#undef LANE_BELOW
#undef LANE_ROUND

#define LANE mutaid__wide
#define LANE_NAME(name) wide_##name
#define LANE_OF(wide) (wide)
#define LANE_SMALL(number) mutaid__wide_of(number)
#define LANE_ADD(a, b) mutaid__wide_add(a, b)
#define LANE_SUBTRACT(a, b) mutaid__wide_sub(a, b)
#define LANE_MULTIPLY(a, b) mutaid__wide_mul(a, b)
#define LANE_BELOW(a, b) (mutaid__wide_compare(a, b) < 0)
#define LANE_ROUND(a, divisor, mode) mutaid__round(a, divisor, mode)
#include "machine/block_lanes.h"

/* --- states ---------------------------------------------------------------- */

static uint8_t state_at(const uint8_t *states, size_t row)
{
    return states ? states[row] : MUTAID_STATE_GIVEN;
}

/* No rule (2) before absent (1) before given (0): the larger one. */
static void combine_states(const uint8_t *a, const uint8_t *b, uint8_t *out,
                           size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        out[i] = state_at(a, i) > state_at(b, i) ? state_at(a, i)
                                                 : state_at(b, i);
}

/* --- narrow operations of their own ---------------------------------------- */

void mutaid__block_dates(const mutaid__op *op, const mutaid_calendar *calendar,
                         const int64_t *a, const int64_t *b, int64_t *out,
                         size_t count)
{
    size_t i;

    for (i = 0; i < count; i++) {
        if (op->code == MUTAID__OP_DAYS)
            out[i] = mutaid__days_between(a[i], b[i], op->data);
        else if (op->code == MUTAID__OP_ADD_MONTHS)
            out[i] = mutaid__add_months(a[i], b[i]);
        else if (op->code == MUTAID__OP_ADD_WORKING_DAYS)
            out[i] = mutaid__add_working_days(calendar, a[i], b[i]);
        else if (op->data == 12)
            out[i] = mutaid__years_between(a[i], b[i]);
        else
            out[i] = mutaid__months_between(a[i], b[i]);
    }
}

/* --- one operation ---------------------------------------------------------- */

typedef struct runner {
    const mutaid__program *program;
    const mutaid__rows *rows;
    const mutaid_calendar *calendar;
    mutaid__block *block;
} runner;

static void load_fact(const runner *run, const mutaid__op *op)
{
    uint32_t fact = run->program->inputs.items[op->data].fact;
    const uint8_t *states =
        run->rows->states ? run->rows->states[fact] : NULL;
    int64_t *out = run->block->cells[op->out];
    size_t i;

    memcpy(out, run->rows->integers[fact], run->rows->count * sizeof *out);
    if (!run->block->states[op->out])
        return;
    for (i = 0; i < run->rows->count; i++) {
        run->block->states[op->out][i] = state_at(states, i);
        if (state_at(states, i) != MUTAID_STATE_GIVEN)
            out[i] = 0;
    }
}

static void load_constant(const runner *run, const mutaid__op *op)
{
    const mutaid__constant *constant =
        &run->program->constants.items[op->data];
    size_t i;

    for (i = 0; i < run->rows->count; i++) {
        if (run->program->columns.items[op->out].is_wide)
            ((mutaid__wide *)run->block->cells[op->out])[i] =
                constant->numerator;
        else
            ((int64_t *)run->block->cells[op->out])[i] =
                narrow_of(constant->numerator);
        if (run->block->states[op->out])
            run->block->states[op->out][i] = constant->state;
    }
}

static void exists(const runner *run, const mutaid__op *op)
{
    const uint8_t *states = run->block->states[op->a];
    int64_t *out = run->block->cells[op->out];
    size_t i;

    for (i = 0; i < run->rows->count; i++) {
        out[i] = state_at(states, i) == MUTAID_STATE_GIVEN;
        if (run->block->states[op->out])
            run->block->states[op->out][i] =
                state_at(states, i) == MUTAID_STATE_NO_RULE
                    ? MUTAID_STATE_NO_RULE
                    : MUTAID_STATE_GIVEN;
    }
}

/* Cells that are not given hold 0, and so are no yes. */
static void is_state(const runner *run, const mutaid__op *op)
{
    const uint8_t *states = run->block->states[op->a];
    const int64_t *a = run->block->cells[op->a];
    int64_t *out = run->block->cells[op->out];
    size_t i;

    for (i = 0; i < run->rows->count; i++)
        out[i] = op->data == MUTAID__IS_YES ? a[i]
                                            : state_at(states, i) == op->data;
}

/* A column in wide lanes: its own cells, or a copy in scratch lanes. */
static mutaid__wide *widened(const runner *run, uint32_t column, size_t lane)
{
    const int64_t *narrow;
    mutaid__wide *wide = run->block->lanes[lane];
    size_t i;

    if (run->program->columns.items[column].is_wide)
        return run->block->cells[column];
    narrow = run->block->cells[column];
    for (i = 0; i < run->rows->count; i++)
        wide[i] = mutaid__wide_of(narrow[i]);
    return wide;
}

static bool is_comparison(uint8_t code)
{
    return code == MUTAID__OP_EQUAL || code == MUTAID__OP_AT_MOST ||
           code == MUTAID__OP_BELOW;
}

static bool is_function(uint8_t code)
{
    return code == MUTAID__OP_LOOK_UP || code == MUTAID__OP_CURVE ||
           code == MUTAID__OP_RISE || code == MUTAID__OP_ROUND;
}

void mutaid__block_function(const mutaid__program *program,
                            const mutaid__op *op, const int64_t *a,
                            const int64_t *b, int64_t *out, size_t count)
{
    narrow_function(program, op, a, b, out, count);
}

void mutaid__block_wide(const mutaid__program *program, const mutaid__op *op,
                        const int64_t *condition, const mutaid__wide *a,
                        const mutaid__wide *b, mutaid__wide *out,
                        size_t count)
{
    if (op->code == MUTAID__OP_SELECT)
        wide_selection(condition, a, b, out, count);
    else if (is_comparison(op->code))
        wide_comparison(op, a, b, out, count);
    else if (is_function(op->code))
        wide_function(program, op, a, b, out, count);
    else
        wide_arithmetic(program, op, a, b, out, count);
}

static void run_wide(const runner *run, const mutaid__op *op)
{
    bool stays_wide = run->program->columns.items[op->out].is_wide;
    mutaid__wide *out = stays_wide ? run->block->cells[op->out]
                                   : run->block->lanes[3];
    const mutaid__wide *a = widened(run, op->a, 0);
    const mutaid__wide *b =
        op->b == MUTAID_NONE ? NULL : widened(run, op->b, 1);
    size_t count = run->rows->count, i;

    mutaid__block_wide(run->program, op,
                       op->c == MUTAID_NONE || op->code != MUTAID__OP_SELECT
                           ? NULL
                           : run->block->cells[op->c],
                       a, b, out, count);
    if (stays_wide)
        return;
    for (i = 0; i < count; i++)
        ((int64_t *)run->block->cells[op->out])[i] = narrow_of(out[i]);
}

static void run_narrow(const runner *run, const mutaid__op *op)
{
    int64_t *out = run->block->cells[op->out];
    const int64_t *a = run->block->cells[op->a];
    const int64_t *b =
        op->b == MUTAID_NONE ? NULL : run->block->cells[op->b];
    size_t count = run->rows->count, i;

    if (op->code == MUTAID__OP_SELECT)
        narrow_selection(run->block->cells[op->c], a, b, out, count);
    else if (op->code == MUTAID__OP_NOT)
        for (i = 0; i < count; i++)
            out[i] = !a[i];
    else if (is_comparison(op->code))
        narrow_comparison(op, a, b, out, count);
    else if (is_function(op->code))
        narrow_function(run->program, op, a, b, out, count);
    else if (op->code >= MUTAID__OP_DAYS)
        mutaid__block_dates(op, run->calendar, a, b, out, count);
    else
        narrow_arithmetic(run->program, op, a, b, out, count);
}

/* --- states of one operation ------------------------------------------------ */

static void select_states(const runner *run, const mutaid__op *op,
                          uint8_t *out)
{
    uint8_t **states = run->block->states;
    const int64_t *condition = run->block->cells[op->c];
    size_t i;

    for (i = 0; i < run->rows->count; i++) {
        if (state_at(states[op->c], i) != MUTAID_STATE_GIVEN)
            out[i] = state_at(states[op->c], i);
        else
            out[i] = state_at(states[condition[i] ? op->a : op->b], i);
    }
}

/* A look-up may find no rule in its cell. */
static void look_up_states(const runner *run, const mutaid__op *op,
                           uint8_t *out)
{
    const mutaid__table *table = &run->program->tables.items[op->data];
    bool is_wide = run->program->columns.items[op->a].is_wide;
    const void *keys = run->block->cells[op->a];
    size_t i;

    for (i = 0; i < run->rows->count; i++) {
        mutaid__wide key =
            is_wide ? ((const mutaid__wide *)keys)[i]
                    : mutaid__wide_of(((const int64_t *)keys)[i]);
        uint32_t cell = table->count - 1;

        out[i] = state_at(run->block->states[op->a], i);
        if (out[i] != MUTAID_STATE_GIVEN)
            continue;
        while (cell > 0 &&
               mutaid__wide_compare(key, table->cells[cell].from) < 0)
            cell--;
        out[i] = table->cells[cell].state;
    }
}

/* Cells that are not given hold 0, so that the same rows give the same bits. */
static void clear_cells(const runner *run, const mutaid__op *op)
{
    const uint8_t *states = run->block->states[op->out];
    size_t i;

    for (i = 0; i < run->rows->count; i++) {
        if (states[i] == MUTAID_STATE_GIVEN)
            continue;
        if (run->program->columns.items[op->out].is_wide)
            ((mutaid__wide *)run->block->cells[op->out])[i] =
                mutaid__wide_of(0);
        else
            ((int64_t *)run->block->cells[op->out])[i] = 0;
    }
}

/* Comparisons are false where an operand is absent. */
static void settle_comparison(const runner *run, const mutaid__op *op)
{
    const uint8_t *a = run->block->states[op->a];
    const uint8_t *b = run->block->states[op->b];
    uint8_t *out = run->block->states[op->out];
    int64_t *cells = run->block->cells[op->out];
    size_t i;

    for (i = 0; i < run->rows->count && (a || b); i++) {
        uint8_t state = state_at(a, i) > state_at(b, i) ? state_at(a, i)
                                                        : state_at(b, i);

        if (state != MUTAID_STATE_GIVEN)
            cells[i] = 0;
        if (out)
            out[i] = state == MUTAID_STATE_NO_RULE ? MUTAID_STATE_NO_RULE
                                                   : MUTAID_STATE_GIVEN;
    }
    if (out && !a && !b)
        memset(out, MUTAID_STATE_GIVEN, run->rows->count);
}

static void run_states(const runner *run, const mutaid__op *op)
{
    uint8_t **states = run->block->states;
    uint8_t *out = states[op->out];

    if (is_comparison(op->code)) {
        settle_comparison(run, op);
        return;
    }
    if (!out)
        return;
    if (op->code == MUTAID__OP_SELECT)
        select_states(run, op, out);
    else if (op->code == MUTAID__OP_LOOK_UP)
        look_up_states(run, op, out);
    else
        combine_states(states[op->a],
                       op->b == MUTAID_NONE ? NULL : states[op->b], out,
                       run->rows->count);
    clear_cells(run, op);
}

/* --- one row ------------------------------------------------------------------ */

/* Most operations of a single case are narrow and have nothing but given
 * cells: then there is nothing to loop over. False where that is not so. */
static bool run_single(const runner *run, const mutaid__op *op)
{
    const mutaid__block *block = run->block;
    int64_t *out = block->cells[op->out];
    int64_t a, b;

    if (op->is_wide || block->states[op->out] || block->states[op->a] ||
        op->b == MUTAID_NONE || block->states[op->b])
        return false;
    a = *(const int64_t *)block->cells[op->a];
    b = *(const int64_t *)block->cells[op->b];
    switch ((mutaid__op_code)op->code) {
    case MUTAID__OP_ADD:
        *out = a + b;
        return true;
    case MUTAID__OP_SUBTRACT:
        *out = a - b;
        return true;
    case MUTAID__OP_MULTIPLY:
        *out = a * b;
        return true;
    case MUTAID__OP_SMALLER:
        *out = b < a ? b : a;
        return true;
    case MUTAID__OP_LARGER:
        *out = a < b ? b : a;
        return true;
    case MUTAID__OP_EQUAL:
        *out = a == b;
        return true;
    case MUTAID__OP_AT_MOST:
        *out = a <= b;
        return true;
    case MUTAID__OP_BELOW:
        *out = a < b;
        return true;
    case MUTAID__OP_SELECT:
        if (block->states[op->c])
            return false;
        *out = *(const int64_t *)block->cells[op->c] ? a : b;
        return true;
    default:
        return false;
    }
}

/* --- whole programs ---------------------------------------------------------- */

void mutaid__block_run(const mutaid__program *program,
                       const mutaid__rows *rows,
                       const mutaid_calendar *calendar, mutaid__block *block)
{
    runner run = {program, rows, calendar, block};
    size_t i;

    for (i = 0; i < program->ops.count; i++) {
        const mutaid__op *op = &program->ops.items[i];

        if (op->code == MUTAID__OP_FACT) {
            load_fact(&run, op);
        } else if (op->code == MUTAID__OP_CONSTANT) {
            continue; /* it was laid out with the block */
        } else if (op->code == MUTAID__OP_EXISTS) {
            exists(&run, op);
        } else if (op->code == MUTAID__OP_STATE) {
            is_state(&run, op);
        } else if (rows->count != 1 || !run_single(&run, op)) {
            if (op->is_wide)
                run_wide(&run, op);
            else
                run_narrow(&run, op);
            run_states(&run, op);
        }
    }
}

static void *lay_out_column(mutaid__arena *arena,
                            const mutaid__column *column, size_t capacity)
{
    return mutaid__arena_take(arena,
                              capacity * (column->is_wide
                                              ? sizeof(mutaid__wide)
                                              : sizeof(int64_t)));
}

/* Every column has cells of its own, so constants stay what they are. */
static void lay_out_constants(mutaid__block *block,
                              const mutaid__program *program)
{
    mutaid__rows rows = {NULL, NULL, block->capacity};
    runner run = {program, &rows, NULL, block};
    size_t i;

    for (i = 0; i < program->ops.count; i++)
        if (program->ops.items[i].code == MUTAID__OP_CONSTANT)
            load_constant(&run, &program->ops.items[i]);
}

mutaid_status mutaid__block_init(mutaid__block *block, mutaid__arena *arena,
                                 const mutaid__program *program,
                                 size_t capacity)
{
    size_t count = program->columns.count, i;

    block->capacity = capacity;
    block->cells = mutaid__arena_take(arena, count * sizeof *block->cells);
    block->states = mutaid__arena_take(arena, count * sizeof *block->states);
    if (!block->cells || !block->states)
        return MUTAID_ERROR_MEMORY;
    for (i = 0; i < 4; i++) {
        block->lanes[i] =
            mutaid__arena_take(arena, capacity * sizeof *block->lanes[i]);
        if (!block->lanes[i])
            return MUTAID_ERROR_MEMORY;
    }
    for (i = 0; i < count; i++) {
        const mutaid__column *column = &program->columns.items[i];

        block->cells[i] = lay_out_column(arena, column, capacity);
        if (column->may != MUTAID__MAY_GIVEN)
            block->states[i] = mutaid__arena_take(arena, capacity);
        if (!block->cells[i] ||
            (column->may != MUTAID__MAY_GIVEN && !block->states[i]))
            return MUTAID_ERROR_MEMORY;
    }
    lay_out_constants(block, program);
    return MUTAID_OK;
}

mutaid__span mutaid__block_cell(const mutaid__program *program,
                                const mutaid__block *block, uint32_t column,
                                size_t row)
{
    const uint8_t *states = block->states[column];

    if (state_at(states, row) != MUTAID_STATE_GIVEN)
        return mutaid__span_state((mutaid_state)states[row]);
    if (program->columns.items[column].is_wide)
        return mutaid__span_point(
            ((const mutaid__wide *)block->cells[column])[row]);
    return mutaid__span_point(
        mutaid__wide_of(((const int64_t *)block->cells[column])[row]));
}
