/* SPDX-License-Identifier: MIT */
/* order.c - warnings: steps in an order that hardly anybody means, and edges at
 * which more becomes less; each with a case that shows it. */
#include "prove/prove.h"

#include "words/kinds.h"

/* --- two steps of one pipeline --------------------------------------------------- */

/* A step, a later one, and what both must do for the order to matter. */
typedef struct pair {
    const mutaid__line_plan *first, *second;
    mutaid_code code;
    mutaid__intent intent;
} pair;

static void add_line(mutaid__claim *claim, size_t number,
                     const mutaid__line_plan *line,
                     mutaid__comparison comparison)
{
    claim->guards[2 * number] = line->guard;
    claim->guards[2 * number + 1] = line->when;
    claim->comparisons[number] = comparison;
    claim->comparison_count = number + 1;
}

/* The cap cuts and something is taken off it; or the rounding moves the amount
 * and something multiplies it. */
static mutaid__claim claim_of(uint32_t group, const mutaid__version *version,
                              const pair *p)
{
    mutaid__claim claim = mutaid__claim_of(group, version);
    bool is_cap = p->code == MUTAID_CODE_CAP_BEFORE_DEDUCTION;
    mutaid__comparison first = {p->first->before, MUTAID__SIDE_ABOVE,
                                p->first->operand, mutaid__ratio_of(0)};
    mutaid__comparison second = {p->second->operand, MUTAID__SIDE_ABOVE,
                                 MUTAID_NONE, mutaid__ratio_of(0)};

    if (!is_cap) {
        first.side = second.side = MUTAID__SIDE_APART;
        first.other = p->first->after;
        second.bound = mutaid__ratio_of(1);
    }
    add_line(&claim, 0, p->first, first);
    add_line(&claim, 1, p->second, second);
    return claim;
}

static mutaid__slice line_number(mutaid__trial *trial, uint32_t line)
{
    mutaid__slice text = {NULL, 0};
    char buffer[24];
    mutaid__out out;
    size_t length = 0;

    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_integer(&out, line);
    (void)mutaid__out_finish(&out, &length, NULL);
    text.data = mutaid__arena_copy(&trial->arena, buffer, length);
    text.length = text.data ? length : 0;
    return text;
}

/* Look for a case, and warn of what it shows. */
static mutaid_status warn_of_case(mutaid__trial *trial, size_t part,
                                  const mutaid__claim *claim, mutaid_code code,
                                  mutaid__place place, mutaid__slice first,
                                  mutaid__slice second)
{
    mutaid__part_run *run;
    mutaid__arena scratch;
    mutaid__found found;
    mutaid_status status;

    TRY(mutaid__trial_run(trial, part, &run));
    mutaid__arena_init(&scratch, trial->memory);
    status = mutaid__claim_search(&trial->court, run, claim, &scratch, &found);
    if (status == MUTAID_OK && found.is_found)
        mutaid__report_add(
            trial->report, code, place, first, second,
            mutaid__found_text(&trial->arena, trial->model, &found));
    mutaid__arena_free(&scratch);
    return status;
}

static mutaid_status warn_pair(mutaid__trial *trial, size_t part,
                               uint32_t group, const mutaid__version *version,
                               const pair *p)
{
    const mutaid__word *word = p->first->word;
    mutaid__claim claim = claim_of(group, version, p);

    if (mutaid__is_intended(trial->model, word->clause, p->intent) ||
        mutaid__report_has(trial->report, p->code, word->place))
        return MUTAID_OK;
    return warn_of_case(trial, part, &claim, p->code, word->place,
                        line_number(trial, p->second->word->place.line),
                        mutaid__slice_of(NULL));
}

static bool is_pair(const mutaid__line_plan *first,
                    const mutaid__line_plan *second, pair *p)
{
    const mutaid__word_kind *kind = first->word->kind;
    const mutaid__word_kind *later = second->word->kind;

    p->first = first;
    p->second = second;
    p->code = MUTAID_CODE_CAP_BEFORE_DEDUCTION;
    p->intent = MUTAID__INTENDS_CAP_FIRST;
    if (first->before == MUTAID_NONE || first->operand == MUTAID_NONE ||
        second->operand == MUTAID_NONE)
        return false;
    if (kind == &mutaid__step_at_most)
        return later == &mutaid__step_minus || later == &mutaid__step_beyond;
    p->code = MUTAID_CODE_ROUND_BEFORE_TIMES;
    p->intent = MUTAID__INTENDS_ROUND_FIRST;
    return kind == &mutaid__step_round && later == &mutaid__step_times &&
           first->before_shape.type == MUTAID_TYPE_MONEY;
}

/* So many lines behind another a step is not looked at any more. */
#define MOST_APART 500

/* The steps behind a line in the same pipeline: of the same depth, up to a line
 * above it or the beginning of another pipeline. */
static mutaid_status warn_line(mutaid__trial *trial, size_t part,
                               uint32_t group, const mutaid__version *version,
                               size_t i)
{
    const mutaid__line_plan *first = &version->lines[i];
    size_t j;
    pair p;

    for (j = i + 1; j < version->line_count && j - i <= MOST_APART; j++) {
        const mutaid__line_plan *line = &version->lines[j];

        if (line->depth < first->depth || line->item != first->item)
            break;
        if (line->depth > first->depth || line->value != MUTAID_NONE)
            continue;
        if (line->word->kind == &mutaid__step_take)
            break;
        if (is_pair(first, line, &p))
            TRY(warn_pair(trial, part, group, version, &p));
    }
    return MUTAID_OK;
}

/* --- cliffs ---------------------------------------------------------------------------- */

static mutaid_status warn_cliff(mutaid__trial *trial, size_t part,
                                uint32_t group, const mutaid__version *version,
                                const mutaid__cliff *cliff)
{
    mutaid__claim claim = mutaid__claim_of(group, version);
    mutaid__ratio half = {mutaid__wide_of(1), cliff->at.denominator * 2};
    mutaid__ratio below, above;

    if (mutaid__is_intended(trial->model, cliff->clause,
                            MUTAID__INTENDS_CLIFF) ||
        mutaid__report_has(trial->report, MUTAID_CODE_CLIFF, cliff->place) ||
        !mutaid__ratio_add(cliff->at, half, &above))
        return MUTAID_OK;
    half.numerator = mutaid__wide_of(-1);
    if (!mutaid__ratio_add(cliff->at, half, &below))
        return MUTAID_OK;
    claim.guards[0] = cliff->guard;
    claim.comparison_count = 2;
    claim.comparisons[0] = (mutaid__comparison){
        cliff->column, MUTAID__SIDE_ABOVE, MUTAID_NONE, below};
    claim.comparisons[1] = (mutaid__comparison){
        cliff->column, MUTAID__SIDE_BELOW, MUTAID_NONE, above};
    return warn_of_case(trial, part, &claim, MUTAID_CODE_CLIFF, cliff->place,
                        cliff->at_text, cliff->fall_text);
}

/* --- the door ---------------------------------------------------------------------------- */

static mutaid_status warn_version(mutaid__trial *trial, size_t part,
                                  uint32_t group,
                                  const mutaid__version *version)
{
    size_t i;

    for (i = 0; i < version->line_count; i++)
        if (version->lines[i].value == MUTAID_NONE)
            TRY(warn_line(trial, part, group, version, i));
    for (i = 0; i < version->cliff_count; i++)
        TRY(warn_cliff(trial, part, group, version, &version->cliffs[i]));
    return MUTAID_OK;
}

mutaid_status mutaid__warn_order(mutaid__trial *trial)
{
    size_t p, v;
    uint32_t g;

    for (p = 0; p < trial->part_count; p++)
        for (g = 0; g < trial->parts[p].groups.count; g++)
            for (v = 0; v < trial->parts[p].groups.items[g].version_count; v++)
                TRY(warn_version(trial, p, g,
                                 &trial->parts[p].groups.items[g].versions[v]));
    return MUTAID_OK;
}
