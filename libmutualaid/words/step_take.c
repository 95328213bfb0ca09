/* SPDX-License-Identifier: MIT */
/* step_take.c - take X: start with X. */
#include "words/kinds.h"
#include "words/lower.h"
#include "words/read.h"
#include "words/tell.h"
#include "words/type.h"

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    mutaid__shape shape = mutaid__type_word(typer, word->words[0], given);

    if (shape.type == MUTAID_TYPE_NONE || mutaid__shape_is_quantity(shape))
        return shape;
    mutaid__type_fault(typer, MUTAID_CODE_NO_QUANTITY, word->words[0]->place,
                       mutaid__shape_text(typer, shape),
                       mutaid__slice_of(NULL));
    return MUTAID__NO_SHAPE;
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    (void)amount;
    return mutaid__lower_shown(lowering, word->words[0]);
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_text(teller, "取", "start with ");
    mutaid__tell_operand(teller, word->words[0]);
}

const mutaid__word_kind mutaid__step_take = {
    "take", MUTAID__STEP, mutaid__read_one_operand, type, lower, NULL, tell,
};
