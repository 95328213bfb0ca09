/* SPDX-License-Identifier: MIT */
/* hearing.h - one case, heard: facts come in as a record, then it is decided.
 *
 * The record of facts is a list of entries until it ends: the index of the
 * fact, how it is given, and the value. How: a mutaid_type with an integer as
 * the setters take it, or FACT_TEXT with a text, or FACT_ABSENT with nothing.
 * The record of working days is a list of pairs: the day, and 1 or 0.
 */
#ifndef MUTUALAID_SWIG_HEARING_H
#define MUTUALAID_SWIG_HEARING_H

#include "answering.h"
#include "reading.h"

enum { FACT_TEXT = 8, FACT_ABSENT = 9 };

/** A case, what it leans on, and the answer. */
typedef struct Hearing {
    mutaid_rulebook *rulebook; /**< borrowed */
    mutaid_calendar *calendar;
    mutaid_case *facts;
    mutaid_decision *decision;
} Hearing;

static void give_integer(mutaid_case *c, size_t fact, int64_t type,
                         int64_t value, mutaid_error *error)
{
    mutaid_status done = MUTAID_OK;

    switch (type) {
    case MUTAID_TYPE_MONEY:
        done = mutaid_case_set_money_at(c, fact, value, error);
        break;
    case MUTAID_TYPE_COUNT:
        done = mutaid_case_set_count_at(c, fact, value, error);
        break;
    case MUTAID_TYPE_MEASURE:
        done = mutaid_case_set_measure_at(c, fact, value, error);
        break;
    case MUTAID_TYPE_RATE:
        done = mutaid_case_set_rate_at(c, fact, value, error);
        break;
    case MUTAID_TYPE_DATE:
        done = mutaid_case_set_date_at(c, fact, (mutaid_date)value, error);
        break;
    case MUTAID_TYPE_FLAG:
        done = mutaid_case_set_flag_at(c, fact, (int)value, error);
        break;
    case MUTAID_TYPE_CHOICE:
        done = mutaid_case_set_choice_at(c, fact, (size_t)value, error);
        break;
    default:
        fail_for_record(error);
    }
    (void)done; /* the error holds it */
}

static void give_fact(mutaid_case *c, Reader *reader, mutaid_error *error)
{
    size_t fact = (size_t)take_integer(reader);
    int64_t how = take_integer(reader);
    const char *text;
    size_t length;

    if (how == FACT_TEXT) {
        text = take_text(reader, &length);
        (void)!mutaid_case_set_text_at(c, fact, text, length, error);
    } else if (how == FACT_ABSENT) {
        (void)!mutaid_case_set_absent_at(c, fact, error);
    } else {
        give_integer(c, fact, how, take_integer(reader), error);
    }
}

static void give_facts(mutaid_case *c, Reader *reader, mutaid_error *error)
{
    while (reader->left > 0 && error->status == MUTAID_OK)
        give_fact(c, reader, error);
    if (reader->is_broken)
        fail_for_record(error);
}

static void give_days(Hearing *hearing, Reader *reader, mutaid_error *error)
{
    mutaid_date day;

    if (reader->left == 0 ||
        mutaid_calendar_new(NULL, &hearing->calendar, error) != MUTAID_OK)
        return;
    while (reader->left > 0 && error->status == MUTAID_OK) {
        day = (mutaid_date)take_integer(reader);
        (void)!mutaid_calendar_set(hearing->calendar, day,
                                   (int)take_integer(reader), error);
    }
    if (reader->is_broken)
        fail_for_record(error);
    mutaid_case_set_calendar(hearing->facts, hearing->calendar);
}

static void hearing_open(Hearing *hearing, mutaid_rulebook *rulebook,
                         Reader facts, Reader days, mutaid_error *error)
{
    *hearing = (Hearing){ rulebook, NULL, NULL, NULL };
    if (mutaid_case_new(rulebook, &hearing->facts, error) != MUTAID_OK)
        return;
    give_facts(hearing->facts, &facts, error);
    give_days(hearing, &days, error);
}

static void hearing_decide(Hearing *hearing, size_t part, mutaid_error *error)
{
    if (error->status != MUTAID_OK ||
        mutaid_decision_new(hearing->rulebook, &hearing->decision, error))
        return;
    (void)!mutaid_decide_at(hearing->facts, part, hearing->decision, error);
}

static void hearing_close(Hearing *hearing)
{
    mutaid_decision_free(hearing->decision);
    mutaid_case_free(hearing->facts);
    mutaid_calendar_free(hearing->calendar);
}

/* --- what is said about it ----------------------------------------------- */

/** Which text of a hearing is wanted. */
typedef struct Wanted {
    enum {
        WANT_EXPLANATION,
        WANT_LINE,
        WANT_DECISION,
        WANT_CASE,
        WANT_PAGE
    } what;
    mutaid_language language;
    size_t line;
    uint32_t part;
} Wanted;

static mutaid_status write_wanted(const Hearing *hearing, const Wanted *want,
                                  Words *words, mutaid_error *error)
{
    char *buffer = words->bytes;
    size_t capacity = words->length;

    switch (want->what) {
    case WANT_EXPLANATION:
        return mutaid_decision_explain(hearing->decision, want->language,
                                       buffer, capacity, &words->length,
                                       error);
    case WANT_LINE:
        return mutaid_decision_line_text(hearing->decision, want->line,
                                         want->language, buffer, capacity,
                                         &words->length, error);
    case WANT_DECISION:
        return mutaid_decision_write_json(hearing->decision, buffer, capacity,
                                          &words->length, error);
    case WANT_CASE:
        return mutaid_case_write_json(hearing->facts, want->part, buffer,
                                      capacity, &words->length, error);
    case WANT_PAGE:
        return mutaid_rulebook_tell(hearing->rulebook, want->part,
                                    want->language, buffer, capacity,
                                    &words->length, error);
    }
    return MUTAID_ERROR_ARGUMENT;
}

static Words no_words(Words words)
{
    free(words.bytes);
    return (Words){ NULL, 0 };
}

/* Most texts fit at once; one that does not says how much room it needs. */
static Words words_of(const Hearing *hearing, const Wanted *want,
                      mutaid_error *error)
{
    mutaid_error too_short = MUTAID_ERROR_INIT;
    Words words = { malloc(4096), 4096 };
    char *larger;

    if (words.bytes != NULL &&
        write_wanted(hearing, want, &words, &too_short) == MUTAID_OK)
        return words;
    if (words.bytes != NULL && too_short.status != MUTAID_ERROR_BUFFER) {
        *error = too_short;
        return no_words(words);
    }
    larger = words.bytes ? realloc(words.bytes, words.length + 1) : NULL;
    if (larger == NULL) {
        fail_for_memory(error);
        return no_words(words);
    }
    words = (Words){ larger, words.length + 1 };
    if (write_wanted(hearing, want, &words, error) != MUTAID_OK)
        return no_words(words);
    return words;
}

static void put_lines(const Hearing *hearing, mutaid_language language,
                      Record *record, mutaid_error *error)
{
    mutaid_decision_info info = MUTAID_DECISION_INFO_INIT;
    Wanted want = { WANT_LINE, language, 0, MUTAID_NONE };
    Words words;

    if (mutaid_decision_describe(hearing->decision, &info, error))
        return;
    put_unsigned(record, info.line_count);
    for (; want.line < info.line_count; want.line++) {
        words = words_of(hearing, &want, error);
        if (error->status != MUTAID_OK)
            return;
        put_unsigned(record, words.length);
        put_bytes(record, words.bytes, words.length);
        free(words.bytes);
    }
}

static void put_facts(const mutaid_rulebook *rulebook, const mutaid_case *c,
                      Record *record, mutaid_error *error)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    int32_t state = 0;
    int64_t value = 0;
    size_t i;

    if (mutaid_rulebook_describe(rulebook, &info, error) != MUTAID_OK)
        return;
    for (i = 0; i < info.fact_count; i++) {
        if (mutaid_case_get(c, i, &state, &value, error) != MUTAID_OK)
            return;
        if (state == MUTAID_STATE_OPEN)
            continue;
        put_unsigned(record, i);
        put_integer(record, state);
        put_integer(record, value);
    }
}

/* --- whole calls ---------------------------------------------------------- */

/* Decide, and say one thing about the answer. */
static Words heard(mutaid_rulebook *rulebook, size_t part, Reader facts,
                   Reader days, Wanted want, mutaid_error *error)
{
    Words words = { NULL, 0 };
    Hearing hearing;

    hearing_open(&hearing, rulebook, facts, days, error);
    hearing_decide(&hearing, part, error);
    if (error->status == MUTAID_OK)
        words = words_of(&hearing, &want, error);
    hearing_close(&hearing);
    return words;
}

/* Write the case without deciding it. */
static Words written(mutaid_rulebook *rulebook, Reader facts, Wanted want,
                     mutaid_error *error)
{
    Reader no_days = { NULL, 0, 0 };
    Words words = { NULL, 0 };
    Hearing hearing;

    hearing_open(&hearing, rulebook, facts, no_days, error);
    if (error->status == MUTAID_OK)
        words = words_of(&hearing, &want, error);
    hearing_close(&hearing);
    return words;
}

/* Tell of a part, without any case. */
static Words told(mutaid_rulebook *rulebook, Wanted want, mutaid_error *error)
{
    Hearing hearing = { rulebook, NULL, NULL, NULL };

    return words_of(&hearing, &want, error);
}

static void case_from_json(mutaid_rulebook *rulebook, Reader text,
                           Record *record, mutaid_error *error)
{
    mutaid_case *c = NULL;
    uint32_t part = MUTAID_NONE;

    if (mutaid_case_new(rulebook, &c, error) != MUTAID_OK)
        return;
    if (mutaid_case_read_json(c, (const char *)text.next, text.left, &part,
                              error) == MUTAID_OK) {
        put_index(record, part);
        put_facts(rulebook, c, record, error);
    }
    mutaid_case_free(c);
}

#endif
