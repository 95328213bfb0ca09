/* SPDX-License-Identifier: MIT */
/* rulebook.h - read a rulebook, share it, and ask everything it holds. */
#ifndef MUTUALAID_RULEBOOK_H
#define MUTUALAID_RULEBOOK_H

#include <mutualaid/memory.h>
#include <mutualaid/status.h>
#include <mutualaid/types.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * A rulebook is a JSON document (doc/rulebook.md, rulebook.schema.json) that
 * says which facts there are, who is covered and what is paid. Reading it
 * checks it whole, proves that nothing in it can overflow, and runs its
 * examples; what comes out is immutable.
 *
 * Facts, parts, clauses and so on have small indices that are fixed for one
 * rulebook; every call by name has a twin by index. An index that is out of
 * range is MUTAID_ERROR_ARGUMENT.
 *
 * Threads: a rulebook may be used from many threads at once, and its
 * reference count is atomic. A report belongs to one thread.
 */

/** A rulebook that was read: immutable, shared by counting. */
typedef struct mutaid_rulebook mutaid_rulebook;

/** Everything that was found while a rulebook was read. */
typedef struct mutaid_report mutaid_report;

/** What stands in place of a parameter of the rulebook, for a what-if. */
typedef struct mutaid_override {
    const char *name;    /**< the parameter */
    const char *literal; /**< as in the rulebook, without quotes: 10000.00,
                              20%, 2011-01-01, 3, true */
} mutaid_override;

/** How a rulebook is to be read; start from MUTAID_READ_OPTIONS_INIT. */
typedef struct mutaid_read_options {
    size_t struct_size;                   /**< sizeof(mutaid_read_options) */
    const mutaid_allocator *allocator;    /**< NULL: malloc and its kin */
    size_t memory_cap;                    /**< bytes of the rulebook; 0: 1 GiB */
    size_t case_memory_cap;               /**< bytes of each case and each
                                               decision; 0: 64 MiB */
    size_t text_limit;                    /**< bytes of text; 0: 64 MiB */
    const mutaid_override *overrides;     /**< parameters replaced; borrowed for
                                               the call */
    size_t override_count;                /**< how many of them */
    uint32_t skip_examples;               /**< 1: do not run the examples; they
                                               are not run with overrides
                                               either */
    uint32_t reserved;                    /**< 0 */
} mutaid_read_options;

/** The start value of mutaid_read_options: everything by default. */
#define MUTAID_READ_OPTIONS_INIT \
    { sizeof(mutaid_read_options), NULL, 0, 0, 0, NULL, 0, 0, 0 }

/**
 * Read a rulebook and check it whole.
 *
 * @param text              UTF-8 JSON, a byte-order mark is accepted; borrowed
 *                          for the call
 * @param length            bytes of `text`
 * @param options           how to read; NULL for the defaults
 * @param[out] rulebook_out the rulebook, one reference; untouched on failure
 * @param[out] report_out   optional; every fault and warning, also on failure;
 *                          caller owns; NULL is stored where there is none
 * @param[out] error        optional; the first fault
 *
 * @return MUTAID_OK; MUTAID_ERROR_RULEBOOK with every fault in the report;
 *         MUTAID_ERROR_NAME for an override of no parameter;
 *         MUTAID_ERROR_MEMORY
 * @ownership caller owns a reference: mutaid_rulebook_unref()
 * @source the language: doc/rulebook.md
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_rulebook_read(
    const char *text, size_t length, const mutaid_read_options *options,
    mutaid_rulebook **rulebook_out, mutaid_report **report_out,
    mutaid_error *error);

/**
 * Read the built-in rulebook: the schemes of Beijing's trade unions.
 *
 * @param[out] rulebook_out the rulebook, one reference; untouched on failure
 * @param[out] error        optional; filled on failure
 *
 * @return MUTAID_OK; MUTAID_ERROR_MEMORY
 * @ownership caller owns a reference: mutaid_rulebook_unref()
 * @source rulebooks/beijing.json; the same text is mutaid_rulebook_beijing_text()
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_rulebook_beijing(mutaid_rulebook **rulebook_out, mutaid_error *error);

/**
 * Give the text of the built-in rulebook, to read it with options or to write
 * one's own after it.
 *
 * @param[out] length_out optional; bytes of the text
 *
 * @return UTF-8 JSON, NUL-terminated
 * @ownership borrowed; lives as long as the library is loaded
 * @since 0.1
 */
MUTAID_API const char *mutaid_rulebook_beijing_text(size_t *length_out);

/**
 * Take one more reference.
 *
 * @param rulebook the rulebook; NULL does nothing
 * @return `rulebook`
 * @ownership shared; each reference is given back by mutaid_rulebook_unref()
 * @since 0.1
 */
MUTAID_API mutaid_rulebook *mutaid_rulebook_ref(mutaid_rulebook *rulebook);

/**
 * Give a reference back; the last one releases the rulebook. Cases and
 * decisions hold references of their own.
 *
 * @param rulebook the rulebook; NULL does nothing
 * @since 0.1
 */
MUTAID_API void mutaid_rulebook_unref(mutaid_rulebook *rulebook);

/** @name The report */
/** @{ */

/** One fault or warning of a rulebook. */
typedef struct mutaid_fault {
    size_t struct_size; /**< sizeof(mutaid_fault), set by the caller */
    mutaid_code code;   /**< which fault; its layer: mutaid_code_layer() */
    uint32_t is_warning; /**< 1: the rulebook was read all the same */
    uint32_t line;      /**< 1 and up; 0 for the document as a whole */
    uint32_t column;    /**< 1 and up, in characters */
    size_t offset;      /**< the same place in bytes of the text */
    const char *text;   /**< what is wrong; borrowed from the report */
    const char *remedy; /**< what to do; borrowed from the report */
} mutaid_fault;

/** The start value of a mutaid_fault. */
#define MUTAID_FAULT_INIT \
    { sizeof(mutaid_fault), MUTAID_CODE_NONE, 0, 0, 0, 0, NULL, NULL }

/**
 * Count the faults and warnings of a report.
 *
 * @param report the report; NULL counts as empty
 * @return how many; in the order of the text
 * @since 0.1
 */
MUTAID_API size_t mutaid_report_count(const mutaid_report *report);

/**
 * Look at one fault or warning.
 *
 * @param report          the report; borrowed
 * @param index           0 up to mutaid_report_count()
 * @param[in,out] fault_out the fault; its struct_size is set by the caller
 * @param[out] error      optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_ARGUMENT
 * @ownership texts are borrowed from the report
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_report_fault(const mutaid_report *report, size_t index,
                    mutaid_fault *fault_out, mutaid_error *error);

/**
 * Release a report.
 *
 * @param report the report; NULL does nothing
 * @since 0.1
 */
MUTAID_API void mutaid_report_free(mutaid_report *report);

/** @} */
/** @name What a rulebook holds
 *
 * These functions copy a description into a struct whose struct_size the
 * caller has set; texts in it are borrowed from the rulebook. All return
 * MUTAID_OK or MUTAID_ERROR_ARGUMENT (NULL, index out of range), the look-ups
 * by name MUTAID_ERROR_NAME. Texts that the rulebook does not give are "".
 */
/** @{ */

/** A text in both languages; a missing one repeats the other. */
typedef struct mutaid_text {
    const char *zh; /**< Chinese, UTF-8 */
    const char *en; /**< English, UTF-8 */
} mutaid_text;

/** The head of a rulebook. */
typedef struct mutaid_rulebook_info {
    size_t struct_size;     /**< sizeof(mutaid_rulebook_info) */
    const char *id;         /**< which rulebook */
    const char *edition;    /**< which edition of it */
    mutaid_text title;      /**< its title */
    const char *currency;   /**< ISO 4217 code, "CNY" */
    uint32_t decimals;      /**< of the currency: 2 for fen */
    uint32_t reserved;      /**< 0 */
    const char *digest;     /**< SHA-256 of text and overrides, 64 hex digits */
    size_t part_count;      /**< what can be decided */
    size_t fact_count;      /**< facts */
    size_t parameter_count; /**< parameters */
    size_t source_count;    /**< documents */
    size_t clause_count;    /**< clauses, those of all parts */
} mutaid_rulebook_info;

/** The start value of a mutaid_rulebook_info. */
#define MUTAID_RULEBOOK_INFO_INIT \
    { sizeof(mutaid_rulebook_info), NULL, NULL, { NULL, NULL }, NULL, 0, 0, \
      NULL, 0, 0, 0, 0, 0 }

/** Describe the rulebook itself. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_rulebook_describe(const mutaid_rulebook *rulebook,
                         mutaid_rulebook_info *info_out, mutaid_error *error);

/** What kind of thing a part decides. */
typedef enum mutaid_part_kind {
    MUTAID_PART_SCHEME = 0,       /**< benefits of a scheme */
    MUTAID_PART_CONTRIBUTION = 1, /**< what a scheme costs: "x.contribution" */
    MUTAID_PART_PACKAGE = 2,      /**< several schemes by one enrolment */
    MUTAID_PART_PACKAGE_CONTRIBUTION = 3, /**< what a package costs */
    MUTAID_PART_LIMIT = 4         /**< how much a loan may be: "x.limit" */
} mutaid_part_kind;

/** A part: what can be decided under one name. */
typedef struct mutaid_part_info {
    size_t struct_size;       /**< sizeof(mutaid_part_info) */
    const char *name;         /**< "hospital_allowance" */
    mutaid_text title;        /**< its title */
    mutaid_part_kind kind;    /**< what kind of part */
    uint32_t reserved;        /**< 0 */
    size_t fact_count;        /**< facts it may read */
    size_t item_count;        /**< benefits, contribution parts or schemes */
    size_t requirement_count; /**< requirements, exclusions and deadlines, as
                                   written: scheme, deadlines, each benefit */
} mutaid_part_info;

/** The start value of a mutaid_part_info. */
#define MUTAID_PART_INFO_INIT \
    { sizeof(mutaid_part_info), NULL, { NULL, NULL }, MUTAID_PART_SCHEME, 0, \
      0, 0, 0 }

/** Describe a part. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_rulebook_part(const mutaid_rulebook *rulebook, size_t part,
                     mutaid_part_info *info_out, mutaid_error *error);

/** Find a part by name. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_rulebook_part_index(const mutaid_rulebook *rulebook, const char *name,
                           size_t *index_out, mutaid_error *error);

/** Name the facts that a part may read: `fact_out` is the index of the
 *  `position`th of them, in the order of the rulebook. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_rulebook_part_fact(const mutaid_rulebook *rulebook, size_t part,
                          size_t position, size_t *fact_out,
                          mutaid_error *error);

/** A benefit of a scheme, a part of a contribution, a scheme of a package. */
typedef struct mutaid_item_info {
    size_t struct_size; /**< sizeof(mutaid_item_info) */
    const char *id;     /**< "nights"; in a package "sick.nights" */
    mutaid_text title;  /**< its title */
    uint32_t depth;     /**< 0, or 1 for a benefit below a package's scheme */
    uint32_t clause;    /**< its clause, or MUTAID_NONE */
    mutaid_type type;   /**< what its least and most count: MONEY minor units;
                             COUNT whole numbers (the months of a term); RATE
                             millionths (1000000 is 100 %) */
    uint32_t is_beside; /**< 1: information beside the amount, no part of it
                             (term, guarantee and fees of a loan) */
} mutaid_item_info;

/** The start value of a mutaid_item_info. */
#define MUTAID_ITEM_INFO_INIT \
    { sizeof(mutaid_item_info), NULL, { NULL, NULL }, 0, MUTAID_NONE, \
      MUTAID_TYPE_MONEY, 0 }

/** Describe an item of a part, in written order. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_rulebook_item(const mutaid_rulebook *rulebook, size_t part, size_t item,
                     mutaid_item_info *info_out, mutaid_error *error);

/** What kind of condition a requirement is. */
typedef enum mutaid_requirement_kind {
    MUTAID_REQUIREMENT_REQUIRE = 0,  /**< refuses when it does not hold */
    MUTAID_REQUIREMENT_EXCLUDE = 1,  /**< refuses when it holds */
    MUTAID_REQUIREMENT_DEADLINE = 2, /**< refuses when the last day has passed */
    MUTAID_REQUIREMENT_IN_FORCE = 3, /**< the date lies in from-until */
    MUTAID_REQUIREMENT_APPLIES = 4,  /**< at least one benefit applies */
    MUTAID_REQUIREMENT_RULE = 5,     /**< there is a rule and a value */
    MUTAID_REQUIREMENT_MEMBER = 6    /**< a scheme of a package is eligible */
} mutaid_requirement_kind;

/** A requirement, exclusion or judged deadline of a part. */
typedef struct mutaid_requirement_info {
    size_t struct_size;           /**< sizeof(mutaid_requirement_info) */
    const char *id;               /**< its id */
    mutaid_text text;             /**< the reason given when it refuses */
    mutaid_requirement_kind kind; /**< what kind */
    uint32_t item;                /**< the benefit it belongs to, or MUTAID_NONE */
    uint32_t clause;              /**< its clause */
    uint32_t reserved;            /**< 0 */
} mutaid_requirement_info;

/** The start value of a mutaid_requirement_info. */
#define MUTAID_REQUIREMENT_INFO_INIT \
    { sizeof(mutaid_requirement_info), NULL, { NULL, NULL }, \
      MUTAID_REQUIREMENT_REQUIRE, MUTAID_NONE, MUTAID_NONE, 0 }

/** Describe a requirement of a part, numbered as written: scheme, deadlines,
 *  each benefit. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_rulebook_requirement(
    const mutaid_rulebook *rulebook, size_t part, size_t requirement,
    mutaid_requirement_info *info_out, mutaid_error *error);

/**
 * A fact: an input that the rulebook names.
 *
 * Integers stand for values as everywhere: money in minor units, measures in
 * 1/10^decimals of the unit, rates in 1/10^decimals of a percent, dates as
 * day numbers, flags as 0 or 1, choices by index.
 */
typedef struct mutaid_fact_info {
    size_t struct_size;     /**< sizeof(mutaid_fact_info) */
    const char *name;       /**< "admitted_on" */
    mutaid_text label;      /**< what a form shows */
    const char *note;       /**< the author's remark, in English */
    mutaid_type type;       /**< its type */
    uint32_t decimals;      /**< of money, measures and rates */
    const char *unit;       /**< of a measure: "m2" */
    int64_t at_least;       /**< smallest integer that can be typed */
    int64_t at_most;        /**< largest integer that can be typed */
    uint32_t may_be_absent; /**< 1: "there is none" is a legal answer */
    int32_t if_missing;     /**< a mutaid_state: OPEN (no default), GIVEN
                                 (`default_integer`) or ABSENT */
    int64_t default_integer; /**< what stands in when it is not given */
    uint32_t not_before;    /**< the fact that it must not precede, or
                                 MUTAID_NONE */
    uint32_t clause;        /**< its clause */
    size_t choice_count;    /**< of a choice */
} mutaid_fact_info;

/** The start value of a mutaid_fact_info. */
#define MUTAID_FACT_INFO_INIT \
    { sizeof(mutaid_fact_info), NULL, { NULL, NULL }, NULL, \
      MUTAID_TYPE_NONE, 0, NULL, 0, 0, 0, 0, 0, MUTAID_NONE, MUTAID_NONE, 0 }

/** Describe a fact. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_rulebook_fact(const mutaid_rulebook *rulebook, size_t fact,
                     mutaid_fact_info *info_out, mutaid_error *error);

/** Find a fact by name. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_rulebook_fact_index(const mutaid_rulebook *rulebook, const char *name,
                           size_t *index_out, mutaid_error *error);

/** One of the choices of a fact. */
typedef struct mutaid_choice_info {
    size_t struct_size; /**< sizeof(mutaid_choice_info) */
    const char *code;   /**< what is written in cases */
    mutaid_text label;  /**< what a form shows */
} mutaid_choice_info;

/** The start value of a mutaid_choice_info. */
#define MUTAID_CHOICE_INFO_INIT \
    { sizeof(mutaid_choice_info), NULL, { NULL, NULL } }

/** Describe a choice of a fact. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_rulebook_choice(
    const mutaid_rulebook *rulebook, size_t fact, size_t choice,
    mutaid_choice_info *info_out, mutaid_error *error);

/** Find a choice of a fact by its code. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_rulebook_choice_index(
    const mutaid_rulebook *rulebook, size_t fact, const char *code,
    size_t *index_out, mutaid_error *error);

/** A parameter: a named literal that the caller may override when reading. */
typedef struct mutaid_parameter_info {
    size_t struct_size;   /**< sizeof(mutaid_parameter_info) */
    const char *name;     /**< its name */
    mutaid_text label;    /**< what it is */
    const char *literal;  /**< as the rulebook writes it, without quotes */
    const char *override_literal; /**< what stands in its place, or NULL */
    mutaid_type type;     /**< its type */
    uint32_t clause;      /**< its clause: basis, source, note */
} mutaid_parameter_info;

/** The start value of a mutaid_parameter_info. */
#define MUTAID_PARAMETER_INFO_INIT \
    { sizeof(mutaid_parameter_info), NULL, { NULL, NULL }, NULL, NULL, \
      MUTAID_TYPE_NONE, MUTAID_NONE }

/** Describe a parameter. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_rulebook_parameter(const mutaid_rulebook *rulebook, size_t parameter,
                          mutaid_parameter_info *info_out,
                          mutaid_error *error);

/** A document that clauses come from. */
typedef struct mutaid_source_info {
    size_t struct_size;    /**< sizeof(mutaid_source_info) */
    const char *id;        /**< its id in the rulebook */
    const char *title;     /**< its title */
    const char *publisher; /**< who published it */
    const char *date;      /**< when, as written: a day, a month or a year */
    const char *address;   /**< where it can be found */
} mutaid_source_info;

/** The start value of a mutaid_source_info. */
#define MUTAID_SOURCE_INFO_INIT \
    { sizeof(mutaid_source_info), NULL, NULL, NULL, NULL, NULL }

/** Describe a source. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_rulebook_source(const mutaid_rulebook *rulebook, size_t source,
                       mutaid_source_info *info_out, mutaid_error *error);

/** A clause: any piece of the rulebook that can state where it comes from. */
typedef struct mutaid_clause_info {
    size_t struct_size;  /**< sizeof(mutaid_clause_info) */
    const char *id;      /**< its id, or "" */
    const char *path;    /**< where it stands: "schemes.x.benefits[0].steps[2]" */
    mutaid_text label;   /**< its label, or "" */
    const char *note;    /**< the author's remark, in English, or "" */
    uint32_t source;     /**< its source, own or inherited, or MUTAID_NONE */
    mutaid_basis basis;  /**< how sure the rulebook is of it */
    const char *place;   /**< where in the source, or "" */
    const char *figure;  /**< the figure that the source states, or "" */
    uint32_t line;       /**< where it stands in the text, 1 and up */
    uint32_t column;     /**< 1 and up, in characters */
} mutaid_clause_info;

/** The start value of a mutaid_clause_info. */
#define MUTAID_CLAUSE_INFO_INIT \
    { sizeof(mutaid_clause_info), NULL, NULL, { NULL, NULL }, NULL, \
      MUTAID_NONE, MUTAID_BASIS_PUBLISHED, NULL, NULL, 0, 0 }

/** Describe a clause. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_rulebook_clause(const mutaid_rulebook *rulebook, size_t clause,
                       mutaid_clause_info *info_out, mutaid_error *error);

/**
 * Tell a part as a page of Markdown: who is covered, what is paid, how much,
 * since when, from which source and what is assumed. It is told by the words
 * that decide, so what it says is what the library does.
 *
 * @param rulebook        the rulebook; borrowed
 * @param part            index of the part
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
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_rulebook_tell(
    const mutaid_rulebook *rulebook, size_t part, mutaid_language language,
    char *buffer, size_t capacity, size_t *length_out, mutaid_error *error);

/** @} */

MUTAID_END_DECLS

#endif
