/* SPDX-License-Identifier: MIT */
/* warn.c - what an author should look at, though the rulebook is sound. */
#include "rulebook/warn.h"

#include "words/kinds.h"

/* A benefit that always applies makes the scheme eligible, with 0.00 if need
 * be, and hides the refusal of the others. */
static void warn_always(mutaid_report *report, const mutaid__scheme *scheme)
{
    mutaid__slice none = {NULL, 0};
    bool has_when = false;
    size_t i;

    for (i = 0; i < scheme->benefits.count; i++)
        has_when = has_when || scheme->benefits.items[i].when;
    for (i = 0; i < scheme->benefits.count && has_when; i++) {
        const mutaid__benefit *benefit = &scheme->benefits.items[i];

        if (!benefit->when && !benefit->is_quiet)
            mutaid__report_add(report, MUTAID_CODE_ALWAYS_APPLIES,
                               benefit->place, benefit->id, none, none);
    }
}

/* A published figure says where it is published. */
static void warn_source(mutaid_report *report, const mutaid__model *model,
                        uint32_t clause)
{
    const mutaid__clause *c = &model->clauses.items[clause];
    mutaid__slice none = {NULL, 0};

    if (c->source == MUTAID_NONE && c->basis == MUTAID_BASIS_PUBLISHED)
        mutaid__report_add(report, MUTAID_CODE_NO_SOURCE, c->place, none, none,
                           none);
}

/* Whether an operand of a step is a figure written in place. */
static bool has_figure(const mutaid__word *step)
{
    size_t i;

    for (i = 0; i < step->word_count; i++)
        if (step->words[i]->kind == &mutaid__operand_plain &&
            step->words[i]->target == MUTAID__TARGET_NONE)
            return true;
    return false;
}

/* The clauses that hold figures: the steps of pipelines. */
static void warn_steps(mutaid_report *report, const mutaid__model *model,
                       const mutaid__word *steps)
{
    size_t i;

    for (i = 0; i < steps->word_count; i++) {
        const mutaid__word *step = steps->words[i];

        if (has_figure(step))
            warn_source(report, model, step->clause);
    }
}

/* Whether a condition holds something against a figure written in place. */
static bool compares_figure(const mutaid__word *condition)
{
    size_t i;

    for (i = 0; condition && i < condition->entry_count; i++) {
        const mutaid__word *use = condition->entries[i].use;

        if (use && use->kind == &mutaid__operand_plain &&
            use->target == MUTAID__TARGET_NONE &&
            use->shape.type != MUTAID_TYPE_CHOICE &&
            use->shape.type != MUTAID_TYPE_FLAG)
            return true;
    }
    return false;
}

static void warn_requires(mutaid_report *report, const mutaid__model *model,
                          const mutaid__requires *requires)
{
    size_t i;

    for (i = 0; i < requires->items.count; i++)
        if (compares_figure(requires->items.items[i].condition))
            warn_source(report, model, requires->items.items[i].clause);
}

static void warn_scheme(mutaid_report *report, const mutaid__model *model,
                        const mutaid__scheme *scheme)
{
    size_t i;

    warn_always(report, scheme);
    warn_requires(report, model, &scheme->requires);
    warn_requires(report, model, &scheme->contribution.requires);
    for (i = 0; i < scheme->benefits.count; i++) {
        warn_requires(report, model, &scheme->benefits.items[i].requires);
        warn_steps(report, model, scheme->benefits.items[i].steps);
    }
    for (i = 0; i < scheme->contribution.parts.count; i++)
        warn_steps(report, model, scheme->contribution.parts.items[i].steps);
}

void mutaid__warn(mutaid_report *report, const mutaid__model *model)
{
    size_t i;

    for (i = 0; i < model->parameters.count; i++)
        warn_source(report, model, model->parameters.items[i].clause);
    for (i = 0; i < model->schemes.count; i++)
        warn_scheme(report, model, &model->schemes.items[i]);
}
