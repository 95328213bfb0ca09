/* SPDX-License-Identifier: MIT */
/* hand_mixed.c - six schemes in three versions: one switch for each row. */
#include "hand.h"

/* Half up to the fen; the amounts here are far below 2^63 / 10000. */
static inline int64_t share_of(int64_t amount, int64_t bp)
{
    return (int64_t)((uint64_t)(amount * bp + 5000) / 10000);
}

static inline int64_t not_negative(int64_t x)
{
    return x & ~(x >> 63);
}

static inline int64_t smaller(int64_t x, int64_t y)
{
    return x < y ? x : y;
}

static inline int64_t tiers(const slices *rules, int64_t x)
{
    int64_t sum = 0, rate = 0;
    int k;

    for (k = 0; k < rules->count && x > rules->edges[k]; k++) {
        sum += (x - rules->edges[k]) * (rules->rates_bp[k] - rate);
        rate = rules->rates_bp[k];
    }
    return smaller((int64_t)((uint64_t)(sum + 5000) / 10000), rules->cap);
}

static inline int64_t ladder(const mixed_version *v, int32_t months)
{
    return v->ladder_bp[(months >= v->ladder_from[1]) +
                        (months >= v->ladder_from[2]) +
                        (months >= v->ladder_from[3])];
}

static inline int64_t pay(const mixed_version *v, unsigned scheme, int64_t a,
                          int64_t b, int32_t c, int32_t d)
{
    switch (scheme) {
    case 0:
        return tiers(&v->tiers, a + b) - tiers(&v->tiers, b);
    case 1:
        return smaller(not_negative(c - v->waiting_days),
                       not_negative(v->most_days - d)) *
               v->daily;
    case 2:
        return not_negative(smaller(v->by_grade[c - 1], v->lifetime - b));
    case 3:
        return smaller(share_of(not_negative(a - b), v->percent_bp),
                       v->loss_cap);
    case 4:
        return not_negative(share_of(v->ladder_base, ladder(v, d)) - b);
    default:
        return (int64_t)((uint64_t)not_negative(
                             share_of(v->stage_base, v->stage_bp[c & 3]) - b) /
                         100 * 100);
    }
}

void hand_mixed(const events *in, size_t rows, int64_t *restrict out)
{
    size_t i;

    for (i = 0; i < rows; i++) {
        const mixed_version *versions = mixed_rules[in->scheme[i]];
        int version = (in->on[i] >= versions[1].from) +
                      (in->on[i] >= versions[2].from);

        out[i] = pay(&versions[version], in->scheme[i], in->a[i], in->b[i],
                     in->c[i], in->d[i]);
    }
}
