/* SPDX-License-Identifier: MIT */
/* options.h - what adjudicate is asked to do. */
#ifndef EXAMPLES_OPTIONS_H
#define EXAMPLES_OPTIONS_H

#include <mutualaid/mutualaid.h>

#include "answers.h"

typedef struct options {
    const char *rulebook_path; /* NULL: the built-in rulebook */
    mutaid_override *overrides;
    size_t override_count;
    answer_form form;
    mutaid_language language;
    const char *part;      /* of rows that name none, or NULL */
    const char *list_part; /* show its columns instead of deciding, or NULL */
    int is_list;           /* show the parts instead of deciding */
    int is_help;
    const char *path; /* "-": standard input */
} options;

extern const char options_help[];

/* Read the command line. 1, or 0 after saying what is wrong on stderr. */
int options_read(options *o, int argc, char **argv);

void options_free(options *o);

#endif
