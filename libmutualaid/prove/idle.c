/* SPDX-License-Identifier: MIT */
/* idle.c - warnings: what no case ever reaches, changes, fails or uses. */
#include "prove/survey.h"

#include "words/kinds.h"
#include "words/tell.h"
#include "words/walk.h"

static const mutaid__slice none = {NULL, 0};

/* --- parameters --------------------------------------------------------------------- */

/* What rests on a parameter may be otherwise under another reading of the
 * documents: that is what parameters are for. */
static mutaid_status add_rests(mutaid__trial *trial, const mutaid__word *word,
                               bool *rests)
{
    mutaid__walk walk;
    size_t i;

    mutaid__walk_init(&walk, trial->model, &trial->arena);
    mutaid__walk_word(&walk, word, false);
    for (i = 0; i < trial->model->parameters.count && !walk.is_out_of_memory;
         i++)
        *rests = *rests || walk.parameters[i];
    return walk.is_out_of_memory ? MUTAID_ERROR_MEMORY : MUTAID_OK;
}

static mutaid_status branch_rests(mutaid__trial *trial,
                                  const mutaid__branch *branch, bool *rests)
{
    const mutaid__word *word = branch->word;
    size_t i;

    *rests = false;
    TRY(add_rests(trial, branch->also, rests));
    if (!word || word->kind != &mutaid__operand_choose)
        return add_rests(trial, word, rests);
    for (i = 0; i <= branch->entry && i < word->entry_count; i++)
        TRY(add_rests(trial, word->entries[i].when, rests));
    return MUTAID_OK;
}

static mutaid_status step_rests(mutaid__trial *trial, const mutaid__word *step,
                                bool *rests)
{
    size_t i;

    *rests = false;
    TRY(add_rests(trial, step->when, rests));
    for (i = 0; i < step->word_count; i++)
        TRY(add_rests(trial, step->words[i], rests));
    return MUTAID_OK;
}

/* --- clause by clause ------------------------------------------------------------------ */

static void warn(mutaid__trial *trial, mutaid_code code, uint32_t clause,
                 mutaid__intent intent, mutaid__slice first,
                 mutaid__slice second)
{
    if (!mutaid__is_intended(trial->model, clause, intent))
        mutaid__report_add(trial->report, code,
                           trial->model->clauses.items[clause].place, first,
                           second, none);
}

/* Text that is told goes through a buffer into the trial's memory. */
typedef struct telling {
    char buffer[300];
    mutaid__out out;
    mutaid__teller teller;
} telling;

static void begin(mutaid__trial *trial, telling *t)
{
    mutaid__out_init(&t->out, t->buffer, sizeof t->buffer);
    t->teller = mutaid__teller_of(trial->model, &t->out, MUTAID_LANGUAGE_EN);
}

static mutaid__slice told(mutaid__trial *trial, telling *t)
{
    mutaid__slice text = none;
    size_t length;

    if (mutaid__out_finish(&t->out, &length, NULL) != MUTAID_OK)
        length = sizeof t->buffer - 1;
    text.data = mutaid__arena_copy(&trial->arena, t->buffer, length);
    text.length = text.data ? length : 0;
    return text;
}

/* ": units is above 5", of an entry that waits for it. */
static mutaid__slice wait_text(mutaid__trial *trial,
                               const mutaid__branch *branch)
{
    const mutaid__word *when = NULL;
    telling t;

    if (branch->word && branch->entry < branch->word->entry_count)
        when = branch->word->entries[branch->entry].when;
    if (!when)
        return none;
    begin(trial, &t);
    mutaid__out_text(&t.out, branch->word->kind == &mutaid__operand_choose
                                 ? ": "
                                 : ": from ");
    mutaid__tell_word(&t.teller, when);
    return told(trial, &t);
}

/* " (it comes to 1000.00 at most, the cap is 1200.00)" */
static mutaid__slice reach_text(mutaid__trial *trial,
                                const mutaid__sight *sight)
{
    telling t;

    if (!sight->has_reach)
        return none;
    begin(trial, &t);
    mutaid__out_text(&t.out, " (it comes to ");
    mutaid__tell_value(&t.teller, sight->shape, sight->reach);
    mutaid__out_text(&t.out, " at most, the cap is ");
    mutaid__tell_value(&t.teller, sight->shape, sight->cap);
    mutaid__out_text(&t.out, ")");
    return told(trial, &t);
}

/* " (units is 1 to 5)" */
static mutaid__slice found_text(mutaid__trial *trial,
                                const mutaid__sight *sight)
{
    telling t;

    if (!sight->finding)
        return none;
    begin(trial, &t);
    mutaid__out_text(&t.out, " (");
    mutaid__tell_word(&t.teller, sight->finding->subject);
    mutaid__out_text(&t.out, " is ");
    mutaid__tell_value(&t.teller, sight->finding->shape, sight->found_least);
    if (mutaid__ratio_compare(sight->found_least, sight->found_most) != 0) {
        mutaid__out_text(&t.out, " to ");
        mutaid__tell_value(&t.teller, sight->finding->shape,
                           sight->found_most);
    }
    mutaid__out_text(&t.out, ")");
    return told(trial, &t);
}

static mutaid_status warn_branch(mutaid__trial *trial, uint32_t clause,
                                 const mutaid__sight *sight)
{
    bool rests;

    if (!sight->branch || sight->is_reached)
        return MUTAID_OK;
    TRY(branch_rests(trial, sight->branch, &rests));
    if (!rests)
        warn(trial, MUTAID_CODE_UNREACHABLE, clause,
             MUTAID__INTENDS_UNREACHABLE, wait_text(trial, sight->branch),
             none);
    return MUTAID_OK;
}

static mutaid_status warn_step(mutaid__trial *trial, uint32_t clause,
                               const mutaid__sight *sight)
{
    bool is_cap, rests;

    if (!sight->step || sight->may_change)
        return MUTAID_OK;
    is_cap = sight->step->kind == &mutaid__step_at_most;
    TRY(step_rests(trial, sight->step, &rests));
    if (!rests)
        warn(trial,
             is_cap ? MUTAID_CODE_NEVER_BINDS : MUTAID_CODE_NEVER_CHANGES,
             clause,
             is_cap ? MUTAID__INTENDS_NEVER_BINDS
                    : MUTAID__INTENDS_NEVER_CHANGES,
             is_cap ? reach_text(trial, sight)
                    : mutaid__slice_of(sight->step->kind->key),
             none);
    return MUTAID_OK;
}

static mutaid_status warn_require(mutaid__trial *trial, uint32_t clause,
                                  const mutaid__sight *sight)
{
    const mutaid__require *require = sight->require;
    bool rests = false;

    if (!require || (sight->may_fail && sight->may_hold))
        return MUTAID_OK;
    TRY(add_rests(trial, require->condition, &rests));
    TRY(add_rests(trial, require->when, &rests));
    if (rests)
        return MUTAID_OK;
    if (!sight->may_fail)
        warn(trial, MUTAID_CODE_NEVER_FAILS, clause,
             MUTAID__INTENDS_NEVER_FAILS, require->id,
             found_text(trial, sight));
    else
        warn(trial, MUTAID_CODE_NEVER_HOLDS, clause,
             MUTAID__INTENDS_NEVER_HOLDS, require->id,
             found_text(trial, sight));
    return MUTAID_OK;
}

static mutaid_status warn_benefit(mutaid__trial *trial, uint32_t clause,
                                  const mutaid__sight *sight)
{
    bool rests = false;

    if (!sight->benefit || sight->may_apply)
        return MUTAID_OK;
    TRY(add_rests(trial, sight->benefit->when, &rests));
    if (!rests)
        warn(trial, MUTAID_CODE_NEVER_APPLIES, clause,
             MUTAID__INTENDS_UNREACHABLE, sight->benefit->id, none);
    return MUTAID_OK;
}

/* --- names --------------------------------------------------------------------------------- */

static void warn_unused(mutaid__trial *trial, const char *kind,
                        mutaid__slice name, uint32_t clause)
{
    if (clause == MUTAID_NONE ||
        mutaid__is_intended(trial->model, clause, MUTAID__INTENDS_UNUSED))
        return;
    mutaid__report_add(trial->report, MUTAID_CODE_UNUSED,
                       trial->model->clauses.items[clause].place,
                       mutaid__slice_of(kind), name, none);
}

/* What periods of accumulation are told apart by. */
static void walk_per(mutaid__walk *walk, const mutaid__per *per)
{
    size_t i;

    for (i = 0; per && i < per->fact_count; i++)
        mutaid__walk_word(walk, per->facts[i], false);
}

static void walk_steps(mutaid__walk *walk, const mutaid__word *steps)
{
    size_t i;

    for (i = 0; steps && i < steps->word_count; i++)
        walk_per(walk, steps->words[i]->per);
}

static void walk_pers(mutaid__walk *walk, const mutaid__model *model)
{
    size_t i, j;

    for (i = 0; i < model->schemes.count; i++) {
        const mutaid__scheme *scheme = &model->schemes.items[i];

        walk_per(walk, &scheme->total.per);
        for (j = 0; j < scheme->benefits.count; j++)
            walk_steps(walk, scheme->benefits.items[j].steps);
    }
    for (i = 0; i < model->values.count; i++)
        walk_steps(walk, model->values.items[i].use);
}

/* What the schedules of loans read beside their limits. */
static void walk_loan(mutaid__walk *walk, const mutaid__loan *loan)
{
    const mutaid__word *words[] = {
        loan->rate,          loan->reprice,
        loan->day_count,     loan->repayment,
        loan->penalty.use,   loan->compound.use,
        loan->subsidy.share, loan->subsidy.borrower_rate,
        loan->subsidy.total, loan->subsidy.rate_at_most,
        loan->subsidy.months_at_most};
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        mutaid__walk_word(walk, words[i], false);
}

/* Everything that some part reads, and what its facts must not precede. */
static void gather_uses(const mutaid__trial *trial, mutaid__walk *walk)
{
    const mutaid__model *model = trial->model;
    size_t p, i;

    walk_pers(walk, model);
    for (i = 0; i < model->loans.count; i++)
        walk_loan(walk, &model->loans.items[i]);
    for (p = 0; p < trial->part_count; p++) {
        const mutaid__part *part = &trial->parts[p];

        for (i = 0; i < model->facts.count; i++)
            walk->facts[i] |= part->reads[i] || part->when_reads[i];
        for (i = 0; i < model->values.count; i++)
            walk->values[i] |= part->values[i];
        for (i = 0; i < model->tables.count; i++)
            walk->tables[i] |= part->tables[i];
        for (i = 0; i < model->parameters.count; i++)
            walk->parameters[i] |= part->parameters[i];
        for (i = 0; i < part->members.count; i++) {
            const mutaid__part *member = part->members.items[i].part;
            size_t k;

            for (k = 0; k < model->values.count; k++)
                walk->values[k] |= member->values[k];
            for (k = 0; k < model->tables.count; k++)
                walk->tables[k] |= member->tables[k];
            for (k = 0; k < model->parameters.count; k++)
                walk->parameters[k] |= member->parameters[k];
        }
    }
    for (i = 0; i < model->facts.count; i++)
        if (model->facts.items[i].not_before != MUTAID_NONE)
            walk->facts[model->facts.items[i].not_before] = true;
}

static mutaid_status warn_names(mutaid__trial *trial)
{
    const mutaid__model *model = trial->model;
    mutaid__walk walk;
    size_t i;

    mutaid__walk_init(&walk, model, &trial->arena);
    if (!walk.is_out_of_memory)
        gather_uses(trial, &walk);
    if (walk.is_out_of_memory)
        return MUTAID_ERROR_MEMORY;
    for (i = 0; i < model->facts.count; i++)
        if (!walk.facts[i])
            warn_unused(trial, "fact", model->facts.items[i].name,
                        model->facts.items[i].clause);
    for (i = 0; i < model->values.count; i++)
        if (!walk.values[i])
            warn_unused(trial, "value", model->values.items[i].name,
                        model->values.items[i].clause);
    for (i = 0; i < model->tables.count; i++)
        if (!walk.tables[i])
            warn_unused(trial, "table", model->tables.items[i].name,
                        model->tables.items[i].clause);
    for (i = 0; i < model->parameters.count; i++)
        if (!walk.parameters[i])
            warn_unused(trial, "parameter", model->parameters.items[i].name,
                        model->parameters.items[i].clause);
    return MUTAID_OK;
}

mutaid_status mutaid__warn_idle(mutaid__trial *trial)
{
    mutaid__survey survey;
    uint32_t i;

    TRY(mutaid__survey_make(trial, &survey));
    for (i = 0; i < trial->model->clauses.count; i++) {
        TRY(warn_branch(trial, i, &survey.sights[i]));
        TRY(warn_step(trial, i, &survey.sights[i]));
        TRY(warn_require(trial, i, &survey.sights[i]));
        TRY(warn_benefit(trial, i, &survey.sights[i]));
    }
    return warn_names(trial);
}
