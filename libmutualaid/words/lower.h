/* SPDX-License-Identifier: MIT */
/* lower.h - from words to a program: what every kind's `lower` calls. */
#ifndef MUTUALAID_WORDS_LOWER_H
#define MUTUALAID_WORDS_LOWER_H

#include "machine/emit.h"
#include "words/model.h"
#include <mutualaid/decision.h>

/* What one line of an explanation shows: columns of the program. */
typedef struct mutaid__line_plan {
    const mutaid__word *word; /* a step, or the operand of a value */
    const char *step;         /* the word of the rulebook, or "value" */
    uint32_t value;           /* for "value": which */
    uint32_t depth;
    uint32_t item;   /* given by the part */
    uint32_t clause;
    uint32_t guard;  /* a flag: the line belongs to the path; NONE: always */
    uint32_t when;   /* a flag: the step's own condition; NONE: none */
    uint32_t before, operand, after, exact; /* columns or NONE */
    mutaid__shape before_shape, operand_shape, shape;
} mutaid__line_plan;

typedef enum mutaid__touch_kind {
    MUTAID__TOUCH_CLAUSE,    /* a clause that is assumed or inferred */
    MUTAID__TOUCH_PARAMETER, /* a parameter */
    MUTAID__TOUCH_FACT,      /* a fact that has a default */
    MUTAID__TOUCH_SERIES     /* a series that is known up to a day */
} mutaid__touch_kind;

/* What a word is lowered for; only amounts have lines, only requirements
 * findings. */
typedef enum mutaid__purpose {
    MUTAID__FOR_AMOUNT,
    MUTAID__FOR_WHEN,        /* whether a benefit applies */
    MUTAID__FOR_REQUIREMENT, /* whether it holds */
    MUTAID__FOR_CONCERN,     /* whether a requirement concerns the case */
    MUTAID__FOR_INFORMATION  /* the last day of a deadline */
} mutaid__purpose;

/* Something a decision may lean on, and how to see whether it does. */
typedef struct mutaid__touch {
    mutaid__touch_kind kind;
    uint32_t index;       /* clause, parameter or fact */
    uint32_t clause;
    uint32_t guard;       /* a flag: it is on the path; NONE: always */
    uint32_t line;        /* the step that it works through, or NONE */
    mutaid__purpose purpose;
    uint32_t requirement; /* the requirement that it is part of, or NONE */
    uint32_t item;
    uint32_t date;        /* SERIES: the column it is read by; NONE: version */
    int64_t known_until;
} mutaid__touch;

/* One comparison inside a requirement. */
typedef struct mutaid__finding_plan {
    const mutaid__word *subject; /* what is compared: a name, mostly */
    mutaid_relation relation;
    bool is_wanted;     /* the comparison is wanted to hold */
    uint32_t requirement;
    uint32_t guard;
    uint32_t found, required, holds; /* columns; required may be NONE */
    mutaid__shape shape;
} mutaid__finding_plan;

/* A way through the words that some case should take: an entry of a choice, a
 * band, a row, an entry by date. */
typedef struct mutaid__branch {
    const mutaid__word *word; /* whose entry it is; a table's key */
    const mutaid__word *also; /* the table's other key, or NULL */
    uint32_t entry;           /* which, of a word with entries */
    uint32_t clause;
    uint32_t guard; /* a flag: a case comes here; NONE: every case */
} mutaid__branch;

/* Something that no case may do, to be proved before the rulebook is used. */
typedef struct mutaid__duty {
    mutaid_code code; /* what it is a fault of */
    mutaid__place place;
    mutaid__shape shape;
    uint32_t column, guard, item;
    bool is_above;   /* the column must not pass `bound`, else not fall below */
    bool is_strict;  /* refused unless the bounds of the column show it */
    bool is_of_paid; /* of cases that are paid */
    mutaid__ratio bound;
    uint32_t rising; /* where this column is below zero it is no fault; NONE */
} mutaid__duty;

/* An amount from which on less comes out than just below it. */
typedef struct mutaid__cliff {
    mutaid__place place;
    uint32_t clause;
    uint32_t column, guard;
    mutaid__ratio at;
    mutaid__slice at_text, fall_text; /* "500.00", "from 9.00 to 4.00" */
} mutaid__cliff;

/* A condition whose outcome is taken for granted. */
typedef struct mutaid__assumption {
    const mutaid__word *condition;
    bool holds;
} mutaid__assumption;

/* The day on which dated words are read. */
typedef struct mutaid__reading_day {
    uint32_t date;       /* a column; NONE while there is none */
    bool is_version;     /* one program for each stretch between changes */
    int64_t from, until; /* the stretch, both included */
} mutaid__reading_day;

/* What a value was lowered to, for its next use on the same day. */
typedef struct mutaid__lowered_value {
    uint32_t value;
    uint32_t date;
    uint32_t column;
    size_t first_line, end_line, first_touch, end_touch;
    uint32_t depth;
    int detail; /* what was recorded: see recording() in lower_names.c */
} mutaid__lowered_value;

#define MUTAID__MOST_ASSUMPTIONS 4

struct mutaid__lowering {
    mutaid__arena *arena;
    mutaid_report *report;
    const mutaid__model *model;
    mutaid__emitter emitter;
    mutaid__reading_day day;
    const mutaid__with *with; /* operands in place of facts */
    size_t with_count;
    mutaid__reading_day with_day; /* the day on which they are read */
    bool is_inside_with;
    bool is_watched; /* record every clause, whatever its basis */
    uint32_t value_uses; /* that were not known yet */
    bool closes_facts; /* a package's `when`: what is not given is absent */
    /* where we are */
    mutaid__purpose purpose;
    uint32_t guard, line, requirement, item, depth;
    bool is_silent; /* record no lines, touches and findings */
    bool is_wanted; /* inside a requirement: conditions are wanted to hold */
    /* what the step at hand shows beside its amounts */
    uint32_t shown_operand, shown_exact;
    mutaid__shape shown_shape;
    /* curves: see mutaid__lower_condition() */
    bool is_bending;
    const mutaid__word *blocking;
    mutaid__assumption assumptions[MUTAID__MOST_ASSUMPTIONS];
    size_t assumption_count;
    MUTAID__ARRAY(mutaid__lowered_value) values;
    MUTAID__ARRAY(mutaid__line_plan) lines;
    MUTAID__ARRAY(mutaid__touch) touches;
    MUTAID__ARRAY(mutaid__finding_plan) findings;
    MUTAID__ARRAY(mutaid__branch) branches;
    MUTAID__ARRAY(mutaid__duty) duties;
    MUTAID__ARRAY(mutaid__cliff) cliffs;
};

/* Start a program for the words of `model`. */
mutaid_status mutaid__lowering_init(mutaid__lowering *lowering,
                                    mutaid__arena *arena,
                                    mutaid_report *report,
                                    const mutaid__model *model,
                                    mutaid__program *program);

/* Lower a word; a fault of emission is reported at its place. */
uint32_t mutaid__lower(mutaid__lowering *lowering, const mutaid__word *word,
                       uint32_t amount);
uint32_t mutaid__lower_operand(mutaid__lowering *lowering,
                               const mutaid__word *word);
/* As mutaid__lower_operand(), and show it as the operand of the step. */
uint32_t mutaid__lower_shown(mutaid__lowering *lowering,
                             const mutaid__word *word);
/* A flag column. An assumption answers first; while bending, a condition that
 * is not known beforehand is remembered as `blocking`. */
uint32_t mutaid__lower_condition(mutaid__lowering *lowering,
                                 const mutaid__word *word);
uint32_t mutaid__lower_steps(mutaid__lowering *lowering,
                             const mutaid__word *steps, uint32_t amount);
uint32_t mutaid__lower_value(mutaid__lowering *lowering, uint32_t value);
uint32_t mutaid__lower_table(mutaid__lowering *lowering, uint32_t table);
uint32_t mutaid__lower_fact(mutaid__lowering *lowering, uint32_t fact);

/* Lower the entry of a dated word that is in force: `lower` is called with
 * the words of entries that may be. */
uint32_t mutaid__lower_dated(
    mutaid__lowering *lowering, const mutaid__word *word,
    uint32_t (*lower)(mutaid__lowering *, const mutaid__word *use,
                      uint32_t amount),
    uint32_t amount);
/* The use that is in force throughout the version; false if that is not known
 * beforehand. `*use_out` NULL: no rule. */
bool mutaid__dated_in_force(const mutaid__lowering *lowering,
                            const mutaid__word *word,
                            const mutaid__word **use_out);
/* Whether a dated word is a long series: a look-up, not versions. */
bool mutaid__is_series(const mutaid__word *word);

/* Lower the inside of a branch: the guard of what is recorded there. */
uint32_t mutaid__enter_branch(mutaid__lowering *lowering, uint32_t condition);
void mutaid__leave_branch(mutaid__lowering *lowering, uint32_t guard);
/* Record where we are as a branch; its guard is set here. */
void mutaid__lower_branch(mutaid__lowering *lowering, mutaid__branch branch);
/* Record that a column must not leave a bound where we are; the rest of `duty`
 * is set by the caller. */
void mutaid__lower_duty(mutaid__lowering *lowering, mutaid__duty duty);

/* Record a comparison, if inside a requirement. */
void mutaid__lower_finding(mutaid__lowering *lowering,
                           const mutaid__word *subject,
                           mutaid_relation relation, uint32_t found,
                           uint32_t required, uint32_t holds);

/* Add a line where the lowering stands; NULL while silent or out of memory.
 * Its index is lowering->lines.count - 1. */
mutaid__line_plan *mutaid__lower_line(mutaid__lowering *lowering,
                                      const mutaid__word *word,
                                      const char *step);

/* The value of an operand that is a constant in this version. */
bool mutaid__constant_operand(mutaid__lowering *lowering,
                              const mutaid__word *word,
                              mutaid__ratio *value_out);
/* What a list of steps does to any amount; false if it is no curve. */
bool mutaid__bend_steps(mutaid__lowering *lowering, const mutaid__word *steps,
                        mutaid__bends *bends_out);
/* min(slope*x+offset) pieces: the common bends of simple steps. */
bool mutaid__bend_two(mutaid__lowering *lowering, mutaid__ratio from,
                      mutaid__ratio low_slope, mutaid__ratio low_offset,
                      mutaid__ratio high_slope, mutaid__ratio high_offset,
                      mutaid__bends *bends_out);

/* The money rounding of the rulebook. */
uint32_t mutaid__lower_money_rounding(mutaid__lowering *lowering,
                                      uint32_t column);

void mutaid__lower_fault(mutaid__lowering *lowering, mutaid_code code,
                         mutaid__place place, mutaid__slice first,
                         mutaid__slice second);
/* A value in base units as text, for faults. */
mutaid__slice mutaid__lower_text(mutaid__lowering *lowering,
                                 mutaid__shape shape, mutaid__ratio value);
/* Remember that a clause is leaned on, if it is not published or watched. */
void mutaid__touch_clause(mutaid__lowering *lowering, uint32_t clause);
void mutaid__touch_fact(mutaid__lowering *lowering, uint32_t fact);
void mutaid__touch_parameter(mutaid__lowering *lowering, uint32_t parameter);
void mutaid__touch_series(mutaid__lowering *lowering,
                          const mutaid__word *word);

#endif
