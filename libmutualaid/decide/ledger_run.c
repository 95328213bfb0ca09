/* SPDX-License-Identifier: MIT */
/* ledger_run.c - rank by rank: every member's first claim, then every second. */
#include "decide/ledger.h"

#include <string.h>

#define BAD(error, name) mutaid__fail_argument(error, name)

/* --- dates ----------------------------------------------------------------------- */

/* The date of the part in a row. */
static int64_t day_of(const mutaid__ledger_run *run, size_t row)
{
    const mutaid__group *group =
        &run->batch->rulebook->parts[run->ledger->part].groups.items[0];
    const mutaid__program *program = &group->day.program;
    const mutaid__span *day;
    size_t i;

    for (i = 0; i < program->inputs.count; i++) {
        uint32_t index = program->inputs.items[i].fact;
        const mutaid__fact *fact =
            &run->batch->rulebook->model.facts.items[index];
        mutaid_state state;
        int64_t integer;

        if (mutaid__column_cell(fact, &run->batch->columns[index], row, &state,
                                &integer) != MUTAID_CODE_NONE)
            return MUTAID__UNKNOWN_DAY;
        run->spans[index] = mutaid__fact_span(fact, integer, (uint8_t)state);
    }
    mutaid__span_run(program, run->spans, run->batch->calendar,
                     (mutaid__scope *)&run->scope);
    day = &run->scope.spans[group->day.outputs[0]];
    if (!mutaid__span_is_settled(day))
        return MUTAID__UNKNOWN_DAY;
    return day->may == MUTAID__MAY_GIVEN
               ? (int64_t)mutaid__wide_low(day->least)
               : MUTAID__NO_DAY;
}

/* --- ranks ------------------------------------------------------------------------- */

/* Fewer rows than these are sooner decided one by one. */
enum { FEW = 4 };

static bool is_same_member(const mutaid__ledger_run *run, size_t a, size_t b)
{
    return run->members[run->order[a]] == run->members[run->order[b]];
}

/* Where each member begins; gives how many there are. */
static size_t find_members(mutaid__ledger_run *run)
{
    size_t count = run->batch->row_count, found = 0, i;

    for (i = 0; i < count; i++)
        if (i == 0 || !is_same_member(run, i - 1, i))
            run->starts[found++] = i;
    return found;
}

/* The member whose rows begin at a position: those without a known date come
 * first. */
static void go_to_member(mutaid__ledger_run *run, size_t start)
{
    size_t count = run->batch->row_count;

    run->replay.first = start;
    run->replay.is_undated =
        run->days[run->order[start]] == MUTAID__UNKNOWN_DAY &&
        start + 1 < count && is_same_member(run, start, start + 1);
}

/* Every member's claim of one rank. Gives in `*left_out` how many members have
 * one more; they move up. */
static mutaid_status replay_rank(mutaid__ledger_run *run, size_t rank,
                                 size_t active, size_t *left_out)
{
    size_t count = run->batch->row_count, left = 0, i;

    for (i = 0; i < active; i++) {
        size_t start = run->starts[i], position = start + rank;

        go_to_member(run, start);
        if (active < FEW || !mutaid__stage_add(run, position))
            TRY(mutaid__ledger_single(run, position));
        if (mutaid__stage_count(run) == MUTAID__STAGED)
            TRY(mutaid__stage_run(run));
        if (position + 1 < count && is_same_member(run, start, position + 1))
            run->starts[left++] = start;
    }
    *left_out = left;
    return mutaid__stage_count(run) > 0 ? mutaid__stage_run(run) : MUTAID_OK;
}

static mutaid_status replay_rows(mutaid__ledger_run *run)
{
    size_t count = run->batch->row_count, active, rank, i;

    for (i = 0; i < count; i++)
        run->days[i] = day_of(run, i);
    mutaid__ledger_sort(run->members, run->days, run->order, run->spare,
                        count);
    active = find_members(run);
    for (rank = 0; active > 0; rank++)
        TRY(replay_rank(run, rank, active, &active));
    return MUTAID_OK;
}

/* --- the door --------------------------------------------------------------------------------- */

static void *room(mutaid__ledger_run *run, size_t count, size_t size)
{
    if (count > SIZE_MAX / 2 / size)
        return NULL;
    return mutaid__arena_take(&run->arena, count * size);
}

static mutaid_status prepare(mutaid__ledger_run *run)
{
    mutaid_rulebook *rulebook = run->ledger->rulebook;
    const mutaid__group *group =
        &rulebook->parts[run->ledger->part].groups.items[0];
    size_t rows = run->batch->row_count, kept = run->ledger->kept.count;
    size_t facts = rulebook->model.facts.count;
    size_t columns = group->day.program.columns.count;

    run->days = room(run, rows, sizeof *run->days);
    run->order = room(run, rows, sizeof *run->order);
    run->spare = room(run, rows, sizeof *run->spare);
    run->spans = room(run, facts, sizeof *run->spans);
    run->scope.word_count = (facts + 63) / 64;
    run->scope.spans = room(run, columns, sizeof *run->scope.spans);
    run->scope.reached_by = room(run, columns * run->scope.word_count,
                                 sizeof *run->scope.reached_by);
    run->replay.entries =
        kept > 0 && rows > SIZE_MAX / 2 / kept
            ? NULL
            : room(run, rows * kept, sizeof *run->replay.entries);
    run->starts = room(run, rows, sizeof *run->starts);
    if (!run->days || !run->order || !run->spare || !run->spans ||
        !run->scope.spans || !run->scope.reached_by || !run->replay.entries ||
        !run->starts)
        return MUTAID_ERROR_MEMORY;
    run->replay.batch = run->batch;
    run->replay.days = run->days;
    run->replay.order = run->order;
    run->replay.kept_count = kept;
    TRY(mutaid_case_new(rulebook, &run->c, NULL));
    TRY(mutaid_decision_new(rulebook, &run->d, NULL));
    return mutaid__stage_new(run);
}

static mutaid_status check_batch(const mutaid_ledger *ledger,
                                 const mutaid_batch *batch,
                                 mutaid_error *error)
{
    mutaid__slice none[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
    size_t k;

    if (batch->rulebook != ledger->rulebook)
        return mutaid__fail(error, MUTAID_CODE_OTHER_RULEBOOK, NULL, NULL,
                            NULL);
    if (batch->part_count == 0)
        return mutaid__fail(error, MUTAID_CODE_NO_PART_SET, NULL, NULL, NULL);
    if (batch->part_kind != MUTAID_COLUMN_NONE ||
        batch->parts[0].part != ledger->part)
        return BAD(error, "batch (it decides another part)");
    for (k = 0; k < ledger->kept.count; k++) {
        uint32_t fact = ledger->kept.items[k].fact;

        if (batch->columns[fact].kind != MUTAID_COLUMN_NONE)
            return mutaid__fail_slices(
                error, MUTAID_CODE_LEDGER_KEPT, MUTAID__NOWHERE,
                ledger->rulebook->model.facts.items[fact].name, none);
    }
    return MUTAID_OK;
}

mutaid_status mutaid_ledger_run(mutaid_ledger *ledger, mutaid_batch *batch,
                                const int64_t *members, mutaid_error *error)
{
    mutaid__ledger_run run;
    mutaid_status status;

    if (!ledger || !batch || !members)
        return BAD(error, !ledger ? "ledger" : !batch ? "batch" : "members");
    TRY(check_batch(ledger, batch, error));
    memset(&run, 0, sizeof run);
    run.ledger = ledger;
    run.batch = batch;
    run.members = members;
    mutaid__arena_init(&run.arena, &ledger->memory);
    status = prepare(&run);
    if (status == MUTAID_OK)
        status = replay_rows(&run);
    mutaid__stage_free(&run);
    mutaid_decision_free(run.d);
    mutaid_case_free(run.c);
    mutaid__arena_free(&run.arena);
    return status == MUTAID_OK ? MUTAID_OK : mutaid__fail_memory(error);
}
