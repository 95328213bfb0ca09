/* SPDX-License-Identifier: MIT */
/* load.h - get the rulebook by which adjudicate decides. */
#ifndef EXAMPLES_LOAD_H
#define EXAMPLES_LOAD_H

#include "options.h"

/* Read the rulebook that the options name, with their overrides. The caller
 * owns a reference; NULL after every fault has been said on stderr. */
mutaid_rulebook *load_rulebook(const options *o);

#endif
