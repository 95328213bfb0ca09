/* SPDX-License-Identifier: MIT */
/* reimbursement.c - claims, slices, and the entitlement one slice at a time. */
#include "workloads.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

const slices second_reimbursement = {
    6,
    {130000, 500000, 1000000, 2000000, 5000000, 10000000},
    {2000, 3500, 5000, 6500, 8000, 9000},
    20065300,
};

/* Below 2^bits, every order of magnitude as often as any other. */
static int64_t log_uniform(uint64_t random, unsigned bits)
{
    return (int64_t)((random >> 8) &
                     ((UINT64_C(1) << (1 + random % bits)) - 1));
}

void make_claims(size_t first, size_t rows, int64_t *before, int64_t *claim)
{
    size_t i;

    for (i = 0; i < rows; i++) {
        size_t row = first + i;

        before[i] = random_at(0, row) % 4 == 0
                        ? 0
                        : log_uniform(random_at(1, row), 26);
        claim[i] = log_uniform(random_at(2, row), 23);
    }
}

slices random_slices(uint64_t seed)
{
    slices rules = {3 + (int)(random_at(100, seed) % 10), {0}, {0}, 0};
    int64_t edge = 0, rate = 0;
    int k;

    for (k = 0; k < rules.count; k++) {
        uint64_t draw = random_at(101 + (uint64_t)k, seed);

        edge += 1 + (int64_t)(draw % 3000000);
        rate = seed % 2 ? rate + 1 + (int64_t)((draw >> 32) % 800)
                        : (int64_t)((draw >> 32) % 10001);
        rules.edges[k] = edge;
        rules.rates_bp[k] = rate;
    }
    rules.cap = 1 + (int64_t)(random_at(99, seed) % 40000000);
    return rules;
}

int64_t entitlement(const slices *rules, int64_t total)
{
    wide sum = 0;
    int64_t amount;
    int k;

    for (k = 0; k < rules->count; k++) {
        int64_t upper = k + 1 < rules->count ? rules->edges[k + 1] : INT64_MAX;
        int64_t inside = (total < upper ? total : upper) - rules->edges[k];

        if (inside > 0)
            sum += (wide)rules->rates_bp[k] * inside;
    }
    amount = half_up(sum, 10000);
    return amount < rules->cap ? amount : rules->cap;
}

void reference_reimbursement(const slices *rules, claims in, size_t rows,
                             int64_t *out)
{
    size_t i;

    for (i = 0; i < rows; i++)
        out[i] = entitlement(rules, in.before[i] + in.claim[i]) -
                 entitlement(rules, in.before[i]);
}

/* --- the same slices as a rulebook ---------------------------------------- */

typedef struct page {
    char *text;
    size_t capacity, length;
} page;

__attribute__((format(printf, 2, 3))) static void write_to(page *p,
                                                           const char *format,
                                                           ...)
{
    va_list values;
    int written;

    va_start(values, format);
    written = vsnprintf(p->text + p->length, p->capacity - p->length, format,
                        values);
    va_end(values);
    p->length += (size_t)written;
}

static void write_money(page *p, const char *before, int64_t fen)
{
    write_to(p, "%s\"%" PRId64 ".%02d\"", before, fen / 100, (int)(fen % 100));
}

size_t write_slices_rulebook(const slices *rules, char *buffer,
                             size_t capacity)
{
    page p = {buffer, capacity, 0};
    int k;

    write_to(&p, "{\"mutualaid\": 1, \"id\": \"slices\", \"edition\": \"1\", "
                 "\"title\": {\"zh\": \"分段\", \"en\": \"slices\"}, "
                 "\"currency\": {\"code\": \"CNY\", \"decimals\": 2}, "
                 "\"sources\": {\"bench\": {\"title\": \"benchmark\"}}, "
                 "\"facts\": {");
    write_to(&p, "\"before\": {\"type\": \"money\", "
                 "\"at_most\": \"100000000000.00\", "
                 "\"label\": {\"zh\": \"此前\", \"en\": \"before\"}}, "
                 "\"claim\": {\"type\": \"money\", "
                 "\"at_most\": \"100000000000.00\", "
                 "\"label\": {\"zh\": \"本次\", \"en\": \"claim\"}}}, "
                 "\"values\": {\"as_of\": {\"use\": \"2020-12-31\"}}, ");
    write_to(&p, "\"schemes\": {\"reimbursement\": {\"title\": "
                 "{\"zh\": \"二次报销\", \"en\": \"reimbursement\"}, "
                 "\"source\": \"bench\", \"dated_by\": \"as_of\", "
                 "\"from\": \"1900-01-01\", \"benefits\": [{\"id\": \"amount\", "
                 "\"title\": {\"zh\": \"金额\", \"en\": \"amount\"}, "
                 "\"steps\": [{\"take\": \"claim\"}, {\"cumulative\": "
                 "{\"so_far\": \"before\", \"steps\": [{\"slices\": [");
    for (k = 0; k < rules->count; k++) {
        write_money(&p, k ? ", {\"from\": " : "{\"from\": ", rules->edges[k]);
        write_to(&p, ", \"rate\": \"%" PRId64 "/10000\"}", rules->rates_bp[k]);
    }
    write_money(&p, "]}, {\"at_most\": ", rules->cap);
    write_to(&p, "}]}}]}]}}}");
    return p.length;
}
