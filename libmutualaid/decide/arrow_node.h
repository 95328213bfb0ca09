/* SPDX-License-Identifier: MIT */
/* arrow_node.h - arrays and schemas that are handed over, and their release.
 *
 * Whoever takes an array may move single columns out of it and release each
 * when it likes. So every node owns what is its own, and a parent releases
 * those children that are still there.
 */
#ifndef MUTUALAID_DECIDE_ARROW_NODE_H
#define MUTUALAID_DECIDE_ARROW_NODE_H

#include "base/memory.h"
#include "base/text.h"
#include <mutualaid/arrow.h>

/* A block of the allocator; data NULL: none. */
typedef struct mutaid__owned {
    void *data;
    size_t size;
} mutaid__owned;

/* Memory that outlives every object here: no cap counts it. */
void *mutaid__owned_take(const mutaid_allocator *allocator, size_t size,
                         mutaid__owned *owned_out);
void mutaid__owned_release(const mutaid_allocator *allocator,
                           mutaid__owned *owned);

/* An array of `length` cells with room for children, all of them released (so
 * that the array may be released at any time); NULL buffers. False: no
 * memory. */
bool mutaid__array_node(const mutaid_allocator *allocator, int64_t length,
                        int64_t buffer_count, int64_t child_count,
                        bool has_dictionary, struct ArrowArray *out);
/* Give a buffer to the array, which releases it; or one that is static. */
void mutaid__array_give(struct ArrowArray *array, int64_t buffer,
                        mutaid__owned *owned);
void mutaid__array_lend(struct ArrowArray *array, int64_t buffer,
                        const void *data);

/* The same for a schema; format and name are copied. */
bool mutaid__schema_node(const mutaid_allocator *allocator, const char *format,
                         mutaid__slice prefix, mutaid__slice name,
                         int64_t flags, int64_t child_count,
                         bool has_dictionary, struct ArrowSchema *out);

#endif
