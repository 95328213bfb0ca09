/* SPDX-License-Identifier: MIT */
/* terms.h - what a rulebook states of a loan on a day, for known facts. */
#ifndef MUTUALAID_LOAN_TERMS_H
#define MUTUALAID_LOAN_TERMS_H

#include "decide/decision.h"

/* The terms of a loan at work: its programs, and the facts of a case. */
typedef struct mutaid__terms {
    const mutaid_rulebook *rulebook;
    const mutaid__loan_plan *plan;
    const mutaid_calendar *calendar;
    mutaid__span *facts; /* and behind them the day */
    uint8_t *states;     /* as the case gave them */
    mutaid__scope scope; /* of the version that was read last */
    const mutaid__version *version;
    int64_t day;
} mutaid__terms;

mutaid_status mutaid__terms_init(mutaid__terms *terms, mutaid__arena *arena,
                                 const mutaid_rulebook *rulebook,
                                 const mutaid__loan_plan *plan);

/* Take the facts of a case; NULL: nothing is given. */
void mutaid__terms_take(mutaid__terms *terms, const mutaid_case *c);

/* The day by which the loan is dated in the case. */
mutaid_status mutaid__terms_signed_on(mutaid__terms *terms, int64_t *day_out,
                                      mutaid_error *error);

/* Read the terms on a day; then ask for them one by one. */
void mutaid__terms_read(mutaid__terms *terms, int64_t day);

/* A term: no rule and absent are states; a missing fact is a failure. What is
 * not stated by the loan at all is ABSENT. */
mutaid_status mutaid__terms_get(const mutaid__terms *terms,
                                mutaid__term_slot slot, mutaid_state *state_out,
                                mutaid__ratio *value_out, mutaid_error *error);

/* Whether anything that was read on that day lies past its known end. */
bool mutaid__terms_past_known(const mutaid__terms *terms);

/* "2021-03-21" into a buffer of 16 bytes. */
void mutaid__day_text(int64_t day, char buffer[16]);

#endif
