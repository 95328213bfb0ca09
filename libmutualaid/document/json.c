/* SPDX-License-Identifier: MIT */
/* json.c - strict JSON text to a tree that knows the place of every value. */
#include "document/duplicates.h"
#include "document/token.h"

#include <string.h>

/* An array or object that is not closed yet, and its last child so far. */
typedef struct container {
    mutaid__json *value;
    mutaid__json *last;
} container;

typedef struct reader {
    mutaid__scan scan;
    const mutaid__json_limits *limits;
    mutaid__arena *arena;
    mutaid__arena scratch;
    MUTAID__ARRAY(container) open; /* outermost first */
    uint32_t value_count;
    bool is_out_of_memory;
} reader;

static container *innermost(reader *reader)
{
    return &reader->open.items[reader->open.count - 1];
}

static void give_up(reader *reader)
{
    reader->is_out_of_memory = true;
    reader->scan.is_over = true;
}

/* A limit is passed here; there is no sense in reading on. */
static void refuse_past(reader *reader, mutaid_code code, size_t found,
                        size_t limit)
{
    char texts[2][24];
    mutaid__out outs[2];
    mutaid__place place = mutaid__scan_place(&reader->scan);

    if (code == MUTAID_CODE_TEXT_TOO_LONG)
        place = MUTAID__NOWHERE;
    for (int i = 0; i < 2; i++) {
        mutaid__out_init(&outs[i], texts[i], sizeof texts[i]);
        mutaid__out_integer(&outs[i], (int64_t)(i == 0 ? found : limit));
    }
    mutaid__scan_fault(&reader->scan, code, place,
                       (mutaid__slice){texts[0], outs[0].length},
                       (mutaid__slice){texts[1], outs[1].length});
    reader->scan.is_over = true;
}

static mutaid__json *new_value(reader *reader)
{
    if (reader->value_count == reader->limits->values) {
        refuse_past(reader, MUTAID_CODE_TOO_MANY_VALUES, reader->limits->values,
                    0);
        return NULL;
    }
    reader->value_count++;

    mutaid__json *value = mutaid__arena_take(reader->arena, sizeof *value);
    if (value == NULL)
        give_up(reader);
    return value;
}

static void open_container(reader *reader, mutaid__json *value)
{
    if (reader->open.count == reader->limits->depth) {
        refuse_past(reader, MUTAID_CODE_TOO_DEEP, reader->limits->depth, 0);
        return;
    }

    container *opened = mutaid__array_push(&reader->scratch, &reader->open);
    if (opened == NULL) {
        give_up(reader);
        return;
    }
    opened->value = value;
    opened->last = NULL;
    reader->scan.at++;
    reader->scan.behind = mutaid__scan_place(&reader->scan);
}

static void check_keys(reader *reader, const mutaid__json *object)
{
    if (object->kind == MUTAID__JSON_OBJECT &&
        !mutaid__report_duplicates(&reader->scan, object,
                                   reader->arena->memory))
        give_up(reader);
}

static void close_container(reader *reader)
{
    check_keys(reader, innermost(reader)->value);
    reader->open.count--;
    reader->scan.at++;
    reader->scan.behind = mutaid__scan_place(&reader->scan);
}

static bool is_object(const container *container)
{
    return container->value->kind == MUTAID__JSON_OBJECT;
}

static void end_inside(reader *reader)
{
    const container *inside = innermost(reader);

    mutaid__scan_end(
        &reader->scan, is_object(inside) ? "the object" : "the array",
        inside->value->place, is_object(inside) ? "\"}\"" : "\"]\"");
}

static void read_value(reader *reader, mutaid__json *value)
{
    mutaid__scan *scan = &reader->scan;
    int next = mutaid__scan_peek(scan);

    value->place = mutaid__scan_place(scan);
    if (next == '{' || next == '[') {
        value->kind = next == '{' ? MUTAID__JSON_OBJECT : MUTAID__JSON_ARRAY;
        open_container(reader, value);
    } else if (mutaid__begins_string(next)) {
        value->kind = MUTAID__JSON_STRING;
        value->text = mutaid__token_string(scan);
    } else if (mutaid__begins_number(next)) {
        value->kind = MUTAID__JSON_NUMBER;
        value->text = mutaid__token_number(scan);
    } else if (mutaid__begins_word(next)) {
        value->kind = mutaid__token_word(scan);
    } else if (next < 0) {
        end_inside(reader);
    } else {
        mutaid__scan_stop(scan, "a value");
    }
}

/* Whether the next byte begins something that a comma or colon may have been
 * forgotten before. After a value a bare word is more likely the rest of a
 * text whose quotes are not escaped. */
static bool is_forgotten(const reader *reader, bool may_be_word)
{
    int next = mutaid__scan_peek(&reader->scan);

    return next == '{' || next == '[' || mutaid__begins_string(next) ||
           mutaid__begins_number(next) ||
           (may_be_word && mutaid__begins_word(next));
}

static void read_key(reader *reader, mutaid__json *value)
{
    mutaid__scan *scan = &reader->scan;

    value->key_place = mutaid__scan_place(scan);
    value->key = mutaid__token_key(scan);
    mutaid__scan_space(scan);
    if (scan->is_over)
        return;
    if (mutaid__scan_take(scan, ':')) {
        mutaid__scan_space(scan);
        return;
    }
    if (is_forgotten(reader, true))
        mutaid__scan_fault(scan, MUTAID_CODE_MISSING_COLON, scan->behind,
                           value->key, MUTAID__NO_TEXT);
    else if (mutaid__scan_peek(scan) >= 0)
        mutaid__scan_stop(scan, "\":\"");
}

static void append(container *parent, mutaid__json *child)
{
    if (parent->last != NULL)
        parent->last->next = child;
    else
        parent->value->first = child;
    parent->last = child;
    parent->value->count++;
}

/* The comma between two children; whether another child follows. */
static bool read_comma(reader *reader, int close)
{
    mutaid__scan *scan = &reader->scan;
    mutaid__place comma = mutaid__scan_place(scan);

    if (!mutaid__scan_take(scan, ',')) {
        if (!is_forgotten(reader, false)) {
            mutaid__scan_stop(scan, close == '}' ? "\",\" or \"}\""
                                                 : "\",\" or \"]\"");
            return false;
        }
        mutaid__scan_fault(scan, MUTAID_CODE_MISSING_COMMA, scan->behind,
                           MUTAID__NO_TEXT, MUTAID__NO_TEXT);
        return true;
    }
    mutaid__scan_space(scan);
    if (mutaid__scan_peek(scan) != close && mutaid__scan_peek(scan) != ',')
        return !scan->is_over;
    mutaid__scan_fault(scan, MUTAID_CODE_EXTRA_COMMA, comma, MUTAID__NO_TEXT,
                       MUTAID__NO_TEXT);
    return false;
}

static void read_child(reader *reader)
{
    if (mutaid__scan_peek(&reader->scan) < 0) {
        end_inside(reader);
        return;
    }

    mutaid__json *child = new_value(reader);
    if (child == NULL)
        return;
    if (is_object(innermost(reader)))
        read_key(reader, child);
    if (reader->scan.is_over)
        return;
    append(innermost(reader), child);
    read_value(reader, child);
}

/* Read one child, or the end, of the innermost array or object. */
static void read_step(reader *reader)
{
    const container *inside = innermost(reader);
    int close = is_object(inside) ? '}' : ']';

    mutaid__scan_space(&reader->scan);
    if (reader->scan.is_over)
        return;
    if (mutaid__scan_peek(&reader->scan) == close)
        close_container(reader);
    else if (mutaid__scan_peek(&reader->scan) < 0)
        end_inside(reader);
    else if (inside->last == NULL || read_comma(reader, close))
        read_child(reader);
}

static void skip_mark(mutaid__scan *scan)
{
    if (scan->length < 3 || memcmp(scan->text, "\xEF\xBB\xBF", 3) != 0)
        return;
    scan->at = 3;
    scan->line_start = 3;
}

static void end_document(mutaid__scan *scan)
{
    mutaid__scan_space(scan);
    if (!scan->is_over && scan->at < scan->length)
        mutaid__scan_fault(scan, MUTAID_CODE_TRAILING_TEXT,
                           mutaid__scan_place(scan), MUTAID__NO_TEXT,
                           MUTAID__NO_TEXT);
}

static const mutaid__json *read_document(reader *reader)
{
    mutaid__scan *scan = &reader->scan;

    skip_mark(scan);
    mutaid__place start = mutaid__scan_place(scan);
    mutaid__scan_space(scan);
    if (!scan->is_over && scan->at == scan->length)
        mutaid__scan_fault(scan, MUTAID_CODE_TEXT_EMPTY, start, MUTAID__NO_TEXT,
                           MUTAID__NO_TEXT);
    if (scan->is_over || scan->at == scan->length)
        return NULL;

    mutaid__json *root = new_value(reader);
    if (root == NULL)
        return NULL;
    read_value(reader, root);
    while (reader->open.count > 0 && !scan->is_over)
        read_step(reader);
    /* What was read of objects that never closed is looked at all the same. */
    for (; reader->open.count > 0; reader->open.count--)
        check_keys(reader, innermost(reader)->value);
    if (!scan->is_over)
        end_document(scan);
    return root;
}

static const mutaid__json *read_text(reader *reader)
{
    mutaid__scan *scan = &reader->scan;
    size_t limit = reader->limits->bytes;

    if (limit > UINT32_MAX - 1)
        limit = UINT32_MAX - 1; /* places are 32 bits */
    if (scan->length > limit) {
        refuse_past(reader, MUTAID_CODE_TEXT_TOO_LONG, scan->length, limit);
        return NULL;
    }
    scan->store = mutaid__arena_take(reader->arena, scan->length + 1);
    if (scan->store == NULL) {
        give_up(reader);
        return NULL;
    }
    return read_document(reader);
}

const mutaid__json *mutaid__json_read(mutaid__arena *arena, const char *text,
                                      size_t length,
                                      const mutaid__json_limits *limits,
                                      mutaid_report *report,
                                      mutaid_status *status_out)
{
    reader reader = {
        .scan = {.text = text != NULL ? text : "",
                 .length = length,
                 .line = 1,
                 .report = report},
        .limits = limits,
        .arena = arena,
    };

    mutaid__arena_init(&reader.scratch, arena->memory);
    const mutaid__json *root = read_text(&reader);
    mutaid__arena_free(&reader.scratch);

    *status_out = MUTAID_OK;
    if (reader.is_out_of_memory || report->is_out_of_memory)
        *status_out = MUTAID_ERROR_MEMORY;
    else if (reader.scan.is_faulty)
        *status_out = MUTAID_ERROR_RULEBOOK;
    return *status_out == MUTAID_OK ? root : NULL;
}

const mutaid__json *mutaid__json_get(const mutaid__json *object,
                                     const char *key)
{
    mutaid__slice wanted = mutaid__slice_of(key);
    const mutaid__json *child = object->first;

    while (child != NULL && !mutaid__slice_equal(child->key, wanted))
        child = child->next;
    return child;
}
