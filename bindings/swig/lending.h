/* SPDX-License-Identifier: MIT */
/* lending.h - loans: a request comes in as a record, a schedule goes out.
 *
 * The record of a request begins with 1, and is a text of JSON then, or with
 * 0; then follow the fields of mutaid_loan_request in the order of loan.h, how
 * many events there are, and the fields of each. The record of a schedule is:
 * its sums, rates, notes, rows.
 */
#ifndef MUTUALAID_SWIG_LENDING_H
#define MUTUALAID_SWIG_LENDING_H

#include "hearing.h"

/** A loan being looked at. */
typedef struct Lending {
    Hearing hearing;
    mutaid_schedule *schedule;
} Lending;

/** What is asked for: the loan by name, the request, the facts of its case. */
typedef struct Asked {
    Reader loan;
    Reader request;
    Reader facts;
    Reader days;
} Asked;

/* A count; one that does not fit becomes one that the library refuses. */
static uint32_t take_count(Reader *reader)
{
    int64_t count = take_integer(reader);

    return count < 0 || count > UINT32_MAX ? UINT32_MAX : (uint32_t)count;
}

/* --- a request ------------------------------------------------------------ */

static void lending_begin(Lending *lending, Reader loan, mutaid_error *error)
{
    char *name = name_of(loan);

    if (name == NULL) {
        fail_for_memory(error);
        return;
    }
    (void)!mutaid_schedule_new(lending->hearing.rulebook, name,
                               &lending->schedule, error);
    free(name);
}

static void give_event(mutaid_schedule *schedule, Reader *reader,
                       mutaid_error *error)
{
    mutaid_loan_event event = MUTAID_LOAN_EVENT_INIT;

    event.date = (mutaid_date)take_integer(reader);
    event.kind = (mutaid_loan_event_kind)take_integer(reader);
    event.amount = take_integer(reader);
    event.rate_numerator = take_integer(reader);
    event.rate_denominator = take_integer(reader);
    event.months = take_count(reader);
    if (reader->is_broken)
        fail_for_record(error);
    else
        (void)!mutaid_schedule_add_event(schedule, &event, error);
}

static mutaid_loan_request take_request(Reader *reader)
{
    mutaid_loan_request request = MUTAID_LOAN_REQUEST_INIT;

    request.principal = take_integer(reader);
    request.repayment = (mutaid_repayment)take_integer(reader);
    request.signed_on = (mutaid_date)take_integer(reader);
    request.first_day = (mutaid_date)take_integer(reader);
    request.term_months = take_count(reader);
    request.last_day = (mutaid_date)take_integer(reader);
    request.grace_periods = take_count(reader);
    request.allocation = (mutaid_allocation)take_integer(reader);
    request.payments = (mutaid_payments)take_integer(reader);
    request.as_of = (mutaid_date)take_integer(reader);
    return request;
}

static void lend_by_fields(Lending *lending, Reader *reader,
                           mutaid_error *error)
{
    mutaid_loan_request request = take_request(reader);
    int64_t count = take_integer(reader);
    int64_t i;

    if (reader->is_broken)
        fail_for_record(error);
    for (i = 0; i < count && error->status == MUTAID_OK; i++)
        give_event(lending->schedule, reader, error);
    if (error->status == MUTAID_OK)
        (void)!mutaid_schedule_make(lending->schedule, lending->hearing.facts,
                                    &request, error);
}

static void lend_by_text(Lending *lending, Reader *reader, mutaid_error *error)
{
    size_t length;
    const char *text = take_text(reader, &length);

    if (reader->is_broken)
        fail_for_record(error);
    else
        (void)!mutaid_schedule_read_json(lending->schedule,
                                         lending->hearing.facts, text, length,
                                         error);
}

static void lending_open(Lending *lending, mutaid_rulebook *rulebook,
                         Asked asked, mutaid_error *error)
{
    lending->schedule = NULL;
    hearing_open(&lending->hearing, rulebook, asked.facts, asked.days, error);
    if (error->status == MUTAID_OK)
        lending_begin(lending, asked.loan, error);
    if (error->status != MUTAID_OK)
        return;
    if (take_integer(&asked.request))
        lend_by_text(lending, &asked.request, error);
    else
        lend_by_fields(lending, &asked.request, error);
}

static void lending_close(Lending *lending)
{
    mutaid_schedule_free(lending->schedule);
    hearing_close(&lending->hearing);
}

/* --- what came out --------------------------------------------------------- */

static void put_sums(const mutaid_schedule_info *info, Record *record)
{
    put_integer(record, info->principal);
    put_integer(record, info->repayment);
    put_integer(record, info->signed_on);
    put_integer(record, info->first_day);
    put_integer(record, info->last_day);
    put_integer(record, info->as_of);
    put_integer(record, info->instalment);
    put_integer(record, info->interest);
    put_integer(record, info->borrower_interest);
    put_integer(record, info->subsidised_interest);
    put_integer(record, info->subsidy_payable);
    put_integer(record, info->principal_paid);
    put_integer(record, info->interest_paid);
    put_integer(record, info->penalty);
    put_integer(record, info->penalty_paid);
    put_integer(record, info->compound);
    put_integer(record, info->compound_paid);
    put_integer(record, info->unused);
    put_integer(record, info->overdue_principal);
    put_integer(record, info->overdue_interest);
}

static void put_rates(const mutaid_schedule *schedule, size_t count,
                      Record *record, mutaid_error *error)
{
    mutaid_loan_rate rate = MUTAID_LOAN_RATE_INIT;
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_schedule_rate(schedule, i, &rate, error) != MUTAID_OK)
            return;
        put_integer(record, rate.from);
        put_integer(record, rate.read_on);
        put_value(record, &rate.rate);
        put_value(record, &rate.borrower_rate);
        put_integer(record, rate.is_past_known);
    }
}

static void put_loan_notes(const mutaid_schedule *schedule, size_t count,
                           Record *record, mutaid_error *error)
{
    mutaid_note note = MUTAID_NOTE_INIT;
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_schedule_note(schedule, i, &note, error) != MUTAID_OK)
            return;
        put_note(record, &note);
    }
}

static void put_row(const mutaid_loan_row *row, Record *record)
{
    put_integer(record, row->from);
    put_integer(record, row->until);
    put_integer(record, row->due);
    put_integer(record, row->days);
    put_value(record, &row->rate);
    put_integer(record, row->opening);
    put_integer(record, row->prepaid);
    put_integer(record, row->interest);
    put_integer(record, row->principal);
    put_integer(record, row->payment);
    put_integer(record, row->balance);
    put_integer(record, row->borrower_interest);
    put_integer(record, row->subsidised_interest);
    put_integer(record, row->is_extension);
    put_integer(record, row->is_past_known);
    put_integer(record, row->interest_paid);
    put_integer(record, row->principal_paid);
    put_integer(record, row->interest_paid_on);
    put_integer(record, row->paid_on);
    put_integer(record, row->penalty);
    put_integer(record, row->compound);
}

static void put_rows(const mutaid_schedule *schedule, size_t count,
                     Record *record, mutaid_error *error)
{
    mutaid_loan_row row = MUTAID_LOAN_ROW_INIT;
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count; i++) {
        if (mutaid_schedule_row(schedule, i, &row, error) != MUTAID_OK)
            return;
        put_row(&row, record);
    }
}

static void put_schedule(const mutaid_schedule *schedule, Record *record,
                         mutaid_error *error)
{
    mutaid_schedule_info info = MUTAID_SCHEDULE_INFO_INIT;

    if (mutaid_schedule_describe(schedule, &info, error) != MUTAID_OK)
        return;
    put_sums(&info, record);
    put_rates(schedule, info.rate_count, record, error);
    put_loan_notes(schedule, info.note_count, record, error);
    put_rows(schedule, info.row_count, record, error);
}

static void put_statement(const mutaid_schedule *schedule, mutaid_date from,
                          mutaid_date until, Record *record,
                          mutaid_error *error)
{
    mutaid_loan_statement sums = MUTAID_LOAN_STATEMENT_INIT;

    if (mutaid_schedule_statement(schedule, from, until, &sums, error))
        return;
    put_integer(record, sums.interest_due);
    put_integer(record, sums.principal_due);
    put_integer(record, sums.interest_paid);
    put_integer(record, sums.principal_paid);
    put_integer(record, sums.charges_paid);
    put_integer(record, sums.subsidy);
    put_integer(record, sums.outstanding);
    put_integer(record, sums.overdue);
}

/* --- texts ------------------------------------------------------------------ */

/* A language, or -1 for JSON. */
static mutaid_status write_schedule(const mutaid_schedule *schedule,
                                    int language, char *buffer,
                                    size_t capacity, size_t *length_out,
                                    mutaid_error *error)
{
    if (language < 0)
        return mutaid_schedule_write_json(schedule, buffer, capacity,
                                          length_out, error);
    return mutaid_schedule_write_text(schedule, (mutaid_language)language,
                                      buffer, capacity, length_out, error);
}

/* The first try says how much room the text needs. */
static Words words_of_schedule(const mutaid_schedule *schedule, int language,
                               mutaid_error *error)
{
    mutaid_error too_short = MUTAID_ERROR_INIT;
    Words words = { NULL, 0 };
    size_t capacity;

    if (write_schedule(schedule, language, NULL, 0, &words.length,
                       &too_short) != MUTAID_ERROR_BUFFER) {
        *error = too_short;
        return words;
    }
    capacity = words.length + 1;
    words.bytes = malloc(capacity);
    if (words.bytes == NULL)
        fail_for_memory(error);
    else if (write_schedule(schedule, language, words.bytes, capacity,
                            &words.length, error) == MUTAID_OK)
        return words;
    return no_words(words);
}

/* --- the loans of a rulebook ------------------------------------------------ */

static void tell_loan(const mutaid_rulebook *rulebook, size_t loan,
                      Record *record, mutaid_error *error)
{
    mutaid_loan_info info = MUTAID_LOAN_INFO_INIT;

    if (mutaid_rulebook_loan(rulebook, loan, &info, error) != MUTAID_OK)
        return;
    put_string(record, info.name);
    put_text(record, info.title);
    put_index(record, info.limit_part);
    put_integer(record, info.repayments);
    put_index(record, info.clause);
}

static void tell_loans(const mutaid_rulebook *rulebook, Record *record,
                       mutaid_error *error)
{
    size_t count = mutaid_rulebook_loan_count(rulebook);
    size_t i;

    put_unsigned(record, count);
    for (i = 0; i < count && error->status == MUTAID_OK; i++)
        tell_loan(rulebook, i, record, error);
}

#endif
