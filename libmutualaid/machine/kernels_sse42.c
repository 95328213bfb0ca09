/* SPDX-License-Identifier: MIT */
/* kernels_sse42.c - the loops for x86-64 with SSE4.2; which loops are best. */
#include "machine/kernels.h"
#include "machine/lines.h"

#include <string.h>

#if defined(__x86_64__) && defined(__SSE2__) && defined(__GNUC__)

#include <immintrin.h>

#ifdef __clang__
#define FOR_PROCESSOR __attribute__((target("sse4.2")))
#else
#define FOR_PROCESSOR __attribute__((target("sse4.2"), optimize("O3")))
#endif
#include "machine/kernels_loops.h"

#define V __m128d
#define VI __m128i
#define V_NAME(name) name##_lines
#define ROWS 2
#define V_ALL(x) _mm_set1_pd(x)
#define V_ADD(x, y) _mm_add_pd(x, y)
#define V_SUBTRACT(x, y) _mm_sub_pd(x, y)
#define V_MULTIPLY_ADD(x, y, z) _mm_add_pd(_mm_mul_pd(x, y), z)
#define V_SMALLER(x, y) _mm_min_pd(x, y)
#define V_LARGER(x, y) _mm_max_pd(x, y)
#define V_FROM_ON(x, from, y, before) \
    _mm_blendv_pd(before, y, _mm_cmpge_pd(x, from))
#define V_BITS(x) _mm_castpd_si128(x)
#define V_OF_BITS(x) _mm_castsi128_pd(x)
#define VI_ALL(x) _mm_set1_epi64x(x)
#define VI_OR(x, y) _mm_or_si128(x, y)
#define VI_ADD(x, y) _mm_add_epi64(x, y)
#define VI_SUBTRACT(x, y) _mm_sub_epi64(x, y)
#define VI_LOAD(at) _mm_loadu_si128((const __m128i *)(const void *)(at))
#define VI_STORE(at, x) _mm_storeu_si128((__m128i *)(void *)(at), x)
#include "machine/kernels_lines.h"

const mutaid__kernels *mutaid__kernels_sse42(void)
{
    static const mutaid__kernels sse42 = {{
        LOOPS,
        [MUTAID__KERNEL_ROUND] = {NULL, NULL, curve_lines},
        [MUTAID__KERNEL_CURVE] = {NULL, NULL, curve_lines},
        [MUTAID__KERNEL_RISE] = {NULL, NULL, rise_lines},
    }};

    __builtin_cpu_init();
    return __builtin_cpu_supports("sse4.2") ? &sse42 : NULL;
}

bool mutaid__rounds_to_nearest(void)
{
    return (_mm_getcsr() & 0x6000) == 0;
}

#else

const mutaid__kernels *mutaid__kernels_sse42(void)
{
    return NULL;
}

bool mutaid__rounds_to_nearest(void)
{
    return false;
}

#endif

const mutaid__kernels *mutaid__kernels_best(void)
{
    const mutaid__kernels *best = mutaid__kernels_avx2();

    if (!best)
        best = mutaid__kernels_sse42();
    return best ? best : mutaid__kernels_plain();
}
