/* SPDX-License-Identifier: MIT */
/* condition_group.c - all, any, none: read in order up to what decides. */
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
    mutaid__read_words(reader, value, mutaid__read_condition, word);
}

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    size_t i;

    (void)given;
    for (i = 0; i < word->word_count; i++)
        mutaid__type_as_type(typer, word->words[i], MUTAID_TYPE_FLAG);
    return mutaid__shape_of(MUTAID_TYPE_FLAG);
}

/* Conditions from `i` on: `all` goes on while they hold, `any` while not. */
static uint32_t lower_from(mutaid__lowering *lowering,
                           const mutaid__word *word, bool is_all, size_t i)
{
    mutaid__emitter *emitter = &lowering->emitter;
    uint32_t first = mutaid__lower_condition(lowering, word->words[i]);
    uint32_t rest, guard, decided;

    if (i + 1 == word->word_count)
        return first;
    guard = mutaid__enter_branch(
        lowering, is_all ? first : mutaid__emit_not(emitter, first));
    rest = lower_from(lowering, word, is_all, i + 1);
    mutaid__leave_branch(lowering, guard);
    decided = mutaid__emit_integer(emitter, is_all ? 0 : 1);
    return is_all ? mutaid__emit_select(emitter, first, rest, decided)
                  : mutaid__emit_select(emitter, first, decided, rest);
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    bool is_none = word->kind == &mutaid__condition_none;
    bool is_all = word->kind == &mutaid__condition_all;
    uint32_t result;

    (void)amount;
    lowering->is_wanted ^= is_none;
    result = lower_from(lowering, word, is_all, 0);
    lowering->is_wanted ^= is_none;
    return is_none ? mutaid__emit_not(&lowering->emitter, result) : result;
}

/* Conditions of a group inside a group stand in brackets. */
static void tell_part(mutaid__teller *teller, const mutaid__word *part)
{
    bool is_group = (part->kind == &mutaid__condition_all ||
                     part->kind == &mutaid__condition_any) &&
                    part->word_count > 1;

    if (is_group)
        mutaid__tell_text(teller, "（", "(");
    mutaid__tell_word(teller, part);
    if (is_group)
        mutaid__tell_text(teller, "）", ")");
}

static void tell_parts(mutaid__teller *teller, const mutaid__word *word,
                       const char *zh, const char *en)
{
    size_t i;

    for (i = 0; i < word->word_count; i++) {
        if (i > 0)
            mutaid__tell_text(teller, zh, en);
        tell_part(teller, word->words[i]);
    }
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    if (word->kind == &mutaid__condition_all) {
        tell_parts(teller, word, "且", " and ");
    } else if (word->kind == &mutaid__condition_any) {
        tell_parts(teller, word, "或", " or ");
    } else {
        mutaid__tell_text(teller,
                          word->word_count == 1 ? "并非（" : "均不符合（",
                          word->word_count == 1 ? "not (" : "none of (");
        mutaid__tell_list(teller, word, "；", "; ");
        mutaid__tell_text(teller, "）", ")");
    }
}

const mutaid__word_kind mutaid__condition_all = {
    "all", MUTAID__CONDITION, read, type, lower, NULL, tell,
};

const mutaid__word_kind mutaid__condition_any = {
    "any", MUTAID__CONDITION, read, type, lower, NULL, tell,
};

const mutaid__word_kind mutaid__condition_none = {
    "none", MUTAID__CONDITION, read, type, lower, NULL, tell,
};
