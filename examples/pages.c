/* SPDX-License-Identifier: MIT */
/* pages.c - a rulebook as pages for people: every part, in zh or en. */
#include <mutualaid/mutualaid.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"

static int complain(const char *what, const char *remedy)
{
    fprintf(stderr, "pages: %s; %s\n", what, remedy);
    return 2;
}

static void print_faults(const char *path, const mutaid_report *report)
{
    size_t i;

    for (i = 0; i < mutaid_report_count(report); i++) {
        mutaid_fault fault = MUTAID_FAULT_INIT;

        if (mutaid_report_fault(report, i, &fault, NULL) == MUTAID_OK)
            fprintf(stderr, "%s:%lu:%lu: %s%s; %s\n", path,
                    (unsigned long)fault.line, (unsigned long)fault.column,
                    fault.is_warning ? "warning: " : "", fault.text,
                    fault.remedy);
    }
}

/* The rulebook of a file, or the built-in one. */
static mutaid_rulebook *load(const char *path, mutaid_error *error)
{
    mutaid_rulebook *rulebook = NULL;
    mutaid_report *report = NULL;
    size_t length = 0;
    char *text;

    if (!path) {
        if (mutaid_rulebook_beijing(&rulebook, error) != MUTAID_OK)
            complain(error->text, error->remedy);
        return rulebook;
    }
    text = read_file(path, &length);
    if (!text) {
        complain(path, "name a file that can be read");
        return NULL;
    }
    if (mutaid_rulebook_read(text, length, NULL, &rulebook, &report, error) !=
            MUTAID_OK &&
        !report)
        complain(error->text, error->remedy);
    print_faults(path, report);
    mutaid_report_free(report);
    free(text);
    return rulebook;
}

static int print_page(const mutaid_rulebook *rulebook, size_t part,
                      mutaid_language language, mutaid_error *error)
{
    size_t length = 0;
    char *text;

    if (mutaid_rulebook_tell(rulebook, part, language, NULL, 0, &length,
                             NULL) != MUTAID_ERROR_BUFFER)
        return complain("nothing to tell", "report this");
    text = malloc(length + 1);
    if (!text)
        return complain("memory is out", "free some");
    if (mutaid_rulebook_tell(rulebook, part, language, text, length + 1,
                             &length, error) == MUTAID_OK)
        printf("%s\n", text);
    free(text);
    return error->status == MUTAID_OK ? 0 : complain(error->text,
                                                     error->remedy);
}

static int print_pages(const mutaid_rulebook *rulebook,
                       mutaid_language language, const char *name,
                       mutaid_error *error)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    size_t part = 0;
    int status = 0;

    if (name) {
        if (mutaid_rulebook_part_index(rulebook, name, &part, error) !=
            MUTAID_OK)
            return complain(error->text, error->remedy);
        return print_page(rulebook, part, language, error);
    }
    if (mutaid_rulebook_describe(rulebook, &info, error) != MUTAID_OK)
        return complain(error->text, error->remedy);
    for (part = 0; part < info.part_count && status == 0; part++)
        status = print_page(rulebook, part, language, error);
    return status;
}

int main(int argc, char **argv)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_rulebook *rulebook;
    const char *path, *name;
    int status;

    if (argc < 2 || argc > 4 ||
        (strcmp(argv[1], "zh") != 0 && strcmp(argv[1], "en") != 0))
        return complain("no such arguments",
                        "write: pages zh|en [RULEBOOK.json|-] [PART]");
    path = argc > 2 && strcmp(argv[2], "-") != 0 ? argv[2] : NULL;
    name = argc > 3 ? argv[3] : NULL;
    rulebook = load(path, &error);
    if (!rulebook)
        return 2;
    status = print_pages(rulebook,
                         strcmp(argv[1], "zh") == 0 ? MUTAID_LANGUAGE_ZH
                                                    : MUTAID_LANGUAGE_EN,
                         name, &error);
    mutaid_rulebook_unref(rulebook);
    return status;
}
