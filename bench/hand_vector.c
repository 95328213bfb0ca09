/* SPDX-License-Identifier: MIT */
/* hand_vector.c - the second reimbursement, four rows at a time with AVX2.
 *
 * Rates that rise: the entitlement is the largest of its lines. A line's value
 * T in 1/D of a fen is exact in a double; T + 1/2 (D even), times 1/D, plus
 * 2^52 in one fused operation rounds to the fen, halves up, for T below 2^51
 * (PERFORMANCE.md section 1 has the proof); the low bits of the sum are the
 * amount.
 */
#include "hand.h"

#if BENCH_HAS_VECTORS
#include <immintrin.h>

#define VECTOR __attribute__((target("avx2,fma")))

#define TWO_52 4503599627370496.0

/* Integers below 2^52 as doubles. */
VECTOR static inline __m256d to_double(__m256i x)
{
    __m256i bias = _mm256_castpd_si256(_mm256_set1_pd(TWO_52));

    return _mm256_sub_pd(_mm256_castsi256_pd(_mm256_or_si256(x, bias)),
                         _mm256_set1_pd(TWO_52));
}

VECTOR static inline __m256d line(__m256d x, double slope, double offset)
{
    return _mm256_fmadd_pd(x, _mm256_set1_pd(slope), _mm256_set1_pd(offset));
}

/* 2^52 plus the amount. */
VECTOR static inline __m256d amounts_of(__m256i total)
{
    __m256d x = to_double(total);
    __m256d low = _mm256_max_pd(_mm256_set1_pd(0.5),
                                line(x, 4, 0.5 - 4.0 * 130000));
    __m256d middle = _mm256_max_pd(line(x, 7, 0.5 - 2020000.0),
                                   line(x, 10, 0.5 - 5020000.0));
    __m256d high = _mm256_max_pd(line(x, 13, 0.5 - 11020000.0),
                                 line(x, 16, 0.5 - 26020000.0));
    __m256d top = line(x, 18, 0.5 - 46020000.0);

    top = _mm256_max_pd(_mm256_max_pd(low, middle), _mm256_max_pd(high, top));
    top = _mm256_fmadd_pd(top, _mm256_set1_pd(1 / 20.0),
                          _mm256_set1_pd(TWO_52));
    return _mm256_min_pd(top, _mm256_set1_pd(TWO_52 + 20065300));
}

VECTOR void hand_reimbursement_vector(claims in, size_t rows, int64_t *out)
{
    size_t i;

    for (i = 0; i + 4 <= rows; i += 4) {
        __m256i before =
            _mm256_loadu_si256((const __m256i *)(in.before + i));
        __m256i claim = _mm256_loadu_si256((const __m256i *)(in.claim + i));
        __m256d after = amounts_of(_mm256_add_epi64(before, claim));

        _mm256_storeu_si256(
            (__m256i *)(out + i),
            _mm256_sub_epi64(_mm256_castpd_si256(after),
                             _mm256_castpd_si256(amounts_of(before))));
    }
    in.before += i;
    in.claim += i;
    hand_reimbursement(in, rows - i, out + i);
}

/* --- rates that rise, of any number --------------------------------------- */

typedef struct lines {
    int count;
    double slopes[MOST_SLICES], offsets[MOST_SLICES];
    double cap;
} lines;

VECTOR static inline __m256d largest_line(const lines *l, __m256i total)
{
    __m256d x = to_double(total);
    __m256d top = _mm256_set1_pd(0.5);
    int k;

    for (k = 0; k < l->count; k++)
        top = _mm256_max_pd(top, line(x, l->slopes[k], l->offsets[k]));
    top = _mm256_fmadd_pd(top, _mm256_set1_pd(1 / 10000.0),
                          _mm256_set1_pd(TWO_52));
    return _mm256_min_pd(top, _mm256_set1_pd(l->cap));
}

static lines lines_of(const slices *rules)
{
    lines l = {rules->count, {0}, {0}, TWO_52 + (double)rules->cap};
    int64_t offset = 0;
    int k;

    for (k = 0; k < rules->count; k++) {
        offset += rules->edges[k] *
                  (rules->rates_bp[k] - (k ? rules->rates_bp[k - 1] : 0));
        l.slopes[k] = (double)rules->rates_bp[k];
        l.offsets[k] = 0.5 - (double)offset;
    }
    return l;
}

VECTOR void hand_slices_vector(const slices *rules, claims in, size_t rows,
                               int64_t *out)
{
    lines l = lines_of(rules);
    size_t i;

    for (i = 0; i + 4 <= rows; i += 4) {
        __m256i before =
            _mm256_loadu_si256((const __m256i *)(in.before + i));
        __m256i claim = _mm256_loadu_si256((const __m256i *)(in.claim + i));
        __m256d after = largest_line(&l, _mm256_add_epi64(before, claim));

        _mm256_storeu_si256(
            (__m256i *)(out + i),
            _mm256_sub_epi64(_mm256_castpd_si256(after),
                             _mm256_castpd_si256(largest_line(&l, before))));
    }
    in.before += i;
    in.claim += i;
    hand_slices(rules, in, rows - i, out + i);
}
#endif
