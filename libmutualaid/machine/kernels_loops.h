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
        EACH(TO_64, to_64), EACH(EXTENT, extent), EACH(GATHER, gather), \
        EACH(SCATTER, scatter), EACH(LOOK_UP, look_up)
