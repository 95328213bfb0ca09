/* SPDX-License-Identifier: MIT */
/* groups.c - the programs of a part, run for the version of the day. */
#include "decide/items.h"

#include <string.h>

/* --- workspace ----------------------------------------------------------------------- */

static mutaid_status take(mutaid__workspace *w, void **block, size_t count,
                          size_t size)
{
    *block = mutaid__arena_take(w->arena, count * size);
    return *block ? MUTAID_OK : MUTAID_ERROR_MEMORY;
}

#define TAKE(w, place, count) \
    TRY(take((w), (void **)&(place), (count), sizeof *(place)))

mutaid_status mutaid__workspace_init(mutaid__workspace *workspace,
                                     mutaid__arena *arena,
                                     const mutaid__model *model)
{
    size_t count = model->facts.count, i;

    workspace->arena = arena;
    workspace->model = model;
    workspace->calendar = NULL;
    workspace->keeps_open = false;
    workspace->word_count = (count + 63) / 64;
    TAKE(workspace, workspace->integers, count);
    TAKE(workspace, workspace->states, count);
    TAKE(workspace, workspace->row_integers, count);
    TAKE(workspace, workspace->row_states, count);
    for (i = 0; i < count; i++) {
        workspace->integers[i] = &workspace->row_integers[i];
        workspace->states[i] = &workspace->row_states[i];
    }
    return MUTAID_OK;
}

static mutaid_status init_scope(mutaid__workspace *w, size_t columns,
                                mutaid__scope *scope)
{
    scope->word_count = w->word_count;
    TAKE(w, scope->spans, columns);
    TAKE(w, scope->reached_by, columns * w->word_count);
    return MUTAID_OK;
}

static mutaid_status init_group(mutaid__workspace *w,
                                const mutaid__group *group,
                                mutaid__group_run *run)
{
    TAKE(w, run->outputs, group->slot_count);
    TAKE(w, run->reached_by, group->slot_count * w->word_count);
    TAKE(w, run->blocks, group->version_count);
    TRY(init_scope(w, group->most_columns, &run->scope));
    return init_scope(w, group->day.program.columns.count, &run->day_scope);
}

mutaid_status mutaid__part_run_init(mutaid__workspace *workspace,
                                    const mutaid__part *part,
                                    mutaid__part_run *run)
{
    size_t i;

    run->part = part;
    TAKE(workspace, run->groups, part->groups.count);
    TAKE(workspace, run->items, part->items.count);
    TAKE(workspace, run->requires, part->requires.count);
    TAKE(workspace, run->members, part->members.count);
    TAKE(workspace, run->member_may_apply, part->members.count);
    TAKE(workspace, run->member_must_apply, part->members.count);
    TAKE(workspace, run->reached_by, workspace->word_count);
    TAKE(workspace, run->narrowed, workspace->model->facts.count);
    TAKE(workspace, run->scratch, workspace->model->facts.count);
    for (i = 0; i < part->groups.count; i++)
        TRY(init_group(workspace, &part->groups.items[i], &run->groups[i]));
    for (i = 0; i < part->members.count; i++)
        TRY(mutaid__part_run_init(workspace, part->members.items[i].part,
                                  &run->members[i]));
    return MUTAID_OK;
}

/* --- running groups --------------------------------------------------------------------- */

mutaid__span mutaid__run_column(const mutaid__group_run *run, uint32_t column)
{
    if (run->block)
        return mutaid__block_cell(&run->version->program, run->block, column,
                                  0);
    return run->scope.spans[column];
}

mutaid__span mutaid__run_output(const mutaid__part_run *run,
                                mutaid__output output)
{
    return run->groups[output.group].outputs[output.slot];
}

void mutaid__add_facts(uint64_t *to, const uint64_t *from, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        to[i] |= from[i];
}

/* Whether every fact that a program loads is known. */
static bool is_known(const mutaid__program *program, const mutaid__span *facts)
{
    size_t i;

    for (i = 0; i < program->inputs.count; i++)
        if (!mutaid__span_is_settled(&facts[program->inputs.items[i].fact]))
            return false;
    return true;
}

static void fill_row(mutaid__workspace *w, const mutaid__program *program,
                     const mutaid__span *facts)
{
    size_t i;

    for (i = 0; i < program->inputs.count; i++) {
        uint32_t fact = program->inputs.items[i].fact;

        w->row_integers[fact] = (int64_t)mutaid__wide_low(facts[fact].least);
        w->row_states[fact] = facts[fact].may == MUTAID__MAY_ABSENT
                                  ? MUTAID_STATE_ABSENT
                                  : MUTAID_STATE_GIVEN;
    }
}

/* A case with every fact known is a block of one row. */
static mutaid_status run_block(mutaid__workspace *w, const mutaid__group *group,
                               const mutaid__span *facts,
                               mutaid__group_run *run)
{
    const mutaid__version *version = run->version;
    mutaid__block *block = &run->blocks[version - group->versions];
    mutaid__rows rows = {w->integers, w->states, 1};
    size_t i;

    if (!block->cells)
        TRY(mutaid__block_init(block, w->arena, &version->program, 1));
    fill_row(w, &version->program, facts);
    mutaid__block_run(&version->program, &rows, w->calendar, block);
    run->block = block;
    memset(run->reached_by, 0,
           group->slot_count * w->word_count * sizeof *run->reached_by);
    for (i = 0; i < group->slot_count; i++)
        run->outputs[i] = mutaid__block_cell(&version->program, block,
                                             version->outputs[i], 0);
    return MUTAID_OK;
}

/* Join what one version gives into the outputs of the group. */
static void run_spans(mutaid__workspace *w, const mutaid__group *group,
                      const mutaid__version *version, const mutaid__span *facts,
                      bool is_first, mutaid__group_run *run)
{
    size_t i;

    mutaid__span_run(&version->program, facts, w->calendar, &run->scope);
    for (i = 0; i < group->slot_count; i++) {
        uint32_t column = version->outputs[i];
        mutaid__span span = run->scope.spans[column];
        uint64_t *reached = run->reached_by + i * w->word_count;

        if (is_first)
            memset(reached, 0, w->word_count * sizeof *reached);
        run->outputs[i] =
            is_first ? span : mutaid__span_join(run->outputs[i], span);
        mutaid__add_facts(reached,
                          run->scope.reached_by + column * w->word_count,
                          w->word_count);
    }
}

/* Where versions differ, the facts that the day rests on reach what does. */
static void reach_by_day(mutaid__workspace *w, const mutaid__group *group,
                         mutaid__group_run *run)
{
    const uint64_t *day =
        run->day_scope.reached_by + group->day.outputs[0] * w->word_count;
    size_t i;

    for (i = 0; i < group->slot_count; i++)
        if (!mutaid__span_is_settled(&run->outputs[i]))
            mutaid__add_facts(run->reached_by + i * w->word_count, day,
                              w->word_count);
}

/* Whether a column is a fact as the case gives it: a package may put another
 * operand in its place. */
bool mutaid__is_fact_column(const mutaid__program *program, uint32_t column,
                            uint32_t fact)
{
    size_t i;

    for (i = 0; i < program->inputs.count; i++)
        if (program->inputs.items[i].column == column &&
            program->inputs.items[i].fact == fact)
            return true;
    return false;
}

/* Facts as they can be while the day lies in a version. */
static const mutaid__span *facts_within(const mutaid__group *group,
                                        const mutaid__version *version,
                                        const mutaid__span *facts,
                                        mutaid__span *scratch, size_t count)
{
    const mutaid__word *dated_by = group->dated_by;
    mutaid__span *day;

    if (dated_by->target != MUTAID__TARGET_FACT ||
        !mutaid__is_fact_column(&group->day.program, group->day.outputs[0],
                                dated_by->index))
        return facts;
    memcpy(scratch, facts, count * sizeof *scratch);
    day = &scratch[dated_by->index];
    if (version->from != INT64_MIN)
        day->least =
            mutaid__wide_max(day->least, mutaid__wide_of(version->from));
    if (version->until != INT64_MAX)
        day->most =
            mutaid__wide_min(day->most, mutaid__wide_of(version->until));
    return scratch;
}

static bool overlaps(const mutaid__version *version, const mutaid__span *day)
{
    return (version->until == INT64_MAX ||
            mutaid__wide_compare(day->least, mutaid__wide_of(version->until)) <=
                0) &&
           (version->from == INT64_MIN ||
            mutaid__wide_compare(day->most, mutaid__wide_of(version->from)) >=
                0);
}

mutaid_status mutaid__run_group(mutaid__workspace *w,
                                const mutaid__group *group,
                                const mutaid__span *facts,
                                mutaid__span *scratch, mutaid__group_run *run)
{
    size_t i, count = 0;

    mutaid__span_run(&group->day.program, facts, w->calendar, &run->day_scope);
    run->day = run->day_scope.spans[group->day.outputs[0]];
    run->version = NULL;
    run->block = NULL;
    for (i = 0; i < group->slot_count; i++)
        run->outputs[i] = mutaid__span_state(run->day.may == MUTAID__MAY_ABSENT
                                                 ? MUTAID_STATE_ABSENT
                                                 : MUTAID_STATE_NO_RULE);
    memset(run->reached_by, 0,
           group->slot_count * w->word_count * sizeof *run->reached_by);
    if (!(run->day.may & MUTAID__MAY_GIVEN))
        return MUTAID_OK;
    for (i = 0; i < group->version_count; i++) {
        const mutaid__version *version = &group->versions[i];

        if (!overlaps(version, &run->day))
            continue;
        run->version = version;
        count++;
        if (mutaid__span_is_settled(&run->day) &&
            is_known(&version->program, facts))
            return run_block(w, group, facts, run);
        run_spans(
            w, group, version,
            facts_within(group, version, facts, scratch, w->model->facts.count),
            count == 1, run);
    }
    if (count != 1)
        run->version = NULL;
    reach_by_day(w, group, run);
    return MUTAID_OK;
}
