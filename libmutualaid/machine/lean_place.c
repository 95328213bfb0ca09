/* SPDX-License-Identifier: MIT */
/* lean_place.c - columns that live at different times share a place. */
#include "machine/lean.h"

#include "base/fault.h"

/* Places of one width: those that are free. */
typedef struct places {
    uint32_t *free;
    size_t count;
} places;

typedef struct placer {
    mutaid__lean *lean;
    uint32_t *last_use; /* by column: an operation; NONE: never let go */
    places of[MUTAID__LANE_COUNT];
} placer;

static uint32_t take_place(placer *p, mutaid__lane lane)
{
    places *places = &p->of[lane];
    uint32_t at = (uint32_t)p->lean->row_bytes;

    if (places->count > 0)
        return places->free[--places->count];
    p->lean->row_bytes += mutaid__lane_width(lane);
    return at;
}

static void give_place(placer *p, mutaid__lane lane, uint32_t at)
{
    p->of[lane].free[p->of[lane].count++] = at;
}

static void place_column(placer *p, uint32_t column)
{
    mutaid__lean_column *c = &p->lean->columns.items[column];

    c->cells_at = take_place(p, (mutaid__lane)c->lane);
    if (c->has_states)
        c->states_at = take_place(p, MUTAID__LANE_8);
}

static void release(placer *p, uint32_t column, uint32_t op)
{
    const mutaid__lean_column *c;

    if (column == MUTAID_NONE || p->last_use[column] != op)
        return;
    c = &p->lean->columns.items[column];
    p->last_use[column] = MUTAID_NONE;
    give_place(p, (mutaid__lane)c->lane, c->cells_at);
    if (c->has_states)
        give_place(p, MUTAID__LANE_8, c->states_at);
}

static void note_uses(placer *p)
{
    const mutaid__lean *lean = p->lean;
    uint32_t i;

    for (i = 0; i < lean->columns.count; i++)
        p->last_use[i] = MUTAID_NONE;
    for (i = 0; i < lean->ops.count; i++) {
        const mutaid__lean_op *op = &lean->ops.items[i];

        p->last_use[op->out] = i;
        if (op->a != MUTAID_NONE)
            p->last_use[op->a] = i;
        if (op->b != MUTAID_NONE)
            p->last_use[op->b] = i;
        if (op->c != MUTAID_NONE)
            p->last_use[op->c] = i;
    }
    for (i = 0; i < lean->result_count; i++)
        if (lean->results[i] != MUTAID_NONE)
            p->last_use[lean->results[i]] = MUTAID_NONE;
}

static mutaid_status start(placer *p, mutaid__arena *arena)
{
    size_t count = p->lean->columns.count;
    mutaid__lane lane;

    p->last_use = mutaid__arena_take(arena, count * sizeof *p->last_use);
    if (!p->last_use)
        return MUTAID_ERROR_MEMORY;
    for (lane = 0; lane < MUTAID__LANE_COUNT; lane++) {
        p->of[lane].free =
            mutaid__arena_take(arena, 2 * count * sizeof *p->of[lane].free);
        if (!p->of[lane].free)
            return MUTAID_ERROR_MEMORY;
    }
    return MUTAID_OK;
}

mutaid_status mutaid__lean_place(mutaid__arena *arena, mutaid__lean *lean)
{
    placer p = {lean, NULL, {{NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}}};
    uint32_t i;

    TRY(start(&p, arena));
    note_uses(&p);
    for (i = 0; i < lean->program->inputs.count; i++)
        if (lean->inputs[i] != MUTAID_NONE)
            place_column(&p, lean->inputs[i]);
    for (i = 0; i < lean->ops.count; i++) {
        const mutaid__lean_op *op = &lean->ops.items[i];

        place_column(&p, op->out);
        release(&p, op->a, i);
        release(&p, op->b, i);
        release(&p, op->c, i);
        release(&p, op->out, i);
    }
    return MUTAID_OK;
}
