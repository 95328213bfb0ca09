/* SPDX-License-Identifier: MIT */
/* step_cumulative.c - cumulative: f(so far + amount) less f(so far). */
#include "words/step_common.h"

/* words[0] is so_far, words[1] the inner steps; `per` is kept for the ledger
 * by the benefit that the step belongs to. */

static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    static const char *const keys[] = {"so_far", "per", "steps", NULL};
    const mutaid__json *so_far, *steps, *per;

    (void)json;
    if (!mutaid__read_is(reader, value, MUTAID__JSON_OBJECT,
                         "an object with so_far and steps")) {
        word->kind = NULL;
        return;
    }
    mutaid__read_plain_keys(reader, value, keys);
    so_far = mutaid__read_member(reader, value, "so_far");
    steps = mutaid__read_member(reader, value, "steps");
    per = mutaid__json_get(value, "per");
    if (per) {
        word->per = mutaid__read_take(reader, sizeof *word->per);
        if (word->per)
            *word->per = mutaid__read_per(reader, per);
    }
    if (!so_far || !steps) {
        word->kind = NULL;
        return;
    }
    mutaid__read_add_word(reader, word, mutaid__read_operand(reader, so_far),
                          2);
    mutaid__read_add_word(reader, word,
                          mutaid__read_steps(reader, steps, false), 2);
}

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    bool outer = typer->is_in_cumulative;
    mutaid__shape result;

    if (outer)
        mutaid__type_fault(typer, MUTAID_CODE_CUMULATIVE_NESTED, word->place,
                           mutaid__slice_of(NULL), mutaid__slice_of(NULL));
    mutaid__type_as(typer, word->words[0], given);
    mutaid__type_per(typer, word->per);
    typer->is_in_cumulative = true;
    result = mutaid__type_steps(typer, word->words[1], given);
    typer->is_in_cumulative = outer;
    return result;
}

/* --- one side ----------------------------------------------------------------- */

static uint32_t rounded(mutaid__lowering *lowering, mutaid__shape shape,
                        uint32_t column)
{
    return shape.type == MUTAID_TYPE_MONEY
               ? mutaid__lower_money_rounding(lowering, column)
               : column;
}

static uint32_t side(mutaid__lowering *lowering, const mutaid__word *word,
                     uint32_t amount)
{
    const mutaid__word *steps = word->words[1];

    return rounded(lowering, steps->shape,
                   mutaid__lower_steps(lowering, steps, amount));
}

static uint32_t silent_side(mutaid__lowering *lowering,
                            const mutaid__word *word, uint32_t amount)
{
    bool outer = lowering->is_silent;
    uint32_t column;

    lowering->is_silent = true;
    column = side(lowering, word, amount);
    lowering->is_silent = outer;
    return column;
}

/* --- as a rising curve ---------------------------------------------------------- */

static void check_curve(mutaid__lowering *lowering, const mutaid__word *word,
                        const mutaid__bends *bends, uint32_t so_far,
                        uint32_t total)
{
    mutaid__emitter *emitter = &lowering->emitter;
    int64_t denominator = mutaid__emitted(emitter, total)->denominator;
    mutaid__span range = mutaid__span_join(
        mutaid__emitted_span(emitter, total),
        mutaid__emitted_span(emitter, so_far));
    mutaid__ratio at = {mutaid__wide_of(0), denominator};
    mutaid__curve curve;

    if (mutaid__curve_make(lowering->arena, bends, denominator, &curve) !=
            MUTAID__CURVE_OK ||
        !(range.may & MUTAID__MAY_GIVEN))
        return;
    if (!mutaid__curve_never_falls(&curve, range.least, range.most,
                                   &at.numerator))
        mutaid__lower_fault(
            lowering, MUTAID_CODE_CUMULATIVE_FALLS, word->words[1]->place,
            mutaid__lower_text(lowering, word->words[0]->shape, at),
            mutaid__slice_of(NULL));
}

/* Where the inner steps are a curve once some conditions are taken for
 * granted: one rise for yes, one for no, and the condition selects. */
static bool lower_rise(mutaid__lowering *lowering, const mutaid__word *word,
                       uint32_t so_far, uint32_t amount, uint32_t total,
                       uint32_t *out)
{
    bool is_money = word->words[1]->shape.type == MUTAID_TYPE_MONEY;
    const mutaid__word *blocking;
    mutaid__assumption *assumption;
    mutaid__bends bends;
    uint32_t yes, no, guard;
    bool is_curve;

    lowering->blocking = NULL;
    lowering->is_bending = true;
    is_curve = mutaid__bend_steps(lowering, word->words[1], &bends);
    lowering->is_bending = false;
    blocking = lowering->blocking;
    if (is_curve) {
        check_curve(lowering, word, &bends, so_far, total);
        return mutaid__emit_rise(
                   &lowering->emitter, &bends, so_far, amount,
                   is_money ? &lowering->model->rounding_unit : NULL,
                   lowering->model->rounding_mode, out) == MUTAID__CURVE_OK;
    }
    if (!blocking || lowering->assumption_count == MUTAID__MOST_ASSUMPTIONS)
        return false;
    guard = mutaid__lower_condition(lowering, blocking);
    assumption = &lowering->assumptions[lowering->assumption_count++];
    assumption->condition = blocking;
    assumption->holds = true;
    is_curve = lower_rise(lowering, word, so_far, amount, total, &yes);
    assumption->holds = false;
    is_curve = is_curve &&
               lower_rise(lowering, word, so_far, amount, total, &no);
    lowering->assumption_count--;
    if (is_curve)
        *out = mutaid__emit_select(&lowering->emitter, guard, yes, no);
    return is_curve;
}

/* --- as a difference ---------------------------------------------------------------- */

static bool may_be_negative(mutaid__lowering *lowering,
                            const mutaid__word *operand)
{
    bool outer = lowering->is_silent;
    mutaid__span span;

    lowering->is_silent = true;
    span = mutaid__emitted_span(&lowering->emitter,
                                mutaid__lower_operand(lowering, operand));
    lowering->is_silent = outer;
    return mutaid__wide_is_negative(span.least);
}

/* Slices rise where no rate falls below zero and the edges are known. */
static bool are_slices_rising(mutaid__lowering *lowering,
                              const mutaid__word *step)
{
    mutaid__ratio edge;
    size_t i, j;

    for (i = 0; i < step->entry_count; i++) {
        const mutaid__word *list = step->entries[i].use;

        for (j = 0; list && j < list->entry_count; j++)
            if (!mutaid__constant_operand(lowering, list->entries[j].when,
                                          &edge) ||
                may_be_negative(lowering, list->entries[j].use))
                return false;
    }
    return true;
}

/* The numbers of an amount lie far within these. */
#define FARTHEST (INT64_C(1) << 62)

/* Whether a step with constant operands is a curve that never falls. */
static bool is_rising_curve(mutaid__lowering *lowering,
                            const mutaid__word *step)
{
    mutaid__wide at;
    mutaid__curve curve;
    mutaid__bends bends;
    bool is_curve;

    lowering->is_bending = true;
    is_curve = step->kind->bend(lowering, step, &bends);
    lowering->is_bending = false;
    lowering->blocking = NULL;
    return is_curve &&
           mutaid__curve_make(lowering->arena, &bends, 1, &curve) ==
               MUTAID__CURVE_OK &&
           mutaid__curve_never_falls(&curve, mutaid__wide_of(-FARTHEST),
                                     mutaid__wide_of(FARTHEST), &at);
}

/* Steps that let no amount fall behind a smaller one, whatever their operands,
 * which are the same on both sides. */
static bool is_rising(mutaid__lowering *lowering, const mutaid__word *steps)
{
    size_t i;

    for (i = 0; i < steps->word_count; i++) {
        const mutaid__word *step = steps->words[i];

        if ((step->kind == &mutaid__step_bands &&
             !is_rising_curve(lowering, step)) ||
            (step->kind == &mutaid__step_slices &&
             !are_slices_rising(lowering, step)))
            return false;
        if ((step->kind == &mutaid__step_times ||
             step->kind == &mutaid__step_none_below) &&
            may_be_negative(lowering, step->words[0]))
            return false;
    }
    return true;
}

/* No curve shows that it never falls: so no case may see it fall. */
static uint32_t lower_difference(mutaid__lowering *lowering,
                                 const mutaid__word *word, uint32_t entering,
                                 uint32_t reached, uint32_t counted)
{
    const mutaid__word *steps = word->words[1];
    mutaid__emitter *emitter = &lowering->emitter;
    uint32_t result =
        mutaid__emit_binary(emitter, MUTAID__OP_SUBTRACT, reached, counted);
    mutaid__span adds = mutaid__emitted_span(emitter, entering);
    mutaid__span span = mutaid__emitted_span(emitter, result);

    if (!mutaid__wide_is_negative(span.least))
        return result;
    if (!is_rising(lowering, steps))
        mutaid__lower_duty(
            lowering,
            (mutaid__duty){MUTAID_CODE_CUMULATIVE_TAKES, steps->place,
                           steps->shape, result, 0, 0, false, false, false,
                           mutaid__ratio_of(0), entering});
    else if (!mutaid__wide_is_negative(adds.least))
        return mutaid__emit_binary(emitter, MUTAID__OP_LARGER, result,
                                   mutaid__emit_integer(emitter, 0));
    return result;
}

/* --- the step --------------------------------------------------------------------- */

static void check_zero(mutaid__lowering *lowering, const mutaid__word *word)
{
    uint32_t zero = mutaid__emit_integer(&lowering->emitter, 0);
    uint32_t at_zero = silent_side(lowering, word, zero);
    mutaid__ratio value;
    mutaid_state state;

    if (mutaid__emitted_constant(&lowering->emitter, at_zero, &value,
                                 &state) &&
        state == MUTAID_STATE_GIVEN &&
        !mutaid__wide_is_zero(value.numerator))
        mutaid__lower_fault(
            lowering, MUTAID_CODE_CUMULATIVE_ZERO, word->words[1]->place,
            mutaid__lower_text(lowering, word->words[1]->shape, value),
            mutaid__slice_of(NULL));
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    mutaid__emitter *emitter = &lowering->emitter;
    mutaid__shape shape = word->words[0]->shape;
    uint32_t so_far = rounded(lowering, shape,
                              mutaid__lower_shown(lowering, word->words[0]));
    uint32_t entering = rounded(lowering, shape, amount);
    uint32_t total =
        mutaid__emit_binary(emitter, MUTAID__OP_ADD, so_far, entering);
    uint32_t shown = lowering->shown_operand, reached, counted, result;
    mutaid__line_plan *line;
    bool outer = lowering->is_silent;

    check_zero(lowering, word);
    reached = side(lowering, word, total);
    counted = silent_side(lowering, word, so_far);
    lowering->is_silent = true;
    if (!lower_rise(lowering, word, so_far, entering, total, &result))
        result = lower_difference(lowering, word, entering, reached, counted);
    lowering->is_silent = outer;
    line = mutaid__lower_line(lowering, word, "so_far");
    if (line) {
        line->clause = word->clause;
        line->before = reached;
        line->operand = counted;
        line->after = result;
        line->before_shape = line->operand_shape = line->shape =
            word->words[1]->shape;
    }
    lowering->shown_operand = shown;
    lowering->shown_shape = shape;
    lowering->shown_exact = MUTAID_NONE;
    return result;
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_text(teller, "与此前累计合并计算，此前累计",
                      "together with what came before: ");
    mutaid__tell_operand(teller, word->words[0]);
}

const mutaid__word_kind mutaid__step_cumulative = {
    "cumulative", MUTAID__STEP, read, type, lower, NULL, tell,
};
