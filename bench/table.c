/* SPDX-License-Identifier: MIT */
/* table.c - print as it is measured, and the goals once more at the end. */
#include "table.h"

#include <stdarg.h>
#include <stdio.h>

enum { MOST_GOALS = 80 };

typedef struct goal {
    char text[160];
    int is_missed;
} goal;

static goal goals[MOST_GOALS];
static int goal_count;

void table_head(const char *text)
{
    printf("\n%s\n", text);
}

void table_time(const char *name, double time, const char *unit, double ratio,
                const char *to_what)
{
    printf("  %-44s %10.2f %-9s", name, time, unit);
    if (ratio > 0)
        printf(" %6.2f x %s", ratio, to_what);
    printf("\n");
    fflush(stdout);
}

static void add(const char *name, const char *target, const char *measured,
                const char *verdict, int is_missed)
{
    goal *g = &goals[goal_count];

    if (goal_count == MOST_GOALS)
        return;
    goal_count++;
    snprintf(g->text, sizeof g->text, "  %-52s %12s %9s  %s", name, target,
             measured, verdict);
    g->is_missed = is_missed;
    printf("%s\n", g->text);
    fflush(stdout);
}

void table_goal(const char *name, double target, double measured)
{
    char bound[32], value[32];

    snprintf(bound, sizeof bound, "<= %.2f", target);
    snprintf(value, sizeof value, "%.2f", measured);
    add(name, bound, value, measured <= target ? "pass" : "miss",
        measured > target);
}

void table_goal_at_least(const char *name, double target, double measured)
{
    char bound[32], value[32];

    snprintf(bound, sizeof bound, ">= %.2f", target);
    snprintf(value, sizeof value, "%.2f", measured);
    add(name, bound, value, measured >= target ? "pass" : "miss",
        measured < target);
}

void table_holds(const char *name, int holds)
{
    add(name, "yes", holds ? "yes" : "no", holds ? "pass" : "miss", !holds);
}

void table_skip(const char *name, const char *reason)
{
    add(name, "", "", reason, 0);
}

void table_note(const char *format, ...)
{
    va_list values;

    va_start(values, format);
    printf("  ");
    vprintf(format, values);
    printf("\n");
    va_end(values);
    fflush(stdout);
}

int table_end(void)
{
    int i, missed = 0;

    printf("\nGoals\n");
    for (i = 0; i < goal_count; i++) {
        printf("%s\n", goals[i].text);
        missed += goals[i].is_missed;
    }
    printf("%d goals, %d missed\n", goal_count, missed);
    return missed;
}
