/* SPDX-License-Identifier: MIT */
/* hand_stream.c - what memory allows. */
#include "hand.h"

#include <string.h>

#if BENCH_HAS_VECTORS
#define EACH_MACHINE __attribute__((target_clones("avx2", "default")))
#else
#define EACH_MACHINE
#endif

int has_vectors(void)
{
#if BENCH_HAS_VECTORS
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
    return 0;
#endif
}

EACH_MACHINE void stream_claims(claims in, size_t rows, int64_t *restrict out)
{
    const int64_t *restrict before = in.before, *restrict claim = in.claim;
    size_t i;

    for (i = 0; i < rows; i++)
        out[i] = before[i] + claim[i];
}

EACH_MACHINE void stream_members(const members *in, size_t rows,
                                 uint32_t *restrict out)
{
    const int32_t *birth = in->birth, *retired = in->retired;
    const int32_t *joined = in->joined, *paid_through = in->paid_through;
    const int32_t *status = in->status, *months_paid = in->months_paid;
    const int32_t *first_diagnosis = in->first_diagnosis;
    const uint8_t *flagged = in->flagged;
    size_t i;

    for (i = 0; i < rows; i++)
        out[i] = (uint32_t)(birth[i] ^ retired[i] ^ joined[i] ^
                            paid_through[i] ^ status[i] ^ months_paid[i] ^
                            first_diagnosis[i] ^ flagged[i]);
}

EACH_MACHINE void stream_events(const events *in, size_t rows,
                                int64_t *restrict out)
{
    const uint8_t *scheme = in->scheme;
    const int32_t *on = in->on, *c = in->c, *d = in->d;
    const int64_t *a = in->a, *b = in->b;
    size_t i;

    for (i = 0; i < rows; i++)
        out[i] = a[i] ^ b[i] ^ (on[i] ^ c[i] ^ d[i] ^ scheme[i]);
}

void copy_bytes(const void *from, void *to, size_t bytes)
{
    memcpy(to, from, bytes);
}
