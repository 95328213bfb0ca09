/* SPDX-License-Identifier: MIT */
/* proof.h - what a rulebook can ever pay: bounds that are proved, and cases
 * that attain them. */
#ifndef MUTUALAID_PROOF_H
#define MUTUALAID_PROOF_H

#include <mutualaid/case.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * A prover answers questions about all cases at once: what is the most that
 * anybody can get from a scheme, and which facts get it? It runs the rules
 * over ranges of facts, splits the ranges where that says too little, and
 * tries single cases; so an answer has two sides, a bound that is proved and a
 * case that attains it. Where the two are equal, nothing is left open.
 *
 * A case counts here when every fact that the part reads is known, lies in its
 * declared range, and something is paid (for a contribution: owed). Defaults
 * (`if_missing`) do not count: any value may come.
 *
 * Threads: a prover belongs to one thread at a time; a rulebook may have many.
 */

/** What searches for bounds; reusable. */
typedef struct mutaid_prover mutaid_prover;

/**
 * Make a prover.
 *
 * @param rulebook        the rulebook; the prover holds a reference
 * @param[out] prover_out the prover; untouched on failure
 * @param[out] error      optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @ownership caller owns: mutaid_prover_free()
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_prover_new(mutaid_rulebook *rulebook, mutaid_prover **prover_out,
                  mutaid_error *error);

/**
 * Release a prover.
 *
 * @param prover the prover; NULL does nothing
 * @since 0.1
 */
MUTAID_API void mutaid_prover_free(mutaid_prover *prover);

/** Which bound is asked for. */
typedef enum mutaid_end {
    MUTAID_END_MOST = 0, /**< the largest amount that is paid */
    MUTAID_END_LEAST = 1 /**< the smallest amount that is paid */
} mutaid_end;

/** What is asked of a prover. */
typedef struct mutaid_question {
    size_t struct_size;       /**< sizeof(mutaid_question) */
    size_t part;              /**< index of the part */
    uint32_t item;            /**< one item of it, or MUTAID_NONE: the whole */
    mutaid_end end;           /**< the most or the least */
    const mutaid_case *given; /**< facts that are given or absent in it are
                                   fixed; NULL: none is */
    mutaid_date from;         /**< days of the part that count, both included; */
    mutaid_date until;        /**< both 0: all days */
    uint32_t has_days;        /**< 1: `from` and `until` are set */
    uint32_t reserved;        /**< 0 */
    size_t budget;            /**< how many evaluations at most; 0: 20,000 */
} mutaid_question;

/** The start value of a mutaid_question: the most of the first part. */
#define MUTAID_QUESTION_INIT \
    { sizeof(mutaid_question), 0, MUTAID_NONE, MUTAID_END_MOST, NULL, 0, 0, \
      0, 0, 0 }

/** How far a bound is known. */
typedef enum mutaid_certainty {
    MUTAID_CERTAINTY_EXACT = 0, /**< proved, and a case attains it */
    MUTAID_CERTAINTY_OPEN = 1,  /**< the budget ended first: the bound holds,
                                     the case found falls short of it */
    MUTAID_CERTAINTY_BOUND = 2, /**< the bound holds, no case was found */
    MUTAID_CERTAINTY_NEVER = 3  /**< proved: no case is paid */
} mutaid_certainty;

/** What is proved, and what was found. */
typedef struct mutaid_bound {
    size_t struct_size;         /**< sizeof(mutaid_bound) */
    mutaid_certainty certainty; /**< how far it is known */
    uint32_t reserved;          /**< 0 */
    mutaid_money proved;        /**< no case that counts passes this */
    mutaid_money attained;      /**< what the case found gets; 0 without one */
    size_t evaluations;         /**< how many it took */
} mutaid_bound;

/** The start value of a mutaid_bound. */
#define MUTAID_BOUND_INIT \
    { sizeof(mutaid_bound), MUTAID_CERTAINTY_NEVER, 0, 0, 0, 0 }

/**
 * Bound what a part, or one item of it, can pay.
 *
 * @param prover         the prover
 * @param question       what is asked
 * @param[out] bound_out the bound
 * @param[out] witness   optional; a case of the same rulebook, of which every
 *                       fact that the part reads is set so that it is paid
 *                       `attained`; cleared first, and left so without a case
 * @param[out] error     optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_RANGE (two facts given contradict each
 *         other); MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @units minor units of the rulebook's currency
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_prove_bound(mutaid_prover *prover, const mutaid_question *question,
                   mutaid_bound *bound_out, mutaid_case *witness,
                   mutaid_error *error);

/** A stretch of days throughout which a part has the same rules. */
typedef struct mutaid_stretch {
    size_t struct_size;   /**< sizeof(mutaid_stretch) */
    mutaid_date from;     /**< its first day; 0001-01-01 if it has none */
    mutaid_date until;    /**< its last day; 9999-12-31 if it has none */
} mutaid_stretch;

/** The start value of a mutaid_stretch. */
#define MUTAID_STRETCH_INIT { sizeof(mutaid_stretch), 0, 0 }

/**
 * Count the stretches of a part: the days on which it is in force, cut where
 * something that it reads on its own day changes.
 *
 * @param rulebook       the rulebook
 * @param part           index of the part
 * @param[out] count_out how many
 * @param[out] error     optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_ARGUMENT
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_rulebook_stretch_count(const mutaid_rulebook *rulebook, size_t part,
                              size_t *count_out, mutaid_error *error);

/** Look at a stretch, in the order of time. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_rulebook_stretch(const mutaid_rulebook *rulebook, size_t part,
                        size_t stretch, mutaid_stretch *stretch_out,
                        mutaid_error *error);

MUTAID_END_DECLS

#endif
