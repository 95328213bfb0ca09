/* SPDX-License-Identifier: MIT */
/* wide.c - 128-bit integers: what says that it would overflow, and divisors. */
#include "number/wide.h"

/* Whether |a| < 2^126. */
static bool is_small(mutaid__wide a)
{
    const mutaid__wide bound =
        mutaid__wide_words((int64_t)(UINT64_C(1) << 62), 0);

    return mutaid__wide_compare(a, bound) < 0 &&
           mutaid__wide_compare(a, mutaid__wide_neg(bound)) > 0;
}

bool mutaid__wide_add_checked(mutaid__wide a, mutaid__wide b,
                              mutaid__wide *sum_out)
{
    mutaid__wide sum = mutaid__wide_add(a, b);
    bool is_negative = mutaid__wide_is_negative(a);

    if (is_negative == mutaid__wide_is_negative(b) &&
        is_negative != mutaid__wide_is_negative(sum))
        return false;
    if (!is_small(sum))
        return false;
    *sum_out = sum;
    return true;
}

bool mutaid__wide_sub_checked(mutaid__wide a, mutaid__wide b,
                              mutaid__wide *difference_out)
{
    mutaid__wide difference = mutaid__wide_sub(a, b);
    bool is_negative = mutaid__wide_is_negative(a);

    if (is_negative != mutaid__wide_is_negative(b) &&
        is_negative != mutaid__wide_is_negative(difference))
        return false;
    if (!is_small(difference))
        return false;
    *difference_out = difference;
    return true;
}

static mutaid__wide magnitude(mutaid__wide a)
{
    return mutaid__wide_is_negative(a) ? mutaid__wide_neg(a) : a;
}

/* The product of two magnitudes, if it stays below 2^126. The magnitude of
 * -2^127 is the bits of 2^127, so the words are read as unsigned. */
static bool multiply_magnitudes(mutaid__wide a, mutaid__wide b,
                                mutaid__wide *product_out)
{
    if (mutaid__wide_high(a) != 0 && mutaid__wide_high(b) != 0)
        return false;
    if (mutaid__wide_high(a) != 0)
        return multiply_magnitudes(b, a, product_out);

    mutaid__wide factor = mutaid__wide_words(0, mutaid__wide_low(a));
    mutaid__wide low =
        mutaid__wide_mul(factor, mutaid__wide_words(0, mutaid__wide_low(b)));
    mutaid__wide high = mutaid__wide_mul(
        factor, mutaid__wide_words(0, (uint64_t)mutaid__wide_high(b)));
    uint64_t carried = (uint64_t)mutaid__wide_high(low);

    if (mutaid__wide_high(high) != 0 || carried >> 62 != 0 ||
        mutaid__wide_low(high) >> 62 != 0)
        return false;
    carried += mutaid__wide_low(high);
    *product_out = mutaid__wide_words((int64_t)carried, mutaid__wide_low(low));
    return carried >> 62 == 0;
}

bool mutaid__wide_mul_checked(mutaid__wide a, mutaid__wide b,
                              mutaid__wide *product_out)
{
    mutaid__wide product;

    if (!multiply_magnitudes(magnitude(a), magnitude(b), &product))
        return false;
    if (mutaid__wide_is_negative(a) != mutaid__wide_is_negative(b))
        product = mutaid__wide_neg(product);
    *product_out = product;
    return true;
}

mutaid__wide mutaid__wide_gcd(mutaid__wide a, mutaid__wide b)
{
    a = magnitude(a);
    b = magnitude(b);
    while (!mutaid__wide_is_zero(b)) {
        mutaid__wide remainder;

        (void)mutaid__wide_floor_div(a, b, &remainder);
        a = b;
        b = remainder;
    }
    return a;
}

int64_t mutaid__gcd(int64_t a, int64_t b)
{
    uint64_t x = a < 0 ? 0 - (uint64_t)a : (uint64_t)a;
    uint64_t y = b < 0 ? 0 - (uint64_t)b : (uint64_t)b;

    while (y != 0) {
        uint64_t remainder = x % y;

        x = y;
        y = remainder;
    }
    return (int64_t)x;
}

bool mutaid__lcm_checked(int64_t a, int64_t b, int64_t *multiple_out)
{
    const int64_t most = INT64_C(1) << 62;
    int64_t share = a / mutaid__gcd(a, b);

    if (share > most / b)
        return false;
    *multiple_out = share * b;
    return true;
}
