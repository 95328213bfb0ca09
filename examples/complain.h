/* SPDX-License-Identifier: MIT */
/* complain.h - say on stderr what is wrong, where, and what to do. */
#ifndef EXAMPLES_COMPLAIN_H
#define EXAMPLES_COMPLAIN_H

#include <stddef.h>

/* Where something is wrong: `line` 0 and NULL texts are left out. */
typedef struct place {
    const char *path;
    size_t line;
    const char *column;
} place;

/* cases.csv:17: column discharged_on: "2016-02-30" is no day; write ... */
void complain(place where, const char *problem, const char *remedy);

#endif
