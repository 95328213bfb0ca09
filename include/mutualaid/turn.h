/* SPDX-License-Identifier: MIT */
/* turn.h - which change of one fact would turn a refusal. */
#ifndef MUTUALAID_TURN_H
#define MUTUALAID_TURN_H

#include <mutualaid/decision.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * A member who is refused asks what would have to be different. For each fact
 * that a part reads this finds the value nearest to the case's with which,
 * all other facts unchanged, the case is no longer refused. Values between
 * are proved to be refused as well, by running the rules over their ranges;
 * what is found is decided. Where no value of any single fact helps, that is
 * proved too, and said.
 *
 * A fact is only looked at as far as the case's other facts allow: a day of
 * discharge never comes before that of admission.
 *
 * Threads: the result belongs to one thread at a time.
 */

/** The single changes that would turn a case. */
typedef struct mutaid_turns mutaid_turns;

/**
 * Look for them.
 *
 * @param c              the case; borrowed for the call
 * @param part           index of the part
 * @param[out] turns_out the changes found, none if the case is not refused;
 *                       untouched on failure
 * @param[out] error     optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_RANGE (two facts contradict each other);
 *         MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @ownership caller owns: mutaid_turns_free()
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_turns_find(const mutaid_case *c, size_t part, mutaid_turns **turns_out,
                  mutaid_error *error);

/** Release the result; NULL does nothing. */
MUTAID_API void mutaid_turns_free(mutaid_turns *turns);

/** The result in short. */
typedef struct mutaid_turns_info {
    size_t struct_size;     /**< sizeof(mutaid_turns_info) */
    mutaid_outcome outcome; /**< of the case as it is */
    uint32_t is_complete;   /**< 1: it is proved that no other single fact
                                 turns the case, and no nearer value */
    size_t count;           /**< changes found */
    size_t evaluations;     /**< how many runs of the rules it took */
} mutaid_turns_info;

/** The start value of a mutaid_turns_info. */
#define MUTAID_TURNS_INFO_INIT \
    { sizeof(mutaid_turns_info), MUTAID_OUTCOME_UNDETERMINED, 0, 0, 0 }

/** Describe the result; MUTAID_OK or MUTAID_ERROR_ARGUMENT. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_turns_describe(const mutaid_turns *turns, mutaid_turns_info *info_out,
                      mutaid_error *error);

/** One change: of a choice or flag each value that turns the case, of a number
 *  or date the nearest. */
typedef struct mutaid_turn {
    size_t struct_size;     /**< sizeof(mutaid_turn) */
    uint32_t fact;          /**< which fact */
    int32_t state;          /**< GIVEN with `integer`, or ABSENT */
    int64_t integer;        /**< its value, as the setters of a case take it */
    int64_t distance;       /**< from the case's value: days, fen, units; with
                                 its sign; 0 where it has no meaning */
    mutaid_outcome outcome; /**< what the case would be: eligible, or
                                 undetermined while other facts are missing */
    uint32_t reserved;      /**< 0 */
    mutaid_money least;     /**< and what it would be paid: at least this */
    mutaid_money most;      /**< at most this */
} mutaid_turn;

/** The start value of a mutaid_turn. */
#define MUTAID_TURN_INIT \
    { sizeof(mutaid_turn), MUTAID_NONE, 0, 0, 0, \
      MUTAID_OUTCOME_UNDETERMINED, 0, 0, 0 }

/** Look at a change, in the order of the rulebook's facts. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_turns_at(const mutaid_turns *turns, size_t position,
                mutaid_turn *turn_out, mutaid_error *error);

/**
 * Tell the changes, one to a line, or that there is none.
 *
 * @param turns           the result; borrowed
 * @param language        Chinese or English
 * @param[out] buffer     the caller's; NUL-terminated; NULL if capacity is 0
 * @param capacity        bytes of `buffer`
 * @param[out] length_out bytes written without the NUL, or needed
 * @param[out] error      optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_BUFFER with the length needed;
 *         MUTAID_ERROR_ARGUMENT
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_turns_explain(
    const mutaid_turns *turns, mutaid_language language, char *buffer,
    size_t capacity, size_t *length_out, mutaid_error *error);

MUTAID_END_DECLS

#endif
