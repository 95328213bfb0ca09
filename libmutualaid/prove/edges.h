/* SPDX-License-Identifier: MIT */
/* edges.h - where the rules of a part change: days and numbers, by fact. */
#ifndef MUTUALAID_PROVE_EDGES_H
#define MUTUALAID_PROVE_EDGES_H

#include "decide/part.h"

/* For each fact the values from which on something differs from what holds
 * just below, rising, each once. */
typedef struct mutaid__edges {
    struct mutaid__edge_list {
        MUTAID__ARRAY(int64_t) values;
    } *by_fact;
} mutaid__edges;

mutaid_status mutaid__edges_find(mutaid__arena *arena,
                                 const mutaid__model *model,
                                 const mutaid__part *part,
                                 mutaid__edges **edges_out);

/* The edge of a fact from `least` to `most` that is nearest to `near`; `near`
 * itself if there is none. */
int64_t mutaid__edge_near(const mutaid__edges *edges, uint32_t fact,
                          int64_t least, int64_t most, int64_t near);

#endif
