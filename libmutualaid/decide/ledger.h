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

/* Whether a fact is one that the ledger fills. */
bool mutaid__ledger_keeps(const mutaid_ledger *ledger, size_t fact);

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
    bool is_adrift;     /* a row up to this one counts nobody knows where */
} mutaid__ledger_entry;

/* A replay at work: positions are rows in order. */
typedef struct mutaid__replay {
    const mutaid_batch *batch;
    const int64_t *days;  /* by row */
    const size_t *order;  /* rows, by position */
    mutaid__ledger_entry *entries; /* by position, then by kept fact */
    size_t kept_count;
    size_t first;         /* position of the first row of the member at work */
    bool is_undated;      /* a row of the member has no known date */
} mutaid__replay;

/* What came before a position: false while that is open. */
bool mutaid__ledger_before(mutaid__replay *replay, const mutaid__kept *kept,
                           size_t index, size_t position,
                           mutaid__wide *so_far_out);

/* What is known of the amount that entered a step. */
typedef enum mutaid__entering {
    MUTAID__ENTERS_NOTHING,
    MUTAID__ENTERS,
    MUTAID__ENTERS_UNKNOWN
} mutaid__entering;

/* Enter what a position added. Call it after mutaid__ledger_before(), in
 * order. */
void mutaid__ledger_enter(mutaid__replay *replay, const mutaid__kept *kept,
                          size_t index, size_t position,
                          mutaid__entering entering, mutaid__wide amount);

/* --- a run ------------------------------------------------------------------- */

struct mutaid__stage;

/* Memory of one run, and what works in it. */
typedef struct mutaid__ledger_run {
    mutaid_ledger *ledger;
    const mutaid_batch *batch;
    const int64_t *members;
    mutaid__replay replay;
    mutaid_case *c; /* rows as single cases */
    mutaid_decision *d;
    mutaid__arena arena;
    int64_t *days;
    size_t *order, *spare;
    size_t *starts; /* first positions of members that have rows left */
    mutaid__span *spans; /* facts, for the day of the part */
    mutaid__scope scope;
    struct mutaid__stage *stage;
} mutaid__ledger_run;

/* --- ledger_single.c: a row as a single case --- */

/* The amount before a step, as the fact that keeps it holds it; false if it
 * cannot. */
bool mutaid__ledger_amount(const mutaid__ledger_run *run, uint32_t kept,
                           const mutaid__shown *before,
                           mutaid__wide *amount_out);
bool mutaid__ledger_is_line(const mutaid__line_plan *plan,
                            const mutaid__word *word);
/* What came before a position, as the fact's integer: false, naming the code,
 * if the sum leaves its range; `*is_known_out` is false while it is open. */
bool mutaid__ledger_so_far(mutaid__ledger_run *run, uint32_t kept,
                           size_t position, bool *is_known_out,
                           int64_t *integer_out);
/* Write what a kept fact was where that is wanted. */
void mutaid__ledger_write(const mutaid__kept *kept, size_t row, bool is_known,
                          int64_t integer);
/* Decide a position, write it and enter it. */
mutaid_status mutaid__ledger_single(mutaid__ledger_run *run, size_t position);

/* --- ledger_stage.c: rows of one rank as a batch --- */

/* Rows that are decided together, at most. */
#define MUTAID__STAGED 512

mutaid_status mutaid__stage_new(mutaid__ledger_run *run);
void mutaid__stage_free(mutaid__ledger_run *run);
/* Put a position among the staged rows; false if it is no row for a batch: with
 * facts missing, invalid, or told something open. */
bool mutaid__stage_add(mutaid__ledger_run *run, size_t position);
/* Decide what is staged, write it and enter it. */
mutaid_status mutaid__stage_run(mutaid__ledger_run *run);
size_t mutaid__stage_count(const mutaid__ledger_run *run);

#endif
