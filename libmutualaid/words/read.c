/* SPDX-License-Identifier: MIT */
/* read.c - from the JSON tree to plain things: texts, names, numbers, dates. */
#include "words/read.h"

#include "calendar/date.h"

#include <string.h>

void mutaid__read_fault_slice(mutaid__reader *reader, mutaid_code code,
                              mutaid__place place, mutaid__slice first,
                              const char *second)
{
    mutaid__report_add(reader->report, code, place, first,
                       mutaid__slice_of(second), mutaid__slice_of(NULL));
}

void mutaid__read_fault(mutaid__reader *reader, mutaid_code code,
                        mutaid__place place, const char *first,
                        const char *second)
{
    mutaid__read_fault_slice(reader, code, place, mutaid__slice_of(first),
                             second);
}

void *mutaid__read_take(mutaid__reader *reader, size_t size)
{
    void *block = mutaid__arena_take(reader->arena, size);

    if (!block)
        reader->is_out_of_memory = true;
    return block;
}

static const char *kind_text(mutaid__json_kind kind)
{
    switch (kind) {
    case MUTAID__JSON_NULL:
        return "null";
    case MUTAID__JSON_FALSE:
        return "false";
    case MUTAID__JSON_TRUE:
        return "true";
    case MUTAID__JSON_NUMBER:
        return "a number";
    case MUTAID__JSON_STRING:
        return "a text";
    case MUTAID__JSON_ARRAY:
        return "an array";
    default:
        return "an object";
    }
}

void mutaid__read_wrong(mutaid__reader *reader, const mutaid__json *json,
                        const char *wanted)
{
    mutaid__read_fault(reader, MUTAID_CODE_WRONG_KIND, json->place,
                       kind_text(json->kind), wanted);
}

bool mutaid__read_is(mutaid__reader *reader, const mutaid__json *json,
                     mutaid__json_kind kind, const char *wanted)
{
    if (json->kind == kind)
        return true;
    mutaid__read_wrong(reader, json, wanted);
    return false;
}

/* --- keys ------------------------------------------------------------------- */

static bool is_one_of(mutaid__slice text, const char *const words[])
{
    for (; *words; words++)
        if (mutaid__slice_is(text, *words))
            return true;
    return false;
}

bool mutaid__is_clause_key(mutaid__slice key)
{
    static const char *const keys[] = {"id",   "label",    "source", "basis",
                                       "note", "intended", NULL};

    return is_one_of(key, keys);
}

/* "a, b, c" into a buffer: the remedy of a fault. */
static void join_words(const char *const words[], const char *more,
                       char *buffer, size_t size)
{
    mutaid__out out;
    size_t i;

    mutaid__out_init(&out, buffer, size);
    for (i = 0; words[i]; i++) {
        if (i > 0)
            mutaid__out_text(&out, ", ");
        mutaid__out_text(&out, words[i]);
    }
    mutaid__out_text(&out, more);
    (void)mutaid__out_finish(&out, NULL, NULL); /* cut short: still a hint */
}

static void unknown_key(mutaid__reader *reader, const mutaid__json *child,
                        const char *const keys[], const char *more)
{
    char known[200];

    join_words(keys, more, known, sizeof known);
    mutaid__read_fault_slice(reader, MUTAID_CODE_UNKNOWN_KEY,
                             child->key_place, child->key, known);
}

void mutaid__read_keys(mutaid__reader *reader, const mutaid__json *object,
                       const char *const keys[])
{
    const mutaid__json *child;

    for (child = object->first; child; child = child->next)
        if (!is_one_of(child->key, keys) && !mutaid__is_clause_key(child->key))
            unknown_key(reader, child, keys,
                        ", id, label, source, basis, note, intended");
}

mutaid__labels mutaid__read_plain_keys(mutaid__reader *reader,
                                       const mutaid__json *object,
                                       const char *const keys[])
{
    mutaid__labels note = {{NULL, 0}, {NULL, 0}};
    const mutaid__json *child;

    for (child = object->first; child; child = child->next) {
        if (is_one_of(child->key, keys))
            continue;
        if (mutaid__slice_is(child->key, "note"))
            note = mutaid__read_note(reader, child);
        else
            unknown_key(reader, child, keys, ", note");
    }
    return note;
}

const mutaid__json *mutaid__read_member(mutaid__reader *reader,
                                        const mutaid__json *object,
                                        const char *key)
{
    const mutaid__json *child = mutaid__json_get(object, key);

    if (!child)
        mutaid__read_fault(reader, MUTAID_CODE_MISSING_KEY, object->place, key,
                           NULL);
    return child;
}

/* --- texts and names ----------------------------------------------------------- */

mutaid__slice mutaid__read_text(mutaid__reader *reader,
                                const mutaid__json *json)
{
    if (!mutaid__read_is(reader, json, MUTAID__JSON_STRING, "a text"))
        return mutaid__slice_of(NULL);
    return json->text;
}

static bool is_code_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           byte == '_';
}

bool mutaid__is_code(mutaid__slice text)
{
    size_t i;

    for (i = 0; i < text.length; i++)
        if (!is_code_byte(text.data[i]))
            return false;
    return text.length > 0;
}

bool mutaid__is_name(mutaid__slice text)
{
    return mutaid__is_code(text) && text.data[0] >= 'a';
}

mutaid__slice mutaid__read_name(mutaid__reader *reader,
                                const mutaid__json *json)
{
    mutaid__slice text = mutaid__read_text(reader, json);

    if (text.data && !mutaid__is_name(text)) {
        mutaid__read_fault_slice(reader, MUTAID_CODE_BAD_NAME, json->place,
                                 text, NULL);
        return mutaid__slice_of(NULL);
    }
    return text;
}

mutaid__slice mutaid__read_code(mutaid__reader *reader,
                                const mutaid__json *json)
{
    mutaid__slice text = mutaid__read_text(reader, json);

    if (text.data && !mutaid__is_code(text)) {
        mutaid__read_fault_slice(reader, MUTAID_CODE_BAD_CODE, json->place,
                                 text, NULL);
        return mutaid__slice_of(NULL);
    }
    return text;
}

/* Whether the key there stands twice in its object, which is reported. */
static bool is_twice(const mutaid__reader *reader, mutaid__place place)
{
    size_t i;

    for (i = 0; i < reader->report->faults.count; i++) {
        const mutaid_fault *fault = &reader->report->faults.items[i];

        if (fault->code == MUTAID_CODE_DUPLICATE_KEY &&
            fault->offset == place.offset)
            return true;
    }
    return false;
}

bool mutaid__read_new_name(mutaid__reader *reader, const mutaid__json *json,
                           mutaid__symbols *names)
{
    bool is_new = false;

    if (!mutaid__is_name(json->key))
        mutaid__read_fault_slice(reader, MUTAID_CODE_BAD_NAME,
                                 json->key_place, json->key, NULL);
    else if (mutaid__symbols_enter(names, json->key, &is_new) == MUTAID_NONE)
        reader->is_out_of_memory = true;
    else if (!is_new && !is_twice(reader, json->key_place))
        mutaid__read_fault_slice(reader, MUTAID_CODE_NAME_TAKEN,
                                 json->key_place, json->key, NULL);
    return is_new && !reader->is_out_of_memory;
}

int mutaid__read_one_of(mutaid__reader *reader, const mutaid__json *json,
                        const char *const words[])
{
    mutaid__slice text = mutaid__read_text(reader, json);
    char known[200];
    int i;

    if (!text.data)
        return -1;
    for (i = 0; words[i]; i++)
        if (mutaid__slice_is(text, words[i]))
            return i;
    join_words(words, "", known, sizeof known);
    mutaid__read_fault_slice(reader, MUTAID_CODE_BAD_WORD, json->place, text,
                             known);
    return -1;
}

mutaid__labels mutaid__read_labels(mutaid__reader *reader,
                                   const mutaid__json *json)
{
    static const char *const keys[] = {"zh", "en", NULL};
    mutaid__labels labels = {{NULL, 0}, {NULL, 0}};
    const mutaid__json *child;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT,
                         "an object with zh and en"))
        return labels;
    for (child = json->first; child; child = child->next) {
        if (!is_one_of(child->key, keys))
            mutaid__read_fault_slice(reader, MUTAID_CODE_UNKNOWN_KEY,
                                     child->key_place, child->key, "zh, en");
        else if (mutaid__slice_is(child->key, "zh"))
            labels.zh = mutaid__read_text(reader, child);
        else
            labels.en = mutaid__read_text(reader, child);
    }
    if (json->count == 0)
        mutaid__read_fault(reader, MUTAID_CODE_MISSING_KEY, json->place, "zh",
                           NULL);
    return labels;
}

mutaid__labels mutaid__read_note(mutaid__reader *reader,
                                 const mutaid__json *json)
{
    mutaid__labels note = {{NULL, 0}, {NULL, 0}};

    if (json->kind == MUTAID__JSON_OBJECT)
        return mutaid__read_labels(reader, json);
    note.en = mutaid__read_text(reader, json);
    return note;
}

/* --- numbers, flags, dates -------------------------------------------------------- */

static void out_of_range(mutaid__reader *reader, const mutaid__json *json,
                         int64_t least, int64_t most)
{
    char texts[2][24];
    mutaid__slice slices[2];
    mutaid__out out;
    int i;

    for (i = 0; i < 2; i++) {
        mutaid__out_init(&out, texts[i], sizeof texts[i]);
        mutaid__out_integer(&out, i == 0 ? least : most);
        slices[i] = (mutaid__slice){texts[i], out.length};
    }
    mutaid__report_add(reader->report, MUTAID_CODE_NUMBER_RANGE, json->place,
                       json->text, slices[0], slices[1]);
}

bool mutaid__read_integer_in(mutaid__reader *reader, const mutaid__json *json,
                             int64_t least, int64_t most,
                             int64_t *integer_out)
{
    int64_t integer;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_NUMBER, "a whole number"))
        return false;
    if (memchr(json->text.data, '.', json->text.length) ||
        memchr(json->text.data, 'e', json->text.length) ||
        memchr(json->text.data, 'E', json->text.length)) {
        mutaid__read_fault_slice(reader, MUTAID_CODE_FRACTION, json->place,
                                 json->text, NULL);
        return false;
    }
    if (!mutaid__read_integer(json->text, &integer) || integer < least ||
        integer > most) {
        out_of_range(reader, json, least, most);
        return false;
    }
    *integer_out = integer;
    return true;
}

bool mutaid__read_flag(mutaid__reader *reader, const mutaid__json *json)
{
    if (json->kind != MUTAID__JSON_TRUE && json->kind != MUTAID__JSON_FALSE)
        mutaid__read_wrong(reader, json, "true or false");
    return json->kind == MUTAID__JSON_TRUE;
}

bool mutaid__looks_like_date(mutaid__slice text)
{
    size_t i;

    if (text.length != 10)
        return false;
    for (i = 0; i < 10; i++) {
        bool is_dash = i == 4 || i == 7;

        if (is_dash ? text.data[i] != '-'
                    : text.data[i] < '0' || text.data[i] > '9')
            return false;
    }
    return true;
}

bool mutaid__read_day(mutaid__reader *reader, mutaid__slice text,
                      mutaid__place place, int64_t *day_out)
{
    if (!mutaid__looks_like_date(text)) {
        mutaid__read_fault_slice(reader, MUTAID_CODE_BAD_DATE_FORM, place,
                                 text, NULL);
        return false;
    }
    if (!mutaid__read_date(text, day_out)) {
        mutaid__read_fault_slice(reader, MUTAID_CODE_NO_SUCH_DAY, place, text,
                                 NULL);
        return false;
    }
    return true;
}

bool mutaid__read_list(mutaid__reader *reader, const mutaid__json *json,
                       const char *wanted)
{
    if (!mutaid__read_is(reader, json, MUTAID__JSON_ARRAY, wanted))
        return false;
    if (json->count > 0)
        return true;
    mutaid__read_fault(reader, MUTAID_CODE_EMPTY_LIST, json->place, NULL,
                       NULL);
    return false;
}

/* --- literals --------------------------------------------------------------------- */

bool mutaid__read_is_literal(mutaid__reader *reader, const mutaid__json *json)
{
    bool is_text = json->kind == MUTAID__JSON_STRING;
    bool is_name = is_text && mutaid__is_name(json->text);

    if (is_name)
        mutaid__read_fault(reader, MUTAID_CODE_WRONG_KIND, json->place,
                           "a name", "a literal");
    else if (!is_text && json->kind != MUTAID__JSON_NUMBER &&
             json->kind != MUTAID__JSON_TRUE &&
             json->kind != MUTAID__JSON_FALSE)
        mutaid__read_wrong(reader, json, "a literal");
    else
        return true;
    return false;
}

bool mutaid__read_is_unit(mutaid__reader *reader, const mutaid__json *json)
{
    bool is_above_zero = false;
    size_t i;

    for (i = 0; i < json->text.length; i++) {
        char byte = json->text.data[i];

        if (byte == ' ' || byte == '/')
            break; /* what follows is a unit, or what divides */
        is_above_zero = is_above_zero || (byte >= '1' && byte <= '9');
    }
    if ((json->kind == MUTAID__JSON_NUMBER ||
         json->kind == MUTAID__JSON_STRING) &&
        is_above_zero && json->text.data[0] != '-' &&
        !mutaid__is_name(json->text))
        return true;
    mutaid__read_fault_slice(reader, MUTAID_CODE_ROUND_UNIT, json->place,
                             json->text.data
                                 ? json->text
                                 : mutaid__slice_of(kind_text(json->kind)),
                             NULL);
    return false;
}
