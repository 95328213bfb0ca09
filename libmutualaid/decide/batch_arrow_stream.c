/* SPDX-License-Identifier: MIT */
/* batch_arrow_stream.c - record batches decided as they are read. */
#include "decide/arrow_node.h"
#include "decide/batch.h"

#include "base/fault.h"

#define BAD(error, name) mutaid__fail_argument(error, name)

/* What a stream's functions answer: numbers of errno that POSIX fixed. */
enum { NO_FAULT = 0, NO_MEMORY = 12, NOT_VALID = 22 };

typedef struct stream_node {
    mutaid_allocator allocator;
    mutaid__owned itself;
    mutaid_batch *batch;
    mutaid_batch_runner *runner;
    struct ArrowArrayStream in;
    struct ArrowSchema schema; /* of `in` */
    uint32_t answers;
    mutaid_error error; /* of the last call */
} stream_node;

static const mutaid_error no_error = MUTAID_ERROR_INIT;

static int failed(const stream_node *node)
{
    return node->error.status == MUTAID_ERROR_MEMORY ? NO_MEMORY : NOT_VALID;
}

/* What the stream given in says of its last fault. */
static void tell_fault(stream_node *node)
{
    const char *text = node->in.get_last_error
                           ? node->in.get_last_error(&node->in)
                           : NULL;

    (void)mutaid__fail(&node->error, MUTAID_CODE_ARROW_STREAM, NULL,
                       text ? text : "it does not say why", NULL);
}

/* --- deciding one record batch ----------------------------------------------- */

static mutaid_status decide(stream_node *node, struct ArrowArray *facts,
                            struct ArrowArray *answers)
{
    mutaid_error *error = &node->error;

    TRY(mutaid_batch_bind_arrow(node->batch, facts, &node->schema, error));
    TRY(mutaid_batch_want_arrow(node->batch, node->answers, error));
    TRY(mutaid_batch_run(node->batch, node->runner, 0, node->batch->row_count,
                         NULL, error));
    return mutaid_batch_export_arrow(node->batch, answers, NULL, error);
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out)
{
    stream_node *node = stream->private_data;
    struct ArrowArray facts = {0, 0, 0, 0, 0, NULL, NULL, NULL, NULL, NULL};
    struct ArrowArray answers = facts;
    int fault;

    node->error = no_error;
    fault = node->in.get_next(&node->in, &facts);
    if (fault != NO_FAULT) {
        tell_fault(node);
        return fault;
    }
    if (!facts.release) { /* the end */
        *out = facts;
        return NO_FAULT;
    }
    if (decide(node, &facts, &answers) == MUTAID_OK) {
        *out = answers;
        return NO_FAULT;
    }
    if (facts.release) /* it was refused, not taken */
        facts.release(&facts);
    return failed(node);
}

/* The schema of no rows is that of all. */
static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out)
{
    stream_node *node = stream->private_data;
    struct ArrowArray none;

    node->error = no_error;
    if (mutaid_batch_set_row_count(node->batch, 0, &node->error) ||
        mutaid_batch_want_arrow(node->batch, node->answers, &node->error) ||
        mutaid_batch_export_arrow(node->batch, &none, out, &node->error))
        return failed(node);
    none.release(&none);
    return NO_FAULT;
}

static const char *get_last_error(struct ArrowArrayStream *stream)
{
    const stream_node *node = stream->private_data;

    return node->error.status == MUTAID_OK ? NULL : node->error.text;
}

static void free_node(stream_node *node)
{
    mutaid_allocator allocator = node->allocator;
    mutaid__owned itself = node->itself;

    mutaid_batch_runner_free(node->runner);
    if (node->schema.release)
        node->schema.release(&node->schema);
    if (node->in.release)
        node->in.release(&node->in);
    mutaid__owned_release(&allocator, &itself);
}

static void release(struct ArrowArrayStream *stream)
{
    free_node(stream->private_data);
    stream->release = NULL;
}

/* --- the door ------------------------------------------------------------------ */

/* All that can fail; `in` is not touched but for its schema. */
static mutaid_status prepare(stream_node *node, struct ArrowArrayStream *in,
                             mutaid_error *error)
{
    TRY(mutaid_batch_runner_new(node->batch, &node->runner, error));
    if (in->get_schema(in, &node->schema) == NO_FAULT) {
        if (mutaid__slice_is(mutaid__slice_of(node->schema.format), "+s"))
            return MUTAID_OK;
        return mutaid__fail(error, MUTAID_CODE_ARROW_RECORDS, NULL,
                            node->schema.format, NULL);
    }
    node->in = *in;
    tell_fault(node);
    node->in.release = NULL;
    if (error && error->status == MUTAID_OK)
        *error = node->error;
    return node->error.status;
}

mutaid_status mutaid_batch_stream_arrow(mutaid_batch *batch,
                                        struct ArrowArrayStream *in,
                                        uint32_t answers,
                                        struct ArrowArrayStream *out,
                                        mutaid_error *error)
{
    mutaid__owned block;
    mutaid_status status;
    stream_node *node;

    if (!batch || !in || !in->release || !out)
        return BAD(error, !batch ? "batch" : out ? "in" : "out");
    TRY(mutaid_batch_want_arrow(batch, answers, error));
    mutaid__batch_forget_export(batch);
    node = mutaid__owned_take(&batch->memory.allocator, sizeof *node, &block);
    if (!node)
        return mutaid__fail_memory(error);
    node->allocator = batch->memory.allocator;
    node->itself = block;
    node->batch = batch;
    node->answers = answers;
    node->error = no_error;
    status = prepare(node, in, error);
    if (status != MUTAID_OK) {
        free_node(node);
        return status;
    }
    node->in = *in;
    in->release = NULL;
    out->get_schema = get_schema;
    out->get_next = get_next;
    out->get_last_error = get_last_error;
    out->release = release;
    out->private_data = node;
    return MUTAID_OK;
}
