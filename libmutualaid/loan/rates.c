/* SPDX-License-Identifier: MIT */
/* rates.c - the contract, and the rates from day to day. */
#include "loan/schedule.h"

/* --- reading one term ------------------------------------------------------------------ */

static mutaid_status no_rule(const mutaid_schedule *s, const char *what,
                             mutaid_error *error)
{
    char day[16];

    mutaid__day_text(s->terms.day, day);
    return mutaid__fail(error, MUTAID_CODE_LOAN_NO_RULE, NULL, what, day);
}

/* A term that must be there if the loan states it at all. */
static mutaid_status get(const mutaid_schedule *s, mutaid__term_slot slot,
                         const char *what, bool *is_stated_out,
                         mutaid__ratio *value_out, mutaid_error *error)
{
    mutaid_state state;

    TRY(mutaid__terms_get(&s->terms, slot, &state, value_out, error));
    *is_stated_out = s->plan->outputs[slot].group != MUTAID_NONE;
    if (*is_stated_out && state != MUTAID_STATE_GIVEN)
        return no_rule(s, what, error);
    return MUTAID_OK;
}

/* The index of a word of a closed list. */
static mutaid_status get_word(const mutaid_schedule *s, mutaid__term_slot slot,
                              const char *what, int64_t *index_out,
                              mutaid_error *error)
{
    mutaid__ratio value;
    bool is_stated;

    TRY(get(s, slot, what, &is_stated, &value, error));
    *index_out = (int64_t)mutaid__wide_low(value.numerator);
    return MUTAID_OK;
}

/* --- rates ------------------------------------------------------------------------------- */

#define MOST_DENOMINATOR INT64_C(10000000000)

static mutaid_status plain(mutaid__ratio ratio, const char *what, int64_t day,
                           mutaid__plain_rate *rate_out, mutaid_error *error)
{
    char text[16];
    int64_t numerator;

    ratio = mutaid__ratio_reduce(ratio);
    if (mutaid__wide_fits(ratio.numerator, &numerator) && numerator >= 0 &&
        ratio.denominator <= MOST_DENOMINATOR &&
        numerator / 100 <= ratio.denominator) {
        *rate_out = (mutaid__plain_rate){numerator, ratio.denominator};
        return MUTAID_OK;
    }
    mutaid__day_text(day, text);
    return mutaid__fail(error, MUTAID_CODE_LOAN_RATE, NULL, what, text);
}

static mutaid__plain_rate smaller(mutaid__plain_rate a, mutaid__plain_rate b)
{
    mutaid__wide left = mutaid__wide_mul(mutaid__wide_of(a.numerator),
                                         mutaid__wide_of(b.denominator));
    mutaid__wide right = mutaid__wide_mul(mutaid__wide_of(b.numerator),
                                          mutaid__wide_of(a.denominator));

    return mutaid__wide_compare(left, right) <= 0 ? a : b;
}

/* What of a rate is subsidised, by the terms that were read last. A rate that
 * the borrower would bear below 0 is 0. */
static mutaid_status split(mutaid_schedule *s, mutaid__rate *rate,
                           mutaid_error *error)
{
    mutaid__plain_rate ceiling, nothing = {0, 1};
    mutaid__ratio value;
    bool is_stated;

    rate->subsidised = rate->rate;
    rate->borrowed = nothing;
    TRY(get(s, MUTAID__TERM_RATE_AT_MOST, "ceiling of the rate", &is_stated,
            &value, error));
    if (is_stated) {
        TRY(plain(value, "ceiling of the rate", rate->from, &ceiling, error));
        rate->subsidised = smaller(rate->rate, ceiling);
    }
    TRY(get(s, MUTAID__TERM_BORROWER_RATE, "borrower's rate",
            &rate->has_borrower_rate, &value, error));
    if (!rate->has_borrower_rate)
        return MUTAID_OK;
    if (mutaid__wide_is_negative(value.numerator))
        value = mutaid__ratio_of(0);
    TRY(plain(value, "borrower's rate", rate->from, &rate->borrower_rate,
              error));
    rate->borrowed = smaller(rate->subsidised, rate->borrower_rate);
    return MUTAID_OK;
}

/* Add the rate that holds from a day on, read on another; `stated` NULL: as
 * the rulebook says. */
static mutaid_status add_rate(mutaid_schedule *s, int64_t from, int64_t read_on,
                              const mutaid__ratio *stated, mutaid_error *error)
{
    mutaid__rate *rate = mutaid__array_push(&s->arena, &s->rates);
    mutaid__ratio value;
    bool is_stated;

    if (!rate)
        return mutaid__fail_memory(error);
    mutaid__terms_read(&s->terms, read_on);
    TRY(mutaid__notes_take(s, error));
    rate->from = from;
    rate->read_on = stated ? MUTAID__NO_DAY : read_on;
    rate->is_past_known = !stated && mutaid__terms_past_known(&s->terms);
    if (stated)
        value = *stated;
    else
        TRY(get(s, MUTAID__TERM_RATE, "rate", &is_stated, &value, error));
    TRY(plain(value, "rate", from, &rate->rate, error));
    return split(s, rate, error);
}

uint32_t mutaid__rate_on(const mutaid_schedule *s, int64_t day)
{
    size_t low = 0, high = s->rates.count - 1;

    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;

        if (s->rates.items[middle].from <= day)
            low = middle;
        else
            high = middle - 1;
    }
    return (uint32_t)low;
}

/* --- the rates from day to day ------------------------------------------------------------ */

/* The days on which the rate is read anew, one after the other. */
typedef struct calendar {
    const mutaid_schedule *s;
    size_t number;
} calendar;

static int64_t first_of_january_after(int64_t day)
{
    return mutaid__day_of(
        (mutaid__civil){mutaid__civil_of(day).year + 1, 1, 1});
}

/* The next such day, or INT64_MAX. */
static int64_t next_day(calendar *c, int64_t before)
{
    const mutaid__contract *contract = &c->s->contract;

    c->number++;
    switch (contract->reprice) {
    case MUTAID__REPRICE_ANNIVERSARY:
        return mutaid__add_months(contract->span.first_day,
                                  12 * (int64_t)c->number);
    case MUTAID__REPRICE_JANUARY:
        return first_of_january_after(before);
    case MUTAID__REPRICE_EACH_PERIOD:
        return c->number < c->s->period_count
                   ? c->s->periods[c->number].from
                   : INT64_MAX;
    default:
        return INT64_MAX;
    }
}

static mutaid_status reprice_by_event(mutaid_schedule *s,
                                      const mutaid_loan_event *event,
                                      mutaid_error *error)
{
    mutaid__ratio stated = {mutaid__wide_of(event->rate_numerator),
                            event->rate_denominator};

    if (event->date <= s->contract.span.first_day ||
        event->date >= s->contract.span.extended_to)
        return mutaid__fail_event(event, "the loan does not run then", error);
    return add_rate(s, event->date, event->date,
                    event->rate_denominator > 0 ? &stated : NULL, error);
}

mutaid_status mutaid__rates_make(mutaid_schedule *s, mutaid_error *error)
{
    calendar c = {s, 0};
    int64_t day = next_day(&c, s->contract.span.first_day);
    size_t i;

    for (i = 0; i <= s->events.count; i++) {
        bool is_last = i == s->events.count;
        const mutaid_loan_event *event = &s->events.items[i];

        if (!is_last && event->kind != MUTAID_LOAN_REPRICE)
            continue;
        while (day < s->contract.span.extended_to &&
               (is_last || day <= event->date)) {
            TRY(add_rate(s, day, day, NULL, error));
            day = next_day(&c, day);
        }
        if (!is_last)
            TRY(reprice_by_event(s, event, error));
    }
    return MUTAID_OK;
}

/* --- the contract -------------------------------------------------------------------------- */

static mutaid_status read_words(mutaid_schedule *s, mutaid_error *error)
{
    mutaid__contract *contract = &s->contract;
    int64_t reprice, day_count, forms;

    TRY(get_word(s, MUTAID__TERM_REPRICE, "repricing", &reprice, error));
    TRY(get_word(s, MUTAID__TERM_DAY_COUNT, "day count", &day_count, error));
    TRY(get_word(s, MUTAID__TERM_REPAYMENT, "repayment", &forms, error));
    contract->reprice = (mutaid__reprice)reprice;
    contract->day_count = (mutaid__day_count_kind)day_count;
    contract->form = s->plan->loan->forms.items[forms]
                         .items[s->request.repayment];
    return MUTAID_OK;
}

static mutaid_status read_charges(mutaid_schedule *s, mutaid_error *error)
{
    mutaid__contract *contract = &s->contract;

    TRY(get(s, MUTAID__TERM_PENALTY, "penalty rate", &contract->has_penalty,
            &contract->penalty, error));
    return get(s, MUTAID__TERM_COMPOUND, "rate of compound interest",
               &contract->has_compound, &contract->compound, error);
}

static mutaid_status check_share(const mutaid_schedule *s, mutaid_error *error)
{
    const mutaid__ratio *share = &s->contract.share;
    char day[16];

    if (!mutaid__wide_is_negative(share->numerator) &&
        mutaid__ratio_compare(*share, mutaid__ratio_of(1)) <= 0)
        return MUTAID_OK;
    mutaid__day_text(s->terms.day, day);
    return mutaid__fail(error, MUTAID_CODE_LOAN_SHARE, NULL, day, NULL);
}

static int64_t floor_of(mutaid__ratio value)
{
    mutaid__wide rest;
    int64_t whole;

    if (mutaid__wide_is_negative(value.numerator))
        return 0;
    return mutaid__wide_fits(
               mutaid__wide_floor_div(value.numerator,
                                      mutaid__wide_of(value.denominator),
                                      &rest),
               &whole)
               ? whole
               : INT64_MAX;
}

static mutaid_status read_subsidy(mutaid_schedule *s, mutaid_error *error)
{
    mutaid__contract *contract = &s->contract;
    mutaid__ratio value;
    bool is_stated;

    contract->subsidised_until = contract->subsidy_left = INT64_MAX;
    TRY(get(s, MUTAID__TERM_SHARE, "share", &contract->has_share,
            &contract->share, error));
    if (contract->has_share)
        TRY(check_share(s, error));
    TRY(get(s, MUTAID__TERM_MONTHS_AT_MOST, "months", &is_stated, &value,
            error));
    if (is_stated && floor_of(value) < 12000)
        contract->subsidised_until = mutaid__add_months(
            contract->span.first_day, floor_of(value));
    TRY(get(s, MUTAID__TERM_TOTAL, "total subsidy", &is_stated, &value,
            error));
    if (is_stated)
        contract->subsidy_left = floor_of(value);
    return MUTAID_OK;
}

mutaid_status mutaid__contract_make(mutaid_schedule *s, mutaid_error *error)
{
    s->rates.count = 0;
    TRY(add_rate(s, s->contract.span.first_day, s->contract.signed_on, NULL,
                 error));
    TRY(read_words(s, error));
    TRY(read_charges(s, error));
    return read_subsidy(s, error);
}
