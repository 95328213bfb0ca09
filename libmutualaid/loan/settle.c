/* SPDX-License-Identifier: MIT */
/* settle.c - what was paid of the rows, and what it cost to be late. */
#include "loan/schedule.h"

/* On the way through due days, payments and the last day looked at. */
typedef struct walk {
    mutaid_schedule *s;
    mutaid_error *error;
    size_t due;          /* rows that have fallen due */
    size_t first;        /* before it all are paid, with their charges */
    int64_t charged_to;  /* charges are counted up to this day */
} walk;

mutaid_status mutaid__paid_add(mutaid_schedule *s, int64_t day,
                               mutaid__paid_kind kind, int64_t amount,
                               mutaid_error *error)
{
    mutaid__paid *paid;

    if (amount == 0)
        return MUTAID_OK;
    paid = mutaid__array_push(&s->arena, &s->paid);
    if (!paid)
        return mutaid__fail_memory(error);
    *paid = (mutaid__paid){day, amount, kind};
    return MUTAID_OK;
}

/* --- charges --------------------------------------------------------------------------- */

/* The rate of a charge: so many times the contract's, or so much more. */
static bool charge_rate(const mutaid__charge *charge, mutaid__ratio by,
                        mutaid__plain_rate contract,
                        mutaid__plain_rate *rate_out)
{
    mutaid__ratio rate = {mutaid__wide_of(contract.numerator),
                          contract.denominator};
    bool fits = charge->is_plus ? mutaid__ratio_add(rate, by, &rate)
                                : mutaid__ratio_mul(rate, by, &rate);

    rate_out->denominator = rate.denominator;
    return fits && mutaid__wide_fits(rate.numerator, &rate_out->numerator) &&
           rate_out->numerator >= 0;
}

typedef enum charge_kind { PENALTY, COMPOUND } charge_kind;

/* The rate at which a charge runs on a day; 0 where there is none. Compound
 * interest runs at the penalty rate once the loan has ended. */
static bool rate_of(const mutaid_schedule *s, charge_kind kind, int64_t day,
                    mutaid__plain_rate *rate_out)
{
    const mutaid__loan *loan = s->plan->loan;
    const mutaid__contract *contract = &s->contract;
    mutaid__plain_rate rate = s->rates.items[mutaid__rate_on(s, day)].rate;
    bool has_ended = day >= contract->span.extended_to;

    *rate_out = (mutaid__plain_rate){0, 1};
    if (kind == COMPOUND && !contract->has_compound)
        return true;
    if (kind == COMPOUND && !(has_ended && contract->has_penalty))
        return charge_rate(&loan->compound, contract->compound, rate, rate_out);
    if (!contract->has_penalty)
        return true;
    return charge_rate(&loan->penalty, contract->penalty, rate, rate_out);
}

/* The next day after `at` from which charges run at another rate. */
static int64_t next_rate(const mutaid_schedule *s, int64_t at, int64_t until)
{
    uint32_t rate = mutaid__rate_on(s, at);
    int64_t end = s->contract.span.extended_to;

    if (rate + 1 < s->rates.count && s->rates.items[rate + 1].from < until)
        until = s->rates.items[rate + 1].from;
    return at < end && end < until ? end : until;
}

/* A charge on an amount since charges were counted last, rounded. */
static bool charge(const mutaid_schedule *s, charge_kind kind, int64_t amount,
                   int64_t from, int64_t until, int64_t *charged)
{
    mutaid__interest sum = {mutaid__wide_of(0), 1};
    int64_t money;

    while (from < until && amount > 0) {
        int64_t to = next_rate(s, from, until);
        mutaid__plain_rate rate;

        if (!rate_of(s, kind, from, &rate) ||
            !mutaid__interest_add(
                &sum, amount, rate,
                mutaid__day_count(s->contract.day_count, from, to,
                                  s->contract.span.extended_to)))
            return false;
        from = to;
    }
    if (!mutaid__interest_round(&s->rulebook->model, &sum, &money))
        return false;
    *charged += money;
    return true;
}

static bool is_settled(const mutaid__row *row)
{
    return row->interest_paid == row->interest &&
           row->principal_paid == row->principal &&
           row->penalty_paid == row->penalty &&
           row->compound_paid == row->compound;
}

/* Count charges on every row that is late, up to a day. On due days compound
 * interest begins to bear such itself. */
static mutaid_status charge_all(walk *w, int64_t day, bool is_due_day)
{
    mutaid_schedule *s = w->s;
    size_t i;

    while (w->first < w->due && is_settled(&s->rows.items[w->first]))
        w->first++;
    for (i = w->first; i < w->due; i++) {
        mutaid__row *row = &s->rows.items[i];
        int64_t interest =
            row->interest - row->interest_paid + row->compound_base;

        if (!charge(s, PENALTY, row->principal - row->principal_paid,
                    w->charged_to, day, &row->penalty) ||
            !charge(s, COMPOUND, interest, w->charged_to, day, &row->compound))
            return mutaid__fail(w->error, MUTAID_CODE_LOAN_OVERFLOW, NULL,
                                NULL, NULL);
        if (is_due_day)
            row->compound_base = row->compound - row->compound_paid;
    }
    w->charged_to = day;
    return MUTAID_OK;
}

/* --- payments ------------------------------------------------------------------------------ */

typedef enum part_kind {
    PART_INTEREST,
    PART_PRINCIPAL,
    PART_PENALTY,
    PART_COMPOUND
} part_kind;

static int64_t *paid_of(mutaid__row *row, part_kind part, int64_t *owed_out)
{
    switch (part) {
    case PART_INTEREST:
        *owed_out = row->interest;
        return &row->interest_paid;
    case PART_PRINCIPAL:
        *owed_out = row->principal;
        return &row->principal_paid;
    case PART_PENALTY:
        *owed_out = row->penalty;
        return &row->penalty_paid;
    default:
        *owed_out = row->compound;
        return &row->compound_paid;
    }
}

static void note_days(mutaid__row *row, int64_t day)
{
    if (row->interest_paid == row->interest &&
        row->interest_paid_on == MUTAID__NO_DAY)
        row->interest_paid_on = day;
    if (row->interest_paid_on != MUTAID__NO_DAY &&
        row->principal_paid == row->principal &&
        row->paid_on == MUTAID__NO_DAY)
        row->paid_on = day;
}

static mutaid_status pay_part(walk *w, mutaid__row *row, part_kind part,
                              int64_t day, int64_t *left)
{
    int64_t owed, *paid = paid_of(row, part, &owed), amount, rest;
    mutaid__paid_kind kind = part == PART_INTEREST    ? MUTAID__PAID_INTEREST
                             : part == PART_PRINCIPAL ? MUTAID__PAID_PRINCIPAL
                                                      : MUTAID__PAID_CHARGE;

    amount = owed - *paid < *left ? owed - *paid : *left;
    *paid += amount;
    *left -= amount;
    rest = row->compound - row->compound_paid;
    if (row->compound_base > rest)
        row->compound_base = rest;
    note_days(row, day);
    return mutaid__paid_add(w->s, day, kind, amount, w->error);
}

/* What is due, part by part, each oldest first. */
static mutaid_status pay_by_part(walk *w, int64_t day, int64_t *left)
{
    static const part_kind orders[3][4] = {
        {PART_PENALTY, PART_COMPOUND, PART_INTEREST, PART_PRINCIPAL},
        {PART_INTEREST, PART_COMPOUND, PART_PENALTY, PART_PRINCIPAL},
        {PART_PRINCIPAL, PART_INTEREST, PART_COMPOUND, PART_PENALTY}};
    size_t p, i;

    for (p = 0; p < 4; p++)
        for (i = w->first; i < w->due && *left > 0; i++)
            TRY(pay_part(w, &w->s->rows.items[i],
                         orders[w->s->request.allocation][p], day, left));
    return MUTAID_OK;
}

static mutaid_status pay_by_row(walk *w, int64_t day, int64_t *left)
{
    static const part_kind charges[2] = {PART_COMPOUND, PART_PENALTY};
    size_t p, i;

    for (i = w->first; i < w->due && *left > 0; i++) {
        TRY(pay_part(w, &w->s->rows.items[i], PART_INTEREST, day, left));
        TRY(pay_part(w, &w->s->rows.items[i], PART_PRINCIPAL, day, left));
    }
    for (p = 0; p < 2; p++)
        for (i = w->first; i < w->due && *left > 0; i++)
            TRY(pay_part(w, &w->s->rows.items[i], charges[p], day, left));
    return MUTAID_OK;
}

/* Money goes to what is due; the rest waits. */
static mutaid_status pay(walk *w, int64_t day, int64_t amount)
{
    int64_t left = w->s->unused + amount;

    w->s->unused = 0;
    if (w->s->request.allocation == MUTAID_ALLOCATION_OLDEST_FIRST)
        TRY(pay_by_row(w, day, &left));
    else
        TRY(pay_by_part(w, day, &left));
    w->s->unused = left;
    return MUTAID_OK;
}

/* --- due days --------------------------------------------------------------------------------- */

/* What of a row is said not to be paid on its due day. */
static mutaid_status overdue_of(walk *w, const mutaid__row *row,
                                int64_t *overdue_out)
{
    const mutaid_schedule *s = w->s;
    size_t i;

    *overdue_out = 0;
    for (i = 0; i < s->events.count; i++) {
        const mutaid_loan_event *event = &s->events.items[i];

        if (event->kind != MUTAID_LOAN_OVERDUE ||
            event->date != row->period.due)
            continue;
        *overdue_out += event->amount;
        if (*overdue_out > row->interest + row->principal)
            return mutaid__fail_event(event, "so much does not fall due",
                                      w->error);
    }
    return MUTAID_OK;
}

static mutaid_status pay_as_due(walk *w, mutaid__row *row, int64_t day)
{
    bool is_principal_first =
        w->s->request.allocation == MUTAID_ALLOCATION_PRINCIPAL_FIRST;
    int64_t left = row->interest - row->interest_paid + row->principal -
                   row->principal_paid;
    int64_t overdue;

    TRY(overdue_of(w, row, &overdue));
    left = left > overdue ? left - overdue : 0;
    TRY(pay_part(w, row, is_principal_first ? PART_PRINCIPAL : PART_INTEREST,
                 day, &left));
    return pay_part(w, row,
                    is_principal_first ? PART_INTEREST : PART_PRINCIPAL, day,
                    &left);
}

static mutaid_status fall_due(walk *w)
{
    mutaid__row *row = &w->s->rows.items[w->due];
    int64_t day = row->period.due;

    TRY(charge_all(w, day, true));
    w->due++;
    note_days(row, day);
    if (w->s->unused > 0)
        TRY(pay(w, day, 0));
    if (w->s->request.payments == MUTAID_PAYMENTS_AS_DUE)
        TRY(pay_as_due(w, row, day));
    return MUTAID_OK;
}

/* Rows that fall due up to a day. */
static mutaid_status fall_due_to(walk *w, int64_t day)
{
    while (w->due < w->s->rows.count &&
           w->s->rows.items[w->due].period.due <= day)
        TRY(fall_due(w));
    return MUTAID_OK;
}

/* --- events -------------------------------------------------------------------------------------- */

/* Everything that is due, with its charges. */
static mutaid_status pay_all(walk *w, int64_t day)
{
    size_t i, p;

    for (i = w->first; i < w->due; i++) {
        for (p = PART_INTEREST; p <= PART_COMPOUND; p++) {
            int64_t all = INT64_MAX;

            TRY(pay_part(w, &w->s->rows.items[i], (part_kind)p, day, &all));
        }
    }
    return MUTAID_OK;
}

/* An overdue amount belongs to a due day. */
static mutaid_status check_overdue(walk *w, const mutaid_loan_event *event)
{
    if (w->s->request.payments == MUTAID_PAYMENTS_BY_EVENTS)
        return mutaid__fail_event(event, "payments are by events", w->error);
    if (w->due == 0 ||
        w->s->rows.items[w->due - 1].period.due != event->date)
        return mutaid__fail_event(event, "nothing falls due", w->error);
    return MUTAID_OK;
}

static mutaid_status happen(walk *w, const mutaid_loan_event *event)
{
    TRY(fall_due_to(w, event->date));
    switch (event->kind) {
    case MUTAID_LOAN_REPAY:
        TRY(charge_all(w, event->date, false));
        return pay(w, event->date, event->amount);
    case MUTAID_LOAN_SETTLE:
        TRY(charge_all(w, event->date, false));
        return pay_all(w, event->date);
    case MUTAID_LOAN_OVERDUE:
        return check_overdue(w, event);
    default:
        return MUTAID_OK;
    }
}

mutaid_status mutaid__rows_settle(mutaid_schedule *s, mutaid_error *error)
{
    walk w = {s, error, 0, 0, s->contract.span.first_day};
    size_t i;

    s->unused = 0;
    for (i = 0; i < s->events.count; i++)
        TRY(happen(&w, &s->events.items[i]));
    TRY(fall_due_to(&w, s->contract.as_of));
    return charge_all(&w, s->contract.as_of, false);
}
