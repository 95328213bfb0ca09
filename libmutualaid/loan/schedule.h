/* SPDX-License-Identifier: MIT */
/* schedule.h - a schedule, inside: from periods and rates to rows. */
#ifndef MUTUALAID_LOAN_SCHEDULE_H
#define MUTUALAID_LOAN_SCHEDULE_H

#include "calendar/daycount.h"
#include "loan/grid.h"
#include "loan/terms.h"
#include "number/annuity.h"
#include <mutualaid/loan.h>

/* The most rows, and the largest principal in minor units. */
#define MUTAID__MOST_ROWS 20000
#define MUTAID__MOST_PRINCIPAL (INT64_C(1) << 52)

/* No day at all. */
#define MUTAID__NO_DAY INT64_MIN

/* A rate that can be computed with: 0 to 100, denominator up to 10^10. */
typedef struct mutaid__plain_rate {
    int64_t numerator, denominator;
} mutaid__plain_rate;

/* The rates that hold from a day on. */
typedef struct mutaid__rate {
    int64_t from;
    int64_t read_on;   /* MUTAID__NO_DAY: an event stated it */
    mutaid__plain_rate rate;
    mutaid__plain_rate subsidised; /* the rate up to the ceiling */
    mutaid__plain_rate borrowed;   /* what of that the borrower bears */
    bool has_borrower_rate;
    mutaid__plain_rate borrower_rate; /* as stated */
    bool is_past_known;
} mutaid__rate;

/* An exact sum of interest: minor units. */
typedef mutaid__ratio mutaid__interest;

typedef struct mutaid__row {
    mutaid__period period;
    uint32_t rate; /* at its beginning */
    bool is_past_known;
    int64_t opening, prepaid, interest, principal, balance;
    int64_t subsidised;
    /* what became of it */
    int64_t interest_paid, principal_paid;
    int64_t interest_paid_on, paid_on; /* or MUTAID__NO_DAY */
    int64_t penalty, penalty_paid;
    int64_t compound, compound_paid;
    int64_t compound_base; /* compound interest that bears such itself */
} mutaid__row;

/* Money that came in. */
typedef enum mutaid__paid_kind {
    MUTAID__PAID_INTEREST,
    MUTAID__PAID_PRINCIPAL,
    MUTAID__PAID_EARLY, /* principal, before it was due */
    MUTAID__PAID_CHARGE
} mutaid__paid_kind;

typedef struct mutaid__paid {
    int64_t day, amount;
    mutaid__paid_kind kind;
} mutaid__paid;

/* What the terms say once and for all, on the signing day. */
typedef struct mutaid__contract {
    int64_t signed_on, as_of;
    mutaid__span_of_loan span;
    mutaid__reprice reprice;
    mutaid__day_count_kind day_count;
    mutaid__form form;
    bool has_penalty, has_compound;
    mutaid__ratio penalty, compound; /* times or plus */
    bool has_share;
    mutaid__ratio share;
    int64_t subsidised_until; /* first day without; INT64_MAX: never ends */
    int64_t subsidy_left;     /* of the total; INT64_MAX: no total */
} mutaid__contract;

struct mutaid_schedule {
    mutaid_rulebook *rulebook; /* a reference */
    const mutaid__loan_plan *plan;
    mutaid__memory memory;
    mutaid__arena arena;
    mutaid__terms terms;
    MUTAID__ARRAY(mutaid_loan_event) events; /* sorted by day once made */
    /* made: */
    bool is_made;
    mutaid_loan_request request;
    mutaid__contract contract;
    MUTAID__ARRAY(mutaid__rate) rates;
    MUTAID__ARRAY(mutaid__row) rows;
    MUTAID__ARRAY(mutaid__paid) paid;
    MUTAID__ARRAY(mutaid_note) notes;
    int64_t instalment; /* the first level one */
    int64_t unused;
    /* scratch */
    mutaid__period *periods;
    size_t period_room, period_count;
    mutaid__growth *growths;
    uint32_t *limbs;
};

/* --- rates.c: what the rulebook says on a day -------------------------------- */

/* The contract, and the first rate. */
mutaid_status mutaid__contract_make(mutaid_schedule *s, mutaid_error *error);
/* All later rates, once the periods are known. */
mutaid_status mutaid__rates_make(mutaid_schedule *s, mutaid_error *error);
/* The rate in force on a day: the last one not after it. */
uint32_t mutaid__rate_on(const mutaid_schedule *s, int64_t day);

/* --- interest.c: the arithmetic of one stretch ---------------------------------- */

/* The share of a year that part of a period is, reduced; the loan ends on
 * `end` as far as is agreed. */
mutaid__fraction mutaid__stretch_fraction(const mutaid__contract *contract,
                                          const mutaid__period *period,
                                          int64_t from, int64_t until,
                                          int64_t end);
/* Add balance * rate * fraction; false where it does not fit. */
bool mutaid__interest_add(mutaid__interest *sum, int64_t balance,
                          mutaid__plain_rate rate, mutaid__fraction fraction);
/* Rounded as the rulebook rounds money; false where it does not fit. */
bool mutaid__interest_round(const mutaid__model *model,
                            const mutaid__interest *sum, int64_t *money_out);
/* rate * fraction as growth over a period. */
bool mutaid__growth_of(mutaid__plain_rate rate, mutaid__fraction fraction,
                       mutaid__growth *growth_out);

/* --- rows.c, settle.c -------------------------------------------------------------- */

/* The rows: interest, principal, subsidy. */
mutaid_status mutaid__rows_make(mutaid_schedule *s, mutaid_error *error);
/* What was paid, what it cost to be late. */
mutaid_status mutaid__rows_settle(mutaid_schedule *s, mutaid_error *error);

/* Note that money came in. */
mutaid_status mutaid__paid_add(mutaid_schedule *s, int64_t day,
                               mutaid__paid_kind kind, int64_t amount,
                               mutaid_error *error);

/* --- notes.c ------------------------------------------------------------------------- */

/* What the terms that were read last leaned on. */
mutaid_status mutaid__notes_take(mutaid_schedule *s, mutaid_error *error);

/* --- request.c ----------------------------------------------------------------------- */

/* A request as JSON, with its events, into the schedule's. `principal` stands
 * in for one that is not written; 0: it must be. */
mutaid_status mutaid__request_read(mutaid_schedule *s,
                                   const struct mutaid__json *json,
                                   int64_t principal,
                                   mutaid_loan_request *request_out,
                                   mutaid_error *error);

/* --- make.c, schedule.c ------------------------------------------------------------- */

/* A schedule for a request, of which the size was looked at. */
mutaid_status mutaid__schedule_make(mutaid_schedule *s, const mutaid_case *c,
                                    const mutaid_loan_request *request,
                                    mutaid_error *error);
/* Its sums, into a struct that is zero. */
void mutaid__schedule_sum(const mutaid_schedule *s,
                          mutaid_schedule_info *info);

/* Failures that name a day. */
mutaid_status mutaid__fail_event(const mutaid_loan_event *event,
                                 const char *why, mutaid_error *error);

#endif
