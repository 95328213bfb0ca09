/* SPDX-License-Identifier: MIT */
/* bench_threads.c - the caller's two threads, each with half of the rows. */
#include "bench.h"
#include "engine.h"
#include "hand.h"
#include "table.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 9 };

typedef struct share {
    const engine_batch *engine;
    mutaid_batch_runner *runner;
    size_t from, to;
} share;

static void *run_share(void *context)
{
    share *s = context;

    engine_run_rows(s->engine, s->runner, s->from, s->to);
    return NULL;
}

/* Here the time on the wall counts. */
static double wall_clock(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static double time_two(share shares[2])
{
    double start = wall_clock();
    pthread_t other;

    if (pthread_create(&other, NULL, run_share, &shares[1])) {
        fprintf(stderr, "no second thread\n");
        exit(1);
    }
    run_share(&shares[0]);
    pthread_join(other, NULL);
    return wall_clock() - start;
}

static double best_gain(engine_batch *engine, size_t rows)
{
    size_t half = rows / 16 * 8;
    share shares[2] = {{engine, engine->runner, 0, half},
                       {engine, NULL, half, rows}};
    double one = 1e30, two = 1e30, time, start;
    int round;

    if (mutaid_batch_runner_new(engine->batch, &shares[1].runner,
                                &engine->error))
        engine_stop("a second runner", &engine->error);
    for (round = 0; round < ROUNDS; round++) {
        start = wall_clock();
        engine_run(engine);
        time = wall_clock() - start;
        one = time < one ? time : one;
        time = time_two(shares);
        two = time < two ? time : two;
    }
    mutaid_batch_runner_free(shares[1].runner);
    table_note("one thread %.1f ms, two %.1f ms", one / 1e6, two / 1e6);
    return one / two;
}

void bench_threads(size_t rows)
{
    engine_batch engine;
    int64_t *before, *claim, *out;
    claims in;

    if (sysconf(_SC_NPROCESSORS_ONLN) < 2) {
        table_skip("two threads against one", "one processor");
        return;
    }
    table_head("Two threads, the best of nine rounds of each");
    in.before = before = column_of(rows, sizeof *before);
    in.claim = claim = column_of(rows, sizeof *claim);
    out = column_of(rows, sizeof *out);
    make_claims(0, rows, before, claim);
    engine_open_claims(&engine, &second_reimbursement, in, rows, out);
    table_goal_at_least("two threads against one", 1.85,
                        best_gain(&engine, rows));
    engine_batch_close(&engine);
    free(before);
    free(claim);
    free(out);
}
