/* SPDX-License-Identifier: MIT */
/* compare_text.c - two documents side by side: what differs, from which day. */
#include "prove/compare.h"

#include "calendar/date.h"
#include "words/read.h"

#include <string.h>

/* Longer values are cut short, longer paths end early. */
#define MOST_TEXT 160
#define MOST_PATH 300
#define LAST_DAY INT64_C(2932896) /* 9999-12-31 */

/* Where a walk through both documents stands. */
typedef struct walk {
    mutaid_comparison *comparison;
    char path[MOST_PATH];
    size_t path_length;
    bool is_wording, has_dates;
    int64_t from, until;
    /* parameters: what stands in place of their `use` */
    const mutaid__parameter *before, *after;
    bool is_parameters;
} walk;

/* --- values as text ------------------------------------------------------------ */

static void out_json(mutaid__out *out, const mutaid__json *json)
{
    static const char *const words[] = {"", "null", "false", "true"};
    const mutaid__json *child;
    bool is_object = json->kind == MUTAID__JSON_OBJECT;

    if (json->kind <= MUTAID__JSON_TRUE) {
        mutaid__out_text(out, words[json->kind]);
    } else if (json->kind == MUTAID__JSON_NUMBER) {
        mutaid__out_slice(out, json->text);
    } else if (json->kind == MUTAID__JSON_STRING) {
        mutaid__out_json_string(out, json->text);
    } else {
        mutaid__out_text(out, is_object ? "{" : "[");
        /* nested no deeper than the reader allows; cut short once full */
        for (child = json->first; child && out->length < MOST_TEXT;
             child = child->next) {
            if (child != json->first)
                mutaid__out_text(out, ", ");
            if (is_object) {
                mutaid__out_json_string(out, child->key);
                mutaid__out_text(out, ": ");
            }
            out_json(out, child);
        }
        mutaid__out_text(out, child ? "..." : is_object ? "}" : "]");
    }
}

static const char *text_of(mutaid_comparison *c, const mutaid__json *json,
                           const mutaid__parameter *parameter)
{
    char buffer[MOST_TEXT + 4];
    mutaid__out out;
    size_t length = 0;
    char *copy;

    mutaid__out_init(&out, buffer, MOST_TEXT);
    if (parameter && parameter->override_literal.data)
        mutaid__out_slice(&out, parameter->override_literal);
    else if (json)
        out_json(&out, json);
    if (mutaid__out_finish(&out, &length, NULL) != MUTAID_OK) {
        length = strlen(buffer);
        memcpy(buffer + length, "...", 4);
        length += 3;
    }
    copy = mutaid__arena_copy(&c->arena, buffer, length);
    if (!copy)
        c->is_out_of_memory = true;
    return copy ? copy : "";
}

/* --- what differs ---------------------------------------------------------------- */

static void add(walk *w, mutaid_difference_kind kind,
                const mutaid__json *before, const mutaid__json *after)
{
    mutaid_comparison *c = w->comparison;
    mutaid_difference *d = mutaid__array_push(&c->arena, &c->differences);
    char *path = mutaid__arena_copy(&c->arena, w->path, w->path_length);

    if (!d || !path) {
        c->is_out_of_memory = true;
        return;
    }
    d->struct_size = sizeof *d;
    d->kind = kind;
    d->is_wording = w->is_wording;
    d->path = path;
    d->before = text_of(c, before, before ? w->before : NULL);
    d->after = text_of(c, after, after ? w->after : NULL);
    d->has_dates = w->has_dates;
    d->from = w->has_dates ? (mutaid_date)w->from : 0;
    d->until = w->has_dates ? (mutaid_date)w->until : 0;
    d->before_line = before ? before->place.line : 0;
    d->after_line = after ? after->place.line : 0;
}

static size_t enter(walk *w, const char *between, mutaid__slice name)
{
    size_t length = w->path_length;
    mutaid__out out;

    mutaid__out_init(&out, w->path, sizeof w->path);
    out.length = length;
    if (length > 0 || *between != '.')
        mutaid__out_text(&out, between);
    mutaid__out_slice(&out, name);
    if (*between == '[')
        mutaid__out_byte(&out, ']');
    w->path_length =
        out.length < sizeof w->path ? out.length : sizeof w->path - 1;
    return length;
}

static bool is_wording_key(mutaid__slice key)
{
    static const char *const keys[] = {
        "title",  "label",     "note",    "source", "basis",   "place",
        "figure", "otherwise", "because", "zh",     "en",      "intended",
        "id",     "edition",   "address", "publisher", "sources"};
    size_t i;

    for (i = 0; i < sizeof keys / sizeof *keys; i++)
        if (mutaid__slice_is(key, keys[i]))
            return true;
    return false;
}

static void compare(walk *w, const mutaid__json *before,
                    const mutaid__json *after);

/* --- objects ------------------------------------------------------------------------ */

static const mutaid__json *child_of(const mutaid__json *object,
                                    mutaid__slice key)
{
    const mutaid__json *child;

    for (child = object->first; child; child = child->next)
        if (mutaid__slice_equal(child->key, key))
            return child;
    return NULL;
}

static bool day_of(mutaid__slice key, int64_t *day)
{
    return mutaid__looks_like_date(key) && mutaid__read_date(key, day);
}

/* An entry of a dated operand is in force up to the next one. */
static void enter_day(walk *w, mutaid__slice key, const mutaid__json *object)
{
    const mutaid__json *child;
    int64_t day, other;

    if (!day_of(key, &day))
        return;
    w->has_dates = true;
    w->from = day;
    w->until = LAST_DAY;
    for (child = object->first; child; child = child->next)
        if (day_of(child->key, &other) && other > day && other - 1 < w->until)
            w->until = other - 1;
}

/* An `otherwise` of a table or a choice decides; one that says why does not. */
static bool decides(const mutaid__json *value)
{
    return value && (value->kind != MUTAID__JSON_OBJECT ||
                     (!mutaid__json_get(value, "zh") &&
                      !mutaid__json_get(value, "en")));
}

static const mutaid__parameter *parameter_of(const mutaid_rulebook *rulebook,
                                             mutaid__slice name)
{
    const mutaid__model *model = &rulebook->model;
    size_t i;

    for (i = 0; i < model->parameters.count; i++)
        if (mutaid__slice_equal(model->parameters.items[i].name, name))
            return &model->parameters.items[i];
    return NULL;
}

/* One key, which may be missing on one side. */
static void compare_key(walk *w, mutaid__slice key, const mutaid__json *before,
                        const mutaid__json *after, const mutaid__json *object)
{
    walk inner = *w;
    bool is_top = w->path_length == 0;

    inner.path_length = w->path_length;
    (void)enter(&inner, ".", key);
    enter_day(&inner, key, object);
    if (is_wording_key(key) &&
        !(mutaid__slice_is(key, "otherwise") &&
          decides(before ? before : after)))
        inner.is_wording = true;
    if (w->is_parameters) {
        inner.before = parameter_of(w->comparison->before, key);
        inner.after = parameter_of(w->comparison->after, key);
    } else if (!mutaid__slice_is(key, "use")) {
        inner.before = inner.after = NULL;
    }
    inner.is_parameters = is_top && mutaid__slice_is(key, "parameters");
    if (before && after)
        compare(&inner, before, after);
    else
        add(&inner, before ? MUTAID_DIFFERENCE_REMOVED
                           : MUTAID_DIFFERENCE_ADDED,
            before, after);
}

static void compare_objects(walk *w, const mutaid__json *before,
                            const mutaid__json *after)
{
    const mutaid__json *child;
    bool is_top = w->path_length == 0;

    for (child = before->first; child; child = child->next)
        if (!is_top || !mutaid__slice_is(child->key, "examples"))
            compare_key(w, child->key, child, child_of(after, child->key),
                        child_of(after, child->key) ? after : before);
    for (child = after->first; child; child = child->next)
        if (!child_of(before, child->key) &&
            (!is_top || !mutaid__slice_is(child->key, "examples")))
            compare_key(w, child->key, NULL, child, after);
}

/* --- lists ---------------------------------------------------------------------------- */

static bool is_equal(const mutaid__json *a, const mutaid__json *b)
{
    const mutaid__json *x, *y;

    if (a->kind != b->kind || a->count != b->count ||
        !mutaid__slice_equal(a->text, b->text))
        return false;
    for (x = a->first, y = b->first; x && y; x = x->next, y = y->next)
        if (!mutaid__slice_equal(x->key, y->key) || !is_equal(x, y))
            return false;
    return true;
}

/* What an item of a list is called: its id, code or scheme. */
static mutaid__slice name_of(const mutaid__json *item)
{
    static const char *const keys[] = {"id", "code", "scheme"};
    const mutaid__json *found;
    size_t i;

    for (i = 0; i < 3 && item->kind == MUTAID__JSON_OBJECT; i++) {
        found = mutaid__json_get(item, keys[i]);
        if (found && found->text.data)
            return found->text;
    }
    return mutaid__slice_of(NULL);
}

static const mutaid__json *named_item(const mutaid__json *list,
                                      mutaid__slice name)
{
    const mutaid__json *item;

    for (item = list->first; item; item = item->next)
        if (mutaid__slice_equal(name_of(item), name))
            return item;
    return NULL;
}

static bool has_names(const mutaid__json *list)
{
    const mutaid__json *item;

    for (item = list->first; item; item = item->next)
        if (name_of(item).length == 0)
            return false;
    return list->first != NULL;
}

static void compare_item(walk *w, size_t number, mutaid__slice name,
                         const mutaid__json *before, const mutaid__json *after)
{
    char digits[24];
    mutaid__out out;
    walk inner = *w;

    mutaid__out_init(&out, digits, sizeof digits);
    mutaid__out_integer(&out, (int64_t)number);
    (void)mutaid__out_finish(&out, NULL, NULL);
    (void)enter(&inner, "[", name.length > 0 ? name : mutaid__slice_of(digits));
    if (before && after)
        compare(&inner, before, after);
    else
        add(&inner, before ? MUTAID_DIFFERENCE_REMOVED
                           : MUTAID_DIFFERENCE_ADDED,
            before, after);
}

static void compare_named(walk *w, const mutaid__json *before,
                          const mutaid__json *after)
{
    const mutaid__json *item;

    for (item = before->first; item; item = item->next)
        compare_item(w, 0, name_of(item), item,
                     named_item(after, name_of(item)));
    for (item = after->first; item; item = item->next)
        if (!named_item(before, name_of(item)))
            compare_item(w, 0, name_of(item), NULL, item);
}

static const mutaid__json *item_at(const mutaid__json *list, size_t number)
{
    const mutaid__json *item = list->first;

    while (item && number-- > 0)
        item = item->next;
    return item;
}

/* Items without names: what both lists begin and end with is the same, what
 * lies between is compared one by one. */
static void compare_unnamed(walk *w, const mutaid__json *before,
                            const mutaid__json *after)
{
    size_t fewer = before->count < after->count ? before->count : after->count;
    size_t start = 0, end = 0, i;
    mutaid__slice no_name = mutaid__slice_of(NULL);

    while (start < fewer &&
           is_equal(item_at(before, start), item_at(after, start)))
        start++;
    while (end < fewer - start &&
           is_equal(item_at(before, before->count - 1 - end),
                    item_at(after, after->count - 1 - end)))
        end++;
    for (i = start; i < before->count - end || i < after->count - end; i++)
        compare_item(w, i, no_name,
                     i < before->count - end ? item_at(before, i) : NULL,
                     i < after->count - end ? item_at(after, i) : NULL);
}

/* --- any value ------------------------------------------------------------------------- */

static mutaid__slice literal_of(const mutaid__json *json,
                                const mutaid__parameter *parameter)
{
    if (parameter && parameter->override_literal.data)
        return parameter->override_literal;
    if (json->text.data)
        return json->text;
    return mutaid__slice_of(json->kind == MUTAID__JSON_TRUE    ? "true"
                            : json->kind == MUTAID__JSON_FALSE ? "false"
                                                               : "null");
}

/* Depth is bounded: no document is read that nests deeper than 64. */
static void compare(walk *w, const mutaid__json *before,
                    const mutaid__json *after)
{
    bool is_list = before->kind == MUTAID__JSON_ARRAY;

    if (before->kind == MUTAID__JSON_OBJECT && after->kind == before->kind)
        compare_objects(w, before, after);
    else if (is_list && after->kind == before->kind && has_names(before) &&
             has_names(after))
        compare_named(w, before, after);
    else if (is_list && after->kind == before->kind)
        compare_unnamed(w, before, after);
    else if (is_list || before->kind == MUTAID__JSON_OBJECT ||
             after->kind >= MUTAID__JSON_ARRAY ||
             !mutaid__slice_equal(literal_of(before, w->before),
                                  literal_of(after, w->after)))
        add(w, MUTAID_DIFFERENCE_CHANGED, before, after);
}

void mutaid__compare_texts(mutaid_comparison *comparison)
{
    walk w = {0};

    w.comparison = comparison;
    compare(&w, comparison->before->root, comparison->after->root);
}
