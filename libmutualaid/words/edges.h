/* SPDX-License-Identifier: MIT */
/* edges.h - lists of entries that begin at an edge: slices and bands. */
#ifndef MUTUALAID_WORDS_EDGES_H
#define MUTUALAID_WORDS_EDGES_H

#include "words/lower.h"
#include "words/read.h"

/* Read an object into an entry that has its place and its clause: `from` into
 * `when`, what begins there into `use`. False: a fault was reported. */
typedef bool mutaid__read_edge(mutaid__reader *reader,
                               const mutaid__json *json, mutaid__entry *entry);

/* Read such a list into a word of that kind; with a fault it has none. */
mutaid__word *mutaid__read_edges(mutaid__reader *reader,
                                 const mutaid__json *json,
                                 const mutaid__word_kind *kind,
                                 const char *list_name, const char *entry_name,
                                 mutaid__read_edge *read_edge);

/* Edges that are known beforehand must rise. */
void mutaid__check_rising(mutaid__lowering *lowering,
                          const mutaid__word *list);

#endif
