/* SPDX-License-Identifier: MIT */
/* model.h - what a rulebook holds, once read: names, tables, schemes. */
#ifndef MUTUALAID_WORDS_MODEL_H
#define MUTUALAID_WORDS_MODEL_H

#include "words/word.h"

#include <mutualaid/rulebook.h>

typedef struct mutaid__source {
    mutaid__slice id, title, publisher, date, address;
    mutaid__labels note;
} mutaid__source;

typedef struct mutaid__choice {
    mutaid__slice code;
    mutaid__labels label;
    mutaid__slice *lists;
    size_t list_count;
} mutaid__choice;

typedef struct mutaid__fact {
    mutaid__slice name;
    uint32_t clause;
    mutaid__place place;
    mutaid__shape shape;
    uint32_t decimals;     /* of money, measures, rates (of a percent) */
    int64_t denominator;   /* integers over this are base units */
    int64_t at_least;      /* as integers */
    int64_t at_most;
    bool is_optional;      /* may be absent */
    mutaid_state if_missing; /* OPEN: no default */
    int64_t default_integer;
    uint32_t not_before;   /* a fact, or MUTAID_NONE */
    mutaid__slice not_before_name;
    mutaid__place not_before_place;
    mutaid__choice *choices;
    size_t choice_count;
    mutaid__symbols codes; /* of the choices */
    mutaid__symbols lists; /* names of the lists */
} mutaid__fact;

typedef struct mutaid__parameter {
    mutaid__slice name;
    uint32_t clause;
    mutaid__word *use;             /* a literal */
    mutaid__word *written;         /* what the rulebook writes */
    mutaid__slice override_literal; /* data NULL: none */
} mutaid__parameter;

/* How far typing of a value has come. */
typedef enum mutaid__progress {
    MUTAID__UNTOUCHED,
    MUTAID__UNDER_WAY,
    MUTAID__DONE
} mutaid__progress;

typedef struct mutaid__named_value {
    mutaid__slice name;
    uint32_t clause;
    mutaid__word *use;
    mutaid__progress progress;
} mutaid__named_value;

/* A level of a table: cells by one key. */
typedef struct mutaid__level {
    bool is_bands;
    mutaid__entry *entries;         /* `use` is a cell, or ... */
    struct mutaid__level **levels;  /* ... the level below, entry by entry */
    mutaid__slice *keys;            /* rows: as written */
    size_t entry_count;
    mutaid__place place;
} mutaid__level;

typedef struct mutaid__named_table {
    mutaid__slice name;
    uint32_t clause;
    mutaid__place place;
    mutaid__word *by[2];
    size_t by_count;
    mutaid__level *level;
    mutaid__word *otherwise; /* NULL: every key is covered */
    bool has_otherwise;
    mutaid__shape shape;
    uint32_t depth; /* of the deepest word in it, once typed */
    mutaid__progress progress;
} mutaid__named_table;

/* A requirement or an exclusion. */
typedef struct mutaid__require {
    mutaid__slice id;
    uint32_t clause;
    mutaid__place place;
    bool is_exclusion;
    mutaid__word *condition;
    mutaid__word *when;    /* NULL: always concerns the case */
    mutaid__labels reason; /* `otherwise` or `because` */
} mutaid__require;

typedef struct mutaid__requires {
    MUTAID__ARRAY(mutaid__require) items;
} mutaid__requires;

/* A span of days in which something is in force, both included. */
typedef struct mutaid__force {
    int64_t from, until; /* INT64_MIN, INT64_MAX: without end */
} mutaid__force;

/* Kinds of periods over which `so_far` adds up, for the ledger. */
typedef enum mutaid__per_kind {
    MUTAID__PER_CALLER, /* the caller fills so_far */
    MUTAID__PER_CALENDAR_YEAR,
    MUTAID__PER_COVER_PERIOD,
    MUTAID__PER_ROLLING_MONTHS,
    MUTAID__PER_SAME
} mutaid__per_kind;

struct mutaid__per {
    mutaid__per_kind kind;
    mutaid__word **facts; /* COVER_PERIOD: one; SAME: some */
    size_t fact_count;
    int64_t months;
};

typedef struct mutaid__benefit {
    mutaid__slice id;
    mutaid__labels title;
    uint32_t clause;
    mutaid__place place;
    mutaid__force force;
    mutaid__word *dated_by; /* NULL: as the scheme */
    mutaid__word *when;     /* NULL: always */
    mutaid__requires requires;
    mutaid__word *steps;    /* a pipeline */
    bool is_quiet; /* `intended` names always_applies */
} mutaid__benefit;

typedef struct mutaid__deadline {
    mutaid__slice id;
    mutaid__labels label;
    uint32_t clause;
    mutaid__place place;
    mutaid__word *dated_by; /* NULL: as the scheme */
    mutaid__word *last_day; /* an operand of dates */
    mutaid__word *kept_by;  /* NULL: information only */
    mutaid__word *when;
} mutaid__deadline;

typedef struct mutaid__total {
    uint32_t clause;
    mutaid__place place;
    mutaid__word *at_most; /* NULL: no total */
    mutaid__word *so_far;  /* NULL: nothing */
    mutaid__per per;
} mutaid__total;

typedef struct mutaid__contribution {
    uint32_t clause;
    mutaid__place place;
    bool exists;
    mutaid__word *dated_by; /* NULL: as the scheme */
    mutaid__requires requires;
    MUTAID__ARRAY(mutaid__benefit) parts; /* without when, require, dates */
} mutaid__contribution;

typedef struct mutaid__scheme {
    mutaid__slice name;
    mutaid__labels title;
    uint32_t clause;
    mutaid__place place;
    mutaid__force force;
    mutaid__word *dated_by;
    mutaid__requires requires;
    MUTAID__ARRAY(mutaid__benefit) benefits;
    MUTAID__ARRAY(mutaid__deadline) deadlines;
    mutaid__total total;
    mutaid__contribution contribution;
} mutaid__scheme;

/* `with`: an operand in place of a fact of a contained scheme. */
typedef struct mutaid__with {
    mutaid__slice name;
    mutaid__place place;
    uint32_t fact;
    mutaid__word *use;
} mutaid__with;

typedef struct mutaid__member {
    mutaid__slice id;
    mutaid__slice scheme_name;
    mutaid__place scheme_place;
    uint32_t scheme;
    uint32_t clause;
    mutaid__place place;
    mutaid__word *when;
    MUTAID__ARRAY(mutaid__with) with;
} mutaid__member;

typedef struct mutaid__package {
    mutaid__slice name;
    mutaid__labels title;
    uint32_t clause;
    mutaid__place place;
    mutaid__force force;
    mutaid__word *dated_by;
    MUTAID__ARRAY(mutaid__member) members;
} mutaid__package;

/* When instalments of a form fall due. */
typedef struct mutaid__due {
    bool exists;        /* else once, at the end */
    uint32_t months;    /* every so many months, or ... */
    uint32_t days;      /* ... so many days */
    uint32_t in_months; /* bit m: in month m, 1 to 12; 0: any */
    uint32_t day;       /* of the month; 0: that of the first day */
    bool is_included;   /* the due day bears interest for its own row */
    bool rolls;         /* a day that a month lacks is the first of the next */
} mutaid__due;

/* A form of repayment that a loan allows. */
typedef struct mutaid__form {
    bool is_allowed;
    bool is_by_months; /* whole periods bear interest by months */
    bool spreads;      /* the residue */
    uint32_t grace;    /* most first instalments without principal */
    mutaid__due due;
} mutaid__form;

/* By mutaid_repayment. */
typedef struct mutaid__forms {
    mutaid__form items[4];
} mutaid__forms;

/* {"times": X} of the contract rate, or {"plus": X}. */
typedef struct mutaid__charge {
    mutaid__word *use; /* NULL: nothing is charged */
    bool is_plus;
} mutaid__charge;

typedef struct mutaid__subsidy {
    uint32_t clause;
    bool exists;
    mutaid__word *share, *borrower_rate; /* one of them */
    mutaid__word *rate_at_most, *months_at_most, *total; /* or NULL */
    bool pays_extension;
} mutaid__subsidy;

/* Words of closed lists are counts: their index. */
typedef struct mutaid__loan {
    mutaid__slice name;
    mutaid__labels title;
    uint32_t clause;
    mutaid__place place;
    mutaid__force force;
    mutaid__word *dated_by;
    mutaid__requires requires;
    mutaid__word *limit, *term; /* pipelines; term may be NULL */
    mutaid__word *guarantee;    /* a pipeline that takes the rate, or NULL */
    mutaid__contribution fees;  /* its parts alone */
    mutaid__word *rate;
    mutaid__word *reprice;    /* mutaid__reprice */
    mutaid__word *day_count;  /* mutaid__day_count_kind */
    mutaid__word *repayment;  /* which of `forms` */
    MUTAID__ARRAY(mutaid__forms) forms;
    int64_t annuity_decimals; /* -1: exact */
    mutaid__charge penalty, compound;
    mutaid__subsidy subsidy;
} mutaid__loan;

/* When the rate of a loan is read anew. */
typedef enum mutaid__reprice {
    MUTAID__REPRICE_NEVER,
    MUTAID__REPRICE_ANNIVERSARY,
    MUTAID__REPRICE_JANUARY,
    MUTAID__REPRICE_EACH_PERIOD
} mutaid__reprice;

/* An example; its facts and expectations are read when it is run. */
typedef struct mutaid__example {
    const mutaid__json *json;
    mutaid__place place;
} mutaid__example;

struct mutaid__model {
    mutaid__arena *arena;
    mutaid__slice id, edition, currency;
    mutaid__labels title;
    mutaid__labels currency_label;
    uint32_t decimals;
    mutaid__ratio rounding_unit; /* in minor units */
    mutaid__mode rounding_mode;
    mutaid__symbols source_ids, units;
    mutaid__symbols names; /* facts, values, parameters, tables */
    MUTAID__ARRAY(mutaid__target) name_targets; /* by name */
    MUTAID__ARRAY(uint32_t) name_indices;
    mutaid__symbols scheme_names; /* schemes, packages, loans, in this order */
    MUTAID__ARRAY(mutaid__source) sources;
    MUTAID__ARRAY(mutaid__clause) clauses;
    MUTAID__ARRAY(mutaid__fact) facts;
    MUTAID__ARRAY(mutaid__parameter) parameters;
    MUTAID__ARRAY(mutaid__named_value) values;
    MUTAID__ARRAY(mutaid__named_table) tables;
    MUTAID__ARRAY(mutaid__scheme) schemes;
    MUTAID__ARRAY(mutaid__package) packages;
    MUTAID__ARRAY(mutaid__loan) loans;
    MUTAID__ARRAY(mutaid__example) examples;
};

#endif
