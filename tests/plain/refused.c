/* SPDX-License-Identifier: MIT */
/* refused.c - read each text of tests/refused and compare its faults. */
#include "plain.h"

#include <mutualaid/mutualaid.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const layers[] = {"syntax", "schema", "meaning"};

enum { LAYER_COUNT = sizeof layers / sizeof layers[0], LINE_MOST = 128 };

/* "code line column", or "warning:code line column". */
static size_t fault_line(const mutaid_fault *fault, char *line)
{
    int length = snprintf(
        line, LINE_MOST, "%s%s %u %u\n", fault->is_warning ? "warning:" : "",
        mutaid_code_name(fault->code), fault->line, fault->column);
    return length < 0 ? 0 : (size_t)length;
}

static bool fault_at(const mutaid_report *report, size_t index,
                     mutaid_fault *fault)
{
    *fault = (mutaid_fault)MUTAID_FAULT_INIT;
    return mutaid_report_fault(report, index, fault, NULL) == MUTAID_OK;
}

/* Every fault, one to a line. */
static content faults_write(const mutaid_report *report)
{
    size_t count = mutaid_report_count(report);
    content lines = {take(count * LINE_MOST + 1), 0};
    lines.text[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        mutaid_fault fault;
        if (fault_at(report, i, &fault))
            lines.length += fault_line(&fault, lines.text + lines.length);
    }
    return lines;
}

/* A fault that says nothing, or not what to do, helps no author. */
static bool faults_speak(const mutaid_report *report)
{
    for (size_t i = 0; i < mutaid_report_count(report); i++) {
        mutaid_fault fault;
        if (!fault_at(report, i, &fault) || fault.text[0] == '\0' ||
            fault.remedy[0] == '\0') {
            complain("fault %zu lacks its text or its remedy", i);
            return false;
        }
    }
    return true;
}

/* The layer of the first fault that is no warning. */
static const char *refusing_layer(const mutaid_report *report)
{
    for (size_t i = 0; i < mutaid_report_count(report); i++) {
        mutaid_fault fault;
        if (fault_at(report, i, &fault) && !fault.is_warning)
            return mutaid_code_layer(fault.code);
    }
    return "no layer";
}

static bool layer_refuses(mutaid_status status, const mutaid_report *report,
                          const char *layer)
{
    if (status != MUTAID_ERROR_RULEBOOK) {
        complain("reading it gives %s", mutaid_status_name(status));
        return false;
    }
    if (strcmp(refusing_layer(report), layer) == 0)
        return true;
    complain("refused by %s, not by %s", refusing_layer(report), layer);
    return false;
}

static bool faults_hold(const mutaid_report *report, const char *path,
                        bool update)
{
    content found = faults_write(report);
    if (update && !file_write(path, found.text, found.length))
        complain("%s cannot be written", path);
    content wanted = file_read(path);
    bool equal = wanted.text != NULL && strcmp(wanted.text, found.text) == 0;
    if (!equal)
        complain_differ(path, wanted, found);
    free(wanted.text);
    free(found.text);
    return equal;
}

/* `path` ends in ".json"; what is expected stands beside it in ".expect". */
static bool refused_holds(const char *path, const char *layer, bool update)
{
    content text = file_read(path);
    if (text.text == NULL)
        return false;
    mutaid_rulebook *rulebook = NULL;
    mutaid_report *report = NULL;
    mutaid_status status = mutaid_rulebook_read(text.text, text.length, NULL,
                                                &rulebook, &report, NULL);
    int stem = (int)(strlen(path) - strlen(".json"));
    size_t size = strlen(path) + sizeof ".expect";
    char *expect = take(size);
    snprintf(expect, size, "%.*s.expect", stem, path);
    bool held = layer_refuses(status, report, layer);
    held = faults_speak(report) && held;
    held = faults_hold(report, expect, update && held) && held;
    free(expect);
    mutaid_report_free(report);
    mutaid_rulebook_unref(rulebook);
    free(text.text);
    return held;
}

static size_t layer_replay(const char *refused, const char *layer, bool update,
                           tally *tests)
{
    char *folder = join(refused, layer);
    names texts = folder_list(folder, ".json");
    for (size_t i = 0; i < texts.count; i++) {
        char *path = join(folder, texts.name[i]);
        char *name = join(layer, texts.name[i]);
        tap_test(tests, refused_holds(path, layer, update), "refused", name);
        free(name);
        free(path);
    }
    size_t count = texts.count;
    names_free(&texts);
    free(folder);
    return count;
}

void refused_replay(const char *tests_folder, bool update, tally *tests)
{
    char *refused = join(tests_folder, "refused");
    for (size_t i = 0; i < LAYER_COUNT; i++) {
        if (layer_replay(refused, layers[i], update, tests) == 0)
            tap_test(tests, false, layers[i], "rulebooks are there");
    }
    free(refused);
}
