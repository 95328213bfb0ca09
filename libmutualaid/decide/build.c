/* SPDX-License-Identifier: MIT */
/* build.c - the parts of a rulebook: grouped by day, lowered by version. */
#include "decide/part.h"

#include "words/walk.h"
#include <string.h>

/* A part that changes on more days than this is not a list of versions. */
#define MOST_VERSIONS 400

/* No benefit pays more, in minor units, so that sums of them fit 64 bits. */
#define MOST_AMOUNT (INT64_C(1) << 52)

/* What is being built: one part, with what is asked of its groups. */
typedef struct builder {
    mutaid__arena *arena;
    mutaid_report *report;
    const mutaid__model *model;
    mutaid__part *part;
    const mutaid__with *with;
    size_t with_count;
    const mutaid__word *with_dated_by; /* of the package */
    mutaid_status status;
} builder;

/* What a slot of a group holds. */
typedef enum slot_kind {
    SLOT_CONDITION, /* a condition of a requirement */
    SLOT_WHEN,     /* of a benefit, a deadline or a member */
    SLOT_CONCERN,  /* the `when` of a requirement */
    SLOT_AMOUNT,   /* a pipeline, rounded to money */
    SLOT_LAST_DAY, /* of a deadline */
    SLOT_KEPT,     /* whether a deadline is kept: two words */
    SLOT_ROUNDED   /* an operand, rounded to money */
} slot_kind;

typedef struct slot {
    slot_kind kind;
    const mutaid__word *word, *kept_by;
    uint32_t item, requirement;
    bool is_exclusion;
} slot;

typedef struct group_slots {
    MUTAID__ARRAY(slot) slots;
} group_slots;

static void *take(builder *b, size_t size)
{
    void *block = mutaid__arena_take(b->arena, size);

    if (!block)
        b->status = MUTAID_ERROR_MEMORY;
    return block;
}

/* --- groups ---------------------------------------------------------------------- */

/* The group of the parts dated by a word: the same name, the same group. */
static uint32_t find_group(builder *b, const mutaid__word *dated_by)
{
    mutaid__part *part = b->part;
    mutaid__group *group;
    uint32_t i;

    for (i = 0; i < part->groups.count; i++)
        if (mutaid__slice_equal(part->groups.items[i].dated_by->text,
                                dated_by->text))
            return i;
    group = mutaid__array_push(b->arena, &part->groups);
    if (!group) {
        b->status = MUTAID_ERROR_MEMORY;
        return 0;
    }
    group->dated_by = dated_by;
    return (uint32_t)(part->groups.count - 1);
}

/* Slots are gathered group by group beside the part, then lowered. */
typedef struct gathering {
    builder *b;
    group_slots *groups; /* by group; room for every group there can be */
    size_t room;
} gathering;

static mutaid__output ask(gathering *g, uint32_t group, slot asked)
{
    mutaid__output none = {MUTAID_NONE, 0};
    slot *place;

    if (!asked.word || group >= g->room)
        return none;
    place = mutaid__array_push(g->b->arena, &g->groups[group].slots);
    if (!place) {
        g->b->status = MUTAID_ERROR_MEMORY;
        return none;
    }
    *place = asked;
    return (mutaid__output){group,
                            (uint32_t)(g->groups[group].slots.count - 1)};
}

static mutaid__output ask_word(gathering *g, uint32_t group, slot_kind kind,
                               const mutaid__word *word, uint32_t item,
                               uint32_t requirement)
{
    slot asked = {SLOT_WHEN, NULL, NULL, 0, 0, false};

    asked.kind = kind;
    asked.word = word;
    asked.item = item;
    asked.requirement = requirement;
    return ask(g, group, asked);
}

/* --- lowering ----------------------------------------------------------------------- */

/* Judged where there is a day that keeps it and a last day to keep. */
static uint32_t lower_kept(mutaid__lowering *lowering, const slot *s)
{
    uint32_t last_day = mutaid__lower_operand(lowering, s->word);
    uint32_t kept = mutaid__lower_operand(lowering, s->kept_by);
    uint32_t holds = mutaid__emit_binary(&lowering->emitter,
                                         MUTAID__OP_AT_MOST, kept, last_day);
    uint32_t is_judged = mutaid__emit_and(
        &lowering->emitter, mutaid__emit_exists(&lowering->emitter, kept),
        mutaid__emit_exists(&lowering->emitter, last_day));

    mutaid__lower_finding(lowering, s->kept_by, MUTAID_RELATION_AT_MOST, kept,
                          last_day, holds);
    return mutaid__emit_select(&lowering->emitter, is_judged, holds,
                               mutaid__emit_integer(&lowering->emitter, 1));
}

static mutaid__purpose purpose_of(slot_kind kind)
{
    switch (kind) {
    case SLOT_CONDITION:
    case SLOT_KEPT:
        return MUTAID__FOR_REQUIREMENT;
    case SLOT_WHEN:
        return MUTAID__FOR_WHEN;
    case SLOT_CONCERN:
        return MUTAID__FOR_CONCERN;
    case SLOT_LAST_DAY:
        return MUTAID__FOR_INFORMATION;
    default:
        return MUTAID__FOR_AMOUNT;
    }
}

static uint32_t lower_slot(mutaid__lowering *lowering, const slot *s)
{
    uint32_t column;

    lowering->purpose = purpose_of(s->kind);
    lowering->item = s->item;
    lowering->requirement = s->requirement;
    lowering->is_wanted = !s->is_exclusion;
    lowering->depth = 0;
    lowering->line = lowering->guard = MUTAID_NONE;
    switch (s->kind) {
    case SLOT_AMOUNT:
        column = mutaid__lower_steps(lowering, s->word, MUTAID_NONE);
        return mutaid__lower_money_rounding(lowering, column);
    case SLOT_ROUNDED:
        lowering->is_silent = true;
        column = mutaid__lower_operand(lowering, s->word);
        lowering->is_silent = false;
        return mutaid__lower_money_rounding(lowering, column);
    case SLOT_KEPT:
        return lower_kept(lowering, s);
    default:
        return mutaid__lower_operand(lowering, s->word);
    }
}

/* A benefit that can end below zero is a fault, and so is one that leaves no
 * room for the sum of many. */
static void check_amount(mutaid__lowering *lowering, const slot *s,
                         uint32_t column)
{
    const mutaid__column *c = mutaid__emitted(&lowering->emitter, column);
    mutaid__ratio least = {c->least, c->denominator};

    if (s->kind != SLOT_AMOUNT || !(c->may & MUTAID__MAY_GIVEN))
        return;
    if (mutaid__wide_is_negative(c->least))
        mutaid__lower_fault(
            lowering, MUTAID_CODE_NEGATIVE_BENEFIT, s->word->place,
            mutaid__lower_text(lowering, s->word->shape, least),
            mutaid__slice_of(NULL));
    if (mutaid__wide_compare(c->most, mutaid__wide_of(MOST_AMOUNT)) > 0)
        mutaid__lower_fault(lowering, MUTAID_CODE_AMOUNT_TOO_LARGE,
                            s->word->place,
                            mutaid__lower_text(lowering, s->word->shape,
                                               (mutaid__ratio){c->most, 1}),
                            mutaid__slice_of(NULL));
}

static void keep(mutaid__version *version, const mutaid__lowering *lowering)
{
    version->lines = lowering->lines.items;
    version->line_count = lowering->lines.count;
    version->touches = lowering->touches.items;
    version->touch_count = lowering->touches.count;
    version->findings = lowering->findings.items;
    version->finding_count = lowering->findings.count;
}

static void start(builder *b, mutaid__lowering *lowering,
                  mutaid__version *version)
{
    b->status = mutaid__lowering_init(lowering, b->arena, b->report, b->model,
                                      &version->program);
    lowering->with = b->with;
    lowering->with_count = b->with_count;
    lowering->closes_facts = b->part->kind >= MUTAID_PART_PACKAGE;
}

static void finish(builder *b, const mutaid__lowering *lowering)
{
    if (lowering->emitter.problem == MUTAID__EMIT_NO_MEMORY)
        b->status = MUTAID_ERROR_MEMORY;
}

/* The day of a group: read without a day of its own. */
static void lower_day(builder *b, mutaid__group *group)
{
    mutaid__lowering lowering;
    mutaid__version *day = &group->day;

    day->from = INT64_MIN;
    day->until = INT64_MAX;
    day->outputs = take(b, sizeof *day->outputs);
    start(b, &lowering, day);
    if (b->status != MUTAID_OK || !day->outputs)
        return;
    lowering.is_silent = true;
    day->outputs[0] = mutaid__lower_operand(&lowering, group->dated_by);
    finish(b, &lowering);
}

static void lower_version(builder *b, mutaid__group *group,
                          const group_slots *slots, mutaid__version *version)
{
    mutaid__lowering lowering;
    uint32_t day;
    size_t i;

    version->outputs =
        take(b, slots->slots.count * sizeof *version->outputs);
    start(b, &lowering, version);
    if (b->status != MUTAID_OK || !version->outputs)
        return;
    lowering.is_silent = true;
    day = mutaid__lower_operand(&lowering, group->dated_by);
    lowering.is_inside_with = true; /* the package's own day */
    if (b->with_dated_by)
        lowering.with_day.date =
            mutaid__lower_operand(&lowering, b->with_dated_by);
    lowering.is_inside_with = false;
    lowering.is_silent = false;
    lowering.day =
        (mutaid__reading_day){day, true, version->from, version->until};
    for (i = 0; i < slots->slots.count && b->status == MUTAID_OK; i++) {
        const slot *s = &slots->slots.items[i];

        version->outputs[i] = lower_slot(&lowering, s);
        check_amount(&lowering, s, version->outputs[i]);
        finish(b, &lowering);
    }
    keep(version, &lowering);
    if (version->program.columns.count > group->most_columns)
        group->most_columns = version->program.columns.count;
}

static void walk_slot(mutaid__walk *walk, const slot *s)
{
    mutaid__walk_word(walk, s->word, true);
    mutaid__walk_word(walk, s->kept_by, true);
}

/* The days on which anything that the group reads changes, cut into versions:
 * one before the first, one from each on. */
static void cut_versions(builder *b, mutaid__group *group,
                         const mutaid__walk *walk)
{
    size_t i, count = walk->days.count + 1;

    if (count > MOST_VERSIONS) {
        char number[24];
        mutaid__out out;

        mutaid__out_init(&out, number, sizeof number);
        mutaid__out_integer(&out, MOST_VERSIONS);
        (void)mutaid__out_finish(&out, NULL, NULL);
        mutaid__report_add(b->report, MUTAID_CODE_TOO_MANY_VERSIONS,
                           group->dated_by->place, mutaid__slice_of(number),
                           mutaid__slice_of(NULL), mutaid__slice_of(NULL));
        return;
    }
    group->versions = take(b, count * sizeof *group->versions);
    if (!group->versions)
        return;
    group->version_count = count;
    for (i = 0; i < count; i++) {
        group->versions[i].from = i == 0 ? INT64_MIN
                                         : walk->days.items[i - 1];
        group->versions[i].until =
            i + 1 == count ? INT64_MAX : walk->days.items[i] - 1;
    }
}

static void note_reach(mutaid__part *part, const mutaid__model *model,
                       const mutaid__walk *walk)
{
    size_t i;

    for (i = 0; i < model->facts.count; i++)
        part->reads[i] |= walk->facts[i];
    for (i = 0; i < model->values.count; i++)
        part->values[i] |= walk->values[i] != 0;
    for (i = 0; i < model->tables.count; i++)
        part->tables[i] |= walk->tables[i] != 0;
    for (i = 0; i < model->parameters.count; i++)
        part->parameters[i] |= walk->parameters[i];
    for (i = 0; i < model->sources.count; i++)
        part->sources[i] |= walk->sources[i];
}

static void lower_group(builder *b, mutaid__group *group,
                        const group_slots *slots)
{
    mutaid__walk walk;
    size_t i;

    mutaid__walk_init(&walk, b->model, b->arena);
    if (walk.is_out_of_memory) {
        b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    walk.with = b->with;
    walk.with_count = b->with_count;
    for (i = 0; i < slots->slots.count; i++)
        walk_slot(&walk, &slots->slots.items[i]);
    mutaid__walk_word(&walk, group->dated_by, false);
    if (walk.is_out_of_memory) {
        b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    note_reach(b->part, b->model, &walk);
    group->slot_count = slots->slots.count;
    lower_day(b, group);
    if (b->status == MUTAID_OK)
        cut_versions(b, group, &walk);
    for (i = 0; i < group->version_count && b->status == MUTAID_OK; i++)
        lower_version(b, group, slots, &group->versions[i]);
}

/* --- schemes ------------------------------------------------------------------------ */

static void add_requires(gathering *g, const mutaid__requires *requires,
                         uint32_t group, uint32_t item)
{
    mutaid__part *part = g->b->part;
    size_t i;

    for (i = 0; i < requires->items.count; i++) {
        const mutaid__require *require = &requires->items.items[i];
        uint32_t number = (uint32_t)part->requires.count;
        slot asked = {SLOT_CONDITION, NULL, NULL, 0, 0, false};
        mutaid__require_plan *plan =
            mutaid__array_push(g->b->arena, &part->requires);

        if (!plan) {
            g->b->status = MUTAID_ERROR_MEMORY;
            return;
        }
        plan->id = require->id;
        plan->reason = require->reason;
        plan->kind = require->is_exclusion ? MUTAID_REQUIREMENT_EXCLUDE
                                           : MUTAID_REQUIREMENT_REQUIRE;
        plan->item = item;
        plan->clause = require->clause;
        plan->condition = require->condition;
        asked.word = require->condition;
        asked.item = item;
        asked.requirement = number;
        asked.is_exclusion = require->is_exclusion;
        plan->holds = ask(g, group, asked);
        plan->when = ask_word(g, group, SLOT_CONCERN, require->when, item,
                              number);
    }
}

static void add_benefit(gathering *g, const mutaid__benefit *benefit,
                        uint32_t outer_group)
{
    mutaid__part *part = g->b->part;
    uint32_t item = (uint32_t)part->items.count;
    uint32_t group = benefit->dated_by ? find_group(g->b, benefit->dated_by)
                                       : outer_group;
    mutaid__item_plan *plan = mutaid__array_push(g->b->arena, &part->items);

    if (!plan) {
        g->b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    plan->id = benefit->id;
    plan->title = benefit->title;
    plan->clause = benefit->clause;
    plan->force = benefit->force;
    plan->group = group;
    plan->when = ask_word(g, group, SLOT_WHEN, benefit->when, item,
                          MUTAID_NONE);
    plan->amount = ask_word(g, group, SLOT_AMOUNT, benefit->steps, item,
                            MUTAID_NONE);
    add_requires(g, &benefit->requires, group, item);
}

/* A judged deadline is a requirement as well; the kept day may be absent. */
static void add_deadline(gathering *g, const mutaid__deadline *deadline)
{
    mutaid__part *part = g->b->part;
    uint32_t group =
        deadline->dated_by ? find_group(g->b, deadline->dated_by) : 0;
    mutaid__deadline_plan *plan =
        mutaid__array_push(g->b->arena, &part->deadlines);
    mutaid__require_plan *require;
    slot asked = {SLOT_KEPT, NULL, NULL, MUTAID_NONE, 0, false};

    if (!plan) {
        g->b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    plan->id = deadline->id;
    plan->label = deadline->label;
    plan->clause = deadline->clause;
    plan->is_judged = deadline->kept_by != NULL;
    plan->last_day = ask_word(g, group, SLOT_LAST_DAY, deadline->last_day,
                              MUTAID_NONE, MUTAID_NONE);
    plan->when = ask_word(g, group, SLOT_LAST_DAY, deadline->when,
                          MUTAID_NONE, MUTAID_NONE);
    if (!deadline->kept_by)
        return;
    asked.requirement = (uint32_t)part->requires.count;
    require = mutaid__array_push(g->b->arena, &part->requires);
    if (!require) {
        g->b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    require->id = deadline->id;
    require->reason = deadline->label;
    require->kind = MUTAID_REQUIREMENT_DEADLINE;
    require->item = MUTAID_NONE;
    require->clause = deadline->clause;
    asked.word = deadline->last_day;
    asked.kept_by = deadline->kept_by;
    require->holds = ask(g, group, asked);
    require->when = plan->when;
}

/* Requirements are numbered as written: scheme, deadlines, each benefit. */
static void gather_scheme(gathering *g, const mutaid__scheme *scheme)
{
    mutaid__part *part = g->b->part;
    uint32_t group = find_group(g->b, scheme->dated_by);
    size_t i;

    add_requires(g, &scheme->requires, group, MUTAID_NONE);
    for (i = 0; i < scheme->deadlines.count; i++)
        add_deadline(g, &scheme->deadlines.items[i]);
    for (i = 0; i < scheme->benefits.count; i++)
        add_benefit(g, &scheme->benefits.items[i], group);
    part->cap = ask_word(g, group, SLOT_ROUNDED, scheme->total.at_most,
                         MUTAID_NONE, MUTAID_NONE);
    part->so_far = ask_word(g, group, SLOT_ROUNDED, scheme->total.so_far,
                            MUTAID_NONE, MUTAID_NONE);
    part->total_clause = scheme->total.clause;
}

static void gather_contribution(gathering *g, const mutaid__scheme *scheme)
{
    const mutaid__contribution *contribution = &scheme->contribution;
    uint32_t group = find_group(g->b, contribution->dated_by
                                          ? contribution->dated_by
                                          : scheme->dated_by);
    size_t i;

    add_requires(g, &contribution->requires, group, MUTAID_NONE);
    for (i = 0; i < contribution->parts.count; i++)
        add_benefit(g, &contribution->parts.items[i], group);
}

static bool start_part(builder *b, mutaid__part *part)
{
    b->part = part;
    part->reads = take(b, b->model->facts.count * sizeof *part->reads);
    part->when_reads =
        take(b, b->model->facts.count * sizeof *part->when_reads);
    part->values = take(b, b->model->values.count);
    part->tables = take(b, b->model->tables.count);
    part->parameters = take(b, b->model->parameters.count);
    part->sources = take(b, b->model->sources.count);
    part->cap.group = part->so_far.group = MUTAID_NONE;
    return b->status == MUTAID_OK;
}

static bool start_gathering(builder *b, gathering *g, size_t room)
{
    g->b = b;
    g->room = room;
    g->groups = take(b, room * sizeof *g->groups);
    return g->groups != NULL;
}

static void lower_groups(gathering *g)
{
    mutaid__part *part = g->b->part;
    size_t i;

    for (i = 0; i < part->groups.count && g->b->status == MUTAID_OK; i++)
        lower_group(g->b, &part->groups.items[i], &g->groups[i]);
}

static void build_scheme(builder *b, const mutaid__scheme *scheme,
                         bool is_contribution, mutaid__part *part)
{
    gathering g;

    if (!start_part(b, part) ||
        !start_gathering(b, &g, 2 + scheme->benefits.count +
                                    scheme->deadlines.count))
        return;
    part->scheme = scheme;
    part->force = scheme->force;
    part->title = scheme->title;
    part->clause =
        is_contribution ? scheme->contribution.clause : scheme->clause;
    part->kind = is_contribution ? MUTAID_PART_CONTRIBUTION
                                 : MUTAID_PART_SCHEME;
    if (is_contribution)
        gather_contribution(&g, scheme);
    else
        gather_scheme(&g, scheme);
    lower_groups(&g);
}

/* --- packages -------------------------------------------------------------------------- */

/* "member.item", "scheme.contribution". */
static mutaid__slice joined(builder *b, mutaid__slice a, const char *between,
                            mutaid__slice c)
{
    mutaid__slice middle = mutaid__slice_of(between), text = {NULL, 0};
    size_t length = a.length + middle.length + c.length;
    char *data = take(b, length + 1);

    if (!data)
        return text;
    memcpy(data, a.data, a.length);
    memcpy(data + a.length, middle.data, middle.length);
    if (c.length > 0)
        memcpy(data + a.length + middle.length, c.data, c.length);
    text.data = data;
    text.length = length;
    return text;
}

/* The items of a member below the item that stands for it. */
static void add_member_items(builder *b, mutaid__part *part,
                             mutaid__member_plan *plan)
{
    mutaid__item_plan *item = mutaid__array_push(b->arena, &part->items);
    size_t i;

    if (!item) {
        b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    item->id = plan->id;
    item->title = plan->title;
    item->clause = plan->clause;
    item->when.group = item->amount.group = MUTAID_NONE;
    plan->item = (uint32_t)(part->items.count - 1);
    plan->first_item = (uint32_t)part->items.count;
    for (i = 0; i < plan->part->items.count; i++) {
        const mutaid__item_plan *below = &plan->part->items.items[i];

        item = mutaid__array_push(b->arena, &part->items);
        if (!item) {
            b->status = MUTAID_ERROR_MEMORY;
            return;
        }
        *item = *below;
        item->depth = 1;
        item->id = joined(b, plan->id, ".", below->id);
    }
}

static void add_member(gathering *g, const mutaid__package *package,
                       const mutaid__member *member, bool is_contribution)
{
    const mutaid__scheme *scheme =
        &g->b->model->schemes.items[member->scheme];
    mutaid__part *part = g->b->part;
    mutaid__member_plan *plan;
    builder inner = *g->b;
    size_t i;

    if (is_contribution && !scheme->contribution.exists)
        return;
    plan = mutaid__array_push(g->b->arena, &part->members);
    if (!plan || !(plan->part = take(g->b, sizeof *plan->part))) {
        g->b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    plan->id = member->id;
    plan->title = scheme->title;
    plan->clause = member->clause;
    plan->when = ask_word(g, 0, SLOT_WHEN, member->when, MUTAID_NONE,
                          MUTAID_NONE);
    inner.with = member->with.items;
    inner.with_count = member->with.count;
    inner.with_dated_by = member->with.count > 0 ? package->dated_by : NULL;
    build_scheme(&inner, scheme, is_contribution, plan->part);
    g->b->status = inner.status;
    if (g->b->status != MUTAID_OK)
        return;
    plan->part->name = member->id;
    for (i = 0; i < g->b->model->facts.count; i++)
        part->reads[i] |= plan->part->reads[i];
    add_member_items(g->b, part, plan);
}

static void note_when_reads(builder *b, const mutaid__package *package)
{
    mutaid__walk walk;
    size_t i;

    mutaid__walk_init(&walk, b->model, b->arena);
    for (i = 0; i < package->members.count && !walk.is_out_of_memory; i++)
        mutaid__walk_word(&walk, package->members.items[i].when, false);
    if (walk.is_out_of_memory) {
        b->status = MUTAID_ERROR_MEMORY;
        return;
    }
    memcpy(b->part->when_reads, walk.facts,
           b->model->facts.count * sizeof *walk.facts);
}

static void build_package(builder *b, const mutaid__package *package,
                          bool is_contribution, mutaid__part *part)
{
    gathering g;
    size_t i;

    if (!start_part(b, part) || !start_gathering(b, &g, 1))
        return;
    part->package = package;
    part->force = package->force;
    part->title = package->title;
    part->clause = package->clause;
    part->kind = is_contribution ? MUTAID_PART_PACKAGE_CONTRIBUTION
                                 : MUTAID_PART_PACKAGE;
    (void)find_group(b, package->dated_by);
    for (i = 0; i < package->members.count && b->status == MUTAID_OK; i++)
        add_member(&g, package, &package->members.items[i], is_contribution);
    if (b->status == MUTAID_OK)
        note_when_reads(b, package);
    lower_groups(&g);
}

/* --- all parts ---------------------------------------------------------------------------- */

typedef struct part_list {
    mutaid__part *parts;
    size_t count;
} part_list;

static void name_part(builder *b, mutaid__symbols *names, part_list *list,
                      mutaid__slice name, const char *suffix)
{
    mutaid__part *part = &list->parts[list->count++];
    bool is_new;

    part->name = joined(b, name, suffix, mutaid__slice_of(NULL));
    if (part->name.data &&
        mutaid__symbols_enter(names, part->name, &is_new) == MUTAID_NONE)
        b->status = MUTAID_ERROR_MEMORY;
}

static void build_all(builder *b, mutaid__symbols *names, part_list *list)
{
    const mutaid__model *model = b->model;
    size_t i;

    for (i = 0; i < model->schemes.count && b->status == MUTAID_OK; i++) {
        const mutaid__scheme *scheme = &model->schemes.items[i];

        build_scheme(b, scheme, false, &list->parts[list->count]);
        name_part(b, names, list, scheme->name, "");
        if (!scheme->contribution.exists || b->status != MUTAID_OK)
            continue;
        build_scheme(b, scheme, true, &list->parts[list->count]);
        name_part(b, names, list, scheme->name, ".contribution");
    }
    for (i = 0; i < model->packages.count && b->status == MUTAID_OK; i++) {
        const mutaid__package *package = &model->packages.items[i];

        build_package(b, package, false, &list->parts[list->count]);
        name_part(b, names, list, package->name, "");
        build_package(b, package, true, &list->parts[list->count]);
        name_part(b, names, list, package->name, ".contribution");
    }
}

mutaid_status mutaid__parts_build(mutaid__arena *arena, mutaid_report *report,
                                  const mutaid__model *model,
                                  mutaid__symbols *names,
                                  mutaid__part **parts_out, size_t *count_out)
{
    builder b = {arena, report, model, NULL, NULL, 0, NULL, MUTAID_OK};
    part_list list = {NULL, 0};

    list.parts = take(&b, 2 * (model->schemes.count + model->packages.count) *
                              sizeof *list.parts);
    if (list.parts)
        build_all(&b, names, &list);
    *parts_out = list.parts;
    *count_out = list.count;
    return b.status;
}
