/* SPDX-License-Identifier: MIT */
/* symbols.h - a table from names to small numbers, in a fixed order. */
#ifndef MUTUALAID_BASE_SYMBOLS_H
#define MUTUALAID_BASE_SYMBOLS_H

#include "base/memory.h"
#include "base/text.h"

/* Names in order of entry; looked up by a hash that never shows outside. */
typedef struct mutaid__symbols {
    mutaid__arena *arena;
    MUTAID__ARRAY(mutaid__slice) names;
    uint32_t *slots; /* 1 + index of a name, 0 for empty */
    size_t slot_count;
    uint32_t seed; /* of the hash */
} mutaid__symbols;

void mutaid__symbols_init(mutaid__symbols *symbols, mutaid__arena *arena);

/* Index of a name, or MUTAID_NONE. */
uint32_t mutaid__symbols_find(const mutaid__symbols *symbols,
                              mutaid__slice name);

/* Enter a name (the bytes are borrowed and must outlive the table). The index
 * comes back, of the old entry if the name was there (`*is_new_out` false);
 * MUTAID_NONE when memory is out. */
uint32_t mutaid__symbols_enter(mutaid__symbols *symbols, mutaid__slice name,
                               bool *is_new_out);

#endif
