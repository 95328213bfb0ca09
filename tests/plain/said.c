/* SPDX-License-Identifier: MIT */
/* said.c - what an answer says in each of its forms, held to files. */
#include "plain.h"

#include <stdlib.h>
#include <string.h>

bool succeeded(mutaid_status status, const mutaid_error *error)
{
    if (status == MUTAID_OK)
        return true;
    complain("%s %s at %u:%u: %s", mutaid_status_name(status),
             mutaid_code_name(error->code), error->line, error->column,
             error->text);
    return false;
}

bool equal(content left, content right)
{
    if (left.text == NULL || right.text == NULL)
        return left.text == right.text;
    return strcmp(left.text, right.text) == 0;
}

static content form_write(const void *answer, sayer *say)
{
    content said = {NULL, 0};
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_status status = say(answer, NULL, 0, &said.length, &error);
    if (status != MUTAID_ERROR_BUFFER) {
        complain("measuring a text gives %s", mutaid_status_name(status));
        return said;
    }
    said.text = take(said.length + 1);
    mutaid_error_clear(&error);
    if (!succeeded(
            say(answer, said.text, said.length + 1, &said.length, &error),
            &error)) {
        free(said.text);
        said.text = NULL;
    }
    return said;
}

static bool form_holds(const void *answer, const form *one, const char *folder,
                       bool update)
{
    content found = form_write(answer, one->say);
    if (found.text == NULL)
        return false;
    char *path = join(folder, one->file);
    if (update && !file_write(path, found.text, found.length))
        complain("%s cannot be written", path);
    content expected = file_read(path);
    bool held = equal(expected, found);
    if (!held)
        complain_differ(one->file, expected, found);
    free(expected.text);
    free(found.text);
    free(path);
    return held;
}

bool forms_hold(const void *answer, const form *forms, size_t count,
                const char *folder, bool update)
{
    bool held = true;
    for (size_t i = 0; i < count; i++)
        held = form_holds(answer, &forms[i], folder, update) && held;
    return held;
}
