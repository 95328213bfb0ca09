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
char *engine_text(const char *path, size_t *length_out);

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

#endif
