/* SPDX-License-Identifier: MIT */
/* batch_run.c - rows decided: the runner, blocks, progress. */
#include "decide/batch.h"

/* --- the runner -------------------------------------------------------------- */

static const mutaid__kernels *kernels_of(mutaid_kernels kernels)
{
    switch (kernels) {
    case MUTAID_KERNELS_PLAIN:
        return mutaid__kernels_plain();
    case MUTAID_KERNELS_SSE42:
        return mutaid__kernels_sse42();
    case MUTAID_KERNELS_AVX2:
        return mutaid__kernels_avx2();
    default:
        return mutaid__kernels_best();
    }
}

mutaid_status mutaid_batch_set_kernels(mutaid_batch *batch,
                                       mutaid_kernels kernels,
                                       mutaid_error *error)
{
    if (!batch)
        return mutaid__fail_argument(error, "batch");
    if (kernels > MUTAID_KERNELS_AVX2 || !kernels_of(kernels))
        return mutaid__fail(error, MUTAID_CODE_NO_KERNELS, NULL, NULL, NULL);
    batch->kernels = kernels;
    return MUTAID_OK;
}

mutaid_status mutaid_batch_runner_new(const mutaid_batch *batch,
                                      mutaid_batch_runner **runner_out,
                                      mutaid_error *error)
{
    mutaid__memory memory;
    mutaid_batch_runner *runner;

    if (!batch || !runner_out)
        return mutaid__fail_argument(error, batch ? "runner_out" : "batch");
    if (batch->part_count == 0)
        return mutaid__fail(error, MUTAID_CODE_NO_PART_SET, NULL, NULL, NULL);
    mutaid__memory_init(&memory, &batch->rulebook->memory.allocator,
                        batch->rulebook->case_memory_cap);
    runner = mutaid__memory_take(&memory, sizeof *runner);
    if (!runner)
        return mutaid__fail_memory(error);
    runner->memory = memory;
    runner->batch = batch;
    runner->setting = batch->setting;
    mutaid__arena_init(&runner->arena, &runner->memory);
    runner->lean.kernels = kernels_of(batch->kernels);
    if (mutaid__batch_make_room(batch, runner) != MUTAID_OK) {
        mutaid_batch_runner_free(runner);
        return mutaid__fail_memory(error);
    }
    *runner_out = runner;
    return MUTAID_OK;
}

void mutaid_batch_runner_free(mutaid_batch_runner *runner)
{
    mutaid__memory memory;

    if (!runner)
        return;
    mutaid_case_free(runner->c);
    mutaid_decision_free(runner->decision);
    mutaid__arena_free(&runner->arena);
    memory = runner->memory;
    mutaid__memory_release(&memory, runner, sizeof *runner);
}

void mutaid_batch_runner_set_progress(mutaid_batch_runner *runner,
                                      mutaid_batch_progress *progress,
                                      void *context)
{
    if (!runner)
        return;
    runner->progress = progress;
    runner->context = context;
}

/* --- a run ------------------------------------------------------------------------ */

static mutaid_status run_rows(const mutaid_batch *batch,
                              mutaid_batch_runner *runner, size_t from,
                              size_t to)
{
    /* a program may have told the processor to round otherwise */
    runner->lean.uses_lines = mutaid__rounds_to_nearest();
    runner->lean.calendar = batch->calendar;
    while (from < to) {
        size_t count = to - from < MUTAID__BLOCK ? to - from : MUTAID__BLOCK;

        TRY(mutaid__batch_block(batch, runner, from, count));
        from += count;
    }
    return MUTAID_OK;
}

static mutaid_status check_run(const mutaid_batch *batch,
                               const mutaid_batch_runner *runner, size_t from,
                               size_t to, mutaid_error *error)
{
    if (!batch || !runner)
        return mutaid__fail_argument(error, batch ? "runner" : "batch");
    if (runner->batch != batch || runner->setting != batch->setting)
        return mutaid__fail(error, MUTAID_CODE_OTHER_BATCH, NULL, NULL, NULL);
    if (to > batch->row_count || from > to)
        return mutaid__fail_argument(error, from > to ? "from" : "to");
    return MUTAID_OK;
}

mutaid_status mutaid_batch_run(const mutaid_batch *batch,
                               mutaid_batch_runner *runner, size_t from,
                               size_t to, size_t *done_out,
                               mutaid_error *error)
{
    size_t row = from, end;
    mutaid_status status = check_run(batch, runner, from, to, error);

    if (done_out)
        *done_out = 0;
    while (status == MUTAID_OK && row < to) {
        end = to - row > MUTAID__STRETCH ? row + MUTAID__STRETCH : to;
        status = run_rows(batch, runner, row, end);
        if (status != MUTAID_OK)
            return mutaid__fail_memory(error);
        row = end;
        if (done_out)
            *done_out = row - from;
        if (runner->progress && row < to &&
            runner->progress(runner->context, row - from))
            break;
    }
    return status;
}
