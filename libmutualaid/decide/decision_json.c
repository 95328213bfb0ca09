/* SPDX-License-Identifier: MIT */
/* decision_json.c - a decision as JSON, in one line (decision.schema.json). */
#include "decide/decision.h"
#include "decide/phrases.h"

#include "calendar/date.h"
#include "number/money.h"
#include <mutualaid/version.h>
#include <string.h>

/* Writes members with a comma between; `has_member` knows if one stands. */
typedef struct writer {
    const mutaid_decision *d;
    const mutaid__model *model;
    const mutaid__part *part;
    mutaid__out *out;
    bool has_member;
} writer;

/* The name of a member with the comma before and the colon behind it. */
#define KEY(name) \
    ((mutaid__slice){",\"" name "\":", sizeof(",\"" name "\":") - 1})

static inline void raw(writer *w, const char *text)
{
    mutaid__out_slice(w->out, (mutaid__slice){text, strlen(text)});
}

static void comma(writer *w)
{
    if (w->has_member)
        mutaid__out_byte(w->out, ',');
    w->has_member = true;
}

static void key(writer *w, mutaid__slice name)
{
    size_t comma = !w->has_member;

    mutaid__out_slice(
        w->out, (mutaid__slice){name.data + comma, name.length - comma});
    w->has_member = true;
}

static void open_with(writer *w, const char *bracket)
{
    raw(w, bracket);
    w->has_member = false;
}

static void close_with(writer *w, const char *bracket)
{
    raw(w, bracket);
    w->has_member = true;
}

static void slice(writer *w, mutaid__slice name, mutaid__slice text)
{
    key(w, name);
    mutaid__out_json_string(w->out, text);
}

static void text(writer *w, mutaid__slice name, const char *value)
{
    slice(w, name, mutaid__slice_of(value));
}

static void flag(writer *w, mutaid__slice name, bool value)
{
    key(w, name);
    raw(w, value ? "true" : "false");
}

static void money(writer *w, mutaid__slice name, int64_t minor)
{
    key(w, name);
    raw(w, "\"");
    mutaid__out_money(w->out, minor, w->model->decimals);
    raw(w, "\"");
}

static void labels(writer *w, mutaid__slice name, mutaid__labels both)
{
    if (both.zh.length == 0 && both.en.length == 0)
        return;
    key(w, name);
    open_with(w, "{");
    if (both.zh.length > 0)
        slice(w, KEY("zh"), both.zh);
    if (both.en.length > 0)
        slice(w, KEY("en"), both.en);
    close_with(w, "}");
}

/* --- values ---------------------------------------------------------------------------- */

/* A value as it would be written in a case: choices by code, counts that are
 * whole and flags without quotes, all else in quotes. */
static void given(writer *w, const mutaid__shown *shown)
{
    mutaid__teller teller =
        mutaid__teller_of(w->model, w->out, MUTAID_LANGUAGE_EN);
    uint64_t low = mutaid__wide_low(shown->value.numerator);

    if (shown->shape.type == MUTAID_TYPE_FLAG) {
        raw(w, low ? "true" : "false");
    } else if (shown->shape.type == MUTAID_TYPE_CHOICE) {
        mutaid__out_json_string(
            w->out,
            w->model->facts.items[shown->shape.domain].choices[low].code);
    } else if (shown->shape.type == MUTAID_TYPE_COUNT &&
               shown->value.denominator == 1) {
        mutaid__out_wide(w->out, shown->value.numerator);
    } else {
        raw(w, "\"");
        mutaid__tell_value(&teller, shown->shape, shown->value);
        raw(w, "\"");
    }
}

static void value(writer *w, mutaid__slice name, const mutaid__shown *shown)
{
    if (shown->shape.type == MUTAID_TYPE_NONE)
        return;
    key(w, name);
    if (shown->state == MUTAID_STATE_GIVEN)
        given(w, shown);
    else if (shown->state == MUTAID_STATE_ABSENT)
        raw(w, "{\"absent\":true}");
    else if (shown->state == MUTAID_STATE_NO_RULE)
        raw(w, "{\"no_rule\":true}");
    else
        raw(w, "null");
}

static void basis(writer *w, uint32_t clause)
{
    static const char *const names[] = {"published", "inferred", "assumed"};
    const mutaid__clause *c;

    if (clause == MUTAID_NONE)
        return;
    c = &w->model->clauses.items[clause];
    text(w, KEY("clause"), c->path);
    if (c->id.length > 0)
        slice(w, KEY("clause_id"), c->id);
    text(w, KEY("basis"), names[c->basis]);
    if (c->source != MUTAID_NONE)
        slice(w, KEY("source"), w->model->sources.items[c->source].id);
}

static void item_id(writer *w, uint32_t item)
{
    if (item != MUTAID_NONE)
        slice(w, KEY("item"), w->part->items.items[item].id);
}

/* --- parts of the decision ----------------------------------------------------------------- */

static void head(writer *w)
{
    const mutaid_rulebook *rulebook = w->d->rulebook;

    slice(w, KEY("part"), w->part->name);
    text(w, KEY("outcome"), mutaid_outcome_name(w->d->outcome));
    if (w->d->outcome != MUTAID_OUTCOME_UNDETERMINED)
        money(w, KEY("amount"), w->d->least);
    money(w, KEY("least"), w->d->least);
    money(w, KEY("most"), w->d->most);
    slice(w, KEY("currency"), w->model->currency);
    key(w, KEY("rulebook"));
    open_with(w, "{");
    slice(w, KEY("id"), w->model->id);
    slice(w, KEY("edition"), w->model->edition);
    text(w, KEY("digest"), rulebook->digest);
    close_with(w, "}");
    text(w, KEY("library"), MUTAID_VERSION);
}

static void missing(writer *w)
{
    size_t i;

    key(w, KEY("missing"));
    open_with(w, "[");
    for (i = 0; i < w->d->missing.count; i++) {
        comma(w);
        mutaid__out_json_string(
            w->out, w->model->facts.items[w->d->missing.items[i]].name);
    }
    close_with(w, "]");
}

/* An amount; months as a number; a rate of millionths as text. */
static void item_bound(writer *w, mutaid__slice name, mutaid_type type,
                       int64_t number)
{
    mutaid__teller teller =
        mutaid__teller_of(w->model, w->out, MUTAID_LANGUAGE_EN);

    if (type == MUTAID_TYPE_NONE || type == MUTAID_TYPE_MONEY) {
        money(w, name, number);
        return;
    }
    key(w, name);
    if (type == MUTAID_TYPE_COUNT) {
        mutaid__out_integer(w->out, number);
        return;
    }
    raw(w, "\"");
    mutaid__tell_value(&teller, (mutaid__shape){type, 0},
                       mutaid__ratio_reduce((mutaid__ratio){
                           mutaid__wide_of(number), 1000000}));
    raw(w, "\"");
}

static void items(writer *w)
{
    size_t i;

    key(w, KEY("items"));
    open_with(w, "[");
    for (i = 0; i < w->d->items.count; i++) {
        const mutaid__item *item = &w->d->items.items[i];
        const mutaid__item_plan *plan = &w->part->items.items[i];

        comma(w);
        open_with(w, "{");
        slice(w, KEY("id"), w->part->items.items[i].id);
        labels(w, KEY("title"), w->part->items.items[i].title);
        text(w, KEY("outcome"), mutaid_outcome_name(item->outcome));
        item_bound(w, KEY("least"), plan->type, item->least);
        item_bound(w, KEY("most"), plan->type, item->most);
        if (plan->is_beside)
            flag(w, KEY("beside"), true);
        close_with(w, "}");
    }
    close_with(w, "]");
}

static void finding(writer *w, const mutaid__finding *f)
{
    static const char *const relations[] = {
        "is", "equals", "in", "at_least", "at_most", "above", "below",
        "exists"};
    mutaid__slice name = mutaid__word_name(f->plan->subject);

    comma(w);
    open_with(w, "{");
    if (name.data)
        slice(w, KEY("name"), name);
    labels(w, KEY("label"), mutaid__word_labels(w->model, f->plan->subject));
    text(w, KEY("relation"), relations[f->plan->relation]);
    flag(w, KEY("wanted"), f->plan->is_wanted);
    value(w, KEY("found"), &f->found);
    if (f->plan->required != MUTAID_NONE)
        value(w, KEY("required"), &f->required);
    value(w, KEY("distance"), &f->distance);
    close_with(w, "}");
}

static void requirement(writer *w, const mutaid__requirement *r)
{
    static const char *const kinds[] = {"require", "exclude", "deadline",
                                        "in_force", "applies", "rule",
                                        "member"};
    static const char *const verdicts[] = {"held", "failed", "open"};
    size_t i;

    comma(w);
    open_with(w, "{");
    slice(w, KEY("id"), r->id);
    text(w, KEY("kind"), kinds[r->kind]);
    text(w, KEY("verdict"), verdicts[r->verdict]);
    item_id(w, r->item);
    labels(w, KEY("text"), r->text);
    basis(w, r->clause);
    key(w, KEY("findings"));
    open_with(w, "[");
    for (i = 0; i < r->finding_count; i++)
        finding(w, &w->d->findings.items[r->first_finding + i]);
    close_with(w, "]");
    close_with(w, "}");
}

static void requirements(writer *w)
{
    size_t i;

    key(w, KEY("requirements"));
    open_with(w, "[");
    for (i = 0; i < w->d->requirements.count; i++)
        requirement(w, &w->d->requirements.items[i]);
    close_with(w, "]");
}

static void line(writer *w, const mutaid__line *l)
{
    comma(w);
    open_with(w, "{");
    text(w, KEY("step"), l->step);
    key(w, KEY("depth"));
    mutaid__out_integer(w->out, l->depth);
    item_id(w, l->item);
    if (l->plan && l->plan->value != MUTAID_NONE)
        slice(w, KEY("value"), w->model->values.items[l->plan->value].name);
    flag(w, KEY("applied"), l->is_applied);
    value(w, KEY("before"), &l->before);
    value(w, KEY("operand"), &l->operand);
    value(w, KEY("after"), &l->after);
    value(w, KEY("exact"), &l->exact);
    if (l->depth == 0)
        money(w, KEY("share"), l->share);
    basis(w, l->clause);
    close_with(w, "}");
}

static void lines(writer *w)
{
    size_t i;

    key(w, KEY("lines"));
    open_with(w, "[");
    for (i = 0; i < w->d->lines.count; i++)
        line(w, &w->d->lines.items[i]);
    close_with(w, "]");
}

static void deadlines(writer *w)
{
    size_t i;

    key(w, KEY("deadlines"));
    open_with(w, "[");
    for (i = 0; i < w->d->deadlines.count; i++) {
        const mutaid__deadline_answer *d = &w->d->deadlines.items[i];

        comma(w);
        open_with(w, "{");
        slice(w, KEY("id"), d->plan->id);
        labels(w, KEY("label"), d->plan->label);
        value(w, KEY("last_day"), &d->last_day);
        flag(w, KEY("judged"), d->plan->is_judged);
        basis(w, d->plan->clause);
        close_with(w, "}");
    }
    close_with(w, "]");
}

static void note(writer *w, const mutaid_note *n)
{
    static const char *const kinds[] = {"assumed", "default", "override",
                                        "past_known", "inferred"};
    const mutaid__parameter *parameter;

    comma(w);
    open_with(w, "{");
    text(w, KEY("kind"), kinds[n->kind]);
    flag(w, KEY("decisive"), n->is_decisive);
    if (n->fact != MUTAID_NONE)
        slice(w, KEY("fact"), w->model->facts.items[n->fact].name);
    if (n->parameter != MUTAID_NONE) {
        parameter = &w->model->parameters.items[n->parameter];
        slice(w, KEY("parameter"), parameter->name);
        slice(w, KEY("literal"), parameter->override_literal);
    }
    if (n->kind == MUTAID_NOTE_PAST_KNOWN) {
        key(w, KEY("known_until"));
        raw(w, "\"");
        mutaid__out_date(w->out, n->known_until);
        raw(w, "\"");
    }
    basis(w, n->clause);
    close_with(w, "}");
}

static void notes(writer *w)
{
    size_t i;

    key(w, KEY("notes"));
    open_with(w, "[");
    for (i = 0; i < w->d->notes.count; i++)
        note(w, &w->d->notes.items[i]);
    close_with(w, "]");
}

mutaid_status mutaid_decision_write_json(const mutaid_decision *decision,
                                         char *buffer, size_t capacity,
                                         size_t *length_out,
                                         mutaid_error *error)
{
    mutaid__out out;
    writer w = {decision, NULL, NULL, &out, false};

    if (!decision || (!buffer && capacity > 0))
        return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL,
                            decision ? "buffer" : "decision", NULL);
    if (decision->part == MUTAID_NONE)
        return mutaid__fail(error, MUTAID_CODE_NOT_DECIDED, NULL, NULL, NULL);
    w.model = &decision->rulebook->model;
    w.part = &decision->rulebook->parts[decision->part];
    mutaid__out_init(&out, buffer, capacity);
    open_with(&w, "{");
    head(&w);
    missing(&w);
    items(&w);
    requirements(&w);
    lines(&w);
    deadlines(&w);
    notes(&w);
    close_with(&w, "}");
    return mutaid__out_finish(&out, length_out, error);
}
