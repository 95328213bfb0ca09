/* SPDX-License-Identifier: MIT */
/* rulebook.c - try rules before they decide about anybody. */
#define _POSIX_C_SOURCE 200809L /* isatty */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "book_tool.h"

static const struct {
    const char *name;
    int (*run)(const tool *t);
} commands[] = {
    {"check", book_check}, {"bounds", book_bounds}, {"cases", book_cases},
    {"cover", book_cover}, {"diff", book_diff},     {"turn", book_turn},
};

static int run(const tool *t)
{
    size_t i;

    for (i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(t->command, commands[i].name) == 0)
            return commands[i].run(t);
    fprintf(stderr, "rulebook: %s: there is no such command; see rulebook "
                    "--help\n",
            t->command);
    return TOOL_FAILED;
}

int main(int argc, char **argv)
{
    tool t = {0};
    int status = TOOL_FAILED;

    if (argc > 1 && (strcmp(argv[1], "--help") == 0 ||
                     strcmp(argv[1], "-h") == 0)) {
        fputs(tool_help, stdout);
        return TOOL_FINE;
    }
    t.is_colourful = isatty(STDERR_FILENO) && isatty(STDOUT_FILENO);
    if (tool_read(&t, argc, argv))
        status = run(&t);
    tool_close(&t);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fputs("rulebook: what was found could not be written\n", stderr);
        status = TOOL_FAILED;
    }
    return status;
}
