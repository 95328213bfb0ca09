/* SPDX-License-Identifier: MIT */
/* build_package.c - the parts of a package: schemes under one enrolment. */
#include "decide/build.h"
#include "words/walk.h"

#include <string.h>

/* The items of a member below the item that stands for it. */
static void add_member_items(mutaid__builder *b, mutaid__part *part,
                             mutaid__member_plan *plan)
{
    mutaid__item_plan *item = mutaid__array_push(b->arena, &part->items);
    size_t i;

    if (!item) {
        b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    item->id = plan->id;
    item->title = plan->title;
    item->clause = plan->clause;
    item->when.group = item->amount.group = MUTAID_NONE;
    plan->item = (uint32_t)(part->items.count - 1);
    plan->first_item = (uint32_t)part->items.count;
    for (i = 0; i < plan->part->items.count; i++) {
        const mutaid__item_plan *below = &plan->part->items.items[i];

        item = mutaid__array_push(b->arena, &part->items);
        if (!item) {
            b->status = MUTAID_ERROR_MEMORY;
            return;
        }
        *item = *below;
        item->depth = 1;
        item->id = mutaid__build_joined(b, plan->id, ".", below->id);
    }
}

static void add_member(mutaid__gathering *g, const mutaid__package *package,
                       const mutaid__member *member, bool is_contribution)
{
    const mutaid__scheme *scheme = &g->b->model->schemes.items[member->scheme];
    mutaid__part *part = g->b->part;
    mutaid__member_plan *plan;
    mutaid__builder inner = *g->b;
    size_t i;

    if (is_contribution && !scheme->contribution.exists)
        return;
    plan = mutaid__array_push(g->b->arena, &part->members);
    if (!plan || !(plan->part = mutaid__build_take(g->b, sizeof *plan->part))) {
        g->b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    plan->id = member->id;
    plan->title = scheme->title;
    plan->clause = member->clause;
    plan->when = mutaid__build_ask_word(g, 0, MUTAID__SLOT_WHEN, member->when,
                                        MUTAID_NONE, MUTAID_NONE);
    inner.with = member->with.items;
    inner.with_count = member->with.count;
    inner.with_dated_by = member->with.count > 0 ? package->dated_by : NULL;
    mutaid__build_scheme(&inner, scheme, is_contribution, plan->part);
    g->b->status = inner.status;
    if (g->b->status != MUTAID_OK)
        return;
    plan->part->name = member->id;
    for (i = 0; i < g->b->model->facts.count; i++)
        part->reads[i] |= plan->part->reads[i];
    add_member_items(g->b, part, plan);
}

static void note_when_reads(mutaid__builder *b, const mutaid__package *package)
{
    mutaid__walk walk;
    size_t i;

    mutaid__walk_init(&walk, b->model, b->arena);
    for (i = 0; i < package->members.count && !walk.is_out_of_memory; i++)
        mutaid__walk_word(&walk, package->members.items[i].when, false);
    if (walk.is_out_of_memory) {
        b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    memcpy(b->part->when_reads, walk.facts,
           b->model->facts.count * sizeof *walk.facts);
}

void mutaid__build_package(mutaid__builder *b, const mutaid__package *package,
                           bool is_contribution, mutaid__part *part)
{
    mutaid__gathering g;
    size_t i;

    if (!mutaid__build_start(b, part) || !mutaid__build_gather(b, &g, 1))
        return;
    part->package = package;
    part->force = package->force;
    part->title = package->title;
    part->clause = package->clause;
    part->kind = is_contribution ? MUTAID_PART_PACKAGE_CONTRIBUTION
                                 : MUTAID_PART_PACKAGE;
    (void)mutaid__build_group(b, package->dated_by);
    for (i = 0; i < package->members.count && b->status == MUTAID_OK; i++)
        add_member(&g, package, &package->members.items[i], is_contribution);
    if (b->status == MUTAID_OK)
        note_when_reads(b, package);
    mutaid__build_lower(&g);
}
