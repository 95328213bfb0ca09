/* SPDX-License-Identifier: MIT */
/* status.h - how functions report failure: status, code, place, remedy. */
#ifndef MUTUALAID_STATUS_H
#define MUTUALAID_STATUS_H

#include <mutualaid/api.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * Every function that can fail returns a mutaid_status and takes, as its last
 * parameter, an optional mutaid_error that it fills on failure and leaves
 * alone otherwise. The status says which kind of failure it is (a handful, to
 * be handled in code); the code says exactly which (a permanent number from
 * messages.def, to be looked up).
 *
 * A missing fact or an unmet requirement is not a failure: it is an outcome
 * of the decision.
 *
 * Threads: an error belongs to whoever declared it.
 */

/** What kind of failure a function reports; 0 is success. */
typedef enum mutaid_status {
    MUTAID_OK = 0,
    /** A pointer is NULL, an index or an enumerator is out of its range. */
    MUTAID_ERROR_ARGUMENT = 1,
    /** The allocator gave nothing, or the memory cap is reached. */
    MUTAID_ERROR_MEMORY = 2,
    /** The text is no sound rulebook; the report lists every fault. */
    MUTAID_ERROR_RULEBOOK = 3,
    /** The rulebook has no part, fact, choice or parameter of that name. */
    MUTAID_ERROR_NAME = 4,
    /** The value is of another type than the fact, or cannot be read. */
    MUTAID_ERROR_TYPE = 5,
    /** The value is outside the range that the fact declares, or two facts
     *  contradict each other. */
    MUTAID_ERROR_RANGE = 6,
    /** The amount is asked for while facts that decide it are missing. */
    MUTAID_ERROR_UNDETERMINED = 7,
    /** The caller's buffer is too short; the length needed is reported. */
    MUTAID_ERROR_BUFFER = 8,
    /** The text is no case: not JSON, unknown keys, or of another rulebook. */
    MUTAID_ERROR_CASE = 9
} mutaid_status;

/**
 * Which failure exactly: a permanent number. The numbers with their texts and
 * remedies are listed in messages.def; a number never changes its meaning and
 * is never used again.
 */
typedef enum mutaid_code {
    MUTAID_CODE_NONE = 0,
#define MUTAID_MESSAGE(name, number, status, layer, text, remedy) \
    MUTAID_CODE_##name = number,
#include <mutualaid/messages.def>
#undef MUTAID_MESSAGE
    MUTAID_CODE_MOST = 32767 /**< keeps the enumeration's size stable */
} mutaid_code;

/**
 * What went wrong, where, and what to do about it.
 *
 * Declare it with MUTAID_ERROR_INIT. A function that fails writes it only if
 * `status` is still MUTAID_OK: the first error wins, so that one error can be
 * handed through many calls and looked at once.
 */
typedef struct mutaid_error {
    mutaid_status status;  /**< MUTAID_OK until something fails */
    mutaid_code code;      /**< which failure exactly */
    uint32_t line;         /**< 1 and up in the text that was read; 0: no place */
    uint32_t column;       /**< 1 and up, in characters, not bytes */
    char fact[80];         /**< the fact, part or name concerned, or empty */
    char text[400];        /**< what is wrong, one English sentence */
    char remedy[240];      /**< what to do, one English sentence */
    uintptr_t reserved[4]; /**< 0 */
} mutaid_error;

/** The start value of a mutaid_error. */
#define MUTAID_ERROR_INIT                                              \
    {                                                                  \
        MUTAID_OK, MUTAID_CODE_NONE, 0, 0, "", "", "", { 0, 0, 0, 0 }  \
    }

/**
 * Make an error ready to be used again.
 *
 * @param error the error; NULL does nothing
 * @since 0.1
 */
MUTAID_API void mutaid_error_clear(mutaid_error *error);

/**
 * Name a status, for logs and bindings: "MUTAID_ERROR_NAME".
 *
 * @return static text; "MUTAID_ERROR_UNKNOWN" for a number that is none
 * @ownership borrowed; lives as long as the library is loaded
 * @since 0.1
 */
MUTAID_API const char *mutaid_status_name(mutaid_status status);

/**
 * Name a code, for logs and bindings: "duplicate_key".
 *
 * @return static text in lower case; "none" for 0, "unknown" for a number
 *         that is no code
 * @ownership borrowed; lives as long as the library is loaded
 * @since 0.1
 */
MUTAID_API const char *mutaid_code_name(mutaid_code code);

/**
 * Name the layer that raises a code: "syntax" (not strict JSON), "schema"
 * (rulebook.schema.json refuses it too), "meaning" (only the reader sees it),
 * "warning" (the rulebook is read all the same), or "call" (raised by a
 * function call, never by a rulebook).
 *
 * @return static text; "unknown" for a number that is no code
 * @ownership borrowed; lives as long as the library is loaded
 * @since 0.1
 */
MUTAID_API const char *mutaid_code_layer(mutaid_code code);

MUTAID_END_DECLS

#endif
