/* SPDX-License-Identifier: MIT */
/* rows.c - the rows of a loan: interest, principal, subsidy. */
#include "loan/level.h"

#include "number/round.h"

/* On the way through the rows. */
typedef struct walk {
    mutaid_schedule *s;
    mutaid_error *error;
    size_t end;        /* rows up to the end as agreed so far */
    size_t next_event; /* of the events by which rows change */
    int64_t balance;
    int64_t level;     /* payment, or part of principal */
    bool is_stale;     /* it is to be computed anew */
    bool is_shortened; /* since it was computed, by a prepayment */
    bool may_end_early; /* rows end once nothing is left */
    uint32_t rate;     /* in force */
    int64_t subsidy_left;
} walk;

/* What one row gathers. */
typedef struct gathering {
    const mutaid__period *period; /* as planned */
    mutaid__row *row;
    mutaid__interest all, subsidised, borrowed;
    bool has_changed; /* inside the row, so that it counts in this one */
    bool is_paid_back;
} gathering;

static mutaid_status overflow(const walk *w)
{
    return mutaid__fail(w->error, MUTAID_CODE_LOAN_OVERFLOW, NULL, NULL, NULL);
}

/* --- events --------------------------------------------------------------------------- */

static bool changes_rows(mutaid_loan_event_kind kind)
{
    return kind == MUTAID_LOAN_PREPAY_SHORTER ||
           kind == MUTAID_LOAN_PREPAY_LOWER || kind == MUTAID_LOAN_SETTLE ||
           kind == MUTAID_LOAN_EXTEND;
}

/* The next event that changes rows, if it is not after a day. */
static const mutaid_loan_event *next_event(walk *w, int64_t until)
{
    const mutaid_schedule *s = w->s;

    while (w->next_event < s->events.count &&
           !changes_rows(s->events.items[w->next_event].kind))
        w->next_event++;
    if (w->next_event == s->events.count ||
        s->events.items[w->next_event].date > until)
        return NULL;
    return &s->events.items[w->next_event];
}

/* The rows up to the end that an extension has moved. */
static void extend(walk *w, gathering *g, const mutaid_loan_event *event)
{
    size_t count = w->s->period_count;

    if (w->end == count)
        return;
    w->end = count;
    w->is_stale = true;
    g->has_changed = g->has_changed || event->date > g->period->from;
}

static mutaid_status prepay(walk *w, gathering *g,
                            const mutaid_loan_event *event)
{
    bool settles = event->kind == MUTAID_LOAN_SETTLE;
    int64_t amount = settles ? w->balance : event->amount;

    if (amount > w->balance || w->balance == 0)
        return mutaid__fail_event(event, "so much is not outstanding",
                                  w->error);
    TRY(mutaid__paid_add(w->s, event->date, MUTAID__PAID_EARLY, amount,
                         w->error));
    w->balance -= amount;
    g->row->prepaid += amount;
    g->is_paid_back = w->balance == 0;
    if (event->kind == MUTAID_LOAN_PREPAY_SHORTER) {
        w->is_shortened = w->may_end_early = true;
        return MUTAID_OK;
    }
    w->is_stale = true;
    g->has_changed = g->has_changed || event->date > g->period->from;
    return MUTAID_OK;
}

/* Events of a day inside the row, in their order. */
static mutaid_status take_events(walk *w, gathering *g, int64_t day)
{
    const mutaid_loan_event *event;

    while (!g->is_paid_back && (event = next_event(w, day))) {
        w->next_event++;
        if (event->date < g->period->from)
            return mutaid__fail_event(event, "the loan does not run then",
                                      w->error);
        if (event->kind == MUTAID_LOAN_EXTEND)
            extend(w, g, event);
        else
            TRY(prepay(w, g, event));
    }
    return MUTAID_OK;
}

/* --- level instalments ------------------------------------------------------------------------ */

static bool is_level(const walk *w)
{
    return w->s->request.repayment >= MUTAID_REPAYMENT_LEVEL_PAYMENT;
}

/* After a prepayment that kept the instalment, the loan ends with the row in
 * which it is paid back. */
static mutaid_status shorten(walk *w, size_t row, mutaid__plain_rate rate)
{
    mutaid__level_task task = {w->s, w->balance, row, w->end, rate, false};
    size_t rows;

    if (!mutaid__level_rows(&task, w->level, &rows))
        return overflow(w);
    w->end = row + (rows > 0 ? rows : 1);
    w->is_shortened = false;
    return MUTAID_OK;
}

/* The instalment, computed anew where something has changed. */
static mutaid_status refresh(walk *w, const gathering *g, size_t row)
{
    bool is_payment =
        w->s->request.repayment == MUTAID_REPAYMENT_LEVEL_PAYMENT;
    bool is_fixed = is_payment && g->has_changed;
    mutaid__level_task task = {
        w->s, w->balance, row, w->end, w->s->rates.items[w->rate].rate,
        is_fixed};

    if (!w->is_stale || !is_level(w) || row < w->s->request.grace_periods)
        return MUTAID_OK;
    if (w->is_shortened) {
        TRY(shorten(w, row, w->s->rates.items[g->row->rate].rate));
        task.end = w->end;
    }
    if (is_fixed)
        task.amount += g->row->interest;
    w->is_stale = false;
    if (!is_payment)
        w->level = mutaid__level_principal(&task);
    else if (!mutaid__level_payment(&task, &w->level))
        return overflow(w);
    if (w->s->instalment == 0)
        w->s->instalment = w->level;
    return MUTAID_OK;
}

/* --- interest ---------------------------------------------------------------------------- */

static mutaid_status add_stretch(walk *w, gathering *g, int64_t from,
                                 int64_t until)
{
    const mutaid__contract *contract = &w->s->contract;
    const mutaid__rate *rate = &w->s->rates.items[w->rate];
    const mutaid__span_of_loan *span = &contract->span;
    mutaid__fraction fraction = mutaid__stretch_fraction(
        contract, g->period, from, until,
        g->period->until < span->extended_on ? span->last_day
                                             : span->extended_to);
    bool is_subsidised = until <= contract->subsidised_until;

    if (!mutaid__interest_add(&g->all, w->balance, rate->rate, fraction) ||
        (is_subsidised &&
         (!mutaid__interest_add(&g->subsidised, w->balance, rate->subsidised,
                                fraction) ||
          !mutaid__interest_add(&g->borrowed, w->balance, rate->borrowed,
                                fraction))))
        return overflow(w);
    g->row->is_past_known = g->row->is_past_known || rate->is_past_known;
    return MUTAID_OK;
}

static void lower_to(int64_t *day, int64_t other, int64_t after)
{
    if (other > after && other < *day)
        *day = other;
}

/* The day up to which nothing changes. */
static int64_t next_change(walk *w, const gathering *g, int64_t at)
{
    const mutaid_schedule *s = w->s;
    const mutaid_loan_event *event = next_event(w, g->period->until);
    int64_t day = g->period->until;

    if (w->rate + 1 < s->rates.count)
        lower_to(&day, s->rates.items[w->rate + 1].from, at);
    if (event)
        lower_to(&day, event->date, at);
    lower_to(&day, s->contract.subsidised_until, at);
    return day;
}

static bool is_same_rate(const mutaid__rate *a, const mutaid__rate *b)
{
    return a->rate.numerator == b->rate.numerator &&
           a->rate.denominator == b->rate.denominator;
}

/* The rate in force on a day; the instalment stays where it is the same. */
static void take_rate(walk *w, gathering *g, int64_t day)
{
    uint32_t before = w->rate;

    w->rate = mutaid__rate_on(w->s, day);
    if (w->s->request.repayment != MUTAID_REPAYMENT_LEVEL_PAYMENT ||
        is_same_rate(&w->s->rates.items[before], &w->s->rates.items[w->rate]))
        return;
    w->is_stale = true;
    g->has_changed = g->has_changed || day > g->period->from;
}

/* Stretch by stretch, up to the end of the row or of the loan. */
static mutaid_status gather(walk *w, gathering *g, size_t row)
{
    int64_t at = g->period->from;

    take_rate(w, g, at);
    g->row->rate = w->rate;
    TRY(refresh(w, g, row)); /* what is agreed before anything happens */
    TRY(take_events(w, g, at));
    if (!g->is_paid_back)
        TRY(refresh(w, g, row));
    while (at < g->period->until && !g->is_paid_back) {
        int64_t until = next_change(w, g, at);

        TRY(add_stretch(w, g, at, until));
        at = until;
        if (at == g->period->until)
            break;
        take_rate(w, g, at);
        TRY(take_events(w, g, at));
    }
    if (g->is_paid_back)
        g->row->period.until = g->row->period.due = at;
    return MUTAID_OK;
}

/* An extension agreed on the day on which the loan would end is in time. */
static void take_extension(walk *w, gathering *g)
{
    const mutaid_loan_event *event = next_event(w, g->period->until);

    if (!event || event->kind != MUTAID_LOAN_EXTEND)
        return; /* it stands before all else of its day */
    w->next_event++;
    extend(w, g, event);
}

/* --- principal ------------------------------------------------------------------------------ */

static int64_t level_part(const walk *w, const mutaid__row *row)
{
    int64_t part = w->level;

    if (w->s->request.repayment == MUTAID_REPAYMENT_LEVEL_PAYMENT)
        part = part > row->interest ? part - row->interest : 0;
    return part < w->balance ? part : w->balance;
}

static mutaid_status pay_principal(walk *w, gathering *g, size_t row)
{
    if (row + 1 == w->end) {
        g->row->principal = w->balance;
    } else if (is_level(w) && row >= w->s->request.grace_periods) {
        TRY(refresh(w, g, row));
        g->row->principal = row + 1 == w->end ? w->balance
                                              : level_part(w, g->row);
    }
    w->balance -= g->row->principal;
    return MUTAID_OK;
}

/* --- subsidy ---------------------------------------------------------------------------------- */

/* The subsidised part of a row's interest; what is left of the total shrinks. */
static mutaid_status subsidise(walk *w, const gathering *g)
{
    const mutaid__model *model = &w->s->rulebook->model;
    const mutaid__contract *contract = &w->s->contract;
    const mutaid__subsidy *subsidy = &w->s->plan->loan->subsidy;
    int64_t base, borrowed;
    mutaid__interest share = contract->share;

    if (!subsidy->exists ||
        (g->period->is_extension && !subsidy->pays_extension))
        return MUTAID_OK;
    if (!mutaid__interest_round(model, &g->subsidised, &base) ||
        !mutaid__interest_round(model, &g->borrowed, &borrowed))
        return overflow(w);
    base -= borrowed;
    if (contract->has_share &&
        (!mutaid__wide_mul_checked(share.numerator, mutaid__wide_of(base),
                                   &share.numerator) ||
         !mutaid__interest_round(model, &share, &base)))
        return overflow(w);
    if (base > w->subsidy_left)
        base = w->subsidy_left;
    w->subsidy_left -= base;
    g->row->subsidised = base;
    return MUTAID_OK;
}

/* --- the rows ----------------------------------------------------------------------------------- */

static mutaid_status make_row(walk *w, size_t number, bool *is_last_out)
{
    mutaid_schedule *s = w->s;
    mutaid__interest nothing = {mutaid__wide_of(0), 1};
    gathering g = {&s->periods[number], NULL,  nothing, nothing,
                   nothing,             false, false};
    mutaid__row *row = g.row = mutaid__array_push(&s->arena, &s->rows);

    if (!row)
        return mutaid__fail_memory(w->error);
    *row = (mutaid__row){0};
    row->period = *g.period;
    row->opening = w->balance;
    row->interest_paid_on = row->paid_on = MUTAID__NO_DAY;
    TRY(gather(w, &g, number));
    if (!mutaid__interest_round(&s->rulebook->model, &g.all, &row->interest))
        return overflow(w);
    if (!g.is_paid_back) {
        take_extension(w, &g);
        TRY(pay_principal(w, &g, number));
    }
    row->balance = w->balance;
    *is_last_out = g.is_paid_back || number + 1 >= w->end ||
                   (w->may_end_early && w->balance == 0);
    return subsidise(w, &g);
}

/* The rows up to the last day, before any extension. */
static size_t first_end(const mutaid_schedule *s)
{
    size_t count = s->period_count;

    while (count > 0 && s->periods[count - 1].is_extension)
        count--;
    return count;
}

static mutaid_status check_rest(walk *w)
{
    const mutaid_loan_event *event = next_event(w, INT64_MAX);

    if (!event)
        return MUTAID_OK;
    return mutaid__fail_event(event, "the loan was paid back before",
                              w->error);
}

mutaid_status mutaid__rows_make(mutaid_schedule *s, mutaid_error *error)
{
    walk w = {s, error, 0, 0, 0, 0, true, false, false, 0, 0};
    bool is_last = false;
    size_t i;

    w.end = first_end(s);
    w.balance = s->request.principal;
    w.subsidy_left = s->contract.subsidy_left;
    s->rows.count = 0;
    s->instalment = 0;
    for (i = 0; !is_last; i++)
        TRY(make_row(&w, i, &is_last));
    return check_rest(&w);
}
