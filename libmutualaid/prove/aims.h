/* SPDX-License-Identifier: MIT */
/* aims.h - what cases are worth: amounts, and what requirements come to. */
#ifndef MUTUALAID_PROVE_AIMS_H
#define MUTUALAID_PROVE_AIMS_H

#include "prove/search.h"

/* The amount of a part, or of one item (`index`, or MUTAID_NONE), of cases in
 * which it is paid. */
void mutaid__look_at_amount(const mutaid__aim *aim,
                            const mutaid__part_run *run,
                            mutaid__estimate *estimate_out);

/* The range that proofs give a fact: what is declared, whatever its default. */
mutaid__span mutaid__declared_span(const mutaid__fact *fact);

#endif
