/* SPDX-License-Identifier: MIT */
/* exact.c - arithmetic on exact ratios that says when it would overflow. */
#include "number/exact.h"

static bool reduced(mutaid__wide numerator, mutaid__wide denominator,
                    mutaid__ratio *ratio_out)
{
    mutaid__wide divisor = mutaid__wide_gcd(numerator, denominator);
    mutaid__wide rest;
    mutaid__ratio ratio;

    ratio.numerator = mutaid__wide_floor_div(numerator, divisor, &rest);
    denominator = mutaid__wide_floor_div(denominator, divisor, &rest);
    if (!mutaid__wide_fits(denominator, &ratio.denominator) ||
        ratio.denominator > INT64_C(1) << 62)
        return false;
    *ratio_out = ratio;
    return true;
}

bool mutaid__ratio_add(mutaid__ratio a, mutaid__ratio b,
                       mutaid__ratio *sum_out)
{
    int64_t common = mutaid__gcd(a.denominator, b.denominator);
    int64_t a_times = b.denominator / common;
    int64_t b_times = a.denominator / common;
    mutaid__wide left, right, sum, denominator;

    if (!mutaid__wide_mul_checked(a.numerator, mutaid__wide_of(a_times),
                                  &left) ||
        !mutaid__wide_mul_checked(b.numerator, mutaid__wide_of(b_times),
                                  &right) ||
        !mutaid__wide_add_checked(left, right, &sum) ||
        !mutaid__wide_mul_checked(mutaid__wide_of(a.denominator),
                                  mutaid__wide_of(a_times), &denominator))
        return false;
    return reduced(sum, denominator, sum_out);
}

bool mutaid__ratio_sub(mutaid__ratio a, mutaid__ratio b,
                       mutaid__ratio *difference_out)
{
    b.numerator = mutaid__wide_neg(b.numerator);
    return mutaid__ratio_add(a, b, difference_out);
}

bool mutaid__ratio_mul(mutaid__ratio a, mutaid__ratio b,
                       mutaid__ratio *product_out)
{
    mutaid__wide numerator, denominator;

    if (!mutaid__wide_mul_checked(a.numerator, b.numerator, &numerator) ||
        !mutaid__wide_mul_checked(mutaid__wide_of(a.denominator),
                                  mutaid__wide_of(b.denominator),
                                  &denominator))
        return false;
    return reduced(numerator, denominator, product_out);
}

bool mutaid__ratio_div(mutaid__ratio a, mutaid__ratio b,
                       mutaid__ratio *quotient_out)
{
    mutaid__wide numerator, denominator;

    if (!mutaid__wide_mul_checked(a.numerator, mutaid__wide_of(b.denominator),
                                  &numerator) ||
        !mutaid__wide_mul_checked(b.numerator, mutaid__wide_of(a.denominator),
                                  &denominator))
        return false;
    return reduced(numerator, denominator, quotient_out);
}

bool mutaid__ratio_over(mutaid__ratio ratio, int64_t denominator,
                        mutaid__wide *numerator_out)
{
    return mutaid__wide_mul_checked(
        ratio.numerator, mutaid__wide_of(denominator / ratio.denominator),
        numerator_out);
}
