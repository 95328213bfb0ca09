/* SPDX-License-Identifier: MIT */
/* batch_rows.c - a row of a batch as a single case: filled, decided, written. */
#include "decide/batch.h"

#include <string.h>

/* --- a row as a case ---------------------------------------------------------- */

static mutaid_status fail_cell(const mutaid__fact *fact, mutaid_code code,
                               mutaid_error *error)
{
    mutaid__slice arguments[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};

    arguments[0] = mutaid__slice_of("the cell");
    arguments[1] = mutaid__slice_of("the codes of the fact");
    return mutaid__fail_slices(error, code, MUTAID__NOWHERE, fact->name,
                               arguments);
}

/* Set one fact; `*code_out` says why it cannot be set. */
static mutaid_status set_fact(const mutaid_batch *batch, size_t row,
                              uint32_t fact, mutaid_case *c,
                              mutaid_code *code_out, mutaid_error *error)
{
    const mutaid__fact *f = &batch->rulebook->model.facts.items[fact];
    mutaid_state state;
    int64_t integer;

    *code_out = mutaid__column_cell(f, &batch->columns[fact], row, &state,
                                    &integer);
    if (*code_out == MUTAID_CODE_FACT_RANGE && state == MUTAID_STATE_GIVEN &&
        batch->columns[fact].kind != MUTAID_COLUMN_DECIMAL128)
        return mutaid__case_set_integer(c, fact, integer, error);
    if (*code_out != MUTAID_CODE_NONE)
        return fail_cell(f, *code_out, error);
    c->integers[fact] = integer;
    c->states[fact] = (uint8_t)state;
    return MUTAID_OK;
}

mutaid_status mutaid__batch_fill_case(const mutaid_batch *batch, size_t row,
                                      const bool *reads, mutaid_case *c,
                                      mutaid_code *code_out,
                                      uint32_t *fact_out, mutaid_error *error)
{
    uint32_t i;

    mutaid_case_clear(c);
    c->calendar = batch->calendar;
    for (i = 0; i < batch->rulebook->model.facts.count; i++) {
        if (!reads[i])
            continue;
        *fact_out = i;
        TRY(set_fact(batch, row, i, c, code_out, error));
    }
    *fact_out = MUTAID_NONE;
    return MUTAID_OK;
}

mutaid_status mutaid_batch_row(const mutaid_batch *batch, size_t row,
                               mutaid_case *c, size_t *part_out,
                               mutaid_error *error)
{
    mutaid_code code;
    uint32_t part, fact;

    if (!batch || !c)
        return mutaid__fail_argument(error, batch ? "c" : "batch");
    if (row >= batch->row_count)
        return mutaid__fail_argument(error, "row");
    if (c->rulebook != batch->rulebook)
        return mutaid__fail(error, MUTAID_CODE_OTHER_RULEBOOK, NULL, NULL,
                            NULL);
    if (batch->part_count == 0)
        return mutaid__fail(error, MUTAID_CODE_NO_PART_SET, NULL, NULL, NULL);
    part = mutaid__batch_part_of(batch, row);
    if (part == MUTAID_NONE)
        return mutaid__fail(error, MUTAID_CODE_NO_SUCH_PART, NULL,
                            "of this row", NULL);
    TRY(mutaid__batch_fill_case(batch, row, batch->parts[part].reads, c, &code,
                                &fact, error));
    if (part_out)
        *part_out = batch->parts[part].part;
    return MUTAID_OK;
}

/* --- answers of one row --------------------------------------------------------- */

/* What is written of a row, but for items and failed requirements. */
typedef struct row_answer {
    uint8_t outcome;
    int64_t least, most;
    mutaid_code code;
    uint32_t fact;
} row_answer;

static void write_row(const mutaid_batch *batch, size_t row,
                      const row_answer *answer)
{
    bool is_certain = answer->outcome == MUTAID_OUTCOME_ELIGIBLE ||
                      answer->outcome == MUTAID_OUTCOME_REFUSED;

    if (batch->outcomes)
        batch->outcomes[row] = answer->outcome;
    if (batch->amounts)
        batch->amounts[row] = is_certain ? answer->least : 0;
    if (batch->valid)
        mutaid__set_bit(batch->valid, row, is_certain);
    if (batch->least)
        batch->least[row] = answer->least;
    if (batch->most)
        batch->most[row] = answer->most;
    if (batch->codes)
        batch->codes[row] = (int32_t)answer->code;
    if (batch->facts)
        batch->facts[row] = answer->fact;
    if (batch->failed)
        memset(batch->failed + row * batch->failed_words, 0,
               batch->failed_words * sizeof *batch->failed);
}

static void write_item(const mutaid__item_target *target, size_t row,
                       uint8_t outcome, int64_t amount)
{
    bool is_paid = outcome == MUTAID_OUTCOME_ELIGIBLE;

    if (target->outcomes)
        target->outcomes[row] = outcome;
    if (target->amounts)
        target->amounts[row] = is_paid ? amount : 0;
    if (target->valid)
        mutaid__set_bit(target->valid, row, is_paid);
}

void mutaid__batch_invalid(const mutaid_batch *batch, size_t row,
                           mutaid_code code, uint32_t fact)
{
    row_answer answer = {MUTAID_ROW_INVALID, 0, 0, code, fact};
    size_t i;

    write_row(batch, row, &answer);
    for (i = 0; i < batch->item_count; i++)
        write_item(&batch->items[i], row, MUTAID_ROW_INVALID, 0);
}

/* --- a row decided ----------------------------------------------------------------- */

static void write_failed(const mutaid_batch *batch, size_t row,
                         const mutaid__part_run *run)
{
    uint64_t *words = batch->failed + row * batch->failed_words;
    size_t i;

    for (i = 0; i < run->part->requires.count; i++) {
        const mutaid__require_answer *answer = &run->requires[i];
        uint32_t item = run->part->requires.items[i].item;

        if (answer->may_fail && !answer->may_hold &&
            !answer->may_not_concern &&
            (item == MUTAID_NONE ||
             !mutaid__item_is_idle(&run->items[item])))
            words[i / 64] |= UINT64_C(1) << i % 64;
    }
}

static void write_decision(const mutaid_batch *batch, size_t row,
                           const mutaid_decision *d)
{
    const mutaid__part_run *run = &d->runs[d->part];
    row_answer answer = {(uint8_t)d->outcome, d->least, d->most,
                         MUTAID_CODE_NONE, MUTAID_NONE};
    bool is_refused = d->outcome == MUTAID_OUTCOME_REFUSED;
    size_t i;

    write_row(batch, row, &answer);
    if (batch->failed && batch->failed_words > 0)
        write_failed(batch, row, run);
    for (i = 0; i < batch->item_count; i++) {
        mutaid__item item =
            mutaid__item_of(&run->items[i], is_refused, d->most);

        write_item(&batch->items[i], row, (uint8_t)item.outcome, item.least);
    }
}

static mutaid_status make_single(mutaid_batch_runner *runner)
{
    mutaid_rulebook *rulebook = runner->batch->rulebook;

    if (!runner->c)
        TRY(mutaid_case_new(rulebook, &runner->c, NULL));
    if (!runner->decision)
        TRY(mutaid_decision_new(rulebook, &runner->decision, NULL));
    return MUTAID_OK;
}

/* Of two dates in the wrong order the later one is named. */
static void write_contradiction(const mutaid_batch *batch, size_t row,
                                const mutaid_error *error)
{
    size_t fact = MUTAID_NONE;

    (void)!mutaid_rulebook_fact_index(batch->rulebook, error->fact, &fact,
                                     NULL);
    mutaid__batch_invalid(batch, row, error->code, (uint32_t)fact);
}

mutaid_status mutaid__batch_decide_row(const mutaid_batch *batch, size_t row,
                                       uint32_t part, const mutaid_case *c,
                                       mutaid_decision *decision)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_status status = mutaid__decide_answer(c, part, decision, &error);

    if (status == MUTAID_OK)
        write_decision(batch, row, decision);
    else if (status != MUTAID_ERROR_MEMORY)
        write_contradiction(batch, row, &error);
    return status;
}

mutaid_status mutaid__batch_single(const mutaid_batch *batch,
                                   mutaid_batch_runner *runner, size_t row)
{
    uint32_t part = mutaid__batch_part_of(batch, row), fact = MUTAID_NONE;
    mutaid_code code = MUTAID_CODE_NONE;
    mutaid_status status;

    if (part == MUTAID_NONE) {
        mutaid__batch_invalid(batch, row, MUTAID_CODE_NO_SUCH_PART,
                              MUTAID_NONE);
        return MUTAID_OK;
    }
    TRY(make_single(runner));
    if (mutaid__batch_fill_case(batch, row, batch->parts[part].reads,
                                runner->c, &code, &fact, NULL) != MUTAID_OK) {
        mutaid__batch_invalid(batch, row, code, fact);
        return MUTAID_OK;
    }
    status = mutaid__batch_decide_row(batch, row, batch->parts[part].part,
                                      runner->c, runner->decision);
    return status == MUTAID_ERROR_MEMORY ? status : MUTAID_OK;
}
