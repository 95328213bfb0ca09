/* SPDX-License-Identifier: MIT */
/* compare.h - a comparison of two rulebooks, inside. */
#ifndef MUTUALAID_PROVE_COMPARE_H
#define MUTUALAID_PROVE_COMPARE_H

#include "decide/decision.h"
#include <mutualaid/compare.h>

struct mutaid_comparison {
    mutaid_rulebook *before, *after; /* references */
    mutaid__memory memory;
    mutaid__arena arena;
    mutaid_case *c; /* of the second rulebook */
    mutaid_decision *d[2];
    MUTAID__ARRAY(mutaid_difference) differences;
    MUTAID__ARRAY(mutaid_change) changes;
    bool is_out_of_memory;
};

/* Fill the differences of the texts. */
void mutaid__compare_texts(mutaid_comparison *comparison);

#endif
