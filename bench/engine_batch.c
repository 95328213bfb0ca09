/* SPDX-License-Identifier: MIT */
/* engine_batch.c - the library over columns. */
#include "engine.h"

#include <stdlib.h>

void engine_batch_open(engine_batch *engine, mutaid_rulebook *rulebook,
                       size_t rows)
{
    const mutaid_error start = MUTAID_ERROR_INIT;

    engine->error = start;
    engine->rulebook = rulebook;
    engine->rows = rows;
    engine->runner = NULL;
    if (mutaid_batch_new(rulebook, &engine->batch, &engine->error) ||
        mutaid_batch_set_row_count(engine->batch, rows, &engine->error))
        engine_stop("a batch", &engine->error);
}

void engine_batch_close(engine_batch *engine)
{
    mutaid_batch_runner_free(engine->runner);
    mutaid_batch_free(engine->batch);
    mutaid_rulebook_unref(engine->rulebook);
}

size_t engine_part(const engine_batch *engine, const char *name)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    size_t part = 0;

    if (mutaid_rulebook_part_index(engine->rulebook, name, &part, &error))
        engine_stop(name, &error);
    return part;
}

size_t engine_fact(const engine_batch *engine, const char *name)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    size_t fact = 0;

    if (mutaid_rulebook_fact_index(engine->rulebook, name, &fact, &error))
        engine_stop(name, &error);
    return fact;
}

void engine_bind(engine_batch *engine, const char *fact,
                 mutaid_column_kind kind, const void *column)
{
    if (mutaid_batch_bind(engine->batch, engine_fact(engine, fact), kind,
                          column, &engine->error))
        engine_stop(fact, &engine->error);
}

void engine_ready(engine_batch *engine)
{
    if (mutaid_batch_runner_new(engine->batch, &engine->runner,
                                &engine->error))
        engine_stop("a runner", &engine->error);
}

void engine_run_rows(const engine_batch *engine, mutaid_batch_runner *runner,
                     size_t from, size_t to)
{
    mutaid_error error = MUTAID_ERROR_INIT;

    if (mutaid_batch_run(engine->batch, runner, from, to, NULL, &error))
        engine_stop("a run", &error);
}

void engine_run(void *engine)
{
    const engine_batch *e = engine;

    engine_run_rows(e, e->runner, 0, e->rows);
}

static mutaid_rulebook *read_slices(const slices *rules)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_rulebook *rulebook = NULL;
    static char text[8192];
    size_t length;

    if (rules == &second_reimbursement)
        return engine_read("reimbursement.json");
    length = write_slices_rulebook(rules, text, sizeof text);
    if (mutaid_rulebook_read(text, length, NULL, &rulebook, NULL, &error))
        engine_stop("random slices", &error);
    return rulebook;
}

static void open_claims(engine_batch *engine, mutaid_rulebook *rulebook,
                        claims in, size_t rows, int64_t *out)
{
    engine_batch_open(engine, rulebook, rows);
    if (mutaid_batch_set_part(engine->batch,
                              engine_part(engine, "reimbursement"),
                              &engine->error) ||
        mutaid_batch_want_amount(engine->batch, out, NULL, &engine->error))
        engine_stop("reimbursement", &engine->error);
    engine_bind(engine, "before", MUTAID_COLUMN_INT64, in.before);
    engine_bind(engine, "claim", MUTAID_COLUMN_INT64, in.claim);
    engine_ready(engine);
}

void engine_open_claims(engine_batch *engine, const slices *rules, claims in,
                        size_t rows, int64_t *out)
{
    open_claims(engine, read_slices(rules), in, rows, out);
}

void engine_open_claims_with(engine_batch *engine,
                             const mutaid_allocator *allocator, claims in,
                             size_t rows, int64_t *out)
{
    open_claims(engine, engine_read_with("reimbursement.json", allocator), in,
                rows, out);
}

void engine_bind_members(engine_batch *engine, const members *in,
                         const uint8_t *undiagnosed, uint64_t *failed)
{
    engine_bind(engine, "birth", MUTAID_COLUMN_INT32, in->birth);
    engine_bind(engine, "retired", MUTAID_COLUMN_INT32, in->retired);
    engine_bind(engine, "joined", MUTAID_COLUMN_INT32, in->joined);
    engine_bind(engine, "paid_through", MUTAID_COLUMN_INT32, in->paid_through);
    engine_bind(engine, "status", MUTAID_COLUMN_INT32, in->status);
    engine_bind(engine, "months_paid", MUTAID_COLUMN_INT32, in->months_paid);
    engine_bind(engine, "first_diagnosis", MUTAID_COLUMN_INT32,
                in->first_diagnosis);
    engine_bind(engine, "flagged", MUTAID_COLUMN_UINT8, in->flagged);
    if (mutaid_batch_set_absent(engine->batch,
                                engine_fact(engine, "first_diagnosis"),
                                undiagnosed, 0, &engine->error) ||
        mutaid_batch_set_part(engine->batch,
                              engine_part(engine, "eligibility"),
                              &engine->error) ||
        mutaid_batch_want_failed(engine->batch, failed, &engine->error))
        engine_stop("eligibility", &engine->error);
    engine_ready(engine);
}

void engine_bind_events(engine_batch *engine, const events *in, int64_t *out)
{
    static const char *const names[MIXED_SCHEMES] = {
        "tiered", "daily", "disability", "loss", "ladder", "stage"};
    size_t parts[MIXED_SCHEMES], k;

    for (k = 0; k < MIXED_SCHEMES; k++)
        parts[k] = engine_part(engine, names[k]);
    if (mutaid_batch_set_part_column(engine->batch, MUTAID_COLUMN_UINT8,
                                     in->scheme, parts, MIXED_SCHEMES,
                                     &engine->error) ||
        mutaid_batch_want_amount(engine->batch, out, NULL, &engine->error))
        engine_stop("a mixed stream", &engine->error);
    engine_bind(engine, "on", MUTAID_COLUMN_INT32, in->on);
    engine_bind(engine, "a", MUTAID_COLUMN_INT64, in->a);
    engine_bind(engine, "b", MUTAID_COLUMN_INT64, in->b);
    engine_bind(engine, "c", MUTAID_COLUMN_INT32, in->c);
    engine_bind(engine, "d", MUTAID_COLUMN_INT32, in->d);
    engine_ready(engine);
}
