/* SPDX-License-Identifier: MIT */
/* bytes.c - numbers out of a fuzzer's bytes, and the way out. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

void fuzz_broken(const char *what, const char *file, int line)
{
    fprintf(stderr, "%s:%d: not so: %s\n", file, line, what);
    abort();
}

uint8_t take_byte(bytes *from)
{
    if (from->size == 0)
        return 0;
    from->size--;
    return *from->data++;
}

uint64_t take_number(bytes *from, size_t byte_count)
{
    uint64_t number = 0;

    for (size_t i = 0; i < byte_count; i++)
        number = number << 8 | take_byte(from);
    return number;
}

size_t take_index(bytes *from, size_t count)
{
    size_t byte_count = count > 256 ? 2 : 1;

    return count > 0 ? (size_t)take_number(from, byte_count) % count : 0;
}
