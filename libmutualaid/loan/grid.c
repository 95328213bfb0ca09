/* SPDX-License-Identifier: MIT */
/* grid.c - the days on which instalments fall due, one after the other. */
#include "loan/grid.h"

#include "calendar/date.h"

/* Months are numbered through: year * 12 + month - 1. */
static int64_t month_of(int64_t day)
{
    mutaid__civil civil = mutaid__civil_of(day);

    return (int64_t)civil.year * 12 + civil.month - 1;
}

/* A day of a month; one that the month lacks is its last, or, where it rolls,
 * the first of the next. */
static int64_t day_in(int64_t month, uint32_t day, bool rolls)
{
    int64_t first = mutaid__day_of((mutaid__civil){
        (int32_t)(month / 12), (int32_t)(month % 12 + 1), 1});
    int64_t next = mutaid__add_months(first, 1);
    int64_t there = first + (int64_t)day - 1;

    if (there < next)
        return there;
    return rolls ? next : next - 1;
}

int64_t mutaid__grid_shift(int64_t day, int64_t months, bool rolls)
{
    return day_in(month_of(day) + months,
                  (uint32_t)mutaid__civil_of(day).day, rolls);
}

/* --- the boundaries of rows, by number --------------------------------------------- */

/* Boundaries: the first days that no longer bear interest for a row. */
typedef struct grid {
    const mutaid__due *due;
    int64_t first_day;
    int64_t month;  /* of the boundary at hand, where they go by months */
    int64_t number; /* of the boundary at hand, from 1 */
} grid;

static bool goes_by_calendar(const grid *g)
{
    return g->due->day > 0;
}

static bool is_due_month(const mutaid__due *due, int64_t month)
{
    return due->in_months == 0 || (due->in_months >> (month % 12 + 1) & 1);
}

static int64_t calendar_boundary(const grid *g, int64_t month)
{
    return day_in(month, g->due->day, g->due->rolls) + g->due->is_included;
}

static int64_t boundary(const grid *g)
{
    if (g->due->days > 0)
        return g->first_day + g->number * (int64_t)g->due->days;
    if (!goes_by_calendar(g))
        return mutaid__grid_shift(g->first_day,
                                  g->number * (int64_t)g->due->months,
                                  g->due->rolls);
    return calendar_boundary(g, g->month);
}

static int64_t next_due_month(const mutaid__due *due, int64_t month)
{
    if (due->in_months == 0)
        return month + (int64_t)due->months;
    do
        month++;
    while (!is_due_month(due, month));
    return month;
}

static int64_t previous_due_month(const mutaid__due *due, int64_t month)
{
    if (due->in_months == 0)
        return month - (int64_t)due->months;
    do
        month--;
    while (!is_due_month(due, month));
    return month;
}

/* The first boundary: with every so many months on a day, the first more than
 * one month less after the first day, so that no period is longer than that. */
static void start(grid *g)
{
    int64_t after = g->first_day;

    g->number = 1;
    if (!goes_by_calendar(g))
        return;
    if (g->due->in_months == 0)
        after = mutaid__add_months(after, (int64_t)g->due->months - 1);
    g->month = month_of(after) - 1;
    while (!is_due_month(g->due, g->month) ||
           calendar_boundary(g, g->month) <= after)
        g->month++;
}

static void step(grid *g)
{
    g->number++;
    if (goes_by_calendar(g))
        g->month = next_due_month(g->due, g->month);
}

/* Months from the boundary before to the one at hand; 0: they are no whole
 * period, since the loan began in between. */
static int64_t whole_months(const grid *g)
{
    int64_t before;

    if (g->due->days > 0)
        return 0;
    if (!goes_by_calendar(g))
        return (int64_t)g->due->months;
    before = previous_due_month(g->due, g->month);
    if (g->number == 1 && calendar_boundary(g, before) != g->first_day)
        return 0;
    return g->month - before;
}

/* --- periods -------------------------------------------------------------------------- */

typedef struct filling {
    mutaid__period *periods;
    size_t count, room;
    const mutaid__span_of_loan *span;
} filling;

/* One period up to a boundary; at the ends of the loan the boundary itself is
 * the due day. */
static void add(filling *f, int64_t until, int64_t months, bool is_included)
{
    const mutaid__span_of_loan *span = f->span;
    mutaid__period *period;

    if (f->count >= f->room) {
        f->count = f->room + 1;
        return;
    }
    period = &f->periods[f->count];
    period->from =
        f->count == 0 ? span->first_day : f->periods[f->count - 1].until;
    period->until = until;
    period->due = until;
    if (is_included && until != span->last_day && until != span->extended_to)
        period->due = until - 1;
    period->months = months;
    period->is_extension = period->from >= span->last_day;
    f->count++;
}

/* A loan that falls due once: its months count where they are known. */
static void fill_once(filling *f)
{
    const mutaid__span_of_loan *span = f->span;

    add(f, span->last_day, span->months, false);
    if (span->extended_to > span->last_day)
        add(f, span->extended_to, 0, false);
}

static void fill(filling *f, const mutaid__due *due)
{
    const mutaid__span_of_loan *span = f->span;
    grid g = {due, span->first_day, 0, 0};
    int64_t at = span->first_day, end = span->last_day;
    bool is_broken = false; /* the row at hand begins between boundaries */

    start(&g);
    while (at < span->extended_to && f->count <= f->room) {
        int64_t until = boundary(&g);
        bool is_cut = until > end;

        add(f, is_cut ? end : until,
            is_cut || is_broken ? 0 : whole_months(&g), due->is_included);
        at = is_cut ? end : until;
        is_broken = is_cut;
        if (at == end)
            end = span->extended_to;
        if (!is_cut)
            step(&g);
    }
}

size_t mutaid__grid_periods(const mutaid__due *due,
                            const mutaid__span_of_loan *span,
                            mutaid__period *periods, size_t room)
{
    filling f = {periods, 0, room, span};

    if (due->exists)
        fill(&f, due);
    else
        fill_once(&f);
    return f.count;
}
