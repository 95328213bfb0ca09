/* SPDX-License-Identifier: MIT */
/* bench_loans.c - schedules of 36 instalments with a subsidy. */
#include "bench.h"
#include "engine.h"
#include "hand.h"
#include "race.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct work {
    size_t rows;
    int64_t *principal;
    uint8_t *rate;
    uint64_t *wanted, *out;
    engine_loan engine;
} work;

static loans loans_of(const work *w)
{
    loans in = {w->principal, w->rate};

    return in;
}

static void run_reference(void *context)
{
    work *w = context;
    loans in = loans_of(w);

    reference_loans(&in, w->rows, w->out);
}

static void run_hand(void *context)
{
    work *w = context;
    loans in = loans_of(w);

    hand_loans(&in, w->rows, w->out);
}

/* The library has no columns of loans: each is a schedule of its own. */
static void run_engine(void *context)
{
    work *w = context;
    size_t i;

    for (i = 0; i < w->rows; i++)
        w->out[i] = engine_fold_loan(&w->engine, w->principal[i], w->rate[i]);
}

static void check(work *w, race_run run, const char *name)
{
    memset(w->out, 0xff, w->rows * sizeof *w->out);
    run(w);
    table_holds(name,
                memcmp(w->out, w->wanted, w->rows * sizeof *w->out) == 0);
}

void bench_loans(size_t rows)
{
    static race r;
    work w;
    loans in;
    int engine, reference, hand;

    printf("\nSchedules of 36 months with a subsidy, %zu loans\n", rows);
    memset(&r, 0, sizeof r);
    w.rows = rows;
    w.principal = column_of(rows, sizeof *w.principal);
    w.rate = column_of(rows, sizeof *w.rate);
    w.wanted = column_of(rows, sizeof *w.wanted);
    w.out = column_of(rows, sizeof *w.out);
    in = loans_of(&w);
    make_loans(0, rows, w.principal, w.rate);
    reference_loans(&in, rows, w.wanted);
    engine_loan_open(&w.engine);
    check(&w, run_hand, "no loan differs: schedules by hand");
    check(&w, run_engine, "no loan differs: schedules by the library");
    engine = race_enter(&r, run_engine, &w);
    reference = race_enter(&r, run_reference, &w);
    hand = race_enter(&r, run_hand, &w);
    race_start(&r, 15);
    table_time("the library, one by one",
               race_time(&r, engine, (double)rows), "ns/loan", 0, "");
    table_time("plain reference", race_time(&r, reference, (double)rows),
               "ns/loan", race_ratio(&r, reference, hand), "hand");
    table_time("hand, scalar", race_time(&r, hand, (double)rows), "ns/loan", 0,
               "");
    table_goal("36 lines with a subsidy against scalar C by hand", 0.3,
               race_ratio(&r, engine, hand));
    engine_loan_close(&w.engine);
    free(w.principal);
    free(w.rate);
    free(w.wanted);
    free(w.out);
}
