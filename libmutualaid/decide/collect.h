/* SPDX-License-Identifier: MIT */
/* collect.h - what the parts of collecting share. */
#ifndef MUTUALAID_DECIDE_COLLECT_H
#define MUTUALAID_DECIDE_COLLECT_H

#include "decide/decision.h"

/* One part that ran, and where it goes. */
typedef struct mutaid__collector {
    mutaid_decision *d;
    const mutaid__part_run *run;
    uint32_t first_item; /* of this part, in the decision's list */
    bool is_refused;     /* for certain */
} mutaid__collector;

/* Add to an array of the decision: a pointer, or NULL when memory is out. */
#define PUSH(c, array)                                                     \
    mutaid__pushed((c), mutaid__array_push(&(c)->d->arena, &(c)->d->array))
void *mutaid__pushed(mutaid__collector *c, void *place);

/* A benefit that the case is not about concerns nobody. */
bool mutaid__is_idle(const mutaid__collector *c, uint32_t item);
/* The item in the decision's list; of a package's scheme itself, the item
 * that stands for it. */
uint32_t mutaid__item_in_decision(const mutaid__collector *c, uint32_t item);

/* Values as they are shown. */
mutaid__shown mutaid__shown_of(mutaid__span span, mutaid__shape shape,
                               int64_t denominator);
mutaid__shown mutaid__nothing_shown(void);
mutaid__shown mutaid__shown_column(const mutaid__group_run *run,
                                   uint32_t column, mutaid__shape shape);
/* Money as it is rounded at the end; what is no money counts as none. */
int64_t mutaid__rounded_money(const mutaid__model *model,
                              const mutaid__shown *shown);
bool mutaid__same_shown(const mutaid__shown *a, const mutaid__shown *b);
/* Whether a flag column (MUTAID_NONE: yes) may hold, or does for certain. */
bool mutaid__column_may_hold(const mutaid__group_run *run, uint32_t column);
bool mutaid__column_must_hold(const mutaid__group_run *run, uint32_t column);

/* Whether the step that a touch works through moved the amount. */
bool mutaid__touch_moved(const mutaid__group_run *run,
                         const mutaid__touch *touch);

/* The lines of a scheme's items; the notes on what they leaned on; the facts
 * that a package's conditions took for absent. */
void mutaid__collect_lines(mutaid__collector *c);
void mutaid__collect_notes(mutaid__collector *c);
void mutaid__collect_closed(mutaid__collector *c);

#endif
