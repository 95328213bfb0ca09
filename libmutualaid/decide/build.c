/* SPDX-License-Identifier: MIT */
/* build.c - the parts of a rulebook: what they ask of the days they read. */
#include "decide/build.h"

#include <string.h>

void *mutaid__build_take(mutaid__builder *b, size_t size)
{
    void *block = mutaid__arena_take(b->arena, size);

    if (!block)
        b->status = MUTAID_ERROR_MEMORY;
    return block;
}

/* --- groups --- */

uint32_t mutaid__build_group(mutaid__builder *b, const mutaid__word *dated_by)
{
    mutaid__part *part = b->part;
    mutaid__group *group;
    uint32_t i;

    for (i = 0; i < part->groups.count; i++)
        if (mutaid__slice_equal(part->groups.items[i].dated_by->text,
                                dated_by->text))
            return i;
    group = mutaid__array_push(b->arena, &part->groups);
    if (!group) {
        b->status = MUTAID_ERROR_MEMORY;
        return 0;
    }
    group->dated_by = dated_by;
    return (uint32_t)(part->groups.count - 1);
}

mutaid__output mutaid__build_ask(mutaid__gathering *g, uint32_t group,
                                 mutaid__slot asked)
{
    mutaid__output none = {MUTAID_NONE, 0};
    mutaid__slot *place;

    if (!asked.word || group >= g->room)
        return none;
    place = mutaid__array_push(g->b->arena, &g->groups[group].slots);
    if (!place) {
        g->b->status = MUTAID_ERROR_MEMORY;
        return none;
    }
    *place = asked;
    return (mutaid__output){group,
                            (uint32_t)(g->groups[group].slots.count - 1)};
}

mutaid__output mutaid__build_ask_word(mutaid__gathering *g, uint32_t group,
                                      mutaid__slot_kind kind,
                                      const mutaid__word *word, uint32_t item,
                                      uint32_t requirement)
{
    mutaid__slot asked = {MUTAID__SLOT_WHEN, NULL, NULL, 0, 0, false};

    asked.kind = kind;
    asked.word = word;
    asked.item = item;
    asked.requirement = requirement;
    return mutaid__build_ask(g, group, asked);
}

mutaid__slice mutaid__build_joined(mutaid__builder *b, mutaid__slice a,
                                   const char *between, mutaid__slice c)
{
    mutaid__slice middle = mutaid__slice_of(between), text = {NULL, 0};
    size_t length = a.length + middle.length + c.length;
    char *data = mutaid__build_take(b, length + 1);

    if (!data)
        return text;
    memcpy(data, a.data, a.length);
    memcpy(data + a.length, middle.data, middle.length);
    if (c.length > 0)
        memcpy(data + a.length + middle.length, c.data, c.length);
    text.data = data;
    text.length = length;
    return text;
}

bool mutaid__build_start(mutaid__builder *b, mutaid__part *part)
{
    b->part = part;
    part->reads =
        mutaid__build_take(b, b->model->facts.count * sizeof *part->reads);
    part->when_reads =
        mutaid__build_take(b, b->model->facts.count * sizeof *part->when_reads);
    part->values = mutaid__build_take(b, b->model->values.count);
    part->tables = mutaid__build_take(b, b->model->tables.count);
    part->parameters = mutaid__build_take(b, b->model->parameters.count);
    part->sources = mutaid__build_take(b, b->model->sources.count);
    part->cap.group = part->so_far.group = MUTAID_NONE;
    return b->status == MUTAID_OK;
}

bool mutaid__build_gather(mutaid__builder *b, mutaid__gathering *g, size_t room)
{
    g->b = b;
    g->room = room;
    g->groups = mutaid__build_take(b, room * sizeof *g->groups);
    return g->groups != NULL;
}

/* --- all parts --- */

typedef struct part_list {
    mutaid__part *parts;
    size_t count;
} part_list;

static void name_part(mutaid__builder *b, mutaid__symbols *names,
                      part_list *list, mutaid__slice name, const char *suffix)
{
    mutaid__part *part = &list->parts[list->count++];
    bool is_new;

    part->name = mutaid__build_joined(b, name, suffix, mutaid__slice_of(NULL));
    if (part->name.data &&
        mutaid__symbols_enter(names, part->name, &is_new) == MUTAID_NONE)
        b->status = MUTAID_ERROR_MEMORY;
}

static void build_all(mutaid__builder *b, mutaid__symbols *names,
                      part_list *list)
{
    const mutaid__model *model = b->model;
    size_t i;

    for (i = 0; i < model->schemes.count && b->status == MUTAID_OK; i++) {
        const mutaid__scheme *scheme = &model->schemes.items[i];

        mutaid__build_scheme(b, scheme, false, &list->parts[list->count]);
        name_part(b, names, list, scheme->name, "");
        if (!scheme->contribution.exists || b->status != MUTAID_OK)
            continue;
        mutaid__build_scheme(b, scheme, true, &list->parts[list->count]);
        name_part(b, names, list, scheme->name, ".contribution");
    }
    for (i = 0; i < model->packages.count && b->status == MUTAID_OK; i++) {
        const mutaid__package *package = &model->packages.items[i];

        mutaid__build_package(b, package, false, &list->parts[list->count]);
        name_part(b, names, list, package->name, "");
        mutaid__build_package(b, package, true, &list->parts[list->count]);
        name_part(b, names, list, package->name, ".contribution");
    }
    for (i = 0; i < model->loans.count && b->status == MUTAID_OK; i++) {
        mutaid__build_limit(b, &model->loans.items[i],
                            &list->parts[list->count]);
        name_part(b, names, list, model->loans.items[i].name, ".limit");
    }
}

mutaid_status mutaid__parts_build(mutaid__arena *arena, mutaid_report *report,
                                  const mutaid__model *model,
                                  mutaid__symbols *names,
                                  mutaid__part **parts_out, size_t *count_out)
{
    mutaid__builder b = {arena, report, model,     NULL, NULL,
                         0,     NULL,   MUTAID_OK, false};
    part_list list = {NULL, 0};

    list.parts = mutaid__build_take(
        &b, (2 * (model->schemes.count + model->packages.count) +
             model->loans.count) *
                sizeof *list.parts);
    if (list.parts)
        build_all(&b, names, &list);
    *parts_out = list.parts;
    *count_out = list.count;
    return b.status;
}

mutaid_status mutaid__part_build_anew(mutaid__arena *arena,
                                      mutaid_report *report,
                                      const mutaid__model *model,
                                      const mutaid__part *like, bool is_watched,
                                      mutaid__part *part_out)
{
    mutaid__builder b = {arena, report, model,     NULL, NULL,
                         0,     NULL,   MUTAID_OK, is_watched};

    if (like->loan)
        mutaid__build_limit(&b, like->loan, part_out);
    else if (like->package)
        mutaid__build_package(&b, like->package,
                              like->kind == MUTAID_PART_PACKAGE_CONTRIBUTION,
                              part_out);
    else
        mutaid__build_scheme(&b, like->scheme,
                             like->kind == MUTAID_PART_CONTRIBUTION, part_out);
    part_out->name = like->name;
    return b.status;
}
