/* SPDX-License-Identifier: MIT */
/* progress.c - show how far a long run has come. */
#define _POSIX_C_SOURCE 200809L
#include "progress.h"

#include <sys/stat.h>
#include <unistd.h>

/* The clock is read once in so many rows. */
#define ROWS_PER_LOOK 256

static double seconds_between(const struct timespec *from,
                              const struct timespec *to)
{
    return (double)(to->tv_sec - from->tv_sec) +
           (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

static unsigned long long size_of(FILE *input)
{
    struct stat facts;
    if (fstat(fileno(input), &facts) != 0 || !S_ISREG(facts.st_mode))
        return 0;
    return (unsigned long long)facts.st_size;
}

void progress_start(progress *p, FILE *input)
{
    *p = (progress){0};
    p->is_terminal = isatty(STDERR_FILENO);
    p->is_silent = isatty(STDOUT_FILENO);
    p->total = size_of(input);
    clock_gettime(CLOCK_MONOTONIC, &p->started);
    p->shown = p->started;
}

static int is_due(const progress *p, const struct timespec *now)
{
    double wanted = p->is_terminal ? 0.5 : p->has_shown ? 10.0 : 2.0;
    return seconds_between(&p->shown, now) >= wanted;
}

void progress_tell(progress *p, size_t rows, unsigned long long bytes)
{
    struct timespec now;
    if (p->is_silent || rows % ROWS_PER_LOOK != 0)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (!is_due(p, &now))
        return;
    p->shown = now;
    p->has_shown = 1;
    fprintf(stderr, "%zu rows", rows);
    if (p->total > 0)
        fprintf(stderr, ", %llu %%", bytes * 100 / p->total);
    fprintf(stderr, ", %.0f s%s", seconds_between(&p->started, &now),
            p->is_terminal ? "   \r" : "\n");
    fflush(stderr);
}

void progress_hide(progress *p)
{
    if (p->is_terminal && p->has_shown)
        fprintf(stderr, "%40s\r", "");
}
