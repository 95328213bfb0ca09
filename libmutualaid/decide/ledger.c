/* SPDX-License-Identifier: MIT */
/* ledger.c - the ledger: which facts of a scheme it keeps. */
#include "decide/ledger.h"

#include "words/kinds.h"

#define BAD(error, name) mutaid__fail_argument(error, name)

/* --- periods ------------------------------------------------------------------ */

static uint32_t fact_of(const mutaid__word *word)
{
    while (word && word->kind == &mutaid__operand_use)
        word = word->words[0];
    return word && word->target == MUTAID__TARGET_FACT ? word->index
                                                       : MUTAID_NONE;
}

static bool is_same_period(const mutaid__per *a, const mutaid__per *b)
{
    size_t i;

    if (a->kind != b->kind || a->months != b->months ||
        a->fact_count != b->fact_count)
        return false;
    for (i = 0; i < a->fact_count; i++)
        if (fact_of(a->facts[i]) != fact_of(b->facts[i]))
            return false;
    return true;
}

static mutaid_status refuse(const mutaid_ledger *ledger, mutaid_code code,
                            uint32_t fact, mutaid_error *error)
{
    const mutaid__model *model = &ledger->rulebook->model;
    mutaid__slice none[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
    mutaid__slice name = ledger->rulebook->parts[ledger->part].name;

    if (fact != MUTAID_NONE)
        name = model->facts.items[fact].name;
    return mutaid__fail_slices(error, code, MUTAID__NOWHERE, name, none);
}

/* The kept fact that a `so_far` stands for, made at its first mention. */
static mutaid_status keep(mutaid_ledger *ledger, const mutaid__word *so_far,
                          const mutaid__per *per, bool is_total,
                          uint32_t *index_out, mutaid_error *error)
{
    uint32_t fact = fact_of(so_far), i;
    mutaid__kept *kept;

    if (fact == MUTAID_NONE)
        return refuse(ledger, MUTAID_CODE_LEDGER_NO_FACT, fact, error);
    for (i = 0; i < per->fact_count; i++)
        if (fact_of(per->facts[i]) == MUTAID_NONE)
            return refuse(ledger, MUTAID_CODE_LEDGER_NO_FACT, fact, error);
    for (i = 0; i < ledger->kept.count; i++) {
        kept = &ledger->kept.items[i];
        if (kept->fact != fact)
            continue;
        if (is_total || kept->is_total || !is_same_period(kept->per, per))
            return refuse(ledger, MUTAID_CODE_LEDGER_TWO_SUMS, fact, error);
        *index_out = i;
        return MUTAID_OK;
    }
    kept = mutaid__array_push(&ledger->arena, &ledger->kept);
    if (!kept)
        return mutaid__fail_memory(error);
    kept->fact = fact;
    kept->per = per;
    kept->is_total = is_total;
    *index_out = (uint32_t)ledger->kept.count - 1;
    return MUTAID_OK;
}

/* --- steps ---------------------------------------------------------------------- */

static bool is_known(const mutaid_ledger *ledger, const mutaid__word *word)
{
    size_t i;

    for (i = 0; i < ledger->steps.count; i++)
        if (ledger->steps.items[i].word == word)
            return true;
    return false;
}

static mutaid_status keep_step(mutaid_ledger *ledger, const mutaid__word *word,
                               mutaid_error *error)
{
    mutaid__kept_step *step;
    uint32_t kept = 0;

    if (word->kind != &mutaid__step_cumulative || !word->per ||
        word->per->kind == MUTAID__PER_CALLER || is_known(ledger, word))
        return MUTAID_OK;
    TRY(keep(ledger, word->words[0], word->per, false, &kept, error));
    step = mutaid__array_push(&ledger->arena, &ledger->steps);
    if (!step)
        return mutaid__fail_memory(error);
    step->word = word;
    step->kept = kept;
    return MUTAID_OK;
}

static mutaid_status keep_version(mutaid_ledger *ledger,
                                  const mutaid__version *version,
                                  mutaid_error *error)
{
    size_t i;

    for (i = 0; i < version->line_count; i++)
        if (version->lines[i].word)
            TRY(keep_step(ledger, version->lines[i].word, error));
    return MUTAID_OK;
}

/* Steps that have lines: those of amounts, through values and tables. */
static mutaid_status keep_all(mutaid_ledger *ledger, mutaid_error *error)
{
    const mutaid__part *part = &ledger->rulebook->parts[ledger->part];
    const mutaid__total *total = &part->scheme->total;
    uint32_t index;
    size_t g, v;

    for (g = 0; g < part->groups.count; g++)
        for (v = 0; v < part->groups.items[g].version_count; v++)
            TRY(keep_version(ledger, &part->groups.items[g].versions[v],
                             error));
    if (!total->at_most || !total->so_far ||
        total->per.kind == MUTAID__PER_CALLER)
        return MUTAID_OK;
    return keep(ledger, total->so_far, &total->per, true, &index, error);
}

/* --- the object --------------------------------------------------------------------- */

mutaid_status mutaid_ledger_new(mutaid_rulebook *rulebook, size_t part,
                                mutaid_ledger **ledger_out,
                                mutaid_error *error)
{
    mutaid__memory memory;
    mutaid_ledger *ledger;
    mutaid_status status;

    if (!rulebook || !ledger_out || part >= rulebook->part_count)
        return BAD(error, !rulebook     ? "rulebook"
                          : !ledger_out ? "ledger_out"
                                        : "part");
    mutaid__memory_init(&memory, &rulebook->memory.allocator, SIZE_MAX);
    ledger = mutaid__memory_take(&memory, sizeof *ledger);
    if (!ledger)
        return mutaid__fail_memory(error);
    ledger->memory = memory;
    ledger->rulebook = mutaid_rulebook_ref(rulebook);
    ledger->part = (uint32_t)part;
    mutaid__arena_init(&ledger->arena, &ledger->memory);
    status = rulebook->parts[part].kind == MUTAID_PART_SCHEME
                 ? keep_all(ledger, error)
                 : refuse(ledger, MUTAID_CODE_LEDGER_NO_SCHEME, MUTAID_NONE,
                          error);
    if (status != MUTAID_OK) {
        mutaid_ledger_free(ledger);
        return status;
    }
    *ledger_out = ledger;
    return MUTAID_OK;
}

void mutaid_ledger_free(mutaid_ledger *ledger)
{
    mutaid_rulebook *rulebook;
    mutaid__memory memory;

    if (!ledger)
        return;
    rulebook = ledger->rulebook;
    mutaid__arena_free(&ledger->arena);
    memory = ledger->memory;
    mutaid__memory_release(&memory, ledger, sizeof *ledger);
    mutaid_rulebook_unref(rulebook);
}

bool mutaid__ledger_keeps(const mutaid_ledger *ledger, size_t fact)
{
    size_t k;

    for (k = 0; k < ledger->kept.count; k++)
        if (ledger->kept.items[k].fact == fact)
            return true;
    return false;
}

size_t mutaid_ledger_fact_count(const mutaid_ledger *ledger)
{
    return ledger ? ledger->kept.count : 0;
}

mutaid_status mutaid_ledger_fact(const mutaid_ledger *ledger, size_t index,
                                 size_t *fact_out, mutaid_error *error)
{
    if (!ledger || !fact_out || index >= ledger->kept.count)
        return BAD(error, !ledger     ? "ledger"
                          : !fact_out ? "fact_out"
                                      : "index");
    *fact_out = ledger->kept.items[index].fact;
    return MUTAID_OK;
}

mutaid_status mutaid_ledger_want_so_far(mutaid_ledger *ledger, size_t index,
                                        int64_t *values, uint8_t *valid,
                                        mutaid_error *error)
{
    if (!ledger || index >= ledger->kept.count)
        return BAD(error, ledger ? "index" : "ledger");
    ledger->kept.items[index].values = values;
    ledger->kept.items[index].valid = valid;
    return MUTAID_OK;
}
