/* SPDX-License-Identifier: MIT */
/* examples.h - the examples of a rulebook, decided and compared. */
#ifndef MUTUALAID_RULEBOOK_EXAMPLES_H
#define MUTUALAID_RULEBOOK_EXAMPLES_H

#include "input/book.h"

/* Run every example: what does not come out as expected is a fault at its
 * place. For an example with parameters its part is lowered anew. */
mutaid_status mutaid__run_examples(mutaid_rulebook *rulebook,
                                   mutaid_report *report, mutaid_error *error);

#endif
