/* SPDX-License-Identifier: MIT */
/* walk.h - what words can reach: facts, and days on which they change. */
#ifndef MUTUALAID_WORDS_WALK_H
#define MUTUALAID_WORDS_WALK_H

#include "words/model.h"

typedef struct mutaid__walk {
    const mutaid__model *model;
    mutaid__arena *arena;
    const mutaid__with *with; /* facts that operands stand in for */
    size_t with_count;
    bool is_inside_with;
    bool *facts;  /* by fact: is it reached? */
    uint8_t *values; /* by value, as bits: seen, with its days, inside `with` */
    uint8_t *tables;
    bool *parameters, *sources;
    MUTAID__ARRAY(int64_t) days; /* sorted, each once */
    bool is_out_of_memory;
} mutaid__walk;

/* Start with nothing reached. */
void mutaid__walk_init(mutaid__walk *walk, const mutaid__model *model,
                       mutaid__arena *arena);
/* Add what a word (NULL: nothing) reaches. Days are added where dated words
 * are read on the day of the part; not below `on`, and only `with_days`. */
void mutaid__walk_word(mutaid__walk *walk, const mutaid__word *word,
                       bool with_days);
/* Add a day on which something changes. */
void mutaid__walk_day(mutaid__walk *walk, int64_t day);

#endif
