/* SPDX-License-Identifier: MIT */
/* read_facts.c - facts: type, range, choices, defaults, relations. */
#include "words/read_model.h"

#include "calendar/date.h"
#include "words/fact_text.h"
#include "words/type.h"

#include <string.h>

/* The widest ranges that can be declared. */
#define MOST_NUMBER INT64_C(1000000000000000)

static const char *const types[] = {"money", "count", "measure", "rate",
                                    "date",  "flag",  "choice",  NULL};

static int64_t power_of_ten(uint32_t exponent)
{
    int64_t power = 1;

    while (exponent-- > 0)
        power *= 10;
    return power;
}

/* --- choices --------------------------------------------------------------------- */

static void read_lists(mutaid__reader *reader, const mutaid__json *json,
                       mutaid__fact *fact, mutaid__choice *choice)
{
    const mutaid__json *child;
    bool is_new;

    if (!mutaid__read_list(reader, json, "an array of lists"))
        return;
    choice->lists =
        mutaid__read_take(reader, json->count * sizeof *choice->lists);
    for (child = json->first; child && choice->lists; child = child->next) {
        mutaid__slice name = mutaid__read_code(reader, child);

        if (!name.data)
            continue;
        choice->lists[choice->list_count++] = name;
        if (mutaid__symbols_enter(&fact->lists, name, &is_new) == MUTAID_NONE)
            reader->is_out_of_memory = true;
    }
}

static void read_choice(mutaid__reader *reader, const mutaid__json *json,
                        mutaid__fact *fact)
{
    static const char *const keys[] = {"code", "lists", "label", NULL};
    static const mutaid__choice empty;
    mutaid__choice *choice = &fact->choices[fact->choice_count];
    const mutaid__json *code, *lists, *label;
    bool is_new;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "a choice"))
        return;
    *choice = empty;
    mutaid__read_plain_keys(reader, json, keys);
    code = mutaid__read_member(reader, json, "code");
    lists = mutaid__json_get(json, "lists");
    label = mutaid__json_get(json, "label");
    if (label)
        choice->label = mutaid__read_labels(reader, label);
    if (lists)
        read_lists(reader, lists, fact, choice);
    if (!code || !mutaid__read_code(reader, code).data)
        return;
    choice->code = code->text;
    if (mutaid__symbols_enter(&fact->codes, choice->code, &is_new) ==
        MUTAID_NONE) {
        reader->is_out_of_memory = true;
        return;
    }
    if (!is_new) {
        mutaid__read_fault_slice(reader, MUTAID_CODE_CODE_TAKEN, code->place,
                                 choice->code, NULL);
        return;
    }
    fact->choice_count++;
}

/* No list is named like a code, or `in` would have two readings. Reported
 * where the list is named first: names were numbered in that order. */
static void check_lists(mutaid__reader *reader, const mutaid__json *choice,
                        const mutaid__fact *fact, uint32_t *seen)
{
    const mutaid__json *lists = mutaid__json_get(choice, "lists");
    const mutaid__json *child = lists ? lists->first : NULL;

    for (; child; child = child->next) {
        if (mutaid__symbols_find(&fact->lists, child->text) != *seen)
            continue;
        (*seen)++;
        if (mutaid__symbols_find(&fact->codes, child->text) != MUTAID_NONE)
            mutaid__read_fault_slice(reader, MUTAID_CODE_LIST_LIKE_CODE,
                                     child->place, child->text, NULL);
    }
}

static void read_choices(mutaid__reader *reader, const mutaid__json *json,
                         mutaid__fact *fact)
{
    const mutaid__json *choices =
        mutaid__read_member(reader, json, "choices");
    const mutaid__json *child;
    uint32_t seen = 0;

    if (!choices ||
        !mutaid__read_list(reader, choices, "an array of choices"))
        return;
    fact->choices =
        mutaid__read_take(reader, choices->count * sizeof *fact->choices);
    for (child = choices->first; child && fact->choices; child = child->next)
        read_choice(reader, child, fact);
    for (child = choices->first; child; child = child->next)
        check_lists(reader, child, fact, &seen);
    fact->at_most = (int64_t)fact->choice_count - 1;
}

/* --- literals of a fact ---------------------------------------------------------------- */

/* Whether a text has the form of that type, whatever it means. */
static bool has_form(mutaid_type type, mutaid__slice text)
{
    mutaid__ratio ratio;
    mutaid__slice unit;

    switch (type) {
    case MUTAID_TYPE_MONEY:
        return mutaid__is_decimal(text);
    case MUTAID_TYPE_RATE:
        return mutaid__read_rate(text, &ratio);
    case MUTAID_TYPE_MEASURE:
        return mutaid__read_measure(text, &ratio, &unit);
    default:
        return mutaid__is_code(text);
    }
}

static bool text_integer(mutaid__reader *reader, const mutaid__fact *fact,
                         const mutaid__json *json, int64_t *integer_out)
{
    if (!mutaid__read_is(reader, json, MUTAID__JSON_STRING,
                         "a literal in quotes"))
        return false;
    if (fact->shape.type == MUTAID_TYPE_DATE)
        return mutaid__read_day(reader, json->text, json->place, integer_out);
    if (!has_form(fact->shape.type, json->text))
        mutaid__read_fault_slice(reader,
                                 fact->shape.type == MUTAID_TYPE_CHOICE
                                     ? MUTAID_CODE_BAD_CODE
                                     : MUTAID_CODE_BAD_LITERAL,
                                 json->place, json->text, NULL);
    else if (mutaid__fact_integer(reader->model, fact, json->text,
                                  integer_out) == MUTAID_CODE_NONE)
        return true;
    else
        mutaid__read_fault_slice(reader, MUTAID_CODE_FACT_LITERAL, json->place,
                                 json->text, types[fact->shape.type - 1]);
    return false;
}

/* The literal `json` as an integer of the fact. */
static bool fact_integer(mutaid__reader *reader, const mutaid__fact *fact,
                         const mutaid__json *json, int64_t *integer_out)
{
    if (fact->shape.type == MUTAID_TYPE_COUNT)
        return mutaid__read_integer_in(reader, json, -MOST_NUMBER,
                                       MOST_NUMBER, integer_out);
    if (fact->shape.type != MUTAID_TYPE_FLAG)
        return text_integer(reader, fact, json, integer_out);
    *integer_out = mutaid__read_flag(reader, json);
    return json->kind == MUTAID__JSON_TRUE || json->kind == MUTAID__JSON_FALSE;
}

static void read_range(mutaid__reader *reader, const mutaid__json *json,
                       mutaid__fact *fact)
{
    const mutaid__json *least = mutaid__json_get(json, "at_least");
    const mutaid__json *most = mutaid__json_get(json, "at_most");
    bool needs_most = fact->shape.type >= MUTAID_TYPE_MONEY &&
                      fact->shape.type <= MUTAID_TYPE_RATE;

    if (!most && needs_most)
        (void)mutaid__read_member(reader, json, "at_most");
    if (least)
        (void)fact_integer(reader, fact, least, &fact->at_least);
    if (most)
        (void)fact_integer(reader, fact, most, &fact->at_most);
    if (fact->at_least > fact->at_most && (most || least))
        mutaid__read_fault_slice(reader, MUTAID_CODE_RANGE_EMPTY,
                                 (most ? most : least)->place, fact->name,
                                 NULL);
    if (fact->at_most > MOST_NUMBER || fact->at_least < -MOST_NUMBER)
        mutaid__read_fault_slice(reader, MUTAID_CODE_RANGE_WIDE,
                                 (most ? most : least)->place, fact->name,
                                 NULL);
}

static void read_default(mutaid__reader *reader, const mutaid__json *json,
                         mutaid__fact *fact)
{
    const mutaid__json *missing = mutaid__json_get(json, "if_missing");

    fact->if_missing = MUTAID_STATE_OPEN;
    if (!missing)
        return;
    if (missing->kind == MUTAID__JSON_NULL) {
        fact->if_missing = MUTAID_STATE_ABSENT;
        fact->is_optional = true;
        return;
    }
    if (!fact_integer(reader, fact, missing, &fact->default_integer))
        return;
    fact->if_missing = MUTAID_STATE_GIVEN;
    if (fact->default_integer < fact->at_least ||
        fact->default_integer > fact->at_most)
        mutaid__read_fault_slice(reader, MUTAID_CODE_DEFAULT_RANGE,
                                 missing->place, fact->name, NULL);
}

/* --- types ---------------------------------------------------------------------------- */

static void read_unit(mutaid__reader *reader, const mutaid__json *json,
                      mutaid__fact *fact)
{
    const mutaid__json *unit = mutaid__read_member(reader, json, "unit");
    bool is_new;

    if (!unit || !mutaid__read_text(reader, unit).data) {
        fact->shape = MUTAID__NO_SHAPE;
        return;
    }
    if (unit->text.length == 0 ||
        memchr(unit->text.data, ' ', unit->text.length)) {
        mutaid__read_fault_slice(reader, MUTAID_CODE_BAD_UNIT, unit->place,
                                 unit->text, NULL);
        fact->shape = MUTAID__NO_SHAPE;
        return;
    }
    fact->shape.domain =
        mutaid__symbols_enter(&reader->model->units, unit->text, &is_new);
    if (fact->shape.domain == MUTAID_NONE)
        reader->is_out_of_memory = true;
}

static void read_decimals(mutaid__reader *reader, const mutaid__json *json,
                          mutaid__fact *fact)
{
    const mutaid__json *decimals = mutaid__json_get(json, "decimals");
    int64_t places = fact->shape.type == MUTAID_TYPE_RATE ? 4 : 0;

    if (decimals)
        (void)mutaid__read_integer_in(reader, decimals, 0, 9, &places);
    fact->decimals = (uint32_t)places;
    fact->denominator = power_of_ten(
        fact->decimals + (fact->shape.type == MUTAID_TYPE_RATE ? 2 : 0));
}

/* Keys that a fact of this type may have, beside those of any clause. */
static void check_keys(mutaid__reader *reader, const mutaid__json *json,
                       mutaid_type type)
{
    static const char *const number[] = {"type",       "at_least", "at_most",
                                         "if_missing", "optional", NULL};
    static const char *const measure[] = {"type",     "at_least", "at_most",
                                          "unit",     "decimals",
                                          "if_missing", "optional", NULL};
    static const char *const rate[] = {"type",       "at_least", "at_most",
                                       "decimals",   "if_missing",
                                       "optional",   NULL};
    static const char *const date[] = {"type",       "at_least", "at_most",
                                       "not_before", "if_missing",
                                       "optional",   NULL};
    static const char *const flag[] = {"type", "if_missing", "optional", NULL};
    static const char *const choice[] = {"type", "choices", "if_missing",
                                         "optional", NULL};
    static const char *const *const by_type[] = {
        number, number, number, measure, rate, date, flag, choice};

    mutaid__read_keys(reader, json, by_type[type]);
}

static void read_body(mutaid__reader *reader, const mutaid__json *json,
                      mutaid__fact *fact)
{
    const mutaid__json *optional = mutaid__json_get(json, "optional");
    const mutaid__json *before = mutaid__json_get(json, "not_before");

    fact->denominator = 1;
    fact->not_before = MUTAID_NONE;
    switch (fact->shape.type) {
    case MUTAID_TYPE_MONEY:
        fact->decimals = reader->model->decimals;
        break;
    case MUTAID_TYPE_MEASURE:
        read_unit(reader, json, fact);
        read_decimals(reader, json, fact);
        break;
    case MUTAID_TYPE_RATE:
        read_decimals(reader, json, fact);
        break;
    case MUTAID_TYPE_DATE:
        fact->at_least = mutaid__day_of((mutaid__civil){1900, 1, 1});
        fact->at_most = mutaid__day_of((mutaid__civil){2199, 12, 31});
        break;
    case MUTAID_TYPE_FLAG:
        fact->at_most = 1;
        break;
    default:
        break;
    }
    if (fact->shape.type == MUTAID_TYPE_CHOICE)
        read_choices(reader, json, fact);
    if (optional)
        fact->is_optional = mutaid__read_flag(reader, optional);
    if (fact->shape.type != MUTAID_TYPE_NONE &&
        fact->shape.type <= MUTAID_TYPE_DATE)
        read_range(reader, json, fact);
    if (fact->shape.type != MUTAID_TYPE_NONE)
        read_default(reader, json, fact);
    if (before) {
        fact->not_before_name = mutaid__read_name(reader, before);
        fact->not_before_place = before->place;
    }
}

static void read_fact(mutaid__reader *reader, const mutaid__json *json)
{
    mutaid__model *model = reader->model;
    const mutaid__json *type;
    mutaid__fact *fact;
    uint32_t outer;
    int index;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "a fact"))
        return;
    mutaid__enter_name(reader, json, MUTAID__TARGET_FACT, model->facts.count);
    fact = mutaid__array_push(reader->arena, &model->facts);
    if (!fact) {
        reader->is_out_of_memory = true;
        return;
    }
    fact->name = json->key;
    fact->place = json->place;
    fact->denominator = 1;
    fact->not_before = MUTAID_NONE;
    mutaid__symbols_init(&fact->codes, reader->arena);
    mutaid__symbols_init(&fact->lists, reader->arena);
    fact->clause = mutaid__read_enter(reader, json, &outer);
    type = mutaid__read_member(reader, json, "type");
    index = type ? mutaid__read_one_of(reader, type, types) : -1;
    if (index >= 0) {
        fact->shape = mutaid__shape_of((mutaid_type)(index + 1));
        if (fact->shape.type == MUTAID_TYPE_CHOICE)
            fact->shape.domain = (uint32_t)(model->facts.count - 1);
        check_keys(reader, json, fact->shape.type);
        read_body(reader, json, fact);
    }
    mutaid__read_leave(reader, outer);
}

void mutaid__read_facts(mutaid__reader *reader, const mutaid__json *facts)
{
    const mutaid__json *child;

    if (!mutaid__read_is(reader, facts, MUTAID__JSON_OBJECT,
                         "an object of facts"))
        return;
    for (child = facts->first; child; child = child->next)
        read_fact(reader, child);
}

/* --- relations -------------------------------------------------------------------------- */

static void resolve_before(mutaid__reader *reader, mutaid__fact *fact)
{
    const mutaid__model *model = reader->model;
    uint32_t name =
        mutaid__symbols_find(&model->names, fact->not_before_name);

    if (name == MUTAID_NONE ||
        model->name_targets.items[name] != MUTAID__TARGET_FACT) {
        mutaid__read_fault_slice(reader, MUTAID_CODE_UNKNOWN_FACT,
                                 fact->not_before_place,
                                 fact->not_before_name, NULL);
        return;
    }
    fact->not_before = model->name_indices.items[name];
    if (model->facts.items[fact->not_before].shape.type == MUTAID_TYPE_DATE)
        return;
    mutaid__read_fault_slice(reader, MUTAID_CODE_BEFORE_DATE,
                             fact->not_before_place, fact->not_before_name,
                             NULL);
    fact->not_before = MUTAID_NONE;
}

/* Dates that may stand in a row: what orders open facts goes along it. */
#define MOST_CHAIN 100

/* A chain that comes back to its beginning orders nothing. */
static void check_chain(mutaid__reader *reader, uint32_t start)
{
    mutaid__model *model = reader->model;
    mutaid__fact *first = &model->facts.items[start];
    uint32_t fact = first->not_before;
    size_t steps = 0;

    while (fact != MUTAID_NONE && fact != start && steps++ < MOST_CHAIN)
        fact = model->facts.items[fact].not_before;
    if (fact == MUTAID_NONE)
        return;
    mutaid__read_fault_slice(
        reader,
        fact == start ? MUTAID_CODE_BEFORE_CYCLE : MUTAID_CODE_BEFORE_CHAIN,
        first->not_before_place, first->name, NULL);
    first->not_before = MUTAID_NONE;
}

void mutaid__resolve_facts(mutaid__reader *reader)
{
    mutaid__model *model = reader->model;
    uint32_t i;

    for (i = 0; i < model->facts.count; i++)
        if (model->facts.items[i].not_before_name.data)
            resolve_before(reader, &model->facts.items[i]);
    for (i = 0; i < model->facts.count; i++)
        check_chain(reader, i);
}
