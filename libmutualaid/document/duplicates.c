/* SPDX-License-Identifier: MIT */
/* duplicates.c - find keys that stand twice in one object. */
#include "document/duplicates.h"

#include <string.h>

/* Up to this many keys each is held against those before it. */
#define FEW_KEYS 8

/* A child, and the first one of the same key. */
typedef struct entry {
    const mutaid__json *child;
    const mutaid__json *earlier;
} entry;

static void report(mutaid__scan *scan, const mutaid__json *child,
                   const mutaid__json *earlier)
{
    char digits[24];
    mutaid__out out;

    mutaid__out_init(&out, digits, sizeof digits);
    mutaid__out_integer(&out, earlier->key_place.line);
    mutaid__report_add(scan->report, MUTAID_CODE_DUPLICATE_KEY,
                       child->key_place, child->key,
                       (mutaid__slice){digits, out.length}, MUTAID__NO_TEXT);
}

static void report_among_few(mutaid__scan *scan, const mutaid__json *object)
{
    const mutaid__json *child = object->first;

    for (; child != NULL; child = child->next) {
        const mutaid__json *earlier = object->first;

        while (earlier != child &&
               !mutaid__slice_equal(earlier->key, child->key))
            earlier = earlier->next;
        if (earlier != child)
            report(scan, child, earlier);
    }
}

static bool is_after_by_key(entry a, entry b)
{
    return mutaid__slice_compare(a.child->key, b.child->key) > 0;
}

static bool is_after_by_place(entry a, entry b)
{
    return a.child->key_place.offset > b.child->key_place.offset;
}

static void merge(const entry *a, size_t a_count, const entry *b,
                  size_t b_count, entry *to, bool (*is_after)(entry, entry))
{
    while (a_count > 0 && b_count > 0) {
        if (is_after(*a, *b)) {
            *to++ = *b++;
            b_count--;
        } else {
            *to++ = *a++;
            a_count--;
        }
    }
    memcpy(to, a, a_count * sizeof *to);
    memcpy(to + a_count, b, b_count * sizeof *to);
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Merge sort: stable, and as fast for every order of keys; a hash table could
 * be filled with keys that collide. */
static void sort(entry *entries, entry *spare, size_t count,
                 bool (*is_after)(entry, entry))
{
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t from = 0; from < count; from += 2 * width) {
            size_t left = smaller(width, count - from);
            size_t right = smaller(width, count - from - left);

            merge(entries + from, left, entries + from + left, right,
                  spare + from, is_after);
        }
        memcpy(entries, spare, count * sizeof *entries);
    }
}

/* Keep of entries sorted by key those that are not the first of their key. */
static size_t keep_duplicates(entry *entries, size_t count)
{
    const mutaid__json *first = entries[0].child;
    size_t kept = 0;

    for (size_t i = 1; i < count; i++) {
        const mutaid__json *child = entries[i].child;

        if (mutaid__slice_equal(child->key, first->key))
            entries[kept++] = (entry){child, first};
        else
            first = child;
    }
    return kept;
}

static bool report_among_many(mutaid__scan *scan, const mutaid__json *object,
                              mutaid__memory *memory)
{
    size_t count = 0;
    size_t size = 2 * (size_t)object->count * sizeof(entry);
    entry *entries = mutaid__memory_take(memory, size);

    if (entries == NULL)
        return false;

    const mutaid__json *child = object->first;
    for (; child != NULL; child = child->next)
        entries[count++].child = child;
    sort(entries, entries + count, count, is_after_by_key);

    size_t kept = keep_duplicates(entries, count);
    sort(entries, entries + count, kept, is_after_by_place);
    for (size_t i = 0; i < kept; i++)
        report(scan, entries[i].child, entries[i].earlier);
    mutaid__memory_release(memory, entries, size);
    return true;
}

bool mutaid__report_duplicates(mutaid__scan *scan, const mutaid__json *object,
                               mutaid__memory *memory)
{
    if (object->count > FEW_KEYS)
        return report_among_many(scan, object, memory);
    report_among_few(scan, object);
    return true;
}
