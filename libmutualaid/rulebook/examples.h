/* SPDX-License-Identifier: MIT */
/* examples.h - the examples of a rulebook, decided and compared. */
#ifndef MUTUALAID_RULEBOOK_EXAMPLES_H
#define MUTUALAID_RULEBOOK_EXAMPLES_H

#include "input/book.h"

/* Run every example: what does not come out as expected is a fault at its
 * place. Examples with parameters read the text again with these overrides. */
mutaid_status mutaid__run_examples(mutaid_rulebook *rulebook,
                                   mutaid_report *report, const char *text,
                                   size_t length,
                                   const mutaid_read_options *options,
                                   mutaid_error *error);

#endif
