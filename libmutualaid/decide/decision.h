/* SPDX-License-Identifier: MIT */
/* decision.h - an explained answer, inside. */
#ifndef MUTUALAID_DECIDE_DECISION_H
#define MUTUALAID_DECIDE_DECISION_H

#include "decide/open.h"
#include "input/case.h"
#include <mutualaid/decision.h>

/* A value as a line or finding shows it. */
typedef struct mutaid__shown {
    mutaid__shape shape;
    mutaid_state state;
    mutaid__ratio value;
} mutaid__shown;

typedef struct mutaid__line {
    const mutaid__line_plan *plan; /* NULL: the total, or a last rounding */
    const char *step;
    uint32_t depth, item, clause;
    int64_t day; /* a day of the version that ran */
    bool is_applied;
    mutaid__shown before, operand, after, exact;
    int64_t share;
} mutaid__line;

typedef struct mutaid__finding {
    const mutaid__finding_plan *plan;
    mutaid__shown found, required, distance;
} mutaid__finding;

typedef struct mutaid__requirement {
    mutaid__slice id;
    mutaid__labels text;
    mutaid_requirement_kind kind;
    mutaid_verdict verdict;
    uint32_t item, clause;
    size_t first_finding, finding_count;
} mutaid__requirement;

typedef struct mutaid__item {
    mutaid_outcome outcome;
    int64_t least, most;
} mutaid__item;

typedef struct mutaid__deadline_answer {
    const mutaid__deadline_plan *plan;
    mutaid__shown last_day;
} mutaid__deadline_answer;

struct mutaid_decision {
    mutaid_rulebook *rulebook; /* a reference */
    mutaid__memory memory;
    mutaid__arena arena;
    mutaid__workspace workspace;
    mutaid__opening opening;
    mutaid__part_run *runs; /* by part; `part` NULL until first used */
    uint32_t part;          /* MUTAID_NONE: nothing was decided */
    mutaid_outcome outcome;
    int64_t least, most;
    mutaid__span *facts; /* as they were taken */
    uint8_t *states;     /* as the case gave them */
    MUTAID__ARRAY(mutaid__item) items;
    MUTAID__ARRAY(mutaid__requirement) requirements;
    MUTAID__ARRAY(mutaid__finding) findings;
    MUTAID__ARRAY(mutaid__line) lines;
    MUTAID__ARRAY(mutaid__deadline_answer) deadlines;
    MUTAID__ARRAY(mutaid_note) notes;
    MUTAID__ARRAY(uint32_t) missing;
    bool is_out_of_memory;
};

/* Decide, and leave it at outcome, least and most, and what the part's run
 * holds: nothing is collected. Case, part and decision fit each other. */
mutaid_status mutaid__decide_answer(const mutaid_case *c, size_t part,
                                    mutaid_decision *decision,
                                    mutaid_error *error);
/* Beside the states of mutaid_state, inside: not given, and no default may
 * stand in. */
#define MUTAID__STATE_UNKNOWN 4u

/* A fact of a case as a span: its value, its default, or its range. */
mutaid__span mutaid__fact_span(const mutaid__fact *fact, int64_t integer,
                               uint8_t state);

/* Fill everything but the answer itself from the part's run. */
void mutaid__collect(mutaid_decision *decision);
/* An item as the decision shows it; `is_refused`: the part is, `most`: what
 * the part pays at most. */
mutaid__item mutaid__item_of(const mutaid__item_answer *answer,
                             bool is_refused, int64_t most);
/* Whether the case is not about an item. */
bool mutaid__item_is_idle(const mutaid__item_answer *answer);

/* The clause itself, or the nearest around it that has a label or an id. */
uint32_t mutaid__named_clause(const mutaid__model *model, uint32_t clause);
/* What a clause that is not published is to a decision. */
mutaid_note_kind mutaid__basis_note(const mutaid__model *model,
                                    uint32_t clause);

/* The name of what a word stands for, or "". */
mutaid__slice mutaid__word_name(const mutaid__word *word);
mutaid__labels mutaid__word_labels(const mutaid__model *model,
                                   const mutaid__word *word);
mutaid_value mutaid__value_of(const mutaid__model *model,
                              const mutaid__shown *shown);

#endif
