/* SPDX-License-Identifier: MIT */
/* answer_program.h - how a part comes out, as operations of its program. */
#ifndef MUTUALAID_DECIDE_ANSWER_PROGRAM_H
#define MUTUALAID_DECIDE_ANSWER_PROGRAM_H

#include "decide/part.h"

/* Columns in which the answer of a part stands, for facts that are all known
 * and days on which the part is in force. */
typedef struct mutaid__answer_columns {
    uint32_t outcome; /* mutaid_outcome */
    uint32_t amount;
    uint32_t *item_outcomes, *item_amounts; /* by item */
    uint32_t *fails; /* by requirement: it failed, for an item that the case is
                        about */
} mutaid__answer_columns;

/* Whether a part can be answered so: a scheme or a contribution that reads
 * everything on one day. That is the fact `*fact_out`, or the same day always
 * (MUTAID_NONE): `*day_out`. */
bool mutaid__answer_is_program(const mutaid__part *part, uint32_t *fact_out,
                               int64_t *day_out);

/* Go on with a copy of a version's program up to the answer; the rules are
 * those of evaluate.c and items.c for facts that are known. `in_force` says of
 * each item whether it is, on the days that are asked for. */
mutaid_status mutaid__answer_lower(mutaid__arena *arena,
                                   const mutaid__part *part,
                                   const mutaid__version *version,
                                   const bool *in_force,
                                   mutaid__program *program_out,
                                   mutaid__answer_columns *columns_out);

#endif
