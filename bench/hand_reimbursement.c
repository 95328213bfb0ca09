/* SPDX-License-Identifier: MIT */
/* hand_reimbursement.c - the second reimbursement without a branch. */
#include "hand.h"

/* A scalar yardstick: without the vectors of whoever compiles it. */
#if defined(__clang__)
#define SCALAR _Pragma("clang loop vectorize(disable)")
#elif defined(__GNUC__)
#define SCALAR
#pragma GCC optimize("no-tree-vectorize")
#else
#define SCALAR
#endif

/* The slice that x lies in is counted, not searched; its rate, in 1/20 because
 * the rates have 5 % in common, is the only multiplication. */
static inline int64_t amount_of(int64_t x)
{
    static const int64_t rates[7] = {0, 4, 7, 10, 13, 16, 18};
    static const int64_t offsets[7] = {-10,      519990,   2019990, 5019990,
                                       11019990, 26019990, 46019990};
    int slice = (x > 130000) + (x > 500000) + (x > 1000000) + (x > 2000000) +
                (x > 5000000) + (x > 10000000);
    int64_t amount = (int64_t)((uint64_t)(rates[slice] * x - offsets[slice]) /
                               20);

    return amount < 20065300 ? amount : 20065300;
}

void hand_reimbursement(claims in, size_t rows, int64_t *restrict out)
{
    const int64_t *restrict before = in.before, *restrict claim = in.claim;
    size_t i;

    SCALAR
    for (i = 0; i < rows; i++)
        out[i] = amount_of(before[i] + claim[i]) - amount_of(before[i]);
}

void hand_slices(const slices *rules, claims in, size_t rows,
                 int64_t *restrict out)
{
    int64_t rises[MOST_SLICES];
    size_t i;
    int k;

    for (k = 0; k < rules->count; k++)
        rises[k] = rules->rates_bp[k] - (k ? rules->rates_bp[k - 1] : 0);
    SCALAR
    for (i = 0; i < rows; i++) {
        int64_t x = in.before[i], y = x + in.claim[i], before = 0, after = 0;

        for (k = 0; k < rules->count; k++) {
            int64_t edge = rules->edges[k];

            before += (x > edge ? x - edge : 0) * rises[k];
            after += (y > edge ? y - edge : 0) * rises[k];
        }
        before = (before + 5000) / 10000;
        after = (after + 5000) / 10000;
        out[i] = (after < rules->cap ? after : rules->cap) -
                 (before < rules->cap ? before : rules->cap);
    }
}
