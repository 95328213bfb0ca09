/* SPDX-License-Identifier: MIT */
/* hand_claim.h - one decision by hand: result, records, and the JSON text. */
#ifndef BENCH_HAND_CLAIM_H
#define BENCH_HAND_CLAIM_H

#include "workloads.h"

/* One member's claim: rulebooks/claim.json. */
typedef struct claim_case {
    member who;
    int64_t before, claim;
} claim_case;

typedef struct claim_result {
    int64_t amount;  /* 0 if a requirement failed */
    uint32_t failed; /* bit k: requirement k */
} claim_result;

enum { CLAIM_STEPS = 6, CLAIM_RECORDS = 8 + CLAIM_STEPS };

/* One explained step. */
typedef struct claim_record {
    int16_t step, rule;
    int32_t held;
    int64_t first, second, result;
} claim_record;

claim_case make_claim_case(size_t row);
claim_result reference_claim(const claim_case *c);

claim_result hand_claim(const claim_case *c);
claim_result hand_claim_records(const claim_case *c,
                                claim_record records[CLAIM_RECORDS]);
/* The bytes that mutaid_decision_write_json() writes; gives their number. The
 * digest of the rulebook is the only thing that is not known beforehand. */
size_t hand_claim_json(const claim_case *c, const char digest[64],
                       char *buffer);

#endif
