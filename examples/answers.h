/* SPDX-License-Identifier: MIT */
/* answers.h - write a decision as a row of CSV, as text, or as JSON. */
#ifndef EXAMPLES_ANSWERS_H
#define EXAMPLES_ANSWERS_H

#include <mutualaid/mutualaid.h>
#include <stdio.h>

/* How decisions are written. */
typedef enum answer_form { ANSWER_CSV, ANSWER_TEXT, ANSWER_JSON } answer_form;

/* Where they go. */
typedef struct answers {
    FILE *file;
    answer_form form;
    mutaid_language language; /* of ANSWER_TEXT */
    int has_ids;              /* rows have ids; else they go by their line */
    const mutaid_rulebook *rulebook;
    unsigned decimals; /* of the currency */
    char *buffer;      /* grows to the longest text so far */
    size_t capacity;
} answers;

/* Which row a decision answers. */
typedef struct answered_row {
    size_t line;
    const char *id;
    const char *member;
} answered_row;

/* Make ready to write, and write what stands before the first decision. */
mutaid_status answers_open(answers *a, const mutaid_rulebook *rulebook,
                           mutaid_error *error);

/* Write one decision. */
mutaid_status answers_write(answers *a, const mutaid_decision *decision,
                            const answered_row *row, mutaid_error *error);

void answers_close(answers *a);

#endif
