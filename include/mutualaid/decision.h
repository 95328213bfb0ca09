/* SPDX-License-Identifier: MIT */
/* decision.h - decide a part for a case, and read the explained answer. */
#ifndef MUTUALAID_DECISION_H
#define MUTUALAID_DECISION_H

#include <mutualaid/case.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * A decision is made by mutaid_decide() into an object that the caller makes
 * once and uses again and again: it owns its scratch memory and allocates
 * nothing once it is warm. It can be read as structure (the getters below), as
 * text in Chinese and English, and as JSON (decision.schema.json).
 *
 * Facts that are not given do not fail: the outcome is *undetermined* while
 * they can change outcome or amount, the missing facts are named, and the
 * amount is an interval that holds the final one for certain.
 *
 * Threads: a decision belongs to one thread at a time; one that nobody
 * decides into may be read from many.
 */

/** An explained answer; reusable. */
typedef struct mutaid_decision mutaid_decision;

/**
 * Make a decision to decide into.
 *
 * @param rulebook          the rulebook; the decision holds a reference
 * @param[out] decision_out the decision; untouched on failure
 * @param[out] error        optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @ownership caller owns: mutaid_decision_free()
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_decision_new(mutaid_rulebook *rulebook, mutaid_decision **decision_out,
                    mutaid_error *error);

/**
 * Release a decision.
 *
 * @param decision the decision; NULL does nothing
 * @since 0.1
 */
MUTAID_API void mutaid_decision_free(mutaid_decision *decision);

/**
 * Decide a part of the rulebook for the facts of a case.
 *
 * @param c          the case; borrowed for the call
 * @param part       name of the part: "hospital_allowance"
 * @param decision   where the answer goes; of the same rulebook as the case;
 *                   empty if the call fails
 * @param[out] error optional; names the fact concerned
 *
 * @return MUTAID_OK; MUTAID_ERROR_NAME (no such part); MUTAID_ERROR_RANGE
 *         (two facts contradict each other); MUTAID_ERROR_MEMORY;
 *         MUTAID_ERROR_ARGUMENT
 * @source the parts of the rulebook; semantics: doc/rulebook.md
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_decide(const mutaid_case *c, const char *part,
              mutaid_decision *decision, mutaid_error *error);

/** Twin of mutaid_decide() by the index of the part. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_decide_at(const mutaid_case *c, size_t part, mutaid_decision *decision,
                 mutaid_error *error);

/** @name The answer */
/** @{ */

/**
 * The amount of a decision.
 *
 * @param decision        the decision; borrowed
 * @param[out] amount_out what is paid (or owed, for a contribution), 0 for a
 *                        refusal; untouched on failure
 * @param[out] error      optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_UNDETERMINED while facts are missing;
 *         MUTAID_ERROR_ARGUMENT before anything was decided
 * @units minor units of the rulebook's currency
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_decision_amount(const mutaid_decision *decision,
                       mutaid_money *amount_out, mutaid_error *error);

/** The answer in short. */
typedef struct mutaid_decision_info {
    size_t struct_size;       /**< sizeof(mutaid_decision_info) */
    uint32_t part;            /**< what was decided, or MUTAID_NONE */
    mutaid_outcome outcome;   /**< how it came out */
    mutaid_money least;       /**< the amount is at least this */
    mutaid_money most;        /**< and at most this; both are the amount once
                                   the outcome is determined */
    size_t item_count;        /**< benefits and so on, as the part's items */
    size_t requirement_count; /**< requirements that the case concerns */
    size_t missing_count;     /**< facts that are missing */
    size_t line_count;        /**< lines of the explanation */
    size_t deadline_count;    /**< deadlines */
    size_t note_count;        /**< what the answer leaned on */
} mutaid_decision_info;

/** The start value of a mutaid_decision_info. */
#define MUTAID_DECISION_INFO_INIT \
    { sizeof(mutaid_decision_info), MUTAID_NONE, MUTAID_OUTCOME_UNDETERMINED, \
      0, 0, 0, 0, 0, 0, 0, 0 }

/** Describe the answer; MUTAID_ERROR_ARGUMENT before anything was decided. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_decision_describe(const mutaid_decision *decision,
                         mutaid_decision_info *info_out, mutaid_error *error);

/** Name the rulebook of a decision; borrowed from the decision. */
MUTAID_API mutaid_rulebook *
mutaid_decision_rulebook(const mutaid_decision *decision);

/** One benefit (contribution part, scheme of a package) of the answer. */
typedef struct mutaid_item {
    size_t struct_size;     /**< sizeof(mutaid_item) */
    mutaid_outcome outcome; /**< not applying, refused, undetermined, or paid
                                 (eligible) */
    uint32_t reserved;      /**< 0 */
    mutaid_money least;     /**< at least this; 0 unless paid or open; counted
                                 as mutaid_item_info says: the term of a loan
                                 is months */
    mutaid_money most;      /**< at most this */
} mutaid_item;

/** The start value of a mutaid_item. */
#define MUTAID_ITEM_INIT \
    { sizeof(mutaid_item), MUTAID_OUTCOME_UNDETERMINED, 0, 0, 0 }

/** Look at an item; its id and title: mutaid_rulebook_item(). */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_decision_item(const mutaid_decision *decision, size_t item,
                     mutaid_item *item_out, mutaid_error *error);

/**
 * Name a missing fact: giving it can change outcome or amount.
 *
 * @param decision      the decision; borrowed
 * @param position      0 up to missing_count, in the order of the rulebook
 * @param[out] fact_out index of the fact
 * @param[out] error    optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_ARGUMENT
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_decision_missing(const mutaid_decision *decision, size_t position,
                        size_t *fact_out, mutaid_error *error);

/** @} */
/** @name Why, and why not */
/** @{ */

/** How a requirement came out. */
typedef enum mutaid_verdict {
    MUTAID_VERDICT_HELD = 0,   /**< it does not stand in the way */
    MUTAID_VERDICT_FAILED = 1, /**< it refuses */
    MUTAID_VERDICT_OPEN = 2    /**< facts are missing */
} mutaid_verdict;

/** One requirement, exclusion or deadline that the case concerned. */
typedef struct mutaid_requirement {
    size_t struct_size;           /**< sizeof(mutaid_requirement) */
    const char *id;               /**< its id: "ward", or "not_in_force",
                                       "nothing_applies", "no_rule",
                                       "no_value" */
    mutaid_text text;             /**< the reason */
    mutaid_requirement_kind kind; /**< what kind of condition */
    mutaid_verdict verdict;       /**< how it came out */
    uint32_t item;                /**< the item it belongs to, or MUTAID_NONE
                                       for the part as a whole */
    uint32_t clause;              /**< its clause, or MUTAID_NONE */
    size_t finding_count;         /**< comparisons that made it so */
} mutaid_requirement;

/** The start value of a mutaid_requirement. */
#define MUTAID_REQUIREMENT_INIT \
    { sizeof(mutaid_requirement), NULL, { NULL, NULL }, \
      MUTAID_REQUIREMENT_REQUIRE, MUTAID_VERDICT_HELD, MUTAID_NONE, \
      MUTAID_NONE, 0 }

/** Look at a requirement, in the order of the rulebook; texts are borrowed
 *  from the rulebook. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_decision_requirement(
    const mutaid_decision *decision, size_t requirement,
    mutaid_requirement *requirement_out, mutaid_error *error);

/** What is compared with what is required. */
typedef enum mutaid_relation {
    MUTAID_RELATION_IS = 0,       /**< a flag is yes */
    MUTAID_RELATION_EQUALS = 1,   /**< equal */
    MUTAID_RELATION_IN = 2,       /**< one of a list */
    MUTAID_RELATION_AT_LEAST = 3, /**< not below */
    MUTAID_RELATION_AT_MOST = 4,  /**< not above */
    MUTAID_RELATION_ABOVE = 5,    /**< above */
    MUTAID_RELATION_BELOW = 6,    /**< below */
    MUTAID_RELATION_EXISTS = 7    /**< given, not absent */
} mutaid_relation;

/** One comparison behind a requirement. */
typedef struct mutaid_finding {
    size_t struct_size;       /**< sizeof(mutaid_finding) */
    const char *name;         /**< the fact or value compared, or "" */
    mutaid_text label;        /**< its label */
    mutaid_relation relation; /**< how it is compared */
    uint32_t is_wanted;       /**< 1: the relation is wanted to hold, 0: wanted
                                   not to hold (exclusions) */
    mutaid_value found;       /**< the value found */
    mutaid_value required;    /**< the value it is compared with; none for IN,
                                   IS and EXISTS */
    mutaid_value distance;    /**< how far the one is from the other: what must
                                   change; none where that has no meaning */
} mutaid_finding;

/** The start value of a mutaid_finding. */
#define MUTAID_FINDING_INIT \
    { sizeof(mutaid_finding), NULL, { NULL, NULL }, MUTAID_RELATION_IS, 1, \
      { 0, 0, 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0, 0, 0 }, \
      { 0, 0, 0, 0, 0, 0, 0 } }

/** Look at a comparison behind a requirement. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_decision_finding(const mutaid_decision *decision, size_t requirement,
                        size_t finding, mutaid_finding *finding_out,
                        mutaid_error *error);

/** One explained step. */
typedef struct mutaid_line {
    size_t struct_size;   /**< sizeof(mutaid_line) */
    const char *step;     /**< the word of the rulebook: "take", "at_most",
                               "round", "value", "total" ... */
    uint32_t depth;       /**< 0 for the steps of a benefit, more for what
                               stands inside one */
    uint32_t item;        /**< the item it belongs to */
    uint32_t clause;      /**< its clause, or MUTAID_NONE */
    uint32_t is_applied;  /**< 0: its `when` did not hold */
    mutaid_value before;  /**< the running amount before */
    mutaid_value operand; /**< what the step worked with; none for some */
    mutaid_value after;   /**< the running amount after, exact */
    mutaid_value exact;   /**< what was rounded, where the step rounds */
    mutaid_money share;   /**< waterfall, depth 0: round(after) less
                               round(before); the shares of a benefit sum to
                               its amount */
} mutaid_line;

/** The start value of a mutaid_line. */
#define MUTAID_LINE_INIT \
    { sizeof(mutaid_line), NULL, 0, MUTAID_NONE, MUTAID_NONE, 0, \
      { 0, 0, 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0, 0, 0 }, \
      { 0, 0, 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0, 0, 0 }, 0 }

/** Look at a line, in the order in which it was computed. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_decision_line(const mutaid_decision *decision, size_t line,
                     mutaid_line *line_out, mutaid_error *error);

/** A last day. */
typedef struct mutaid_deadline {
    size_t struct_size; /**< sizeof(mutaid_deadline) */
    const char *id;     /**< its id in the rulebook */
    mutaid_text label;  /**< its label */
    int32_t state;      /**< a mutaid_state: GIVEN, or OPEN while facts are
                             missing, ABSENT or NO_RULE where there is none */
    mutaid_date last_day; /**< the last day that is in time */
    uint32_t is_judged; /**< 1: it is also a requirement */
    uint32_t clause;    /**< its clause */
} mutaid_deadline;

/** The start value of a mutaid_deadline. */
#define MUTAID_DEADLINE_INIT \
    { sizeof(mutaid_deadline), NULL, { NULL, NULL }, 0, 0, 0, MUTAID_NONE }

/** Look at a deadline. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_decision_deadline(const mutaid_decision *decision, size_t deadline,
                         mutaid_deadline *deadline_out, mutaid_error *error);

/** What a note is about. */
typedef enum mutaid_note_kind {
    MUTAID_NOTE_ASSUMED = 0,  /**< a clause that is assumed */
    MUTAID_NOTE_DEFAULT = 1,  /**< a fact was not given; its default stood in */
    MUTAID_NOTE_OVERRIDE = 2, /**< a parameter that the caller replaced */
    MUTAID_NOTE_PAST_KNOWN = 3, /**< a series was read past its known end */
    MUTAID_NOTE_INFERRED = 4  /**< a clause that is inferred */
} mutaid_note_kind;

/** Something the answer leaned on. */
typedef struct mutaid_note {
    size_t struct_size;    /**< sizeof(mutaid_note) */
    mutaid_note_kind kind; /**< what it is about */
    uint32_t is_decisive;  /**< 1: it moved the amount or the outcome */
    uint32_t clause;       /**< the clause, or MUTAID_NONE */
    uint32_t fact;         /**< the fact whose default was used, or
                                MUTAID_NONE */
    uint32_t parameter;    /**< the parameter, or MUTAID_NONE */
    mutaid_date known_until; /**< the known end of the series, for PAST_KNOWN */
} mutaid_note;

/** The start value of a mutaid_note. */
#define MUTAID_NOTE_INIT \
    { sizeof(mutaid_note), MUTAID_NOTE_ASSUMED, 0, MUTAID_NONE, MUTAID_NONE, \
      MUTAID_NONE, 0 }

/** Look at a note. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_decision_note(const mutaid_decision *decision, size_t note,
                     mutaid_note *note_out, mutaid_error *error);

/** @} */
/** @name As text
 *
 * Text goes to the caller's buffer and ends with a NUL. A buffer that is too
 * short is MUTAID_ERROR_BUFFER with the length needed, so a first call with
 * capacity 0 measures. The length never counts the NUL.
 */
/** @{ */

/**
 * Explain a decision as text that a clerk can hand to a member.
 *
 * @param decision        the decision; borrowed
 * @param language        Chinese or English
 * @param[out] buffer     the caller's; NULL if capacity is 0
 * @param capacity        bytes of `buffer`
 * @param[out] length_out bytes written, or needed
 * @param[out] error      optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_BUFFER; MUTAID_ERROR_ARGUMENT
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_decision_explain(const mutaid_decision *decision,
                        mutaid_language language, char *buffer,
                        size_t capacity, size_t *length_out,
                        mutaid_error *error);

/** Write a decision as JSON; arguments as mutaid_decision_explain(). */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_decision_write_json(
    const mutaid_decision *decision, char *buffer, size_t capacity,
    size_t *length_out, mutaid_error *error);

/** Explain one line; arguments as mutaid_decision_explain(). */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_decision_line_text(
    const mutaid_decision *decision, size_t line, mutaid_language language,
    char *buffer, size_t capacity, size_t *length_out, mutaid_error *error);

/**
 * Write a value as text: "360.00", "2016-03-01", "20%", "40 m2", a choice's
 * label; "2/3" where no finite decimal is exact.
 *
 * @param rulebook        whose currency and choices these are; borrowed
 * @param value           the value; borrowed
 * @param language        of labels and of words for what is no value
 * @param[out] buffer     the caller's; NULL if capacity is 0
 * @param capacity        bytes of `buffer`
 * @param[out] length_out bytes written, or needed
 * @param[out] error      optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_BUFFER; MUTAID_ERROR_ARGUMENT
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_value_text(const mutaid_rulebook *rulebook, const mutaid_value *value,
                  mutaid_language language, char *buffer, size_t capacity,
                  size_t *length_out, mutaid_error *error);

/** Bytes that do for any amount as text, with its NUL. */
#define MUTAID_MONEY_TEXT_SIZE 40

/**
 * Write an amount as text: 36000 with two decimals is "360.00".
 *
 * @param amount          minor units
 * @param decimals        of the currency (mutaid_rulebook_describe()), 0 to 18
 * @param[out] buffer     the caller's; NULL if capacity is 0;
 *                        MUTAID_MONEY_TEXT_SIZE bytes always do
 * @param capacity        bytes of `buffer`
 * @param[out] length_out optional: bytes written, or needed
 * @param[out] error      optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_BUFFER; MUTAID_ERROR_ARGUMENT
 * @since 0.1
 */
MUTAID_API mutaid_status mutaid_money_text(mutaid_money amount,
                                           uint32_t decimals, char *buffer,
                                           size_t capacity, size_t *length_out,
                                           mutaid_error *error);

/** @} */

MUTAID_END_DECLS

#endif
