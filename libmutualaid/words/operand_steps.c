/* SPDX-License-Identifier: MIT */
/* operand_steps.c - {"steps": [...]}: a pipeline as an operand. */
#include "words/kinds.h"
#include "words/lower.h"
#include "words/read.h"
#include "words/tell.h"
#include "words/type.h"

static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    static const char *const keys[] = {"steps", NULL};

    mutaid__read_keys(reader, json, keys);
    mutaid__read_pipeline(reader, value, true, word);
}

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    (void)given;
    return mutaid__type_steps(typer, word, MUTAID__NO_SHAPE);
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    return mutaid__lower_steps(lowering, word, amount);
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_list(teller, word, "，", ", ");
}

const mutaid__word_kind mutaid__operand_steps = {
    "steps", MUTAID__OPERAND, read, type, lower, NULL, tell,
};
