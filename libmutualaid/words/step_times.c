/* SPDX-License-Identifier: MIT */
/* step_times.c - times X: a share, a number of units, an amount per day. */
#include "words/step_common.h"

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    mutaid__shape factor =
        mutaid__type_word(typer, word->words[0], MUTAID__NO_SHAPE);
    mutaid__shape product;

    if (mutaid__shape_product(given, factor, &product))
        return product;
    mutaid__type_fault(typer, MUTAID_CODE_CANNOT_MULTIPLY,
                       word->words[0]->place,
                       mutaid__shape_text(typer, given),
                       mutaid__shape_text(typer, factor));
    return MUTAID__NO_SHAPE;
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    return mutaid__lower_with_operand(lowering, word, MUTAID__OP_MULTIPLY,
                                      amount);
}

static bool bend(mutaid__lowering *lowering, const mutaid__word *word,
                 mutaid__bends *bends_out)
{
    mutaid__ratio x;

    *bends_out = (mutaid__bends){{0, 0, 0}};
    return mutaid__constant_operand(lowering, word->words[0], &x) &&
           mutaid__bends_push(lowering->arena, bends_out, mutaid__ratio_of(0),
                              x, mutaid__ratio_of(0)) == MUTAID__CURVE_OK;
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_text(teller, "乘以", "times ");
    mutaid__tell_operand(teller, word->words[0]);
}

const mutaid__word_kind mutaid__step_times = {
    "times", MUTAID__STEP, mutaid__read_one_operand, type, lower, bend, tell,
};
