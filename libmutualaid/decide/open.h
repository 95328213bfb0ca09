/* SPDX-License-Identifier: MIT */
/* open.h - facts that are not given: split, joined, bounds made tight. */
#ifndef MUTUALAID_DECIDE_OPEN_H
#define MUTUALAID_DECIDE_OPEN_H

#include "decide/evaluate.h"

/* How many evaluations a decision with open facts may take; past it, bounds
 * hold but may be wider than they need be. */
#define MUTAID__MOST_EVALUATIONS 600

/* One way in which the split facts can turn out. */
typedef struct mutaid__leaf {
    uint32_t parent; /* node that it comes from */
    mutaid__answer answer;
} mutaid__leaf;

typedef struct mutaid__opening {
    mutaid__answer answer;  /* joined over all ways */
    bool *missing;          /* by fact */
    bool is_split;          /* the part's run shows one way only */
    /* scratch, used again and again */
    struct mutaid__box *boxes;
    struct mutaid__node *nodes;
    mutaid__leaf *leaves;
    size_t box_count, node_count, leaf_count;
    mutaid__span *facts; /* by depth: spans of all facts */
    size_t evaluations;
    uint64_t *reached; /* by undetermined leaves */
    uint64_t *at_leaf; /* what reaches one leaf, while its facts are tried */
} mutaid__opening;

mutaid_status mutaid__opening_init(mutaid__workspace *workspace,
                                   mutaid__opening *opening);

/* Evaluate a part for facts of which some are open. The run is left as it is
 * for the facts as given. */
mutaid_status mutaid__open(mutaid__workspace *workspace,
                           const mutaid__span *facts, mutaid__part_run *run,
                           mutaid__opening *opening);

/* Facts that must not precede others bound each other: false if a pair
 * contradicts itself, with its facts. */
bool mutaid__order_facts(const mutaid__model *model, mutaid__span *facts,
                         uint32_t *earlier_out, uint32_t *later_out);
/* Two facts in the wrong order, as an error: the later one is named, with
 * both days. */
mutaid_status mutaid__fail_order(const mutaid__model *model,
                                 const mutaid__span *facts, uint32_t earlier,
                                 uint32_t later, mutaid_error *error);

#endif
