/* SPDX-License-Identifier: MIT */
/* examples_loan.c - examples of loans: the schedule of a request, compared. */
#include "rulebook/examples.h"

#include "decide/decision.h"
#include "loan/schedule.h"
#include <stddef.h>

typedef struct comparison {
    mutaid_report *report;
    const mutaid_schedule *s;
} comparison;

/* --- faults -------------------------------------------------------------------------- */

static void unexpected(const comparison *c, const mutaid__json *expected,
                       const char *found)
{
    mutaid__report_add(c->report, MUTAID_CODE_EXAMPLE_EXPECTS,
                       expected->place,
                       expected->text.data ? expected->text
                                           : mutaid__slice_of("other rows"),
                       mutaid__slice_of(found), mutaid__slice_of(NULL));
}

static void bad_key(const comparison *c, const mutaid__json *json)
{
    mutaid__report_add(c->report, MUTAID_CODE_EXAMPLE_KEY, json->key_place,
                       json->key, mutaid__slice_of(NULL),
                       mutaid__slice_of(NULL));
}

/* --- comparing ------------------------------------------------------------------------- */

/* A member of a row or of the sums, by the key under which it is expected. */
typedef struct member {
    const char *key;
    size_t offset;
} member;

static const member *find(const member *members, const mutaid__json *json)
{
    while (members->key && !mutaid__slice_is(json->key, members->key))
        members++;
    return members->key ? members : NULL;
}

static void expect_money(const comparison *c, const mutaid__json *json,
                         const void *whole, const member *m)
{
    int64_t found = *(const mutaid_money *)((const char *)whole + m->offset);
    char text[40];
    mutaid__out out;

    mutaid__out_init(&out, text, sizeof text);
    mutaid__out_ratio(&out, mutaid__ratio_of(found),
                      (int)c->s->rulebook->model.decimals);
    (void)mutaid__out_finish(&out, NULL, NULL);
    if (!mutaid__slice_is(json->text, text))
        unexpected(c, json, text);
}

static void expect_due(const comparison *c, const mutaid__json *json,
                       const mutaid_loan_row *row)
{
    char text[16];

    mutaid__day_text(row->due, text);
    if (!mutaid__slice_is(json->text, text))
        unexpected(c, json, text);
}

static void expect_days(const comparison *c, const mutaid__json *json,
                        const mutaid_loan_row *row)
{
    char text[24];
    mutaid__out out;

    mutaid__out_init(&out, text, sizeof text);
    mutaid__out_integer(&out, row->days);
    (void)mutaid__out_finish(&out, NULL, NULL);
    if (!mutaid__slice_is(json->text, text))
        unexpected(c, json, text);
}

#define ROW(key) {#key, offsetof(mutaid_loan_row, key)}
#define SUM(key) {#key, offsetof(mutaid_schedule_info, key)}

static void expect_row(const comparison *c, const mutaid__json *object,
                       size_t number)
{
    static const member members[] = {
        ROW(opening),           ROW(prepaid),
        ROW(interest),          ROW(principal),
        ROW(payment),           ROW(balance),
        ROW(borrower_interest), ROW(subsidised_interest),
        ROW(penalty),           ROW(compound),
        {NULL, 0}};
    mutaid_loan_row row = MUTAID_LOAN_ROW_INIT;
    const mutaid__json *child;

    if (mutaid_schedule_row(c->s, number, &row, NULL) != MUTAID_OK)
        return;
    for (child = object->first; child; child = child->next) {
        const member *m = find(members, child);

        if (m)
            expect_money(c, child, &row, m);
        else if (mutaid__slice_is(child->key, "due"))
            expect_due(c, child, &row);
        else if (mutaid__slice_is(child->key, "days"))
            expect_days(c, child, &row);
        else
            bad_key(c, child);
    }
}

static void expect_rows(const comparison *c, const mutaid__json *list)
{
    const mutaid__json *child;
    char text[24];
    mutaid__out out;
    size_t number = 0;

    for (child = list->first; child && number < c->s->rows.count;
         child = child->next)
        expect_row(c, child, number++);
    if (list->count == c->s->rows.count)
        return;
    mutaid__out_init(&out, text, sizeof text);
    mutaid__out_integer(&out, (int64_t)c->s->rows.count);
    mutaid__out_text(&out, " rows");
    (void)mutaid__out_finish(&out, NULL, NULL);
    unexpected(c, list, text);
}

/* The subsidised interest alone, or several sums. */
static void expect_subsidy(const comparison *c, const mutaid__json *json)
{
    static const member members[] = {
        SUM(subsidised_interest), SUM(interest), SUM(borrower_interest),
        SUM(subsidy_payable),     SUM(penalty),  SUM(compound),
        {NULL, 0}};
    mutaid_schedule_info info = MUTAID_SCHEDULE_INFO_INIT;
    const mutaid__json *child;

    if (mutaid_schedule_describe(c->s, &info, NULL) != MUTAID_OK)
        return;
    if (json->kind != MUTAID__JSON_OBJECT) {
        expect_money(c, json, &info, &members[0]);
        return;
    }
    for (child = json->first; child; child = child->next) {
        const member *m = find(members, child);

        if (m)
            expect_money(c, child, &info, m);
        else
            bad_key(c, child);
    }
}

static void compare(mutaid_report *report, const mutaid_schedule *s,
                    const mutaid__json *expect)
{
    comparison c = {report, s};
    const mutaid__json *child;

    for (child = expect->first; child; child = child->next) {
        if (mutaid__slice_is(child->key, "schedule"))
            expect_rows(&c, child);
        else if (mutaid__slice_is(child->key, "subsidy"))
            expect_subsidy(&c, child);
    }
}

/* --- running ------------------------------------------------------------------------------ */

static mutaid_status make(mutaid_schedule *s, const mutaid_case *c,
                          const mutaid_decision *d,
                          const mutaid__json *request, mutaid_error *error)
{
    mutaid_loan_request own = MUTAID_LOAN_REQUEST_INIT;

    TRY(mutaid__request_read(s, request, d->least, &own, error));
    return mutaid__schedule_make(s, c, &own, error);
}

/* What made the schedule fail is a fault, unless it is expected. */
static void failed(mutaid_report *report, const mutaid__json *request,
                   const mutaid__json *expect, const mutaid_error *error)
{
    const mutaid__json *wanted = mutaid__json_get(expect, "input_error");

    if (!wanted)
        mutaid__report_add(report, MUTAID_CODE_EXAMPLE_CASE, request->place,
                           mutaid__slice_of(error->text),
                           mutaid__slice_of(NULL), mutaid__slice_of(NULL));
    else if (!mutaid__slice_is(wanted->text, mutaid_code_name(error->code)))
        mutaid__report_add(report, MUTAID_CODE_EXAMPLE_EXPECTS, wanted->place,
                           wanted->text,
                           mutaid__slice_of(mutaid_code_name(error->code)),
                           mutaid__slice_of(NULL));
}

mutaid_status mutaid__run_request(mutaid_rulebook *rulebook,
                                  mutaid_report *report, const mutaid_case *c,
                                  const mutaid_decision *d,
                                  const mutaid__json *example)
{
    const mutaid__json *request = mutaid__json_get(example, "request");
    const mutaid__json *expect = mutaid__json_get(example, "expect");
    const mutaid__loan *loan = rulebook->parts[d->part].loan;
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_schedule *s = NULL;

    if (!loan) {
        mutaid__report_add(report, MUTAID_CODE_EXAMPLE_KEY, request->key_place,
                           request->key, mutaid__slice_of(NULL),
                           mutaid__slice_of(NULL));
        return MUTAID_OK;
    }
    if (mutaid_schedule_new(rulebook, loan->name.data, &s, &error) ==
            MUTAID_OK &&
        make(s, c, d, request, &error) == MUTAID_OK)
        compare(report, s, expect);
    else if (error.status != MUTAID_ERROR_MEMORY)
        failed(report, request, expect, &error);
    mutaid_schedule_free(s);
    return error.status == MUTAID_ERROR_MEMORY ? MUTAID_ERROR_MEMORY
                                               : MUTAID_OK;
}
