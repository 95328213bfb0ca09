/* SPDX-License-Identifier: MIT */
/* book.h - small rulebooks inside tests: read, asked, and looked at. */
#ifndef MUTUALAID_TESTS_BOOK_H
#define MUTUALAID_TESTS_BOOK_H

#include "suite.h"
#include <mutualaid/mutualaid.h>

#define BOOK_FRAME \
    "{'mutualaid': 1, 'id': 't', 'edition': '1'," \
    " 'title': {'zh': '试', 'en': 'test'}," \
    " 'currency': {'code': 'CNY', 'decimals': 2}," \
    " 'rounding': {'to': '0.01', 'mode': 'half_up'}, @}"

/* Any title; what it says matters to few tests. */
#define TITLE "'title': {'zh': '项', 'en': 'item'}"
#define REASON "'otherwise': {'zh': '不符', 'en': 'not so'}"
#define BECAUSE "'because': {'zh': '除外', 'en': 'left out'}"

/* A rulebook with a case and a decision, used again and again. */
typedef struct book {
    mutaid_rulebook *rulebook;
    mutaid_case *c;
    mutaid_decision *d;
    mutaid_decision_info info;
} book;

/* The text with `piece` for every @. The caller frees it. */
static inline char *filled(const char *text, const char *piece)
{
    size_t length = strlen(piece), used = 0;
    char *copy = malloc(strlen(text) * (length + 1) + 1);

    HOLDS(copy != NULL);
    for (; *text != '\0'; text++) {
        if (*text == '@') {
            memcpy(copy + used, piece, length);
            used += length;
        } else {
            copy[used++] = *text;
        }
    }
    copy[used] = '\0';
    return copy;
}

/* The same with " for every ', so that JSON can be read in C. */
static inline char *quoted(const char *text, const char *piece)
{
    char *copy = filled(text, piece);

    for (char *at = copy; *at != '\0'; at++) {
        if (*at == '\'')
            *at = '"';
    }
    return copy;
}

static inline void print_faults(const mutaid_report *report)
{
    for (size_t i = 0; i < mutaid_report_count(report); i++) {
        mutaid_fault fault = MUTAID_FAULT_INIT;

        HOLDS(mutaid_report_fault(report, i, &fault, NULL) == MUTAID_OK);
        printf("# %u:%u %s: %s\n", fault.line, fault.column,
               mutaid_code_name(fault.code), fault.text);
    }
    fflush(stdout);
}

/* Read what stands in the frame; faults fail the test. */
static inline mutaid_rulebook *read_book(const char *rest,
                                         const mutaid_read_options *options)
{
    char *text = quoted(BOOK_FRAME, rest);
    mutaid_rulebook *rulebook = NULL;
    mutaid_report *report = NULL;

    if (mutaid_rulebook_read(text, strlen(text), options, &rulebook, &report,
                             NULL) != MUTAID_OK) {
        print_faults(report);
        ck_abort_msg("the rulebook is refused");
    }
    mutaid_report_free(report);
    free(text);
    return rulebook;
}

/* Whether reading raises a code, as fault or as warning. */
static inline bool raises(const char *rest, mutaid_code code)
{
    char *text = quoted(BOOK_FRAME, rest);
    mutaid_rulebook *rulebook = NULL;
    mutaid_report *report = NULL;
    mutaid_fault fault = MUTAID_FAULT_INIT;
    bool is_found = false;

    (void)!mutaid_rulebook_read(text, strlen(text), NULL, &rulebook, &report,
                                NULL);
    for (size_t i = 0; i < mutaid_report_count(report); i++) {
        HOLDS(mutaid_report_fault(report, i, &fault, NULL) == MUTAID_OK);
        is_found |= fault.code == code;
    }
    if (!is_found)
        print_faults(report);
    mutaid_report_free(report);
    mutaid_rulebook_unref(rulebook);
    free(text);
    return is_found;
}

static inline book book_of(mutaid_rulebook *rulebook)
{
    book b = {rulebook, NULL, NULL, MUTAID_DECISION_INFO_INIT};

    HOLDS(mutaid_case_new(rulebook, &b.c, NULL) == MUTAID_OK);
    HOLDS(mutaid_decision_new(rulebook, &b.d, NULL) == MUTAID_OK);
    return b;
}

static inline book open_book(const char *rest)
{
    return book_of(read_book(rest, NULL));
}

/* With a piece that varies, for every @. */
static inline book open_filled(const char *rest, const char *piece)
{
    char *text = filled(rest, piece);
    book b = open_book(text);

    free(text);
    return b;
}

static inline void close_book(book *b)
{
    mutaid_decision_free(b->d);
    mutaid_case_free(b->c);
    mutaid_rulebook_unref(b->rulebook);
}

/* Facts as "'units': 2, 'day': '2024-01-01'". */
static inline mutaid_status try_facts(book *b, const char *facts,
                                      mutaid_error *error)
{
    char *text = quoted("{'facts': {@}}", facts);
    mutaid_status status =
        mutaid_case_read_json(b->c, text, strlen(text), NULL, error);

    free(text);
    return status;
}

static inline void decide(book *b, const char *part, const char *facts)
{
    mutaid_error error = MUTAID_ERROR_INIT;

    if (try_facts(b, facts, &error) != MUTAID_OK ||
        mutaid_decide(b->c, part, b->d, &error) != MUTAID_OK)
        ck_abort_msg("%s: %s", facts, error.text);
    HOLDS(mutaid_decision_describe(b->d, &b->info, NULL) == MUTAID_OK);
}

/* --- looking -------------------------------------------------------------- */

/* "eligible 120.00", "refused a b", "undetermined 0.00 to 5.00: f g": the
 * answer in one line, with the ids of failed requirements or the names of
 * missing facts. */
static inline const char *told(const book *b)
{
    static char line[600];
    size_t used;
    const mutaid_decision_info *info = &b->info;

#define TELL(...) \
    used += (size_t)snprintf(line + used, sizeof line - used, __VA_ARGS__)
    used = 0;
    if (info->outcome == MUTAID_OUTCOME_ELIGIBLE) {
        HOLDS(info->least == info->most);
        TELL("eligible %lld.%02lld", (long long)info->least / 100,
             (long long)info->least % 100);
    } else if (info->outcome == MUTAID_OUTCOME_REFUSED) {
        HOLDS(info->least == 0 && info->most == 0);
        TELL("refused");
    } else {
        TELL("undetermined %lld.%02lld to %lld.%02lld:",
             (long long)info->least / 100, (long long)info->least % 100,
             (long long)info->most / 100, (long long)info->most % 100);
    }
    for (size_t i = 0; i < info->requirement_count; i++) {
        mutaid_requirement r = MUTAID_REQUIREMENT_INIT;

        HOLDS(mutaid_decision_requirement(b->d, i, &r, NULL) == MUTAID_OK);
        if (info->outcome == MUTAID_OUTCOME_REFUSED &&
            r.verdict == MUTAID_VERDICT_FAILED)
            TELL(" %s", r.id);
    }
    for (size_t i = 0; i < info->missing_count; i++) {
        mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;
        size_t index;

        HOLDS(mutaid_decision_missing(b->d, i, &index, NULL) == MUTAID_OK);
        HOLDS(mutaid_rulebook_fact(b->rulebook, index, &fact, NULL) ==
              MUTAID_OK);
        TELL(" %s", fact.name);
    }
#undef TELL
    return line;
}

/* Decide and hold the answer against a line of told(). */
#define answers(b, part, facts, expected) \
    do { \
        decide(b, part, facts); \
        ck_assert_str_eq(told(b), expected); \
    } while (0)

static inline mutaid_item item_of(const book *b, size_t index)
{
    mutaid_item item = MUTAID_ITEM_INIT;

    HOLDS(mutaid_decision_item(b->d, index, &item, NULL) == MUTAID_OK);
    return item;
}

static inline mutaid_requirement requirement_of(const book *b, const char *id)
{
    mutaid_requirement r = MUTAID_REQUIREMENT_INIT;

    for (size_t i = 0; i < b->info.requirement_count; i++) {
        HOLDS(mutaid_decision_requirement(b->d, i, &r, NULL) == MUTAID_OK);
        if (strcmp(r.id, id) == 0)
            return r;
    }
    ck_abort_msg("no requirement %s", id);
}

/* A comparison as text: "found / required / distance". */
static inline const char *finding_of(const book *b, const char *id,
                                     size_t index)
{
    static char line[300];
    mutaid_finding f = MUTAID_FINDING_INIT;
    mutaid_requirement r = MUTAID_REQUIREMENT_INIT;
    char found[80], required[80], distance[80];

    for (size_t i = 0; i < b->info.requirement_count; i++) {
        HOLDS(mutaid_decision_requirement(b->d, i, &r, NULL) == MUTAID_OK);
        if (strcmp(r.id, id) != 0)
            continue;
        HOLDS(mutaid_decision_finding(b->d, i, index, &f, NULL) == MUTAID_OK);
        HOLDS(mutaid_value_text(b->rulebook, &f.found, MUTAID_LANGUAGE_EN,
                                found, sizeof found, NULL, NULL) == MUTAID_OK);
        HOLDS(mutaid_value_text(b->rulebook, &f.required, MUTAID_LANGUAGE_EN,
                                required, sizeof required, NULL,
                                NULL) == MUTAID_OK);
        HOLDS(mutaid_value_text(b->rulebook, &f.distance, MUTAID_LANGUAGE_EN,
                                distance, sizeof distance, NULL,
                                NULL) == MUTAID_OK);
        snprintf(line, sizeof line, "%s %s / %s / %s", f.name, found, required,
                 distance);
        return line;
    }
    ck_abort_msg("no requirement %s", id);
}

#endif
