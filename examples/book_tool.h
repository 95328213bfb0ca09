/* SPDX-License-Identifier: MIT */
/* book_tool.h - what the commands of examples/rulebook share. */
#ifndef EXAMPLES_BOOK_TOOL_H
#define EXAMPLES_BOOK_TOOL_H

#include <mutualaid/mutualaid.h>

/* How a run ends, for scripts and continuous integration. */
enum { TOOL_FINE = 0, TOOL_FOUND = 1, TOOL_FAILED = 2 };

typedef enum tool_form { TOOL_TABLE, TOOL_CSV, TOOL_JSON } tool_form;

/* What the tool is asked to do. */
typedef struct tool {
    const char *command;
    const char *paths[2]; /* "-": the built-in rulebook */
    size_t path_count;
    mutaid_override *overrides; /* of the last rulebook that is read */
    size_t override_count;
    mutaid_language language;
    tool_form form;
    const char *part;       /* NULL: all of them */
    const char *cases_path; /* a file of cases, a line of JSON each, or NULL */
    int is_strict;          /* warnings count as faults */
    int is_all;             /* what is fine, or mere wording, as well */
    int is_colourful;
} tool;

/* Read the command line. 1, or 0 after saying what is wrong on stderr. */
int tool_read(tool *t, int argc, char **argv);
void tool_close(tool *t);
extern const char tool_help[];

/* Read the rulebook of a path, with overrides if asked. Every fault and, if
 * `with_warnings`, warning is said on stderr, on a terminal with the line it
 * is about. NULL after a fault; `*warnings_out` may be NULL. */
mutaid_rulebook *tool_load(const tool *t, size_t path, int is_overridden,
                           int with_warnings, size_t *warnings_out);

/* Say an error of the library: always TOOL_FAILED. */
int tool_fail(const mutaid_error *error);

/* zh or en, as the tool was asked. */
const char *tool_word(const tool *t, const char *zh, const char *en);
const char *tool_text(const tool *t, mutaid_text text);

/* Texts in a buffer of their own, the latest eight at a time. */
const char *tool_money(const mutaid_rulebook *rulebook, mutaid_money amount);
const char *tool_day(mutaid_date day);
const char *tool_outcome(const tool *t, mutaid_outcome outcome);
/* A value of a fact as people read it, and as a table of cases holds it. */
const char *tool_value(const tool *t, const mutaid_rulebook *rulebook,
                       size_t fact, int32_t state, int64_t integer);
const char *tool_cell(const mutaid_rulebook *rulebook, size_t fact,
                      int32_t state, int64_t integer);
/* "12:5 schemes.x.benefits[0]", "" for none. */
const char *tool_clause(const mutaid_rulebook *rulebook, uint32_t clause);

/* Write a text as a JSON string. */
void tool_json(const char *text);

/* Parts that were asked for: the first index from `*at` on, which moves behind
 * it; 0 when there is none left. */
int tool_next_part(const tool *t, const mutaid_rulebook *rulebook, size_t *at,
                   size_t *part_out, mutaid_part_info *info_out);
/* 0 after saying that there is no such part. */
int tool_has_part(const tool *t, const mutaid_rulebook *rulebook);

/* Hand each line of the file of cases to `use`; TOOL_FAILED if one could not
 * be read. */
int tool_each_case(const tool *t, mutaid_rulebook *rulebook,
                   int (*use)(void *context, mutaid_case *c, uint32_t part),
                   void *context);

/* The commands. */
int book_check(const tool *t);
int book_bounds(const tool *t);
int book_cases(const tool *t);
int book_cover(const tool *t);
int book_diff(const tool *t);
int book_turn(const tool *t);

#endif
