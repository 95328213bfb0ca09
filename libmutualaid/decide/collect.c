/* SPDX-License-Identifier: MIT */
/* collect.c - from a part that ran to what the decision shows. */
#include "decide/decision.h"

#include "words/kinds.h"

/* --- values -------------------------------------------------------------------------- */

static mutaid__shown shown_of(mutaid__span span, mutaid__shape shape,
                              int64_t denominator)
{
    mutaid__shown shown = {shape, MUTAID_STATE_OPEN,
                           {mutaid__wide_of(0), 1}};

    if (!mutaid__span_is_settled(&span))
        return shown;
    shown.state = span.may == MUTAID__MAY_GIVEN    ? MUTAID_STATE_GIVEN
                  : span.may == MUTAID__MAY_ABSENT ? MUTAID_STATE_ABSENT
                                                   : MUTAID_STATE_NO_RULE;
    if (shown.state == MUTAID_STATE_GIVEN) {
        shown.value.numerator = span.least;
        shown.value.denominator = denominator;
        shown.value = mutaid__ratio_reduce(shown.value);
    }
    return shown;
}

static mutaid__shown nothing_shown(void)
{
    mutaid__shown shown = {{MUTAID_TYPE_NONE, 0}, MUTAID_STATE_ABSENT,
                           {mutaid__wide_of(0), 1}};

    return shown;
}

static mutaid__shown shown_column(const mutaid__group_run *run,
                                  uint32_t column, mutaid__shape shape)
{
    if (column == MUTAID_NONE)
        return nothing_shown();
    return shown_of(mutaid__run_column(run, column), shape,
                    run->version->program.columns.items[column].denominator);
}

static mutaid__shown shown_money(int64_t minor)
{
    mutaid__shown shown = {{MUTAID_TYPE_MONEY, 0}, MUTAID_STATE_GIVEN,
                           mutaid__ratio_of(minor)};

    return shown;
}

static bool same_shown(const mutaid__shown *a, const mutaid__shown *b)
{
    return a->state == b->state &&
           (a->state != MUTAID_STATE_GIVEN ||
            mutaid__ratio_compare(a->value, b->value) == 0);
}

/* Whether a flag column holds for certain, or may. */
static bool may_hold(const mutaid__group_run *run, uint32_t column)
{
    mutaid__span span;

    if (column == MUTAID_NONE)
        return true;
    span = mutaid__run_column(run, column);
    return mutaid__span_may_hold(&span);
}

static bool must_hold(const mutaid__group_run *run, uint32_t column)
{
    mutaid__span span;

    if (column == MUTAID_NONE)
        return true;
    span = mutaid__run_column(run, column);
    return mutaid__span_is_settled(&span) && mutaid__span_may_hold(&span);
}

/* --- the collector --------------------------------------------------------------------- */

typedef struct collector {
    mutaid_decision *d;
    const mutaid__part_run *run;
    uint32_t first_item; /* of this part, in the decision's list */
    bool is_refused;     /* for certain */
} collector;

#define PUSH(c, array) \
    push((c), mutaid__array_push(&(c)->d->arena, &(c)->d->array))

static void *push(collector *c, void *place)
{
    if (!place)
        c->d->is_out_of_memory = true;
    return place;
}

/* --- items -------------------------------------------------------------------------------- */

static mutaid__item item_of(const mutaid__item_answer *answer,
                            bool is_refused, int64_t most)
{
    mutaid__item item = {MUTAID_OUTCOME_UNDETERMINED, answer->paid_least,
                         answer->paid_most};

    if (answer->may_not_apply && !answer->may_refuse && !answer->may_pay)
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

static void collect_items(collector *c)
{
    size_t i;

    for (i = 0; i < c->run->part->items.count; i++) {
        mutaid__item *item = PUSH(c, items);

        if (item)
            *item = item_of(&c->run->items[i], c->is_refused, c->d->most);
    }
}

/* --- requirements --------------------------------------------------------------------------- */

static mutaid__requirement *add_requirement(collector *c, mutaid__slice id,
                                            mutaid__labels text,
                                            mutaid_requirement_kind kind,
                                            mutaid_verdict verdict,
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
    bool excludes_bound = relation == MUTAID_RELATION_ABOVE ||
                          relation == MUTAID_RELATION_BELOW;

    return is_wanted == excludes_bound &&
           (type == MUTAID_TYPE_MONEY || type == MUTAID_TYPE_COUNT ||
            type == MUTAID_TYPE_DATE);
}

/* What must change: how far the value found is from the one required. */
static mutaid__shown distance_of(const mutaid__finding *finding)
{
    mutaid__shown distance = nothing_shown();
    mutaid_relation relation = finding->plan->relation;
    mutaid__ratio less = finding->found.value;
    mutaid__ratio more = finding->required.value;

    if (finding->found.state != MUTAID_STATE_GIVEN ||
        finding->required.state != MUTAID_STATE_GIVEN ||
        relation < MUTAID_RELATION_AT_LEAST ||
        relation > MUTAID_RELATION_BELOW)
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

static void collect_findings(collector *c, uint32_t number,
                             mutaid__requirement *requirement)
{
    const mutaid__require_plan *plan = &c->run->part->requires.items[number];
    const mutaid__group_run *run = &c->run->groups[plan->holds.group];
    size_t i;

    if (!run->version || requirement->verdict == MUTAID_VERDICT_HELD)
        return;
    for (i = 0; i < run->version->finding_count; i++) {
        const mutaid__finding_plan *f = &run->version->findings[i];
        mutaid__finding *finding;
        mutaid__span holds;

        if (f->requirement != number || !may_hold(run, f->guard))
            continue;
        holds = mutaid__run_column(run, f->holds);
        if (f->is_wanted ? !mutaid__span_may_fail(&holds) &&
                               !(holds.may & MUTAID__MAY_NO_RULE)
                         : !mutaid__span_may_hold(&holds))
            continue;
        finding = PUSH(c, findings);
        if (!finding)
            return;
        finding->plan = f;
        finding->found = shown_column(run, f->found, f->shape);
        finding->required = shown_column(run, f->required, f->shape);
        finding->distance = distance_of(finding);
        requirement->finding_count++;
    }
}

/* Requirements of a benefit that the case is not about concern nobody. */
static bool is_idle(const collector *c, uint32_t item)
{
    const mutaid__item_answer *answer;

    if (item == MUTAID_NONE)
        return false;
    answer = &c->run->items[item];
    return answer->may_not_apply && !answer->may_refuse && !answer->may_pay;
}

static uint32_t item_in_decision(const collector *c, uint32_t item)
{
    return item == MUTAID_NONE ? (c->first_item == 0 ? MUTAID_NONE
                                                     : c->first_item - 1)
                               : c->first_item + item;
}

static void collect_written(collector *c)
{
    uint32_t i;

    for (i = 0; i < c->run->part->requires.count; i++) {
        const mutaid__require_plan *plan = &c->run->part->requires.items[i];
        const mutaid__require_answer *answer = &c->run->requires[i];
        mutaid_verdict verdict = MUTAID_VERDICT_OPEN;
        mutaid__requirement *requirement;

        if ((!answer->may_hold && !answer->may_fail) ||
            is_idle(c, plan->item))
            continue;
        if (!answer->may_fail)
            verdict = MUTAID_VERDICT_HELD;
        else if (!answer->may_hold && !answer->may_not_concern)
            verdict = MUTAID_VERDICT_FAILED;
        requirement = add_requirement(c, plan->id, plan->reason, plan->kind,
                                      verdict, item_in_decision(c, plan->item),
                                      plan->clause);
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
     "该日期不在保障规定的施行期间内", "the date lies outside the days in which this is in force"},
    {MUTAID__NOTHING_APPLIES, "nothing_applies", MUTAID_REQUIREMENT_APPLIES,
     "没有适用于此情况的保障项目", "no benefit applies to this case"},
    {MUTAID__NO_RULE, "no_rule", MUTAID_REQUIREMENT_RULE,
     "规则库对此情况没有规定", "the rulebook has no rule for this"},
    {MUTAID__NO_VALUE, "no_value", MUTAID_REQUIREMENT_RULE,
     "所需事实不存在，无法计算", "a fact that is needed does not exist"},
};

static void collect_unwritten(collector *c, uint8_t bits, bool is_certain,
                              uint32_t item, uint32_t clause)
{
    size_t i;

    for (i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        const unwritten *reason = &reasons[i];
        mutaid__labels text;

        if (!(bits & reason->bit))
            continue;
        text.zh = mutaid__slice_of(reason->zh);
        text.en = mutaid__slice_of(reason->en);
        (void)add_requirement(c, mutaid__slice_of(reason->id), text,
                              reason->kind,
                              is_certain ? MUTAID_VERDICT_FAILED
                                         : MUTAID_VERDICT_OPEN,
                              item, clause);
    }
}

static void collect_requirements(collector *c)
{
    const mutaid__part *part = c->run->part;
    uint32_t i;

    collect_written(c);
    for (i = 0; i < part->items.count; i++) {
        const mutaid__item_answer *answer = &c->run->items[i];

        if (part->members.count == 0)
            collect_unwritten(c, answer->reasons,
                              !answer->may_pay && !answer->may_not_apply,
                              item_in_decision(c, i), part->items.items[i].clause);
    }
    collect_unwritten(c, c->run->answer.reasons, c->is_refused,
                      item_in_decision(c, MUTAID_NONE), part->clause);
}

/* --- lines --------------------------------------------------------------------------------- */

/* Money as it is rounded at the end; what is no money counts as none. */
static int64_t rounded_money(const mutaid__model *model,
                             const mutaid__shown *shown)
{
    mutaid__wide divisor, rounded;

    if (shown->state != MUTAID_STATE_GIVEN ||
        shown->shape.type != MUTAID_TYPE_MONEY)
        return 0;
    divisor = mutaid__wide_mul(model->rounding_unit.numerator,
                               mutaid__wide_of(shown->value.denominator));
    rounded = mutaid__round(shown->value.numerator, divisor,
                            model->rounding_mode);
    return (int64_t)mutaid__wide_low(
        mutaid__wide_mul(rounded, model->rounding_unit.numerator));
}

static void collect_line(collector *c, const mutaid__group_run *run,
                         const mutaid__line_plan *plan)
{
    const mutaid__model *model = &c->d->rulebook->model;
    mutaid__line *line;

    if (!may_hold(run, plan->guard))
        return;
    line = PUSH(c, lines);
    if (!line)
        return;
    line->plan = plan;
    line->step = plan->step;
    line->depth = plan->depth;
    line->item = item_in_decision(c, plan->item);
    line->clause = plan->clause;
    line->day = run->version->from;
    line->is_applied = must_hold(run, plan->when);
    line->before = shown_column(run, plan->before, plan->before_shape);
    line->operand = shown_column(run, plan->operand, plan->operand_shape);
    line->after = shown_column(run, plan->after, plan->shape);
    line->exact = shown_column(run, plan->exact, plan->before_shape);
    line->share = plan->depth == 0
                      ? rounded_money(model, &line->after) -
                            rounded_money(model, &line->before)
                      : 0;
}

/* Whether a value stands among the lines of the item already. */
static bool is_told(const collector *c, uint32_t value, size_t first)
{
    size_t i;

    for (i = first; i < c->d->lines.count; i++)
        if (c->d->lines.items[i].plan &&
            c->d->lines.items[i].plan->value == value)
            return true;
    return false;
}

/* One line of the item, or a value that was told before with all that stands
 * below it: passed over. Gives the next position. */
static size_t collect_line_at(collector *c, const mutaid__group_run *run,
                              uint32_t item, size_t first, size_t i)
{
    const mutaid__line_plan *plan = &run->version->lines[i];
    uint32_t depth = plan->depth;

    if (plan->item != item)
        return i + 1;
    if (plan->value == MUTAID_NONE || !is_told(c, plan->value, first)) {
        collect_line(c, run, plan);
        return i + 1;
    }
    while (++i < run->version->line_count &&
           run->version->lines[i].item == item &&
           run->version->lines[i].depth > depth)
        continue;
    return i;
}

/* A line of its own where the end is rounded, or cut by the total. */
static void add_last_line(collector *c, const char *step, uint32_t item,
                          uint32_t clause, mutaid__shown before,
                          mutaid__shown operand, int64_t after)
{
    mutaid__line *line = PUSH(c, lines);

    if (!line)
        return;
    line->plan = NULL;
    line->step = step;
    line->depth = 0;
    line->item = item_in_decision(c, item);
    line->clause = clause;
    line->day = INT64_MIN;
    line->is_applied = true;
    line->before = before;
    line->operand = operand;
    line->after = shown_money(after);
    line->exact = before;
    line->share =
        after - rounded_money(&c->d->rulebook->model, &before);
}

/* What the steps of an item came to, before the last rounding. */
static mutaid__shown last_amount(const collector *c, size_t first_line)
{
    mutaid__shown last = nothing_shown();
    size_t i;

    for (i = first_line; i < c->d->lines.count; i++)
        if (c->d->lines.items[i].depth == 0)
            last = c->d->lines.items[i].after;
    return last;
}

static void collect_ends(collector *c, uint32_t item, size_t first_line,
                         int64_t *left)
{
    const mutaid__item_answer *answer = &c->run->items[item];
    mutaid__shown last = last_amount(c, first_line);
    mutaid__shown amount = shown_money(answer->least);

    if (!answer->may_pay || answer->least != answer->most ||
        last.state != MUTAID_STATE_GIVEN)
        return;
    if (!same_shown(&last, &amount))
        add_last_line(c, "rounding", item, c->run->part->items.items[item].clause,
                      last, nothing_shown(), answer->least);
    if (c->run->part->cap.group == MUTAID_NONE || *left < 0)
        return;
    if (answer->least > *left)
        add_last_line(c, "total", item, c->run->part->total_clause, amount,
                      shown_money(*left), *left);
    *left -= answer->least > *left ? *left : answer->least;
}

static void collect_lines(collector *c)
{
    const mutaid__part *part = c->run->part;
    int64_t left = -1;
    uint32_t item;
    size_t i;

    if (c->is_refused || part->members.count > 0)
        return;
    if (part->cap.group != MUTAID_NONE &&
        mutaid__span_is_settled(&c->run->cap_left))
        left = (int64_t)mutaid__wide_low(c->run->cap_left.least);
    for (item = 0; item < part->items.count; item++) {
        const mutaid__item_plan *plan = &part->items.items[item];
        const mutaid__group_run *run = &c->run->groups[plan->group];
        size_t first = c->d->lines.count;

        if (!run->version || is_idle(c, item) ||
            (!c->run->items[item].may_pay &&
             !(c->run->items[item].reasons &
               (MUTAID__NO_RULE | MUTAID__NO_VALUE))))
            continue;
        for (i = 0; i < run->version->line_count;)
            i = collect_line_at(c, run, item, first, i);
        collect_ends(c, item, first, &left);
    }
}

/* --- deadlines ---------------------------------------------------------------------------- */

static void collect_deadlines(collector *c)
{
    size_t i;

    for (i = 0; i < c->run->part->deadlines.count; i++) {
        const mutaid__deadline_plan *plan =
            &c->run->part->deadlines.items[i];
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
            shown_of(mutaid__run_output(c->run, plan->last_day),
                     (mutaid__shape){MUTAID_TYPE_DATE, 0}, 1);
    }
}

/* --- notes ---------------------------------------------------------------------------------- */

/* The clause itself, or the nearest around it that has a label or an id: many
 * small clauses of one list are one thing to a reader. */
static uint32_t named_clause(const mutaid__model *model, uint32_t clause)
{
    uint32_t named = clause;

    while (named != MUTAID_NONE) {
        const mutaid__clause *c = &model->clauses.items[named];

        if (c->label.zh.length > 0 || c->label.en.length > 0 ||
            c->id.length > 0)
            return named;
        named = c->parent;
    }
    return clause;
}

static void add_note(collector *c, mutaid_note note)
{
    mutaid_note *place;
    size_t i;

    for (i = 0; i < c->d->notes.count; i++) {
        mutaid_note *known = &c->d->notes.items[i];

        if (known->kind == note.kind && known->clause == note.clause &&
            known->fact == note.fact && known->parameter == note.parameter) {
            known->is_decisive |= note.is_decisive;
            return;
        }
    }
    place = PUSH(c, notes);
    if (place)
        *place = note;
}

/* Whether the step that a touch works through moved the amount. */
static bool moved(const mutaid__group_run *run, const mutaid__touch *touch)
{
    const mutaid__line_plan *plan;
    mutaid__shown before, after;

    if (touch->line == MUTAID_NONE)
        return must_hold(run, touch->guard);
    plan = &run->version->lines[touch->line];
    before = shown_column(run, plan->before, plan->before_shape);
    after = shown_column(run, plan->after, plan->shape);
    if (before.state != MUTAID_STATE_GIVEN ||
        before.shape.type != after.shape.type)
        return true; /* it made the amount */
    return !same_shown(&before, &after);
}

/* Whether what was touched changed the result: the step moved the amount, the
 * condition chose the benefit, the requirement failed. */
static bool is_decisive(const collector *c, const mutaid__group_run *run,
                        const mutaid__touch *touch)
{
    const mutaid__require_answer *answer;

    switch (touch->purpose) {
    case MUTAID__FOR_AMOUNT:
        return moved(run, touch);
    case MUTAID__FOR_WHEN:
        return must_hold(run, touch->guard);
    case MUTAID__FOR_INFORMATION:
        return false;
    default:
        answer = &c->run->requires[touch->requirement];
        return answer->may_fail && !answer->may_hold &&
               !answer->may_not_concern;
    }
}

static bool is_past(const mutaid__group_run *run, const mutaid__touch *touch)
{
    mutaid__span day = mutaid__run_column(run, touch->date);

    return (day.may & MUTAID__MAY_GIVEN) &&
           mutaid__wide_compare(day.most,
                                mutaid__wide_of(touch->known_until)) > 0;
}

static void collect_touch(collector *c, const mutaid__group_run *run,
                          const mutaid__touch *touch)
{
    const mutaid__model *model = &c->d->rulebook->model;
    mutaid_note note = MUTAID_NOTE_INIT;

    note.clause = named_clause(model, touch->clause);
    switch (touch->kind) {
    case MUTAID__TOUCH_CLAUSE:
        note.kind = model->clauses.items[touch->clause].basis ==
                            MUTAID_BASIS_ASSUMED
                        ? MUTAID_NOTE_ASSUMED
                        : MUTAID_NOTE_INFERRED;
        break;
    case MUTAID__TOUCH_PARAMETER:
        if (!model->parameters.items[touch->index].override_literal.data)
            return;
        note.kind = MUTAID_NOTE_OVERRIDE;
        note.parameter = touch->index;
        break;
    case MUTAID__TOUCH_FACT:
        if (c->d->states[touch->index] != MUTAID_STATE_OPEN)
            return;
        note.kind = MUTAID_NOTE_DEFAULT;
        note.fact = touch->index;
        break;
    default:
        if (!is_past(run, touch))
            return;
        note.kind = MUTAID_NOTE_PAST_KNOWN;
        note.known_until = (mutaid_date)touch->known_until;
        break;
    }
    note.is_decisive = is_decisive(c, run, touch);
    add_note(c, note);
}

static void collect_notes(collector *c)
{
    size_t g, i;

    for (g = 0; g < c->run->part->groups.count; g++) {
        const mutaid__group_run *run = &c->run->groups[g];

        for (i = 0; run->version && i < run->version->touch_count; i++) {
            const mutaid__touch *touch = &run->version->touches[i];

            if (!may_hold(run, touch->guard) ||
                (touch->purpose != MUTAID__FOR_WHEN &&
                 is_idle(c, touch->item)) ||
                (touch->purpose == MUTAID__FOR_AMOUNT && c->is_refused))
                continue;
            collect_touch(c, run, touch);
        }
    }
}

/* --- packages ----------------------------------------------------------------------------------- */

static void collect_part(collector *c);

/* A scheme that refuses inside a package is listed as a requirement. */
static void collect_member(collector *c, size_t m)
{
    const mutaid__member_plan *plan = &c->run->part->members.items[m];
    const mutaid__answer *answer = &c->run->members[m].answer;
    collector inner = {c->d, &c->run->members[m], plan->first_item, false};

    if (!c->run->member_may_apply[m])
        return;
    inner.is_refused = answer->may_refuse && !answer->may_pay;
    collect_part(&inner);
}

/* Facts that a package's conditions took for absent. */
static void collect_closed(collector *c)
{
    const mutaid__model *model = &c->d->rulebook->model;
    uint32_t i;

    for (i = 0; i < model->facts.count; i++) {
        mutaid_note note = MUTAID_NOTE_INIT;

        if (!c->run->part->when_reads[i] ||
            mutaid__span_is_settled(&c->d->facts[i]))
            continue;
        note.kind = MUTAID_NOTE_DEFAULT;
        note.fact = i;
        note.clause = model->facts.items[i].clause;
        note.is_decisive = true;
        add_note(c, note);
    }
}

static void collect_part(collector *c)
{
    size_t m;

    collect_requirements(c);
    collect_lines(c);
    collect_deadlines(c);
    collect_notes(c);
    for (m = 0; m < c->run->part->members.count; m++)
        collect_member(c, m);
    if (c->run->part->members.count > 0)
        collect_closed(c);
}

void mutaid__collect(mutaid_decision *d)
{
    collector c = {d, &d->runs[d->part], 0,
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
