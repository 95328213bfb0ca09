/* SPDX-License-Identifier: MIT */
/* book.h - the handle of a rulebook, as cases and decisions see it. */
#ifndef MUTUALAID_INPUT_BOOK_H
#define MUTUALAID_INPUT_BOOK_H

#include "words/model.h"
#include <stdatomic.h>

struct mutaid__part;
struct mutaid__loan_plan;

/* Immutable once read, but for the count of references. rulebook/ makes and
 * releases it; decide/ knows what a part is. */
struct mutaid_rulebook {
    atomic_size_t references;
    mutaid__memory memory;
    mutaid__arena arena;
    size_t case_memory_cap;
    mutaid__model model;
    char digest[65];
    const mutaid__json *root; /* the document, in the arena */
    struct mutaid__part *parts;
    size_t part_count;
    struct mutaid__loan_plan *loans; /* by loan of the model */
    mutaid__symbols part_names;
};

#endif
