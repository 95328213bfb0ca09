/* SPDX-License-Identifier: MIT */
/* word.h - the words of a rulebook: steps, operands, conditions, clauses. */
#ifndef MUTUALAID_WORDS_WORD_H
#define MUTUALAID_WORDS_WORD_H

#include "base/fault.h"
#include "base/symbols.h"
#include "document/json.h"
#include "machine/curve.h"
#include "number/exact.h"
#include <mutualaid/types.h>

typedef struct mutaid__word mutaid__word;
typedef struct mutaid__model mutaid__model;
typedef struct mutaid__reader mutaid__reader;
typedef struct mutaid__typer mutaid__typer;
typedef struct mutaid__lowering mutaid__lowering;
typedef struct mutaid__teller mutaid__teller;
typedef struct mutaid__per mutaid__per;

/* The type of a value. Choices are of one fact, measures of one unit; NONE is
 * the type of what is faulty already and fits everywhere. */
typedef struct mutaid__shape {
    mutaid_type type;
    uint32_t domain; /* CHOICE: the fact; MEASURE: the unit; else 0 */
} mutaid__shape;

#define MUTAID__NO_SHAPE ((mutaid__shape){MUTAID_TYPE_NONE, 0})

/* What a word is for. */
typedef enum mutaid__word_class {
    MUTAID__OPERAND,
    MUTAID__CONDITION,
    MUTAID__STEP
} mutaid__word_class;

/* A kind of step, operand or condition: one file, four questions. */
typedef struct mutaid__word_kind {
    const char *key; /* the key that names it in the rulebook */
    mutaid__word_class word_class;

    /* How is it read? `json` is the object that holds the key, `value` what
     * the key holds. Faults go into the report; the word is filled as far as
     * it can be. */
    void (*read)(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word);

    /* What types does it take and give? For a step `given` is the running
     * amount (NONE before `take`), for an operand what it stands beside (NONE
     * if nothing). Gives the type of the result. */
    mutaid__shape (*type)(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given);

    /* How is it lowered to operations? Gives the column of the result; for a
     * step `amount` is the column of the running amount. */
    uint32_t (*lower)(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount);

    /* The same for a step whose operands are constants: what it does to any
     * amount. NULL for a kind that is never so simple; false where this word
     * is not. */
    bool (*bend)(mutaid__lowering *lowering, const mutaid__word *word,
                 mutaid__bends *bends_out);

    /* How does it tell itself? One phrase in the teller's language. */
    void (*tell)(mutaid__teller *teller, const mutaid__word *word);
} mutaid__word_kind;

/* One of the entries of a dated operand, a choice, a list of slices or bands.
 * Which members are used is said by the kind. */
typedef struct mutaid__entry {
    uint32_t clause;
    mutaid__place place;
    int64_t date;       /* dated: from this day on */
    mutaid__word *when; /* choose: its condition; bands, slices: its `from` */
    mutaid__word *use;  /* its operand, rate or steps; NULL ends a series */
    mutaid__ratio from; /* bands, tables: the key, once typed */
} mutaid__entry;

typedef enum mutaid__target {
    MUTAID__TARGET_NONE,
    MUTAID__TARGET_FACT,
    MUTAID__TARGET_VALUE,
    MUTAID__TARGET_PARAMETER,
    MUTAID__TARGET_TABLE
} mutaid__target;

/* A word. Which members are used is said by the kind. */
struct mutaid__word {
    const mutaid__word_kind *kind;
    mutaid__place place;
    uint32_t clause;       /* own or of the nearest enclosing clause */
    bool has_clause;       /* the clause is its own */
    mutaid__shape shape;   /* of the result, once typed */
    uint32_t depth;        /* words inside one another, once typed */
    mutaid__word *when;    /* steps: only if it holds */
    mutaid__word **words;  /* operands, conditions or inner steps, in order */
    size_t word_count;
    mutaid__entry *entries;
    size_t entry_count;
    mutaid__slice text;    /* literals, names: as written */
    mutaid__target target; /* names: what they refer to */
    uint32_t index;        /* names: which; and small numbers of a kind */
    uint32_t number;
    mutaid_state state;    /* literals: GIVEN or NO_RULE */
    mutaid__ratio literal; /* literals: the value in base units */
    bool is_dated;         /* entries are in force from their dates on */
    int64_t known_until;   /* dated: last day that is known; INT64_MAX */
    mutaid__per *per;      /* cumulative: how so_far adds up, or NULL */
};

/* --- lists of kinds --------------------------------------------------------- */

/* All kinds, in the order in which they are documented; ends with NULL. A new
 * kind is one file and one line in words/kinds.c. */
extern const mutaid__word_kind *const mutaid__kinds[];

/* --- clauses ---------------------------------------------------------------- */

typedef struct mutaid__labels {
    mutaid__slice zh, en;
} mutaid__labels;

/* Warnings that a clause can silence by `intended`, as bits. */
typedef enum mutaid__intent {
    MUTAID__INTENDS_CLIFF = 1,
    MUTAID__INTENDS_ALWAYS_APPLIES = 2,
    MUTAID__INTENDS_NEVER_BINDS = 4,
    MUTAID__INTENDS_UNREACHABLE = 8,
    MUTAID__INTENDS_NEVER_CHANGES = 16,
    MUTAID__INTENDS_NEVER_FAILS = 32,
    MUTAID__INTENDS_NEVER_HOLDS = 64,
    MUTAID__INTENDS_UNUSED = 128,
    MUTAID__INTENDS_CAP_FIRST = 256,
    MUTAID__INTENDS_ROUND_FIRST = 512
} mutaid__intent;

/* Any piece of the rulebook that can say where it comes from. */
typedef struct mutaid__clause {
    mutaid__slice id;
    uint32_t parent; /* the nearest enclosing clause, or MUTAID_NONE */
    const char *path;
    mutaid__labels label;
    mutaid__labels note;
    uint32_t source; /* own or inherited, or MUTAID_NONE */
    mutaid_basis basis;
    uint32_t intended; /* mutaid__intent, as bits */
    mutaid__slice source_place;
    mutaid__slice figure;
    mutaid__place place;
} mutaid__clause;

#endif
