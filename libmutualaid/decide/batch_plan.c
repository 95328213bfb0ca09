/* SPDX-License-Identifier: MIT */
/* batch_plan.c - a part made ready for many rows: stretches of days, programs. */
#include "decide/answer_program.h"
#include "decide/batch.h"

typedef struct planning {
    mutaid_batch *batch;
    const mutaid__part *part;
    mutaid__batch_part *plan;
    MUTAID__ARRAY(int64_t) days; /* from each on something changes, rising */
} planning;

/* --- stretches ---------------------------------------------------------------- */

static mutaid_status add_day(planning *p, int64_t day)
{
    mutaid__arena *arena = &p->batch->arena;
    size_t at = p->days.count, i;
    const int64_t *place;

    while (at > 0 && p->days.items[at - 1] >= day) {
        if (p->days.items[at - 1] == day)
            return MUTAID_OK;
        at--;
    }
    place = mutaid__array_push(arena, &p->days);
    if (!place)
        return MUTAID_ERROR_MEMORY;
    for (i = p->days.count - 1; i > at; i--)
        p->days.items[i] = p->days.items[i - 1];
    p->days.items[at] = day;
    return MUTAID_OK;
}

static mutaid_status add_force(planning *p, mutaid__force force)
{
    if (force.from != INT64_MIN)
        TRY(add_day(p, force.from));
    if (force.until != INT64_MAX)
        TRY(add_day(p, force.until + 1));
    return MUTAID_OK;
}

/* Every day on which a version begins, or something comes into force or goes
 * out of it. */
static mutaid_status gather_days(planning *p)
{
    const mutaid__group *group = &p->part->groups.items[0];
    size_t i;

    for (i = 0; i < group->version_count; i++)
        if (group->versions[i].from != INT64_MIN)
            TRY(add_day(p, group->versions[i].from));
    TRY(add_force(p, p->part->force));
    for (i = 0; i < p->part->items.count; i++)
        TRY(add_force(p, p->part->items.items[i].force));
    return MUTAID_OK;
}

static bool is_within(mutaid__force force, int64_t from, int64_t until)
{
    return from >= force.from && until <= force.until;
}

static const mutaid__version *version_of(const mutaid__group *group,
                                         int64_t from)
{
    size_t i = group->version_count - 1;

    while (i > 0 && group->versions[i].from > from)
        i--;
    return &group->versions[i];
}

/* --- programs ---------------------------------------------------------------------- */

static mutaid_status build_lean(planning *p, mutaid__stretch *stretch,
                                const mutaid__program *program,
                                const mutaid__answer_columns *columns)
{
    mutaid__arena *arena = &p->batch->arena;
    size_t items = p->part->items.count, requires = p->part->requires.count;
    size_t count = MUTAID__RESULT_ITEMS + 2 * items + requires, i;
    uint32_t *wanted = mutaid__arena_take(arena, count * sizeof *wanted);

    if (!wanted)
        return MUTAID_ERROR_MEMORY;
    wanted[MUTAID__RESULT_OUTCOME] = columns->outcome;
    wanted[MUTAID__RESULT_AMOUNT] = columns->amount;
    for (i = 0; i < items; i++) {
        wanted[MUTAID__RESULT_ITEMS + 2 * i] = columns->item_outcomes[i];
        wanted[MUTAID__RESULT_ITEMS + 2 * i + 1] = columns->item_amounts[i];
    }
    for (i = 0; i < requires; i++)
        wanted[MUTAID__RESULT_ITEMS + 2 * items + i] = columns->fails[i];
    return mutaid__lean_build(arena, program, wanted, count, &stretch->lean);
}

static void set_capacity(mutaid__stretch *stretch, bool are_sorted)
{
    size_t room = are_sorted ? MUTAID__SCRATCH_SORTED : MUTAID__SCRATCH;
    size_t capacity = room / (stretch->lean.row_bytes + 1) / 16 * 16;

    if (capacity < 16)
        capacity = 16;
    if (capacity > MUTAID__MOST_CAPACITY)
        capacity = MUTAID__MOST_CAPACITY;
    stretch->capacity = capacity;
}

static mutaid_status build_stretch(planning *p, mutaid__stretch *stretch)
{
    mutaid__arena *arena = &p->batch->arena;
    const mutaid__part *part = p->part;
    mutaid__program *program = mutaid__arena_take(arena, sizeof *program);
    bool *in_force = mutaid__arena_take(arena, part->items.count);
    mutaid__answer_columns columns;
    size_t i;

    if (!program || !in_force)
        return MUTAID_ERROR_MEMORY;
    stretch->is_in_force =
        is_within(part->force, stretch->from, stretch->until);
    for (i = 0; i < part->items.count; i++)
        in_force[i] = is_within(part->items.items[i].force, stretch->from,
                                stretch->until);
    TRY(mutaid__answer_lower(
        arena, part, version_of(&part->groups.items[0], stretch->from),
        in_force, program, &columns));
    TRY(build_lean(p, stretch, program, &columns));
    return MUTAID_OK;
}

/* Stretch by stretch; where the day is always the same, the one it lies in. */
static mutaid_status build_stretches(planning *p, int64_t day)
{
    mutaid__batch_part *plan = p->plan;
    size_t i, count = p->days.count + 1;

    plan->stretches =
        mutaid__arena_take(&p->batch->arena, count * sizeof *plan->stretches);
    if (!plan->stretches)
        return MUTAID_ERROR_MEMORY;
    for (i = 0; i < count; i++) {
        mutaid__stretch *stretch = &plan->stretches[plan->stretch_count];

        stretch->from = i == 0 ? INT64_MIN : p->days.items[i - 1];
        stretch->until = i + 1 == count ? INT64_MAX : p->days.items[i] - 1;
        if (plan->day == MUTAID_NONE &&
            (day < stretch->from || day > stretch->until))
            continue;
        TRY(build_stretch(p, stretch));
        plan->stretch_count++;
    }
    for (i = 0; i < plan->stretch_count; i++)
        set_capacity(&plan->stretches[i],
                     plan->stretch_count > 1 || p->batch->is_mixed);
    return MUTAID_OK;
}

/* --- order of facts -------------------------------------------------------------------- */

static mutaid_status add_pair(planning *p, uint32_t earlier, uint32_t later)
{
    mutaid__fact_pair *pair =
        mutaid__array_push(&p->batch->arena, &p->plan->pairs);

    if (!pair)
        return MUTAID_ERROR_MEMORY;
    *pair = (mutaid__fact_pair){earlier, later};
    return MUTAID_OK;
}

/* Facts that the part does not read are open in its cases: whether such a one
 * says nothing of the fact that it is paired with. A chain of dates that goes
 * through it is left to single cases. */
static bool says_nothing(const planning *p, uint32_t earlier, uint32_t later)
{
    const mutaid__fact *first = &p->batch->rulebook->model.facts.items[earlier];
    const mutaid__fact *second = &p->batch->rulebook->model.facts.items[later];
    const mutaid__fact *unread = p->plan->reads[later] ? first : second;

    return first->not_before == MUTAID_NONE &&
           unread->if_missing == MUTAID_STATE_OPEN &&
           first->at_least <= second->at_least &&
           first->at_most <= second->at_most;
}

static mutaid_status add_pairs(planning *p)
{
    const mutaid__model *model = &p->batch->rulebook->model;
    uint32_t i;

    for (i = 0; i < model->facts.count; i++) {
        uint32_t before = model->facts.items[i].not_before;

        if (before == MUTAID_NONE)
            continue;
        if (p->plan->reads[i] && p->plan->reads[before])
            TRY(add_pair(p, before, i));
        else if (p->plan->reads[i] || p->plan->reads[before])
            p->plan->is_fast = p->plan->is_fast && says_nothing(p, before, i);
    }
    return MUTAID_OK;
}

mutaid_status mutaid__batch_prepare(mutaid_batch *batch, size_t part,
                                    mutaid__batch_part *place)
{
    planning p = {batch, &batch->rulebook->parts[part], place, {NULL, 0, 0}};
    int64_t day = 0;

    place->part = (uint32_t)part;
    place->reads = p.part->reads;
    place->item_count = p.part->items.count;
    place->require_count = p.part->requires.count;
    place->is_fast = mutaid__answer_is_program(p.part, &place->day, &day);
    TRY(add_pairs(&p));
    if (!place->is_fast)
        return MUTAID_OK;
    TRY(gather_days(&p));
    return build_stretches(&p, day);
}

/* --- keys of mixed streams ------------------------------------------------------------- */

/* The fact that all parts go by, and the most edges of any; NONE if they
 * differ. */
static uint32_t shared_day(const mutaid_batch *batch, size_t *edges_out)
{
    uint32_t day = MUTAID_NONE;
    size_t i;

    *edges_out = 0;
    for (i = 0; i < batch->part_count; i++) {
        const mutaid__batch_part *part = &batch->parts[i];

        if (part->stretch_count < 2)
            continue;
        if (day != MUTAID_NONE && part->day != day)
            return MUTAID_NONE;
        day = part->day;
        if (part->stretch_count - 1 > *edges_out)
            *edges_out = part->stretch_count - 1;
    }
    return day;
}

mutaid_status mutaid__batch_make_keys(mutaid_batch *batch)
{
    mutaid__batch_keys *keys = &batch->keys;
    size_t i, k, parts = batch->part_count;

    keys->day = shared_day(batch, &keys->edge_count);
    keys->edges = mutaid__arena_take(
        &batch->arena, (parts + 1) * keys->edge_count * sizeof *keys->edges);
    keys->bases =
        mutaid__arena_take(&batch->arena, (parts + 1) * sizeof *keys->bases);
    if (!keys->edges || !keys->bases)
        return MUTAID_ERROR_MEMORY;
    keys->count = 0;
    for (i = 0; i < parts; i++) {
        const mutaid__batch_part *part = &batch->parts[i];
        size_t stretches = part->stretch_count > 0 ? part->stretch_count : 1;

        keys->bases[i] = (uint16_t)keys->count;
        keys->count += stretches;
        for (k = 0; k < keys->edge_count; k++)
            keys->edges[i * keys->edge_count + k] =
                k + 1 < stretches ? part->stretches[k + 1].from : INT64_MAX;
    }
    for (k = 0; k < keys->edge_count; k++)
        keys->edges[parts * keys->edge_count + k] = INT64_MAX;
    keys->bases[parts] = (uint16_t)keys->count++;
    if (keys->count > UINT16_MAX)
        keys->day = MUTAID_NONE;
    return MUTAID_OK;
}
