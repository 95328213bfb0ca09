/* SPDX-License-Identifier: MIT */
/* schedule_json.c - a schedule as JSON, in one line (schedule.schema.json). */
#include "loan/schedule.h"

#include <mutualaid/version.h>

/* Writes members with a comma between; `has_member` knows if one stands. */
typedef struct writer {
    const mutaid_schedule *s;
    mutaid__out *out;
    bool has_member;
} writer;

static void raw(writer *w, const char *text)
{
    mutaid__out_text(w->out, text);
}

static void comma(writer *w)
{
    if (w->has_member)
        raw(w, ",");
    w->has_member = true;
}

static void key(writer *w, const char *name)
{
    comma(w);
    raw(w, "\"");
    raw(w, name);
    raw(w, "\":");
}

static void open_with(writer *w, const char *bracket)
{
    raw(w, bracket);
    w->has_member = false;
}

static void close_with(writer *w, const char *bracket)
{
    raw(w, bracket);
    w->has_member = true;
}

static void slice(writer *w, const char *name, mutaid__slice text)
{
    key(w, name);
    mutaid__out_json_string(w->out, text);
}

static void number(writer *w, const char *name, int64_t value)
{
    key(w, name);
    mutaid__out_integer(w->out, value);
}

static void flag(writer *w, const char *name)
{
    key(w, name);
    raw(w, "true");
}

static void money(writer *w, const char *name, int64_t minor)
{
    key(w, name);
    raw(w, "\"");
    mutaid__out_ratio(w->out, mutaid__ratio_of(minor),
                      (int)w->s->rulebook->model.decimals);
    raw(w, "\"");
}

/* A day that there is. */
static void day(writer *w, const char *name, int64_t value)
{
    if (value == MUTAID__NO_DAY)
        return;
    key(w, name);
    raw(w, "\"");
    mutaid__out_date(w->out, value);
    raw(w, "\"");
}

/* "3.85%", or "1/3". */
static void rate(writer *w, const char *name, mutaid__plain_rate value)
{
    mutaid__ratio percent = {
        mutaid__wide_mul(mutaid__wide_of(value.numerator),
                         mutaid__wide_of(100)),
        value.denominator};
    int64_t rest = mutaid__ratio_reduce(percent).denominator;

    while (rest % 2 == 0)
        rest /= 2;
    while (rest % 5 == 0)
        rest /= 5;
    key(w, name);
    raw(w, "\"");
    if (rest == 1) {
        mutaid__out_ratio(w->out, percent, 0);
        raw(w, "%");
    } else {
        mutaid__out_integer(w->out, value.numerator);
        raw(w, "/");
        mutaid__out_integer(w->out, value.denominator);
    }
    raw(w, "\"");
}

/* --- pieces ---------------------------------------------------------------------------- */

static void head(writer *w)
{
    static const char *const forms[] = {"interest_only", "bullet",
                                        "level_payment", "level_principal"};
    const mutaid_schedule *s = w->s;
    const mutaid__model *model = &s->rulebook->model;

    slice(w, "loan", s->plan->loan->name);
    key(w, "rulebook");
    open_with(w, "{");
    slice(w, "id", model->id);
    slice(w, "edition", model->edition);
    slice(w, "digest", mutaid__slice_of(s->rulebook->digest));
    close_with(w, "}");
    slice(w, "library", mutaid__slice_of(MUTAID_VERSION));
    slice(w, "currency", model->currency);
    slice(w, "repayment", mutaid__slice_of(forms[s->request.repayment]));
    day(w, "signed_on", s->contract.signed_on);
    day(w, "first_day", s->contract.span.first_day);
    slice(w, "day_count",
          mutaid__slice_of(mutaid__day_count_names[s->contract.day_count]));
}

static void sums(writer *w)
{
    mutaid_schedule_info info = MUTAID_SCHEDULE_INFO_INIT;

    mutaid__schedule_sum(w->s, &info);
    day(w, "last_day", info.last_day);
    day(w, "as_of", info.as_of);
    money(w, "principal", info.principal);
    if (info.instalment > 0)
        money(w, "instalment", info.instalment);
    money(w, "interest", info.interest);
    money(w, "borrower_interest", info.borrower_interest);
    money(w, "subsidised_interest", info.subsidised_interest);
    money(w, "subsidy_payable", info.subsidy_payable);
    money(w, "principal_paid", info.principal_paid);
    money(w, "interest_paid", info.interest_paid);
    money(w, "penalty", info.penalty);
    money(w, "penalty_paid", info.penalty_paid);
    money(w, "compound", info.compound);
    money(w, "compound_paid", info.compound_paid);
    money(w, "unused", info.unused);
    money(w, "overdue_principal", info.overdue_principal);
    money(w, "overdue_interest", info.overdue_interest);
}

static void one_rate(writer *w, const mutaid__rate *r)
{
    comma(w);
    open_with(w, "{");
    day(w, "from", r->from);
    day(w, "read_on", r->read_on);
    rate(w, "rate", r->rate);
    if (r->has_borrower_rate)
        rate(w, "borrower_rate", r->borrower_rate);
    if (r->is_past_known)
        flag(w, "past_known");
    close_with(w, "}");
}

/* What became of a row; nothing where all is in order. */
static void arrears(writer *w, const mutaid__row *row)
{
    day(w, "interest_paid_on", row->interest_paid_on);
    day(w, "paid_on", row->paid_on);
    money(w, "interest_paid", row->interest_paid);
    money(w, "principal_paid", row->principal_paid);
    if (row->penalty > 0)
        money(w, "penalty", row->penalty);
    if (row->compound > 0)
        money(w, "compound", row->compound);
}

static void one_row(writer *w, const mutaid__row *row, size_t index)
{
    comma(w);
    open_with(w, "{");
    number(w, "number", (int64_t)index + 1);
    day(w, "from", row->period.from);
    day(w, "until", row->period.until);
    day(w, "due", row->period.due);
    number(w, "days", row->period.until - row->period.from);
    rate(w, "rate", w->s->rates.items[row->rate].rate);
    money(w, "opening", row->opening);
    if (row->prepaid > 0)
        money(w, "prepaid", row->prepaid);
    money(w, "interest", row->interest);
    money(w, "principal", row->principal);
    money(w, "payment", row->interest + row->principal);
    money(w, "balance", row->balance);
    money(w, "borrower_interest", row->interest - row->subsidised);
    money(w, "subsidised_interest", row->subsidised);
    if (row->period.is_extension)
        flag(w, "extension");
    if (row->is_past_known)
        flag(w, "past_known");
    arrears(w, row);
    close_with(w, "}");
}

static void one_note(writer *w, const mutaid_note *n)
{
    static const char *const kinds[] = {"assumed", "default", "override",
                                        "past_known", "inferred"};
    const mutaid__model *model = &w->s->rulebook->model;

    comma(w);
    open_with(w, "{");
    slice(w, "kind", mutaid__slice_of(kinds[n->kind]));
    if (n->fact != MUTAID_NONE)
        slice(w, "fact", model->facts.items[n->fact].name);
    if (n->parameter != MUTAID_NONE)
        slice(w, "parameter", model->parameters.items[n->parameter].name);
    if (n->kind == MUTAID_NOTE_PAST_KNOWN)
        day(w, "known_until", n->known_until);
    if (n->clause != MUTAID_NONE)
        slice(w, "clause",
              mutaid__slice_of(model->clauses.items[n->clause].path));
    close_with(w, "}");
}

mutaid_status mutaid_schedule_write_json(const mutaid_schedule *schedule,
                                         char *buffer, size_t capacity,
                                         size_t *length_out,
                                         mutaid_error *error)
{
    mutaid__out out;
    writer w = {schedule, &out, false};
    size_t i;

    if (!schedule || (!buffer && capacity > 0))
        return mutaid__fail_argument(error, schedule ? "buffer" : "schedule");
    if (!schedule->is_made)
        return mutaid__fail(error, MUTAID_CODE_NO_SCHEDULE, NULL, NULL, NULL);
    mutaid__out_init(&out, buffer, capacity);
    open_with(&w, "{");
    head(&w);
    sums(&w);
    key(&w, "rates");
    open_with(&w, "[");
    for (i = 0; i < schedule->rates.count; i++)
        one_rate(&w, &schedule->rates.items[i]);
    close_with(&w, "]");
    key(&w, "rows");
    open_with(&w, "[");
    for (i = 0; i < schedule->rows.count; i++)
        one_row(&w, &schedule->rows.items[i], i);
    close_with(&w, "]");
    key(&w, "notes");
    open_with(&w, "[");
    for (i = 0; i < schedule->notes.count; i++)
        one_note(&w, &schedule->notes.items[i]);
    close_with(&w, "]");
    close_with(&w, "}");
    return mutaid__out_finish(&out, length_out, error);
}
