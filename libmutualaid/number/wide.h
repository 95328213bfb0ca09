/* SPDX-License-Identifier: MIT */
/* wide.h - 128-bit integers: the compiler's type, or two words of C11. */
#ifndef MUTUALAID_NUMBER_WIDE_H
#define MUTUALAID_NUMBER_WIDE_H

#include <stdbool.h>
#include <stdint.h>

/* The one home of 128-bit arithmetic. The compiler's type is used where it
 * exists; define MUTAID_NO_INT128 to build and test the portable form. The
 * plain operations wrap around; the proofs of the rulebook reader keep every
 * value below 2^126, so that sums and differences cannot. */
#if defined(__SIZEOF_INT128__) && !defined(MUTAID_NO_INT128)
#define MUTAID__HAS_INT128 1
__extension__ typedef __int128 mutaid__wide;
#else
#define MUTAID__HAS_INT128 0
typedef struct mutaid__wide {
    uint64_t low;
    int64_t high;
} mutaid__wide;
#endif

/* Defined for the compiler's type in wide_native.h, for two words in
 * wide_portable.h. */
static inline mutaid__wide mutaid__wide_of(int64_t number);
static inline mutaid__wide mutaid__wide_words(int64_t high, uint64_t low);
static inline int64_t mutaid__wide_high(mutaid__wide a);
static inline uint64_t mutaid__wide_low(mutaid__wide a);
static inline mutaid__wide mutaid__wide_add(mutaid__wide a, mutaid__wide b);
static inline mutaid__wide mutaid__wide_sub(mutaid__wide a, mutaid__wide b);
static inline mutaid__wide mutaid__wide_neg(mutaid__wide a);
/* Low 128 bits of the product. */
static inline mutaid__wide mutaid__wide_mul(mutaid__wide a, mutaid__wide b);
static inline int mutaid__wide_compare(mutaid__wide a, mutaid__wide b);
static inline bool mutaid__wide_is_negative(mutaid__wide a);
static inline bool mutaid__wide_is_zero(mutaid__wide a);
/* Quotient towards minus infinity and remainder 0 <= r < b, for b > 0. */
static inline mutaid__wide mutaid__wide_floor_div(mutaid__wide a,
                                                  mutaid__wide b,
                                                  mutaid__wide *remainder_out);
/* Whether it fits, and if so its value. */
static inline bool mutaid__wide_fits(mutaid__wide a, int64_t *number_out);

#if MUTAID__HAS_INT128
#include "number/wide_native.h"
#else
#include "number/wide_portable.h"
#endif

static inline mutaid__wide mutaid__wide_min(mutaid__wide a, mutaid__wide b)
{
    return mutaid__wide_compare(a, b) <= 0 ? a : b;
}

static inline mutaid__wide mutaid__wide_max(mutaid__wide a, mutaid__wide b)
{
    return mutaid__wide_compare(a, b) >= 0 ? a : b;
}

/* Add, subtract, multiply where nothing is proved yet: false when the exact
 * result has a magnitude of 2^126 or more. */
bool mutaid__wide_add_checked(mutaid__wide a, mutaid__wide b,
                              mutaid__wide *sum_out);
bool mutaid__wide_sub_checked(mutaid__wide a, mutaid__wide b,
                              mutaid__wide *difference_out);
bool mutaid__wide_mul_checked(mutaid__wide a, mutaid__wide b,
                              mutaid__wide *product_out);
/* Greatest common divisor of the magnitudes, which must fit the type; of 0
 * and 0 it is 0. */
mutaid__wide mutaid__wide_gcd(mutaid__wide a, mutaid__wide b);
int64_t mutaid__gcd(int64_t a, int64_t b);
/* Least common multiple of positive numbers; false past 2^62. */
bool mutaid__lcm_checked(int64_t a, int64_t b, int64_t *multiple_out);

#endif
