/* SPDX-License-Identifier: MIT */
/* listing.h - show what can be decided, and which columns that takes. */
#ifndef EXAMPLES_LISTING_H
#define EXAMPLES_LISTING_H

#include <mutualaid/mutualaid.h>

/* List the parts of a rulebook on stdout. */
mutaid_status list_parts(const mutaid_rulebook *rulebook, mutaid_error *error);

/* List the columns that a part reads: name, what may stand there, label. */
mutaid_status list_columns(const mutaid_rulebook *rulebook, const char *part,
                           mutaid_error *error);

#endif
