/* SPDX-License-Identifier: MIT */
/* lean_build.c - from a program and what is wanted of it to lean operations. */
#include "machine/lean.h"

#include "base/fault.h"
#include "machine/curve.h"

#define MOST_DENSE 4096

typedef struct builder {
    mutaid__arena *arena;
    const mutaid__program *program;
    mutaid__lean *lean;
    bool *is_needed;      /* by column of the program */
    uint32_t (*of)[MUTAID__LANE_COUNT]; /* by column, by lane: lean columns */
    uint32_t *own;        /* by column: the lean column as it was computed */
    bool is_out_of_memory;
} builder;

size_t mutaid__lane_width(mutaid__lane lane)
{
    static const size_t widths[] = {1, 4, 8, sizeof(mutaid__wide)};

    return widths[lane];
}

static bool lies_within(mutaid__wide least, mutaid__wide most, int64_t low,
                        int64_t high)
{
    return mutaid__wide_compare(least, mutaid__wide_of(low)) >= 0 &&
           mutaid__wide_compare(most, mutaid__wide_of(high)) <= 0;
}

mutaid__lane mutaid__lane_for(mutaid__wide least, mutaid__wide most)
{
    if (lies_within(least, most, INT8_MIN, INT8_MAX))
        return MUTAID__LANE_8;
    if (lies_within(least, most, INT32_MIN, INT32_MAX))
        return MUTAID__LANE_32;
    return lies_within(least, most, -INT64_MAX, INT64_MAX)
               ? MUTAID__LANE_64
               : MUTAID__LANE_WIDE;
}

static const mutaid__column *column_of(const builder *b, uint32_t column)
{
    return &b->program->columns.items[column];
}

static mutaid__lane bounds_lane(const builder *b, uint32_t column)
{
    const mutaid__column *c = column_of(b, column);

    if (c->is_wide)
        return MUTAID__LANE_WIDE;
    return mutaid__lane_for(c->least, c->most);
}

static mutaid__lane wider(mutaid__lane a, mutaid__lane b)
{
    return a > b ? a : b;
}

/* --- adding ------------------------------------------------------------------------ */

static uint32_t add_column(builder *b, mutaid__lane lane, bool has_states)
{
    mutaid__lean_column *column =
        mutaid__array_push(b->arena, &b->lean->columns);

    if (!column) {
        b->is_out_of_memory = true;
        return 0;
    }
    column->lane = (uint8_t)lane;
    column->has_states = has_states;
    return (uint32_t)(b->lean->columns.count - 1);
}

static const mutaid__lean_op no_op = {
    0, 0, 0, MUTAID__OP_ADD, 0, MUTAID_NONE, MUTAID_NONE, MUTAID_NONE,
    0, 0, 0, NULL, NULL};

static uint32_t add_op(builder *b, mutaid__lean_op op)
{
    mutaid__lean_op *place = mutaid__array_push(b->arena, &b->lean->ops);

    if (!place) {
        b->is_out_of_memory = true;
        return op.out;
    }
    *place = op;
    return op.out;
}

static bool has_states(const builder *b, uint32_t lean_column)
{
    return b->lean->columns.items[lean_column].has_states;
}

/* A constant operand: given, and no wider than 64 bits. */
static bool constant_of(const builder *b, uint32_t column, int64_t *k_out)
{
    const mutaid__column *c = column_of(b, column);

    return c->may == MUTAID__MAY_GIVEN &&
           mutaid__wide_compare(c->least, c->most) == 0 &&
           mutaid__wide_fits(c->least, k_out);
}

/* Constants become columns only where no kernel takes them as they are. */
static uint32_t fill_constant(builder *b, uint32_t column)
{
    mutaid__lean_op op = no_op;
    const mutaid__column *c = column_of(b, column);
    mutaid__lane lane = bounds_lane(b, column);

    if (c->may == MUTAID__MAY_GIVEN && lane == MUTAID__LANE_WIDE)
        return MUTAID_NONE;
    op.kernel = MUTAID__KERNEL_FILL;
    op.lane = (uint8_t)lane;
    if (c->may == MUTAID__MAY_GIVEN) {
        (void)constant_of(b, column, &op.k);
        op.out = add_column(b, lane, false);
        return add_op(b, op);
    }
    op.kind = MUTAID__LEAN_NO_STATE;
    op.k = c->may == MUTAID__MAY_ABSENT ? MUTAID_STATE_ABSENT
                                        : MUTAID_STATE_NO_RULE;
    op.out = add_column(b, lane, true);
    return add_op(b, op);
}

/* A constant of 128 bits: computed by the program's own operation. */
static uint32_t wide_constant(builder *b, uint32_t column)
{
    mutaid__lean_op op = no_op;
    size_t i;

    op.kind = MUTAID__LEAN_WIDE;
    op.code = MUTAID__OP_CONSTANT;
    for (i = 0; i < b->program->ops.count; i++)
        if (b->program->ops.items[i].out == column)
            op.source = (uint32_t)i;
    op.out = add_column(b, MUTAID__LANE_WIDE, false);
    return add_op(b, op);
}

static uint32_t computed(builder *b, uint32_t column)
{
    if (b->own[column] != MUTAID_NONE)
        return b->own[column];
    b->own[column] = fill_constant(b, column);
    if (b->own[column] == MUTAID_NONE)
        b->own[column] = wide_constant(b, column);
    return b->own[column];
}

/* A column of the program in a lane that holds its numbers. */
static uint32_t in_lane(builder *b, uint32_t column, mutaid__lane lane)
{
    static const uint8_t kernels[] = {
        MUTAID__KERNEL_TO_8, MUTAID__KERNEL_TO_32, MUTAID__KERNEL_TO_64};
    uint32_t own = computed(b, column);
    mutaid__lane from = (mutaid__lane)b->lean->columns.items[own].lane;
    mutaid__lean_op op = no_op;

    if (from == lane)
        return own;
    if (b->of[column][lane] != MUTAID_NONE)
        return b->of[column][lane];
    op.a = own;
    if (lane == MUTAID__LANE_WIDE) {
        op.a = in_lane(b, column, MUTAID__LANE_64);
        op.kind = MUTAID__LEAN_WIDEN;
    } else if (from == MUTAID__LANE_WIDE) {
        op.kind = MUTAID__LEAN_NARROW;
    } else {
        op.kernel = kernels[lane];
        op.lane = (uint8_t)from;
    }
    op.out = add_column(
        b, from == MUTAID__LANE_WIDE ? MUTAID__LANE_64 : lane,
        has_states(b, op.a));
    b->of[column][b->lean->columns.items[op.out].lane] = add_op(b, op);
    if (from == MUTAID__LANE_WIDE && lane != MUTAID__LANE_64) {
        b->own[column] = op.out;
        return in_lane(b, column, lane);
    }
    return op.out;
}

/* --- operations ---------------------------------------------------------------------- */

/* The kernel of an operation on two columns, on a column and a constant, on a
 * constant and a column; COUNT: there is none. */
static mutaid__kernel_id kernel_for(uint8_t code, bool a_is_k, bool b_is_k)
{
    typedef struct choice {
        uint8_t code;
        mutaid__kernel_id both, b_k, a_k;
    } choice;
#define BOTH(code, name) \
    {MUTAID__OP_##code, MUTAID__KERNEL_##name, MUTAID__KERNEL_##name##_K, \
     MUTAID__KERNEL_##name##_K}
    static const choice choices[] = {
        BOTH(ADD, ADD),
        BOTH(MULTIPLY, MULTIPLY),
        BOTH(SMALLER, SMALLER),
        BOTH(LARGER, LARGER),
        BOTH(EQUAL, EQUAL),
        {MUTAID__OP_SUBTRACT, MUTAID__KERNEL_SUBTRACT, MUTAID__KERNEL_COUNT,
         MUTAID__KERNEL_K_SUBTRACT},
        {MUTAID__OP_AT_MOST, MUTAID__KERNEL_AT_MOST, MUTAID__KERNEL_AT_MOST_K,
         MUTAID__KERNEL_AT_LEAST_K},
        {MUTAID__OP_BELOW, MUTAID__KERNEL_BELOW, MUTAID__KERNEL_COUNT,
         MUTAID__KERNEL_COUNT},
        {MUTAID__OP_SELECT, MUTAID__KERNEL_SELECT, MUTAID__KERNEL_SELECT_K,
         MUTAID__KERNEL_K_SELECT},
    };
#undef BOTH
    size_t i;

    for (i = 0; i < sizeof choices / sizeof *choices; i++)
        if (choices[i].code == code)
            return a_is_k ? choices[i].a_k
                          : (b_is_k ? choices[i].b_k : choices[i].both);
    return MUTAID__KERNEL_COUNT;
}

/* Where a constant stands that no kernel takes, an equal one may: a < k is
 * a <= k - 1, a - k is a + -k. */
static void rewrite(uint8_t *code, bool a_is_k, bool b_is_k, int64_t *k)
{
    if (*code == MUTAID__OP_SUBTRACT && b_is_k) {
        *code = MUTAID__OP_ADD;
        *k = -*k;
    } else if (*code == MUTAID__OP_BELOW && (a_is_k || b_is_k)) {
        *code = MUTAID__OP_AT_MOST;
        *k += a_is_k ? 1 : -1;
    }
}

static mutaid__lane lane_of_k(int64_t k)
{
    return mutaid__lane_for(mutaid__wide_of(k), mutaid__wide_of(k));
}

static bool gives_flags(uint8_t code)
{
    return code == MUTAID__OP_EQUAL || code == MUTAID__OP_AT_MOST ||
           code == MUTAID__OP_BELOW;
}

static bool needs_states(const builder *b, const mutaid__op *op)
{
    return column_of(b, op->out)->may != MUTAID__MAY_GIVEN;
}

static void lower_by_kernel(builder *b, uint32_t source, const mutaid__op *op)
{
    mutaid__lean_op lean = no_op;
    uint8_t code = op->code;
    int64_t k = 0, k2 = 0;
    bool a_is_k = constant_of(b, op->a, &k);
    bool b_is_k = constant_of(b, op->b, a_is_k ? &k2 : &k);
    mutaid__lane lane = gives_flags(op->code) ? MUTAID__LANE_8
                                              : bounds_lane(b, op->out);

    if (a_is_k && b_is_k && op->code != MUTAID__OP_SELECT)
        b_is_k = false;
    rewrite(&code, a_is_k, b_is_k, &k);
    lane = wider(lane, a_is_k || b_is_k ? lane_of_k(k) : MUTAID__LANE_8);
    if (a_is_k && b_is_k)
        lane = wider(lane, lane_of_k(k2));
    if (!a_is_k)
        lane = wider(lane, bounds_lane(b, op->a));
    if (!b_is_k)
        lane = wider(lane, bounds_lane(b, op->b));
    lean.code = op->code;
    lean.source = source;
    lean.lane = (uint8_t)lane;
    lean.k = k;
    lean.k2 = k2;
    lean.kernel = a_is_k && b_is_k ? MUTAID__KERNEL_SELECT_KK
                                   : (uint8_t)kernel_for(code, a_is_k, b_is_k);
    if (!a_is_k)
        lean.a = in_lane(b, op->a, lane);
    if (!b_is_k)
        lean.b = in_lane(b, op->b, lane);
    if (op->code == MUTAID__OP_SELECT)
        lean.c = in_lane(b, op->c, MUTAID__LANE_8);
    else if (a_is_k) {
        lean.a = lean.b; /* kernels with one column take it as a */
        lean.b = MUTAID_NONE;
    }
    lean.out = add_column(b, gives_flags(op->code) ? MUTAID__LANE_8 : lane,
                          needs_states(b, op));
    b->own[op->out] = add_op(b, lean);
}

/* One column and the constant of the operation. */
static void lower_with_k(builder *b, uint32_t source, const mutaid__op *op,
                         mutaid__kernel_id kernel, int64_t k)
{
    mutaid__lean_op lean = no_op;
    mutaid__lane lane = wider(bounds_lane(b, op->out),
                              wider(bounds_lane(b, op->a), lane_of_k(k)));

    lean.code = op->code;
    lean.source = source;
    lean.kernel = (uint8_t)kernel;
    lean.lane = (uint8_t)lane;
    lean.k = k;
    lean.a = in_lane(b, op->a, lane);
    lean.out = add_column(b, lane, needs_states(b, op));
    b->own[op->out] = add_op(b, lean);
}

static void lower_of_state(builder *b, uint32_t source, const mutaid__op *op)
{
    mutaid__lean_op lean = no_op;

    lean.kind = op->code == MUTAID__OP_EXISTS ? MUTAID__LEAN_EXISTS
                                              : MUTAID__LEAN_STATE;
    lean.code = op->code;
    lean.source = source;
    lean.k = op->data;
    lean.a = computed(b, op->a);
    if (op->code == MUTAID__OP_STATE && op->data == MUTAID__IS_YES) {
        lean.kind = MUTAID__LEAN_KERNEL; /* cells not given hold 0 */
        lean.kernel = MUTAID__KERNEL_ADD_K;
        lean.k = 0;
        lean.a = in_lane(b, op->a, MUTAID__LANE_8);
    }
    lean.out = add_column(b, MUTAID__LANE_8, needs_states(b, op));
    b->own[op->out] = add_op(b, lean);
}

/* --- tables --------------------------------------------------------------------------- */

static const mutaid__cell *cell_at(const mutaid__table *table, int64_t key)
{
    uint32_t cell = table->count - 1;

    while (cell > 0 && mutaid__wide_compare(mutaid__wide_of(key),
                                            table->cells[cell].from) < 0)
        cell--;
    return &table->cells[cell];
}

/* A table over few keys as an array; cells that are not given hold 0. A key
 * that is not given is 0 as well. */
static const mutaid__dense *make_dense(builder *b, const mutaid__op *op)
{
    const mutaid__table *table = &b->program->tables.items[op->data];
    const mutaid__column *key = column_of(b, op->a);
    int64_t least, most, i, *cells;
    mutaid__dense *dense;

    if (op->is_wide || !mutaid__wide_fits(key->least, &least) ||
        !mutaid__wide_fits(key->most, &most))
        return NULL;
    least = least > 0 && key->may != MUTAID__MAY_GIVEN ? 0 : least;
    most = most < 0 && key->may != MUTAID__MAY_GIVEN ? 0 : most;
    if (most - least >= MOST_DENSE)
        return NULL;
    dense = mutaid__arena_take(b->arena, sizeof *dense);
    cells = mutaid__arena_take(b->arena,
                               (size_t)(most - least + 1) * sizeof *cells);
    if (!dense || !cells) {
        b->is_out_of_memory = true;
        return NULL;
    }
    for (i = least; i <= most; i++)
        if (cell_at(table, i)->state == MUTAID_STATE_GIVEN)
            cells[i - least] =
                (int64_t)mutaid__wide_low(cell_at(table, i)->numerator);
    dense->first = least;
    dense->cells = cells;
    return dense;
}

/* --- lines, functions, dates, 128 bits ---------------------------------------------------- */

/* What is not given is 0. */
static mutaid__wide most_of(const builder *b, uint32_t column)
{
    return mutaid__wide_max(column_of(b, column)->most, mutaid__wide_of(0));
}

static const mutaid__lines *make_lines(builder *b, const mutaid__op *op)
{
    const mutaid__program *program = b->program;
    const mutaid__curve *curve = NULL;
    const mutaid__rounding *rounding = NULL;
    mutaid__wide most = most_of(b, op->a);
    mutaid__lines lines, *place;

    if (op->code == MUTAID__OP_ROUND)
        rounding = &program->roundings.items[op->data];
    else
        curve = &program->curves.items[op->data];
    if (op->code == MUTAID__OP_RISE) {
        most = mutaid__wide_add(most, most_of(b, op->b));
        if (op->c != MUTAID_NONE)
            rounding = &program->roundings.items[op->c];
    }
    if (op->is_wide ||
        !mutaid__lines_make(curve, rounding, most, &lines))
        return NULL;
    place = mutaid__arena_take(b->arena, sizeof *place);
    if (!place) {
        b->is_out_of_memory = true;
        return NULL;
    }
    *place = lines;
    return place;
}

static mutaid__kernel_id lines_kernel(uint8_t code)
{
    if (code == MUTAID__OP_RISE)
        return MUTAID__KERNEL_RISE;
    return code == MUTAID__OP_CURVE ? MUTAID__KERNEL_CURVE
                                    : MUTAID__KERNEL_ROUND;
}

static void lower_function(builder *b, uint32_t source, const mutaid__op *op)
{
    mutaid__lean_op lean = no_op;
    mutaid__lane lane = MUTAID__LANE_64;

    lean.kind = MUTAID__LEAN_FUNCTION;
    if (op->code >= MUTAID__OP_DAYS) {
        lean.kind = MUTAID__LEAN_DATES;
    } else if (op->code == MUTAID__OP_LOOK_UP) {
        lean.dense = make_dense(b, op);
        if (lean.dense) {
            lean.kind = MUTAID__LEAN_KERNEL;
            lean.kernel = MUTAID__KERNEL_LOOK_UP;
            lane = bounds_lane(b, op->a);
        }
    } else {
        lean.lines = make_lines(b, op);
        lean.kernel = (uint8_t)lines_kernel(op->code);
        if (lean.lines)
            lean.kind = MUTAID__LEAN_LINES;
    }
    lean.code = op->code;
    lean.source = source;
    lean.lane = (uint8_t)lane;
    lean.a = in_lane(b, op->a, lane);
    if (op->b != MUTAID_NONE)
        lean.b = in_lane(b, op->b, MUTAID__LANE_64);
    lean.out = add_column(b, MUTAID__LANE_64, needs_states(b, op));
    b->own[op->out] = add_op(b, lean);
}

static void lower_wide(builder *b, uint32_t source, const mutaid__op *op)
{
    mutaid__lean_op lean = no_op;

    lean.kind = MUTAID__LEAN_WIDE;
    lean.code = op->code;
    lean.source = source;
    lean.lane = MUTAID__LANE_WIDE;
    lean.a = in_lane(b, op->a, MUTAID__LANE_WIDE);
    if (op->b != MUTAID_NONE)
        lean.b = in_lane(b, op->b, MUTAID__LANE_WIDE);
    if (op->code == MUTAID__OP_SELECT)
        lean.c = in_lane(b, op->c, MUTAID__LANE_64);
    lean.out = add_column(b, MUTAID__LANE_WIDE, needs_states(b, op));
    b->own[op->out] = add_op(b, lean);
}

/* --- the whole -------------------------------------------------------------------------- */

/* x = 1 where x is 0 or 1 and given: x itself. */
static bool is_itself(const builder *b, const mutaid__op *op)
{
    const mutaid__column *a;
    int64_t k;

    if (op->code != MUTAID__OP_EQUAL || !constant_of(b, op->b, &k) || k != 1)
        return false;
    a = column_of(b, op->a);
    return a->may == MUTAID__MAY_GIVEN && a->denominator == 1 &&
           lies_within(a->least, a->most, 0, 1);
}

static void lower_input(builder *b, const mutaid__op *op)
{
    const mutaid__column *c = column_of(b, op->out);

    b->own[op->out] = add_column(b, bounds_lane(b, op->out),
                                 c->may != MUTAID__MAY_GIVEN);
    if (!b->is_out_of_memory)
        b->lean->columns.items[b->own[op->out]].is_input = true;
    b->lean->inputs[op->data] = b->own[op->out];
}

static void lower_op(builder *b, uint32_t source, const mutaid__op *op)
{
    int64_t k = 0;

    switch ((mutaid__op_code)op->code) {
    case MUTAID__OP_FACT:
        lower_input(b, op);
        return;
    case MUTAID__OP_CONSTANT:
        return; /* where it is used */
    case MUTAID__OP_EXISTS:
    case MUTAID__OP_STATE:
        lower_of_state(b, source, op);
        return;
    case MUTAID__OP_NOT:
        lower_with_k(b, source, op, MUTAID__KERNEL_K_SUBTRACT, 1);
        return;
    default:
        break;
    }
    if (is_itself(b, op)) {
        b->own[op->out] = computed(b, op->a);
    } else if (op->is_wide) {
        lower_wide(b, source, op);
    } else if (op->code == MUTAID__OP_SCALE) {
        (void)mutaid__wide_fits(
            b->program->constants.items[op->data].numerator, &k);
        lower_with_k(b, source, op, MUTAID__KERNEL_MULTIPLY_K, k);
    } else if (kernel_for(op->code, false, false) != MUTAID__KERNEL_COUNT) {
        lower_by_kernel(b, source, op);
    } else {
        lower_function(b, source, op);
    }
}

/* What is wanted needs its operands, backwards. */
static void mark_needed(builder *b, const uint32_t *wanted, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (wanted[i] != MUTAID_NONE)
            b->is_needed[wanted[i]] = true;
    for (i = b->program->ops.count; i-- > 0;) {
        const mutaid__op *op = &b->program->ops.items[i];

        if (!b->is_needed[op->out])
            continue;
        if (op->a != MUTAID_NONE)
            b->is_needed[op->a] = true;
        if (op->b != MUTAID_NONE)
            b->is_needed[op->b] = true;
        if (op->code == MUTAID__OP_SELECT)
            b->is_needed[op->c] = true;
    }
}

static mutaid_status start(builder *b, size_t wanted_count)
{
    size_t columns = b->program->columns.count, i;
    mutaid__lane lane;

    b->is_needed = mutaid__arena_take(b->arena, columns);
    b->own = mutaid__arena_take(b->arena, columns * sizeof *b->own);
    b->of = mutaid__arena_take(b->arena, columns * sizeof *b->of);
    b->lean->inputs =
        mutaid__arena_take(b->arena, b->program->inputs.count *
                                         sizeof *b->lean->inputs);
    b->lean->results = mutaid__arena_take(
        b->arena, wanted_count * sizeof *b->lean->results);
    if (!b->is_needed || !b->own || !b->of || !b->lean->inputs ||
        !b->lean->results)
        return MUTAID_ERROR_MEMORY;
    for (i = 0; i < columns; i++) {
        b->own[i] = MUTAID_NONE;
        for (lane = 0; lane < MUTAID__LANE_COUNT; lane++)
            b->of[i][lane] = MUTAID_NONE;
    }
    for (i = 0; i < b->program->inputs.count; i++)
        b->lean->inputs[i] = MUTAID_NONE;
    return MUTAID_OK;
}

/* Results stand in lanes of 64, or of 8 where that is all they need. */
static void keep_results(builder *b, const uint32_t *wanted, size_t count)
{
    size_t i;

    b->lean->result_count = count;
    for (i = 0; i < count; i++) {
        mutaid__lane lane = MUTAID__LANE_64;

        b->lean->results[i] = MUTAID_NONE;
        if (wanted[i] == MUTAID_NONE)
            continue;
        if (bounds_lane(b, wanted[i]) == MUTAID__LANE_8)
            lane = MUTAID__LANE_8;
        b->lean->results[i] = in_lane(b, wanted[i], lane);
    }
}

static void unwatch(const mutaid__lean *lean, uint32_t column)
{
    if (column != MUTAID_NONE)
        lean->columns.items[column].is_watched = false;
}

/* Inputs of 64 bits that nothing but kernels of lines reads. */
static void find_watched(const mutaid__lean *lean)
{
    size_t i;

    for (i = 0; i < lean->program->inputs.count; i++)
        if (lean->inputs[i] != MUTAID_NONE) {
            mutaid__lean_column *column = &lean->columns.items[lean->inputs[i]];

            column->is_watched =
                column->lane == MUTAID__LANE_64 && !column->has_states;
        }
    for (i = 0; i < lean->ops.count; i++) {
        const mutaid__lean_op *op = &lean->ops.items[i];

        if (op->kind == MUTAID__LEAN_LINES)
            continue;
        unwatch(lean, op->a);
        unwatch(lean, op->b);
        unwatch(lean, op->c);
    }
    for (i = 0; i < lean->result_count; i++)
        unwatch(lean, lean->results[i]);
}

mutaid_status mutaid__lean_build(mutaid__arena *arena,
                                 const mutaid__program *program,
                                 const uint32_t *wanted, size_t wanted_count,
                                 mutaid__lean *lean_out)
{
    static const mutaid__lean empty;
    builder b = {arena, program, lean_out, NULL, NULL, NULL, false};
    uint32_t i;

    *lean_out = empty;
    lean_out->program = program;
    TRY(start(&b, wanted_count));
    mark_needed(&b, wanted, wanted_count);
    for (i = 0; i < program->ops.count && !b.is_out_of_memory; i++)
        if (b.is_needed[program->ops.items[i].out])
            lower_op(&b, i, &program->ops.items[i]);
    if (!b.is_out_of_memory)
        keep_results(&b, wanted, wanted_count);
    if (b.is_out_of_memory)
        return MUTAID_ERROR_MEMORY;
    find_watched(lean_out);
    return mutaid__lean_place(arena, lean_out);
}
