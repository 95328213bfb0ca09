/* SPDX-License-Identifier: MIT */
/* batch.c - the batch: what is decided, and what is bound to what. */
#include "decide/batch.h"

#include <string.h>

#define BAD(error, name) mutaid__fail_argument(error, name)

/* Parts of a mixed stream are numbered in 16 bits. */
#define MOST_PARTS 60000

/* --- the object ------------------------------------------------------------- */

mutaid_status mutaid_batch_new(mutaid_rulebook *rulebook,
                               mutaid_batch **batch_out, mutaid_error *error)
{
    mutaid__memory memory;
    mutaid_batch *batch;

    if (!rulebook || !batch_out)
        return BAD(error, rulebook ? "batch_out" : "rulebook");
    mutaid__memory_init(&memory, &rulebook->memory.allocator,
                        rulebook->case_memory_cap);
    batch = mutaid__memory_take(&memory, sizeof *batch);
    if (!batch)
        return mutaid__fail_memory(error);
    batch->memory = memory;
    batch->rulebook = mutaid_rulebook_ref(rulebook);
    mutaid__arena_init(&batch->arena, &batch->memory);
    batch->columns = mutaid__memory_take(
        &batch->memory,
        rulebook->model.facts.count * sizeof *batch->columns);
    if (!batch->columns) {
        mutaid_batch_free(batch);
        return mutaid__fail_memory(error);
    }
    *batch_out = batch;
    return MUTAID_OK;
}

void mutaid_batch_free(mutaid_batch *batch)
{
    mutaid_rulebook *rulebook;
    mutaid__memory memory;

    if (!batch)
        return;
    rulebook = batch->rulebook;
    mutaid__batch_let_go(batch);
    mutaid__arena_free(&batch->arena);
    memory = batch->memory;
    mutaid__memory_release(&memory, batch->columns,
                           rulebook->model.facts.count *
                               sizeof *batch->columns);
    mutaid__memory_release(&memory, batch, sizeof *batch);
    mutaid_rulebook_unref(rulebook);
}

mutaid_rulebook *mutaid_batch_rulebook(const mutaid_batch *batch)
{
    return batch ? batch->rulebook : NULL;
}

/* --- what is decided ---------------------------------------------------------- */

static void forget_parts(mutaid_batch *batch)
{
    mutaid__batch_forget_export(batch);
    mutaid__arena_free(&batch->arena);
    batch->parts = NULL;
    batch->items = NULL;
    batch->part_count = batch->item_count = batch->failed_words = 0;
    batch->part_kind = MUTAID_COLUMN_NONE;
    batch->part_data = NULL;
    batch->setting++;
}

static mutaid_status prepare_part(mutaid_batch *batch, size_t part,
                                  mutaid__batch_part *place)
{
    size_t words = (batch->rulebook->parts[part].requires.count + 63) / 64;

    if (words > batch->failed_words)
        batch->failed_words = words;
    return mutaid__batch_prepare(batch, part, place);
}

static mutaid_status out_of_memory(mutaid_batch *batch, mutaid_error *error)
{
    forget_parts(batch);
    return mutaid__fail_memory(error);
}

static mutaid_status set_parts(mutaid_batch *batch, bool is_mixed,
                               const size_t *parts, size_t count,
                               mutaid_error *error)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (parts[i] >= batch->rulebook->part_count)
            return BAD(error, "part");
    forget_parts(batch);
    batch->is_mixed = is_mixed;
    batch->parts =
        mutaid__arena_take(&batch->arena, count * sizeof *batch->parts);
    if (!batch->parts)
        return mutaid__fail_memory(error);
    for (i = 0; i < count; i++)
        if (prepare_part(batch, parts[i], &batch->parts[i]) != MUTAID_OK)
            return out_of_memory(batch, error);
    batch->part_count = count;
    if (mutaid__batch_make_keys(batch) != MUTAID_OK)
        return out_of_memory(batch, error);
    return MUTAID_OK;
}

mutaid_status mutaid_batch_set_part(mutaid_batch *batch, size_t part,
                                    mutaid_error *error)
{
    size_t item_count;

    if (!batch)
        return BAD(error, "batch");
    TRY(set_parts(batch, false, &part, 1, error));
    item_count = batch->rulebook->parts[part].items.count;
    batch->items =
        mutaid__arena_take(&batch->arena, item_count * sizeof *batch->items);
    if (!batch->items)
        return out_of_memory(batch, error);
    batch->item_count = item_count;
    return MUTAID_OK;
}

mutaid_status mutaid_batch_set_part_column(mutaid_batch *batch,
                                           mutaid_column_kind kind,
                                           const void *data,
                                           const size_t *parts,
                                           size_t part_count,
                                           mutaid_error *error)
{
    if (!batch || !data || !parts || part_count == 0 ||
        part_count > MOST_PARTS)
        return BAD(error, !batch    ? "batch"
                          : !data   ? "data"
                          : !parts  ? "parts"
                                    : "part_count");
    if (kind != MUTAID_COLUMN_UINT8 && kind != MUTAID_COLUMN_INT32)
        return mutaid__fail(error, MUTAID_CODE_COLUMN_KIND, NULL, "parts",
                            NULL);
    TRY(set_parts(batch, true, parts, part_count, error));
    batch->part_kind = kind;
    batch->part_data = data;
    return MUTAID_OK;
}

mutaid_status mutaid_batch_set_row_count(mutaid_batch *batch,
                                         size_t row_count, mutaid_error *error)
{
    if (!batch)
        return BAD(error, "batch");
    mutaid__batch_forget_export(batch);
    batch->row_count = row_count;
    return MUTAID_OK;
}

mutaid_status mutaid_batch_set_calendar(mutaid_batch *batch,
                                        const mutaid_calendar *calendar,
                                        mutaid_error *error)
{
    if (!batch)
        return BAD(error, "batch");
    batch->calendar = calendar;
    return MUTAID_OK;
}

/* --- facts in ------------------------------------------------------------------- */

static mutaid_status find_column(mutaid_batch *batch, size_t fact,
                                 mutaid__source_column **column_out,
                                 mutaid_error *error)
{
    if (!batch)
        return BAD(error, "batch");
    if (fact >= batch->rulebook->model.facts.count)
        return BAD(error, "fact");
    *column_out = &batch->columns[fact];
    return MUTAID_OK;
}

static mutaid_status no_property(const mutaid_batch *batch, size_t fact,
                                 const char *property, mutaid_error *error)
{
    mutaid__slice arguments[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};

    arguments[0] = mutaid__slice_of(property);
    return mutaid__fail_slices(error, MUTAID_CODE_COLUMN_PROPERTY,
                               MUTAID__NOWHERE,
                               batch->rulebook->model.facts.items[fact].name,
                               arguments);
}

static mutaid_status wrong_kind(const mutaid__fact *fact, mutaid_error *error)
{
    static const char *const texts[] = {"nothing", "money",  "a count",
                                        "a measure", "a rate", "a date",
                                        "a flag",  "a choice"};
    mutaid__slice arguments[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};

    arguments[0] = mutaid__slice_of(texts[fact->shape.type]);
    return mutaid__fail_slices(error, MUTAID_CODE_COLUMN_KIND,
                               MUTAID__NOWHERE, fact->name, arguments);
}

mutaid_status mutaid_batch_bind(mutaid_batch *batch, size_t fact,
                                mutaid_column_kind kind, const void *data,
                                mutaid_error *error)
{
    static const mutaid__source_column unbound;
    mutaid__source_column *column = NULL;
    const mutaid__fact *f;

    TRY(find_column(batch, fact, &column, error));
    f = &batch->rulebook->model.facts.items[fact];
    if (kind != MUTAID_COLUMN_NONE && !data)
        return BAD(error, "data");
    if (!mutaid__kind_holds(kind, f))
        return wrong_kind(f, error);
    *column = unbound;
    column->kind = kind;
    column->data = data;
    column->stride = (ptrdiff_t)mutaid__kind_width(kind);
    column->scale = (int)f->decimals;
    return MUTAID_OK;
}

mutaid_status mutaid_batch_set_stride(mutaid_batch *batch, size_t fact,
                                      ptrdiff_t stride, mutaid_error *error)
{
    mutaid__source_column *column = NULL;

    TRY(find_column(batch, fact, &column, error));
    if (mutaid__kind_width(column->kind) == 0)
        return no_property(batch, fact, "stride", error);
    column->stride = stride;
    return MUTAID_OK;
}

mutaid_status mutaid_batch_set_first_bit(mutaid_batch *batch, size_t fact,
                                         size_t first_bit, mutaid_error *error)
{
    mutaid__source_column *column = NULL;

    TRY(find_column(batch, fact, &column, error));
    if (column->kind != MUTAID_COLUMN_BITS)
        return no_property(batch, fact, "first bit", error);
    column->first_bit = first_bit;
    return MUTAID_OK;
}

mutaid_status mutaid_batch_set_valid(mutaid_batch *batch, size_t fact,
                                     const uint8_t *bitmap, size_t first_bit,
                                     mutaid_error *error)
{
    mutaid__source_column *column = NULL;

    TRY(find_column(batch, fact, &column, error));
    if (column->kind == MUTAID_COLUMN_NONE)
        return no_property(batch, fact, "bitmap", error);
    column->valid = (mutaid__bitmap){bitmap, first_bit};
    return MUTAID_OK;
}

mutaid_status mutaid_batch_set_absent(mutaid_batch *batch, size_t fact,
                                      const uint8_t *bitmap, size_t first_bit,
                                      mutaid_error *error)
{
    mutaid__source_column *column = NULL;

    TRY(find_column(batch, fact, &column, error));
    if (column->kind == MUTAID_COLUMN_NONE)
        return no_property(batch, fact, "bitmap", error);
    column->absent = (mutaid__bitmap){bitmap, first_bit};
    return MUTAID_OK;
}

mutaid_status mutaid_batch_set_scale(mutaid_batch *batch, size_t fact,
                                     int scale, mutaid_error *error)
{
    mutaid__source_column *column = NULL;

    TRY(find_column(batch, fact, &column, error));
    if (column->kind != MUTAID_COLUMN_DECIMAL128)
        return no_property(batch, fact, "scale", error);
    if (scale < -38 || scale > 38)
        return BAD(error, "scale");
    column->scale = scale;
    return MUTAID_OK;
}

mutaid_status mutaid_batch_set_dictionary(mutaid_batch *batch, size_t fact,
                                          const uint32_t *choices,
                                          size_t count, mutaid_error *error)
{
    mutaid__source_column *column = NULL;

    TRY(find_column(batch, fact, &column, error));
    if (batch->rulebook->model.facts.items[fact].shape.type !=
            MUTAID_TYPE_CHOICE ||
        !mutaid__kind_is_whole(column->kind))
        return no_property(batch, fact, "dictionary", error);
    column->dictionary = choices;
    column->dictionary_count = choices ? count : 0;
    return MUTAID_OK;
}

mutaid_status mutaid_batch_set_text(mutaid_batch *batch, size_t fact,
                                    const char *text, mutaid_error *error)
{
    mutaid__source_column *column = NULL;

    TRY(find_column(batch, fact, &column, error));
    if (column->kind != MUTAID_COLUMN_TEXT32 &&
        column->kind != MUTAID_COLUMN_TEXT64)
        return no_property(batch, fact, "text", error);
    column->text = text;
    return MUTAID_OK;
}
