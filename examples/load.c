/* SPDX-License-Identifier: MIT */
/* load.c - get the rulebook by which adjudicate decides. */
#include "load.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"

/* Say every fault and warning as compilers do: "rules.json:12:5: ...". */
static void show_report(const char *path, const mutaid_report *report)
{
    for (size_t i = 0; i < mutaid_report_count(report); i++) {
        mutaid_fault fault = MUTAID_FAULT_INIT;
        if (mutaid_report_fault(report, i, &fault, NULL) != MUTAID_OK)
            continue;
        fprintf(stderr, "%s:%u:%u: %s%s; %s\n", path, fault.line, fault.column,
                fault.is_warning ? "warning: " : "", fault.text, fault.remedy);
    }
}

static void show_error(const char *path, const mutaid_error *error)
{
    fprintf(stderr, "%s: %s; %s\n", path, error->text, error->remedy);
}

static mutaid_rulebook *read_text(const options *o, const char *path,
                                  const char *text, size_t length)
{
    mutaid_rulebook *rulebook = NULL;
    mutaid_report *report = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_read_options read = MUTAID_READ_OPTIONS_INIT;
    read.overrides = o->overrides;
    read.override_count = o->override_count;
    /* Examples state what the rulebook pays as it stands; another reading of
     * its documents pays something else. */
    read.skip_examples = o->override_count > 0;
    mutaid_status status =
        mutaid_rulebook_read(text, length, &read, &rulebook, &report, &error);
    show_report(path, report);
    if (status != MUTAID_OK && mutaid_report_count(report) == 0)
        show_error(path, &error);
    mutaid_report_free(report);
    return rulebook;
}

static mutaid_rulebook *load_beijing(const options *o)
{
    size_t length = 0;
    mutaid_rulebook *rulebook = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;
    const char *text = mutaid_rulebook_beijing_text(&length);
    if (o->override_count > 0)
        return read_text(o, "beijing", text, length);
    if (mutaid_rulebook_beijing(&rulebook, &error) != MUTAID_OK)
        show_error("beijing", &error);
    return rulebook;
}

mutaid_rulebook *load_rulebook(const options *o)
{
    size_t length = 0;
    if (o->rulebook_path == NULL)
        return load_beijing(o);
    char *text = read_file(o->rulebook_path, &length);
    if (text == NULL) {
        fprintf(stderr, "%s: the rulebook cannot be read: %s\n",
                o->rulebook_path, strerror(errno));
        return NULL;
    }
    mutaid_rulebook *rulebook = read_text(o, o->rulebook_path, text, length);
    free(text);
    return rulebook;
}
