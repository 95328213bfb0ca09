/* SPDX-License-Identifier: MIT */
/* ratio.h - exact ratios: reduce, compare, and write as text. */
#ifndef MUTUALAID_NUMBER_RATIO_H
#define MUTUALAID_NUMBER_RATIO_H

#include "base/text.h"
#include "number/wide.h"

/* numerator / denominator with 0 < denominator <= 2^62. */
typedef struct mutaid__ratio {
    mutaid__wide numerator;
    int64_t denominator;
} mutaid__ratio;

mutaid__ratio mutaid__ratio_of(int64_t number);
/* Reduced to lowest terms. */
mutaid__ratio mutaid__ratio_reduce(mutaid__ratio ratio);
int mutaid__ratio_compare(mutaid__ratio a, mutaid__ratio b);

/* Write ratio / 10^decimals as a decimal with at least `decimals` places and
 * as many more as it needs to be exact; where no finite decimal is exact, as
 * "p/q" of the ratio itself reduced, e.g. money 1/3 fen as "1/300". Examples:
 * 36000 fen (2) is "360.00", 72001/20 fen is "36.0005". */
void mutaid__out_ratio(mutaid__out *out, mutaid__ratio ratio, int decimals);
void mutaid__out_wide(mutaid__out *out, mutaid__wide number);

/* Forms of literals. All give false for any other text. */

/* "-?digits" with exactly `decimals` places after a point (none for 0), no
 * leading zeros but "0.50": the integer without the point. Fits int64. */
bool mutaid__read_decimal(mutaid__slice text, int decimals,
                          int64_t *integer_out);
/* "20%", "3.85%" (at most 10 places), "2/3" (both positive or numerator 0,
 * denominator not 0), with an optional minus: reduced. */
bool mutaid__read_rate(mutaid__slice text, mutaid__ratio *ratio_out);
/* "2.5 m2": number with at most 9 places, one space, unit. The number as a
 * ratio, the unit as a slice. */
bool mutaid__read_measure(mutaid__slice text, mutaid__ratio *ratio_out,
                          mutaid__slice *unit_out);
/* "-?digits" without leading zeros. */
bool mutaid__read_integer(mutaid__slice text, int64_t *integer_out);

#endif
