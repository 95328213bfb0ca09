/* SPDX-License-Identifier: MIT */
/* annuity.h - the level instalment, exactly rounded. */
#ifndef MUTUALAID_NUMBER_ANNUITY_H
#define MUTUALAID_NUMBER_ANNUITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Growth over one period: 1 + numerator / denominator, both not negative and
 * their sum below 2^62. */
typedef struct mutaid__growth {
    int64_t numerator, denominator;
} mutaid__growth;

/* The most periods that an annuity has. */
#define MUTAID__MOST_PERIODS 1200

/* Limbs of 32 bits that mutaid__annuity() needs for so many periods. */
#define MUTAID__ANNUITY_LIMBS(periods) (3 * (2 * (size_t)(periods) + 16))

/* No instalment is larger; one that would be is cut to it. */
#define MUTAID__MOST_INSTALMENT (INT64_C(1) << 60)

/* The instalment of `amount` (0 to 2^60) that is paid back in `count` equal
 * instalments, each after one period's growth: amount / sum of 1/((1+g1) ...
 * (1+gk)), rounded to a whole number, halves up. It is exact: sums are bounded
 * from both sides with more and more digits, and where a half is met at last,
 * as fractions. `limbs` is scratch. */
int64_t mutaid__annuity(int64_t amount, const mutaid__growth *growths,
                        size_t count, uint32_t *limbs);

#endif
