/* SPDX-License-Identifier: MIT */
/* study.h - one part at work, so that every clause of it can be watched. */
#ifndef MUTUALAID_PROVE_STUDY_H
#define MUTUALAID_PROVE_STUDY_H

#include "decide/evaluate.h"
#include "input/case.h"
#include <mutualaid/coverage.h>

/* A part lowered so that every clause leaves a touch, and its workspace. */
typedef struct mutaid__study {
    mutaid__arena arena;
    const mutaid__model *model;
    mutaid__part part;
    mutaid__workspace workspace;
    mutaid__part_run run;
    mutaid__span *facts; /* as they were taken */
} mutaid__study;

/* Lower the part of `model` that is like `like`. To be released by
 * mutaid__study_free() in any case; borrows memory and model. */
mutaid_status mutaid__study_init(mutaid__study *study, mutaid__memory *memory,
                                 const mutaid__model *model,
                                 const mutaid__part *like);
void mutaid__study_free(mutaid__study *study);

/* Evaluate for the facts of a case, given as arrays by fact: MUTAID_ERROR_RANGE
 * if two of them contradict each other. */
mutaid_status mutaid__study_run(mutaid__study *study, const int64_t *integers,
                                const uint8_t *states,
                                const mutaid_calendar *calendar);

/* Raise what each clause (by index) came to in the last run. */
void mutaid__study_reach(const mutaid__study *study, uint8_t *reach);

#endif
