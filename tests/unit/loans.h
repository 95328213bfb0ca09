/* SPDX-License-Identifier: MIT */
/* loans.h - schedules of tests/rulebooks/loans.json, from facts and requests
 * as JSON. */
#ifndef MUTUALAID_TESTS_LOANS_H
#define MUTUALAID_TESTS_LOANS_H

#include "suite.h"
#include <mutualaid/mutualaid.h>

/* The text of a file below the root of the sources; free() it. */
static inline char *loans_text(const char *name, size_t *length_out)
{
    const char *root = getenv("srcdir");
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", root != NULL ? root : ".", name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        ck_abort_msg("%s cannot be opened", path);
    HOLDS(fseek(file, 0, SEEK_END) == 0);
    long length = ftell(file);
    HOLDS(length > 0 && fseek(file, 0, SEEK_SET) == 0);
    char *text = malloc((size_t)length + 1);
    HOLDS(text != NULL);
    *length_out = fread(text, 1, (size_t)length, file);
    text[*length_out] = 0;
    fclose(file);
    return text;
}

static inline mutaid_rulebook *loans_rulebook(void)
{
    mutaid_rulebook *rulebook = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    size_t length;
    char *text = loans_text("tests/rulebooks/loans.json", &length);

    options.skip_examples = 1; /* test_rulebooks.c runs them */
    if (mutaid_rulebook_read(text, length, &options, &rulebook, NULL, &error))
        ck_abort_msg("%u:%u: %s", error.line, error.column, error.text);
    free(text);
    return rulebook;
}

static inline mutaid_schedule *loans_schedule(mutaid_rulebook *rulebook,
                                              const char *loan)
{
    mutaid_schedule *schedule = NULL;

    HOLDS(mutaid_schedule_new(rulebook, loan, &schedule, NULL) == MUTAID_OK);
    return schedule;
}

/* {"facts": {...}} with ' for ". */
static inline mutaid_case *loans_case(mutaid_rulebook *rulebook,
                                      const char *facts)
{
    mutaid_case *c = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;
    char text[1000];
    snprintf(text, sizeof text, "{\"facts\": {%s}}", facts);
    for (char *at = text; *at; at++)
        *at = *at == '\'' ? '"' : *at;

    HOLDS(mutaid_case_new(rulebook, &c, NULL) == MUTAID_OK);
    if (mutaid_case_read_json(c, text, strlen(text), NULL, &error))
        ck_abort_msg("%s: %s", facts, error.text);
    return c;
}

/* The code with which a schedule of a request, ' for ", is refused. */
static inline mutaid_code loans_try(mutaid_schedule *schedule,
                                    const mutaid_case *c, const char *request,
                                    mutaid_error *error)
{
    char text[2000];
    snprintf(text, sizeof text, "{%s}", request);
    for (char *at = text; *at; at++)
        *at = *at == '\'' ? '"' : *at;

    mutaid_error_clear(error);
    return mutaid_schedule_read_json(schedule, c, text, strlen(text), error)
               ? error->code
               : MUTAID_CODE_NONE;
}

static inline void loans_make(mutaid_schedule *schedule, const mutaid_case *c,
                              const char *request)
{
    mutaid_error error = MUTAID_ERROR_INIT;

    if (loans_try(schedule, c, request, &error))
        ck_abort_msg("%s: %s (%s)", request, error.text,
                     mutaid_code_name(error.code));
}

static inline mutaid_schedule_info loans_info(const mutaid_schedule *schedule)
{
    mutaid_schedule_info info = MUTAID_SCHEDULE_INFO_INIT;

    HOLDS(mutaid_schedule_describe(schedule, &info, NULL) == MUTAID_OK);
    return info;
}

static inline mutaid_loan_row loans_row(const mutaid_schedule *schedule,
                                        size_t number)
{
    mutaid_loan_row row = MUTAID_LOAN_ROW_INIT;

    HOLDS(mutaid_schedule_row(schedule, number, &row, NULL) == MUTAID_OK);
    return row;
}

#endif
