/* SPDX-License-Identifier: MIT */
/* variant.h - one part of a rulebook under other parameters. */
#ifndef MUTUALAID_PROVE_VARIANT_H
#define MUTUALAID_PROVE_VARIANT_H

#include "input/book.h"

/* A rulebook that shares everything with its base but the parameters and the
 * one part that was lowered anew under them: its other parts are empty. It
 * lives in its creator's frame and outlives every case and decision of it. */
typedef struct mutaid__variant {
    mutaid_rulebook rulebook;
    mutaid_report *report; /* faults that the parameters cause */
} mutaid__variant;

/* Make the part numbered `part` for an object of literals by parameter. To be
 * released by mutaid__variant_free() in any case.
 * MUTAID_ERROR_NAME for no such parameter, MUTAID_ERROR_RULEBOOK for a fault. */
mutaid_status mutaid__variant_init(mutaid__variant *variant,
                                   const mutaid_rulebook *base,
                                   uint32_t part,
                                   const mutaid__json *parameters,
                                   mutaid_error *error);
void mutaid__variant_free(mutaid__variant *variant);

#endif
