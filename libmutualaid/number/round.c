/* SPDX-License-Identifier: MIT */
/* round.c - the seven rounding modes, exactly once, from an exact ratio. */
#include "number/round.h"

static const char *const names[MUTAID__MODE_COUNT] = {
    "half_up", "half_even", "half_down", "up", "down", "ceiling", "floor"};

const char *mutaid__mode_name(mutaid__mode mode)
{
    return names[mode];
}

bool mutaid__mode_of(mutaid__slice name, mutaid__mode *mode_out)
{
    for (int i = 0; i < MUTAID__MODE_COUNT; i++) {
        if (!mutaid__slice_is(name, names[i]))
            continue;
        *mode_out = (mutaid__mode)i;
        return true;
    }
    return false;
}

static bool is_odd(mutaid__wide a)
{
    return (mutaid__wide_low(a) & 1) != 0;
}

/* Whether a number between `floor` and the next integer goes up to that.
 * `half` compares it with the middle: -1 below, 0 there, 1 above. */
static bool goes_up(mutaid__wide floor, int half, mutaid__mode mode)
{
    bool is_negative = mutaid__wide_is_negative(floor);

    switch (mode) {
    case MUTAID__HALF_UP:
        return half > 0 || (half == 0 && !is_negative);
    case MUTAID__HALF_EVEN:
        return half > 0 || (half == 0 && is_odd(floor));
    case MUTAID__HALF_DOWN:
        return half > 0 || (half == 0 && is_negative);
    case MUTAID__UP:
        return !is_negative;
    case MUTAID__DOWN:
        return is_negative;
    case MUTAID__CEILING:
        return true;
    case MUTAID__FLOOR:
    case MUTAID__MODE_COUNT:
        break;
    }
    return false;
}

mutaid__wide mutaid__round(mutaid__wide numerator, mutaid__wide denominator,
                           mutaid__mode mode)
{
    mutaid__wide rest;
    mutaid__wide floor = mutaid__wide_floor_div(numerator, denominator, &rest);

    if (mutaid__wide_is_zero(rest))
        return floor;

    int half = mutaid__wide_compare(rest, mutaid__wide_sub(denominator, rest));
    if (!goes_up(floor, half, mode))
        return floor;
    return mutaid__wide_add(floor, mutaid__wide_of(1));
}
