/* SPDX-License-Identifier: MIT */
/* build_lower.c - each group of a part: its day, and a program per version. */
#include "decide/build.h"
#include "words/walk.h"

/* A part that changes on more days than this is not a list of versions. */
#define MOST_VERSIONS 400

/* No benefit pays more, in minor units, so that sums of them fit 64 bits. */
#define MOST_AMOUNT (INT64_C(1) << 52)

/* Judged where there is a day that keeps it and a last day to keep. */
static uint32_t lower_kept(mutaid__lowering *lowering, const mutaid__slot *s)
{
    uint32_t last_day = mutaid__lower_operand(lowering, s->word);
    uint32_t kept = mutaid__lower_operand(lowering, s->kept_by);
    uint32_t holds = mutaid__emit_binary(&lowering->emitter, MUTAID__OP_AT_MOST,
                                         kept, last_day);
    uint32_t is_judged = mutaid__emit_and(
        &lowering->emitter, mutaid__emit_exists(&lowering->emitter, kept),
        mutaid__emit_exists(&lowering->emitter, last_day));

    mutaid__lower_finding(lowering, s->kept_by, MUTAID_RELATION_AT_MOST, kept,
                          last_day, holds);
    return mutaid__emit_select(&lowering->emitter, is_judged, holds,
                               mutaid__emit_integer(&lowering->emitter, 1));
}

static mutaid__purpose purpose_of(mutaid__slot_kind kind)
{
    switch (kind) {
    case MUTAID__SLOT_CONDITION:
    case MUTAID__SLOT_KEPT:
        return MUTAID__FOR_REQUIREMENT;
    case MUTAID__SLOT_WHEN:
        return MUTAID__FOR_WHEN;
    case MUTAID__SLOT_CONCERN:
        return MUTAID__FOR_CONCERN;
    case MUTAID__SLOT_LAST_DAY:
    case MUTAID__SLOT_TERM:
        return MUTAID__FOR_INFORMATION;
    default:
        return MUTAID__FOR_AMOUNT;
    }
}

/* A pipeline that gives no money, as a whole number of 1/`parts`. */
static uint32_t lower_number(mutaid__lowering *lowering, const mutaid__slot *s,
                             int64_t parts, mutaid__mode mode)
{
    uint32_t column = mutaid__lower_steps(lowering, s->word, MUTAID_NONE);

    column = mutaid__emit_binary(
        &lowering->emitter, MUTAID__OP_MULTIPLY, column,
        mutaid__emit_integer(&lowering->emitter, parts));
    return mutaid__emit_round(&lowering->emitter, column, mutaid__ratio_of(1),
                              mode);
}

static uint32_t lower_slot(mutaid__lowering *lowering, const mutaid__slot *s)
{
    uint32_t column;

    lowering->purpose = purpose_of(s->kind);
    lowering->item = s->item;
    lowering->requirement = s->requirement;
    lowering->is_wanted = !s->is_exclusion;
    lowering->depth = 0;
    lowering->line = lowering->guard = MUTAID_NONE;
    switch (s->kind) {
    case MUTAID__SLOT_AMOUNT:
        column = mutaid__lower_steps(lowering, s->word, MUTAID_NONE);
        return mutaid__lower_money_rounding(lowering, column);
    case MUTAID__SLOT_ROUNDED:
        lowering->is_silent = !lowering->is_watched;
        column = mutaid__lower_operand(lowering, s->word);
        lowering->is_silent = false;
        return mutaid__lower_money_rounding(lowering, column);
    case MUTAID__SLOT_KEPT:
        return lower_kept(lowering, s);
    case MUTAID__SLOT_MONTHS:
        return lower_number(lowering, s, 1, MUTAID__DOWN);
    case MUTAID__SLOT_MILLIONTHS:
        return lower_number(lowering, s, 1000000, MUTAID__HALF_UP);
    default:
        return mutaid__lower_operand(lowering, s->word);
    }
}

/* A benefit that can end below zero is a fault, and so is one that leaves no
 * room for the sum of many. */
static void check_amount(mutaid__lowering *lowering, const mutaid__slot *s,
                         uint32_t column)
{
    const mutaid__column *c = mutaid__emitted(&lowering->emitter, column);
    mutaid__duty duty = {MUTAID_CODE_NEGATIVE_BENEFIT,
                         s->word->place,
                         s->word->shape,
                         column,
                         0,
                         0,
                         false,
                         false,
                         true,
                         {mutaid__wide_of(0), 1},
                         MUTAID_NONE};

    if (s->kind != MUTAID__SLOT_AMOUNT || !(c->may & MUTAID__MAY_GIVEN))
        return;
    if (mutaid__wide_is_negative(c->least))
        mutaid__lower_duty(lowering, duty);
    if (mutaid__wide_compare(c->most, mutaid__wide_of(MOST_AMOUNT)) <= 0)
        return;
    duty.code = MUTAID_CODE_AMOUNT_TOO_LARGE;
    duty.is_above = duty.is_strict = true;
    duty.bound = mutaid__ratio_of(MOST_AMOUNT);
    mutaid__lower_duty(lowering, duty);
}

static void keep(mutaid__version *version, const mutaid__lowering *lowering)
{
    version->lines = lowering->lines.items;
    version->line_count = lowering->lines.count;
    version->touches = lowering->touches.items;
    version->touch_count = lowering->touches.count;
    version->findings = lowering->findings.items;
    version->finding_count = lowering->findings.count;
    version->branches = lowering->branches.items;
    version->branch_count = lowering->branches.count;
    version->duties = lowering->duties.items;
    version->duty_count = lowering->duties.count;
    version->cliffs = lowering->cliffs.items;
    version->cliff_count = lowering->cliffs.count;
}

static void start(mutaid__builder *b, mutaid__lowering *lowering,
                  mutaid__version *version)
{
    b->status = mutaid__lowering_init(lowering, b->arena, b->report, b->model,
                                      &version->program);
    lowering->is_watched = b->is_watched;
    lowering->with = b->with;
    lowering->with_count = b->with_count;
    lowering->closes_facts =
        b->part->kind == MUTAID_PART_PACKAGE ||
        b->part->kind == MUTAID_PART_PACKAGE_CONTRIBUTION;
}

static void finish(mutaid__builder *b, const mutaid__lowering *lowering)
{
    if (lowering->emitter.problem == MUTAID__EMIT_NO_MEMORY)
        b->status = MUTAID_ERROR_MEMORY;
}

/* The day of a group: read without a day of its own. */
static void lower_day(mutaid__builder *b, mutaid__group *group)
{
    mutaid__lowering lowering;
    mutaid__version *day = &group->day;

    day->from = INT64_MIN;
    day->until = INT64_MAX;
    day->outputs = mutaid__build_take(b, sizeof *day->outputs);
    start(b, &lowering, day);
    if (b->status != MUTAID_OK || !day->outputs)
        return;
    lowering.is_silent = true;
    day->outputs[0] = mutaid__lower_operand(&lowering, group->dated_by);
    finish(b, &lowering);
}

/* The day on which a version is read. */
static uint32_t lower_reading_day(mutaid__lowering *lowering,
                                  const mutaid__group *group)
{
    mutaid__span range = {mutaid__wide_of(MUTAID__FIRST_DAY),
                          mutaid__wide_of(MUTAID__LAST_DAY),
                          MUTAID__MAY_GIVEN};

    if (!group->is_handed_in)
        return mutaid__lower_operand(lowering, group->dated_by);
    return mutaid__emit_fact(&lowering->emitter,
                             (uint32_t)lowering->model->facts.count, 1, range);
}

static void lower_version(mutaid__builder *b, mutaid__group *group,
                          const mutaid__group_slots *slots,
                          mutaid__version *version)
{
    mutaid__lowering lowering;
    uint32_t day;
    size_t i;

    version->outputs =
        mutaid__build_take(b, slots->slots.count * sizeof *version->outputs);
    start(b, &lowering, version);
    if (b->status != MUTAID_OK || !version->outputs)
        return;
    lowering.is_silent = true;
    day = lower_reading_day(&lowering, group);
    lowering.is_inside_with = true; /* the package's own day */
    if (b->with_dated_by)
        lowering.with_day.date =
            mutaid__lower_operand(&lowering, b->with_dated_by);
    lowering.is_inside_with = false;
    lowering.is_silent = false;
    lowering.day =
        (mutaid__reading_day){day, true, version->from, version->until};
    for (i = 0; i < slots->slots.count && b->status == MUTAID_OK; i++) {
        const mutaid__slot *s = &slots->slots.items[i];

        version->outputs[i] = lower_slot(&lowering, s);
        check_amount(&lowering, s, version->outputs[i]);
        finish(b, &lowering);
    }
    keep(version, &lowering);
    if (version->program.columns.count > group->most_columns)
        group->most_columns = version->program.columns.count;
}

static void walk_slot(mutaid__walk *walk, const mutaid__slot *s)
{
    mutaid__walk_word(walk, s->word, true);
    mutaid__walk_word(walk, s->kept_by, true);
}

/* The days on which anything that the group reads changes, cut into versions:
 * one before the first, one from each on. */
static void cut_versions(mutaid__builder *b, mutaid__group *group,
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
    group->versions = mutaid__build_take(b, count * sizeof *group->versions);
    if (!group->versions)
        return;
    group->version_count = count;
    for (i = 0; i < count; i++) {
        group->versions[i].from = i == 0 ? INT64_MIN : walk->days.items[i - 1];
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

static void lower_group(mutaid__builder *b, mutaid__group *group,
                        const mutaid__group_slots *slots)
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

void mutaid__build_lower(mutaid__gathering *g)
{
    mutaid__part *part = g->b->part;
    size_t i;

    for (i = 0; i < part->groups.count && g->b->status == MUTAID_OK; i++)
        lower_group(g->b, &part->groups.items[i], &g->groups[i]);
}
