/* SPDX-License-Identifier: MIT */
/* failing.h - an allocator that fails when told and looks at every size. */
#ifndef MUTUALAID_TESTS_FAILING_H
#define MUTUALAID_TESTS_FAILING_H

#include "suite.h"
#include <mutualaid/memory.h>

typedef struct failing {
    size_t calls;   /* of allocate and resize so far */
    size_t fail_at; /* the call that fails, from 1; 0: none */
    bool fails_on;  /* and all calls after it */
    size_t blocks;  /* not released yet */
    size_t bytes;
    bool has_failed; /* some call was answered with NULL */
} failing;

/* In front of each block, so that wrong sizes are seen. */
typedef union failing_header {
    size_t size;
    max_align_t alignment;
} failing_header;

static inline bool failing_says_no(failing *state)
{
    bool no = ++state->calls == state->fail_at ||
              (state->fails_on && state->fail_at != 0 &&
               state->calls > state->fail_at);

    state->has_failed |= no;
    return no;
}

/* New blocks hold rubbish, as they may. */
static inline void *failing_allocate(void *context, size_t size)
{
    failing *state = context;

    HOLDS(size > 0);
    if (failing_says_no(state))
        return NULL;

    failing_header *header = malloc(sizeof *header + size);
    HOLDS(header != NULL);
    header->size = size;
    memset(header + 1, 0xA5, size);
    state->blocks++;
    state->bytes += size;
    return header + 1;
}

static inline void failing_release(void *context, void *block, size_t size)
{
    failing *state = context;
    failing_header *header = (failing_header *)block - 1;

    HOLDS(block != NULL && header->size == size);
    memset(block, 0x5A, size);
    state->blocks--;
    state->bytes -= size;
    free(header);
}

static inline void *failing_resize(void *context, void *block, size_t old_size,
                                   size_t new_size)
{
    failing *state = context;

    HOLDS(((failing_header *)block - 1)->size == old_size);
    void *moved = failing_allocate(context, new_size);
    if (moved == NULL)
        return NULL;
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
    failing_release(state, block, old_size);
    return moved;
}

static inline mutaid_allocator failing_allocator(failing *state)
{
    return (mutaid_allocator){sizeof(mutaid_allocator), failing_allocate,
                              failing_resize, failing_release, state};
}

#endif
