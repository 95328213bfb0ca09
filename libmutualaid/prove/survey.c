/* SPDX-License-Identifier: MIT */
/* survey.c - by clause: is it ever reached, does it ever change anything? */
#include "prove/survey.h"

#include "words/kinds.h"

/* --- columns of a version --------------------------------------------------------- */

typedef struct view {
    mutaid__survey *survey;
    const mutaid__part *part;
    mutaid__part_run *run;
    uint32_t group;
    const mutaid__version *version;
} view;

typedef struct bounds {
    mutaid__ratio least, most;
    uint8_t may;
} bounds;

static bounds bounds_of(const view *v, uint32_t column)
{
    mutaid__span span = mutaid__run_column(&v->run->groups[v->group], column);
    int64_t over = v->version->program.columns.items[column].denominator;

    return (bounds){{span.least, over}, {span.most, over}, span.may};
}

/* Whether some case may come where a flag holds. */
static bool may_come(const view *v, uint32_t guard)
{
    mutaid__span span;

    if (guard == MUTAID_NONE)
        return true;
    span = mutaid__run_column(&v->run->groups[v->group], guard);
    return mutaid__span_may_hold(&span);
}

static mutaid__sight *sight_of(const view *v, uint32_t clause)
{
    return &v->survey->sights[clause];
}

/* --- branches ------------------------------------------------------------------------ */

static void see_branches(const view *v)
{
    size_t i;

    for (i = 0; i < v->version->branch_count; i++) {
        const mutaid__branch *branch = &v->version->branches[i];
        mutaid__sight *sight = sight_of(v, branch->clause);

        sight->branch = branch;
        sight->is_reached = sight->is_reached || may_come(v, branch->guard);
    }
}

/* Entries of versions in which the part is not in force are seen, not
 * reached. */
static void see_idle_branches(mutaid__survey *survey,
                              const mutaid__version *version)
{
    size_t i;

    for (i = 0; i < version->branch_count; i++)
        survey->sights[version->branches[i].clause].branch =
            &version->branches[i];
}

/* --- steps ----------------------------------------------------------------------------- */

static bool is_zero(mutaid__ratio ratio)
{
    return mutaid__wide_is_zero(ratio.numerator);
}

static bool is_one(mutaid__ratio ratio)
{
    return mutaid__ratio_compare(ratio, mutaid__ratio_of(1)) == 0;
}

static bool is_only(const bounds *b, bool (*is)(mutaid__ratio))
{
    return b->may == MUTAID__MAY_GIVEN && is(b->least) && is(b->most);
}

/* Whether a step with an operand may move the amount; any other is taken to,
 * and so is one that makes money of a count. */
static bool may_move(const mutaid__line_plan *line, const bounds *before,
                     const bounds *operand)
{
    const mutaid__word_kind *kind = line->word->kind;
    mutaid__ratio zero = mutaid__ratio_of(0);

    if (before->may != MUTAID__MAY_GIVEN ||
        operand->may != MUTAID__MAY_GIVEN ||
        line->before_shape.type != line->shape.type)
        return true;
    if (kind == &mutaid__step_at_most)
        return mutaid__may_lie(MUTAID__SIDE_ABOVE, before->least, before->most,
                               operand->least, operand->most);
    if (kind == &mutaid__step_raise_to)
        return mutaid__may_lie(MUTAID__SIDE_BELOW, before->least, before->most,
                               operand->least, operand->most);
    if (kind == &mutaid__step_none_below)
        return !is_only(before, is_zero) &&
               mutaid__may_lie(MUTAID__SIDE_BELOW, before->least, before->most,
                               operand->least, operand->most);
    if (kind == &mutaid__step_beyond)
        return !is_only(operand, is_zero) ||
               mutaid__ratio_compare(before->least, zero) < 0;
    if (kind == &mutaid__step_plus || kind == &mutaid__step_minus)
        return !is_only(operand, is_zero);
    if (kind == &mutaid__step_times)
        return !is_only(operand, is_one) && !is_only(before, is_zero);
    return true;
}

static bool has_operand(const mutaid__line_plan *line)
{
    return line->before != MUTAID_NONE && line->operand != MUTAID_NONE;
}

/* What meets a cap, and the cap: the nearest that the two come. */
static void see_reach(mutaid__sight *sight, const mutaid__line_plan *line,
                      const bounds *before, const bounds *operand)
{
    if (!sight->has_reach ||
        mutaid__ratio_compare(before->most, sight->reach) > 0)
        sight->reach = before->most;
    if (!sight->has_reach ||
        mutaid__ratio_compare(operand->least, sight->cap) < 0)
        sight->cap = operand->least;
    sight->has_reach = true;
    sight->shape = line->before_shape;
}

static void see_step(const view *v, const mutaid__line_plan *line)
{
    mutaid__sight *sight = sight_of(v, line->word->clause);
    bounds before, operand;

    sight->step = line->word;
    if (!may_come(v, line->guard) || !may_come(v, line->when))
        return;
    if (!has_operand(line)) {
        sight->may_change = sight->may_change || line->before != line->after;
        return;
    }
    before = bounds_of(v, line->before);
    operand = bounds_of(v, line->operand);
    see_reach(sight, line, &before, &operand);
    sight->may_change =
        sight->may_change ||
        (line->word->kind == &mutaid__step_round
             ? line->before != line->after
             : may_move(line, &before, &operand));
}

static void see_steps(const view *v)
{
    size_t i;

    for (i = 0; i < v->version->line_count; i++) {
        const mutaid__line_plan *line = &v->version->lines[i];

        if (line->word->kind->word_class == MUTAID__STEP &&
            line->word->kind != &mutaid__step_take && line->word->has_clause &&
            line->value == MUTAID_NONE && line->after != MUTAID_NONE)
            see_step(v, line);
    }
}

/* What the first comparison of a requirement finds. */
static void see_findings(const view *v)
{
    size_t i;

    for (i = 0; i < v->version->finding_count; i++) {
        const mutaid__finding_plan *finding = &v->version->findings[i];
        uint32_t clause =
            v->part->requires.items[finding->requirement].clause;
        mutaid__sight *sight = sight_of(v, clause);
        bounds found = bounds_of(v, finding->found);

        if (!(found.may & MUTAID__MAY_GIVEN) ||
            (sight->finding && sight->finding->subject != finding->subject))
            continue;
        if (!sight->finding ||
            mutaid__ratio_compare(found.least, sight->found_least) < 0)
            sight->found_least = found.least;
        if (!sight->finding ||
            mutaid__ratio_compare(found.most, sight->found_most) > 0)
            sight->found_most = found.most;
        sight->finding = finding;
    }
}

/* --- requirements and benefits ----------------------------------------------------------- */

static void see_require(mutaid__survey *survey, const mutaid__part_run *run,
                        size_t r, const mutaid__require *require)
{
    mutaid__sight *sight = &survey->sights[require->clause];

    sight->require = require;
    sight->may_fail = sight->may_fail || run->requires[r].may_fail;
    sight->may_hold = sight->may_hold || run->requires[r].may_hold ||
                      run->requires[r].may_not_concern;
}

static void see_requires(mutaid__survey *survey, const mutaid__part_run *run,
                         const mutaid__requires *requires, size_t *next)
{
    size_t i;

    for (i = 0; i < requires->items.count; i++)
        see_require(survey, run, (*next)++, &requires->items.items[i]);
}

static void see_benefit(mutaid__survey *survey, const mutaid__part_run *run,
                        size_t item, const mutaid__benefit *benefit)
{
    const mutaid__item_answer *answer = &run->items[item];
    mutaid__sight *sight = &survey->sights[benefit->clause];

    sight->benefit = benefit;
    sight->may_apply =
        sight->may_apply || answer->may_pay ||
        (answer->may_refuse && answer->reasons != MUTAID__NOT_IN_FORCE);
}

/* In the order of build_scheme.c: scheme, deadlines, each benefit. */
static void see_answers(mutaid__survey *survey, const mutaid__part *part,
                        const mutaid__part_run *run)
{
    const mutaid__scheme *scheme = part->scheme;
    bool is_fee = part->kind == MUTAID_PART_CONTRIBUTION;
    size_t next = 0, i;

    see_requires(survey, run,
                 is_fee ? &scheme->contribution.requires : &scheme->requires,
                 &next);
    for (i = 0; !is_fee && i < scheme->deadlines.count; i++)
        next += scheme->deadlines.items[i].kept_by != NULL;
    for (i = 0; !is_fee && i < scheme->benefits.count; i++) {
        see_benefit(survey, run, i, &scheme->benefits.items[i]);
        see_requires(survey, run, &scheme->benefits.items[i].requires, &next);
    }
}

/* --- versions ------------------------------------------------------------------------------ */

static bool is_in_force(const mutaid__part *part, uint32_t group,
                        const mutaid__version *version)
{
    return group != 0 || (version->until >= part->force.from &&
                          version->from <= part->force.until);
}

static int64_t later(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* Evaluate the part on the days of one version of a group. */
static mutaid_status look(mutaid__survey *survey, size_t p, uint32_t g,
                          const mutaid__version *version, mutaid__span *facts)
{
    mutaid__trial *trial = survey->trial;
    const mutaid__part *part = &trial->parts[p];
    view v = {survey, part, NULL, g, version};
    int64_t from = version->from, until = version->until;
    size_t i;

    if (g == 0) {
        from = later(from, part->force.from);
        until = earlier(until, part->force.until);
    }
    for (i = 0; i < trial->model->facts.count; i++)
        facts[i] = trial->court.facts[i];
    if (!mutaid__limit_day(&part->groups.items[g], from, until, facts)) {
        see_idle_branches(survey, version);
        return MUTAID_OK;
    }
    TRY(mutaid__trial_run(trial, p, &v.run));
    TRY(mutaid__evaluate(&trial->court.workspace, facts, v.run));
    if (g == 0)
        see_answers(survey, part, v.run);
    if (v.run->groups[g].version != version)
        mutaid__span_run(&version->program, facts, NULL,
                         &v.run->groups[g].scope);
    if (v.run->groups[g].version != version)
        v.run->groups[g].block = NULL;
    see_branches(&v);
    see_steps(&v);
    see_findings(&v);
    return MUTAID_OK;
}

mutaid_status mutaid__survey_make(mutaid__trial *trial, mutaid__survey *survey)
{
    size_t count = trial->model->clauses.count, p, i;
    mutaid__span *facts = mutaid__arena_take(
        &trial->arena, trial->model->facts.count * sizeof *facts);
    uint32_t g;

    survey->trial = trial;
    survey->sights =
        mutaid__arena_take(&trial->arena, count * sizeof *survey->sights);
    if (!facts || !survey->sights)
        return MUTAID_ERROR_MEMORY;
    for (p = 0; p < trial->part_count; p++) {
        const mutaid__part *part = &trial->parts[p];

        for (g = 0; part->scheme && g < part->groups.count; g++) {
            const mutaid__group *group = &part->groups.items[g];

            for (i = 0; i < group->version_count; i++)
                if (is_in_force(part, g, &group->versions[i]))
                    TRY(look(survey, p, g, &group->versions[i], facts));
                else
                    see_idle_branches(survey, &group->versions[i]);
        }
    }
    return MUTAID_OK;
}
