/* SPDX-License-Identifier: MIT */
/* file.c - a whole file as text. */
#include "file.h"

#include <stdio.h>
#include <stdlib.h>

/* Room for one byte more than was read; a pipe does not tell its length. */
static char *read_all(FILE *file, size_t *length)
{
    char *text = NULL;
    size_t capacity = 0;
    do {
        if (*length + 1 >= capacity) {
            capacity = capacity * 2 + 65536;
            char *grown = realloc(text, capacity);
            if (grown == NULL)
                break;
            text = grown;
        }
        *length += fread(text + *length, 1, capacity - 1 - *length, file);
    } while (!feof(file) && !ferror(file));
    if (feof(file) && !ferror(file)) {
        text[*length] = '\0';
        return text;
    }
    free(text);
    return NULL;
}

char *read_file(const char *path, size_t *length_out)
{
    FILE *file = fopen(path, "rb");
    size_t length = 0;
    if (file == NULL)
        return NULL;
    char *text = read_all(file, &length);
    fclose(file);
    if (length_out != NULL)
        *length_out = length;
    return text;
}
