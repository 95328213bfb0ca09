/* SPDX-License-Identifier: MIT */
/* hostile.h - rulebooks and cases that are as large, deep and awkward as
 * anybody could make them. */
#ifndef MUTUALAID_TESTS_HOSTILE_H
#define MUTUALAID_TESTS_HOSTILE_H

#include <mutualaid/mutualaid.h>

/* A text that grows. */
typedef struct text {
    char *data;
    size_t length;
    size_t capacity;
} text;

void put(text *to, const char *format, ...);
void put_bytes(text *to, char byte, size_t count);

/* What reading is to say. */
typedef enum ending {
    READ,    /* it is read */
    REFUSED, /* it is refused as a rulebook */
    FULL     /* a limit, or the memory cap, ends it */
} ending;

/* One shape of rulebook: what `make` writes for a number n of pieces. */
typedef struct shape {
    const char *name;
    void (*make)(text *to, size_t n);
    size_t quick_n;  /* tried by every ./runtests */
    size_t large_n;  /* tried by make check-all */
    ending quick;    /* what is said of quick_n */
    ending large;    /* what is said of large_n */
} shape;

extern const shape shapes[];
extern const size_t shape_count;

#endif
