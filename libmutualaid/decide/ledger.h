/* SPDX-License-Identifier: MIT */
/* ledger.h - claims in order, inside. */
#ifndef MUTUALAID_DECIDE_LEDGER_H
#define MUTUALAID_DECIDE_LEDGER_H

#include "decide/batch.h"
#include <mutualaid/ledger.h>

/* A fact that the ledger fills. */
typedef struct mutaid__kept {
    uint32_t fact;
    const mutaid__per *per;
    bool is_total; /* what the scheme paid; else what entered its steps */
    int64_t *values; /* where they are wanted, or NULL */
    uint8_t *valid;
} mutaid__kept;

/* A step whose entering amounts are kept. */
typedef struct mutaid__kept_step {
    const mutaid__word *word;
    uint32_t kept;
} mutaid__kept_step;

struct mutaid_ledger {
    mutaid_rulebook *rulebook; /* a reference */
    mutaid__memory memory;
    mutaid__arena arena;
    uint32_t part;
    MUTAID__ARRAY(mutaid__kept) kept;
    MUTAID__ARRAY(mutaid__kept_step) steps;
};

/* --- ledger_order.c: rows by member and date --- */

/* Days beside those of the calendar: a row whose part has no date, and one
 * whose date is not known, which may lie before all others. */
#define MUTAID__NO_DAY (INT64_MIN + 1)
#define MUTAID__UNKNOWN_DAY INT64_MIN

/* Sort row numbers by member, then day, then row; `spare` has room for all. */
void mutaid__ledger_sort(const int64_t *members, const int64_t *days,
                         size_t *order, size_t *spare, size_t count);

/* --- ledger_sums.c: what adds up --- */

/* What a row did to a kept fact. */
typedef struct mutaid__ledger_entry {
    mutaid__wide total; /* of its period up to and with this row */
    size_t start;       /* rolling: the first position inside the window */
    uint32_t open;      /* rows up to this one that may count, or not */
    bool is_link;       /* it can be "the last such row" */
} mutaid__ledger_entry;

/* A replay at work: positions are rows in order. */
typedef struct mutaid__replay {
    const mutaid_batch *batch;
    const int64_t *days;    /* by row */
    const size_t *order;    /* rows, by position */
    mutaid__ledger_entry *entries; /* by position, then by kept fact */
    size_t kept_count;
    size_t first;           /* position of the member's first row */
    bool is_undated;        /* a row of the member has no known date */
    bool *is_adrift;        /* by kept fact: a row counts nobody knows where */
} mutaid__replay;

/* What came before a position: false while that is open. */
bool mutaid__ledger_before(mutaid__replay *replay, const mutaid__kept *kept,
                           size_t index, size_t position,
                           mutaid__wide *so_far_out);
/* Enter what a position added: `amount`, or nobody knows (`is_open`). Call it
 * after mutaid__ledger_before(), in order. */
void mutaid__ledger_enter(mutaid__replay *replay, const mutaid__kept *kept,
                          size_t index, size_t position, mutaid__wide amount,
                          bool is_entered, bool is_open);

#endif
