/* SPDX-License-Identifier: MIT */
/* shown.c - columns of a part that ran, as values that are shown. */
#include "decide/collect.h"

mutaid__shown mutaid__shown_of(mutaid__span span, mutaid__shape shape,
                               int64_t denominator)
{
    mutaid__shown shown = {shape, MUTAID_STATE_OPEN, {mutaid__wide_of(0), 1}};

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

mutaid__shown mutaid__nothing_shown(void)
{
    mutaid__shown shown = {
        {MUTAID_TYPE_NONE, 0}, MUTAID_STATE_ABSENT, {mutaid__wide_of(0), 1}};

    return shown;
}

mutaid__shown mutaid__shown_column(const mutaid__group_run *run,
                                   uint32_t column, mutaid__shape shape)
{
    if (column == MUTAID_NONE)
        return mutaid__nothing_shown();
    return mutaid__shown_of(
        mutaid__run_column(run, column), shape,
        run->version->program.columns.items[column].denominator);
}

bool mutaid__same_shown(const mutaid__shown *a, const mutaid__shown *b)
{
    return a->state == b->state &&
           (a->state != MUTAID_STATE_GIVEN ||
            mutaid__ratio_compare(a->value, b->value) == 0);
}

/* Whether a flag column holds for certain, or may. */
bool mutaid__column_may_hold(const mutaid__group_run *run, uint32_t column)
{
    mutaid__span span;

    if (column == MUTAID_NONE)
        return true;
    span = mutaid__run_column(run, column);
    return mutaid__span_may_hold(&span);
}

bool mutaid__column_must_hold(const mutaid__group_run *run, uint32_t column)
{
    mutaid__span span;

    if (column == MUTAID_NONE)
        return true;
    span = mutaid__run_column(run, column);
    return mutaid__span_is_settled(&span) && mutaid__span_may_hold(&span);
}
