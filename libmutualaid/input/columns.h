/* SPDX-License-Identifier: MIT */
/* columns.h - facts of many rows in the caller's memory: what a cell holds. */
#ifndef MUTUALAID_INPUT_COLUMNS_H
#define MUTUALAID_INPUT_COLUMNS_H

#include "words/model.h"
#include <mutualaid/batch.h>

/* A bitmap of the caller, or NULL; row 0 is bit `first`. */
typedef struct mutaid__bitmap {
    const uint8_t *bytes;
    size_t first;
} mutaid__bitmap;

/* What a fact is bound to. */
typedef struct mutaid__source_column {
    mutaid_column_kind kind;
    const unsigned char *data;
    ptrdiff_t stride;
    size_t first_bit;               /* BITS */
    mutaid__bitmap valid, absent;
    int scale;                      /* DECIMAL128 */
    const uint32_t *dictionary;     /* choices; NULL: cells are choices */
    size_t dictionary_count;
    const char *text;               /* TEXT32, TEXT64 */
} mutaid__source_column;

/* Bytes of a cell; 0 for bits and text. */
size_t mutaid__kind_width(mutaid_column_kind kind);
bool mutaid__kind_is_whole(mutaid_column_kind kind);
bool mutaid__kind_is_text(mutaid_column_kind kind);
/* Whether cells of a kind can hold values of a fact. */
bool mutaid__kind_holds(mutaid_column_kind kind, const mutaid__fact *fact);

static inline bool mutaid__bit(const uint8_t *bytes, size_t index)
{
    return bytes[index / 8] >> index % 8 & 1;
}

/* The cell of one row: whether it is given, absent or open, and its integer.
 * NONE, or why no case could hold it. */
mutaid_code mutaid__column_cell(const mutaid__fact *fact,
                                const mutaid__source_column *column,
                                size_t row, mutaid_state *state_out,
                                int64_t *integer_out);

#endif
