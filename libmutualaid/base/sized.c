/* SPDX-License-Identifier: MIT */
/* sized.c - public structs that carry their size, in both directions. */
#include "base/sized.h"

#include "base/fault.h"
#include <string.h>

/* The smallest struct: its size and one member. */
#define LEAST_SIZE (2 * sizeof(size_t))
#define MOST_SIZE 4096

static mutaid_status bad_size(mutaid_error *error)
{
    return mutaid__fail(error, MUTAID_CODE_STRUCT_SIZE, NULL, NULL, NULL);
}

mutaid_status mutaid__copy_sized(void *out, const void *own, size_t own_size,
                                 mutaid_error *error)
{
    size_t size;

    memcpy(&size, out, sizeof size);
    if (size < LEAST_SIZE || size > MOST_SIZE)
        return bad_size(error);
    if (size > own_size)
        memset((char *)out + own_size, 0, size - own_size);
    memcpy((char *)out + sizeof size, (const char *)own + sizeof size,
           (size < own_size ? size : own_size) - sizeof size);
    return MUTAID_OK;
}

mutaid_status mutaid__read_sized(void *own, size_t own_size,
                                 const void *options, mutaid_error *error)
{
    size_t size, i;

    if (!options)
        return MUTAID_OK;
    memcpy(&size, options, sizeof size);
    if (size < LEAST_SIZE || size > MOST_SIZE)
        return bad_size(error);
    for (i = own_size; i < size; i++)
        if (((const char *)options)[i] != 0)
            return bad_size(error);
    memcpy(own, options, size < own_size ? size : own_size);
    return MUTAID_OK;
}
