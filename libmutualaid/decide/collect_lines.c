/* SPDX-License-Identifier: MIT */
/* collect_lines.c - the lines of an explanation: steps, values, last ends. */
#include "decide/collect.h"

static mutaid__shown shown_money(int64_t minor)
{
    mutaid__shown shown = {
        {MUTAID_TYPE_MONEY, 0}, MUTAID_STATE_GIVEN, mutaid__ratio_of(minor)};

    return shown;
}

int64_t mutaid__rounded_money(const mutaid__model *model,
                              const mutaid__shown *shown)
{
    mutaid__wide divisor, rounded;

    if (shown->state != MUTAID_STATE_GIVEN ||
        shown->shape.type != MUTAID_TYPE_MONEY)
        return 0;
    divisor = mutaid__wide_mul(model->rounding_unit.numerator,
                               mutaid__wide_of(shown->value.denominator));
    rounded =
        mutaid__round(shown->value.numerator, divisor, model->rounding_mode);
    return (int64_t)mutaid__wide_low(
        mutaid__wide_mul(rounded, model->rounding_unit.numerator));
}

static void collect_line(mutaid__collector *c, const mutaid__group_run *run,
                         const mutaid__line_plan *plan)
{
    const mutaid__model *model = &c->d->rulebook->model;
    mutaid__line *line;

    if (!mutaid__column_may_hold(run, plan->guard))
        return;
    line = PUSH(c, lines);
    if (!line)
        return;
    line->plan = plan;
    line->step = plan->step;
    line->depth = plan->depth;
    line->item = mutaid__item_in_decision(c, plan->item);
    line->clause = plan->clause;
    line->day = run->version->from;
    line->is_applied = mutaid__column_must_hold(run, plan->when);
    line->before = mutaid__shown_column(run, plan->before, plan->before_shape);
    line->operand =
        mutaid__shown_column(run, plan->operand, plan->operand_shape);
    line->after = mutaid__shown_column(run, plan->after, plan->shape);
    line->exact = mutaid__shown_column(run, plan->exact, plan->before_shape);
    line->share = plan->depth == 0
                      ? mutaid__rounded_money(model, &line->after) -
                            mutaid__rounded_money(model, &line->before)
                      : 0;
}

/* Whether a value stands among the lines of the item already. */
static bool is_told(const mutaid__collector *c, uint32_t value, size_t first)
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
static size_t collect_line_at(mutaid__collector *c,
                              const mutaid__group_run *run, uint32_t item,
                              size_t first, size_t i)
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
static void add_last_line(mutaid__collector *c, const char *step, uint32_t item,
                          uint32_t clause, mutaid__shown before,
                          mutaid__shown operand, int64_t after)
{
    mutaid__line *line = PUSH(c, lines);

    if (!line)
        return;
    line->plan = NULL;
    line->step = step;
    line->depth = 0;
    line->item = mutaid__item_in_decision(c, item);
    line->clause = clause;
    line->day = INT64_MIN;
    line->is_applied = true;
    line->before = before;
    line->operand = operand;
    line->after = shown_money(after);
    line->exact = before;
    line->share =
        after - mutaid__rounded_money(&c->d->rulebook->model, &before);
}

/* What the steps of an item came to, before the last rounding. */
static mutaid__shown last_amount(const mutaid__collector *c, size_t first_line)
{
    mutaid__shown last = mutaid__nothing_shown();
    size_t i;

    for (i = first_line; i < c->d->lines.count; i++)
        if (c->d->lines.items[i].depth == 0)
            last = c->d->lines.items[i].after;
    return last;
}

static void collect_ends(mutaid__collector *c, uint32_t item, size_t first_line,
                         int64_t *left)
{
    const mutaid__item_answer *answer = &c->run->items[item];
    mutaid__shown last = last_amount(c, first_line);
    mutaid__shown amount = shown_money(answer->least);

    if (!answer->may_pay || answer->least != answer->most ||
        last.state != MUTAID_STATE_GIVEN ||
        last.shape.type != MUTAID_TYPE_MONEY)
        return;
    if (!mutaid__same_shown(&last, &amount))
        add_last_line(c, "rounding", item,
                      c->run->part->items.items[item].clause, last,
                      mutaid__nothing_shown(), answer->least);
    if (c->run->part->cap.group == MUTAID_NONE || *left < 0)
        return;
    if (answer->least > *left)
        add_last_line(c, "total", item, c->run->part->total_clause, amount,
                      shown_money(*left), *left);
    *left -= answer->least > *left ? *left : answer->least;
}

void mutaid__collect_lines(mutaid__collector *c)
{
    const mutaid__part *part = c->run->part;
    int64_t left = -1;
    uint32_t item;
    size_t i;

    if (c->is_refused || part->members.count > 0)
        return;
    if (part->cap.group != MUTAID_NONE &&
        mutaid__span_is_settled(&c->run->cap_left))
        left = mutaid__left_in_minor(c->run->cap_left.least);
    for (item = 0; item < part->items.count; item++) {
        const mutaid__item_plan *plan = &part->items.items[item];
        const mutaid__group_run *run = &c->run->groups[plan->group];
        size_t first = c->d->lines.count;

        if (!run->version || mutaid__is_idle(c, item) ||
            (!c->run->items[item].may_pay &&
             !(c->run->items[item].reasons &
               (MUTAID__NO_RULE | MUTAID__NO_VALUE))))
            continue;
        for (i = 0; i < run->version->line_count;)
            i = collect_line_at(c, run, item, first, i);
        collect_ends(c, item, first, &left);
    }
}
