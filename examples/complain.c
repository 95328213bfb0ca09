/* SPDX-License-Identifier: MIT */
/* complain.c - say on stderr what is wrong, where, and what to do. */
#include "complain.h"

#include <stdio.h>

void complain(place where, const char *problem, const char *remedy)
{
    fputs(where.path, stderr);
    if (where.line != 0)
        fprintf(stderr, ":%zu", where.line);
    fputs(": ", stderr);
    if (where.column != NULL)
        fprintf(stderr, "column %s: ", where.column);
    fputs(problem, stderr);
    if (remedy != NULL && *remedy != '\0')
        fprintf(stderr, "; %s", remedy);
    putc('\n', stderr);
}
