/* SPDX-License-Identifier: MIT */
/* engine.h - the library at the same work, through its public interface. */
#ifndef BENCH_ENGINE_H
#define BENCH_ENGINE_H

#include "hand_claim.h"
#include <mutualaid/mutualaid.h>

/* Ends the program with what the library says. */
void engine_stop(const char *what, const mutaid_error *error);
/* Read bench/rulebooks/NAME below the folder of the sources. */
mutaid_rulebook *engine_read(const char *name);
mutaid_rulebook *engine_read_with(const char *name,
                                  const mutaid_allocator *allocator);
char *engine_text(const char *path, size_t *length_out);

/* --- columns ---------------------------------------------------------------- */

typedef struct engine_batch {
    mutaid_rulebook *rulebook;
    mutaid_batch *batch;
    mutaid_batch_runner *runner;
    mutaid_error error;
    size_t rows;
} engine_batch;

/* A batch of a rulebook, whose reference it takes. */
void engine_batch_open(engine_batch *engine, mutaid_rulebook *rulebook,
                       size_t rows);
void engine_batch_close(engine_batch *engine);
size_t engine_part(const engine_batch *engine, const char *name);
size_t engine_fact(const engine_batch *engine, const char *name);
void engine_bind(engine_batch *engine, const char *fact,
                 mutaid_column_kind kind, const void *column);
/* After everything is bound. */
void engine_ready(engine_batch *engine);
void engine_run_rows(const engine_batch *engine, mutaid_batch_runner *runner,
                     size_t from, size_t to);
/* All rows, in this thread; as a contender of a race. */
void engine_run(void *engine);

/* Tiered reimbursement by the rules of the definition, or by others. */
void engine_open_claims(engine_batch *engine, const slices *rules, claims in,
                        size_t rows, int64_t *out);
/* Eligibility; a bit of `undiagnosed` for each row without a diagnosis. */
void engine_bind_members(engine_batch *engine, const members *in,
                         const uint8_t *undiagnosed, uint64_t *failed);
/* The mixed stream. */
void engine_bind_events(engine_batch *engine, const events *in, int64_t *out);
void engine_open_claims_with(engine_batch *engine,
                             const mutaid_allocator *allocator, claims in,
                             size_t rows, int64_t *out);

/* --- one decision at a time ------------------------------------------------ */

typedef struct engine_claim {
    mutaid_rulebook *rulebook;
    mutaid_case *facts;
    mutaid_decision *decision;
    mutaid_error error;
    char digest[65];
} engine_claim;

void engine_claim_open(engine_claim *engine);
void engine_claim_close(engine_claim *engine);
/* Set the facts and decide; gives the amount. */
int64_t engine_decide_claim(engine_claim *engine, const claim_case *c);
size_t engine_claim_json(engine_claim *engine, char *buffer, size_t capacity);

/* --- one loan at a time ------------------------------------------------------ */

typedef struct engine_loan {
    mutaid_rulebook *rulebook;
    mutaid_case *facts;
    mutaid_schedule *schedule;
    mutaid_error error;
} engine_loan;

void engine_loan_open(engine_loan *engine);
void engine_loan_close(engine_loan *engine);
/* Make the schedule of a loan and fold its 36 lines. */
uint64_t engine_fold_loan(engine_loan *engine, int64_t principal,
                          uint8_t rate);

#endif
