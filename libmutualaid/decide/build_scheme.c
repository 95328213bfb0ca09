/* SPDX-License-Identifier: MIT */
/* build_scheme.c - the parts of a scheme: what it pays, and what it costs. */
#include "decide/build.h"

void mutaid__build_requires(mutaid__gathering *g,
                            const mutaid__requires *requires, uint32_t group,
                            uint32_t item)
{
    mutaid__part *part = g->b->part;
    size_t i;

    for (i = 0; i < requires->items.count; i++) {
        const mutaid__require *require = &requires->items.items[i];
        uint32_t number = (uint32_t)part->requires.count;
        mutaid__slot asked = {MUTAID__SLOT_CONDITION, NULL, NULL, 0, 0, false};
        mutaid__require_plan *plan =
            mutaid__array_push(g->b->arena, &part->requires);

        if (!plan) {
            g->b->status = MUTAID_ERROR_MEMORY;
            return;
        }
        plan->id = require->id;
        plan->reason = require->reason;
        plan->kind = require->is_exclusion ? MUTAID_REQUIREMENT_EXCLUDE
                                           : MUTAID_REQUIREMENT_REQUIRE;
        plan->item = item;
        plan->clause = require->clause;
        plan->condition = require->condition;
        asked.word = require->condition;
        asked.item = item;
        asked.requirement = number;
        asked.is_exclusion = require->is_exclusion;
        plan->holds = mutaid__build_ask(g, group, asked);
        plan->when = mutaid__build_ask_word(g, group, MUTAID__SLOT_CONCERN,
                                            require->when, item, number);
    }
}

void mutaid__build_benefit(mutaid__gathering *g,
                           const mutaid__benefit *benefit,
                           uint32_t outer_group)
{
    mutaid__part *part = g->b->part;
    uint32_t item = (uint32_t)part->items.count;
    uint32_t group = benefit->dated_by
                         ? mutaid__build_group(g->b, benefit->dated_by)
                         : outer_group;
    mutaid__item_plan *plan = mutaid__array_push(g->b->arena, &part->items);

    if (!plan) {
        g->b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    plan->id = benefit->id;
    plan->title = benefit->title;
    plan->clause = benefit->clause;
    plan->force = benefit->force;
    plan->group = group;
    plan->when = mutaid__build_ask_word(g, group, MUTAID__SLOT_WHEN,
                                        benefit->when, item, MUTAID_NONE);
    plan->amount = mutaid__build_ask_word(g, group, MUTAID__SLOT_AMOUNT,
                                          benefit->steps, item, MUTAID_NONE);
    mutaid__build_requires(g, &benefit->requires, group, item);
}

/* A judged deadline is a requirement as well; the kept day may be absent. */
static void add_deadline(mutaid__gathering *g, const mutaid__deadline *deadline)
{
    mutaid__part *part = g->b->part;
    uint32_t group =
        deadline->dated_by ? mutaid__build_group(g->b, deadline->dated_by) : 0;
    mutaid__deadline_plan *plan =
        mutaid__array_push(g->b->arena, &part->deadlines);
    mutaid__require_plan *require;
    mutaid__slot asked = {MUTAID__SLOT_KEPT, NULL, NULL, MUTAID_NONE, 0, false};

    if (!plan) {
        g->b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    plan->id = deadline->id;
    plan->label = deadline->label;
    plan->clause = deadline->clause;
    plan->is_judged = deadline->kept_by != NULL;
    plan->last_day =
        mutaid__build_ask_word(g, group, MUTAID__SLOT_LAST_DAY,
                               deadline->last_day, MUTAID_NONE, MUTAID_NONE);
    plan->when =
        mutaid__build_ask_word(g, group, MUTAID__SLOT_LAST_DAY, deadline->when,
                               MUTAID_NONE, MUTAID_NONE);
    if (!deadline->kept_by)
        return;
    asked.requirement = (uint32_t)part->requires.count;
    require = mutaid__array_push(g->b->arena, &part->requires);
    if (!require) {
        g->b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    require->id = deadline->id;
    require->reason = deadline->label;
    require->kind = MUTAID_REQUIREMENT_DEADLINE;
    require->item = MUTAID_NONE;
    require->clause = deadline->clause;
    asked.word = deadline->last_day;
    asked.kept_by = deadline->kept_by;
    require->holds = mutaid__build_ask(g, group, asked);
    require->when = plan->when;
}

/* Requirements are numbered as written: scheme, deadlines, each benefit. */
static void gather_scheme(mutaid__gathering *g, const mutaid__scheme *scheme)
{
    mutaid__part *part = g->b->part;
    uint32_t group = mutaid__build_group(g->b, scheme->dated_by);
    size_t i;

    mutaid__build_requires(g, &scheme->requires, group, MUTAID_NONE);
    for (i = 0; i < scheme->deadlines.count; i++)
        add_deadline(g, &scheme->deadlines.items[i]);
    for (i = 0; i < scheme->benefits.count; i++)
        mutaid__build_benefit(g, &scheme->benefits.items[i], group);
    part->cap =
        mutaid__build_ask_word(g, group, MUTAID__SLOT_ROUNDED,
                               scheme->total.at_most, MUTAID_NONE, MUTAID_NONE);
    part->so_far =
        mutaid__build_ask_word(g, group, MUTAID__SLOT_ROUNDED,
                               scheme->total.so_far, MUTAID_NONE, MUTAID_NONE);
    part->total_clause = scheme->total.clause;
}

static void gather_contribution(mutaid__gathering *g,
                                const mutaid__scheme *scheme)
{
    const mutaid__contribution *contribution = &scheme->contribution;
    uint32_t group = mutaid__build_group(g->b, contribution->dated_by
                                                   ? contribution->dated_by
                                                   : scheme->dated_by);
    size_t i;

    mutaid__build_requires(g, &contribution->requires, group, MUTAID_NONE);
    for (i = 0; i < contribution->parts.count; i++)
        mutaid__build_benefit(g, &contribution->parts.items[i], group);
}

void mutaid__build_scheme(mutaid__builder *b, const mutaid__scheme *scheme,
                          bool is_contribution, mutaid__part *part)
{
    mutaid__gathering g;

    if (!mutaid__build_start(b, part) ||
        !mutaid__build_gather(
            b, &g, 2 + scheme->benefits.count + scheme->deadlines.count))
        return;
    part->scheme = scheme;
    part->force = scheme->force;
    part->title = scheme->title;
    part->clause =
        is_contribution ? scheme->contribution.clause : scheme->clause;
    part->kind =
        is_contribution ? MUTAID_PART_CONTRIBUTION : MUTAID_PART_SCHEME;
    if (is_contribution)
        gather_contribution(&g, scheme);
    else
        gather_scheme(&g, scheme);
    mutaid__build_lower(&g);
}
