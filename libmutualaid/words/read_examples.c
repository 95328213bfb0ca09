/* SPDX-License-Identifier: MIT */
/* read_examples.c - examples: looked at as they are read, run later on. */
#include "words/read_model.h"

#include "words/type.h"

static void read_object(mutaid__reader *reader, const mutaid__json *json,
                        void (*read)(mutaid__reader *, const mutaid__json *))
{
    const mutaid__json *child;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return;
    for (child = json->first; child; child = child->next)
        read(reader, child);
}

/* --- what is given ---------------------------------------------------------------- */

static bool is_absent(const mutaid__json *json)
{
    const mutaid__json *absent = mutaid__json_get(json, "absent");

    return json->count == 1 && absent && absent->kind == MUTAID__JSON_TRUE;
}

/* Whether the literal suits its fact is seen when the example is run. */
static void read_given(mutaid__reader *reader, const mutaid__json *json)
{
    int64_t count;

    if (json->kind == MUTAID__JSON_NUMBER)
        (void)mutaid__read_integer_in(reader, json, INT64_MIN, INT64_MAX,
                                      &count);
    else if (json->kind == MUTAID__JSON_ARRAY ||
             (json->kind == MUTAID__JSON_OBJECT && !is_absent(json)))
        mutaid__read_wrong(reader, json, "a literal or {\"absent\": true}");
}

static void read_override(mutaid__reader *reader, const mutaid__json *json)
{
    if (mutaid__read_is_literal(reader, json) &&
        json->kind == MUTAID__JSON_NUMBER)
        read_given(reader, json);
}

/* --- what is expected --------------------------------------------------------------- */

static void read_money(mutaid__reader *reader, const mutaid__json *json)
{
    if (mutaid__read_is(reader, json, MUTAID__JSON_STRING,
                        "an amount in quotes") &&
        !mutaid__is_decimal(json->text))
        mutaid__read_fault_slice(reader, MUTAID_CODE_BAD_LITERAL, json->place,
                                 json->text, NULL);
}

static void read_last_day(mutaid__reader *reader, const mutaid__json *json)
{
    int64_t day;

    if (json->kind == MUTAID__JSON_NULL)
        return; /* there is none */
    if (mutaid__read_text(reader, json).data)
        (void)mutaid__read_day(reader, json->text, json->place, &day);
}

static void read_outcome(mutaid__reader *reader, const mutaid__json *json)
{
    const char *outcomes[MUTAID_OUTCOME_NOT_APPLYING + 2] = {NULL};
    int i;

    for (i = 0; i <= MUTAID_OUTCOME_NOT_APPLYING; i++)
        outcomes[i] = mutaid_outcome_name((mutaid_outcome)i);
    (void)mutaid__read_one_of(reader, json, outcomes);
}

/* What a package expects of one of its schemes. */
static void read_member(mutaid__reader *reader, const mutaid__json *json)
{
    static const char *const keys[] = {"outcome", "amount", NULL};
    const mutaid__json *outcome = mutaid__json_get(json, keys[0]);
    const mutaid__json *amount = mutaid__json_get(json, keys[1]);

    mutaid__read_plain_keys(reader, json, keys);
    if (outcome)
        read_outcome(reader, outcome);
    if (amount)
        read_money(reader, amount);
}

static void read_list(mutaid__reader *reader, const mutaid__json *json)
{
    const mutaid__json *child;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_ARRAY, "an array"))
        return;
    for (child = json->first; child; child = child->next)
        (void)mutaid__read_text(reader, child);
}

static void read_rows(mutaid__reader *reader, const mutaid__json *json)
{
    const mutaid__json *child;

    if (!mutaid__read_list(reader, json, "an array of rows"))
        return;
    for (child = json->first; child; child = child->next)
        (void)mutaid__read_is(reader, child, MUTAID__JSON_OBJECT, "a row");
}

static void read_subsidy(mutaid__reader *reader, const mutaid__json *json)
{
    if (json->kind == MUTAID__JSON_OBJECT)
        read_object(reader, json, read_money);
    else
        read_money(reader, json);
}

static void read_expected(mutaid__reader *reader, const mutaid__json *json)
{
    static const char keys[] =
        "outcome, amount, least, most, missing, refused_by, benefits, "
        "contribution, deadlines, limit, schedule, subsidy, input_error, or a "
        "scheme of the package";

    if (mutaid__slice_is(json->key, "outcome"))
        read_outcome(reader, json);
    else if (mutaid__slice_is(json->key, "amount") ||
             mutaid__slice_is(json->key, "limit") ||
             mutaid__slice_is(json->key, "least") ||
             mutaid__slice_is(json->key, "most"))
        read_money(reader, json);
    else if (mutaid__slice_is(json->key, "missing") ||
             mutaid__slice_is(json->key, "refused_by"))
        read_list(reader, json);
    else if (mutaid__slice_is(json->key, "benefits") ||
             mutaid__slice_is(json->key, "contribution"))
        read_object(reader, json, read_money);
    else if (mutaid__slice_is(json->key, "deadlines"))
        read_object(reader, json, read_last_day);
    else if (mutaid__slice_is(json->key, "schedule"))
        read_rows(reader, json);
    else if (mutaid__slice_is(json->key, "subsidy"))
        read_subsidy(reader, json);
    else if (mutaid__slice_is(json->key, "input_error"))
        (void)mutaid__read_text(reader, json);
    else if (json->kind == MUTAID__JSON_OBJECT)
        read_member(reader, json);
    else
        mutaid__read_fault_slice(reader, MUTAID_CODE_UNKNOWN_KEY,
                                 json->key_place, json->key, keys);
}

/* --- the example --------------------------------------------------------------------- */

void mutaid__read_example(mutaid__reader *reader, const mutaid__json *json)
{
    static const char *const keys[] = {"part",    "facts",  "parameters",
                                       "request", "expect", NULL};
    const mutaid__json *part, *facts, *expect, *parameters, *request;
    mutaid__example *example;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an example"))
        return;
    mutaid__read_plain_keys(reader, json, keys);
    part = mutaid__read_member(reader, json, "part");
    facts = mutaid__read_member(reader, json, "facts");
    expect = mutaid__read_member(reader, json, "expect");
    parameters = mutaid__json_get(json, "parameters");
    request = mutaid__json_get(json, "request");
    if (part)
        (void)mutaid__read_text(reader, part);
    if (facts)
        read_object(reader, facts, read_given);
    if (expect)
        read_object(reader, expect, read_expected);
    if (request)
        (void)mutaid__read_is(reader, request, MUTAID__JSON_OBJECT,
                              "a request");
    if (parameters)
        read_object(reader, parameters, read_override);
    example = mutaid__array_push(reader->arena, &reader->model->examples);
    if (!example) {
        reader->is_out_of_memory = true;
        return;
    }
    example->json = json;
    example->place = json->place;
}
