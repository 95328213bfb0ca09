/* SPDX-License-Identifier: MIT */
/* bench_mixed.c - six schemes in three versions as one stream. */
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
    uint8_t *scheme;
    int32_t *on, *c, *d;
    int64_t *a, *b, *wanted, *out;
    engine_batch engine;
} work;

static events events_of(const work *w)
{
    events in = {w->scheme, w->on, w->a, w->b, w->c, w->d};

    return in;
}

static void run_stream(void *context)
{
    work *w = context;
    events in = events_of(w);

    stream_events(&in, w->rows, w->out);
}

static void run_hand(void *context)
{
    work *w = context;
    events in = events_of(w);

    hand_mixed(&in, w->rows, w->out);
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
        event e = make_event(i);

        w->scheme[i] = e.scheme;
        w->on[i] = e.on;
        w->a[i] = e.a;
        w->b[i] = e.b;
        w->c[i] = e.c;
        w->d[i] = e.d;
    }
}

static void work_open(work *w, size_t rows)
{
    events in;

    w->rows = rows;
    w->scheme = column_of(rows, sizeof *w->scheme);
    w->on = column_of(rows, sizeof *w->on);
    w->c = column_of(rows, sizeof *w->c);
    w->d = column_of(rows, sizeof *w->d);
    w->a = column_of(rows, sizeof *w->a);
    w->b = column_of(rows, sizeof *w->b);
    w->wanted = column_of(rows, sizeof *w->wanted);
    w->out = column_of(rows, sizeof *w->out);
    make_rows(w);
    in = events_of(w);
    reference_mixed(&in, rows, w->wanted);
    engine_batch_open(&w->engine, engine_read("mixed.json"), rows);
    engine_bind_events(&w->engine, &in, w->out);
}

static void work_close(work *w)
{
    engine_batch_close(&w->engine);
    free(w->scheme);
    free(w->on);
    free(w->c);
    free(w->d);
    free(w->a);
    free(w->b);
    free(w->wanted);
    free(w->out);
}

static void check(work *w, race_run run, const char *name)
{
    memset(w->out, 0xff, w->rows * sizeof *w->out);
    run(w);
    table_holds(name,
                memcmp(w->out, w->wanted, w->rows * sizeof *w->out) == 0);
}

void bench_mixed(size_t rows)
{
    static race r;
    work w;
    int engine, stream, hand;
    double per = (double)rows;

    printf("\nMixed stream, %zu rows\n", rows);
    memset(&r, 0, sizeof r);
    work_open(&w, rows);
    check(&w, run_hand, "no row differs: mixed stream by hand");
    check(&w, run_engine, "no row differs: mixed stream by the library");
    engine = race_enter(&r, run_engine, &w);
    stream = race_enter(&r, run_stream, &w);
    hand = race_enter(&r, run_hand, &w);
    race_start(&r, rows > LARGE ? 9 : 31);
    table_time("the library", race_time(&r, engine, per), "ns/row",
               race_ratio(&r, engine, stream), "streaming");
    table_time("streaming the same columns", race_time(&r, stream, per),
               "ns/row", 0, "");
    table_time("hand, a switch for each row", race_time(&r, hand, per),
               "ns/row", race_ratio(&r, hand, stream),
               "streaming (6.1 to 7.0 elsewhere)");
    if (rows <= LARGE)
        table_goal("mixed stream against a switch by hand", 0.7,
                   race_ratio(&r, engine, hand));
    else
        table_note("the library takes %.2f x hand",
                   race_ratio(&r, engine, hand));
    work_close(&w);
}
