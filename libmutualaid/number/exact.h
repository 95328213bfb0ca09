/* SPDX-License-Identifier: MIT */
/* exact.h - arithmetic on exact ratios that says when it would overflow. */
#ifndef MUTUALAID_NUMBER_EXACT_H
#define MUTUALAID_NUMBER_EXACT_H

#include "number/ratio.h"
#include "number/round.h"

/* Each gives false when the reduced result has a numerator of 2^126 or more
 * or a denominator past 2^62. */
bool mutaid__ratio_add(mutaid__ratio a, mutaid__ratio b,
                       mutaid__ratio *sum_out);
bool mutaid__ratio_sub(mutaid__ratio a, mutaid__ratio b,
                       mutaid__ratio *difference_out);
bool mutaid__ratio_mul(mutaid__ratio a, mutaid__ratio b,
                       mutaid__ratio *product_out);
/* For b > 0 only. */
bool mutaid__ratio_div(mutaid__ratio a, mutaid__ratio b,
                       mutaid__ratio *quotient_out);

/* The ratio as a numerator over a denominator that its own divides. */
bool mutaid__ratio_over(mutaid__ratio ratio, int64_t denominator,
                        mutaid__wide *numerator_out);

#endif
