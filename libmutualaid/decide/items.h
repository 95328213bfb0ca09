/* SPDX-License-Identifier: MIT */
/* items.h - the steps of an evaluation, shared by the files that take them. */
#ifndef MUTUALAID_DECIDE_ITEMS_H
#define MUTUALAID_DECIDE_ITEMS_H

#include "decide/evaluate.h"

/* --- groups.c ------------------------------------------------------------ */

/* Run a group for the facts; `scratch` holds facts while a version runs. */
mutaid_status mutaid__run_group(mutaid__workspace *w,
                                const mutaid__group *group,
                                const mutaid__span *facts,
                                mutaid__span *scratch, mutaid__group_run *run);
/* The facts that reach an output. */
const uint64_t *mutaid__output_reached(const mutaid__workspace *w,
                                       const mutaid__part_run *run,
                                       mutaid__output output);
/* Whether a column is a fact as the case gives it: a package may put another
 * operand in its place. */
bool mutaid__is_fact_column(const mutaid__program *program, uint32_t column,
                            uint32_t fact);
/* Add a set of facts to another. */
void mutaid__add_facts(uint64_t *to, const uint64_t *from, size_t count);

/* --- items.c -------------------------------------------------------------- */

typedef struct mutaid__force_answer {
    bool may_be_in, may_be_out, may_have_no_day, may_have_no_rule;
} mutaid__force_answer;

mutaid__require_answer mutaid__answer_require(const mutaid__part_run *run,
                                              const mutaid__require_plan *plan);
/* A requirement that may fail and need not is open: what reaches it is added
 * to `reached`. */
void mutaid__reach_require(const mutaid__workspace *w, mutaid__part_run *run,
                           const mutaid__require_plan *plan,
                           const mutaid__require_answer *answer,
                           uint64_t *reached);
/* A day held against the days in which something is in force. */
mutaid__force_answer mutaid__answer_force(mutaid__force force,
                                          const mutaid__span *day);
/* A benefit; `reached` gathers what can change it. */
mutaid__item_answer mutaid__answer_item(const mutaid__workspace *w,
                                        mutaid__part_run *run, uint32_t item,
                                        uint64_t *reached);
/* What is left of the total before the first benefit, and what the benefits
 * get of it. */
mutaid__span mutaid__left_of_total(const mutaid__part_run *run);
void mutaid__apply_total(mutaid__part_run *run);
void mutaid__cut_by_total(mutaid__part_run *run);

#endif
