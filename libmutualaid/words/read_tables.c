/* SPDX-License-Identifier: MIT */
/* read_tables.c - tables: by one or two keys, in rows or bands. */
#include "words/read_model.h"

#include "number/exact.h"

static mutaid__level *read_level(mutaid__reader *reader,
                                 const mutaid__json *json, size_t below);

/* Whether a table, or what stands for one inside it, has one of the two. */
static bool has_either(mutaid__reader *reader, const mutaid__json *json)
{
    bool has_rows = mutaid__json_get(json, "rows") != NULL;
    bool has_bands = mutaid__json_get(json, "bands") != NULL;

    if (has_rows == has_bands)
        mutaid__read_fault(reader, MUTAID_CODE_ROWS_OR_BANDS, json->place,
                           NULL, NULL);
    return has_rows != has_bands;
}

/* The level below a row: an array of bands, rows, or an object that says
 * which of the two. */
static mutaid__level *read_below(mutaid__reader *reader,
                                 const mutaid__json *json, size_t below)
{
    static const char *const keys[] = {"rows", "bands", NULL};

    if (json->kind == MUTAID__JSON_OBJECT &&
        (mutaid__json_get(json, "rows") || mutaid__json_get(json, "bands"))) {
        mutaid__read_keys(reader, json, keys);
        if (!has_either(reader, json))
            return NULL;
    }
    return read_level(reader, json, below);
}

/* An edge is known beforehand: a literal that has an order. */
static mutaid__word *read_edge(mutaid__reader *reader,
                               const mutaid__json *json)
{
    if (json->kind == MUTAID__JSON_NUMBER ||
        (json->kind == MUTAID__JSON_STRING && !mutaid__is_name(json->text)))
        return mutaid__read_operand(reader, json);
    mutaid__read_fault(reader, MUTAID_CODE_EDGE_LITERAL, json->place, NULL,
                       NULL);
    return NULL;
}

/* A cell, or with keys still to come the level below. `null` is no rule. */
static void read_cell(mutaid__reader *reader, const mutaid__json *json,
                      size_t below, mutaid__level *level)
{
    mutaid__entry *entry = &level->entries[level->entry_count];
    uint32_t outer;

    entry->place = json->place;
    entry->clause = mutaid__read_enter(reader, json, &outer);
    if (below > 0)
        level->levels[level->entry_count] = read_below(reader, json, below);
    else if (json->kind != MUTAID__JSON_NULL)
        entry->use = mutaid__read_operand(reader, json);
    if (entry->use && entry->use->has_clause)
        entry->clause = reader->clause; /* touched with the operand */
    mutaid__read_leave(reader, outer);
}

static void read_rows(mutaid__reader *reader, const mutaid__json *rows,
                      size_t below, mutaid__level *level)
{
    const mutaid__json *child;

    if (!mutaid__read_is(reader, rows, MUTAID__JSON_OBJECT,
                         "an object of rows"))
        return;
    if (rows->count == 0)
        mutaid__read_fault(reader, MUTAID_CODE_EMPTY_LIST, rows->place, NULL,
                           NULL);
    for (child = rows->first; child; child = child->next) {
        int64_t count;

        if (mutaid__is_code(child->key) ||
            mutaid__read_integer(child->key, &count))
            level->keys[level->entry_count] = child->key;
        else
            mutaid__read_fault_slice(reader, MUTAID_CODE_BAD_CODE,
                                     child->key_place, child->key, NULL);
        read_cell(reader, child, below, level);
        level->entries[level->entry_count].place = child->key_place;
        level->entry_count++;
    }
}

static void read_band(mutaid__reader *reader, const mutaid__json *json,
                      size_t below, mutaid__level *level)
{
    static const char *const keys[] = {"from", "use", NULL};
    static const char *const outer_keys[] = {"from", "rows", "bands", NULL};
    mutaid__entry *entry = &level->entries[level->entry_count];
    const mutaid__json *from, *use;
    uint32_t outer;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "a band"))
        return;
    entry->place = json->place;
    entry->clause = mutaid__read_enter(reader, json, &outer);
    mutaid__read_keys(reader, json, below > 0 ? outer_keys : keys);
    from = mutaid__read_member(reader, json, "from");
    use = mutaid__json_get(json, "use");
    if (from)
        entry->when = read_edge(reader, from);
    if (below > 0 && has_either(reader, json))
        level->levels[level->entry_count] = read_level(reader, json, below);
    else if (below > 0)
        ; /* reported */
    else if (!use)
        (void)mutaid__read_member(reader, json, "use");
    else if (use->kind != MUTAID__JSON_NULL)
        entry->use = mutaid__read_operand(reader, use);
    mutaid__read_leave(reader, outer);
    level->entry_count++;
}

/* A level is the value of a row (rows nest as plain objects), or an object
 * that holds `rows` or `bands`, as the table itself. */
static mutaid__level *read_level(mutaid__reader *reader,
                                 const mutaid__json *json, size_t below)
{
    const mutaid__json *rows = NULL, *bands = NULL, *child;
    mutaid__level *level = mutaid__read_take(reader, sizeof *level);
    size_t count;

    if (!level)
        return NULL;
    level->place = json->place;
    if (json->kind == MUTAID__JSON_ARRAY) {
        bands = json;
    } else if (mutaid__read_is(reader, json, MUTAID__JSON_OBJECT,
                               "rows or bands")) {
        rows = mutaid__json_get(json, "rows");
        bands = mutaid__json_get(json, "bands");
        if (!rows && !bands)
            rows = json;
    }
    if (!rows && !bands)
        return level;
    count = rows ? rows->count : bands->count;
    level->is_bands = bands != NULL;
    level->entries = mutaid__read_take(reader, count * sizeof *level->entries);
    level->keys = mutaid__read_take(reader, count * sizeof *level->keys);
    level->levels = mutaid__read_take(reader, count * sizeof *level->levels);
    if (!level->entries || !level->keys || !level->levels)
        return level;
    if (rows) {
        read_rows(reader, rows, below - 1, level);
        return level;
    }
    if (mutaid__read_list(reader, bands, "an array of bands"))
        for (child = bands->first; child; child = child->next)
            read_band(reader, child, below - 1, level);
    return level;
}

static void read_by(mutaid__reader *reader, const mutaid__json *json,
                    mutaid__named_table *table)
{
    const mutaid__json *child;

    if (json->kind == MUTAID__JSON_STRING) {
        table->by[table->by_count++] = mutaid__read_name_word(reader, json);
        return;
    }
    if (!mutaid__read_list(reader, json, "a name or an array of names"))
        return;
    for (child = json->first; child; child = child->next) {
        if (table->by_count == 2) {
            mutaid__read_fault(reader, MUTAID_CODE_TWO_KEYS, child->place,
                               NULL, NULL);
            return;
        }
        table->by[table->by_count++] = mutaid__read_name_word(reader, child);
    }
}

static void read_otherwise(mutaid__reader *reader, const mutaid__json *json,
                           mutaid__named_table *table)
{
    table->has_otherwise = true;
    if (json->kind != MUTAID__JSON_NULL)
        table->otherwise = mutaid__read_operand(reader, json);
}

static void read_body(mutaid__reader *reader, const mutaid__json *json,
                      mutaid__named_table *table)
{
    static const char *const keys[] = {"by", "rows", "bands", "otherwise",
                                       NULL};
    const mutaid__json *by, *otherwise;
    bool is_sound;

    mutaid__read_keys(reader, json, keys);
    by = mutaid__read_member(reader, json, "by");
    if (by)
        read_by(reader, by, table);
    is_sound = has_either(reader, json);
    if (is_sound && table->by_count > 0)
        table->level = read_level(reader, json, table->by_count);
    otherwise = mutaid__json_get(json, "otherwise");
    if (otherwise)
        read_otherwise(reader, otherwise, table);
}

static void read_table(mutaid__reader *reader, const mutaid__json *json)
{
    mutaid__model *model = reader->model;
    mutaid__named_table *table;
    uint32_t outer;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "a table"))
        return;
    mutaid__enter_name(reader, json, MUTAID__TARGET_TABLE,
                       model->tables.count);
    table = mutaid__array_push(reader->arena, &model->tables);
    if (!table) {
        reader->is_out_of_memory = true;
        return;
    }
    table->name = json->key;
    table->place = json->place;
    table->clause = mutaid__read_enter(reader, json, &outer);
    read_body(reader, json, table);
    mutaid__read_leave(reader, outer);
}

void mutaid__read_tables(mutaid__reader *reader, const mutaid__json *tables)
{
    const mutaid__json *child;

    if (!mutaid__read_is(reader, tables, MUTAID__JSON_OBJECT,
                         "an object of tables"))
        return;
    for (child = tables->first; child; child = child->next)
        read_table(reader, child);
}
