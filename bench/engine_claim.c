/* SPDX-License-Identifier: MIT */
/* engine_claim.c - one claim, decided with facts and part by index. */
#include "engine.h"

#include <string.h>

/* As rulebooks/claim.json lists them. */
enum {
    BIRTH,
    RETIRED,
    JOINED,
    PAID_THROUGH,
    STATUS,
    MONTHS_PAID,
    FIRST_DIAGNOSIS,
    FLAGGED,
    BEFORE,
    CLAIM
};

void engine_claim_open(engine_claim *engine)
{
    mutaid_error start = MUTAID_ERROR_INIT;
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;

    engine->error = start;
    engine->rulebook = engine_read("claim.json");
    if (mutaid_case_new(engine->rulebook, &engine->facts, &engine->error) ||
        mutaid_decision_new(engine->rulebook, &engine->decision,
                            &engine->error) ||
        mutaid_rulebook_describe(engine->rulebook, &info, &engine->error))
        engine_stop("claim.json", &engine->error);
    memcpy(engine->digest, info.digest, sizeof engine->digest);
}

void engine_claim_close(engine_claim *engine)
{
    mutaid_decision_free(engine->decision);
    mutaid_case_free(engine->facts);
    mutaid_rulebook_unref(engine->rulebook);
}

static mutaid_status set_diagnosis(mutaid_case *facts, int32_t day,
                                   mutaid_error *error)
{
    return day == NO_DATE
               ? mutaid_case_set_absent_at(facts, FIRST_DIAGNOSIS, error)
               : mutaid_case_set_date_at(facts, FIRST_DIAGNOSIS, day, error);
}

int64_t engine_decide_claim(engine_claim *engine, const claim_case *c)
{
    mutaid_case *facts = engine->facts;
    mutaid_error *error = &engine->error;
    const member *m = &c->who;
    mutaid_money amount = 0;

    if (mutaid_case_set_date_at(facts, BIRTH, m->birth, error) ||
        mutaid_case_set_date_at(facts, RETIRED, m->retired, error) ||
        mutaid_case_set_date_at(facts, JOINED, m->joined, error) ||
        mutaid_case_set_date_at(facts, PAID_THROUGH, m->paid_through, error) ||
        mutaid_case_set_count_at(facts, STATUS, m->status, error) ||
        mutaid_case_set_count_at(facts, MONTHS_PAID, m->months_paid, error) ||
        set_diagnosis(facts, m->first_diagnosis, error) ||
        mutaid_case_set_flag_at(facts, FLAGGED, m->flagged, error) ||
        mutaid_case_set_money_at(facts, BEFORE, c->before, error) ||
        mutaid_case_set_money_at(facts, CLAIM, c->claim, error) ||
        mutaid_decide_at(facts, 0, engine->decision, error) ||
        mutaid_decision_amount(engine->decision, &amount, error))
        engine_stop("a claim", error);
    return amount;
}

size_t engine_claim_json(engine_claim *engine, char *buffer, size_t capacity)
{
    size_t length = 0;

    if (mutaid_decision_write_json(engine->decision, buffer, capacity, &length,
                                   &engine->error))
        engine_stop("a claim as JSON", &engine->error);
    return length;
}
