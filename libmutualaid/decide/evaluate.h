/* SPDX-License-Identifier: MIT */
/* evaluate.h - a part for facts that are known or ranges: what can come out. */
#ifndef MUTUALAID_DECIDE_EVALUATE_H
#define MUTUALAID_DECIDE_EVALUATE_H

#include "decide/part.h"
#include "machine/block.h"

/* Why an item or a part is refused beside its written requirements, as bits. */
#define MUTAID__NOT_IN_FORCE 1u
#define MUTAID__NOTHING_APPLIES 2u
#define MUTAID__NO_RULE 4u
#define MUTAID__NO_VALUE 8u

/* What can come of an item. Amounts hold where it may be paid. */
typedef struct mutaid__item_answer {
    bool may_not_apply, may_refuse, may_pay;
    uint8_t reasons;
    int64_t least, most; /* before the total cap */
    int64_t paid_least, paid_most; /* after it, and after a refusal */
} mutaid__item_answer;

/* What can come of a requirement. */
typedef struct mutaid__require_answer {
    bool may_not_concern, may_hold, may_fail;
} mutaid__require_answer;

/* What can come of a part. */
typedef struct mutaid__answer {
    bool may_refuse, may_pay;
    uint8_t reasons; /* of a refusal of the whole */
    int64_t least, most;
} mutaid__answer;

/* One group at work. */
typedef struct mutaid__group_run {
    mutaid__span day;
    const mutaid__version *version; /* NULL: none, or several */
    mutaid__span *outputs;          /* by slot */
    uint64_t *reached_by;           /* by slot */
    mutaid__scope scope;            /* of the version, unless a block ran */
    mutaid__scope day_scope;
    mutaid__block *blocks; /* by version; cells NULL until first used */
    const mutaid__block *block; /* the one that ran; NULL: spans ran */
} mutaid__group_run;

/* One part at work: the workspace of its evaluation, used again and again. */
typedef struct mutaid__part_run {
    const mutaid__part *part;
    mutaid__group_run *groups;
    mutaid__item_answer *items;
    mutaid__require_answer *requires;
    mutaid__span cap_left; /* of the total, before the first benefit */
    struct mutaid__part_run *members;
    bool *member_may_apply, *member_must_apply;
    mutaid__answer answer;
    uint64_t *reached_by; /* facts that can change the answer, by bit */
    mutaid__span *narrowed; /* facts, after open requirements */
    mutaid__span *scratch;  /* facts, while a version runs */
} mutaid__part_run;

/* Where evaluations take place. */
typedef struct mutaid__workspace {
    mutaid__arena *arena;
    const mutaid__model *model;
    const mutaid_calendar *calendar;
    bool keeps_open; /* a package's `when` too takes an open fact for open */
    size_t word_count; /* of a set of facts */
    const int64_t **integers; /* one row of facts, for blocks */
    const uint8_t **states;
    int64_t *row_integers;
    uint8_t *row_states;
} mutaid__workspace;

mutaid_status mutaid__workspace_init(mutaid__workspace *workspace,
                                     mutaid__arena *arena,
                                     const mutaid__model *model);
mutaid_status mutaid__part_run_init(mutaid__workspace *workspace,
                                    const mutaid__part *part,
                                    mutaid__part_run *run);

/* Evaluate a part for spans of all facts of the rulebook. */
mutaid_status mutaid__evaluate(mutaid__workspace *workspace,
                               const mutaid__span *facts,
                               mutaid__part_run *run);

/* A column of a version that ran. */
mutaid__span mutaid__run_column(const mutaid__group_run *run,
                                uint32_t column);
mutaid__span mutaid__run_output(const mutaid__part_run *run,
                                mutaid__output output);
/* What is left of a total, as minor units. */
int64_t mutaid__left_in_minor(mutaid__wide left);
/* An open requirement of the part that holds a fact against a bound narrows
 * the fact for what is paid: true if the comparison is one, of this fact. */
bool mutaid__narrow_fact(const mutaid__part_run *run,
                         const mutaid__finding_plan *finding,
                         mutaid__span *fact);
/* Whether a package's conditions take an open fact for absent. */
bool mutaid__is_closed(const mutaid__part *part, const mutaid__span *facts,
                       uint32_t fact);
bool mutaid__answer_is_settled(const mutaid__answer *answer);
bool mutaid__answer_equal(const mutaid__answer *a, const mutaid__answer *b);

#endif
