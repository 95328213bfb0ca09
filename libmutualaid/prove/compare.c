/* SPDX-License-Identifier: MIT */
/* compare.c - cases decided by two rulebooks: who gains, who loses, by what. */
#include "prove/compare.h"

#include "base/sized.h"
#include "words/fact_text.h"

#include <string.h>

/* --- the object -------------------------------------------------------------- */

static mutaid_status fill(mutaid_comparison *c, mutaid_rulebook *before,
                          mutaid_rulebook *after, mutaid_error *error)
{
    c->before = mutaid_rulebook_ref(before);
    c->after = mutaid_rulebook_ref(after);
    TRY(mutaid_case_new(after, &c->c, error));
    TRY(mutaid_decision_new(before, &c->d[0], error));
    TRY(mutaid_decision_new(after, &c->d[1], error));
    mutaid__compare_texts(c);
    return c->is_out_of_memory ? mutaid__fail_memory(error) : MUTAID_OK;
}

mutaid_status mutaid_comparison_new(mutaid_rulebook *before,
                                    mutaid_rulebook *after,
                                    mutaid_comparison **comparison_out,
                                    mutaid_error *error)
{
    mutaid__memory memory;
    mutaid_comparison *c;
    mutaid_status status;

    if (!before || !after || !comparison_out)
        return mutaid__fail_argument(error, !before  ? "before"
                                            : !after ? "after"
                                                     : "comparison_out");
    mutaid__memory_init(&memory, &before->memory.allocator, before->memory.cap);
    c = mutaid__memory_take(&memory, sizeof *c);
    if (!c)
        return mutaid__fail_memory(error);
    c->memory = memory;
    mutaid__arena_init(&c->arena, &c->memory);
    status = fill(c, before, after, error);
    if (status == MUTAID_OK)
        *comparison_out = c;
    else
        mutaid_comparison_free(c);
    return status;
}

void mutaid_comparison_free(mutaid_comparison *comparison)
{
    mutaid__memory memory;
    mutaid_rulebook *before, *after;

    if (!comparison)
        return;
    mutaid_decision_free(comparison->d[1]);
    mutaid_decision_free(comparison->d[0]);
    mutaid_case_free(comparison->c);
    before = comparison->before;
    after = comparison->after;
    mutaid__arena_free(&comparison->arena);
    memory = comparison->memory;
    mutaid__memory_release(&memory, comparison, sizeof *comparison);
    mutaid_rulebook_unref(after);
    mutaid_rulebook_unref(before);
}

/* --- a case of the one as a case of the other ----------------------------------- */

static mutaid_status hand_on_fact(mutaid_comparison *c, const mutaid_case *from,
                                  size_t fact, mutaid_error *error)
{
    const mutaid__model *model = &c->before->model;
    const mutaid__fact *f = &model->facts.items[fact];
    mutaid__slice text;
    char buffer[200];
    mutaid__out out;
    size_t there;

    if (from->states[fact] == MUTAID_STATE_OPEN ||
        mutaid_rulebook_fact_index(c->after, mutaid__slice_text(f->name),
                                   &there, NULL) != MUTAID_OK)
        return MUTAID_OK;
    if (from->states[fact] == MUTAID_STATE_ABSENT)
        return mutaid__case_absent(c->c, there, MUTAID__NOWHERE, error);
    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_fact(&out, model, f, from->integers[fact]);
    text.data = buffer;
    (void)mutaid__out_finish(&out, &text.length, NULL);
    return mutaid__case_set_slice(c->c, there, text, MUTAID__NOWHERE, error);
}

static mutaid_status hand_on(mutaid_comparison *c, const mutaid_case *from,
                             mutaid_error *error)
{
    size_t fact;

    mutaid_case_clear(c->c);
    c->c->calendar = from->calendar;
    for (fact = 0; fact < c->before->model.facts.count; fact++)
        TRY(hand_on_fact(c, from, fact, error));
    return MUTAID_OK;
}

/* --- adding up -------------------------------------------------------------------- */

static bool same(const char *a, const char *b)
{
    return mutaid__slice_is(mutaid__slice_of(a), b);
}

/* Where a change stands or would stand: items behind their part's, clauses
 * behind their item. */
static size_t place_of(const mutaid_comparison *c, const char *part,
                       const char *item, const char *clause, bool *is_there)
{
    size_t i, behind_part = c->changes.count, behind_item = MUTAID_NONE;

    *is_there = false;
    for (i = 0; i < c->changes.count; i++) {
        const mutaid_change *change = &c->changes.items[i];

        if (!same(change->part, part))
            continue;
        behind_part = i + 1;
        if (!same(change->item, item))
            continue;
        behind_item = i + 1;
        *is_there = same(change->clause, clause);
        if (*is_there)
            return i;
    }
    return behind_item != MUTAID_NONE ? behind_item : behind_part;
}

static const char *copy_of(mutaid_comparison *c, const char *text)
{
    char *copy = mutaid__arena_copy(&c->arena, text, strlen(text));

    if (!copy)
        c->is_out_of_memory = true;
    return copy ? copy : "";
}

static mutaid_change *change_of(mutaid_comparison *c, const char *part,
                                const char *item, const char *clause)
{
    bool is_there;
    size_t at = place_of(c, part, item, clause, &is_there);
    mutaid_change fresh = MUTAID_CHANGE_INIT, *items;

    if (is_there)
        return &c->changes.items[at];
    fresh.part = copy_of(c, part);
    fresh.item = copy_of(c, item);
    fresh.clause = copy_of(c, clause);
    items = mutaid__array_push(&c->arena, &c->changes);
    if (!items) {
        c->is_out_of_memory = true;
        return NULL;
    }
    items = c->changes.items;
    memmove(items + at + 1, items + at,
            (c->changes.count - 1 - at) * sizeof *items);
    items[at] = fresh;
    return &items[at];
}

/* Gains stay far from the end of 64 bits: no amount passes 2^52. */
static void add_money(mutaid_change *change, int64_t difference)
{
    if (!change)
        return;
    change->case_count++;
    change->winner_count += difference > 0;
    change->loser_count += difference < 0;
    if (difference > 0 && change->gained <= INT64_MAX - difference)
        change->gained += difference;
    else if (difference < 0 && change->lost <= INT64_MAX + difference)
        change->lost -= difference;
}

/* --- by item and clause ---------------------------------------------------------------- */

static const char *path_of(const mutaid_decision *d, uint32_t clause)
{
    const char *path = clause == MUTAID_NONE
                           ? NULL
                           : d->rulebook->model.clauses.items[clause].path;

    return path ? path : "";
}

static uint32_t item_named(const mutaid_decision *d, mutaid__slice id)
{
    const mutaid__part *part = &d->rulebook->parts[d->part];
    uint32_t i;

    for (i = 0; i < part->items.count; i++)
        if (mutaid__slice_equal(part->items.items[i].id, id))
            return i;
    return MUTAID_NONE;
}

/* The clause that refuses an item, or "". */
static const char *refused_by(const mutaid_decision *d, uint32_t item)
{
    size_t i;

    for (i = 0; i < d->requirements.count; i++) {
        const mutaid__requirement *r = &d->requirements.items[i];

        if (r->verdict == MUTAID_VERDICT_FAILED &&
            (r->item == item || r->item == MUTAID_NONE))
            return path_of(d, r->clause);
    }
    return "";
}

static bool is_paid(const mutaid_decision *d, uint32_t item)
{
    return item != MUTAID_NONE &&
           d->items.items[item].outcome == MUTAID_OUTCOME_ELIGIBLE;
}

static int64_t amount_of(const mutaid_decision *d, uint32_t item)
{
    return is_paid(d, item) ? d->items.items[item].most : 0;
}

/* What a clause adds to an item: the shares of its lines. */
static int64_t share_of(const mutaid_decision *d, uint32_t item,
                        const char *path)
{
    int64_t share = 0;
    size_t i;

    for (i = 0; i < d->lines.count; i++) {
        const mutaid__line *line = &d->lines.items[i];

        if (line->item == item && line->depth == 0 &&
            same(path_of(d, line->clause), path))
            share += line->share;
    }
    return share;
}

/* Whether a line with that clause stands before line `count` of the item. */
static bool was_met(const mutaid_decision *d, size_t count, uint32_t item,
                    const char *path)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (d->lines.items[i].item == item && d->lines.items[i].depth == 0 &&
            same(path_of(d, d->lines.items[i].clause), path))
            return true;
    return false;
}

typedef struct both_items {
    const char *part, *id;
    uint32_t item[2];
} both_items;

/* The lines of one decision: each clause once, those of the other only if it
 * does not have them. */
static void add_shares(mutaid_comparison *c, const both_items *both,
                       size_t side)
{
    const mutaid_decision *d = c->d[side], *other = c->d[1 - side];
    size_t i;

    for (i = 0; i < d->lines.count; i++) {
        const mutaid__line *line = &d->lines.items[i];
        const char *path = path_of(d, line->clause);
        int64_t difference;

        if (line->item != both->item[side] || line->depth != 0 ||
            was_met(d, i, line->item, path) ||
            (side == 1 &&
             was_met(other, other->lines.count, both->item[0], path)))
            continue;
        difference = share_of(c->d[1], both->item[1], path) -
                     share_of(c->d[0], both->item[0], path);
        if (difference != 0)
            add_money(change_of(c, both->part, both->id, path), difference);
    }
}

/* An item that only one pays: the requirement that refuses it in the other. */
static const char *reason_of(const mutaid_comparison *c, const both_items *both)
{
    size_t side = is_paid(c->d[0], both->item[0]) ? 1 : 0;
    const char *reason = "";

    if (both->item[side] != MUTAID_NONE)
        reason = refused_by(c->d[side], both->item[side]);
    if (*reason != '\0' || both->item[1 - side] == MUTAID_NONE)
        return reason;
    return path_of(c->d[1 - side],
                   c->d[1 - side]
                       ->rulebook->parts[c->d[1 - side]->part]
                       .items.items[both->item[1 - side]]
                       .clause);
}

static void add_item(mutaid_comparison *c, const both_items *both)
{
    int64_t difference = amount_of(c->d[1], both->item[1]) -
                         amount_of(c->d[0], both->item[0]);
    const char *reason;

    add_money(change_of(c, both->part, both->id, ""), difference);
    if (difference == 0)
        return;
    if (is_paid(c->d[0], both->item[0]) && is_paid(c->d[1], both->item[1])) {
        add_shares(c, both, 0);
        add_shares(c, both, 1);
        return;
    }
    reason = reason_of(c, both);
    if (*reason != '\0')
        add_money(change_of(c, both->part, both->id, reason), difference);
}

static void add_items(mutaid_comparison *c, const char *part)
{
    const mutaid__part *parts[2];
    size_t side;
    uint32_t i;

    for (side = 0; side < 2; side++)
        parts[side] = &c->d[side]->rulebook->parts[c->d[side]->part];
    for (side = 0; side < 2; side++)
        for (i = 0; i < parts[side]->items.count; i++) {
            both_items both = {part, "", {MUTAID_NONE, MUTAID_NONE}};
            mutaid__slice id = parts[side]->items.items[i].id;

            both.id = mutaid__slice_text(id);
            both.item[side] = i;
            both.item[1 - side] = item_named(c->d[1 - side], id);
            if (side == 0 || both.item[0] == MUTAID_NONE)
                add_item(c, &both);
        }
}

static void add_up(mutaid_comparison *c, const char *part)
{
    mutaid_change *whole;

    if (c->d[0]->outcome == MUTAID_OUTCOME_UNDETERMINED ||
        c->d[1]->outcome == MUTAID_OUTCOME_UNDETERMINED) {
        whole = change_of(c, part, "", "");
        if (whole)
            whole->open_count++;
        return;
    }
    add_money(change_of(c, part, "", ""), c->d[1]->least - c->d[0]->least);
    add_items(c, part);
}

/* --- cases --------------------------------------------------------------------------- */

static mutaid_case_difference difference_of(const mutaid_comparison *c)
{
    mutaid_case_difference difference = MUTAID_CASE_DIFFERENCE_INIT;

    difference.before_outcome = c->d[0]->outcome;
    difference.after_outcome = c->d[1]->outcome;
    difference.before_least = c->d[0]->least;
    difference.before_most = c->d[0]->most;
    difference.after_least = c->d[1]->least;
    difference.after_most = c->d[1]->most;
    return difference;
}

mutaid_status mutaid_comparison_add(mutaid_comparison *comparison,
                                    const mutaid_case *c, const char *part,
                                    mutaid_case_difference *difference_out,
                                    mutaid_error *error)
{
    mutaid_case_difference difference;

    if (!comparison || !c || !part)
        return mutaid__fail_argument(error, !comparison ? "comparison"
                                            : !c        ? "c"
                                                        : "part");
    TRY(mutaid_decide(c, part, comparison->d[0], error));
    TRY(hand_on(comparison, c, error));
    TRY(mutaid_decide(comparison->c, part, comparison->d[1], error));
    add_up(comparison, part);
    if (comparison->is_out_of_memory)
        return mutaid__fail_memory(error);
    difference = difference_of(comparison);
    return difference_out ? mutaid__copy_sized(difference_out, &difference,
                                               sizeof difference, error)
                          : MUTAID_OK;
}

/* --- looking at it ------------------------------------------------------------------- */

size_t mutaid_comparison_difference_count(const mutaid_comparison *comparison)
{
    return comparison ? comparison->differences.count : 0;
}

mutaid_status mutaid_comparison_difference(const mutaid_comparison *comparison,
                                           size_t position,
                                           mutaid_difference *difference_out,
                                           mutaid_error *error)
{
    if (!comparison || !difference_out)
        return mutaid__fail_argument(
            error, comparison ? "difference_out" : "comparison");
    if (position >= comparison->differences.count)
        return mutaid__fail_argument(error, "position");
    return mutaid__copy_sized(difference_out,
                              &comparison->differences.items[position],
                              sizeof *difference_out, error);
}

size_t mutaid_comparison_change_count(const mutaid_comparison *comparison)
{
    return comparison ? comparison->changes.count : 0;
}

mutaid_status mutaid_comparison_change(const mutaid_comparison *comparison,
                                       size_t position,
                                       mutaid_change *change_out,
                                       mutaid_error *error)
{
    if (!comparison || !change_out)
        return mutaid__fail_argument(error, comparison ? "change_out"
                                                       : "comparison");
    if (position >= comparison->changes.count)
        return mutaid__fail_argument(error, "position");
    return mutaid__copy_sized(change_out, &comparison->changes.items[position],
                              sizeof *change_out, error);
}
