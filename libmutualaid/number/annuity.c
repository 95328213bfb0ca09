/* SPDX-License-Identifier: MIT */
/* annuity.c - the level instalment, exactly rounded. */
#include "number/annuity.h"

#include "number/wide.h"
#include <string.h>

/* A number of `size` limbs, the lowest first. */
typedef struct big {
    uint32_t *limbs;
    size_t size;
} big;

/* --- big numbers by small ones ------------------------------------------------------- */

static void set(big *a, uint64_t value)
{
    memset(a->limbs, 0, a->size * sizeof *a->limbs);
    a->limbs[0] = (uint32_t)value;
    a->limbs[1] = (uint32_t)(value >> 32);
}

static void add_limb(big *a, size_t at, uint32_t value)
{
    uint64_t carry = value;

    for (; at < a->size && carry > 0; at++) {
        carry += a->limbs[at];
        a->limbs[at] = (uint32_t)carry;
        carry >>= 32;
    }
}

static void add(big *a, const big *b)
{
    uint64_t carry = 0;
    size_t i;

    for (i = 0; i < a->size; i++) {
        carry += (uint64_t)a->limbs[i] + b->limbs[i];
        a->limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

/* By a factor below 2^62: two limbs of it at a time. */
static void multiply(big *a, uint64_t factor)
{
    uint64_t low = factor & UINT32_MAX, high = factor >> 32;
    uint64_t carry = 0; /* below 2^63 */
    uint32_t before = 0;
    size_t i;

    for (i = 0; i < a->size; i++) {
        uint32_t limb = a->limbs[i];
        uint64_t first = low * limb;
        uint64_t second = high * before;
        uint64_t sum = (uint32_t)first + (uint64_t)(uint32_t)second +
                       (uint32_t)carry;

        a->limbs[i] = (uint32_t)sum;
        carry = (carry >> 32) + (first >> 32) + (second >> 32) + (sum >> 32);
        before = limb;
    }
}

/* By a divisor of one limb; whether anything remained. */
static bool divide_by_limb(big *a, uint64_t divisor)
{
    uint64_t rest = 0;
    size_t i;

    for (i = a->size; i-- > 0;) {
        uint64_t here = rest << 32 | a->limbs[i];

        a->limbs[i] = (uint32_t)(here / divisor);
        rest = here % divisor;
    }
    return rest > 0;
}

/* By a divisor below 2^62. */
static bool divide_by_two(big *a, uint64_t divisor)
{
    mutaid__wide by = mutaid__wide_words(0, divisor);
    mutaid__wide rest = mutaid__wide_of(0);
    mutaid__wide base = mutaid__wide_of(INT64_C(1) << 32);
    size_t i;

    for (i = a->size; i-- > 0;) {
        mutaid__wide here = mutaid__wide_add(mutaid__wide_mul(rest, base),
                                             mutaid__wide_of(a->limbs[i]));

        a->limbs[i] =
            (uint32_t)mutaid__wide_low(mutaid__wide_floor_div(here, by, &rest));
    }
    return !mutaid__wide_is_zero(rest);
}

/* Most divisors are small: denominators of rates times 360. */
static bool divide(big *a, uint64_t divisor)
{
    return divisor <= UINT32_MAX ? divide_by_limb(a, divisor)
                                 : divide_by_two(a, divisor);
}

static int compare(const big *a, const big *b)
{
    size_t i;

    for (i = a->size; i-- > 0;)
        if (a->limbs[i] != b->limbs[i])
            return a->limbs[i] < b->limbs[i] ? -1 : 1;
    return 0;
}

/* --- the sum of discount factors --------------------------------------------------------- */

/* Sums are 2^(32 * places) times themselves, rounded down or up. */
static void sum_of(big *sum, const mutaid__growth *growths, size_t count,
                   size_t places, bool is_up)
{
    size_t k;

    set(sum, 0);
    for (k = count; k-- > 0;) {
        bool has_rest;

        add_limb(sum, places, 1);
        multiply(sum, (uint64_t)growths[k].denominator);
        has_rest = divide(sum, (uint64_t)growths[k].denominator +
                                   (uint64_t)growths[k].numerator);
        if (has_rest && is_up)
            add_limb(sum, 0, 1);
    }
}

/* Whether (2n - 1) * divisor <= dividend, which is twice the amount: n is not
 * above amount / divisor rounded half up. */
static bool is_within(int64_t n, const big *divisor, const big *dividend,
                      big *scratch)
{
    memcpy(scratch->limbs, divisor->limbs,
           divisor->size * sizeof *divisor->limbs);
    multiply(scratch, 2 * (uint64_t)n - 1);
    return compare(scratch, dividend) <= 0;
}

/* The largest n that is within. */
static int64_t quotient(const big *divisor, const big *dividend, big *scratch)
{
    int64_t low = 0, high = MUTAID__MOST_INSTALMENT;

    while (low < high) {
        int64_t middle = low + (high - low + 1) / 2;

        if (is_within(middle, divisor, dividend, scratch))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* With so many limbs behind the point: whether both bounds agree. */
static bool is_decided(int64_t amount, const mutaid__growth *growths,
                       size_t count, size_t places, uint32_t *limbs,
                       int64_t *result_out)
{
    size_t size = places + 5;
    big sum = {limbs, size}, twice = {limbs + size, size};
    big scratch = {limbs + 2 * size, size};
    uint64_t doubled = 2 * (uint64_t)amount;

    set(&twice, 0);
    twice.limbs[places] = (uint32_t)doubled;
    twice.limbs[places + 1] = (uint32_t)(doubled >> 32);
    sum_of(&sum, growths, count, places, false);
    *result_out = quotient(&sum, &twice, &scratch);
    sum_of(&sum, growths, count, places, true);
    return quotient(&sum, &twice, &scratch) == *result_out;
}

/* The sum as a fraction, period by period (above + below) * d over
 * below * (d + n): no digit is lost. */
static int64_t exactly(int64_t amount, const mutaid__growth *growths,
                       size_t count, uint32_t *limbs)
{
    size_t size = 2 * count + 8, k;
    big above = {limbs, size}, below = {limbs + size, size};
    big scratch = {limbs + 2 * size, size};

    set(&above, 0);
    set(&below, 1);
    for (k = count; k-- > 0;) {
        add(&above, &below);
        multiply(&above, (uint64_t)growths[k].denominator);
        multiply(&below, (uint64_t)growths[k].denominator +
                             (uint64_t)growths[k].numerator);
    }
    multiply(&below, 2 * (uint64_t)amount);
    return quotient(&above, &below, &scratch);
}

int64_t mutaid__annuity(int64_t amount, const mutaid__growth *growths,
                        size_t count, uint32_t *limbs)
{
    int64_t result = 0;
    size_t places;

    for (places = 4; places <= 8; places += 4)
        if (is_decided(amount, growths, count, places, limbs, &result))
            return result;
    return exactly(amount, growths, count, limbs);
}
