/* SPDX-License-Identifier: MIT */
/* build.h - a part while it is built: what is asked of each of its groups. */
#ifndef MUTUALAID_DECIDE_BUILD_H
#define MUTUALAID_DECIDE_BUILD_H

#include "decide/part.h"

/* What is being built: one part, with what is asked of its groups. */
typedef struct mutaid__builder {
    mutaid__arena *arena;
    mutaid_report *report;
    const mutaid__model *model;
    mutaid__part *part;
    const mutaid__with *with;
    size_t with_count;
    const mutaid__word *with_dated_by; /* of the package */
    mutaid_status status;
    bool is_watched; /* record every clause */
} mutaid__builder;

/* What a slot of a group holds. */
typedef enum mutaid__slot_kind {
    MUTAID__SLOT_CONDITION, /* a condition of a requirement */
    MUTAID__SLOT_WHEN,      /* of a benefit, a deadline or a member */
    MUTAID__SLOT_CONCERN,   /* the `when` of a requirement */
    MUTAID__SLOT_AMOUNT,    /* a pipeline, rounded to money */
    MUTAID__SLOT_LAST_DAY,  /* of a deadline */
    MUTAID__SLOT_KEPT,      /* whether a deadline is kept: two words */
    MUTAID__SLOT_ROUNDED,   /* an operand, rounded to money */
    MUTAID__SLOT_MONTHS,    /* a pipeline of months, rounded down */
    MUTAID__SLOT_MILLIONTHS, /* a pipeline of a rate, in millionths */
    MUTAID__SLOT_TERM       /* an operand that a schedule asks for */
} mutaid__slot_kind;

typedef struct mutaid__slot {
    mutaid__slot_kind kind;
    const mutaid__word *word, *kept_by;
    uint32_t item, requirement;
    bool is_exclusion;
} mutaid__slot;

typedef struct mutaid__group_slots {
    MUTAID__ARRAY(mutaid__slot) slots;
} mutaid__group_slots;

/* Slots are gathered group by group beside the part, then lowered. */
typedef struct mutaid__gathering {
    mutaid__builder *b;
    mutaid__group_slots *groups; /* by group */
    size_t room;                 /* for every group there can be */
} mutaid__gathering;

/* Room that is zero; NULL, and the builder's status says so, if there is none. */
void *mutaid__build_take(mutaid__builder *b, size_t size);

/* Begin a part; begin to gather what its groups are asked. */
bool mutaid__build_start(mutaid__builder *b, mutaid__part *part);
bool mutaid__build_gather(mutaid__builder *b, mutaid__gathering *g,
                          size_t room);

/* The group of the parts dated by a word: the same name, the same group. */
uint32_t mutaid__build_group(mutaid__builder *b, const mutaid__word *dated_by);

/* Ask a group for a word; where the answer will be found. */
mutaid__output mutaid__build_ask(mutaid__gathering *g, uint32_t group,
                                 mutaid__slot asked);
mutaid__output mutaid__build_ask_word(mutaid__gathering *g, uint32_t group,
                                      mutaid__slot_kind kind,
                                      const mutaid__word *word, uint32_t item,
                                      uint32_t requirement);

/* Lower what was asked: the day of each group, its versions. */
void mutaid__build_lower(mutaid__gathering *g);

void mutaid__build_scheme(mutaid__builder *b, const mutaid__scheme *scheme,
                          bool is_contribution, mutaid__part *part);
void mutaid__build_package(mutaid__builder *b, const mutaid__package *package,
                           bool is_contribution, mutaid__part *part);

/* Pieces of schemes that loans have too. */
void mutaid__build_requires(mutaid__gathering *g,
                            const mutaid__requires *requires, uint32_t group,
                            uint32_t item);
void mutaid__build_benefit(mutaid__gathering *g,
                           const mutaid__benefit *benefit,
                           uint32_t outer_group);

/* The part "loan.limit". */
void mutaid__build_limit(mutaid__builder *b, const mutaid__loan *loan,
                         mutaid__part *part);

/* "member.item", "scheme.contribution". */
mutaid__slice mutaid__build_joined(mutaid__builder *b, mutaid__slice a,
                                   const char *between, mutaid__slice c);

#endif
