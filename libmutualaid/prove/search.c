/* SPDX-License-Identifier: MIT */
/* search.c - the case that is worth most: ranges of facts, split and bounded.
 *
 * A box is a range for each fact that the part reads. Evaluating a part over a
 * box bounds what the cases in it are worth. Boxes are kept in a heap, the one
 * that may hold most on top. The top is searched for a case by descending into
 * the half that promises most, and split; a box that promises no more than a
 * case already found is dropped. When the top is such a box, the case found is
 * the best there is, and what it is worth is the bound.
 */
#include "prove/search.h"

#include "decide/items.h"
#include "decide/open.h"
#include "prove/edges.h"

#include <string.h>

/* A fact may be tried at so many values at once while descending. */
#define MOST_WAYS 20

typedef struct range {
    int64_t least, most;
    uint8_t may;
} range;

typedef struct box {
    range *ranges; /* by fact that the part reads */
    mutaid__estimate estimate;
    uint32_t number; /* earlier boxes are wider */
} box;

typedef struct search {
    mutaid__workspace *w;
    mutaid__part_run *run;
    const mutaid__aim *aim;
    mutaid__arena *arena;
    const mutaid__span *facts; /* as asked */
    mutaid__edges *edges;
    uint32_t *vars; /* facts that the part reads and that are open */
    size_t var_count;
    mutaid__span *work;        /* facts of the box at hand */
    uint64_t *reached;         /* what can change it */
    MUTAID__ARRAY(box) heap;
    MUTAID__ARRAY(range *) spare;
    uint32_t numbers;
    uint32_t descents;
    mutaid__found *found;
} search;

/* --- boxes ---------------------------------------------------------------------------- */

static int64_t narrow_of(mutaid__wide number)
{
    return (int64_t)mutaid__wide_low(number);
}

static range range_of(const mutaid__span *span)
{
    return (range){narrow_of(span->least), narrow_of(span->most), span->may};
}

static mutaid__span span_of(const range *r)
{
    return (mutaid__span){mutaid__wide_of(r->least), mutaid__wide_of(r->most),
                          r->may};
}

static bool is_settled(const range *r)
{
    return r->may == MUTAID__MAY_ABSENT ||
           (r->may == MUTAID__MAY_GIVEN && r->least == r->most);
}

static range *take_ranges(search *s)
{
    if (s->spare.count > 0)
        return s->spare.items[--s->spare.count];
    return mutaid__arena_take(s->arena, s->var_count * sizeof(range));
}

static mutaid_status give_back(search *s, range *ranges)
{
    range **place = mutaid__array_push(s->arena, &s->spare);

    if (!place)
        return MUTAID_ERROR_MEMORY;
    *place = ranges;
    return MUTAID_OK;
}

/* Days outside those asked for do not count. */
static void limit_to_days(const search *s, mutaid__estimate *estimate)
{
    const mutaid__span *day = &s->run->groups[0].day;
    const mutaid__aim *aim = s->aim;

    if (!(day->may & MUTAID__MAY_GIVEN) ||
        mutaid__wide_compare(day->most, mutaid__wide_of(aim->from)) < 0 ||
        mutaid__wide_compare(day->least, mutaid__wide_of(aim->until)) > 0)
        estimate->may_count = false;
    else if (mutaid__wide_compare(day->least, mutaid__wide_of(aim->from)) <
                 0 ||
             mutaid__wide_compare(day->most, mutaid__wide_of(aim->until)) > 0)
        estimate->is_sure = false;
}

/* Evaluate a box; its ranges are narrowed to what the order of dates leaves. */
static mutaid_status evaluate(search *s, range *ranges,
                              mutaid__estimate *estimate)
{
    uint32_t ignored[2];
    size_t i;

    *estimate = (mutaid__estimate){false, false, 0, 0};
    memcpy(s->work, s->facts, s->w->model->facts.count * sizeof *s->work);
    for (i = 0; i < s->var_count; i++)
        s->work[s->vars[i]] = span_of(&ranges[i]);
    if (!mutaid__order_facts(s->w->model, s->work, &ignored[0], &ignored[1]))
        return MUTAID_OK; /* no case is like this */
    for (i = 0; i < s->var_count; i++)
        ranges[i] = range_of(&s->work[s->vars[i]]);
    s->found->evaluations++;
    TRY(mutaid__evaluate(s->w, s->work, s->run));
    estimate->may_count = true;
    s->aim->look(s->aim, s->run, estimate);
    limit_to_days(s, estimate);
    estimate->is_sure = estimate->is_sure && estimate->may_count;
    memset(s->reached, 0, s->w->word_count * sizeof *s->reached);
    if (s->aim->reach)
        s->aim->reach(s->aim, s->run, s->w->word_count, s->reached);
    else
        mutaid__add_facts(s->reached, s->run->reached_by, s->w->word_count);
    return MUTAID_OK;
}

static bool is_hopeless(const search *s, const mutaid__estimate *estimate)
{
    return !estimate->may_count ||
           (s->found->is_found && estimate->most <= s->found->best);
}

static bool is_spent(const search *s)
{
    return s->found->evaluations >= s->aim->budget;
}

/* --- ways to narrow one fact ---------------------------------------------------------------- */

static mutaid_type type_of(const search *s, size_t var)
{
    return s->w->model->facts.items[s->vars[var]].shape.type;
}

static range between(int64_t least, int64_t most)
{
    return (range){least, most, MUTAID__MAY_GIVEN};
}

/* Where a range is cut in two: the second part begins there. An edge of the
 * rules is better than the middle. */
static int64_t cut_of(const search *s, size_t var, const range *r)
{
    int64_t middle = r->least + (r->most - r->least) / 2 + 1;

    return mutaid__edge_near(s->edges, s->vars[var], r->least + 1, r->most,
                             middle);
}

/* Two parts of a range that is not settled. */
static void halve(const search *s, size_t var, const range *r, range parts[2])
{
    int64_t cut;

    if (r->may != MUTAID__MAY_GIVEN) {
        parts[0] = (range){0, 0, MUTAID__MAY_ABSENT};
        parts[1] = between(r->least, r->most);
        return;
    }
    cut = cut_of(s, var, r);
    parts[0] = between(r->least, cut - 1);
    parts[1] = between(cut, r->most);
}

/* Ways to go on with a fact while descending: its ends before its halves, a
 * flag or choice value by value. */
static size_t ways_of(const search *s, size_t var, const range *r,
                      range ways[MOST_WAYS])
{
    mutaid_type type = type_of(s, var);
    size_t count = 0;
    int64_t value;

    if (r->may != MUTAID__MAY_GIVEN) {
        halve(s, var, r, ways);
        return 2;
    }
    if ((type == MUTAID_TYPE_FLAG || type == MUTAID_TYPE_CHOICE) &&
        r->most - r->least < MOST_WAYS) {
        for (value = r->least; value <= r->most; value++)
            ways[count++] = between(value, value);
        return count;
    }
    ways[0] = between(r->least, r->least);
    ways[1] = between(r->most, r->most);
    halve(s, var, r, &ways[2]);
    return 4;
}

/* --- descending to one case ---------------------------------------------------------------------- */

static bool is_reached(const search *s, size_t var)
{
    uint32_t fact = s->vars[var];

    return s->reached[fact / 64] >> fact % 64 & 1;
}

/* Closed lists first, then dates, then numbers: what is decided first should
 * leave the rest free. */
static int rank_of(const search *s, size_t var, const range *r)
{
    mutaid_type type = type_of(s, var);

    if (r->may != MUTAID__MAY_GIVEN)
        return 0;
    if (type == MUTAID_TYPE_FLAG || type == MUTAID_TYPE_CHOICE)
        return 1;
    return type == MUTAID_TYPE_DATE ? 2 : 3;
}

/* The next fact to settle, or var_count. */
static size_t next_var(const search *s, const range *ranges, bool must_reach)
{
    size_t best = s->var_count, i;

    for (i = 0; i < s->var_count; i++) {
        if (is_settled(&ranges[i]) || (must_reach && !is_reached(s, i)))
            continue;
        if (best == s->var_count || rank_of(s, i, &ranges[i]) <
                                        rank_of(s, best, &ranges[best]))
            best = i;
    }
    return best;
}

/* Whether `a` promises more than `b`. */
static bool is_better(const mutaid__estimate *a, const mutaid__estimate *b)
{
    if (a->may_count != b->may_count)
        return a->may_count;
    if (a->most != b->most)
        return a->most > b->most;
    if (a->is_sure != b->is_sure)
        return a->is_sure;
    return a->is_sure && a->least > b->least;
}

/* Keep the case that the ranges have come down to. */
static void keep(search *s, const mutaid__estimate *estimate)
{
    mutaid__found *found = s->found;
    size_t i, count = s->w->model->facts.count;

    if (found->is_found && estimate->least <= found->best)
        return;
    found->is_found = true;
    found->best = estimate->least;
    memcpy(found->facts, s->work, count * sizeof *found->facts);
    for (i = 0; i < count; i++)
        if (found->facts[i].may != MUTAID__MAY_GIVEN)
            found->facts[i] = mutaid__span_state(MUTAID_STATE_ABSENT);
}

/* Which way is tried first, and so wins where all promise alike: the first of
 * them on the first descent, any of them later on. */
static size_t first_way(const search *s, size_t var, size_t count)
{
    uint32_t mixed = (s->descents * UINT32_C(2654435761)) ^
                     ((uint32_t)var * UINT32_C(40503) * s->descents);

    return (mixed >> 8) % count;
}

/* Narrow the ranges by the way that promises most. */
static mutaid_status take_best_way(search *s, range *ranges, size_t var,
                                   range *trial, mutaid__estimate *best)
{
    range ways[MOST_WAYS], chosen;
    size_t count = ways_of(s, var, &ranges[var], ways), i;
    size_t first = first_way(s, var, count);

    *best = (mutaid__estimate){false, false, 0, 0};
    chosen = ranges[var];
    for (i = 0; i < count; i++) {
        mutaid__estimate estimate;

        memcpy(trial, ranges, s->var_count * sizeof *trial);
        trial[var] = ways[(first + i) % count];
        TRY(evaluate(s, trial, &estimate));
        if (!is_better(&estimate, best))
            continue;
        *best = estimate;
        chosen = trial[var];
    }
    ranges[var] = chosen;
    return MUTAID_OK;
}

/* Down to one case, always into what promises most; perhaps into nothing. */
static mutaid_status descend(search *s, const range *from, range *ranges,
                             range *trial)
{
    mutaid__estimate estimate;

    memcpy(ranges, from, s->var_count * sizeof *ranges);
    for (;;) {
        size_t var;

        TRY(evaluate(s, ranges, &estimate));
        if (is_hopeless(s, &estimate) || is_spent(s))
            break;
        var = next_var(s, ranges, true);
        if (var == s->var_count || (estimate.is_sure &&
                                    estimate.least == estimate.most))
            var = next_var(s, ranges, false);
        if (var == s->var_count)
            break;
        TRY(take_best_way(s, ranges, var, trial, &estimate));
        if (is_hopeless(s, &estimate))
            break;
    }
    if (estimate.is_sure && estimate.least == estimate.most)
        keep(s, &estimate);
    s->descents++;
    return MUTAID_OK;
}

/* --- the heap ------------------------------------------------------------------------------------------ */

static bool is_above(const box *a, const box *b)
{
    if (a->estimate.most != b->estimate.most)
        return a->estimate.most > b->estimate.most;
    return a->number < b->number;
}

static mutaid_status push_box(search *s, range *ranges,
                              const mutaid__estimate *estimate)
{
    box *boxes, own = {ranges, *estimate, s->numbers++};
    const box *room = mutaid__array_push(s->arena, &s->heap);
    size_t i;

    if (!room)
        return MUTAID_ERROR_MEMORY;
    boxes = s->heap.items;
    for (i = s->heap.count - 1; i > 0 && is_above(&own, &boxes[(i - 1) / 2]);
         i = (i - 1) / 2)
        boxes[i] = boxes[(i - 1) / 2];
    boxes[i] = own;
    return MUTAID_OK;
}

static box pop_box(search *s)
{
    box *boxes = s->heap.items, top = boxes[0], last;
    size_t count = --s->heap.count, i = 0, child;

    last = boxes[count];
    for (child = 1; child < count; child = 2 * i + 1) {
        if (child + 1 < count && is_above(&boxes[child + 1], &boxes[child]))
            child++;
        if (!is_above(&boxes[child], &last))
            break;
        boxes[i] = boxes[child];
        i = child;
    }
    boxes[i] = last;
    return top;
}

/* --- splitting --------------------------------------------------------------------------------------------- */

/* How a split of one fact would leave the two halves. */
typedef struct split {
    size_t var;
    int64_t worst, sum; /* of what the halves promise beyond what is found */
    uint64_t width;
} split;

static int64_t promise(const search *s, const mutaid__estimate *estimate)
{
    if (is_hopeless(s, estimate))
        return s->found->is_found ? 0 : -1;
    return s->found->is_found ? estimate->most - s->found->best
                              : estimate->most / 4 + INT64_MAX / 4;
}

static bool is_closer(const split *a, const split *b)
{
    if (a->worst != b->worst)
        return a->worst < b->worst;
    if (a->sum != b->sum)
        return a->sum < b->sum;
    return a->width > b->width;
}

static mutaid_status try_split(search *s, const range *ranges, size_t var,
                               range *trial, split *result)
{
    mutaid__estimate estimate;
    range parts[2];
    int64_t promised[2];
    size_t i;

    halve(s, var, &ranges[var], parts);
    for (i = 0; i < 2; i++) {
        memcpy(trial, ranges, s->var_count * sizeof *trial);
        trial[var] = parts[i];
        TRY(evaluate(s, trial, &estimate));
        promised[i] = promise(s, &estimate) / 2;
    }
    result->var = var;
    result->worst = promised[0] > promised[1] ? promised[0] : promised[1];
    result->sum = promised[0] + promised[1];
    result->width = (uint64_t)ranges[var].most - (uint64_t)ranges[var].least;
    return MUTAID_OK;
}

/* The fact whose halves promise least; var_count if none is open. */
static mutaid_status choose_split(search *s, range *ranges, range *trial,
                                  size_t *var_out)
{
    mutaid__estimate estimate;
    split best = {s->var_count, 0, 0, 0}, candidate;
    size_t i;
    bool *is_open = mutaid__arena_take(s->arena, s->var_count + 1);

    if (!is_open)
        return MUTAID_ERROR_MEMORY;
    TRY(evaluate(s, ranges, &estimate));
    for (i = 0; i < s->var_count; i++)
        is_open[i] = !is_settled(&ranges[i]) && is_reached(s, i);
    for (i = 0; i < s->var_count && !is_spent(s); i++) {
        if (!is_open[i])
            continue;
        TRY(try_split(s, ranges, i, trial, &candidate));
        if (best.var == s->var_count || is_closer(&candidate, &best))
            best = candidate;
    }
    *var_out = best.var;
    return MUTAID_OK;
}

static mutaid_status push_half(search *s, const range *ranges, size_t var,
                               const range *part)
{
    mutaid__estimate estimate;
    range *own = take_ranges(s);

    if (!own)
        return MUTAID_ERROR_MEMORY;
    memcpy(own, ranges, s->var_count * sizeof *own);
    own[var] = *part;
    TRY(evaluate(s, own, &estimate));
    if (is_hopeless(s, &estimate))
        return give_back(s, own);
    return push_box(s, own, &estimate);
}

static mutaid_status split_box(search *s, const box *b, range *trial,
                               bool *is_split)
{
    range parts[2];
    size_t var = s->var_count;

    TRY(choose_split(s, b->ranges, trial, &var));
    *is_split = var < s->var_count;
    if (!*is_split)
        return MUTAID_OK;
    halve(s, var, &b->ranges[var], parts);
    TRY(push_half(s, b->ranges, var, &parts[0]));
    TRY(push_half(s, b->ranges, var, &parts[1]));
    return give_back(s, b->ranges);
}

/* --- the door ------------------------------------------------------------------------------------------------ */

static void choose_vars(search *s)
{
    size_t i;

    for (i = 0; i < s->w->model->facts.count; i++)
        if (s->run->part->reads[i] && !mutaid__span_is_settled(&s->facts[i]))
            s->vars[s->var_count++] = (uint32_t)i;
}

static mutaid_status init(search *s)
{
    size_t facts = s->w->model->facts.count;

    s->vars = mutaid__arena_take(s->arena, facts * sizeof *s->vars);
    s->work = mutaid__arena_take(s->arena, facts * sizeof *s->work);
    s->reached =
        mutaid__arena_take(s->arena, s->w->word_count * sizeof *s->reached);
    s->found->facts =
        mutaid__arena_take(s->arena, facts * sizeof *s->found->facts);
    if (!s->vars || !s->work || !s->reached || !s->found->facts)
        return MUTAID_ERROR_MEMORY;
    choose_vars(s);
    return mutaid__edges_find(s->arena, s->w->model, s->run->part, &s->edges);
}

/* Boxes on top until the top promises no more than what is found. */
static mutaid_status exhaust(search *s, range *ranges, range *trial)
{
    bool is_split = true;

    while (s->heap.count > 0 && !is_spent(s)) {
        box top = pop_box(s);

        if (is_hopeless(s, &top.estimate))
            return MUTAID_OK;
        s->found->proved = top.estimate.most;
        TRY(descend(s, top.ranges, ranges, trial));
        if (s->found->is_found && s->found->best >= s->aim->enough)
            return MUTAID_OK;
        if (is_hopeless(s, &top.estimate))
            continue;
        if (!is_spent(s))
            TRY(split_box(s, &top, trial, &is_split));
        if (!is_split || is_spent(s))
            return push_box(s, top.ranges, &top.estimate);
    }
    return MUTAID_OK;
}

static void sum_up(search *s)
{
    mutaid__found *found = s->found;

    found->may_be = found->is_found;
    if (s->heap.count > 0 && !is_hopeless(s, &s->heap.items[0].estimate)) {
        found->may_be = true;
        found->proved = s->heap.items[0].estimate.most;
    } else if (found->is_found && found->best < s->aim->enough) {
        found->proved = found->best;
    }
}

/* Let go of one fact after the other as long as every case is still worth as
 * much: what is left is why. */
static mutaid_status find_reasons(search *s, range *ranges, range *trial)
{
    mutaid__found *found = s->found;
    mutaid__estimate estimate;
    size_t i;

    found->matters = mutaid__arena_take(s->arena, s->w->model->facts.count);
    if (!found->matters)
        return MUTAID_ERROR_MEMORY;
    for (i = 0; i < s->var_count; i++)
        ranges[i] = range_of(&found->facts[s->vars[i]]);
    for (i = 0; i < s->var_count; i++) {
        range settled = ranges[i];

        ranges[i] = range_of(&s->facts[s->vars[i]]);
        memcpy(trial, ranges, s->var_count * sizeof *trial);
        TRY(evaluate(s, trial, &estimate));
        if (estimate.is_sure && estimate.least >= found->best)
            continue;
        ranges[i] = settled;
        found->matters[s->vars[i]] = true;
    }
    return MUTAID_OK;
}

mutaid_status mutaid__search(mutaid__workspace *workspace,
                             mutaid__part_run *run, const mutaid__aim *aim,
                             const mutaid__span *facts, mutaid__arena *arena,
                             mutaid__found *found_out)
{
    search s = {workspace, run,  aim,          arena,        facts, NULL, NULL,
                0,         NULL, NULL,         {NULL, 0, 0}, {NULL, 0, 0},
                0,         0,    found_out};
    mutaid__estimate estimate;
    range *ranges, *trial, *root;
    size_t i;

    *found_out = (mutaid__found){false, false, 0, 0, NULL, NULL, 0};
    TRY(init(&s));
    ranges = take_ranges(&s);
    trial = take_ranges(&s);
    root = take_ranges(&s);
    if (!ranges || !trial || !root)
        return MUTAID_ERROR_MEMORY;
    for (i = 0; i < s.var_count; i++)
        root[i] = range_of(&facts[s.vars[i]]);
    TRY(evaluate(&s, root, &estimate));
    if (!estimate.may_count)
        return MUTAID_OK;
    TRY(push_box(&s, root, &estimate));
    TRY(exhaust(&s, ranges, trial));
    sum_up(&s);
    return aim->wants_reasons && found_out->is_found
               ? find_reasons(&s, ranges, trial)
               : MUTAID_OK;
}
