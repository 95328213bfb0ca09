/* SPDX-License-Identifier: MIT */
/* test_wide.c - 128-bit integers: against the compiler's, and by their laws. */
#include "number/wide.h"
#include "suite.h"

#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 native;
__extension__ typedef unsigned __int128 unative;

static native native_of(mutaid__wide a)
{
    return (native)((unative)(uint64_t)mutaid__wide_high(a) << 64 |
                    mutaid__wide_low(a));
}

#define IS_NATIVE(a, b) HOLDS(native_of(a) == (native)(b))
#endif

#define PAIRS 200000

static mutaid__wide wide(int64_t high, uint64_t low)
{
    return mutaid__wide_words(high, low);
}

static mutaid__wide small(int64_t number)
{
    return mutaid__wide_of(number);
}

static bool same(mutaid__wide a, mutaid__wide b)
{
    return mutaid__wide_high(a) == mutaid__wide_high(b) &&
           mutaid__wide_low(a) == mutaid__wide_low(b);
}

/* Words at the edges of 32, 62, 63 and 64 bits. */
static const uint64_t edge_words[] = {0,
                                      1,
                                      2,
                                      9,
                                      10,
                                      UINT32_MAX - 1,
                                      UINT32_MAX,
                                      UINT64_C(1) << 32,
                                      (UINT64_C(1) << 62) - 1,
                                      UINT64_C(1) << 62,
                                      (UINT64_C(1) << 62) + 1,
                                      INT64_MAX,
                                      UINT64_C(1) << 63,
                                      (UINT64_C(1) << 63) + 1,
                                      UINT64_MAX - 1,
                                      UINT64_MAX};
#define EDGES ROWS(edge_words)

static mutaid__wide edge(int number)
{
    return wide((int64_t)edge_words[number / EDGES],
                edge_words[number % EDGES]);
}

/* Numbers of every length, and near the edges. */
static mutaid__wide random_wide(uint64_t *state)
{
    uint64_t high = random_next(state), low = random_next(state);
    unsigned choice = (unsigned)(random_next(state) % 256);
    unsigned shift = choice & 127;

    if (choice == 255)
        return edge((int)(high % (EDGES * EDGES)));
    if (shift >= 64)
        return wide((int64_t)high >> (shift - 64), low);
    return choice >= 128 ? wide(-1, (uint64_t)((int64_t)low >> shift))
                         : wide(0, low >> shift);
}

/* Call `check` with every pair of edges and with many random pairs. */
static void check_pairs(void (*check)(mutaid__wide, mutaid__wide))
{
    uint64_t state = 20240229;

    for (int i = 0; i < EDGES * EDGES; i++) {
        for (int j = 0; j < EDGES * EDGES; j++)
            check(edge(i), edge(j));
    }
    for (int i = 0; i < PAIRS; i++) {
        mutaid__wide a = random_wide(&state);

        check(a, random_wide(&state));
    }
}

START_TEST(words_come_out_as_they_went_in)
{
    ck_assert_int_eq(mutaid__wide_high(wide(-5, 7)), -5);
    ck_assert_uint_eq(mutaid__wide_low(wide(-5, 7)), 7);
    ck_assert(same(small(0), wide(0, 0)));
    ck_assert(same(small(1), wide(0, 1)));
    ck_assert_int_eq(mutaid__wide_high(small(-1)), -1);
    ck_assert_uint_eq(mutaid__wide_low(small(-1)), UINT64_MAX);
    ck_assert_int_eq(mutaid__wide_high(small(INT64_MAX)), 0);
    ck_assert_int_eq(mutaid__wide_high(small(INT64_MIN)), -1);
}
END_TEST

START_TEST(a_number_fits_64_bits_or_it_does_not)
{
    int64_t number = 5;

    ck_assert(mutaid__wide_fits(small(INT64_MAX), &number));
    ck_assert_int_eq(number, INT64_MAX);
    ck_assert(mutaid__wide_fits(small(INT64_MIN), &number));
    ck_assert_int_eq(number, INT64_MIN);
    ck_assert(mutaid__wide_fits(small(0), &number));
    ck_assert_int_eq(number, 0);
    ck_assert(mutaid__wide_fits(small(-1), &number));
    ck_assert_int_eq(number, -1);
    ck_assert(!mutaid__wide_fits(wide(-1, 0), &number));
    ck_assert(!mutaid__wide_fits(wide(0, UINT64_MAX), &number));
    ck_assert(!mutaid__wide_fits(wide(0, UINT64_C(1) << 63), &number));
    ck_assert(!mutaid__wide_fits(wide(-1, (UINT64_C(1) << 63) - 1), &number));
    ck_assert(!mutaid__wide_fits(wide(1, 0), &number));
    ck_assert_int_eq(number, -1);
}
END_TEST

/* 170141183460469231731 * 1000000007 and the like, from a calculator. */
static const struct {
    int64_t a_high;
    uint64_t a_low;
    int64_t b_high;
    uint64_t b_low;
    int64_t product_high;
    uint64_t product_low;
} products[] = {
    {0, 0, 0, 0, 0, 0},
    {0, UINT64_MAX, 0, UINT64_MAX, -2, 1},
    {0, UINT64_C(1) << 63, 0, 2, 1, 0},
    {-1, UINT64_MAX, -1, UINT64_MAX, 0, 1},
    {-1, UINT64_MAX, 0, 12345, -1, (uint64_t)-12345},
    {0, 10000000000000000000U, 0, 10000000000000000000U, 5421010862427522170,
     687399551400673280U},
    {3, 5, 0, 7, 21, 35},
    {3, UINT64_MAX, 0, 2, 7, UINT64_MAX - 1},
};

START_TEST(products_are_those_of_a_calculator)
{
    mutaid__wide a = wide(products[_i].a_high, products[_i].a_low);
    mutaid__wide b = wide(products[_i].b_high, products[_i].b_low);
    mutaid__wide product =
        wide(products[_i].product_high, products[_i].product_low);

    ck_assert(same(mutaid__wide_mul(a, b), product));
    ck_assert(same(mutaid__wide_mul(b, a), product));
}
END_TEST

static void check_sums(mutaid__wide a, mutaid__wide b)
{
    mutaid__wide sum = mutaid__wide_add(a, b);
    mutaid__wide difference = mutaid__wide_sub(a, b);

    HOLDS(same(mutaid__wide_sub(sum, b), a));
    HOLDS(same(mutaid__wide_add(difference, b), a));
    HOLDS(same(mutaid__wide_neg(difference), mutaid__wide_sub(b, a)));
    HOLDS(mutaid__wide_compare(a, b) == -mutaid__wide_compare(b, a));
    HOLDS(same(mutaid__wide_min(a, b), a) || mutaid__wide_compare(a, b) > 0);
    HOLDS(same(mutaid__wide_max(a, b), a) || mutaid__wide_compare(a, b) < 0);
    HOLDS(mutaid__wide_is_zero(difference) == same(a, b));
#ifdef __SIZEOF_INT128__
    native x = native_of(a), y = native_of(b);

    IS_NATIVE(sum, (unative)x + (unative)y);
    IS_NATIVE(difference, (unative)x - (unative)y);
    IS_NATIVE(mutaid__wide_neg(a), 0 - (unative)x);
    HOLDS(mutaid__wide_compare(a, b) == (x > y) - (x < y));
    HOLDS(mutaid__wide_is_negative(a) == (x < 0));
#endif
}

START_TEST(sums_and_order_are_those_of_the_compiler)
{
    check_pairs(check_sums);
}
END_TEST

static void check_products(mutaid__wide a, mutaid__wide b)
{
    mutaid__wide product = mutaid__wide_mul(a, b);

    HOLDS(same(product, mutaid__wide_mul(b, a)));
    HOLDS(same(mutaid__wide_neg(product),
               mutaid__wide_mul(mutaid__wide_neg(a), b)));
#ifdef __SIZEOF_INT128__
    IS_NATIVE(product, (unative)native_of(a) * (unative)native_of(b));
#endif
}

START_TEST(products_are_those_of_the_compiler)
{
    check_pairs(check_products);
}
END_TEST

static void check_quotients(mutaid__wide a, mutaid__wide b)
{
    mutaid__wide quotient, rest;

    if (mutaid__wide_is_negative(b) || mutaid__wide_is_zero(b))
        return;
    quotient = mutaid__wide_floor_div(a, b, &rest);
    HOLDS(!mutaid__wide_is_negative(rest));
    HOLDS(mutaid__wide_compare(rest, b) < 0);
    HOLDS(same(mutaid__wide_add(mutaid__wide_mul(quotient, b), rest), a));
    HOLDS(mutaid__wide_is_negative(quotient) == mutaid__wide_is_negative(a));
#ifdef __SIZEOF_INT128__
    native x = native_of(a), y = native_of(b);

    IS_NATIVE(quotient, x / y - (x % y < 0));
    IS_NATIVE(rest, x % y < 0 ? x % y + y : x % y);
#endif
}

START_TEST(quotients_go_down_and_remainders_are_not_negative)
{
    check_pairs(check_quotients);
}
END_TEST

#ifdef __SIZEOF_INT128__
static bool is_small_native(native a)
{
    const native bound = (native)1 << 126;

    return a > -bound && a < bound;
}

static void check_checked_sums(mutaid__wide a, mutaid__wide b)
{
    native x = native_of(a), y = native_of(b), wanted = 0;
    const mutaid__wide untouched = wide(77, 77);
    mutaid__wide found = untouched;
    bool fits =
        !__builtin_add_overflow(x, y, &wanted) && is_small_native(wanted);

    HOLDS(mutaid__wide_add_checked(a, b, &found) == fits);
    HOLDS(fits ? native_of(found) == wanted : same(found, untouched));
    found = untouched;
    fits = !__builtin_sub_overflow(x, y, &wanted) && is_small_native(wanted);
    HOLDS(mutaid__wide_sub_checked(a, b, &found) == fits);
    HOLDS(fits ? native_of(found) == wanted : same(found, untouched));
}

START_TEST(checked_sums_fit_below_two_to_the_126)
{
    check_pairs(check_checked_sums);
}
END_TEST

static void check_checked_products(mutaid__wide a, mutaid__wide b)
{
    native wanted = 0;
    const mutaid__wide untouched = wide(77, 77);
    mutaid__wide found = untouched;
    bool fits = !__builtin_mul_overflow(native_of(a), native_of(b), &wanted) &&
                is_small_native(wanted);

    HOLDS(mutaid__wide_mul_checked(a, b, &found) == fits);
    HOLDS(fits ? native_of(found) == wanted : same(found, untouched));
}

START_TEST(checked_products_fit_below_two_to_the_126)
{
    check_pairs(check_checked_products);
}
END_TEST
#endif

/* Two to the 126 and its neighbours, reached in three ways. */
START_TEST(the_bound_of_checked_arithmetic_is_exact)
{
    const int64_t top = INT64_C(1) << 62;
    const mutaid__wide most = wide(top - 1, UINT64_MAX);
    const mutaid__wide half = wide(0, UINT64_C(1) << 63);
    mutaid__wide found;

    ck_assert(mutaid__wide_add_checked(most, small(0), &found));
    ck_assert(!mutaid__wide_add_checked(most, small(1), &found));
    ck_assert(
        mutaid__wide_sub_checked(mutaid__wide_neg(most), small(0), &found));
    ck_assert(
        !mutaid__wide_sub_checked(mutaid__wide_neg(most), small(1), &found));
    ck_assert(!mutaid__wide_mul_checked(half, half, &found));
    ck_assert(mutaid__wide_mul_checked(half, mutaid__wide_sub(half, small(1)),
                                       &found));
    ck_assert(!mutaid__wide_mul_checked(mutaid__wide_neg(half), half, &found));
}
END_TEST

static void check_gcd(mutaid__wide a, mutaid__wide b)
{
    const mutaid__wide least = wide(INT64_MIN, 0);
    mutaid__wide rest;

    if (same(a, least) || same(b, least))
        return;
    mutaid__wide divisor = mutaid__wide_gcd(a, b);
    if (mutaid__wide_is_zero(a) && mutaid__wide_is_zero(b)) {
        HOLDS(mutaid__wide_is_zero(divisor));
        return;
    }
    HOLDS(!mutaid__wide_is_negative(divisor));
    mutaid__wide a_share = mutaid__wide_floor_div(a, divisor, &rest);
    HOLDS(mutaid__wide_is_zero(rest));
    mutaid__wide b_share = mutaid__wide_floor_div(b, divisor, &rest);
    HOLDS(mutaid__wide_is_zero(rest));
    HOLDS(same(mutaid__wide_gcd(a_share, b_share), small(1)));
}

START_TEST(the_greatest_divisor_leaves_nothing_in_common)
{
    uint64_t state = 7;

    for (int i = 0; i < EDGES * EDGES; i++) {
        for (int j = 0; j < EDGES * EDGES; j += 5)
            check_gcd(edge(i), edge(j));
    }
    for (int i = 0; i < 5000; i++) {
        mutaid__wide factor = small((int64_t)(random_next(&state) >> 40));
        mutaid__wide a = small((int64_t)(random_next(&state) >> 5));
        mutaid__wide b = small((int64_t)(random_next(&state) >> 5));

        check_gcd(mutaid__wide_mul(a, factor), mutaid__wide_mul(b, factor));
    }
}
END_TEST

START_TEST(divisors_of_64_bits)
{
    ck_assert_int_eq(mutaid__gcd(12, 18), 6);
    ck_assert_int_eq(mutaid__gcd(-12, 18), 6);
    ck_assert_int_eq(mutaid__gcd(0, -5), 5);
    ck_assert_int_eq(mutaid__gcd(0, 0), 0);
    ck_assert_int_eq(mutaid__gcd(INT64_MIN, 6), 2);
    ck_assert_int_eq(mutaid__gcd(INT64_MAX, INT64_MAX), INT64_MAX);
}
END_TEST

START_TEST(multiples_end_at_two_to_the_62)
{
    const int64_t most = INT64_C(1) << 62;
    int64_t multiple = 5;

    ck_assert(mutaid__lcm_checked(4, 6, &multiple));
    ck_assert_int_eq(multiple, 12);
    ck_assert(mutaid__lcm_checked(most, most, &multiple));
    ck_assert_int_eq(multiple, most);
    ck_assert(mutaid__lcm_checked(most, 1024, &multiple));
    ck_assert_int_eq(multiple, most);
    ck_assert(!mutaid__lcm_checked(most, 3, &multiple));
    ck_assert(!mutaid__lcm_checked(most + 1, most + 1, &multiple));
    ck_assert(!mutaid__lcm_checked(INT64_MAX, INT64_MAX - 1, &multiple));
    ck_assert(!mutaid__lcm_checked(3037000501, 3037000500, &multiple));
    ck_assert_int_eq(multiple, most);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {words_come_out_as_they_went_in, 0},
        {a_number_fits_64_bits_or_it_does_not, 0},
        {products_are_those_of_a_calculator, ROWS(products)},
        {sums_and_order_are_those_of_the_compiler, 0},
        {products_are_those_of_the_compiler, 0},
        {quotients_go_down_and_remainders_are_not_negative, 0},
#ifdef __SIZEOF_INT128__
        {checked_sums_fit_below_two_to_the_126, 0},
        {checked_products_fit_below_two_to_the_126, 0},
#endif
        {the_bound_of_checked_arithmetic_is_exact, 0},
        {the_greatest_divisor_leaves_nothing_in_common, 0},
        {divisors_of_64_bits, 0},
        {multiples_end_at_two_to_the_62, 0},
    };

    return run_suite(MUTAID__HAS_INT128 ? "wide" : "wide_portable", tests,
                     sizeof tests / sizeof *tests);
}
