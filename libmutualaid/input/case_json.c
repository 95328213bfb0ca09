/* SPDX-License-Identifier: MIT */
/* case_json.c - a case as JSON: {"part": ..., "rulebook": ..., "facts": ...}. */
#include "input/case.h"

#include "document/json.h"
#include "words/fact_text.h"
#include <string.h>

/* A case is small beside a rulebook. */
static const mutaid__json_limits limits = {16u << 20, 8, 1u << 20};

static mutaid_status fail_at(mutaid_error *error, mutaid_code code,
                             mutaid__place place, mutaid__slice first,
                             const char *second)
{
    mutaid__slice arguments[3] = {first, mutaid__slice_of(second),
                                  {NULL, 0}};

    return mutaid__fail_slices(error, code, place, mutaid__slice_of(NULL),
                               arguments);
}

/* --- reading -------------------------------------------------------------------------- */

static bool is_absent(const mutaid__json *json)
{
    const mutaid__json *absent = mutaid__json_get(json, "absent");

    return json->count == 1 && absent && absent->kind == MUTAID__JSON_TRUE;
}

/* The literal of a fact: numbers are counts, true and false flags, all else
 * stands in quotes. */
static mutaid_status read_fact(mutaid_case *c, size_t fact,
                               const mutaid__json *json, mutaid_error *error)
{
    mutaid_type type = c->rulebook->model.facts.items[fact].shape.type;
    bool is_number = json->kind == MUTAID__JSON_NUMBER;
    bool is_flag = json->kind == MUTAID__JSON_TRUE ||
                   json->kind == MUTAID__JSON_FALSE;
    mutaid__slice text = json->text;

    if (json->kind == MUTAID__JSON_NULL)
        return mutaid_case_unset_at(c, fact, error);
    if (json->kind == MUTAID__JSON_OBJECT && is_absent(json))
        return mutaid__case_absent(c, fact, json->place, error);
    if (is_flag)
        text = mutaid__slice_of(json->kind == MUTAID__JSON_TRUE ? "true"
                                                                : "false");
    if (json->kind == MUTAID__JSON_OBJECT || json->kind == MUTAID__JSON_ARRAY)
        return fail_at(error, MUTAID_CODE_CASE_FORM, json->place,
                       mutaid__slice_of("an object or array"),
                       "a literal or {\"absent\": true}");
    if (is_number != (type == MUTAID_TYPE_COUNT) ||
        is_flag != (type == MUTAID_TYPE_FLAG)) {
        mutaid__slice arguments[3] = {
            text,
            mutaid__slice_of(type == MUTAID_TYPE_COUNT
                                 ? "3, without quotes"
                             : type == MUTAID_TYPE_FLAG
                                 ? "true, without quotes"
                                 : "a text in quotes"),
            {NULL, 0}};

        return mutaid__fail_slices(error, MUTAID_CODE_FACT_FORM, json->place,
                                   c->rulebook->model.facts.items[fact].name,
                                   arguments);
    }
    return mutaid__case_set_slice(c, fact, text, json->place, error);
}

mutaid_status mutaid__case_read_facts(mutaid_case *c,
                                      const mutaid__json *facts,
                                      mutaid_error *error)
{
    const mutaid__model *model = &c->rulebook->model;
    const mutaid__json *child;

    if (facts->kind != MUTAID__JSON_OBJECT)
        return fail_at(error, MUTAID_CODE_CASE_FORM, facts->place,
                       mutaid__slice_of("something else"),
                       "an object of facts");
    for (child = facts->first; child; child = child->next) {
        uint32_t name = mutaid__symbols_find(&model->names, child->key);

        if (name == MUTAID_NONE ||
            model->name_targets.items[name] != MUTAID__TARGET_FACT) {
            mutaid__slice arguments[3] = {child->key, {NULL, 0}, {NULL, 0}};

            return mutaid__fail_slices(error, MUTAID_CODE_NO_SUCH_FACT,
                                       child->key_place, child->key,
                                       arguments);
        }
        TRY(read_fact(c, model->name_indices.items[name], child, error));
    }
    return MUTAID_OK;
}

static mutaid_status read_rulebook(const mutaid_case *c,
                                   const mutaid__json *json,
                                   mutaid_error *error)
{
    const mutaid__json *child;

    if (json->kind != MUTAID__JSON_OBJECT)
        return fail_at(error, MUTAID_CODE_CASE_FORM, json->place,
                       mutaid__slice_of("something else"), "an object");
    for (child = json->first; child; child = child->next) {
        if (!mutaid__slice_is(child->key, "id") &&
            !mutaid__slice_is(child->key, "edition") &&
            !mutaid__slice_is(child->key, "digest"))
            return fail_at(error, MUTAID_CODE_CASE_KEY, child->key_place,
                           child->key, "id, edition, digest");
        if (child->kind != MUTAID__JSON_STRING)
            return fail_at(error, MUTAID_CODE_CASE_FORM, child->place,
                           mutaid__slice_of("something else"), "a text");
        if (mutaid__slice_is(child->key, "digest") &&
            !mutaid__slice_is(child->text, c->rulebook->digest))
            return fail_at(error, MUTAID_CODE_CASE_DIGEST, child->place,
                           child->text, NULL);
    }
    return MUTAID_OK;
}

static mutaid_status read_part(const mutaid_case *c, const mutaid__json *json,
                               uint32_t *part_out, mutaid_error *error)
{
    if (json->kind != MUTAID__JSON_STRING)
        return fail_at(error, MUTAID_CODE_CASE_FORM, json->place,
                       mutaid__slice_of("something else"),
                       "the name of a part");
    *part_out = mutaid__symbols_find(&c->rulebook->part_names, json->text);
    if (*part_out == MUTAID_NONE)
        return fail_at(error, MUTAID_CODE_NO_SUCH_PART, json->place,
                       json->text, NULL);
    return MUTAID_OK;
}

static mutaid_status read_case(mutaid_case *c, const mutaid__json *root,
                               uint32_t *part_out, mutaid_error *error)
{
    const mutaid__json *child;

    if (root->kind != MUTAID__JSON_OBJECT)
        return fail_at(error, MUTAID_CODE_CASE_FORM, root->place,
                       mutaid__slice_of("something else"), "an object");
    for (child = root->first; child; child = child->next) {
        if (mutaid__slice_is(child->key, "part"))
            TRY(read_part(c, child, part_out, error));
        else if (mutaid__slice_is(child->key, "rulebook"))
            TRY(read_rulebook(c, child, error));
        else if (mutaid__slice_is(child->key, "facts"))
            TRY(mutaid__case_read_facts(c, child, error));
        else
            return fail_at(error, MUTAID_CODE_CASE_KEY, child->key_place,
                           child->key, "part, rulebook, facts");
    }
    return MUTAID_OK;
}

/* The first fault of the text as an error of a case. */
static mutaid_status no_json(const mutaid_report *report, mutaid_error *error)
{
    const mutaid_fault *fault;
    mutaid__place place = MUTAID__NOWHERE;

    if (report->faults.count == 0)
        return mutaid__fail(error, MUTAID_CODE_OUT_OF_MEMORY, NULL, NULL,
                            NULL);
    fault = &report->faults.items[0];
    place.line = fault->line;
    place.column = fault->column;
    return fail_at(error, MUTAID_CODE_CASE_JSON, place,
                   mutaid__slice_of(fault->text), NULL);
}

/* Read into a second set of facts, so that the case is left as it was when
 * the text is faulty. */
static mutaid_status read_text(mutaid_case *c, const char *text,
                               size_t length, mutaid_report *report,
                               uint32_t *part_out, mutaid_error *error)
{
    size_t count = c->rulebook->model.facts.count;
    mutaid_case fresh = *c;
    mutaid_status status;
    const mutaid__json *root = mutaid__json_read(
        &report->arena, text, length, &limits, report, &status);

    if (!root && status == MUTAID_ERROR_MEMORY)
        return mutaid__fail(error, MUTAID_CODE_OUT_OF_MEMORY, NULL, NULL,
                            NULL);
    if (!root || report->error_count > 0)
        return no_json(report, error);
    fresh.integers =
        mutaid__arena_take(&report->arena, count * sizeof *fresh.integers);
    fresh.states = mutaid__arena_take(&report->arena, count);
    if (!fresh.integers || !fresh.states)
        return mutaid__fail(error, MUTAID_CODE_OUT_OF_MEMORY, NULL, NULL,
                            NULL);
    memset(fresh.states, MUTAID_STATE_OPEN, count);
    TRY(read_case(&fresh, root, part_out, error));
    memcpy(c->integers, fresh.integers, count * sizeof *c->integers);
    memcpy(c->states, fresh.states, count);
    return MUTAID_OK;
}

mutaid_status mutaid_case_read_json(mutaid_case *c, const char *text,
                                    size_t length, uint32_t *part_out,
                                    mutaid_error *error)
{
    mutaid_report *report;
    uint32_t part = MUTAID_NONE;
    mutaid_status status;

    if (!c || !text)
        return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL,
                            c ? "text" : "c", NULL);
    TRY(mutaid__report_new(&c->memory.allocator, c->memory.cap, &report,
                           error));
    status = read_text(c, text, length, report, &part, error);
    mutaid_report_free(report);
    if (status == MUTAID_OK && part_out)
        *part_out = part;
    return status;
}

/* --- writing ----------------------------------------------------------------------------- */

static void write_fact(mutaid__out *out, const mutaid_case *c, size_t fact)
{
    const mutaid__model *model = &c->rulebook->model;
    const mutaid__fact *f = &model->facts.items[fact];
    bool is_bare = f->shape.type == MUTAID_TYPE_COUNT ||
                   f->shape.type == MUTAID_TYPE_FLAG;

    mutaid__out_json_string(out, f->name);
    mutaid__out_text(out, ":");
    if (c->states[fact] == MUTAID_STATE_ABSENT) {
        mutaid__out_text(out, "{\"absent\":true}");
        return;
    }
    mutaid__out_text(out, is_bare ? "" : "\"");
    mutaid__out_fact(out, model, f, c->integers[fact]);
    mutaid__out_text(out, is_bare ? "" : "\"");
}

static void write_rulebook(mutaid__out *out, const mutaid_rulebook *rulebook)
{
    mutaid__out_text(out, "\"rulebook\":{\"id\":");
    mutaid__out_json_string(out, rulebook->model.id);
    mutaid__out_text(out, ",\"edition\":");
    mutaid__out_json_string(out, rulebook->model.edition);
    mutaid__out_text(out, ",\"digest\":");
    mutaid__out_json_string(out, mutaid__slice_of(rulebook->digest));
    mutaid__out_text(out, "},");
}

mutaid_status mutaid_case_write_json(const mutaid_case *c, uint32_t part,
                                     char *buffer, size_t capacity,
                                     size_t *length_out, mutaid_error *error)
{
    const mutaid__symbols *parts;
    bool is_first = true;
    mutaid__out out;
    size_t i;

    if (!c || (!buffer && capacity > 0))
        return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL,
                            c ? "buffer" : "c", NULL);
    parts = &c->rulebook->part_names;
    if (part != MUTAID_NONE && part >= parts->names.count)
        return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL, "part",
                            NULL);
    mutaid__out_init(&out, buffer, capacity);
    mutaid__out_text(&out, "{");
    if (part != MUTAID_NONE) {
        mutaid__out_text(&out, "\"part\":");
        mutaid__out_json_string(&out, parts->names.items[part]);
        mutaid__out_text(&out, ",");
    }
    write_rulebook(&out, c->rulebook);
    mutaid__out_text(&out, "\"facts\":{");
    for (i = 0; i < c->rulebook->model.facts.count; i++) {
        if (c->states[i] == MUTAID_STATE_OPEN)
            continue;
        if (!is_first)
            mutaid__out_text(&out, ",");
        write_fact(&out, c, i);
        is_first = false;
    }
    mutaid__out_text(&out, "}}");
    return mutaid__out_finish(&out, length_out, error);
}
