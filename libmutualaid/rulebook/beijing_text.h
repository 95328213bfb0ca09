/* SPDX-License-Identifier: MIT */
/* beijing_text.h - the built-in rulebook's text; tools/embed makes the .c. */
#ifndef MUTUALAID_RULEBOOK_BEIJING_TEXT_H
#define MUTUALAID_RULEBOOK_BEIJING_TEXT_H

#include <stddef.h>

extern const char mutaid__beijing_text[];
extern const size_t mutaid__beijing_length; /* without the NUL */

#endif
