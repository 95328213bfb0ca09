/* SPDX-License-Identifier: MIT */
/* lower_names.c - facts, values and tables to columns. */
#include "words/kinds.h"
#include "words/lower.h"

/* How many ways of one program to use values: others, on other days. */
#define MOST_VALUE_USES 5000

/* --- facts ---------------------------------------------------------------------- */

static const mutaid__with *find_with(const mutaid__lowering *lowering,
                                     uint32_t fact)
{
    size_t i;

    for (i = 0; i < lowering->with_count && !lowering->is_inside_with; i++)
        if (lowering->with[i].fact == fact)
            return &lowering->with[i];
    return NULL;
}

static mutaid__span fact_range(const mutaid__fact *fact, bool may_be_absent)
{
    mutaid__span range = {mutaid__wide_of(fact->at_least),
                          mutaid__wide_of(fact->at_most),
                          MUTAID__MAY_GIVEN};

    if (fact->is_optional || may_be_absent)
        range.may |= MUTAID__MAY_ABSENT;
    return range;
}

/* What stands in a fact's place must be what could be typed for it. */
static void check_with(mutaid__lowering *lowering, const mutaid__with *with,
                       uint32_t column)
{
    const mutaid__fact *fact = &lowering->model->facts.items[with->fact];
    const mutaid__column *c = mutaid__emitted(&lowering->emitter, column);
    mutaid__ratio least = {c->least, c->denominator};
    mutaid__ratio most = {c->most, c->denominator};
    mutaid__ratio low = {mutaid__wide_of(fact->at_least), fact->denominator};
    mutaid__ratio high = {mutaid__wide_of(fact->at_most), fact->denominator};
    bool leaves = (c->may & MUTAID__MAY_GIVEN) &&
                  (mutaid__ratio_compare(least, low) < 0 ||
                   mutaid__ratio_compare(most, high) > 0);

    if (leaves || ((c->may & MUTAID__MAY_ABSENT) && !fact->is_optional))
        mutaid__lower_fault(
            lowering, MUTAID_CODE_WITH_RANGE, with->place, fact->name,
            leaves ? mutaid__lower_text(lowering, fact->shape, most)
                   : mutaid__slice_of("absent"));
}

static uint32_t lower_with(mutaid__lowering *lowering,
                           const mutaid__with *with)
{
    mutaid__reading_day outer = lowering->day;
    uint32_t column;

    lowering->day = lowering->with_day;
    lowering->is_inside_with = true;
    column = mutaid__lower_operand(lowering, with->use);
    lowering->is_inside_with = false;
    lowering->day = outer;
    check_with(lowering, with, column);
    return column;
}

uint32_t mutaid__lower_fact(mutaid__lowering *lowering, uint32_t fact)
{
    const mutaid__with *with = find_with(lowering, fact);
    const mutaid__fact *f = &lowering->model->facts.items[fact];

    if (with)
        return lower_with(lowering, with);
    mutaid__touch_fact(lowering, fact);
    return mutaid__emit_fact(&lowering->emitter, fact, f->denominator,
                             fact_range(f, lowering->closes_facts));
}

/* --- values --------------------------------------------------------------------- */

/* How much is recorded here: nothing, touches only (requirements), or lines
 * as well. */
static int recording(const mutaid__lowering *lowering)
{
    if (lowering->is_silent || lowering->is_bending)
        return 0;
    return lowering->purpose == MUTAID__FOR_AMOUNT ? 2 : 1;
}

static mutaid__lowered_value *find_value(mutaid__lowering *lowering,
                                         uint32_t value)
{
    size_t i;

    if (lowering->assumption_count > 0 || lowering->is_inside_with)
        return NULL;
    for (i = 0; i < lowering->values.count; i++) {
        mutaid__lowered_value *known = &lowering->values.items[i];

        if (known->value == value && known->date == lowering->day.date &&
            known->detail >= recording(lowering))
            return known;
    }
    return NULL;
}

/* The lines and touches of an earlier use, again where we are now. */
static void repeat_lines(mutaid__lowering *lowering,
                         mutaid__lowered_value known)
{
    size_t i, shift = lowering->lines.count - known.first_line;

    if (recording(lowering) == 0)
        return;
    for (i = known.first_line; i < known.end_line; i++) {
        mutaid__line_plan line = lowering->lines.items[i];
        mutaid__line_plan *copy =
            mutaid__lower_line(lowering, line.word, line.step);

        if (!copy)
            break;
        line.depth = line.depth - known.depth + lowering->depth;
        line.item = lowering->item;
        line.guard = mutaid__emit_and(&lowering->emitter, lowering->guard,
                                      line.guard);
        *copy = line;
    }
    for (i = known.first_touch; i < known.end_touch; i++) {
        mutaid__touch touch = lowering->touches.items[i];
        mutaid__touch *copy =
            mutaid__array_push(lowering->arena, &lowering->touches);

        if (!copy) {
            lowering->emitter.problem = MUTAID__EMIT_NO_MEMORY;
            return;
        }
        touch.guard = mutaid__emit_and(&lowering->emitter, lowering->guard,
                                       touch.guard);
        touch.line = touch.line != MUTAID_NONE &&
                             touch.line >= known.first_line &&
                             touch.line < known.end_line &&
                             recording(lowering) == 2
                         ? (uint32_t)(touch.line + shift)
                         : lowering->line;
        touch.item = lowering->item;
        touch.requirement = lowering->requirement;
        touch.purpose = lowering->purpose;
        *copy = touch;
    }
}

/* A value is lowered outside any branch, so that a later use elsewhere finds
 * it as it is; the guard of its use is put on what it recorded. */
static uint32_t lower_afresh(mutaid__lowering *lowering, uint32_t value,
                             mutaid__lowered_value *known_out)
{
    const mutaid__named_value *named = &lowering->model->values.items[value];
    bool is_pipeline = named->use->kind == &mutaid__operand_steps;
    uint32_t guard = lowering->guard;
    mutaid__line_plan *line;
    size_t position = lowering->lines.count;

    known_out->value = value;
    known_out->date = lowering->day.date;
    known_out->first_line = position;
    known_out->first_touch = lowering->touches.count;
    known_out->depth = lowering->depth;
    known_out->detail = recording(lowering);
    lowering->guard = MUTAID_NONE;
    line = mutaid__lower_line(lowering, named->use, "value");
    if (line) {
        line->value = value;
        line->clause = named->clause;
        line->shape = named->use->shape;
    }
    mutaid__touch_clause(lowering, named->clause);
    lowering->depth += is_pipeline ? 1 : 0;
    known_out->column = mutaid__lower_operand(lowering, named->use);
    lowering->depth -= is_pipeline ? 1 : 0;
    lowering->guard = guard;
    known_out->end_line = lowering->lines.count;
    known_out->end_touch = lowering->touches.count;
    if (line)
        lowering->lines.items[position].after = known_out->column;
    return known_out->column;
}

static void guard_lines(mutaid__lowering *lowering,
                        const mutaid__lowered_value *known)
{
    size_t i;

    if (lowering->guard == MUTAID_NONE)
        return;
    for (i = known->first_line; i < known->end_line; i++)
        lowering->lines.items[i].guard =
            mutaid__emit_and(&lowering->emitter, lowering->guard,
                             lowering->lines.items[i].guard);
    for (i = known->first_touch; i < known->end_touch; i++)
        lowering->touches.items[i].guard =
            mutaid__emit_and(&lowering->emitter, lowering->guard,
                             lowering->touches.items[i].guard);
}

/* Values that use others twice, on two days or in two branches could double
 * with each: so many ways to be used are enough. Said once. */
static bool is_used_too_often(mutaid__lowering *lowering, uint32_t value)
{
    const mutaid__named_value *named = &lowering->model->values.items[value];

    if (lowering->value_uses++ == MOST_VALUE_USES)
        mutaid__lower_fault(lowering, MUTAID_CODE_VALUES_TOO_MANY,
                            named->use->place, named->name,
                            mutaid__slice_of(NULL));
    return lowering->value_uses > MOST_VALUE_USES;
}

uint32_t mutaid__lower_value(mutaid__lowering *lowering, uint32_t value)
{
    mutaid__lowered_value *known = find_value(lowering, value), *place;
    mutaid__lowered_value fresh;
    uint32_t shown = lowering->shown_operand;
    mutaid__shape shown_shape = lowering->shown_shape;

    if (known) {
        repeat_lines(lowering, *known);
        return known->column;
    }
    if (is_used_too_often(lowering, value))
        return mutaid__emit_integer(&lowering->emitter, 0);
    (void)lower_afresh(lowering, value, &fresh);
    lowering->shown_operand = shown;
    lowering->shown_shape = shown_shape;
    lowering->shown_exact = MUTAID_NONE;
    /* a guarded copy belongs to its branch: only an open one is kept */
    if (lowering->guard == MUTAID_NONE && lowering->assumption_count == 0 &&
        !lowering->is_inside_with) {
        place = mutaid__array_push(lowering->arena, &lowering->values);
        if (!place)
            lowering->emitter.problem = MUTAID__EMIT_NO_MEMORY;
        else
            *place = fresh;
    }
    guard_lines(lowering, &fresh);
    return fresh.column;
}

/* --- tables --------------------------------------------------------------------- */

static uint32_t lower_level(mutaid__lowering *lowering,
                            const mutaid__named_table *table, size_t depth,
                            const mutaid__level *level);

static uint32_t lower_otherwise(mutaid__lowering *lowering,
                                const mutaid__named_table *table)
{
    return table->otherwise
               ? mutaid__lower_operand(lowering, table->otherwise)
               : mutaid__emit_state(&lowering->emitter, MUTAID_STATE_NO_RULE);
}

/* Every key that can occur has a row, unless `otherwise` answers. */
static void check_cover(mutaid__lowering *lowering,
                        const mutaid__named_table *table, size_t depth,
                        const mutaid__level *level, uint32_t key)
{
    const mutaid__column *c = mutaid__emitted(&lowering->emitter, key);
    mutaid__ratio expected = {c->least, c->denominator};
    mutaid__ratio most = {c->most, c->denominator};
    mutaid__ratio step = {mutaid__wide_of(1), c->denominator};
    size_t i;

    if (table->has_otherwise || !(c->may & MUTAID__MAY_GIVEN))
        return;
    for (i = 0; i < level->entry_count; i++) {
        int order =
            mutaid__ratio_compare(level->entries[i].from, expected);

        if (level->is_bands && i > 0)
            return;
        if (order > 0)
            break;
        if (order == 0 && !mutaid__ratio_add(expected, step, &expected))
            return;
    }
    if (!level->is_bands && mutaid__ratio_compare(expected, most) > 0)
        return;
    if (level->is_bands && i > 0)
        return;
    mutaid__lower_fault(
        lowering, MUTAID_CODE_TABLE_GAP, level->place, table->name,
        mutaid__lower_text(lowering, table->by[depth]->shape, expected));
}

static uint32_t lower_cell(mutaid__lowering *lowering,
                           const mutaid__named_table *table, size_t depth,
                           const mutaid__level *level, size_t i)
{
    const mutaid__entry *entry = &level->entries[i];

    mutaid__lower_branch(
        lowering,
        (mutaid__branch){table->by[depth], depth > 0 ? table->by[0] : NULL, 0,
                         entry->clause, 0});
    if (level->levels && level->levels[i])
        return lower_level(lowering, table, depth + 1, level->levels[i]);
    mutaid__touch_clause(lowering, entry->clause);
    return entry->use
               ? mutaid__lower_operand(lowering, entry->use)
               : mutaid__emit_state(&lowering->emitter, MUTAID_STATE_NO_RULE);
}

/* Cells that are all known beforehand become one look-up; not rows by a key
 * that may lie between two of them. */
static bool look_up(mutaid__lowering *lowering, const mutaid__level *level,
                    const uint32_t *columns, uint32_t otherwise, uint32_t key,
                    uint32_t *out)
{
    size_t count = 0, i, most = 2 * level->entry_count + 1;
    mutaid__entry_cell *cells =
        mutaid__arena_take(lowering->arena, most * sizeof *cells);
    mutaid__entry_cell other;

    if (!level->is_bands &&
        mutaid__emitted(&lowering->emitter, key)->denominator != 1)
        return false;
    if (!cells || !mutaid__emitted_constant(&lowering->emitter, otherwise,
                                            &other.value, &other.state))
        return false;
    other.from = mutaid__ratio_of(0);
    cells[count++] = other;
    for (i = 0; i < level->entry_count; i++) {
        mutaid__entry_cell *cell = &cells[count];

        if (!mutaid__emitted_constant(&lowering->emitter, columns[i],
                                      &cell->value, &cell->state))
            return false;
        cell->from = level->entries[i].from;
        count++;
        if (level->is_bands)
            continue;
        cells[count] = other;
        if (!mutaid__ratio_add(cell->from, mutaid__ratio_of(1),
                               &cells[count].from))
            return false;
        if (i + 1 == level->entry_count ||
            mutaid__ratio_compare(cells[count].from,
                                  level->entries[i + 1].from) < 0)
            count++;
    }
    *out = mutaid__emit_look_up(&lowering->emitter, key, cells, count);
    return true;
}

static uint32_t select_cell(mutaid__lowering *lowering,
                            const mutaid__level *level,
                            const uint32_t *columns, const uint32_t *matches,
                            uint32_t otherwise, uint32_t key)
{
    mutaid__emitter *emitter = &lowering->emitter;
    uint32_t result = otherwise;
    size_t i;

    for (i = 0; i < level->entry_count; i++) {
        /* bands: the last edge reached wins; rows: only one matches */
        result = mutaid__emit_select(emitter, matches[i], columns[i], result);
    }
    return mutaid__emit_select(
        emitter, mutaid__emit_exists(emitter, key), result,
        mutaid__emit_state(emitter, MUTAID_STATE_ABSENT));
}

static uint32_t lower_level(mutaid__lowering *lowering,
                            const mutaid__named_table *table, size_t depth,
                            const mutaid__level *level)
{
    mutaid__emitter *emitter = &lowering->emitter;
    uint32_t key = mutaid__lower_operand(lowering, table->by[depth]);
    uint32_t otherwise = lower_otherwise(lowering, table), result;
    size_t count = level->entry_count, i;
    uint32_t *columns =
        mutaid__arena_take(lowering->arena, 2 * count * sizeof *columns);
    uint32_t *matches;

    if (!columns) {
        emitter->problem = MUTAID__EMIT_NO_MEMORY;
        return otherwise;
    }
    matches = columns + count;
    check_cover(lowering, table, depth, level, key);
    for (i = 0; i < count; i++) {
        uint32_t from =
            mutaid__emit_constant(emitter, level->entries[i].from);
        uint32_t guard, here;

        matches[i] = level->is_bands
                         ? mutaid__emit_binary(emitter, MUTAID__OP_AT_MOST,
                                               from, key)
                         : mutaid__emit_binary(emitter, MUTAID__OP_EQUAL, from,
                                               key);
        here = matches[i];
        if (level->is_bands && i + 1 < count)
            here = mutaid__emit_and(
                emitter, here,
                mutaid__emit_binary(
                    emitter, MUTAID__OP_BELOW, key,
                    mutaid__emit_constant(emitter,
                                          level->entries[i + 1].from)));
        guard = mutaid__enter_branch(lowering, here);
        columns[i] = lower_cell(lowering, table, depth, level, i);
        mutaid__leave_branch(lowering, guard);
    }
    if (look_up(lowering, level, columns, otherwise, key, &result))
        return result;
    return select_cell(lowering, level, columns, matches, otherwise, key);
}

uint32_t mutaid__lower_table(mutaid__lowering *lowering, uint32_t table)
{
    const mutaid__named_table *named = &lowering->model->tables.items[table];

    mutaid__touch_clause(lowering, named->clause);
    return lower_level(lowering, named, 0, named->level);
}
