/* SPDX-License-Identifier: MIT */
/* type_model.c - values, tables, schemes and packages typed as a whole. */
#include "words/kinds.h"
#include "words/type.h"

/* How many values and tables may be typed inside one another, because each is
 * used before it is written: it bounds the stack. */
#define MOST_NAME_DEPTH 100

/* --- values ---------------------------------------------------------------------- */

static void report_cycle(mutaid__typer *typer, const mutaid__word *user,
                         mutaid__slice name)
{
    mutaid__type_fault(typer, MUTAID_CODE_CYCLE, user->place, name,
                       mutaid__slice_of(NULL));
}

static bool is_too_deep(mutaid__typer *typer, mutaid__place place,
                        mutaid__slice name)
{
    if (typer->name_depth < MOST_NAME_DEPTH)
        return false;
    mutaid__type_fault(typer, MUTAID_CODE_VALUES_TOO_DEEP, place, name,
                       mutaid__slice_of(NULL));
    return true;
}

mutaid__shape mutaid__type_value(mutaid__typer *typer, uint32_t value,
                                 const mutaid__word *user)
{
    mutaid__named_value *named = &typer->model->values.items[value];
    bool outer = typer->is_in_cumulative;

    if (named->progress == MUTAID__UNDER_WAY) {
        report_cycle(typer, user, named->name);
        return MUTAID__NO_SHAPE;
    }
    if (!named->use)
        return MUTAID__NO_SHAPE;
    if (named->progress == MUTAID__DONE)
        return named->use->shape;
    if (is_too_deep(typer, named->use->place, named->name))
        return MUTAID__NO_SHAPE;
    named->progress = MUTAID__UNDER_WAY;
    typer->is_in_cumulative = false;
    typer->name_depth++;
    (void)mutaid__type_word(typer, named->use, MUTAID__NO_SHAPE);
    typer->name_depth--;
    typer->is_in_cumulative = outer;
    named->progress = MUTAID__DONE;
    return named->use->shape;
}

void mutaid__type_per(mutaid__typer *typer, mutaid__per *per)
{
    size_t i;

    for (i = 0; per && i < per->fact_count; i++)
        (void)mutaid__type_word(typer, per->facts[i], MUTAID__NO_SHAPE);
}

/* --- tables ---------------------------------------------------------------------- */

/* A row's key as written, as a number of the key's type. */
static bool key_number(mutaid__typer *typer, mutaid__shape shape,
                       mutaid__slice key, int64_t *number_out)
{
    uint32_t choice;

    switch (shape.type) {
    case MUTAID_TYPE_CHOICE:
        choice = mutaid__choice_of(typer->model, shape.domain, key);
        *number_out = choice;
        return choice != MUTAID_NONE;
    case MUTAID_TYPE_FLAG:
        *number_out = mutaid__slice_is(key, "true");
        return *number_out || mutaid__slice_is(key, "false");
    case MUTAID_TYPE_COUNT:
        return mutaid__read_integer(key, number_out);
    default:
        return false;
    }
}

static bool is_below(const mutaid__level *level, size_t a, size_t b)
{
    return mutaid__ratio_compare(level->entries[a].from,
                                 level->entries[b].from) < 0;
}

static void swap_rows(mutaid__level *level, size_t a, size_t b)
{
    mutaid__entry entry = level->entries[a];
    mutaid__slice key = level->keys[a];

    level->entries[a] = level->entries[b];
    level->entries[b] = entry;
    level->keys[a] = level->keys[b];
    level->keys[b] = key;
    if (level->levels) {
        mutaid__level *below = level->levels[a];

        level->levels[a] = level->levels[b];
        level->levels[b] = below;
    }
}

/* Let the row at `top` of a heap sink to its place among the first `count`. */
static void sink(mutaid__level *level, size_t top, size_t count)
{
    size_t child;

    for (; (child = 2 * top + 1) < count; top = child) {
        if (child + 1 < count && is_below(level, child, child + 1))
            child++;
        if (!is_below(level, top, child))
            return;
        swap_rows(level, top, child);
    }
}

/* Rows in the order of their keys, with their cells: as quick for any order in
 * which they are written. */
static void sort_rows(mutaid__level *level)
{
    size_t i;

    for (i = level->entry_count / 2; i-- > 0;)
        sink(level, i, level->entry_count);
    for (i = level->entry_count; i-- > 1;) {
        swap_rows(level, 0, i);
        sink(level, 0, i);
    }
}

static void type_rows(mutaid__typer *typer, mutaid__level *level,
                      mutaid__shape key)
{
    size_t i;

    for (i = 0; i < level->entry_count; i++) {
        int64_t number = 0;

        if (key.type != MUTAID_TYPE_NONE && level->keys[i].data &&
            !key_number(typer, key, level->keys[i], &number))
            mutaid__type_fault(typer, MUTAID_CODE_TABLE_KEY,
                               level->entries[i].place, level->keys[i],
                               mutaid__shape_text(typer, key));
        level->entries[i].from = mutaid__ratio_of(number);
    }
}

/* Edges of bands are literals of the key's type that rise. */
static void type_bands(mutaid__typer *typer, mutaid__level *level,
                       mutaid__shape key)
{
    const mutaid__entry *before = NULL;
    size_t i;

    if (key.type == MUTAID_TYPE_FLAG || key.type == MUTAID_TYPE_CHOICE) {
        mutaid__type_fault(typer, MUTAID_CODE_NO_ORDER, level->place,
                           mutaid__shape_text(typer, key),
                           mutaid__slice_of(NULL));
        return;
    }
    for (i = 0; i < level->entry_count; i++) {
        mutaid__entry *entry = &level->entries[i];

        if (!entry->when || !entry->when->kind)
            continue;
        mutaid__type_as(typer, entry->when, key);
        if (entry->when->shape.type == MUTAID_TYPE_NONE)
            continue;
        entry->from = entry->when->literal;
        if (before && mutaid__ratio_compare(before->from, entry->from) >= 0)
            mutaid__type_fault(typer, MUTAID_CODE_NOT_RISING,
                               entry->when->place, entry->when->text,
                               mutaid__slice_of(NULL));
        before = entry;
    }
}

static void reach_down(mutaid__named_table *table, const mutaid__word *word)
{
    if (word && word->depth > table->depth)
        table->depth = word->depth;
}

static void type_cell(mutaid__typer *typer, mutaid__named_table *table,
                      mutaid__word *cell)
{
    mutaid__shape found = mutaid__type_word(typer, cell, MUTAID__NO_SHAPE);

    reach_down(table, cell);
    if (table->shape.type == MUTAID_TYPE_NONE)
        table->shape = found;
    if (!mutaid__shape_fits(table->shape, found))
        mutaid__type_mismatch(typer, cell->place, table->shape, found);
}

static void type_level(mutaid__typer *typer, mutaid__named_table *table,
                       size_t depth, mutaid__level *level)
{
    mutaid__shape key;
    size_t i;

    if (!level || depth >= table->by_count)
        return;
    key = table->by[depth]->shape;
    if (level->is_bands)
        type_bands(typer, level, key);
    else
        type_rows(typer, level, key);
    for (i = 0; i < level->entry_count; i++) {
        if (level->levels && level->levels[i])
            type_level(typer, table, depth + 1, level->levels[i]);
        else
            type_cell(typer, table, level->entries[i].use);
    }
    if (!level->is_bands)
        sort_rows(level);
}

mutaid__shape mutaid__type_table(mutaid__typer *typer, uint32_t table,
                                 const mutaid__word *user)
{
    mutaid__named_table *named = &typer->model->tables.items[table];
    size_t i;

    if (named->progress == MUTAID__UNDER_WAY)
        report_cycle(typer, user, named->name);
    if (named->progress != MUTAID__UNTOUCHED ||
        is_too_deep(typer, named->place, named->name))
        return named->shape;
    named->progress = MUTAID__UNDER_WAY;
    typer->name_depth++;
    for (i = 0; i < named->by_count; i++) {
        (void)mutaid__type_word(typer, named->by[i], MUTAID__NO_SHAPE);
        reach_down(named, named->by[i]);
    }
    type_level(typer, named, 0, named->level);
    if (named->otherwise)
        type_cell(typer, named, named->otherwise);
    typer->name_depth--;
    named->progress = MUTAID__DONE;
    return named->shape;
}

/* --- schemes ---------------------------------------------------------------------- */

static void type_condition(mutaid__typer *typer, mutaid__word *condition)
{
    mutaid__type_as_type(typer, condition, MUTAID_TYPE_FLAG);
}

static void type_requires(mutaid__typer *typer, mutaid__requires *requires)
{
    size_t i;

    for (i = 0; i < requires->items.count; i++) {
        type_condition(typer, requires->items.items[i].condition);
        type_condition(typer, requires->items.items[i].when);
    }
}

static void type_benefit(mutaid__typer *typer, mutaid__benefit *benefit)
{
    mutaid__shape shape;

    mutaid__type_as_type(typer, benefit->dated_by, MUTAID_TYPE_DATE);
    type_condition(typer, benefit->when);
    type_requires(typer, &benefit->requires);
    shape = mutaid__type_steps(typer, benefit->steps, MUTAID__NO_SHAPE);
    if (shape.type != MUTAID_TYPE_NONE && shape.type != MUTAID_TYPE_MONEY)
        mutaid__type_mismatch(typer, benefit->steps->place,
                              mutaid__shape_of(MUTAID_TYPE_MONEY), shape);
}

static void type_contribution(mutaid__typer *typer,
                              mutaid__contribution *contribution)
{
    size_t i;

    mutaid__type_as_type(typer, contribution->dated_by, MUTAID_TYPE_DATE);
    type_requires(typer, &contribution->requires);
    for (i = 0; i < contribution->parts.count; i++)
        type_benefit(typer, &contribution->parts.items[i]);
}

static void type_scheme(mutaid__typer *typer, mutaid__scheme *scheme)
{
    size_t i;

    mutaid__type_as_type(typer, scheme->dated_by, MUTAID_TYPE_DATE);
    type_requires(typer, &scheme->requires);
    for (i = 0; i < scheme->benefits.count; i++)
        type_benefit(typer, &scheme->benefits.items[i]);
    for (i = 0; i < scheme->deadlines.count; i++) {
        mutaid__deadline *deadline = &scheme->deadlines.items[i];

        mutaid__type_as_type(typer, deadline->dated_by, MUTAID_TYPE_DATE);
        mutaid__type_as_type(typer, deadline->last_day, MUTAID_TYPE_DATE);
        mutaid__type_as_type(typer, deadline->kept_by, MUTAID_TYPE_DATE);
        type_condition(typer, deadline->when);
    }
    mutaid__type_as_type(typer, scheme->total.at_most, MUTAID_TYPE_MONEY);
    mutaid__type_as_type(typer, scheme->total.so_far, MUTAID_TYPE_MONEY);
    mutaid__type_per(typer, &scheme->total.per);
    if (scheme->contribution.exists)
        type_contribution(typer, &scheme->contribution);
}

static void type_with(mutaid__typer *typer, mutaid__with *with)
{
    if (with->fact != MUTAID_NONE)
        mutaid__type_as(typer, with->use,
                        typer->model->facts.items[with->fact].shape);
}

static void type_package(mutaid__typer *typer, mutaid__package *package)
{
    size_t i, j;

    mutaid__type_as_type(typer, package->dated_by, MUTAID_TYPE_DATE);
    for (i = 0; i < package->members.count; i++) {
        mutaid__member *member = &package->members.items[i];

        type_condition(typer, member->when);
        for (j = 0; j < member->with.count; j++)
            type_with(typer, &member->with.items[j]);
    }
}

static void type_pipeline(mutaid__typer *typer, mutaid__word *steps,
                          mutaid_type type)
{
    mutaid__shape shape = mutaid__type_steps(typer, steps, MUTAID__NO_SHAPE);

    if (shape.type != MUTAID_TYPE_NONE && shape.type != type)
        mutaid__type_mismatch(typer, steps->place, mutaid__shape_of(type),
                              shape);
}

static void type_subsidy(mutaid__typer *typer, mutaid__subsidy *subsidy)
{
    mutaid__type_as_type(typer, subsidy->share, MUTAID_TYPE_RATE);
    mutaid__type_as_type(typer, subsidy->borrower_rate, MUTAID_TYPE_RATE);
    mutaid__type_as_type(typer, subsidy->rate_at_most, MUTAID_TYPE_RATE);
    mutaid__type_as_type(typer, subsidy->months_at_most, MUTAID_TYPE_COUNT);
    mutaid__type_as_type(typer, subsidy->total, MUTAID_TYPE_MONEY);
}

static void type_loan(mutaid__typer *typer, mutaid__loan *loan)
{
    mutaid__type_as_type(typer, loan->dated_by, MUTAID_TYPE_DATE);
    type_requires(typer, &loan->requires);
    type_pipeline(typer, loan->limit, MUTAID_TYPE_MONEY);
    type_pipeline(typer, loan->term, MUTAID_TYPE_COUNT);
    type_pipeline(typer, loan->guarantee, MUTAID_TYPE_RATE);
    type_contribution(typer, &loan->fees);
    mutaid__type_as_type(typer, loan->rate, MUTAID_TYPE_RATE);
    mutaid__type_as_type(typer, loan->reprice, MUTAID_TYPE_COUNT);
    mutaid__type_as_type(typer, loan->day_count, MUTAID_TYPE_COUNT);
    mutaid__type_as_type(typer, loan->repayment, MUTAID_TYPE_COUNT);
    mutaid__type_as_type(typer, loan->penalty.use, MUTAID_TYPE_RATE);
    mutaid__type_as_type(typer, loan->compound.use, MUTAID_TYPE_RATE);
    type_subsidy(typer, &loan->subsidy);
}

void mutaid__type_parameter(mutaid__typer *typer, mutaid__parameter *parameter)
{
    mutaid__shape written = mutaid__type_word(typer, parameter->written,
                                              MUTAID__NO_SHAPE);
    mutaid__shape use =
        mutaid__type_word(typer, parameter->use, MUTAID__NO_SHAPE);

    if (!mutaid__shape_fits(written, use))
        mutaid__report_add(typer->report, MUTAID_CODE_OVERRIDE_TYPE,
                           parameter->written->place, parameter->name,
                           mutaid__shape_text(typer, written),
                           mutaid__shape_text(typer, use));
}

void mutaid__type_model(mutaid__typer *typer)
{
    mutaid__model *model = typer->model;
    const mutaid__word *nobody = NULL;
    uint32_t i;

    for (i = 0; i < model->parameters.count; i++)
        mutaid__type_parameter(typer, &model->parameters.items[i]);
    for (i = 0; i < model->values.count; i++)
        (void)mutaid__type_value(typer, i, nobody);
    for (i = 0; i < model->tables.count; i++)
        (void)mutaid__type_table(typer, i, nobody);
    for (i = 0; i < model->schemes.count; i++)
        type_scheme(typer, &model->schemes.items[i]);
    for (i = 0; i < model->packages.count; i++)
        type_package(typer, &model->packages.items[i]);
    for (i = 0; i < model->loans.count; i++)
        type_loan(typer, &model->loans.items[i]);
}
