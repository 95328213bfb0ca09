/* SPDX-License-Identifier: MIT */
/* entries_batch.h - calls that decide many cases at once. */
#ifndef MUTUALAID_TESTS_ENTRIES_BATCH_H
#define MUTUALAID_TESTS_ENTRIES_BATCH_H

#include "entries.h"

#define BATCH_ROWS 5

/* Columns of five rows; the last lacks its ward, and so is undetermined. */
typedef struct batch_columns {
    int32_t admitted_on[BATCH_ROWS], discharged_on[BATCH_ROWS];
    int64_t units[BATCH_ROWS];
    uint8_t ward[BATCH_ROWS], is_known;
    uint8_t outcomes[BATCH_ROWS];
    mutaid_money amounts[BATCH_ROWS], least[BATCH_ROWS], most[BATCH_ROWS];
    uint8_t valid[1];
    uint64_t failed[BATCH_ROWS];
    int32_t codes[BATCH_ROWS];
    uint32_t facts[BATCH_ROWS];
    uint8_t item_outcomes[BATCH_ROWS];
} batch_columns;

static const batch_columns batch_start = {
    .admitted_on = {19783, 19783, 19783, 19783, 19783},
    .discharged_on = {19788, 19789, 19790, 19782, 19792},
    .units = {1, 2, 7, 3, 4},
    .is_known = 0xF,
};

static inline mutaid_status bind_columns(stage *s, mutaid_batch *batch,
                                         batch_columns *columns)
{
    static const uint32_t wards[] = {0, 1};
    mutaid_status status = mutaid_batch_set_row_count(batch, BATCH_ROWS,
                                                      &s->error);

    if (status == MUTAID_OK)
        status = mutaid_batch_bind(batch, ADMITTED_ON, MUTAID_COLUMN_INT32,
                                   columns->admitted_on, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_bind(batch, JOINED_ON, MUTAID_COLUMN_INT32,
                                   columns->admitted_on, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_set_stride(batch, JOINED_ON, 0, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_bind(batch, DISCHARGED_ON, MUTAID_COLUMN_INT32,
                                   columns->discharged_on, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_bind(batch, UNITS, MUTAID_COLUMN_INT64,
                                   columns->units, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_set_absent(batch, UNITS, NULL, 0, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_bind(batch, WARD, MUTAID_COLUMN_UINT8,
                                   columns->ward, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_set_dictionary(batch, WARD, wards, 2, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_set_valid(batch, WARD, &columns->is_known, 0,
                                        &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_set_calendar(batch, NULL, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_set_kernels(batch, MUTAID_KERNELS_PLAIN,
                                          &s->error);
    return status;
}

static inline mutaid_status want_columns(stage *s, mutaid_batch *batch,
                                         batch_columns *columns)
{
    mutaid_status status =
        mutaid_batch_want_outcome(batch, columns->outcomes, &s->error);

    if (status == MUTAID_OK)
        status = mutaid_batch_want_amount(batch, columns->amounts,
                                          columns->valid, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_want_bounds(batch, columns->least, columns->most,
                                          &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_want_item(batch, 0, columns->item_outcomes, NULL,
                                        NULL, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_want_failed(batch, columns->failed, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_want_reason(batch, columns->codes,
                                          columns->facts, &s->error);
    return status;
}

static inline int go_on(void *context, size_t rows_done)
{
    *(size_t *)context = rows_done;
    return 0;
}

static inline mutaid_status run_rows(stage *s, mutaid_batch *batch)
{
    mutaid_batch_runner *runner = NULL;
    size_t done, told;
    mutaid_status status = mutaid_batch_runner_new(batch, &runner, &s->error);

    HOLDS((runner != NULL) == (status == MUTAID_OK));
    if (status == MUTAID_OK) {
        mutaid_batch_runner_set_progress(runner, go_on, &told);
        status = mutaid_batch_run(batch, runner, 0, BATCH_ROWS, &done,
                                  &s->error);
    }
    mutaid_batch_runner_free(runner);
    return status;
}

/* Every call of a batch, in the order of a program. */
static inline mutaid_status run_batch(stage *s)
{
    batch_columns columns = batch_start;
    mutaid_batch *batch = NULL;
    mutaid_case *row = NULL;
    size_t part;
    mutaid_status status = mutaid_batch_new(s->rulebook, &batch, &s->error);

    HOLDS((batch != NULL) == (status == MUTAID_OK));
    if (status == MUTAID_OK)
        status = mutaid_batch_set_part(batch, 0, &s->error);
    if (status == MUTAID_OK)
        status = bind_columns(s, batch, &columns);
    if (status == MUTAID_OK)
        status = want_columns(s, batch, &columns);
    if (status == MUTAID_OK) {
        HOLDS(mutaid_batch_failed_words(batch) == 1 &&
              mutaid_batch_rulebook(batch) == s->rulebook);
        status = run_rows(s, batch);
    }
    if (status == MUTAID_OK)
        HOLDS(columns.outcomes[0] == MUTAID_OUTCOME_ELIGIBLE &&
              columns.outcomes[2] == MUTAID_OUTCOME_REFUSED &&
              columns.outcomes[3] == MUTAID_ROW_INVALID &&
              columns.outcomes[4] == MUTAID_OUTCOME_UNDETERMINED);
    if (status == MUTAID_OK)
        status = mutaid_case_new(s->rulebook, &row, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_row(batch, 1, row, &part, &s->error);
    mutaid_case_free(row);
    mutaid_batch_free(batch);
    return status;
}

/* A mixed stream, and the properties of columns that the other lacks. */
static inline mutaid_status run_mixed(stage *s)
{
    static const uint8_t which[BATCH_ROWS] = {0, 1, 0, 1, 1};
    static const size_t parts[] = {0, 1};
    static const uint8_t flags[] = {0};
    static const int32_t offsets[BATCH_ROWS + 1] = {0, 7, 14, 14, 21, 28};
    static const char text[] = "generalprivategeneralgeneral";
    batch_columns columns = batch_start;
    mutaid_batch *batch = NULL;
    mutaid_status status = mutaid_batch_new(s->rulebook, &batch, &s->error);

    if (status == MUTAID_OK)
        status = bind_columns(s, batch, &columns);
    if (status == MUTAID_OK)
        status = mutaid_batch_set_part_column(batch, MUTAID_COLUMN_UINT8, which,
                                              parts, 2, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_bind(batch, SELF_INFLICTED, MUTAID_COLUMN_BITS,
                                   flags, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_set_first_bit(batch, SELF_INFLICTED, 1,
                                            &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_bind(batch, WARD, MUTAID_COLUMN_TEXT32, offsets,
                                   &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_set_text(batch, WARD, text, &s->error);
    if (status == MUTAID_OK)
        HOLDS(mutaid_batch_set_scale(batch, UNITS, 0, NULL) ==
              MUTAID_ERROR_TYPE);
    if (status == MUTAID_OK)
        status = mutaid_batch_want_amount(batch, columns.amounts, NULL,
                                          &s->error);
    if (status == MUTAID_OK)
        status = run_rows(s, batch);
    mutaid_batch_free(batch);
    return status;
}

static const entry batch_entries[] = {
    {"mutaid_batch_new", run_batch},
    {"mutaid_batch_free", run_batch},
    {"mutaid_batch_rulebook", run_batch},
    {"mutaid_batch_set_part", run_batch},
    {"mutaid_batch_set_row_count", run_batch},
    {"mutaid_batch_set_calendar", run_batch},
    {"mutaid_batch_set_kernels", run_batch},
    {"mutaid_batch_bind", run_batch},
    {"mutaid_batch_set_stride", run_batch},
    {"mutaid_batch_set_valid", run_batch},
    {"mutaid_batch_set_absent", run_batch},
    {"mutaid_batch_set_dictionary", run_batch},
    {"mutaid_batch_want_outcome", run_batch},
    {"mutaid_batch_want_amount", run_batch},
    {"mutaid_batch_want_bounds", run_batch},
    {"mutaid_batch_want_item", run_batch},
    {"mutaid_batch_failed_words", run_batch},
    {"mutaid_batch_want_failed", run_batch},
    {"mutaid_batch_want_reason", run_batch},
    {"mutaid_batch_runner_new", run_batch},
    {"mutaid_batch_runner_free", run_batch},
    {"mutaid_batch_runner_set_progress", run_batch},
    {"mutaid_batch_run", run_batch},
    {"mutaid_batch_row", run_batch},
    {"mutaid_batch_set_part_column", run_mixed},
    {"mutaid_batch_set_first_bit", run_mixed},
    {"mutaid_batch_set_scale", run_mixed},
    {"mutaid_batch_set_text", run_mixed},
};

#endif
