/* SPDX-License-Identifier: MIT */
/* memory.h - where the library's memory comes from, and its hard cap. */
#ifndef MUTUALAID_MEMORY_H
#define MUTUALAID_MEMORY_H

#include <mutualaid/api.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * The library allocates through three functions that a caller may replace,
 * rulebook by rulebook. Cases and decisions use their rulebook's. Each object
 * has a hard cap; to reach it is an ordinary MUTAID_ERROR_MEMORY.
 *
 * Threads: the functions are called from every thread that uses the rulebook
 * or an object made from it, so they must allow that, as malloc does.
 */

/**
 * Three functions and what they are handed first.
 *
 * The library always says how large a block is, so an arena or a counting
 * allocator needs no headers of its own. Blocks are aligned for any type.
 */
typedef struct mutaid_allocator {
    size_t struct_size; /**< sizeof(mutaid_allocator) */
    /** Give `size` bytes (at least 1), or NULL. */
    void *(*allocate)(void *context, size_t size);
    /** Make a block larger or smaller, keeping its content, or NULL and leave
     *  it as it was. */
    void *(*resize)(void *context, void *block, size_t old_size,
                    size_t new_size);
    /** Take back a block; never called with NULL. */
    void (*release)(void *context, void *block, size_t size);
    void *context; /**< handed to the three functions as it is */
} mutaid_allocator;

MUTAID_END_DECLS

#endif
