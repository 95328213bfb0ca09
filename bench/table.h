/* SPDX-License-Identifier: MIT */
/* table.h - what comes out: measured lines, goals with pass or miss. */
#ifndef BENCH_TABLE_H
#define BENCH_TABLE_H

/* A heading. */
void table_head(const char *text);
/* "  name   3.45 ns/row   4.3 x streaming"; a ratio of 0 is left out. */
void table_time(const char *name, double time, const char *unit, double ratio,
                const char *to_what);
/* A goal that says "at most". */
void table_goal(const char *name, double target, double measured);
/* A goal that says "at least". */
void table_goal_at_least(const char *name, double target, double measured);
/* A goal that says yes or no. */
void table_holds(const char *name, int holds);
/* What cannot be measured here, and why. */
void table_skip(const char *name, const char *reason);
void table_note(const char *format, ...)
    __attribute__((format(printf, 1, 2)));
/* All goals again, together; gives how many were missed. */
int table_end(void);

#endif
