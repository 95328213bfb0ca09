/* SPDX-License-Identifier: MIT */
/* edges.c - lists of entries that begin at an edge: slices and bands. */
#include "words/edges.h"

static bool read_entry(mutaid__reader *reader, const mutaid__json *json,
                       const char *entry_name, mutaid__read_edge *read_edge,
                       mutaid__entry *entry)
{
    uint32_t outer;
    bool is_whole;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, entry_name))
        return false;
    entry->place = json->place;
    entry->clause = mutaid__read_enter(reader, json, &outer);
    is_whole = read_edge(reader, json, entry);
    mutaid__read_leave(reader, outer);
    return is_whole;
}

mutaid__word *mutaid__read_edges(mutaid__reader *reader,
                                 const mutaid__json *json,
                                 const mutaid__word_kind *kind,
                                 const char *list_name, const char *entry_name,
                                 mutaid__read_edge *read_edge)
{
    mutaid__word *list = mutaid__read_new_word(reader, json, kind);
    const mutaid__json *child;

    if (!list)
        return NULL;
    if (!mutaid__read_list(reader, json, list_name)) {
        list->kind = NULL;
        return list;
    }
    list->entries =
        mutaid__read_take(reader, json->count * sizeof *list->entries);
    for (child = json->first; child && list->entries; child = child->next)
        if (read_entry(reader, child, entry_name, read_edge,
                       &list->entries[list->entry_count]))
            list->entry_count++;
        else
            list->kind = NULL;
    return list;
}

void mutaid__check_rising(mutaid__lowering *lowering, const mutaid__word *list)
{
    mutaid__ratio before, edge;
    size_t i;

    for (i = 1; i < list->entry_count; i++) {
        const mutaid__word *from = list->entries[i].when;

        if (mutaid__constant_operand(lowering, list->entries[i - 1].when,
                                     &before) &&
            mutaid__constant_operand(lowering, from, &edge) &&
            mutaid__ratio_compare(before, edge) >= 0)
            mutaid__lower_fault(lowering, MUTAID_CODE_NOT_RISING, from->place,
                                mutaid__lower_text(lowering, from->shape,
                                                   edge),
                                mutaid__slice_of(NULL));
    }
}
