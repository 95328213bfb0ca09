/* SPDX-License-Identifier: MIT */
/* examples.h - the examples of a rulebook, decided and compared. */
#ifndef MUTUALAID_RULEBOOK_EXAMPLES_H
#define MUTUALAID_RULEBOOK_EXAMPLES_H

#include "input/book.h"
#include <mutualaid/decision.h>

/* Run every example: what does not come out as expected is a fault at its
 * place. For an example with parameters its part is lowered anew. */
mutaid_status mutaid__run_examples(mutaid_rulebook *rulebook,
                                   mutaid_report *report, mutaid_error *error);

/* Make the schedule of an example's request, the decided limit being its
 * principal unless it states one, and compare it. Only memory ends the run. */
struct mutaid__json;
mutaid_status mutaid__run_request(mutaid_rulebook *rulebook,
                                  mutaid_report *report, const mutaid_case *c,
                                  const mutaid_decision *d,
                                  const struct mutaid__json *example);

#endif
