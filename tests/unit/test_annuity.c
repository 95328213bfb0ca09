/* SPDX-License-Identifier: MIT */
/* test_annuity.c - the level instalment, exactly rounded. */
#include "number/annuity.h"
#include "suite.h"

#include "number/wide.h"

static uint32_t limbs[MUTAID__ANNUITY_LIMBS(MUTAID__MOST_PERIODS)];

static int64_t same_growth(int64_t amount, int64_t numerator,
                           int64_t denominator, size_t count)
{
    static mutaid__growth growths[MUTAID__MOST_PERIODS];

    for (size_t i = 0; i < count; i++)
        growths[i] = (mutaid__growth){numerator, denominator};
    return mutaid__annuity(amount, growths, count, limbs);
}

START_TEST(three_years_of_level_payments_are_those_of_every_bank)
{
    ck_assert_int_eq(same_growth(30000000, 385, 120000, 36), 883719);
}
END_TEST

START_TEST(without_growth_the_amount_is_divided_halves_up)
{
    ck_assert_int_eq(same_growth(100, 0, 1, 4), 25);
    ck_assert_int_eq(same_growth(10, 0, 7, 4), 3);  /* 2.5 */
    ck_assert_int_eq(same_growth(9, 0, 1, 4), 2);   /* 2.25 */
    ck_assert_int_eq(same_growth(1, 0, 1, 2), 1);   /* 0.5 */
    ck_assert_int_eq(same_growth(0, 0, 1, 2), 0);
    ck_assert_int_eq(same_growth(600, 0, 1, 1200), 1); /* 0.5 */
    ck_assert_int_eq(same_growth(599, 0, 1, 1200), 0);
}
END_TEST

/* Halves that no number of digits decides. */
START_TEST(a_half_that_no_digits_decide_is_rounded_up)
{
    static const mutaid__growth two_thirds[] = {{1, 1}, {2, 1}};
    /* 1/2 + 1/6 = 2/3, so the instalment is 3/2 of the amount */
    ck_assert_int_eq(mutaid__annuity(1, two_thirds, 2, limbs), 2);
    ck_assert_int_eq(mutaid__annuity(1001, two_thirds, 2, limbs), 1502);
    ck_assert_int_eq(mutaid__annuity(1000, two_thirds, 2, limbs), 1500);
    /* one period at a half per cent: 100.5, 300.5 below and above */
    ck_assert_int_eq(same_growth(100, 1, 200, 1), 101);
    ck_assert_int_eq(same_growth(99, 1, 200, 1), 99);
    ck_assert_int_eq(same_growth(101, 1, 200, 1), 102);
}
END_TEST

/* amount / sum, by 128-bit fractions, for two periods. */
static int64_t plainly(int64_t amount, mutaid__growth a, mutaid__growth b)
{
    mutaid__wide u = mutaid__wide_of(a.denominator + a.numerator);
    mutaid__wide v = mutaid__wide_of(b.denominator + b.numerator);
    mutaid__wide above = mutaid__wide_mul(
        mutaid__wide_of(a.denominator),
        mutaid__wide_add(v, mutaid__wide_of(b.denominator)));
    mutaid__wide below =
        mutaid__wide_mul(mutaid__wide_of(2 * amount), mutaid__wide_mul(u, v));
    mutaid__wide rest;

    return (int64_t)mutaid__wide_low(mutaid__wide_floor_div(
        mutaid__wide_add(below, above),
        mutaid__wide_mul(mutaid__wide_of(2), above), &rest));
}

START_TEST(two_periods_agree_with_plain_fractions)
{
    uint64_t state = 11;

    for (int i = 0; i < 20000; i++) {
        mutaid__growth growths[2];

        for (size_t k = 0; k < 2; k++) {
            growths[k].denominator = (int64_t)(random_next(&state) % 40) + 1;
            growths[k].numerator = (int64_t)(random_next(&state) % 20);
        }
        int64_t amount = (int64_t)(random_next(&state) % 5000);
        HOLDS(mutaid__annuity(amount, growths, 2, limbs) ==
              plainly(amount, growths[0], growths[1]));
    }
}
END_TEST

START_TEST(the_longest_loan_is_exact_to_the_last_unit)
{
    /* 5 % a year by months for a hundred years, of 10^15: by exact fractions */
    ck_assert_int_eq(same_growth(INT64_C(1000000000000000), 5, 1200, 1200),
                     INT64_C(4195229063105));
}
END_TEST

START_TEST(an_instalment_that_is_too_large_is_cut)
{
    ck_assert_int_eq(same_growth(INT64_C(1) << 52, 1 << 20, 1, 1),
                     MUTAID__MOST_INSTALMENT);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {three_years_of_level_payments_are_those_of_every_bank, 0},
        {without_growth_the_amount_is_divided_halves_up, 0},
        {a_half_that_no_digits_decide_is_rounded_up, 0},
        {two_periods_agree_with_plain_fractions, 0},
        {the_longest_loan_is_exact_to_the_last_unit, 0},
        {an_instalment_that_is_too_large_is_cut, 0},
    };

    return run_suite("annuity", tests, sizeof tests / sizeof *tests);
}
