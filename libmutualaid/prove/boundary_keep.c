/* SPDX-License-Identifier: MIT */
/* boundary_keep.c - boundary cases: where a search starts, what it keeps. */
#include "prove/boundary.h"

#include "base/sized.h"
#include "decide/decision.h"
#include <mutualaid/proof.h>

#include <string.h>

/* --- where to start ------------------------------------------------------------ */

/* A day for a date that an example leaves out: that of the part, as near as
 * the facts beside it allow; for a number the least. */
static int64_t fill_of(const mutaid__boundary_search *s, uint32_t fact,
                       const mutaid__span *facts)
{
    const mutaid__fact *f = &s->model->facts.items[fact];
    const mutaid__word *dated_by = s->study.part.groups.items[0].dated_by;
    const mutaid__span *span = &facts[fact];
    mutaid__wide day = mutaid__wide_of(f->at_least);

    if (f->shape.type != MUTAID_TYPE_DATE)
        return f->at_least;
    if (dated_by->target == MUTAID__TARGET_FACT &&
        s->facts.states[dated_by->index] == MUTAID_STATE_GIVEN)
        day = mutaid__wide_of(s->facts.integers[dated_by->index]);
    day = mutaid__wide_max(span->least, mutaid__wide_min(span->most, day));
    return (int64_t)mutaid__wide_low(day);
}

/* Give every fact that is still open a value; defaults stay. */
static void complete(mutaid__boundary_search *s)
{
    mutaid__span *spans = s->study.facts;
    uint32_t fact, earlier, later;
    size_t i;

    for (fact = 0; fact < s->model->facts.count; fact++) {
        const mutaid__fact *f = &s->model->facts.items[fact];

        if (!s->study.part.reads[fact] ||
            s->facts.states[fact] != MUTAID_STATE_OPEN ||
            f->if_missing != MUTAID_STATE_OPEN)
            continue;
        if (f->is_optional) {
            s->facts.states[fact] = MUTAID_STATE_ABSENT;
            continue;
        }
        for (i = 0; i < s->model->facts.count; i++)
            spans[i] = mutaid__fact_span(&s->model->facts.items[i],
                                         s->facts.integers[i],
                                         s->facts.states[i]);
        if (!mutaid__order_facts(s->model, spans, &earlier, &later))
            return;
        s->facts.integers[fact] = fill_of(s, fact, spans);
        s->facts.states[fact] = MUTAID_STATE_GIVEN;
    }
}

static void add_case(mutaid__boundary_search *s, const mutaid_case *c)
{
    size_t count = s->model->facts.count;

    memcpy(s->facts.integers, c->integers, count * sizeof *c->integers);
    memcpy(s->facts.states, c->states, count);
    complete(s);
    /* what goes a new way becomes a base */
    (void)mutaid__boundary_run(s, s->traces[0]);
}

static void add_examples(mutaid__boundary_search *s, mutaid_case *c)
{
    const mutaid_rulebook *rulebook = s->found->rulebook;
    size_t i;

    for (i = 0; i < s->model->examples.count; i++) {
        const mutaid__json *json = s->model->examples.items[i].json;

        if (mutaid__json_get(json, "parameters") ||
            mutaid__symbols_find(&rulebook->part_names,
                                 mutaid__json_get(json, "part")->text) !=
                s->found->part)
            continue;
        mutaid_case_clear(c);
        if (mutaid__case_read_facts(c, mutaid__json_get(json, "facts"), NULL) ==
            MUTAID_OK)
            add_case(s, c);
    }
}

/* Where there are no examples: the case that is paid most. */
static mutaid_status add_witness(mutaid__boundary_search *s, mutaid_case *c)
{
    mutaid_question question = MUTAID_QUESTION_INIT;
    mutaid_bound bound = MUTAID_BOUND_INIT;
    mutaid_prover *prover;
    mutaid_status status;

    TRY(mutaid_prover_new(s->found->rulebook, &prover, NULL));
    question.part = s->found->part;
    status = mutaid_prove_bound(prover, &question, &bound, c, NULL);
    mutaid_prover_free(prover);
    if (status == MUTAID_OK)
        add_case(s, c);
    return status;
}

void mutaid__boundary_bases(mutaid__boundary_search *s)
{
    mutaid_case *c;

    if (mutaid_case_new(s->found->rulebook, &c, NULL) != MUTAID_OK) {
        s->is_out_of_memory = true;
        return;
    }
    add_examples(s, c);
    if (s->bases.count == 0 && add_witness(s, c) == MUTAID_ERROR_MEMORY)
        s->is_out_of_memory = true;
    mutaid_case_free(c);
}

/* --- what is kept ---------------------------------------------------------------- */

/* Cases that went a way that no pair shows stand alone. */
static void add_lone_cases(mutaid__boundary_search *s)
{
    size_t i;
    uint32_t f;

    s->left += s->bases.count; /* they were counted when they were found */
    for (i = 0; i < s->bases.count && !s->is_out_of_memory; i++) {
        const mutaid__facts *base = &s->bases.items[i];
        size_t count = s->model->facts.count;
        mutaid__pair *pair = NULL;

        memcpy(s->facts.integers, base->integers, count * sizeof(int64_t));
        memcpy(s->facts.states, base->states, count);
        if (!mutaid__boundary_run(s, s->traces[0]))
            continue;
        for (f = 0; f < s->forks.count; f++) {
            uint64_t way = mutaid__way_number(f, s->traces[0][f]), *place;

            if (s->traces[0][f] == MUTAID__NOT_REACHED ||
                !mutaid__numbers_add(s, &s->shown, way))
                continue;
            if (!pair && !(pair = mutaid__array_push(s->arena, &s->pairs))) {
                s->is_out_of_memory = true;
                return;
            }
            pair->fact = MUTAID_NONE;
            pair->sides[0] = *base;
            place = mutaid__array_push(s->arena, &pair->shows);
            if (place)
                *place = way;
        }
    }
}

/* How many pairs show a number. */
static size_t shown_by(const mutaid__boundary_search *s, uint64_t number)
{
    size_t count = 0, i, j;

    for (i = 0; i < s->pairs.count && count < 2; i++)
        for (j = 0; j < s->pairs.items[i].shows.count; j++)
            if (!s->pairs.items[i].is_dropped &&
                s->pairs.items[i].shows.items[j] == number) {
                count++;
                break;
            }
    return count;
}

/* A pair of which others show everything is one too many. */
static void drop_pairs(mutaid__boundary_search *s)
{
    size_t i, j;

    for (i = 0; i < s->pairs.count; i++) {
        mutaid__pair *pair = &s->pairs.items[i];

        for (j = 0; j < pair->shows.count; j++)
            if (shown_by(s, pair->shows.items[j]) < 2)
                break;
        pair->is_dropped = j == pair->shows.count;
    }
}

static bool comes_before(const mutaid__pair *a, const mutaid__pair *b)
{
    if (a->fact != b->fact)
        return a->fact < b->fact;
    return a->fact != MUTAID_NONE &&
           a->sides[0].integers[a->fact] < b->sides[0].integers[a->fact];
}

static void sort_pairs(mutaid__boundary_search *s)
{
    mutaid__pair *pairs = s->pairs.items;
    size_t i, to;

    for (i = 1; i < s->pairs.count; i++) {
        mutaid__pair moving = pairs[i];

        for (to = i; to > 0 && comes_before(&moving, &pairs[to - 1]); to--)
            pairs[to] = pairs[to - 1];
        pairs[to] = moving;
    }
}

/* --- rows --------------------------------------------------------------------------- */

/* What makes rows of pairs. */
typedef struct row_maker {
    mutaid__boundary_search *s;
    mutaid_case *c;
    mutaid_decision *d;
    uint8_t *reach[2];
} row_maker;

typedef struct row_answer {
    mutaid_outcome outcome;
    int64_t least, most;
} row_answer;

static row_answer decide(row_maker *m, const mutaid__facts *facts)
{
    size_t count = m->s->model->facts.count;
    row_answer answer = {MUTAID_OUTCOME_UNDETERMINED, 0, 0};

    memcpy(m->c->integers, facts->integers, count * sizeof *facts->integers);
    memcpy(m->c->states, facts->states, count);
    if (mutaid__decide_answer(m->c, m->s->found->part, m->d, NULL) !=
        MUTAID_OK)
        return answer;
    answer.outcome = m->d->outcome;
    answer.least = m->d->least;
    answer.most = m->d->most;
    return answer;
}

static bool is_same(row_answer a, row_answer b)
{
    return a.outcome == b.outcome && a.least == b.least && a.most == b.most;
}

/* Leave out what makes no difference to any side, so that what is left is
 * worth reading. */
static void leave_out(row_maker *m, mutaid__pair *pair, size_t sides)
{
    row_answer wanted[2];
    uint32_t fact;
    size_t side;

    for (side = 0; side < sides; side++)
        wanted[side] = decide(m, &pair->sides[side]);
    for (fact = 0; fact < m->s->model->facts.count; fact++) {
        uint8_t states[2] = {0, 0};

        if (fact == pair->fact ||
            (pair->is_shifted &&
             m->s->model->facts.items[fact].shape.type == MUTAID_TYPE_DATE) ||
            pair->sides[0].states[fact] == MUTAID_STATE_OPEN)
            continue;
        for (side = 0; side < sides; side++) {
            states[side] = pair->sides[side].states[fact];
            pair->sides[side].states[fact] = MUTAID_STATE_OPEN;
        }
        for (side = 0; side < sides; side++)
            if (!is_same(decide(m, &pair->sides[side]), wanted[side]))
                break;
        if (side == sides)
            continue;
        for (side = 0; side < sides; side++)
            pair->sides[side].states[fact] = states[side];
    }
}

static uint32_t failed_clause(const mutaid__part_run *run)
{
    size_t i;

    for (i = 0; i < run->part->requires.count; i++)
        if (run->requires[i].may_fail && !run->requires[i].may_hold)
            return run->part->requires.items[i].clause;
    return MUTAID_NONE;
}

static void reach(row_maker *m, const mutaid__facts *facts, uint8_t *reach)
{
    memset(reach, 0, m->s->model->clauses.count);
    if (mutaid__study_run(&m->s->study, facts->integers, facts->states, NULL) ==
        MUTAID_OK)
        mutaid__study_reach(&m->s->study, reach);
}

/* The clause that makes the difference: the requirement that refuses one side,
 * or the innermost clause that came to something else. */
static uint32_t clause_of(row_maker *m, const mutaid__pair *pair)
{
    const mutaid__model *model = &m->s->found->rulebook->model;
    uint32_t failed[2], clause, found = MUTAID_NONE;
    size_t side, best = 0;

    for (side = 0; side < 2; side++) {
        reach(m, &pair->sides[side], m->reach[side]);
        failed[side] = failed_clause(&m->s->study.run);
    }
    if (failed[0] != failed[1])
        return failed[0] != MUTAID_NONE ? failed[0] : failed[1];
    for (clause = 0; clause < model->clauses.count; clause++) {
        const char *path = model->clauses.items[clause].path;
        size_t length = path ? strlen(path) : 0;

        if (m->reach[0][clause] == m->reach[1][clause] || length <= best)
            continue;
        best = length;
        found = clause;
    }
    return found;
}

static void add_row(row_maker *m, const mutaid__pair *pair, size_t side,
                    uint32_t clause)
{
    mutaid_boundaries *b = m->s->found;
    const mutaid__facts *from = &pair->sides[side];
    mutaid_boundary *row = mutaid__array_push(&b->arena, &b->rows);
    mutaid__facts *facts = mutaid__array_push(&b->arena, &b->facts);
    size_t count = m->s->model->facts.count;
    row_answer answer = decide(m, from);

    if (!row || !facts) {
        m->s->is_out_of_memory = true;
        return;
    }
    facts->integers = mutaid__arena_take(&b->arena, count * sizeof(int64_t));
    facts->states = mutaid__arena_take(&b->arena, count);
    if (!facts->integers || !facts->states) {
        m->s->is_out_of_memory = true;
        return;
    }
    memcpy(facts->integers, from->integers, count * sizeof(int64_t));
    memcpy(facts->states, from->states, count);
    row->struct_size = sizeof *row;
    row->fact = pair->fact;
    row->is_shifted = pair->is_shifted;
    if (pair->fact != MUTAID_NONE) {
        row->state = from->states[pair->fact];
        row->integer = from->integers[pair->fact];
    }
    row->clause = clause;
    row->outcome = answer.outcome;
    row->amount = answer.least;
}

static void make_rows(row_maker *m)
{
    mutaid__boundary_search *s = m->s;
    size_t i, side;

    for (i = 0; i < s->pairs.count && !s->is_out_of_memory; i++) {
        mutaid__pair *pair = &s->pairs.items[i];
        size_t sides = pair->fact == MUTAID_NONE ? 1 : 2;
        uint32_t clause = MUTAID_NONE;

        if (pair->is_dropped)
            continue;
        if (sides == 2)
            clause = clause_of(m, pair);
        leave_out(m, pair, sides);
        for (side = 0; side < sides; side++)
            add_row(m, pair, side, clause);
    }
}

void mutaid__boundary_keep(mutaid__boundary_search *s)
{
    size_t clauses = s->model->clauses.count;
    row_maker m = {s, NULL, NULL, {NULL, NULL}};

    add_lone_cases(s);
    drop_pairs(s);
    sort_pairs(s);
    m.reach[0] = mutaid__arena_take(s->arena, clauses);
    m.reach[1] = mutaid__arena_take(s->arena, clauses);
    if (!m.reach[0] || !m.reach[1] ||
        mutaid_case_new(s->found->rulebook, &m.c, NULL) != MUTAID_OK ||
        mutaid_decision_new(s->found->rulebook, &m.d, NULL) != MUTAID_OK)
        s->is_out_of_memory = true;
    else
        make_rows(&m);
    mutaid_case_free(m.c);
    mutaid_decision_free(m.d);
    s->found->info.count = s->found->rows.count;
    s->found->info.way_count = s->ways.count;
}

/* --- looking at it ------------------------------------------------------------------- */

mutaid_status mutaid_boundaries_describe(const mutaid_boundaries *boundaries,
                                         mutaid_boundaries_info *info_out,
                                         mutaid_error *error)
{
    if (!boundaries || !info_out)
        return mutaid__fail_argument(error,
                                     boundaries ? "info_out" : "boundaries");
    return mutaid__copy_sized(info_out, &boundaries->info, sizeof *info_out,
                              error);
}

mutaid_status mutaid_boundaries_at(const mutaid_boundaries *boundaries,
                                   size_t position,
                                   mutaid_boundary *boundary_out,
                                   mutaid_error *error)
{
    if (!boundaries || !boundary_out)
        return mutaid__fail_argument(
            error, boundaries ? "boundary_out" : "boundaries");
    if (position >= boundaries->rows.count)
        return mutaid__fail_argument(error, "position");
    return mutaid__copy_sized(boundary_out, &boundaries->rows.items[position],
                              sizeof *boundary_out, error);
}

mutaid_status mutaid_boundaries_case(const mutaid_boundaries *boundaries,
                                     size_t position, mutaid_case *c,
                                     mutaid_error *error)
{
    const mutaid__facts *facts;
    size_t count;

    if (!boundaries || !c)
        return mutaid__fail_argument(error, boundaries ? "c" : "boundaries");
    if (c->rulebook != boundaries->rulebook)
        return mutaid__fail(error, MUTAID_CODE_OTHER_RULEBOOK, NULL, NULL,
                            NULL);
    if (position >= boundaries->facts.count)
        return mutaid__fail_argument(error, "position");
    facts = &boundaries->facts.items[position];
    count = boundaries->rulebook->model.facts.count;
    memcpy(c->integers, facts->integers, count * sizeof *c->integers);
    memcpy(c->states, facts->states, count);
    return MUTAID_OK;
}
