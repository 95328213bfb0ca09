/* SPDX-License-Identifier: MIT */
/* coverage.c - which clauses the examples of a rulebook, or cases, reach. */
#include "base/sized.h"
#include "prove/study.h"
#include "prove/variant.h"

#include <string.h>

struct mutaid_coverage {
    mutaid_rulebook *rulebook; /* a reference */
    mutaid__memory memory;
    mutaid__arena arena;
    mutaid__study *studies; /* by part; `model` NULL until first used */
    uint32_t *clauses;      /* those that decide, in the order of the text */
    size_t clause_count;    /* each place of the text once */
    uint32_t *first;        /* by clause: the one that stands for its place */
    uint8_t *reach;         /* by clause: of the case at hand */
    mutaid_coverage_info *infos; /* by clause */
};

/* --- which clauses ----------------------------------------------------------- */

static bool begins_with(const char *text, const char *start)
{
    while (*start && *text == *start) {
        text++;
        start++;
    }
    return *start == '\0';
}

static bool is_rule(const char *path)
{
    static const char *const sections[] = {"parameters.", "values.",
                                           "tables.",     "schemes.",
                                           "packages.",   "loans."};
    size_t i;

    for (i = 0; path && i < sizeof sections / sizeof *sections; i++)
        if (begins_with(path, sections[i]))
            return true;
    return false;
}

static uint32_t offset_of(const mutaid_coverage *coverage, uint32_t clause)
{
    return coverage->rulebook->model.clauses.items[clause].place.offset;
}

/* By place, what was read first before what was read later. */
static void sort_clauses(mutaid_coverage *coverage)
{
    uint32_t *clauses = coverage->clauses;
    size_t gap, i, to;

    for (gap = coverage->clause_count / 2; gap > 0; gap /= 2)
        for (i = gap; i < coverage->clause_count; i++) {
            uint32_t moving = clauses[i];
            uint32_t offset = offset_of(coverage, moving);

            for (to = i;
                 to >= gap &&
                 (offset_of(coverage, clauses[to - gap]) > offset ||
                  (offset_of(coverage, clauses[to - gap]) == offset &&
                   clauses[to - gap] > moving));
                 to -= gap)
                clauses[to] = clauses[to - gap];
            clauses[to] = moving;
        }
}

/* An object may be a clause twice, as a value and as its operand. */
static void merge_places(mutaid_coverage *coverage)
{
    size_t count = 0, i;

    for (i = 0; i < coverage->clause_count; i++) {
        uint32_t clause = coverage->clauses[i];

        if (count > 0 &&
            offset_of(coverage, coverage->clauses[count - 1]) ==
                offset_of(coverage, clause)) {
            coverage->first[clause] = coverage->clauses[count - 1];
            continue;
        }
        coverage->first[clause] = clause;
        coverage->clauses[count++] = clause;
    }
    coverage->clause_count = count;
}

static bool list_clauses(mutaid_coverage *coverage)
{
    const mutaid__model *model = &coverage->rulebook->model;
    size_t count = model->clauses.count;
    uint32_t i;

    coverage->clauses =
        mutaid__arena_take(&coverage->arena, count * sizeof *coverage->clauses);
    coverage->first =
        mutaid__arena_take(&coverage->arena, count * sizeof *coverage->first);
    coverage->infos =
        mutaid__arena_take(&coverage->arena, count * sizeof *coverage->infos);
    coverage->reach = mutaid__arena_take(&coverage->arena, count);
    if (!coverage->clauses || !coverage->first || !coverage->infos ||
        !coverage->reach)
        return false;
    for (i = 0; i < count; i++) {
        coverage->infos[i].struct_size = sizeof *coverage->infos;
        coverage->infos[i].clause = coverage->first[i] = i;
        if (is_rule(model->clauses.items[i].path))
            coverage->clauses[coverage->clause_count++] = i;
    }
    sort_clauses(coverage);
    merge_places(coverage);
    return true;
}

/* --- the object ---------------------------------------------------------------- */

mutaid_status mutaid_coverage_new(mutaid_rulebook *rulebook,
                                  mutaid_coverage **coverage_out,
                                  mutaid_error *error)
{
    mutaid__memory memory;
    mutaid_coverage *coverage;

    if (!rulebook || !coverage_out)
        return mutaid__fail_argument(error,
                                     rulebook ? "coverage_out" : "rulebook");
    mutaid__memory_init(&memory, &rulebook->memory.allocator,
                        rulebook->memory.cap);
    coverage = mutaid__memory_take(&memory, sizeof *coverage);
    if (!coverage)
        return mutaid__fail_memory(error);
    coverage->memory = memory;
    coverage->rulebook = mutaid_rulebook_ref(rulebook);
    mutaid__arena_init(&coverage->arena, &coverage->memory);
    coverage->studies = mutaid__arena_take(
        &coverage->arena, rulebook->part_count * sizeof *coverage->studies);
    if (!coverage->studies || !list_clauses(coverage)) {
        mutaid_coverage_free(coverage);
        return mutaid__fail_memory(error);
    }
    *coverage_out = coverage;
    return MUTAID_OK;
}

void mutaid_coverage_free(mutaid_coverage *coverage)
{
    mutaid_rulebook *rulebook;
    mutaid__memory memory;
    size_t i;

    if (!coverage)
        return;
    rulebook = coverage->rulebook;
    for (i = 0; coverage->studies && i < rulebook->part_count; i++)
        if (coverage->studies[i].model)
            mutaid__study_free(&coverage->studies[i]);
    mutaid__arena_free(&coverage->arena);
    memory = coverage->memory;
    mutaid__memory_release(&memory, coverage, sizeof *coverage);
    mutaid_rulebook_unref(rulebook);
}

/* --- cases ----------------------------------------------------------------------- */

/* What holds clauses, a row of a table or a scheme, is reached with them. */
static void reach_parents(mutaid_coverage *coverage)
{
    const mutaid__model *model = &coverage->rulebook->model;
    size_t i;

    for (i = 0; i < model->clauses.count; i++) {
        uint8_t reach = coverage->reach[i];
        uint32_t parent = model->clauses.items[i].parent;

        for (; parent != MUTAID_NONE && coverage->reach[parent] < reach;
             parent = model->clauses.items[parent].parent)
            coverage->reach[parent] = reach;
    }
}

static void count_reach(mutaid_coverage *coverage)
{
    size_t count = coverage->rulebook->model.clauses.count, i;

    reach_parents(coverage);
    for (i = 0; i < count; i++) {
        uint8_t *first = &coverage->reach[coverage->first[i]];

        if (*first < coverage->reach[i])
            *first = coverage->reach[i];
    }
    for (i = 0; i < coverage->clause_count; i++) {
        mutaid_coverage_info *info = &coverage->infos[coverage->clauses[i]];
        mutaid_reach reach = (mutaid_reach)coverage->reach[info->clause];

        info->read_count += reach != MUTAID_REACH_NEVER;
        info->decisive_count += reach == MUTAID_REACH_DECISIVE;
        if (info->reach < reach)
            info->reach = reach;
    }
}

static mutaid_status add_to(mutaid_coverage *coverage, mutaid__study *study,
                            const mutaid_case *c)
{
    TRY(mutaid__study_run(study, c->integers, c->states, c->calendar));
    memset(coverage->reach, 0, coverage->rulebook->model.clauses.count);
    mutaid__study_reach(study, coverage->reach);
    count_reach(coverage);
    return MUTAID_OK;
}

/* The study of a part, made when it is first asked for. */
static mutaid_status study_of(mutaid_coverage *coverage, size_t part,
                              mutaid__study **study_out)
{
    mutaid__study *study = &coverage->studies[part];

    *study_out = study;
    if (study->model)
        return MUTAID_OK;
    if (mutaid__study_init(study, &coverage->memory,
                           &coverage->rulebook->model,
                           &coverage->rulebook->parts[part]) == MUTAID_OK)
        return MUTAID_OK;
    mutaid__study_free(study);
    study->model = NULL;
    return MUTAID_ERROR_MEMORY;
}

mutaid_status mutaid_coverage_add(mutaid_coverage *coverage,
                                  const mutaid_case *c, size_t part,
                                  mutaid_error *error)
{
    mutaid_decision *decision = NULL;
    mutaid__study *study;
    mutaid_status status;

    if (!coverage || !c)
        return mutaid__fail_argument(error, coverage ? "c" : "coverage");
    if (c->rulebook != coverage->rulebook)
        return mutaid__fail(error, MUTAID_CODE_OTHER_RULEBOOK, NULL, NULL,
                            NULL);
    if (part >= coverage->rulebook->part_count)
        return mutaid__fail_argument(error, "part");
    if (study_of(coverage, part, &study) != MUTAID_OK)
        return mutaid__fail_memory(error);
    status = add_to(coverage, study, c);
    if (status == MUTAID_ERROR_MEMORY)
        return mutaid__fail_memory(error);
    if (status == MUTAID_OK)
        return MUTAID_OK;
    /* deciding says which facts contradict each other */
    TRY(mutaid_decision_new(coverage->rulebook, &decision, error));
    status = mutaid_decide_at(c, part, decision, error);
    mutaid_decision_free(decision);
    return status;
}

/* --- examples -------------------------------------------------------------------- */

/* An example with parameters reaches the clauses of its part under them. */
static mutaid_status add_varied(mutaid_coverage *coverage, const mutaid_case *c,
                                uint32_t part, const mutaid__json *parameters)
{
    mutaid__variant variant;
    mutaid__study study;
    mutaid_status status = mutaid__variant_init(&variant, coverage->rulebook,
                                                part, parameters, NULL);

    if (status == MUTAID_OK) {
        status = mutaid__study_init(&study, &coverage->memory,
                                    &variant.rulebook.model,
                                    &variant.rulebook.parts[part]);
        if (status == MUTAID_OK)
            status = add_to(coverage, &study, c);
        mutaid__study_free(&study);
    }
    mutaid__variant_free(&variant);
    return status;
}

static mutaid_status add_example(mutaid_coverage *coverage, mutaid_case *c,
                                 const mutaid__json *json)
{
    const mutaid__json *parameters = mutaid__json_get(json, "parameters");
    uint32_t part =
        mutaid__symbols_find(&coverage->rulebook->part_names,
                             mutaid__json_get(json, "part")->text);
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid__study *study;

    if (part == MUTAID_NONE)
        return MUTAID_OK; /* examples were skipped while reading */
    mutaid_case_clear(c);
    if (mutaid__case_read_facts(c, mutaid__json_get(json, "facts"), &error) !=
        MUTAID_OK)
        return error.status == MUTAID_ERROR_MEMORY ? error.status : MUTAID_OK;
    if (parameters)
        return add_varied(coverage, c, part, parameters);
    TRY(study_of(coverage, part, &study));
    return add_to(coverage, study, c);
}

/* Examples that are refused as cases (`input_error`) reach nothing. */
mutaid_status mutaid_coverage_add_examples(mutaid_coverage *coverage,
                                           mutaid_error *error)
{
    mutaid_status status = MUTAID_OK;
    const mutaid__model *model;
    mutaid_case *c;
    size_t i;

    if (!coverage)
        return mutaid__fail_argument(error, "coverage");
    model = &coverage->rulebook->model;
    TRY(mutaid_case_new(coverage->rulebook, &c, error));
    for (i = 0; i < model->examples.count && status != MUTAID_ERROR_MEMORY; i++)
        status = add_example(coverage, c, model->examples.items[i].json);
    mutaid_case_free(c);
    return status == MUTAID_ERROR_MEMORY ? mutaid__fail_memory(error)
                                         : MUTAID_OK;
}

/* --- looking at it ----------------------------------------------------------------- */

size_t mutaid_coverage_count(const mutaid_coverage *coverage)
{
    return coverage ? coverage->clause_count : 0;
}

mutaid_status mutaid_coverage_clause(const mutaid_coverage *coverage,
                                     size_t position,
                                     mutaid_coverage_info *info_out,
                                     mutaid_error *error)
{
    if (!coverage || !info_out)
        return mutaid__fail_argument(error, coverage ? "info_out" : "coverage");
    if (position >= coverage->clause_count)
        return mutaid__fail_argument(error, "position");
    return mutaid__copy_sized(info_out,
                              &coverage->infos[coverage->clauses[position]],
                              sizeof *info_out, error);
}
