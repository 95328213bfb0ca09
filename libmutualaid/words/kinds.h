/* SPDX-License-Identifier: MIT */
/* kinds.h - every kind of word; the list is in kinds.c. */
#ifndef MUTUALAID_WORDS_KINDS_H
#define MUTUALAID_WORDS_KINDS_H

#include "words/word.h"

/* Operands without a key of their own. */
extern const mutaid__word_kind mutaid__operand_plain; /* literals, names */
extern const mutaid__word_kind mutaid__operand_dated;

extern const mutaid__word_kind mutaid__operand_on;
extern const mutaid__word_kind mutaid__operand_use;
extern const mutaid__word_kind mutaid__operand_choose;
extern const mutaid__word_kind mutaid__operand_sum;
extern const mutaid__word_kind mutaid__operand_largest;
extern const mutaid__word_kind mutaid__operand_smallest;
extern const mutaid__word_kind mutaid__operand_count_of;
extern const mutaid__word_kind mutaid__operand_years_between;
extern const mutaid__word_kind mutaid__operand_months_between;
extern const mutaid__word_kind mutaid__operand_days_between;
extern const mutaid__word_kind mutaid__operand_later;
extern const mutaid__word_kind mutaid__operand_earlier;
extern const mutaid__word_kind mutaid__operand_steps;

extern const mutaid__word_kind mutaid__condition_is;
extern const mutaid__word_kind mutaid__condition_all;
extern const mutaid__word_kind mutaid__condition_any;
extern const mutaid__word_kind mutaid__condition_none;
extern const mutaid__word_kind mutaid__condition_exists;
extern const mutaid__word_kind mutaid__condition_the;

extern const mutaid__word_kind mutaid__step_take;
extern const mutaid__word_kind mutaid__step_plus;
extern const mutaid__word_kind mutaid__step_minus;
extern const mutaid__word_kind mutaid__step_times;
extern const mutaid__word_kind mutaid__step_beyond;
extern const mutaid__word_kind mutaid__step_at_most;
extern const mutaid__word_kind mutaid__step_raise_to;
extern const mutaid__word_kind mutaid__step_none_below;
extern const mutaid__word_kind mutaid__step_slices;
extern const mutaid__word_kind mutaid__step_bands;
extern const mutaid__word_kind mutaid__step_round;
extern const mutaid__word_kind mutaid__step_cumulative;

#endif
