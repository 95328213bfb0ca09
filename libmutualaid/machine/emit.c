/* SPDX-License-Identifier: MIT */
/* emit.c - build a program operation by operation, proving bounds. */
#include "machine/emit.h"

#include <string.h>

/* Lanes of 64 bits are used below this magnitude, which leaves a bit for a
 * sum and the sign. */
#define NARROW_LIMIT (INT64_C(1) << 62)
/* Counts added to dates stay below this; calendar/ is proved that far. */
#define COUNT_LIMIT (INT64_C(1) << 31)

const mutaid__column *mutaid__emitted(const mutaid__emitter *emitter,
                                      uint32_t column)
{
    return &emitter->program->columns.items[column];
}

mutaid__span mutaid__emitted_span(const mutaid__emitter *emitter,
                                  uint32_t column)
{
    const mutaid__column *c = mutaid__emitted(emitter, column);
    mutaid__span span = {c->least, c->most, c->may};

    return span;
}

bool mutaid__emitted_constant(const mutaid__emitter *emitter, uint32_t column,
                              mutaid__ratio *value_out,
                              mutaid_state *state_out)
{
    mutaid__span span = mutaid__emitted_span(emitter, column);

    if (!mutaid__span_is_settled(&span))
        return false;
    value_out->numerator = span.least;
    value_out->denominator = mutaid__emitted(emitter, column)->denominator;
    *state_out = span.may == MUTAID__MAY_GIVEN    ? MUTAID_STATE_GIVEN
                 : span.may == MUTAID__MAY_ABSENT ? MUTAID_STATE_ABSENT
                                                  : MUTAID_STATE_NO_RULE;
    return true;
}

/* --- columns -------------------------------------------------------------- */

static void set_problem(mutaid__emitter *emitter, mutaid__emit_problem problem)
{
    if (emitter->problem == MUTAID__EMIT_FINE)
        emitter->problem = problem;
}

static bool is_narrow(mutaid__wide least, mutaid__wide most)
{
    return mutaid__wide_compare(least, mutaid__wide_of(-NARROW_LIMIT)) > 0 &&
           mutaid__wide_compare(most, mutaid__wide_of(NARROW_LIMIT)) < 0;
}

/* The column numbered 0, which no operation fills, stands in where memory runs
 * out: the emitter makes it first. */
static uint32_t new_column(mutaid__emitter *emitter, int64_t denominator,
                           mutaid__span span)
{
    mutaid__column *column =
        mutaid__array_push(emitter->arena, &emitter->program->columns);

    if (!column) {
        set_problem(emitter, MUTAID__EMIT_NO_MEMORY);
        return 0;
    }
    column->denominator = denominator;
    column->least = span.least;
    column->most = span.most;
    column->may = span.may;
    column->is_wide = !is_narrow(span.least, span.most);
    return (uint32_t)(emitter->program->columns.count - 1);
}

mutaid_status mutaid__emitter_init(mutaid__emitter *emitter,
                                   mutaid__arena *arena,
                                   mutaid__program *program,
                                   size_t fact_count)
{
    size_t i;

    emitter->arena = arena;
    emitter->program = program;
    emitter->problem = MUTAID__EMIT_FINE;
    emitter->problem_a = emitter->problem_b = MUTAID_NONE;
    emitter->column_of_fact = mutaid__arena_take(
        arena, fact_count * sizeof *emitter->column_of_fact);
    if (!emitter->column_of_fact)
        return MUTAID_ERROR_MEMORY;
    for (i = 0; i < fact_count; i++)
        emitter->column_of_fact[i] = MUTAID_NONE;
    (void)new_column(emitter, 1, mutaid__span_point(mutaid__wide_of(0)));
    return emitter->problem == MUTAID__EMIT_FINE ? MUTAID_OK
                                                 : MUTAID_ERROR_MEMORY;
}

static uint32_t emit_known(mutaid__emitter *emitter, mutaid__wide numerator,
                           int64_t denominator, mutaid_state state)
{
    mutaid__program *program = emitter->program;
    mutaid__constant *constant =
        mutaid__array_push(emitter->arena, &program->constants);
    mutaid__op *op = mutaid__array_push(emitter->arena, &program->ops);
    mutaid__span span = state == MUTAID_STATE_GIVEN
                            ? mutaid__span_point(numerator)
                            : mutaid__span_state(state);

    if (!constant || !op) {
        set_problem(emitter, MUTAID__EMIT_NO_MEMORY);
        if (op)
            program->ops.count--;
        return 0;
    }
    constant->numerator = span.least;
    constant->state = (uint8_t)state;
    op->code = MUTAID__OP_CONSTANT;
    op->a = op->b = op->c = MUTAID_NONE;
    op->data = (uint32_t)(program->constants.count - 1);
    op->out = new_column(emitter, denominator, span);
    op->is_wide = program->columns.items[op->out].is_wide;
    return op->out;
}

uint32_t mutaid__emit_constant(mutaid__emitter *emitter, mutaid__ratio value)
{
    return emit_known(emitter, value.numerator, value.denominator,
                      MUTAID_STATE_GIVEN);
}

uint32_t mutaid__emit_integer(mutaid__emitter *emitter, int64_t value)
{
    return mutaid__emit_constant(emitter, mutaid__ratio_of(value));
}

uint32_t mutaid__emit_state(mutaid__emitter *emitter, mutaid_state state)
{
    return emit_known(emitter, mutaid__wide_of(0), 1, state);
}

uint32_t mutaid__emit_fact(mutaid__emitter *emitter, uint32_t fact,
                           int64_t denominator, mutaid__span range)
{
    mutaid__program *program = emitter->program;
    mutaid__input *input;
    mutaid__op *op;

    if (emitter->column_of_fact[fact] != MUTAID_NONE)
        return emitter->column_of_fact[fact];
    input = mutaid__array_push(emitter->arena, &program->inputs);
    op = mutaid__array_push(emitter->arena, &program->ops);
    if (!input || !op) {
        set_problem(emitter, MUTAID__EMIT_NO_MEMORY);
        return 0;
    }
    op->code = MUTAID__OP_FACT;
    op->a = op->b = op->c = MUTAID_NONE;
    op->data = (uint32_t)(program->inputs.count - 1);
    op->out = new_column(emitter, denominator, range);
    input->fact = fact;
    input->column = op->out;
    emitter->column_of_fact[fact] = op->out;
    return op->out;
}

/* --- operations ----------------------------------------------------------- */

static const mutaid__span *span_or_null(const mutaid__emitter *emitter,
                                        uint32_t column, mutaid__span *span)
{
    if (column == MUTAID_NONE)
        return NULL;
    *span = mutaid__emitted_span(emitter, column);
    return span;
}

static bool is_wide_column(const mutaid__emitter *emitter, uint32_t column)
{
    return column != MUTAID_NONE && mutaid__emitted(emitter, column)->is_wide;
}

/* The common door: compute the bounds, fold what is settled, add the rest. */
static uint32_t emit_op(mutaid__emitter *emitter, mutaid__op op,
                        int64_t denominator, bool is_wide)
{
    mutaid__span a, b, c, out;
    const mutaid__span *condition =
        op.code == MUTAID__OP_SELECT ? span_or_null(emitter, op.c, &c) : NULL;
    mutaid__op *place;

    if (!mutaid__span_op(emitter->program, &op,
                         span_or_null(emitter, op.a, &a),
                         span_or_null(emitter, op.b, &b), condition, NULL,
                         &out)) {
        if (emitter->problem == MUTAID__EMIT_FINE) {
            emitter->problem_a = op.a;
            emitter->problem_b = op.b;
        }
        set_problem(emitter, MUTAID__EMIT_OVERFLOW);
        return mutaid__emit_integer(emitter, 0);
    }
    if (mutaid__span_is_settled(&out) &&
        op.code != MUTAID__OP_ADD_WORKING_DAYS)
        return emit_known(emitter, out.least, denominator,
                          out.may == MUTAID__MAY_GIVEN    ? MUTAID_STATE_GIVEN
                          : out.may == MUTAID__MAY_ABSENT ? MUTAID_STATE_ABSENT
                                                     : MUTAID_STATE_NO_RULE);
    place = mutaid__array_push(emitter->arena, &emitter->program->ops);
    if (!place) {
        set_problem(emitter, MUTAID__EMIT_NO_MEMORY);
        return 0;
    }
    op.out = new_column(emitter, denominator, out);
    op.is_wide = is_wide || is_wide_column(emitter, op.a) ||
                 is_wide_column(emitter, op.b) ||
                 is_wide_column(emitter, op.out);
    *place = op;
    return op.out;
}

static mutaid__op op_of(mutaid__op_code code, uint32_t a, uint32_t b)
{
    mutaid__op op = {0, 0, 0, 0, 0, 0, 0, 0};

    op.code = (uint8_t)code;
    op.a = a;
    op.b = b;
    op.c = MUTAID_NONE;
    return op;
}

/* The column over another denominator, a multiple of its own. */
static uint32_t emit_over(mutaid__emitter *emitter, uint32_t a,
                          int64_t denominator)
{
    int64_t own = mutaid__emitted(emitter, a)->denominator;
    mutaid__op op = op_of(MUTAID__OP_SCALE, a, MUTAID_NONE);
    mutaid__constant *factor;

    if (own == denominator)
        return a;
    factor = mutaid__array_push(emitter->arena, &emitter->program->constants);
    if (!factor) {
        set_problem(emitter, MUTAID__EMIT_NO_MEMORY);
        return 0;
    }
    factor->numerator = mutaid__wide_of(denominator / own);
    op.data = (uint32_t)(emitter->program->constants.count - 1);
    return emit_op(emitter, op, denominator, false);
}

/* Bring two columns to their common denominator. */
static int64_t emit_common(mutaid__emitter *emitter, uint32_t *a, uint32_t *b)
{
    int64_t common;

    if (!mutaid__lcm_checked(mutaid__emitted(emitter, *a)->denominator,
                             mutaid__emitted(emitter, *b)->denominator,
                             &common)) {
        set_problem(emitter, MUTAID__EMIT_DENOMINATOR);
        *a = *b = mutaid__emit_integer(emitter, 0);
        return 1;
    }
    *a = emit_over(emitter, *a, common);
    *b = emit_over(emitter, *b, common);
    return common;
}

static uint32_t emit_product(mutaid__emitter *emitter, uint32_t a, uint32_t b)
{
    mutaid__wide product = mutaid__wide_mul(
        mutaid__wide_of(mutaid__emitted(emitter, a)->denominator),
        mutaid__wide_of(mutaid__emitted(emitter, b)->denominator));
    int64_t denominator;

    if (!mutaid__wide_fits(product, &denominator) ||
        denominator > NARROW_LIMIT) {
        set_problem(emitter, MUTAID__EMIT_DENOMINATOR);
        return mutaid__emit_integer(emitter, 0);
    }
    return emit_op(emitter, op_of(MUTAID__OP_MULTIPLY, a, b), denominator,
                   false);
}

uint32_t mutaid__emit_binary(mutaid__emitter *emitter, mutaid__op_code code,
                             uint32_t a, uint32_t b)
{
    int64_t denominator;

    if (code == MUTAID__OP_MULTIPLY)
        return emit_product(emitter, a, b);
    denominator = emit_common(emitter, &a, &b);
    if (code == MUTAID__OP_EQUAL || code == MUTAID__OP_AT_MOST ||
        code == MUTAID__OP_BELOW)
        denominator = 1;
    return emit_op(emitter, op_of(code, a, b), denominator, false);
}

uint32_t mutaid__emit_not(mutaid__emitter *emitter, uint32_t a)
{
    return emit_op(emitter, op_of(MUTAID__OP_NOT, a, MUTAID_NONE), 1, false);
}

uint32_t mutaid__emit_exists(mutaid__emitter *emitter, uint32_t a)
{
    return emit_op(emitter, op_of(MUTAID__OP_EXISTS, a, MUTAID_NONE), 1,
                   false);
}

uint32_t mutaid__emit_is(mutaid__emitter *emitter, uint32_t a,
                         uint32_t asked)
{
    mutaid__op op = op_of(MUTAID__OP_STATE, a, MUTAID_NONE);

    if (asked == MUTAID__IS_YES &&
        mutaid__emitted(emitter, a)->may == MUTAID__MAY_GIVEN)
        return a;
    op.data = asked;
    return emit_op(emitter, op, 1, false);
}

uint32_t mutaid__emit_select(mutaid__emitter *emitter, uint32_t condition,
                             uint32_t a, uint32_t b)
{
    mutaid__span choice = mutaid__emitted_span(emitter, condition);
    mutaid__op op;
    int64_t denominator;

    if (mutaid__span_is_settled(&choice) && choice.may == MUTAID__MAY_GIVEN)
        return mutaid__span_may_hold(&choice) ? a : b;
    if (a == b && choice.may == MUTAID__MAY_GIVEN)
        return a;
    denominator = emit_common(emitter, &a, &b);
    op = op_of(MUTAID__OP_SELECT, a, b);
    op.c = condition;
    return emit_op(emitter, op, denominator, false);
}

uint32_t mutaid__emit_and(mutaid__emitter *emitter, uint32_t a, uint32_t b)
{
    if (a == MUTAID_NONE)
        return b;
    if (b == MUTAID_NONE)
        return a;
    return mutaid__emit_select(emitter, a, b,
                               mutaid__emit_integer(emitter, 0));
}

/* --- tables, curves, rounding ---------------------------------------------- */

static bool cell_denominator(const mutaid__entry_cell *cells, size_t count,
                             int64_t *denominator_out)
{
    int64_t common = 1;
    size_t i;

    for (i = 0; i < count; i++)
        if (cells[i].state == MUTAID_STATE_GIVEN &&
            !mutaid__lcm_checked(common, cells[i].value.denominator, &common))
            return false;
    *denominator_out = common;
    return true;
}

/* The smallest numerator over `denominator` that is not below `ratio`. */
static mutaid__wide not_below(mutaid__ratio ratio, int64_t denominator)
{
    return mutaid__round(
        mutaid__wide_mul(ratio.numerator, mutaid__wide_of(denominator)),
        mutaid__wide_of(ratio.denominator), MUTAID__CEILING);
}

uint32_t mutaid__emit_look_up(mutaid__emitter *emitter, uint32_t key,
                              const mutaid__entry_cell *cells, size_t count)
{
    int64_t key_denominator = mutaid__emitted(emitter, key)->denominator;
    mutaid__op op = op_of(MUTAID__OP_LOOK_UP, key, MUTAID_NONE);
    mutaid__table *table =
        mutaid__array_push(emitter->arena, &emitter->program->tables);
    int64_t denominator;
    bool is_wide = false;
    size_t i;

    if (table)
        table->cells =
            mutaid__arena_take(emitter->arena, count * sizeof *table->cells);
    if (!table || !table->cells) {
        set_problem(emitter, MUTAID__EMIT_NO_MEMORY);
        return mutaid__emit_integer(emitter, 0);
    }
    if (!cell_denominator(cells, count, &denominator)) {
        set_problem(emitter, MUTAID__EMIT_DENOMINATOR);
        return mutaid__emit_integer(emitter, 0);
    }
    for (i = 0; i < count; i++) {
        mutaid__cell *cell = &table->cells[i];

        cell->state = (uint8_t)cells[i].state;
        if (i > 0)
            cell->from = not_below(cells[i].from, key_denominator);
        is_wide = is_wide || !is_narrow(cell->from, cell->from);
        if (cells[i].state == MUTAID_STATE_GIVEN &&
            !mutaid__ratio_over(cells[i].value, denominator, &cell->numerator))
            set_problem(emitter, MUTAID__EMIT_OVERFLOW);
    }
    table->count = (uint32_t)count;
    op.data = (uint32_t)(emitter->program->tables.count - 1);
    return emit_op(emitter, op, denominator, is_wide);
}

static mutaid__wide magnitude(mutaid__wide a)
{
    return mutaid__wide_is_negative(a) ? mutaid__wide_neg(a) : a;
}

/* Whether slope * x could leave the narrow lanes. */
static bool needs_wide_curve(const mutaid__curve *curve,
                             const mutaid__span *x)
{
    mutaid__wide reach =
        mutaid__wide_max(magnitude(x->least), magnitude(x->most));
    uint32_t i;

    for (i = 0; i < curve->count; i++) {
        const mutaid__piece *piece = &curve->pieces[i];
        mutaid__wide product;

        if (!mutaid__wide_mul_checked(magnitude(piece->slope), reach,
                                      &product) ||
            !is_narrow(product, product) ||
            !is_narrow(piece->offset, piece->offset) ||
            (i > 0 && !is_narrow(piece->from, piece->from)))
            return true;
    }
    return false;
}

static mutaid__curve_status push_curve(mutaid__emitter *emitter,
                                       const mutaid__bends *bends,
                                       int64_t x_denominator,
                                       uint32_t *curve_out)
{
    mutaid__curve curve, *place;
    mutaid__curve_status status =
        mutaid__curve_make(emitter->arena, bends, x_denominator, &curve);

    if (status == MUTAID__CURVE_OK) {
        place = mutaid__array_push(emitter->arena, &emitter->program->curves);
        if (place) {
            *place = curve;
            *curve_out = (uint32_t)(emitter->program->curves.count - 1);
            return MUTAID__CURVE_OK;
        }
        status = MUTAID__CURVE_NO_MEMORY;
    }
    if (status == MUTAID__CURVE_NO_MEMORY)
        set_problem(emitter, MUTAID__EMIT_NO_MEMORY);
    return status;
}

mutaid__curve_status mutaid__emit_curve(mutaid__emitter *emitter,
                                        const mutaid__bends *bends, uint32_t a,
                                        uint32_t *out)
{
    mutaid__op op = op_of(MUTAID__OP_CURVE, a, MUTAID_NONE);
    mutaid__span x = mutaid__emitted_span(emitter, a), y;
    const mutaid__curve *curve;
    mutaid__curve_status status =
        push_curve(emitter, bends, mutaid__emitted(emitter, a)->denominator,
                   &op.data);

    if (status != MUTAID__CURVE_OK)
        return status;
    if (!mutaid__span_op(emitter->program, &op, &x, NULL, NULL, NULL, &y))
        return MUTAID__CURVE_NOT;
    curve = &emitter->program->curves.items[op.data];
    *out = emit_op(emitter, op, curve->y_denominator,
                   needs_wide_curve(curve, &x));
    return MUTAID__CURVE_OK;
}

/* A rounding to multiples of `unit` for numerators over `denominator`; the
 * result has the unit's denominator. */
static bool make_rounding(mutaid__ratio unit, mutaid__mode mode,
                          int64_t denominator, mutaid__rounding *rounding)
{
    rounding->times = mutaid__wide_of(unit.denominator);
    rounding->step = unit.numerator;
    rounding->mode = mode;
    return mutaid__wide_mul_checked(unit.numerator,
                                    mutaid__wide_of(denominator),
                                    &rounding->divisor);
}

static uint32_t push_rounding(mutaid__emitter *emitter, mutaid__ratio unit,
                              mutaid__mode mode, int64_t denominator)
{
    mutaid__rounding rounding, *place;

    if (!make_rounding(unit, mode, denominator, &rounding)) {
        set_problem(emitter, MUTAID__EMIT_OVERFLOW);
        return MUTAID_NONE;
    }
    place = mutaid__array_push(emitter->arena, &emitter->program->roundings);
    if (!place) {
        set_problem(emitter, MUTAID__EMIT_NO_MEMORY);
        return MUTAID_NONE;
    }
    *place = rounding;
    return (uint32_t)(emitter->program->roundings.count - 1);
}

/* Whether numerator * times, twice the divisor or the step leave the narrow
 * lanes. */
static bool needs_wide_rounding(const mutaid__rounding *rounding,
                                const mutaid__span *a)
{
    mutaid__wide reach =
        mutaid__wide_max(magnitude(a->least), magnitude(a->most));
    mutaid__wide product;

    return !mutaid__wide_mul_checked(reach, rounding->times, &product) ||
           !is_narrow(product, product) ||
           !is_narrow(mutaid__wide_add(rounding->divisor, rounding->divisor),
                      rounding->divisor) ||
           !is_narrow(rounding->divisor, mutaid__wide_add(rounding->divisor,
                                                          rounding->divisor));
}

mutaid__curve_status mutaid__emit_rise(mutaid__emitter *emitter,
                                       const mutaid__bends *bends,
                                       uint32_t so_far, uint32_t amount,
                                       const mutaid__ratio *unit,
                                       mutaid__mode mode, uint32_t *out)
{
    int64_t x_denominator = emit_common(emitter, &so_far, &amount);
    mutaid__op op = op_of(MUTAID__OP_RISE, so_far, amount);
    mutaid__span x = mutaid__emitted_span(emitter, so_far), y, end;
    mutaid__span a = mutaid__emitted_span(emitter, amount);
    const mutaid__curve *curve;
    int64_t denominator;
    bool is_wide;
    mutaid__curve_status status =
        push_curve(emitter, bends, x_denominator, &op.data);

    if (status != MUTAID__CURVE_OK)
        return status;
    curve = &emitter->program->curves.items[op.data];
    denominator = unit ? unit->denominator : curve->y_denominator;
    if (unit)
        op.c = push_rounding(emitter, *unit, mode, curve->y_denominator);
    if (!mutaid__span_op(emitter->program, &op, &x, &a, NULL, NULL, &y))
        return MUTAID__CURVE_NOT;
    end = mutaid__span_point(mutaid__wide_add(x.least, a.least));
    end.most = mutaid__wide_add(x.most, a.most);
    end = mutaid__span_join(end, x);
    is_wide = needs_wide_curve(curve, &end) || !is_narrow(end.least, end.most);
    mutaid__curve_range(curve, end.least, end.most, &end.least, &end.most);
    if (op.c != MUTAID_NONE)
        is_wide = is_wide || needs_wide_rounding(
                                 &emitter->program->roundings.items[op.c],
                                 &end);
    *out = emit_op(emitter, op, denominator, is_wide);
    return MUTAID__CURVE_OK;
}

uint32_t mutaid__emit_round(mutaid__emitter *emitter, uint32_t a,
                            mutaid__ratio unit, mutaid__mode mode)
{
    mutaid__op op = op_of(MUTAID__OP_ROUND, a, MUTAID_NONE);
    const mutaid__column *column = mutaid__emitted(emitter, a);
    mutaid__span span = mutaid__emitted_span(emitter, a);

    if (unit.denominator == 1 && column->denominator == 1 &&
        mutaid__wide_compare(unit.numerator, mutaid__wide_of(1)) == 0)
        return a;
    op.data = push_rounding(emitter, unit, mode, column->denominator);
    if (op.data == MUTAID_NONE)
        return mutaid__emit_integer(emitter, 0);
    return emit_op(emitter, op, unit.denominator,
                   needs_wide_rounding(
                       &emitter->program->roundings.items[op.data], &span));
}

/* --- dates ---------------------------------------------------------------- */

/* Whether b is a with some days or months added that are never below 0. */
static bool is_shifted(const mutaid__emitter *emitter, uint32_t a, uint32_t b)
{
    size_t i = emitter->program->ops.count;

    while (i-- > 0) {
        const mutaid__op *op = &emitter->program->ops.items[i];

        if (op->out != b)
            continue;
        return op->a == a &&
               (op->code == MUTAID__OP_ADD ||
                op->code == MUTAID__OP_ADD_MONTHS ||
                op->code == MUTAID__OP_ADD_WORKING_DAYS) &&
               !mutaid__wide_is_negative(
                   mutaid__emitted(emitter, op->b)->least);
    }
    return false;
}

uint32_t mutaid__emit_between(mutaid__emitter *emitter, mutaid__op_code code,
                              uint32_t data, uint32_t a, uint32_t b,
                              bool is_ordered)
{
    mutaid__op op = op_of(code, a, b);

    op.data = data;
    op.is_ordered = is_ordered || is_shifted(emitter, a, b);
    return emit_op(emitter, op, 1, false);
}

static bool lies_within(const mutaid__emitter *emitter, uint32_t column,
                        int64_t least, int64_t most)
{
    const mutaid__column *c = mutaid__emitted(emitter, column);

    return !(c->may & MUTAID__MAY_GIVEN) ||
           (mutaid__wide_compare(c->least, mutaid__wide_of(least)) >= 0 &&
            mutaid__wide_compare(c->most, mutaid__wide_of(most)) <= 0);
}

/* A count of days or months: whole, and small enough for calendar/. */
static uint32_t emit_count(mutaid__emitter *emitter, uint32_t count,
                           int64_t times)
{
    mutaid__ratio factor = mutaid__ratio_of(times);

    if (mutaid__emitted(emitter, count)->denominator != 1)
        set_problem(emitter, MUTAID__EMIT_FRACTION);
    if (times != 1)
        count = mutaid__emit_binary(emitter, MUTAID__OP_MULTIPLY, count,
                                    mutaid__emit_constant(emitter, factor));
    if (lies_within(emitter, count, -COUNT_LIMIT, COUNT_LIMIT))
        return count;
    set_problem(emitter, MUTAID__EMIT_DATE);
    return mutaid__emit_integer(emitter, 0);
}

/* The days that a date and a count of working days can lead to, with any
 * calendar. */
static mutaid__span reach_of_working_days(const mutaid__emitter *emitter,
                                          uint32_t date, uint32_t count)
{
    const mutaid__column *d = mutaid__emitted(emitter, date);
    const mutaid__column *n = mutaid__emitted(emitter, count);
    int64_t least = (int64_t)mutaid__wide_low(n->least);
    int64_t most = (int64_t)mutaid__wide_low(n->most);
    mutaid__span reach = mutaid__emitted_span(emitter, date);

    if (least < 0)
        reach.least = mutaid__wide_sub(
            d->least, mutaid__wide_of(mutaid__working_days_reach(least)));
    if (most > 0)
        reach.most = mutaid__wide_add(
            d->most, mutaid__wide_of(mutaid__working_days_reach(most)));
    return reach;
}

static bool is_in_calendar(const mutaid__span *days)
{
    return mutaid__wide_compare(days->least,
                                mutaid__wide_of(MUTAID__FIRST_DAY)) >= 0 &&
           mutaid__wide_compare(days->most,
                                mutaid__wide_of(MUTAID__LAST_DAY)) <= 0;
}

/* Without a calendar the bounds would be closer, but a case may bring one. */
static uint32_t emit_working_days(mutaid__emitter *emitter, uint32_t date,
                                  uint32_t count)
{
    mutaid__span reach = reach_of_working_days(emitter, date, count);
    mutaid__column *result;
    uint32_t out;

    if ((mutaid__emitted(emitter, date)->may &
         mutaid__emitted(emitter, count)->may & MUTAID__MAY_GIVEN) &&
        !is_in_calendar(&reach)) {
        set_problem(emitter, MUTAID__EMIT_DATE);
        return mutaid__emit_integer(emitter, 0);
    }
    out = emit_op(emitter, op_of(MUTAID__OP_ADD_WORKING_DAYS, date, count), 1,
                  false);
    result = &emitter->program->columns.items[out];
    if (emitter->problem == MUTAID__EMIT_FINE &&
        (result->may & MUTAID__MAY_GIVEN)) {
        result->least = reach.least;
        result->most = reach.most;
    }
    return out;
}

uint32_t mutaid__emit_shift(mutaid__emitter *emitter, mutaid__op_code code,
                            uint32_t date, uint32_t count, int64_t months,
                            bool is_backward)
{
    uint32_t out;

    count = emit_count(emitter, count,
                       is_backward ? -months : months);
    if (emitter->problem != MUTAID__EMIT_FINE)
        return mutaid__emit_integer(emitter, 0);
    if (code == MUTAID__OP_ADD_WORKING_DAYS)
        return emit_working_days(emitter, date, count);
    out = emit_op(emitter, op_of(code, date, count), 1, false);
    if (lies_within(emitter, out, MUTAID__FIRST_DAY, MUTAID__LAST_DAY))
        return out;
    set_problem(emitter, MUTAID__EMIT_DATE);
    return mutaid__emit_integer(emitter, 0);
}
