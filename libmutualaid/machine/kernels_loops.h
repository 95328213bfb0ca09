/* SPDX-License-Identifier: MIT */
/* kernels_loops.h - all loops of kernels_lanes.h for one processor.
 *
 * Included with FOR_PROCESSOR; defines LOOPS, the members of a
 * mutaid__kernels, all but ROUND, CURVE and RISE.
 */

#define LANE int8_t
#define UNSIGNED uint8_t
#define LANE_NAME(name) name##_8
#include "machine/kernels_lanes.h"
#undef LANE
#undef UNSIGNED
#undef LANE_NAME

#define LANE int32_t
#define UNSIGNED uint32_t
#define LANE_NAME(name) name##_32
#include "machine/kernels_lanes.h"
#undef LANE
#undef UNSIGNED
#undef LANE_NAME

#define LANE int64_t
#define UNSIGNED uint64_t
#define LANE_NAME(name) name##_64
#include "machine/kernels_lanes.h"
#undef LANE
#undef UNSIGNED
#undef LANE_NAME

FOR_PROCESSOR static void bit_8(mutaid__work *work)
{
    const uint8_t *restrict c = (const uint8_t *)work->c;
    uint8_t *restrict out = work->out;
    const uint8_t bit = (uint8_t)(1 << work->k);
    const size_t count = work->count;
    size_t i;

    for (i = 0; i < count; i++)
        out[i] = (uint8_t)(out[i] | ((uint8_t)-c[i] & bit));
}

/* The first eight bits of a word make it, the others are added. */
FOR_PROCESSOR static void word_8(mutaid__work *work)
{
    const uint8_t *restrict a = work->a;
    uint64_t *restrict out = work->out;
    const int k = (int)work->k;
    const size_t count = work->count;
    size_t i;

    if (k == 0)
        for (i = 0; i < count; i++)
            out[i] = a[i];
    else
        for (i = 0; i < count; i++)
            out[i] |= (uint64_t)a[i] << k;
}

#define EACH(id, name) \
    [MUTAID__KERNEL_##id] = {name##_8, name##_32, name##_64}

#define LOOPS \
    EACH(ADD, add), EACH(ADD_K, add_k), EACH(SUBTRACT, subtract), \
        EACH(K_SUBTRACT, k_subtract), EACH(MULTIPLY, multiply), \
        EACH(MULTIPLY_K, multiply_k), EACH(SMALLER, smaller), \
        EACH(SMALLER_K, smaller_k), EACH(LARGER, larger), \
        EACH(LARGER_K, larger_k), EACH(EQUAL, equal), \
        EACH(EQUAL_K, equal_k), EACH(AT_MOST, at_most), \
        EACH(AT_MOST_K, at_most_k), EACH(AT_LEAST_K, at_least_k), \
        EACH(BELOW, below), EACH(SELECT, select), EACH(SELECT_K, select_k), \
        EACH(K_SELECT, k_select), EACH(SELECT_KK, select_kk), \
        EACH(FILL, fill), EACH(TO_8, to_8), EACH(TO_32, to_32), \
        EACH(TO_64, to_64), EACH(EXTENT, extent), EACH(RANGE, range), \
        EACH(CLEAR, clear), EACH(GATHER, gather), EACH(SCATTER, scatter), \
        EACH(LOOK_UP, look_up), [MUTAID__KERNEL_BIT] = {bit_8, NULL, NULL}, \
        [MUTAID__KERNEL_WORD] = {word_8, NULL, NULL}
