/* SPDX-License-Identifier: MIT */
/* level.c - level instalments: computed, and computed anew. */
#include "loan/level.h"

#include "number/round.h"

/* --- growth over the rows ------------------------------------------------------------- */

static bool fill_growths(const mutaid__level_task *task)
{
    const mutaid_schedule *s = task->s;
    const mutaid__span_of_loan *span = &s->contract.span;
    bool is_extended = s->periods[task->end - 1].until > span->last_day;
    mutaid__growth none = {0, 1};
    size_t i;

    for (i = task->row; i < task->end; i++) {
        const mutaid__period *period = &s->periods[i];
        mutaid__growth *growth = &s->growths[i - task->row];

        if (i == task->row && task->is_fixed)
            *growth = none;
        else if (!mutaid__growth_of(
                     task->rate,
                     mutaid__stretch_fraction(
                         &s->contract, period, period->from, period->until,
                         is_extended ? span->extended_to : span->last_day),
                     growth))
            return false;
    }
    return true;
}

/* The interest of a row in a simulation. */
static bool interest_of(const mutaid__level_task *task, size_t row,
                        int64_t balance, int64_t *interest_out)
{
    const mutaid__growth *growth = &task->s->growths[row];
    mutaid__interest sum = {mutaid__wide_of(0), growth->denominator};

    return mutaid__wide_mul_checked(mutaid__wide_of(balance),
                                    mutaid__wide_of(growth->numerator),
                                    &sum.numerator) &&
           mutaid__interest_round(&task->s->rulebook->model, &sum,
                                  interest_out);
}

/* --- the residue --------------------------------------------------------------------------- */

/* By how much the last payment exceeds the others. */
static bool gap_of(const mutaid__level_task *task, int64_t level,
                   int64_t *gap_out)
{
    size_t count = task->end - task->row, i;
    int64_t balance = task->amount, interest = 0;

    for (i = 0; i + 1 < count; i++) {
        int64_t principal;

        if (!interest_of(task, i, balance, &interest))
            return false;
        principal = level > interest ? level - interest : 0;
        balance -= principal < balance ? principal : balance;
    }
    if (!interest_of(task, count - 1, balance, &interest))
        return false;
    *gap_out = balance + interest - level;
    return true;
}

static int64_t magnitude(int64_t a)
{
    return a < 0 ? -a : a;
}

/* Where the last payment differs by more than half a unit for each row, all
 * move by their share of it, and stay moved if that is better. */
static bool spread(const mutaid__level_task *task, int64_t *level)
{
    int64_t count = (int64_t)(task->end - task->row), gap, moved, new_gap;

    if (!gap_of(task, *level, &gap))
        return false;
    if (2 * magnitude(gap) <= count)
        return true;
    moved = *level + (int64_t)mutaid__wide_low(mutaid__round(
                         mutaid__wide_of(gap), mutaid__wide_of(count),
                         MUTAID__HALF_UP));
    if (!gap_of(task, moved, &new_gap))
        return false;
    if (magnitude(new_gap) < magnitude(gap))
        *level = moved;
    return true;
}

/* --- the instalment ------------------------------------------------------------------------- */

/* By an annuity factor with so many decimals. */
static bool by_factor(const mutaid__level_task *task, int64_t *level_out)
{
    const mutaid_schedule *s = task->s;
    int64_t scale = 1, i, factor;
    mutaid__wide product;

    for (i = 0; i < s->plan->loan->annuity_decimals; i++)
        scale *= 10;
    factor = mutaid__annuity(scale, s->growths, task->end - task->row,
                             s->limbs);
    product = mutaid__wide_mul(mutaid__wide_of(task->amount),
                               mutaid__wide_of(factor));
    return mutaid__wide_fits(mutaid__round(product, mutaid__wide_of(scale),
                                           MUTAID__HALF_UP),
                             level_out);
}

bool mutaid__level_payment(const mutaid__level_task *task, int64_t *level_out)
{
    const mutaid_schedule *s = task->s;

    if (!fill_growths(task))
        return false;
    if (s->plan->loan->annuity_decimals < 0)
        *level_out = mutaid__annuity(task->amount, s->growths,
                                     task->end - task->row, s->limbs);
    else if (!by_factor(task, level_out))
        return false;
    if (*level_out >= MUTAID__MOST_INSTALMENT)
        return false;
    return !s->contract.form.spreads || spread(task, level_out);
}

int64_t mutaid__level_principal(const mutaid__level_task *task)
{
    return (int64_t)mutaid__wide_low(mutaid__round(
        mutaid__wide_of(task->amount),
        mutaid__wide_of((int64_t)(task->end - task->row)), MUTAID__HALF_UP));
}

bool mutaid__level_rows(const mutaid__level_task *task, int64_t level,
                        size_t *rows_out)
{
    bool is_payment =
        task->s->request.repayment == MUTAID_REPAYMENT_LEVEL_PAYMENT;
    size_t count = task->end - task->row, i;
    int64_t balance = task->amount, interest = 0;

    if (is_payment && !fill_growths(task))
        return false;
    for (i = 0; i < count && balance > 0; i++) {
        if (is_payment && !interest_of(task, i, balance, &interest))
            return false;
        if (level > interest)
            balance -= level - interest;
    }
    *rows_out = i;
    return true;
}
