/* SPDX-License-Identifier: MIT */
/* record.h - how structures cross into another language: as one row of bytes.
 *
 * A record is a sequence of two things: integers (8 bytes, two's complement,
 * least significant first) and texts (an integer, the length, then so many
 * bytes of UTF-8). It does not say what stands in it: shapes.h writes in a
 * fixed order, and the Python and Java layers read in the same order. So one
 * call brings over a whole decision, and no pointer ever leaves C.
 */
#ifndef MUTUALAID_SWIG_RECORD_H
#define MUTUALAID_SWIG_RECORD_H

#include <mutualaid/mutualaid.h>

#include <stdlib.h>
#include <string.h>

/** A record being written; all zero is an empty one. */
typedef struct Record {
    unsigned char *bytes; /**< owned; NULL while nothing was written */
    size_t length;        /**< bytes written */
    size_t capacity;      /**< bytes that `bytes` has room for */
    int is_short;         /**< 1: memory ran out, the rest is missing */
} Record;

/** Text that goes out as it is: UTF-8, owned, not NUL-terminated. */
typedef struct Words {
    char *bytes;   /**< owned */
    size_t length; /**< bytes of it */
} Words;

/** A record being read; the bytes are borrowed. */
typedef struct Reader {
    const unsigned char *next; /**< what comes next */
    size_t left;               /**< bytes left */
    int is_broken;             /**< 1: it ended where something should be */
} Reader;

/* The bindings own this memory, so it comes from malloc, not from the
 * allocator of a rulebook. */
static int record_grow(Record *record, size_t more)
{
    size_t capacity = record->capacity ? record->capacity : 4096;
    unsigned char *bytes;

    if (record->is_short)
        return 0;
    while (capacity - record->length < more && capacity < SIZE_MAX / 2)
        capacity *= 2;
    bytes = realloc(record->bytes, capacity);
    if (bytes == NULL || capacity - record->length < more) {
        free(bytes ? bytes : record->bytes);
        *record = (Record){ NULL, 0, 0, 1 };
        return 0;
    }
    record->bytes = bytes;
    record->capacity = capacity;
    return 1;
}

static int has_room(Record *record, size_t more)
{
    return record->capacity - record->length >= more ||
           record_grow(record, more);
}

static void put_bytes(Record *record, const void *bytes, size_t length)
{
    if (length == 0 || !has_room(record, length))
        return;
    memcpy(record->bytes + record->length, bytes, length);
    record->length += length;
}

static void put_unsigned(Record *record, uint64_t value)
{
    unsigned char *to;
    int i;

    if (!has_room(record, 8))
        return;
    to = record->bytes + record->length;
    for (i = 0; i < 8; i++)
        to[i] = (unsigned char)(value >> 8 * i);
    record->length += 8;
}

static void put_integer(Record *record, int64_t value)
{
    put_unsigned(record, (uint64_t)value);
}

/* "Nothing there" is -1 on the other side, whatever the width here. */
static void put_index(Record *record, uint32_t index)
{
    put_integer(record, index == MUTAID_NONE ? -1 : (int64_t)index);
}

static void put_string(Record *record, const char *text)
{
    size_t length = text ? strlen(text) : 0;

    put_unsigned(record, length);
    put_bytes(record, text, length);
}

static void put_text(Record *record, mutaid_text text)
{
    put_string(record, text.zh);
    put_string(record, text.en);
}

static int64_t take_integer(Reader *reader)
{
    uint64_t value = 0;
    int i;

    if (reader->left < 8) {
        reader->is_broken = 1;
        reader->left = 0;
        return 0;
    }
    for (i = 0; i < 8; i++)
        value |= (uint64_t)reader->next[i] << 8 * i;
    reader->next += 8;
    reader->left -= 8;
    return (int64_t)value;
}

/* The text is borrowed from the record and not NUL-terminated. */
static const char *take_text(Reader *reader, size_t *length_out)
{
    int64_t length = take_integer(reader);
    const char *text = (const char *)reader->next;

    *length_out = 0;
    if (length < 0 || (uint64_t)length > reader->left) {
        reader->is_broken = 1;
        reader->left = 0;
        return "";
    }
    *length_out = (size_t)length;
    reader->next += length;
    reader->left -= (size_t)length;
    return text;
}

/* The caller frees the copy; NULL when there is no memory. */
static char *take_string(Reader *reader)
{
    size_t length;
    const char *text = take_text(reader, &length);
    char *copy = malloc(length + 1);

    if (copy == NULL)
        return NULL;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

/* What is left of a reader as a name, which the caller frees; NULL when there
 * is no memory. A name that holds a NUL is no name; its first part must not
 * be taken for one. */
static char *name_of(Reader reader)
{
    char *copy = malloc(reader.left + 1);

    if (copy == NULL)
        return NULL;
    if (reader.left > 0)
        memcpy(copy, reader.next, reader.left);
    copy[reader.left] = '\0';
    if (strlen(copy) != reader.left)
        copy[0] = '\0';
    return copy;
}

#endif
