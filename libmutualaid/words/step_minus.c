/* SPDX-License-Identifier: MIT */
/* step_minus.c - minus X: X less, also below zero. */
#include "words/step_common.h"

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    return mutaid__lower_with_operand(lowering, word, MUTAID__OP_SUBTRACT,
                                      amount);
}

static bool bend(mutaid__lowering *lowering, const mutaid__word *word,
                 mutaid__bends *bends_out)
{
    mutaid__ratio x;

    *bends_out = (mutaid__bends){{0, 0, 0}};
    if (!mutaid__constant_operand(lowering, word->words[0], &x))
        return false;
    x.numerator = mutaid__wide_neg(x.numerator);
    return mutaid__bends_push(lowering->arena, bends_out, mutaid__ratio_of(0),
                              mutaid__ratio_of(1), x) == MUTAID__CURVE_OK;
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_text(teller, "减", "minus ");
    mutaid__tell_operand(teller, word->words[0]);
}

const mutaid__word_kind mutaid__step_minus = {
    "minus", MUTAID__STEP, mutaid__read_one_operand, mutaid__type_alike,
    lower,   bend,         tell,
};
