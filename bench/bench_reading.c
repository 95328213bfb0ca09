/* SPDX-License-Identifier: MIT */
/* bench_reading.c - how long a rulebook takes to read. */
#include "bench.h"
#include "engine.h"
#include "race.h"
#include "table.h"

typedef struct work {
    const char *text;
    size_t length;
    mutaid_read_options options;
} work;

static void run_read(void *context)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_rulebook *rulebook = NULL;
    work *w = context;

    if (mutaid_rulebook_read(w->text, w->length, &w->options, &rulebook, NULL,
                             &error))
        engine_stop("the built-in rulebook", &error);
    mutaid_rulebook_unref(rulebook);
}

void bench_reading(void)
{
    static race r;
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    work whole, plain;
    int with, without;

    table_head("Reading the built-in rulebook");
    whole.text = mutaid_rulebook_beijing_text(&whole.length);
    whole.options = options;
    plain = whole;
    plain.options.skip_examples = 1;
    with = race_enter(&r, run_read, &whole);
    without = race_enter(&r, run_read, &plain);
    race_start(&r, 5);
    table_note("%zu bytes of text", whole.length);
    table_time("whole, its examples run", race_time(&r, with, 1e6), "ms", 0,
               "");
    table_time("without its examples", race_time(&r, without, 1e6), "ms", 0,
               "");
    table_time("without, for each byte",
               race_time(&r, without, (double)whole.length), "ns/byte", 0, "");
    table_goal("reading the built-in rulebook, in seconds", 0.1,
               race_time(&r, with, 1e9));
}
