/* SPDX-License-Identifier: MIT */
/* test_curve.c - piecewise linear functions: composed, made whole, ranged. */
#include "machine/curve.h"
#include "suite.h"

typedef struct desk {
    mutaid__memory memory;
    mutaid__arena arena;
    uint64_t seed;
} desk;

static void open_desk(desk *d)
{
    mutaid__memory_init(&d->memory, NULL, 1 << 26);
    mutaid__arena_init(&d->arena, &d->memory);
    d->seed = 12345;
}

static void close_desk(desk *d)
{
    mutaid__arena_free(&d->arena);
}

static mutaid__ratio over(int64_t numerator, int64_t denominator)
{
    mutaid__ratio ratio = {mutaid__wide_of(numerator), denominator};

    return mutaid__ratio_reduce(ratio);
}

static void push(desk *d, mutaid__bends *bends, mutaid__ratio from,
                 mutaid__ratio slope, mutaid__ratio offset)
{
    HOLDS(mutaid__bends_push(&d->arena, bends, from, slope, offset) ==
          MUTAID__CURVE_OK);
}

static mutaid__ratio at(const mutaid__bends *bends, mutaid__ratio x)
{
    size_t i = bends->pieces.count - 1;
    mutaid__ratio y;

    while (i > 0 && mutaid__ratio_compare(x, bends->pieces.items[i].from) < 0)
        i--;
    HOLDS(mutaid__ratio_mul(bends->pieces.items[i].slope, x, &y) &&
          mutaid__ratio_add(y, bends->pieces.items[i].offset, &y));
    return y;
}

static int64_t draw(desk *d, int64_t least, int64_t most)
{
    return least +
           (int64_t)(random_next(&d->seed) % (uint64_t)(most - least + 1));
}

/* Edges at halves and thirds, flat stretches, jumps; rising if asked. */
static mutaid__bends random_bends(desk *d, bool is_rising)
{
    mutaid__bends bends = {{0, 0, 0}};
    mutaid__ratio from = over(draw(d, -60, 60), 6), end, offset;

    for (int64_t i = draw(d, 1, 5); i > 0; i--) {
        mutaid__ratio slope =
            draw(d, 0, 2) ? over(draw(d, is_rising ? 0 : -9, 9), draw(d, 1, 4))
                          : over(0, 1);

        offset = over(draw(d, -40, 40), draw(d, 1, 3));
        if (is_rising && bends.pieces.count > 0) {
            end = at(&bends, from);
            HOLDS(mutaid__ratio_mul(slope, from, &offset) &&
                  mutaid__ratio_sub(end, offset, &offset) &&
                  mutaid__ratio_add(offset,
                                    over(draw(d, 0, 1) * draw(d, 0, 30), 2),
                                    &offset));
        }
        push(d, &bends, from, slope, offset);
        HOLDS(mutaid__ratio_add(from, over(draw(d, 1, 90), 6), &from));
    }
    return bends;
}

START_TEST(a_composed_function_is_the_outer_of_the_inner)
{
    desk d;

    open_desk(&d);
    for (int round = 0; round < 2000; round++) {
        mutaid__bends inner = random_bends(&d, true);
        mutaid__bends outer = random_bends(&d, false), composed;

        ck_assert_int_eq(
            mutaid__bends_compose(&d.arena, &inner, &outer, &composed),
            MUTAID__CURVE_OK);
        for (int i = 0; i < 40; i++) {
            mutaid__ratio x = over(draw(&d, -300, 600), 6);
            mutaid__ratio expected = at(&outer, at(&inner, x));

            HOLDS(mutaid__ratio_compare(at(&composed, x), expected) == 0);
        }
        for (size_t i = 2; i < composed.pieces.count; i++)
            HOLDS(mutaid__ratio_compare(composed.pieces.items[i - 1].from,
                                        composed.pieces.items[i].from) <= 0);
        mutaid__arena_free(&d.arena);
    }
    close_desk(&d);
}
END_TEST

START_TEST(a_falling_inner_function_is_not_composed)
{
    desk d;
    mutaid__bends falling = {{0, 0, 0}}, identity, composed;

    open_desk(&d);
    push(&d, &falling, over(0, 1), over(-1, 1), over(0, 1));
    HOLDS(mutaid__bends_identity(&d.arena, &identity) == MUTAID__CURVE_OK);
    ck_assert_int_eq(
        mutaid__bends_compose(&d.arena, &falling, &identity, &composed),
        MUTAID__CURVE_NOT);
    ck_assert_int_eq(
        mutaid__bends_compose(&d.arena, &identity, &falling, &composed),
        MUTAID__CURVE_OK);
    close_desk(&d);
}
END_TEST

/* Over numerators of 1 and of 4 in the unit. */
START_TEST(a_curve_is_its_function_at_every_numerator)
{
    desk d;

    open_desk(&d);
    for (int round = 0; round < 2000; round++) {
        mutaid__bends bends = random_bends(&d, false);
        int64_t denominator = round % 2 ? 4 : 1;
        mutaid__curve curve;

        HOLDS(mutaid__curve_make(&d.arena, &bends, denominator, &curve) ==
              MUTAID__CURVE_OK);
        for (int64_t x = -100; x < 300; x += 3) {
            mutaid__ratio y = {mutaid__curve_at(&curve, mutaid__wide_of(x)),
                               curve.y_denominator};

            HOLDS(mutaid__ratio_compare(y, at(&bends, over(x, denominator))) ==
                  0);
        }
        mutaid__arena_free(&d.arena);
    }
    close_desk(&d);
}
END_TEST

START_TEST(the_range_of_a_curve_is_attained_and_left_by_nothing)
{
    desk d;

    open_desk(&d);
    for (int round = 0; round < 1000; round++) {
        bool is_rising = round % 2;
        mutaid__bends bends = random_bends(&d, is_rising);
        int64_t low = draw(&d, -60, 100), high = low + draw(&d, 0, 120);
        mutaid__wide least, most, y, found_least, found_most, fall;
        mutaid__curve curve;
        bool falls = false;

        HOLDS(mutaid__curve_make(&d.arena, &bends, 1, &curve) ==
              MUTAID__CURVE_OK);
        mutaid__curve_range(&curve, mutaid__wide_of(low), mutaid__wide_of(high),
                            &least, &most);
        found_least = found_most =
            mutaid__curve_at(&curve, mutaid__wide_of(low));
        y = found_least;
        for (int64_t x = low; x <= high; x++) {
            mutaid__wide next = mutaid__curve_at(&curve, mutaid__wide_of(x));

            falls = falls || mutaid__wide_compare(next, y) < 0;
            y = next;
            found_least = mutaid__wide_min(found_least, y);
            found_most = mutaid__wide_max(found_most, y);
        }
        HOLDS(mutaid__wide_compare(least, found_least) == 0);
        HOLDS(mutaid__wide_compare(most, found_most) == 0);
        HOLDS(mutaid__curve_never_falls(&curve, mutaid__wide_of(low),
                                        mutaid__wide_of(high),
                                        &fall) == !falls);
        HOLDS(!is_rising || !falls);
        if (falls) /* and the witness is one */
            HOLDS(mutaid__wide_compare(
                      mutaid__curve_at(&curve, fall),
                      mutaid__curve_at(
                          &curve, mutaid__wide_sub(fall, mutaid__wide_of(1)))) <
                  0);
        mutaid__arena_free(&d.arena);
    }
    close_desk(&d);
}
END_TEST

START_TEST(numbers_that_grow_too_large_are_no_curve)
{
    desk d;
    mutaid__bends steep = {{0, 0, 0}}, composed;

    open_desk(&d);
    push(&d, &steep, over(0, 1), over(INT64_MAX, 1), over(0, 1));
    ck_assert_int_eq(mutaid__bends_compose(&d.arena, &steep, &steep, &composed),
                     MUTAID__CURVE_OK);
    ck_assert_int_eq(
        mutaid__bends_compose(&d.arena, &composed, &steep, &composed),
        MUTAID__CURVE_NOT);
    close_desk(&d);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_composed_function_is_the_outer_of_the_inner, 0},
        {a_falling_inner_function_is_not_composed, 0},
        {a_curve_is_its_function_at_every_numerator, 0},
        {the_range_of_a_curve_is_attained_and_left_by_nothing, 0},
        {numbers_that_grow_too_large_are_no_curve, 0},
    };

    return run_suite("curve", tests, ROWS(tests));
}
