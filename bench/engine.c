/* SPDX-License-Identifier: MIT */
/* engine.c - rulebooks of the benchmarks, and faults that end them. */
#include "engine.h"

#include <stdio.h>
#include <stdlib.h>

void engine_stop(const char *what, const mutaid_error *error)
{
    fprintf(stderr, "%s: %s; %s\n", what, error->text, error->remedy);
    exit(1);
}

char *engine_text(const char *path, size_t *length_out)
{
    size_t capacity = (size_t)1 << 22;
    char *text = malloc(capacity);
    FILE *file = fopen(path, "rb");

    if (!text || !file) {
        perror(path);
        exit(1);
    }
    *length_out = fread(text, 1, capacity, file);
    fclose(file);
    return text;
}

mutaid_rulebook *engine_read_with(const char *name,
                                  const mutaid_allocator *allocator)
{
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_rulebook *rulebook = NULL;
    const char *folder = getenv("srcdir");
    char path[1024];
    size_t length;
    char *text;

    snprintf(path, sizeof path, "%s/bench/rulebooks/%s", folder ? folder : ".",
             name);
    text = engine_text(path, &length);
    options.allocator = allocator;
    if (mutaid_rulebook_read(text, length, &options, &rulebook, NULL, &error))
        engine_stop(path, &error);
    free(text);
    return rulebook;
}

mutaid_rulebook *engine_read(const char *name)
{
    return engine_read_with(name, NULL);
}
