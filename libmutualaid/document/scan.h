/* SPDX-License-Identifier: MIT */
/* scan.h - a JSON text being read: places, white space, marks, faults. */
#ifndef MUTUALAID_DOCUMENT_SCAN_H
#define MUTUALAID_DOCUMENT_SCAN_H

#include "document/json.h"

/* A text being read, and what became of it so far. */
typedef struct mutaid__scan {
    const char *text;
    size_t length;
    size_t at;           /* the next byte */
    size_t line_start;   /* first byte of this line */
    size_t continuation; /* bytes of this line that begin no character */
    uint32_t line;
    mutaid__place behind; /* right behind the last token */
    char *store;          /* room for all texts, decoded */
    size_t stored;
    mutaid_report *report;
    bool is_faulty; /* something was reported */
    bool is_over;   /* there is no sense in reading on */
} mutaid__scan;

#define MUTAID__NO_TEXT ((mutaid__slice){NULL, 0})

/* The place of the next byte. */
mutaid__place mutaid__scan_place(const mutaid__scan *scan);
/* The next byte, or -1 at the end. */
int mutaid__scan_peek(const mutaid__scan *scan);
/* Skip one character, which is valid. */
void mutaid__scan_skip(mutaid__scan *scan);
/* Whether the next bytes are a character; if not, that is a fault, and there
 * is no sense in reading on. */
bool mutaid__scan_is_utf8(mutaid__scan *scan);

/* Report a fault; reading may go on. */
void mutaid__scan_fault(mutaid__scan *scan, mutaid_code code,
                        mutaid__place place, mutaid__slice first,
                        mutaid__slice second);
/* Report that the next character cannot stand there, and what to write
 * instead. */
void mutaid__scan_refuse(mutaid__scan *scan, const char *remedy);
/* The same, and there is no sense in reading on. */
void mutaid__scan_stop(mutaid__scan *scan, const char *remedy);
/* The text ends inside `what`, which begins at `place`. */
void mutaid__scan_end(mutaid__scan *scan, const char *what, mutaid__place place,
                      const char *close);

/* Skip white space. What only looks like it, and comments, are faults. */
void mutaid__scan_space(mutaid__scan *scan);
/* Skip a comma or colon if it comes next. Its full-width form is a fault. */
bool mutaid__scan_take(mutaid__scan *scan, char mark);

/* Put bytes behind what is stored. There is room for all of them: a string
 * gets no longer by decoding and its quotes leave room for the NUL; what has
 * no quotes is followed by a byte that is not stored, or by the end, for which
 * there is one byte more. */
void mutaid__scan_store(mutaid__scan *scan, const char *bytes, size_t length);
/* End a token: what was stored from there on is its text. */
mutaid__slice mutaid__scan_text(mutaid__scan *scan, size_t from);

#endif
