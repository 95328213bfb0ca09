/* SPDX-License-Identifier: MIT */
/* step_common.h - what the steps with one operand of the amount's type share. */
#ifndef MUTUALAID_WORDS_STEP_COMMON_H
#define MUTUALAID_WORDS_STEP_COMMON_H

#include "words/kinds.h"
#include "words/lower.h"
#include "words/read.h"
#include "words/tell.h"
#include "words/type.h"

/* The operand has the type of the amount, which stays. */
static inline mutaid__shape mutaid__type_alike(mutaid__typer *typer,
                                               mutaid__word *word,
                                               mutaid__shape given)
{
    mutaid__type_as(typer, word->words[0], given);
    return given;
}

/* amount (code) operand */
static inline uint32_t mutaid__lower_with_operand(mutaid__lowering *lowering,
                                                  const mutaid__word *word,
                                                  mutaid__op_code code,
                                                  uint32_t amount)
{
    uint32_t operand = mutaid__lower_shown(lowering, word->words[0]);

    return mutaid__emit_binary(&lowering->emitter, code, amount, operand);
}

#endif
