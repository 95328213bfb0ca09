/* SPDX-License-Identifier: MIT */
/* progress.h - show how far a long run has come. */
#ifndef EXAMPLES_PROGRESS_H
#define EXAMPLES_PROGRESS_H

#include <stdio.h>
#include <time.h>

/* Shown on stderr: on a terminal every half second in one place, else after
 * two seconds and then every ten, a line each time. Not shown where the
 * answers scroll over the same terminal. */
typedef struct progress {
    struct timespec started, shown;
    unsigned long long total; /* bytes of the file, 0 if nobody knows */
    int is_terminal, is_silent, has_shown;
} progress;

void progress_start(progress *p, FILE *input);

/* Say that so many rows and bytes are done; cheap enough for every row. */
void progress_tell(progress *p, size_t rows, unsigned long long bytes);

/* Take the line off the terminal before something else is written there. */
void progress_hide(progress *p);

#endif
