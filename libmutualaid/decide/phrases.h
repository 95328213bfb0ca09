/* SPDX-License-Identifier: MIT */
/* phrases.h - the phrases of an explanation, in zh and en. */
#ifndef MUTUALAID_DECIDE_PHRASES_H
#define MUTUALAID_DECIDE_PHRASES_H

#include "decide/decision.h"
#include "words/tell.h"

void mutaid__phrase_outcome(mutaid__teller *teller, mutaid_outcome outcome);
void mutaid__phrase_currency(mutaid__teller *teller);
/* A value, or the word for what is none. */
void mutaid__phrase_shown(mutaid__teller *teller, const mutaid__shown *shown);
/* "at least", "not after", "below" where at_least is wanted not to hold. */
void mutaid__phrase_relation(mutaid__teller *teller,
                             const mutaid__finding *finding);
/* " [source, place; assumed]", or nothing. */
void mutaid__phrase_source(mutaid__teller *teller, uint32_t clause);
/* "at most 7,200.00: 7960.00 -> 7200.00" */
void mutaid__phrase_line(mutaid__teller *teller, const mutaid__line *line);
void mutaid__phrase_note(mutaid__teller *teller, const mutaid_note *note);

#endif
