/* SPDX-License-Identifier: MIT */
/* interest.c - the arithmetic of one stretch of days. */
#include "loan/schedule.h"

#include "number/round.h"

static mutaid__fraction reduced(int64_t days, mutaid__wide numerator,
                                mutaid__wide denominator)
{
    mutaid__wide divisor = mutaid__wide_gcd(numerator, denominator);
    mutaid__wide rest;
    mutaid__fraction fraction = {days, 0, 1};

    if (mutaid__wide_is_zero(numerator))
        return fraction;
    fraction.numerator = (int64_t)mutaid__wide_low(
        mutaid__wide_floor_div(numerator, divisor, &rest));
    fraction.denominator = (int64_t)mutaid__wide_low(
        mutaid__wide_floor_div(denominator, divisor, &rest));
    return fraction;
}

/* A whole period by months, or by the day count. */
static mutaid__fraction whole(const mutaid__contract *contract,
                              const mutaid__period *period, int64_t end)
{
    mutaid__fraction months = {period->until - period->from, period->months,
                               12};

    if (contract->form.is_by_months && period->months > 0)
        return months;
    return mutaid__day_count(contract->day_count, period->from, period->until,
                             end);
}

mutaid__fraction mutaid__stretch_fraction(const mutaid__contract *contract,
                                          const mutaid__period *period,
                                          int64_t from, int64_t until,
                                          int64_t end)
{
    bool is_whole = from == period->from && until == period->until;
    bool is_by_months = contract->form.is_by_months && period->months > 0;
    mutaid__fraction all;

    if (!is_whole && !is_by_months &&
        mutaid__day_count_adds_up(contract->day_count))
        return mutaid__day_count(contract->day_count, from, until,
                                 end);
    all = whole(contract, period, end);
    if (is_whole)
        return all;
    /* stretches share what the whole period counts by their days */
    return reduced(until - from,
                   mutaid__wide_mul(mutaid__wide_of(all.numerator),
                                    mutaid__wide_of(until - from)),
                   mutaid__wide_mul(
                       mutaid__wide_of(all.denominator),
                       mutaid__wide_of(period->until - period->from)));
}

bool mutaid__interest_add(mutaid__interest *sum, int64_t balance,
                          mutaid__plain_rate rate, mutaid__fraction fraction)
{
    mutaid__ratio part;
    mutaid__wide denominator;

    if (balance == 0 || rate.numerator == 0 || fraction.numerator == 0)
        return true;
    if (!mutaid__wide_mul_checked(mutaid__wide_of(balance),
                                  mutaid__wide_of(rate.numerator),
                                  &part.numerator) ||
        !mutaid__wide_mul_checked(part.numerator,
                                  mutaid__wide_of(fraction.numerator),
                                  &part.numerator))
        return false;
    denominator = mutaid__wide_mul(mutaid__wide_of(rate.denominator),
                                   mutaid__wide_of(fraction.denominator));
    if (!mutaid__wide_fits(denominator, &part.denominator) ||
        part.denominator > INT64_C(1) << 62)
        return false;
    if (mutaid__wide_is_zero(sum->numerator)) {
        *sum = part;
        return true;
    }
    if (sum->denominator == part.denominator)
        return mutaid__wide_add_checked(sum->numerator, part.numerator,
                                        &sum->numerator);
    return mutaid__ratio_add(mutaid__ratio_reduce(*sum),
                             mutaid__ratio_reduce(part), sum);
}

bool mutaid__interest_round(const mutaid__model *model,
                            const mutaid__interest *sum, int64_t *money_out)
{
    mutaid__wide numerator, denominator, units;

    if (!mutaid__wide_mul_checked(
            sum->numerator,
            mutaid__wide_of(model->rounding_unit.denominator), &numerator) ||
        !mutaid__wide_mul_checked(mutaid__wide_of(sum->denominator),
                                  model->rounding_unit.numerator,
                                  &denominator))
        return false;
    units = mutaid__round(numerator, denominator, model->rounding_mode);
    return mutaid__wide_mul_checked(units, model->rounding_unit.numerator,
                                    &units) &&
           mutaid__wide_fits(units, money_out) &&
           *money_out <= MUTAID__MOST_INSTALMENT;
}

bool mutaid__growth_of(mutaid__plain_rate rate, mutaid__fraction fraction,
                       mutaid__growth *growth_out)
{
    mutaid__wide n = mutaid__wide_mul(mutaid__wide_of(rate.numerator),
                                      mutaid__wide_of(fraction.numerator));
    mutaid__wide d = mutaid__wide_mul(mutaid__wide_of(rate.denominator),
                                      mutaid__wide_of(fraction.denominator));

    return mutaid__wide_compare(mutaid__wide_add(n, d),
                                mutaid__wide_of(INT64_C(1) << 62)) < 0 &&
           mutaid__wide_fits(n, &growth_out->numerator) &&
           mutaid__wide_fits(d, &growth_out->denominator);
}
