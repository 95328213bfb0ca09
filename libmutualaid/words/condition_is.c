/* SPDX-License-Identifier: MIT */
/* condition_is.c - {"is": f}: a flag is yes; {"exists": f}: f is given. */
#include "words/kinds.h"
#include "words/lower.h"
#include "words/read.h"
#include "words/tell.h"
#include "words/type.h"

static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    const char *keys[] = {word->kind->key, NULL};

    mutaid__read_keys(reader, json, keys);
    mutaid__read_add_word(reader, word, mutaid__read_name_word(reader, value),
                          1);
}

static mutaid__shape type_is(mutaid__typer *typer, mutaid__word *word,
                             mutaid__shape given)
{
    (void)given;
    mutaid__type_as_type(typer, word->words[0], MUTAID_TYPE_FLAG);
    return mutaid__shape_of(MUTAID_TYPE_FLAG);
}

static mutaid__shape type_exists(mutaid__typer *typer, mutaid__word *word,
                                 mutaid__shape given)
{
    (void)given;
    (void)mutaid__type_word(typer, word->words[0], MUTAID__NO_SHAPE);
    return mutaid__shape_of(MUTAID_TYPE_FLAG);
}

/* Compared with yes, so that an absent flag is no. */
static uint32_t lower_is(mutaid__lowering *lowering, const mutaid__word *word,
                         uint32_t amount)
{
    uint32_t found = mutaid__lower_operand(lowering, word->words[0]);
    uint32_t yes = mutaid__emit_integer(&lowering->emitter, 1);
    uint32_t holds = mutaid__emit_binary(&lowering->emitter,
                                         MUTAID__OP_EQUAL, found, yes);

    (void)amount;
    mutaid__lower_finding(lowering, word->words[0], MUTAID_RELATION_IS, found,
                          MUTAID_NONE, holds);
    return holds;
}

static uint32_t lower_exists(mutaid__lowering *lowering,
                             const mutaid__word *word, uint32_t amount)
{
    uint32_t found = mutaid__lower_operand(lowering, word->words[0]);
    uint32_t holds = mutaid__emit_exists(&lowering->emitter, found);

    (void)amount;
    mutaid__lower_finding(lowering, word->words[0], MUTAID_RELATION_EXISTS,
                          found, MUTAID_NONE, holds);
    return holds;
}

static void tell_is(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_word(teller, word->words[0]);
}

static void tell_exists(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_text(teller, "有", "there is a value of ");
    mutaid__tell_word(teller, word->words[0]);
}

const mutaid__word_kind mutaid__condition_is = {
    "is", MUTAID__CONDITION, read, type_is, lower_is, NULL, tell_is,
};

const mutaid__word_kind mutaid__condition_exists = {
    "exists", MUTAID__CONDITION, read, type_exists, lower_exists, NULL,
    tell_exists,
};
