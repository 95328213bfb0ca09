/* SPDX-License-Identifier: MIT */
/* bench_reimbursement.c - tiered reimbursement as columns. */
#include "bench.h"
#include "hand.h"
#include "race.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct work {
    size_t rows;
    int64_t *before, *claim, *wanted, *out;
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
}

static void work_close(work *w)
{
    free(w->before);
    free(w->claim);
    free(w->wanted);
    free(w->out);
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

void bench_reimbursement(size_t rows)
{
    static race r;
    work w;
    int stream, copy, scalar, vector = -1;

    printf("\nTiered reimbursement, %zu rows\n", rows);
    memset(&r, 0, sizeof r);
    work_open(&w, rows);
    check(&w, run_scalar, "hand, scalar");
    stream = race_enter(&r, run_stream, &w);
    copy = race_enter(&r, run_copy, &w);
    scalar = race_enter(&r, run_scalar, &w);
#if BENCH_HAS_VECTORS
    if (has_vectors()) {
        check(&w, run_vector, "hand, AVX2");
        vector = race_enter(&r, run_vector, &w);
    }
#endif
    race_start(&r, rows > 5000000 ? 9 : 31);
    table_time("streaming the same columns", race_time(&r, stream, (double)rows),
               "ns/row", 0, "");
    table_time("copying 16 of their 24 bytes",
               race_time(&r, copy, (double)rows), "ns/row",
               race_ratio(&r, copy, stream), "streaming");
    table_time("hand, scalar without branches",
               race_time(&r, scalar, (double)rows), "ns/row",
               race_ratio(&r, scalar, stream), "streaming (4.3 at 1M rows)");
    if (vector >= 0)
        table_time("hand, AVX2", race_time(&r, vector, (double)rows), "ns/row",
                   race_ratio(&r, vector, stream),
                   "streaming (1.23 to 1.38 at 1M rows)");
    else
        table_note("hand, AVX2: this machine has none");
    work_close(&w);
}
