/* SPDX-License-Identifier: MIT */
/* turn.c - the nearest value of one fact that would turn a refusal. */
#include "prove/turn.h"

#include "base/sized.h"
#include <string.h>

/* Evaluations for one fact; past it the search says that it gave up. */
#define MOST_EVALUATIONS 5000

/* A search at work: one fact after another. */
typedef struct seeker {
    mutaid_turns *turns;
    const mutaid_case *given;
    const mutaid__model *model;
    mutaid__workspace workspace;
    mutaid__part_run run;
    mutaid__span *facts; /* the case, but for the fact at hand */
    mutaid_case *c;      /* the same, to be decided */
    mutaid_decision *d;
    size_t part;
    uint32_t fact;
    size_t left;           /* evaluations */
    mutaid_status status;  /* only MEMORY ends the search */
} seeker;

/* --- one value, or a range of them ------------------------------------------- */

/* Put a range in place of the fact at hand; false if the other facts rule all
 * of it out. They may narrow it. */
static bool take(seeker *s, mutaid__span span)
{
    uint32_t earlier, later;

    memcpy(s->facts, s->turns->given, s->model->facts.count * sizeof span);
    s->facts[s->fact] = span;
    return mutaid__order_facts(s->model, s->facts, &earlier, &later);
}

/* Whether a value in the range may turn the case. */
static bool may_turn(seeker *s, mutaid__span span)
{
    if (s->status != MUTAID_OK || !take(s, span))
        return false;
    if (s->left == 0) {
        s->turns->is_complete = false;
        return false;
    }
    s->left--;
    s->turns->evaluations++;
    s->status = mutaid__evaluate(&s->workspace, s->facts, &s->run);
    return s->status == MUTAID_OK && s->run.answer.may_pay;
}

/* Decide with one value of the fact: whether it turns the case. */
static bool turns(seeker *s, mutaid_state state, int64_t integer)
{
    mutaid_error error = MUTAID_ERROR_INIT;

    s->c->states[s->fact] = (uint8_t)state;
    s->c->integers[s->fact] = integer;
    if (mutaid__decide_answer(s->c, s->part, s->d, &error) != MUTAID_OK) {
        if (error.status == MUTAID_ERROR_MEMORY)
            s->status = error.status;
        return false;
    }
    return s->d->outcome != MUTAID_OUTCOME_REFUSED;
}

static bool turns_at(seeker *s, int64_t integer)
{
    return may_turn(s, mutaid__span_point(mutaid__wide_of(integer))) &&
           turns(s, MUTAID_STATE_GIVEN, integer);
}

static void keep(seeker *s, mutaid_state state, int64_t integer,
                 int64_t distance)
{
    mutaid_turn *turn;

    /* the decision may have gone on to other values */
    if (!turns(s, state, integer))
        return;
    turn = mutaid__array_push(&s->turns->arena, &s->turns->found);
    if (!turn) {
        s->status = MUTAID_ERROR_MEMORY;
        return;
    }
    turn->struct_size = sizeof *turn;
    turn->fact = s->fact;
    turn->state = (int32_t)state;
    turn->integer = integer;
    turn->distance = distance;
    turn->outcome = s->d->outcome;
    turn->least = s->d->least;
    turn->most = s->d->most;
}

/* --- numbers and dates ----------------------------------------------------------- */

/* The value nearest to one end of least..most that turns the case. The range
 * is halved, so this goes no deeper than an integer has bits. */
static bool seek(seeker *s, int64_t least, int64_t most, bool rises,
                 int64_t *found)
{
    mutaid__span range = {mutaid__wide_of(least), mutaid__wide_of(most),
                          MUTAID__MAY_GIVEN};
    int64_t middle;

    if (least > most)
        return false;
    if (least == most) {
        *found = least;
        return turns_at(s, least);
    }
    if (!may_turn(s, range))
        return false;
    middle = least + (most - least) / 2;
    if (rises)
        return seek(s, least, middle, rises, found) ||
               seek(s, middle + 1, most, rises, found);
    return seek(s, middle + 1, most, rises, found) ||
           seek(s, least, middle, rises, found);
}

/* The nearest value on either side of `near`. */
static void seek_number(seeker *s, const mutaid__fact *fact, int64_t near,
                        bool has_value)
{
    int64_t above = 0, below = 0, least = fact->at_least;
    bool is_above = seek(s, has_value ? near + 1 : near, fact->at_most, true,
                         &above);
    bool is_below;

    if (is_above && near - least > above - near)
        least = near - (above - near) + 1;
    is_below = seek(s, least, near - 1, false, &below);
    if (is_below)
        keep(s, MUTAID_STATE_GIVEN, below, has_value ? below - near : 0);
    else if (is_above)
        keep(s, MUTAID_STATE_GIVEN, above, has_value ? above - near : 0);
}

/* --- any fact -------------------------------------------------------------------- */

static void seek_code(seeker *s, const mutaid__fact *fact)
{
    const mutaid__span *given = &s->turns->given[s->fact];
    int64_t integer;

    for (integer = fact->at_least; integer <= fact->at_most; integer++) {
        mutaid__span point = mutaid__span_point(mutaid__wide_of(integer));

        if (!mutaid__span_equal(given, &point) && turns_at(s, integer))
            keep(s, MUTAID_STATE_GIVEN, integer, 0);
    }
}

/* Where a search begins when the case has no value: a date on the day of the
 * part, a number at its least. */
static int64_t begin_at(const seeker *s, const mutaid__fact *fact)
{
    const mutaid__span *day = &s->run.groups[0].day;
    int64_t at;

    if (fact->shape.type == MUTAID_TYPE_DATE &&
        mutaid__span_is_settled(day) && day->may == MUTAID__MAY_GIVEN &&
        mutaid__wide_fits(day->least, &at) && at >= fact->at_least &&
        at <= fact->at_most)
        return at;
    return fact->at_least;
}

static void seek_given(seeker *s, const mutaid__fact *fact)
{
    const mutaid__span *given = &s->turns->given[s->fact];
    mutaid__span range = {mutaid__wide_of(fact->at_least),
                          mutaid__wide_of(fact->at_most), MUTAID__MAY_GIVEN};
    bool has_value = given->may == MUTAID__MAY_GIVEN;
    int64_t near = begin_at(s, fact);

    if (!may_turn(s, range))
        return;
    if (has_value)
        near = (int64_t)mutaid__wide_low(given->least);
    if (fact->shape.type == MUTAID_TYPE_FLAG ||
        fact->shape.type == MUTAID_TYPE_CHOICE)
        seek_code(s, fact);
    else
        seek_number(s, fact, near, has_value);
}

static void seek_absent(seeker *s, const mutaid__fact *fact)
{
    mutaid__span absent = mutaid__span_state(MUTAID_STATE_ABSENT);

    if (fact->is_optional &&
        s->turns->given[s->fact].may == MUTAID__MAY_GIVEN &&
        may_turn(s, absent) && turns(s, MUTAID_STATE_ABSENT, 0))
        keep(s, MUTAID_STATE_ABSENT, 0, 0);
}

/* Facts that are not given are not changed: they are still to be asked. */
static mutaid_status seek_facts(seeker *s)
{
    const bool *reads = s->turns->rulebook->parts[s->part].reads;
    uint32_t f;

    for (f = 0; f < s->model->facts.count && s->status == MUTAID_OK; f++) {
        const mutaid__fact *fact = &s->model->facts.items[f];

        if (!reads[f] || !mutaid__span_is_settled(&s->turns->given[f]))
            continue;
        s->fact = f;
        s->left = MOST_EVALUATIONS;
        seek_given(s, fact);
        seek_absent(s, fact);
        s->c->states[f] = s->given->states[f];
        s->c->integers[f] = s->given->integers[f];
    }
    return s->status;
}

/* --- the search ------------------------------------------------------------------- */

static mutaid_status begin(seeker *s, mutaid_error *error)
{
    mutaid_turns *t = s->turns;
    size_t count = s->model->facts.count;

    t->given = mutaid__arena_take(&t->arena, count * sizeof *t->given);
    s->facts = mutaid__arena_take(&t->arena, count * sizeof *s->facts);
    if (!t->given || !s->facts ||
        mutaid__workspace_init(&s->workspace, &t->arena, s->model) !=
            MUTAID_OK ||
        mutaid__part_run_init(&s->workspace, &t->rulebook->parts[s->part],
                              &s->run) != MUTAID_OK)
        return mutaid__fail_memory(error);
    s->workspace.calendar = s->given->calendar;
    s->workspace.keeps_open = true;
    TRY(mutaid_case_new(t->rulebook, &s->c, error));
    TRY(mutaid_decision_new(t->rulebook, &s->d, error));
    memcpy(s->c->integers, s->given->integers, count * sizeof *s->c->integers);
    memcpy(s->c->states, s->given->states, count);
    s->c->calendar = s->given->calendar;
    return MUTAID_OK;
}

static mutaid_status find(seeker *s, mutaid_error *error)
{
    TRY(begin(s, error));
    TRY(mutaid_decide_at(s->c, s->part, s->d, error));
    memcpy(s->turns->given, s->d->facts,
           s->model->facts.count * sizeof *s->facts);
    s->turns->outcome = s->d->outcome;
    s->turns->is_complete = true;
    if (s->d->outcome != MUTAID_OUTCOME_REFUSED)
        return MUTAID_OK;
    memcpy(s->facts, s->turns->given, s->model->facts.count * sizeof *s->facts);
    s->status = mutaid__evaluate(&s->workspace, s->facts, &s->run);
    if (seek_facts(s) != MUTAID_OK)
        return mutaid__fail_memory(error);
    return MUTAID_OK;
}

static mutaid_status new_turns(mutaid_rulebook *rulebook,
                               mutaid_turns **turns_out, mutaid_error *error)
{
    mutaid__memory memory;
    mutaid_turns *t;

    mutaid__memory_init(&memory, &rulebook->memory.allocator,
                        rulebook->case_memory_cap);
    t = mutaid__memory_take(&memory, sizeof *t);
    if (!t)
        return mutaid__fail_memory(error);
    t->memory = memory;
    t->rulebook = mutaid_rulebook_ref(rulebook);
    mutaid__arena_init(&t->arena, &t->memory);
    *turns_out = t;
    return MUTAID_OK;
}

mutaid_status mutaid_turns_find(const mutaid_case *c, size_t part,
                                mutaid_turns **turns_out, mutaid_error *error)
{
    seeker s = {0};
    mutaid_status status;

    if (!c || !turns_out)
        return mutaid__fail_argument(error, c ? "turns_out" : "c");
    if (part >= c->rulebook->part_count)
        return mutaid__fail_argument(error, "part");
    TRY(new_turns(c->rulebook, &s.turns, error));
    s.given = c;
    s.model = &c->rulebook->model;
    s.part = part;
    status = find(&s, error);
    mutaid_case_free(s.c);
    mutaid_decision_free(s.d);
    if (status == MUTAID_OK)
        *turns_out = s.turns;
    else
        mutaid_turns_free(s.turns);
    return status;
}

void mutaid_turns_free(mutaid_turns *turns)
{
    mutaid_rulebook *rulebook;
    mutaid__memory memory;

    if (!turns)
        return;
    rulebook = turns->rulebook;
    mutaid__arena_free(&turns->arena);
    memory = turns->memory;
    mutaid__memory_release(&memory, turns, sizeof *turns);
    mutaid_rulebook_unref(rulebook);
}

/* --- looking at it ---------------------------------------------------------------- */

mutaid_status mutaid_turns_describe(const mutaid_turns *turns,
                                    mutaid_turns_info *info_out,
                                    mutaid_error *error)
{
    mutaid_turns_info info = MUTAID_TURNS_INFO_INIT;

    if (!turns || !info_out)
        return mutaid__fail_argument(error, turns ? "info_out" : "turns");
    info.outcome = turns->outcome;
    info.is_complete = turns->is_complete;
    info.count = turns->found.count;
    info.evaluations = turns->evaluations;
    return mutaid__copy_sized(info_out, &info, sizeof info, error);
}

mutaid_status mutaid_turns_at(const mutaid_turns *turns, size_t position,
                              mutaid_turn *turn_out, mutaid_error *error)
{
    if (!turns || !turn_out)
        return mutaid__fail_argument(error, turns ? "turn_out" : "turns");
    if (position >= turns->found.count)
        return mutaid__fail_argument(error, "position");
    return mutaid__copy_sized(turn_out, &turns->found.items[position],
                              sizeof *turn_out, error);
}
