/* SPDX-License-Identifier: MIT */
/* arrow_node.c - arrays and schemas that are handed over, and their release. */
#include "decide/arrow_node.h"

#include <string.h>

enum { MOST_BUFFERS = 3 };

void *mutaid__owned_take(const mutaid_allocator *allocator, size_t size,
                         mutaid__owned *owned_out)
{
    size_t at_least = size > 0 ? size : 1;

    owned_out->data = allocator->allocate(allocator->context, at_least);
    owned_out->size = at_least;
    if (owned_out->data)
        memset(owned_out->data, 0, at_least);
    return owned_out->data;
}

void mutaid__owned_release(const mutaid_allocator *allocator,
                           mutaid__owned *owned)
{
    if (owned->data)
        allocator->release(allocator->context, owned->data, owned->size);
    owned->data = NULL;
}

/* --- arrays ------------------------------------------------------------------ */

/* What an array keeps for itself: one block, and the buffers given to it. */
typedef struct array_node {
    mutaid_allocator allocator;
    mutaid__owned itself;
    const void *buffers[MOST_BUFFERS];
    mutaid__owned given[MOST_BUFFERS];
    struct ArrowArray dictionary;
    struct ArrowArray **children; /* to the structs that follow */
} array_node;

static void release_array(struct ArrowArray *array)
{
    array_node *node = array->private_data;
    mutaid_allocator allocator = node->allocator;
    mutaid__owned itself = node->itself;
    int64_t i;

    for (i = 0; i < array->n_children; i++)
        if (array->children[i]->release)
            array->children[i]->release(array->children[i]);
    if (array->dictionary && array->dictionary->release)
        array->dictionary->release(array->dictionary);
    for (i = 0; i < MOST_BUFFERS; i++)
        mutaid__owned_release(&allocator, &node->given[i]);
    mutaid__owned_release(&allocator, &itself);
    array->release = NULL;
}

bool mutaid__array_node(const mutaid_allocator *allocator, int64_t length,
                        int64_t buffer_count, int64_t child_count,
                        bool has_dictionary, struct ArrowArray *out)
{
    size_t count = (size_t)child_count, i;
    struct ArrowArray *children;
    mutaid__owned block;
    array_node *node = mutaid__owned_take(
        allocator,
        sizeof *node + count * (sizeof *children + sizeof(void *)), &block);

    if (!node)
        return false;
    node->allocator = *allocator;
    node->itself = block;
    children = (struct ArrowArray *)(node + 1);
    node->children = (struct ArrowArray **)(children + count);
    for (i = 0; i < count; i++)
        node->children[i] = &children[i];
    memset(out, 0, sizeof *out);
    out->length = length;
    out->n_buffers = buffer_count;
    out->n_children = child_count;
    out->buffers = node->buffers;
    out->children = count > 0 ? node->children : NULL;
    out->dictionary = has_dictionary ? &node->dictionary : NULL;
    out->release = release_array;
    out->private_data = node;
    return true;
}

void mutaid__array_give(struct ArrowArray *array, int64_t buffer,
                        mutaid__owned *owned)
{
    array_node *node = array->private_data;

    node->given[buffer] = *owned;
    node->buffers[buffer] = owned->data;
    owned->data = NULL;
}

void mutaid__array_lend(struct ArrowArray *array, int64_t buffer,
                        const void *data)
{
    array_node *node = array->private_data;

    node->buffers[buffer] = data;
}

/* --- schemas ----------------------------------------------------------------- */

typedef struct schema_node {
    mutaid_allocator allocator;
    mutaid__owned itself;
    struct ArrowSchema dictionary;
    struct ArrowSchema **children;
} schema_node;

static void release_schema(struct ArrowSchema *schema)
{
    schema_node *node = schema->private_data;
    mutaid_allocator allocator = node->allocator;
    mutaid__owned itself = node->itself;
    int64_t i;

    for (i = 0; i < schema->n_children; i++)
        if (schema->children[i]->release)
            schema->children[i]->release(schema->children[i]);
    if (schema->dictionary && schema->dictionary->release)
        schema->dictionary->release(schema->dictionary);
    mutaid__owned_release(&allocator, &itself);
    schema->release = NULL;
}

/* Texts stand behind all else in the node's block, each with its NUL. */
static char *put_text(char *at, mutaid__slice text)
{
    if (text.length > 0)
        memcpy(at, text.data, text.length);
    return at + text.length;
}

bool mutaid__schema_node(const mutaid_allocator *allocator, const char *format,
                         mutaid__slice prefix, mutaid__slice name,
                         int64_t flags, int64_t child_count,
                         bool has_dictionary, struct ArrowSchema *out)
{
    size_t count = (size_t)child_count, i;
    mutaid__slice type = mutaid__slice_of(format);
    struct ArrowSchema *children;
    mutaid__owned block;
    schema_node *node = mutaid__owned_take(
        allocator,
        sizeof *node + count * (sizeof *children + sizeof(void *)) +
            type.length + prefix.length + name.length + 2,
        &block);
    char *texts;

    if (!node)
        return false;
    node->allocator = *allocator;
    node->itself = block;
    children = (struct ArrowSchema *)(node + 1);
    node->children = (struct ArrowSchema **)(children + count);
    for (i = 0; i < count; i++)
        node->children[i] = &children[i];
    texts = (char *)(node->children + count);
    memset(out, 0, sizeof *out);
    out->format = texts;
    texts = put_text(texts, type) + 1;
    out->name = texts;
    (void)put_text(put_text(texts, prefix), name);
    out->flags = flags;
    out->n_children = child_count;
    out->children = count > 0 ? node->children : NULL;
    out->dictionary = has_dictionary ? &node->dictionary : NULL;
    out->release = release_schema;
    out->private_data = node;
    return true;
}
