/* SPDX-License-Identifier: MIT */
/* files.c - read and write files, list folders. */
#define _POSIX_C_SOURCE 200809L
#include "plain.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *take(size_t size)
{
    void *block = malloc(size);
    if (block == NULL) {
        printf("Bail out! no memory\n");
        exit(99);
    }
    return block;
}

char *join_suffix(const char *folder, const char *name, const char *suffix)
{
    size_t size = strlen(folder) + 1 + strlen(name) + strlen(suffix) + 1;
    char *path = take(size);
    snprintf(path, size, "%s/%s%s", folder, name, suffix);
    return path;
}

char *join(const char *folder, const char *name)
{
    return join_suffix(folder, name, "");
}

static size_t file_size(FILE *file)
{
    if (fseek(file, 0, SEEK_END) != 0)
        return 0;
    long size = ftell(file);
    rewind(file);
    return size < 0 ? 0 : (size_t)size;
}

content file_read(const char *path)
{
    content found = {NULL, 0};
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return found;
    size_t size = file_size(file);
    found.text = take(size + 1);
    found.length = fread(found.text, 1, size, file);
    found.text[found.length] = '\0';
    fclose(file);
    return found;
}

content file_in(const char *folder, const char *name)
{
    char *path = join(folder, name);
    content found = file_read(path);
    free(path);
    return found;
}

bool file_write(const char *path, const char *text, size_t length)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        return false;
    bool written = fwrite(text, 1, length, file) == length;
    return fclose(file) == 0 && written;
}

static bool ends_in(const char *name, const char *suffix)
{
    size_t name_length = strlen(name);
    size_t suffix_length = strlen(suffix);
    return name_length > suffix_length &&
           strcmp(name + name_length - suffix_length, suffix) == 0;
}

static int compare(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static void names_add(names *list, const char *name)
{
    char **grown = take((list->count + 1) * sizeof *grown);
    if (list->count > 0)
        memcpy(grown, list->name, list->count * sizeof *grown);
    free(list->name);
    list->name = grown;
    list->name[list->count] = take(strlen(name) + 1);
    strcpy(list->name[list->count], name);
    list->count++;
}

names folder_list(const char *path, const char *suffix)
{
    names list = {NULL, 0};
    DIR *folder = opendir(path);
    if (folder == NULL)
        return list;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] != '.' && ends_in(entry->d_name, suffix))
            names_add(&list, entry->d_name);
    }
    closedir(folder);
    if (list.count > 1)
        qsort(list.name, list.count, sizeof *list.name, compare);
    return list;
}

void names_free(names *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->name[i]);
    free(list->name);
}
