/* SPDX-License-Identifier: MIT */
/* step_raise_to.c - raise_to X: lift to at least X. */
#include "words/step_common.h"

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    return mutaid__lower_with_operand(lowering, word, MUTAID__OP_LARGER,
                                      amount);
}

static bool bend(mutaid__lowering *lowering, const mutaid__word *word,
                 mutaid__bends *bends_out)
{
    mutaid__ratio x, none = mutaid__ratio_of(0);

    return mutaid__constant_operand(lowering, word->words[0], &x) &&
           mutaid__bend_two(lowering, x, none, x, mutaid__ratio_of(1), none,
                            bends_out);
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_text(teller, "不足时补足至", "raised to at least ");
    mutaid__tell_operand(teller, word->words[0]);
}

const mutaid__word_kind mutaid__step_raise_to = {
    "raise_to", MUTAID__STEP, mutaid__read_one_operand, mutaid__type_alike,
    lower,      bend,         tell,
};
