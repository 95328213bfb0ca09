/* SPDX-License-Identifier: MIT */
/* reading.h - a rulebook being read: its options come in as a record. */
#ifndef MUTUALAID_SWIG_READING_H
#define MUTUALAID_SWIG_READING_H

#include "record.h"

/** What came of reading a text: a rulebook or an error, and the report. */
typedef struct Reading {
    mutaid_rulebook *rulebook; /**< one reference, until it is taken */
    mutaid_report *report;     /**< owned */
    mutaid_error error;        /**< the first fault */
} Reading;

/* The binding's own memory ran out: the library was not asked. */
static void fail_for_memory(mutaid_error *error)
{
    static const char text[] = "no memory is left for what goes in or out";
    static const char remedy[] = "free memory and try again";

    if (error->status != MUTAID_OK)
        return;
    error->status = MUTAID_ERROR_MEMORY;
    error->code = MUTAID_CODE_OUT_OF_MEMORY;
    memcpy(error->text, text, sizeof text);
    memcpy(error->remedy, remedy, sizeof remedy);
}

/* A record that does not read as it should was not made by this version. */
static void fail_for_record(mutaid_error *error)
{
    static const char text[] = "the record of the call is broken";
    static const char remedy[] = "install package and library of one version";

    if (error->status != MUTAID_OK)
        return;
    error->status = MUTAID_ERROR_ARGUMENT;
    error->code = MUTAID_CODE_BAD_ARGUMENT;
    memcpy(error->text, text, sizeof text);
    memcpy(error->remedy, remedy, sizeof remedy);
}

static void free_overrides(mutaid_override *overrides, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++) {
        free((void *)(uintptr_t)overrides[i].name);
        free((void *)(uintptr_t)overrides[i].literal);
    }
    free(overrides);
}

/* NULL with `*count_out` 0 where there are none, or with an error. */
static mutaid_override *take_overrides(Reader *reader, size_t *count_out,
                                       mutaid_error *error)
{
    size_t count = (size_t)take_integer(reader);
    mutaid_override *overrides;
    size_t i;

    *count_out = 0;
    if (count > reader->left) {
        fail_for_record(error);
        return NULL;
    }
    overrides = calloc(count + 1, sizeof *overrides);
    for (i = 0; i < count && overrides != NULL; i++) {
        overrides[i].name = take_string(reader);
        overrides[i].literal = take_string(reader);
        *count_out = i + 1;
        if (overrides[i].name == NULL || overrides[i].literal == NULL)
            break;
    }
    if (overrides == NULL || i < count)
        fail_for_memory(error);
    else if (reader->is_broken)
        fail_for_record(error);
    return overrides;
}

static mutaid_read_options take_options(Reader *reader)
{
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;

    options.skip_examples = (uint32_t)take_integer(reader);
    options.memory_cap = (size_t)take_integer(reader);
    options.case_memory_cap = (size_t)take_integer(reader);
    options.text_limit = (size_t)take_integer(reader);
    return options;
}

static void reading_run(Reading *reading, const char *text, size_t length,
                        Reader *reader)
{
    mutaid_read_options options = take_options(reader);
    size_t count;
    mutaid_override *overrides =
        take_overrides(reader, &count, &reading->error);

    options.overrides = overrides;
    options.override_count = count;
    if (reading->error.status == MUTAID_OK)
        (void)!mutaid_rulebook_read(text, length, &options,
                                    &reading->rulebook, &reading->report,
                                    &reading->error);
    free_overrides(overrides, count);
}

static Reading *reading_new(Reader text, Reader options, mutaid_error *error)
{
    Reading *reading = calloc(1, sizeof *reading);

    if (reading == NULL) {
        fail_for_memory(error);
        return NULL;
    }
    reading_run(reading, (const char *)text.next, text.left, &options);
    return reading;
}

static void reading_free(Reading *reading)
{
    if (reading == NULL)
        return;
    mutaid_rulebook_unref(reading->rulebook);
    mutaid_report_free(reading->report);
    free(reading);
}

static mutaid_rulebook *reading_take(Reading *reading, mutaid_error *error)
{
    mutaid_rulebook *rulebook = reading->rulebook;

    reading->rulebook = NULL;
    if (rulebook == NULL)
        *error = reading->error;
    return rulebook;
}

#endif
