/* SPDX-License-Identifier: MIT */
/* boundary.h - boundary cases while they are searched, and once found. */
#ifndef MUTUALAID_PROVE_BOUNDARY_H
#define MUTUALAID_PROVE_BOUNDARY_H

#include "prove/edges.h"
#include "prove/forks.h"
#include <mutualaid/boundary.h>

/* The facts of one case, by fact. */
typedef struct mutaid__facts {
    int64_t *integers;
    uint8_t *states;
} mutaid__facts;

/* Numbers, each once. */
typedef struct mutaid__numbers {
    uint64_t *slots; /* 0 is empty */
    size_t slot_count, count;
} mutaid__numbers;

/* Two cases that differ in one fact; or one alone, without a fact. */
typedef struct mutaid__pair {
    mutaid__facts sides[2];
    uint32_t fact;
    bool is_shifted; /* in all their dates, by a day each */
    bool is_dropped;
    MUTAID__ARRAY(uint64_t) shows; /* numbers of what goes another way */
} mutaid__pair;

struct mutaid_boundaries {
    mutaid_rulebook *rulebook; /* a reference */
    mutaid__memory memory;
    mutaid__arena arena;
    uint32_t part;
    mutaid_boundaries_info info;
    MUTAID__ARRAY(mutaid_boundary) rows;
    MUTAID__ARRAY(mutaid__facts) facts; /* by row */
};

/* A search at work. */
typedef struct mutaid__boundary_search {
    mutaid_boundaries *found;
    mutaid__arena *arena; /* scratch */
    const mutaid__model *model;
    mutaid__study study;
    mutaid__forks forks;
    mutaid__edges *edges;
    mutaid__facts facts;           /* the case at hand */
    const mutaid__facts *base;     /* which it comes from */
    MUTAID__ARRAY(mutaid__facts) bases; /* cases to start from */
    MUTAID__ARRAY(mutaid__pair) pairs;
    mutaid__numbers ways;  /* gone by any case */
    mutaid__numbers shown; /* turns and ways that pairs show */
    int32_t **traces;      /* one for each depth of halving */
    size_t left;           /* evaluations */
    bool is_out_of_memory;
} mutaid__boundary_search;

/* Add a number; true if it is new. */
bool mutaid__numbers_add(mutaid__boundary_search *s, mutaid__numbers *numbers,
                         uint64_t number);
bool mutaid__numbers_has(const mutaid__numbers *numbers, uint64_t number);

/* What it means that a fork goes a way, or goes one or another. */
uint64_t mutaid__way_number(uint32_t fork, int32_t way);
uint64_t mutaid__turn_number(uint32_t fork, int32_t way, int32_t other);

mutaid__facts mutaid__facts_copy(mutaid__boundary_search *s,
                                 const mutaid__facts *facts);

/* The examples of the part, and what else a search starts from. */
void mutaid__boundary_bases(mutaid__boundary_search *s);

/* Drop the pairs whose turns others show as well; then rows. */
void mutaid__boundary_keep(mutaid__boundary_search *s);

/* Run the case at hand: false if two facts contradict each other, or the
 * budget is spent. */
bool mutaid__boundary_run(mutaid__boundary_search *s, int32_t *trace);

#endif
