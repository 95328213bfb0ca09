/* SPDX-License-Identifier: MIT */
/* study.c - one part at work: which clauses were read, which decided. */
#include "prove/study.h"

#include "decide/collect.h"

#define MOST_REPORT ((size_t)16 << 20)

mutaid_status mutaid__study_init(mutaid__study *study, mutaid__memory *memory,
                                 const mutaid__model *model,
                                 const mutaid__part *like)
{
    static const mutaid__study empty;
    mutaid_report *report;
    mutaid_status status;

    *study = empty;
    study->model = model;
    mutaid__arena_init(&study->arena, memory);
    study->facts = mutaid__arena_take(
        &study->arena, model->facts.count * sizeof *study->facts);
    if (!study->facts)
        return MUTAID_ERROR_MEMORY;
    TRY(mutaid__report_new(&memory->allocator, MOST_REPORT, &report, NULL));
    status = mutaid__part_build_anew(&study->arena, report, model, like, true,
                                     &study->part);
    mutaid_report_free(report);
    TRY(status);
    TRY(mutaid__workspace_init(&study->workspace, &study->arena, model));
    return mutaid__part_run_init(&study->workspace, &study->part, &study->run);
}

void mutaid__study_free(mutaid__study *study)
{
    mutaid__arena_free(&study->arena);
}

mutaid_status mutaid__study_run(mutaid__study *study, const int64_t *integers,
                                const uint8_t *states,
                                const mutaid_calendar *calendar)
{
    const mutaid__model *model = study->model;
    uint32_t earlier, later;
    size_t i;

    for (i = 0; i < model->facts.count; i++)
        study->facts[i] = mutaid__fact_span(&model->facts.items[i],
                                            integers[i], states[i]);
    if (!mutaid__order_facts(model, study->facts, &earlier, &later))
        return MUTAID_ERROR_RANGE;
    study->workspace.calendar = calendar;
    return mutaid__evaluate(&study->workspace, study->facts, &study->run);
}

/* --- what was reached ------------------------------------------------------- */

static void raise_to(uint8_t *reach, uint32_t clause, bool is_decisive)
{
    mutaid_reach found =
        is_decisive ? MUTAID_REACH_DECISIVE : MUTAID_REACH_READ;

    if (clause != MUTAID_NONE && reach[clause] < found)
        reach[clause] = (uint8_t)found;
}

static bool is_refused(const mutaid__part_run *run)
{
    return run->answer.may_refuse && !run->answer.may_pay;
}

/* An item that the case is not about. */
static bool is_idle(const mutaid__part_run *run, uint32_t item)
{
    const mutaid__item_answer *answer;

    if (item == MUTAID_NONE)
        return false;
    answer = &run->items[item];
    return answer->may_not_apply && !answer->may_refuse && !answer->may_pay;
}

static bool must_fail(const mutaid__require_answer *answer)
{
    return answer->may_fail && !answer->may_hold && !answer->may_not_concern;
}

static bool is_decisive(const mutaid__part_run *run,
                        const mutaid__group_run *group_run,
                        const mutaid__touch *touch)
{
    if (touch->purpose == MUTAID__FOR_AMOUNT)
        return mutaid__touch_moved(group_run, touch);
    if (touch->purpose == MUTAID__FOR_REQUIREMENT ||
        touch->purpose == MUTAID__FOR_CONCERN)
        return must_fail(&run->requires[touch->requirement]);
    return true;
}

/* A requirement of the part as a whole: no amount is looked at then. */
static bool is_refused_whole(const mutaid__part_run *run)
{
    size_t i;

    for (i = 0; i < run->part->requires.count; i++)
        if (run->part->requires.items[i].item == MUTAID_NONE &&
            must_fail(&run->requires[i]))
            return true;
    return false;
}

/* Whether what a touch is part of was computed for this case. */
static bool is_concerned(const mutaid__part_run *run,
                         const mutaid__touch *touch)
{
    if (touch->purpose == MUTAID__FOR_AMOUNT && is_refused_whole(run))
        return false;
    if (touch->purpose == MUTAID__FOR_AMOUNT)
        return touch->item == MUTAID_NONE || run->items[touch->item].may_pay ||
               (run->items[touch->item].reasons &
                (MUTAID__NO_RULE | MUTAID__NO_VALUE));
    return touch->purpose == MUTAID__FOR_WHEN || !is_idle(run, touch->item);
}

static void reach_touches(const mutaid__part_run *run,
                          const mutaid__group_run *group_run, uint8_t *reach)
{
    size_t i;

    for (i = 0; group_run->version && i < group_run->version->touch_count;
         i++) {
        const mutaid__touch *touch = &group_run->version->touches[i];

        if (touch->kind != MUTAID__TOUCH_CLAUSE &&
            touch->kind != MUTAID__TOUCH_PARAMETER)
            continue;
        if (is_concerned(run, touch) &&
            mutaid__column_must_hold(group_run, touch->guard))
            raise_to(reach, touch->clause, is_decisive(run, group_run, touch));
    }
}

static void reach_requires(const mutaid__part_run *run, uint8_t *reach)
{
    size_t i;

    for (i = 0; i < run->part->requires.count; i++) {
        const mutaid__require_plan *plan = &run->part->requires.items[i];
        const mutaid__require_answer *answer = &run->requires[i];

        if ((answer->may_hold || answer->may_fail) &&
            !is_idle(run, plan->item))
            raise_to(reach, plan->clause, must_fail(answer));
    }
}

static void reach_deadlines(const mutaid__part_run *run, uint8_t *reach)
{
    size_t i;

    for (i = 0; i < run->part->deadlines.count; i++) {
        const mutaid__deadline_plan *plan = &run->part->deadlines.items[i];
        mutaid__span day = mutaid__run_output(run, plan->last_day), when;

        if (plan->when.group != MUTAID_NONE) {
            when = mutaid__run_output(run, plan->when);
            if (!mutaid__span_may_hold(&when))
                continue;
        }
        raise_to(reach, plan->clause, day.may == MUTAID__MAY_GIVEN);
    }
}

static void reach_items(const mutaid__part_run *run, uint8_t *reach)
{
    bool is_cut = false;
    uint32_t i;

    for (i = 0; i < run->part->items.count; i++) {
        const mutaid__item_plan *plan = &run->part->items.items[i];

        if (plan->depth > 0 || is_idle(run, i))
            continue;
        raise_to(reach, plan->clause, run->items[i].paid_most > 0);
        is_cut |= run->items[i].may_pay &&
                  run->items[i].paid_most < run->items[i].most;
    }
    if (run->part->cap.group != MUTAID_NONE && run->answer.may_pay)
        raise_to(reach, run->part->total_clause, is_cut);
}

static void reach_part(const mutaid__part_run *run, uint8_t *reach)
{
    const mutaid__part *part = run->part;
    size_t i;

    raise_to(reach, part->clause, !is_refused(run));
    if (run->answer.reasons & MUTAID__NOT_IN_FORCE)
        return;
    reach_requires(run, reach);
    for (i = 0; i < part->groups.count; i++)
        reach_touches(run, &run->groups[i], reach);
    if (is_refused(run))
        return;
    reach_items(run, reach);
    reach_deadlines(run, reach);
}

void mutaid__study_reach(const mutaid__study *study, uint8_t *reach)
{
    const mutaid__part_run *run = &study->run;
    size_t i;

    reach_part(run, reach);
    for (i = 0; i < run->part->members.count; i++) {
        if (!run->member_must_apply[i])
            continue;
        raise_to(reach, run->part->members.items[i].clause, true);
        reach_part(&run->members[i], reach);
    }
}
