/* SPDX-License-Identifier: MIT */
/* workloads.h - the work that is measured: columns, rules, plain references.
 *
 * Money is int64 fen, rates are basis points, dates are days since 1970-01-01.
 * Row i of a column never depends on how many rows there are.
 */
#ifndef BENCH_WORKLOADS_H
#define BENCH_WORKLOADS_H

#include <stddef.h>
#include <stdint.h>

__extension__ typedef __int128 wide;

/* The i-th number of a stream: splitmix64 of a counter. */
static inline uint64_t random_at(uint64_t stream, uint64_t i)
{
    uint64_t z = UINT64_C(0x6D757475616C6169) +
                 stream * UINT64_C(0xD1B54A32D192ED03) +
                 (i + 1) * UINT64_C(0x9E3779B97F4A7C15);

    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* numerator / denominator, half up; neither is negative. */
static inline int64_t half_up(wide numerator, int64_t denominator)
{
    return (int64_t)((2 * numerator + denominator) / (2 * (wide)denominator));
}

/* --- reimbursement: slices of what accumulates in a year ------------------ */

enum { MOST_SLICES = 12 };

typedef struct slices {
    int count;
    int64_t edges[MOST_SLICES];
    int64_t rates_bp[MOST_SLICES];
    int64_t cap;
} slices;

typedef struct claims {
    const int64_t *before, *claim;
} claims;

extern const slices second_reimbursement;

/* Slices by a seed: odd seeds have rates that rise, even ones any rates. */
slices random_slices(uint64_t seed);
/* The rulebook of such slices; gives its length. */
size_t write_slices_rulebook(const slices *rules, char *buffer,
                             size_t capacity);
void make_claims(size_t first, size_t rows, int64_t *before, int64_t *claim);
int64_t entitlement(const slices *rules, int64_t total);
void reference_reimbursement(const slices *rules, claims in, size_t rows,
                             int64_t *out);

/* --- eligibility: eight requirements -------------------------------------- */

enum { NO_DATE = INT32_MIN, AS_OF = 18627 /* 2020-12-31 */ };

typedef struct members {
    const int32_t *birth, *retired, *joined, *paid_through, *status;
    const int32_t *months_paid, *first_diagnosis;
    const uint8_t *flagged;
} members;

/* One member, for the plain reference and the single decision. */
typedef struct member {
    int32_t birth, retired, joined, paid_through, status;
    int32_t months_paid, first_diagnosis;
    uint8_t flagged;
} member;

member make_member(size_t row);
member member_at(const members *in, size_t row);
/* Bit k is 1 if requirement k fails. */
uint32_t failed_requirements(const member *m);
void reference_eligibility(const members *in, size_t rows, uint32_t *out);

/* --- a mixed stream: six schemes in three versions each ------------------- */

enum { MIXED_SCHEMES = 6, MIXED_VERSIONS = 3, LADDER_STEPS = 4 };

typedef struct mixed_version {
    int32_t from; /* the first version holds for all days before, too */
    slices tiers;                           /* scheme 0 */
    int32_t waiting_days, most_days;        /* scheme 1 */
    int64_t daily;
    int64_t by_grade[10], lifetime;         /* scheme 2 */
    int64_t percent_bp, loss_cap;           /* scheme 3 */
    int64_t ladder_base;                    /* scheme 4 */
    int32_t ladder_from[LADDER_STEPS];
    int64_t ladder_bp[LADDER_STEPS];
    int64_t stage_base, stage_bp[4];        /* scheme 5 */
} mixed_version;

typedef struct events {
    const uint8_t *scheme;
    const int32_t *on;
    const int64_t *a, *b;
    const int32_t *c, *d;
} events;

typedef struct event {
    uint8_t scheme;
    int32_t on;
    int64_t a, b;
    int32_t c, d;
} event;

extern const mixed_version mixed_rules[MIXED_SCHEMES][MIXED_VERSIONS];

event make_event(size_t row);
event event_at(const events *in, size_t row);
int64_t mixed_benefit(const event *e);
void reference_mixed(const events *in, size_t rows, int64_t *out);

/* --- loans: 36 equal instalments with an interest subsidy ------------------ */

enum { LOAN_MONTHS = 36, LOAN_RATES = 8 };

typedef struct loans {
    const int64_t *principal;
    const uint8_t *rate;
} loans;

typedef struct instalment {
    int64_t interest, principal, subsidy;
} instalment;

extern const int64_t loan_rates_bp[LOAN_RATES];
/* The instalment of 1 of principal at each rate, 12 decimals, half up. */
extern const int64_t loan_annuities[LOAN_RATES];
extern const int64_t subsidy_cap;

void make_loans(size_t first, size_t rows, int64_t *principal, uint8_t *rate);
void schedule_of(int64_t principal, uint8_t rate,
                 instalment lines[LOAN_MONTHS], int64_t *instalment_out);
uint64_t fold_schedule(const instalment lines[LOAN_MONTHS],
                       int64_t instalment_amount);
void reference_loans(const loans *in, size_t rows, uint64_t *out);

#endif
