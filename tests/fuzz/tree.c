/* SPDX-License-Identifier: MIT */
/* tree.c - a JSON text as a tree that can be changed and written again.
 *
 * Written apart from the library's reader, so that it also checks what the
 * library writes. */
#include "fuzz.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define MOST_DEPTH 200
#define MOST_SCALAR 100000

/* Blocks in a list, released together; pieces are cut from the newest. */
typedef struct block {
    struct block *next;
    size_t used;
    _Alignas(max_align_t) char space[1 << 18];
} block;

static block *blocks;

static void *take(size_t size)
{
    size = (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) *
           sizeof(max_align_t);
    MUST(size <= sizeof blocks->space);
    if (blocks == NULL || size > sizeof blocks->space - blocks->used) {
        block *made = calloc(1, sizeof *made);

        MUST(made != NULL);
        made->next = blocks;
        blocks = made;
    }
    blocks->used += size;
    return blocks->space + blocks->used - size;
}

void tree_free_all(void)
{
    while (blocks != NULL) {
        block *next = blocks->next;

        free(blocks);
        blocks = next;
    }
}

char *tree_text(const char *text, size_t length)
{
    char *copy = take(length + 1);

    memcpy(copy, text, length);
    return copy;
}

typedef struct reading {
    const char *at;
    const char *end;
    int depth;
} reading;

static void skip_space(reading *r)
{
    while (r->at < r->end && strchr(" \t\r\n", *r->at) != NULL && *r->at != 0)
        r->at++;
}

static bool take_char(reading *r, char wanted)
{
    skip_space(r);
    if (r->at == r->end || *r->at != wanted)
        return false;
    r->at++;
    return true;
}

/* A text of the tree, as it is written. */
static char *copied(const char *start, const char *end)
{
    size_t length = (size_t)(end - start);

    return length < MOST_SCALAR ? tree_text(start, length) : NULL;
}

static char *read_string(reading *r)
{
    const char *start = r->at;

    if (!take_char(r, '"'))
        return NULL;
    for (; r->at < r->end && *r->at != '"'; r->at++) {
        if ((unsigned char)*r->at < 0x20)
            return NULL;
        if (*r->at == '\\')
            r->at++;
    }
    return take_char(r, '"') ? copied(start, r->at) : NULL;
}

static char *read_scalar(reading *r)
{
    const char *start = r->at;

    if (*r->at == '"')
        return read_string(r);
    while (r->at < r->end && strchr(" \t\r\n,]}", *r->at) == NULL)
        r->at++;
    return r->at > start ? copied(start, r->at) : NULL;
}

static tree_node *read_node(reading *r);

static bool read_member(reading *r, bool is_object, tree_node **child_out)
{
    char *key = NULL;

    skip_space(r);
    if (is_object) {
        key = read_string(r);
        if (key == NULL || !take_char(r, ':'))
            return false;
    }
    *child_out = read_node(r);
    if (*child_out == NULL)
        return false;
    (*child_out)->key = key;
    return true;
}

static bool read_members(reading *r, tree_node *parent)
{
    char close = parent->kind == '{' ? '}' : ']';
    tree_node **last = &parent->first;

    if (take_char(r, close))
        return true;
    do {
        if (!read_member(r, parent->kind == '{', last))
            return false;
        last = &(*last)->next;
    } while (take_char(r, ','));
    return take_char(r, close);
}

static tree_node *read_node(reading *r)
{
    tree_node *node = take(sizeof *node);

    skip_space(r);
    if (r->at == r->end)
        return NULL;
    if (*r->at != '{' && *r->at != '[') {
        node->kind = 's';
        node->text = read_scalar(r);
        return node->text != NULL ? node : NULL;
    }
    if (r->depth == MOST_DEPTH)
        return NULL;
    node->kind = *r->at++;
    r->depth++;
    bool is_read = read_members(r, node);
    r->depth--;
    return is_read ? node : NULL;
}

tree_node *tree_read(const char *text, size_t length)
{
    reading r = {text, text + length, 0};
    tree_node *root = read_node(&r);

    skip_space(&r);
    return r.at == r.end ? root : NULL;
}

tree_node *tree_clone(const tree_node *node)
{
    tree_node *copy = take(sizeof *copy);
    tree_node **last = &copy->first;

    *copy = *node;
    copy->first = copy->next = NULL;
    for (const tree_node *child = node->first; child; child = child->next) {
        *last = tree_clone(child);
        last = &(*last)->next;
    }
    return copy;
}

size_t tree_count(const tree_node *root)
{
    size_t count = 1;

    for (const tree_node *child = root->first; child; child = child->next)
        count += tree_count(child);
    return count;
}

static tree_node *at(tree_node *node, size_t *number)
{
    if (*number == 0)
        return node;
    --*number;
    for (tree_node *child = node->first; child; child = child->next) {
        tree_node *found = at(child, number);

        if (found != NULL)
            return found;
    }
    return NULL;
}

tree_node *tree_at(tree_node *root, size_t number)
{
    return at(root, &number);
}

tree_node *tree_parent(tree_node *root, const tree_node *child)
{
    for (tree_node *each = root->first; each; each = each->next) {
        tree_node *found = each == child ? root : tree_parent(each, child);

        if (found != NULL)
            return found;
    }
    return NULL;
}

tree_node *tree_find(const tree_node *object, const char *key)
{
    size_t length = strlen(key);

    for (tree_node *child = object->first; child; child = child->next) {
        if (child->key != NULL && strlen(child->key) == length + 2 &&
            memcmp(child->key + 1, key, length) == 0)
            return child;
    }
    return NULL;
}

typedef struct writing {
    char *text; /* NULL: only measured */
    size_t length;
    size_t limit;
} writing;

static void put(writing *w, const char *text)
{
    size_t length = strlen(text);

    if (w->text != NULL)
        memcpy(w->text + w->length, text, length);
    w->length += length;
}

static void write_node(writing *w, const tree_node *node)
{
    if (w->length > w->limit)
        return;
    if (node->key != NULL) {
        put(w, node->key);
        put(w, ":");
    }
    if (node->kind == 's') {
        put(w, node->text);
        return;
    }
    put(w, node->kind == '{' ? "{" : "[");
    for (const tree_node *child = node->first; child; child = child->next) {
        write_node(w, child);
        put(w, child->next != NULL ? ",\n" : "");
    }
    put(w, node->kind == '{' ? "}" : "]");
}

char *tree_write(const tree_node *root, size_t limit, size_t *length_out)
{
    writing w = {NULL, 0, limit};

    write_node(&w, root);
    if (w.length > limit)
        return NULL;
    w.text = malloc(w.length + 1);
    MUST(w.text != NULL);
    w.length = 0;
    write_node(&w, root);
    *length_out = w.length;
    return w.text;
}
