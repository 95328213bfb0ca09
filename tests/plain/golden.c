/* SPDX-License-Identifier: MIT */
/* golden.c - decide each case of tests/golden and compare what is said. */
#include "plain.h"

#include <mutualaid/mutualaid.h>
#include <stdlib.h>
#include <string.h>

enum { OVERRIDES_MOST = 16 };

/* Writes a decision in one of its forms; as mutaid_decision_write_json(). */
typedef mutaid_status writer(const mutaid_decision *decision, char *buffer,
                             size_t capacity, size_t *length_out,
                             mutaid_error *error);

static mutaid_status write_zh(const mutaid_decision *decision, char *buffer,
                              size_t capacity, size_t *length_out,
                              mutaid_error *error)
{
    return mutaid_decision_explain(decision, MUTAID_LANGUAGE_ZH, buffer,
                                   capacity, length_out, error);
}

static mutaid_status write_en(const mutaid_decision *decision, char *buffer,
                              size_t capacity, size_t *length_out,
                              mutaid_error *error)
{
    return mutaid_decision_explain(decision, MUTAID_LANGUAGE_EN, buffer,
                                   capacity, length_out, error);
}

static const struct {
    const char *file;
    writer *write;
} forms[] = {
    {"zh.txt", write_zh},
    {"en.txt", write_en},
    {"decision.json", mutaid_decision_write_json},
};

enum { FORM_COUNT = sizeof forms / sizeof forms[0] };

static bool succeeded(mutaid_status status, const mutaid_error *error)
{
    if (status == MUTAID_OK)
        return true;
    complain("%s %s at %u:%u: %s", mutaid_status_name(status),
             mutaid_code_name(error->code), error->line, error->column,
             error->text);
    return false;
}

/* --- the rulebook of a case --- */

/* Lines "name=literal", cut up in place. */
static size_t overrides_split(content lines, mutaid_override *overrides)
{
    size_t count = 0;
    char *line = lines.text == NULL ? NULL : strtok(lines.text, "\n");
    for (; line != NULL && count < OVERRIDES_MOST; line = strtok(NULL, "\n")) {
        char *equals = strchr(line, '=');
        if (equals == NULL)
            continue;
        *equals = '\0';
        overrides[count].name = line;
        overrides[count].literal = equals + 1;
        count++;
    }
    return count;
}

/* The text that the case's file `rulebook` names, else the built-in one. */
static content rulebook_text(const char *tests_folder, const char *folder)
{
    char *pointer_path = join(folder, "rulebook");
    content pointer = file_read(pointer_path);
    free(pointer_path);
    content text = {NULL, 0};
    if (pointer.text == NULL) {
        const char *beijing = mutaid_rulebook_beijing_text(&text.length);
        text.text = take(text.length + 1);
        memcpy(text.text, beijing, text.length + 1);
        return text;
    }
    pointer.text[strcspn(pointer.text, "\r\n")] = '\0';
    char *rulebooks = join(tests_folder, "rulebooks");
    char *path = join(rulebooks, pointer.text);
    text = file_read(path);
    if (text.text == NULL)
        complain("there is no rulebook %s", path);
    free(path);
    free(rulebooks);
    free(pointer.text);
    return text;
}

static mutaid_rulebook *rulebook_open(const char *tests_folder,
                                      const char *folder)
{
    mutaid_rulebook *rulebook = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_override overrides[OVERRIDES_MOST];
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    char *path = join(folder, "overrides");
    content lines = file_read(path);
    content text = rulebook_text(tests_folder, folder);
    options.overrides = overrides;
    options.override_count = overrides_split(lines, overrides);
    if (text.text != NULL)
        succeeded(mutaid_rulebook_read(text.text, text.length, &options,
                                       &rulebook, NULL, &error),
                  &error);
    free(text.text);
    free(lines.text);
    free(path);
    return rulebook;
}

/* --- what a decision says --- */

static content form_write(const mutaid_decision *decision, writer *write)
{
    content said = {NULL, 0};
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_status status = write(decision, NULL, 0, &said.length, &error);
    if (status != MUTAID_ERROR_BUFFER) {
        complain("measuring a text gives %s", mutaid_status_name(status));
        return said;
    }
    said.text = take(said.length + 1);
    mutaid_error_clear(&error);
    if (!succeeded(
            write(decision, said.text, said.length + 1, &said.length, &error),
            &error)) {
        free(said.text);
        said.text = NULL;
    }
    return said;
}

static bool form_holds(const mutaid_decision *decision, size_t form,
                       const char *folder, bool update)
{
    content found = form_write(decision, forms[form].write);
    if (found.text == NULL)
        return false;
    char *path = join(folder, forms[form].file);
    if (update && !file_write(path, found.text, found.length))
        complain("%s cannot be written", path);
    content wanted = file_read(path);
    bool equal = wanted.text != NULL && wanted.length == found.length &&
                 memcmp(wanted.text, found.text, found.length) == 0;
    if (!equal)
        complain_differ(forms[form].file, wanted, found);
    free(wanted.text);
    free(found.text);
    free(path);
    return equal;
}

/* --- one case --- */

/* What one case needs; everything is NULL or a thing to free. */
typedef struct replay {
    mutaid_rulebook *rulebook;
    mutaid_case *facts;
    mutaid_decision *decision;
} replay;

static void replay_free(replay *run)
{
    mutaid_decision_free(run->decision);
    mutaid_case_free(run->facts);
    mutaid_rulebook_unref(run->rulebook);
}

static bool decide(replay *run, const char *text, size_t length,
                   uint32_t *part_out)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    if (!succeeded(
            mutaid_case_read_json(run->facts, text, length, part_out, &error),
            &error))
        return false;
    return succeeded(
        mutaid_decide_at(run->facts, *part_out, run->decision, &error), &error);
}

static bool replay_start(replay *run, const char *tests_folder,
                         const char *folder)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    run->rulebook = rulebook_open(tests_folder, folder);
    return run->rulebook != NULL &&
           succeeded(mutaid_case_new(run->rulebook, &run->facts, &error),
                     &error) &&
           succeeded(mutaid_decision_new(run->rulebook, &run->decision, &error),
                     &error);
}

/* Write the case out, with the digest, and decide what was written: a case
 * and a digest are enough to decide again years later. */
static bool decides_again(replay *run, uint32_t part)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    content written = {NULL, 0};
    if (mutaid_case_write_json(run->facts, part, NULL, 0, &written.length,
                               &error) != MUTAID_ERROR_BUFFER) {
        complain("measuring a case fails");
        return false;
    }
    mutaid_error_clear(&error);
    size_t capacity = written.length + 1;
    written.text = take(capacity);
    bool again =
        succeeded(mutaid_case_write_json(run->facts, part, written.text,
                                         capacity, &written.length, &error),
                  &error) &&
        decide(run, written.text, written.length, &part);
    free(written.text);
    return again;
}

static bool forms_hold(replay *run, const char *folder, bool update)
{
    bool held = true;
    for (size_t form = 0; form < FORM_COUNT; form++)
        held = form_holds(run->decision, form, folder, update) && held;
    return held;
}

static bool golden_holds(const char *tests_folder, const char *folder,
                         bool update)
{
    replay run = {NULL, NULL, NULL};
    uint32_t part = MUTAID_NONE;
    char *path = join(folder, "case.json");
    content facts = file_read(path);
    if (facts.text == NULL)
        complain("there is no %s", path);
    bool held = facts.text != NULL &&
                replay_start(&run, tests_folder, folder) &&
                decide(&run, facts.text, facts.length, &part) &&
                forms_hold(&run, folder, update) && decides_again(&run, part) &&
                forms_hold(&run, folder, false);
    replay_free(&run);
    free(facts.text);
    free(path);
    return held;
}

void golden_replay(const char *tests_folder, bool update, tally *tests)
{
    char *golden = join(tests_folder, "golden");
    names cases = folder_list(golden, "");
    for (size_t i = 0; i < cases.count; i++) {
        char *folder = join(golden, cases.name[i]);
        tap_test(tests, golden_holds(tests_folder, folder, update), "golden",
                 cases.name[i]);
        free(folder);
    }
    if (cases.count == 0)
        tap_test(tests, false, "golden", "cases are there");
    names_free(&cases);
    free(golden);
}
