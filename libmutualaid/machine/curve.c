/* SPDX-License-Identifier: MIT */
/* curve.c - piecewise linear functions with jumps: build, compose, evaluate. */
#include "machine/curve.h"

/* --- building, in base units --------------------------------------------- */

mutaid__curve_status mutaid__bends_push(mutaid__arena *arena,
                                        mutaid__bends *bends,
                                        mutaid__ratio from,
                                        mutaid__ratio slope,
                                        mutaid__ratio offset)
{
    mutaid__bend *bend = mutaid__array_push(arena, &bends->pieces);

    if (!bend)
        return MUTAID__CURVE_NO_MEMORY;
    bend->from = from;
    bend->slope = slope;
    bend->offset = offset;
    return MUTAID__CURVE_OK;
}

mutaid__curve_status mutaid__bends_identity(mutaid__arena *arena,
                                            mutaid__bends *bends_out)
{
    *bends_out = (mutaid__bends){{0, 0, 0}};
    return mutaid__bends_push(arena, bends_out, mutaid__ratio_of(0),
                              mutaid__ratio_of(1), mutaid__ratio_of(0));
}

/* slope * x + offset */
static bool line_at(mutaid__ratio slope, mutaid__ratio offset, mutaid__ratio x,
                    mutaid__ratio *y_out)
{
    mutaid__ratio product;

    return mutaid__ratio_mul(slope, x, &product) &&
           mutaid__ratio_add(product, offset, y_out);
}

/* A flat stretch of the inner function: one value of the outer one. */
static mutaid__curve_status compose_flat(mutaid__arena *arena,
                                         const mutaid__bend *inner,
                                         const mutaid__bends *outer,
                                         mutaid__bends *composed)
{
    size_t j = outer->pieces.count - 1;
    mutaid__ratio value;

    while (j > 0 && mutaid__ratio_compare(inner->offset,
                                          outer->pieces.items[j].from) < 0)
        j--;
    if (!line_at(outer->pieces.items[j].slope, outer->pieces.items[j].offset,
                 inner->offset, &value))
        return MUTAID__CURVE_NOT;
    return mutaid__bends_push(arena, composed, inner->from,
                              mutaid__ratio_of(0), value);
}

/* Where a rising line reaches `y`. */
static bool line_reaches(const mutaid__bend *line, mutaid__ratio y,
                         mutaid__ratio *x_out)
{
    mutaid__ratio rise;

    return mutaid__ratio_sub(y, line->offset, &rise) &&
           mutaid__ratio_div(rise, line->slope, x_out);
}

/* A rising stretch from `inner` up to `next` (NULL: without end): the pieces
 * of the outer function that its values pass through. */
static mutaid__curve_status compose_rising(mutaid__arena *arena,
                                           const mutaid__bends *inner,
                                           size_t i,
                                           const mutaid__bends *outer,
                                           mutaid__bends *composed)
{
    const mutaid__bend *line = &inner->pieces.items[i];
    const mutaid__bend *next =
        i + 1 < inner->pieces.count ? line + 1 : NULL;
    size_t j;

    for (j = 0; j < outer->pieces.count; j++) {
        const mutaid__bend *part = &outer->pieces.items[j];
        mutaid__ratio from = line->from, reached, slope, offset;
        mutaid__curve_status status;

        if (j + 1 < outer->pieces.count && i > 0) {
            if (!line_reaches(line, part[1].from, &reached))
                return MUTAID__CURVE_NOT;
            if (mutaid__ratio_compare(reached, line->from) <= 0)
                continue;
        }
        if (j > 0) {
            if (!line_reaches(line, part->from, &reached))
                return MUTAID__CURVE_NOT;
            if (i == 0 || mutaid__ratio_compare(reached, from) > 0)
                from = reached;
        }
        if (next && j > 0 && mutaid__ratio_compare(from, next->from) >= 0)
            break;
        if (!mutaid__ratio_mul(part->slope, line->slope, &slope) ||
            !line_at(part->slope, part->offset, line->offset, &offset))
            return MUTAID__CURVE_NOT;
        status = mutaid__bends_push(arena, composed, from, slope, offset);
        if (status != MUTAID__CURVE_OK)
            return status;
    }
    return MUTAID__CURVE_OK;
}

mutaid__curve_status mutaid__bends_compose(mutaid__arena *arena,
                                           const mutaid__bends *inner,
                                           const mutaid__bends *outer,
                                           mutaid__bends *composed_out)
{
    mutaid__bends composed = {{0, 0, 0}};
    size_t i;

    for (i = 0; i < inner->pieces.count; i++) {
        mutaid__wide slope = inner->pieces.items[i].slope.numerator;
        mutaid__curve_status status;

        if (mutaid__wide_is_negative(slope))
            return MUTAID__CURVE_NOT;
        status = mutaid__wide_is_zero(slope)
                     ? compose_flat(arena, &inner->pieces.items[i], outer,
                                    &composed)
                     : compose_rising(arena, inner, i, outer, &composed);
        if (status != MUTAID__CURVE_OK)
            return status;
    }
    *composed_out = composed;
    return MUTAID__CURVE_OK;
}

/* --- to whole numerators -------------------------------------------------- */

/* The smallest numerator over `denominator` that is not below `ratio`. */
static bool numerator_from(mutaid__ratio ratio, int64_t denominator,
                           mutaid__wide *from_out)
{
    mutaid__wide product;

    if (!mutaid__wide_mul_checked(ratio.numerator,
                                  mutaid__wide_of(denominator), &product))
        return false;
    *from_out = mutaid__round(product, mutaid__wide_of(ratio.denominator),
                              MUTAID__CEILING);
    return true;
}

/* A slope of base units as one of x numerators. */
static bool slope_per_numerator(mutaid__ratio slope, int64_t x_denominator,
                                mutaid__ratio *slope_out)
{
    return mutaid__ratio_div(slope, mutaid__ratio_of(x_denominator),
                             slope_out);
}

static bool common_denominator(const mutaid__bends *bends,
                               int64_t x_denominator, int64_t *common_out)
{
    int64_t common = 1;
    size_t i;

    for (i = 0; i < bends->pieces.count; i++) {
        const mutaid__bend *bend = &bends->pieces.items[i];
        mutaid__ratio slope;

        if (!slope_per_numerator(bend->slope, x_denominator, &slope) ||
            !mutaid__lcm_checked(common, slope.denominator, &common) ||
            !mutaid__lcm_checked(common, bend->offset.denominator, &common))
            return false;
    }
    *common_out = common;
    return true;
}

static bool make_piece(const mutaid__bend *bend, const mutaid__curve *curve,
                       mutaid__piece *piece_out)
{
    mutaid__ratio slope;

    return slope_per_numerator(bend->slope, curve->x_denominator, &slope) &&
           mutaid__ratio_over(slope, curve->y_denominator,
                              &piece_out->slope) &&
           mutaid__ratio_over(bend->offset, curve->y_denominator,
                              &piece_out->offset) &&
           numerator_from(bend->from, curve->x_denominator, &piece_out->from);
}

static bool same_line(const mutaid__piece *a, const mutaid__piece *b)
{
    return mutaid__wide_compare(a->slope, b->slope) == 0 &&
           mutaid__wide_compare(a->offset, b->offset) == 0;
}

mutaid__curve_status mutaid__curve_make(mutaid__arena *arena,
                                        const mutaid__bends *bends,
                                        int64_t x_denominator,
                                        mutaid__curve *curve_out)
{
    mutaid__curve curve = {NULL, 0, x_denominator, 1};
    size_t i;

    if (!common_denominator(bends, x_denominator, &curve.y_denominator))
        return MUTAID__CURVE_NOT;
    curve.pieces = mutaid__arena_take(arena, bends->pieces.count *
                                                 sizeof *curve.pieces);
    if (!curve.pieces)
        return MUTAID__CURVE_NO_MEMORY;
    for (i = 0; i < bends->pieces.count; i++) {
        mutaid__piece piece, *last = curve.pieces + curve.count;

        if (!make_piece(&bends->pieces.items[i], &curve, &piece))
            return MUTAID__CURVE_NOT;
        if (curve.count > 1 &&
            mutaid__wide_compare(piece.from, last[-1].from) <= 0)
            last = curve.pieces + --curve.count;
        if (curve.count > 0 && same_line(&piece, last - 1))
            continue;
        *last = piece;
        curve.count++;
    }
    *curve_out = curve;
    return MUTAID__CURVE_OK;
}

/* --- evaluating ----------------------------------------------------------- */

uint32_t mutaid__curve_find(const mutaid__curve *curve, mutaid__wide x)
{
    uint32_t low = 0, high = curve->count;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;

        if (mutaid__wide_compare(x, curve->pieces[middle].from) < 0)
            high = middle;
        else
            low = middle;
    }
    return low;
}

static mutaid__wide piece_at(const mutaid__piece *piece, mutaid__wide x)
{
    return mutaid__wide_add(mutaid__wide_mul(piece->slope, x), piece->offset);
}

mutaid__wide mutaid__curve_at(const mutaid__curve *curve, mutaid__wide x)
{
    return piece_at(&curve->pieces[mutaid__curve_find(curve, x)], x);
}

static bool piece_at_checked(const mutaid__piece *piece, mutaid__wide x,
                             mutaid__wide *y_out)
{
    mutaid__wide product;

    return mutaid__wide_mul_checked(piece->slope, x, &product) &&
           mutaid__wide_add_checked(product, piece->offset, y_out);
}

/* The last numerator of piece `i` that is not past x_most. */
static mutaid__wide piece_end(const mutaid__curve *curve, uint32_t i,
                              mutaid__wide x_most)
{
    mutaid__wide end;

    if (i + 1 == curve->count)
        return x_most;
    end = mutaid__wide_sub(curve->pieces[i + 1].from, mutaid__wide_of(1));
    return mutaid__wide_min(end, x_most);
}

bool mutaid__curve_range_checked(const mutaid__curve *curve,
                                 mutaid__wide x_least, mutaid__wide x_most,
                                 mutaid__wide *least_out,
                                 mutaid__wide *most_out)
{
    uint32_t first = mutaid__curve_find(curve, x_least);
    uint32_t last = mutaid__curve_find(curve, x_most);
    uint32_t i;

    for (i = first; i <= last; i++) {
        const mutaid__piece *piece = &curve->pieces[i];
        mutaid__wide start = i == first ? x_least : piece->from;
        mutaid__wide at_start, at_end;

        if (!piece_at_checked(piece, start, &at_start) ||
            !piece_at_checked(piece, piece_end(curve, i, x_most), &at_end))
            return false;
        if (i == first)
            *least_out = *most_out = at_start;
        *least_out = mutaid__wide_min(
            *least_out, mutaid__wide_min(at_start, at_end));
        *most_out =
            mutaid__wide_max(*most_out, mutaid__wide_max(at_start, at_end));
    }
    return true;
}

void mutaid__curve_range(const mutaid__curve *curve, mutaid__wide x_least,
                         mutaid__wide x_most, mutaid__wide *least_out,
                         mutaid__wide *most_out)
{
    /* Within proved bounds nothing overflows. */
    (void)mutaid__curve_range_checked(curve, x_least, x_most, least_out,
                                      most_out);
}

bool mutaid__curve_never_falls(const mutaid__curve *curve,
                               mutaid__wide x_least, mutaid__wide x_most,
                               mutaid__wide *at_out)
{
    uint32_t first = mutaid__curve_find(curve, x_least);
    uint32_t last = mutaid__curve_find(curve, x_most);
    uint32_t i;

    for (i = first; i <= last; i++) {
        const mutaid__piece *piece = &curve->pieces[i];
        mutaid__wide start = i == first ? x_least : piece->from;
        mutaid__wide end = piece_end(curve, i, x_most);

        if (i > first &&
            mutaid__wide_compare(
                piece_at(piece, start),
                piece_at(piece - 1, mutaid__wide_sub(
                                        start, mutaid__wide_of(1)))) < 0) {
            *at_out = start;
            return false;
        }
        if (mutaid__wide_is_negative(piece->slope) &&
            mutaid__wide_compare(start, end) < 0) {
            *at_out = mutaid__wide_add(start, mutaid__wide_of(1));
            return false;
        }
    }
    return true;
}
