/* SPDX-License-Identifier: MIT */
/* variant.c - one part of a rulebook under other parameters. */
#include "prove/variant.h"

#include "decide/part.h"
#include "words/read_model.h"
#include "words/type.h"

#include <string.h>

#define MOST_REPORT ((size_t)16 << 20)

/* The base's parameters, to be changed without changing the base. */
static bool own_parameters(mutaid_rulebook *rulebook)
{
    mutaid__model *model = &rulebook->model;
    size_t size = model->parameters.count * sizeof *model->parameters.items;
    mutaid__parameter *items = mutaid__arena_take(&rulebook->arena, size);

    if (items && size > 0)
        memcpy(items, model->parameters.items, size);
    model->parameters.items = items;
    return items != NULL;
}

static mutaid__slice literal_of(const mutaid__json *json)
{
    if (json->text.data)
        return json->text;
    return mutaid__slice_of(json->kind == MUTAID__JSON_TRUE ? "true" : "false");
}

static mutaid_status override(mutaid__variant *variant,
                              const mutaid__json *parameters,
                              mutaid_error *error)
{
    mutaid_rulebook *rulebook = &variant->rulebook;
    mutaid__reader reader = {&rulebook->arena, variant->report,
                             &rulebook->model, MUTAID_NONE, false};
    const mutaid__json *child;

    for (child = parameters->first; child; child = child->next)
        if (!mutaid__override(&reader, child->key, literal_of(child)))
            return mutaid__fail(error, MUTAID_CODE_NO_SUCH_PARAMETER,
                                child->key.data, child->key.data, NULL);
    return reader.is_out_of_memory ? mutaid__fail_memory(error) : MUTAID_OK;
}

static void type_parameters(mutaid__variant *variant)
{
    mutaid__model *model = &variant->rulebook.model;
    mutaid__typer typer = {&variant->rulebook.arena, variant->report, model,
                           false, 0};
    size_t i;

    for (i = 0; i < model->parameters.count; i++)
        mutaid__type_parameter(&typer, &model->parameters.items[i]);
}

static mutaid_status first_fault(const mutaid__variant *variant,
                                 mutaid_error *error)
{
    mutaid__report_sort(variant->report);
    return mutaid__report_error(variant->report, error);
}

static mutaid_status build(mutaid__variant *variant,
                           const mutaid_rulebook *base, uint32_t part,
                           mutaid_error *error)
{
    mutaid_rulebook *rulebook = &variant->rulebook;

    rulebook->parts = mutaid__arena_take(
        &rulebook->arena, base->part_count * sizeof *rulebook->parts);
    if (!rulebook->parts ||
        mutaid__part_build_anew(&rulebook->arena, variant->report,
                                &rulebook->model, &base->parts[part], false,
                                &rulebook->parts[part]) != MUTAID_OK)
        return mutaid__fail_memory(error);
    if (base->parts[part].loan &&
        mutaid__loans_build(&rulebook->arena, variant->report,
                            &rulebook->model, &rulebook->part_names,
                            &rulebook->loans) != MUTAID_OK)
        return mutaid__fail_memory(error);
    return first_fault(variant, error);
}

mutaid_status mutaid__variant_init(mutaid__variant *variant,
                                   const mutaid_rulebook *base,
                                   uint32_t part,
                                   const mutaid__json *parameters,
                                   mutaid_error *error)
{
    memcpy(&variant->rulebook, base, sizeof *base);
    variant->report = NULL;
    atomic_init(&variant->rulebook.references, 1);
    /* memory of its own: others may use the base at the same time */
    mutaid__memory_init(&variant->rulebook.memory, &base->memory.allocator,
                        base->memory.cap);
    mutaid__arena_init(&variant->rulebook.arena, &variant->rulebook.memory);
    TRY(mutaid__report_new(&base->memory.allocator, MOST_REPORT,
                           &variant->report, error));
    if (!own_parameters(&variant->rulebook))
        return mutaid__fail_memory(error);
    TRY(override(variant, parameters, error));
    type_parameters(variant);
    TRY(first_fault(variant, error));
    return build(variant, base, part, error);
}

void mutaid__variant_free(mutaid__variant *variant)
{
    mutaid__arena_free(&variant->rulebook.arena);
    mutaid_report_free(variant->report);
}
