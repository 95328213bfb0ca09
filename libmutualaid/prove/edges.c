/* SPDX-License-Identifier: MIT */
/* edges.c - where the rules of a part change: days and numbers, by fact. */
#include "prove/edges.h"

#include <string.h>

typedef struct finder {
    mutaid__arena *arena;
    const mutaid__model *model;
    mutaid__edges *edges;
    bool is_out_of_memory;
} finder;

/* Keep an edge in its place. */
static void add_edge(finder *f, uint32_t fact, int64_t value)
{
    struct mutaid__edge_list *list = &f->edges->by_fact[fact];
    size_t i = list->values.count;
    int64_t *last;

    while (i > 0 && list->values.items[i - 1] > value)
        i--;
    if (i > 0 && list->values.items[i - 1] == value)
        return;
    last = mutaid__array_push(f->arena, &list->values);
    if (!last) {
        f->is_out_of_memory = true;
        return;
    }
    memmove(&list->values.items[i + 1], &list->values.items[i],
            (list->values.count - 1 - i) * sizeof value);
    list->values.items[i] = value;
}

/* --- days ---------------------------------------------------------------------- */

static void add_force(finder *f, const mutaid__group *group,
                      mutaid__force force)
{
    if (group->dated_by->target != MUTAID__TARGET_FACT)
        return;
    if (force.from != INT64_MIN)
        add_edge(f, group->dated_by->index, force.from);
    if (force.until != INT64_MAX)
        add_edge(f, group->dated_by->index, force.until + 1);
}

static void add_versions(finder *f, const mutaid__group *group)
{
    size_t v;

    if (group->dated_by->target != MUTAID__TARGET_FACT)
        return;
    for (v = 1; v < group->version_count; v++)
        add_edge(f, group->dated_by->index, group->versions[v].from);
}

/* --- numbers --------------------------------------------------------------------- */

/* The fact that is loaded into a column. */
static uint32_t fact_in(const mutaid__program *program, uint32_t column)
{
    size_t low = 0, high = program->inputs.count;

    while (low < high) { /* columns are made one after the other */
        size_t middle = low + (high - low) / 2;

        if (program->inputs.items[middle].column < column)
            low = middle + 1;
        else
            high = middle;
    }
    return low < program->inputs.count &&
                   program->inputs.items[low].column == column
               ? program->inputs.items[low].fact
               : MUTAID_NONE;
}

/* The operation that makes a column, or NULL. */
static const mutaid__op *op_behind(const mutaid__program *program,
                                   uint32_t column)
{
    size_t low = 0, high = program->ops.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (program->ops.items[middle].out < column)
            low = middle + 1;
        else
            high = middle;
    }
    return low < program->ops.count && program->ops.items[low].out == column
               ? &program->ops.items[low]
               : NULL;
}

/* The fact that a column holds, times a constant: column = fact * times. */
static uint32_t fact_behind(const mutaid__program *program, uint32_t column,
                            mutaid__wide *times)
{
    const mutaid__op *op = op_behind(program, column);

    *times = mutaid__wide_of(1);
    if (!op || op->code != MUTAID__OP_SCALE)
        return fact_in(program, column);
    *times = program->constants.items[op->data].numerator;
    return fact_in(program, op->a);
}

/* The first value of the fact whose column is not below `at`. */
static void add_number(finder *f, const mutaid__program *program,
                       uint32_t column, mutaid__wide at)
{
    mutaid__wide times;
    uint32_t fact = fact_behind(program, column, &times);
    int64_t value;

    if (fact == MUTAID_NONE || mutaid__wide_is_negative(times) ||
        mutaid__wide_is_zero(times) ||
        !mutaid__wide_fits(mutaid__round(at, times, MUTAID__CEILING), &value))
        return;
    add_edge(f, fact, value);
    if (value < INT64_MAX)
        add_edge(f, fact, value + 1);
}

static bool constant_of(const mutaid__program *program, uint32_t column,
                        mutaid__wide *value)
{
    const mutaid__column *c = &program->columns.items[column];

    *value = c->least;
    return c->may == MUTAID__MAY_GIVEN &&
           mutaid__wide_compare(c->least, c->most) == 0;
}

static void add_op(finder *f, const mutaid__program *program,
                   const mutaid__op *op)
{
    mutaid__wide value;
    uint32_t i;

    switch ((mutaid__op_code)op->code) {
    case MUTAID__OP_SMALLER:
    case MUTAID__OP_LARGER:
    case MUTAID__OP_EQUAL:
    case MUTAID__OP_AT_MOST:
    case MUTAID__OP_BELOW:
        if (constant_of(program, op->b, &value))
            add_number(f, program, op->a, value);
        if (constant_of(program, op->a, &value))
            add_number(f, program, op->b, value);
        return;
    case MUTAID__OP_CURVE:
        for (i = 1; i < program->curves.items[op->data].count; i++)
            add_number(f, program, op->a,
                       program->curves.items[op->data].pieces[i].from);
        return;
    case MUTAID__OP_LOOK_UP:
        for (i = 1; i < program->tables.items[op->data].count; i++)
            add_number(f, program, op->a,
                       program->tables.items[op->data].cells[i].from);
        return;
    default:
        return;
    }
}

static void add_program(finder *f, const mutaid__program *program)
{
    size_t i;

    for (i = 0; i < program->ops.count && !f->is_out_of_memory; i++)
        add_op(f, program, &program->ops.items[i]);
}

/* --- the door ------------------------------------------------------------------------ */

static void add_part(finder *f, const mutaid__part *part)
{
    size_t i, v;

    for (i = 0; i < part->groups.count; i++) {
        const mutaid__group *group = &part->groups.items[i];

        add_versions(f, group);
        for (v = 0; v < group->version_count; v++)
            add_program(f, &group->versions[v].program);
    }
    if (part->groups.count > 0)
        add_force(f, &part->groups.items[0], part->force);
    for (i = 0; i < part->items.count && part->members.count == 0; i++)
        add_force(f, &part->groups.items[part->items.items[i].group],
                  part->items.items[i].force);
}

mutaid_status mutaid__edges_find(mutaid__arena *arena,
                                 const mutaid__model *model,
                                 const mutaid__part *part,
                                 mutaid__edges **edges_out)
{
    finder f = {arena, model, NULL, false};
    size_t i;

    f.edges = mutaid__arena_take(arena, sizeof *f.edges);
    if (!f.edges)
        return MUTAID_ERROR_MEMORY;
    f.edges->by_fact = mutaid__arena_take(
        arena, model->facts.count * sizeof *f.edges->by_fact);
    if (!f.edges->by_fact)
        return MUTAID_ERROR_MEMORY;
    add_part(&f, part);
    for (i = 0; i < part->members.count; i++)
        add_part(&f, part->members.items[i].part);
    if (f.is_out_of_memory)
        return MUTAID_ERROR_MEMORY;
    *edges_out = f.edges;
    return MUTAID_OK;
}

int64_t mutaid__edge_near(const mutaid__edges *edges, uint32_t fact,
                          int64_t least, int64_t most, int64_t near)
{
    const struct mutaid__edge_list *list = &edges->by_fact[fact];
    int64_t best = near;
    bool is_found = false;
    size_t i;

    for (i = 0; i < list->values.count; i++) {
        int64_t edge = list->values.items[i];
        uint64_t gap = edge > near ? (uint64_t)edge - (uint64_t)near
                                   : (uint64_t)near - (uint64_t)edge;
        uint64_t best_gap = best > near ? (uint64_t)best - (uint64_t)near
                                        : (uint64_t)near - (uint64_t)best;

        if (edge < least || edge > most || (is_found && gap >= best_gap))
            continue;
        best = edge;
        is_found = true;
    }
    return best;
}
