/* SPDX-License-Identifier: MIT */
/* test_lines.c - kernels of lines against exact arithmetic, over all that the
 * proof in lines.h allows. */
#include "machine/curve.h"
#include "machine/kernels.h"
#include "machine/lines.h"
#include "suite.h"

#define TRIALS 3000
#define ROWS_RUN 67

typedef struct trial {
    uint64_t seed;
    mutaid__piece pieces[8];
    mutaid__curve curve;
    mutaid__rounding rounding;
    const mutaid__curve *used_curve;
    const mutaid__rounding *used_rounding;
    int64_t x_most;
    mutaid__lines lines;
    int64_t a[ROWS_RUN], b[ROWS_RUN], out[ROWS_RUN];
} trial;

static int64_t draw(trial *t, int64_t limit)
{
    return (int64_t)(random_next(&t->seed) % (uint64_t)limit);
}

/* Slices at rising or any rates, sometimes with a cap or a jump. */
static void draw_curve(trial *t)
{
    int64_t from = 0, offset = 0, rate = 0;
    bool rises = draw(t, 2), jumps = draw(t, 4) == 0;

    t->curve.count = (uint32_t)(1 + draw(t, 8));
    t->curve.pieces = t->pieces;
    for (uint32_t i = 0; i < t->curve.count; i++) {
        int64_t next = rises ? rate + draw(t, 30) : draw(t, 100);

        offset += (rate - next) * from + (jumps ? draw(t, 5000) : 0);
        rate = next;
        t->pieces[i] = (mutaid__piece){mutaid__wide_of(from),
                                       mutaid__wide_of(rate),
                                       mutaid__wide_of(offset)};
        from += 1 + draw(t, INT64_C(1) << draw(t, 40));
    }
    if (draw(t, 2) && t->curve.count < 8) /* a cap, as at_most makes it */
        t->pieces[t->curve.count++] = (mutaid__piece){
            mutaid__wide_of(from), mutaid__wide_of(0),
            mutaid__wide_of(rate * from + offset)};
}

static void draw_rounding(trial *t)
{
    static const int64_t divisors[] = {1,   2,     3,      7,     20,
                                       100, 10000, 120000, 999983};
    static const mutaid__mode modes[] = {
        MUTAID__HALF_UP, MUTAID__HALF_DOWN, MUTAID__UP,
        MUTAID__DOWN,    MUTAID__CEILING,   MUTAID__FLOOR};

    t->rounding.times = mutaid__wide_of(draw(t, 4) ? 1 : 1 + draw(t, 9));
    t->rounding.divisor = mutaid__wide_of(divisors[draw(t, 9)]);
    t->rounding.step = mutaid__wide_of(draw(t, 3) ? 1 : 100);
    t->rounding.mode = modes[draw(t, 6)];
}

/* Anything, the ends of what is proved, edges, and where halves are. */
static int64_t draw_x(trial *t, int64_t most)
{
    int64_t divisor = (int64_t)mutaid__wide_low(t->rounding.divisor), x;

    switch (draw(t, 5)) {
    case 0:
        x = most - draw(t, 3);
        break;
    case 1:
        x = (int64_t)mutaid__wide_low(
                t->pieces[draw(t, t->curve.count)].from) +
            draw(t, 3) - 1;
        break;
    case 2:
        x = draw(t, most / divisor + 1) * divisor + divisor / 2;
        break;
    case 3:
        x = draw(t, 1000);
        break;
    default:
        x = draw(t, most);
        break;
    }
    return x < 0 ? 0 : x > most ? most : x;
}

static mutaid__wide exact(const trial *t, int64_t x)
{
    mutaid__wide y = mutaid__wide_of(x);

    if (t->used_curve)
        y = mutaid__curve_at(t->used_curve, y);
    if (!t->used_rounding)
        return y;
    return mutaid__wide_mul(
        mutaid__round(mutaid__wide_mul(y, t->rounding.times),
                      t->rounding.divisor, t->rounding.mode),
        t->rounding.step);
}

static bool make(trial *t)
{
    draw_curve(t);
    draw_rounding(t);
    t->used_curve = draw(t, 4) ? &t->curve : NULL;
    t->used_rounding = draw(t, 4) ? &t->rounding : NULL;
    t->x_most = 1 + draw(t, INT64_C(1) << (1 + draw(t, 58)));
    return mutaid__lines_make(t->used_curve, t->used_rounding,
                              mutaid__wide_of(t->x_most), &t->lines);
}

/* The most that the rulebook allows and the proof covers. */
static int64_t most_of(const trial *t)
{
    int64_t covered = ~t->lines.outside;

    return covered < t->x_most ? covered : t->x_most;
}

static void run(trial *t, const mutaid__kernels *kernels, bool is_rise)
{
    mutaid__work work = MUTAID__NO_WORK;
    size_t i;

    for (i = 0; i < ROWS_RUN; i++) {
        t->a[i] = draw_x(t, most_of(t));
        t->b[i] = draw_x(t, most_of(t)) - t->a[i]; /* up or down */
    }
    work.a = t->a;
    work.b = t->b;
    work.out = t->out;
    work.count = ROWS_RUN;
    work.lines = &t->lines;
    kernels->of[is_rise ? MUTAID__KERNEL_RISE : MUTAID__KERNEL_CURVE]
               [MUTAID__LANE_64](&work);
    HOLDS(work.k != 0);
    for (i = 0; i < ROWS_RUN; i++) {
        mutaid__wide expected = exact(t, t->a[i]);

        if (is_rise)
            expected = mutaid__wide_sub(exact(t, t->a[i] + t->b[i]), expected);
        HOLDS(mutaid__wide_compare(mutaid__wide_of(t->out[i]), expected) ==
              0);
    }
}

static const mutaid__kernels *kernels_of(int level)
{
    return level == 0 ? mutaid__kernels_sse42() : mutaid__kernels_avx2();
}

START_TEST(lines_are_exact_wherever_they_are_proved)
{
    const mutaid__kernels *kernels = kernels_of(_i);
    size_t made = 0, joined = 0, rounded = 0;

    if (!kernels) {
        printf("# this processor has no kernels of level %d\n", _i);
        return;
    }
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        static trial t;

        t.seed = seed * UINT64_C(0x9E3779B97F4A7C15);
        if (!make(&t))
            continue;
        made++;
        joined += t.lines.is_joined && t.lines.count > 2;
        rounded += t.lines.rounds;
        run(&t, kernels, false);
        run(&t, kernels, true);
    }
    printf("# %zu of %d curves proved, %zu joined, %zu rounded\n", made,
           TRIALS, joined, rounded);
    HOLDS(made > TRIALS / 2 && joined > 100 && rounded > TRIALS / 4);
}
END_TEST

START_TEST(a_row_that_the_proof_does_not_cover_is_told)
{
    const mutaid__kernels *kernels = kernels_of(_i);
    mutaid__work work = MUTAID__NO_WORK;
    mutaid__rounding rounding = {mutaid__wide_of(1), mutaid__wide_of(10000),
                                 mutaid__wide_of(1), MUTAID__HALF_UP};
    mutaid__lines lines;
    int64_t a[5] = {1, 2, 3, 4, 5}, out[5];

    if (!kernels)
        return;
    HOLDS(mutaid__lines_make(NULL, &rounding,
                             mutaid__wide_of(INT64_C(1) << 60), &lines));
    work.a = a;
    work.out = out;
    work.count = 5;
    work.lines = &lines;
    a[4] = ~lines.outside;
    kernels->of[MUTAID__KERNEL_ROUND][MUTAID__LANE_64](&work);
    HOLDS(work.k != 0);
    a[4]++;
    kernels->of[MUTAID__KERNEL_ROUND][MUTAID__LANE_64](&work);
    HOLDS(work.k == 0);
    a[4] = -1;
    kernels->of[MUTAID__KERNEL_ROUND][MUTAID__LANE_64](&work);
    HOLDS(work.k == 0);
}
END_TEST

START_TEST(what_cannot_be_proved_is_not_prepared)
{
    mutaid__rounding rounding = {mutaid__wide_of(1), mutaid__wide_of(10),
                                 mutaid__wide_of(1), MUTAID__HALF_EVEN};
    mutaid__lines lines;

    HOLDS(!mutaid__lines_make(NULL, &rounding, mutaid__wide_of(1000),
                              &lines));
    rounding.mode = MUTAID__HALF_UP;
    HOLDS(mutaid__lines_make(NULL, &rounding, mutaid__wide_of(1000), &lines));
    HOLDS(lines.divisor == 10 && lines.rounds);
    rounding.divisor = mutaid__wide_of(INT64_C(1) << 52);
    HOLDS(!mutaid__lines_make(NULL, &rounding, mutaid__wide_of(1000),
                              &lines));
    rounding.divisor = mutaid__wide_of(10);
    rounding.times = mutaid__wide_of((INT64_C(1) << 40) + 1);
    HOLDS(!mutaid__lines_make(NULL, &rounding, mutaid__wide_of(1 << 30),
                              &lines));
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {lines_are_exact_wherever_they_are_proved, 2},
        {a_row_that_the_proof_does_not_cover_is_told, 2},
        {what_cannot_be_proved_is_not_prepared, 0},
    };

    return run_suite("lines", tests, sizeof tests / sizeof *tests);
}
