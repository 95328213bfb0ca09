/* SPDX-License-Identifier: MIT */
/* operand_plain.c - literals and names: 3, true, "1300.00", "20%", "nights". */
#include "words/kinds.h"
#include "words/lower.h"
#include "words/read.h"
#include "words/tell.h"
#include "words/type.h"

/* The largest count that can be written. */
#define MOST_COUNT INT64_C(1000000000000000)

/* Whether a text has the form of some literal, name or code. What it means
 * depends on what it stands beside. */
static bool has_a_form(mutaid__slice text)
{
    mutaid__ratio ratio;
    mutaid__slice unit;
    size_t i;

    if (mutaid__is_code(text) || mutaid__looks_like_date(text) ||
        mutaid__read_rate(text, &ratio) ||
        mutaid__read_measure(text, &ratio, &unit))
        return true;
    for (i = 0; i <= 12; i++) {
        int64_t integer;

        if (mutaid__read_decimal(text, (int)i, &integer))
            return true;
    }
    return false;
}

static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    int64_t count = 0;

    (void)json;
    word->text = value->text;
    word->state = MUTAID_STATE_GIVEN;
    if (value->kind == MUTAID__JSON_STRING) {
        word->shape = MUTAID__NO_SHAPE;
        if (has_a_form(value->text))
            return;
        mutaid__read_fault_slice(reader, MUTAID_CODE_BAD_LITERAL, value->place,
                                 value->text, NULL);
        word->kind = NULL;
    } else if (value->kind == MUTAID__JSON_NUMBER) {
        word->shape = mutaid__shape_of(MUTAID_TYPE_COUNT);
        if (!mutaid__read_integer_in(reader, value, -MOST_COUNT, MOST_COUNT,
                                     &count))
            word->kind = NULL;
        word->literal = mutaid__ratio_of(count);
    } else {
        word->shape = mutaid__shape_of(MUTAID_TYPE_FLAG);
        word->literal =
            mutaid__ratio_of(value->kind == MUTAID__JSON_TRUE ? 1 : 0);
    }
}

/* --- type ----------------------------------------------------------------------- */

static mutaid__shape type_code(mutaid__typer *typer, mutaid__word *word,
                               mutaid__shape given)
{
    uint32_t choice =
        mutaid__choice_of(typer->model, given.domain, word->text);

    if (choice == MUTAID_NONE) {
        mutaid__type_fault(typer, MUTAID_CODE_UNKNOWN_CHOICE, word->place,
                           typer->model->facts.items[given.domain].name,
                           word->text);
        return MUTAID__NO_SHAPE;
    }
    word->target = MUTAID__TARGET_NONE;
    word->literal = mutaid__ratio_of(choice);
    return given;
}

static mutaid__shape type_name(mutaid__typer *typer, mutaid__word *word)
{
    const mutaid__model *model = typer->model;
    uint32_t name = mutaid__symbols_find(&model->names, word->text);

    if (name == MUTAID_NONE) {
        mutaid__type_fault(typer, MUTAID_CODE_UNKNOWN_NAME, word->place,
                           word->text, mutaid__slice_of(NULL));
        return MUTAID__NO_SHAPE;
    }
    word->target = model->name_targets.items[name];
    word->index = model->name_indices.items[name];
    switch (word->target) {
    case MUTAID__TARGET_FACT:
        return model->facts.items[word->index].shape;
    case MUTAID__TARGET_PARAMETER:
        return mutaid__type_word(typer,
                                 model->parameters.items[word->index].use,
                                 MUTAID__NO_SHAPE);
    case MUTAID__TARGET_VALUE:
        return mutaid__type_value(typer, word->index, word);
    default:
        return mutaid__type_table(typer, word->index, word);
    }
}

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    mutaid__shape shape;
    mutaid_code code;

    if (word->shape.type != MUTAID_TYPE_NONE &&
        word->target == MUTAID__TARGET_NONE)
        return word->shape; /* a number or a flag, or typed before */
    if (given.type == MUTAID_TYPE_CHOICE)
        return type_code(typer, word, given);
    if (!mutaid__literal_of(typer->model, word->text, &shape, &word->literal,
                            &code))
        return type_name(typer, word);
    if (code == MUTAID_CODE_NONE)
        return shape;
    mutaid__type_fault(typer, code, word->place, word->text,
                       mutaid__slice_of(NULL));
    return MUTAID__NO_SHAPE;
}

/* --- lower ------------------------------------------------------------------------ */

static uint32_t lower_parameter(mutaid__lowering *lowering,
                                const mutaid__word *word)
{
    const mutaid__parameter *parameter =
        &lowering->model->parameters.items[word->index];

    mutaid__touch_parameter(lowering, word->index);
    return mutaid__lower_operand(lowering, parameter->use);
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    (void)amount;
    switch (word->target) {
    case MUTAID__TARGET_FACT:
        return mutaid__lower_fact(lowering, word->index);
    case MUTAID__TARGET_VALUE:
        return mutaid__lower_value(lowering, word->index);
    case MUTAID__TARGET_TABLE:
        return mutaid__lower_table(lowering, word->index);
    case MUTAID__TARGET_PARAMETER:
        return lower_parameter(lowering, word);
    default:
        return mutaid__emit_constant(&lowering->emitter, word->literal);
    }
}

/* --- tell ------------------------------------------------------------------------- */

/* The clause of what a name refers to, which holds its label. */
static uint32_t clause_of(const mutaid__model *model,
                          const mutaid__word *word)
{
    switch (word->target) {
    case MUTAID__TARGET_FACT:
        return model->facts.items[word->index].clause;
    case MUTAID__TARGET_VALUE:
        return model->values.items[word->index].clause;
    case MUTAID__TARGET_TABLE:
        return model->tables.items[word->index].clause;
    case MUTAID__TARGET_PARAMETER:
        return model->parameters.items[word->index].clause;
    default:
        return MUTAID_NONE;
    }
}

/* A value without a label says what it is, unless it is a pipeline. */
static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    const mutaid__model *model = teller->model;
    uint32_t clause = clause_of(model, word);
    const mutaid__word *use = word->target == MUTAID__TARGET_VALUE
                                  ? model->values.items[word->index].use
                                  : NULL;

    if (clause == MUTAID_NONE)
        mutaid__tell_value(teller, word->shape, word->literal);
    else if (use && use->kind != &mutaid__operand_steps &&
             model->clauses.items[clause].label.zh.length == 0 &&
             model->clauses.items[clause].label.en.length == 0)
        mutaid__tell_word(teller, use);
    else
        mutaid__tell_label(teller, model->clauses.items[clause].label,
                           word->text);
}

const mutaid__word_kind mutaid__operand_plain = {
    NULL, MUTAID__OPERAND, read, type, lower, NULL, tell,
};
