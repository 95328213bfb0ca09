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
    bool has_reach; /* of a cap: the most that meets it, the least it is */
    mutaid__shape shape;
    mutaid__ratio reach, cap;
    const mutaid__require *require; /* a requirement stands here */
    bool may_fail, may_hold;
    const mutaid__finding_plan *finding; /* its first comparison ... */
    mutaid__ratio found_least, found_most; /* ... and what is compared */
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
