/* SPDX-License-Identifier: MIT */
/* seeds.c - seeds in one file for each target. */
#include "seeds.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint8_t hex_value(char digit)
{
    return (uint8_t)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/* Undo the escapes of a line in place: its bytes. */
static size_t unescape(char *line, size_t length)
{
    size_t size = 0;

    for (size_t i = 0; i < length; i++) {
        if (line[i] == '\\' && i + 3 < length) {
            line[size++] = (char)(hex_value(line[i + 2]) << 4 |
                                  hex_value(line[i + 3]));
            i += 3;
        } else {
            line[size++] = line[i];
        }
    }
    return size;
}

size_t seeds_read(const char *path, seeds_use *use, void *context)
{
    content file = file_read(path);
    size_t count = 0;

    for (char *line = file.text; line != NULL && *line != '\0'; count++) {
        char *end = line + strcspn(line, "\n");
        char *next = *end == '\n' ? end + 1 : end;
        size_t size = unescape(line, (size_t)(end - line));

        use(context, (const uint8_t *)line, size);
        line = next;
    }
    free(file.text);
    return count;
}

typedef struct unpacking {
    const char *folder;
    int count;
} unpacking;

static void write_seed(void *context, const uint8_t *data, size_t size)
{
    unpacking *to = context;
    char name[20];

    snprintf(name, sizeof name, "%d", to->count++);
    char *path = join(to->folder, name);
    file_write(path, (const char *)data, size);
    free(path);
}

void seeds_unpack(const char *path, const char *folder)
{
    unpacking to = {folder, 0};

    seeds_read(path, write_seed, &to);
}

static void write_escaped(FILE *to, const content *seed)
{
    for (size_t i = 0; i < seed->length; i++) {
        char c = seed->text[i];

        if (c >= ' ' && c <= '~' && c != '\\')
            putc(c, to);
        else
            fprintf(to, "\\x%02x", (unsigned)(unsigned char)c);
    }
    putc('\n', to);
}

void seeds_pack(const char *folder, const char *path)
{
    names list = folder_list(folder, "");
    FILE *to = fopen(path, "wb");

    for (size_t i = 0; to != NULL && i < list.count; i++) {
        char *name = join(folder, list.name[i]);
        content seed = file_read(name);

        write_escaped(to, &seed);
        free(seed.text);
        free(name);
    }
    if (to != NULL)
        fclose(to);
    names_free(&list);
}
