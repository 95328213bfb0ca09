/* SPDX-License-Identifier: MIT */
/* boundary.c - the edges of a part: searched fact by fact, case by case. */
#include "prove/boundary.h"

#include "decide/decision.h"

#include <string.h>

#define BUDGET 200000
/* An integer has 63 bits to halve. */
#define MOST_DEPTH 66

/* --- numbers ----------------------------------------------------------------- */

static bool numbers_grow(mutaid__boundary_search *s, mutaid__numbers *numbers)
{
    size_t count = numbers->slot_count ? 2 * numbers->slot_count : 1024, i, at;
    uint64_t *slots = mutaid__arena_take(s->arena, count * sizeof *slots);

    if (!slots) {
        s->is_out_of_memory = true;
        return false;
    }
    for (i = 0; i < numbers->slot_count; i++) {
        if (!numbers->slots[i])
            continue;
        for (at = (size_t)numbers->slots[i] & (count - 1); slots[at];)
            at = (at + 1) & (count - 1);
        slots[at] = numbers->slots[i];
    }
    numbers->slots = slots;
    numbers->slot_count = count;
    return true;
}

bool mutaid__numbers_has(const mutaid__numbers *numbers, uint64_t number)
{
    size_t at;

    if (numbers->slot_count == 0)
        return false;
    at = (size_t)number & (numbers->slot_count - 1);
    while (numbers->slots[at] && numbers->slots[at] != number)
        at = (at + 1) & (numbers->slot_count - 1);
    return numbers->slots[at] != 0;
}

bool mutaid__numbers_add(mutaid__boundary_search *s, mutaid__numbers *numbers,
                         uint64_t number)
{
    size_t at;

    if (mutaid__numbers_has(numbers, number) ||
        (2 * numbers->count >= numbers->slot_count &&
         !numbers_grow(s, numbers)))
        return false;
    at = (size_t)number & (numbers->slot_count - 1);
    while (numbers->slots[at])
        at = (at + 1) & (numbers->slot_count - 1);
    numbers->slots[at] = number;
    numbers->count++;
    return true;
}

/* Spread, so that neighbours do not crowd a table; never 0. */
static uint64_t spread(uint64_t number)
{
    number *= UINT64_C(0x9E3779B97F4A7C15);
    number ^= number >> 29;
    return number ? number : 1;
}

uint64_t mutaid__way_number(uint32_t fork, int32_t way)
{
    return spread((uint64_t)fork << 32 | (uint32_t)way);
}

uint64_t mutaid__turn_number(uint32_t fork, int32_t way, int32_t other)
{
    uint64_t low = (uint32_t)(way < other ? way : other);
    uint64_t high = (uint32_t)(way < other ? other : way);

    return spread(UINT64_C(1) << 63 | (uint64_t)fork << 40 | high << 20 | low);
}

/* --- one case ------------------------------------------------------------------ */

mutaid__facts mutaid__facts_copy(mutaid__boundary_search *s,
                                 const mutaid__facts *facts)
{
    size_t count = s->model->facts.count;
    mutaid__facts copy;

    copy.integers =
        mutaid__arena_take(s->arena, count * sizeof *copy.integers);
    copy.states = mutaid__arena_take(s->arena, count);
    if (!copy.integers || !copy.states) {
        s->is_out_of_memory = true;
        return *facts;
    }
    memcpy(copy.integers, facts->integers, count * sizeof *copy.integers);
    memcpy(copy.states, facts->states, count);
    return copy;
}

static void add_base(mutaid__boundary_search *s)
{
    mutaid__facts *base = mutaid__array_push(s->arena, &s->bases);

    if (base)
        *base = mutaid__facts_copy(s, &s->facts);
    else
        s->is_out_of_memory = true;
}

/* A case that goes a way that none went before is one to start from. */
static void note_ways(mutaid__boundary_search *s, const int32_t *trace)
{
    bool is_new = false;
    uint32_t f;

    for (f = 0; f < s->forks.count; f++)
        if (trace[f] != MUTAID__NOT_REACHED &&
            mutaid__numbers_add(s, &s->ways, mutaid__way_number(f, trace[f])))
            is_new = true;
    if (is_new)
        add_base(s);
}

bool mutaid__boundary_run(mutaid__boundary_search *s, int32_t *trace)
{
    mutaid_status status;

    if (s->left == 0 || s->is_out_of_memory)
        return false;
    s->left--;
    status = mutaid__study_run(&s->study, s->facts.integers, s->facts.states,
                               NULL);
    if (status == MUTAID_ERROR_MEMORY)
        s->is_out_of_memory = true;
    if (status != MUTAID_OK)
        return false;
    mutaid__forks_trace(&s->forks, trace);
    note_ways(s, trace);
    return true;
}

/* --- pairs ----------------------------------------------------------------------- */

/* What a pair shows of a fork: by neighbours where it turns, by others which
 * ways it can go. */
static void show(mutaid__boundary_search *s, mutaid__pair *pair, uint32_t fork,
                 int32_t way, int32_t other, bool is_near)
{
    uint64_t numbers[3];
    size_t i;

    numbers[0] = mutaid__way_number(fork, way);
    numbers[1] = mutaid__way_number(fork, other);
    numbers[2] = mutaid__turn_number(fork, way, other);
    for (i = 0; i < (is_near ? 3u : 2u); i++) {
        uint64_t *place = mutaid__array_push(s->arena, &pair->shows);

        (void)mutaid__numbers_add(s, &s->shown, numbers[i]);
        if (place)
            *place = numbers[i];
        else
            s->is_out_of_memory = true;
    }
}

static bool is_news(const mutaid__boundary_search *s, uint32_t fork,
                    int32_t way, int32_t other, bool is_near)
{
    if (way == other || way == MUTAID__NOT_REACHED ||
        other == MUTAID__NOT_REACHED)
        return false;
    if (is_near)
        return !mutaid__numbers_has(&s->shown,
                                    mutaid__turn_number(fork, way, other));
    return !mutaid__numbers_has(&s->shown, mutaid__way_number(fork, way)) ||
           !mutaid__numbers_has(&s->shown, mutaid__way_number(fork, other));
}

static bool has_news(const mutaid__boundary_search *s, const int32_t *a,
                     const int32_t *b, bool is_near)
{
    uint32_t f;

    for (f = 0; f < s->forks.count; f++)
        if (is_news(s, f, a[f], b[f], is_near))
            return true;
    return false;
}

/* The fact that the part is dated by, or MUTAID_NONE. */
static uint32_t day_of(const mutaid__boundary_search *s)
{
    const mutaid__word *dated_by = s->study.part.groups.items[0].dated_by;

    return dated_by->target == MUTAID__TARGET_FACT ? dated_by->index
                                                   : MUTAID_NONE;
}

/* Keep the case at hand beside `other`. */
static void keep_pair(mutaid__boundary_search *s, uint32_t fact,
                      const mutaid__facts *other, const int32_t *a,
                      const int32_t *b, bool is_near)
{
    mutaid__pair *pair;
    uint32_t f;

    if (!has_news(s, a, b, is_near))
        return;
    pair = mutaid__array_push(s->arena, &s->pairs);
    if (!pair) {
        s->is_out_of_memory = true;
        return;
    }
    pair->is_shifted = fact == s->model->facts.count;
    pair->fact = pair->is_shifted ? day_of(s) : fact;
    pair->sides[0] = mutaid__facts_copy(s, other);
    pair->sides[1] = mutaid__facts_copy(s, &s->facts);
    for (f = 0; f < s->forks.count; f++)
        if (a[f] != b[f] && a[f] != MUTAID__NOT_REACHED &&
            b[f] != MUTAID__NOT_REACHED)
            show(s, pair, f, a[f], b[f], is_near);
}

/* --- numbers and dates ------------------------------------------------------------- */

static bool is_given_date(const mutaid__boundary_search *s, uint32_t fact)
{
    return s->model->facts.items[fact].shape.type == MUTAID_TYPE_DATE &&
           s->base->states[fact] == MUTAID_STATE_GIVEN;
}

/* Give the fact at hand a value; past the last fact stands the case as a
 * whole, so many days later. */
static void put(mutaid__boundary_search *s, uint32_t fact, int64_t value)
{
    uint32_t f;

    if (fact < s->model->facts.count) {
        s->facts.integers[fact] = value;
        return;
    }
    for (f = 0; f < s->model->facts.count; f++)
        if (is_given_date(s, f))
            s->facts.integers[f] = s->base->integers[f] + value;
}

/* Between two values something goes another way: halve until it is known
 * where. */
static void halve(mutaid__boundary_search *s, uint32_t fact, int64_t low,
                  int64_t high, const int32_t *a, const int32_t *b,
                  size_t depth)
{
    int64_t middle = low + (high - low) / 2;
    int32_t *trace = s->traces[depth];
    mutaid__facts other;

    if (depth + 1 >= MOST_DEPTH || s->is_out_of_memory ||
        !has_news(s, a, b, true))
        return;
    if (high - low == 1) {
        put(s, fact, low);
        other = mutaid__facts_copy(s, &s->facts);
        put(s, fact, high);
        keep_pair(s, fact, &other, a, b, true);
        return;
    }
    put(s, fact, middle);
    if (!mutaid__boundary_run(s, trace))
        return;
    halve(s, fact, low, middle, a, trace, depth + 1);
    halve(s, fact, middle, high, trace, b, depth + 1);
}

/* The values of a fact that its own range and the other facts allow. */
static bool range_of(mutaid__boundary_search *s, uint32_t fact, int64_t *least,
                     int64_t *most)
{
    const mutaid__fact *f = &s->model->facts.items[fact];
    mutaid__span *facts = s->study.facts;
    uint32_t earlier, later;
    size_t i;

    for (i = 0; i < s->model->facts.count; i++)
        facts[i] = mutaid__fact_span(&s->model->facts.items[i],
                                     s->facts.integers[i], s->facts.states[i]);
    facts[fact].least = mutaid__wide_of(f->at_least);
    facts[fact].most = mutaid__wide_of(f->at_most);
    facts[fact].may = MUTAID__MAY_GIVEN;
    if (!mutaid__order_facts(s->model, facts, &earlier, &later))
        return false;
    *least = (int64_t)mutaid__wide_low(facts[fact].least);
    *most = (int64_t)mutaid__wide_low(facts[fact].most);
    return *least < *most;
}

/* What comes next past `at`: an edge of the programs (that of the day, for the
 * case as a whole), the value of the base and its neighbours, the end. */
static int64_t next_stop(const mutaid__boundary_search *s, uint32_t fact,
                         int64_t at, int64_t near, int64_t most)
{
    bool is_whole = fact == s->model->facts.count;
    uint32_t edged = is_whole ? day_of(s) : fact;
    int64_t origin = is_whole ? s->base->integers[edged] : 0;
    const struct mutaid__edge_list *list = &s->edges->by_fact[edged];
    int64_t stop = most, step;
    size_t i = 0;

    for (step = -1; step <= 1; step++)
        if (near + step > at && near + step < stop)
            stop = near + step;
    while (i < list->values.count && list->values.items[i] - origin <= at)
        i++;
    if (i < list->values.count && list->values.items[i] - origin < stop)
        stop = list->values.items[i] - origin;
    return stop;
}

static void search_range(mutaid__boundary_search *s, uint32_t fact,
                         int64_t least, int64_t near, int64_t most)
{
    int32_t *before = s->traces[0], *here = s->traces[1], *swapped;
    int64_t at = least, stop;

    put(s, fact, at);
    if (!mutaid__boundary_run(s, before))
        return;
    while (at < most) {
        stop = next_stop(s, fact, at, near, most);
        put(s, fact, stop);
        if (!mutaid__boundary_run(s, here))
            return;
        halve(s, fact, at, stop, before, here, 2);
        swapped = before;
        before = here;
        here = swapped;
        at = stop;
    }
}

static void search_number(mutaid__boundary_search *s, uint32_t fact,
                          int64_t near)
{
    int64_t least, most;

    if (range_of(s, fact, &least, &most))
        search_range(s, fact, least, near, most);
}

/* The same case earlier and later: a rule that changes is met with everything
 * else as it was. */
static void search_days(mutaid__boundary_search *s)
{
    int64_t earlier = INT64_MIN, later = INT64_MAX;
    uint32_t f;

    if (day_of(s) == MUTAID_NONE ||
        s->base->states[day_of(s)] != MUTAID_STATE_GIVEN)
        return;
    for (f = 0; f < s->model->facts.count; f++) {
        const mutaid__fact *fact = &s->model->facts.items[f];

        if (!is_given_date(s, f))
            continue;
        if (fact->at_least - s->base->integers[f] > earlier)
            earlier = fact->at_least - s->base->integers[f];
        if (fact->at_most - s->base->integers[f] < later)
            later = fact->at_most - s->base->integers[f];
    }
    if (earlier < later)
        search_range(s, (uint32_t)s->model->facts.count, earlier, 0, later);
}

/* --- all facts --------------------------------------------------------------------- */

/* Another state or code of the fact, beside the base. */
static void try_other(mutaid__boundary_search *s, uint32_t fact,
                      const mutaid__facts *base, mutaid_state state,
                      int64_t integer)
{
    s->facts.states[fact] = (uint8_t)state;
    s->facts.integers[fact] = integer;
    if (mutaid__boundary_run(s, s->traces[1]))
        keep_pair(s, fact, base, s->traces[0], s->traces[1], false);
}

static void search_codes(mutaid__boundary_search *s, uint32_t fact,
                         const mutaid__facts *base)
{
    const mutaid__fact *f = &s->model->facts.items[fact];
    int64_t code;

    if (!mutaid__boundary_run(s, s->traces[0]))
        return;
    for (code = f->at_least; code <= f->at_most; code++)
        if (base->states[fact] != MUTAID_STATE_GIVEN ||
            code != base->integers[fact])
            try_other(s, fact, base, MUTAID_STATE_GIVEN, code);
}

static bool is_code(const mutaid__fact *fact)
{
    return fact->shape.type == MUTAID_TYPE_FLAG ||
           fact->shape.type == MUTAID_TYPE_CHOICE;
}

static void search_fact(mutaid__boundary_search *s, uint32_t fact,
                        const mutaid__facts *base)
{
    const mutaid__fact *f = &s->model->facts.items[fact];
    bool is_given = base->states[fact] == MUTAID_STATE_GIVEN;
    int64_t near = is_given ? base->integers[fact] : f->at_least;

    if (is_code(f))
        search_codes(s, fact, base);
    if (is_given && f->is_optional && mutaid__boundary_run(s, s->traces[0]))
        try_other(s, fact, base, MUTAID_STATE_ABSENT, 0);
    if (is_code(f))
        return;
    s->facts.states[fact] = MUTAID_STATE_GIVEN;
    search_number(s, fact, near);
}

static void restore(mutaid__boundary_search *s)
{
    size_t count = s->model->facts.count;

    memcpy(s->facts.integers, s->base->integers, count * sizeof(int64_t));
    memcpy(s->facts.states, s->base->states, count);
}

static void search_from(mutaid__boundary_search *s, size_t base_number)
{
    mutaid__facts base = s->bases.items[base_number];
    uint32_t fact;

    s->base = &base;
    restore(s);
    search_days(s);
    for (fact = 0; fact < s->model->facts.count && !s->is_out_of_memory;
         fact++) {
        if (!s->study.part.reads[fact])
            continue;
        restore(s);
        search_fact(s, fact, &base);
    }
    s->base = NULL;
}

static bool begin(mutaid__boundary_search *s)
{
    size_t count = s->model->facts.count, i;
    const mutaid_rulebook *rulebook = s->found->rulebook;

    s->facts.integers = mutaid__arena_take(s->arena, count * sizeof(int64_t));
    s->facts.states = mutaid__arena_take(s->arena, count);
    s->traces = mutaid__arena_take(s->arena, MOST_DEPTH * sizeof *s->traces);
    if (!s->facts.integers || !s->facts.states || !s->traces ||
        mutaid__study_init(&s->study, &s->found->memory, s->model,
                           &rulebook->parts[s->found->part]) != MUTAID_OK ||
        mutaid__forks_init(&s->forks, s->arena, &s->study) != MUTAID_OK ||
        mutaid__edges_find(s->arena, s->model, &s->study.part, &s->edges) !=
            MUTAID_OK)
        return false;
    for (i = 0; i < MOST_DEPTH; i++) {
        s->traces[i] = mutaid__arena_take(
            s->arena, s->forks.count * sizeof **s->traces);
        if (!s->traces[i])
            return false;
    }
    return true;
}

static mutaid_status search(mutaid__boundary_search *s, mutaid_error *error)
{
    size_t i, budget = s->left;

    if (!begin(s))
        return mutaid__fail_memory(error);
    mutaid__boundary_bases(s);
    for (i = 0; i < s->bases.count && s->left > 0 && !s->is_out_of_memory; i++)
        search_from(s, i);
    s->found->info.is_complete = s->left > 0;
    s->found->info.evaluations = budget - s->left;
    mutaid__boundary_keep(s);
    return s->is_out_of_memory ? mutaid__fail_memory(error) : MUTAID_OK;
}

/* --- the object ----------------------------------------------------------------------- */

static mutaid_status new_boundaries(mutaid_rulebook *rulebook, uint32_t part,
                                    mutaid_boundaries **out,
                                    mutaid_error *error)
{
    static const mutaid_boundaries_info start = MUTAID_BOUNDARIES_INFO_INIT;
    mutaid__memory memory;
    mutaid_boundaries *b;

    mutaid__memory_init(&memory, &rulebook->memory.allocator,
                        rulebook->memory.cap);
    b = mutaid__memory_take(&memory, sizeof *b);
    if (!b)
        return mutaid__fail_memory(error);
    b->memory = memory;
    b->rulebook = mutaid_rulebook_ref(rulebook);
    mutaid__arena_init(&b->arena, &b->memory);
    b->part = part;
    b->info = start;
    b->info.part = part;
    *out = b;
    return MUTAID_OK;
}

mutaid_status mutaid_boundaries_find(mutaid_rulebook *rulebook, size_t part,
                                     size_t budget,
                                     mutaid_boundaries **boundaries_out,
                                     mutaid_error *error)
{
    mutaid__boundary_search s = {0};
    mutaid__arena scratch;
    mutaid_status status;

    if (!rulebook || !boundaries_out)
        return mutaid__fail_argument(error,
                                     rulebook ? "boundaries_out" : "rulebook");
    if (part >= rulebook->part_count)
        return mutaid__fail_argument(error, "part");
    TRY(new_boundaries(rulebook, (uint32_t)part, &s.found, error));
    mutaid__arena_init(&scratch, &s.found->memory);
    s.arena = &scratch;
    s.model = &rulebook->model;
    s.left = budget ? budget : BUDGET;
    status = search(&s, error);
    mutaid__study_free(&s.study);
    mutaid__arena_free(&scratch);
    if (status == MUTAID_OK)
        *boundaries_out = s.found;
    else
        mutaid_boundaries_free(s.found);
    return status;
}

void mutaid_boundaries_free(mutaid_boundaries *boundaries)
{
    mutaid_rulebook *rulebook;
    mutaid__memory memory;

    if (!boundaries)
        return;
    rulebook = boundaries->rulebook;
    mutaid__arena_free(&boundaries->arena);
    memory = boundaries->memory;
    mutaid__memory_release(&memory, boundaries, sizeof *boundaries);
    mutaid_rulebook_unref(rulebook);
}
