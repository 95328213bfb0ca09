/* SPDX-License-Identifier: MIT */
/* ratio.c - exact ratios: reduce, compare, and write as text. */
#include "number/ratio.h"

mutaid__ratio mutaid__ratio_of(int64_t number)
{
    return (mutaid__ratio){mutaid__wide_of(number), 1};
}

/* a / b where b divides a. */
static mutaid__wide quotient(mutaid__wide a, mutaid__wide b)
{
    mutaid__wide rest;

    return mutaid__wide_floor_div(a, b, &rest);
}

/* Most numbers that are shown are whole, or small. */
mutaid__ratio mutaid__ratio_reduce(mutaid__ratio ratio)
{
    int64_t small;
    mutaid__wide divisor;

    if (ratio.denominator == 1)
        return ratio;
    divisor = mutaid__wide_fits(ratio.numerator, &small) && small != INT64_MIN
                  ? mutaid__wide_of(mutaid__gcd(small, ratio.denominator))
                  : mutaid__wide_gcd(ratio.numerator,
                                     mutaid__wide_of(ratio.denominator));
    ratio.numerator = quotient(ratio.numerator, divisor);
    ratio.denominator /= (int64_t)mutaid__wide_low(divisor);
    return ratio;
}

/* The integer parts first; then the remainders, whose products with the
 * other denominator stay below 2^124. */
int mutaid__ratio_compare(mutaid__ratio a, mutaid__ratio b)
{
    mutaid__wide a_denominator = mutaid__wide_of(a.denominator);
    mutaid__wide b_denominator = mutaid__wide_of(b.denominator);
    mutaid__wide a_rest, b_rest;
    int order;

    if (a.denominator == b.denominator)
        return mutaid__wide_compare(a.numerator, b.numerator);
    order = mutaid__wide_compare(
        mutaid__wide_floor_div(a.numerator, a_denominator, &a_rest),
        mutaid__wide_floor_div(b.numerator, b_denominator, &b_rest));
    if (order != 0)
        return order;
    return mutaid__wide_compare(mutaid__wide_mul(a_rest, b_denominator),
                                mutaid__wide_mul(b_rest, a_denominator));
}

/* A number without its sign, in at least `least` digits, the last `decimals`
 * of them behind a point. */
static void out_digits(mutaid__out *out, mutaid__wide number, int least,
                       int decimals)
{
    char digits[64];
    int count = 0;
    uint64_t low;

    while (mutaid__wide_high(number) != 0) {
        mutaid__wide digit;

        number = mutaid__wide_floor_div(number, mutaid__wide_of(10), &digit);
        digits[count++] = (char)('0' + (int)mutaid__wide_low(digit));
    }
    for (low = mutaid__wide_low(number); count < least || low > 0; low /= 10)
        digits[count++] = (char)('0' + (int)(low % 10));
    while (count > 0) {
        if (count == decimals)
            mutaid__out_byte(out, '.');
        mutaid__out_byte(out, digits[--count]);
    }
}

/* Write the sign and give the magnitude. */
static mutaid__wide out_sign(mutaid__out *out, mutaid__wide number)
{
    if (!mutaid__wide_is_negative(number))
        return number;
    mutaid__out_byte(out, '-');
    return mutaid__wide_neg(number);
}

void mutaid__out_wide(mutaid__out *out, mutaid__wide number)
{
    out_digits(out, out_sign(out, number), 1, 0);
}

/* Whether there is a finite decimal: no prime but 2 and 5 divides it. */
static bool is_finite(int64_t denominator)
{
    while (denominator % 2 == 0)
        denominator /= 2;
    while (denominator % 5 == 0)
        denominator /= 5;
    return denominator == 1;
}

static void out_fraction(mutaid__out *out, mutaid__ratio ratio, int decimals)
{
    mutaid__wide power = mutaid__wide_of(1);

    for (int i = 0; i < decimals; i++)
        power = mutaid__wide_mul(power, mutaid__wide_of(10));

    mutaid__wide divisor = mutaid__wide_gcd(ratio.numerator, power);
    mutaid__out_wide(out, quotient(ratio.numerator, divisor));
    mutaid__out_byte(out, '/');
    mutaid__out_wide(out, mutaid__wide_mul(quotient(power, divisor),
                                           mutaid__wide_of(ratio.denominator)));
}

void mutaid__out_ratio(mutaid__out *out, mutaid__ratio ratio, int decimals)
{
    ratio = mutaid__ratio_reduce(ratio);
    if (!is_finite(ratio.denominator)) {
        out_fraction(out, ratio, decimals);
        return;
    }

    mutaid__wide denominator = mutaid__wide_of(ratio.denominator);
    mutaid__wide rest;
    mutaid__wide whole = mutaid__wide_floor_div(out_sign(out, ratio.numerator),
                                                denominator, &rest);

    out_digits(out, whole, decimals + 1, decimals);
    if (decimals == 0 && !mutaid__wide_is_zero(rest))
        mutaid__out_byte(out, '.');
    while (!mutaid__wide_is_zero(rest)) {
        mutaid__wide digit = mutaid__wide_floor_div(
            mutaid__wide_mul(rest, mutaid__wide_of(10)), denominator, &rest);
        mutaid__out_byte(out, (char)('0' + (int)mutaid__wide_low(digit)));
    }
}
