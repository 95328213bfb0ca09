/* SPDX-License-Identifier: MIT */
/* case.h - the facts of one case: set, look at, write and read as JSON. */
#ifndef MUTUALAID_CASE_H
#define MUTUALAID_CASE_H

#include <mutualaid/rulebook.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * A case holds the facts of one decision. A new case is empty: every fact is
 * *not given*. A fact is given by a setter of its type, or as text in the
 * form that the rulebook writes ("1300.00", "2016-03-01", "20%", "40 m2",
 * "3", "true", a choice's code), or it is said to be *absent* ("there is
 * none"), which only an optional fact may be.
 *
 * A setter that fails leaves the fact as it was. Every setter by name has a
 * twin by index (`_at`). A relation between two facts ("not before") is looked
 * at when the case is decided, so that facts may come in any order.
 *
 * Threads: a case belongs to one thread at a time; a case that nobody changes
 * may be decided from many.
 */

/** The facts of one case; belongs to one rulebook. */
typedef struct mutaid_case mutaid_case;

/** Days on which people do or do not work, beside Monday to Friday. */
typedef struct mutaid_calendar mutaid_calendar;

/**
 * Make an empty case.
 *
 * @param rulebook      the rulebook; the case holds a reference
 * @param[out] case_out the case; untouched on failure
 * @param[out] error    optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @ownership caller owns: mutaid_case_free()
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_new(
    mutaid_rulebook *rulebook, mutaid_case **case_out, mutaid_error *error);

/**
 * Release a case.
 *
 * @param c the case; NULL does nothing
 * @since 0.1
 */
MUTAID_API void mutaid_case_free(mutaid_case *c);

/**
 * Make every fact *not given* again, to use the case for the next one.
 *
 * @param c the case; NULL does nothing
 * @since 0.1
 */
MUTAID_API void mutaid_case_clear(mutaid_case *c);

/**
 * Name the rulebook of a case.
 *
 * @return the rulebook; NULL for NULL
 * @ownership borrowed from the case
 * @since 0.1
 */
MUTAID_API mutaid_rulebook *mutaid_case_rulebook(const mutaid_case *c);

/** @name Setters
 *
 * @return MUTAID_OK; MUTAID_ERROR_NAME (no such fact or choice);
 *         MUTAID_ERROR_TYPE (the fact is of another type, or the text cannot
 *         be read); MUTAID_ERROR_RANGE (outside what the fact declares)
 */
/** @{ */

/** Give money, in minor units of the currency. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_case_set_money(mutaid_case *c, const char *fact, mutaid_money minor,
                      mutaid_error *error);
/** Give a count. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_set_count(
    mutaid_case *c, const char *fact, int64_t count, mutaid_error *error);
/** Give a measure, in 1/10^decimals of the fact's unit. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_set_measure(
    mutaid_case *c, const char *fact, int64_t scaled, mutaid_error *error);
/** Give a rate, in 1/10^decimals of a percent (4 decimals: 200000 is 20 %). */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_set_rate(
    mutaid_case *c, const char *fact, int64_t scaled, mutaid_error *error);
/** Give a date, in days since 1970-01-01. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_set_date(
    mutaid_case *c, const char *fact, mutaid_date date, mutaid_error *error);
/** Give a flag: 0 is no, 1 is yes, all else is an error. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_set_flag(
    mutaid_case *c, const char *fact, int flag, mutaid_error *error);
/** Give a choice by its code. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_case_set_choice(mutaid_case *c, const char *fact, const char *code,
                       mutaid_error *error);
/** Give any fact as text, NUL-terminated, as the rulebook would write it. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_case_set_text(mutaid_case *c, const char *fact, const char *text,
                     mutaid_error *error);
/** Say that there is none; only for a fact that may be absent. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_set_absent(
    mutaid_case *c, const char *fact, mutaid_error *error);
/** Make a fact *not given* again. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_case_unset(mutaid_case *c, const char *fact, mutaid_error *error);

/** Twin of mutaid_case_set_money() by index. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_case_set_money_at(mutaid_case *c, size_t fact, mutaid_money minor,
                         mutaid_error *error);
/** Twin of mutaid_case_set_count() by index. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_set_count_at(
    mutaid_case *c, size_t fact, int64_t count, mutaid_error *error);
/** Twin of mutaid_case_set_measure() by index. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_set_measure_at(
    mutaid_case *c, size_t fact, int64_t scaled, mutaid_error *error);
/** Twin of mutaid_case_set_rate() by index. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_set_rate_at(
    mutaid_case *c, size_t fact, int64_t scaled, mutaid_error *error);
/** Twin of mutaid_case_set_date() by index. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_set_date_at(
    mutaid_case *c, size_t fact, mutaid_date date, mutaid_error *error);
/** Twin of mutaid_case_set_flag() by index. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_set_flag_at(
    mutaid_case *c, size_t fact, int flag, mutaid_error *error);
/** Twin of mutaid_case_set_choice() by indices of fact and choice. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_set_choice_at(
    mutaid_case *c, size_t fact, size_t choice, mutaid_error *error);
/** Twin of mutaid_case_set_text() by index, with the length of the text. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_case_set_text_at(mutaid_case *c, size_t fact, const char *text,
                        size_t length, mutaid_error *error);
/** Twin of mutaid_case_set_absent() by index. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_set_absent_at(
    mutaid_case *c, size_t fact, mutaid_error *error);
/** Twin of mutaid_case_unset() by index. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_case_unset_at(mutaid_case *c, size_t fact, mutaid_error *error);

/** @} */

/**
 * Look at a fact of a case.
 *
 * @param c                the case; borrowed
 * @param fact             index of the fact
 * @param[out] state_out   a mutaid_state: GIVEN, ABSENT or OPEN (not given)
 * @param[out] integer_out the value as the setters take it; 0 without one
 * @param[out] error       optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_ARGUMENT
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_case_get(const mutaid_case *c, size_t fact, int32_t *state_out,
                int64_t *integer_out, mutaid_error *error);

/**
 * Read the facts of a case from JSON, as mutaid_case_write_json() writes them
 * (case.schema.json). What the case held before is forgotten; on failure it is
 * left as it was.
 *
 * `{"facts": {"units": 2, "admitted_on": "2016-03-01", "ward": {"absent":
 * true}}}`; beside `facts` there may be `part` and `rulebook` (id, edition,
 * digest). A digest that is not the rulebook's is an error: the case belongs
 * to another one.
 *
 * @param c               the case
 * @param text            UTF-8 JSON; borrowed for the call
 * @param length          bytes of `text`
 * @param[out] part_out   optional; index of the part that the text names, or
 *                        MUTAID_NONE
 * @param[out] error      optional; with line and column of the text
 *
 * @return MUTAID_OK; MUTAID_ERROR_CASE (no JSON, unknown keys, another
 *         digest); MUTAID_ERROR_NAME, MUTAID_ERROR_TYPE or
 *         MUTAID_ERROR_RANGE as the setters; MUTAID_ERROR_MEMORY
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_case_read_json(mutaid_case *c, const char *text, size_t length,
                      uint32_t *part_out, mutaid_error *error);

/**
 * Write the facts of a case as JSON, with the rulebook's digest, so that the
 * decision can be made again years later.
 *
 * @param c               the case; borrowed
 * @param part            index of the part to name, or MUTAID_NONE
 * @param[out] buffer     the caller's; NUL-terminated; NULL if capacity is 0
 * @param capacity        bytes of `buffer`
 * @param[out] length_out bytes written without the NUL, or needed
 * @param[out] error      optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_BUFFER with the length needed
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_case_write_json(
    const mutaid_case *c, uint32_t part, char *buffer, size_t capacity,
    size_t *length_out, mutaid_error *error);

/** @name Working days */
/** @{ */

/**
 * Make a calendar in which Monday to Friday are working days.
 *
 * @param allocator         where memory comes from; NULL: malloc and its kin
 * @param[out] calendar_out the calendar; untouched on failure
 * @param[out] error        optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_MEMORY
 * @ownership caller owns: mutaid_calendar_free()
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_calendar_new(const mutaid_allocator *allocator,
                    mutaid_calendar **calendar_out, mutaid_error *error);

/**
 * Say that a day is, or is not, a working day; the last word holds.
 *
 * @param calendar   the calendar
 * @param day        days since 1970-01-01
 * @param is_working 1 or 0
 * @param[out] error optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_MEMORY; MUTAID_ERROR_RANGE past 20000 days
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_calendar_set(mutaid_calendar *calendar, mutaid_date day, int is_working,
                    mutaid_error *error);

/** Release a calendar; NULL does nothing. */
MUTAID_API void mutaid_calendar_free(mutaid_calendar *calendar);

/**
 * Pass a calendar beside the case. Without one, Monday to Friday are working
 * days.
 *
 * @param c        the case; NULL does nothing
 * @param calendar borrowed: it must outlive its use by the case; NULL: none
 * @since 0.1
 */
MUTAID_API void mutaid_case_set_calendar(mutaid_case *c,
                                         const mutaid_calendar *calendar);

/** @} */

MUTAID_END_DECLS

#endif
