/* SPDX-License-Identifier: MIT */
/* compare.h - two rulebooks: which clauses differ, and who gains and loses. */
#ifndef MUTUALAID_COMPARE_H
#define MUTUALAID_COMPARE_H

#include <mutualaid/decision.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * A reform is a second rulebook, or the same one read with other parameters
 * (mutaid_read_options). A comparison lists what differs in the text, with the
 * days from which it differs, and adds up over cases of the caller what each
 * part, item and clause pays more or less.
 *
 * Threads: a comparison belongs to one thread at a time.
 */

/** Two rulebooks, and what cases have made of their difference. */
typedef struct mutaid_comparison mutaid_comparison;

/**
 * Compare the texts of two rulebooks.
 *
 * @param before              the one; the comparison holds a reference
 * @param after               the other; the comparison holds a reference
 * @param[out] comparison_out the comparison; untouched on failure
 * @param[out] error          optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @ownership caller owns: mutaid_comparison_free()
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_comparison_new(mutaid_rulebook *before, mutaid_rulebook *after,
                      mutaid_comparison **comparison_out, mutaid_error *error);

/** Release a comparison; NULL does nothing. */
MUTAID_API void mutaid_comparison_free(mutaid_comparison *comparison);

/** @name The texts */
/** @{ */

/** How a piece of the text differs. */
typedef enum mutaid_difference_kind {
    MUTAID_DIFFERENCE_CHANGED = 0, /**< another value */
    MUTAID_DIFFERENCE_ADDED = 1,   /**< only in the second */
    MUTAID_DIFFERENCE_REMOVED = 2  /**< only in the first */
} mutaid_difference_kind;

/** A piece of the text that differs. */
typedef struct mutaid_difference {
    size_t struct_size;          /**< sizeof(mutaid_difference) */
    mutaid_difference_kind kind; /**< how */
    uint32_t is_wording;         /**< 1: labels, notes, sources: nothing that is
                                      decided */
    const char *path;            /**< where: "schemes.x.benefits[0].steps[2]" */
    const char *before;          /**< the value, as JSON, cut short; "" if there
                                      is none */
    const char *after;           /**< the other value */
    uint32_t has_dates;          /**< 1: it is in force `from` to `until` */
    mutaid_date from;            /**< the first day on which it differs */
    mutaid_date until;           /**< the last; 9999-12-31 if it has none */
    uint32_t before_line;        /**< where it stands in the first, or 0 */
    uint32_t after_line;         /**< where it stands in the second, or 0 */
} mutaid_difference;

/** The start value of a mutaid_difference. */
#define MUTAID_DIFFERENCE_INIT \
    { sizeof(mutaid_difference), MUTAID_DIFFERENCE_CHANGED, 0, NULL, NULL, \
      NULL, 0, 0, 0, 0, 0 }

/** Count the differences; NULL counts as none. Examples are not compared. */
MUTAID_API size_t
mutaid_comparison_difference_count(const mutaid_comparison *comparison);

/** Look at a difference, in the order of the text; texts are borrowed from the
 *  comparison. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_comparison_difference(
    const mutaid_comparison *comparison, size_t position,
    mutaid_difference *difference_out, mutaid_error *error);

/** @} */
/** @name Cases */
/** @{ */

/** What one case gets by either rulebook. */
typedef struct mutaid_case_difference {
    size_t struct_size;            /**< sizeof(mutaid_case_difference) */
    mutaid_outcome before_outcome; /**< by the first */
    mutaid_outcome after_outcome;  /**< by the second */
    mutaid_money before_least;     /**< both ends of what is paid, which are the
                                        amount once it is determined */
    mutaid_money before_most;      /**< by the first, at most */
    mutaid_money after_least;      /**< by the second, at least */
    mutaid_money after_most;       /**< by the second, at most */
} mutaid_case_difference;

/** The start value of a mutaid_case_difference. */
#define MUTAID_CASE_DIFFERENCE_INIT \
    { sizeof(mutaid_case_difference), MUTAID_OUTCOME_UNDETERMINED, \
      MUTAID_OUTCOME_UNDETERMINED, 0, 0, 0, 0 }

/**
 * Decide a case by both rulebooks and add it to what was added up.
 *
 * Facts are handed on by name; a fact that the second rulebook does not know
 * is left out.
 *
 * @param comparison          the comparison
 * @param c                   a case of the first rulebook; borrowed
 * @param part                name of the part, in both
 * @param[out] difference_out optional; what this case gets
 * @param[out] error          optional; names the fact concerned
 *
 * @return MUTAID_OK; MUTAID_ERROR_NAME (no such part, or no such choice in the
 *         second); MUTAID_ERROR_TYPE or MUTAID_ERROR_RANGE (the second does not
 *         take a fact, or facts contradict each other); MUTAID_ERROR_MEMORY;
 *         MUTAID_ERROR_ARGUMENT
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_comparison_add(mutaid_comparison *comparison, const mutaid_case *c,
                      const char *part, mutaid_case_difference *difference_out,
                      mutaid_error *error);

/** What cases gain and lose: of a part, of one of its items, or by a clause.
 *  The clauses of an item add up to the item, the items to the part unless its
 *  total caps them. */
typedef struct mutaid_change {
    size_t struct_size;  /**< sizeof(mutaid_change) */
    const char *part;    /**< name of the part */
    const char *item;    /**< id of the item, or "": the part as a whole */
    const char *clause;  /**< path of the clause, or "": the item as a whole */
    size_t case_count;   /**< cases decided by both, of the part */
    size_t open_count;   /**< cases that either leaves undetermined: they are
                              not added up */
    size_t winner_count; /**< cases that get more */
    size_t loser_count;  /**< cases that get less */
    mutaid_money gained; /**< what winners get more, in all */
    mutaid_money lost;   /**< what losers get less, in all */
} mutaid_change;

/** The start value of a mutaid_change. */
#define MUTAID_CHANGE_INIT \
    { sizeof(mutaid_change), NULL, NULL, NULL, 0, 0, 0, 0, 0, 0 }

/** Count the changes so far; NULL counts as none. */
MUTAID_API size_t
mutaid_comparison_change_count(const mutaid_comparison *comparison);

/** Look at a change: parts as they came, each followed by its items, each
 *  followed by its clauses; texts are borrowed from the comparison. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_comparison_change(
    const mutaid_comparison *comparison, size_t position,
    mutaid_change *change_out, mutaid_error *error);

/** @} */

MUTAID_END_DECLS

#endif
