/* SPDX-License-Identifier: MIT */
/* lower_dated.c - dated words: what is in force on the day that is read by. */
#include "words/kinds.h"
#include "words/lower.h"

/* Series longer than this are looked up instead of making versions. */
#define LONG_SERIES 12

static bool is_literal(const mutaid__word *word)
{
    return word->kind == &mutaid__operand_plain &&
           word->target == MUTAID__TARGET_NONE;
}

bool mutaid__is_series(const mutaid__word *word)
{
    size_t i;

    if (word->entry_count <= LONG_SERIES)
        return false;
    for (i = 0; i < word->entry_count; i++)
        if (word->entries[i].use && !is_literal(word->entries[i].use))
            return false;
    return true;
}

static const mutaid__entry *entry_on(const mutaid__word *word, int64_t day)
{
    const mutaid__entry *found = NULL;
    size_t i;

    for (i = 0; i < word->entry_count && word->entries[i].date <= day; i++)
        found = &word->entries[i];
    return found;
}

static bool is_always(const mutaid__word *word)
{
    return word->entry_count == 1 && word->entries[0].date == INT64_MIN;
}

bool mutaid__dated_in_force(const mutaid__lowering *lowering,
                            const mutaid__word *word,
                            const mutaid__word **use_out)
{
    const mutaid__entry *entry;

    if (!is_always(word) && !lowering->day.is_version)
        return false;
    entry = entry_on(word, lowering->day.from);
    *use_out = entry ? entry->use : NULL;
    return true;
}

typedef uint32_t lower_function(mutaid__lowering *lowering,
                                const mutaid__word *use, uint32_t amount);

static uint32_t no_rule(mutaid__lowering *lowering)
{
    return mutaid__emit_state(&lowering->emitter, MUTAID_STATE_NO_RULE);
}

static uint32_t lower_entry(mutaid__lowering *lowering,
                            const mutaid__entry *entry, lower_function *lower,
                            uint32_t amount)
{
    if (!entry || !entry->use)
        return no_rule(lowering);
    mutaid__lower_branch(lowering,
                         (mutaid__branch){NULL, NULL, 0, entry->clause, 0});
    mutaid__touch_clause(lowering, entry->clause);
    return lower(lowering, entry->use, amount);
}

/* A long series of literals by the day itself. */
static uint32_t lower_series(mutaid__lowering *lowering,
                             const mutaid__word *word)
{
    mutaid__entry_cell *cells = mutaid__arena_take(
        lowering->arena, (word->entry_count + 1) * sizeof *cells);
    size_t i;

    if (!cells) {
        lowering->emitter.problem = MUTAID__EMIT_NO_MEMORY;
        return no_rule(lowering);
    }
    cells[0].value = mutaid__ratio_of(0);
    cells[0].state = MUTAID_STATE_NO_RULE;
    for (i = 0; i < word->entry_count; i++) {
        const mutaid__word *use = word->entries[i].use;

        cells[i + 1].from = mutaid__ratio_of(word->entries[i].date);
        cells[i + 1].value = use ? use->literal : mutaid__ratio_of(0);
        cells[i + 1].state = use ? MUTAID_STATE_GIVEN : MUTAID_STATE_NO_RULE;
    }
    return mutaid__emit_look_up(&lowering->emitter, lowering->day.date, cells,
                                word->entry_count + 1);
}

/* On a day that is only known row by row: the last entry that it reaches. */
static uint32_t lower_by_day(mutaid__lowering *lowering,
                             const mutaid__word *word, lower_function *lower,
                             uint32_t amount)
{
    mutaid__emitter *emitter = &lowering->emitter;
    uint32_t result = no_rule(lowering);
    size_t i;

    for (i = 0; i < word->entry_count; i++) {
        const mutaid__entry *entry = &word->entries[i];
        uint32_t from = mutaid__emit_integer(emitter, entry->date);
        uint32_t reached = mutaid__emit_binary(emitter, MUTAID__OP_AT_MOST,
                                               from, lowering->day.date);
        uint32_t here = reached, guard, use;

        if (i + 1 < word->entry_count)
            here = mutaid__emit_and(
                emitter, reached,
                mutaid__emit_binary(
                    emitter, MUTAID__OP_BELOW, lowering->day.date,
                    mutaid__emit_integer(emitter, entry[1].date)));
        guard = mutaid__enter_branch(lowering, here);
        use = lower_entry(lowering, entry, lower, amount);
        mutaid__leave_branch(lowering, guard);
        result = mutaid__emit_select(emitter, reached, use, result);
    }
    /* an absent day reaches no entry, but what is read on it is absent */
    return mutaid__emit_select(
        emitter, mutaid__emit_exists(emitter, lowering->day.date), result,
        mutaid__emit_state(emitter, MUTAID_STATE_ABSENT));
}

uint32_t mutaid__lower_dated(mutaid__lowering *lowering,
                             const mutaid__word *word, lower_function *lower,
                             uint32_t amount)
{
    if (is_always(word))
        return lower_entry(lowering, &word->entries[0], lower, amount);
    if (lowering->day.date == MUTAID_NONE) {
        mutaid__lower_fault(lowering, MUTAID_CODE_DATED_WITHOUT_DATE,
                            word->place, mutaid__slice_of(NULL),
                            mutaid__slice_of(NULL));
        return no_rule(lowering);
    }
    if (mutaid__is_series(word))
        return lower_series(lowering, word);
    if (lowering->day.is_version)
        return lower_entry(lowering, entry_on(word, lowering->day.from), lower,
                           amount);
    return lower_by_day(lowering, word, lower, amount);
}
