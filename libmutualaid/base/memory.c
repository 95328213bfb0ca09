/* SPDX-License-Identifier: MIT */
/* memory.c - memory with a hard cap: an allocator, and arenas above it. */
#include "base/memory.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Chunks double from the first size, so that a small arena stays small and a
 * large one takes few blocks. */
#define FIRST_CHUNK ((size_t)2048)
#define LARGEST_CHUNK ((size_t)1 << 20)

typedef struct mutaid__chunk {
    struct mutaid__chunk *next;
    size_t size; /* with this header */
    size_t used; /* with this header */
} chunk;

#define ALIGNMENT _Alignof(max_align_t)
#define HEADER ((sizeof(chunk) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT)

static void *default_allocate(void *context, size_t size)
{
    (void)context;
    return malloc(size);
}

static void *default_resize(void *context, void *block, size_t old_size,
                            size_t new_size)
{
    (void)context;
    (void)old_size;
    return realloc(block, new_size);
}

static void default_release(void *context, void *block, size_t size)
{
    (void)context;
    (void)size;
    free(block);
}

void mutaid__memory_init(mutaid__memory *memory,
                         const mutaid_allocator *allocator, size_t cap)
{
    static const mutaid_allocator usual = {
        sizeof usual, default_allocate, default_resize, default_release, NULL};

    memory->allocator = allocator != NULL ? *allocator : usual;
    memory->used = 0;
    memory->cap = cap;
}

/* An allocator is never asked for nothing, so that NULL always means no. */
static size_t at_least_one(size_t size)
{
    return size > 0 ? size : 1;
}

void *mutaid__memory_take(mutaid__memory *memory, size_t size)
{
    size = at_least_one(size);
    if (size > memory->cap - memory->used)
        return NULL;

    void *block = memory->allocator.allocate(memory->allocator.context, size);
    if (block == NULL)
        return NULL;
    memory->used += size;
    memset(block, 0, size);
    return block;
}

void *mutaid__memory_resize(mutaid__memory *memory, void *block,
                            size_t old_size, size_t new_size)
{
    if (block == NULL)
        return mutaid__memory_take(memory, new_size);

    old_size = at_least_one(old_size);
    new_size = at_least_one(new_size);
    if (new_size > old_size && new_size - old_size > memory->cap - memory->used)
        return NULL;

    void *moved = memory->allocator.resize(memory->allocator.context, block,
                                           old_size, new_size);
    if (moved == NULL)
        return NULL;
    memory->used = memory->used - old_size + new_size;
    if (new_size > old_size)
        memset((char *)moved + old_size, 0, new_size - old_size);
    return moved;
}

void mutaid__memory_release(mutaid__memory *memory, void *block, size_t size)
{
    if (block == NULL)
        return;
    size = at_least_one(size);
    memory->used -= size;
    memory->allocator.release(memory->allocator.context, block, size);
}

void mutaid__arena_init(mutaid__arena *arena, mutaid__memory *memory)
{
    arena->memory = memory;
    arena->chunks = NULL;
}

static chunk *new_chunk(mutaid__memory *memory, size_t size)
{
    chunk *made = mutaid__memory_take(memory, size);

    if (made == NULL)
        return NULL;
    made->size = size;
    made->used = HEADER;
    return made;
}

static size_t usual_chunk_size(const mutaid__arena *arena)
{
    if (arena->chunks == NULL)
        return FIRST_CHUNK;
    if (arena->chunks->size >= LARGEST_CHUNK / 2)
        return LARGEST_CHUNK;
    return arena->chunks->size * 2;
}

/* Make room for `size` bytes. A block larger than a chunk gets one of its own,
 * which is put behind the newest so that the rest of that is not lost. Close
 * to the cap a chunk is only as large as it must be. */
static chunk *add_chunk(mutaid__arena *arena, size_t size)
{
    size_t usual = usual_chunk_size(arena);
    bool is_large = size > usual - HEADER;
    chunk *made = NULL;

    if (!is_large)
        made = new_chunk(arena->memory, usual);
    if (made == NULL)
        made = new_chunk(arena->memory, HEADER + size);
    if (made == NULL)
        return NULL;
    if (is_large && arena->chunks != NULL) {
        made->next = arena->chunks->next;
        arena->chunks->next = made;
    } else {
        made->next = arena->chunks;
        arena->chunks = made;
    }
    return made;
}

void *mutaid__arena_take(mutaid__arena *arena, size_t size)
{
    if (size > SIZE_MAX - HEADER - ALIGNMENT)
        return NULL;
    size = (at_least_one(size) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;

    chunk *from = arena->chunks;
    if (from == NULL || size > from->size - from->used)
        from = add_chunk(arena, size);
    if (from == NULL)
        return NULL;

    void *block = (char *)from + from->used;
    from->used += size;
    return block;
}

char *mutaid__arena_copy(mutaid__arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX)
        return NULL;

    char *copy = mutaid__arena_take(arena, length + 1);
    if (copy != NULL && length > 0)
        memcpy(copy, text, length);
    return copy;
}

void mutaid__arena_free(mutaid__arena *arena)
{
    chunk *each = arena->chunks;

    while (each != NULL) {
        chunk *next = each->next;
        mutaid__memory_release(arena->memory, each, each->size);
        each = next;
    }
    arena->chunks = NULL;
}

void *mutaid__array_grow(mutaid__arena *arena, void *items, size_t *capacity,
                         size_t count, size_t item_size)
{
    if (*capacity > SIZE_MAX / 2 / item_size)
        return NULL;

    size_t larger = *capacity > 0 ? *capacity * 2 : 4;
    void *moved = mutaid__arena_take(arena, larger * item_size);
    if (moved == NULL)
        return NULL;
    if (count > 0)
        memcpy(moved, items, count * item_size);
    *capacity = larger;
    return moved;
}

void *mutaid__array_grow_into(mutaid__arena *arena, void *items_member,
                              size_t *capacity, size_t count, size_t item_size)
{
    void *items;

    memcpy(&items, items_member, sizeof items);
    void *moved = mutaid__array_grow(arena, items, capacity, count, item_size);
    if (moved != NULL)
        memcpy(items_member, &moved, sizeof moved);
    return moved;
}
