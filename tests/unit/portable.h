/* SPDX-License-Identifier: MIT */
/* portable.h - numbers on two words of C11, beside those of the library.
 *
 * A test that includes this first runs on the portable form, whatever the
 * library was built with: the number folder is compiled into it once more,
 * under other names. */
#ifndef MUTUALAID_TESTS_PORTABLE_H
#define MUTUALAID_TESTS_PORTABLE_H

#undef MUTAID_NO_INT128
#define MUTAID_NO_INT128 1

#define mutaid__wide_add_checked portable_wide_add_checked
#define mutaid__wide_sub_checked portable_wide_sub_checked
#define mutaid__wide_mul_checked portable_wide_mul_checked
#define mutaid__wide_gcd portable_wide_gcd
#define mutaid__gcd portable_gcd
#define mutaid__lcm_checked portable_lcm_checked
#define mutaid__mode_name portable_mode_name
#define mutaid__mode_of portable_mode_of
#define mutaid__round portable_round
#define mutaid__ratio_of portable_ratio_of
#define mutaid__ratio_reduce portable_ratio_reduce
#define mutaid__ratio_compare portable_ratio_compare
#define mutaid__out_ratio portable_out_ratio
#define mutaid__out_wide portable_out_wide
#define mutaid__read_decimal portable_read_decimal
#define mutaid__read_rate portable_read_rate
#define mutaid__read_measure portable_read_measure
#define mutaid__read_integer portable_read_integer

#include "number/literal.c"
#include "number/ratio.c"
#include "number/round.c"
#include "number/wide.c"

#endif
