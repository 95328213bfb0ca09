/* SPDX-License-Identifier: MIT */
/* race.h - contenders run in turns in one process; ratios of each round.
 *
 * Absolute times move with the machine and with what else it does; a ratio of
 * two runs that follow one another moves far less, and the median over rounds
 * less still.
 */
#ifndef BENCH_RACE_H
#define BENCH_RACE_H

#include <stddef.h>

enum { MOST_CONTENDERS = 8, MOST_ROUNDS = 101 };

typedef void (*race_run)(void *work);

typedef struct race {
    int contenders, rounds;
    race_run runs[MOST_CONTENDERS];
    void *works[MOST_CONTENDERS];
    double nanoseconds[MOST_CONTENDERS][MOST_ROUNDS];
} race;

/* Nanoseconds of this thread: time that other programs take does not count. */
double clock_now(void);

/* Enter a contender; gives its number. */
int race_enter(race *r, race_run run, void *work);
/* Run all in turns: one round to warm up, then the rounds that count. */
void race_start(race *r, int rounds);
/* The median over rounds of a's time over b's. */
double race_ratio(const race *r, int a, int b);
/* The median time of one, divided by `per`. */
double race_time(const race *r, int contender, double per);

#endif
