/* SPDX-License-Identifier: MIT */
/* schedule.c - schedules as the caller sees them. */
#include "loan/schedule.h"

#include "base/sized.h"
#include <string.h>

#define BAD(error, name) mutaid__fail_argument(error, name)

/* --- the loans of a rulebook ----------------------------------------------------------- */

size_t mutaid_rulebook_loan_count(const mutaid_rulebook *rulebook)
{
    return rulebook ? rulebook->model.loans.count : 0;
}

static const char *text_of(mutaid__slice slice)
{
    return slice.data ? slice.data : "";
}

static mutaid_text labels_of(mutaid__labels labels)
{
    mutaid_text text;

    text.zh = text_of(labels.zh.length > 0 ? labels.zh : labels.en);
    text.en = text_of(labels.en.length > 0 ? labels.en : labels.zh);
    return text;
}

/* Forms that may be asked for, under whatever conditions. */
static uint32_t repayments_of(const mutaid__loan *loan)
{
    uint32_t bits = 0;
    size_t i, form;

    for (i = 0; i < loan->forms.count; i++)
        for (form = 0; form < 4; form++)
            if (loan->forms.items[i].items[form].is_allowed)
                bits |= 1u << form;
    return bits;
}

mutaid_status mutaid_rulebook_loan(const mutaid_rulebook *rulebook,
                                   size_t loan, mutaid_loan_info *info_out,
                                   mutaid_error *error)
{
    mutaid_loan_info info = MUTAID_LOAN_INFO_INIT;
    const mutaid__loan_plan *plan;

    if (!rulebook || !info_out)
        return BAD(error, rulebook ? "info_out" : "rulebook");
    if (loan >= rulebook->model.loans.count)
        return BAD(error, "loan");
    plan = &rulebook->loans[loan];
    info.name = text_of(plan->loan->name);
    info.title = labels_of(plan->loan->title);
    info.limit_part = plan->limit;
    info.repayments = repayments_of(plan->loan);
    info.clause = plan->loan->clause;
    return mutaid__copy_sized(info_out, &info, sizeof info, error);
}

/* --- the object ---------------------------------------------------------------------------- */

static const mutaid__loan_plan *find_loan(const mutaid_rulebook *rulebook,
                                          const char *name)
{
    size_t i;

    for (i = 0; i < rulebook->model.loans.count; i++)
        if (mutaid__slice_is(rulebook->loans[i].loan->name, name))
            return &rulebook->loans[i];
    return NULL;
}

mutaid_status mutaid_schedule_new(mutaid_rulebook *rulebook, const char *loan,
                                  mutaid_schedule **schedule_out,
                                  mutaid_error *error)
{
    const mutaid__loan_plan *plan;
    mutaid__memory memory;
    mutaid_schedule *s;

    if (!rulebook || !loan || !schedule_out)
        return BAD(error, !rulebook ? "rulebook"
                          : !loan   ? "loan"
                                    : "schedule_out");
    plan = find_loan(rulebook, loan);
    if (!plan)
        return mutaid__fail(error, MUTAID_CODE_NO_SUCH_LOAN, loan, loan, NULL);
    mutaid__memory_init(&memory, &rulebook->memory.allocator,
                        rulebook->case_memory_cap);
    s = mutaid__memory_take(&memory, sizeof *s);
    if (!s)
        return mutaid__fail_memory(error);
    s->memory = memory;
    mutaid__arena_init(&s->arena, &s->memory);
    s->rulebook = mutaid_rulebook_ref(rulebook);
    s->plan = plan;
    if (mutaid__terms_init(&s->terms, &s->arena, rulebook, plan) != MUTAID_OK) {
        mutaid_schedule_free(s);
        return mutaid__fail_memory(error);
    }
    *schedule_out = s;
    return MUTAID_OK;
}

void mutaid_schedule_free(mutaid_schedule *schedule)
{
    mutaid_rulebook *rulebook;
    mutaid__memory memory;

    if (!schedule)
        return;
    rulebook = schedule->rulebook;
    mutaid__arena_free(&schedule->arena);
    memory = schedule->memory;
    mutaid__memory_release(&memory, schedule, sizeof *schedule);
    mutaid_rulebook_unref(rulebook);
}

mutaid_rulebook *mutaid_schedule_rulebook(const mutaid_schedule *schedule)
{
    return schedule ? schedule->rulebook : NULL;
}

void mutaid_schedule_clear(mutaid_schedule *schedule)
{
    if (!schedule)
        return;
    schedule->events.count = 0;
    schedule->is_made = false;
}

static const char *event_fault(const mutaid_loan_event *event)
{
    if ((unsigned)event->kind > MUTAID_LOAN_EXTEND)
        return "its kind is none";
    if (event->amount < 0 || event->amount > MUTAID__MOST_PRINCIPAL)
        return "its amount is impossible";
    if (event->amount == 0 && (event->kind == MUTAID_LOAN_PREPAY_SHORTER ||
                               event->kind == MUTAID_LOAN_PREPAY_LOWER))
        return "nothing is paid";
    if (event->rate_numerator < 0 || event->rate_denominator < 0)
        return "its rate is impossible";
    if (event->kind == MUTAID_LOAN_EXTEND && event->months == 0)
        return "it has no months";
    return NULL;
}

mutaid_status mutaid_schedule_add_event(mutaid_schedule *schedule,
                                        const mutaid_loan_event *event,
                                        mutaid_error *error)
{
    mutaid_loan_event own = MUTAID_LOAN_EVENT_INIT, *place;

    if (!schedule || !event)
        return BAD(error, schedule ? "event" : "schedule");
    TRY(mutaid__read_sized(&own, sizeof own, event, error));
    if (own.date < MUTAID__FIRST_DAY || own.date > MUTAID__LAST_DAY)
        return BAD(error, "the event's date");
    if (event_fault(&own))
        return mutaid__fail_event(&own, event_fault(&own), error);
    place = mutaid__array_push(&schedule->arena, &schedule->events);
    if (!place)
        return mutaid__fail_memory(error);
    *place = own;
    schedule->is_made = false;
    return MUTAID_OK;
}

mutaid_status mutaid_schedule_make(mutaid_schedule *schedule,
                                   const mutaid_case *c,
                                   const mutaid_loan_request *request,
                                   mutaid_error *error)
{
    mutaid_loan_request own = MUTAID_LOAN_REQUEST_INIT;

    if (!schedule || !request)
        return BAD(error, schedule ? "request" : "schedule");
    schedule->is_made = false;
    TRY(mutaid__read_sized(&own, sizeof own, request, error));
    return mutaid__schedule_make(schedule, c, &own, error);
}

/* --- what came out --------------------------------------------------------------------------- */

static mutaid_status check(const mutaid_schedule *s, const void *out,
                           size_t index, size_t count, mutaid_error *error)
{
    if (!s || !out)
        return BAD(error, s ? "the result" : "schedule");
    if (!s->is_made)
        return mutaid__fail(error, MUTAID_CODE_NO_SCHEDULE, NULL, NULL, NULL);
    if (index >= count)
        return BAD(error, "the index");
    return MUTAID_OK;
}

static mutaid_value rate_value(mutaid__plain_rate rate)
{
    mutaid_value value = {MUTAID_TYPE_RATE, MUTAID_STATE_GIVEN, MUTAID_NONE,
                          0, 0, 0, 1};

    value.numerator_low = (uint64_t)rate.numerator;
    value.denominator = rate.denominator;
    return value;
}

static mutaid_date date_of(int64_t day)
{
    return day == MUTAID__NO_DAY ? MUTAID_DATE_INVALID : (mutaid_date)day;
}

/* Sums over rows. */
static void add_row(const mutaid_schedule *s, const mutaid__row *row,
                    mutaid_schedule_info *info)
{
    bool is_due = row->period.due <= s->contract.as_of;

    info->interest += row->interest;
    info->subsidised_interest += row->subsidised;
    info->borrower_interest += row->interest - row->subsidised;
    info->principal_paid += row->principal_paid;
    info->interest_paid += row->interest_paid;
    info->penalty += row->penalty;
    info->penalty_paid += row->penalty_paid;
    info->compound += row->compound;
    info->compound_paid += row->compound_paid;
    if (row->interest_paid_on != MUTAID__NO_DAY)
        info->subsidy_payable += row->subsidised;
    if (is_due) {
        info->overdue_principal += row->principal - row->principal_paid;
        info->overdue_interest += row->interest - row->interest_paid;
    }
    info->principal_paid += row->prepaid;
}

void mutaid__schedule_sum(const mutaid_schedule *s, mutaid_schedule_info *info)
{
    size_t i;

    info->row_count = s->rows.count;
    info->rate_count = s->rates.count;
    info->note_count = s->notes.count;
    info->principal = s->request.principal;
    info->repayment = s->request.repayment;
    info->signed_on = date_of(s->contract.signed_on);
    info->first_day = date_of(s->contract.span.first_day);
    info->last_day =
        date_of(s->rows.items[s->rows.count - 1].period.due);
    info->as_of = date_of(s->contract.as_of);
    info->instalment = s->instalment;
    info->unused = s->unused;
    for (i = 0; i < s->rows.count; i++)
        add_row(s, &s->rows.items[i], info);
}

mutaid_status mutaid_schedule_describe(const mutaid_schedule *schedule,
                                       mutaid_schedule_info *info_out,
                                       mutaid_error *error)
{
    mutaid_schedule_info info = MUTAID_SCHEDULE_INFO_INIT;

    TRY(check(schedule, info_out, 0, 1, error));
    mutaid__schedule_sum(schedule, &info);
    return mutaid__copy_sized(info_out, &info, sizeof info, error);
}

mutaid_status mutaid_schedule_row(const mutaid_schedule *schedule, size_t row,
                                  mutaid_loan_row *row_out,
                                  mutaid_error *error)
{
    mutaid_loan_row own = MUTAID_LOAN_ROW_INIT;
    const mutaid__row *r;

    TRY(check(schedule, row_out, row, schedule ? schedule->rows.count : 0,
              error));
    r = &schedule->rows.items[row];
    own.from = date_of(r->period.from);
    own.until = date_of(r->period.until);
    own.due = date_of(r->period.due);
    own.days = (int32_t)(r->period.until - r->period.from);
    own.rate = rate_value(schedule->rates.items[r->rate].rate);
    own.opening = r->opening;
    own.prepaid = r->prepaid;
    own.interest = r->interest;
    own.principal = r->principal;
    own.payment = r->interest + r->principal;
    own.balance = r->balance;
    own.borrower_interest = r->interest - r->subsidised;
    own.subsidised_interest = r->subsidised;
    own.is_extension = r->period.is_extension;
    own.is_past_known = r->is_past_known;
    own.interest_paid = r->interest_paid;
    own.principal_paid = r->principal_paid;
    own.interest_paid_on = date_of(r->interest_paid_on);
    own.paid_on = date_of(r->paid_on);
    own.penalty = r->penalty;
    own.compound = r->compound;
    return mutaid__copy_sized(row_out, &own, sizeof own, error);
}

mutaid_status mutaid_schedule_rate(const mutaid_schedule *schedule,
                                   size_t rate, mutaid_loan_rate *rate_out,
                                   mutaid_error *error)
{
    mutaid_loan_rate own = MUTAID_LOAN_RATE_INIT;
    const mutaid__rate *r;

    TRY(check(schedule, rate_out, rate, schedule ? schedule->rates.count : 0,
              error));
    r = &schedule->rates.items[rate];
    own.from = date_of(r->from);
    own.read_on = date_of(r->read_on);
    own.rate = rate_value(r->rate);
    if (r->has_borrower_rate)
        own.borrower_rate = rate_value(r->borrower_rate);
    own.is_past_known = r->is_past_known;
    return mutaid__copy_sized(rate_out, &own, sizeof own, error);
}

mutaid_status mutaid_schedule_note(const mutaid_schedule *schedule,
                                   size_t note, mutaid_note *note_out,
                                   mutaid_error *error)
{
    TRY(check(schedule, note_out, note, schedule ? schedule->notes.count : 0,
              error));
    return mutaid__copy_sized(note_out, &schedule->notes.items[note],
                              sizeof(mutaid_note), error);
}

/* --- statements ---------------------------------------------------------------------------------- */

static void state_row(const mutaid__row *row, int64_t from, int64_t until,
                      mutaid_loan_statement *statement)
{
    if (row->period.due >= from && row->period.due <= until) {
        statement->interest_due += row->interest;
        statement->principal_due += row->principal;
    }
    if (row->period.due <= until)
        statement->overdue += row->interest + row->principal;
    if (row->interest_paid_on >= from && row->interest_paid_on <= until)
        statement->subsidy += row->subsidised;
}

static void state_paid(const mutaid__paid *paid, int64_t from, int64_t until,
                       mutaid_loan_statement *statement)
{
    bool is_inside = paid->day >= from && paid->day <= until;

    if (paid->day > until)
        return;
    if (paid->kind == MUTAID__PAID_INTEREST ||
        paid->kind == MUTAID__PAID_PRINCIPAL)
        statement->overdue -= paid->amount;
    if (paid->kind == MUTAID__PAID_PRINCIPAL ||
        paid->kind == MUTAID__PAID_EARLY)
        statement->outstanding -= paid->amount;
    if (!is_inside)
        return;
    if (paid->kind == MUTAID__PAID_INTEREST)
        statement->interest_paid += paid->amount;
    else if (paid->kind == MUTAID__PAID_CHARGE)
        statement->charges_paid += paid->amount;
    else
        statement->principal_paid += paid->amount;
    if (paid->kind == MUTAID__PAID_EARLY)
        statement->principal_due += paid->amount;
}

mutaid_status mutaid_schedule_statement(const mutaid_schedule *schedule,
                                        mutaid_date from, mutaid_date until,
                                        mutaid_loan_statement *statement_out,
                                        mutaid_error *error)
{
    mutaid_loan_statement own = MUTAID_LOAN_STATEMENT_INIT;
    size_t i;

    TRY(check(schedule, statement_out, 0, 1, error));
    if (from == MUTAID_DATE_INVALID || until < from)
        return BAD(error, "until");
    if (until >= schedule->contract.span.first_day)
        own.outstanding = schedule->request.principal;
    for (i = 0; i < schedule->rows.count; i++)
        state_row(&schedule->rows.items[i], from, until, &own);
    for (i = 0; i < schedule->paid.count; i++)
        state_paid(&schedule->paid.items[i], from, until, &own);
    return mutaid__copy_sized(statement_out, &own, sizeof own, error);
}

/* --- day counts ------------------------------------------------------------------------------------- */

static int find_day_count(const char *name)
{
    int i;

    for (i = 0; mutaid__day_count_names[i]; i++)
        if (mutaid__slice_is(mutaid__slice_of(name),
                             mutaid__day_count_names[i]))
            return i;
    return -1;
}

mutaid_status mutaid_day_count(const char *day_count, mutaid_date from,
                               mutaid_date until, mutaid_date end,
                               mutaid_year_fraction *fraction_out,
                               mutaid_error *error)
{
    mutaid_year_fraction own = MUTAID_YEAR_FRACTION_INIT;
    mutaid__fraction fraction;
    mutaid__ratio ratio;
    int kind;

    if (!day_count || !fraction_out)
        return BAD(error, day_count ? "fraction_out" : "day_count");
    if (from < MUTAID__FIRST_DAY || until < from || until > MUTAID__LAST_DAY)
        return BAD(error, "until");
    kind = find_day_count(day_count);
    if (kind < 0)
        return mutaid__fail(error, MUTAID_CODE_NO_SUCH_DAY_COUNT, day_count,
                            day_count, NULL);
    fraction =
        mutaid__day_count((mutaid__day_count_kind)kind, from, until,
                          end == MUTAID_DATE_INVALID ? INT64_MAX : end);
    ratio = mutaid__ratio_reduce((mutaid__ratio){
        mutaid__wide_of(fraction.numerator), fraction.denominator});
    own.days = fraction.days;
    own.numerator = (int64_t)mutaid__wide_low(ratio.numerator);
    own.denominator = ratio.denominator;
    return mutaid__copy_sized(fraction_out, &own, sizeof own, error);
}
