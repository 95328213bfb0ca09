/* SPDX-License-Identifier: MIT */
/* claim.c - something that some case may do: searched for, told in words. */
#include "prove/claim.h"

#include "decide/items.h"
#include "words/fact_text.h"

#include <string.h>

/* How many evaluations one claim may take while a rulebook is read. */
#define MOST_EVALUATIONS 1500
/* Operations that cost no more than a short program does. */
#define OPS_OF_ONE 500

mutaid__claim mutaid__claim_of(uint32_t group, const mutaid__version *version)
{
    static const mutaid__claim empty;
    mutaid__claim claim = empty;
    size_t i;

    claim.group = group;
    claim.version = version;
    claim.item = MUTAID_NONE;
    for (i = 0; i < 2 * MUTAID__MOST_COMPARISONS; i++)
        claim.guards[i] = MUTAID_NONE;
    return claim;
}

/* --- what an evaluation says ---------------------------------------------------- */

mutaid__span mutaid__claim_span(const mutaid__claim *claim,
                                const mutaid__part_run *run, uint32_t column)
{
    return mutaid__run_column(&run->groups[claim->group], column);
}

bool mutaid__may_lie(mutaid__side side, mutaid__ratio a_least,
                     mutaid__ratio a_most, mutaid__ratio b_least,
                     mutaid__ratio b_most)
{
    if (side == MUTAID__SIDE_BELOW)
        return mutaid__ratio_compare(a_least, b_most) < 0;
    if (side == MUTAID__SIDE_ABOVE)
        return mutaid__ratio_compare(a_most, b_least) > 0;
    return mutaid__ratio_compare(a_least, a_most) != 0 ||
           mutaid__ratio_compare(b_least, b_most) != 0 ||
           mutaid__ratio_compare(a_least, b_least) != 0;
}

static bool must_lie(mutaid__side side, mutaid__ratio a_least,
                     mutaid__ratio a_most, mutaid__ratio b_least,
                     mutaid__ratio b_most)
{
    bool is_below = mutaid__ratio_compare(a_most, b_least) < 0;
    bool is_above = mutaid__ratio_compare(a_least, b_most) > 0;

    return side == MUTAID__SIDE_BELOW   ? is_below
           : side == MUTAID__SIDE_ABOVE ? is_above
                                        : is_below || is_above;
}

static void look_at_guard(const mutaid__claim *claim,
                          const mutaid__part_run *run, uint32_t guard,
                          mutaid__estimate *estimate)
{
    mutaid__span span;

    if (guard == MUTAID_NONE)
        return;
    span = mutaid__claim_span(claim, run, guard);
    estimate->may_count &= mutaid__span_may_hold(&span);
    estimate->is_sure &= mutaid__span_is_settled(&span) &&
                         mutaid__span_may_hold(&span);
}

static void look_at_comparison(const mutaid__claim *claim,
                               const mutaid__part_run *run,
                               const mutaid__comparison *comparison,
                               mutaid__estimate *estimate)
{
    const mutaid__column *columns = claim->version->program.columns.items;
    mutaid__span a = mutaid__claim_span(claim, run, comparison->column), b;
    int64_t a_over = columns[comparison->column].denominator;
    mutaid__ratio low = comparison->bound, high = low;

    if (comparison->other != MUTAID_NONE) {
        b = mutaid__claim_span(claim, run, comparison->other);
        low = (mutaid__ratio){b.least, columns[comparison->other].denominator};
        high = (mutaid__ratio){b.most, low.denominator};
        estimate->may_count &= (b.may & MUTAID__MAY_GIVEN) != 0;
        estimate->is_sure &= b.may == MUTAID__MAY_GIVEN;
    }
    estimate->may_count &=
        (a.may & MUTAID__MAY_GIVEN) &&
        mutaid__may_lie(comparison->side, (mutaid__ratio){a.least, a_over},
                        (mutaid__ratio){a.most, a_over}, low, high);
    estimate->is_sure &=
        a.may == MUTAID__MAY_GIVEN &&
        must_lie(comparison->side, (mutaid__ratio){a.least, a_over},
                 (mutaid__ratio){a.most, a_over}, low, high);
}

static void look_at_payment(const mutaid__claim *claim,
                            const mutaid__part_run *run,
                            mutaid__estimate *estimate)
{
    const mutaid__item_answer *item;

    estimate->may_count &= run->answer.may_pay;
    estimate->is_sure &= run->answer.may_pay && !run->answer.may_refuse;
    if (claim->item == MUTAID_NONE)
        return;
    item = &run->items[claim->item];
    estimate->may_count &= item->may_pay;
    estimate->is_sure &=
        item->may_pay && !item->may_refuse && !item->may_not_apply;
}

void mutaid__look_at_claim(const mutaid__aim *aim, const mutaid__part_run *run,
                           mutaid__estimate *estimate_out)
{
    const mutaid__claim *claim = aim->what;
    const mutaid__group_run *group = &run->groups[claim->group];
    size_t i;

    estimate_out->most = estimate_out->least = 1;
    estimate_out->may_count = group->day.may & MUTAID__MAY_GIVEN;
    estimate_out->is_sure = group->version == claim->version;
    if (claim->is_of_paid)
        look_at_payment(claim, run, estimate_out);
    if (!group->version)
        return; /* several at once: nothing is known of this one */
    estimate_out->may_count &= group->version == claim->version;
    for (i = 0; i < 2 * MUTAID__MOST_COMPARISONS && estimate_out->may_count;
         i++)
        look_at_guard(claim, run, claim->guards[i], estimate_out);
    for (i = 0; i < claim->comparison_count && estimate_out->may_count; i++)
        look_at_comparison(claim, run, &claim->comparisons[i], estimate_out);
}

bool mutaid__limit_day(const mutaid__group *group, int64_t from, int64_t until,
                       mutaid__span *facts)
{
    mutaid__span *day;

    if (group->dated_by->target != MUTAID__TARGET_FACT)
        return true;
    day = &facts[group->dated_by->index];
    if (from != INT64_MIN)
        day->least = mutaid__wide_max(day->least, mutaid__wide_of(from));
    if (until != INT64_MAX)
        day->most = mutaid__wide_min(day->most, mutaid__wide_of(until));
    return mutaid__wide_compare(day->least, day->most) <= 0;
}

static void reach_column(const mutaid__group_run *group, uint32_t column,
                         size_t word_count, uint64_t *reached)
{
    if (column != MUTAID_NONE)
        mutaid__add_facts(reached,
                          group->scope.reached_by + column * word_count,
                          word_count);
}

/* What is paid and which version runs matter as well as the columns. */
static void reach_claim(const mutaid__aim *aim, const mutaid__part_run *run,
                        size_t word_count, uint64_t *reached)
{
    const mutaid__claim *claim = aim->what;
    const mutaid__group_run *group = &run->groups[claim->group];
    size_t i;

    if (claim->is_of_paid || !group->version)
        mutaid__add_facts(reached, run->reached_by, word_count);
    if (!group->version)
        mutaid__add_facts(
            reached,
            group->day_scope.reached_by +
                run->part->groups.items[claim->group].day.outputs[0] *
                    word_count,
            word_count);
    if (group->version != claim->version || group->block)
        return;
    for (i = 0; i < 2 * MUTAID__MOST_COMPARISONS; i++)
        reach_column(group, claim->guards[i], word_count, reached);
    for (i = 0; i < claim->comparison_count; i++) {
        reach_column(group, claim->comparisons[i].column, word_count, reached);
        reach_column(group, claim->comparisons[i].other, word_count, reached);
    }
}

/* --- searching -------------------------------------------------------------------- */

/* The facts as declared, on the days of the claim's version. */
static mutaid__span *facts_of(const mutaid__court *court,
                              const mutaid__part *part,
                              const mutaid__claim *claim,
                              mutaid__arena *scratch)
{
    size_t count = court->workspace.model->facts.count;
    mutaid__span *facts = mutaid__arena_take(scratch, count * sizeof *facts);

    if (!facts)
        return NULL;
    memcpy(facts, court->facts, count * sizeof *facts);
    mutaid__limit_day(&part->groups.items[claim->group], claim->version->from,
                      claim->version->until, facts);
    if (claim->group == 0)
        mutaid__limit_day(&part->groups.items[0], part->force.from,
                          part->force.until, facts);
    return facts;
}

/* A version of its own days is a reason too. */
static void note_day(const mutaid__part *part, const mutaid__claim *claim,
                     mutaid__found *found)
{
    const mutaid__word *day = part->groups.items[claim->group].dated_by;

    if (found->is_found && day->target == MUTAID__TARGET_FACT &&
        (claim->version->from != INT64_MIN ||
         claim->version->until != INT64_MAX))
        found->matters[day->index] = true;
}

/* What one evaluation costs: a long program is run less often. */
static size_t cost_of(const mutaid__claim *claim)
{
    return 1 + claim->version->program.ops.count / OPS_OF_ONE;
}

mutaid_status mutaid__claim_search(mutaid__court *court, mutaid__part_run *run,
                                   const mutaid__claim *claim,
                                   mutaid__arena *scratch,
                                   mutaid__found *found_out)
{
    mutaid__aim aim = {mutaid__look_at_claim, reach_claim, claim, 0, false,
                       INT64_MIN,             INT64_MAX,   1,     0, true};

    size_t cost = cost_of(claim), left = court->budget / cost;
    mutaid__span *facts;

    *found_out = (mutaid__found){true, false, 0, 0, NULL, NULL, 0};
    if (left == 0)
        return MUTAID_OK;
    facts = facts_of(court, run->part, claim, scratch);
    if (!facts)
        return MUTAID_ERROR_MEMORY;
    if (claim->group == 0) {
        aim.from = run->part->force.from;
        aim.until = run->part->force.until;
    }
    aim.budget = left < MOST_EVALUATIONS ? left : MOST_EVALUATIONS;
    TRY(mutaid__search(&court->workspace, run, &aim, facts, scratch,
                       found_out));
    note_day(run->part, claim, found_out);
    /* to look for edges costs as much as to run once */
    court->budget -= (found_out->evaluations < left ? found_out->evaluations + 1
                                                    : left) *
                     cost;
    return MUTAID_OK;
}

/* --- telling ------------------------------------------------------------------------ */

mutaid__slice mutaid__found_text(mutaid__arena *arena,
                                 const mutaid__model *model,
                                 const mutaid__found *found)
{
    mutaid__slice text = {NULL, 0};
    const char *between = " (";
    char buffer[400];
    mutaid__out out;
    size_t i, length;

    mutaid__out_init(&out, buffer, sizeof buffer);
    for (i = 0; found->is_found && i < model->facts.count; i++) {
        const mutaid__fact *fact = &model->facts.items[i];

        if (!found->matters[i])
            continue;
        mutaid__out_text(&out, between);
        mutaid__out_slice(&out, fact->name);
        mutaid__out_byte(&out, ' ');
        if (found->facts[i].may == MUTAID__MAY_GIVEN)
            mutaid__out_fact(&out, model, fact,
                             (int64_t)mutaid__wide_low(found->facts[i].least));
        else
            mutaid__out_text(&out, "absent");
        between = ", ";
    }
    if (out.length > 0)
        mutaid__out_byte(&out, ')');
    if (mutaid__out_finish(&out, &length, NULL) != MUTAID_OK)
        length = sizeof buffer - 1;
    text.data = mutaid__arena_copy(arena, buffer, length);
    text.length = text.data ? length : 0;
    return text;
}
