/* SPDX-License-Identifier: MIT */
/* reread.c - read a rulebook again and again, each time with one change. */

/*
 * usage: reread rulebook.json
 *
 * Each line of the standard input is "offset length replacement": the
 * replacement takes the place of so many bytes from there on. Each is answered
 * with one line, "accepted" or "refused code line column".
 */
#include <mutualaid/mutualaid.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct text {
    char *bytes;
    size_t length;
} text;

static void die(const char *what)
{
    fprintf(stderr, "reread: %s\n", what);
    exit(2);
}

static text read_file(const char *name)
{
    FILE *file = fopen(name, "rb");
    text all = {NULL, 0};
    size_t room = 1 << 16, got = 1;

    if (!file || !(all.bytes = malloc(room)))
        die(name);
    while (got > 0) {
        got = fread(all.bytes + all.length, 1, room - all.length, file);
        all.length += got;
        if (all.length == room && !(all.bytes = realloc(all.bytes, room *= 2)))
            die("out of memory");
    }
    fclose(file);
    return all;
}

static void answer(const text *changed)
{
    mutaid_rulebook *rulebook;
    mutaid_error error = MUTAID_ERROR_INIT;

    if (mutaid_rulebook_read(changed->bytes, changed->length, NULL, &rulebook,
                             NULL, &error) != MUTAID_OK) {
        printf("refused %s %u %u\n", mutaid_code_name(error.code),
               (unsigned)error.line, (unsigned)error.column);
    } else {
        puts("accepted");
        mutaid_rulebook_unref(rulebook);
    }
    fflush(stdout);
}

static void reread(const text *whole, char *line)
{
    char *end;
    size_t offset = strtoul(line, &end, 10);
    size_t length = strtoul(end, &end, 10), added;
    text changed;

    if (*end != ' ' || offset + length > whole->length)
        die("a line is no change");
    end++;
    end[strcspn(end, "\n")] = '\0';
    added = strlen(end);
    changed.length = whole->length - length + added;
    changed.bytes = malloc(changed.length + 1);
    if (!changed.bytes)
        die("out of memory");
    memcpy(changed.bytes, whole->bytes, offset);
    memcpy(changed.bytes + offset, end, added);
    memcpy(changed.bytes + offset + added, whole->bytes + offset + length,
           whole->length - offset - length);
    answer(&changed);
    free(changed.bytes);
}

int main(int argc, char **argv)
{
    char line[4096];
    text whole;

    if (argc != 2)
        die("usage: reread rulebook.json");
    whole = read_file(argv[1]);
    while (fgets(line, sizeof line, stdin))
        reread(&whole, line);
    free(whole.bytes);
    return 0;
}
