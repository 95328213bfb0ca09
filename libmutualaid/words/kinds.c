/* SPDX-License-Identifier: MIT */
/* kinds.c - the list of all kinds of words. */
#include "words/kinds.h"

const mutaid__word_kind *const mutaid__kinds[] = {
    /* operands; `on` holds a `use` of its own, so it comes first */
    &mutaid__operand_on,
    &mutaid__operand_use,
    &mutaid__operand_choose,
    &mutaid__operand_sum,
    &mutaid__operand_largest,
    &mutaid__operand_smallest,
    &mutaid__operand_count_of,
    &mutaid__operand_years_between,
    &mutaid__operand_months_between,
    &mutaid__operand_days_between,
    &mutaid__operand_later,
    &mutaid__operand_earlier,
    &mutaid__operand_steps,
    /* conditions */
    &mutaid__condition_is,
    &mutaid__condition_all,
    &mutaid__condition_any,
    &mutaid__condition_none,
    &mutaid__condition_exists,
    &mutaid__condition_the,
    /* steps */
    &mutaid__step_take,
    &mutaid__step_plus,
    &mutaid__step_minus,
    &mutaid__step_times,
    &mutaid__step_beyond,
    &mutaid__step_at_most,
    &mutaid__step_raise_to,
    &mutaid__step_none_below,
    &mutaid__step_slices,
    &mutaid__step_bands,
    &mutaid__step_round,
    &mutaid__step_cumulative,
    NULL,
};
