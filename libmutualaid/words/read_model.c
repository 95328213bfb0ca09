/* SPDX-License-Identifier: MIT */
/* read_model.c - the document: head, sources, parameters, values, examples. */
#include "words/read_model.h"

#include "words/kinds.h"

void mutaid__model_init(mutaid__model *model, mutaid__arena *arena)
{
    static const mutaid__model empty;

    *model = empty;
    model->arena = arena;
    model->decimals = 2;
    model->rounding_unit = mutaid__ratio_of(1);
    model->rounding_mode = MUTAID__HALF_UP;
    mutaid__symbols_init(&model->source_ids, arena);
    mutaid__symbols_init(&model->units, arena);
    mutaid__symbols_init(&model->names, arena);
    mutaid__symbols_init(&model->scheme_names, arena);
}

void mutaid__enter_name(mutaid__reader *reader, const mutaid__json *json,
                        mutaid__target target, size_t index)
{
    mutaid__model *model = reader->model;
    mutaid__target *target_place;
    uint32_t *index_place;

    if (!mutaid__read_new_name(reader, json, &model->names))
        return;
    target_place = mutaid__array_push(reader->arena, &model->name_targets);
    index_place = mutaid__array_push(reader->arena, &model->name_indices);
    if (!target_place || !index_place) {
        reader->is_out_of_memory = true;
        return;
    }
    *target_place = target;
    *index_place = (uint32_t)index;
}

/* --- the head -------------------------------------------------------------------- */

static void read_currency(mutaid__reader *reader, const mutaid__json *json)
{
    static const char *const keys[] = {"code", "decimals", "label", NULL};
    const mutaid__json *code, *decimals, *label;
    int64_t places = 2;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return;
    mutaid__read_plain_keys(reader, json, keys);
    code = mutaid__read_member(reader, json, "code");
    decimals = mutaid__read_member(reader, json, "decimals");
    label = mutaid__json_get(json, "label");
    if (code)
        reader->model->currency = mutaid__read_text(reader, code);
    if (decimals &&
        mutaid__read_integer_in(reader, decimals, 0, 6, &places))
        reader->model->decimals = (uint32_t)places;
    if (label)
        reader->model->currency_label = mutaid__read_labels(reader, label);
}

static void read_rounding(mutaid__reader *reader, const mutaid__json *json)
{
    static const char *const keys[] = {"to", "mode", NULL};
    static const char *const modes[] = {"half_up", "half_even", "half_down",
                                        "up",      "down",      "ceiling",
                                        "floor",   NULL};
    const mutaid__json *to, *mode;
    mutaid__model *model = reader->model;
    int64_t unit;
    uint32_t outer;
    int index;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return;
    (void)mutaid__read_enter(reader, json, &outer);
    mutaid__read_keys(reader, json, keys);
    to = mutaid__read_member(reader, json, "to");
    mode = mutaid__read_member(reader, json, "mode");
    index = mode ? mutaid__read_one_of(reader, mode, modes) : -1;
    if (index >= 0)
        (void)mutaid__mode_of(mutaid__slice_of(modes[index]),
                              &model->rounding_mode);
    if (to && mutaid__read_is_unit(reader, to)) {
        if (mutaid__read_decimal(to->text, (int)model->decimals, &unit) &&
            unit > 0)
            model->rounding_unit = mutaid__ratio_of(unit);
        else
            mutaid__read_fault_slice(reader, MUTAID_CODE_MONEY_FORM, to->place,
                                     to->text, NULL);
    }
    mutaid__read_leave(reader, outer);
}

static void read_source(mutaid__reader *reader, const mutaid__json *json)
{
    static const char *const keys[] = {"title", "publisher", "date", "address",
                                       NULL};
    mutaid__model *model = reader->model;
    mutaid__source *source;
    const mutaid__json *child;
    mutaid__labels note;
    bool is_new;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return;
    note = mutaid__read_plain_keys(reader, json, keys);
    source = mutaid__array_push(reader->arena, &model->sources);
    if (!source || mutaid__symbols_enter(&model->source_ids, json->key,
                                         &is_new) == MUTAID_NONE) {
        reader->is_out_of_memory = true;
        return;
    }
    source->id = json->key;
    source->note = note;
    for (child = json->first; child; child = child->next) {
        if (mutaid__slice_is(child->key, "title"))
            source->title = mutaid__read_text(reader, child);
        else if (mutaid__slice_is(child->key, "publisher"))
            source->publisher = mutaid__read_text(reader, child);
        else if (mutaid__slice_is(child->key, "date"))
            source->date = mutaid__read_text(reader, child);
        else if (mutaid__slice_is(child->key, "address"))
            source->address = mutaid__read_text(reader, child);
    }
    (void)mutaid__read_member(reader, json, "title");
}

/* --- parameters and values ---------------------------------------------------------- */

static void read_parameter(mutaid__reader *reader, const mutaid__json *json)
{
    static const char *const keys[] = {"use", NULL};
    mutaid__model *model = reader->model;
    mutaid__parameter *parameter;
    const mutaid__json *use;
    uint32_t outer;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return;
    mutaid__enter_name(reader, json, MUTAID__TARGET_PARAMETER,
                       model->parameters.count);
    parameter = mutaid__array_push(reader->arena, &model->parameters);
    if (!parameter) {
        reader->is_out_of_memory = true;
        return;
    }
    parameter->name = json->key;
    parameter->clause = mutaid__read_enter(reader, json, &outer);
    mutaid__read_keys(reader, json, keys);
    use = mutaid__read_member(reader, json, "use");
    if (use && mutaid__read_is_literal(reader, use))
        parameter->use = parameter->written =
            mutaid__read_operand(reader, use);
    mutaid__read_leave(reader, outer);
}

bool mutaid__override(mutaid__reader *reader, mutaid__slice name,
                      mutaid__slice literal)
{
    mutaid__model *model = reader->model;
    uint32_t index = mutaid__symbols_find(&model->names, name);
    mutaid__parameter *parameter;
    mutaid__json json = {MUTAID__JSON_STRING, 0, NULL, NULL, {NULL, 0},
                         {0, 0, 0}, literal, {0, 0, 0}};
    int64_t count;

    if (index == MUTAID_NONE ||
        model->name_targets.items[index] != MUTAID__TARGET_PARAMETER)
        return false;
    parameter = &model->parameters.items[model->name_indices.items[index]];
    parameter->override_literal = literal;
    if (mutaid__slice_is(literal, "true"))
        json.kind = MUTAID__JSON_TRUE;
    else if (mutaid__slice_is(literal, "false"))
        json.kind = MUTAID__JSON_FALSE;
    else if (parameter->written && parameter->written->text.data &&
             mutaid__read_integer(parameter->written->text, &count) &&
             parameter->written->shape.type == MUTAID_TYPE_COUNT)
        json.kind = MUTAID__JSON_NUMBER;
    if (parameter->written)
        json.place = parameter->written->place;
    reader->clause = parameter->clause;
    if (mutaid__read_is_literal(reader, &json))
        parameter->use = mutaid__read_operand(reader, &json);
    reader->clause = MUTAID_NONE;
    return true;
}

static void read_value(mutaid__reader *reader, const mutaid__json *json)
{
    mutaid__model *model = reader->model;
    mutaid__named_value *value;
    uint32_t outer;

    mutaid__enter_name(reader, json, MUTAID__TARGET_VALUE,
                       model->values.count);
    value = mutaid__array_push(reader->arena, &model->values);
    if (!value) {
        reader->is_out_of_memory = true;
        return;
    }
    value->name = json->key;
    value->clause = mutaid__read_enter(reader, json, &outer);
    value->use = mutaid__read_operand(reader, json);
    if (value->use)
        value->use->has_clause = false; /* the value's own */
    mutaid__read_leave(reader, outer);
}

/* --- the document --------------------------------------------------------------------- */

static void read_each(mutaid__reader *reader, const mutaid__json *json,
                      mutaid__json_kind kind, const char *wanted,
                      void (*read)(mutaid__reader *, const mutaid__json *))
{
    const mutaid__json *child;

    if (!json || !mutaid__read_is(reader, json, kind, wanted))
        return;
    for (child = json->first; child; child = child->next)
        read(reader, child);
}

static void read_head(mutaid__reader *reader, const mutaid__json *root)
{
    mutaid__model *model = reader->model;
    const mutaid__json *child;
    int64_t version = 1;

    if ((child = mutaid__read_member(reader, root, "mutualaid")) &&
        mutaid__read_is(reader, child, MUTAID__JSON_NUMBER,
                        "a whole number") &&
        (!mutaid__read_integer(child->text, &version) || version != 1))
        mutaid__read_fault_slice(reader, MUTAID_CODE_WRONG_VERSION,
                                 child->place, child->text, NULL);
    if ((child = mutaid__read_member(reader, root, "id")))
        model->id = mutaid__read_text(reader, child);
    if ((child = mutaid__read_member(reader, root, "title")))
        model->title = mutaid__read_labels(reader, child);
    if ((child = mutaid__read_member(reader, root, "edition")))
        model->edition = mutaid__read_text(reader, child);
    if ((child = mutaid__read_member(reader, root, "currency")))
        read_currency(reader, child);
    if ((child = mutaid__json_get(root, "rounding")))
        read_rounding(reader, child);
}

void mutaid__read_model(mutaid__reader *reader, const mutaid__json *root)
{
    static const char *const keys[] = {
        "mutualaid", "id",         "title",    "edition", "currency",
        "rounding",  "sources",    "parameters", "facts", "values",
        "tables",    "schemes",    "packages", "loans",   "examples", NULL};

    if (!mutaid__read_is(reader, root, MUTAID__JSON_OBJECT, "a rulebook"))
        return;
    mutaid__read_plain_keys(reader, root, keys);
    read_each(reader, mutaid__json_get(root, "sources"), MUTAID__JSON_OBJECT,
              "an object of sources", read_source);
    read_head(reader, root);
    read_each(reader, mutaid__json_get(root, "parameters"),
              MUTAID__JSON_OBJECT, "an object of parameters", read_parameter);
    if (mutaid__json_get(root, "facts"))
        mutaid__read_facts(reader, mutaid__json_get(root, "facts"));
    read_each(reader, mutaid__json_get(root, "values"), MUTAID__JSON_OBJECT,
              "an object of values", read_value);
    if (mutaid__json_get(root, "tables"))
        mutaid__read_tables(reader, mutaid__json_get(root, "tables"));
    mutaid__resolve_facts(reader);
    if (mutaid__json_get(root, "schemes"))
        mutaid__read_schemes(reader, mutaid__json_get(root, "schemes"));
    if (mutaid__json_get(root, "packages"))
        mutaid__read_packages(reader, mutaid__json_get(root, "packages"));
    if (mutaid__json_get(root, "loans"))
        mutaid__read_loans(reader, mutaid__json_get(root, "loans"));
    read_each(reader, mutaid__json_get(root, "examples"), MUTAID__JSON_ARRAY,
              "an array of examples", mutaid__read_example);
}
