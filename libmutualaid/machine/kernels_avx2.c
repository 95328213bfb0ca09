/* SPDX-License-Identifier: MIT */
/* kernels_avx2.c - the loops for x86-64 with AVX2 and FMA. */
#include "machine/kernels.h"
#include "machine/lines.h"

#include <string.h>

#if defined(__x86_64__) && defined(__SSE2__) && defined(__GNUC__)

#include <immintrin.h>

#ifdef __clang__
#define FOR_PROCESSOR __attribute__((target("avx2,fma")))
#else
#define FOR_PROCESSOR __attribute__((target("avx2,fma"), optimize("O3")))
#endif
#include "machine/kernels_loops.h"

#define V __m256d
#define VI __m256i
#define V_NAME(name) name##_lines
#define ROWS 4
#define V_ALL(x) _mm256_set1_pd(x)
#define V_ADD(x, y) _mm256_add_pd(x, y)
#define V_SUBTRACT(x, y) _mm256_sub_pd(x, y)
#define V_MULTIPLY_ADD(x, y, z) _mm256_fmadd_pd(x, y, z)
#define V_SMALLER(x, y) _mm256_min_pd(x, y)
#define V_LARGER(x, y) _mm256_max_pd(x, y)
#define V_FROM_ON(x, from, y, before) \
    _mm256_blendv_pd(before, y, _mm256_cmp_pd(x, from, _CMP_GE_OQ))
#define V_BITS(x) _mm256_castpd_si256(x)
#define V_OF_BITS(x) _mm256_castsi256_pd(x)
#define VI_ALL(x) _mm256_set1_epi64x(x)
#define VI_OR(x, y) _mm256_or_si256(x, y)
#define VI_ADD(x, y) _mm256_add_epi64(x, y)
#define VI_SUBTRACT(x, y) _mm256_sub_epi64(x, y)
#define VI_LOAD(at) _mm256_loadu_si256((const __m256i *)(const void *)(at))
#define VI_STORE(at, x) _mm256_storeu_si256((__m256i *)(void *)(at), x)
#include "machine/kernels_lines.h"

const mutaid__kernels *mutaid__kernels_avx2(void)
{
    static const mutaid__kernels avx2 = {{
        LOOPS,
        [MUTAID__KERNEL_ROUND] = {NULL, NULL, curve_lines},
        [MUTAID__KERNEL_CURVE] = {NULL, NULL, curve_lines},
        [MUTAID__KERNEL_RISE] = {NULL, NULL, rise_lines},
    }};

    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")
               ? &avx2
               : NULL;
}

#else

const mutaid__kernels *mutaid__kernels_avx2(void)
{
    return NULL;
}

#endif
