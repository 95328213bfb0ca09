/* SPDX-License-Identifier: MIT */
/* build_loan.c - the parts of a loan: its limit, and the terms of schedules. */
#include "decide/build.h"

/* --- the limit ------------------------------------------------------------------------ */

typedef struct asked_item {
    const char *id, *zh, *en;
    const mutaid__word *steps;
    mutaid__slot_kind kind;
    mutaid_type type;
} asked_item;

static void add_item(mutaid__gathering *g, const asked_item *asked,
                     uint32_t group)
{
    mutaid__part *part = g->b->part;
    uint32_t item = (uint32_t)part->items.count;
    mutaid__item_plan *plan;

    if (!asked->steps)
        return;
    plan = mutaid__array_push(g->b->arena, &part->items);
    if (!plan) {
        g->b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    plan->id = mutaid__slice_of(asked->id);
    plan->title.zh = mutaid__slice_of(asked->zh);
    plan->title.en = mutaid__slice_of(asked->en);
    plan->clause = asked->steps->clause;
    plan->type = asked->type;
    plan->is_beside = item > 0;
    plan->force = (mutaid__force){INT64_MIN, INT64_MAX};
    plan->group = group;
    plan->when.group = MUTAID_NONE;
    plan->amount = mutaid__build_ask_word(g, group, asked->kind, asked->steps,
                                          item, MUTAID_NONE);
}

static void gather_limit(mutaid__gathering *g, const mutaid__loan *loan)
{
    const asked_item asked[] = {
        {"limit", "贷款额度", "limit", loan->limit, MUTAID__SLOT_AMOUNT,
         MUTAID_TYPE_MONEY},
        {"term", "贷款期限（月）", "term in months", loan->term,
         MUTAID__SLOT_MONTHS, MUTAID_TYPE_COUNT},
        {"guarantee", "担保比例", "guaranteed share", loan->guarantee,
         MUTAID__SLOT_MILLIONTHS, MUTAID_TYPE_RATE}};
    mutaid__part *part = g->b->part;
    uint32_t group = mutaid__build_group(g->b, loan->dated_by);
    size_t i;

    mutaid__build_requires(g, &loan->requires, group, MUTAID_NONE);
    for (i = 0; i < sizeof asked / sizeof *asked; i++)
        add_item(g, &asked[i], group);
    for (i = 0; i < loan->fees.parts.count && g->b->status == MUTAID_OK; i++) {
        mutaid__build_benefit(g, &loan->fees.parts.items[i], group);
        if (g->b->status == MUTAID_OK)
            part->items.items[part->items.count - 1].is_beside = true;
    }
}

void mutaid__build_limit(mutaid__builder *b, const mutaid__loan *loan,
                         mutaid__part *part)
{
    mutaid__gathering g;

    if (!mutaid__build_start(b, part) || !mutaid__build_gather(b, &g, 1))
        return;
    part->loan = loan;
    part->force = loan->force;
    part->title = loan->title;
    part->clause = loan->clause;
    part->kind = MUTAID_PART_LIMIT;
    gather_limit(&g, loan);
    mutaid__build_lower(&g);
}

/* --- the terms of schedules ------------------------------------------------------------- */

static void ask_terms(mutaid__gathering *g, mutaid__loan_plan *plan)
{
    const mutaid__loan *loan = plan->loan;
    const mutaid__word *words[MUTAID__TERM_COUNT] = {
        loan->rate,
        loan->reprice,
        loan->day_count,
        loan->repayment,
        loan->penalty.use,
        loan->compound.use,
        loan->subsidy.share,
        loan->subsidy.borrower_rate,
        loan->subsidy.rate_at_most,
        loan->subsidy.months_at_most,
        loan->subsidy.total,
        loan->term};
    uint32_t i;

    /* what is noted of a term is noted under its number */
    for (i = 0; i < MUTAID__TERM_COUNT; i++)
        plan->outputs[i] = mutaid__build_ask_word(g, 0, MUTAID__SLOT_TERM,
                                                  words[i], i, MUTAID_NONE);
}

static void build_terms(mutaid__builder *b, mutaid__loan_plan *plan)
{
    mutaid__gathering g;

    if (!mutaid__build_start(b, &plan->terms) ||
        !mutaid__build_gather(b, &g, 1))
        return;
    plan->terms.loan = plan->loan;
    plan->terms.kind = MUTAID_PART_LIMIT;
    (void)mutaid__build_group(b, plan->loan->dated_by);
    if (b->status != MUTAID_OK)
        return;
    plan->terms.groups.items[0].is_handed_in = true;
    ask_terms(&g, plan);
    mutaid__build_lower(&g);
}

mutaid_status mutaid__loans_build(mutaid__arena *arena, mutaid_report *report,
                                  const mutaid__model *model,
                                  const mutaid__symbols *part_names,
                                  mutaid__loan_plan **loans_out)
{
    mutaid__builder b = {arena, report, model,     NULL, NULL,
                         0,     NULL,   MUTAID_OK, false};
    mutaid__loan_plan *plans =
        mutaid__build_take(&b, model->loans.count * sizeof *plans);
    size_t i;

    for (i = 0; i < model->loans.count && b.status == MUTAID_OK; i++) {
        mutaid__slice name;

        plans[i].loan = &model->loans.items[i];
        name = mutaid__build_joined(&b, plans[i].loan->name, ".limit",
                                    mutaid__slice_of(NULL));
        if (b.status != MUTAID_OK)
            break;
        plans[i].limit = mutaid__symbols_find(part_names, name);
        build_terms(&b, &plans[i]);
    }
    *loans_out = plans;
    return b.status;
}
