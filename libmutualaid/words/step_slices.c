/* SPDX-License-Identifier: MIT */
/* step_slices.c - slices [{"from": "0.00", "rate": "20%"}]: each its rate. */
#include "words/edges.h"
#include "words/step_common.h"

/* A list of slices is a word of its own, since it may be dated: its entries
 * hold `from` in `when` and the rate in `use`. */

static mutaid__shape type_list(mutaid__typer *typer, mutaid__word *list,
                               mutaid__shape given)
{
    mutaid__shape shape = MUTAID__NO_SHAPE, product;
    size_t i;

    for (i = 0; i < list->entry_count; i++) {
        mutaid__entry *entry = &list->entries[i];
        mutaid__shape rate =
            mutaid__type_word(typer, entry->use, MUTAID__NO_SHAPE);

        mutaid__type_as(typer, entry->when, given);
        if (!mutaid__shape_product(given, rate, &product)) {
            mutaid__type_fault(typer, MUTAID_CODE_CANNOT_MULTIPLY,
                               entry->use->place,
                               mutaid__shape_text(typer, given),
                               mutaid__shape_text(typer, rate));
            product = MUTAID__NO_SHAPE;
        }
        if (shape.type == MUTAID_TYPE_NONE)
            shape = product;
        else if (!mutaid__shape_fits(shape, product))
            mutaid__type_mismatch(typer, entry->use->place, shape, product);
    }
    return shape;
}

/* The part of the amount above `from`: amount - from, not below zero. */
static uint32_t above(mutaid__lowering *lowering, uint32_t amount,
                      const mutaid__word *from)
{
    mutaid__emitter *emitter = &lowering->emitter;
    uint32_t edge = mutaid__lower_operand(lowering, from);
    uint32_t rest =
        mutaid__emit_binary(emitter, MUTAID__OP_SUBTRACT, amount, edge);

    return mutaid__emit_binary(emitter, MUTAID__OP_LARGER, rest,
                               mutaid__emit_integer(emitter, 0));
}

static bool bend_list(mutaid__lowering *lowering, const mutaid__word *list,
                      mutaid__bends *bends_out)
{
    mutaid__ratio offset = mutaid__ratio_of(0), none = offset;
    mutaid__ratio rate_before = none;
    size_t i;

    *bends_out = (mutaid__bends){{0, 0, 0}};
    if (mutaid__bends_push(lowering->arena, bends_out, none, none, none) !=
        MUTAID__CURVE_OK)
        return false;
    for (i = 0; i < list->entry_count; i++) {
        mutaid__ratio from, rate, change, lift;

        if (!mutaid__constant_operand(lowering, list->entries[i].when,
                                      &from) ||
            !mutaid__constant_operand(lowering, list->entries[i].use, &rate) ||
            !mutaid__ratio_sub(rate_before, rate, &change) ||
            !mutaid__ratio_mul(change, from, &lift) ||
            !mutaid__ratio_add(offset, lift, &offset) ||
            mutaid__bends_push(lowering->arena, bends_out, from, rate,
                               offset) != MUTAID__CURVE_OK)
            return false;
        rate_before = rate;
    }
    return true;
}

/* A line for a slice that the amount reaches: its part, rate and product. */
static void tell_slice(mutaid__lowering *lowering, const mutaid__word *list,
                       const mutaid__entry *entry, uint32_t part,
                       uint32_t rate, uint32_t product)
{
    mutaid__emitter *emitter = &lowering->emitter;
    uint32_t reached, guard;
    mutaid__line_plan *line;

    if (lowering->is_silent || lowering->purpose != MUTAID__FOR_AMOUNT)
        return;
    reached = mutaid__emit_binary(emitter, MUTAID__OP_BELOW,
                                  mutaid__emit_integer(emitter, 0), part);
    guard = mutaid__enter_branch(lowering, reached);
    line = mutaid__lower_line(lowering, list, "slice");
    if (lowering->is_watched)
        mutaid__touch_clause(lowering, entry->clause);
    mutaid__leave_branch(lowering, guard);
    if (!line)
        return;
    line->clause = entry->clause;
    line->before = part;
    line->operand = rate;
    line->after = product;
    line->before_shape = entry->when->shape;
    line->operand_shape = entry->use->shape;
    line->shape = list->shape;
}

/* The sum over slices of rate x (above its from, less above the next). */
static uint32_t lower_sum(mutaid__lowering *lowering, const mutaid__word *list,
                          uint32_t amount)
{
    mutaid__emitter *emitter = &lowering->emitter;
    uint32_t total = mutaid__emit_integer(emitter, 0);
    uint32_t part = above(lowering, amount, list->entries[0].when);
    size_t i;

    for (i = 0; i < list->entry_count; i++) {
        uint32_t rate = mutaid__lower_operand(lowering, list->entries[i].use);
        uint32_t slice = part, product;

        if (i + 1 < list->entry_count) {
            uint32_t next = above(lowering, amount, list->entries[i + 1].when);

            slice = mutaid__emit_binary(emitter, MUTAID__OP_SUBTRACT, part,
                                        next);
            part = next;
        }
        product = mutaid__emit_binary(emitter, MUTAID__OP_MULTIPLY, slice,
                                      rate);
        tell_slice(lowering, list, &list->entries[i], slice, rate, product);
        total = mutaid__emit_binary(emitter, MUTAID__OP_ADD, total, product);
    }
    return total;
}

/* The sum of the slices, which explains itself; as one curve where edges and
 * rates are known. */
static uint32_t lower_list(mutaid__lowering *lowering,
                           const mutaid__word *list, uint32_t amount)
{
    mutaid__bends bends;
    uint32_t result;
    size_t i;

    for (i = 0; i < list->entry_count && !lowering->is_watched; i++)
        mutaid__touch_clause(lowering, list->entries[i].clause);
    mutaid__check_rising(lowering, list);
    result = lower_sum(lowering, list, amount);
    if (bend_list(lowering, list, &bends))
        (void)mutaid__emit_curve(&lowering->emitter, &bends, amount, &result);
    return result;
}

static void tell_list(mutaid__teller *teller, const mutaid__word *list)
{
    size_t i;

    for (i = 0; i < list->entry_count; i++) {
        if (i > 0)
            mutaid__tell_text(teller, "，", ", ");
        mutaid__tell_text(teller, "超过", "above ");
        mutaid__tell_word(teller, list->entries[i].when);
        mutaid__tell_text(teller, "部分按", " at ");
        mutaid__tell_word(teller, list->entries[i].use);
    }
}

static const mutaid__word_kind list_kind = {
    NULL, MUTAID__OPERAND, NULL, type_list, lower_list, NULL, tell_list,
};

static bool read_slice(mutaid__reader *reader, const mutaid__json *json,
                       mutaid__entry *slice)
{
    static const char *const keys[] = {"from", "rate", NULL};
    const mutaid__json *from, *rate;

    mutaid__read_keys(reader, json, keys);
    from = mutaid__read_member(reader, json, "from");
    rate = mutaid__read_member(reader, json, "rate");
    if (!from || !rate)
        return false;
    slice->when = mutaid__read_operand(reader, from);
    slice->use = mutaid__read_operand(reader, rate);
    return true;
}

static mutaid__word *read_list(mutaid__reader *reader,
                               const mutaid__json *json)
{
    return mutaid__read_edges(reader, json, &list_kind, "an array of slices",
                              "a slice", read_slice);
}

/* --- the step ------------------------------------------------------------------ */

static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    (void)json;
    mutaid__read_dated_list(reader, value, read_list, word);
}

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    return mutaid__type_dated_list(typer, word, given);
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    return mutaid__lower_dated(lowering, word, mutaid__lower, amount);
}

static bool bend(mutaid__lowering *lowering, const mutaid__word *word,
                 mutaid__bends *bends_out)
{
    const mutaid__word *list;

    return mutaid__dated_in_force(lowering, word, &list) && list &&
           bend_list(lowering, list, bends_out);
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_text(teller, "分段计算", "slice by slice");
    if (teller->day != INT64_MIN)
        return; /* a line: what was reached stands below it */
    mutaid__tell_text(teller, "：", ": ");
    mutaid__tell_dated(teller, word);
}

const mutaid__word_kind mutaid__step_slices = {
    "slices", MUTAID__STEP, read, type, lower, bend, tell,
};
