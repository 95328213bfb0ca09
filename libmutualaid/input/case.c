/* SPDX-License-Identifier: MIT */
/* case.c - the facts of one case: made, set, looked at. */
#include "input/case.h"

#include "calendar/date.h"
#include "words/fact_text.h"

#include <string.h>

#define BAD(error, name) mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL, name, NULL)

mutaid_status mutaid_case_new(mutaid_rulebook *rulebook,
                              mutaid_case **case_out, mutaid_error *error)
{
    mutaid__memory memory;
    mutaid_case *c;
    size_t count;

    if (!rulebook || !case_out)
        return BAD(error, rulebook ? "case_out" : "rulebook");
    mutaid__memory_init(&memory, &rulebook->memory.allocator,
                        rulebook->case_memory_cap);
    count = rulebook->model.facts.count;
    c = mutaid__memory_take(&memory, sizeof *c);
    if (!c)
        return mutaid__fail(error, MUTAID_CODE_OUT_OF_MEMORY, NULL, NULL,
                            NULL);
    c->memory = memory;
    c->integers =
        mutaid__memory_take(&c->memory, count * sizeof *c->integers);
    c->states = mutaid__memory_take(&c->memory, count);
    c->rulebook = mutaid_rulebook_ref(rulebook);
    if (!c->integers || !c->states) {
        mutaid_case_free(c);
        return mutaid__fail(error, MUTAID_CODE_OUT_OF_MEMORY, NULL, NULL,
                            NULL);
    }
    mutaid_case_clear(c);
    *case_out = c;
    return MUTAID_OK;
}

void mutaid_case_free(mutaid_case *c)
{
    mutaid_rulebook *rulebook;
    mutaid__memory memory;
    size_t count;

    if (!c)
        return;
    rulebook = c->rulebook;
    count = rulebook->model.facts.count;
    memory = c->memory;
    mutaid__memory_release(&memory, c->states, count);
    mutaid__memory_release(&memory, c->integers, count * sizeof *c->integers);
    mutaid__memory_release(&memory, c, sizeof *c);
    mutaid_rulebook_unref(rulebook);
}

void mutaid_case_clear(mutaid_case *c)
{
    size_t count;

    if (!c)
        return;
    count = c->rulebook->model.facts.count;
    memset(c->integers, 0, count * sizeof *c->integers);
    memset(c->states, MUTAID_STATE_OPEN, count);
}

mutaid_rulebook *mutaid_case_rulebook(const mutaid_case *c)
{
    return c ? c->rulebook : NULL;
}

void mutaid_case_set_calendar(mutaid_case *c, const mutaid_calendar *calendar)
{
    if (c)
        c->calendar = calendar;
}

/* --- names and faults ------------------------------------------------------------------ */

static mutaid_status fail_at(mutaid_error *error, mutaid_code code,
                             mutaid__place place, mutaid__slice fact,
                             mutaid__slice first, mutaid__slice second)
{
    mutaid__slice arguments[3] = {first, second, {NULL, 0}};

    return mutaid__fail_slices(error, code, place, fact, arguments);
}

static mutaid_status check_fact(const mutaid_case *c, size_t fact,
                                mutaid_error *error)
{
    if (!c)
        return BAD(error, "c");
    if (fact >= c->rulebook->model.facts.count)
        return BAD(error, "fact");
    return MUTAID_OK;
}

/* The index of a fact by name. */
static mutaid_status find_fact(const mutaid_case *c, const char *name,
                               size_t *fact_out, mutaid_error *error)
{
    if (!c || !name)
        return BAD(error, c ? "fact" : "c");
    return mutaid_rulebook_fact_index(c->rulebook, name, fact_out, error);
}

static const char *type_text(mutaid_type type)
{
    static const char *const texts[] = {"nothing", "money",  "a count",
                                        "a measure", "a rate", "a date",
                                        "a flag",  "a choice"};

    return texts[type];
}

/* "0.00 to 100000000.00", for remedies. */
static mutaid__slice range_text(const mutaid__model *model,
                                const mutaid__fact *fact, char *buffer,
                                size_t size)
{
    mutaid__slice text = {buffer, 0};
    mutaid__out out;

    mutaid__out_init(&out, buffer, size);
    mutaid__out_fact(&out, model, fact, fact->at_least);
    mutaid__out_text(&out, " to ");
    mutaid__out_fact(&out, model, fact, fact->at_most);
    (void)mutaid__out_finish(&out, NULL, NULL);
    text.length = strlen(buffer);
    return text;
}

/* "general, private", for remedies. */
static mutaid__slice choices_text(const mutaid__fact *fact, char *buffer,
                                  size_t size)
{
    mutaid__slice text = {buffer, 0};
    mutaid__out out;
    size_t i;

    mutaid__out_init(&out, buffer, size);
    for (i = 0; i < fact->choice_count; i++) {
        if (i > 0)
            mutaid__out_text(&out, ", ");
        mutaid__out_slice(&out, fact->choices[i].code);
    }
    (void)mutaid__out_finish(&out, NULL, NULL); /* cut short: still a hint */
    text.length = strlen(buffer);
    return text;
}

/* --- setting ------------------------------------------------------------------------------ */

static mutaid_status set_integer(mutaid_case *c, size_t fact, int64_t integer,
                                 mutaid__slice text, mutaid__place place,
                                 mutaid_error *error)
{
    const mutaid__model *model = &c->rulebook->model;
    const mutaid__fact *f = &model->facts.items[fact];
    char range[120];

    if (integer < f->at_least || integer > f->at_most)
        return fail_at(error, MUTAID_CODE_FACT_RANGE, place, f->name, text,
                       range_text(model, f, range, sizeof range));
    c->integers[fact] = integer;
    c->states[fact] = MUTAID_STATE_GIVEN;
    return MUTAID_OK;
}

mutaid_status mutaid__case_set_integer(mutaid_case *c, size_t fact,
                                       int64_t integer, mutaid_error *error)
{
    char buffer[40];
    mutaid__slice text = {buffer, 0};
    mutaid__out out;

    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_integer(&out, integer);
    (void)mutaid__out_finish(&out, &text.length, NULL);
    return set_integer(c, fact, integer, text, MUTAID__NOWHERE, error);
}

static mutaid_status set_typed(mutaid_case *c, size_t fact, mutaid_type type,
                               int64_t integer, mutaid_error *error)
{
    const mutaid__fact *f;

    TRY(check_fact(c, fact, error));
    f = &c->rulebook->model.facts.items[fact];
    if (f->shape.type != type)
        return fail_at(error, MUTAID_CODE_FACT_TYPE, MUTAID__NOWHERE, f->name,
                       mutaid__slice_of(type_text(f->shape.type)),
                       mutaid__slice_of(type_text(type)));
    return mutaid__case_set_integer(c, fact, integer, error);
}

#define SETTER(name, value_type, type)                                     \
    mutaid_status mutaid_case_set_##name##_at(                             \
        mutaid_case *c, size_t fact, value_type value, mutaid_error *error) \
    {                                                                      \
        return set_typed(c, fact, type, value, error);                     \
    }                                                                      \
    mutaid_status mutaid_case_set_##name(mutaid_case *c, const char *fact, \
                                         value_type value,                 \
                                         mutaid_error *error)              \
    {                                                                      \
        size_t index = 0;                                                  \
                                                                           \
        TRY(find_fact(c, fact, &index, error));                            \
        return mutaid_case_set_##name##_at(c, index, value, error);        \
    }

SETTER(money, mutaid_money, MUTAID_TYPE_MONEY)
SETTER(count, int64_t, MUTAID_TYPE_COUNT)
SETTER(measure, int64_t, MUTAID_TYPE_MEASURE)
SETTER(rate, int64_t, MUTAID_TYPE_RATE)
SETTER(date, mutaid_date, MUTAID_TYPE_DATE)
SETTER(flag, int, MUTAID_TYPE_FLAG)

mutaid_status mutaid_case_set_choice_at(mutaid_case *c, size_t fact,
                                        size_t choice, mutaid_error *error)
{
    TRY(check_fact(c, fact, error));
    if (choice > INT32_MAX)
        return BAD(error, "choice");
    return set_typed(c, fact, MUTAID_TYPE_CHOICE, (int64_t)choice, error);
}

mutaid_status mutaid_case_set_choice(mutaid_case *c, const char *fact,
                                     const char *code, mutaid_error *error)
{
    size_t index = 0;

    TRY(find_fact(c, fact, &index, error));
    if (!code)
        return BAD(error, "code");
    if (c->rulebook->model.facts.items[index].shape.type !=
        MUTAID_TYPE_CHOICE)
        return set_typed(c, index, MUTAID_TYPE_CHOICE, 0, error);
    return mutaid__case_set_slice(c, index, mutaid__slice_of(code),
                                  MUTAID__NOWHERE, error);
}

mutaid_status mutaid__case_set_slice(mutaid_case *c, size_t fact,
                                     mutaid__slice text, mutaid__place place,
                                     mutaid_error *error)
{
    const mutaid__model *model = &c->rulebook->model;
    const mutaid__fact *f = &model->facts.items[fact];
    int64_t integer = 0;
    mutaid_code code = mutaid__fact_integer(model, f, text, &integer);
    char choices[200];

    if (code == MUTAID_CODE_NO_SUCH_CHOICE)
        return fail_at(error, code, place, f->name, text,
                       choices_text(f, choices, sizeof choices));
    if (code != MUTAID_CODE_NONE)
        return fail_at(error, code, place, f->name, text,
                       mutaid__slice_of(mutaid__fact_form(model, f)));
    return set_integer(c, fact, integer, text, place, error);
}

mutaid_status mutaid_case_set_text_at(mutaid_case *c, size_t fact,
                                      const char *text, size_t length,
                                      mutaid_error *error)
{
    mutaid__slice slice = {text, length};

    TRY(check_fact(c, fact, error));
    if (!text)
        return BAD(error, "text");
    return mutaid__case_set_slice(c, fact, slice, MUTAID__NOWHERE, error);
}

mutaid_status mutaid_case_set_text(mutaid_case *c, const char *fact,
                                   const char *text, mutaid_error *error)
{
    size_t index = 0;

    TRY(find_fact(c, fact, &index, error));
    if (!text)
        return BAD(error, "text");
    return mutaid__case_set_slice(c, index, mutaid__slice_of(text),
                                  MUTAID__NOWHERE, error);
}

mutaid_status mutaid__case_absent(mutaid_case *c, size_t fact,
                                  mutaid__place place, mutaid_error *error)
{
    const mutaid__fact *f = &c->rulebook->model.facts.items[fact];

    if (!f->is_optional)
        return fail_at(error, MUTAID_CODE_NEVER_ABSENT, place, f->name,
                       mutaid__slice_of(NULL), mutaid__slice_of(NULL));
    c->integers[fact] = 0;
    c->states[fact] = MUTAID_STATE_ABSENT;
    return MUTAID_OK;
}

mutaid_status mutaid_case_set_absent_at(mutaid_case *c, size_t fact,
                                        mutaid_error *error)
{
    TRY(check_fact(c, fact, error));
    return mutaid__case_absent(c, fact, MUTAID__NOWHERE, error);
}

mutaid_status mutaid_case_set_absent(mutaid_case *c, const char *fact,
                                     mutaid_error *error)
{
    size_t index = 0;

    TRY(find_fact(c, fact, &index, error));
    return mutaid_case_set_absent_at(c, index, error);
}

mutaid_status mutaid_case_unset_at(mutaid_case *c, size_t fact,
                                   mutaid_error *error)
{
    TRY(check_fact(c, fact, error));
    c->integers[fact] = 0;
    c->states[fact] = MUTAID_STATE_OPEN;
    return MUTAID_OK;
}

mutaid_status mutaid_case_unset(mutaid_case *c, const char *fact,
                                mutaid_error *error)
{
    size_t index = 0;

    TRY(find_fact(c, fact, &index, error));
    return mutaid_case_unset_at(c, index, error);
}

mutaid_status mutaid_case_get(const mutaid_case *c, size_t fact,
                              int32_t *state_out, int64_t *integer_out,
                              mutaid_error *error)
{
    TRY(check_fact(c, fact, error));
    if (!state_out || !integer_out)
        return BAD(error, state_out ? "integer_out" : "state_out");
    *state_out = c->states[fact];
    *integer_out = c->integers[fact];
    return MUTAID_OK;
}
