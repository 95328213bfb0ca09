/* SPDX-License-Identifier: MIT */
/* memory.h - memory with a hard cap: an allocator, and arenas above it. */
#ifndef MUTUALAID_BASE_MEMORY_H
#define MUTUALAID_BASE_MEMORY_H

#include <mutualaid/memory.h>
#include <mutualaid/status.h>

/* The caller's allocator, and how much of the cap is used. */
typedef struct mutaid__memory {
    mutaid_allocator allocator;
    size_t used;
    size_t cap;
} mutaid__memory;

/* Start with `allocator` (NULL: malloc and its kin) and a cap in bytes. */
void mutaid__memory_init(mutaid__memory *memory,
                         const mutaid_allocator *allocator, size_t cap);

/* Give `size` zeroed bytes, or NULL when the allocator or the cap says no.
 * A size of 0 gives a block all the same. */
void *mutaid__memory_take(mutaid__memory *memory, size_t size);

/* Make a block larger; new bytes are zero. NULL leaves it as it was. A NULL
 * block with old_size 0 is a new one. */
void *mutaid__memory_resize(mutaid__memory *memory, void *block,
                            size_t old_size, size_t new_size);

/* Take a block back; NULL does nothing. */
void mutaid__memory_release(mutaid__memory *memory, void *block, size_t size);

struct mutaid__chunk;

/* Memory that is released all at once. Borrows its `memory`. */
typedef struct mutaid__arena {
    mutaid__memory *memory;
    struct mutaid__chunk *chunks; /* newest first */
} mutaid__arena;

void mutaid__arena_init(mutaid__arena *arena, mutaid__memory *memory);

/* Give `size` zeroed bytes aligned for any type, or NULL. */
void *mutaid__arena_take(mutaid__arena *arena, size_t size);

/* Copy `length` bytes and end them with a NUL, or NULL. */
char *mutaid__arena_copy(mutaid__arena *arena, const char *text, size_t length);

/* Release everything; the arena is empty and may be used again. */
void mutaid__arena_free(mutaid__arena *arena);

/* A growing array in an arena. Declare a member as
 *     MUTAID__ARRAY(type) names;
 * and call mutaid__array_push(arena, &names) for a pointer to a new zeroed
 * last item, or NULL. Items move when the array grows. */
#define MUTAID__ARRAY(type) \
    struct { \
        type *items; \
        size_t count; \
        size_t capacity; \
    }

void *mutaid__array_grow(mutaid__arena *arena, void *items, size_t *capacity,
                         size_t count, size_t item_size);

#define mutaid__array_push(arena, array) \
    ((array)->count < (array)->capacity || \
             ((void *)0 != \
              mutaid__array_grow_into((arena), (void *)&(array)->items, \
                                      &(array)->capacity, (array)->count, \
                                      sizeof *(array)->items)) \
         ? &(array)->items[(array)->count++] \
         : (void *)0)

/* As mutaid__array_grow(), storing the new items on success only. The member
 * that holds them is of any pointer type, so it is read and written by copy. */
void *mutaid__array_grow_into(mutaid__arena *arena, void *items_member,
                              size_t *capacity, size_t count, size_t item_size);

#endif
