/* SPDX-License-Identifier: MIT */
/* tell.h - words as phrases in zh and en: what every kind's `tell` calls. */
#ifndef MUTUALAID_WORDS_TELL_H
#define MUTUALAID_WORDS_TELL_H

#include "words/model.h"

/* Where a phrase goes and in which language. */
struct mutaid__teller {
    const mutaid__model *model;
    mutaid__out *out;
    mutaid_language language;
    bool has_operand; /* what the step at hand worked with is known: */
    mutaid__shape operand_shape;
    mutaid__ratio operand;
};

/* The operand of a step: its label if it has a name, and its value where that
 * is known. */
void mutaid__tell_operand(mutaid__teller *teller, const mutaid__word *word);

/* Write `zh` or `en`. */
void mutaid__tell_text(mutaid__teller *teller, const char *zh, const char *en);
void mutaid__tell_label(mutaid__teller *teller, mutaid__labels labels,
                        mutaid__slice name);
void mutaid__tell_word(mutaid__teller *teller, const mutaid__word *word);
void mutaid__tell_value(mutaid__teller *teller, mutaid__shape shape,
                        mutaid__ratio value);
void mutaid__tell_list(mutaid__teller *teller, const mutaid__word *word,
                       const char *zh, const char *en);

#endif
