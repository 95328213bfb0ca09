/* SPDX-License-Identifier: MIT */
/* read_clause.c - clauses: id, label, source, basis, note, and their paths. */
#include "words/read.h"

static void read_source(mutaid__reader *reader, const mutaid__json *json,
                        mutaid__clause *clause)
{
    static const char *const keys[] = {"id", "place", "figure", NULL};
    const mutaid__json *id = json, *child;

    if (json->kind == MUTAID__JSON_OBJECT) {
        for (child = json->first; child; child = child->next) {
            if (mutaid__slice_is(child->key, "place"))
                clause->source_place = mutaid__read_text(reader, child);
            else if (mutaid__slice_is(child->key, "figure"))
                clause->figure = mutaid__read_text(reader, child);
            else if (!mutaid__slice_is(child->key, keys[0]))
                mutaid__read_fault_slice(reader, MUTAID_CODE_UNKNOWN_KEY,
                                         child->key_place, child->key,
                                         "id, place, figure");
        }
        id = mutaid__read_member(reader, json, "id");
    }
    if (!id || !mutaid__read_text(reader, id).data)
        return;
    clause->source =
        mutaid__symbols_find(&reader->model->source_ids, id->text);
    if (clause->source == MUTAID_NONE)
        mutaid__read_fault_slice(reader, MUTAID_CODE_UNKNOWN_SOURCE, id->place,
                                 id->text, NULL);
}

/* The warnings that a clause silences, as bits in this order. */
static uint32_t read_intended(mutaid__reader *reader, const mutaid__json *json)
{
    static const char *const kinds[] = {
        "cliff",         "always_applies", "never_binds", "unreachable",
        "never_changes", "never_fails",    "never_holds", "unused",
        "cap_before_deduction", "round_before_times", NULL};
    const mutaid__json *child;
    uint32_t intended = 0;
    int kind;

    if (!mutaid__read_list(reader, json, "an array of warnings"))
        return 0;
    for (child = json->first; child; child = child->next) {
        kind = mutaid__read_one_of(reader, child, kinds);
        if (kind >= 0)
            intended |= 1u << kind;
    }
    return intended;
}

static void read_clause(mutaid__reader *reader, const mutaid__json *json,
                        mutaid__clause *clause)
{
    static const char *const bases[] = {"published", "inferred", "assumed",
                                        NULL};
    const mutaid__json *child;
    int basis;

    for (child = json->first; child; child = child->next) {
        if (mutaid__slice_is(child->key, "id"))
            clause->id = mutaid__read_text(reader, child);
        else if (mutaid__slice_is(child->key, "label"))
            clause->label = mutaid__read_labels(reader, child);
        else if (mutaid__slice_is(child->key, "note"))
            clause->note = mutaid__read_note(reader, child);
        else if (mutaid__slice_is(child->key, "source"))
            read_source(reader, child, clause);
        else if (mutaid__slice_is(child->key, "basis")) {
            basis = mutaid__read_one_of(reader, child, bases);
            if (basis >= 0)
                clause->basis = (mutaid_basis)basis;
        } else if (mutaid__slice_is(child->key, "intended")) {
            clause->intended = read_intended(reader, child);
        }
    }
}

uint32_t mutaid__read_enter(mutaid__reader *reader, const mutaid__json *json,
                            uint32_t *outer_out)
{
    mutaid__model *model = reader->model;
    mutaid__clause *clause =
        mutaid__array_push(reader->arena, &model->clauses);
    const mutaid__clause *outer;

    *outer_out = reader->clause;
    if (!clause) {
        reader->is_out_of_memory = true;
        return MUTAID_NONE;
    }
    outer = reader->clause == MUTAID_NONE
                ? NULL
                : &model->clauses.items[reader->clause];
    if (outer && outer->place.offset == json->place.offset) {
        *clause = *outer; /* the same object: its faults are reported */
    } else {
        clause->source = outer ? outer->source : MUTAID_NONE;
        clause->place = json->place;
        clause->path = "";
        if (json->kind == MUTAID__JSON_OBJECT)
            read_clause(reader, json, clause);
    }
    clause->parent = reader->clause;
    reader->clause = (uint32_t)(model->clauses.count - 1);
    return reader->clause;
}

void mutaid__read_leave(mutaid__reader *reader, uint32_t outer)
{
    reader->clause = outer;
}

/* --- paths ------------------------------------------------------------------- */

/* The clauses of a rulebook by place. They are made in the order of the text
 * but for a few, so inserting each behind its place is nearly linear. */
static uint32_t *clauses_by_place(mutaid__reader *reader)
{
    const mutaid__clause *clauses = reader->model->clauses.items;
    size_t count = reader->model->clauses.count, i, j;
    uint32_t *order = mutaid__read_take(reader, count * sizeof *order);

    if (!order)
        return NULL;
    for (i = 0; i < count; i++) {
        for (j = i; j > 0 && clauses[order[j - 1]].place.offset >
                                 clauses[i].place.offset;
             j--)
            order[j] = order[j - 1];
        order[j] = (uint32_t)i;
    }
    return order;
}

typedef struct walk {
    mutaid__reader *reader;
    const uint32_t *order;
    size_t next; /* in `order` */
} walk;

static void name_clauses(walk *w, const mutaid__json *json, const char *path)
{
    mutaid__model *model = w->reader->model;

    while (w->next < model->clauses.count) {
        mutaid__clause *clause = &model->clauses.items[w->order[w->next]];

        if (clause->place.offset > json->place.offset)
            return;
        if (clause->place.offset == json->place.offset)
            clause->path = path;
        w->next++;
    }
}

static const char *child_path(walk *w, const char *path,
                              const mutaid__json *parent,
                              const mutaid__json *child, int64_t position)
{
    char buffer[600];
    mutaid__out out;
    size_t length;

    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_text(&out, path);
    if (parent->kind == MUTAID__JSON_ARRAY) {
        mutaid__out_byte(&out, '[');
        mutaid__out_integer(&out, position);
        mutaid__out_byte(&out, ']');
    } else {
        if (path[0])
            mutaid__out_byte(&out, '.');
        mutaid__out_slice(&out, child->key);
    }
    if (mutaid__out_finish(&out, &length, NULL) != MUTAID_OK)
        length = sizeof buffer - 1; /* a path too long is cut */
    return mutaid__arena_copy(w->reader->arena, buffer, length);
}

/* Depth is limited by the document's. */
static void walk_paths(walk *w, const mutaid__json *json, const char *path)
{
    const mutaid__json *child;
    int64_t position = 0;

    name_clauses(w, json, path);
    for (child = json->first; child; child = child->next, position++) {
        const char *below = child_path(w, path, json, child, position);

        if (!below) {
            w->reader->is_out_of_memory = true;
            return;
        }
        walk_paths(w, child, below);
    }
}

void mutaid__read_paths(mutaid__reader *reader, const mutaid__json *root)
{
    walk w = {reader, NULL, 0};

    w.order = clauses_by_place(reader);
    if (w.order)
        walk_paths(&w, root, "");
}
