/* SPDX-License-Identifier: MIT */
/* step_plus.c - plus X: X more. */
#include "words/step_common.h"

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    return mutaid__lower_with_operand(lowering, word, MUTAID__OP_ADD, amount);
}

static bool bend(mutaid__lowering *lowering, const mutaid__word *word,
                 mutaid__bends *bends_out)
{
    mutaid__ratio x;

    *bends_out = (mutaid__bends){{0, 0, 0}};
    return mutaid__constant_operand(lowering, word->words[0], &x) &&
           mutaid__bends_push(lowering->arena, bends_out, mutaid__ratio_of(0),
                              mutaid__ratio_of(1), x) == MUTAID__CURVE_OK;
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_text(teller, "加", "plus ");
    mutaid__tell_operand(teller, word->words[0]);
}

const mutaid__word_kind mutaid__step_plus = {
    "plus", MUTAID__STEP, mutaid__read_one_operand, mutaid__type_alike,
    lower,  bend,         tell,
};
