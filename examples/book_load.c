/* SPDX-License-Identifier: MIT */
/* book_load.c - read a rulebook and show every fault where it stands. */
#include "book_tool.h"
#include "file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How much of a long line is shown around a fault, in characters. */
enum { BEFORE = 60, SHOWN = 100 };

/* Bytes of the character at `at`. */
static size_t step(const char *at, const char *end)
{
    size_t length = 1;

    while (at + length < end && ((unsigned char)at[length] & 0xC0) == 0x80)
        length++;
    return length;
}

/* Chinese characters take two cells, so the caret is set by as wide blanks. */
static void put_blank(const char *character, size_t length)
{
    if (*character == '\t')
        putc('\t', stderr);
    else
        fputs(length >= 3 ? "\xE3\x80\x80" : " ", stderr);
}

/* The line of a fault, and a caret below its column. */
static void show_excerpt(const tool *t, const char *text, size_t length,
                         const mutaid_fault *fault)
{
    const char *end = text + length, *start = text, *at;
    size_t line = 1, skipped = 0, shown = 0;

    while (line < fault->line && start < end)
        line += *start++ == '\n';
    for (; fault->column > BEFORE && skipped + BEFORE < fault->column &&
           start < end && *start != '\n';
         skipped++)
        start += step(start, end);
    fprintf(stderr, "%6lu | ", (unsigned long)fault->line);
    for (at = start; at < end && *at != '\n' && *at != '\r' && shown < SHOWN;
         at += step(at, end), shown++)
        fwrite(at, 1, step(at, end), stderr);
    fputs("\n       | ", stderr);
    for (at = start; at < end && *at != '\n' && skipped + 1 < fault->column;
         at += step(at, end), skipped++)
        put_blank(at, step(at, end));
    fprintf(stderr, "%s^%s\n", t->is_colourful ? "\033[1;32m" : "",
            t->is_colourful ? "\033[0m" : "");
}

static void show_fault(const tool *t, const char *path, const char *text,
                       size_t length, const mutaid_fault *fault)
{
    const char *kind = fault->is_warning
                           ? (t->is_colourful ? "\033[1;35mwarning:\033[0m "
                                              : "warning: ")
                           : (t->is_colourful ? "\033[1;31merror:\033[0m "
                                              : "error: ");

    fprintf(stderr, "%s:%lu:%lu: %s%s; %s\n", path,
            (unsigned long)fault->line, (unsigned long)fault->column, kind,
            fault->text, fault->remedy);
    if (t->is_colourful && fault->line > 0)
        show_excerpt(t, text, length, fault);
}

static size_t show_report(const tool *t, const char *path, const char *text,
                          size_t length, const mutaid_report *report,
                          int with_warnings)
{
    size_t warnings = 0, i;

    for (i = 0; i < mutaid_report_count(report); i++) {
        mutaid_fault fault = MUTAID_FAULT_INIT;

        if (mutaid_report_fault(report, i, &fault, NULL) != MUTAID_OK)
            continue;
        warnings += fault.is_warning;
        if (!fault.is_warning || with_warnings)
            show_fault(t, path, text, length, &fault);
    }
    return warnings;
}

mutaid_rulebook *tool_load(const tool *t, size_t path, int is_overridden,
                           int with_warnings, size_t *warnings_out)
{
    const char *name = t->paths[path], *text;
    int is_built_in = strcmp(name, "-") == 0;
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_rulebook *rulebook = NULL;
    mutaid_report *report = NULL;
    size_t length = 0, warnings;
    char *own = NULL;

    text = is_built_in ? mutaid_rulebook_beijing_text(&length)
                       : (own = read_file(name, &length));
    if (!text) {
        fprintf(stderr, "rulebook: %s cannot be read\n", name);
        return NULL;
    }
    if (is_overridden) {
        options.overrides = t->overrides;
        options.override_count = t->override_count;
    }
    if (mutaid_rulebook_read(text, length, &options, &rulebook, &report,
                             &error) != MUTAID_OK &&
        mutaid_report_count(report) == 0)
        (void)tool_fail(&error);
    warnings = show_report(t, is_built_in ? "beijing" : name, text, length,
                           report, with_warnings);
    if (warnings_out)
        *warnings_out = warnings;
    mutaid_report_free(report);
    free(own);
    return rulebook;
}
