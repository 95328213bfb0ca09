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
    int64_t day;      /* tell what is in force on it; INT64_MIN: all of it */
    bool has_operand; /* what the step at hand worked with is known: */
    mutaid__shape operand_shape;
    mutaid__ratio operand;
    int depth; /* words around the one that is told */
};

/* A teller without an operand. */
mutaid__teller mutaid__teller_of(const mutaid__model *model, mutaid__out *out,
                                 mutaid_language language);
/* A label in both languages; a missing one repeats the other. */
mutaid_text mutaid__labels_text(mutaid__labels labels);
/* The entry of a dated word that is told; NULL: all are. */
const mutaid__entry *mutaid__told_entry(const mutaid__teller *teller,
                                        const mutaid__word *word);
/* A dated list of slices or bands. */
void mutaid__tell_dated(mutaid__teller *teller, const mutaid__word *word);

/* The operand of a step: its label if it has a name, and its value where that
 * is known. */
void mutaid__tell_operand(mutaid__teller *teller, const mutaid__word *word);

/* Write `zh` or `en`. */
void mutaid__tell_text(mutaid__teller *teller, const char *zh, const char *en);
void mutaid__tell_label(mutaid__teller *teller, mutaid__labels labels,
                        mutaid__slice name);
void mutaid__tell_word(mutaid__teller *teller, const mutaid__word *word);
/* Brackets around what would run into the words around it: nothing where the
 * word stands alone. */
void mutaid__tell_bracket(mutaid__teller *teller, const char *zh,
                          const char *en);
void mutaid__tell_value(mutaid__teller *teller, mutaid__shape shape,
                        mutaid__ratio value);
void mutaid__tell_list(mutaid__teller *teller, const mutaid__word *word,
                       const char *zh, const char *en);

#endif
