/* SPDX-License-Identifier: MIT */
/* test_round.c - the seven rounding modes. */
#include "number/round.h"
#include "suite.h"

static int64_t rounded(mutaid__wide numerator, mutaid__wide denominator,
                       mutaid__mode mode)
{
    int64_t number = 0;

    HOLDS(mutaid__wide_fits(mutaid__round(numerator, denominator, mode),
                            &number));
    return number;
}

/* The numbers by which java.math.RoundingMode explains its modes, and the
 * halves next to zero. */
static const struct {
    int64_t tenths;
    int64_t half_up, half_even, half_down, up, down, ceiling, floor;
} table[] = {
    {55, 6, 6, 5, 6, 5, 6, 5},         {25, 3, 2, 2, 3, 2, 3, 2},
    {16, 2, 2, 2, 2, 1, 2, 1},         {15, 2, 2, 1, 2, 1, 2, 1},
    {14, 1, 1, 1, 2, 1, 2, 1},         {11, 1, 1, 1, 2, 1, 2, 1},
    {10, 1, 1, 1, 1, 1, 1, 1},         {6, 1, 1, 1, 1, 0, 1, 0},
    {5, 1, 0, 0, 1, 0, 1, 0},          {4, 0, 0, 0, 1, 0, 1, 0},
    {0, 0, 0, 0, 0, 0, 0, 0},          {-4, 0, 0, 0, -1, 0, 0, -1},
    {-5, -1, 0, 0, -1, 0, 0, -1},      {-6, -1, -1, -1, -1, 0, 0, -1},
    {-10, -1, -1, -1, -1, -1, -1, -1}, {-11, -1, -1, -1, -2, -1, -1, -2},
    {-14, -1, -1, -1, -2, -1, -1, -2}, {-15, -2, -2, -1, -2, -1, -1, -2},
    {-16, -2, -2, -2, -2, -1, -1, -2}, {-25, -3, -2, -2, -3, -2, -2, -3},
    {-55, -6, -6, -5, -6, -5, -5, -6},
};

START_TEST(tenths_round_as_everywhere)
{
    mutaid__wide number = mutaid__wide_of(table[_i].tenths);
    mutaid__wide ten = mutaid__wide_of(10);

#define ROUNDS(mode, field) \
    ck_assert_int_eq(rounded(number, ten, mode), table[_i].field)
    ROUNDS(MUTAID__HALF_UP, half_up);
    ROUNDS(MUTAID__HALF_EVEN, half_even);
    ROUNDS(MUTAID__HALF_DOWN, half_down);
    ROUNDS(MUTAID__UP, up);
    ROUNDS(MUTAID__DOWN, down);
    ROUNDS(MUTAID__CEILING, ceiling);
    ROUNDS(MUTAID__FLOOR, floor);
#undef ROUNDS
}
END_TEST

/* What floor + half + `unit` rounds to, where `unit` is at most the smallest
 * step beside the half. */
static int64_t beside_half(int64_t floor, int unit, mutaid__mode mode)
{
    switch (mode) {
    case MUTAID__UP:
        return floor < 0 ? floor : floor + 1;
    case MUTAID__DOWN:
        return floor < 0 ? floor + 1 : floor;
    case MUTAID__CEILING:
        return floor + 1;
    case MUTAID__FLOOR:
        return floor;
    default:
        break;
    }
    if (unit != 0)
        return unit < 0 ? floor : floor + 1;
    if (mode == MUTAID__HALF_EVEN)
        return floor % 2 == 0 ? floor : floor + 1;
    return (mode == MUTAID__HALF_UP) == (floor >= 0) ? floor + 1 : floor;
}

/* Denominators up to where a doubled remainder would no longer fit. */
START_TEST(one_unit_decides_however_large_the_denominator)
{
    const mutaid__wide denominators[] = {
        mutaid__wide_of(4),
        mutaid__wide_of(1000000),
        mutaid__wide_of(INT64_MAX - 1),
        mutaid__wide_words(1, 0),
        mutaid__wide_words(INT64_C(1) << 40, 6),
        mutaid__wide_words((INT64_C(1) << 60) - 1, UINT64_MAX - 1),
    };
    mutaid__wide denominator = denominators[_i];
    mutaid__wide rest;
    mutaid__wide half =
        mutaid__wide_floor_div(denominator, mutaid__wide_of(2), &rest);

    for (int64_t floor = -4; floor <= 3; floor++) {
        for (int unit = -1; unit <= 1; unit++) {
            mutaid__wide number = mutaid__wide_add(
                mutaid__wide_mul(denominator, mutaid__wide_of(floor)),
                mutaid__wide_add(half, mutaid__wide_of(unit)));

            for (int mode = 0; mode < MUTAID__MODE_COUNT; mode++)
                ck_assert_int_eq(
                    rounded(number, denominator, (mutaid__mode)mode),
                    beside_half(floor, unit, (mutaid__mode)mode));
        }
    }
}
END_TEST

/* An odd denominator has no half: the middle lies between two units. */
START_TEST(thirds_have_no_half)
{
    mutaid__wide three = mutaid__wide_of(3);

    for (int mode = MUTAID__HALF_UP; mode <= MUTAID__HALF_DOWN; mode++) {
        ck_assert_int_eq(rounded(mutaid__wide_of(1), three, (mutaid__mode)mode),
                         0);
        ck_assert_int_eq(rounded(mutaid__wide_of(2), three, (mutaid__mode)mode),
                         1);
        ck_assert_int_eq(
            rounded(mutaid__wide_of(-1), three, (mutaid__mode)mode), 0);
        ck_assert_int_eq(
            rounded(mutaid__wide_of(-2), three, (mutaid__mode)mode), -1);
    }
}
END_TEST

START_TEST(an_integer_stays_what_it_is_in_every_mode)
{
    const int64_t integers[] = {0, 1, -1, 12345, INT64_MAX, INT64_MIN};

    for (int i = 0; i < ROWS(integers); i++) {
        for (int mode = 0; mode < MUTAID__MODE_COUNT; mode++) {
            mutaid__wide denominator = mutaid__wide_of(997);
            mutaid__wide number =
                mutaid__wide_mul(denominator, mutaid__wide_of(integers[i]));

            ck_assert_int_eq(rounded(number, denominator, (mutaid__mode)mode),
                             integers[i]);
        }
    }
}
END_TEST

START_TEST(modes_are_known_by_their_names)
{
    static const char *const names[] = {
        "half_up", "half_even", "half_down", "up", "down", "ceiling", "floor"};
    mutaid__mode mode = MUTAID__MODE_COUNT;

    ck_assert_int_eq(ROWS(names), MUTAID__MODE_COUNT);
    for (int i = 0; i < ROWS(names); i++) {
        ck_assert_str_eq(mutaid__mode_name((mutaid__mode)i), names[i]);
        ck_assert(mutaid__mode_of(mutaid__slice_of(names[i]), &mode));
        ck_assert_int_eq(mode, i);
    }
    ck_assert(!mutaid__mode_of(mutaid__slice_of(""), &mode));
    ck_assert(!mutaid__mode_of(mutaid__slice_of("half"), &mode));
    ck_assert(!mutaid__mode_of(mutaid__slice_of("UP"), &mode));
    ck_assert(!mutaid__mode_of(mutaid__slice_of("up "), &mode));
    ck_assert_int_eq(mode, MUTAID__FLOOR);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {tenths_round_as_everywhere, ROWS(table)},
        {one_unit_decides_however_large_the_denominator, 6},
        {thirds_have_no_half, 0},
        {an_integer_stays_what_it_is_in_every_mode, 0},
        {modes_are_known_by_their_names, 0},
    };

    return run_suite(MUTAID__HAS_INT128 ? "round" : "round_portable", tests,
                     sizeof tests / sizeof *tests);
}
