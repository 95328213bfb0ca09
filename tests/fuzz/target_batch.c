/* SPDX-License-Identifier: MIT */
/* target_batch.c - rows of a batch against the same cases, one by one. */
#include "fuzz.h"

#include <stdlib.h>

#define ROW_COUNT 9

/* The answers of a batch, row by row. */
typedef struct answers {
    uint8_t outcomes[ROW_COUNT];
    mutaid_money amounts[ROW_COUNT], least[ROW_COUNT], most[ROW_COUNT];
    uint8_t valid[(ROW_COUNT + 7) / 8];
} answers;

/* The cells of one fact. */
typedef struct cells {
    int64_t integers[ROW_COUNT];
    uint8_t given[2], absent[2];
} cells;

/* A cell mostly in the range of its fact, sometimes anything. */
static int64_t draw_cell(const mutaid_fact_info *fact, bytes *from)
{
    uint8_t how = take_byte(from);

    if (how >= 250)
        return (int64_t)take_number(from, 8);
    if (fact->type == MUTAID_TYPE_CHOICE)
        return (int64_t)take_index(from, fact->choice_count);
    if (fact->type == MUTAID_TYPE_FLAG)
        return how % 2;
    if (fact->type == MUTAID_TYPE_DATE)
        return (int64_t)(7305 + take_number(from, 2) % 16436);
    uint64_t range = (uint64_t)fact->at_most - (uint64_t)fact->at_least;
    uint64_t above = take_number(from, how % 5);
    return (int64_t)((uint64_t)fact->at_least +
                     (range == UINT64_MAX ? above : above % (range + 1)));
}

static void bind_fact(mutaid_batch *batch, size_t index, cells *to,
                      bytes *from)
{
    mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;

    MUST(mutaid_rulebook_fact(mutaid_batch_rulebook(batch), index, &fact,
                              NULL) == MUTAID_OK);
    for (size_t i = 0; i < ROW_COUNT; i++)
        to->integers[i] = draw_cell(&fact, from);
    for (size_t i = 0; i < 2; i++) {
        to->given[i] = (uint8_t)~(take_byte(from) & take_byte(from));
        to->absent[i] = take_byte(from) & take_byte(from);
    }
    MUST(mutaid_batch_bind(batch, index, MUTAID_COLUMN_INT64, to->integers,
                           NULL) == MUTAID_OK);
    MUST(mutaid_batch_set_valid(batch, index, to->given, 3, NULL) ==
         MUTAID_OK);
    if (fact.may_be_absent)
        MUST(mutaid_batch_set_absent(batch, index, to->absent, 2, NULL) ==
             MUTAID_OK);
}

static void check_row(const mutaid_batch *batch, size_t row, size_t part,
                      const answers *a)
{
    mutaid_rulebook *rulebook = mutaid_batch_rulebook(batch);
    mutaid_decision_info info = MUTAID_DECISION_INFO_INIT;
    mutaid_case *c;
    mutaid_decision *d;
    bool is_certain = a->valid[row / 8] >> row % 8 & 1;

    MUST(mutaid_case_new(rulebook, &c, NULL) == MUTAID_OK);
    MUST(mutaid_decision_new(rulebook, &d, NULL) == MUTAID_OK);
    mutaid_status status = mutaid_batch_row(batch, row, c, NULL, NULL);
    if (status == MUTAID_OK)
        status = mutaid_decide_at(c, part, d, NULL);
    MUST((status == MUTAID_OK) == (a->outcomes[row] != MUTAID_ROW_INVALID));
    if (status == MUTAID_OK) {
        MUST(mutaid_decision_describe(d, &info, NULL) == MUTAID_OK);
        MUST(a->outcomes[row] == (uint8_t)info.outcome);
        MUST(a->least[row] == info.least && a->most[row] == info.most);
        MUST(is_certain == (info.outcome != MUTAID_OUTCOME_UNDETERMINED));
        MUST(a->amounts[row] == (is_certain ? info.least : 0));
    } else {
        MUST(!is_certain && a->amounts[row] == 0);
    }
    mutaid_decision_free(d);
    mutaid_case_free(c);
}

static void run(mutaid_batch *batch, answers *a)
{
    mutaid_batch_runner *runner;
    size_t done = 0;

    MUST(mutaid_batch_want_outcome(batch, a->outcomes, NULL) == MUTAID_OK);
    MUST(mutaid_batch_want_amount(batch, a->amounts, a->valid, NULL) ==
         MUTAID_OK);
    MUST(mutaid_batch_want_bounds(batch, a->least, a->most, NULL) ==
         MUTAID_OK);
    MUST(mutaid_batch_runner_new(batch, &runner, NULL) == MUTAID_OK);
    MUST(mutaid_batch_run(batch, runner, 0, ROW_COUNT, &done, NULL) ==
         MUTAID_OK);
    MUST(done == ROW_COUNT);
    mutaid_batch_runner_free(runner);
}

void target_batch(const uint8_t *data, size_t size)
{
    bytes from = {data, size};
    mutaid_rulebook *rulebook = fuzz_book(take_byte(&from));
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    mutaid_part_info part_info = MUTAID_PART_INFO_INIT;
    mutaid_batch *batch;
    answers a = {0};

    MUST(mutaid_rulebook_describe(rulebook, &info, NULL) == MUTAID_OK);
    size_t part = take_index(&from, info.part_count);
    MUST(mutaid_rulebook_part(rulebook, part, &part_info, NULL) == MUTAID_OK);
    MUST(mutaid_batch_new(rulebook, &batch, NULL) == MUTAID_OK);
    MUST(mutaid_batch_set_part(batch, part, NULL) == MUTAID_OK);
    MUST(mutaid_batch_set_row_count(batch, ROW_COUNT, NULL) == MUTAID_OK);
    cells *columns = calloc(part_info.fact_count + 1, sizeof *columns);
    MUST(columns != NULL);
    for (size_t i = 0; i < part_info.fact_count; i++) {
        size_t fact;

        MUST(mutaid_rulebook_part_fact(rulebook, part, i, &fact, NULL) ==
             MUTAID_OK);
        bind_fact(batch, fact, &columns[i], &from);
    }
    run(batch, &a);
    for (size_t row = 0; row < ROW_COUNT; row++)
        check_row(batch, row, part, &a);
    mutaid_batch_free(batch);
    free(columns);
}
