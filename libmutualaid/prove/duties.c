/* SPDX-License-Identifier: MIT */
/* duties.c - what no case may do: proved, or refused with a case that does. */
#include "prove/prove.h"

#include "words/tell.h"

static mutaid__slice value_text(mutaid__trial *trial, mutaid__shape shape,
                                mutaid__ratio value)
{
    mutaid__slice text = {NULL, 0};
    mutaid__teller teller;
    mutaid__out out;
    char buffer[120];
    size_t length;

    mutaid__out_init(&out, buffer, sizeof buffer);
    teller = mutaid__teller_of(trial->model, &out, MUTAID_LANGUAGE_EN);
    mutaid__tell_value(&teller, shape, value);
    if (mutaid__out_finish(&out, &length, NULL) != MUTAID_OK)
        length = sizeof buffer - 1;
    text.data = mutaid__arena_copy(&trial->arena, buffer, length);
    text.length = text.data ? length : 0;
    return text;
}

/* Each version has its own duty for the same words: one fault is enough. */
static bool is_reported(const mutaid_report *report, const mutaid__duty *duty)
{
    return mutaid__report_has(report, duty->code, duty->place) ||
           mutaid__report_has(report, MUTAID_CODE_NOT_PROVED, duty->place);
}

/* The value that the case found gives the column. */
static mutaid__ratio value_found(mutaid__part_run *run,
                                 const mutaid__claim *claim,
                                 const mutaid__duty *duty)
{
    mutaid__span span = mutaid__claim_span(claim, run, duty->column);

    return (mutaid__ratio){
        span.least,
        claim->version->program.columns.items[duty->column].denominator};
}

static mutaid_status report(mutaid__trial *trial, mutaid__part_run *run,
                            const mutaid__claim *claim,
                            const mutaid__duty *duty,
                            const mutaid__found *found)
{
    const mutaid__column *column =
        &claim->version->program.columns.items[duty->column];
    mutaid__ratio value = {column->most, column->denominator};
    mutaid__slice first = {NULL, 0}, second = {NULL, 0}, third = {NULL, 0};

    /* what is neither shown nor proved is no fault, but for what is paid */
    if (!found->is_found && !duty->is_strict) {
        if (duty->code == MUTAID_CODE_NEGATIVE_BENEFIT)
            mutaid__report_add(trial->report, MUTAID_CODE_NOT_PROVED,
                               duty->place, first, second, third);
        return MUTAID_OK;
    }
    if (found->is_found) {
        TRY(mutaid__evaluate(&trial->court.workspace, found->facts, run));
        value = value_found(run, claim, duty);
        second = mutaid__found_text(&trial->arena, trial->model, found);
    }
    first = value_text(trial, duty->shape, value);
    if (duty->code == MUTAID_CODE_BANDS_START) {
        third = second;
        second = first;
        first = value_text(trial, duty->shape, duty->bound);
    }
    mutaid__report_add(trial->report, duty->code, duty->place, first, second,
                       third);
    return MUTAID_OK;
}

static mutaid_status judge(mutaid__trial *trial, mutaid__part_run *run,
                           mutaid__claim *claim, const mutaid__duty *duty)
{
    mutaid__arena scratch;
    mutaid__found found;
    mutaid_status status;

    if (is_reported(trial->report, duty))
        return MUTAID_OK;
    claim->guards[0] = duty->guard;
    claim->item = duty->item;
    claim->is_of_paid = duty->is_of_paid;
    claim->comparison_count = 1;
    claim->comparisons[0] = (mutaid__comparison){
        duty->column, duty->is_above ? MUTAID__SIDE_ABOVE : MUTAID__SIDE_BELOW,
        MUTAID_NONE, duty->bound};
    if (duty->rising != MUTAID_NONE) {
        claim->comparison_count = 2;
        claim->comparisons[1] = (mutaid__comparison){
            duty->rising, MUTAID__SIDE_ABOVE, MUTAID_NONE,
            {mutaid__wide_of(-1), 2}};
    }
    mutaid__arena_init(&scratch, trial->memory);
    status = mutaid__claim_search(&trial->court, run, claim, &scratch, &found);
    if (status == MUTAID_OK && (found.may_be || duty->is_strict))
        status = report(trial, run, claim, duty, &found);
    mutaid__arena_free(&scratch);
    return status;
}

mutaid_status mutaid__prove_duties(mutaid__trial *trial)
{
    size_t p, v, i;
    uint32_t g;

    for (p = 0; p < trial->part_count; p++) {
        for (g = 0; g < trial->parts[p].groups.count; g++) {
            const mutaid__group *group = &trial->parts[p].groups.items[g];

            for (v = 0; v < group->version_count; v++) {
                mutaid__claim claim =
                    mutaid__claim_of(g, &group->versions[v]);

                for (i = 0; i < group->versions[v].duty_count; i++) {
                    mutaid__part_run *run;

                    TRY(mutaid__trial_run(trial, p, &run));
                    TRY(judge(trial, run, &claim,
                              &group->versions[v].duties[i]));
                }
            }
        }
    }
    return MUTAID_OK;
}
