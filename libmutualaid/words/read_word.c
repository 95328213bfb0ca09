/* SPDX-License-Identifier: MIT */
/* read_word.c - which kind of word an object is, and what kinds share. */
#include "words/read.h"

#include "words/kinds.h"

mutaid__word *mutaid__read_new_word(mutaid__reader *reader,
                                    const mutaid__json *json,
                                    const mutaid__word_kind *kind)
{
    mutaid__word *word = mutaid__read_take(reader, sizeof *word);

    if (!word)
        return NULL;
    word->kind = kind;
    word->place = json->place;
    word->clause = reader->clause;
    word->known_until = INT64_MAX;
    return word;
}

void mutaid__read_add_word(mutaid__reader *reader, mutaid__word *word,
                           mutaid__word *part, size_t most)
{
    if (!word->words)
        word->words = mutaid__read_take(reader, most * sizeof *word->words);
    if (word->words && part)
        word->words[word->word_count++] = part;
}

void mutaid__read_words(mutaid__reader *reader, const mutaid__json *array,
                        mutaid__word *(*read)(mutaid__reader *,
                                              const mutaid__json *),
                        mutaid__word *word)
{
    const mutaid__json *child;

    if (!mutaid__read_list(reader, array, "an array"))
        return;
    for (child = array->first; child; child = child->next)
        mutaid__read_add_word(reader, word, read(reader, child), array->count);
}

void mutaid__read_one_operand(mutaid__reader *reader,
                              const mutaid__json *json,
                              const mutaid__json *value, mutaid__word *word)
{
    (void)json;
    mutaid__read_add_word(reader, word, mutaid__read_operand(reader, value),
                          1);
}

/* --- dated ------------------------------------------------------------------- */

bool mutaid__is_dated_object(const mutaid__json *json)
{
    const mutaid__json *child;

    if (json->kind != MUTAID__JSON_OBJECT)
        return false;
    for (child = json->first; child; child = child->next)
        if (mutaid__looks_like_date(child->key))
            return true;
    return false;
}

static void read_dated_entry(mutaid__reader *reader, const mutaid__json *child,
                             mutaid__word *(*read)(mutaid__reader *,
                                                   const mutaid__json *),
                             mutaid__word *word)
{
    mutaid__entry *entry = &word->entries[word->entry_count];
    uint32_t outer;

    if (!mutaid__read_day(reader, child->key, child->key_place, &entry->date))
        return;
    if (word->entry_count > 0 && entry->date <= entry[-1].date)
        mutaid__read_fault_slice(reader, MUTAID_CODE_NOT_RISING,
                                 child->key_place, child->key, NULL);
    entry->place = child->place;
    entry->clause = mutaid__read_enter(reader, child, &outer);
    if (child->kind != MUTAID__JSON_NULL)
        entry->use = read(reader, child);
    mutaid__read_leave(reader, outer);
    word->entry_count++;
}

void mutaid__read_dated(mutaid__reader *reader, const mutaid__json *object,
                        mutaid__word *(*read)(mutaid__reader *,
                                              const mutaid__json *),
                        mutaid__word *word)
{
    const mutaid__json *child;

    word->is_dated = true;
    word->entries =
        mutaid__read_take(reader, object->count * sizeof *word->entries);
    if (!word->entries)
        return;
    for (child = object->first; child; child = child->next) {
        if (mutaid__slice_is(child->key, "known_until")) {
            mutaid__slice text = mutaid__read_text(reader, child);

            if (text.data)
                (void)mutaid__read_day(reader, text, child->place,
                                       &word->known_until);
        } else if (!mutaid__is_clause_key(child->key)) {
            read_dated_entry(reader, child, read, word);
        }
    }
}

void mutaid__read_dated_list(mutaid__reader *reader, const mutaid__json *value,
                             mutaid__word *(*read)(mutaid__reader *,
                                                   const mutaid__json *),
                             mutaid__word *word)
{
    if (mutaid__is_dated_object(value)) {
        mutaid__read_dated(reader, value, read, word);
        return;
    }
    word->is_dated = true;
    word->entries = mutaid__read_take(reader, sizeof *word->entries);
    if (!word->entries)
        return;
    word->entries->date = INT64_MIN;
    word->entries->place = value->place;
    word->entries->clause = reader->clause;
    word->entries->use = read(reader, value);
    word->entry_count = 1;
}

/* --- by form ------------------------------------------------------------------- */

static const mutaid__word_kind *find_kind(const mutaid__json *json,
                                          unsigned classes,
                                          const mutaid__json **value_out)
{
    const mutaid__word_kind *const *kind;

    for (kind = mutaid__kinds; *kind; kind++) {
        if (!(classes & 1u << (*kind)->word_class) || !(*kind)->key)
            continue;
        *value_out = mutaid__json_get(json, (*kind)->key);
        if (*value_out)
            return *kind;
    }
    return NULL;
}

static mutaid__word *read_object(mutaid__reader *reader,
                                 const mutaid__json *json, unsigned classes,
                                 const char *wanted)
{
    const mutaid__json *value = json;
    const mutaid__word_kind *kind = &mutaid__operand_dated;
    mutaid__word *word;
    uint32_t outer;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, wanted))
        return mutaid__read_new_word(reader, json, NULL);
    if (!(classes & 1u << MUTAID__OPERAND) || !mutaid__is_dated_object(json))
        kind = find_kind(json, classes, &value);
    if (!kind) {
        mutaid__read_fault(reader, MUTAID_CODE_NO_FORM, json->place, wanted,
                           NULL);
        return mutaid__read_new_word(reader, json, NULL);
    }
    (void)mutaid__read_enter(reader, json, &outer);
    word = mutaid__read_new_word(reader, json, kind);
    if (word) {
        word->has_clause = true;
        kind->read(reader, json, value, word);
    }
    mutaid__read_leave(reader, outer);
    return word;
}

mutaid__word *mutaid__read_operand(mutaid__reader *reader,
                                   const mutaid__json *json)
{
    mutaid__word *word;

    if (json->kind == MUTAID__JSON_OBJECT)
        return read_object(reader, json,
                           1u << MUTAID__OPERAND | 1u << MUTAID__CONDITION,
                           "an operand");
    if (json->kind == MUTAID__JSON_ARRAY || json->kind == MUTAID__JSON_NULL) {
        mutaid__read_wrong(reader, json, "an operand");
        return mutaid__read_new_word(reader, json, NULL);
    }
    word = mutaid__read_new_word(reader, json, &mutaid__operand_plain);
    if (word)
        mutaid__operand_plain.read(reader, json, json, word);
    return word;
}

mutaid__word *mutaid__read_name_word(mutaid__reader *reader,
                                     const mutaid__json *json)
{
    mutaid__slice name = mutaid__read_name(reader, json);

    if (!name.data)
        return mutaid__read_new_word(reader, json, NULL);
    return mutaid__read_operand(reader, json);
}

mutaid__word *mutaid__read_condition(mutaid__reader *reader,
                                     const mutaid__json *json)
{
    return read_object(reader, json, 1u << MUTAID__CONDITION, "a condition");
}

mutaid__word *mutaid__read_step(mutaid__reader *reader,
                                const mutaid__json *json)
{
    mutaid__word *word =
        read_object(reader, json, 1u << MUTAID__STEP, "a step");
    const char *keys[] = {NULL, "when", NULL};
    const mutaid__json *child;
    uint32_t outer;

    if (!word || !word->kind)
        return word;
    keys[0] = word->kind->key;
    outer = reader->clause;
    reader->clause = word->clause;
    for (child = json->first; child; child = child->next) {
        if (!mutaid__slice_is(child->key, "when"))
            continue;
        word->when = mutaid__read_condition(reader, child);
    }
    reader->clause = outer;
    mutaid__read_keys(reader, json, keys);
    return word;
}

/* `take` begins what nothing flows into, and stands nowhere else. */
static void check_take(mutaid__reader *reader, const mutaid__word *step,
                       bool is_due)
{
    bool is_take = step->kind == &mutaid__step_take;

    if (!step->kind)
        return;
    if (is_due && !is_take)
        mutaid__read_fault(reader, MUTAID_CODE_TAKE_FIRST, step->place,
                           step->kind->key, NULL);
    if (is_take && !is_due)
        mutaid__read_fault(reader, MUTAID_CODE_TAKE_LATER, step->place, NULL,
                           NULL);
    if (is_take && step->when)
        mutaid__read_fault(reader, MUTAID_CODE_TAKE_WHEN, step->when->place,
                           NULL, NULL);
}

void mutaid__read_pipeline(mutaid__reader *reader, const mutaid__json *json,
                           bool begins, mutaid__word *word)
{
    size_t i;

    mutaid__read_words(reader, json, mutaid__read_step, word);
    for (i = 0; i < word->word_count; i++)
        check_take(reader, word->words[i], begins && i == 0);
}

mutaid__word *mutaid__read_steps(mutaid__reader *reader,
                                 const mutaid__json *json, bool begins)
{
    mutaid__word *word =
        mutaid__read_new_word(reader, json, &mutaid__operand_steps);

    if (word)
        mutaid__read_pipeline(reader, json, begins, word);
    return word;
}

/* --- periods -------------------------------------------------------------------- */

static mutaid__per read_rolling(mutaid__reader *reader,
                                const mutaid__json *months)
{
    mutaid__per per = {MUTAID__PER_ROLLING_MONTHS, NULL, 0, 0};

    (void)mutaid__read_integer_in(reader, months, 1, 1200, &per.months);
    return per;
}

static mutaid__per read_same(mutaid__reader *reader, const mutaid__json *json,
                             const mutaid__json *same)
{
    mutaid__per per = {MUTAID__PER_SAME, NULL, 0, 0};
    const mutaid__json *months =
        mutaid__read_member(reader, json, "within_months");
    const mutaid__json *name;

    if (months)
        (void)mutaid__read_integer_in(reader, months, 1, 1200, &per.months);
    if (!mutaid__read_list(reader, same, "an array of facts"))
        return per;
    per.facts = mutaid__read_take(reader, same->count * sizeof *per.facts);
    for (name = same->first; name && per.facts; name = name->next)
        per.facts[per.fact_count++] = mutaid__read_name_word(reader, name);
    return per;
}

mutaid__per mutaid__read_per(mutaid__reader *reader, const mutaid__json *json)
{
    static const char *const words[] = {"calendar_year", NULL};
    static const char *const cover[] = {"cover_period", NULL};
    static const char *const rolling[] = {"rolling_months", NULL};
    static const char *const chained[] = {"same", "within_months", NULL};
    mutaid__per per = {MUTAID__PER_CALLER, NULL, 0, 0};
    const mutaid__json *child;

    if (json->kind == MUTAID__JSON_STRING) {
        if (mutaid__read_one_of(reader, json, words) == 0)
            per.kind = MUTAID__PER_CALENDAR_YEAR;
        return per;
    }
    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT,
                         "\"calendar_year\" or an object"))
        return per;
    if ((child = mutaid__json_get(json, "rolling_months"))) {
        mutaid__read_plain_keys(reader, json, rolling);
        return read_rolling(reader, child);
    }
    if ((child = mutaid__json_get(json, "same"))) {
        mutaid__read_plain_keys(reader, json, chained);
        return read_same(reader, json, child);
    }
    child = mutaid__json_get(json, "cover_period");
    if (!child) {
        mutaid__read_fault(reader, MUTAID_CODE_NO_FORM, json->place,
                           "a period", NULL);
        return per;
    }
    mutaid__read_plain_keys(reader, json, cover);
    per.kind = MUTAID__PER_COVER_PERIOD;
    per.facts = mutaid__read_take(reader, sizeof *per.facts);
    if (per.facts)
        per.facts[per.fact_count++] = mutaid__read_name_word(reader, child);
    return per;
}
