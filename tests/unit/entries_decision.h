/* SPDX-License-Identifier: MIT */
/* entries_decision.h - calls that decide, look at decisions, prove and turn. */
#ifndef MUTUALAID_TESTS_ENTRIES_DECISION_H
#define MUTUALAID_TESTS_ENTRIES_DECISION_H

#include "entries.h"

ENTRY(mutaid_decision_new)
{
    mutaid_decision *d = NULL;
    mutaid_status status = mutaid_decision_new(s->rulebook, &d, &s->error);

    HOLDS((d != NULL) == (status == MUTAID_OK));
    mutaid_decision_free(d);
    return status;
}

ENTRY(mutaid_decision_free)
{
    mutaid_decision_free(NULL);
    return run_mutaid_decision_new(s);
}

/* With a decision that is not warm. What failed has decided nothing, and can
 * be asked again. */
static inline mutaid_status decide_new(stage *s, size_t part)
{
    mutaid_decision_info info = MUTAID_DECISION_INFO_INIT;
    mutaid_decision *d = NULL;
    mutaid_status status = mutaid_decision_new(s->rulebook, &d, &s->error);

    if (status == MUTAID_OK) {
        status = mutaid_decide_at(s->c, part, d, &s->error);
        HOLDS((mutaid_decision_describe(d, &info, NULL) == MUTAID_OK) ==
              (status == MUTAID_OK));
        /* twice: what is left after a failure must not stand in the way */
        if (status != MUTAID_OK &&
            mutaid_decide_at(s->c, part, d, NULL) == MUTAID_OK)
            HOLDS(mutaid_decision_describe(d, &info, NULL) == MUTAID_OK);
    }
    mutaid_decision_free(d);
    return status;
}

ENTRY(mutaid_decide_at)
{
    return decide_new(s, 0);
}

ENTRY(mutaid_decide)
{
    mutaid_decision *d = NULL;
    mutaid_status status = mutaid_decision_new(s->rulebook, &d, &s->error);

    (void)!mutaid_case_unset_at(s->c, WARD, NULL);
    (void)!mutaid_case_unset_at(s->c, DISCHARGED_ON, NULL);
    if (status == MUTAID_OK)
        status = mutaid_decide(s->c, "sick_nights", d, &s->error);
    mutaid_decision_free(d);
    (void)!mutaid_case_set_choice_at(s->c, WARD, 0, NULL);
    (void)!mutaid_case_set_text(s->c, "discharged_on", "2024-03-06", NULL);
    return status;
}

ENTRY(mutaid_decision_rulebook)
{
    HOLDS(mutaid_decision_rulebook(s->d) == s->rulebook);
    return MUTAID_OK;
}

ENTRY_INFO(mutaid_decision_amount, d, mutaid_money, 0, )
ENTRY_INFO(mutaid_decision_describe, d, mutaid_decision_info,
           MUTAID_DECISION_INFO_INIT, )
ENTRY_INFO(mutaid_decision_item, d, mutaid_item, MUTAID_ITEM_INIT, 0, )
ENTRY_INFO(mutaid_decision_requirement, d, mutaid_requirement,
           MUTAID_REQUIREMENT_INIT, 0, )

/* Of a refusal: requirements that hold say nothing. */
ENTRY(mutaid_decision_finding)
{
    mutaid_finding finding = MUTAID_FINDING_INIT;
    mutaid_requirement r = MUTAID_REQUIREMENT_INIT;
    mutaid_decision *d = NULL;
    mutaid_status status = mutaid_decision_new(s->rulebook, &d, &s->error);
    size_t i = 0;

    HOLDS(mutaid_case_set_count_at(s->c, UNITS, 7, NULL) == MUTAID_OK);
    if (status == MUTAID_OK)
        status = mutaid_decide_at(s->c, 0, d, &s->error);
    while (status == MUTAID_OK && r.finding_count == 0)
        status = mutaid_decision_requirement(d, i++, &r, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_decision_finding(d, i - 1, 0, &finding, &s->error);
    HOLDS(mutaid_case_set_count_at(s->c, UNITS, 2, NULL) == MUTAID_OK);
    mutaid_decision_free(d);
    return status;
}

ENTRY_INFO(mutaid_decision_line, d, mutaid_line, MUTAID_LINE_INIT, 0, )
ENTRY_INFO(mutaid_decision_deadline, d, mutaid_deadline, MUTAID_DEADLINE_INIT,
           0, )
ENTRY_INFO(mutaid_decision_note, d, mutaid_note, MUTAID_NOTE_INIT, 0, )
ENTRY_TEXT(mutaid_decision_explain, s->d, MUTAID_LANGUAGE_ZH)
ENTRY_TEXT(mutaid_decision_write_json, s->d)
ENTRY_TEXT(mutaid_decision_line_text, s->d, 0, MUTAID_LANGUAGE_EN)

/* The case lacks no fact. */
ENTRY(mutaid_decision_missing)
{
    size_t fact;

    HOLDS(mutaid_decision_missing(s->d, 0, &fact, &s->error) ==
          MUTAID_ERROR_ARGUMENT);
    return MUTAID_OK;
}

ENTRY(mutaid_value_text)
{
    mutaid_value value = {MUTAID_TYPE_MONEY, MUTAID_STATE_GIVEN, MUTAID_NONE,
                          0, 0, 1, 3};

    return mutaid_value_text(s->rulebook, &value, MUTAID_LANGUAGE_EN,
                             s->buffer, sizeof s->buffer, &s->length,
                             &s->error);
}

/* --- coverage, bounds, turns --------------------------------------------------- */

/* Everything that a coverage can be asked. */
static inline mutaid_status cover(stage *s)
{
    mutaid_coverage_info info = MUTAID_COVERAGE_INFO_INIT;
    mutaid_coverage *coverage = NULL;
    mutaid_status status =
        mutaid_coverage_new(s->rulebook, &coverage, &s->error);

    HOLDS((coverage != NULL) == (status == MUTAID_OK));
    if (status == MUTAID_OK)
        status = mutaid_coverage_add_examples(coverage, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_coverage_add(coverage, s->c, 0, &s->error);
    if (status == MUTAID_OK) {
        HOLDS(mutaid_coverage_count(coverage) > 0);
        status = mutaid_coverage_clause(coverage, 0, &info, &s->error);
    }
    mutaid_coverage_free(coverage);
    return status;
}

static inline mutaid_status prove(stage *s)
{
    mutaid_question question = MUTAID_QUESTION_INIT;
    mutaid_bound bound = MUTAID_BOUND_INIT;
    mutaid_prover *prover = NULL;
    mutaid_case *witness = NULL;
    mutaid_status status = mutaid_prover_new(s->rulebook, &prover, &s->error);

    HOLDS((prover != NULL) == (status == MUTAID_OK));
    if (status == MUTAID_OK)
        status = mutaid_case_new(s->rulebook, &witness, &s->error);
    question.budget = 50;
    if (status == MUTAID_OK)
        status = mutaid_prove_bound(prover, &question, &bound, witness,
                                    &s->error);
    mutaid_case_free(witness);
    mutaid_prover_free(prover);
    return status;
}

static inline mutaid_status turn(stage *s)
{
    mutaid_turns_info info = MUTAID_TURNS_INFO_INIT;
    mutaid_turn first = MUTAID_TURN_INIT;
    mutaid_turns *turns = NULL;

    HOLDS(mutaid_case_set_count_at(s->c, UNITS, 7, NULL) == MUTAID_OK);
    mutaid_status status = mutaid_turns_find(s->c, 0, &turns, &s->error);
    HOLDS(mutaid_case_set_count_at(s->c, UNITS, 2, NULL) == MUTAID_OK);
    HOLDS((turns != NULL) == (status == MUTAID_OK));
    if (status == MUTAID_OK)
        status = mutaid_turns_describe(turns, &info, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_turns_at(turns, 0, &first, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_turns_explain(turns, MUTAID_LANGUAGE_ZH, s->buffer,
                                      sizeof s->buffer, &s->length, &s->error);
    mutaid_turns_free(turns);
    return status;
}

static inline mutaid_status find_boundaries(stage *s)
{
    mutaid_boundaries_info info = MUTAID_BOUNDARIES_INFO_INIT;
    mutaid_boundary boundary = MUTAID_BOUNDARY_INIT;
    mutaid_boundaries *found = NULL;
    mutaid_case *c = NULL;
    mutaid_status status =
        mutaid_boundaries_find(s->rulebook, 0, 300, &found, &s->error);

    HOLDS((found != NULL) == (status == MUTAID_OK));
    if (status == MUTAID_OK)
        status = mutaid_case_new(s->rulebook, &c, &s->error);
    if (status == MUTAID_OK)
        status = mutaid_boundaries_describe(found, &info, &s->error);
    if (status == MUTAID_OK && info.count > 0)
        status = mutaid_boundaries_at(found, 0, &boundary, &s->error);
    if (status == MUTAID_OK && info.count > 0)
        status = mutaid_boundaries_case(found, 0, c, &s->error);
    mutaid_case_free(c);
    mutaid_boundaries_free(found);
    return status;
}

static const entry decision_entries[] = {
    ROW(mutaid_decision_new),         ROW(mutaid_decision_free),
    ROW(mutaid_decide),               ROW(mutaid_decide_at),
    ROW(mutaid_decision_rulebook),    ROW(mutaid_decision_amount),
    ROW(mutaid_decision_describe),    ROW(mutaid_decision_item),
    ROW(mutaid_decision_requirement), ROW(mutaid_decision_finding),
    ROW(mutaid_decision_line),        ROW(mutaid_decision_deadline),
    ROW(mutaid_decision_note),        ROW(mutaid_decision_explain),
    ROW(mutaid_decision_write_json),  ROW(mutaid_decision_line_text),
    ROW(mutaid_decision_missing),     ROW(mutaid_value_text),
    {"mutaid_coverage_new", cover},   {"mutaid_coverage_free", cover},
    {"mutaid_coverage_add", cover},   {"mutaid_coverage_add_examples", cover},
    {"mutaid_coverage_count", cover}, {"mutaid_coverage_clause", cover},
    {"mutaid_prover_new", prove},     {"mutaid_prover_free", prove},
    {"mutaid_prove_bound", prove},    {"mutaid_turns_find", turn},
    {"mutaid_turns_free", turn},      {"mutaid_turns_describe", turn},
    {"mutaid_turns_at", turn},        {"mutaid_turns_explain", turn},
    {"mutaid_boundaries_find", find_boundaries},
    {"mutaid_boundaries_free", find_boundaries},
    {"mutaid_boundaries_describe", find_boundaries},
    {"mutaid_boundaries_at", find_boundaries},
    {"mutaid_boundaries_case", find_boundaries},
};

#endif
