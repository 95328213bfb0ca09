/* SPDX-License-Identifier: MIT */
/* entries_arrow.h - calls that take and give Arrow's record batches. */
#ifndef MUTUALAID_TESTS_ENTRIES_ARROW_H
#define MUTUALAID_TESTS_ENTRIES_ARROW_H

#include "entries_batch.h"

/* A record batch of one column, `units`, that lives in static memory. It
 * counts how often it is released. */
typedef struct units_record {
    struct ArrowSchema field, schema;
    struct ArrowSchema *fields[1];
    struct ArrowArray column, array;
    struct ArrowArray *columns[1];
    const void *buffers[2];
    int releases;
} units_record;

static inline void release_schema(struct ArrowSchema *schema)
{
    schema->release = NULL;
}

static inline void release_array(struct ArrowArray *array)
{
    ++*(int *)array->private_data;
    array->release = NULL;
}

static inline void make_record(units_record *r)
{
    static const int64_t units[BATCH_ROWS] = {1, 2, 3, 4, 5};

    memset(r, 0, sizeof *r);
    r->field = (struct ArrowSchema){.format = "l", .name = "units",
                                    .release = release_schema};
    r->fields[0] = &r->field;
    r->schema = (struct ArrowSchema){.format = "+s", .name = "",
                                     .n_children = 1, .children = r->fields,
                                     .release = release_schema};
    r->buffers[1] = units;
    r->column = (struct ArrowArray){.length = BATCH_ROWS, .n_buffers = 2,
                                    .buffers = r->buffers,
                                    .release = release_array,
                                    .private_data = &r->releases};
    r->columns[0] = &r->column;
    r->array = (struct ArrowArray){.length = BATCH_ROWS, .n_buffers = 1,
                                   .n_children = 1, .buffers = r->buffers,
                                   .children = r->columns,
                                   .release = release_array,
                                   .private_data = &r->releases};
}

/* Whoever has the array releases it: we after a failure, else the batch. */
static inline void drop_record(units_record *r)
{
    if (r->array.release != NULL)
        r->array.release(&r->array);
    HOLDS(r->releases == 1);
}

static inline mutaid_status export_answers(stage *s, mutaid_batch *batch)
{
    struct ArrowArray array = {0};
    struct ArrowSchema schema = {0};
    mutaid_status status =
        mutaid_batch_export_arrow(batch, &array, &schema, &s->error);

    HOLDS((array.release != NULL) == (status == MUTAID_OK));
    if (status == MUTAID_OK) {
        HOLDS(array.length == BATCH_ROWS);
        array.release(&array);
        schema.release(&schema);
    }
    return status;
}

static inline mutaid_status run_arrow(stage *s)
{
    units_record record;
    mutaid_batch *batch = NULL;
    mutaid_status status = mutaid_batch_new(s->rulebook, &batch, &s->error);

    make_record(&record);
    if (status == MUTAID_OK)
        status = mutaid_batch_set_part(batch, 1, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_bind_arrow(batch, &record.array, &record.schema,
                                         &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_want_arrow(batch, 63, &s->error);
    if (status == MUTAID_OK)
        status = run_rows(s, batch);
    if (status == MUTAID_OK)
        status = export_answers(s, batch);
    mutaid_batch_free(batch);
    drop_record(&record);
    return status;
}

/* --- streams ------------------------------------------------------------------- */

static inline int give_schema(struct ArrowArrayStream *stream,
                              struct ArrowSchema *out)
{
    *out = ((units_record *)stream->private_data)->schema;
    return 0;
}

/* The record once, then the end. */
static inline int give_record(struct ArrowArrayStream *stream,
                              struct ArrowArray *out)
{
    units_record *record = stream->private_data;

    *out = record->array;
    record->array.release = NULL;
    return 0;
}

static inline void release_stream(struct ArrowArrayStream *stream)
{
    stream->release = NULL;
}

/* A stream says by an errno that memory is out. */
static inline mutaid_status read_stream(stage *s, struct ArrowArrayStream *out)
{
    struct ArrowArray array = {0};
    struct ArrowSchema schema = {0};
    int failed = out->get_schema(out, &schema);

    if (failed == 0)
        failed = out->get_next(out, &array);
    if (schema.release != NULL)
        schema.release(&schema);
    if (array.release != NULL)
        array.release(&array);
    if (failed == 0)
        return MUTAID_OK;
    HOLDS(out->get_last_error(out) != NULL);
    s->error.status = MUTAID_ERROR_MEMORY;
    s->error.code = MUTAID_CODE_OUT_OF_MEMORY;
    return MUTAID_ERROR_MEMORY;
}

static inline mutaid_status run_stream(stage *s)
{
    units_record record;
    struct ArrowArrayStream in = {give_schema, give_record, NULL,
                                  release_stream, &record};
    struct ArrowArrayStream out = {0};
    mutaid_batch *batch = NULL;
    mutaid_status status = mutaid_batch_new(s->rulebook, &batch, &s->error);

    make_record(&record);
    if (status == MUTAID_OK)
        status = mutaid_batch_set_part(batch, 1, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_batch_stream_arrow(batch, &in, 63, &out, &s->error);
    HOLDS((in.release == NULL) == (status == MUTAID_OK));
    HOLDS((out.release != NULL) == (status == MUTAID_OK));
    if (status == MUTAID_OK) {
        status = read_stream(s, &out);
        out.release(&out);
    }
    mutaid_batch_free(batch);
    drop_record(&record);
    return status;
}

static const entry arrow_entries[] = {
    {"mutaid_batch_bind_arrow", run_arrow},
    {"mutaid_batch_want_arrow", run_arrow},
    {"mutaid_batch_export_arrow", run_arrow},
    {"mutaid_batch_stream_arrow", run_stream},
};

#endif
