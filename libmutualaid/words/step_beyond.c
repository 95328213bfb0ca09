/* SPDX-License-Identifier: MIT */
/* step_beyond.c - beyond X: what exceeds X, not below zero (a deductible). */
#include "words/step_common.h"

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    uint32_t rest = mutaid__lower_with_operand(lowering, word,
                                               MUTAID__OP_SUBTRACT, amount);

    return mutaid__emit_binary(&lowering->emitter, MUTAID__OP_LARGER, rest,
                               mutaid__emit_integer(&lowering->emitter, 0));
}

static bool bend(mutaid__lowering *lowering, const mutaid__word *word,
                 mutaid__bends *bends_out)
{
    mutaid__ratio x, less, none = mutaid__ratio_of(0);

    if (!mutaid__constant_operand(lowering, word->words[0], &x))
        return false;
    less = x;
    less.numerator = mutaid__wide_neg(x.numerator);
    return mutaid__bend_two(lowering, x, none, none, mutaid__ratio_of(1), less,
                            bends_out);
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_text(teller, "扣除", "what exceeds ");
    mutaid__tell_operand(teller, word->words[0]);
}

const mutaid__word_kind mutaid__step_beyond = {
    "beyond", MUTAID__STEP, mutaid__read_one_operand, mutaid__type_alike,
    lower,    bend,         tell,
};
