/* SPDX-License-Identifier: MIT */
/* hand.h - the yardsticks: C written by hand for exactly one workload each. */
#ifndef BENCH_HAND_H
#define BENCH_HAND_H

#include "workloads.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define BENCH_HAS_VECTORS 1
#else
#define BENCH_HAS_VECTORS 0
#endif

/* Whether this machine can run the vector yardsticks. */
int has_vectors(void);

/* What memory allows: every byte read and written, nearly nothing computed. */
void stream_claims(claims in, size_t rows, int64_t *out);
void stream_members(const members *in, size_t rows, uint32_t *out);
void stream_events(const events *in, size_t rows, int64_t *out);
void copy_bytes(const void *from, void *to, size_t bytes);

void hand_reimbursement(claims in, size_t rows, int64_t *out);
#if BENCH_HAS_VECTORS
void hand_reimbursement_vector(claims in, size_t rows, int64_t *out);
/* Rates that rise, of any number. */
void hand_slices_vector(const slices *rules, claims in, size_t rows,
                        int64_t *out);
#endif
/* Any rates, branch-free. */
void hand_slices(const slices *rules, claims in, size_t rows, int64_t *out);
void hand_eligibility(const members *in, size_t rows, uint32_t *out);
void hand_mixed(const events *in, size_t rows, int64_t *out);
void hand_loans(const loans *in, size_t rows, uint64_t *out);

#endif
