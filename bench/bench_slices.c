/* SPDX-License-Identifier: MIT */
/* bench_slices.c - other tables than the usual one, and every amount there is.
 *
 * Nothing may be fitted to one table: edges, rates, caps and the number of
 * slices are drawn by a seed.
 */
#include "bench.h"
#include "engine.h"
#include "hand.h"
#include "race.h"
#include "table.h"

#include <fenv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TABLES = 12, ROWS = 200000 };

typedef struct work {
    slices rules;
    int64_t *before, *claim, *wanted, *out;
    engine_batch engine;
} work;

static claims claims_of(const work *w)
{
    claims in = {w->before, w->claim};

    return in;
}

static void run_engine(void *context)
{
    work *w = context;

    engine_run(&w->engine);
}

static void run_hand(void *context)
{
    work *w = context;

#if BENCH_HAS_VECTORS
    if (has_vectors()) {
        hand_slices_vector(&w->rules, claims_of(w), ROWS, w->out);
        return;
    }
#endif
    hand_slices(&w->rules, claims_of(w), ROWS, w->out);
}

static void run_stream(void *context)
{
    work *w = context;

    stream_claims(claims_of(w), ROWS, w->out);
}

static void work_open(work *w)
{
    w->before = column_of(ROWS, sizeof *w->before);
    w->claim = column_of(ROWS, sizeof *w->claim);
    w->wanted = column_of(ROWS, sizeof *w->wanted);
    w->out = column_of(ROWS, sizeof *w->out);
}

static void work_close(work *w)
{
    free(w->before);
    free(w->claim);
    free(w->wanted);
    free(w->out);
}

static int agrees(work *w)
{
    memset(w->out, 0xff, ROWS * sizeof *w->out);
    engine_run(&w->engine);
    return memcmp(w->out, w->wanted, ROWS * sizeof *w->out) == 0;
}

/* One table: is every row right, and how long does it take? */
static int race_table(work *w, uint64_t seed, double *to_hand)
{
    static race r;
    int same, engine, hand, stream;

    w->rules = random_slices(seed);
    make_claims(seed * ROWS, ROWS, w->before, w->claim);
    reference_reimbursement(&w->rules, claims_of(w), ROWS, w->wanted);
    engine_open_claims(&w->engine, &w->rules, claims_of(w), ROWS, w->out);
    same = agrees(w);
    memset(&r, 0, sizeof r);
    engine = race_enter(&r, run_engine, w);
    stream = race_enter(&r, run_stream, w);
    hand = race_enter(&r, run_hand, w);
    race_start(&r, 15);
    *to_hand = race_ratio(&r, engine, hand);
    table_note("%2d slices, %s: %6.2f ns/row, %5.2f x streaming%s",
               w->rules.count, seed % 2 ? "rates that rise" : "any rates      ",
               race_time(&r, engine, ROWS), race_ratio(&r, engine, stream),
               same ? "" : ", ROWS DIFFER");
    if (seed % 2)
        table_note("   %.2f x %s by hand", *to_hand,
                   has_vectors() ? "AVX2" : "scalar C");
    engine_batch_close(&w->engine);
    return same;
}

void bench_random_slices(void)
{
    work w;
    double ratio, worst = 0;
    int same = 1;
    uint64_t seed;

    table_head("Tables drawn by a seed, 200000 rows each");
    work_open(&w);
    for (seed = 0; seed < TABLES; seed++) {
        same &= race_table(&w, seed, &ratio);
        if (seed % 2 && ratio > worst)
            worst = ratio;
    }
    work_close(&w);
    table_holds("no row differs: tables drawn by a seed", same);
    if (has_vectors())
        table_goal("the worst of them against AVX2 by hand", 1.15, worst);
}

/* --- every amount, every rounding mode ---------------------------------------- */

/* Amounts up to 10^13 fen, and rows that end on half a fen. */
static void make_wide_claims(work *w)
{
    size_t i;

    for (i = 0; i < ROWS; i++) {
        uint64_t x = random_at(40, i), y = random_at(41, i);

        w->before[i] = (int64_t)(x % 10000000000001u >> x % 40);
        w->claim[i] = (int64_t)(y % 10000000000001u >> y % 40);
        if (i % 4 == 0) {
            w->before[i] = 0;
            w->claim[i] = 130000 + 5 * (int64_t)(y % 74000) / 2;
        }
    }
}

void bench_exactness(void)
{
    static const int modes[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD,
                                FE_TOWARDZERO};
    work w;
    int same = 1, k;

    table_head("Amounts from 0 to 10^13 fen in four rounding modes");
    work_open(&w);
    w.rules = second_reimbursement;
    make_wide_claims(&w);
    reference_reimbursement(&w.rules, claims_of(&w), ROWS, w.wanted);
    engine_open_claims(&w.engine, &second_reimbursement, claims_of(&w), ROWS,
                       w.out);
    for (k = 0; k < 4; k++) {
        fesetround(modes[k]);
        same &= agrees(&w);
        fesetround(FE_TONEAREST);
    }
    engine_batch_close(&w.engine);
    work_close(&w);
    table_holds("no row differs: 0 to 10^13 fen, four rounding modes", same);
}
