/* SPDX-License-Identifier: MIT */
/* claim.h - something that some case may do: searched for, told in words. */
#ifndef MUTUALAID_PROVE_CLAIM_H
#define MUTUALAID_PROVE_CLAIM_H

#include "prove/search.h"

/* How a column lies to another, or to a number. */
typedef enum mutaid__side {
    MUTAID__SIDE_BELOW,
    MUTAID__SIDE_ABOVE,
    MUTAID__SIDE_APART /* not equal */
} mutaid__side;

typedef struct mutaid__comparison {
    uint32_t column;
    mutaid__side side;
    uint32_t other; /* a column; MUTAID_NONE: `bound` */
    mutaid__ratio bound;
} mutaid__comparison;

#define MUTAID__MOST_COMPARISONS 2

/* In one version of a group, on one path, some comparisons hold together. */
typedef struct mutaid__claim {
    uint32_t group;
    const mutaid__version *version;
    uint32_t guards[2 * MUTAID__MOST_COMPARISONS]; /* flags; NONE: always */
    mutaid__comparison comparisons[MUTAID__MOST_COMPARISONS];
    size_t comparison_count;
    uint32_t item; /* where cases count that are paid: of this item */
    bool is_of_paid;
} mutaid__claim;

/* A claim without guards and comparisons. */
mutaid__claim mutaid__claim_of(uint32_t group, const mutaid__version *version);

/* What a column of the version of a claim can be after an evaluation. */
mutaid__span mutaid__claim_span(const mutaid__claim *claim,
                                const mutaid__part_run *run, uint32_t column);
/* Whether the column of a span lies on a side of another: may it, must it? */
bool mutaid__may_lie(mutaid__side side, mutaid__ratio a_least,
                     mutaid__ratio a_most, mutaid__ratio b_least,
                     mutaid__ratio b_most);

/* For an aim whose `what` is a claim: worth 1. */
void mutaid__look_at_claim(const mutaid__aim *aim, const mutaid__part_run *run,
                           mutaid__estimate *estimate_out);

/* Where proofs at reading take place. */
typedef struct mutaid__court {
    mutaid__workspace workspace;
    mutaid__memory *memory;
    mutaid__span *facts; /* as declared, and ordered */
    size_t budget;       /* evaluations that are left */
} mutaid__court;

/* Narrow the fact that a group is dated by, if it is one; false if no day is
 * left. */
bool mutaid__limit_day(const mutaid__group *group, int64_t from, int64_t until,
                       mutaid__span *facts);

/* Look for a case that does what is claimed. What is found stays in
 * `scratch`. */
mutaid_status mutaid__claim_search(mutaid__court *court, mutaid__part_run *run,
                                   const mutaid__claim *claim,
                                   mutaid__arena *scratch,
                                   mutaid__found *found_out);

/* " (cost 5.00, day 2024-01-01)": the facts that a case found takes; "" where
 * there is none, or where every case does it. */
mutaid__slice mutaid__found_text(mutaid__arena *arena,
                                 const mutaid__model *model,
                                 const mutaid__found *found);

#endif
