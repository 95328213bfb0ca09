/* SPDX-License-Identifier: MIT */
/* replay.c - replay golden cases and refused rulebooks through the C API.
 *
 * usage: replay [--update] [FOLDER]
 *
 * FOLDER is tests/ of the source tree. Needs the library and libc alone, so
 * that it runs wherever the library does. tests/README.md describes the files.
 */
#include "plain.h"

#include <locale.h>
#include <mutualaid/mutualaid.h>
#include <stdlib.h>
#include <string.h>

/* The library must not care for the locale: so let there be one, and say
 * which, for a test that asks for a decimal comma. */
static void use_locale(void)
{
    setlocale(LC_ALL, "");
    complain("decimal point: %s", localeconv()->decimal_point);
}

static char *default_folder(void)
{
    const char *source = getenv("srcdir");
    return join(source != NULL ? source : ".", "tests");
}

int main(int count, char **words)
{
    bool update = false;
    char *folder = default_folder();
    for (int i = 1; i < count; i++) {
        if (strcmp(words[i], "--update") == 0) {
            update = true;
        } else {
            free(folder);
            folder = join(words[i], "");
        }
    }
    use_locale();
    complain("libmutualaid %s", mutaid_version());
    tally tests = {0, 0};
    golden_replay(folder, update, &tests);
    refused_replay(folder, update, &tests);
    free(folder);
    return tap_end(&tests);
}
