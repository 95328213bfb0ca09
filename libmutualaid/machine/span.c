/* SPDX-License-Identifier: MIT */
/* span.c - the interval face: a program run over ranges instead of rows. */
#include "machine/span.h"

#include <string.h>

/* --- spans ---------------------------------------------------------------- */

bool mutaid__span_is_settled(const mutaid__span *span)
{
    if (span->may == MUTAID__MAY_GIVEN)
        return mutaid__wide_compare(span->least, span->most) == 0;
    return span->may == MUTAID__MAY_ABSENT || span->may == MUTAID__MAY_NO_RULE;
}

static mutaid__span span_of(mutaid__wide least, mutaid__wide most)
{
    mutaid__span span = {least, most, MUTAID__MAY_GIVEN};

    return span;
}

mutaid__span mutaid__span_point(mutaid__wide numerator)
{
    return span_of(numerator, numerator);
}

mutaid__span mutaid__span_state(mutaid_state state)
{
    mutaid__span span = mutaid__span_point(mutaid__wide_of(0));

    if (state == MUTAID_STATE_ABSENT)
        span.may = MUTAID__MAY_ABSENT;
    else if (state == MUTAID_STATE_NO_RULE)
        span.may = MUTAID__MAY_NO_RULE;
    return span;
}

mutaid__span mutaid__span_join(mutaid__span a, mutaid__span b)
{
    mutaid__span joined = a;

    joined.may = (uint8_t)(a.may | b.may);
    if (!(a.may & MUTAID__MAY_GIVEN)) {
        joined.least = b.least;
        joined.most = b.most;
    } else if (b.may & MUTAID__MAY_GIVEN) {
        joined.least = mutaid__wide_min(a.least, b.least);
        joined.most = mutaid__wide_max(a.most, b.most);
    }
    return joined;
}

bool mutaid__span_equal(const mutaid__span *a, const mutaid__span *b)
{
    return a->may == b->may && mutaid__wide_compare(a->least, b->least) == 0 &&
           mutaid__wide_compare(a->most, b->most) == 0;
}

bool mutaid__span_may_hold(const mutaid__span *span)
{
    return (span->may & MUTAID__MAY_GIVEN) &&
           !mutaid__wide_is_zero(span->most);
}

bool mutaid__span_may_fail(const mutaid__span *span)
{
    return (span->may & MUTAID__MAY_GIVEN) &&
           mutaid__wide_is_zero(span->least);
}

static mutaid__span flag_span(bool may_fail, bool may_hold)
{
    return span_of(mutaid__wide_of(may_fail ? 0 : 1),
                   mutaid__wide_of(may_hold ? 1 : 0));
}

/* --- states --------------------------------------------------------------- */

/* No rule before absent before given. */
static uint8_t combined_states(uint8_t a, uint8_t b)
{
    uint8_t may = (a | b) & MUTAID__MAY_NO_RULE;

    if (((a & MUTAID__MAY_ABSENT) && (b & ~MUTAID__MAY_NO_RULE)) ||
        ((b & MUTAID__MAY_ABSENT) && (a & ~MUTAID__MAY_NO_RULE)))
        may |= MUTAID__MAY_ABSENT;
    if ((a & b) & MUTAID__MAY_GIVEN)
        may |= MUTAID__MAY_GIVEN;
    return may;
}

/* A result with the states of its operands. */
static void set_states(mutaid__span *out, uint8_t may)
{
    out->may = may;
    if (!(may & MUTAID__MAY_GIVEN))
        out->least = out->most = mutaid__wide_of(0);
}

/* --- arithmetic ----------------------------------------------------------- */

static bool add(const mutaid__span *a, const mutaid__span *b,
                mutaid__span *out)
{
    return mutaid__wide_add_checked(a->least, b->least, &out->least) &&
           mutaid__wide_add_checked(a->most, b->most, &out->most);
}

static bool subtract(const mutaid__span *a, const mutaid__span *b,
                     mutaid__span *out)
{
    mutaid__wide least, most;

    if (!mutaid__wide_sub_checked(a->least, b->most, &least) ||
        !mutaid__wide_sub_checked(a->most, b->least, &most))
        return false;
    *out = span_of(least, most);
    return true;
}

static bool multiply(const mutaid__span *a, const mutaid__span *b,
                     mutaid__span *out)
{
    mutaid__wide corners[4];
    size_t i;

    if (!mutaid__wide_mul_checked(a->least, b->least, &corners[0]) ||
        !mutaid__wide_mul_checked(a->least, b->most, &corners[1]) ||
        !mutaid__wide_mul_checked(a->most, b->least, &corners[2]) ||
        !mutaid__wide_mul_checked(a->most, b->most, &corners[3]))
        return false;
    *out = mutaid__span_point(corners[0]);
    for (i = 1; i < 4; i++)
        *out = mutaid__span_join(*out, mutaid__span_point(corners[i]));
    return true;
}

static bool round_one(const mutaid__rounding *rounding, mutaid__wide numerator,
                      mutaid__wide *out)
{
    mutaid__wide scaled;

    if (!mutaid__wide_mul_checked(numerator, rounding->times, &scaled))
        return false;
    return mutaid__wide_mul_checked(
        mutaid__round(scaled, rounding->divisor, rounding->mode),
        rounding->step, out);
}

static bool round_span(const mutaid__rounding *rounding, const mutaid__span *a,
                       mutaid__span *out)
{
    return round_one(rounding, a->least, &out->least) &&
           round_one(rounding, a->most, &out->most);
}

/* --- comparing ------------------------------------------------------------ */

/* A comparison: false where an operand is absent, no rule passes on. */
static void compare(const mutaid__op *op, const mutaid__span *a,
                    const mutaid__span *b, mutaid__span *out)
{
    bool may_compare = a->may & b->may & MUTAID__MAY_GIVEN;
    bool may_be_absent = combined_states(a->may, b->may) & MUTAID__MAY_ABSENT;
    int low_to_high = mutaid__wide_compare(a->least, b->most);
    int high_to_low = mutaid__wide_compare(a->most, b->least);
    bool may_hold = false, may_fail = false;

    if (op->code == MUTAID__OP_EQUAL) {
        may_hold = low_to_high <= 0 && high_to_low >= 0;
        may_fail = !(mutaid__span_is_settled(a) && mutaid__span_is_settled(b) &&
                     low_to_high == 0);
    } else if (op->code == MUTAID__OP_AT_MOST) {
        may_hold = low_to_high <= 0;
        may_fail = high_to_low > 0;
    } else {
        may_hold = low_to_high < 0;
        may_fail = high_to_low >= 0;
    }
    if (op->a == op->b && may_compare) /* a column against itself */
        may_fail = !(may_hold = op->code != MUTAID__OP_BELOW);
    may_hold = may_hold && may_compare;
    may_fail = (may_fail && may_compare) || may_be_absent;
    *out = flag_span(may_fail, may_hold);
    set_states(out, (uint8_t)((may_hold || may_fail ? MUTAID__MAY_GIVEN : 0) |
                              ((a->may | b->may) & MUTAID__MAY_NO_RULE)));
}

static void exists(const mutaid__span *a, mutaid__span *out)
{
    bool may_hold = a->may & MUTAID__MAY_GIVEN;
    bool may_fail = a->may & MUTAID__MAY_ABSENT;

    *out = flag_span(may_fail, may_hold);
    set_states(out, (uint8_t)((may_hold || may_fail ? MUTAID__MAY_GIVEN : 0) |
                              (a->may & MUTAID__MAY_NO_RULE)));
}

static void is_state(const mutaid__op *op, const mutaid__span *a,
                     mutaid__span *out)
{
    uint8_t asked = (uint8_t)(1u << op->data);

    if (op->data == MUTAID__IS_YES) {
        *out = flag_span(a->may != MUTAID__MAY_GIVEN ||
                             mutaid__span_may_fail(a),
                         mutaid__span_may_hold(a));
        return;
    }
    *out = flag_span((a->may & (uint8_t)~asked) != 0, (a->may & asked) != 0);
}

static void select_span(const mutaid__span *a, const mutaid__span *b,
                        const mutaid__span *c, mutaid__span *out)
{
    mutaid__span none = {mutaid__wide_of(0), mutaid__wide_of(0), 0};

    *out = none;
    if (mutaid__span_may_hold(c))
        *out = mutaid__span_join(*out, *a);
    if (mutaid__span_may_fail(c))
        *out = mutaid__span_join(*out, *b);
    out->may |= c->may & MUTAID__MAY_NO_RULE;
}

/* --- looking up ----------------------------------------------------------- */

static void look_up(const mutaid__table *table, const mutaid__span *a,
                    mutaid__span *out)
{
    mutaid__span none = {mutaid__wide_of(0), mutaid__wide_of(0), 0};
    uint32_t i;

    *out = none;
    for (i = 0; i < table->count; i++) {
        const mutaid__cell *cell = &table->cells[i];
        mutaid__span value = mutaid__span_state((mutaid_state)cell->state);

        if (i > 0 && mutaid__wide_compare(cell->from, a->most) > 0)
            break;
        if (i + 1 < table->count &&
            mutaid__wide_compare(cell[1].from, a->least) <= 0)
            continue;
        if (cell->state == MUTAID_STATE_GIVEN)
            value = mutaid__span_point(cell->numerator);
        *out = mutaid__span_join(*out, value);
    }
}

/* --- rising over a curve -------------------------------------------------- */

static mutaid__wide rounded_at(const mutaid__curve *curve,
                               const mutaid__rounding *rounding,
                               mutaid__wide x)
{
    mutaid__wide y = mutaid__curve_at(curve, x);

    if (!rounding)
        return y;
    (void)round_one(rounding, y, &y); /* checked by the range of the curve */
    return y;
}

/* Widen low..high by f(x + a) - f(x), unrounded, where x lies in the span. */
static void rise_candidate(const mutaid__curve *curve, const mutaid__span *x,
                           mutaid__wide a, mutaid__wide at,
                           mutaid__span *rise)
{
    mutaid__wide difference;

    if (mutaid__wide_compare(at, x->least) < 0 ||
        mutaid__wide_compare(at, x->most) > 0)
        return;
    difference = mutaid__wide_sub(
        mutaid__curve_at(curve, mutaid__wide_add(at, a)),
        mutaid__curve_at(curve, at));
    *rise = rise->may ? mutaid__span_join(*rise,
                                          mutaid__span_point(difference))
                      : mutaid__span_point(difference);
}

/* The exact difference is linear in x between the points where x or x + a
 * passes an edge, so its extremes lie at those points, one before them, or at
 * the ends. */
static mutaid__span rise_by(const mutaid__curve *curve, const mutaid__span *x,
                            mutaid__wide a)
{
    mutaid__wide one = mutaid__wide_of(1);
    mutaid__span rise = {mutaid__wide_of(0), mutaid__wide_of(0), 0};
    uint32_t i;

    rise_candidate(curve, x, a, x->least, &rise);
    rise_candidate(curve, x, a, x->most, &rise);
    for (i = 1; i < curve->count; i++) {
        mutaid__wide edge = curve->pieces[i].from;
        mutaid__wide before = mutaid__wide_sub(edge, a);

        rise_candidate(curve, x, a, edge, &rise);
        rise_candidate(curve, x, a, mutaid__wide_sub(edge, one), &rise);
        rise_candidate(curve, x, a, before, &rise);
        rise_candidate(curve, x, a, mutaid__wide_sub(before, one), &rise);
    }
    return rise;
}

/* Whether rounding moves all numbers of a range the same way, by less than one
 * unit: halves that go to even or to another side below zero do not. */
static bool is_steady(mutaid__mode mode, const mutaid__span *range)
{
    if (mode == MUTAID__CEILING || mode == MUTAID__FLOOR)
        return true;
    return mode != MUTAID__HALF_EVEN &&
           (!mutaid__wide_is_negative(range->least) ||
            mutaid__wide_compare(range->most, mutaid__wide_of(0)) <= 0);
}

/* A steady rounding of each side moves the difference by less than one unit,
 * so it stays between the exact difference rounded down and up; another one
 * moves it by one unit at most. */
static void round_rise(const mutaid__rounding *rounding,
                       const mutaid__span *range, mutaid__span *rise)
{
    mutaid__rounding down = *rounding, up = *rounding;

    down.mode = MUTAID__FLOOR;
    up.mode = MUTAID__CEILING;
    (void)round_one(&down, rise->least, &rise->least);
    (void)round_one(&up, rise->most, &rise->most);
    if (is_steady(rounding->mode, range))
        return;
    rise->least = mutaid__wide_sub(rise->least, rounding->step);
    rise->most = mutaid__wide_add(rise->most, rounding->step);
}

/* f(x + a) - f(x) for a curve that never falls. */
static bool rise(const mutaid__curve *curve, const mutaid__rounding *rounding,
                 const mutaid__span *x, const mutaid__span *a,
                 mutaid__span *out)
{
    mutaid__span end = *x, range, rounded, closer;
    mutaid__wide low_top, low_bottom, high_top, high_bottom;

    if (!add(x, a, &end))
        return false;
    range = mutaid__span_join(*x, end);
    if (!mutaid__curve_range_checked(curve, range.least, range.most,
                                     &range.least, &range.most) ||
        (rounding && !round_span(rounding, &range, &rounded)))
        return false;
    low_top = rounded_at(curve, rounding, mutaid__wide_add(x->least, a->least));
    low_bottom = rounded_at(curve, rounding, x->most);
    high_top = rounded_at(curve, rounding, mutaid__wide_add(x->most, a->most));
    high_bottom = rounded_at(curve, rounding, x->least);
    *out = span_of(mutaid__wide_sub(low_top, low_bottom),
                   mutaid__wide_sub(high_top, high_bottom));
    if (mutaid__wide_compare(x->least, x->most) == 0)
        return true;
    closer = rise_by(curve, x, a->least);
    closer.most = rise_by(curve, x, a->most).most;
    if (rounding)
        round_rise(rounding, &range, &closer);
    out->least = mutaid__wide_max(out->least, closer.least);
    out->most = mutaid__wide_min(out->most, closer.most);
    return true;
}

/* --- dates ---------------------------------------------------------------- */

/* Dates and counts of days are small: their bounds fit 64 bits (emit.c sees
 * to it). */
static int64_t small(mutaid__wide number)
{
    return (int64_t)mutaid__wide_low(number);
}

static int64_t between(const mutaid__op *op, int64_t a, int64_t b)
{
    if (op->code == MUTAID__OP_DAYS)
        return mutaid__days_between(a, b, op->data);
    return op->data == 12 ? mutaid__years_between(a, b)
                          : mutaid__months_between(a, b);
}

static void between_dates(const mutaid__op *op, const mutaid__span *a,
                          const mutaid__span *b, mutaid__span *out)
{
    int64_t least = between(op, small(a->most), small(b->least));
    int64_t most = between(op, small(a->least), small(b->most));

    if (op->a == op->b)
        least = most = 0;
    if (op->is_ordered && least < 0)
        least = 0;
    if (op->is_ordered && most < 0)
        most = 0;
    *out = span_of(mutaid__wide_of(least), mutaid__wide_of(most));
}

static void add_to_date(const mutaid__op *op, const mutaid_calendar *calendar,
                        const mutaid__span *a, const mutaid__span *b,
                        mutaid__span *out)
{
    int64_t low = small(b->least), high = small(b->most);
    int64_t least, most;

    if (op->code == MUTAID__OP_ADD_MONTHS) {
        least = mutaid__add_months(small(a->least), low);
        most = mutaid__add_months(small(a->most), high);
    } else {
        least = mutaid__add_working_days(calendar, small(a->least), low);
        most = mutaid__add_working_days(calendar, small(a->most), high);
    }
    *out = span_of(mutaid__wide_of(least), mutaid__wide_of(most));
}

/* --- one operation -------------------------------------------------------- */

/* Operations whose result is given whenever its operands are. */
static bool plain_op(const mutaid__program *program, const mutaid__op *op,
                     const mutaid__span *a, const mutaid__span *b,
                     const mutaid_calendar *calendar, mutaid__span *out)
{
    mutaid__span factor;

    switch ((mutaid__op_code)op->code) {
    case MUTAID__OP_ADD:
        return add(a, b, out);
    case MUTAID__OP_SUBTRACT:
        return subtract(a, b, out);
    case MUTAID__OP_MULTIPLY:
        return multiply(a, b, out);
    case MUTAID__OP_SCALE:
        factor =
            mutaid__span_point(program->constants.items[op->data].numerator);
        return multiply(a, &factor, out);
    case MUTAID__OP_SMALLER:
        *out = span_of(mutaid__wide_min(a->least, b->least),
                       mutaid__wide_min(a->most, b->most));
        return true;
    case MUTAID__OP_LARGER:
        *out = span_of(mutaid__wide_max(a->least, b->least),
                       mutaid__wide_max(a->most, b->most));
        return true;
    case MUTAID__OP_NOT:
        *out = flag_span(mutaid__span_may_hold(a), mutaid__span_may_fail(a));
        return true;
    case MUTAID__OP_CURVE:
        return mutaid__curve_range_checked(&program->curves.items[op->data],
                                           a->least, a->most, &out->least,
                                           &out->most);
    case MUTAID__OP_RISE:
        return rise(&program->curves.items[op->data],
                    op->c == MUTAID_NONE ? NULL
                                         : &program->roundings.items[op->c],
                    a, b, out);
    case MUTAID__OP_ROUND:
        return round_span(&program->roundings.items[op->data], a, out);
    case MUTAID__OP_DAYS:
    case MUTAID__OP_MONTHS:
        between_dates(op, a, b, out);
        return true;
    default:
        add_to_date(op, calendar, a, b, out);
        return true;
    }
}

static bool has_one_operand(const mutaid__op *op)
{
    return op->code == MUTAID__OP_SCALE || op->code == MUTAID__OP_NOT ||
           op->code == MUTAID__OP_CURVE || op->code == MUTAID__OP_ROUND;
}

bool mutaid__span_op(const mutaid__program *program, const mutaid__op *op,
                     const mutaid__span *a, const mutaid__span *b,
                     const mutaid__span *c, const mutaid_calendar *calendar,
                     mutaid__span *out)
{
    const mutaid__constant *constant;
    uint8_t may;

    switch ((mutaid__op_code)op->code) {
    case MUTAID__OP_CONSTANT:
        constant = &program->constants.items[op->data];
        *out = mutaid__span_state((mutaid_state)constant->state);
        if (constant->state == MUTAID_STATE_GIVEN)
            *out = mutaid__span_point(constant->numerator);
        return true;
    case MUTAID__OP_EQUAL:
    case MUTAID__OP_AT_MOST:
    case MUTAID__OP_BELOW:
        compare(op, a, b, out);
        return true;
    case MUTAID__OP_EXISTS:
        exists(a, out);
        return true;
    case MUTAID__OP_STATE:
        is_state(op, a, out);
        return true;
    case MUTAID__OP_SELECT:
        select_span(a, b, c, out);
        return true;
    case MUTAID__OP_LOOK_UP:
        *out = mutaid__span_state(MUTAID_STATE_GIVEN);
        out->may = 0;
        if (a->may & MUTAID__MAY_GIVEN)
            look_up(&program->tables.items[op->data], a, out);
        out->may |= a->may & (uint8_t)~MUTAID__MAY_GIVEN;
        return true;
    default:
        may = has_one_operand(op) ? a->may : combined_states(a->may, b->may);
        *out = mutaid__span_state(MUTAID_STATE_GIVEN);
        if ((may & MUTAID__MAY_GIVEN) &&
            !plain_op(program, op, a, b, calendar, out))
            return false;
        set_states(out, may);
        return true;
    }
}

/* --- whole programs ------------------------------------------------------- */

static void reach(const mutaid__scope *scope, uint32_t to, uint32_t from)
{
    size_t i;

    for (i = 0; i < scope->word_count; i++)
        scope->reached_by[to * scope->word_count + i] |=
            scope->reached_by[from * scope->word_count + i];
}

/* Which unsettled facts reach the result: those of its unsettled operands, of
 * a selection only those of sides that may be chosen. */
static void trace(const mutaid__op *op, const mutaid__scope *scope)
{
    const mutaid__span *choice;

    if (mutaid__span_is_settled(&scope->spans[op->out]))
        return;
    if (op->code != MUTAID__OP_SELECT) {
        if (op->a != MUTAID_NONE)
            reach(scope, op->out, op->a);
        if (op->b != MUTAID_NONE)
            reach(scope, op->out, op->b);
        return;
    }
    choice = &scope->spans[op->c];
    reach(scope, op->out, op->c);
    if (mutaid__span_may_hold(choice))
        reach(scope, op->out, op->a);
    if (mutaid__span_may_fail(choice))
        reach(scope, op->out, op->b);
}

void mutaid__span_run(const mutaid__program *program,
                      const mutaid__span *facts,
                      const mutaid_calendar *calendar, mutaid__scope *scope)
{
    size_t i;

    memset(scope->reached_by, 0,
           program->columns.count * scope->word_count * sizeof(uint64_t));
    for (i = 0; i < program->ops.count; i++) {
        const mutaid__op *op = &program->ops.items[i];
        const mutaid__span *spans = scope->spans;

        if (op->code == MUTAID__OP_FACT) {
            uint32_t fact = program->inputs.items[op->data].fact;

            scope->spans[op->out] = facts[fact];
            if (!mutaid__span_is_settled(&facts[fact]))
                scope->reached_by[op->out * scope->word_count + fact / 64] |=
                    UINT64_C(1) << fact % 64;
            continue;
        }
        /* Bounds were proved when the program was built. */
        (void)mutaid__span_op(program, op,
                              op->a == MUTAID_NONE ? NULL : &spans[op->a],
                              op->b == MUTAID_NONE ? NULL : &spans[op->b],
                              op->code == MUTAID__OP_SELECT ? &spans[op->c]
                                                            : NULL,
                              calendar, &scope->spans[op->out]);
        trace(op, scope);
    }
}
