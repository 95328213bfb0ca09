/* SPDX-License-Identifier: MIT */
/* bench_claim.c - one decision: its result, its lines, its JSON. */
#include "bench.h"
#include "engine.h"
#include "race.h"
#include "table.h"

#include <string.h>

enum { CASES = 10000 };

typedef struct work {
    engine_claim engine;
    claim_case *cases;
    int64_t sum;
    size_t bytes;
    char text[16384];
} work;

static void run_hand_result(void *context)
{
    work *w = context;
    int i;

    for (i = 0; i < CASES; i++)
        w->sum += hand_claim(&w->cases[i]).amount;
}

static void run_hand_records(void *context)
{
    claim_record records[CLAIM_RECORDS];
    work *w = context;
    int i;

    for (i = 0; i < CASES; i++) {
        w->sum += hand_claim_records(&w->cases[i], records).amount;
        /* the records must really be written */
        __asm__ volatile("" : : "r"(records) : "memory");
    }
}

static void run_hand_json(void *context)
{
    work *w = context;
    int i;

    w->bytes = 0;
    for (i = 0; i < CASES; i++)
        w->bytes += hand_claim_json(&w->cases[i], w->engine.digest, w->text);
}

static void run_decide(void *context)
{
    work *w = context;
    int i;

    for (i = 0; i < CASES; i++)
        w->sum += engine_decide_claim(&w->engine, &w->cases[i]);
}

static void run_json(void *context)
{
    work *w = context;
    int i;

    w->bytes = 0;
    for (i = 0; i < CASES; i++) {
        w->sum += engine_decide_claim(&w->engine, &w->cases[i]);
        w->bytes += engine_claim_json(&w->engine, w->text, sizeof w->text);
    }
}

void bench_claim(void)
{
    static race r;
    static work w;
    int hand, records, hand_json, decide, json, i;

    table_head("One decision: eight requirements, then slices; 10000 cases");
    w.cases = column_of(CASES, sizeof *w.cases);
    for (i = 0; i < CASES; i++)
        w.cases[i] = make_claim_case((size_t)i);
    engine_claim_open(&w.engine);
    hand = race_enter(&r, run_hand_result, &w);
    records = race_enter(&r, run_hand_records, &w);
    hand_json = race_enter(&r, run_hand_json, &w);
    decide = race_enter(&r, run_decide, &w);
    json = race_enter(&r, run_json, &w);
    race_start(&r, 15);
    table_time("hand, the result", race_time(&r, hand, CASES), "ns", 0, "");
    table_time("hand, with 14 records", race_time(&r, records, CASES), "ns", 0,
               "");
    table_time("hand, the same JSON", race_time(&r, hand_json, CASES), "ns", 0,
               "");
    table_note("the JSON has %zu bytes on average", w.bytes / CASES);
    table_time("the library, with its lines", race_time(&r, decide, CASES),
               "ns", race_ratio(&r, decide, records), "hand");
    table_time("the library, with JSON", race_time(&r, json, CASES), "ns",
               race_ratio(&r, json, hand_json), "hand");
    table_goal("one decision, result, against hand", 3,
               race_ratio(&r, decide, hand));
    table_goal("one decision, lines recorded, against hand", 4,
               race_ratio(&r, decide, records));
    table_goal("one decision as JSON, against hand", 2,
               race_ratio(&r, json, hand_json));
    engine_claim_close(&w.engine);
}
