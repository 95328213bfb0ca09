/* SPDX-License-Identifier: MIT */
/* producer.h - record batches as a producer of Arrow makes them, counted. */
#ifndef MUTUALAID_TESTS_PRODUCER_H
#define MUTUALAID_TESTS_PRODUCER_H

#include "suite.h"
#include <mutualaid/arrow.h>

/* One column; buffers stay the test's. */
typedef struct field {
    const char *name, *format;
    const void *valid, *cells, *bytes;
    int64_t length, null_count, offset;
    const struct field *dictionary;
} field;

/* Arrays and schemas made and not yet released, of all tests of a process. */
static int arrays_alive, schemas_alive;

static inline void release_made_array(struct ArrowArray *array)
{
    HOLDS(array->release != NULL);
    for (int64_t i = 0; i < array->n_children; i++) {
        if (array->children[i]->release)
            array->children[i]->release(array->children[i]);
        free(array->children[i]);
    }
    if (array->dictionary) {
        if (array->dictionary->release)
            array->dictionary->release(array->dictionary);
        free(array->dictionary);
    }
    free(array->children);
    free(array->buffers);
    array->release = NULL;
    arrays_alive--;
}

static inline void release_made_schema(struct ArrowSchema *schema)
{
    HOLDS(schema->release != NULL);
    for (int64_t i = 0; i < schema->n_children; i++) {
        if (schema->children[i]->release)
            schema->children[i]->release(schema->children[i]);
        free(schema->children[i]);
    }
    if (schema->dictionary) {
        if (schema->dictionary->release)
            schema->dictionary->release(schema->dictionary);
        free(schema->dictionary);
    }
    free(schema->children);
    schema->release = NULL;
    schemas_alive--;
}

static inline void *zeroed(size_t count, size_t size)
{
    void *block = calloc(count + 1, size);

    HOLDS(block != NULL);
    return block;
}

static inline void make_array(const field *f, struct ArrowArray *array)
{
    bool is_text = f->format[0] == 'u' || f->format[0] == 'U';

    memset(array, 0, sizeof *array);
    array->length = f->length;
    array->null_count = f->null_count;
    array->offset = f->offset;
    array->n_buffers = f->format[0] == 'n' ? 0 : is_text ? 3 : 2;
    array->buffers = zeroed(3, sizeof *array->buffers);
    array->buffers[0] = f->valid;
    array->buffers[1] = f->cells;
    array->buffers[2] = f->bytes;
    if (f->dictionary) {
        array->dictionary = zeroed(1, sizeof *array->dictionary);
        make_array(f->dictionary, array->dictionary);
    }
    array->release = release_made_array;
    arrays_alive++;
}

static inline void make_field(const field *f, struct ArrowSchema *schema)
{
    memset(schema, 0, sizeof *schema);
    schema->format = f->format;
    schema->name = f->name;
    schema->flags = ARROW_FLAG_NULLABLE;
    if (f->dictionary) {
        schema->dictionary = zeroed(1, sizeof *schema->dictionary);
        make_field(f->dictionary, schema->dictionary);
    }
    schema->release = release_made_schema;
    schemas_alive++;
}

/* A record batch of `length` rows, the first of which is row `offset` of its
 * columns. */
static inline void make_records(const field *fields, size_t count,
                                int64_t length, int64_t offset,
                                struct ArrowArray *array,
                                struct ArrowSchema *schema)
{
    const field whole = {"", "+s", NULL, NULL, NULL, length, 0, offset, NULL};

    make_array(&whole, array);
    array->n_buffers = 1;
    array->n_children = (int64_t)count;
    array->children = zeroed(count, sizeof *array->children);
    make_field(&whole, schema);
    schema->n_children = (int64_t)count;
    schema->children = zeroed(count, sizeof *schema->children);
    for (size_t i = 0; i < count; i++) {
        array->children[i] = zeroed(1, sizeof *array->children[i]);
        schema->children[i] = zeroed(1, sizeof *schema->children[i]);
        make_array(&fields[i], array->children[i]);
        make_field(&fields[i], schema->children[i]);
    }
}

#endif
