/* SPDX-License-Identifier: MIT */
/* bench_mixed.c - six schemes in three versions as one stream. */
#include "bench.h"
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
}

static void work_close(work *w)
{
    free(w->scheme);
    free(w->on);
    free(w->c);
    free(w->d);
    free(w->a);
    free(w->b);
    free(w->wanted);
    free(w->out);
}

void bench_mixed(size_t rows)
{
    static race r;
    work w;
    int stream, hand;

    printf("\nMixed stream, %zu rows\n", rows);
    memset(&r, 0, sizeof r);
    work_open(&w, rows);
    run_hand(&w);
    table_holds("no row differs: mixed stream by hand",
                memcmp(w.out, w.wanted, rows * sizeof *w.out) == 0);
    stream = race_enter(&r, run_stream, &w);
    hand = race_enter(&r, run_hand, &w);
    race_start(&r, rows > 5000000 ? 9 : 31);
    table_time("streaming the same columns", race_time(&r, stream, (double)rows),
               "ns/row", 0, "");
    table_time("hand, a switch for each row", race_time(&r, hand, (double)rows),
               "ns/row", race_ratio(&r, hand, stream),
               "streaming (6.1 to 7.0 at 1M rows)");
    work_close(&w);
}
