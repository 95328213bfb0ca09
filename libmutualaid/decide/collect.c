/* SPDX-License-Identifier: MIT */
/* collect.c - from a part that ran to what the decision shows. */
#include "decide/collect.h"

#include "words/kinds.h"

void *mutaid__pushed(mutaid__collector *c, void *place)
{
    if (!place)
        c->d->is_out_of_memory = true;
    return place;
}

bool mutaid__item_is_idle(const mutaid__item_answer *answer)
{
    return answer->may_not_apply && !answer->may_refuse && !answer->may_pay;
}

/* Requirements of a benefit that the case is not about concern nobody. */
bool mutaid__is_idle(const mutaid__collector *c, uint32_t item)
{
    return item != MUTAID_NONE && mutaid__item_is_idle(&c->run->items[item]);
}

uint32_t mutaid__item_in_decision(const mutaid__collector *c, uint32_t item)
{
    return item == MUTAID_NONE
               ? (c->first_item == 0 ? MUTAID_NONE : c->first_item - 1)
               : c->first_item + item;
}

/* --- items -------------------------------------------------------------------------------- */

mutaid__item mutaid__item_of(const mutaid__item_answer *answer,
                             bool is_refused, int64_t most)
{
    mutaid__item item = {MUTAID_OUTCOME_UNDETERMINED, answer->paid_least,
                         answer->paid_most};

    if (mutaid__item_is_idle(answer))
        item.outcome = MUTAID_OUTCOME_NOT_APPLYING;
    else if (!answer->may_not_apply && !answer->may_pay)
        item.outcome = MUTAID_OUTCOME_REFUSED;
    else if (!answer->may_not_apply && !answer->may_refuse &&
             answer->paid_least == answer->paid_most)
        item.outcome = MUTAID_OUTCOME_ELIGIBLE;
    if (is_refused && item.outcome != MUTAID_OUTCOME_NOT_APPLYING)
        item.outcome = MUTAID_OUTCOME_REFUSED;
    if (is_refused || !answer->may_pay)
        item.least = item.most = 0;
    if (answer->may_not_apply || answer->may_refuse)
        item.least = 0;
    if (item.most > most)
        item.most = most;
    return item;
}

static void collect_items(mutaid__collector *c)
{
    size_t i;

    for (i = 0; i < c->run->part->items.count; i++) {
        mutaid__item *item = PUSH(c, items);

        if (!item)
            return;
        *item = mutaid__item_of(&c->run->items[i], c->is_refused,
                                c->run->part->items.items[i].is_beside
                                    ? INT64_MAX
                                    : c->d->most);
    }
}

/* --- requirements --------------------------------------------------------------------------- */

static mutaid__requirement *
add_requirement(mutaid__collector *c, mutaid__slice id, mutaid__labels text,
                mutaid_requirement_kind kind, mutaid_verdict verdict,
                uint32_t item, uint32_t clause)
{
    mutaid__requirement *requirement = PUSH(c, requirements);

    if (!requirement)
        return NULL;
    requirement->id = id;
    requirement->text = text;
    requirement->kind = kind;
    requirement->verdict = verdict;
    requirement->item = item;
    requirement->clause = clause;
    requirement->first_finding = c->d->findings.count;
    requirement->finding_count = 0;
    return requirement;
}

/* Whether meeting the bound is not enough: one day, unit or fen more is due. */
static bool is_strict(const mutaid__finding *finding)
{
    mutaid_relation relation = finding->plan->relation;
    mutaid_type type = finding->found.shape.type;
    bool is_wanted = finding->plan->is_wanted;
    bool excludes_bound =
        relation == MUTAID_RELATION_ABOVE || relation == MUTAID_RELATION_BELOW;

    return is_wanted == excludes_bound &&
           (type == MUTAID_TYPE_MONEY || type == MUTAID_TYPE_COUNT ||
            type == MUTAID_TYPE_DATE);
}

/* What must change: how far the value found is from the one required. */
static mutaid__shown distance_of(const mutaid__finding *finding)
{
    mutaid__shown distance = mutaid__nothing_shown();
    mutaid_relation relation = finding->plan->relation;
    mutaid__ratio less = finding->found.value;
    mutaid__ratio more = finding->required.value;

    if (finding->found.state != MUTAID_STATE_GIVEN ||
        finding->required.state != MUTAID_STATE_GIVEN ||
        relation < MUTAID_RELATION_AT_LEAST || relation > MUTAID_RELATION_BELOW)
        return distance;
    if (mutaid__ratio_compare(less, more) > 0) {
        less = finding->required.value;
        more = finding->found.value;
    }
    if (!mutaid__ratio_sub(more, less, &distance.value))
        return distance;
    distance.state = MUTAID_STATE_GIVEN;
    distance.shape = finding->found.shape;
    if (is_strict(finding) &&
        !mutaid__ratio_add(distance.value, mutaid__ratio_of(1),
                           &distance.value))
        distance.state = MUTAID_STATE_OPEN;
    if (distance.shape.type == MUTAID_TYPE_DATE)
        distance.shape = (mutaid__shape){MUTAID_TYPE_COUNT, 0};
    return distance;
}

/* Whether a comparison may go against the requirement. */
static bool is_against(const mutaid__group_run *run,
                       const mutaid__finding_plan *plan)
{
    mutaid__span holds = mutaid__run_column(run, plan->holds);

    return plan->is_wanted ? mutaid__span_may_fail(&holds) ||
                                 (holds.may & MUTAID__MAY_NO_RULE)
                           : mutaid__span_may_hold(&holds);
}

/* Whether the run took an open requirement for granted, and the comparison
 * for what holds: it is open all the same. */
static bool was_granted(const mutaid__collector *c,
                        const mutaid__finding_plan *plan)
{
    mutaid__span fact;

    if (plan->subject->target != MUTAID__TARGET_FACT)
        return false;
    fact = c->d->facts[plan->subject->index];
    return mutaid__narrow_fact(c->run, plan, &fact);
}

static void collect_finding(mutaid__collector *c, const mutaid__group_run *run,
                            const mutaid__finding_plan *plan,
                            mutaid__requirement *requirement)
{
    bool is_open = was_granted(c, plan);
    mutaid__finding *finding;

    if (!is_open && !is_against(run, plan))
        return;
    finding = PUSH(c, findings);
    if (!finding)
        return;
    finding->plan = plan;
    finding->found = mutaid__shown_column(run, plan->found, plan->shape);
    if (is_open)
        finding->found.state = MUTAID_STATE_OPEN;
    finding->required = mutaid__shown_column(run, plan->required, plan->shape);
    finding->distance = distance_of(finding);
    requirement->finding_count++;
}

static void collect_findings(mutaid__collector *c, uint32_t number,
                             mutaid__requirement *requirement)
{
    const mutaid__require_plan *plan = &c->run->part->requires.items[number];
    const mutaid__group_run *run = &c->run->groups[plan->holds.group];
    size_t i;

    if (!run->version || requirement->verdict == MUTAID_VERDICT_HELD)
        return;
    for (i = 0; i < run->version->finding_count; i++) {
        const mutaid__finding_plan *f = &run->version->findings[i];

        if (f->requirement == number && mutaid__column_may_hold(run, f->guard))
            collect_finding(c, run, f, requirement);
    }
}

static void collect_written(mutaid__collector *c)
{
    uint32_t i;

    for (i = 0; i < c->run->part->requires.count; i++) {
        const mutaid__require_plan *plan = &c->run->part->requires.items[i];
        const mutaid__require_answer *answer = &c->run->requires[i];
        mutaid_verdict verdict = MUTAID_VERDICT_OPEN;
        mutaid__requirement *requirement;

        if ((!answer->may_hold && !answer->may_fail) ||
            mutaid__is_idle(c, plan->item))
            continue;
        if (!answer->may_fail)
            verdict = MUTAID_VERDICT_HELD;
        else if (!answer->may_hold && !answer->may_not_concern)
            verdict = MUTAID_VERDICT_FAILED;
        requirement = add_requirement(
            c, plan->id, plan->reason, plan->kind, verdict,
            mutaid__item_in_decision(c, plan->item), plan->clause);
        if (requirement)
            collect_findings(c, i, requirement);
    }
}

/* Reasons that no one writes down. */
typedef struct unwritten {
    uint8_t bit;
    const char *id;
    mutaid_requirement_kind kind;
    const char *zh, *en;
} unwritten;

static const unwritten reasons[] = {
    {MUTAID__NOT_IN_FORCE, "not_in_force", MUTAID_REQUIREMENT_IN_FORCE,
     "该日期不在保障规定的施行期间内",
     "the date lies outside the days in which this is in force"},
    {MUTAID__NOTHING_APPLIES, "nothing_applies", MUTAID_REQUIREMENT_APPLIES,
     "没有适用于此情况的保障项目", "no benefit applies to this case"},
    {MUTAID__NO_RULE, "no_rule", MUTAID_REQUIREMENT_RULE,
     "规则库对此情况没有规定", "the rulebook has no rule for this"},
    {MUTAID__NO_VALUE, "no_value", MUTAID_REQUIREMENT_RULE,
     "所需事实不存在，无法计算", "a fact that is needed does not exist"},
};

static void collect_unwritten(mutaid__collector *c, uint8_t bits,
                              bool is_certain, uint32_t item, uint32_t clause)
{
    size_t i;

    for (i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        const unwritten *reason = &reasons[i];
        mutaid__labels text;

        if (!(bits & reason->bit))
            continue;
        text.zh = mutaid__slice_of(reason->zh);
        text.en = mutaid__slice_of(reason->en);
        (void)add_requirement(
            c, mutaid__slice_of(reason->id), text, reason->kind,
            is_certain ? MUTAID_VERDICT_FAILED : MUTAID_VERDICT_OPEN, item,
            clause);
    }
}

static void collect_requirements(mutaid__collector *c)
{
    const mutaid__part *part = c->run->part;
    uint32_t i;

    collect_written(c);
    for (i = 0; i < part->items.count; i++) {
        const mutaid__item_answer *answer = &c->run->items[i];

        if (part->members.count == 0)
            collect_unwritten(
                c, answer->reasons, !answer->may_pay && !answer->may_not_apply,
                mutaid__item_in_decision(c, i), part->items.items[i].clause);
    }
    collect_unwritten(c, c->run->answer.reasons, c->is_refused,
                      mutaid__item_in_decision(c, MUTAID_NONE), part->clause);
}

/* --- deadlines ---------------------------------------------------------------------------- */

static void collect_deadlines(mutaid__collector *c)
{
    size_t i;

    for (i = 0; i < c->run->part->deadlines.count; i++) {
        const mutaid__deadline_plan *plan = &c->run->part->deadlines.items[i];
        mutaid__deadline_answer *deadline;
        mutaid__span when;

        if (plan->when.group != MUTAID_NONE) {
            when = mutaid__run_output(c->run, plan->when);
            if (!mutaid__span_may_hold(&when))
                continue;
        }
        deadline = PUSH(c, deadlines);
        if (!deadline)
            return;
        deadline->plan = plan;
        deadline->last_day =
            mutaid__shown_of(mutaid__run_output(c->run, plan->last_day),
                             (mutaid__shape){MUTAID_TYPE_DATE, 0}, 1);
    }
}

/* --- packages ----------------------------------------------------------------------------------- */

static void collect_part(mutaid__collector *c);

/* A scheme that refuses inside a package is listed as a requirement. */
static void collect_member(mutaid__collector *c, size_t m)
{
    const mutaid__member_plan *plan = &c->run->part->members.items[m];
    const mutaid__answer *answer = &c->run->members[m].answer;
    mutaid__collector inner = {c->d, &c->run->members[m], plan->first_item,
                               false};

    if (!c->run->member_may_apply[m])
        return;
    inner.is_refused = answer->may_refuse && !answer->may_pay;
    collect_part(&inner);
}

static void collect_part(mutaid__collector *c)
{
    size_t m;

    collect_requirements(c);
    mutaid__collect_lines(c);
    collect_deadlines(c);
    mutaid__collect_notes(c);
    for (m = 0; m < c->run->part->members.count; m++)
        collect_member(c, m);
    if (c->run->part->members.count > 0)
        mutaid__collect_closed(c);
}

void mutaid__collect(mutaid_decision *d)
{
    mutaid__collector c = {d, &d->runs[d->part], 0,
                           d->outcome == MUTAID_OUTCOME_REFUSED};
    uint32_t i;

    d->items.count = d->requirements.count = d->findings.count = 0;
    d->lines.count = d->deadlines.count = d->notes.count = 0;
    d->missing.count = 0;
    collect_items(&c);
    collect_part(&c);
    if (d->outcome != MUTAID_OUTCOME_UNDETERMINED)
        return;
    for (i = 0; i < d->rulebook->model.facts.count; i++) {
        uint32_t *place;

        if (!d->opening.missing[i])
            continue;
        place = PUSH(&c, missing);
        if (place)
            *place = i;
    }
}
