/* SPDX-License-Identifier: MIT */
/* bench_reimbursement.c - tiered reimbursement as columns. */
#include "bench.h"
#include "engine.h"
#include "hand.h"
#include "race.h"
#include "table.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct work {
    size_t rows;
    int64_t *before, *claim, *wanted, *out;
    engine_batch engine;
} work;

static claims claims_of(const work *w)
{
    claims in = {w->before, w->claim};

    return in;
}

static void run_stream(void *context)
{
    work *w = context;

    stream_claims(claims_of(w), w->rows, w->out);
}

static void run_copy(void *context)
{
    work *w = context;

    copy_bytes(w->before, w->out, w->rows * sizeof *w->out);
}

static void run_scalar(void *context)
{
    work *w = context;

    hand_reimbursement(claims_of(w), w->rows, w->out);
}

#if BENCH_HAS_VECTORS
static void run_vector(void *context)
{
    work *w = context;

    hand_reimbursement_vector(claims_of(w), w->rows, w->out);
}
#endif

static void work_open(work *w, size_t rows)
{
    w->rows = rows;
    w->before = column_of(rows, sizeof *w->before);
    w->claim = column_of(rows, sizeof *w->claim);
    w->wanted = column_of(rows, sizeof *w->wanted);
    w->out = column_of(rows, sizeof *w->out);
    make_claims(0, rows, w->before, w->claim);
    reference_reimbursement(&second_reimbursement, claims_of(w), rows,
                            w->wanted);
    engine_open_claims(&w->engine, &second_reimbursement, claims_of(w), rows,
                       w->out);
}

static void work_close(work *w)
{
    engine_batch_close(&w->engine);
    free(w->before);
    free(w->claim);
    free(w->wanted);
    free(w->out);
}

static void run_engine(void *context)
{
    work *w = context;

    engine_run(&w->engine);
}

static void check(work *w, race_run run, const char *name)
{
    char text[80];

    memset(w->out, 0xff, w->rows * sizeof *w->out);
    run(w);
    snprintf(text, sizeof text, "no row differs: %s, %zu rows", name, w->rows);
    table_holds(text, memcmp(w->out, w->wanted,
                             w->rows * sizeof *w->out) == 0);
}

/* The goals of PERFORMANCE.md, section 5. */
static void print_goals(const race *r, size_t rows, int engine, int stream,
                        int scalar, int vector)
{
    bool is_large = rows > LARGE;
    char name[80];

    if (!is_large && vector >= 0)
        table_goal("reimbursement against AVX2 by hand", 1.15,
                   race_ratio(r, engine, vector));
    if (!is_large)
        table_goal(vector >= 0 ? "reimbursement against scalar C by hand"
                               : "reimbursement against scalar C (no AVX2)",
                   vector >= 0 ? 0.35 : 0.7, race_ratio(r, engine, scalar));
    snprintf(name, sizeof name, "reimbursement against streaming, %zu rows",
             rows);
    table_goal(name, is_large ? 1.3 : 1.5, race_ratio(r, engine, stream));
    if (vector >= 0)
        table_note("(by hand with AVX2 it is %.2f here)",
                   race_ratio(r, vector, stream));
    if (is_large)
        table_note("all of them take %.1f ms", race_time(r, engine, 1e6));
}

void bench_reimbursement(size_t rows)
{
    static race r;
    work w;
    int engine, stream, copy, scalar, vector = -1;
    double per = (double)rows;

    printf("\nTiered reimbursement, %zu rows\n", rows);
    memset(&r, 0, sizeof r);
    work_open(&w, rows);
    check(&w, run_engine, "the library");
    check(&w, run_scalar, "hand, scalar");
    engine = race_enter(&r, run_engine, &w);
    stream = race_enter(&r, run_stream, &w);
    copy = race_enter(&r, run_copy, &w);
    scalar = race_enter(&r, run_scalar, &w);
#if BENCH_HAS_VECTORS
    if (has_vectors()) {
        check(&w, run_vector, "hand, AVX2");
        vector = race_enter(&r, run_vector, &w);
    }
#endif
    race_start(&r, rows > LARGE ? 9 : 31);
    table_time("the library", race_time(&r, engine, per), "ns/row",
               race_ratio(&r, engine, stream), "streaming");
    table_time("streaming the same columns", race_time(&r, stream, per),
               "ns/row", 0, "");
    table_time("copying 16 of their 24 bytes", race_time(&r, copy, per),
               "ns/row", race_ratio(&r, copy, stream), "streaming");
    table_time("hand, scalar without branches", race_time(&r, scalar, per),
               "ns/row", race_ratio(&r, scalar, stream),
               rows > LARGE ? "streaming" : "streaming (4.3 elsewhere)");
    if (vector >= 0)
        table_time("hand, AVX2", race_time(&r, vector, per), "ns/row",
                   race_ratio(&r, vector, stream),
                   rows > LARGE ? "streaming" : "streaming (1.3 elsewhere)");
    else
        table_note("hand, AVX2: this machine has none");
    print_goals(&r, rows, engine, stream, scalar, vector);
    work_close(&w);
}
