/* SPDX-License-Identifier: MIT */
/* entries.h - a stage on which every public function can be called. */
#ifndef MUTUALAID_TESTS_ENTRIES_H
#define MUTUALAID_TESTS_ENTRIES_H

#include "book.h"
#include "failing.h"
#include "harbour.h"

/* A case of the harbour fund, decided; all memory comes from one allocator. */
typedef struct stage {
    mutaid_allocator *allocator;
    mutaid_rulebook *rulebook;
    mutaid_case *c;
    mutaid_decision *d;
    mutaid_report *report; /* of a rulebook with warnings or faults */
    mutaid_error error;    /* of the call that is tried */
    char buffer[30000];
    size_t length;
} stage;

/* Facts of the harbour fund, parts, and so on, by index. */
enum {
    ADMITTED_ON,
    DISCHARGED_ON,
    JOINED_ON,
    WARD,
    SELF_INFLICTED,
    NIGHTS_SO_FAR,
    UNITS
};

/* One function of the library, called on a stage as a program would, with
 * what it needs around it. What is made is released; the status of the first
 * call that fails is returned. */
typedef struct entry {
    const char *name;
    mutaid_status (*run)(stage *s);
} entry;

#define ENTRY(name) static inline mutaid_status run_##name(stage *s)
#define ROW(name) {#name, run_##name}

/* A twin that fills a struct of its own and takes indices. */
#define ENTRY_INFO(name, object, type, INIT, ...) \
    ENTRY(name) \
    { \
        type info = INIT; \
        return name(s->object, __VA_ARGS__ & info, &s->error); \
    }

/* Text into the caller's buffer. */
#define ENTRY_TEXT(name, ...) \
    ENTRY(name) \
    { \
        return name(__VA_ARGS__, s->buffer, sizeof s->buffer, &s->length, \
                    &s->error); \
    }

#endif
