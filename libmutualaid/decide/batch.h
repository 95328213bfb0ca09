/* SPDX-License-Identifier: MIT */
/* batch.h - columns in, columns out, inside. */
#ifndef MUTUALAID_DECIDE_BATCH_H
#define MUTUALAID_DECIDE_BATCH_H

#include "decide/decision.h"
#include "machine/lean.h"
#include <string.h>
#include "input/columns.h"

/* Rows between two calls of the caller's progress. */
#define MUTAID__STRETCH 65536

/* Where the answers of an item go. */
typedef struct mutaid__item_target {
    uint8_t *outcomes;
    int64_t *amounts;
    uint8_t *valid;
} mutaid__item_target;

/* Results of a stretch, in this order: outcome, amount, then of each item its
 * outcome and its amount, then of each requirement whether it failed. */
enum { MUTAID__RESULT_OUTCOME, MUTAID__RESULT_AMOUNT, MUTAID__RESULT_ITEMS };

/* Days on which a part is decided by one program. */
typedef struct mutaid__stretch {
    int64_t from, until;
    bool is_in_force; /* of the part; else all are refused */
    mutaid__lean lean;
    size_t capacity; /* rows that the scratch holds */
} mutaid__stretch;

/* Two facts of which the later must not precede the earlier. */
typedef struct mutaid__fact_pair {
    uint32_t earlier, later;
} mutaid__fact_pair;

/* One part that rows are decided for. */
typedef struct mutaid__batch_part {
    uint32_t part;      /* of the rulebook */
    const bool *reads;  /* by fact */
    bool is_fast;       /* by stretches; else each row as a single case */
    uint32_t day;       /* the fact that says which stretch, or NONE */
    mutaid__stretch *stretches;
    size_t stretch_count;
    MUTAID__ARRAY(mutaid__fact_pair) pairs;
    size_t item_count, require_count;
} mutaid__batch_part;

/* What a runner needs beside its objects and single cases stays below 64 KB:
 * cells, and where rows are sorted by part or day, the room for that. */
#define MUTAID__SCRATCH 44032
#define MUTAID__SCRATCH_SORTED 18432
/* Rows that are sorted by their part and stretch at once. */
#define MUTAID__BLOCK 4096
/* Rows that a program runs over at once, at most. */
#define MUTAID__MOST_CAPACITY 1024

/* A mixed stream whose parts all go by the same fact is sorted by part and
 * stretch in one pass: a key counts the edges that the day of a row reaches. */
typedef struct mutaid__batch_keys {
    uint32_t day;       /* that fact; NONE: parts go by different ones */
    size_t edge_count;  /* of each part, padded with days that never come */
    int64_t *edges;     /* by part, and of no part */
    uint16_t *bases;    /* by part: the key of its first stretch */
    size_t count;       /* of all keys, with one for rows of no part */
} mutaid__batch_keys;

struct mutaid_batch {
    mutaid_rulebook *rulebook; /* a reference */
    mutaid__memory memory;
    mutaid__arena arena; /* what belongs to the parts that are set */
    size_t row_count;
    const mutaid_calendar *calendar;
    mutaid_kernels kernels;
    mutaid__source_column *columns; /* by fact */
    mutaid__batch_part *parts;
    size_t part_count;           /* 0: not set */
    bool is_mixed;               /* known before part_kind is set */
    mutaid__batch_keys keys;
    mutaid_column_kind part_kind; /* NONE: one part for all rows */
    const unsigned char *part_data;
    uint64_t setting; /* counts the times that parts were set */
    size_t failed_words;
    uint8_t *outcomes;
    int64_t *amounts, *least, *most;
    uint8_t *valid;
    uint64_t *failed;
    int32_t *codes;
    uint32_t *facts;
    mutaid__item_target *items; /* of the part */
    size_t item_count;
    struct mutaid__imported *imported; /* a record batch, or NULL */
    struct mutaid__exported *exported; /* columns to hand over, or NULL */
};

/* Rows of a block: all of them from the first on, or those of an index. */
typedef struct mutaid__row_set {
    size_t first;
    const uint16_t *index; /* behind `first`; NULL: one behind the other */
    size_t count;
} mutaid__row_set;

struct mutaid_batch_runner {
    const mutaid_batch *batch;
    mutaid__memory memory;
    mutaid__arena arena;
    uint64_t setting;
    mutaid_batch_progress *progress;
    void *context;
    /* blocks */
    mutaid__lean_run lean;
    uint16_t *keys;      /* by row of a block: its part, or its stretch */
    uint16_t *by_part;   /* rows of a block, sorted */
    uint16_t *by_day;    /* rows of one part, sorted */
    uint32_t *starts[2]; /* where each part, or stretch, begins */
    int64_t *temporary;  /* cells, of a run */
    uint8_t *bytes;      /* of a run */
    bool has_days;       /* the days of the block are given and in range */
    uint8_t *slow;       /* rows to be decided as single cases */
    bool has_slow;
    /* rows as single cases; NULL until the first of them */
    mutaid_case *c;
    mutaid_decision *decision;
};

/* The part of a row, an index into batch->parts; MUTAID_NONE if there is no
 * such. */
static inline uint32_t mutaid__batch_part_of(const mutaid_batch *batch,
                                             size_t row)
{
    int32_t number;

    if (batch->part_kind == MUTAID_COLUMN_NONE)
        return 0;
    if (batch->part_kind == MUTAID_COLUMN_UINT8)
        number = batch->part_data[row];
    else
        memcpy(&number, batch->part_data + row * sizeof number,
               sizeof number);
    return number >= 0 && (size_t)number < batch->part_count
               ? (uint32_t)number
               : MUTAID_NONE;
}

/* --- batch_plan.c: what is prepared of a part --- */

mutaid_status mutaid__batch_prepare(mutaid_batch *batch, size_t part,
                                    mutaid__batch_part *place);

/* What a mixed stream is sorted by, once its parts are prepared. */
mutaid_status mutaid__batch_make_keys(mutaid_batch *batch);

/* --- batch_load.c: facts of rows into the columns of a program --- */

/* Load all that a stretch needs, and mark rows that no block can decide. */
void mutaid__batch_load(const mutaid_batch *batch, mutaid_batch_runner *runner,
                        const mutaid__batch_part *part,
                        const mutaid__stretch *stretch,
                        const mutaid__row_set *rows, bool may_trust);
/* Whether the bits that kernels saw show that inputs which were trusted lie in
 * their ranges. `may_trust` above is false where they did not. */
bool mutaid__batch_is_borne_out(const mutaid_batch *batch,
                                const mutaid_batch_runner *runner,
                                const mutaid__stretch *stretch);
/* The cells of a fact in rows one behind the other, if they lie so, are all
 * given and in range, in lanes of 32 or 64; else NULL. */
const void *mutaid__batch_cells(const mutaid_batch *batch,
                                mutaid_batch_runner *runner, uint32_t fact,
                                const mutaid__row_set *rows,
                                mutaid__lane *lane_out);
/* The days of at most MUTAID__MOST_CAPACITY rows into runner->temporary, and
 * the least and the most of them; of a row without one anything. */
void mutaid__batch_load_days(const mutaid_batch *batch,
                             mutaid_batch_runner *runner, uint32_t day,
                             const mutaid__row_set *rows, int64_t *least_out,
                             int64_t *most_out);

/* --- batch_block.c: rows decided by programs --- */

/* Make the scratch that the parts of the batch need. */
mutaid_status mutaid__batch_make_room(const mutaid_batch *batch,
                                      mutaid_batch_runner *runner);
/* At most MUTAID__BLOCK rows. */
mutaid_status mutaid__batch_block(const mutaid_batch *batch,
                                  mutaid_batch_runner *runner, size_t from,
                                  size_t count);

/* --- batch_write.c: results to where they are wanted --- */

/* Let results be computed where they are wanted, if they can. */
void mutaid__batch_aim(const mutaid_batch *batch, mutaid_batch_runner *runner,
                       const mutaid__stretch *stretch,
                       const mutaid__row_set *rows);
void mutaid__batch_write(const mutaid_batch *batch,
                         mutaid_batch_runner *runner,
                         const mutaid__batch_part *part,
                         const mutaid__stretch *stretch,
                         const mutaid__row_set *rows);
/* Rows of days on which the part is not in force. */
void mutaid__batch_write_refused(const mutaid_batch *batch,
                                 const mutaid__row_set *rows);

static inline size_t mutaid__row_at(const mutaid__row_set *rows, size_t i)
{
    return rows->first + (rows->index ? rows->index[i] : i);
}

/* --- batch_rows.c: one row as a single case --- */

mutaid_status mutaid__batch_single(const mutaid_batch *batch,
                                   mutaid_batch_runner *runner, size_t row);
/* The facts that are read, from a row into a case; `*code_out` says why one
 * cannot be set. */
mutaid_status mutaid__batch_fill_case(const mutaid_batch *batch, size_t row,
                                      const bool *reads, mutaid_case *c,
                                      mutaid_code *code_out,
                                      uint32_t *fact_out, mutaid_error *error);
/* Decide a case and write its answer as that of a row. What is neither OK nor
 * out of memory was written as invalid. */
mutaid_status mutaid__batch_decide_row(const mutaid_batch *batch, size_t row,
                                       uint32_t part, const mutaid_case *c,
                                       mutaid_decision *decision);
/* Write that a row is invalid. */
void mutaid__batch_invalid(const mutaid_batch *batch, size_t row,
                           mutaid_code code, uint32_t fact);

/* --- batch_arrow_in.c, batch_arrow_out.c --- */

/* Release what came from Arrow, and what was to go there. */
void mutaid__batch_let_go(mutaid_batch *batch);
void mutaid__batch_forget_export(mutaid_batch *batch);

static inline void mutaid__set_bit(uint8_t *bytes, size_t index, bool is_set)
{
    uint8_t bit = (uint8_t)(1u << index % 8);

    bytes[index / 8] = (uint8_t)((bytes[index / 8] & ~bit) |
                                 (is_set ? bit : 0));
}

#endif
