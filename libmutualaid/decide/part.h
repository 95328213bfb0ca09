/* SPDX-License-Identifier: MIT */
/* part.h - what can be decided: programs by version, and how they combine. */
#ifndef MUTUALAID_DECIDE_PART_H
#define MUTUALAID_DECIDE_PART_H

#include "input/book.h"
#include "words/lower.h"

/* One program, with what explains it, for days from..until of its group. */
typedef struct mutaid__version {
    int64_t from, until;
    mutaid__program program;
    mutaid__line_plan *lines;
    size_t line_count;
    mutaid__touch *touches;
    size_t touch_count;
    mutaid__finding_plan *findings;
    size_t finding_count;
    mutaid__branch *branches;
    size_t branch_count;
    mutaid__duty *duties;
    size_t duty_count;
    mutaid__cliff *cliffs;
    size_t cliff_count;
    uint32_t *outputs; /* columns, by slot */
} mutaid__version;

/* What is read on one day: a program for the day, and one for each version. */
typedef struct mutaid__group {
    const mutaid__word *dated_by;
    bool is_handed_in; /* the day is an input behind the last fact */
    mutaid__version day; /* its only output is the day */
    mutaid__version *versions;
    size_t version_count;
    size_t slot_count;
    size_t most_columns; /* of any version */
} mutaid__group;

/* Where a result is found; group MUTAID_NONE: there is none. */
typedef struct mutaid__output {
    uint32_t group;
    uint32_t slot;
} mutaid__output;

typedef struct mutaid__require_plan {
    mutaid__slice id;
    mutaid__labels reason;
    mutaid_requirement_kind kind;
    uint32_t item; /* MUTAID_NONE: of the part */
    uint32_t clause;
    const mutaid__word *condition; /* NULL for deadlines */
    mutaid__output holds;          /* the condition */
    mutaid__output when;           /* does it concern the case? */
} mutaid__require_plan;

typedef struct mutaid__item_plan {
    mutaid__slice id;
    mutaid__labels title;
    uint32_t clause;
    uint32_t depth;
    mutaid_type type; /* NONE: money */
    bool is_beside;   /* information: no part of what is paid */
    mutaid__force force;
    uint32_t group; /* whose day is held against `force` */
    mutaid__output when, amount;
} mutaid__item_plan;

typedef struct mutaid__deadline_plan {
    mutaid__slice id;
    mutaid__labels label;
    uint32_t clause;
    mutaid__output last_day, when;
    bool is_judged;
} mutaid__deadline_plan;

struct mutaid__part;

/* A scheme inside a package. */
typedef struct mutaid__member_plan {
    mutaid__slice id;
    mutaid__labels title;
    uint32_t clause;
    uint32_t item;        /* the item of the package that stands for it */
    uint32_t first_item;  /* its own items, in the package's list */
    mutaid__output when;  /* read in the group 0 of the package */
    struct mutaid__part *part;
} mutaid__member_plan;

typedef struct mutaid__part {
    mutaid__slice name;
    mutaid__labels title;
    mutaid_part_kind kind;
    uint32_t clause;
    mutaid__force force; /* held against the day of group 0 */
    MUTAID__ARRAY(mutaid__group) groups;
    MUTAID__ARRAY(mutaid__item_plan) items;
    MUTAID__ARRAY(mutaid__require_plan) requires;
    MUTAID__ARRAY(mutaid__deadline_plan) deadlines;
    mutaid__output cap, so_far; /* the total */
    uint32_t total_clause;
    MUTAID__ARRAY(mutaid__member_plan) members;
    const mutaid__scheme *scheme;   /* of a package NULL */
    const mutaid__package *package; /* of a scheme NULL */
    const mutaid__loan *loan;       /* of a limit, else NULL */
    bool *reads;      /* by fact */
    bool *values, *tables, *parameters, *sources; /* what its words reach */
    bool *when_reads; /* packages: by fact, what their `when`s read */
} mutaid__part;

/* What a schedule asks of a loan, read on a day that it names. */
typedef enum mutaid__term_slot {
    MUTAID__TERM_RATE,
    MUTAID__TERM_REPRICE,
    MUTAID__TERM_DAY_COUNT,
    MUTAID__TERM_REPAYMENT,
    MUTAID__TERM_PENALTY,
    MUTAID__TERM_COMPOUND,
    MUTAID__TERM_SHARE,
    MUTAID__TERM_BORROWER_RATE,
    MUTAID__TERM_RATE_AT_MOST,
    MUTAID__TERM_MONTHS_AT_MOST,
    MUTAID__TERM_TOTAL,
    MUTAID__TERM_MONTHS, /* the term */
    MUTAID__TERM_COUNT
} mutaid__term_slot;

/* A loan: its limit is a part; its terms are programs of one group. */
typedef struct mutaid__loan_plan {
    const mutaid__loan *loan;
    uint32_t limit; /* which part */
    mutaid__part terms;
    mutaid__output outputs[MUTAID__TERM_COUNT]; /* group NONE: not stated */
} mutaid__loan_plan;

/* Make the terms of all loans; the parts are there. */
mutaid_status mutaid__loans_build(mutaid__arena *arena, mutaid_report *report,
                                  const mutaid__model *model,
                                  const mutaid__symbols *part_names,
                                  mutaid__loan_plan **loans_out);

/* Make all parts of a rulebook's model: `parts_out` in the order of parts'
 * names entered into `names`. Faults go into the report. */
mutaid_status mutaid__parts_build(mutaid__arena *arena, mutaid_report *report,
                                  const mutaid__model *model,
                                  mutaid__symbols *names,
                                  mutaid__part **parts_out, size_t *count_out);

/* Make a part anew as `like` was made, of a model whose parameters differ, or
 * so that every clause can be watched: it leaves a touch, published or not. */
mutaid_status mutaid__part_build_anew(mutaid__arena *arena,
                                      mutaid_report *report,
                                      const mutaid__model *model,
                                      const mutaid__part *like, bool is_watched,
                                      mutaid__part *part_out);

#endif
