/* SPDX-License-Identifier: MIT */
/* prove.h - what is proved of a rulebook while it is read. */
#ifndef MUTUALAID_PROVE_PROVE_H
#define MUTUALAID_PROVE_PROVE_H

#include "prove/claim.h"

/* Everything that has been read, and where faults go. */
typedef struct mutaid__trial {
    mutaid__memory *memory;
    mutaid_report *report;
    const mutaid__model *model;
    const mutaid__part *parts;
    size_t part_count;
    size_t text_length; /* the effort is in proportion to it */
    /* inside */
    mutaid__arena arena;
    mutaid__court court;
    mutaid__part_run *runs; /* by part */
} mutaid__trial;

/* Start: takes memory of its own, which mutaid__trial_end() gives back. */
mutaid_status mutaid__trial_start(mutaid__trial *trial);
void mutaid__trial_end(mutaid__trial *trial);

/* Duties: what no case may do is a fault, with a case that does it. */
mutaid_status mutaid__prove_duties(mutaid__trial *trial);
/* Warnings: what no case ever reaches, changes, fails or uses. */
mutaid_status mutaid__warn_idle(mutaid__trial *trial);
/* Warnings: steps in an order that hardly anybody means. */
mutaid_status mutaid__warn_order(mutaid__trial *trial);

/* Whether a clause, or one that it stands in, silences a warning. */
bool mutaid__is_intended(const mutaid__model *model, uint32_t clause,
                         mutaid__intent intent);
mutaid_status mutaid__trial_run(mutaid__trial *trial, size_t part,
                                mutaid__part_run **run_out);

#endif
