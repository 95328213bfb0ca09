/* SPDX-License-Identifier: MIT */
/* entries_loan.h - calls that make schedules of loans and look at them. */
#ifndef MUTUALAID_TESTS_ENTRIES_LOAN_H
#define MUTUALAID_TESTS_ENTRIES_LOAN_H

#include "entries_rulebook.h"

#define LOAN_BOOK \
    "{'mutualaid': 1, 'id': 'l', 'title': {'en': 'l'}, 'edition': '1'," \
    " 'currency': {'code': 'GBP', 'decimals': 2}," \
    " 'facts': {'day': {'type': 'date'}," \
    "  'asked': {'type': 'money', 'at_most': '1000.00'}}," \
    " 'loans': {'l': {'title': {'en': 'l'}, 'dated_by': 'day'," \
    "  'basis': 'assumed', 'limit': {'steps': [{'take': 'asked'}]}," \
    "  'rate': {'use': {'2020-01-01': '4%', '2021-01-01': '5%'}, 'basis': 'assumed'}," \
    "  'reprice': 'january', 'day_count': 'actual_360'," \
    "  'repayment': {'level_payment': {'interest': 'by_days'," \
    "   'due': {'every': {'months': 1}}}}," \
    "  'penalty': {'plus': '2%'}, 'subsidy': {'share': '50%'}}}," \
    " 'examples': [{'part': 'l.limit'," \
    "  'facts': {'day': '2020-07-01', 'asked': '900.00'}," \
    "  'request': {'repayment': 'level_payment', 'term': 80}," \
    "  'expect': {'limit': '900.00', 'subsidy': {'penalty': '0.00'}}}]}"

/* More rows than there is room for at first; some are paid late. */
#define LOAN_REQUEST \
    "{'principal': '900.00', 'repayment': 'level_payment'," \
    " 'signed_on': '2020-07-01', 'term': 80, 'payments': 'by_events'," \
    " 'as_of': '2021-12-01', 'events': [" \
    "  {'on': '2020-09-01', 'do': 'repay', 'amount': '30.00'}," \
    "  {'on': '2020-10-05', 'do': 'prepay_shorter', 'amount': '90.00'}]}"

static inline mutaid_status make_schedule(stage *s, mutaid_schedule *schedule)
{
    char *text = quoted("@", LOAN_REQUEST);
    mutaid_status status = mutaid_schedule_read_json(
        schedule, NULL, text, strlen(text), &s->error);

    free(text);
    return status;
}

/* Everything that a schedule can be asked once it is made. */
static inline mutaid_status look_at_schedule(stage *s,
                                             const mutaid_schedule *schedule)
{
    mutaid_schedule_info info = MUTAID_SCHEDULE_INFO_INIT;
    mutaid_loan_statement statement = MUTAID_LOAN_STATEMENT_INIT;
    mutaid_loan_row row = MUTAID_LOAN_ROW_INIT;
    mutaid_loan_rate rate = MUTAID_LOAN_RATE_INIT;
    mutaid_note note = MUTAID_NOTE_INIT;

    HOLDS(mutaid_schedule_describe(schedule, &info, &s->error) == MUTAID_OK);
    HOLDS(info.row_count > 64 && info.penalty > 0);
    HOLDS(mutaid_schedule_row(schedule, 1, &row, &s->error) == MUTAID_OK);
    HOLDS(mutaid_schedule_rate(schedule, 1, &rate, &s->error) == MUTAID_OK);
    HOLDS(mutaid_schedule_note(schedule, 0, &note, &s->error) == MUTAID_OK);
    HOLDS(mutaid_schedule_statement(schedule, info.first_day, info.last_day,
                                    &statement, &s->error) == MUTAID_OK);
    HOLDS(statement.interest_due == info.interest);
    HOLDS(mutaid_schedule_write_json(schedule, s->buffer, sizeof s->buffer,
                                     &s->length, &s->error) == MUTAID_OK);
    HOLDS(mutaid_schedule_write_text(schedule, MUTAID_LANGUAGE_ZH, s->buffer,
                                     sizeof s->buffer, &s->length,
                                     &s->error) == MUTAID_OK);
    return MUTAID_OK;
}

static inline mutaid_status use_schedule(stage *s, mutaid_schedule *schedule)
{
    mutaid_loan_event event = MUTAID_LOAN_EVENT_INIT;
    mutaid_loan_request request = MUTAID_LOAN_REQUEST_INIT;
    mutaid_status status;

    event.date = mutaid_date_from_civil(2020, 8, 1);
    event.kind = MUTAID_LOAN_PREPAY_LOWER;
    event.amount = 100;
    mutaid_schedule_clear(schedule);
    status = mutaid_schedule_add_event(schedule, &event, &s->error);
    if (status != MUTAID_OK)
        return status;
    request.principal = 90000;
    request.repayment = MUTAID_REPAYMENT_LEVEL_PAYMENT;
    request.signed_on = mutaid_date_from_civil(2020, 7, 1);
    request.term_months = 80;
    return mutaid_schedule_make(schedule, NULL, &request, &s->error);
}

static inline mutaid_status loan(stage *s)
{
    mutaid_loan_info info = MUTAID_LOAN_INFO_INIT;
    mutaid_rulebook *rulebook = NULL;
    mutaid_schedule *schedule = NULL;
    mutaid_status status = read_with(s, LOAN_BOOK, 0, NULL, &rulebook);

    if (status == MUTAID_OK) {
        HOLDS(mutaid_rulebook_loan_count(rulebook) == 1);
        status = mutaid_rulebook_loan(rulebook, 0, &info, &s->error);
    }
    if (status == MUTAID_OK)
        status = mutaid_schedule_new(rulebook, "l", &schedule, &s->error);
    if (status == MUTAID_OK) {
        HOLDS(mutaid_schedule_rulebook(schedule) == rulebook);
        status = make_schedule(s, schedule);
    }
    if (status == MUTAID_OK)
        status = look_at_schedule(s, schedule);
    if (status == MUTAID_OK)
        status = use_schedule(s, schedule);
    mutaid_schedule_free(schedule);
    mutaid_rulebook_unref(rulebook);
    return status;
}

static inline mutaid_status count_days(stage *s)
{
    mutaid_year_fraction fraction = MUTAID_YEAR_FRACTION_INIT;

    return mutaid_day_count("actual_360", 0, 90, MUTAID_DATE_INVALID,
                            &fraction, &s->error);
}

static const entry loan_entries[] = {
    {"mutaid_rulebook_loan_count", loan},
    {"mutaid_rulebook_loan", loan},
    {"mutaid_schedule_new", loan},
    {"mutaid_schedule_free", loan},
    {"mutaid_schedule_rulebook", loan},
    {"mutaid_schedule_clear", loan},
    {"mutaid_schedule_add_event", loan},
    {"mutaid_schedule_make", loan},
    {"mutaid_schedule_read_json", loan},
    {"mutaid_schedule_describe", loan},
    {"mutaid_schedule_row", loan},
    {"mutaid_schedule_rate", loan},
    {"mutaid_schedule_note", loan},
    {"mutaid_schedule_statement", loan},
    {"mutaid_schedule_write_text", loan},
    {"mutaid_schedule_write_json", loan},
    {"mutaid_day_count", count_days},
};

#endif
