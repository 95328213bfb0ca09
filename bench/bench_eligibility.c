/* SPDX-License-Identifier: MIT */
/* bench_eligibility.c - eight requirements as columns. */
#include "bench.h"
#include "engine.h"
#include "hand.h"
#include "race.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DATES_AND_COUNTS = 7 };

typedef struct work {
    size_t rows;
    int32_t *columns[DATES_AND_COUNTS];
    uint8_t *flagged;
    uint8_t *undiagnosed; /* a bitmap: no first diagnosis */
    uint32_t *wanted, *out;
    uint64_t *failed;
    engine_batch engine;
} work;

static members members_of(const work *w)
{
    members in = {w->columns[0], w->columns[1], w->columns[2], w->columns[3],
                  w->columns[4], w->columns[5], w->columns[6], w->flagged};

    return in;
}

static void run_stream(void *context)
{
    work *w = context;
    members in = members_of(w);

    stream_members(&in, w->rows, w->out);
}

static void run_hand(void *context)
{
    work *w = context;
    members in = members_of(w);

    hand_eligibility(&in, w->rows, w->out);
}

static void run_engine(void *context)
{
    work *w = context;

    engine_run(&w->engine);
}

static void make_rows(work *w)
{
    size_t i;

    for (i = 0; i < w->rows; i++) {
        member m = make_member(i);

        w->columns[0][i] = m.birth;
        w->columns[1][i] = m.retired;
        w->columns[2][i] = m.joined;
        w->columns[3][i] = m.paid_through;
        w->columns[4][i] = m.status;
        w->columns[5][i] = m.months_paid;
        w->columns[6][i] = m.first_diagnosis;
        w->flagged[i] = m.flagged;
        if (m.first_diagnosis == NO_DATE)
            w->undiagnosed[i / 8] |= (uint8_t)(1 << i % 8);
    }
}

/* The library's words are twice as wide. */
static int is_same(const work *w)
{
    size_t i;

    for (i = 0; i < w->rows; i++)
        if (w->failed[i] != w->wanted[i])
            return 0;
    return 1;
}

static void work_open(work *w, size_t rows)
{
    members in;
    int k;

    w->rows = rows;
    for (k = 0; k < DATES_AND_COUNTS; k++)
        w->columns[k] = column_of(rows, sizeof *w->columns[k]);
    w->flagged = column_of(rows, sizeof *w->flagged);
    w->wanted = column_of(rows, sizeof *w->wanted);
    w->out = column_of(rows, sizeof *w->out);
    w->failed = column_of(rows, sizeof *w->failed);
    w->undiagnosed = column_of(rows / 8 + 1, 1);
    memset(w->undiagnosed, 0, rows / 8 + 1);
    make_rows(w);
    in = members_of(w);
    reference_eligibility(&in, rows, w->wanted);
    engine_batch_open(&w->engine, engine_read("eligibility.json"), rows);
    engine_bind_members(&w->engine, &in, w->undiagnosed, w->failed);
}

static void work_close(work *w)
{
    int k;

    engine_batch_close(&w->engine);
    for (k = 0; k < DATES_AND_COUNTS; k++)
        free(w->columns[k]);
    free(w->undiagnosed);
    free(w->failed);
    free(w->flagged);
    free(w->wanted);
    free(w->out);
}

void bench_eligibility(size_t rows)
{
    static race r;
    work w;
    int engine, stream, hand;
    double per = (double)rows;

    printf("\nEligibility, %zu rows\n", rows);
    memset(&r, 0, sizeof r);
    work_open(&w, rows);
    run_hand(&w);
    table_holds("no row differs: eligibility by hand",
                memcmp(w.out, w.wanted, rows * sizeof *w.out) == 0);
    run_engine(&w);
    table_holds("no row differs: eligibility by the library", is_same(&w));
    engine = race_enter(&r, run_engine, &w);
    stream = race_enter(&r, run_stream, &w);
    hand = race_enter(&r, run_hand, &w);
    race_start(&r, rows > LARGE ? 9 : 31);
    table_time("the library", race_time(&r, engine, per), "ns/row",
               race_ratio(&r, engine, stream), "streaming");
    table_time("streaming the same columns", race_time(&r, stream, per),
               "ns/row", 0, "");
    table_time("hand, without branches", race_time(&r, hand, per), "ns/row",
               race_ratio(&r, hand, stream), "streaming (1.02 elsewhere)");
    if (rows <= LARGE)
        table_goal("eight requirements against hand", 1.2,
                   race_ratio(&r, engine, hand));
    else
        table_note("the library takes %.2f x hand",
                   race_ratio(&r, engine, hand));
    work_close(&w);
}
