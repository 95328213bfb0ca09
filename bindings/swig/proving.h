/* SPDX-License-Identifier: MIT */
/* proving.h - bounds: a question comes in as facts, the answer is a record.
 *
 * The record of a bound: certainty, proved, attained, evaluations, then each
 * fact of the case that attains it, as put_facts() writes them.
 */
#ifndef MUTUALAID_SWIG_PROVING_H
#define MUTUALAID_SWIG_PROVING_H

#include "hearing.h"

static void put_bound(const mutaid_rulebook *rulebook,
                      const mutaid_bound *bound, const mutaid_case *witness,
                      Record *record, mutaid_error *error)
{
    put_integer(record, bound->certainty);
    put_integer(record, bound->proved);
    put_integer(record, bound->attained);
    put_unsigned(record, bound->evaluations);
    put_facts(rulebook, witness, record, error);
}

static void prove(mutaid_rulebook *rulebook, mutaid_question *question,
                  Reader facts, Record *record, mutaid_error *error)
{
    Reader no_days = { NULL, 0, 0 };
    mutaid_bound bound = MUTAID_BOUND_INIT;
    mutaid_prover *prover = NULL;
    mutaid_case *witness = NULL;
    Hearing hearing;

    hearing_open(&hearing, rulebook, facts, no_days, error);
    question->given = hearing.facts;
    if (error->status == MUTAID_OK &&
        mutaid_prover_new(rulebook, &prover, error) == MUTAID_OK &&
        mutaid_case_new(rulebook, &witness, error) == MUTAID_OK &&
        mutaid_prove_bound(prover, question, &bound, witness, error) ==
            MUTAID_OK)
        put_bound(rulebook, &bound, witness, record, error);
    mutaid_case_free(witness);
    mutaid_prover_free(prover);
    hearing_close(&hearing);
}

static void tell_stretches(const mutaid_rulebook *rulebook, size_t part,
                           Record *record, mutaid_error *error)
{
    mutaid_stretch stretch = MUTAID_STRETCH_INIT;
    size_t count = 0, i;

    if (mutaid_rulebook_stretch_count(rulebook, part, &count, error))
        return;
    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_rulebook_stretch(rulebook, part, i, &stretch, error))
            return;
        put_integer(record, stretch.from);
        put_integer(record, stretch.until);
    }
}

#endif
