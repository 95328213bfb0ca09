/* SPDX-License-Identifier: MIT */
/* trial.c - where a rulebook is proved: workspace, facts as declared, effort. */
#include "decide/open.h"
#include "prove/aims.h"
#include "prove/prove.h"

/* Evaluations that may be spent: this many, and one for so many bytes. */
#define LEAST_BUDGET 4000
#define BYTES_OF_ONE 20

static mutaid_status start(mutaid__trial *trial)
{
    const mutaid__model *model = trial->model;
    uint32_t ignored[2];
    size_t i;

    TRY(mutaid__workspace_init(&trial->court.workspace, &trial->arena, model));
    trial->court.workspace.keeps_open = true;
    trial->court.memory = trial->memory;
    trial->court.budget = LEAST_BUDGET + trial->text_length / BYTES_OF_ONE;
    trial->court.facts = mutaid__arena_take(
        &trial->arena, model->facts.count * sizeof *trial->court.facts);
    trial->runs = mutaid__arena_take(&trial->arena,
                                     trial->part_count * sizeof *trial->runs);
    if (!trial->court.facts || !trial->runs)
        return MUTAID_ERROR_MEMORY;
    for (i = 0; i < model->facts.count; i++)
        trial->court.facts[i] = mutaid__declared_span(&model->facts.items[i]);
    /* ranges that contradict each other leave no case at all */
    (void)mutaid__order_facts(model, trial->court.facts, &ignored[0],
                              &ignored[1]);
    return MUTAID_OK;
}

mutaid_status mutaid__trial_start(mutaid__trial *trial)
{
    mutaid_status status;

    mutaid__arena_init(&trial->arena, trial->memory);
    status = start(trial);
    if (status != MUTAID_OK)
        mutaid__arena_free(&trial->arena);
    return status;
}

void mutaid__trial_end(mutaid__trial *trial)
{
    mutaid__arena_free(&trial->arena);
}

mutaid_status mutaid__trial_run(mutaid__trial *trial, size_t part,
                                mutaid__part_run **run_out)
{
    mutaid__part_run *run = &trial->runs[part];

    if (!run->part)
        TRY(mutaid__part_run_init(&trial->court.workspace, &trial->parts[part],
                                  run));
    *run_out = run;
    return MUTAID_OK;
}

bool mutaid__is_intended(const mutaid__model *model, uint32_t clause,
                         mutaid__intent intent)
{
    while (clause != MUTAID_NONE) {
        if (model->clauses.items[clause].intended & (uint32_t)intent)
            return true;
        clause = model->clauses.items[clause].parent;
    }
    return false;
}
