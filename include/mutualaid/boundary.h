/* SPDX-License-Identifier: MIT */
/* boundary.h - cases on both sides of every edge of a part. */
#ifndef MUTUALAID_BOUNDARY_H
#define MUTUALAID_BOUNDARY_H

#include <mutualaid/decision.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * Rules go wrong at their edges: the last fen below a threshold, the day on
 * which an amount changes. This finds the edges in the programs of a part and
 * gives two cases for each, alike but for one fact, which stands one fen, day
 * or unit apart (or is another choice), so that something goes another way. A
 * change of the rules by date is shown by the same case a day later.
 * The search starts from the rulebook's own examples of the part and goes on
 * from what it finds; as few pairs are kept as show every edge that was found.
 *
 * Threads: the result belongs to one thread at a time.
 */

/** The boundary cases of one part. */
typedef struct mutaid_boundaries mutaid_boundaries;

/**
 * Find the boundary cases of a part.
 *
 * @param rulebook            the rulebook; the result holds a reference
 * @param part                index of the part
 * @param budget              evaluations at most; 0: 200,000
 * @param[out] boundaries_out the cases; untouched on failure
 * @param[out] error          optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @ownership caller owns: mutaid_boundaries_free()
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_boundaries_find(
    mutaid_rulebook *rulebook, size_t part, size_t budget,
    mutaid_boundaries **boundaries_out, mutaid_error *error);

/** Release the result; NULL does nothing. */
MUTAID_API void mutaid_boundaries_free(mutaid_boundaries *boundaries);

/** The result in short. */
typedef struct mutaid_boundaries_info {
    size_t struct_size;   /**< sizeof(mutaid_boundaries_info) */
    uint32_t part;        /**< the part */
    uint32_t is_complete; /**< 1: the search ended before its budget did */
    size_t count;         /**< cases; two for each pair */
    size_t way_count;     /**< ways to go, at all forks of the part, that any
                               case tried went: the cases kept go them all */
    size_t evaluations;   /**< how many runs of the rules it took */
} mutaid_boundaries_info;

/** The start value of a mutaid_boundaries_info. */
#define MUTAID_BOUNDARIES_INFO_INIT \
    { sizeof(mutaid_boundaries_info), MUTAID_NONE, 0, 0, 0, 0 }

/** Describe the result; MUTAID_OK or MUTAID_ERROR_ARGUMENT. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_boundaries_describe(
    const mutaid_boundaries *boundaries, mutaid_boundaries_info *info_out,
    mutaid_error *error);

/** One case: the pair is its neighbour at `position` ^ 1, but for a case that
 *  stands alone, whose `fact` is MUTAID_NONE. */
typedef struct mutaid_boundary {
    size_t struct_size;     /**< sizeof(mutaid_boundary) */
    uint32_t fact;          /**< the fact in which the pair differs */
    int32_t state;          /**< GIVEN with `integer`, or ABSENT */
    int64_t integer;        /**< its value here */
    uint32_t is_shifted;    /**< 1: the pair differs in all its dates, which are
                                 a day later; `fact` is that of the part */
    uint32_t clause;        /**< the clause that makes the difference, or
                                 MUTAID_NONE */
    mutaid_outcome outcome; /**< of the case */
    uint32_t reserved;      /**< 0 */
    mutaid_money amount;    /**< what is paid */
} mutaid_boundary;

/** The start value of a mutaid_boundary. */
#define MUTAID_BOUNDARY_INIT \
    { sizeof(mutaid_boundary), MUTAID_NONE, 0, 0, 0, MUTAID_NONE, \
      MUTAID_OUTCOME_UNDETERMINED, 0, 0 }

/** Look at a case, by fact, then by its value. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_boundaries_at(const mutaid_boundaries *boundaries, size_t position,
                     mutaid_boundary *boundary_out, mutaid_error *error);

/**
 * Put the facts of one of the cases into a case.
 *
 * @param boundaries the result; borrowed
 * @param position   which case
 * @param[out] c     a case of the same rulebook; what it held is forgotten
 * @param[out] error optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_ARGUMENT
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_boundaries_case(const mutaid_boundaries *boundaries, size_t position,
                       mutaid_case *c, mutaid_error *error);

MUTAID_END_DECLS

#endif
