/* SPDX-License-Identifier: MIT */
/* forks.h - where a case can go one way or another, and which way it went. */
#ifndef MUTUALAID_PROVE_FORKS_H
#define MUTUALAID_PROVE_FORKS_H

#include "prove/study.h"

/* A case never came to a fork, or what came of it does not matter to it. */
#define MUTAID__NOT_REACHED (-1)

/* Forks are the comparisons, caps, look-ups and bends of the programs, the
 * requirements, items and days. Forks that compute the same from the same
 * facts are one, whichever versions they stand in. */
typedef struct mutaid__forks {
    const mutaid__study *study;
    mutaid__arena *arena;
    struct mutaid__fork_part *top;
    uint64_t *keys;       /* by slot of the hash table: 0 is empty */
    uint32_t *numbers;    /* by slot: which fork */
    size_t slot_count;
    uint32_t count;       /* forks */
    bool *needed;         /* by column of one program: scratch */
    bool is_out_of_memory;
} mutaid__forks;

mutaid_status mutaid__forks_init(mutaid__forks *forks, mutaid__arena *arena,
                                 const mutaid__study *study);

/* Which way the last run of the study went at each fork. */
void mutaid__forks_trace(mutaid__forks *forks, int32_t *trace);

#endif
