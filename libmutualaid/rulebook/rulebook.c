/* SPDX-License-Identifier: MIT */
/* rulebook.c - the handle: read, check, share, release. */
#include "base/sha256.h"
#include "base/sized.h"
#include "prove/prove.h"
#include "rulebook/examples.h"
#include "rulebook/warn.h"
#include "words/read_model.h"
#include "words/type.h"

#include <string.h>

#define DEFAULT_CAP ((size_t)1 << 30)
#define DEFAULT_CASE_CAP ((size_t)64 << 20)
#define DEFAULT_TEXT_LIMIT ((size_t)64 << 20)
#define MOST_DEPTH 64
#define MOST_VALUES 4000000u

/* --- sharing --------------------------------------------------------------------- */

mutaid_rulebook *mutaid_rulebook_ref(mutaid_rulebook *rulebook)
{
    if (rulebook)
        atomic_fetch_add_explicit(&rulebook->references, 1,
                                  memory_order_relaxed);
    return rulebook;
}

static void release(mutaid_rulebook *rulebook)
{
    mutaid__memory memory;

    mutaid__arena_free(&rulebook->arena);
    memory = rulebook->memory;
    mutaid__memory_release(&memory, rulebook, sizeof *rulebook);
}

void mutaid_rulebook_unref(mutaid_rulebook *rulebook)
{
    if (rulebook &&
        atomic_fetch_sub_explicit(&rulebook->references, 1,
                                  memory_order_acq_rel) == 1)
        release(rulebook);
}

/* --- overrides --------------------------------------------------------------------- */

/* Overrides in the order of their names, as the digest takes them. */
static const mutaid_override **sorted_overrides(
    mutaid_rulebook *rulebook, const mutaid_read_options *options)
{
    size_t count = options->override_count, i, j;
    const mutaid_override **order =
        mutaid__arena_take(&rulebook->arena, count * sizeof *order);

    for (i = 0; order && i < count; i++) {
        const mutaid_override *override = &options->overrides[i];

        for (j = i;
             j > 0 && mutaid__slice_compare(
                          mutaid__slice_of(order[j - 1]->name),
                          mutaid__slice_of(override->name)) > 0;
             j--)
            order[j] = order[j - 1];
        order[j] = override;
    }
    return order;
}

static mutaid_status check_overrides(const mutaid_read_options *options,
                                     mutaid_error *error)
{
    size_t i;

    if (options->override_count > 0 && !options->overrides)
        return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL,
                            "overrides", NULL);
    for (i = 0; i < options->override_count; i++)
        if (!options->overrides[i].name || !options->overrides[i].literal)
            return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL,
                                "overrides", NULL);
    return MUTAID_OK;
}

/* SHA-256 of the text and of each override as "name=literal\n". */
static void digest(mutaid_rulebook *rulebook, const char *text, size_t length,
                   const mutaid_override **overrides, size_t count)
{
    mutaid__sha256 sha;
    size_t i;

    mutaid__sha256_init(&sha);
    mutaid__sha256_add(&sha, text, length);
    for (i = 0; i < count; i++) {
        mutaid__sha256_add(&sha, overrides[i]->name,
                           strlen(overrides[i]->name));
        mutaid__sha256_add(&sha, "=", 1);
        mutaid__sha256_add(&sha, overrides[i]->literal,
                           strlen(overrides[i]->literal));
        mutaid__sha256_add(&sha, "\n", 1);
    }
    mutaid__sha256_hex(&sha, rulebook->digest);
}

static mutaid_status apply_overrides(mutaid__reader *reader,
                                     const mutaid_override **overrides,
                                     size_t count, mutaid_error *error)
{
    size_t i;

    for (i = 0; i < count; i++) {
        size_t length = strlen(overrides[i]->literal);
        mutaid__slice literal = {
            mutaid__arena_copy(reader->arena, overrides[i]->literal, length),
            length};

        if (!literal.data) {
            reader->is_out_of_memory = true;
            return MUTAID_OK;
        }
        if (!mutaid__override(reader, mutaid__slice_of(overrides[i]->name),
                              literal))
            return mutaid__fail(error, MUTAID_CODE_NO_SUCH_PARAMETER,
                                overrides[i]->name, overrides[i]->name, NULL);
    }
    return MUTAID_OK;
}

/* --- reading ------------------------------------------------------------------------- */

typedef struct reading {
    mutaid_rulebook *rulebook;
    mutaid_report *report;
    const mutaid_read_options *options;
    const mutaid_override **overrides;
    const mutaid__json *root;
    mutaid_error *error;
} reading;

static mutaid_status no_memory(mutaid_error *error)
{
    return mutaid__fail(error, MUTAID_CODE_OUT_OF_MEMORY, NULL, NULL, NULL);
}

/* Words and names; all faults of schema and meaning that can be seen so. */
static mutaid_status read_words(reading *r)
{
    mutaid_rulebook *rulebook = r->rulebook;
    mutaid__reader reader = {&rulebook->arena, r->report, &rulebook->model,
                             MUTAID_NONE, false};
    mutaid__typer typer = {&rulebook->arena, r->report, &rulebook->model,
                           false, 0};

    mutaid__model_init(&rulebook->model, &rulebook->arena);
    mutaid__read_model(&reader, r->root);
    TRY(apply_overrides(&reader, r->overrides, r->options->override_count,
                        r->error));
    mutaid__read_paths(&reader, r->root);
    if (reader.is_out_of_memory)
        return no_memory(r->error);
    mutaid__type_model(&typer);
    return MUTAID_OK;
}

static mutaid_status build_parts(reading *r)
{
    mutaid_rulebook *rulebook = r->rulebook;

    mutaid__symbols_init(&rulebook->part_names, &rulebook->arena);
    if (mutaid__parts_build(&rulebook->arena, r->report, &rulebook->model,
                            &rulebook->part_names, &rulebook->parts,
                            &rulebook->part_count) != MUTAID_OK)
        return no_memory(r->error);
    if (mutaid__loans_build(&rulebook->arena, r->report, &rulebook->model,
                            &rulebook->part_names,
                            &rulebook->loans) != MUTAID_OK)
        return no_memory(r->error);
    return MUTAID_OK;
}

static mutaid_status check_faults(const reading *r)
{
    if (r->report->is_out_of_memory)
        return no_memory(r->error);
    return r->report->error_count > 0 ? MUTAID_ERROR_RULEBOOK : MUTAID_OK;
}

/* What the programs show of all cases at once. */
static mutaid_status prove(reading *r, size_t length)
{
    static const mutaid__trial empty;
    mutaid_rulebook *rulebook = r->rulebook;
    mutaid__trial trial = empty;
    mutaid_status status;

    trial.memory = &rulebook->memory;
    trial.report = r->report;
    trial.model = &rulebook->model;
    trial.parts = rulebook->parts;
    trial.part_count = rulebook->part_count;
    trial.text_length = length;
    status = mutaid__trial_start(&trial);
    if (status != MUTAID_OK)
        return no_memory(r->error);
    status = mutaid__prove_duties(&trial);
    if (status == MUTAID_OK && r->report->error_count == 0)
        status = mutaid__warn_idle(&trial);
    if (status == MUTAID_OK && r->report->error_count == 0)
        status = mutaid__warn_order(&trial);
    mutaid__trial_end(&trial);
    return status == MUTAID_OK ? status : no_memory(r->error);
}

/* Each stage needs the one before it without faults. */
static mutaid_status read_stages(reading *r, const char *text, size_t length)
{
    mutaid__json_limits limits = {r->options->text_limit, MOST_DEPTH,
                                  MOST_VALUES};
    mutaid_status status = MUTAID_OK;

    r->overrides = sorted_overrides(r->rulebook, r->options);
    if (!r->overrides)
        return no_memory(r->error);
    digest(r->rulebook, text, length, r->overrides,
           r->options->override_count);
    r->root = mutaid__json_read(&r->rulebook->arena, text, length, &limits,
                                r->report, &status);
    r->rulebook->root = r->root;
    if (!r->root)
        return status == MUTAID_ERROR_MEMORY ? no_memory(r->error) : status;
    TRY(read_words(r));
    TRY(check_faults(r));
    TRY(build_parts(r));
    TRY(check_faults(r));
    TRY(prove(r, length));
    TRY(check_faults(r));
    mutaid__warn(r->report, &r->rulebook->model);
    if (!r->options->skip_examples && r->options->override_count == 0)
        TRY(mutaid__run_examples(r->rulebook, r->report, r->error));
    return check_faults(r);
}

static mutaid_status new_rulebook(const mutaid_read_options *options,
                                  mutaid_rulebook **rulebook_out,
                                  mutaid_error *error)
{
    mutaid__memory memory;
    mutaid_rulebook *rulebook;

    mutaid__memory_init(&memory, options->allocator,
                        options->memory_cap ? options->memory_cap
                                            : DEFAULT_CAP);
    rulebook = mutaid__memory_take(&memory, sizeof *rulebook);
    if (!rulebook)
        return no_memory(error);
    rulebook->memory = memory;
    mutaid__arena_init(&rulebook->arena, &rulebook->memory);
    atomic_init(&rulebook->references, 1);
    rulebook->case_memory_cap = DEFAULT_CASE_CAP; /* of the examples */
    *rulebook_out = rulebook;
    return MUTAID_OK;
}

static mutaid_status read_into(const char *text, size_t length,
                               const mutaid_read_options *options,
                               mutaid_report *report,
                               mutaid_rulebook **rulebook_out,
                               mutaid_error *error)
{
    reading r = {NULL, report, options, NULL, NULL, error};
    mutaid_status status;

    TRY(new_rulebook(options, &r.rulebook, error));
    status = read_stages(&r, text, length);
    if (options->case_memory_cap)
        r.rulebook->case_memory_cap = options->case_memory_cap;
    mutaid__report_sort(report);
    if (status == MUTAID_ERROR_RULEBOOK)
        status = mutaid__report_error(report, error);
    if (status == MUTAID_OK)
        *rulebook_out = r.rulebook;
    else
        release(r.rulebook);
    return status;
}

mutaid_status mutaid_rulebook_read(const char *text, size_t length,
                                   const mutaid_read_options *options,
                                   mutaid_rulebook **rulebook_out,
                                   mutaid_report **report_out,
                                   mutaid_error *error)
{
    mutaid_read_options own = MUTAID_READ_OPTIONS_INIT;
    mutaid_report *report = NULL;
    mutaid_status status;

    if (report_out)
        *report_out = NULL;
    if (!text || !rulebook_out)
        return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL,
                            text ? "rulebook_out" : "text", NULL);
    TRY(mutaid__read_sized(&own, sizeof own, options, error));
    if (own.text_limit == 0)
        own.text_limit = DEFAULT_TEXT_LIMIT;
    TRY(check_overrides(&own, error));
    TRY(mutaid__report_new(own.allocator,
                           own.memory_cap ? own.memory_cap : DEFAULT_CAP,
                           &report, error));
    status = read_into(text, length, &own, report, rulebook_out, error);
    if (report_out && report->faults.count > 0)
        *report_out = report;
    else
        mutaid_report_free(report);
    return status;
}
