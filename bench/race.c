/* SPDX-License-Identifier: MIT */
/* race.c - contenders in turns. */
#include "race.h"

#include <stdlib.h>
#include <time.h>

/* Who takes longer than this, in nanoseconds, has at least three rounds. */
#define PATIENCE 6e9

double clock_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

int race_enter(race *r, race_run run, void *work)
{
    r->runs[r->contenders] = run;
    r->works[r->contenders] = work;
    return r->contenders++;
}

/* Nobody always runs behind the same neighbour: each round starts elsewhere. */
static void run_round(race *r, int round)
{
    int k;

    for (k = 0; k < r->contenders; k++) {
        int who = (k + round) % r->contenders;
        double start = clock_now();

        r->runs[who](r->works[who]);
        r->nanoseconds[who][round] = clock_now() - start;
    }
}

void race_start(race *r, int rounds)
{
    double start = clock_now();
    int round;

    r->rounds = rounds < MOST_ROUNDS ? rounds : MOST_ROUNDS;
    run_round(r, 0);
    for (round = 0; round < r->rounds; round++) {
        run_round(r, round);
        if (round >= 2 && clock_now() - start > PATIENCE)
            r->rounds = round + 1;
    }
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static double median(const double *values, int count)
{
    double sorted[MOST_ROUNDS];
    int i;

    for (i = 0; i < count; i++)
        sorted[i] = values[i];
    qsort(sorted, (size_t)count, sizeof *sorted, by_size);
    return sorted[count / 2];
}

double race_ratio(const race *r, int a, int b)
{
    double ratios[MOST_ROUNDS];
    int round;

    for (round = 0; round < r->rounds; round++)
        ratios[round] = r->nanoseconds[a][round] / r->nanoseconds[b][round];
    return median(ratios, r->rounds);
}

double race_time(const race *r, int contender, double per)
{
    return median(r->nanoseconds[contender], r->rounds) / per;
}
