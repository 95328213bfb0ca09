/* SPDX-License-Identifier: MIT */
/* bench_memory.c - 10^8 rows streamed through the memory of 10^6. */
#include "bench.h"
#include "engine.h"
#include "race.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { AT_ONCE = 65536 };

/* Decide rows as they are made, a piece of columns at a time; gives the
 * nanoseconds for each row that deciding took. */
static double stream_rows(size_t rows)
{
    static int64_t before[AT_ONCE], claim[AT_ONCE], out[AT_ONCE];
    claims in = {before, claim};
    engine_batch engine;
    double start, spent = 0;
    size_t done;

    engine_open_claims(&engine, &second_reimbursement, in, AT_ONCE, out);
    for (done = 0; done < rows; done += AT_ONCE) {
        size_t count = rows - done < AT_ONCE ? rows - done : AT_ONCE;

        make_claims(done, count, before, claim);
        start = clock_now();
        engine_run_rows(&engine, engine.runner, 0, count);
        spent += clock_now() - start;
    }
    engine_batch_close(&engine);
    return spent / (double)rows;
}

/* In a process of its own, whose most memory is its own, in KB. */
static long peak_of(size_t rows, double *nanoseconds)
{
    struct rusage usage;
    int ends[2], status;
    pid_t child;

    fflush(stdout);
    if (pipe(ends) || (child = fork()) < 0)
        exit(1);
    if (child == 0) {
        double time = stream_rows(rows);

        _exit(write(ends[1], &time, sizeof time) != sizeof time);
    }
    close(ends[1]);
    if (read(ends[0], nanoseconds, sizeof *nanoseconds) !=
        sizeof *nanoseconds)
        exit(1);
    close(ends[0]);
    if (wait4(child, &status, 0, &usage) != child || status)
        exit(1);
    return usage.ru_maxrss;
}

/* --- what a thread's scratch takes -------------------------------------------- */

static void *count_allocate(void *context, size_t size)
{
    *(size_t *)context += size;
    return malloc(size);
}

static void *count_resize(void *context, void *block, size_t old_size,
                          size_t new_size)
{
    *(size_t *)context += new_size - old_size;
    return realloc(block, new_size);
}

static void count_release(void *context, void *block, size_t size)
{
    *(size_t *)context -= size;
    free(block);
}

/* What a second runner holds after it has worked, in KB. */
static double scratch_of(void)
{
    static int64_t before[AT_ONCE], claim[AT_ONCE], out[AT_ONCE];
    size_t in_use = 0, until_now;
    mutaid_allocator allocator = {sizeof allocator, count_allocate,
                                  count_resize, count_release, &in_use};
    claims in = {before, claim};
    engine_batch engine;
    double scratch;

    engine_open_claims_with(&engine, &allocator, in, AT_ONCE, out);
    make_claims(0, AT_ONCE, before, claim);
    mutaid_batch_runner_free(engine.runner);
    until_now = in_use;
    engine_ready(&engine);
    engine_run(&engine);
    scratch = (double)(in_use - until_now) / 1024;
    engine_batch_close(&engine);
    return scratch;
}

void bench_memory(void)
{
    double few, many;
    long few_peak, many_peak;

    table_head("10^8 rows, 65536 at a time");
    few_peak = peak_of(1000000, &few);
    many_peak = peak_of(100000000, &many);
    table_note("10^6 rows: %6.2f ns/row, most memory %ld KB", few, few_peak);
    table_note("10^8 rows: %6.2f ns/row, most memory %ld KB", many, many_peak);
    table_goal("memory for 10^8 rows against that for 10^6", 1.02,
               (double)many_peak / (double)few_peak);
    table_goal("scratch memory of a thread, in KB", 64, scratch_of());
}
