/* SPDX-License-Identifier: MIT */
/* turn.h - the changes that would turn a case, inside. */
#ifndef MUTUALAID_PROVE_TURN_H
#define MUTUALAID_PROVE_TURN_H

#include "decide/decision.h"
#include <mutualaid/turn.h>

struct mutaid_turns {
    mutaid_rulebook *rulebook; /* a reference */
    mutaid__memory memory;
    mutaid__arena arena;
    mutaid_outcome outcome;
    bool is_complete;
    size_t evaluations;
    mutaid__span *given; /* by fact: the case as it is */
    MUTAID__ARRAY(mutaid_turn) found;
};

#endif
