/* SPDX-License-Identifier: MIT */
/* make.c - from a request to a schedule. */
#include "loan/schedule.h"

#include <string.h>

#define FAIL(error, code, first, second) \
    mutaid__fail(error, MUTAID_CODE_##code, NULL, first, second)

/* The longest loan: 100 years. */
#define MOST_DAYS 36525
#define MOST_MONTHS 1200

mutaid_status mutaid__fail_event(const mutaid_loan_event *event,
                                 const char *why, mutaid_error *error)
{
    char day[16];

    mutaid__day_text(event->date, day);
    return FAIL(error, LOAN_EVENT, day, why);
}

/* --- the request -------------------------------------------------------------------- */

static mutaid_status check_principal(const mutaid_schedule *s,
                                     mutaid_error *error)
{
    int decimals = (int)s->rulebook->model.decimals;
    char given[32], most[32];
    mutaid__out out;

    if (s->request.principal > 0 &&
        s->request.principal <= MUTAID__MOST_PRINCIPAL)
        return MUTAID_OK;
    mutaid__out_init(&out, given, sizeof given);
    mutaid__out_ratio(&out, mutaid__ratio_of(s->request.principal), decimals);
    (void)mutaid__out_finish(&out, NULL, NULL);
    mutaid__out_init(&out, most, sizeof most);
    mutaid__out_ratio(&out, mutaid__ratio_of(MUTAID__MOST_PRINCIPAL),
                      decimals);
    (void)mutaid__out_finish(&out, NULL, NULL);
    return FAIL(error, LOAN_PRINCIPAL, given, most);
}

static mutaid_status check_words(const mutaid_loan_request *request,
                                 mutaid_error *error)
{
    if ((unsigned)request->repayment > MUTAID_REPAYMENT_LEVEL_PRINCIPAL)
        return mutaid__fail_argument(error, "repayment");
    if ((unsigned)request->allocation > MUTAID_ALLOCATION_OLDEST_FIRST)
        return mutaid__fail_argument(error, "allocation");
    if ((unsigned)request->payments > MUTAID_PAYMENTS_BY_EVENTS)
        return mutaid__fail_argument(error, "payments");
    return MUTAID_OK;
}

static bool is_day(mutaid_date day)
{
    return day >= MUTAID__FIRST_DAY && day <= MUTAID__LAST_DAY - 2 * MOST_DAYS;
}

/* A day of the request; one that is not given is `otherwise`. */
static mutaid_status day_of(mutaid_date given, int64_t otherwise,
                            const char *name, int64_t *day_out,
                            mutaid_error *error)
{
    *day_out = otherwise;
    if (given == MUTAID_DATE_INVALID)
        return MUTAID_OK;
    if (!is_day(given))
        return mutaid__fail_argument(error, name);
    *day_out = given;
    return MUTAID_OK;
}

static mutaid_status take_days(mutaid_schedule *s, mutaid_error *error)
{
    mutaid__contract *contract = &s->contract;
    int64_t signed_on = 0;

    if (s->request.signed_on == MUTAID_DATE_INVALID)
        TRY(mutaid__terms_signed_on(&s->terms, &signed_on, error));
    TRY(day_of(s->request.signed_on, signed_on, "signed_on",
               &contract->signed_on, error));
    return day_of(s->request.first_day, contract->signed_on, "first_day",
                  &contract->span.first_day, error);
}

/* --- events --------------------------------------------------------------------------- */

static bool comes_before(const mutaid_loan_event *a,
                         const mutaid_loan_event *b)
{
    bool a_extends = a->kind == MUTAID_LOAN_EXTEND;
    bool b_extends = b->kind == MUTAID_LOAN_EXTEND;

    return a->date < b->date ||
           (a->date == b->date && a_extends && !b_extends);
}

/* By day, an extension first; else as they were added. */
static void sort_events(mutaid_schedule *s)
{
    mutaid_loan_event *events = s->events.items;
    size_t i, j;

    for (i = 1; i < s->events.count; i++) {
        mutaid_loan_event event = events[i];

        for (j = i; j > 0 && comes_before(&event, &events[j - 1]); j--)
            events[j] = events[j - 1];
        events[j] = event;
    }
}

/* What can be seen of events before there are rows. */
static mutaid_status check_event(const mutaid_schedule *s,
                                 const mutaid_loan_event *event,
                                 const mutaid_loan_event *draw,
                                 mutaid_error *error)
{
    if (event->date < s->contract.span.first_day)
        return mutaid__fail_event(event, "the loan does not run then", error);
    if (s->request.as_of != MUTAID_DATE_INVALID &&
        event->date > s->request.as_of)
        return mutaid__fail_event(event, "it lies after as_of", error);
    if (event->kind == MUTAID_LOAN_DRAW &&
        (draw != event || event->date != s->contract.span.first_day ||
         event->amount != s->request.principal))
        return mutaid__fail_event(
            event, "the principal is drawn once, on the first day", error);
    return MUTAID_OK;
}

static const mutaid_loan_event *first_of(const mutaid_schedule *s,
                                         mutaid_loan_event_kind kind)
{
    size_t i;

    for (i = 0; i < s->events.count; i++)
        if (s->events.items[i].kind == kind)
            return &s->events.items[i];
    return NULL;
}

static mutaid_status check_events(mutaid_schedule *s, mutaid_error *error)
{
    const mutaid_loan_event *draw, *extension;
    size_t i;

    sort_events(s);
    draw = first_of(s, MUTAID_LOAN_DRAW);
    extension = first_of(s, MUTAID_LOAN_EXTEND);
    for (i = 0; i < s->events.count; i++) {
        const mutaid_loan_event *event = &s->events.items[i];

        TRY(check_event(s, event, draw, error));
        if (event->kind == MUTAID_LOAN_EXTEND && event != extension)
            return mutaid__fail_event(event, "it was extended before", error);
    }
    return MUTAID_OK;
}

/* --- the end ------------------------------------------------------------------------------ */

/* Months from the first day to the last; 0 if they are not whole. */
static int64_t whole_months(const mutaid_schedule *s)
{
    const mutaid__span_of_loan *span = &s->contract.span;
    bool rolls = s->contract.form.due.rolls;
    int64_t months =
        mutaid__months_between(span->first_day, span->last_day);

    while (mutaid__grid_shift(span->first_day, months, rolls) <
           span->last_day)
        months++;
    return mutaid__grid_shift(span->first_day, months, rolls) ==
                   span->last_day
               ? months
               : 0;
}

static mutaid_status term_of(mutaid_schedule *s, int64_t *months_out,
                             mutaid_error *error)
{
    mutaid_state state;
    mutaid__ratio value;

    *months_out = s->request.term_months;
    if (*months_out > 0)
        return MUTAID_OK;
    mutaid__terms_read(&s->terms, s->contract.signed_on);
    TRY(mutaid__terms_get(&s->terms, MUTAID__TERM_MONTHS, &state, &value,
                          error));
    if (state != MUTAID_STATE_GIVEN || value.denominator != 1 ||
        !mutaid__wide_fits(value.numerator, months_out) || *months_out <= 0)
        return FAIL(error, LOAN_NO_TERM, NULL, NULL);
    return MUTAID_OK;
}

static mutaid_status bad_end(const mutaid_schedule *s, int64_t end,
                             mutaid_error *error)
{
    char first[16], last[16];

    mutaid__day_text(s->contract.span.first_day, first);
    mutaid__day_text(end, last);
    return FAIL(error, LOAN_TERM, first, last);
}

static mutaid_status take_end(mutaid_schedule *s, mutaid_error *error)
{
    mutaid__span_of_loan *span = &s->contract.span;
    bool rolls = s->contract.form.due.rolls;
    int64_t months = 0;

    if (s->request.last_day != MUTAID_DATE_INVALID) {
        TRY(day_of(s->request.last_day, 0, "last_day", &span->last_day,
                   error));
        if (span->last_day > span->first_day &&
            span->last_day - span->first_day <= MOST_DAYS)
            months = whole_months(s);
    } else {
        TRY(term_of(s, &months, error));
        if (months > MOST_MONTHS)
            months = MOST_MONTHS + 1;
        span->last_day = mutaid__grid_shift(span->first_day, months, rolls);
    }
    span->months = months;
    span->extended_to = span->last_day;
    span->extended_on = INT64_MAX;
    if (span->last_day <= span->first_day ||
        span->last_day - span->first_day > MOST_DAYS)
        return bad_end(s, span->last_day, error);
    return MUTAID_OK;
}

static mutaid_status take_extension(mutaid_schedule *s, mutaid_error *error)
{
    const mutaid_loan_event *event = first_of(s, MUTAID_LOAN_EXTEND);
    mutaid__span_of_loan *span = &s->contract.span;
    bool rolls = s->contract.form.due.rolls;

    if (!event)
        return MUTAID_OK;
    if (event->date > span->last_day)
        return mutaid__fail_event(event, "the loan has ended before", error);
    if (event->months > MOST_MONTHS)
        return mutaid__fail_event(event, "it is too long", error);
    span->extended_on = event->date;
    span->extended_to =
        s->request.last_day == MUTAID_DATE_INVALID
            ? mutaid__grid_shift(span->first_day, span->months + event->months,
                                 rolls)
            : mutaid__grid_shift(span->last_day, event->months, rolls);
    return MUTAID_OK;
}

/* --- periods --------------------------------------------------------------------------------- */

static mutaid_status too_many_rows(int64_t most, mutaid_error *error)
{
    char number[24];
    mutaid__out out;

    mutaid__out_init(&out, number, sizeof number);
    mutaid__out_integer(&out, most);
    (void)mutaid__out_finish(&out, NULL, NULL);
    return FAIL(error, LOAN_ROWS, number, NULL);
}

/* Room for so many periods, and what is computed over them. */
static bool make_room(mutaid_schedule *s, size_t room)
{
    size_t level =
        room < MUTAID__MOST_PERIODS ? room : MUTAID__MOST_PERIODS;
    mutaid__period *periods =
        mutaid__arena_take(&s->arena, room * sizeof *periods);
    mutaid__growth *growths =
        mutaid__arena_take(&s->arena, level * sizeof *growths);
    uint32_t *limbs = mutaid__arena_take(
        &s->arena, MUTAID__ANNUITY_LIMBS(level) * sizeof *limbs);

    if (!periods || !growths || !limbs)
        return false;
    s->periods = periods;
    s->growths = growths;
    s->limbs = limbs;
    s->period_room = room;
    return true;
}

#define FIRST_ROOM 64

static mutaid_status take_periods(mutaid_schedule *s, mutaid_error *error)
{
    bool is_level = s->request.repayment == MUTAID_REPAYMENT_LEVEL_PAYMENT;
    size_t most = is_level ? MUTAID__MOST_PERIODS : MUTAID__MOST_ROWS;

    if (s->period_room == 0 && !make_room(s, FIRST_ROOM))
        return mutaid__fail_memory(error);
    for (;;) {
        s->period_count =
            mutaid__grid_periods(&s->contract.form.due, &s->contract.span,
                                 s->periods, s->period_room);
        if (s->period_count <= s->period_room)
            break;
        if (s->period_room >= MUTAID__MOST_ROWS)
            return too_many_rows((int64_t)most, error);
        if (!make_room(s, 4 * s->period_room))
            return mutaid__fail_memory(error);
    }
    if (s->period_count > most)
        return too_many_rows((int64_t)most, error);
    return MUTAID_OK;
}

/* --- the whole ----------------------------------------------------------------------------------- */

static mutaid_status check_form(const mutaid_schedule *s, mutaid_error *error)
{
    static const char *const names[] = {"interest_only", "bullet",
                                        "level_payment", "level_principal"};
    char asked[24], allowed[24];
    mutaid__out out;

    if (!s->contract.form.is_allowed)
        return FAIL(error, LOAN_REPAYMENT, names[s->request.repayment], NULL);
    if (s->request.grace_periods <= s->contract.form.grace)
        return MUTAID_OK;
    mutaid__out_init(&out, asked, sizeof asked);
    mutaid__out_integer(&out, (int64_t)s->request.grace_periods);
    (void)mutaid__out_finish(&out, NULL, NULL);
    mutaid__out_init(&out, allowed, sizeof allowed);
    mutaid__out_integer(&out, (int64_t)s->contract.form.grace);
    (void)mutaid__out_finish(&out, NULL, NULL);
    return FAIL(error, LOAN_GRACE, asked, allowed);
}

/* Without one in the request, the last day of all rows and events. */
static void take_as_of(mutaid_schedule *s)
{
    int64_t last = s->rows.items[s->rows.count - 1].period.due;
    size_t count = s->events.count;

    if (s->request.as_of != MUTAID_DATE_INVALID)
        last = s->request.as_of;
    else if (count > 0 && s->events.items[count - 1].date > last)
        last = s->events.items[count - 1].date;
    s->contract.as_of = last;
}

static mutaid_status make(mutaid_schedule *s, mutaid_error *error)
{
    s->notes.count = s->paid.count = 0;
    TRY(check_words(&s->request, error));
    TRY(check_principal(s, error));
    TRY(take_days(s, error));
    TRY(check_events(s, error));
    TRY(mutaid__contract_make(s, error));
    TRY(check_form(s, error));
    TRY(take_end(s, error));
    TRY(take_extension(s, error));
    TRY(take_periods(s, error));
    TRY(mutaid__rates_make(s, error));
    TRY(mutaid__rows_make(s, error));
    take_as_of(s);
    return mutaid__rows_settle(s, error);
}

mutaid_status mutaid__schedule_make(mutaid_schedule *s, const mutaid_case *c,
                                    const mutaid_loan_request *request,
                                    mutaid_error *error)
{
    s->is_made = false;
    if (c && c->rulebook != s->rulebook)
        return FAIL(error, OTHER_RULEBOOK, NULL, NULL);
    s->request = *request;
    mutaid__terms_take(&s->terms, c);
    TRY(make(s, error));
    s->is_made = true;
    return MUTAID_OK;
}
