/* SPDX-License-Identifier: MIT */
/* bench_loans.c - schedules of 36 instalments with a subsidy. */
#include "bench.h"
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

void bench_loans(size_t rows)
{
    static race r;
    work w = {rows, column_of(rows, 8), column_of(rows, 1), column_of(rows, 8),
              column_of(rows, 8)};
    loans in = loans_of(&w);
    int reference, hand;

    printf("\nSchedules of 36 months with a subsidy, %zu loans\n", rows);
    memset(&r, 0, sizeof r);
    make_loans(0, rows, w.principal, w.rate);
    reference_loans(&in, rows, w.wanted);
    run_hand(&w);
    table_holds("no loan differs: schedules by hand",
                memcmp(w.out, w.wanted, rows * sizeof *w.out) == 0);
    reference = race_enter(&r, run_reference, &w);
    hand = race_enter(&r, run_hand, &w);
    race_start(&r, 15);
    table_time("plain reference", race_time(&r, reference, (double)rows),
               "ns/loan", race_ratio(&r, reference, hand), "hand");
    table_time("hand, scalar", race_time(&r, hand, (double)rows), "ns/loan", 0,
               "");
    free(w.principal);
    free(w.rate);
    free(w.wanted);
    free(w.out);
}
