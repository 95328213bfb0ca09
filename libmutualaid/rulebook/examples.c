/* SPDX-License-Identifier: MIT */
/* examples.c - the examples of a rulebook, decided and compared. */
#include "rulebook/examples.h"

#include "decide/decision.h"
#include "document/json.h"
#include "prove/variant.h"
#include "words/fact_text.h"
#include <string.h>

/* One example at work. */
typedef struct example {
    mutaid_rulebook *rulebook;
    mutaid_report *report;
    mutaid_case *c;
    mutaid_decision *d;
    mutaid_status status; /* only MEMORY ends the run */
} example;

/* --- faults -------------------------------------------------------------------------- */

static void fault(example *e, mutaid_code code, mutaid__place place,
                  mutaid__slice first, mutaid__slice second)
{
    mutaid__report_add(e->report, code, place, first, second,
                       mutaid__slice_of(NULL));
}

static void unexpected(example *e, mutaid__place place, mutaid__slice expected,
                       const char *found)
{
    fault(e, MUTAID_CODE_EXAMPLE_EXPECTS, place, expected,
          mutaid__slice_of(found));
}

static void bad_key(example *e, const mutaid__json *json)
{
    fault(e, MUTAID_CODE_EXAMPLE_KEY, json->key_place, json->key,
          mutaid__slice_of(NULL));
}

/* --- comparing ------------------------------------------------------------------------- */

static void money_text(const example *e, int64_t minor, char *buffer,
                       size_t size)
{
    (void)mutaid_money_text(minor, e->rulebook->model.decimals, buffer, size,
                            NULL, NULL);
}

static void expect_money(example *e, const mutaid__json *expected,
                         int64_t found)
{
    char text[40];

    money_text(e, found, text, sizeof text);
    if (!mutaid__slice_is(expected->text, text))
        unexpected(e, expected->place, expected->text, text);
}

static void expect_outcome(example *e, const mutaid__json *expected,
                           mutaid_outcome found)
{
    if (!mutaid__slice_is(expected->text, mutaid_outcome_name(found)))
        unexpected(e, expected->place, expected->text, mutaid_outcome_name(found));
}

static bool is_missing(const example *e, uint32_t fact)
{
    size_t i;

    for (i = 0; i < e->d->missing.count; i++)
        if (e->d->missing.items[i] == fact)
            return true;
    return false;
}

/* All missing facts, in any order. */
static void expect_missing(example *e, const mutaid__json *list)
{
    const mutaid__model *model = &e->rulebook->model;
    const mutaid__json *child;
    size_t i;

    for (child = list->first; child; child = child->next) {
        uint32_t name = mutaid__symbols_find(&model->names, child->text);

        if (name == MUTAID_NONE ||
            model->name_targets.items[name] != MUTAID__TARGET_FACT ||
            !is_missing(e, model->name_indices.items[name]))
            unexpected(e, child->place, child->text, "that it is not missing");
    }
    for (i = 0; i < e->d->missing.count && e->d->missing.count > list->count;
         i++) {
        mutaid__slice name = model->facts.items[e->d->missing.items[i]].name;

        for (child = list->first; child; child = child->next)
            if (mutaid__slice_equal(child->text, name))
                break;
        if (!child)
            unexpected(e, list->place, mutaid__slice_of("no more"),
                       name.data);
    }
}

static bool is_refused_by(const example *e, mutaid__slice id)
{
    size_t i;

    for (i = 0; i < e->d->requirements.count; i++)
        if (e->d->requirements.items[i].verdict == MUTAID_VERDICT_FAILED &&
            mutaid__slice_equal(e->d->requirements.items[i].id, id))
            return true;
    return false;
}

static void expect_refused_by(example *e, const mutaid__json *list)
{
    const mutaid__json *child;

    for (child = list->first; child; child = child->next)
        if (!is_refused_by(e, child->text))
            unexpected(e, child->place, child->text,
                       "no refusal for that reason");
}

static uint32_t find_item(const example *e, mutaid__slice id)
{
    const mutaid__part *part = &e->rulebook->parts[e->d->part];
    uint32_t i;

    for (i = 0; i < part->items.count; i++)
        if (mutaid__slice_equal(part->items.items[i].id, id))
            return i;
    return MUTAID_NONE;
}

/* Amounts by item; an item that pays nothing for any reason is 0.00. */
static void expect_items(example *e, const mutaid__json *object)
{
    const mutaid__json *child;

    for (child = object->first; child; child = child->next) {
        uint32_t item = find_item(e, child->key);

        if (item == MUTAID_NONE)
            bad_key(e, child);
        else
            expect_money(e, child, e->d->items.items[item].most);
    }
}

/* The last day under an id, as text; false if there is none. */
static bool last_day_of(const example *e, mutaid__slice id, char *text,
                        size_t size)
{
    mutaid__out out;
    size_t i;

    for (i = 0; i < e->d->deadlines.count; i++) {
        const mutaid__deadline_answer *answer = &e->d->deadlines.items[i];

        if (!mutaid__slice_equal(answer->plan->id, id) ||
            answer->last_day.state != MUTAID_STATE_GIVEN)
            continue;
        mutaid__out_init(&out, text, size);
        mutaid__out_date(&out, (int64_t)mutaid__wide_low(
                                   answer->last_day.value.numerator));
        (void)mutaid__out_finish(&out, NULL, NULL);
        return true;
    }
    return false;
}

static bool has_deadline(const example *e, mutaid__slice id)
{
    const mutaid__part *part = &e->rulebook->parts[e->d->part];
    size_t i;

    for (i = 0; i < part->deadlines.count; i++)
        if (mutaid__slice_equal(part->deadlines.items[i].id, id))
            return true;
    return false;
}

/* Days by deadline; null where there is none. */
static void expect_deadlines(example *e, const mutaid__json *object)
{
    const mutaid__json *child;

    for (child = object->first; child; child = child->next) {
        char text[20] = "no such last day";
        bool is_known = last_day_of(e, child->key, text, sizeof text);
        bool is_wanted = child->kind != MUTAID__JSON_NULL;

        if (!is_wanted && !has_deadline(e, child->key))
            bad_key(e, child);
        else if (is_known != is_wanted ||
                 (is_wanted && !mutaid__slice_is(child->text, text)))
            unexpected(e, child->place,
                       is_wanted ? child->text : mutaid__slice_of("null"),
                       text);
    }
}

/* What a package expects of one of its schemes. */
static void expect_member(example *e, const mutaid__json *object)
{
    uint32_t item = find_item(e, object->key);
    const mutaid__json *child;

    if (item == MUTAID_NONE || object->kind != MUTAID__JSON_OBJECT) {
        bad_key(e, object);
        return;
    }
    for (child = object->first; child; child = child->next) {
        if (mutaid__slice_is(child->key, "outcome"))
            expect_outcome(e, child, e->d->items.items[item].outcome);
        else if (mutaid__slice_is(child->key, "amount"))
            expect_money(e, child, e->d->items.items[item].most);
        else
            bad_key(e, child);
    }
}

static void expect_amount(example *e, const mutaid__json *child)
{
    if (e->d->outcome == MUTAID_OUTCOME_UNDETERMINED)
        unexpected(e, child->place, child->text, "an open amount");
    else
        expect_money(e, child, e->d->least);
}

/* What is compared with the schedule of the example's request. */
static bool is_of_request(const mutaid__json *json)
{
    return mutaid__slice_is(json->key, "schedule") ||
           mutaid__slice_is(json->key, "subsidy") ||
           mutaid__slice_is(json->key, "input_error");
}

static void compare(example *e, const mutaid__json *expect)
{
    const mutaid__json *child;

    for (child = expect->first; child; child = child->next) {
        if (mutaid__slice_is(child->key, "outcome"))
            expect_outcome(e, child, e->d->outcome);
        else if (mutaid__slice_is(child->key, "amount") ||
                 mutaid__slice_is(child->key, "limit"))
            expect_amount(e, child);
        else if (mutaid__slice_is(child->key, "least"))
            expect_money(e, child, e->d->least);
        else if (mutaid__slice_is(child->key, "most"))
            expect_money(e, child, e->d->most);
        else if (mutaid__slice_is(child->key, "missing"))
            expect_missing(e, child);
        else if (mutaid__slice_is(child->key, "refused_by"))
            expect_refused_by(e, child);
        else if (mutaid__slice_is(child->key, "benefits") ||
                 mutaid__slice_is(child->key, "contribution"))
            expect_items(e, child);
        else if (mutaid__slice_is(child->key, "deadlines"))
            expect_deadlines(e, child);
        else if (!is_of_request(child))
            expect_member(e, child);
    }
}

/* --- running ------------------------------------------------------------------------------ */

static void failed_case(example *e, const mutaid__json *facts,
                        const mutaid__json *expect, const mutaid_error *error)
{
    const mutaid__json *wanted = mutaid__json_get(expect, "input_error");
    const mutaid__json *named;

    if (error->status == MUTAID_ERROR_MEMORY) {
        e->status = error->status;
        return;
    }
    named = error->fact[0] ? mutaid__json_get(facts, error->fact) : NULL;
    if (!wanted)
        fault(e, MUTAID_CODE_EXAMPLE_CASE, named ? named->place : facts->place,
              mutaid__slice_of(error->text), mutaid__slice_of(NULL));
    else if (!mutaid__slice_is(wanted->text, mutaid_code_name(error->code)))
        unexpected(e, wanted->place, wanted->text,
                   mutaid_code_name(error->code));
}

/* Decide with the rulebook at hand, which parameters may have varied. */
static void decide_example(example *e, uint32_t part, const mutaid__json *json)
{
    const mutaid__json *facts = mutaid__json_get(json, "facts");
    const mutaid__json *expect = mutaid__json_get(json, "expect");
    mutaid_error error = MUTAID_ERROR_INIT;

    mutaid_case_clear(e->c);
    if (mutaid__case_read_facts(e->c, facts, &error) != MUTAID_OK ||
        mutaid_decide_at(e->c, part, e->d, &error) != MUTAID_OK) {
        failed_case(e, facts, expect, &error);
        return;
    }
    if (mutaid__json_get(json, "request")) {
        compare(e, expect);
        e->status = mutaid__run_request(e->rulebook, e->report, e->c, e->d,
                                        json);
    } else if (mutaid__json_get(expect, "input_error")) {
        unexpected(e, expect->place,
                   mutaid__json_get(expect, "input_error")->text,
                   "a decision");
    } else {
        compare(e, expect);
    }
}

static mutaid_status open_example(example *e, mutaid_error *error)
{
    TRY(mutaid_case_new(e->rulebook, &e->c, error));
    return mutaid_decision_new(e->rulebook, &e->d, error);
}

static void close_example(example *e)
{
    mutaid_decision_free(e->d);
    mutaid_case_free(e->c);
}

/* The part as the parameters of an example make it, kept for the examples that
 * follow with the same. */
typedef struct varied {
    mutaid__variant variant;
    example example;
    const mutaid__json *parameters; /* NULL: nothing is kept */
    uint32_t part;
} varied;

static bool has_same_literals(const mutaid__json *a, const mutaid__json *b)
{
    const mutaid__json *x = a->first, *y = b->first;

    for (; x && y; x = x->next, y = y->next)
        if (x->kind != y->kind || !mutaid__slice_equal(x->key, y->key) ||
            !mutaid__slice_equal(x->text, y->text))
            return false;
    return !x && !y;
}

static void close_varied(varied *v)
{
    if (!v->parameters)
        return;
    close_example(&v->example);
    mutaid__variant_free(&v->variant);
    v->parameters = NULL;
}

static mutaid_status open_varied(varied *v, const example *base, uint32_t part,
                                 const mutaid__json *parameters,
                                 mutaid_error *error)
{
    if (v->parameters && v->part == part &&
        has_same_literals(v->parameters, parameters))
        return MUTAID_OK;
    close_varied(v);
    v->parameters = parameters;
    v->part = part;
    v->example =
        (example){&v->variant.rulebook, base->report, NULL, NULL, MUTAID_OK};
    TRY(mutaid__variant_init(&v->variant, base->rulebook, part, parameters,
                             error));
    return open_example(&v->example, error);
}

/* An example with parameters is decided by its part as they make it. */
static mutaid_status run_varied(varied *v, const example *base, uint32_t part,
                                const mutaid__json *json)
{
    const mutaid__json *parameters = mutaid__json_get(json, "parameters");
    mutaid_error error = MUTAID_ERROR_INIT;

    if (open_varied(v, base, part, parameters, &error) == MUTAID_OK) {
        decide_example(&v->example, part, json);
        return v->example.status;
    }
    close_varied(v);
    if (error.status == MUTAID_ERROR_MEMORY)
        return error.status;
    mutaid__report_add(base->report, MUTAID_CODE_EXAMPLE_CASE,
                       parameters->place, mutaid__slice_of(error.text),
                       mutaid__slice_of(NULL), mutaid__slice_of(NULL));
    return MUTAID_OK;
}

static mutaid_status run_example(example *e, varied *v,
                                 const mutaid__json *json)
{
    const mutaid__json *name = mutaid__json_get(json, "part");
    uint32_t part = mutaid__symbols_find(&e->rulebook->part_names, name->text);

    if (part == MUTAID_NONE) {
        fault(e, MUTAID_CODE_EXAMPLE_PART, name->place, name->text,
              mutaid__slice_of(NULL));
        return MUTAID_OK;
    }
    if (mutaid__json_get(json, "parameters"))
        return run_varied(v, e, part, json);
    decide_example(e, part, json);
    return e->status;
}

mutaid_status mutaid__run_examples(mutaid_rulebook *rulebook,
                                   mutaid_report *report, mutaid_error *error)
{
    const mutaid__model *model = &rulebook->model;
    example e = {rulebook, report, NULL, NULL, MUTAID_OK};
    varied v = {0};
    mutaid_status status;
    size_t i;

    if (model->examples.count == 0)
        return MUTAID_OK;
    status = open_example(&e, error);
    for (i = 0; i < model->examples.count && status == MUTAID_OK; i++)
        status = run_example(&e, &v, model->examples.items[i].json);
    close_varied(&v);
    close_example(&e);
    return status == MUTAID_ERROR_MEMORY ? mutaid__fail_memory(error) : status;
}
