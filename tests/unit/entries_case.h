/* SPDX-License-Identifier: MIT */
/* entries_case.h - calls that make, fill, read and write cases and calendars,
 * and the small functions on values. */
#ifndef MUTUALAID_TESTS_ENTRIES_CASE_H
#define MUTUALAID_TESTS_ENTRIES_CASE_H

#include "entries.h"

ENTRY(mutaid_case_new)
{
    mutaid_case *c = NULL;
    mutaid_status status = mutaid_case_new(s->rulebook, &c, &s->error);

    HOLDS((c != NULL) == (status == MUTAID_OK));
    mutaid_case_free(c);
    return status;
}

ENTRY(mutaid_case_free)
{
    mutaid_case_free(NULL);
    return run_mutaid_case_new(s);
}

ENTRY(mutaid_case_clear)
{
    mutaid_case_clear(s->c);
    return MUTAID_OK;
}

ENTRY(mutaid_case_rulebook)
{
    HOLDS(mutaid_case_rulebook(s->c) == s->rulebook);
    return MUTAID_OK;
}

/* A setter by name and by index. */
#define ENTRY_SETTER(setter, fact, FACT, value) \
    ENTRY(setter) \
    { \
        return setter(s->c, fact, value, &s->error); \
    } \
    ENTRY(setter##_at) \
    { \
        return setter##_at(s->c, FACT, value, &s->error); \
    }

/* The harbour fund has neither money, measures nor rates as facts. */
#define ENTRY_MISFIT(setter) \
    ENTRY(setter) \
    { \
        return setter(s->c, "units", 1, &s->error) == MUTAID_ERROR_TYPE \
                   ? MUTAID_OK \
                   : MUTAID_ERROR_ARGUMENT; \
    } \
    ENTRY(setter##_at) \
    { \
        return setter##_at(s->c, UNITS, 1, &s->error) == MUTAID_ERROR_TYPE \
                   ? MUTAID_OK \
                   : MUTAID_ERROR_ARGUMENT; \
    }

ENTRY_MISFIT(mutaid_case_set_money)
ENTRY_MISFIT(mutaid_case_set_measure)
ENTRY_MISFIT(mutaid_case_set_rate)
ENTRY_SETTER(mutaid_case_set_count, "units", UNITS, 3)
ENTRY_SETTER(mutaid_case_set_date, "joined_on", JOINED_ON, 18000)
ENTRY_SETTER(mutaid_case_set_flag, "self_inflicted", SELF_INFLICTED, 1)

ENTRY(mutaid_case_set_choice)
{
    return mutaid_case_set_choice(s->c, "ward", "private", &s->error);
}

ENTRY(mutaid_case_set_choice_at)
{
    return mutaid_case_set_choice_at(s->c, WARD, 1, &s->error);
}

ENTRY(mutaid_case_set_text)
{
    return mutaid_case_set_text(s->c, "joined_on", "2022-02-28", &s->error);
}

ENTRY(mutaid_case_set_text_at)
{
    return mutaid_case_set_text_at(s->c, UNITS, "4", 1, &s->error);
}

/* No fact of the harbour fund may be absent. */
ENTRY(mutaid_case_set_absent)
{
    HOLDS(mutaid_case_set_absent(s->c, "units", &s->error) != MUTAID_OK);
    return MUTAID_OK;
}

ENTRY(mutaid_case_set_absent_at)
{
    HOLDS(mutaid_case_set_absent_at(s->c, UNITS, &s->error) != MUTAID_OK);
    return MUTAID_OK;
}

ENTRY(mutaid_case_unset)
{
    return mutaid_case_unset(s->c, "units", &s->error);
}

ENTRY(mutaid_case_unset_at)
{
    return mutaid_case_unset_at(s->c, UNITS, &s->error);
}

ENTRY(mutaid_case_get)
{
    int32_t state;
    int64_t integer;

    return mutaid_case_get(s->c, UNITS, &state, &integer, &s->error);
}

ENTRY(mutaid_case_read_json)
{
    static const char text[] =
        "{\"part\": \"sick_nights\", \"facts\": {\"units\": 3, "
        "\"ward\": \"private\", \"admitted_on\": \"2024-01-01\"}}";
    uint32_t part = 77;
    mutaid_status status =
        mutaid_case_read_json(s->c, text, strlen(text), &part, &s->error);

    HOLDS((part == 77) == (status != MUTAID_OK));
    return status;
}

ENTRY_TEXT(mutaid_case_write_json, s->c, 0)

ENTRY(mutaid_calendar_new)
{
    mutaid_calendar *calendar = NULL;
    mutaid_status status =
        mutaid_calendar_new(s->allocator, &calendar, &s->error);

    HOLDS((calendar != NULL) == (status == MUTAID_OK));
    mutaid_calendar_free(calendar);
    return status;
}

/* In an order that makes it grow and move. */
ENTRY(mutaid_calendar_set)
{
    mutaid_calendar *calendar = NULL;
    mutaid_status status =
        mutaid_calendar_new(s->allocator, &calendar, &s->error);

    for (int i = 0; i < 100 && status == MUTAID_OK; i++)
        status = mutaid_calendar_set(calendar, (mutaid_date)(i * 37 % 100),
                                     i % 2, &s->error);
    mutaid_case_set_calendar(s->c, NULL);
    mutaid_calendar_free(calendar);
    return status;
}

ENTRY(mutaid_calendar_free)
{
    mutaid_calendar_free(NULL);
    return run_mutaid_calendar_new(s);
}

ENTRY(mutaid_case_set_calendar)
{
    mutaid_case_set_calendar(NULL, NULL);
    mutaid_case_set_calendar(s->c, NULL);
    return MUTAID_OK;
}

/* --- values and names ---------------------------------------------------------- */

ENTRY(mutaid_date_from_civil)
{
    (void)s;
    HOLDS(mutaid_date_from_civil(1970, 1, 2) == 1);
    return MUTAID_OK;
}

ENTRY(mutaid_date_to_civil)
{
    int year, month, day;

    (void)s;
    HOLDS(mutaid_date_to_civil(1, &year, &month, &day) == 1);
    return MUTAID_OK;
}

ENTRY(mutaid_error_clear)
{
    mutaid_error_clear(&s->error);
    mutaid_error_clear(NULL);
    return MUTAID_OK;
}

#define ENTRY_NAME(name, argument) \
    ENTRY(name) \
    { \
        (void)s; \
        HOLDS(strlen(name(argument)) > 0); \
        return MUTAID_OK; \
    }

ENTRY_NAME(mutaid_status_name, MUTAID_OK)
ENTRY_NAME(mutaid_code_name, MUTAID_CODE_NONE)
ENTRY_NAME(mutaid_code_layer, MUTAID_CODE_DUPLICATE_KEY)
ENTRY_NAME(mutaid_outcome_name, MUTAID_OUTCOME_REFUSED)
ENTRY_NAME(mutaid_type_name, MUTAID_TYPE_MONEY)
ENTRY_NAME(mutaid_version, )
ENTRY_TEXT(mutaid_money_text, -1234567, 2)

static const entry case_entries[] = {
    ROW(mutaid_case_new),          ROW(mutaid_case_free),
    ROW(mutaid_case_clear),        ROW(mutaid_case_rulebook),
    ROW(mutaid_case_set_money),    ROW(mutaid_case_set_money_at),
    ROW(mutaid_case_set_measure),  ROW(mutaid_case_set_measure_at),
    ROW(mutaid_case_set_rate),     ROW(mutaid_case_set_rate_at),
    ROW(mutaid_case_set_count),    ROW(mutaid_case_set_count_at),
    ROW(mutaid_case_set_date),     ROW(mutaid_case_set_date_at),
    ROW(mutaid_case_set_flag),     ROW(mutaid_case_set_flag_at),
    ROW(mutaid_case_set_choice),   ROW(mutaid_case_set_choice_at),
    ROW(mutaid_case_set_text),     ROW(mutaid_case_set_text_at),
    ROW(mutaid_case_set_absent),   ROW(mutaid_case_set_absent_at),
    ROW(mutaid_case_unset),        ROW(mutaid_case_unset_at),
    ROW(mutaid_case_get),          ROW(mutaid_case_read_json),
    ROW(mutaid_case_write_json),   ROW(mutaid_calendar_new),
    ROW(mutaid_calendar_set),      ROW(mutaid_calendar_free),
    ROW(mutaid_case_set_calendar), ROW(mutaid_date_from_civil),
    ROW(mutaid_date_to_civil),     ROW(mutaid_error_clear),
    ROW(mutaid_status_name),       ROW(mutaid_code_name),
    ROW(mutaid_code_layer),        ROW(mutaid_outcome_name),
    ROW(mutaid_type_name),         ROW(mutaid_version),
    ROW(mutaid_money_text),
};

#endif
