/* SPDX-License-Identifier: MIT */
/* lines.c - a curve and a rounding as numbers that fast kernels compute with. */
#include "machine/lines.h"

#define LIMIT (INT64_C(1) << 51)
/* Fewer bits of x than this are of no use: 5 million fen. */
#define FEWEST_BITS 29

/* What is prepared, in whole numbers of the program. */
typedef struct maker {
    const mutaid__piece *pieces;
    uint32_t count;
    mutaid__wide x_least, x_most;
} maker;

static bool is_small(mutaid__wide a)
{
    return mutaid__wide_compare(a, mutaid__wide_of(LIMIT)) < 0 &&
           mutaid__wide_compare(a, mutaid__wide_of(-LIMIT)) > 0;
}

static mutaid__wide line_at(const mutaid__piece *piece, mutaid__wide x)
{
    return mutaid__wide_add(mutaid__wide_mul(piece->slope, x), piece->offset);
}

/* --- whether lines may be joined ------------------------------------------------ */

static mutaid__wide start_of(const maker *m, uint32_t i)
{
    return i == 0 ? m->x_least
                  : mutaid__wide_max(m->pieces[i].from, m->x_least);
}

static mutaid__wide end_of(const maker *m, uint32_t i)
{
    if (i + 1 == m->count)
        return m->x_most;
    return mutaid__wide_min(
        m->x_most,
        mutaid__wide_sub(m->pieces[i + 1].from, mutaid__wide_of(1)));
}

/* Whether line `a` lies on the wanted side of line `b` from x to y: both are
 * straight, so the ends decide. A stretch without numbers asks nothing. */
static bool lies(const mutaid__piece *a, const mutaid__piece *b,
                 mutaid__wide x, mutaid__wide y, bool above)
{
    int at_x = mutaid__wide_compare(line_at(a, x), line_at(b, x));
    int at_y = mutaid__wide_compare(line_at(a, y), line_at(b, y));

    if (mutaid__wide_compare(x, y) > 0)
        return true;
    return above ? at_x >= 0 && at_y >= 0 : at_x <= 0 && at_y <= 0;
}

/* Line j takes over from the pieces before it, as the smaller or the larger
 * of both: it is on the other side of each of them before its start, and on
 * its own side of the last one from its start on. */
static bool joins(const maker *m, uint32_t j, bool is_smaller)
{
    const mutaid__piece *line = &m->pieces[j];
    uint32_t i;

    for (i = 0; i < j; i++)
        if (!lies(line, &m->pieces[i], start_of(m, i), end_of(m, i),
                  is_smaller))
            return false;
    return lies(line, line - 1, start_of(m, j), m->x_most, !is_smaller);
}

static bool join_lines(const maker *m, mutaid__lines *lines)
{
    uint32_t j;

    for (j = 1; j < m->count; j++) {
        lines->is_smaller[j] = joins(m, j, true);
        if (!lines->is_smaller[j] && !joins(m, j, false))
            return false;
    }
    return true;
}

/* --- numbers ------------------------------------------------------------------------ */

/* Every line over the whole range: it is computed there, if only to lose. */
static bool are_small(const maker *m)
{
    uint32_t i;

    for (i = 0; i < m->count; i++) {
        const mutaid__piece *piece = &m->pieces[i];
        mutaid__wide product;

        if (!is_small(piece->slope) || !is_small(piece->offset) ||
            (i > 0 && !is_small(piece->from)))
            return false;
        product = mutaid__wide_mul(piece->slope, m->x_most);
        if (!is_small(product) || !is_small(line_at(piece, m->x_most)) ||
            !is_small(line_at(piece, m->x_least)))
            return false;
    }
    return true;
}

/* Twice what is added to T; false for modes that look at the quotient. */
static bool shift_of(mutaid__mode mode, int64_t divisor, int64_t *twice_out)
{
    bool is_even = divisor % 2 == 0;

    switch (mode) {
    case MUTAID__HALF_UP:
        *twice_out = is_even ? 1 : 0;
        return true;
    case MUTAID__HALF_DOWN:
        *twice_out = is_even ? -1 : 0;
        return true;
    case MUTAID__DOWN:
    case MUTAID__FLOOR:
        *twice_out = 1 - divisor;
        return true;
    case MUTAID__UP:
    case MUTAID__CEILING:
        *twice_out = divisor - 1;
        return true;
    default:
        return false;
    }
}

/* Multiply the pieces by `times` and divide all by what they share. */
static bool reduce(const maker *m, const mutaid__rounding *rounding,
                   mutaid__piece *scaled, mutaid__wide *divisor_out)
{
    mutaid__wide common = rounding->divisor, rest;
    uint32_t i;

    for (i = 0; i < m->count; i++) {
        scaled[i].from = m->pieces[i].from;
        if (!mutaid__wide_mul_checked(m->pieces[i].slope, rounding->times,
                                      &scaled[i].slope) ||
            !mutaid__wide_mul_checked(m->pieces[i].offset, rounding->times,
                                      &scaled[i].offset))
            return false;
        common = mutaid__wide_gcd(common, scaled[i].slope);
        common = mutaid__wide_gcd(common, scaled[i].offset);
    }
    for (i = 0; i < m->count; i++) {
        scaled[i].slope =
            mutaid__wide_floor_div(scaled[i].slope, common, &rest);
        scaled[i].offset =
            mutaid__wide_floor_div(scaled[i].offset, common, &rest);
    }
    *divisor_out = mutaid__wide_floor_div(rounding->divisor, common, &rest);
    return true;
}

/* Whether no x gives a number below zero: T >= 0 is part of the proof. */
static bool is_never_negative(const maker *m)
{
    uint32_t i;

    for (i = 0; i < m->count; i++) {
        mutaid__wide start = start_of(m, i), end = end_of(m, i);

        if (mutaid__wide_compare(start, end) > 0)
            continue;
        if (mutaid__wide_is_negative(line_at(&m->pieces[i], start)) ||
            mutaid__wide_is_negative(line_at(&m->pieces[i], end)))
            return false;
    }
    return true;
}

static bool add_rounding(const maker *m, const mutaid__rounding *rounding,
                         mutaid__wide divisor, mutaid__lines *lines)
{
    lines->rounds = true;
    if (!is_small(divisor) || !mutaid__wide_fits(divisor, &lines->divisor) ||
        !mutaid__wide_fits(rounding->step, &lines->step))
        return false;
    return shift_of(rounding->mode, lines->divisor, &lines->twice_shift) &&
           is_never_negative(m);
}

/* T + shift stays below 2^51 as well. */
static bool has_room(const maker *m, const mutaid__lines *lines)
{
    mutaid__wide shift = mutaid__wide_of(lines->twice_shift);
    uint32_t i;

    for (i = 0; i < m->count; i++)
        if (!is_small(mutaid__wide_add(line_at(&m->pieces[i], m->x_most),
                                       shift)) ||
            !is_small(mutaid__wide_add(line_at(&m->pieces[i], m->x_least),
                                       shift)))
            return false;
    return true;
}

static void put_lines(const maker *m, mutaid__lines *lines)
{
    uint32_t i;

    lines->count = m->count;
    for (i = 0; i < m->count; i++) {
        lines->from[i] = (int64_t)mutaid__wide_low(m->pieces[i].from);
        lines->slope[i] = (int64_t)mutaid__wide_low(m->pieces[i].slope);
        lines->offset[i] = (int64_t)mutaid__wide_low(m->pieces[i].offset);
    }
}

/* For 0 <= x <= x_most. */
static bool make(maker m, const mutaid__rounding *rounding,
                 mutaid__lines *lines)
{
    mutaid__piece scaled[MUTAID__MOST_LINES];
    mutaid__wide divisor = mutaid__wide_of(1);

    if (rounding) {
        if (!reduce(&m, rounding, scaled, &divisor))
            return false;
        m.pieces = scaled;
    }
    if (!are_small(&m))
        return false;
    if (rounding && (!add_rounding(&m, rounding, divisor, lines) ||
                     !has_room(&m, lines)))
        return false;
    put_lines(&m, lines);
    lines->is_joined = join_lines(&m, lines);
    return true;
}

bool mutaid__lines_make(const mutaid__curve *curve,
                        const mutaid__rounding *rounding, mutaid__wide x_most,
                        mutaid__lines *lines_out)
{
    static const mutaid__lines empty;
    mutaid__piece own = {mutaid__wide_of(0), mutaid__wide_of(1),
                         mutaid__wide_of(0)};
    maker m = {&own, 1, mutaid__wide_of(0), x_most};
    int bits;

    if (curve) {
        m.pieces = curve->pieces;
        m.count = curve->count;
    }
    if (m.count > MUTAID__MOST_LINES)
        return false;
    for (bits = 51; bits >= FEWEST_BITS; bits--) {
        int64_t most = (INT64_C(1) << bits) - 1;

        m.x_most = mutaid__wide_min(x_most, mutaid__wide_of(most));
        *lines_out = empty;
        lines_out->outside = ~most;
        if (!mutaid__wide_is_negative(m.x_most) &&
            make(m, rounding, lines_out))
            return true;
    }
    return false;
}
