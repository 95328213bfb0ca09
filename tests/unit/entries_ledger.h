/* SPDX-License-Identifier: MIT */
/* entries_ledger.h - calls that decide claims in the order of their dates. */
#ifndef MUTUALAID_TESTS_ENTRIES_LEDGER_H
#define MUTUALAID_TESTS_ENTRIES_LEDGER_H

#include "entries_batch.h"

/* Rows that a ledger can decide, and what it answers for them. */
static inline mutaid_status run_claims(stage *s, mutaid_ledger *ledger,
                                       mutaid_batch *batch)
{
    static const int64_t members[BATCH_ROWS] = {7, 7, 8, 8, 7};
    batch_columns columns = batch_start;
    int64_t so_far[BATCH_ROWS] = {0};
    size_t kept = 0;
    mutaid_status status =
        mutaid_ledger_want_so_far(ledger, 0, so_far, NULL, &s->error);

    HOLDS(mutaid_ledger_fact_count(ledger) == 1);
    HOLDS(mutaid_ledger_fact(ledger, 0, &kept, NULL) == MUTAID_OK &&
          kept == NIGHTS_SO_FAR);
    if (status == MUTAID_OK)
        status = bind_columns(s, batch, &columns);
    if (status == MUTAID_OK)
        status = mutaid_batch_want_outcome(batch, columns.outcomes, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_ledger_run(ledger, batch, members, &s->error);
    if (status == MUTAID_OK)
        HOLDS(so_far[0] == 0 && so_far[1] == 5 && so_far[2] == 0);
    return status;
}

static inline mutaid_status run_ledger(stage *s)
{
    mutaid_ledger *ledger = NULL;
    mutaid_batch *batch = NULL;
    mutaid_status status =
        mutaid_ledger_new(s->rulebook, 0, &ledger, &s->error);

    HOLDS((ledger != NULL) == (status == MUTAID_OK));
    if (status == MUTAID_OK)
        status = mutaid_batch_new(s->rulebook, &batch, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_set_part(batch, 0, &s->error);
    if (status == MUTAID_OK)
        status = run_claims(s, ledger, batch);
    mutaid_batch_free(batch);
    mutaid_ledger_free(ledger);
    return status;
}

static const entry ledger_entries[] = {
    {"mutaid_ledger_new", run_ledger},
    {"mutaid_ledger_free", run_ledger},
    {"mutaid_ledger_fact_count", run_ledger},
    {"mutaid_ledger_fact", run_ledger},
    {"mutaid_ledger_want_so_far", run_ledger},
    {"mutaid_ledger_run", run_ledger},
};

#endif
