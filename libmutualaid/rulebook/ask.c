/* SPDX-License-Identifier: MIT */
/* ask.c - everything a rulebook holds, for forms, bindings, documentation. */
#include "base/sized.h"
#include "decide/part.h"
#include "words/tell.h"

#define BAD(error, name) \
    mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL, name, NULL)

/* What every getter checks: both pointers, and the index. */
static mutaid_status check(const mutaid_rulebook *rulebook, const void *out,
                           size_t index, size_t count, const char *name,
                           mutaid_error *error)
{
    if (!rulebook || !out)
        return BAD(error, rulebook ? "the result" : "rulebook");
    return index < count ? MUTAID_OK : BAD(error, name);
}

#define COUNT(rulebook, list) ((rulebook) ? (rulebook)->model.list.count : 0)

mutaid_status mutaid_rulebook_describe(const mutaid_rulebook *rulebook,
                                       mutaid_rulebook_info *info_out,
                                       mutaid_error *error)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    const mutaid__model *model;

    TRY(check(rulebook, info_out, 0, 1, "", error));
    model = &rulebook->model;
    info.id = mutaid__slice_text(model->id);
    info.edition = mutaid__slice_text(model->edition);
    info.title = mutaid__labels_text(model->title);
    info.currency = mutaid__slice_text(model->currency);
    info.decimals = model->decimals;
    info.digest = rulebook->digest;
    info.part_count = rulebook->part_count;
    info.fact_count = model->facts.count;
    info.parameter_count = model->parameters.count;
    info.source_count = model->sources.count;
    info.clause_count = model->clauses.count;
    return mutaid__copy_sized(info_out, &info, sizeof info, error);
}

/* --- parts --------------------------------------------------------------------------- */

static size_t part_fact_count(const mutaid_rulebook *rulebook,
                              const mutaid__part *part)
{
    size_t count = 0, i;

    for (i = 0; i < rulebook->model.facts.count; i++)
        count += part->reads[i];
    return count;
}

mutaid_status mutaid_rulebook_part(const mutaid_rulebook *rulebook,
                                   size_t part, mutaid_part_info *info_out,
                                   mutaid_error *error)
{
    mutaid_part_info info = MUTAID_PART_INFO_INIT;
    const mutaid__part *p;

    TRY(check(rulebook, info_out, part, rulebook ? rulebook->part_count : 0,
              "part", error));
    p = &rulebook->parts[part];
    info.name = mutaid__slice_text(p->name);
    info.title = mutaid__labels_text(p->title);
    info.kind = p->kind;
    info.fact_count = part_fact_count(rulebook, p);
    info.item_count = p->items.count;
    info.requirement_count = p->requires.count;
    return mutaid__copy_sized(info_out, &info, sizeof info, error);
}

mutaid_status mutaid_rulebook_part_index(const mutaid_rulebook *rulebook,
                                         const char *name, size_t *index_out,
                                         mutaid_error *error)
{
    uint32_t index;

    TRY(check(rulebook, index_out, 0, 1, "", error));
    if (!name)
        return BAD(error, "name");
    index =
        mutaid__symbols_find(&rulebook->part_names, mutaid__slice_of(name));
    if (index == MUTAID_NONE)
        return mutaid__fail(error, MUTAID_CODE_NO_SUCH_PART, name, name,
                            NULL);
    *index_out = index;
    return MUTAID_OK;
}

mutaid_status mutaid_rulebook_part_fact(const mutaid_rulebook *rulebook,
                                        size_t part, size_t position,
                                        size_t *fact_out, mutaid_error *error)
{
    size_t i;

    TRY(check(rulebook, fact_out, part, rulebook ? rulebook->part_count : 0,
              "part", error));
    for (i = 0; i < rulebook->model.facts.count; i++) {
        if (!rulebook->parts[part].reads[i])
            continue;
        if (position-- > 0)
            continue;
        *fact_out = i;
        return MUTAID_OK;
    }
    return BAD(error, "position");
}

mutaid_status mutaid_rulebook_item(const mutaid_rulebook *rulebook,
                                   size_t part, size_t item,
                                   mutaid_item_info *info_out,
                                   mutaid_error *error)
{
    mutaid_item_info info = MUTAID_ITEM_INFO_INIT;
    const mutaid__item_plan *plan;

    TRY(check(rulebook, info_out, part, rulebook ? rulebook->part_count : 0,
              "part", error));
    TRY(check(rulebook, info_out, item,
              rulebook->parts[part].items.count, "item", error));
    plan = &rulebook->parts[part].items.items[item];
    info.id = mutaid__slice_text(plan->id);
    info.title = mutaid__labels_text(plan->title);
    info.depth = plan->depth;
    info.clause = plan->clause;
    if (plan->type != MUTAID_TYPE_NONE)
        info.type = plan->type;
    info.is_beside = plan->is_beside;
    return mutaid__copy_sized(info_out, &info, sizeof info, error);
}

mutaid_status mutaid_rulebook_requirement(const mutaid_rulebook *rulebook,
                                          size_t part, size_t requirement,
                                          mutaid_requirement_info *info_out,
                                          mutaid_error *error)
{
    mutaid_requirement_info info = MUTAID_REQUIREMENT_INFO_INIT;
    const mutaid__require_plan *plan;

    TRY(check(rulebook, info_out, part, rulebook ? rulebook->part_count : 0,
              "part", error));
    TRY(check(rulebook, info_out, requirement,
              rulebook->parts[part].requires.count, "requirement", error));
    plan = &rulebook->parts[part].requires.items[requirement];
    info.id = mutaid__slice_text(plan->id);
    info.text = mutaid__labels_text(plan->reason);
    info.kind = plan->kind;
    info.item = plan->item;
    info.clause = plan->clause;
    return mutaid__copy_sized(info_out, &info, sizeof info, error);
}

/* --- facts ----------------------------------------------------------------------------- */

mutaid_status mutaid_rulebook_fact(const mutaid_rulebook *rulebook,
                                   size_t fact, mutaid_fact_info *info_out,
                                   mutaid_error *error)
{
    mutaid_fact_info info = MUTAID_FACT_INFO_INIT;
    const mutaid__model *model;
    const mutaid__fact *f;

    TRY(check(rulebook, info_out, fact, COUNT(rulebook, facts), "fact",
              error));
    model = &rulebook->model;
    f = &model->facts.items[fact];
    info.name = mutaid__slice_text(f->name);
    info.label = mutaid__labels_text(model->clauses.items[f->clause].label);
    info.note = mutaid__labels_text(model->clauses.items[f->clause].note).en;
    info.type = f->shape.type;
    info.decimals = f->decimals;
    info.unit = f->shape.type == MUTAID_TYPE_MEASURE
                    ? mutaid__slice_text(model->units.names.items[f->shape.domain])
                    : "";
    info.at_least = f->at_least;
    info.at_most = f->at_most;
    info.may_be_absent = f->is_optional;
    info.if_missing = (int32_t)f->if_missing;
    info.default_integer = f->default_integer;
    info.not_before = f->not_before;
    info.clause = f->clause;
    info.choice_count = f->choice_count;
    return mutaid__copy_sized(info_out, &info, sizeof info, error);
}

mutaid_status mutaid_rulebook_fact_index(const mutaid_rulebook *rulebook,
                                         const char *name, size_t *index_out,
                                         mutaid_error *error)
{
    const mutaid__model *model;
    uint32_t index;

    TRY(check(rulebook, index_out, 0, 1, "", error));
    if (!name)
        return BAD(error, "name");
    model = &rulebook->model;
    index = mutaid__symbols_find(&model->names, mutaid__slice_of(name));
    if (index == MUTAID_NONE ||
        model->name_targets.items[index] != MUTAID__TARGET_FACT)
        return mutaid__fail(error, MUTAID_CODE_NO_SUCH_FACT, name, name,
                            NULL);
    *index_out = model->name_indices.items[index];
    return MUTAID_OK;
}

mutaid_status mutaid_rulebook_choice(const mutaid_rulebook *rulebook,
                                     size_t fact, size_t choice,
                                     mutaid_choice_info *info_out,
                                     mutaid_error *error)
{
    mutaid_choice_info info = MUTAID_CHOICE_INFO_INIT;
    const mutaid__fact *f;

    TRY(check(rulebook, info_out, fact, COUNT(rulebook, facts), "fact",
              error));
    f = &rulebook->model.facts.items[fact];
    TRY(check(rulebook, info_out, choice, f->choice_count, "choice", error));
    info.code = mutaid__slice_text(f->choices[choice].code);
    info.label = mutaid__labels_text(f->choices[choice].label);
    return mutaid__copy_sized(info_out, &info, sizeof info, error);
}

mutaid_status mutaid_rulebook_choice_index(const mutaid_rulebook *rulebook,
                                           size_t fact, const char *code,
                                           size_t *index_out,
                                           mutaid_error *error)
{
    const mutaid__fact *f;
    uint32_t index;

    TRY(check(rulebook, index_out, fact, COUNT(rulebook, facts), "fact",
              error));
    if (!code)
        return BAD(error, "code");
    f = &rulebook->model.facts.items[fact];
    index = mutaid__symbols_find(&f->codes, mutaid__slice_of(code));
    if (index == MUTAID_NONE)
        return mutaid__fail(error, MUTAID_CODE_NO_SUCH_CHOICE, f->name.data,
                            code, "the codes of mutaid_rulebook_choice");
    *index_out = index;
    return MUTAID_OK;
}

/* --- parameters, sources, clauses --------------------------------------------------------- */

mutaid_status mutaid_rulebook_parameter(const mutaid_rulebook *rulebook,
                                        size_t parameter,
                                        mutaid_parameter_info *info_out,
                                        mutaid_error *error)
{
    mutaid_parameter_info info = MUTAID_PARAMETER_INFO_INIT;
    const mutaid__parameter *p;
    const mutaid__model *model;

    TRY(check(rulebook, info_out, parameter, COUNT(rulebook, parameters),
              "parameter", error));
    model = &rulebook->model;
    p = &model->parameters.items[parameter];
    info.name = mutaid__slice_text(p->name);
    info.label = mutaid__labels_text(model->clauses.items[p->clause].label);
    info.literal = p->written->text.data ? p->written->text.data
                   : mutaid__wide_is_zero(p->written->literal.numerator)
                       ? "false"
                       : "true";
    info.override_literal = p->override_literal.data;
    info.type = p->use->shape.type;
    info.clause = p->clause;
    return mutaid__copy_sized(info_out, &info, sizeof info, error);
}

mutaid_status mutaid_rulebook_source(const mutaid_rulebook *rulebook,
                                     size_t source,
                                     mutaid_source_info *info_out,
                                     mutaid_error *error)
{
    mutaid_source_info info = MUTAID_SOURCE_INFO_INIT;
    const mutaid__source *s;

    TRY(check(rulebook, info_out, source, COUNT(rulebook, sources), "source",
              error));
    s = &rulebook->model.sources.items[source];
    info.id = mutaid__slice_text(s->id);
    info.title = mutaid__slice_text(s->title);
    info.publisher = mutaid__slice_text(s->publisher);
    info.date = mutaid__slice_text(s->date);
    info.address = mutaid__slice_text(s->address);
    return mutaid__copy_sized(info_out, &info, sizeof info, error);
}

mutaid_status mutaid_rulebook_clause(const mutaid_rulebook *rulebook,
                                     size_t clause,
                                     mutaid_clause_info *info_out,
                                     mutaid_error *error)
{
    mutaid_clause_info info = MUTAID_CLAUSE_INFO_INIT;
    const mutaid__clause *c;

    TRY(check(rulebook, info_out, clause, COUNT(rulebook, clauses), "clause",
              error));
    c = &rulebook->model.clauses.items[clause];
    info.id = mutaid__slice_text(c->id);
    info.path = c->path;
    info.label = mutaid__labels_text(c->label);
    info.note = mutaid__labels_text(c->note).en;
    info.source = c->source;
    info.basis = c->basis;
    info.place = mutaid__slice_text(c->source_place);
    info.figure = mutaid__slice_text(c->figure);
    info.line = c->place.line;
    info.column = c->place.column;
    return mutaid__copy_sized(info_out, &info, sizeof info, error);
}
