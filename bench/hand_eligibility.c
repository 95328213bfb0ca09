/* SPDX-License-Identifier: MIT */
/* hand_eligibility.c - eight requirements of a row without a branch. */
#include "hand.h"

#if BENCH_HAS_VECTORS
__attribute__((target_clones("avx2", "default")))
#endif
void hand_eligibility(const members *in, size_t rows, uint32_t *restrict out)
{
    const int32_t *birth = in->birth, *retired = in->retired;
    const int32_t *joined = in->joined, *paid_through = in->paid_through;
    const int32_t *status = in->status, *months_paid = in->months_paid;
    const int32_t *first = in->first_diagnosis;
    const uint8_t *flagged = in->flagged;
    size_t i;

    for (i = 0; i < rows; i++) {
        uint32_t covered = (uint32_t)((status[i] == 1) | (status[i] == 2) |
                                      (status[i] == 5));
        uint32_t early = (uint32_t)((first[i] != NO_DATE) &
                                    (first[i] < joined[i] + 30));

        out[i] = (uint32_t)(birth[i] > 12053) |
                 (uint32_t)(retired[i] <= AS_OF) << 1 |
                 (uint32_t)(joined[i] + 30 > AS_OF) << 2 |
                 (uint32_t)(paid_through[i] < AS_OF) << 3 |
                 (covered ^ 1) << 4 |
                 (uint32_t)((uint32_t)months_paid[i] - 6u > 594u) << 5 |
                 early << 6 | (uint32_t)(flagged[i] != 0) << 7;
    }
}
