/* SPDX-License-Identifier: MIT */
/* coverage.h - which clauses of a rulebook its examples, or other cases, reach. */
#ifndef MUTUALAID_COVERAGE_H
#define MUTUALAID_COVERAGE_H

#include <mutualaid/case.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * A clause that no example reaches is a clause that nobody has tried. A
 * coverage decides cases, the rulebook's own examples first of all, and keeps
 * for each clause whether it was read and whether it ever decided something.
 *
 * Threads: a coverage belongs to one thread at a time.
 */

/** What cases have made of the clauses of a rulebook. */
typedef struct mutaid_coverage mutaid_coverage;

/** How far a clause was reached. */
typedef enum mutaid_reach {
    MUTAID_REACH_NEVER = 0,   /**< no case reached it */
    MUTAID_REACH_READ = 1,    /**< read, but it changed nothing: its step left
                                   the amount, its requirement held */
    MUTAID_REACH_DECISIVE = 2 /**< it moved an amount, chose, or refused */
} mutaid_reach;

/**
 * Start with no clause reached.
 *
 * @param rulebook          the rulebook; the coverage holds a reference
 * @param[out] coverage_out the coverage; untouched on failure
 * @param[out] error        optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @ownership caller owns: mutaid_coverage_free()
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_coverage_new(mutaid_rulebook *rulebook, mutaid_coverage **coverage_out,
                    mutaid_error *error);

/** Release a coverage; NULL does nothing. */
MUTAID_API void mutaid_coverage_free(mutaid_coverage *coverage);

/**
 * Decide every example of the rulebook, with its parameters.
 *
 * @param coverage    the coverage
 * @param[out] error  optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_coverage_add_examples(
    mutaid_coverage *coverage, mutaid_error *error);

/**
 * Decide a case, and note what it reaches.
 *
 * @param coverage   the coverage
 * @param c          a case of the same rulebook; borrowed for the call
 * @param part       index of the part
 * @param[out] error optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_RANGE (two facts contradict each other);
 *         MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_coverage_add(mutaid_coverage *coverage, const mutaid_case *c,
                    size_t part, mutaid_error *error);

/** What became of one clause. */
typedef struct mutaid_coverage_info {
    size_t struct_size;  /**< sizeof(mutaid_coverage_info) */
    uint32_t clause;     /**< the clause: mutaid_rulebook_clause() */
    mutaid_reach reach;  /**< the furthest that any case came */
    uint32_t read_count; /**< cases that reached it */
    uint32_t decisive_count; /**< cases in which it decided */
} mutaid_coverage_info;

/** The start value of a mutaid_coverage_info. */
#define MUTAID_COVERAGE_INFO_INIT \
    { sizeof(mutaid_coverage_info), MUTAID_NONE, MUTAID_REACH_NEVER, 0, 0 }

/**
 * Count the clauses that say what is decided: parameters, values, tables,
 * schemes, packages and all that stands in them, in the order of the text.
 *
 * @param coverage the coverage; NULL counts as empty
 * @since 0.1
 */
MUTAID_API size_t mutaid_coverage_count(const mutaid_coverage *coverage);

/** Look at one of them; MUTAID_OK or MUTAID_ERROR_ARGUMENT. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_coverage_clause(
    const mutaid_coverage *coverage, size_t position,
    mutaid_coverage_info *info_out, mutaid_error *error);

MUTAID_END_DECLS

#endif
