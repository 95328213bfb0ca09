/* SPDX-License-Identifier: MIT */
/* wide_native.h - 128-bit integers by the compiler's type; see wide.h. */
#ifndef MUTUALAID_NUMBER_WIDE_NATIVE_H
#define MUTUALAID_NUMBER_WIDE_NATIVE_H

/* Unsigned, because there overflow wraps around instead of being undefined. */
__extension__ typedef unsigned __int128 mutaid__uwide;

static inline mutaid__wide mutaid__wide_of(int64_t number)
{
    return number;
}

static inline mutaid__wide mutaid__wide_words(int64_t high, uint64_t low)
{
    return (mutaid__wide)((mutaid__uwide)(uint64_t)high << 64 | low);
}

static inline int64_t mutaid__wide_high(mutaid__wide a)
{
    return (int64_t)(a >> 64);
}

static inline uint64_t mutaid__wide_low(mutaid__wide a)
{
    return (uint64_t)a;
}

static inline mutaid__wide mutaid__wide_add(mutaid__wide a, mutaid__wide b)
{
    return (mutaid__wide)((mutaid__uwide)a + (mutaid__uwide)b);
}

static inline mutaid__wide mutaid__wide_sub(mutaid__wide a, mutaid__wide b)
{
    return (mutaid__wide)((mutaid__uwide)a - (mutaid__uwide)b);
}

static inline mutaid__wide mutaid__wide_neg(mutaid__wide a)
{
    return (mutaid__wide)(0 - (mutaid__uwide)a);
}

static inline mutaid__wide mutaid__wide_mul(mutaid__wide a, mutaid__wide b)
{
    return (mutaid__wide)((mutaid__uwide)a * (mutaid__uwide)b);
}

static inline int mutaid__wide_compare(mutaid__wide a, mutaid__wide b)
{
    return (a > b) - (a < b);
}

static inline bool mutaid__wide_is_negative(mutaid__wide a)
{
    return a < 0;
}

static inline bool mutaid__wide_is_zero(mutaid__wide a)
{
    return a == 0;
}

static inline mutaid__wide mutaid__wide_floor_div(mutaid__wide a,
                                                  mutaid__wide b,
                                                  mutaid__wide *remainder_out)
{
    mutaid__wide quotient = a / b;
    mutaid__wide remainder = a % b;

    if (remainder < 0) {
        remainder += b;
        quotient -= 1;
    }
    *remainder_out = remainder;
    return quotient;
}

static inline bool mutaid__wide_fits(mutaid__wide a, int64_t *number_out)
{
    if (a < INT64_MIN || a > INT64_MAX)
        return false;
    *number_out = (int64_t)a;
    return true;
}

#endif
