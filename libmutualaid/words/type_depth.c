/* SPDX-License-Identifier: MIT */
/* type_depth.c - how deep words stand inside one another: it bounds the stack
 * of everything that goes through them. */
#include "words/kinds.h"
#include "words/type.h"

/* With this a stack of 256 KiB is enough; a test says so. */
#define MOST_DEPTH 500

/* Alternatives and conditions of a group are gone through one inside the
 * other: each is read only if those before it do not decide. */
static bool is_nest(const mutaid__word *word)
{
    return word->kind == &mutaid__operand_choose ||
           word->kind == &mutaid__condition_all ||
           word->kind == &mutaid__condition_any ||
           word->kind == &mutaid__condition_none;
}

static size_t depth_of(const mutaid__word *word)
{
    return word ? word->depth : 0;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t depth_of_target(const mutaid__model *model,
                              const mutaid__word *word)
{
    if (word->target == MUTAID__TARGET_VALUE)
        return depth_of(model->values.items[word->index].use);
    if (word->target == MUTAID__TARGET_TABLE)
        return model->tables.items[word->index].depth;
    return 0;
}

void mutaid__type_depth(mutaid__typer *typer, mutaid__word *word)
{
    size_t deepest = larger(depth_of(word->when),
                            depth_of_target(typer->model, word));
    bool nests = is_nest(word);
    size_t i;

    for (i = 0; i < word->word_count; i++)
        deepest = larger(deepest, depth_of(word->words[i]) + (nests ? i : 0));
    for (i = 0; i < word->entry_count; i++) {
        const mutaid__entry *entry = &word->entries[i];
        size_t inside = larger(depth_of(entry->when), depth_of(entry->use));

        deepest = larger(deepest, inside + (nests ? i : 0));
    }
    word->depth = (uint32_t)(deepest + 1);
    if (deepest < MOST_DEPTH)
        return;
    mutaid__type_fault(typer, MUTAID_CODE_VALUES_TOO_DEEP, word->place,
                       mutaid__slice_of(word->kind->key),
                       mutaid__slice_of(NULL));
    word->depth = 0; /* said once */
}
