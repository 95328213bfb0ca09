/* SPDX-License-Identifier: MIT */
/* request.c - a request for a loan as JSON, with its events. */
#include "loan/schedule.h"

#include "document/json.h"

static mutaid_status fail_at(mutaid_error *error, mutaid_code code,
                             mutaid__place place, mutaid__slice first,
                             const char *second)
{
    mutaid__slice arguments[3] = {first, mutaid__slice_of(second), {NULL, 0}};

    return mutaid__fail_slices(error, code, place, mutaid__slice_of(NULL),
                               arguments);
}

static mutaid_status wrong(mutaid_error *error, const mutaid__json *json,
                           const char *wanted)
{
    return fail_at(error, MUTAID_CODE_REQUEST_FORM, json->place,
                   json->text.data ? json->text
                                   : mutaid__slice_of("something else"),
                   wanted);
}

/* --- plain values --------------------------------------------------------------------- */

static mutaid_status read_money(const mutaid_schedule *s,
                                const mutaid__json *json, int64_t *money_out,
                                mutaid_error *error)
{
    if (json->kind != MUTAID__JSON_STRING ||
        !mutaid__read_decimal(json->text, (int)s->rulebook->model.decimals,
                              money_out))
        return wrong(error, json, "an amount in quotes, like \"100000.00\"");
    return MUTAID_OK;
}

static mutaid_status read_day(const mutaid__json *json, mutaid_date *day_out,
                              mutaid_error *error)
{
    int64_t day;

    if (json->kind != MUTAID__JSON_STRING ||
        !mutaid__read_date(json->text, &day))
        return wrong(error, json, "a date, like \"2021-03-21\"");
    *day_out = (mutaid_date)day;
    return MUTAID_OK;
}

static mutaid_status read_count(const mutaid__json *json, uint32_t *count_out,
                                mutaid_error *error)
{
    int64_t count;

    if (json->kind != MUTAID__JSON_NUMBER ||
        !mutaid__read_integer(json->text, &count) || count < 0 ||
        count > 1000000)
        return wrong(error, json, "a whole number");
    *count_out = (uint32_t)count;
    return MUTAID_OK;
}

static mutaid_status read_word(const mutaid__json *json,
                               const char *const words[], const char *wanted,
                               int *index_out, mutaid_error *error)
{
    int i;

    for (i = 0; json->kind == MUTAID__JSON_STRING && words[i]; i++) {
        if (!mutaid__slice_is(json->text, words[i]))
            continue;
        *index_out = i;
        return MUTAID_OK;
    }
    return wrong(error, json, wanted);
}

static mutaid_status read_rate(const mutaid__json *json,
                               mutaid_loan_event *event, mutaid_error *error)
{
    mutaid__ratio rate;

    if (json->kind != MUTAID__JSON_STRING ||
        !mutaid__read_rate(json->text, &rate) ||
        !mutaid__wide_fits(rate.numerator, &event->rate_numerator))
        return wrong(error, json, "a rate, like \"3.85%\"");
    event->rate_denominator = rate.denominator;
    return MUTAID_OK;
}

static mutaid_status check_key(const mutaid__json *json, const char *key,
                               mutaid_error *error)
{
    if (mutaid__json_get(json, key))
        return MUTAID_OK;
    return fail_at(error, MUTAID_CODE_REQUEST_MISSING, json->place,
                   mutaid__slice_of(key), NULL);
}

/* --- events --------------------------------------------------------------------------------- */

static mutaid_status read_event_key(const mutaid_schedule *s,
                                    const mutaid__json *child,
                                    mutaid_loan_event *event,
                                    mutaid_error *error)
{
    static const char *const kinds[] = {
        "draw",   "repay",   "prepay_shorter", "prepay_lower",
        "settle", "reprice", "overdue",        "extend",
        NULL};
    int kind = 0;

    if (mutaid__slice_is(child->key, "on"))
        return read_day(child, &event->date, error);
    if (mutaid__slice_is(child->key, "amount"))
        return read_money(s, child, &event->amount, error);
    if (mutaid__slice_is(child->key, "rate"))
        return read_rate(child, event, error);
    if (mutaid__slice_is(child->key, "months"))
        return read_count(child, &event->months, error);
    if (!mutaid__slice_is(child->key, "do"))
        return fail_at(error, MUTAID_CODE_REQUEST_KEY, child->key_place,
                       child->key, "on, do, amount, rate, months");
    TRY(read_word(child, kinds,
                  "draw, repay, prepay_shorter, prepay_lower, settle, "
                  "reprice, overdue or extend",
                  &kind, error));
    event->kind = (mutaid_loan_event_kind)kind;
    return MUTAID_OK;
}

static mutaid_status read_event(mutaid_schedule *s, const mutaid__json *json,
                                mutaid_error *error)
{
    mutaid_loan_event event = MUTAID_LOAN_EVENT_INIT;
    const mutaid__json *child;

    if (json->kind != MUTAID__JSON_OBJECT)
        return wrong(error, json, "an event");
    for (child = json->first; child; child = child->next)
        TRY(read_event_key(s, child, &event, error));
    TRY(check_key(json, "on", error));
    TRY(check_key(json, "do", error));
    return mutaid_schedule_add_event(s, &event, error);
}

static mutaid_status read_events(mutaid_schedule *s, const mutaid__json *json,
                                 mutaid_error *error)
{
    const mutaid__json *child;

    if (json->kind != MUTAID__JSON_ARRAY)
        return wrong(error, json, "an array of events");
    for (child = json->first; child; child = child->next)
        TRY(read_event(s, child, error));
    return MUTAID_OK;
}

/* --- the request ----------------------------------------------------------------------------- */

static mutaid_status read_choice(const mutaid__json *child,
                                 mutaid_loan_request *request,
                                 mutaid_error *error)
{
    static const char *const forms[] = {"interest_only", "bullet",
                                        "level_payment", "level_principal",
                                        NULL};
    static const char *const orders[] = {"charges_first", "interest_first",
                                         "principal_first", "oldest_first",
                                         NULL};
    static const char *const payments[] = {"as_due", "by_events", NULL};
    int index = 0;

    if (mutaid__slice_is(child->key, "repayment")) {
        TRY(read_word(child, forms,
                      "interest_only, bullet, level_payment or "
                      "level_principal",
                      &index, error));
        request->repayment = (mutaid_repayment)index;
    } else if (mutaid__slice_is(child->key, "allocation")) {
        TRY(read_word(child, orders,
                      "charges_first, interest_first, principal_first or "
                      "oldest_first",
                      &index, error));
        request->allocation = (mutaid_allocation)index;
    } else if (mutaid__slice_is(child->key, "payments")) {
        TRY(read_word(child, payments, "as_due or by_events", &index, error));
        request->payments = (mutaid_payments)index;
    } else {
        return fail_at(error, MUTAID_CODE_REQUEST_KEY, child->key_place,
                       child->key,
                       "principal, repayment, signed_on, first_day, term, "
                       "last_day, grace, allocation, payments, as_of, events");
    }
    return MUTAID_OK;
}

static mutaid_status read_key(mutaid_schedule *s, const mutaid__json *child,
                              mutaid_loan_request *request,
                              mutaid_error *error)
{
    if (mutaid__slice_is(child->key, "principal"))
        return read_money(s, child, &request->principal, error);
    if (mutaid__slice_is(child->key, "signed_on"))
        return read_day(child, &request->signed_on, error);
    if (mutaid__slice_is(child->key, "first_day"))
        return read_day(child, &request->first_day, error);
    if (mutaid__slice_is(child->key, "last_day"))
        return read_day(child, &request->last_day, error);
    if (mutaid__slice_is(child->key, "as_of"))
        return read_day(child, &request->as_of, error);
    if (mutaid__slice_is(child->key, "term"))
        return read_count(child, &request->term_months, error);
    if (mutaid__slice_is(child->key, "grace"))
        return read_count(child, &request->grace_periods, error);
    if (mutaid__slice_is(child->key, "events"))
        return read_events(s, child, error);
    return read_choice(child, request, error);
}

mutaid_status mutaid__request_read(mutaid_schedule *s,
                                   const mutaid__json *json, int64_t principal,
                                   mutaid_loan_request *request_out,
                                   mutaid_error *error)
{
    mutaid_loan_request request = MUTAID_LOAN_REQUEST_INIT;
    const mutaid__json *child;

    mutaid_schedule_clear(s);
    request.principal = principal;
    if (json->kind != MUTAID__JSON_OBJECT)
        return wrong(error, json, "an object");
    for (child = json->first; child; child = child->next)
        TRY(read_key(s, child, &request, error));
    TRY(check_key(json, "repayment", error));
    if (principal == 0)
        TRY(check_key(json, "principal", error));
    *request_out = request;
    return MUTAID_OK;
}

/* --- from text ---------------------------------------------------------------------------------- */

static mutaid_status no_json(const mutaid_report *report, mutaid_error *error)
{
    mutaid__place place = MUTAID__NOWHERE;
    const mutaid_fault *fault;

    if (report->faults.count == 0)
        return mutaid__fail_memory(error);
    fault = &report->faults.items[0];
    place.line = fault->line;
    place.column = fault->column;
    return fail_at(error, MUTAID_CODE_REQUEST_JSON, place,
                   mutaid__slice_of(fault->text), NULL);
}

static mutaid_status read_text(mutaid_schedule *s, const char *text,
                               size_t length, mutaid_report *report,
                               mutaid_loan_request *request_out,
                               mutaid_error *error)
{
    static const mutaid__json_limits limits = {(size_t)16 << 20, 8, 2000000};
    mutaid_status status = MUTAID_OK;
    const mutaid__json *root = mutaid__json_read(
        &report->arena, text, length, &limits, report, &status);

    if (!root && status == MUTAID_ERROR_MEMORY)
        return mutaid__fail_memory(error);
    if (!root || report->error_count > 0)
        return no_json(report, error);
    return mutaid__request_read(s, root, 0, request_out, error);
}

mutaid_status mutaid_schedule_read_json(mutaid_schedule *schedule,
                                        const mutaid_case *c, const char *text,
                                        size_t length, mutaid_error *error)
{
    mutaid_loan_request request = MUTAID_LOAN_REQUEST_INIT;
    mutaid_report *report;
    mutaid_status status;

    if (!schedule || !text)
        return mutaid__fail_argument(error, schedule ? "text" : "schedule");
    schedule->is_made = false;
    TRY(mutaid__report_new(&schedule->memory.allocator, schedule->memory.cap,
                           &report, error));
    status = read_text(schedule, text, length, report, &request, error);
    mutaid_report_free(report);
    if (status != MUTAID_OK)
        return status;
    return mutaid__schedule_make(schedule, c, &request, error);
}
