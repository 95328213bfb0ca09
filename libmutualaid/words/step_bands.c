/* SPDX-License-Identifier: MIT */
/* step_bands.c - bands [{"from": 1, "use": X}]: the whole by its band. */
#include "words/edges.h"
#include "words/step_common.h"

/* A list of bands is a word of its own, since it may be dated: its entries
 * hold `from` in `when` and an operand or steps in `use`. Steps that work on
 * the amount are read without a clause of their own; the operand {"steps":
 * ...}, which begins with `take`, has one. */

static bool has_steps(const mutaid__entry *entry)
{
    return entry->use->kind == &mutaid__operand_steps &&
           !entry->use->has_clause;
}

static mutaid__shape type_list(mutaid__typer *typer, mutaid__word *list,
                               mutaid__shape given)
{
    mutaid__shape shape = MUTAID__NO_SHAPE;
    size_t i;

    for (i = 0; i < list->entry_count; i++) {
        mutaid__entry *entry = &list->entries[i];
        mutaid__shape found =
            has_steps(entry)
                ? mutaid__type_steps(typer, entry->use, given)
                : mutaid__type_word(typer, entry->use, MUTAID__NO_SHAPE);

        mutaid__type_as(typer, entry->when, given);
        if (found.type != MUTAID_TYPE_NONE &&
            !mutaid__shape_is_quantity(found))
            mutaid__type_fault(typer, MUTAID_CODE_NO_QUANTITY,
                               entry->use->place,
                               mutaid__shape_text(typer, found),
                               mutaid__slice_of(NULL));
        else if (shape.type == MUTAID_TYPE_NONE)
            shape = found;
        else if (!mutaid__shape_fits(shape, found))
            mutaid__type_mismatch(typer, entry->use->place, shape, found);
    }
    return shape;
}

/* --- as a curve --------------------------------------------------------------- */

static bool bend_use(mutaid__lowering *lowering, const mutaid__entry *entry,
                     mutaid__bends *bends_out)
{
    mutaid__ratio x, none = mutaid__ratio_of(0);

    if (has_steps(entry))
        return mutaid__bend_steps(lowering, entry->use, bends_out);
    *bends_out = (mutaid__bends){{0, 0, 0}};
    return mutaid__constant_operand(lowering, entry->use, &x) &&
           mutaid__bends_push(lowering->arena, bends_out, none, none, x) ==
               MUTAID__CURVE_OK;
}

/* The pieces of one band that lie from `from` on; those before it are cut by
 * the next band's pushing over them. */
static bool push_band(mutaid__lowering *lowering, const mutaid__bends *band,
                      bool is_first, mutaid__ratio from,
                      const mutaid__ratio *end, mutaid__bends *bends)
{
    size_t i;

    for (i = 0; i < band->pieces.count; i++) {
        const mutaid__bend *piece = &band->pieces.items[i];
        mutaid__ratio start = i == 0 ? from : piece->from;

        if (!is_first && i + 1 < band->pieces.count &&
            mutaid__ratio_compare(piece[1].from, from) <= 0)
            continue;
        if (!is_first && mutaid__ratio_compare(start, from) < 0)
            start = from;
        if (end && i > 0 && mutaid__ratio_compare(start, *end) >= 0)
            break;
        if (mutaid__bends_push(lowering->arena, bends, start, piece->slope,
                               piece->offset) != MUTAID__CURVE_OK)
            return false;
    }
    return true;
}

static bool bend_list(mutaid__lowering *lowering, const mutaid__word *list,
                      mutaid__bends *bends_out)
{
    size_t i;

    *bends_out = (mutaid__bends){{0, 0, 0}};
    for (i = 0; i < list->entry_count; i++) {
        const mutaid__entry *entry = &list->entries[i];
        mutaid__bends band;
        mutaid__ratio from, end;
        bool has_end = i + 1 < list->entry_count;

        if (!mutaid__constant_operand(lowering, entry->when, &from) ||
            (has_end &&
             !mutaid__constant_operand(lowering, entry[1].when, &end)) ||
            !bend_use(lowering, entry, &band) ||
            !push_band(lowering, &band, i == 0, from, has_end ? &end : NULL,
                       bends_out))
            return false;
    }
    return true;
}

/* --- as operations --------------------------------------------------------------- */

static uint32_t lower_use(mutaid__lowering *lowering,
                          const mutaid__entry *entry, uint32_t amount)
{
    return has_steps(entry) ? mutaid__lower_steps(lowering, entry->use, amount)
                            : mutaid__lower_operand(lowering, entry->use);
}

/* The first band must take in the least amount there can be. */
static void check_start(mutaid__lowering *lowering, const mutaid__word *list,
                        uint32_t amount)
{
    const mutaid__column *column =
        mutaid__emitted(&lowering->emitter, amount);
    const mutaid__word *from = list->entries[0].when;
    mutaid__ratio least = {column->least, column->denominator}, edge;

    if ((column->may & MUTAID__MAY_GIVEN) &&
        mutaid__constant_operand(lowering, from, &edge) &&
        mutaid__ratio_compare(least, edge) < 0)
        mutaid__lower_duty(
            lowering,
            (mutaid__duty){MUTAID_CODE_BANDS_START, from->place, from->shape,
                           amount, 0, 0, false, false, false, edge,
                           MUTAID_NONE});
}

/* The band of the amount: from the last edge that it reaches. */
static uint32_t lower_list(mutaid__lowering *lowering,
                           const mutaid__word *list, uint32_t amount)
{
    mutaid__emitter *emitter = &lowering->emitter;
    uint32_t result, guard, above = MUTAID_NONE;
    size_t i = list->entry_count;

    check_start(lowering, list, amount);
    mutaid__check_rising(lowering, list);
    result = mutaid__emit_state(emitter, MUTAID_STATE_NO_RULE);
    while (i-- > 0) {
        uint32_t edge =
            mutaid__lower_operand(lowering, list->entries[i].when);
        uint32_t reaches = i == 0 ? mutaid__emit_integer(emitter, 1)
                                  : mutaid__emit_binary(emitter,
                                                        MUTAID__OP_AT_MOST,
                                                        edge, amount);
        uint32_t here = reaches, band;

        if (above != MUTAID_NONE)
            here = mutaid__emit_and(emitter,
                                    mutaid__emit_not(emitter, above), reaches);
        guard = mutaid__enter_branch(lowering, here);
        mutaid__lower_branch(
            lowering, (mutaid__branch){list, NULL, (uint32_t)i,
                                       list->entries[i].clause, 0});
        mutaid__touch_clause(lowering, list->entries[i].clause);
        band = lower_use(lowering, &list->entries[i], amount);
        mutaid__leave_branch(lowering, guard);
        result = i + 1 == list->entry_count
                     ? band
                     : mutaid__emit_select(emitter, above, result, band);
        above = reaches;
    }
    /* an absent amount reaches no edge, but a step with it is absent */
    return mutaid__emit_select(
        emitter, mutaid__emit_exists(emitter, amount), result, amount);
}

static void tell_list(mutaid__teller *teller, const mutaid__word *list)
{
    size_t i;

    for (i = 0; i < list->entry_count; i++) {
        if (i > 0)
            mutaid__tell_text(teller, "，", ", ");
        mutaid__tell_text(teller, "自", "from ");
        mutaid__tell_word(teller, list->entries[i].when);
        mutaid__tell_text(teller, "起为", " on ");
        mutaid__tell_word(teller, list->entries[i].use);
    }
}

static const mutaid__word_kind list_kind = {
    NULL, MUTAID__OPERAND, NULL, type_list, lower_list, NULL, tell_list,
};

/* --- reading --------------------------------------------------------------------- */

static bool read_band(mutaid__reader *reader, const mutaid__json *json,
                      mutaid__entry *band)
{
    static const char *const keys[] = {"from", "use", "steps", NULL};
    const mutaid__json *from, *use, *steps;

    mutaid__read_keys(reader, json, keys);
    from = mutaid__read_member(reader, json, "from");
    use = mutaid__json_get(json, "use");
    steps = mutaid__json_get(json, "steps");
    if (!use == !steps)
        mutaid__read_fault(reader, MUTAID_CODE_USE_OR_STEPS, json->place, NULL,
                           NULL);
    if (!from || !use == !steps)
        return false;
    band->when = mutaid__read_operand(reader, from);
    band->use = use ? mutaid__read_operand(reader, use)
                    : mutaid__read_steps(reader, steps, false);
    return true;
}

static mutaid__word *read_list(mutaid__reader *reader,
                               const mutaid__json *json)
{
    return mutaid__read_edges(reader, json, &list_kind, "an array of bands",
                              "a band", read_band);
}

/* --- the step ---------------------------------------------------------------------- */

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

static bool bend(mutaid__lowering *lowering, const mutaid__word *word,
                 mutaid__bends *bends_out)
{
    const mutaid__word *list;

    return mutaid__dated_in_force(lowering, word, &list) && list &&
           bend_list(lowering, list, bends_out);
}

/* "from 9.00 to 4.00": what comes out just below a point, and at it. */
static mutaid__slice fall_text(mutaid__lowering *lowering,
                               const mutaid__word *word,
                               const mutaid__curve *curve, mutaid__wide at)
{
    mutaid__wide before = mutaid__wide_sub(at, mutaid__wide_of(1));
    mutaid__ratio high = {mutaid__curve_at(curve, before),
                          curve->y_denominator};
    mutaid__ratio low = {mutaid__curve_at(curve, at), curve->y_denominator};
    mutaid__slice text = {NULL, 0};
    char buffer[160];
    mutaid__out out;
    size_t length;

    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_text(&out, "from ");
    mutaid__out_slice(&out, mutaid__lower_text(lowering, word->shape, high));
    mutaid__out_text(&out, " to ");
    mutaid__out_slice(&out, mutaid__lower_text(lowering, word->shape, low));
    if (mutaid__out_finish(&out, &length, NULL) != MUTAID_OK)
        length = sizeof buffer - 1;
    text.data = mutaid__arena_copy(lowering->arena, buffer, length);
    text.length = text.data ? length : 0;
    return text;
}

/* Where more money becomes less: no fault, but hardly meant. */
static void note_cliff(mutaid__lowering *lowering, const mutaid__word *word,
                       uint32_t amount, mutaid__shape shape)
{
    mutaid__span range = mutaid__emitted_span(&lowering->emitter, amount);
    int64_t denominator =
        mutaid__emitted(&lowering->emitter, amount)->denominator;
    mutaid__cliff cliff = {word->place, word->clause, amount, lowering->guard,
                           {mutaid__wide_of(0), denominator},
                           {NULL, 0},   {NULL, 0}};
    mutaid__cliff *place;
    mutaid__curve curve;
    mutaid__bends bends;
    bool is_curve;

    if (lowering->is_silent || lowering->is_bending ||
        word->shape.type != MUTAID_TYPE_MONEY ||
        shape.type != MUTAID_TYPE_MONEY || !(range.may & MUTAID__MAY_GIVEN))
        return;
    lowering->is_bending = true;
    is_curve = bend(lowering, word, &bends);
    lowering->is_bending = false;
    lowering->blocking = NULL;
    if (!is_curve ||
        mutaid__curve_make(lowering->arena, &bends, denominator, &curve) !=
            MUTAID__CURVE_OK ||
        mutaid__curve_never_falls(&curve, range.least, range.most,
                                  &cliff.at.numerator))
        return;
    cliff.at_text = mutaid__lower_text(lowering, word->shape, cliff.at);
    cliff.fall_text =
        fall_text(lowering, word, &curve, cliff.at.numerator);
    place = mutaid__array_push(lowering->arena, &lowering->cliffs);
    if (place)
        *place = cliff;
    else
        lowering->emitter.problem = MUTAID__EMIT_NO_MEMORY;
}

/* What comes in is of the type of the first edge. */
static mutaid__shape edge_shape(const mutaid__word *word)
{
    const mutaid__word *list =
        word->entry_count > 0 ? word->entries[0].use : NULL;

    return list && list->entry_count > 0 ? list->entries[0].when->shape
                                         : MUTAID__NO_SHAPE;
}

/* What a band's steps show stands in lines of their own: the step itself has
 * no one operand. */
static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    uint32_t result =
        mutaid__lower_dated(lowering, word, mutaid__lower, amount);

    note_cliff(lowering, word, amount, edge_shape(word));

    lowering->shown_operand = lowering->shown_exact = MUTAID_NONE;
    return result;
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_text(teller, "按所在档次", "by its band");
    if (teller->day != INT64_MIN)
        return; /* a line: what was reached stands below it */
    mutaid__tell_text(teller, "：", ": ");
    mutaid__tell_dated(teller, word);
}

const mutaid__word_kind mutaid__step_bands = {
    "bands", MUTAID__STEP, read, type, lower, bend, tell,
};
