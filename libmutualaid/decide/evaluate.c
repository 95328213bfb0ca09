/* SPDX-License-Identifier: MIT */
/* evaluate.c - a part for facts that are known or ranges: what can come out. */
#include "decide/evaluate.h"

#include "words/kinds.h"
#include <string.h>

/* --- workspace ----------------------------------------------------------------------- */

static mutaid_status take(mutaid__workspace *w, void **block, size_t count,
                          size_t size)
{
    *block = mutaid__arena_take(w->arena, count * size);
    return *block ? MUTAID_OK : MUTAID_ERROR_MEMORY;
}

#define TAKE(w, place, count) \
    TRY(take((w), (void **)&(place), (count), sizeof *(place)))

mutaid_status mutaid__workspace_init(mutaid__workspace *workspace,
                                     mutaid__arena *arena,
                                     const mutaid__model *model)
{
    size_t count = model->facts.count, i;

    workspace->arena = arena;
    workspace->model = model;
    workspace->calendar = NULL;
    workspace->word_count = (count + 63) / 64;
    TAKE(workspace, workspace->integers, count);
    TAKE(workspace, workspace->states, count);
    TAKE(workspace, workspace->row_integers, count);
    TAKE(workspace, workspace->row_states, count);
    for (i = 0; i < count; i++) {
        workspace->integers[i] = &workspace->row_integers[i];
        workspace->states[i] = &workspace->row_states[i];
    }
    return MUTAID_OK;
}

static mutaid_status init_scope(mutaid__workspace *w, size_t columns,
                                mutaid__scope *scope)
{
    scope->word_count = w->word_count;
    TAKE(w, scope->spans, columns);
    TAKE(w, scope->reached_by, columns * w->word_count);
    return MUTAID_OK;
}

static mutaid_status init_group(mutaid__workspace *w,
                                const mutaid__group *group,
                                mutaid__group_run *run)
{
    TAKE(w, run->outputs, group->slot_count);
    TAKE(w, run->reached_by, group->slot_count * w->word_count);
    TAKE(w, run->blocks, group->version_count);
    TRY(init_scope(w, group->most_columns, &run->scope));
    return init_scope(w, group->day.program.columns.count, &run->day_scope);
}

mutaid_status mutaid__part_run_init(mutaid__workspace *workspace,
                                    const mutaid__part *part,
                                    mutaid__part_run *run)
{
    size_t i;

    run->part = part;
    TAKE(workspace, run->groups, part->groups.count);
    TAKE(workspace, run->items, part->items.count);
    TAKE(workspace, run->requires, part->requires.count);
    TAKE(workspace, run->members, part->members.count);
    TAKE(workspace, run->member_may_apply, part->members.count);
    TAKE(workspace, run->member_must_apply, part->members.count);
    TAKE(workspace, run->reached_by, workspace->word_count);
    TAKE(workspace, run->narrowed, workspace->model->facts.count);
    TAKE(workspace, run->scratch, workspace->model->facts.count);
    for (i = 0; i < part->groups.count; i++)
        TRY(init_group(workspace, &part->groups.items[i], &run->groups[i]));
    for (i = 0; i < part->members.count; i++)
        TRY(mutaid__part_run_init(workspace, part->members.items[i].part,
                                  &run->members[i]));
    return MUTAID_OK;
}

/* --- running groups --------------------------------------------------------------------- */

mutaid__span mutaid__run_column(const mutaid__group_run *run, uint32_t column)
{
    if (run->block)
        return mutaid__block_cell(&run->version->program, run->block, column,
                                  0);
    return run->scope.spans[column];
}

mutaid__span mutaid__run_output(const mutaid__part_run *run,
                                mutaid__output output)
{
    return run->groups[output.group].outputs[output.slot];
}

static void add_words(uint64_t *to, const uint64_t *from, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        to[i] |= from[i];
}

/* Whether every fact that a program loads is known. */
static bool is_known(const mutaid__program *program,
                     const mutaid__span *facts)
{
    size_t i;

    for (i = 0; i < program->inputs.count; i++)
        if (!mutaid__span_is_settled(&facts[program->inputs.items[i].fact]))
            return false;
    return true;
}

static void fill_row(mutaid__workspace *w, const mutaid__program *program,
                     const mutaid__span *facts)
{
    size_t i;

    for (i = 0; i < program->inputs.count; i++) {
        uint32_t fact = program->inputs.items[i].fact;

        w->row_integers[fact] = (int64_t)mutaid__wide_low(facts[fact].least);
        w->row_states[fact] = facts[fact].may == MUTAID__MAY_ABSENT
                                  ? MUTAID_STATE_ABSENT
                                  : MUTAID_STATE_GIVEN;
    }
}

/* A case with every fact known is a block of one row. */
static mutaid_status run_block(mutaid__workspace *w,
                               const mutaid__group *group,
                               const mutaid__span *facts,
                               mutaid__group_run *run)
{
    const mutaid__version *version = run->version;
    mutaid__block *block = &run->blocks[version - group->versions];
    mutaid__rows rows = {w->integers, w->states, 1};
    size_t i;

    if (!block->cells)
        TRY(mutaid__block_init(block, w->arena, &version->program, 1));
    fill_row(w, &version->program, facts);
    mutaid__block_run(&version->program, &rows, w->calendar, block);
    run->block = block;
    memset(run->reached_by, 0,
           group->slot_count * w->word_count * sizeof *run->reached_by);
    for (i = 0; i < group->slot_count; i++)
        run->outputs[i] = mutaid__block_cell(&version->program, block,
                                             version->outputs[i], 0);
    return MUTAID_OK;
}

/* Join what one version gives into the outputs of the group. */
static void run_spans(mutaid__workspace *w, const mutaid__group *group,
                      const mutaid__version *version,
                      const mutaid__span *facts, bool is_first,
                      mutaid__group_run *run)
{
    size_t i;

    mutaid__span_run(&version->program, facts, w->calendar, &run->scope);
    for (i = 0; i < group->slot_count; i++) {
        uint32_t column = version->outputs[i];
        mutaid__span span = run->scope.spans[column];
        uint64_t *reached = run->reached_by + i * w->word_count;

        if (is_first)
            memset(reached, 0, w->word_count * sizeof *reached);
        run->outputs[i] =
            is_first ? span : mutaid__span_join(run->outputs[i], span);
        add_words(reached,
                  run->scope.reached_by + column * w->word_count,
                  w->word_count);
    }
}

/* Where versions differ, the facts that the day rests on reach what does. */
static void reach_by_day(mutaid__workspace *w, const mutaid__group *group,
                         mutaid__group_run *run)
{
    const uint64_t *day =
        run->day_scope.reached_by + group->day.outputs[0] * w->word_count;
    size_t i;

    for (i = 0; i < group->slot_count; i++)
        if (!mutaid__span_is_settled(&run->outputs[i]))
            add_words(run->reached_by + i * w->word_count, day,
                      w->word_count);
}

/* Whether a column is a fact as the case gives it: a package may put another
 * operand in its place. */
static bool is_fact(const mutaid__program *program, uint32_t column,
                    uint32_t fact)
{
    size_t i;

    for (i = 0; i < program->inputs.count; i++)
        if (program->inputs.items[i].column == column &&
            program->inputs.items[i].fact == fact)
            return true;
    return false;
}

/* Facts as they can be while the day lies in a version. */
static const mutaid__span *facts_within(const mutaid__group *group,
                                        const mutaid__version *version,
                                        const mutaid__span *facts,
                                        mutaid__span *scratch, size_t count)
{
    const mutaid__word *dated_by = group->dated_by;
    mutaid__span *day;

    if (dated_by->target != MUTAID__TARGET_FACT ||
        !is_fact(&group->day.program, group->day.outputs[0], dated_by->index))
        return facts;
    memcpy(scratch, facts, count * sizeof *scratch);
    day = &scratch[dated_by->index];
    if (version->from != INT64_MIN)
        day->least = mutaid__wide_max(day->least,
                                      mutaid__wide_of(version->from));
    if (version->until != INT64_MAX)
        day->most = mutaid__wide_min(day->most,
                                     mutaid__wide_of(version->until));
    return scratch;
}

static bool overlaps(const mutaid__version *version, const mutaid__span *day)
{
    return (version->until == INT64_MAX ||
            mutaid__wide_compare(day->least,
                                 mutaid__wide_of(version->until)) <= 0) &&
           (version->from == INT64_MIN ||
            mutaid__wide_compare(day->most, mutaid__wide_of(version->from)) >=
                0);
}

static mutaid_status run_group(mutaid__workspace *w,
                               const mutaid__group *group,
                               const mutaid__span *facts,
                               mutaid__span *scratch, mutaid__group_run *run)
{
    size_t i, count = 0;

    mutaid__span_run(&group->day.program, facts, w->calendar,
                     &run->day_scope);
    run->day = run->day_scope.spans[group->day.outputs[0]];
    run->version = NULL;
    run->block = NULL;
    for (i = 0; i < group->slot_count; i++)
        run->outputs[i] = mutaid__span_state(
            run->day.may == MUTAID__MAY_ABSENT ? MUTAID_STATE_ABSENT
                                               : MUTAID_STATE_NO_RULE);
    memset(run->reached_by, 0,
           group->slot_count * w->word_count * sizeof *run->reached_by);
    if (!(run->day.may & MUTAID__MAY_GIVEN))
        return MUTAID_OK;
    for (i = 0; i < group->version_count; i++) {
        const mutaid__version *version = &group->versions[i];

        if (!overlaps(version, &run->day))
            continue;
        run->version = version;
        count++;
        if (mutaid__span_is_settled(&run->day) &&
            is_known(&version->program, facts))
            return run_block(w, group, facts, run);
        run_spans(w, group, version,
                  facts_within(group, version, facts, scratch,
                               w->model->facts.count),
                  count == 1, run);
    }
    if (count != 1)
        run->version = NULL;
    reach_by_day(w, group, run);
    return MUTAID_OK;
}

/* --- requirements ----------------------------------------------------------------------- */

static const uint64_t *output_reached(const mutaid__workspace *w,
                                      const mutaid__part_run *run,
                                      mutaid__output output)
{
    return run->groups[output.group].reached_by +
           output.slot * w->word_count;
}

static mutaid__require_answer answer_require(
    const mutaid__part_run *run, const mutaid__require_plan *plan)
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
        has_no_rule = (has_no_rule && may_concern) ||
                      (when.may & MUTAID__MAY_NO_RULE);
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
static void reach_require(const mutaid__workspace *w, mutaid__part_run *run,
                          const mutaid__require_plan *plan,
                          const mutaid__require_answer *answer,
                          uint64_t *reached)
{
    if (!answer->may_fail || !(answer->may_hold || answer->may_not_concern))
        return;
    add_words(reached, output_reached(w, run, plan->holds), w->word_count);
    if (plan->when.group != MUTAID_NONE)
        add_words(reached, output_reached(w, run, plan->when), w->word_count);
}

/* --- force ----------------------------------------------------------------------------------- */

typedef struct force_answer {
    bool may_be_in, may_be_out, may_have_no_day, may_have_no_rule;
} force_answer;

static force_answer answer_force(mutaid__force force, const mutaid__span *day)
{
    force_answer answer = {false, false, false, false};
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
    answer->least = (int64_t)mutaid__wide_low(amount->least);
    answer->most = (int64_t)mutaid__wide_low(amount->most);
}

/* A benefit of the part. `reached` gathers what can change it. */
static mutaid__item_answer answer_item(const mutaid__workspace *w,
                                       mutaid__part_run *run, uint32_t item,
                                       uint64_t *reached)
{
    const mutaid__item_plan *plan = &run->part->items.items[item];
    const mutaid__group *group = &run->part->groups.items[plan->group];
    mutaid__group_run *group_run = &run->groups[plan->group];
    force_answer force = answer_force(plan->force, &group_run->day);
    mutaid__item_answer answer = {false, false, false, 0, 0, 0, 0, 0};
    bool may_apply = true, may_pass = true, may_fail = false;
    mutaid__span amount = mutaid__run_output(run, plan->amount);
    size_t i;

    if (force.may_have_no_day)
        answer.may_not_apply = true;
    if (force.may_have_no_rule) {
        answer.may_refuse = true;
        answer.reasons |= MUTAID__NO_RULE;
    }
    if (!(force.may_be_in || force.may_be_out))
        return answer;
    if (plan->when.group != MUTAID_NONE) {
        mutaid__span when = mutaid__run_output(run, plan->when);

        answer.may_not_apply |= mutaid__span_may_fail(&when);
        may_apply = mutaid__span_may_hold(&when);
        if (when.may & MUTAID__MAY_NO_RULE) {
            answer.may_refuse = true;
            answer.reasons |= MUTAID__NO_RULE;
        }
        if (!mutaid__span_is_settled(&when))
            add_words(reached, output_reached(w, run, plan->when),
                      w->word_count);
    }
    if (!may_apply)
        return answer;
    if (force.may_be_out) {
        answer.may_refuse = true;
        answer.reasons |= MUTAID__NOT_IN_FORCE;
    }
    if (!mutaid__span_is_settled(&group_run->day) &&
        (force.may_be_out || force.may_have_no_day))
        add_words(reached,
                  group_run->day_scope.reached_by +
                      group->day.outputs[0] * w->word_count,
                  w->word_count);
    if (!force.may_be_in)
        return answer;
    for (i = 0; i < run->part->requires.count; i++) {
        const mutaid__require_plan *require =
            &run->part->requires.items[i];

        if (require->item != item)
            continue;
        may_fail |= run->requires[i].may_fail;
        may_pass &=
            run->requires[i].may_hold || run->requires[i].may_not_concern;
        reach_require(w, run, require, &run->requires[i], reached);
    }
    answer.may_refuse |= may_fail;
    if (!may_pass)
        return answer;
    answer_amount(&amount, &answer);
    if (!mutaid__span_is_settled(&amount))
        add_words(reached, output_reached(w, run, plan->amount),
                  w->word_count);
    return answer;
}

/* --- the total --------------------------------------------------------------------------------- */

static mutaid__span left_of_total(const mutaid__part_run *run)
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
    left.least = mutaid__wide_max(
        zero, mutaid__wide_sub(cap.least, so_far.most));
    left.most = mutaid__wide_max(
        zero, mutaid__wide_sub(cap.most, so_far.least));
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
static void apply_total(mutaid__part_run *run)
{
    int64_t left_least = mutaid__left_in_minor(run->cap_left.least);
    int64_t left_most = mutaid__left_in_minor(run->cap_left.most);
    size_t i;

    for (i = 0; i < run->part->items.count; i++) {
        mutaid__item_answer *item = &run->items[i];
        bool must_pay = item->may_pay && !item->may_refuse &&
                        !item->may_not_apply;
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

/* --- the part ------------------------------------------------------------------------------------ */

/* The sum of what is paid is the smaller of the sum of amounts and what is
 * left, which says more than the sum of the bounds of each. */
static void cut_by_total(mutaid__part_run *run)
{
    mutaid__answer *answer = &run->answer;

    if (run->part->cap.group == MUTAID_NONE)
        return;
    answer->least =
        smaller(answer->least, mutaid__left_in_minor(run->cap_left.least));
    answer->most =
        smaller(answer->most, mutaid__left_in_minor(run->cap_left.most));
}

/* After items and requirements: what can come of the whole. */
static void sum_up(mutaid__part_run *run, bool must_refuse, bool may_refuse)
{
    mutaid__answer *answer = &run->answer;
    bool may_any_pay = false, must_any_pay = false, may_none_apply = true;
    size_t i;

    answer->least = answer->most = 0;
    for (i = 0; i < run->part->items.count; i++) {
        mutaid__item_answer *item = &run->items[i];
        bool must_pay = item->may_pay && !item->may_refuse &&
                        !item->may_not_apply;

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
    cut_by_total(run);
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

/* A requirement of the form "the fact against a bound" that is open narrows
 * the fact for what is paid when it holds. */
static void narrow_by(const mutaid__group_run *run,
                      const mutaid__finding_plan *finding,
                      mutaid__span *facts)
{
    mutaid__span *fact = &facts[finding->subject->index];
    mutaid__span required = mutaid__run_column(run, finding->required);
    const mutaid__column *columns = run->version->program.columns.items;
    mutaid__wide one = mutaid__wide_of(1), bound, rest;

    if (!mutaid__span_is_settled(&required) ||
        required.may != MUTAID__MAY_GIVEN ||
        !mutaid__wide_mul_checked(
            required.least,
            mutaid__wide_of(columns[finding->found].denominator), &bound))
        return;
    bound = mutaid__wide_floor_div(
        bound, mutaid__wide_of(columns[finding->required].denominator), &rest);
    if (finding->relation == MUTAID_RELATION_ABOVE ||
        (finding->relation == MUTAID_RELATION_AT_LEAST &&
         !mutaid__wide_is_zero(rest)))
        fact->least =
            mutaid__wide_max(fact->least, mutaid__wide_add(bound, one));
    else if (finding->relation == MUTAID_RELATION_AT_LEAST)
        fact->least = mutaid__wide_max(fact->least, bound);
    else if (finding->relation == MUTAID_RELATION_BELOW &&
             mutaid__wide_is_zero(rest))
        fact->most =
            mutaid__wide_min(fact->most, mutaid__wide_sub(bound, one));
    else if (finding->relation == MUTAID_RELATION_BELOW ||
             finding->relation == MUTAID_RELATION_AT_MOST)
        fact->most = mutaid__wide_min(fact->most, bound);
    else
        return;
    fact->may = MUTAID__MAY_GIVEN;
}

static bool narrows(const mutaid__part_run *run,
                    const mutaid__finding_plan *finding)
{
    const mutaid__require_plan *plan;

    if (finding->requirement >= run->part->requires.count ||
        finding->required == MUTAID_NONE)
        return false;
    plan = &run->part->requires.items[finding->requirement];
    return plan->item == MUTAID_NONE &&
           plan->kind == MUTAID_REQUIREMENT_REQUIRE &&
           plan->when.group == MUTAID_NONE &&
           plan->condition->kind == &mutaid__condition_the &&
           plan->condition->words[0] == finding->subject &&
           finding->subject->target == MUTAID__TARGET_FACT &&
           is_fact(&run->groups[0].version->program, finding->found,
                   finding->subject->index) &&
           run->requires[finding->requirement].may_fail &&
           run->requires[finding->requirement].may_hold;
}

/* Narrowed facts into run->narrowed; false if nothing narrows. */
static bool narrow(const mutaid__workspace *w, const mutaid__span *facts,
                   mutaid__part_run *run)
{
    const mutaid__group_run *group = &run->groups[0];
    bool has_narrowed = false;
    size_t i;

    if (!group->version)
        return false;
    for (i = 0; i < group->version->finding_count; i++) {
        const mutaid__finding_plan *finding = &group->version->findings[i];
        mutaid__span before;

        if (!narrows(run, finding))
            continue;
        if (!has_narrowed)
            memcpy(run->narrowed, facts,
                   w->model->facts.count * sizeof *facts);
        has_narrowed = true;
        before = run->narrowed[finding->subject->index];
        narrow_by(group, finding, run->narrowed);
        if (mutaid__wide_compare(
                run->narrowed[finding->subject->index].least,
                run->narrowed[finding->subject->index].most) > 0)
            run->narrowed[finding->subject->index] = before;
    }
    return has_narrowed;
}

static mutaid_status run_groups(mutaid__workspace *w,
                                const mutaid__span *facts,
                                mutaid__part_run *run)
{
    size_t i;

    for (i = 0; i < run->part->groups.count; i++)
        TRY(run_group(w, &run->part->groups.items[i], facts, run->scratch,
                      &run->groups[i]));
    return MUTAID_OK;
}

static void answer_requires(mutaid__part_run *run)
{
    size_t i;

    for (i = 0; i < run->part->requires.count; i++)
        run->requires[i] =
            answer_require(run, &run->part->requires.items[i]);
}

/* Outside its days a part is refused for that alone; so is a part without a
 * day. True if nothing else matters. */
static bool answer_day(const mutaid__workspace *w, mutaid__part_run *run,
                       bool *may_refuse)
{
    const mutaid__group *group = &run->part->groups.items[0];
    mutaid__group_run *group_run = &run->groups[0];
    force_answer force = answer_force(run->part->force, &group_run->day);
    mutaid__answer *answer = &run->answer;

    if (force.may_be_out)
        answer->reasons |= MUTAID__NOT_IN_FORCE;
    if (force.may_have_no_day)
        answer->reasons |= MUTAID__NOTHING_APPLIES;
    if (force.may_have_no_rule)
        answer->reasons |= MUTAID__NO_RULE;
    *may_refuse = answer->reasons != 0;
    if (*may_refuse && force.may_be_in)
        add_words(run->reached_by,
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
        run->items[i] = (mutaid__item_answer){true, false, false, 0,
                                              0,    0,     0,     0};
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
        reach_require(w, run, &run->part->requires.items[i], require,
                      run->reached_by);
    }
}

static void answer_total(const mutaid__workspace *w, mutaid__part_run *run,
                         bool *must_refuse, bool *may_refuse)
{
    mutaid__span left = left_of_total(run);

    run->cap_left = left;
    if (left.may != MUTAID__MAY_GIVEN) {
        *may_refuse = true;
        *must_refuse |= !(left.may & MUTAID__MAY_GIVEN);
        run->answer.reasons |=
            left.may & MUTAID__MAY_NO_RULE ? MUTAID__NO_RULE
                                           : MUTAID__NO_VALUE;
    }
    add_words(run->reached_by, output_reached(w, run, run->part->cap),
              w->word_count);
    if (run->part->so_far.group != MUTAID_NONE)
        add_words(run->reached_by, output_reached(w, run, run->part->so_far),
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
        run->items[i] = answer_item(w, run, i, run->reached_by);
    if (run->part->cap.group != MUTAID_NONE) {
        answer_total(w, run, &must_refuse, &may_refuse);
        if (!must_refuse)
            apply_total(run);
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

static void close_facts(const mutaid__workspace *w,
                        const mutaid__part *part, const mutaid__span *facts,
                        mutaid__span *closed)
{
    uint32_t i;

    memcpy(closed, facts, w->model->facts.count * sizeof *closed);
    for (i = 0; i < w->model->facts.count; i++)
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
        add_words(run->reached_by, run->members[m].reached_by, w->word_count);
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
    TRY(run_group(w, &run->part->groups.items[0], run->narrowed, run->scratch,
                  &run->groups[0]));
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
            add_words(run->reached_by, output_reached(w, run, plan->when),
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

mutaid_status mutaid__evaluate(mutaid__workspace *workspace,
                               const mutaid__span *facts,
                               mutaid__part_run *run)
{
    bool is_package = run->part->members.count > 0;

    memset(run->reached_by, 0,
           workspace->word_count * sizeof *run->reached_by);
    run->answer = (mutaid__answer){false, false, 0, 0, 0};
    return is_package ? evaluate_package(workspace, facts, run)
                      : evaluate_scheme(workspace, facts, run);
}
