/* SPDX-License-Identifier: MIT */
/* golden_loan.c - compute a loan of tests/golden and compare what is said. */
#include "plain.h"

#include <stdlib.h>
#include <string.h>

static mutaid_status say_zh(const void *schedule, char *buffer,
                            size_t capacity, size_t *length_out,
                            mutaid_error *error)
{
    return mutaid_schedule_write_text(schedule, MUTAID_LANGUAGE_ZH, buffer,
                                      capacity, length_out, error);
}

static mutaid_status say_en(const void *schedule, char *buffer,
                            size_t capacity, size_t *length_out,
                            mutaid_error *error)
{
    return mutaid_schedule_write_text(schedule, MUTAID_LANGUAGE_EN, buffer,
                                      capacity, length_out, error);
}

static mutaid_status say_json(const void *schedule, char *buffer,
                              size_t capacity, size_t *length_out,
                              mutaid_error *error)
{
    return mutaid_schedule_write_json(schedule, buffer, capacity, length_out,
                                      error);
}

static const form forms[] = {
    {"zh.txt", say_zh},
    {"en.txt", say_en},
    {"schedule.json", say_json},
};

enum { FORM_COUNT = sizeof forms / sizeof forms[0] };

/* The facts that the terms read, if the folder has any. */
static bool facts_read(mutaid_case *facts, const char *folder)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    uint32_t part = MUTAID_NONE;
    content text = file_in(folder, "case.json");
    bool read = text.text == NULL ||
                succeeded(mutaid_case_read_json(facts, text.text, text.length,
                                                &part, &error),
                          &error);
    free(text.text);
    return read;
}

static bool request_holds(mutaid_schedule *schedule, const mutaid_case *facts,
                          const char *folder, bool update)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    content request = file_in(folder, "request.json");
    if (request.text == NULL)
        complain("there is no request.json");
    bool held = request.text != NULL &&
                succeeded(mutaid_schedule_read_json(schedule, facts,
                                                    request.text,
                                                    request.length, &error),
                          &error) &&
                forms_hold(schedule, forms, FORM_COUNT, folder, update);
    free(request.text);
    return held;
}

bool golden_loan_holds(mutaid_rulebook *rulebook, char *loan,
                       const char *folder, bool update)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_case *facts = NULL;
    mutaid_schedule *schedule = NULL;
    loan[strcspn(loan, "\r\n")] = '\0';
    bool held =
        succeeded(mutaid_case_new(rulebook, &facts, &error), &error) &&
        facts_read(facts, folder) &&
        succeeded(mutaid_schedule_new(rulebook, loan, &schedule, &error),
                  &error) &&
        request_holds(schedule, facts, folder, update);
    mutaid_schedule_free(schedule);
    mutaid_case_free(facts);
    return held;
}
