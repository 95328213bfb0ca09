/* SPDX-License-Identifier: MIT */
/* answers.c - write a decision as a row of CSV, as text, or as JSON. */
#include "answers.h"

#include <stdlib.h>
#include <string.h>

#include "csv.h"

static void write_money(const answers *a, mutaid_money minor)
{
    char text[MUTAID_MONEY_TEXT_SIZE];
    mutaid_money_text(minor, a->decimals, text, sizeof text, NULL, NULL);
    putc(',', a->file);
    fputs(text, a->file);
}

/* Names of missing facts and of failed requirements hold neither commas nor
 * spaces, so a space stands between them. */
static mutaid_status write_missing(const answers *a,
                                   const mutaid_decision *decision,
                                   size_t count, mutaid_error *error)
{
    putc(',', a->file);
    for (size_t i = 0; i < count; i++) {
        size_t index;
        mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;
        if (mutaid_decision_missing(decision, i, &index, error) ||
            mutaid_rulebook_fact(a->rulebook, index, &fact, error))
            return error->status;
        fprintf(a->file, i == 0 ? "%s" : " %s", fact.name);
    }
    return MUTAID_OK;
}

static mutaid_status write_refused_by(const answers *a,
                                      const mutaid_decision *decision,
                                      size_t count, mutaid_error *error)
{
    const char *between = "";
    putc(',', a->file);
    for (size_t i = 0; i < count; i++) {
        mutaid_requirement r = MUTAID_REQUIREMENT_INIT;
        if (mutaid_decision_requirement(decision, i, &r, error))
            return error->status;
        if (r.verdict != MUTAID_VERDICT_FAILED)
            continue;
        fprintf(a->file, "%s%s", between, r.id);
        between = " ";
    }
    return MUTAID_OK;
}

static void write_row_name(const answers *a, const answered_row *row)
{
    if (a->has_ids)
        csv_write(a->file, row->id);
    else
        fprintf(a->file, "%zu", row->line);
}

static mutaid_status write_csv(const answers *a,
                               const mutaid_decision *decision,
                               const answered_row *row, mutaid_error *error)
{
    mutaid_decision_info info = MUTAID_DECISION_INFO_INIT;
    mutaid_part_info part = MUTAID_PART_INFO_INIT;
    if (mutaid_decision_describe(decision, &info, error) ||
        mutaid_rulebook_part(a->rulebook, info.part, &part, error))
        return error->status;
    write_row_name(a, row);
    fprintf(a->file, ",%s,%s", part.name, mutaid_outcome_name(info.outcome));
    if (info.outcome == MUTAID_OUTCOME_UNDETERMINED)
        putc(',', a->file); /* no amount: it is not known */
    else
        write_money(a, info.least);
    write_money(a, info.least);
    write_money(a, info.most);
    if (write_missing(a, decision, info.missing_count, error) ||
        write_refused_by(a, decision, info.requirement_count, error))
        return error->status;
    putc('\n', a->file);
    return MUTAID_OK;
}

/* Write the decision into the buffer as it is; the length comes out, also
 * when the buffer is too short. */
static mutaid_status render(const answers *a, const mutaid_decision *decision,
                            size_t *length, mutaid_error *error)
{
    if (a->form == ANSWER_JSON)
        return mutaid_decision_write_json(decision, a->buffer, a->capacity,
                                          length, error);
    return mutaid_decision_explain(decision, a->language, a->buffer,
                                   a->capacity, length, error);
}

/* The same into a buffer that grows as far as it must. */
static mutaid_status render_whole(answers *a, const mutaid_decision *decision,
                                  mutaid_error *error)
{
    size_t length = 0;
    if (render(a, decision, &length, error) != MUTAID_ERROR_BUFFER)
        return error->status;
    char *buffer = realloc(a->buffer, length + 1);
    if (buffer == NULL)
        return error->status = MUTAID_ERROR_MEMORY;
    a->buffer = buffer;
    a->capacity = length + 1;
    mutaid_error_clear(error);
    return render(a, decision, &length, error);
}

static mutaid_status write_text(answers *a, const mutaid_decision *decision,
                                const answered_row *row, mutaid_error *error)
{
    if (render_whole(a, decision, error))
        return error->status;
    size_t length = strlen(a->buffer);
    int ends_line = length > 0 && a->buffer[length - 1] == '\n';
    fputs("---- ", a->file);
    if (a->has_ids)
        fprintf(a->file, "%s ", row->id);
    fprintf(a->file,
            a->language == MUTAID_LANGUAGE_ZH ? "（第 %zu 行）----\n\n"
                                              : "(line %zu) ----\n\n",
            row->line);
    fprintf(a->file, "%s%s\n", a->buffer, ends_line ? "" : "\n");
    return MUTAID_OK;
}

static void write_json_text(FILE *file, const char *name, const char *text)
{
    fprintf(file, "\"%s\":\"", name);
    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte < 0x20)
            fprintf(file, "\\u%04x", byte);
        else if (byte == '"' || byte == '\\')
            fprintf(file, "\\%c", byte);
        else
            putc(byte, file);
    }
    fputs("\",", file);
}

/* In JSON a line break only stands between values, so a line for a line is
 * had by leaving them out. */
static mutaid_status write_json(answers *a, const mutaid_decision *decision,
                                const answered_row *row, mutaid_error *error)
{
    if (render_whole(a, decision, error))
        return error->status;
    fprintf(a->file, "{\"line\":%zu,", row->line);
    if (a->has_ids)
        write_json_text(a->file, "id", row->id);
    if (*row->member != '\0')
        write_json_text(a->file, "member", row->member);
    fputs("\"decision\":", a->file);
    for (const char *at = a->buffer; *at != '\0'; at++) {
        if (*at != '\n')
            putc(*at, a->file);
    }
    fputs("}\n", a->file);
    return MUTAID_OK;
}

mutaid_status answers_open(answers *a, const mutaid_rulebook *rulebook,
                           mutaid_error *error)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    if (mutaid_rulebook_describe(rulebook, &info, error))
        return error->status;
    a->rulebook = rulebook;
    a->decimals = info.decimals;
    if (a->form == ANSWER_CSV)
        fprintf(a->file,
                "%s,part,outcome,amount,least,most,missing,refused_by\n",
                a->has_ids ? "id" : "line");
    return MUTAID_OK;
}

mutaid_status answers_write(answers *a, const mutaid_decision *decision,
                            const answered_row *row, mutaid_error *error)
{
    switch (a->form) {
    case ANSWER_TEXT:
        return write_text(a, decision, row, error);
    case ANSWER_JSON:
        return write_json(a, decision, row, error);
    default:
        return write_csv(a, decision, row, error);
    }
}

void answers_close(answers *a)
{
    free(a->buffer);
    a->buffer = NULL;
}
