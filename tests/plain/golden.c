/* SPDX-License-Identifier: MIT */
/* golden.c - decide each case of tests/golden and compare what is said. */
#include "plain.h"

#include <mutualaid/mutualaid.h>
#include <stdlib.h>
#include <string.h>

enum { OVERRIDES_MOST = 16 };

static mutaid_status say_zh(const void *decision, char *buffer,
                            size_t capacity, size_t *length_out,
                            mutaid_error *error)
{
    return mutaid_decision_explain(decision, MUTAID_LANGUAGE_ZH, buffer,
                                   capacity, length_out, error);
}

static mutaid_status say_en(const void *decision, char *buffer,
                            size_t capacity, size_t *length_out,
                            mutaid_error *error)
{
    return mutaid_decision_explain(decision, MUTAID_LANGUAGE_EN, buffer,
                                   capacity, length_out, error);
}

static mutaid_status say_json(const void *decision, char *buffer,
                              size_t capacity, size_t *length_out,
                              mutaid_error *error)
{
    return mutaid_decision_write_json(decision, buffer, capacity, length_out,
                                      error);
}

static const form forms[] = {
    {"zh.txt", say_zh},
    {"en.txt", say_en},
    {"decision.json", say_json},
};

enum { FORM_COUNT = sizeof forms / sizeof forms[0] };

/* --- the rulebook of a case --- */

/* What says which rulebook a case wants: its two optional files. */
typedef struct wanted {
    content name;
    content overrides;
} wanted;

/* The rulebook that was opened last: most cases want the same. */
typedef struct opened {
    wanted by;
    mutaid_rulebook *rulebook;
} opened;

static wanted wanted_read(const char *folder)
{
    wanted by = {file_in(folder, "rulebook"),
                 file_in(folder, "overrides")};
    if (by.name.text != NULL)
        by.name.text[strcspn(by.name.text, "\r\n")] = '\0';
    return by;
}

static void wanted_free(wanted *by)
{
    free(by->name.text);
    free(by->overrides.text);
}

/* Lines "name=literal", cut up in place. */
static size_t overrides_split(char *lines, mutaid_override *overrides)
{
    size_t count = 0;
    char *line = lines == NULL ? NULL : strtok(lines, "\n");
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

static content copy(const char *text, size_t length)
{
    content made = {take(length + 1), length};
    memcpy(made.text, text, length);
    made.text[length] = '\0';
    return made;
}

/* The text of the rulebook that is named, else the built-in one. */
static content rulebook_text(const char *tests_folder, content name)
{
    if (name.text == NULL) {
        size_t length = 0;
        const char *text = mutaid_rulebook_beijing_text(&length);
        return copy(text, length);
    }
    char *rulebooks = join(tests_folder, "rulebooks");
    char *path = join(rulebooks, name.text);
    content text = file_read(path);
    if (text.text == NULL)
        complain("there is no rulebook %s", path);
    free(path);
    free(rulebooks);
    return text;
}

/* The rulebook's own examples are another test. */
static mutaid_rulebook *rulebook_read(content text, content overriding)
{
    mutaid_rulebook *rulebook = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_override overrides[OVERRIDES_MOST];
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    content lines = {NULL, 0};
    if (overriding.text != NULL)
        lines = copy(overriding.text, overriding.length);
    options.overrides = overrides;
    options.override_count = overrides_split(lines.text, overrides);
    options.skip_examples = 1;
    succeeded(mutaid_rulebook_read(text.text, text.length, &options, &rulebook,
                                   NULL, &error),
              &error);
    free(lines.text);
    return rulebook;
}

/* Open the rulebook of the case in `folder`, unless it is open. */
static bool rulebook_open(opened *last, const char *tests_folder,
                          const char *folder)
{
    wanted by = wanted_read(folder);
    if (last->rulebook != NULL && equal(by.name, last->by.name) &&
        equal(by.overrides, last->by.overrides)) {
        wanted_free(&by);
        return true;
    }
    wanted_free(&last->by);
    mutaid_rulebook_unref(last->rulebook);
    last->by = by;
    last->rulebook = NULL;
    content text = rulebook_text(tests_folder, by.name);
    if (text.text != NULL)
        last->rulebook = rulebook_read(text, by.overrides);
    free(text.text);
    return last->rulebook != NULL;
}

/* --- one case --- */

/* What one case needs; everything is NULL or a thing to free. */
typedef struct replay {
    mutaid_case *facts;
    mutaid_decision *decision;
} replay;

static void replay_free(replay *run)
{
    mutaid_decision_free(run->decision);
    mutaid_case_free(run->facts);
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

static bool replay_start(replay *run, mutaid_rulebook *rulebook)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    return succeeded(mutaid_case_new(rulebook, &run->facts, &error), &error) &&
           succeeded(mutaid_decision_new(rulebook, &run->decision, &error),
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

static bool golden_holds(mutaid_rulebook *rulebook, const char *folder,
                         bool update)
{
    replay run = {NULL, NULL};
    uint32_t part = MUTAID_NONE;
    content facts = file_in(folder, "case.json");
    if (facts.text == NULL)
        complain("there is no case.json");
    bool held = facts.text != NULL && replay_start(&run, rulebook) &&
                decide(&run, facts.text, facts.length, &part) &&
                forms_hold(run.decision, forms, FORM_COUNT, folder, update) &&
                decides_again(&run, part) &&
                forms_hold(run.decision, forms, FORM_COUNT, folder, false);
    replay_free(&run);
    free(facts.text);
    return held;
}

void golden_replay(const char *tests_folder, bool update, tally *tests)
{
    opened last = {{{NULL, 0}, {NULL, 0}}, NULL};
    char *golden = join(tests_folder, "golden");
    names cases = folder_list(golden, "");
    for (size_t i = 0; i < cases.count; i++) {
        char *folder = join(golden, cases.name[i]);
        content loan = file_in(folder, "loan");
        bool held = rulebook_open(&last, tests_folder, folder) &&
                    (loan.text == NULL
                         ? golden_holds(last.rulebook, folder, update)
                         : golden_loan_holds(last.rulebook, loan.text, folder,
                                             update));
        tap_test(tests, held, "golden", cases.name[i]);
        free(loan.text);
        free(folder);
    }
    if (cases.count == 0)
        tap_test(tests, false, "golden", "cases are there");
    wanted_free(&last.by);
    mutaid_rulebook_unref(last.rulebook);
    names_free(&cases);
    free(golden);
}
