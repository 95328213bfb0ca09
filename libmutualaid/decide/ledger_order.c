/* SPDX-License-Identifier: MIT */
/* ledger_order.c - rows by member and date; ties as they lie. */
#include "decide/ledger.h"

static bool is_behind(const int64_t *members, const int64_t *days, size_t a,
                      size_t b)
{
    if (members[a] != members[b])
        return members[a] > members[b];
    return days[a] > days[b];
}

/* Merge two sorted runs; what is equal keeps its order. */
static void merge(const int64_t *members, const int64_t *days,
                  const size_t *from, size_t middle, size_t count, size_t *to)
{
    size_t a = 0, b = middle, i;

    for (i = 0; i < count; i++) {
        bool takes_second =
            a == middle ||
            (b < count && is_behind(members, days, from[a], from[b]));

        to[i] = takes_second ? from[b++] : from[a++];
    }
}

void mutaid__ledger_sort(const int64_t *members, const int64_t *days,
                         size_t *order, size_t *spare, size_t count)
{
    size_t *from = order, *to = spare, width, start, i;

    for (i = 0; i < count; i++)
        order[i] = i;
    for (width = 1; width < count; width *= 2) {
        size_t *other = from;

        for (start = 0; start < count; start += 2 * width) {
            size_t left = count - start;
            size_t whole = left < 2 * width ? left : 2 * width;

            merge(members, days, from + start, left < width ? left : width,
                  whole, to + start);
        }
        from = to;
        to = other;
    }
    for (i = 0; i < count && from != order; i++)
        order[i] = from[i];
}
