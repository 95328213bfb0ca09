/* SPDX-License-Identifier: MIT */
/* wide_portable.h - 128-bit integers as two words of C11; see wide.h. */
#ifndef MUTUALAID_NUMBER_WIDE_PORTABLE_H
#define MUTUALAID_NUMBER_WIDE_PORTABLE_H

static inline mutaid__wide mutaid__wide_words(int64_t high, uint64_t low)
{
    mutaid__wide wide = {low, high};

    return wide;
}

/* Words of unsigned type, of which the upper one carries the sign. Every
 * compiler this library is built with converts modulo 2^64. */
static inline mutaid__wide mutaid__wide_raw(uint64_t high, uint64_t low)
{
    return mutaid__wide_words((int64_t)high, low);
}

static inline mutaid__wide mutaid__wide_of(int64_t number)
{
    return mutaid__wide_words(number < 0 ? -1 : 0, (uint64_t)number);
}

static inline int64_t mutaid__wide_high(mutaid__wide a)
{
    return a.high;
}

static inline uint64_t mutaid__wide_low(mutaid__wide a)
{
    return a.low;
}

static inline mutaid__wide mutaid__wide_add(mutaid__wide a, mutaid__wide b)
{
    uint64_t low = a.low + b.low;

    return mutaid__wide_raw((uint64_t)a.high + (uint64_t)b.high + (low < a.low),
                            low);
}

static inline mutaid__wide mutaid__wide_sub(mutaid__wide a, mutaid__wide b)
{
    return mutaid__wide_raw(
        (uint64_t)a.high - (uint64_t)b.high - (a.low < b.low), a.low - b.low);
}

static inline mutaid__wide mutaid__wide_neg(mutaid__wide a)
{
    return mutaid__wide_sub(mutaid__wide_words(0, 0), a);
}

/* The whole product of two words, by halves of 32 bits. */
static inline mutaid__wide mutaid__wide_mul_words(uint64_t a, uint64_t b)
{
    uint64_t a_low = a & UINT32_MAX, a_high = a >> 32;
    uint64_t b_low = b & UINT32_MAX, b_high = b >> 32;
    uint64_t low = a_low * b_low;
    uint64_t middle = a_high * b_low + (low >> 32);
    uint64_t other = a_low * b_high + (middle & UINT32_MAX);

    return mutaid__wide_raw(a_high * b_high + (middle >> 32) + (other >> 32),
                            other << 32 | (low & UINT32_MAX));
}

static inline mutaid__wide mutaid__wide_mul(mutaid__wide a, mutaid__wide b)
{
    mutaid__wide product = mutaid__wide_mul_words(a.low, b.low);
    uint64_t high = (uint64_t)product.high + (uint64_t)a.high * b.low +
                    a.low * (uint64_t)b.high;

    return mutaid__wide_raw(high, product.low);
}

static inline int mutaid__wide_compare(mutaid__wide a, mutaid__wide b)
{
    if (a.high != b.high)
        return a.high < b.high ? -1 : 1;
    return (a.low > b.low) - (a.low < b.low);
}

static inline bool mutaid__wide_is_negative(mutaid__wide a)
{
    return a.high < 0;
}

static inline bool mutaid__wide_is_zero(mutaid__wide a)
{
    return a.high == 0 && a.low == 0;
}

/* Quotient and remainder of the bits of `a` read as an unsigned number, for
 * b > 0: one bit of `a` after the other moves into the remainder. */
static inline mutaid__wide mutaid__wide_long_div(mutaid__wide a, mutaid__wide b,
                                                 mutaid__wide *remainder_out)
{
    uint64_t rest_high = 0, rest_low = 0;
    uint64_t high = (uint64_t)a.high, low = a.low;
    uint64_t divisor_high = (uint64_t)b.high;

    for (int bit = 0; bit < 128; bit++) {
        rest_high = rest_high << 1 | rest_low >> 63;
        rest_low = rest_low << 1 | high >> 63;
        high = high << 1 | low >> 63;
        low <<= 1;
        if (rest_high < divisor_high ||
            (rest_high == divisor_high && rest_low < b.low))
            continue;
        rest_high -= divisor_high + (rest_low < b.low);
        rest_low -= b.low;
        low |= 1;
    }
    *remainder_out = mutaid__wide_raw(rest_high, rest_low);
    return mutaid__wide_raw(high, low);
}

static inline mutaid__wide
mutaid__wide_unsigned_div(mutaid__wide a, mutaid__wide b,
                          mutaid__wide *remainder_out)
{
    if (a.high != 0 || b.high != 0)
        return mutaid__wide_long_div(a, b, remainder_out);
    *remainder_out = mutaid__wide_words(0, a.low % b.low);
    return mutaid__wide_words(0, a.low / b.low);
}

static inline mutaid__wide mutaid__wide_floor_div(mutaid__wide a,
                                                  mutaid__wide b,
                                                  mutaid__wide *remainder_out)
{
    mutaid__wide remainder;

    if (a.high >= 0)
        return mutaid__wide_unsigned_div(a, b, remainder_out);

    mutaid__wide quotient = mutaid__wide_neg(
        mutaid__wide_unsigned_div(mutaid__wide_neg(a), b, &remainder));
    if (!mutaid__wide_is_zero(remainder)) {
        quotient = mutaid__wide_sub(quotient, mutaid__wide_words(0, 1));
        remainder = mutaid__wide_sub(b, remainder);
    }
    *remainder_out = remainder;
    return quotient;
}

static inline bool mutaid__wide_fits(mutaid__wide a, int64_t *number_out)
{
    int64_t number = (int64_t)a.low;

    if (a.high != (number < 0 ? -1 : 0))
        return false;
    *number_out = number;
    return true;
}

#endif
