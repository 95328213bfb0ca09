/* SPDX-License-Identifier: MIT */
/* labels.h - find facts, choices and parts by what people call them. */
#ifndef EXAMPLES_LABELS_H
#define EXAMPLES_LABELS_H

#include <mutualaid/mutualaid.h>

/* A rulebook gives everything a name for programs and a label in Chinese and
 * English for people. These find by label; 1 if exactly one fits, else 0. */

int label_fact(const mutaid_rulebook *rulebook, const char *label,
               size_t *fact_out);

/* Schemes and packages; what they cost has their title and goes by name. */
int label_part(const mutaid_rulebook *rulebook, const char *label,
               size_t *part_out);

int label_choice(const mutaid_rulebook *rulebook, size_t fact,
                 size_t choice_count, const char *label, size_t *choice_out);

#endif
