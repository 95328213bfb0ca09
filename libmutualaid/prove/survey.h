/* SPDX-License-Identifier: MIT */
/* survey.h - by clause: is it ever reached, does it ever change anything? */
#ifndef MUTUALAID_PROVE_SURVEY_H
#define MUTUALAID_PROVE_SURVEY_H

#include "prove/prove.h"

/* What is seen of a clause over all parts and versions. Ranges may show more
 * than cases do; what they do not show, no case does. */
typedef struct mutaid__sight {
    const mutaid__branch *branch; /* a branch begins here */
    bool is_reached;
    const mutaid__word *step; /* a step stands here */
    bool may_change;
    const mutaid__require *require; /* a requirement stands here */
    bool may_fail, may_hold;
    const mutaid__benefit *benefit; /* a benefit stands here */
    bool may_apply;
} mutaid__sight;

typedef struct mutaid__survey {
    mutaid__trial *trial;
    mutaid__sight *sights; /* by clause */
} mutaid__survey;

mutaid_status mutaid__survey_make(mutaid__trial *trial,
                                  mutaid__survey *survey);

#endif
