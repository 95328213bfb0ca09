/* SPDX-License-Identifier: MIT */
/* use.c - what every rulebook, case and decision must stand. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

void use_error(mutaid_status status, const mutaid_error *error)
{
    MUST(error->status == status);
    if (status == MUTAID_OK)
        return;
    MUST(error->code != MUTAID_CODE_NONE);
    MUST(error->text[0] != '\0' && error->remedy[0] != '\0');
    MUST(memchr(error->text, '\0', sizeof error->text) != NULL);
    MUST(memchr(error->remedy, '\0', sizeof error->remedy) != NULL);
}

/* A text that was measured first. */
typedef struct text {
    char *data;
    size_t length;
} text;

static text new_text(mutaid_status status, size_t length)
{
    MUST(status == MUTAID_ERROR_BUFFER);
    text made = {malloc(length + 1), length};

    MUST(made.data != NULL);
    return made;
}

static void end_text(text *t, mutaid_status status, size_t length)
{
    MUST(status == MUTAID_OK && length == t->length);
    MUST(strlen(t->data) == length);
    free(t->data);
}

static void end_json(text *t, mutaid_status status, size_t length)
{
    MUST(tree_read(t->data, t->length) != NULL);
    tree_free_all();
    end_text(t, status, length);
}

static void tell_part(const mutaid_rulebook *rulebook, size_t part,
                      mutaid_language language)
{
    size_t length;
    mutaid_status status = mutaid_rulebook_tell(rulebook, part, language, NULL,
                                                0, &length, NULL);
    text t = new_text(status, length);

    status = mutaid_rulebook_tell(rulebook, part, language, t.data,
                                  t.length + 1, &length, NULL);
    end_text(&t, status, length);
}

static void ask_part(const mutaid_rulebook *rulebook, size_t part)
{
    mutaid_part_info info = MUTAID_PART_INFO_INIT;
    size_t i, index;

    MUST(mutaid_rulebook_part(rulebook, part, &info, NULL) == MUTAID_OK);
    MUST(mutaid_rulebook_part_index(rulebook, info.name, &index, NULL) ==
         MUTAID_OK);
    MUST(index == part);
    for (i = 0; i < info.item_count; i++) {
        mutaid_item_info item = MUTAID_ITEM_INFO_INIT;

        MUST(mutaid_rulebook_item(rulebook, part, i, &item, NULL) ==
             MUTAID_OK);
        MUST(item.id != NULL && item.title.zh != NULL);
    }
    for (i = 0; i < info.requirement_count; i++) {
        mutaid_requirement_info r = MUTAID_REQUIREMENT_INFO_INIT;

        MUST(mutaid_rulebook_requirement(rulebook, part, i, &r, NULL) ==
             MUTAID_OK);
        MUST(r.id != NULL && r.text.en != NULL);
    }
    tell_part(rulebook, part, MUTAID_LANGUAGE_ZH);
    tell_part(rulebook, part, MUTAID_LANGUAGE_EN);
}

static void ask_fact(const mutaid_rulebook *rulebook, size_t fact)
{
    mutaid_fact_info info = MUTAID_FACT_INFO_INIT;
    size_t index;

    MUST(mutaid_rulebook_fact(rulebook, fact, &info, NULL) == MUTAID_OK);
    MUST(mutaid_rulebook_fact_index(rulebook, info.name, &index, NULL) ==
         MUTAID_OK);
    MUST(index == fact && info.at_least <= info.at_most);
    for (size_t i = 0; i < info.choice_count; i++) {
        mutaid_choice_info choice = MUTAID_CHOICE_INFO_INIT;

        MUST(mutaid_rulebook_choice(rulebook, fact, i, &choice, NULL) ==
             MUTAID_OK);
        MUST(mutaid_rulebook_choice_index(rulebook, fact, choice.code, &index,
                                          NULL) == MUTAID_OK);
        MUST(index == i);
    }
}

void use_rulebook(mutaid_rulebook *rulebook)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    size_t i;

    MUST(mutaid_rulebook_describe(rulebook, &info, NULL) == MUTAID_OK);
    for (i = 0; i < info.part_count; i++)
        ask_part(rulebook, i);
    for (i = 0; i < info.fact_count; i++)
        ask_fact(rulebook, i);
    for (i = 0; i < info.clause_count; i++) {
        mutaid_clause_info clause = MUTAID_CLAUSE_INFO_INIT;

        MUST(mutaid_rulebook_clause(rulebook, i, &clause, NULL) == MUTAID_OK);
        MUST(clause.path != NULL && clause.line > 0);
    }
    for (i = 0; i < info.parameter_count; i++) {
        mutaid_parameter_info parameter = MUTAID_PARAMETER_INFO_INIT;

        MUST(mutaid_rulebook_parameter(rulebook, i, &parameter, NULL) ==
             MUTAID_OK);
    }
    for (i = 0; i < info.source_count; i++) {
        mutaid_source_info source = MUTAID_SOURCE_INFO_INIT;

        MUST(mutaid_rulebook_source(rulebook, i, &source, NULL) == MUTAID_OK);
    }
}

/* --- decisions ------------------------------------------------------------- */

static void look_at_requirements(const mutaid_decision *d, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        mutaid_requirement r = MUTAID_REQUIREMENT_INIT;

        MUST(mutaid_decision_requirement(d, i, &r, NULL) == MUTAID_OK);
        for (size_t k = 0; k < r.finding_count; k++) {
            mutaid_finding finding = MUTAID_FINDING_INIT;

            MUST(mutaid_decision_finding(d, i, k, &finding, NULL) ==
                 MUTAID_OK);
        }
    }
}

static void look_at_lines(const mutaid_decision *d, size_t count)
{
    char small[8];
    size_t length;

    for (size_t i = 0; i < count; i++) {
        mutaid_line line = MUTAID_LINE_INIT;

        MUST(mutaid_decision_line(d, i, &line, NULL) == MUTAID_OK);
        MUST(line.step != NULL);
        mutaid_status status = mutaid_decision_line_text(
            d, i, MUTAID_LANGUAGE_EN, small, sizeof small, &length, NULL);
        MUST(status == MUTAID_OK || status == MUTAID_ERROR_BUFFER);
    }
}

static void look_at_rest(const mutaid_decision *d,
                         const mutaid_decision_info *info)
{
    size_t i, fact;

    for (i = 0; i < info->item_count; i++) {
        mutaid_item item = MUTAID_ITEM_INIT;

        MUST(mutaid_decision_item(d, i, &item, NULL) == MUTAID_OK);
        MUST(item.least <= item.most);
    }
    for (i = 0; i < info->missing_count; i++)
        MUST(mutaid_decision_missing(d, i, &fact, NULL) == MUTAID_OK);
    for (i = 0; i < info->deadline_count; i++) {
        mutaid_deadline deadline = MUTAID_DEADLINE_INIT;

        MUST(mutaid_decision_deadline(d, i, &deadline, NULL) == MUTAID_OK);
    }
    for (i = 0; i < info->note_count; i++) {
        mutaid_note note = MUTAID_NOTE_INIT;

        MUST(mutaid_decision_note(d, i, &note, NULL) == MUTAID_OK);
    }
}

static void explain(const mutaid_decision *d, mutaid_language language)
{
    size_t length;
    mutaid_status status =
        mutaid_decision_explain(d, language, NULL, 0, &length, NULL);
    text t = new_text(status, length);

    status = mutaid_decision_explain(d, language, t.data, t.length + 1, &length,
                                     NULL);
    end_text(&t, status, length);
}

static void write_decision(const mutaid_decision *d)
{
    size_t length;
    mutaid_status status =
        mutaid_decision_write_json(d, NULL, 0, &length, NULL);
    text t = new_text(status, length);

    status =
        mutaid_decision_write_json(d, t.data, t.length + 1, &length, NULL);
    end_json(&t, status, length);
}

void use_decision(const mutaid_decision *d)
{
    mutaid_decision_info info = MUTAID_DECISION_INFO_INIT;
    mutaid_money amount;

    MUST(mutaid_decision_describe(d, &info, NULL) == MUTAID_OK);
    mutaid_status status = mutaid_decision_amount(d, &amount, NULL);
    if (info.outcome == MUTAID_OUTCOME_UNDETERMINED) {
        MUST(status == MUTAID_ERROR_UNDETERMINED && info.least <= info.most);
    } else {
        MUST(status == MUTAID_OK && amount == info.least &&
             amount == info.most && amount >= 0);
    }
    look_at_requirements(d, info.requirement_count);
    look_at_lines(d, info.line_count);
    look_at_rest(d, &info);
    explain(d, MUTAID_LANGUAGE_ZH);
    explain(d, MUTAID_LANGUAGE_EN);
    write_decision(d);
}

/* --- cases ------------------------------------------------------------------ */

static char *write_case(const mutaid_case *c, uint32_t part,
                        size_t *length_out)
{
    size_t length;

    MUST(mutaid_case_write_json(c, part, NULL, 0, length_out, NULL) ==
         MUTAID_ERROR_BUFFER);
    char *written = malloc(*length_out + 1);
    MUST(written != NULL);
    MUST(mutaid_case_write_json(c, part, written, *length_out + 1, &length,
                                NULL) == MUTAID_OK);
    MUST(length == *length_out && strlen(written) == length);
    return written;
}

void use_case(const mutaid_case *c, uint32_t part)
{
    size_t length, again_length;
    uint32_t again_part;
    mutaid_case *again;
    char *first = write_case(c, part, &length);

    MUST(tree_read(first, length) != NULL);
    tree_free_all();
    MUST(mutaid_case_new(mutaid_case_rulebook(c), &again, NULL) == MUTAID_OK);
    MUST(mutaid_case_read_json(again, first, length, &again_part, NULL) ==
         MUTAID_OK);
    MUST(again_part == part);

    char *second = write_case(again, part, &again_length);
    MUST(length == again_length && memcmp(first, second, length) == 0);
    free(first);
    free(second);
    mutaid_case_free(again);
}
