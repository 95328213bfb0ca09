/* SPDX-License-Identifier: MIT */
/* tap.c - say how the tests came out: "ok 1 - golden ten_nights". */
#include "plain.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void complain(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    printf("# ");
    vprintf(format, values);
    printf("\n");
    va_end(values);
}

static int line_length(const char *line)
{
    return (int)strcspn(line, "\n");
}

void complain_differ(const char *name, content wanted, content found)
{
    if (wanted.text == NULL) {
        complain("%s: there is no such file", name);
        return;
    }
    size_t start = 0;
    size_t line = 1;
    for (size_t i = 0; i < wanted.length && i < found.length; i++) {
        if (wanted.text[i] != found.text[i])
            break;
        if (wanted.text[i] == '\n') {
            start = i + 1;
            line++;
        }
    }
    const char *wanted_line = wanted.text + start;
    const char *found_line = found.text + start;
    complain("%s differs in line %zu", name, line);
    complain("  wanted: %.*s", line_length(wanted_line), wanted_line);
    complain("  found:  %.*s", line_length(found_line), found_line);
}

void tap_test(tally *tests, bool passed, const char *kind, const char *name)
{
    tests->run++;
    if (!passed)
        tests->failed++;
    printf("%sok %zu - %s %s\n", passed ? "" : "not ", tests->run, kind, name);
    fflush(stdout);
}

int tap_end(const tally *tests)
{
    printf("1..%zu\n", tests->run);
    return tests->failed > 0;
}
