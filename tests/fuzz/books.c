/* SPDX-License-Identifier: MIT */
/* books.c - files of the source tree, and rulebooks read from them once. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_FILES 16

static struct {
    const char *path;
    char *text;
    size_t length;
} files[MOST_FILES];

static char *read_whole(FILE *file, size_t *length_out)
{
    MUST(fseek(file, 0, SEEK_END) == 0);
    long size = ftell(file);

    rewind(file);
    MUST(size >= 0);
    char *text = malloc((size_t)size + 1);
    MUST(text != NULL);
    *length_out = fread(text, 1, (size_t)size, file);
    text[*length_out] = '\0';
    return text;
}

const char *fuzz_file(const char *path, size_t *length_out)
{
    const char *source = getenv("srcdir");
    char whole[4096];
    size_t i = 0;

    while (files[i].path != NULL && strcmp(files[i].path, path) != 0)
        MUST(++i < MOST_FILES);
    if (files[i].path == NULL) {
        snprintf(whole, sizeof whole, "%s/%s", source != NULL ? source : ".",
                 path);
        FILE *file = fopen(whole, "rb");
        if (file == NULL)
            fuzz_broken("the file can be opened; is srcdir set?", whole, 0);
        files[i].path = path;
        files[i].text = read_whole(file, &files[i].length);
        fclose(file);
    }
    *length_out = files[i].length;
    return files[i].text;
}

mutaid_rulebook *fuzz_book(size_t which)
{
    static const char *const paths[] = {
        "rulebooks/beijing.json", "tests/rulebooks/harbour.json",
        "tests/rulebooks/harbour-yen.json", "tests/rulebooks/shapes.json"};
    static mutaid_rulebook *books[4];
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    size_t i = which % 4, length;
    const char *text = fuzz_file(paths[i], &length);

    options.skip_examples = 1;
    if (books[i] == NULL)
        MUST(mutaid_rulebook_read(text, length, &options, &books[i], NULL,
                                  NULL) == MUTAID_OK);
    return books[i];
}
