/* SPDX-License-Identifier: MIT */
/* batch_arrow_in.c - a record batch as the columns of a batch. */
#include "decide/batch.h"
#include "input/arrow.h"

#define BAD(error, name) mutaid__fail_argument(error, name)

/* A record batch that was moved in, and what it is bound to. */
struct mutaid__imported {
    mutaid__arena arena; /* dictionaries, and the columns */
    struct ArrowArray array;
    mutaid__source_column *columns; /* by fact */
    bool *is_bound;                 /* by fact: a field names it */
};

static const mutaid__slice nobody = {NULL, 0};

/* --- making and letting go -------------------------------------------------- */

static void free_imported(mutaid_batch *batch,
                          struct mutaid__imported *imported)
{
    if (!imported)
        return;
    if (imported->array.release)
        imported->array.release(&imported->array);
    mutaid__arena_free(&imported->arena);
    mutaid__memory_release(&batch->memory, imported, sizeof *imported);
}

static struct mutaid__imported *new_imported(mutaid_batch *batch)
{
    size_t count = batch->rulebook->model.facts.count;
    struct mutaid__imported *imported =
        mutaid__memory_take(&batch->memory, sizeof *imported);

    if (!imported)
        return NULL;
    mutaid__arena_init(&imported->arena, &batch->memory);
    imported->columns = mutaid__arena_take(&imported->arena,
                                           count * sizeof *imported->columns);
    imported->is_bound = mutaid__arena_take(
        &imported->arena, count * sizeof *imported->is_bound);
    if (imported->columns && imported->is_bound)
        return imported;
    free_imported(batch, imported);
    return NULL;
}

void mutaid__batch_let_go(mutaid_batch *batch)
{
    free_imported(batch, batch->imported);
    batch->imported = NULL;
    mutaid__batch_forget_export(batch);
}

/* --- fields ------------------------------------------------------------------ */

/* The fact that a name stands for, and whether it says where it is absent. */
static uint32_t fact_of(const mutaid__model *model, const char *name,
                        bool *is_absence_out)
{
    static const char suffix[] = ":absent";
    mutaid__slice slice = mutaid__slice_of(name);
    size_t length = sizeof suffix - 1, i;
    mutaid__slice tail;

    *is_absence_out = false;
    if (slice.length > length) {
        tail.data = slice.data + slice.length - length;
        tail.length = length;
        *is_absence_out = mutaid__slice_is(tail, suffix);
        slice.length -= *is_absence_out ? length : 0;
    }
    for (i = 0; i < model->facts.count; i++)
        if (mutaid__slice_equal(model->facts.items[i].name, slice))
            return (uint32_t)i;
    return MUTAID_NONE;
}

static mutaid_status twice(const mutaid__fact *fact, mutaid_error *error)
{
    mutaid__slice none[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};

    return mutaid__fail_slices(error, MUTAID_CODE_ARROW_TWICE, MUTAID__NOWHERE,
                               fact->name, none);
}

/* One field: the column of a fact, where one is absent, or nobody's. */
static mutaid_status bind_field(const mutaid_batch *batch,
                                struct mutaid__imported *imported,
                                const struct ArrowSchema *schema,
                                const struct ArrowArray *array, size_t from,
                                size_t count, bool takes_absences,
                                mutaid_error *error)
{
    const mutaid__model *model = &batch->rulebook->model;
    mutaid__source_column *column;
    const mutaid__fact *fact;
    bool is_absence;
    uint32_t index;

    if (!schema || !array || !schema->release || !schema->format)
        return mutaid__arrow_unsound(nobody, "a column is missing", error);
    index = fact_of(model, schema->name, &is_absence);
    if (index == MUTAID_NONE || is_absence != takes_absences)
        return MUTAID_OK;
    fact = &model->facts.items[index];
    column = &imported->columns[index];
    if (is_absence ? column->absent.bytes != NULL : imported->is_bound[index])
        return twice(fact, error);
    if (!is_absence) {
        imported->is_bound[index] = true;
        return mutaid__arrow_column(fact, schema, array, from, count,
                                    &imported->arena, column, error);
    }
    TRY(mutaid__arrow_absent(fact, schema, array, from, count,
                             &column->absent, error));
    if (column->kind == MUTAID_COLUMN_NONE)
        return mutaid__arrow_unsound(
            fact->name, "absences need a column of the fact beside them",
            error);
    return MUTAID_OK;
}

/* --- record batches ----------------------------------------------------------- */

static mutaid_status check_records(const struct ArrowArray *array,
                                   const struct ArrowSchema *schema,
                                   mutaid_error *error)
{
    mutaid__slice arguments[3] = {
        mutaid__slice_of("the record batch itself"), {NULL, 0}, {NULL, 0}};

    if (!array->release || !schema->release || !schema->format)
        return mutaid__arrow_unsound(nobody, "it was released", error);
    if (!mutaid__slice_is(mutaid__slice_of(schema->format), "+s") ||
        schema->dictionary)
        return mutaid__fail(error, MUTAID_CODE_ARROW_RECORDS, NULL,
                            schema->format, NULL);
    if (array->length < 0 || array->offset < 0 || schema->n_children < 0 ||
        array->n_children != schema->n_children ||
        (schema->n_children > 0 && (!array->children || !schema->children)))
        return mutaid__arrow_unsound(nobody, "array and schema differ", error);
    if (array->null_count > 0 ||
        (array->null_count < 0 && array->n_buffers > 0 && array->buffers &&
         array->buffers[0]))
        return mutaid__fail_slices(error, MUTAID_CODE_ARROW_NULL_ROWS,
                                   MUTAID__NOWHERE, nobody, arguments);
    return MUTAID_OK;
}

/* Columns first, then where they are absent, in whatever order they stand. */
static mutaid_status bind_fields(const mutaid_batch *batch,
                                 struct mutaid__imported *imported,
                                 const struct ArrowArray *array,
                                 const struct ArrowSchema *schema,
                                 mutaid_error *error)
{
    int64_t i;
    int pass;

    for (pass = 0; pass < 2; pass++)
        for (i = 0; i < schema->n_children; i++)
            TRY(bind_field(batch, imported, schema->children[i],
                           array->children[i], (size_t)array->offset,
                           (size_t)array->length, pass == 1, error));
    return MUTAID_OK;
}

/* From here on nothing fails. */
static void take_over(mutaid_batch *batch, struct mutaid__imported *imported,
                      struct ArrowArray *array)
{
    static const mutaid__source_column unbound;
    struct mutaid__imported *before = batch->imported;
    size_t i;

    for (i = 0; i < batch->rulebook->model.facts.count; i++) {
        if (before && before->is_bound[i])
            batch->columns[i] = unbound;
        if (imported->is_bound[i])
            batch->columns[i] = imported->columns[i];
    }
    mutaid__batch_forget_export(batch); /* it has room for other rows */
    imported->array = *array;
    array->release = NULL;
    batch->row_count = (size_t)imported->array.length;
    batch->imported = imported;
    free_imported(batch, before);
}

mutaid_status mutaid_batch_bind_arrow(mutaid_batch *batch,
                                      struct ArrowArray *array,
                                      const struct ArrowSchema *schema,
                                      mutaid_error *error)
{
    struct mutaid__imported *imported;
    mutaid_status status;

    if (!batch || !array || !schema)
        return BAD(error, !batch ? "batch" : !array ? "array" : "schema");
    TRY(check_records(array, schema, error));
    imported = new_imported(batch);
    if (!imported)
        return mutaid__fail_memory(error);
    status = bind_fields(batch, imported, array, schema, error);
    if (status != MUTAID_OK) {
        free_imported(batch, imported);
        return status;
    }
    take_over(batch, imported, array);
    return MUTAID_OK;
}
