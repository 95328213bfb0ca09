/* SPDX-License-Identifier: MIT */
/* open.c - facts that are not given: split, joined, bounds made tight. */
#include "decide/open.h"

#include <string.h>

/* How many facts may be split below one another. */
#define MOST_DEPTH 24

/* At how many values an open number is tried. */
#define PROBES 5

/* A split on the way to a leaf: which fact, which of its ways. */
typedef struct mutaid__node {
    uint32_t parent;
    uint32_t fact;
    uint32_t way;
} node;

/* A stretch of the one open number, while its bounds are made tight. */
typedef struct mutaid__box {
    mutaid__wide least, most;
    mutaid__answer answer;
} box;

#define ROOT MUTAID_NONE

mutaid_status mutaid__opening_init(mutaid__workspace *w,
                                   mutaid__opening *opening)
{
    size_t facts = w->model->facts.count;
    mutaid__arena *arena = w->arena;

    opening->missing =
        mutaid__arena_take(arena, facts * sizeof *opening->missing);
    opening->boxes = mutaid__arena_take(
        arena, MUTAID__MOST_EVALUATIONS * sizeof *opening->boxes);
    opening->nodes = mutaid__arena_take(
        arena, MUTAID__MOST_EVALUATIONS * sizeof *opening->nodes);
    opening->leaves = mutaid__arena_take(
        arena, MUTAID__MOST_EVALUATIONS * sizeof *opening->leaves);
    opening->facts = mutaid__arena_take(
        arena, (MOST_DEPTH + 2) * facts * sizeof *opening->facts);
    opening->reached =
        mutaid__arena_take(arena, w->word_count * sizeof *opening->reached);
    opening->at_leaf =
        mutaid__arena_take(arena, w->word_count * sizeof *opening->at_leaf);
    return opening->at_leaf && opening->missing && opening->boxes && opening->nodes &&
                   opening->leaves && opening->facts && opening->reached
               ? MUTAID_OK
               : MUTAID_ERROR_MEMORY;
}

/* --- relations between facts ------------------------------------------------------------ */

/* A range in which nothing is left: absent, if the fact may be that. */
static bool close_range(mutaid__span *span)
{
    if (mutaid__wide_compare(span->least, span->most) <= 0)
        return true;
    if (!(span->may & MUTAID__MAY_ABSENT))
        return false;
    *span = mutaid__span_state(MUTAID_STATE_ABSENT);
    return true;
}

/* False if the two contradict each other; `*has_changed` if a bound moved. */
static bool order_pair(mutaid__span *earlier, mutaid__span *later,
                       bool *has_changed)
{
    mutaid__wide least = later->least, most = earlier->most;

    if (!(earlier->may & later->may & MUTAID__MAY_GIVEN))
        return true;
    if (earlier->may == MUTAID__MAY_GIVEN)
        later->least = mutaid__wide_max(least, earlier->least);
    if (later->may == MUTAID__MAY_GIVEN)
        earlier->most = mutaid__wide_min(most, later->most);
    *has_changed = *has_changed ||
                   mutaid__wide_compare(later->least, least) != 0 ||
                   mutaid__wide_compare(earlier->most, most) != 0;
    return close_range(earlier) && close_range(later);
}

bool mutaid__order_facts(const mutaid__model *model, mutaid__span *facts,
                         uint32_t *earlier_out, uint32_t *later_out)
{
    bool has_changed = true;
    uint32_t i;

    /* bounds go along a chain fact by fact, and only ever closer */
    while (has_changed) {
        has_changed = false;
        for (i = 0; i < model->facts.count; i++) {
            uint32_t before = model->facts.items[i].not_before;

            if (before == MUTAID_NONE ||
                order_pair(&facts[before], &facts[i], &has_changed))
                continue;
            *earlier_out = before;
            *later_out = i;
            return false;
        }
    }
    return true;
}

/* --- splitting ------------------------------------------------------------------------------ */

typedef struct search {
    mutaid__workspace *w;
    mutaid__part_run *run;
    mutaid__opening *opening;
} search;

static bool is_reached(const uint64_t *reached, uint32_t fact)
{
    return reached[fact / 64] >> fact % 64 & 1;
}

static mutaid__answer join(mutaid__answer a, mutaid__answer b)
{
    a.may_pay |= b.may_pay;
    a.may_refuse |= b.may_refuse;
    a.reasons |= b.reasons;
    a.least = a.least < b.least ? a.least : b.least;
    a.most = a.most > b.most ? a.most : b.most;
    return a;
}

static mutaid_status evaluate(search *s, const mutaid__span *facts)
{
    s->opening->evaluations++;
    return mutaid__evaluate(s->w, facts, s->run);
}

/* The first day inside the span of a fact on which something changes. */
typedef struct edges {
    uint32_t fact;
    const mutaid__span *span;
    bool is_found;
    mutaid__wide first;
} edges;

static void offer_edge(edges *e, int64_t day)
{
    mutaid__wide edge = mutaid__wide_of(day);

    if (mutaid__wide_compare(edge, e->span->least) <= 0 ||
        mutaid__wide_compare(edge, e->span->most) > 0)
        return;
    if (!e->is_found || mutaid__wide_compare(edge, e->first) < 0)
        e->first = edge;
    e->is_found = true;
}

static bool is_dated_by(const mutaid__group *group, uint32_t fact)
{
    return group->dated_by->target == MUTAID__TARGET_FACT &&
           group->dated_by->index == fact;
}

/* The first day in force, and the first that no longer is. */
static void offer_days(edges *e, mutaid__force force)
{
    offer_edge(e, force.from);
    if (force.until < INT64_MAX)
        offer_edge(e, force.until + 1);
}

/* Days on which a part comes into force or ends. */
static void offer_force(edges *e, const mutaid__part *part)
{
    if (!is_dated_by(&part->groups.items[0], e->fact))
        return;
    offer_days(e, part->force);
}

static void offer_changes(edges *e, const mutaid__part *part)
{
    size_t g, v, i, m;

    offer_force(e, part);
    for (g = 0; g < part->groups.count; g++) {
        const mutaid__group *group = &part->groups.items[g];

        for (v = 1; is_dated_by(group, e->fact) && v < group->version_count;
             v++)
            offer_edge(e, group->versions[v].from);
    }
    for (i = 0; i < part->items.count; i++) {
        const mutaid__item_plan *item = &part->items.items[i];

        if (!is_dated_by(&part->groups.items[item->group], e->fact))
            continue;
        offer_days(e, item->force);
    }
    for (m = 0; m < part->members.count; m++)
        offer_changes(e, part->members.items[m].part);
}

/* Where a date is split: first where the part itself comes into force or ends,
 * since beyond that nothing else matters. */
static bool next_edge(const mutaid__part *part, uint32_t fact,
                      const mutaid__span *span, mutaid__wide *edge_out)
{
    edges e = {fact, span, false, mutaid__wide_of(0)};

    offer_force(&e, part);
    if (!e.is_found)
        offer_changes(&e, part);
    *edge_out = e.first;
    return e.is_found;
}

/* Into how many ways a fact splits: flags and choices one by one, what may be
 * absent, dates at changes; 1 if not at all. */
static uint32_t ways_of(const search *s, uint32_t fact,
                        const mutaid__span *span)
{
    mutaid_type type = s->w->model->facts.items[fact].shape.type;
    mutaid__wide edge;

    if (mutaid__span_is_settled(span))
        return 1;
    if (span->may != MUTAID__MAY_GIVEN)
        return 2; /* absent, or given somehow */
    if (type == MUTAID_TYPE_FLAG || type == MUTAID_TYPE_CHOICE)
        return (uint32_t)mutaid__wide_low(
                   mutaid__wide_sub(span->most, span->least)) +
               1;
    if (type == MUTAID_TYPE_DATE && next_edge(s->run->part, fact, span, &edge))
        return 2; /* before the change, from it on */
    return 1;
}

static mutaid__span way_of(const search *s, uint32_t fact,
                           const mutaid__span *span, uint32_t way)
{
    mutaid_type type = s->w->model->facts.items[fact].shape.type;
    mutaid__span part = *span;
    mutaid__wide edge;

    if (span->may != MUTAID__MAY_GIVEN) {
        if (way == 0)
            return mutaid__span_state(MUTAID_STATE_ABSENT);
        part.may = MUTAID__MAY_GIVEN;
        return part;
    }
    if (type == MUTAID_TYPE_FLAG || type == MUTAID_TYPE_CHOICE)
        return mutaid__span_point(
            mutaid__wide_add(span->least, mutaid__wide_of(way)));
    (void)next_edge(s->run->part, fact, span, &edge);
    if (way == 0)
        part.most = mutaid__wide_sub(edge, mutaid__wide_of(1));
    else
        part.least = edge;
    return part;
}

/* Whether the span of a date holds days in which the part is not in force
 * beside days in which it is. */
static bool is_partly_in_force(const search *s, uint32_t fact,
                               const mutaid__span *span)
{
    edges e = {fact, span, false, mutaid__wide_of(0)};

    if (span->may == MUTAID__MAY_GIVEN)
        offer_force(&e, s->run->part);
    return e.is_found;
}

/* The fact to split next: the day of the part, where it is not in force on all
 * days, then flags and choices, then dates. */
static uint32_t fact_to_split(const search *s, const mutaid__span *facts,
                              uint32_t *ways_out)
{
    uint32_t found = MUTAID_NONE, fact;
    int best = 0;

    for (fact = 0; fact < s->w->model->facts.count; fact++) {
        mutaid_type type = s->w->model->facts.items[fact].shape.type;
        uint32_t ways;
        int rank = 1;

        if (!is_reached(s->run->reached_by, fact))
            continue;
        ways = ways_of(s, fact, &facts[fact]);
        if (ways == 1)
            continue;
        if (type == MUTAID_TYPE_FLAG || type == MUTAID_TYPE_CHOICE)
            rank = 2;
        else if (is_partly_in_force(s, fact, &facts[fact]))
            rank = 3;
        if (rank <= best)
            continue;
        best = rank;
        found = fact;
        *ways_out = ways;
    }
    return found;
}

/* Whether an open number can matter where `joint` comes out: not if the answer
 * is the same at values all over its range, and none of them says less than
 * the range as a whole. Another fact makes such a number idle. */
static mutaid_status can_matter(search *s, mutaid__span *facts, uint32_t fact,
                                const mutaid__answer *joint, bool *matters)
{
    mutaid__span range = facts[fact];
    mutaid__wide width = mutaid__wide_sub(range.most, range.least), rest;
    int64_t step;

    *matters = true;
    if (range.may != MUTAID__MAY_GIVEN ||
        s->opening->evaluations + PROBES > MUTAID__MOST_EVALUATIONS)
        return MUTAID_OK;
    *matters = false;
    for (step = 0; step < PROBES && !*matters; step++) {
        mutaid__wide part = mutaid__wide_floor_div(
            mutaid__wide_mul(width, mutaid__wide_of(step)),
            mutaid__wide_of(PROBES - 1), &rest);

        facts[fact] =
            mutaid__span_point(mutaid__wide_add(range.least, part));
        TRY(evaluate(s, facts));
        *matters = !mutaid__answer_equal(&s->run->answer, joint);
    }
    facts[fact] = range;
    return MUTAID_OK;
}

/* What can change the answer of an undetermined leaf; where no fact can by
 * itself, all that reach it together. */
static mutaid_status note_reached(search *s, mutaid__span *facts,
                                  const mutaid__answer *answer)
{
    mutaid__opening *o = s->opening;
    bool is_explained = false;
    uint32_t fact;
    size_t i;

    memcpy(o->at_leaf, s->run->reached_by,
           s->w->word_count * sizeof *o->at_leaf);
    for (fact = 0; fact < s->w->model->facts.count; fact++) {
        bool matters = true;

        if (!is_reached(o->at_leaf, fact) ||
            mutaid__span_is_settled(&facts[fact]))
            continue;
        if (!is_reached(o->reached, fact))
            TRY(can_matter(s, facts, fact, answer, &matters));
        if (matters)
            o->reached[fact / 64] |= UINT64_C(1) << fact % 64;
        is_explained = is_explained || matters;
    }
    for (i = 0; i < s->w->word_count && !is_explained; i++)
        o->reached[i] |= o->at_leaf[i];
    return MUTAID_OK;
}

static mutaid_status add_leaf(search *s, mutaid__span *facts, uint32_t parent,
                              mutaid__answer answer)
{
    mutaid__opening *o = s->opening;
    mutaid__leaf *leaf = &o->leaves[o->leaf_count];

    o->answer = o->leaf_count == 0 ? answer : join(o->answer, answer);
    leaf->parent = parent;
    leaf->answer = answer;
    if (o->leaf_count + 1 < MUTAID__MOST_EVALUATIONS)
        o->leaf_count++;
    if (mutaid__answer_is_settled(&answer))
        return MUTAID_OK;
    return note_reached(s, facts, &answer);
}

static mutaid_status tighten(search *s, mutaid__span *facts,
                             uint32_t fact, mutaid__answer *answer);

/* The number whose range is worth halving: the only one that is open, or else
 * a date, since conditions on one date are often several. */
static uint32_t number_to_tighten(const search *s, const mutaid__span *facts)
{
    uint32_t only = MUTAID_NONE, date = MUTAID_NONE, count = 0, fact;

    for (fact = 0; fact < s->w->model->facts.count; fact++) {
        mutaid_type type = s->w->model->facts.items[fact].shape.type;

        if (!is_reached(s->run->reached_by, fact) ||
            mutaid__span_is_settled(&facts[fact]))
            continue;
        count++;
        if (facts[fact].may != MUTAID__MAY_GIVEN)
            continue;
        only = fact;
        if (type == MUTAID_TYPE_DATE && date == MUTAID_NONE)
            date = fact;
    }
    return count == 1 ? only : date;
}

static mutaid_status explore(search *s, mutaid__span *facts, size_t depth,
                             uint32_t parent)
{
    mutaid__opening *o = s->opening;
    size_t count = s->w->model->facts.count;
    mutaid__span *below = facts + count;
    uint32_t ways = 1, fact, way, ignored[2];
    mutaid__answer answer;
    size_t first;

    TRY(evaluate(s, facts));
    answer = s->run->answer;
    if (mutaid__answer_is_settled(&answer))
        return add_leaf(s, facts, parent, answer);
    fact = fact_to_split(s, facts, &ways);
    if (fact == MUTAID_NONE || depth == MOST_DEPTH ||
        o->evaluations + ways > MUTAID__MOST_EVALUATIONS ||
        o->node_count + ways > MUTAID__MOST_EVALUATIONS) {
        uint32_t number = number_to_tighten(s, facts);

        if (number != MUTAID_NONE)
            TRY(tighten(s, facts, number, &answer));
        return add_leaf(s, facts, parent, answer);
    }
    first = o->node_count;
    o->node_count += ways; /* what is below may use up the rest */
    for (way = 0; way < ways; way++) {
        memcpy(below, facts, count * sizeof *below);
        below[fact] = way_of(s, fact, &facts[fact], way);
        if (!mutaid__order_facts(s->w->model, below, &ignored[0],
                                 &ignored[1]))
            continue; /* no case is like this */
        o->nodes[first + way] = (node){parent, fact, way};
        TRY(explore(s, below, depth + 1, (uint32_t)first + way));
    }
    return MUTAID_OK;
}

/* --- tight bounds over one open number -------------------------------------------------------- */

/* What has been seen at single values, and what the stretches still allow. */
typedef struct bounds {
    mutaid__answer seen;
    size_t count; /* stretches */
} bounds;

/* Whether a stretch may still hold what no single value has shown. */
static bool may_add(const mutaid__answer *answer, const mutaid__answer *seen)
{
    return answer->least < seen->least || answer->most > seen->most ||
           (answer->may_pay && !seen->may_pay) ||
           (answer->may_refuse && !seen->may_refuse);
}

static mutaid_status see(search *s, mutaid__span *facts, uint32_t fact,
                         mutaid__wide at, bounds *b)
{
    facts[fact] = mutaid__span_point(at);
    TRY(evaluate(s, facts));
    b->seen = join(b->seen, s->run->answer);
    return MUTAID_OK;
}

static mutaid_status add_box(search *s, mutaid__span *facts, uint32_t fact,
                             mutaid__wide least, mutaid__wide most, bounds *b)
{
    box *place = &s->opening->boxes[b->count];

    facts[fact] = mutaid__span_point(least);
    facts[fact].most = most;
    TRY(evaluate(s, facts));
    place->least = least;
    place->most = most;
    place->answer = s->run->answer;
    b->count++;
    return MUTAID_OK;
}

/* The stretch that allows most beyond what was seen. */
static size_t widest_box(const search *s, const bounds *b)
{
    size_t best = b->count, i;

    for (i = 0; i < b->count; i++) {
        const box *candidate = &s->opening->boxes[i];

        if (!may_add(&candidate->answer, &b->seen) ||
            mutaid__wide_compare(candidate->least, candidate->most) == 0)
            continue;
        if (best == b->count ||
            candidate->answer.most > s->opening->boxes[best].answer.most ||
            (candidate->answer.most ==
                 s->opening->boxes[best].answer.most &&
             candidate->answer.least < s->opening->boxes[best].answer.least))
            best = i;
    }
    return best;
}

static mutaid_status split_box(search *s, mutaid__span *facts, uint32_t fact,
                               size_t index, bounds *b)
{
    box whole = s->opening->boxes[index];
    mutaid__wide middle, after, rest;

    middle = mutaid__wide_floor_div(
        mutaid__wide_add(whole.least, whole.most), mutaid__wide_of(2), &rest);
    after = mutaid__wide_add(middle, mutaid__wide_of(1));
    s->opening->boxes[index] = s->opening->boxes[--b->count];
    TRY(see(s, facts, fact, middle, b));
    TRY(see(s, facts, fact, after, b));
    TRY(add_box(s, facts, fact, whole.least, middle, b));
    return add_box(s, facts, fact, after, whole.most, b);
}

/* Halve the stretch that allows most until no stretch allows more than some
 * value shows, or the budget is used: bounds hold all the while. */
static mutaid_status tighten(search *s, mutaid__span *facts, uint32_t fact,
                             mutaid__answer *answer)
{
    mutaid__span range = facts[fact];
    bounds b = {{false, false, 0, 0, 0}, 0};
    mutaid__answer tight;
    size_t i;

    facts[fact] = mutaid__span_point(range.least);
    TRY(evaluate(s, facts));
    b.seen = s->run->answer;
    TRY(see(s, facts, fact, range.most, &b));
    TRY(add_box(s, facts, fact, range.least, range.most, &b));
    while (s->opening->evaluations + 4 < MUTAID__MOST_EVALUATIONS &&
           b.count + 1 < MUTAID__MOST_EVALUATIONS) {
        size_t widest = widest_box(s, &b);

        if (widest == b.count)
            break;
        TRY(split_box(s, facts, fact, widest, &b));
    }
    tight = b.seen;
    for (i = 0; i < b.count; i++)
        if (may_add(&s->opening->boxes[i].answer, &b.seen))
            tight = join(tight, s->opening->boxes[i].answer);
    facts[fact] = range;
    TRY(evaluate(s, facts)); /* what reaches it, for the caller */
    *answer = tight;
    return MUTAID_OK;
}

/* --- what is missing ----------------------------------------------------------------------------- */

/* Two leaves differ in one fact only: the first node where their paths part,
 * with every later split of the one that the other has too in the same way. */
static uint32_t parting_fact(const mutaid__opening *o, uint32_t a, uint32_t b)
{
    uint32_t path_a[MOST_DEPTH], path_b[MOST_DEPTH];
    size_t length_a = 0, length_b = 0, i, j;

    for (; a != ROOT && length_a < MOST_DEPTH; a = o->nodes[a].parent)
        path_a[length_a++] = a;
    for (; b != ROOT && length_b < MOST_DEPTH; b = o->nodes[b].parent)
        path_b[length_b++] = b;
    while (length_a > 0 && length_b > 0 &&
           path_a[length_a - 1] == path_b[length_b - 1]) {
        length_a--;
        length_b--;
    }
    if (length_a == 0 || length_b == 0)
        return MUTAID_NONE;
    for (i = 0; i + 1 < length_a; i++)
        for (j = 0; j + 1 < length_b; j++)
            if (o->nodes[path_a[i]].fact == o->nodes[path_b[j]].fact &&
                o->nodes[path_a[i]].way != o->nodes[path_b[j]].way)
                return MUTAID_NONE;
    return o->nodes[path_a[length_a - 1]].fact;
}

/* A fact that was split is missing if two ways that differ in it alone come
 * out differently. */
static void find_split_facts(mutaid__opening *o)
{
    size_t i, j;

    for (i = 0; i < o->leaf_count; i++) {
        for (j = 0; j < i; j++) {
            uint32_t fact;

            if (mutaid__answer_equal(&o->leaves[i].answer,
                                     &o->leaves[j].answer))
                continue;
            fact = parting_fact(o, o->leaves[i].parent, o->leaves[j].parent);
            if (fact != MUTAID_NONE)
                o->missing[fact] = true;
        }
    }
}

static void find_missing(search *s, const mutaid__span *facts)
{
    mutaid__opening *o = s->opening;
    uint32_t fact;

    if (mutaid__answer_is_settled(&o->answer))
        return;
    find_split_facts(o);
    for (fact = 0; fact < s->w->model->facts.count; fact++)
        if (is_reached(o->reached, fact) &&
            !mutaid__span_is_settled(&facts[fact]))
            o->missing[fact] = true;
}

/* --- the door --------------------------------------------------------------------------------------- */

mutaid_status mutaid__open(mutaid__workspace *workspace,
                           const mutaid__span *facts, mutaid__part_run *run,
                           mutaid__opening *opening)
{
    size_t count = workspace->model->facts.count;
    search s = {workspace, run, opening};

    opening->leaf_count = opening->node_count = 0;
    opening->evaluations = 0;
    memset(opening->missing, 0, count * sizeof *opening->missing);
    memset(opening->reached, 0,
           workspace->word_count * sizeof *opening->reached);
    memcpy(opening->facts, facts, count * sizeof *facts);
    TRY(explore(&s, opening->facts, 0, ROOT));
    find_missing(&s, facts);
    if (opening->evaluations == 1)
        return MUTAID_OK;
    return mutaid__evaluate(workspace, facts, run);
}
