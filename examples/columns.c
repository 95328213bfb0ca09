/* SPDX-License-Identifier: MIT */
/* columns.c - which column of a table holds which fact. */
#include "columns.h"

#include <stdlib.h>
#include <string.h>

#include "complain.h"
#include "labels.h"
#include "respell.h"

/* Names longer than this are not compared when one is misspelt. */
#define NAME_LIMIT 64

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* How many letters must be changed, added or removed (Levenshtein). */
static size_t edit_distance(const char *a, const char *b)
{
    size_t row[NAME_LIMIT + 1];
    size_t a_length = strlen(a), b_length = strlen(b);
    if (a_length > NAME_LIMIT || b_length > NAME_LIMIT)
        return NAME_LIMIT;
    for (size_t j = 0; j <= b_length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t above = row[j];
            row[j] = least(diagonal + (a[i - 1] != b[j - 1]),
                           least(above, row[j - 1]) + 1);
            diagonal = above;
        }
    }
    return row[b_length];
}

/* The fact whose name is nearest, or NULL if none is near. */
static const char *nearest_fact(const mutaid_rulebook *rulebook,
                                const char *name)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    const char *nearest = NULL;
    size_t distance = strlen(name) / 3 + 1;
    if (mutaid_rulebook_describe(rulebook, &info, NULL) != MUTAID_OK)
        return NULL;
    for (size_t i = 0; i < info.fact_count; i++) {
        mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;
        if (mutaid_rulebook_fact(rulebook, i, &fact, NULL) != MUTAID_OK)
            continue;
        size_t found = edit_distance(name, fact.name);
        if (found < distance) {
            distance = found;
            nearest = fact.name;
        }
    }
    return nearest;
}

static void complain_unknown(const mutaid_rulebook *rulebook, place where)
{
    char remedy[256];
    const char *nearest = nearest_fact(rulebook, where.column);
    if (nearest != NULL)
        snprintf(remedy, sizeof remedy, "write %s, or", nearest);
    else
        snprintf(remedy, sizeof remedy, "to pass it by,");
    size_t length = strlen(remedy);
    snprintf(remedy + length, sizeof remedy - length,
             " put _ before its name if it is no fact");
    complain(where, "the rulebook has no such fact", remedy);
}

static int is_fact(table_column *c, const mutaid_rulebook *rulebook)
{
    return mutaid_rulebook_fact_index(rulebook, c->name, &c->fact, NULL) ==
               MUTAID_OK ||
           label_fact(rulebook, c->name, &c->fact);
}

/* Tell what a column is for by its name; 0 if nobody knows. */
static int recognise(table_column *c, const mutaid_rulebook *rulebook)
{
    if (strcmp(c->name, "part") == 0)
        c->kind = COLUMN_PART;
    else if (is_fact(c, rulebook))
        c->kind = COLUMN_FACT;
    else if (strcmp(c->name, "id") == 0)
        c->kind = COLUMN_ID;
    else if (strcmp(c->name, "member") == 0)
        c->kind = COLUMN_MEMBER;
    else if (strcmp(c->name, "note") == 0 || c->name[0] == '_')
        c->kind = COLUMN_IGNORED;
    else if (c->name[0] == '\0')
        c->kind = COLUMN_NAMELESS;
    else
        return 0;
    return 1;
}

static int is_repeated(const columns *c, size_t position)
{
    if (c->list[position].kind == COLUMN_NAMELESS)
        return 0;
    const table_column *later = &c->list[position];
    for (size_t i = 0; i < position; i++) {
        const table_column *earlier = &c->list[i];
        int is_same_fact = later->kind == COLUMN_FACT &&
                           earlier->kind == COLUMN_FACT &&
                           later->fact == earlier->fact;
        if (is_same_fact || strcmp(earlier->name, later->name) == 0)
            return 1;
    }
    return 0;
}

static char *copy_text(const char *text, size_t length)
{
    char *copy = malloc(length + 1);
    if (copy != NULL)
        memcpy(copy, text, length + 1);
    return copy;
}

static int read_column(columns *c, const mutaid_rulebook *rulebook,
                       const csv_cell *cell, place where)
{
    table_column *read = &c->list[c->count];
    read->name = copy_text(cell->text, cell->length);
    if (read->name == NULL) {
        complain(where, "there is no memory left", NULL);
        return 0;
    }
    c->count++;
    where.column = read->name;
    if (!recognise(read, rulebook)) {
        complain_unknown(rulebook, where);
        return 0;
    }
    if (is_repeated(c, c->count - 1)) {
        complain(where, "the column stands twice", "keep one of them");
        return 0;
    }
    return 1;
}

static size_t position_of(const columns *c, column_kind kind)
{
    for (size_t i = 0; i < c->count; i++) {
        if (c->list[i].kind == kind)
            return i;
    }
    return MUTAID_NONE;
}

int columns_read(columns *c, const mutaid_rulebook *rulebook,
                 const csv_file *header, const char *path)
{
    place where = {path, header->line, NULL};
    int is_understood = 1;
    *c = (columns){NULL, 0, MUTAID_NONE, MUTAID_NONE, MUTAID_NONE};
    c->list = calloc(header->cell_count, sizeof *c->list);
    if (c->list == NULL) {
        complain(where, "there is no memory left", NULL);
        return 0;
    }
    if (header->cell_count == 1 && strpbrk(header->cells[0].text, ";\t")) {
        complain(where, "the columns are not separated by commas",
                 "save the table as \"CSV UTF-8 (comma delimited)\"");
        return 0;
    }
    for (size_t i = 0; i < header->cell_count; i++)
        is_understood &= read_column(c, rulebook, &header->cells[i], where);
    c->part = position_of(c, COLUMN_PART);
    c->id = position_of(c, COLUMN_ID);
    c->member = position_of(c, COLUMN_MEMBER);
    return is_understood;
}

/* Give a fact by what people and spreadsheets write in place of what the
 * rulebook writes. */
static int fill_otherwise(mutaid_case *facts, size_t fact, const char *text)
{
    const mutaid_rulebook *rulebook = mutaid_case_rulebook(facts);
    mutaid_fact_info info = MUTAID_FACT_INFO_INIT;
    char respelt[RESPELL_SIZE];
    size_t choice;
    if (mutaid_rulebook_fact(rulebook, fact, &info, NULL) != MUTAID_OK)
        return 0;
    if (respell(&info, text, respelt))
        return mutaid_case_set_text_at(facts, fact, respelt, strlen(respelt),
                                       NULL) == MUTAID_OK;
    return info.type == MUTAID_TYPE_CHOICE &&
           label_choice(rulebook, fact, info.choice_count, text, &choice) &&
           mutaid_case_set_choice_at(facts, fact, choice, NULL) == MUTAID_OK;
}

static int fill_fact(size_t fact, const csv_cell *cell, place where,
                     mutaid_case *facts)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_status status =
        strcmp(cell->text, "-") == 0
            ? mutaid_case_set_absent_at(facts, fact, &error)
            : mutaid_case_set_text_at(facts, fact, cell->text, cell->length,
                                      &error);
    if (status == MUTAID_OK || fill_otherwise(facts, fact, cell->text))
        return 1;
    complain(where, error.text, error.remedy);
    return 0;
}

int columns_fill(const columns *c, const csv_file *row, const char *path,
                 mutaid_case *facts)
{
    int is_filled = 1;
    mutaid_case_clear(facts);
    for (size_t i = 0; i < c->count; i++) {
        const table_column *column = &c->list[i];
        const csv_cell *cell = &row->cells[i];
        place where = {path, row->line, column->name};
        if (cell->length == 0)
            continue;
        if (column->kind == COLUMN_FACT)
            is_filled &= fill_fact(column->fact, cell, where, facts);
        if (column->kind == COLUMN_NAMELESS) {
            complain(where, "the column has no name",
                     "give it one in the header, or empty the cell");
            is_filled = 0;
        }
    }
    return is_filled;
}

const char *columns_text(const csv_file *row, size_t position)
{
    return position == MUTAID_NONE ? "" : row->cells[position].text;
}

void columns_free(columns *c)
{
    for (size_t i = 0; i < c->count; i++)
        free(c->list[i].name);
    free(c->list);
    *c = (columns){NULL, 0, MUTAID_NONE, MUTAID_NONE, MUTAID_NONE};
}
