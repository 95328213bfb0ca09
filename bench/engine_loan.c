/* SPDX-License-Identifier: MIT */
/* engine_loan.c - schedules of 36 instalments, one loan after the other. */
#include "engine.h"

/* As rulebooks/loan.json lists its facts; every loan is of 2021-01-01. */
enum { SIGNED_ON, RATE_CODE, ASKED_FOR, THE_DAY = 18628 };

void engine_loan_open(engine_loan *engine)
{
    const mutaid_error start = MUTAID_ERROR_INIT;

    engine->error = start;
    engine->rulebook = engine_read("loan.json");
    if (mutaid_case_new(engine->rulebook, &engine->facts, &engine->error) ||
        mutaid_schedule_new(engine->rulebook, "instalments", &engine->schedule,
                            &engine->error) ||
        mutaid_case_set_date_at(engine->facts, SIGNED_ON, THE_DAY,
                                &engine->error))
        engine_stop("loan.json", &engine->error);
}

void engine_loan_close(engine_loan *engine)
{
    mutaid_schedule_free(engine->schedule);
    mutaid_case_free(engine->facts);
    mutaid_rulebook_unref(engine->rulebook);
}

static void make_schedule(engine_loan *engine, int64_t principal, uint8_t rate)
{
    mutaid_loan_request request = MUTAID_LOAN_REQUEST_INIT;

    request.principal = principal;
    request.repayment = MUTAID_REPAYMENT_LEVEL_PAYMENT;
    request.signed_on = request.first_day = THE_DAY;
    request.term_months = LOAN_MONTHS;
    if (mutaid_case_set_count_at(engine->facts, RATE_CODE, rate,
                                 &engine->error) ||
        mutaid_case_set_money_at(engine->facts, ASKED_FOR, principal,
                                 &engine->error) ||
        mutaid_schedule_make(engine->schedule, engine->facts, &request,
                             &engine->error))
        engine_stop("a schedule", &engine->error);
}

uint64_t engine_fold_loan(engine_loan *engine, int64_t principal, uint8_t rate)
{
    mutaid_schedule_info info = MUTAID_SCHEDULE_INFO_INIT;
    instalment lines[LOAN_MONTHS];
    size_t m;

    make_schedule(engine, principal, rate);
    if (mutaid_schedule_describe(engine->schedule, &info, &engine->error))
        engine_stop("a schedule", &engine->error);
    for (m = 0; m < LOAN_MONTHS; m++) {
        mutaid_loan_row row = MUTAID_LOAN_ROW_INIT;

        if (mutaid_schedule_row(engine->schedule, m, &row, &engine->error))
            engine_stop("a schedule's row", &engine->error);
        lines[m] = (instalment){row.interest, row.principal,
                                row.subsidised_interest};
    }
    return fold_schedule(lines, info.instalment);
}
