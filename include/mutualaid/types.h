/* SPDX-License-Identifier: MIT */
/* types.h - money, dates, values and the small closed lists of words. */
#ifndef MUTUALAID_TYPES_H
#define MUTUALAID_TYPES_H

#include <mutualaid/api.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * Plain value types that cross the border by copy.
 *
 * Every enumerator keeps its number forever; 0 is never the number of
 * something that a forgotten initialisation should look like, but where the
 * first word is the ordinary case.
 *
 * Threads: these are values; nothing is shared.
 */

/** Money: a count of minor units of the rulebook's currency (fen). */
typedef int64_t mutaid_money;

/** A day: days since 1970-01-01 in the proleptic Gregorian calendar. */
typedef int32_t mutaid_date;

/** What mutaid_date_from_civil() answers for a day that does not exist. */
#define MUTAID_DATE_INVALID INT32_MIN

/** The languages in which a decision explains itself. */
typedef enum mutaid_language {
    MUTAID_LANGUAGE_ZH = 0, /**< Chinese */
    MUTAID_LANGUAGE_EN = 1  /**< English */
} mutaid_language;

/** What kind of thing a fact, a value or an operand is. */
typedef enum mutaid_type {
    MUTAID_TYPE_NONE = 0,    /**< no value at all */
    MUTAID_TYPE_MONEY = 1,   /**< minor units of the currency */
    MUTAID_TYPE_COUNT = 2,   /**< a number of things: days, units, people */
    MUTAID_TYPE_MEASURE = 3, /**< a quantity in the fact's unit, such as m2 */
    MUTAID_TYPE_RATE = 4,    /**< an exact ratio, written as a percentage */
    MUTAID_TYPE_DATE = 5,    /**< a day */
    MUTAID_TYPE_FLAG = 6,    /**< yes (1) or no (0) */
    MUTAID_TYPE_CHOICE = 7   /**< one of the fact's choices, by index */
} mutaid_type;

/** Whether there is a value. */
typedef enum mutaid_state {
    MUTAID_STATE_GIVEN = 0,   /**< there is a value */
    MUTAID_STATE_ABSENT = 1,  /**< it was said that there is none */
    MUTAID_STATE_NO_RULE = 2, /**< the rulebook has no rule for this date or key */
    MUTAID_STATE_OPEN = 3     /**< not given: unknown so far */
} mutaid_state;

/** How sure the rulebook is of a clause. */
typedef enum mutaid_basis {
    MUTAID_BASIS_PUBLISHED = 0, /**< a published document says so */
    MUTAID_BASIS_INFERRED = 1,  /**< follows from published figures */
    MUTAID_BASIS_ASSUMED = 2    /**< invented so that the rule is complete */
} mutaid_basis;

/** How a decision, or one item of it, came out. */
typedef enum mutaid_outcome {
    MUTAID_OUTCOME_ELIGIBLE = 0,    /**< paid, possibly with nothing */
    MUTAID_OUTCOME_REFUSED = 1,     /**< not paid, with reasons */
    MUTAID_OUTCOME_UNDETERMINED = 2, /**< facts are missing */
    MUTAID_OUTCOME_NOT_APPLYING = 3 /**< an item that the case is not about */
} mutaid_outcome;

/**
 * The name of an outcome, as decisions in JSON write it.
 *
 * @return "eligible", "refused", "undetermined" or "not_applying", static;
 *         NULL for a number that is no outcome
 * @since 0.1
 */
MUTAID_API const char *mutaid_outcome_name(mutaid_outcome outcome);

/**
 * The name of a type, as rulebooks write it.
 *
 * @return "money", "count" and so on, "none" for no value, static; NULL for a
 *         number that is no type
 * @since 0.1
 */
MUTAID_API const char *mutaid_type_name(mutaid_type type);

/**
 * An exact value: a ratio in the base unit of its type.
 *
 * Base units: money in minor units (fen), measures in the fact's unit, rates
 * as plain ratios (20 % is 1/5), dates as day numbers, flags as 0 or 1,
 * choices as the index of the choice. The numerator is the two's complement
 * 128-bit number `numerator_high * 2^64 + numerator_low`; the ratio is
 * reduced and the denominator is at least 1.
 */
typedef struct mutaid_value {
    int32_t type;           /**< a mutaid_type */
    int32_t state;          /**< a mutaid_state; without GIVEN the rest is 0 */
    uint32_t fact;          /**< choices and measures: the fact whose choices
                                 or unit these are; else MUTAID_NONE */
    uint32_t reserved;      /**< 0 */
    int64_t numerator_high; /**< upper half of the numerator, with the sign */
    uint64_t numerator_low; /**< lower half of the numerator */
    int64_t denominator;    /**< at least 1 */
} mutaid_value;

/**
 * Turn a civil date into a day number.
 *
 * @param year  1 to 9999
 * @param month 1 to 12
 * @param day   1 to the length of the month
 *
 * @return days since 1970-01-01, or MUTAID_DATE_INVALID if there is no such
 *         day; a setter that is handed MUTAID_DATE_INVALID refuses it
 * @units days
 * @since 0.1
 */
MUTAID_API mutaid_date mutaid_date_from_civil(int year, int month, int day);

/**
 * Turn a day number into a civil date.
 *
 * @param date           a day from 0001-01-01 to 9999-12-31
 * @param[out] year_out  1 to 9999; the three are untouched if `date` is outside
 * @param[out] month_out 1 to 12
 * @param[out] day_out   1 to 31
 *
 * @return 1 if `date` is such a day, else 0
 * @since 0.1
 */
MUTAID_API int mutaid_date_to_civil(mutaid_date date, int *year_out,
                                    int *month_out, int *day_out);

MUTAID_END_DECLS

#endif
