/* SPDX-License-Identifier: MIT */
/* walk.c - what words can reach: facts, and days on which they change. */
#include "words/walk.h"

#include "words/kinds.h"
#include "words/lower.h"

#include <string.h>

void mutaid__walk_init(mutaid__walk *walk, const mutaid__model *model,
                       mutaid__arena *arena)
{
    static const mutaid__walk empty;

    *walk = empty;
    walk->model = model;
    walk->arena = arena;
    walk->facts = mutaid__arena_take(arena, model->facts.count);
    walk->values = mutaid__arena_take(arena, model->values.count);
    walk->tables = mutaid__arena_take(arena, model->tables.count);
    walk->parameters =
        mutaid__arena_take(arena, model->parameters.count);
    walk->sources = mutaid__arena_take(arena, model->sources.count);
    walk->is_out_of_memory = !walk->facts || !walk->values ||
                             !walk->tables || !walk->parameters ||
                             !walk->sources;
}

void mutaid__walk_day(mutaid__walk *walk, int64_t day)
{
    int64_t *days;
    size_t i = walk->days.count;

    while (i > 0 && walk->days.items[i - 1] > day)
        i--;
    if (i > 0 && walk->days.items[i - 1] == day)
        return;
    days = mutaid__array_push(walk->arena, &walk->days);
    if (!days) {
        walk->is_out_of_memory = true;
        return;
    }
    days = walk->days.items;
    memmove(days + i + 1, days + i,
            (walk->days.count - 1 - i) * sizeof *days);
    days[i] = day;
}

static void walk_clause(mutaid__walk *walk, uint32_t clause)
{
    uint32_t source;

    if (clause == MUTAID_NONE)
        return;
    source = walk->model->clauses.items[clause].source;
    if (source != MUTAID_NONE)
        walk->sources[source] = true;
}

static void walk_level(mutaid__walk *walk, const mutaid__level *level,
                       bool with_days)
{
    size_t i;

    for (i = 0; level && i < level->entry_count; i++) {
        mutaid__walk_word(walk, level->entries[i].use, with_days);
        if (level->levels)
            walk_level(walk, level->levels[i], with_days);
    }
}

/* Whether a value or table was walked as far as is asked now. */
static bool was_seen(const mutaid__walk *walk, uint8_t *seen, bool with_days)
{
    uint8_t mark = walk->is_inside_with ? 4 : with_days ? 3 : 1;

    if ((*seen & mark) == mark)
        return true;
    *seen |= mark;
    return false;
}

static void walk_table(mutaid__walk *walk, uint32_t index, bool with_days)
{
    const mutaid__named_table *table = &walk->model->tables.items[index];
    size_t i;

    if (was_seen(walk, &walk->tables[index], with_days))
        return;
    walk_clause(walk, table->clause);
    for (i = 0; i < table->by_count; i++)
        mutaid__walk_word(walk, table->by[i], with_days);
    walk_level(walk, table->level, with_days);
    mutaid__walk_word(walk, table->otherwise, with_days);
}

/* What stands in place of a fact reads the facts of the case. */
static void walk_fact(mutaid__walk *walk, uint32_t fact)
{
    size_t i;

    for (i = 0; i < walk->with_count && !walk->is_inside_with; i++)
        if (walk->with[i].fact == fact) {
            walk->is_inside_with = true;
            mutaid__walk_word(walk, walk->with[i].use, false);
            walk->is_inside_with = false;
            return;
        }
    walk->facts[fact] = true;
}

static void walk_target(mutaid__walk *walk, const mutaid__word *word,
                        bool with_days)
{
    const mutaid__model *model = walk->model;

    switch (word->target) {
    case MUTAID__TARGET_FACT:
        walk_fact(walk, word->index);
        break;
    case MUTAID__TARGET_VALUE:
        if (was_seen(walk, &walk->values[word->index], with_days))
            break;
        walk_clause(walk, model->values.items[word->index].clause);
        mutaid__walk_word(walk, model->values.items[word->index].use,
                          with_days);
        break;
    case MUTAID__TARGET_PARAMETER:
        walk->parameters[word->index] = true;
        walk_clause(walk, model->parameters.items[word->index].clause);
        break;
    case MUTAID__TARGET_TABLE:
        walk_table(walk, word->index, with_days);
        break;
    default:
        break;
    }
}

void mutaid__walk_word(mutaid__walk *walk, const mutaid__word *word,
                       bool with_days)
{
    bool cuts = false;
    size_t i;

    if (!word || !word->kind || walk->is_out_of_memory)
        return;
    walk_target(walk, word, with_days);
    walk_clause(walk, word->clause);
    mutaid__walk_word(walk, word->when, with_days);
    for (i = 0; i < word->word_count; i++)
        mutaid__walk_word(walk, word->words[i],
                          with_days &&
                              !(word->kind == &mutaid__operand_on && i == 1));
    cuts = with_days && word->is_dated && !mutaid__is_series(word);
    for (i = 0; i < word->entry_count; i++) {
        if (word->is_dated)
            walk_clause(walk, word->entries[i].clause);
        if (cuts && word->entries[i].date != INT64_MIN)
            mutaid__walk_day(walk, word->entries[i].date);
        mutaid__walk_word(walk, word->entries[i].when, with_days);
        mutaid__walk_word(walk, word->entries[i].use, with_days);
    }
}
