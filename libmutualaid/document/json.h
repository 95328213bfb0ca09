/* SPDX-License-Identifier: MIT */
/* json.h - strict JSON text to a tree that knows the place of every value. */
#ifndef MUTUALAID_DOCUMENT_JSON_H
#define MUTUALAID_DOCUMENT_JSON_H

#include "base/fault.h"

typedef enum mutaid__json_kind {
    MUTAID__JSON_NULL = 1,
    MUTAID__JSON_FALSE,
    MUTAID__JSON_TRUE,
    MUTAID__JSON_NUMBER, /* text: as written */
    MUTAID__JSON_STRING, /* text: decoded UTF-8 */
    MUTAID__JSON_ARRAY,
    MUTAID__JSON_OBJECT
} mutaid__json_kind;

/* One value. The children of an array or object are linked by `next`, in the
 * order of the text; in an object each child carries its key. Keys and texts
 * end with a NUL that is not counted. */
typedef struct mutaid__json {
    mutaid__json_kind kind;
    uint32_t count;                   /* of children */
    const struct mutaid__json *first; /* first child or NULL */
    const struct mutaid__json *next;  /* next sibling or NULL */
    mutaid__slice key;                /* decoded; empty outside objects */
    mutaid__place key_place;
    mutaid__slice text; /* of numbers and strings */
    mutaid__place place;
} mutaid__json;

typedef struct mutaid__json_limits {
    size_t bytes;    /* of the text */
    uint32_t depth;  /* of nesting: 1 for an array of numbers */
    uint32_t values; /* in all */
} mutaid__json_limits;

/* Read a document. Strict: RFC 8259 in UTF-8, one optional byte-order mark, no
 * duplicate keys, no trailing text, no U+0000 in strings. Faults of syntax go
 * into the report with their place (the caller sorts it); reading goes on
 * where the structure of the text is still sure, and stops where it is not.
 * NULL when the text is no JSON, a limit is passed or memory is out
 * (`*status_out` says which: MUTAID_ERROR_RULEBOOK or MUTAID_ERROR_MEMORY). A
 * document with only duplicate keys comes back as a tree with MUTAID_OK, so
 * that all else is checked too; they count among the errors of the report.
 * The tree borrows nothing from the text. */
const mutaid__json *mutaid__json_read(mutaid__arena *arena, const char *text,
                                      size_t length,
                                      const mutaid__json_limits *limits,
                                      mutaid_report *report,
                                      mutaid_status *status_out);

/* The first child of that key, or NULL; one after the other is looked at. */
const mutaid__json *mutaid__json_get(const mutaid__json *object,
                                     const char *key);

#endif
