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
LOOP(select, CELLS, c[i] ? a[i] : b[i])
LOOP(select_k, CELLS, c[i] ? a[i] : k)
LOOP(k_select, CELLS, c[i] ? k : b[i])
LOOP(select_kk, CELLS, c[i] ? k : k2)
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

#undef CELLS
#undef FLAGS
#undef LOOP
#undef SUM
#undef DIFFERENCE
#undef PRODUCT
#undef CONVERT
