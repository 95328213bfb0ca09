/* SPDX-License-Identifier: MIT */
/* kernels_lanes.h - the loops of kernels, for lanes of one width.
 *
 * Included by kernels_loops.h with LANE, the type of a cell, UNSIGNED, the
 * same without sign, and LANE_NAME(), which makes names. FOR_PROCESSOR stands
 * before every function: the compiler makes vectors of these loops for the
 * processor it names. Cells fit their lanes: lean_build.c chose so. Sums and
 * products wrap where nobody looks at them.
 */

#define CELLS \
    const LANE *restrict a = work->a; \
    const LANE *restrict b = work->b; \
    const int8_t *restrict c = work->c; \
    LANE *restrict out = work->out; \
    const LANE k = (LANE)work->k, k2 = (LANE)work->k2; \
    const size_t count = work->count; \
    size_t i; \
    (void)a, (void)b, (void)c, (void)k, (void)k2

#define FLAGS \
    const LANE *restrict a = work->a; \
    const LANE *restrict b = work->b; \
    int8_t *restrict out = work->out; \
    const LANE k = (LANE)work->k; \
    const size_t count = work->count; \
    size_t i; \
    (void)b, (void)k

#define LOOP(name, declarations, expression) \
    FOR_PROCESSOR static void LANE_NAME(name)(mutaid__work *work) \
    { \
        declarations; \
        for (i = 0; i < count; i++) \
            out[i] = expression; \
    }

#define SUM(x, y) ((LANE)((UNSIGNED)(x) + (UNSIGNED)(y)))
#define DIFFERENCE(x, y) ((LANE)((UNSIGNED)(x) - (UNSIGNED)(y)))
#define PRODUCT(x, y) \
    ((LANE)(UNSIGNED)((uint64_t)(UNSIGNED)(x) * (UNSIGNED)(y)))

/* By bits, so that both sides are read whatever the condition says. */
#define MASK(c) ((LANE) - (LANE)((c) != 0))
#define CHOSEN(c, x, y) ((LANE)((MASK(c) & (x)) | (LANE)(~MASK(c) & (y))))

LOOP(add, CELLS, SUM(a[i], b[i]))
LOOP(add_k, CELLS, SUM(a[i], k))
LOOP(subtract, CELLS, DIFFERENCE(a[i], b[i]))
LOOP(k_subtract, CELLS, DIFFERENCE(k, a[i]))
LOOP(multiply, CELLS, PRODUCT(a[i], b[i]))
LOOP(multiply_k, CELLS, PRODUCT(a[i], k))
LOOP(smaller, CELLS, b[i] < a[i] ? b[i] : a[i])
LOOP(smaller_k, CELLS, k < a[i] ? k : a[i])
LOOP(larger, CELLS, a[i] < b[i] ? b[i] : a[i])
LOOP(larger_k, CELLS, a[i] < k ? k : a[i])
LOOP(select, CELLS, CHOSEN(c[i], a[i], b[i]))
LOOP(select_k, CELLS, CHOSEN(c[i], a[i], k))
LOOP(k_select, CELLS, CHOSEN(c[i], k, b[i]))
LOOP(select_kk, CELLS, CHOSEN(c[i], k, k2))
LOOP(fill, CELLS, k)

LOOP(equal, FLAGS, a[i] == b[i])
LOOP(equal_k, FLAGS, a[i] == k)
LOOP(at_most, FLAGS, a[i] <= b[i])
LOOP(at_most_k, FLAGS, a[i] <= k)
LOOP(at_least_k, FLAGS, a[i] >= k)
LOOP(below, FLAGS, a[i] < b[i])

#define CONVERT(name, type) \
    FOR_PROCESSOR static void LANE_NAME(name)(mutaid__work *work) \
    { \
        const LANE *restrict a = work->a; \
        type *restrict out = work->out; \
        const size_t count = work->count; \
        size_t i; \
        for (i = 0; i < count; i++) \
            out[i] = (type)a[i]; \
    }

CONVERT(to_8, int8_t)
CONVERT(to_32, int32_t)
CONVERT(to_64, int64_t)

FOR_PROCESSOR static void LANE_NAME(extent)(mutaid__work *work)
{
    const LANE *restrict a = work->a;
    const size_t count = work->count;
    LANE least = a[0], most = a[0];
    size_t i;

    for (i = 0; i < count; i++) {
        least = a[i] < least ? a[i] : least;
        most = a[i] > most ? a[i] : most;
    }
    work->k = least;
    work->k2 = most;
}

/* Neither a - least nor most - a is negative: for a range narrower than half of
 * all numbers the sign says it even where a difference wraps. */
FOR_PROCESSOR static void LANE_NAME(range)(mutaid__work *work)
{
    const LANE *restrict a = work->a;
    const UNSIGNED least = (UNSIGNED)work->k, most = (UNSIGNED)work->k2;
    const size_t count = work->count;
    UNSIGNED signs = 0;
    size_t i;

    for (i = 0; i < count; i++)
        signs = (UNSIGNED)(signs | ((UNSIGNED)a[i] - least) |
                           (most - (UNSIGNED)a[i]));
    work->k = signs >> (8 * sizeof(LANE) - 1) == 0;
}

FOR_PROCESSOR static void LANE_NAME(clear)(mutaid__work *work)
{
    const int8_t *restrict c = work->c;
    LANE *restrict out = work->out;
    const size_t count = work->count;
    size_t i;

    for (i = 0; i < count; i++)
        out[i] = (LANE)(~MASK(c[i]) & out[i]);
}

FOR_PROCESSOR static void LANE_NAME(gather)(mutaid__work *work)
{
    const LANE *restrict a = work->a;
    LANE *restrict out = work->out;
    const uint16_t *restrict index = work->index;
    const size_t count = work->count;
    size_t i;

    for (i = 0; i < count; i++)
        out[i] = a[index[i]];
}

FOR_PROCESSOR static void LANE_NAME(scatter)(mutaid__work *work)
{
    const LANE *restrict a = work->a;
    LANE *restrict out = work->out;
    const uint16_t *restrict index = work->index;
    const size_t count = work->count;
    size_t i;

    for (i = 0; i < count; i++)
        out[index[i]] = a[i];
}

FOR_PROCESSOR static void LANE_NAME(look_up)(mutaid__work *work)
{
    const LANE *restrict a = work->a;
    int64_t *restrict out = work->out;
    const int64_t *restrict cells = work->dense->cells;
    const int64_t first = work->dense->first;
    const size_t count = work->count;
    size_t i;

    for (i = 0; i < count; i++)
        out[i] = cells[(int64_t)a[i] - first];
}

#undef MASK
#undef CHOSEN
#undef CELLS
#undef FLAGS
#undef LOOP
#undef SUM
#undef DIFFERENCE
#undef PRODUCT
#undef CONVERT
