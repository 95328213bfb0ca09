/* SPDX-License-Identifier: MIT */
/* operand_count_of.c - {"count_of": [C, ...]}: how many conditions hold. */
#include "words/kinds.h"
#include "words/lower.h"
#include "words/read.h"
#include "words/tell.h"
#include "words/type.h"

static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    static const char *const keys[] = {"count_of", NULL};

    mutaid__read_keys(reader, json, keys);
    mutaid__read_words(reader, value, mutaid__read_condition, word);
}

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    size_t i;

    (void)given;
    for (i = 0; i < word->word_count; i++)
        mutaid__type_as_type(typer, word->words[i], MUTAID_TYPE_FLAG);
    return mutaid__shape_of(MUTAID_TYPE_COUNT);
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    uint32_t count = mutaid__emit_integer(&lowering->emitter, 0);
    size_t i;

    (void)amount;
    for (i = 0; i < word->word_count; i++)
        count = mutaid__emit_binary(
            &lowering->emitter, MUTAID__OP_ADD, count,
            mutaid__lower_condition(lowering, word->words[i]));
    return count;
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_text(teller, "下列各项中符合的项数：", "how many hold of: ");
    mutaid__tell_list(teller, word, "；", "; ");
}

const mutaid__word_kind mutaid__operand_count_of = {
    "count_of", MUTAID__OPERAND, read, type, lower, NULL, tell,
};
