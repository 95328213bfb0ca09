/* SPDX-License-Identifier: MIT */
/* condition_the.c - {"the": x, "at_least": 16, "in": "covered"}: comparing. */
#include "words/kinds.h"
#include "words/lower.h"
#include "words/read.h"
#include "words/tell.h"
#include "words/type.h"

/* Keys, in the order of mutaid_relation from EQUALS on. */
static const char *const relations[] = {"equals",  "in",    "at_least",
                                        "at_most", "above", "below"};
#define RELATION_COUNT 6

/* --- what stands behind `in` --------------------------------------------------
 * A list is a word of its own: the name of one of the choice's lists (text),
 * or literals (words). */

static mutaid__shape type_list(mutaid__typer *typer, mutaid__word *word,
                               mutaid__shape given)
{
    size_t i;

    for (i = 0; i < word->word_count; i++)
        mutaid__type_as(typer, word->words[i], given);
    if (!word->text.data || given.type == MUTAID_TYPE_NONE)
        return given;
    if (given.type != MUTAID_TYPE_CHOICE) {
        mutaid__type_fault(typer, MUTAID_CODE_LIST_OF_CHOICES, word->place,
                           word->text, mutaid__shape_text(typer, given));
        return MUTAID__NO_SHAPE;
    }
    word->index = mutaid__symbols_find(
        &typer->model->facts.items[given.domain].lists, word->text);
    if (word->index == MUTAID_NONE)
        mutaid__type_fault(typer, MUTAID_CODE_UNKNOWN_LIST, word->place,
                           typer->model->facts.items[given.domain].name,
                           word->text);
    return given;
}

/* Whether a choice names the list that is asked for. */
static bool is_listed(const mutaid__choice *choice, const mutaid__word *list)
{
    size_t i;

    for (i = 0; i < choice->list_count; i++)
        if (list->text.data &&
            mutaid__slice_equal(choice->lists[i], list->text))
            return true;
    return false;
}

/* Choices are few and numbered from 0: a table of yes and no. */
static uint32_t lower_choices(mutaid__lowering *lowering,
                              const mutaid__word *list, uint32_t found)
{
    const mutaid__fact *fact =
        &lowering->model->facts.items[list->shape.domain];
    mutaid__entry_cell *cells = mutaid__arena_take(
        lowering->arena, fact->choice_count * sizeof *cells);
    size_t i;

    if (!cells) {
        lowering->emitter.problem = MUTAID__EMIT_NO_MEMORY;
        return found;
    }
    for (i = 0; i < fact->choice_count; i++) {
        cells[i].from = mutaid__ratio_of((int64_t)i);
        cells[i].value =
            mutaid__ratio_of(is_listed(&fact->choices[i], list) ? 1 : 0);
        cells[i].state = MUTAID_STATE_GIVEN;
    }
    for (i = 0; i < list->word_count; i++) /* codes written one by one */
        cells[mutaid__wide_low(list->words[i]->literal.numerator)].value =
            mutaid__ratio_of(1);
    found = mutaid__emit_look_up(&lowering->emitter, found, cells,
                                 fact->choice_count);
    return mutaid__emit_binary(&lowering->emitter, MUTAID__OP_EQUAL, found,
                               mutaid__emit_integer(&lowering->emitter, 1));
}

static uint32_t lower_list(mutaid__lowering *lowering,
                           const mutaid__word *list, uint32_t found)
{
    mutaid__emitter *emitter = &lowering->emitter;
    uint32_t result = mutaid__emit_integer(emitter, 0);
    size_t i;

    if (list->shape.type == MUTAID_TYPE_CHOICE)
        return lower_choices(lowering, list, found);
    for (i = 0; i < list->word_count; i++) {
        uint32_t is_equal = mutaid__emit_binary(
            emitter, MUTAID__OP_EQUAL, found,
            mutaid__lower_operand(lowering, list->words[i]));

        result = mutaid__emit_select(emitter, is_equal,
                                     mutaid__emit_integer(emitter, 1),
                                     result);
    }
    return result;
}

static void tell_list(mutaid__teller *teller, const mutaid__word *list)
{
    const mutaid__fact *fact;
    bool is_first = true;
    uint32_t i;

    if (!list->text.data) {
        mutaid__tell_list(teller, list, "、", ", ");
        return;
    }
    fact = &teller->model->facts.items[list->shape.domain];
    for (i = 0; i < fact->choice_count; i++) {
        if (!is_listed(&fact->choices[i], list))
            continue;
        if (!is_first)
            mutaid__tell_text(teller, "、", ", ");
        mutaid__tell_value(teller, list->shape, mutaid__ratio_of(i));
        is_first = false;
    }
}

static const mutaid__word_kind list_kind = {
    NULL, MUTAID__OPERAND, NULL, type_list, lower_list, NULL, tell_list,
};

static mutaid__word *read_item(mutaid__reader *reader,
                               const mutaid__json *json)
{
    if (json->kind == MUTAID__JSON_STRING || json->kind == MUTAID__JSON_NUMBER)
        return mutaid__read_operand(reader, json);
    mutaid__read_wrong(reader, json, "a code, a count or a date");
    return mutaid__read_new_word(reader, json, NULL);
}

static mutaid__word *read_plain_list(mutaid__reader *reader,
                                     const mutaid__json *json)
{
    mutaid__word *list = mutaid__read_new_word(reader, json, &list_kind);

    if (!list)
        return NULL;
    if (json->kind == MUTAID__JSON_STRING) {
        list->text = mutaid__read_code(reader, json);
        return list;
    }
    if (mutaid__read_is(reader, json, MUTAID__JSON_ARRAY,
                        "the name of a list or an array"))
        mutaid__read_words(reader, json, read_item, list);
    return list;
}

/* --- a list that changes by date ------------------------------------------------- */

static uint32_t lower_dated_list(mutaid__lowering *lowering,
                                 const mutaid__word *word, uint32_t found)
{
    return mutaid__lower_dated(lowering, word, lower_list, found);
}

static const mutaid__word_kind dated_list_kind = {
    NULL, MUTAID__OPERAND, NULL, mutaid__type_dated_list, lower_dated_list,
    NULL, mutaid__tell_dated,
};

static mutaid__word *read_list(mutaid__reader *reader,
                               const mutaid__json *json)
{
    mutaid__word *list;

    if (!mutaid__is_dated_object(json))
        return read_plain_list(reader, json);
    list = mutaid__read_new_word(reader, json, &dated_list_kind);
    if (list)
        mutaid__read_dated(reader, json, read_plain_list, list);
    return list;
}

/* --- the condition ---------------------------------------------------------------
 * words[0] is what is compared; entries hold the comparisons, `date` being the
 * relation. */

static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    const char *keys[] = {"the",         relations[0], relations[1],
                          relations[2],  relations[3], relations[4],
                          relations[5],  NULL};
    size_t i;

    mutaid__read_keys(reader, json, keys);
    mutaid__read_one_operand(reader, json, value, word);
    word->entries =
        mutaid__read_take(reader, RELATION_COUNT * sizeof *word->entries);
    for (i = 0; i < RELATION_COUNT && word->entries; i++) {
        const mutaid__json *child = mutaid__json_get(json, relations[i]);
        mutaid__entry *entry = &word->entries[word->entry_count];

        if (!child)
            continue;
        entry->place = child->place;
        entry->date = (int64_t)i + MUTAID_RELATION_EQUALS;
        entry->use = entry->date == MUTAID_RELATION_IN
                         ? read_list(reader, child)
                         : mutaid__read_operand(reader, child);
        word->entry_count++;
    }
    if (word->entry_count == 0)
        mutaid__read_fault(reader, MUTAID_CODE_NO_COMPARISON, json->place,
                           NULL, NULL);
}

static bool is_ordered_type(mutaid__shape shape)
{
    return mutaid__shape_is_quantity(shape) ||
           shape.type == MUTAID_TYPE_DATE || shape.type == MUTAID_TYPE_NONE;
}

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    mutaid__shape shape =
        mutaid__type_word(typer, word->words[0], MUTAID__NO_SHAPE);
    size_t i;

    (void)given;
    for (i = 0; i < word->entry_count; i++) {
        mutaid__entry *entry = &word->entries[i];

        if (entry->date >= MUTAID_RELATION_AT_LEAST && !is_ordered_type(shape))
            mutaid__type_fault(typer, MUTAID_CODE_NO_ORDER, entry->place,
                               mutaid__shape_text(typer, shape),
                               mutaid__slice_of(NULL));
        else if (shape.type != MUTAID_TYPE_NONE)
            mutaid__type_as(typer, entry->use, shape);
    }
    return mutaid__shape_of(MUTAID_TYPE_FLAG);
}

static uint32_t lower_comparison(mutaid__lowering *lowering,
                                 const mutaid__word *word,
                                 const mutaid__entry *entry, uint32_t found)
{
    mutaid__emitter *emitter = &lowering->emitter;
    uint32_t required = MUTAID_NONE, holds;

    if (entry->date == MUTAID_RELATION_IN) {
        holds = mutaid__lower(lowering, entry->use, found);
    } else {
        required = mutaid__lower_operand(lowering, entry->use);
        if (entry->date == MUTAID_RELATION_EQUALS)
            holds = mutaid__emit_binary(emitter, MUTAID__OP_EQUAL, found,
                                        required);
        else if (entry->date == MUTAID_RELATION_AT_LEAST)
            holds = mutaid__emit_binary(emitter, MUTAID__OP_AT_MOST, required,
                                        found);
        else if (entry->date == MUTAID_RELATION_AT_MOST)
            holds = mutaid__emit_binary(emitter, MUTAID__OP_AT_MOST, found,
                                        required);
        else if (entry->date == MUTAID_RELATION_ABOVE)
            holds = mutaid__emit_binary(emitter, MUTAID__OP_BELOW, required,
                                        found);
        else
            holds = mutaid__emit_binary(emitter, MUTAID__OP_BELOW, found,
                                        required);
    }
    mutaid__lower_finding(lowering, word->words[0],
                          (mutaid_relation)entry->date, found, required,
                          holds);
    return holds;
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    uint32_t found = mutaid__lower_operand(lowering, word->words[0]);
    uint32_t result = MUTAID_NONE;
    size_t i;

    (void)amount;
    for (i = 0; i < word->entry_count; i++)
        result = mutaid__emit_and(
            &lowering->emitter, result,
            lower_comparison(lowering, word, &word->entries[i], found));
    return result;
}

/* A relation between numbers, or between days. */
static void tell_relation(mutaid__teller *teller, size_t relation,
                          bool is_date)
{
    static const char *const zh[][RELATION_COUNT] = {
        {"为", "属于", "不小于", "不大于", "大于", "小于"},
        {"为", "属于", "不早于", "不晚于", "晚于", "早于"}};
    static const char *const en[][RELATION_COUNT] = {
        {" is ", " is one of ", " is at least ", " is at most ", " is above ",
         " is below "},
        {" is ", " is one of ", " is not before ", " is not after ",
         " is after ", " is before "}};

    mutaid__tell_text(teller, zh[is_date][relation], en[is_date][relation]);
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    bool is_date = word->words[0]->shape.type == MUTAID_TYPE_DATE;
    size_t i;

    mutaid__tell_word(teller, word->words[0]);
    for (i = 0; i < word->entry_count; i++) {
        size_t relation =
            (size_t)(word->entries[i].date - MUTAID_RELATION_EQUALS);

        if (i > 0)
            mutaid__tell_text(teller, "且", " and");
        tell_relation(teller, relation, is_date);
        mutaid__tell_word(teller, word->entries[i].use);
    }
}

const mutaid__word_kind mutaid__condition_the = {
    "the", MUTAID__CONDITION, read, type, lower, NULL, tell,
};
