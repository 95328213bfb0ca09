/* SPDX-License-Identifier: MIT */
/* test_exact.c - exact ratios: the laws of arithmetic, and where it ends. */
#include "number/exact.h"
#include "suite.h"

static mutaid__ratio over(int64_t numerator, int64_t denominator)
{
    mutaid__ratio ratio = {mutaid__wide_of(numerator), denominator};

    return ratio;
}

/* 2^126 - 1 and its neighbours. */
static mutaid__wide largest(void)
{
    return mutaid__wide_words((INT64_C(1) << 62) - 1, UINT64_MAX);
}

static bool equals(mutaid__ratio ratio, int64_t numerator, int64_t denominator)
{
    return mutaid__wide_compare(ratio.numerator, mutaid__wide_of(numerator)) ==
               0 &&
           ratio.denominator == denominator;
}

static const struct {
    int64_t a[2], b[2], sum[2], difference[2], product[2];
} rows[] = {
    {{1, 3}, {1, 6}, {1, 2}, {1, 6}, {1, 18}},
    {{-1, 3}, {1, 6}, {-1, 6}, {-1, 2}, {-1, 18}},
    {{2, 4}, {3, 6}, {1, 1}, {0, 1}, {1, 4}},
    {{0, 7}, {5, 1}, {5, 1}, {-5, 1}, {0, 1}},
    {{INT64_MAX, 1}, {0, 9}, {INT64_MAX, 1}, {INT64_MAX, 1}, {0, 1}},
};

START_TEST(results_are_exact_and_reduced)
{
    mutaid__ratio a = over(rows[_i].a[0], rows[_i].a[1]), r;
    mutaid__ratio b = over(rows[_i].b[0], rows[_i].b[1]);

    ck_assert(mutaid__ratio_add(a, b, &r));
    ck_assert(equals(r, rows[_i].sum[0], rows[_i].sum[1]));
    ck_assert(mutaid__ratio_sub(a, b, &r));
    ck_assert(equals(r, rows[_i].difference[0], rows[_i].difference[1]));
    ck_assert(mutaid__ratio_mul(a, b, &r));
    ck_assert(equals(r, rows[_i].product[0], rows[_i].product[1]));
}
END_TEST

START_TEST(the_laws_of_arithmetic_hold)
{
    uint64_t state = 3;

    for (int i = 0; i < 20000; i++) {
        mutaid__ratio v[3], x, y, z;

        for (int k = 0; k < 3; k++)
            v[k] = over((int64_t)(random_next(&state) % 2000001) - 1000000,
                        (int64_t)(random_next(&state) % 1000) + 1);
        HOLDS(mutaid__ratio_add(v[0], v[1], &x) &&
              mutaid__ratio_sub(x, v[1], &x));
        HOLDS(mutaid__ratio_compare(x, v[0]) == 0);
        HOLDS(mutaid__ratio_add(v[1], v[2], &x) &&
              mutaid__ratio_mul(v[0], x, &x)); /* a (b + c) = a b + a c */
        HOLDS(mutaid__ratio_mul(v[0], v[1], &y) &&
              mutaid__ratio_mul(v[0], v[2], &z) && mutaid__ratio_add(y, z, &y));
        HOLDS(mutaid__ratio_compare(x, y) == 0);
        if (mutaid__ratio_compare(v[1], mutaid__ratio_of(0)) > 0) {
            HOLDS(mutaid__ratio_mul(v[0], v[1], &x) &&
                  mutaid__ratio_div(x, v[1], &x));
            HOLDS(mutaid__ratio_compare(x, v[0]) == 0);
        }
    }
}
END_TEST

START_TEST(what_grows_too_large_is_refused)
{
    mutaid__ratio most = {largest(), 1}, one = mutaid__ratio_of(1), r;
    mutaid__ratio fine = {mutaid__wide_of(1), INT64_C(1) << 62};
    mutaid__ratio third = over(1, 3);

    ck_assert(mutaid__ratio_sub(most, one, &r));
    ck_assert(mutaid__ratio_add(r, one, &r));
    ck_assert_int_eq(mutaid__wide_compare(r.numerator, largest()), 0);
    ck_assert(!mutaid__ratio_add(most, one, &r));
    ck_assert(!mutaid__ratio_mul(most, mutaid__ratio_of(2), &r));
    ck_assert(!mutaid__ratio_add(fine, third, &r));
    ck_assert(!mutaid__ratio_mul(fine, third, &r));
    ck_assert(!mutaid__ratio_mul(fine, fine, &r));
    ck_assert(mutaid__ratio_add(fine, fine, &r));
    ck_assert_int_eq(r.denominator, INT64_C(1) << 61);
}
END_TEST

START_TEST(a_ratio_is_written_over_a_multiple_of_its_denominator)
{
    mutaid__ratio most = {largest(), 1};
    mutaid__wide numerator;

    ck_assert(mutaid__ratio_over(over(-2, 3), 12, &numerator));
    ck_assert_int_eq(mutaid__wide_compare(numerator, mutaid__wide_of(-8)), 0);
    ck_assert(mutaid__ratio_over(most, 1, &numerator));
    ck_assert(!mutaid__ratio_over(most, 2, &numerator));
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {results_are_exact_and_reduced, ROWS(rows)},
        {the_laws_of_arithmetic_hold, 0},
        {what_grows_too_large_is_refused, 0},
        {a_ratio_is_written_over_a_multiple_of_its_denominator, 0},
    };

    return run_suite("exact", tests, ROWS(tests));
}
