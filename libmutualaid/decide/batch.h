/* SPDX-License-Identifier: MIT */
/* batch.h - columns in, columns out, inside. */
#ifndef MUTUALAID_DECIDE_BATCH_H
#define MUTUALAID_DECIDE_BATCH_H

#include "decide/decision.h"
#include "input/columns.h"

/* Rows between two calls of the caller's progress. */
#define MUTAID__STRETCH 65536

/* Where the answers of an item go. */
typedef struct mutaid__item_target {
    uint8_t *outcomes;
    int64_t *amounts;
    uint8_t *valid;
} mutaid__item_target;

/* One part that rows are decided for. */
typedef struct mutaid__batch_part {
    uint32_t part;      /* of the rulebook */
    const bool *reads;  /* by fact */
} mutaid__batch_part;

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

struct mutaid_batch_runner {
    const mutaid_batch *batch;
    mutaid__memory memory;
    mutaid__arena arena;
    uint64_t setting;
    mutaid_batch_progress *progress;
    void *context;
    /* rows as single cases; NULL until the first of them */
    mutaid_case *c;
    mutaid_decision *decision;
};

/* The part of a row, an index into batch->parts; MUTAID_NONE if there is no
 * such. */
uint32_t mutaid__batch_part_of(const mutaid_batch *batch, size_t row);

/* --- batch_rows.c: one row as a single case --- */

mutaid_status mutaid__batch_single(const mutaid_batch *batch,
                                   mutaid_batch_runner *runner, size_t row);
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
