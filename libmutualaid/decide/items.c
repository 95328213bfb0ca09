/* SPDX-License-Identifier: MIT */
/* items.c - what can come of requirements, benefits and the total. */
#include "decide/items.h"

/* --- requirements ----------------------------------------------------------------------- */

const uint64_t *mutaid__output_reached(const mutaid__workspace *w,
                                       const mutaid__part_run *run,
                                       mutaid__output output)
{
    return run->groups[output.group].reached_by + output.slot * w->word_count;
}

mutaid__require_answer mutaid__answer_require(const mutaid__part_run *run,
                                              const mutaid__require_plan *plan)
{
    mutaid__require_answer answer = {false, false, false};
    mutaid__span condition = mutaid__run_output(run, plan->holds);
    const mutaid__span *day = &run->groups[plan->holds.group].day;
    bool refuses_when_true = plan->kind == MUTAID_REQUIREMENT_EXCLUDE;
    bool may_be_true = mutaid__span_may_hold(&condition);
    bool may_be_false = mutaid__span_may_fail(&condition);
    bool has_no_rule = condition.may & MUTAID__MAY_NO_RULE;
    bool may_concern = true;

    answer.may_not_concern = day->may & MUTAID__MAY_ABSENT;
    if (day->may == MUTAID__MAY_ABSENT)
        return answer;
    if (condition.may & MUTAID__MAY_ABSENT)
        may_be_false = true;
    if (plan->when.group != MUTAID_NONE) {
        mutaid__span when = mutaid__run_output(run, plan->when);

        answer.may_not_concern |=
            mutaid__span_may_fail(&when) || (when.may & MUTAID__MAY_ABSENT);
        may_concern = mutaid__span_may_hold(&when);
        has_no_rule =
            (has_no_rule && may_concern) || (when.may & MUTAID__MAY_NO_RULE);
    }
    if (may_concern) {
        answer.may_hold = refuses_when_true ? may_be_false : may_be_true;
        answer.may_fail = refuses_when_true ? may_be_true : may_be_false;
    }
    answer.may_fail = answer.may_fail || has_no_rule;
    return answer;
}

/* A requirement that may fail and need not is open: what reaches it can
 * change the answer. */
void mutaid__reach_require(const mutaid__workspace *w, mutaid__part_run *run,
                           const mutaid__require_plan *plan,
                           const mutaid__require_answer *answer,
                           uint64_t *reached)
{
    if (!answer->may_fail || !(answer->may_hold || answer->may_not_concern))
        return;
    mutaid__add_facts(reached, mutaid__output_reached(w, run, plan->holds),
                      w->word_count);
    if (plan->when.group != MUTAID_NONE)
        mutaid__add_facts(reached, mutaid__output_reached(w, run, plan->when),
                          w->word_count);
}

/* --- force ----------------------------------------------------------------------------------- */

mutaid__force_answer mutaid__answer_force(mutaid__force force,
                                          const mutaid__span *day)
{
    mutaid__force_answer answer = {false, false, false, false};
    mutaid__wide from = mutaid__wide_of(force.from);
    mutaid__wide until = mutaid__wide_of(force.until);

    answer.may_have_no_day = day->may & MUTAID__MAY_ABSENT;
    answer.may_have_no_rule = day->may & MUTAID__MAY_NO_RULE;
    if (!(day->may & MUTAID__MAY_GIVEN))
        return answer;
    answer.may_be_in = mutaid__wide_compare(day->most, from) >= 0 &&
                       mutaid__wide_compare(day->least, until) <= 0;
    answer.may_be_out = mutaid__wide_compare(day->least, from) < 0 ||
                        mutaid__wide_compare(day->most, until) > 0;
    return answer;
}

/* --- items ------------------------------------------------------------------------------------- */

static void answer_amount(const mutaid__span *amount,
                          mutaid__item_answer *answer)
{
    if (amount->may & MUTAID__MAY_NO_RULE) {
        answer->may_refuse = true;
        answer->reasons |= MUTAID__NO_RULE;
    }
    if (amount->may & MUTAID__MAY_ABSENT) {
        answer->may_refuse = true;
        answer->reasons |= MUTAID__NO_VALUE;
    }
    if (!(amount->may & MUTAID__MAY_GIVEN))
        return;
    answer->may_pay = true;
    /* proved when the rulebook was read: nothing ends below zero */
    answer->least = mutaid__wide_is_negative(amount->least)
                        ? 0
                        : (int64_t)mutaid__wide_low(amount->least);
    answer->most = (int64_t)mutaid__wide_low(amount->most);
}

/* Does the benefit's `when` let it apply? */
static bool answer_when(const mutaid__workspace *w, mutaid__part_run *run,
                        const mutaid__item_plan *plan,
                        mutaid__item_answer *answer, uint64_t *reached)
{
    mutaid__span when;

    if (plan->when.group == MUTAID_NONE)
        return true;
    when = mutaid__run_output(run, plan->when);
    answer->may_not_apply |= mutaid__span_may_fail(&when);
    if (when.may & MUTAID__MAY_NO_RULE) {
        answer->may_refuse = true;
        answer->reasons |= MUTAID__NO_RULE;
    }
    if (!mutaid__span_is_settled(&when))
        mutaid__add_facts(reached, mutaid__output_reached(w, run, plan->when),
                          w->word_count);
    return mutaid__span_may_hold(&when);
}

/* Can its day lie inside its own dates? */
static bool answer_day(const mutaid__workspace *w, mutaid__part_run *run,
                       const mutaid__item_plan *plan,
                       mutaid__force_answer force, mutaid__item_answer *answer,
                       uint64_t *reached)
{
    const mutaid__group *group = &run->part->groups.items[plan->group];
    mutaid__group_run *group_run = &run->groups[plan->group];

    if (force.may_be_out) {
        answer->may_refuse = true;
        answer->reasons |= MUTAID__NOT_IN_FORCE;
    }
    if (!mutaid__span_is_settled(&group_run->day) &&
        (force.may_be_out || force.may_have_no_day))
        mutaid__add_facts(reached,
                          group_run->day_scope.reached_by +
                              group->day.outputs[0] * w->word_count,
                          w->word_count);
    return force.may_be_in;
}

/* Can it pass its own requirements? */
static bool answer_requires(const mutaid__workspace *w, mutaid__part_run *run,
                            uint32_t item, mutaid__item_answer *answer,
                            uint64_t *reached)
{
    bool may_pass = true;
    size_t i;

    for (i = 0; i < run->part->requires.count; i++) {
        const mutaid__require_plan *require = &run->part->requires.items[i];

        if (require->item != item)
            continue;
        answer->may_refuse |= run->requires[i].may_fail;
        may_pass &=
            run->requires[i].may_hold || run->requires[i].may_not_concern;
        mutaid__reach_require(w, run, require, &run->requires[i], reached);
    }
    return may_pass;
}

/* A benefit of the part. `reached` gathers what can change it. */
mutaid__item_answer mutaid__answer_item(const mutaid__workspace *w,
                                        mutaid__part_run *run, uint32_t item,
                                        uint64_t *reached)
{
    const mutaid__item_plan *plan = &run->part->items.items[item];
    mutaid__force_answer force =
        mutaid__answer_force(plan->force, &run->groups[plan->group].day);
    mutaid__item_answer answer = {false, false, false, 0, 0, 0, 0, 0};
    mutaid__span amount = mutaid__run_output(run, plan->amount);

    answer.may_not_apply = force.may_have_no_day;
    if (force.may_have_no_rule) {
        answer.may_refuse = true;
        answer.reasons |= MUTAID__NO_RULE;
    }
    if (!(force.may_be_in || force.may_be_out) ||
        !answer_when(w, run, plan, &answer, reached) ||
        !answer_day(w, run, plan, force, &answer, reached) ||
        !answer_requires(w, run, item, &answer, reached))
        return answer;
    answer_amount(&amount, &answer);
    if (!mutaid__span_is_settled(&amount))
        mutaid__add_facts(reached, mutaid__output_reached(w, run, plan->amount),
                          w->word_count);
    return answer;
}

/* --- the total --------------------------------------------------------------------------------- */

mutaid__span mutaid__left_of_total(const mutaid__part_run *run)
{
    mutaid__span cap = mutaid__run_output(run, run->part->cap), so_far, left;
    mutaid__wide zero = mutaid__wide_of(0);

    if (run->part->so_far.group == MUTAID_NONE)
        so_far = mutaid__span_point(zero);
    else
        so_far = mutaid__run_output(run, run->part->so_far);
    left = cap;
    left.may |= so_far.may & (MUTAID__MAY_NO_RULE | MUTAID__MAY_ABSENT);
    if (!(cap.may & so_far.may & MUTAID__MAY_GIVEN)) {
        left.may &= (uint8_t)~MUTAID__MAY_GIVEN;
        return left;
    }
    left.least =
        mutaid__wide_max(zero, mutaid__wide_sub(cap.least, so_far.most));
    left.most =
        mutaid__wide_max(zero, mutaid__wide_sub(cap.most, so_far.least));
    return left;
}

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t mutaid__left_in_minor(mutaid__wide left)
{
    int64_t minor = INT64_MAX;

    (void)mutaid__wide_fits(left, &minor);
    return minor;
}

/* Each paid benefit in written order gets the smaller of its amount and what
 * is left. */
void mutaid__apply_total(mutaid__part_run *run)
{
    int64_t left_least = mutaid__left_in_minor(run->cap_left.least);
    int64_t left_most = mutaid__left_in_minor(run->cap_left.most);
    size_t i;

    for (i = 0; i < run->part->items.count; i++) {
        mutaid__item_answer *item = &run->items[i];
        bool must_pay =
            item->may_pay && !item->may_refuse && !item->may_not_apply;
        int64_t least, most;

        if (!item->may_pay)
            continue;
        least = smaller(item->least, left_least);
        most = smaller(item->most, left_most);
        item->paid_least = least;
        item->paid_most = most;
        left_least -= smaller(item->most, left_least);
        left_most -= must_pay ? smaller(item->least, left_most) : 0;
    }
}

/* The sum of what is paid is the smaller of the sum of amounts and what is
 * left, which says more than the sum of the bounds of each. */
void mutaid__cut_by_total(mutaid__part_run *run)
{
    mutaid__answer *answer = &run->answer;

    if (run->part->cap.group == MUTAID_NONE)
        return;
    answer->least =
        smaller(answer->least, mutaid__left_in_minor(run->cap_left.least));
    answer->most =
        smaller(answer->most, mutaid__left_in_minor(run->cap_left.most));
}
