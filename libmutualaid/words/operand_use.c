/* SPDX-License-Identifier: MIT */
/* operand_use.c - {"use": X, "source": ...}: an operand with its clause. */
#include "words/kinds.h"
#include "words/lower.h"
#include "words/read.h"
#include "words/tell.h"
#include "words/type.h"

static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    static const char *const keys[] = {"use", NULL};

    mutaid__read_keys(reader, json, keys);
    mutaid__read_one_operand(reader, json, value, word);
}

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    return mutaid__type_word(typer, word->words[0], given);
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    (void)amount;
    return mutaid__lower_operand(lowering, word->words[0]);
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_word(teller, word->words[0]);
}

const mutaid__word_kind mutaid__operand_use = {
    "use", MUTAID__OPERAND, read, type, lower, NULL, tell,
};
