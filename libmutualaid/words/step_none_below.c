/* SPDX-License-Identifier: MIT */
/* step_none_below.c - none_below X: nothing below X, else unchanged. */
#include "words/step_common.h"

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    mutaid__emitter *emitter = &lowering->emitter;
    uint32_t is_below = mutaid__lower_with_operand(
        lowering, word, MUTAID__OP_BELOW, amount);
    uint32_t none = mutaid__emit_integer(emitter, 0);
    uint32_t kept = mutaid__emit_select(emitter, is_below, none, amount);
    uint32_t has_operand =
        mutaid__emit_exists(emitter, lowering->shown_operand);

    /* a comparison with something absent is false, but a step with it is
     * absent */
    return mutaid__emit_select(
        emitter, has_operand, kept,
        mutaid__emit_state(emitter, MUTAID_STATE_ABSENT));
}

static bool bend(mutaid__lowering *lowering, const mutaid__word *word,
                 mutaid__bends *bends_out)
{
    mutaid__ratio x, none = mutaid__ratio_of(0);

    return mutaid__constant_operand(lowering, word->words[0], &x) &&
           mutaid__bend_two(lowering, x, none, none, mutaid__ratio_of(1), none,
                            bends_out);
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_text(teller, "低于起付线不付，起付线为", "nothing below ");
    mutaid__tell_operand(teller, word->words[0]);
}

const mutaid__word_kind mutaid__step_none_below = {
    "none_below", MUTAID__STEP, mutaid__read_one_operand, mutaid__type_alike,
    lower,        bend,         tell,
};
