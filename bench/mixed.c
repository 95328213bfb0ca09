/* SPDX-License-Identifier: MIT */
/* mixed.c - events of six schemes, and what each pays, by the book. */
#include "workloads.h"

#define FIRST_DAY INT32_MIN
#define DAY_2015 16436 /* 2015-01-01 */
#define DAY_2016 17136 /* 2016-12-01 */
#define DAY_2018 17591 /* 2018-03-01 */
#define DAY_2020 18262 /* 2020-01-01 */
#define DAY_2021 18809 /* 2021-07-01 */
#define DAY_2022 19083 /* 2022-04-01 */

/* rulebooks/mixed.json says the same. */
const mixed_version mixed_rules[MIXED_SCHEMES][MIXED_VERSIONS] = {
    {{.from = FIRST_DAY,
      .tiers = {4,
                {130000, 500000, 1000000, 2000000},
                {2000, 3500, 5000, 6500},
                10000000}},
     {.from = DAY_2015,
      .tiers = {5,
                {130000, 500000, 1000000, 2000000, 5000000},
                {2500, 4000, 5500, 7000, 8000},
                15000000}},
     {.from = DAY_2020, .tiers = {6,
                {130000, 500000, 1000000, 2000000, 5000000, 10000000},
                {2000, 3500, 5000, 6500, 8000, 9000},
                20065300}}},
    {{.from = FIRST_DAY, .waiting_days = 3, .most_days = 90, .daily = 3000},
     {.from = DAY_2016, .waiting_days = 2, .most_days = 120, .daily = 4500},
     {.from = DAY_2021, .waiting_days = 0, .most_days = 180, .daily = 6000}},
    {{.from = FIRST_DAY,
      .by_grade = {6000000, 5400000, 4800000, 4200000, 3600000, 3000000,
                   2400000, 1800000, 1200000, 600000},
      .lifetime = 6000000},
     {.from = DAY_2015,
      .by_grade = {8000000, 7200000, 6400000, 5600000, 4800000, 4000000,
                   3200000, 2400000, 1600000, 800000},
      .lifetime = 8000000},
     {.from = DAY_2022,
      .by_grade = {10000000, 9000000, 8000000, 7000000, 6000000, 5000000,
                   4000000, 3000000, 2000000, 1000000},
      .lifetime = 12000000}},
    {{.from = FIRST_DAY, .percent_bp = 3000, .loss_cap = 500000},
     {.from = DAY_2018, .percent_bp = 4250, .loss_cap = 1000000},
     {.from = DAY_2021, .percent_bp = 5000, .loss_cap = 2000000}},
    {{.from = FIRST_DAY,
      .ladder_base = 800000,
      .ladder_from = {0, 12, 36, 120},
      .ladder_bp = {2500, 5000, 7500, 10000}},
     {.from = DAY_2016,
      .ladder_base = 1000001,
      .ladder_from = {0, 6, 24, 96},
      .ladder_bp = {3333, 5000, 8000, 10000}},
     {.from = DAY_2022,
      .ladder_base = 1200003,
      .ladder_from = {0, 6, 18, 60},
      .ladder_bp = {3333, 6667, 9000, 12000}}},
    {{.from = FIRST_DAY,
      .stage_base = 2000000,
      .stage_bp = {2500, 5000, 7500, 10000}},
     {.from = DAY_2018,
      .stage_base = 3000033,
      .stage_bp = {3333, 6667, 10000, 10000}},
     {.from = DAY_2020,
      .stage_base = 5000077,
      .stage_bp = {2125, 4250, 6375, 10000}}},
};

event make_event(size_t row)
{
    event e;
    uint64_t random = random_at(20, row);

    e.scheme = (uint8_t)(random % MIXED_SCHEMES);
    e.on = 14610 + (int32_t)(random_at(21, row) % 5479); /* 2010 to 2024 */
    e.a = (int64_t)((random >> 20) &
                    ((UINT64_C(1) << (1 + random_at(22, row) % 23)) - 1));
    e.b = (int64_t)(random_at(23, row) &
                    ((UINT64_C(1) << (1 + random_at(24, row) % 22)) - 1));
    e.c = (int32_t)(random_at(25, row) % 120);
    if (e.scheme == 2)
        e.c = 1 + e.c % 10;
    if (e.scheme == 5)
        e.c %= 4;
    e.d = (int32_t)(random_at(26, row) % (e.scheme == 1 ? 200 : 480));
    return e;
}

event event_at(const events *in, size_t row)
{
    event e = {in->scheme[row], in->on[row], in->a[row],
               in->b[row],      in->c[row],  in->d[row]};

    return e;
}

static int64_t not_below_zero(int64_t x)
{
    return x > 0 ? x : 0;
}

static int64_t smaller(int64_t x, int64_t y)
{
    return x < y ? x : y;
}

static const mixed_version *version_of(const event *e)
{
    const mixed_version *versions = mixed_rules[e->scheme];
    int v = MIXED_VERSIONS - 1;

    while (v > 0 && e->on < versions[v].from)
        v--;
    return &versions[v];
}

static int64_t ladder_bp(const mixed_version *v, int32_t months)
{
    int k = LADDER_STEPS - 1;

    while (k > 0 && months < v->ladder_from[k])
        k--;
    return v->ladder_bp[k];
}

int64_t mixed_benefit(const event *e)
{
    const mixed_version *v = version_of(e);
    int64_t staged;

    switch (e->scheme) {
    case 0:
        return entitlement(&v->tiers, e->b + e->a) -
               entitlement(&v->tiers, e->b);
    case 1:
        return smaller(not_below_zero(e->c - v->waiting_days),
                       not_below_zero(v->most_days - e->d)) *
               v->daily;
    case 2:
        return not_below_zero(
            smaller(v->by_grade[e->c - 1], v->lifetime - e->b));
    case 3:
        return smaller(half_up((wide)not_below_zero(e->a - e->b) *
                                   v->percent_bp,
                               10000),
                       v->loss_cap);
    case 4:
        return not_below_zero(
            half_up((wide)v->ladder_base * ladder_bp(v, e->d), 10000) - e->b);
    default:
        staged = half_up((wide)v->stage_base * v->stage_bp[e->c % 4], 10000);
        return not_below_zero(staged - e->b) / 100 * 100;
    }
}

void reference_mixed(const events *in, size_t rows, int64_t *out)
{
    size_t i;

    for (i = 0; i < rows; i++) {
        event e = event_at(in, i);

        out[i] = mixed_benefit(&e);
    }
}
