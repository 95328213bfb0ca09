/* SPDX-License-Identifier: MIT */
/* ledger_stage.c - rows of one rank, of many members, as a batch.
 *
 * The rows lie anywhere in the caller's columns, so their facts are gathered
 * into columns of their own; the batch decides those, and the programs that
 * explain decisions say over the same rows what entered each step.
 */
#include "decide/ledger.h"

#include "decide/collect.h"
#include <string.h>

/* A line of a step whose entering amount is kept, in one version. */
typedef struct kept_line {
    const mutaid__line_plan *plan;
    uint32_t step; /* of the ledger */
} kept_line;

typedef struct staged_version {
    MUTAID__ARRAY(kept_line) lines;
    mutaid__block block; /* cells NULL until first used */
} staged_version;

typedef struct staged_group {
    staged_version *versions;
    mutaid__block day;
    bool has_lines;
} staged_group;

struct mutaid__stage {
    mutaid_batch *batch;
    mutaid_batch_runner *runner;
    size_t count;
    size_t positions[MUTAID__STAGED], firsts[MUTAID__STAGED];
    /* facts, by fact of the rulebook; NULL where the part does not read one */
    int64_t **cells;
    uint8_t **states, **absent;
    /* the same for the rows of one version */
    int64_t **packed_cells;
    uint8_t **packed_states;
    uint16_t packed[MUTAID__STAGED];
    /* answers */
    uint8_t outcomes[MUTAID__STAGED];
    int64_t amounts[MUTAID__STAGED];
    uint8_t **item_outcomes;
    int64_t **item_amounts;
    uint64_t *failed;
    int32_t codes[MUTAID__STAGED];
    uint32_t facts[MUTAID__STAGED];
    /* what entered, by kept fact and by step */
    staged_group *groups;
    mutaid__wide *entered;
    uint8_t *entering, *is_done;
};

/* --- room ------------------------------------------------------------------------ */

static void *take(mutaid__ledger_run *run, size_t count, size_t size)
{
    return mutaid__arena_take(&run->arena, count * size);
}

static mutaid_status add_fact(mutaid__ledger_run *run, size_t fact)
{
    struct mutaid__stage *s = run->stage;

    s->cells[fact] = take(run, MUTAID__STAGED, sizeof(int64_t));
    s->states[fact] = take(run, MUTAID__STAGED, 1);
    s->absent[fact] = take(run, MUTAID__STAGED / 8, 1);
    s->packed_cells[fact] = take(run, MUTAID__STAGED, sizeof(int64_t));
    s->packed_states[fact] = take(run, MUTAID__STAGED, 1);
    if (!s->cells[fact] || !s->states[fact] || !s->absent[fact] ||
        !s->packed_cells[fact] || !s->packed_states[fact])
        return MUTAID_ERROR_MEMORY;
    TRY(mutaid_batch_bind(s->batch, fact, MUTAID_COLUMN_INT64, s->cells[fact],
                          NULL));
    return mutaid_batch_set_absent(s->batch, fact, s->absent[fact], 0, NULL);
}

static mutaid_status add_facts(mutaid__ledger_run *run)
{
    struct mutaid__stage *s = run->stage;
    size_t count = run->ledger->rulebook->model.facts.count, i;
    const bool *reads = run->batch->parts[0].reads;

    s->cells = take(run, count, sizeof *s->cells);
    s->states = take(run, count, sizeof *s->states);
    s->absent = take(run, count, sizeof *s->absent);
    s->packed_cells = take(run, count, sizeof *s->packed_cells);
    s->packed_states = take(run, count, sizeof *s->packed_states);
    if (!s->cells || !s->states || !s->absent || !s->packed_cells ||
        !s->packed_states)
        return MUTAID_ERROR_MEMORY;
    for (i = 0; i < count; i++)
        if (reads[i])
            TRY(add_fact(run, i));
    return MUTAID_OK;
}

static mutaid_status want_answers(mutaid__ledger_run *run)
{
    struct mutaid__stage *s = run->stage;
    size_t items = run->batch->item_count, i;

    s->item_outcomes = take(run, items, sizeof *s->item_outcomes);
    s->item_amounts = take(run, items, sizeof *s->item_amounts);
    s->failed = take(run, MUTAID__STAGED * run->batch->failed_words,
                     sizeof *s->failed);
    if (!s->item_outcomes || !s->item_amounts || !s->failed)
        return MUTAID_ERROR_MEMORY;
    for (i = 0; i < items; i++) {
        s->item_outcomes[i] = take(run, MUTAID__STAGED, 1);
        s->item_amounts[i] = take(run, MUTAID__STAGED, sizeof(int64_t));
        if (!s->item_outcomes[i] || !s->item_amounts[i])
            return MUTAID_ERROR_MEMORY;
        TRY(mutaid_batch_want_item(s->batch, i, s->item_outcomes[i],
                                   s->item_amounts[i], NULL, NULL));
    }
    TRY(mutaid_batch_want_outcome(s->batch, s->outcomes, NULL));
    TRY(mutaid_batch_want_amount(s->batch, s->amounts, NULL, NULL));
    TRY(mutaid_batch_want_failed(s->batch, s->failed, NULL));
    return mutaid_batch_want_reason(s->batch, s->codes, s->facts, NULL);
}

/* The lines of kept steps in a version, in written order. */
static mutaid_status find_lines(mutaid__ledger_run *run,
                                const mutaid__version *version,
                                staged_version *out)
{
    uint32_t step;
    size_t i;

    for (i = 0; i < version->line_count; i++)
        for (step = 0; step < run->ledger->steps.count; step++) {
            kept_line *line;

            if (!mutaid__ledger_is_line(&version->lines[i],
                                        run->ledger->steps.items[step].word))
                continue;
            line = mutaid__array_push(&run->arena, &out->lines);
            if (!line)
                return MUTAID_ERROR_MEMORY;
            line->plan = &version->lines[i];
            line->step = step;
        }
    return MUTAID_OK;
}

static mutaid_status add_group(mutaid__ledger_run *run,
                               const mutaid__group *group, staged_group *out)
{
    size_t v;

    out->versions = take(run, group->version_count, sizeof *out->versions);
    if (!out->versions)
        return MUTAID_ERROR_MEMORY;
    for (v = 0; v < group->version_count; v++) {
        TRY(find_lines(run, &group->versions[v], &out->versions[v]));
        out->has_lines |= out->versions[v].lines.count > 0;
    }
    return MUTAID_OK;
}

static mutaid_status add_groups(mutaid__ledger_run *run)
{
    struct mutaid__stage *s = run->stage;
    const mutaid__part *part = &run->ledger->rulebook->parts[run->ledger->part];
    size_t kept = run->ledger->kept.count, g;

    s->groups = take(run, part->groups.count, sizeof *s->groups);
    s->entered = take(run, MUTAID__STAGED * kept, sizeof *s->entered);
    s->entering = take(run, MUTAID__STAGED * kept, 1);
    s->is_done = take(run, MUTAID__STAGED * run->ledger->steps.count, 1);
    if (!s->groups || !s->entered || !s->entering || !s->is_done)
        return MUTAID_ERROR_MEMORY;
    for (g = 0; g < part->groups.count; g++)
        TRY(add_group(run, &part->groups.items[g], &s->groups[g]));
    return MUTAID_OK;
}

mutaid_status mutaid__stage_new(mutaid__ledger_run *run)
{
    struct mutaid__stage *s = take(run, 1, sizeof *s);

    run->stage = s;
    if (!s)
        return MUTAID_ERROR_MEMORY;
    TRY(mutaid_batch_new(run->ledger->rulebook, &s->batch, NULL));
    TRY(mutaid_batch_set_part(s->batch, run->ledger->part, NULL));
    TRY(mutaid_batch_set_row_count(s->batch, MUTAID__STAGED, NULL));
    TRY(mutaid_batch_set_calendar(s->batch, run->batch->calendar, NULL));
    TRY(mutaid_batch_set_kernels(s->batch, run->batch->kernels, NULL));
    TRY(add_facts(run));
    TRY(want_answers(run));
    TRY(add_groups(run));
    return mutaid_batch_runner_new(s->batch, &s->runner, NULL);
}

void mutaid__stage_free(mutaid__ledger_run *run)
{
    if (!run->stage)
        return;
    mutaid_batch_runner_free(run->stage->runner);
    mutaid_batch_free(run->stage->batch);
}

size_t mutaid__stage_count(const mutaid__ledger_run *run)
{
    return run->stage->count;
}

/* --- rows in ---------------------------------------------------------------------- */

/* A cell with its default; false if it is open, or no case could hold it. */
static bool put_fact(mutaid__ledger_run *run, size_t fact, size_t row,
                     size_t slot)
{
    struct mutaid__stage *s = run->stage;
    const mutaid__fact *f = &run->ledger->rulebook->model.facts.items[fact];
    mutaid_state state;
    int64_t integer;

    if (mutaid__column_cell(f, &run->batch->columns[fact], row, &state,
                            &integer) != MUTAID_CODE_NONE)
        return false;
    if (state == MUTAID_STATE_OPEN) {
        state = f->if_missing;
        integer = f->default_integer;
    }
    if (state == MUTAID_STATE_OPEN)
        return false;
    s->cells[fact][slot] = state == MUTAID_STATE_GIVEN ? integer : 0;
    s->states[fact][slot] = (uint8_t)state;
    mutaid__set_bit(s->absent[fact], slot, state == MUTAID_STATE_ABSENT);
    return true;
}

static bool put_kept(mutaid__ledger_run *run, size_t position, size_t slot)
{
    struct mutaid__stage *s = run->stage;
    bool is_known = true;
    uint32_t k;

    for (k = 0; k < run->ledger->kept.count && is_known; k++) {
        const mutaid__kept *kept = &run->ledger->kept.items[k];
        int64_t integer;

        (void)mutaid__ledger_so_far(run, k, position, &is_known, &integer);
        s->cells[kept->fact][slot] = integer;
        s->states[kept->fact][slot] = MUTAID_STATE_GIVEN;
        mutaid__set_bit(s->absent[kept->fact], slot, false);
    }
    return is_known;
}

bool mutaid__stage_add(mutaid__ledger_run *run, size_t position)
{
    struct mutaid__stage *s = run->stage;
    size_t count = run->ledger->rulebook->model.facts.count, i;
    size_t row = run->replay.order[position];

    if (!put_kept(run, position, s->count))
        return false;
    for (i = 0; i < count; i++)
        if (s->cells[i] && !mutaid__ledger_keeps(run->ledger, i) &&
            !put_fact(run, i, row, s->count))
            return false;
    s->firsts[s->count] = run->replay.first;
    s->positions[s->count++] = position;
    return true;
}

/* --- what entered ------------------------------------------------------------------ */

static mutaid__span cell_of(const mutaid__version *version,
                            const mutaid__block *block, uint32_t column,
                            size_t row)
{
    return mutaid__block_cell(&version->program, block, column, row);
}

static bool holds(const mutaid__version *version, const mutaid__block *block,
                  uint32_t column, size_t row)
{
    mutaid__span span;

    if (column == MUTAID_NONE)
        return true;
    span = cell_of(version, block, column, row);
    return mutaid__span_may_hold(&span);
}

/* One line of a step in one row: in a value that several benefits use, the
 * first that is reached says it. */
static void enter_line(mutaid__ledger_run *run, const mutaid__version *version,
                       const mutaid__block *block, const kept_line *line,
                       size_t packed, size_t slot)
{
    struct mutaid__stage *s = run->stage;
    const mutaid__line_plan *plan = line->plan;
    size_t steps = run->ledger->steps.count;
    uint8_t *is_done = &s->is_done[slot * steps + line->step];
    uint32_t kept = run->ledger->steps.items[line->step].kept;
    size_t place = slot * run->ledger->kept.count + kept;
    mutaid__wide amount;
    mutaid__shown before;

    if (*is_done || s->item_outcomes[plan->item][slot] !=
                        MUTAID_OUTCOME_ELIGIBLE ||
        !holds(version, block, plan->guard, packed) ||
        !holds(version, block, plan->when, packed))
        return;
    *is_done = 1;
    before = mutaid__shown_of(
        cell_of(version, block, plan->before, packed), plan->before_shape,
        version->program.columns.items[plan->before].denominator);
    if (!mutaid__ledger_amount(run, kept, &before, &amount)) {
        s->entering[place] = MUTAID__ENTERS_UNKNOWN;
    } else if (s->entering[place] != MUTAID__ENTERS_UNKNOWN) {
        s->entering[place] = MUTAID__ENTERS;
        s->entered[place] = mutaid__wide_add(s->entered[place], amount);
    }
}

/* The facts of some slots, one behind the other. */
static void pack(struct mutaid__stage *s, const mutaid__program *program,
                 size_t count)
{
    size_t i, k;

    for (i = 0; i < program->inputs.count; i++) {
        uint32_t fact = program->inputs.items[i].fact;

        for (k = 0; k < count; k++) {
            s->packed_cells[fact][k] = s->cells[fact][s->packed[k]];
            s->packed_states[fact][k] = s->states[fact][s->packed[k]];
        }
    }
}

static mutaid_status run_packed(mutaid__ledger_run *run,
                                const mutaid__program *program,
                                mutaid__block *block, size_t count)
{
    struct mutaid__stage *s = run->stage;
    mutaid__rows rows = {(const int64_t *const *)s->packed_cells,
                         (const uint8_t *const *)s->packed_states, count};

    if (!block->cells)
        TRY(mutaid__block_init(block, &run->arena, program, MUTAID__STAGED));
    pack(s, program, count);
    mutaid__block_run(program, &rows, run->batch->calendar, block);
    return MUTAID_OK;
}

static mutaid_status enter_version(mutaid__ledger_run *run,
                                   const mutaid__version *version,
                                   staged_version *staged, size_t count)
{
    size_t i, k;

    TRY(run_packed(run, &version->program, &staged->block, count));
    for (k = 0; k < count; k++)
        for (i = 0; i < staged->lines.count; i++)
            enter_line(run, version, &staged->block, &staged->lines.items[i], k,
                       run->stage->packed[k]);
    return MUTAID_OK;
}

/* The days of all staged rows that are eligible, then version by version. */
static mutaid_status enter_group(mutaid__ledger_run *run,
                                 const mutaid__group *group,
                                 staged_group *staged)
{
    struct mutaid__stage *s = run->stage;
    int64_t days[MUTAID__STAGED];
    size_t slot, v, count;

    for (slot = 0; slot < s->count; slot++)
        s->packed[slot] = (uint16_t)slot;
    TRY(run_packed(run, &group->day.program, &staged->day, s->count));
    for (slot = 0; slot < s->count; slot++) {
        mutaid__span day =
            cell_of(&group->day, &staged->day, group->day.outputs[0], slot);

        days[slot] = day.may == MUTAID__MAY_GIVEN &&
                             s->outcomes[slot] == MUTAID_OUTCOME_ELIGIBLE
                         ? (int64_t)mutaid__wide_low(day.least)
                         : MUTAID__NO_DAY;
    }
    for (v = 0; v < group->version_count; v++) {
        const mutaid__version *version = &group->versions[v];

        for (slot = count = 0; slot < s->count; slot++)
            if (days[slot] > MUTAID__NO_DAY && days[slot] >= version->from &&
                days[slot] <= version->until)
                s->packed[count++] = (uint16_t)slot;
        if (count > 0 && staged->versions[v].lines.count > 0)
            TRY(enter_version(run, version, &staged->versions[v], count));
    }
    return MUTAID_OK;
}

static mutaid_status find_entered(mutaid__ledger_run *run)
{
    struct mutaid__stage *s = run->stage;
    const mutaid__part *part = &run->ledger->rulebook->parts[run->ledger->part];
    size_t kept = run->ledger->kept.count, g;

    memset(s->entered, 0, s->count * kept * sizeof *s->entered);
    memset(s->entering, MUTAID__ENTERS_NOTHING, s->count * kept);
    memset(s->is_done, 0, s->count * run->ledger->steps.count);
    for (g = 0; g < part->groups.count; g++)
        if (s->groups[g].has_lines)
            TRY(enter_group(run, &part->groups.items[g], &s->groups[g]));
    return MUTAID_OK;
}

/* --- rows out ------------------------------------------------------------------------- */

static void write_items(const mutaid__ledger_run *run, size_t slot, size_t row)
{
    const struct mutaid__stage *s = run->stage;
    const mutaid_batch *batch = run->batch;
    size_t i;

    for (i = 0; i < batch->item_count; i++) {
        const mutaid__item_target *target = &batch->items[i];
        uint8_t outcome = s->item_outcomes[i][slot];

        if (target->outcomes)
            target->outcomes[row] = outcome;
        if (target->amounts)
            target->amounts[row] = s->item_amounts[i][slot];
        if (target->valid)
            mutaid__set_bit(target->valid, row,
                            outcome == MUTAID_OUTCOME_ELIGIBLE);
    }
}

/* Every staged row has all its facts: it is eligible, refused or invalid. */
static void write_row(const mutaid__ledger_run *run, size_t slot)
{
    const struct mutaid__stage *s = run->stage;
    const mutaid_batch *batch = run->batch;
    size_t row = run->replay.order[s->positions[slot]];
    size_t words = batch->failed_words;
    uint32_t k;

    for (k = 0; k < run->ledger->kept.count; k++) {
        const mutaid__kept *kept = &run->ledger->kept.items[k];

        mutaid__ledger_write(kept, row, true, s->cells[kept->fact][slot]);
    }
    if (batch->outcomes)
        batch->outcomes[row] = s->outcomes[slot];
    if (batch->amounts)
        batch->amounts[row] = s->amounts[slot];
    if (batch->valid)
        mutaid__set_bit(batch->valid, row,
                        s->outcomes[slot] != MUTAID_ROW_INVALID);
    if (batch->least)
        batch->least[row] = s->amounts[slot];
    if (batch->most)
        batch->most[row] = s->amounts[slot];
    if (batch->codes)
        batch->codes[row] = s->codes[slot];
    if (batch->facts)
        batch->facts[row] = s->facts[slot];
    if (batch->failed && words > 0)
        memcpy(batch->failed + row * words, s->failed + slot * words,
               words * sizeof *s->failed);
    write_items(run, slot, row);
}

static void enter_row(mutaid__ledger_run *run, size_t slot)
{
    const struct mutaid__stage *s = run->stage;
    uint8_t outcome = s->outcomes[slot];
    size_t kept_count = run->ledger->kept.count;
    uint32_t k;

    for (k = 0; k < kept_count; k++) {
        const mutaid__kept *kept = &run->ledger->kept.items[k];
        mutaid__wide amount = s->entered[slot * kept_count + k];
        mutaid__entering entering = s->entering[slot * kept_count + k];

        if (outcome == MUTAID_OUTCOME_REFUSED) {
            entering = MUTAID__ENTERS_NOTHING;
        } else if (outcome != MUTAID_OUTCOME_ELIGIBLE) {
            entering = MUTAID__ENTERS_UNKNOWN;
        } else if (kept->is_total) {
            entering = MUTAID__ENTERS;
            amount = mutaid__wide_of(s->amounts[slot]);
        }
        mutaid__ledger_enter(&run->replay, kept, k, s->positions[slot],
                             entering, amount);
    }
}

mutaid_status mutaid__stage_run(mutaid__ledger_run *run)
{
    struct mutaid__stage *s = run->stage;
    size_t slot;

    TRY(mutaid_batch_run(s->batch, s->runner, 0, s->count, NULL, NULL));
    TRY(find_entered(run));
    for (slot = 0; slot < s->count; slot++) {
        write_row(run, slot);
        run->replay.first = s->firsts[slot];
        enter_row(run, slot);
    }
    s->count = 0;
    return MUTAID_OK;
}
