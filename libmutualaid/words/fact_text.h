/* SPDX-License-Identifier: MIT */
/* fact_text.h - a fact's value as text and back: cases, ranges, defaults. */
#ifndef MUTUALAID_WORDS_FACT_TEXT_H
#define MUTUALAID_WORDS_FACT_TEXT_H

#include "words/model.h"

/* The integer that a text is for a fact: NONE, or why it is not. The range is
 * not looked at. */
mutaid_code mutaid__fact_integer(const mutaid__model *model,
                                 const mutaid__fact *fact, mutaid__slice text,
                                 int64_t *integer_out);
/* An integer of a fact as the text that is read back as it: 1300.00. */
void mutaid__out_fact(mutaid__out *out, const mutaid__model *model,
                      const mutaid__fact *fact, int64_t integer);
/* The form that a text must have, for remedies: "1300.00". */
const char *mutaid__fact_form(const mutaid__model *model,
                              const mutaid__fact *fact);

#endif
