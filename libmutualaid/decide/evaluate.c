/* SPDX-License-Identifier: MIT */
/* evaluate.c - a part for facts that are known or ranges: what can come out. */
#include "decide/items.h"

#include "words/kinds.h"
#include <string.h>

/* --- answers --------------------------------------------------------------------------------------- */

bool mutaid__answer_is_settled(const mutaid__answer *answer)
{
    return answer->may_pay != answer->may_refuse &&
           answer->least == answer->most;
}

bool mutaid__answer_equal(const mutaid__answer *a, const mutaid__answer *b)
{
    return a->may_pay == b->may_pay && a->may_refuse == b->may_refuse &&
           a->least == b->least && a->most == b->most;
}

/* --- the part ------------------------------------------------------------------------------------ */

/* After items and requirements: what can come of the whole. */
static void sum_up(mutaid__part_run *run, bool must_refuse, bool may_refuse)
{
    mutaid__answer *answer = &run->answer;
    bool may_any_pay = false, must_any_pay = false, may_none_apply = true;
    size_t i;

    answer->least = answer->most = 0;
    for (i = 0; i < run->part->items.count; i++) {
        mutaid__item_answer *item = &run->items[i];
        bool must_pay =
            item->may_pay && !item->may_refuse && !item->may_not_apply;

        if (run->part->items.items[i].is_beside)
            continue;
        may_none_apply = may_none_apply && item->may_not_apply;
        may_any_pay = may_any_pay || item->may_pay;
        must_any_pay = must_any_pay || must_pay;
        if (!item->may_pay)
            continue;
        answer->most += item->most;
        if (must_pay)
            answer->least += item->least;
        else
            item->paid_least = 0;
    }
    mutaid__cut_by_total(run);
    if (may_none_apply && !must_refuse)
        answer->reasons |= MUTAID__NOTHING_APPLIES;
    answer->may_refuse = may_refuse || must_refuse || !must_any_pay;
    answer->may_pay = may_any_pay && !must_refuse;
    if (!answer->may_pay)
        answer->most = 0;
    if (answer->may_refuse)
        answer->least = 0;
    if (answer->may_pay)
        return;
    for (i = 0; i < run->part->items.count; i++)
        run->items[i].paid_least = run->items[i].paid_most = 0;
}

/* What is left of a fact where a comparison with a known bound holds. */
static mutaid__span narrowed_by(const mutaid__group_run *run,
                                const mutaid__finding_plan *finding,
                                mutaid__span fact)
{
    mutaid__span required = mutaid__run_column(run, finding->required);
    const mutaid__column *columns = run->version->program.columns.items;
    mutaid__wide one = mutaid__wide_of(1), bound, rest;

    if (!mutaid__span_is_settled(&required) ||
        required.may != MUTAID__MAY_GIVEN ||
        finding->relation == MUTAID_RELATION_EQUALS ||
        !mutaid__wide_mul_checked(
            required.least,
            mutaid__wide_of(columns[finding->found].denominator), &bound))
        return fact;
    bound = mutaid__wide_floor_div(
        bound, mutaid__wide_of(columns[finding->required].denominator), &rest);
    fact.may = MUTAID__MAY_GIVEN;
    if (finding->relation == MUTAID_RELATION_ABOVE ||
        (finding->relation == MUTAID_RELATION_AT_LEAST &&
         !mutaid__wide_is_zero(rest)))
        fact.least = mutaid__wide_max(fact.least, mutaid__wide_add(bound, one));
    else if (finding->relation == MUTAID_RELATION_AT_LEAST)
        fact.least = mutaid__wide_max(fact.least, bound);
    else if (finding->relation == MUTAID_RELATION_BELOW &&
             mutaid__wide_is_zero(rest))
        fact.most = mutaid__wide_min(fact.most, mutaid__wide_sub(bound, one));
    else
        fact.most = mutaid__wide_min(fact.most, bound);
    return fact;
}

/* Whether a comparison is all that an open requirement of the part asks, and
 * its subject a fact of the case. */
static bool is_open_bound(const mutaid__part_run *run,
                          const mutaid__finding_plan *finding)
{
    const mutaid__require_plan *plan;

    if (finding->requirement >= run->part->requires.count ||
        finding->required == MUTAID_NONE || !run->groups[0].version)
        return false;
    plan = &run->part->requires.items[finding->requirement];
    return plan->item == MUTAID_NONE && plan->holds.group == 0 &&
           plan->kind == MUTAID_REQUIREMENT_REQUIRE &&
           plan->when.group == MUTAID_NONE &&
           plan->condition->kind == &mutaid__condition_the &&
           plan->condition->words[0] == finding->subject &&
           finding->subject->target == MUTAID__TARGET_FACT &&
           mutaid__is_fact_column(&run->groups[0].version->program,
                                  finding->found, finding->subject->index) &&
           run->requires[finding->requirement].may_fail &&
           run->requires[finding->requirement].may_hold;
}

bool mutaid__narrow_fact(const mutaid__part_run *run,
                         const mutaid__finding_plan *finding,
                         mutaid__span *fact)
{
    mutaid__span narrowed;

    if (!is_open_bound(run, finding))
        return false;
    narrowed = narrowed_by(&run->groups[0], finding, *fact);
    if (mutaid__wide_compare(narrowed.least, narrowed.most) > 0 ||
        mutaid__span_equal(&narrowed, fact))
        return false;
    *fact = narrowed;
    return true;
}

/* Narrowed facts into run->narrowed; false if nothing narrows. */
static bool narrow(const mutaid__workspace *w, const mutaid__span *facts,
                   mutaid__part_run *run)
{
    const mutaid__version *version = run->groups[0].version;
    bool has_narrowed = false;
    size_t i;

    memcpy(run->narrowed, facts, w->model->facts.count * sizeof *facts);
    for (i = 0; version && i < version->finding_count; i++) {
        const mutaid__finding_plan *finding = &version->findings[i];

        if (finding->subject->target == MUTAID__TARGET_FACT &&
            mutaid__narrow_fact(run, finding,
                                &run->narrowed[finding->subject->index]))
            has_narrowed = true;
    }
    return has_narrowed;
}

static mutaid_status run_groups(mutaid__workspace *w, const mutaid__span *facts,
                                mutaid__part_run *run)
{
    size_t i;

    for (i = 0; i < run->part->groups.count; i++)
        TRY(mutaid__run_group(w, &run->part->groups.items[i], facts,
                              run->scratch, &run->groups[i]));
    return MUTAID_OK;
}

static void answer_requires(mutaid__part_run *run)
{
    size_t i;

    for (i = 0; i < run->part->requires.count; i++)
    run->requires[i] =
        mutaid__answer_require(run, &run->part->requires.items[i]);
}

/* Outside its days a part is refused for that alone; so is a part without a
 * day. True if nothing else matters. */
static bool answer_day(const mutaid__workspace *w, mutaid__part_run *run,
                       bool *may_refuse)
{
    const mutaid__group *group = &run->part->groups.items[0];
    mutaid__group_run *group_run = &run->groups[0];
    mutaid__force_answer force =
        mutaid__answer_force(run->part->force, &group_run->day);
    mutaid__answer *answer = &run->answer;

    if (force.may_be_out)
        answer->reasons |= MUTAID__NOT_IN_FORCE;
    if (force.may_have_no_day)
        answer->reasons |= MUTAID__NOTHING_APPLIES;
    if (force.may_have_no_rule)
        answer->reasons |= MUTAID__NO_RULE;
    *may_refuse = answer->reasons != 0;
    if (*may_refuse && force.may_be_in)
        mutaid__add_facts(run->reached_by,
                          group_run->day_scope.reached_by +
                              group->day.outputs[0] * w->word_count,
                          w->word_count);
    if (force.may_be_in)
        return false;
    answer->may_refuse = true;
    answer->may_pay = false;
    answer->least = answer->most = 0;
    return true;
}

static void clear_items(mutaid__part_run *run)
{
    size_t i;

    for (i = 0; i < run->part->items.count; i++) {
        run->items[i] =
            (mutaid__item_answer){true, false, false, 0, 0, 0, 0, 0};
    }
    for (i = 0; i < run->part->requires.count; i++)
    run->requires[i] = (mutaid__require_answer){true, false, false};
}

/* Requirements of the part as a whole. */
static void answer_whole(const mutaid__workspace *w, mutaid__part_run *run,
                         bool *must_refuse, bool *may_refuse)
{
    size_t i;

    for (i = 0; i < run->part->requires.count; i++) {
        const mutaid__require_answer *require = &run->requires[i];

        if (run->part->requires.items[i].item != MUTAID_NONE)
            continue;
        *may_refuse |= require->may_fail;
        *must_refuse |= require->may_fail && !require->may_hold &&
                        !require->may_not_concern;
        mutaid__reach_require(w, run, &run->part->requires.items[i], require,
                              run->reached_by);
    }
}

static void answer_total(const mutaid__workspace *w, mutaid__part_run *run,
                         bool *must_refuse, bool *may_refuse)
{
    mutaid__span left = mutaid__left_of_total(run);

    run->cap_left = left;
    if (left.may != MUTAID__MAY_GIVEN) {
        *may_refuse = true;
        *must_refuse |= !(left.may & MUTAID__MAY_GIVEN);
        run->answer.reasons |=
            left.may & MUTAID__MAY_NO_RULE ? MUTAID__NO_RULE : MUTAID__NO_VALUE;
    }
    mutaid__add_facts(run->reached_by,
                      mutaid__output_reached(w, run, run->part->cap),
                      w->word_count);
    if (run->part->so_far.group != MUTAID_NONE)
        mutaid__add_facts(run->reached_by,
                          mutaid__output_reached(w, run, run->part->so_far),
                          w->word_count);
}

static mutaid_status evaluate_scheme(mutaid__workspace *w,
                                     const mutaid__span *facts,
                                     mutaid__part_run *run)
{
    bool must_refuse = false, may_refuse = false;
    uint32_t i;

    TRY(run_groups(w, facts, run));
    clear_items(run);
    if (answer_day(w, run, &may_refuse))
        return MUTAID_OK;
    answer_requires(run);
    answer_whole(w, run, &must_refuse, &may_refuse);
    /* amounts are those where the open requirements hold; verdicts stay those
     * of the facts as given */
    if (may_refuse && !must_refuse && narrow(w, facts, run))
        TRY(run_groups(w, run->narrowed, run));
    for (i = 0; i < run->part->items.count; i++)
        run->items[i] = mutaid__answer_item(w, run, i, run->reached_by);
    if (run->part->cap.group != MUTAID_NONE) {
        answer_total(w, run, &must_refuse, &may_refuse);
        if (!must_refuse)
            mutaid__apply_total(run);
    } else {
        for (i = 0; i < run->part->items.count; i++) {
            run->items[i].paid_least = run->items[i].least;
            run->items[i].paid_most = run->items[i].most;
        }
    }
    sum_up(run, must_refuse, may_refuse);
    return MUTAID_OK;
}

/* --- packages --------------------------------------------------------------------------------------- */

/* In a package's `when`, what is not given and has no default is absent; its
 * own day stays open. */
bool mutaid__is_closed(const mutaid__part *part, const mutaid__span *facts,
                       uint32_t fact)
{
    const mutaid__program *day = &part->groups.items[0].day.program;
    size_t i;

    if (!part->when_reads[fact] || mutaid__span_is_settled(&facts[fact]))
        return false;
    for (i = 0; i < day->inputs.count; i++)
        if (day->inputs.items[i].fact == fact)
            return false;
    return true;
}

static void close_facts(const mutaid__workspace *w, const mutaid__part *part,
                        const mutaid__span *facts, mutaid__span *closed)
{
    uint32_t i;

    memcpy(closed, facts, w->model->facts.count * sizeof *closed);
    for (i = 0; i < w->model->facts.count && !w->keeps_open; i++)
        if (mutaid__is_closed(part, facts, i))
            closed[i] = mutaid__span_state(MUTAID_STATE_ABSENT);
}

static void copy_member_items(mutaid__part_run *run, size_t m)
{
    const mutaid__member_plan *plan = &run->part->members.items[m];
    const mutaid__part_run *member = &run->members[m];
    mutaid__item_answer *item = &run->items[plan->item];
    size_t i;

    item->may_not_apply = !run->member_must_apply[m];
    item->may_pay = run->member_may_apply[m] && member->answer.may_pay;
    item->may_refuse = run->member_may_apply[m] && member->answer.may_refuse;
    item->reasons = member->answer.reasons;
    item->least = item->paid_least = member->answer.least;
    item->most = item->paid_most = member->answer.most;
    for (i = 0; i < member->part->items.count; i++) {
        mutaid__item_answer *below = &run->items[plan->first_item + i];

        *below = member->items[i];
        if (!run->member_may_apply[m])
            *below = (mutaid__item_answer){true, false, false, 0, 0, 0, 0, 0};
        else if (!member->answer.may_pay && below->may_pay)
            *below = (mutaid__item_answer){false, true, false, 0, 0, 0, 0, 0};
    }
}

/* A package is eligible if one of its schemes that apply is. */
static void sum_members(const mutaid__workspace *w, mutaid__part_run *run,
                        bool may_refuse)
{
    mutaid__answer *answer = &run->answer;
    bool may_any_pay = false, must_any_pay = false, may_none_apply = true;
    size_t m;

    answer->least = answer->most = 0;
    for (m = 0; m < run->part->members.count; m++) {
        const mutaid__answer *member = &run->members[m].answer;

        copy_member_items(run, m);
        may_none_apply = may_none_apply && !run->member_must_apply[m];
        if (!run->member_may_apply[m])
            continue;
        if (!mutaid__answer_is_settled(member))
            mutaid__add_facts(run->reached_by, run->members[m].reached_by,
                              w->word_count);
        if (!member->may_pay)
            continue;
        may_any_pay = true;
        answer->most += member->most;
        if (member->may_refuse || !run->member_must_apply[m])
            continue;
        must_any_pay = true;
        answer->least += member->least;
    }
    if (may_none_apply)
        answer->reasons |= MUTAID__NOTHING_APPLIES;
    answer->may_refuse = may_refuse || !must_any_pay;
    answer->may_pay = may_any_pay;
    if (answer->may_refuse)
        answer->least = 0;
}

static mutaid_status evaluate_package(mutaid__workspace *w,
                                      const mutaid__span *facts,
                                      mutaid__part_run *run)
{
    bool may_refuse = false;
    size_t m;

    close_facts(w, run->part, facts, run->narrowed);
    TRY(mutaid__run_group(w, &run->part->groups.items[0], run->narrowed,
                          run->scratch, &run->groups[0]));
    clear_items(run);
    if (answer_day(w, run, &may_refuse))
        return MUTAID_OK;
    for (m = 0; m < run->part->members.count; m++) {
        const mutaid__member_plan *plan = &run->part->members.items[m];

        run->member_may_apply[m] = run->member_must_apply[m] = true;
        if (plan->when.group != MUTAID_NONE) {
            mutaid__span when = mutaid__run_output(run, plan->when);

            run->member_may_apply[m] = mutaid__span_may_hold(&when);
            run->member_must_apply[m] =
                mutaid__span_is_settled(&when) && run->member_may_apply[m];
            mutaid__add_facts(run->reached_by,
                              mutaid__output_reached(w, run, plan->when),
                              w->word_count);
        }
    }
    for (m = 0; m < run->part->members.count; m++)
        if (run->member_may_apply[m])
            TRY(mutaid__evaluate(w, facts, &run->members[m]));
    sum_members(w, run, may_refuse);
    return MUTAID_OK;
}

/* --- the door ------------------------------------------------------------------------------------------ */

mutaid_status mutaid__evaluate(mutaid__workspace *workspace,
                               const mutaid__span *facts, mutaid__part_run *run)
{
    bool is_package = run->part->members.count > 0;

    memset(run->reached_by, 0, workspace->word_count * sizeof *run->reached_by);
    run->answer = (mutaid__answer){false, false, 0, 0, 0};
    return is_package ? evaluate_package(workspace, facts, run)
                      : evaluate_scheme(workspace, facts, run);
}
