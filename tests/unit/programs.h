/* SPDX-License-Identifier: MIT */
/* programs.h - random programs, for the tests of the machine's two faces. */
#ifndef MUTUALAID_TESTS_PROGRAMS_H
#define MUTUALAID_TESTS_PROGRAMS_H

#include "machine/block.h"
#include "machine/emit.h"
#include "suite.h"

#define FACTS 8 /* 0-2 numbers, 3-4 dates, 5-7 flags */
#define OPS 24

/* A random program with what is needed to run it. */
typedef struct trial {
    uint64_t seed;
    mutaid__memory memory;
    mutaid__arena arena;
    mutaid__program program;
    mutaid__emitter emitter;
    mutaid__span ranges[FACTS];
    uint32_t numbers[64], dates[64], flags[64];
    size_t number_count, date_count, flag_count;
} trial;

static inline uint64_t draw(trial *t, uint64_t below)
{
    return random_next(&t->seed) % below;
}

static inline int64_t between(trial *t, int64_t least, int64_t most)
{
    return least + (int64_t)draw(t, (uint64_t)(most - least) + 1);
}

/* --- building ------------------------------------------------------------------- */

static inline void add_number(trial *t, uint32_t column)
{
    if (t->number_count < 64)
        t->numbers[t->number_count++] = column;
}

static inline void add_flag(trial *t, uint32_t column)
{
    if (t->flag_count < 64)
        t->flags[t->flag_count++] = column;
}

static inline void add_date(trial *t, uint32_t column)
{
    if (t->date_count < 64)
        t->dates[t->date_count++] = column;
}

static inline uint32_t number(trial *t)
{
    return t->numbers[draw(t, t->number_count)];
}

static inline uint32_t flag(trial *t)
{
    return t->flags[draw(t, t->flag_count)];
}

static inline uint32_t date(trial *t)
{
    return t->dates[draw(t, t->date_count)];
}

static inline mutaid__ratio ratio(trial *t, int64_t least, int64_t most)
{
    mutaid__ratio made = {mutaid__wide_of(between(t, least, most)),
                          between(t, 1, 12)};

    return mutaid__ratio_reduce(made);
}

static inline void make_facts(trial *t)
{
    static const int64_t widths[] = {10, 1000, 100000000,
                                     INT64_C(4000000000000000)};

    for (uint32_t i = 0; i < FACTS; i++) {
        mutaid__span *range = &t->ranges[i];
        int64_t least = 0, most = 1, denominator = 1;

        if (i < 3) {
            most = between(t, 0, widths[draw(t, 4)]);
            least = draw(t, 3) == 0 ? -most : 0;
            denominator = draw(t, 3) == 0 ? between(t, 1, 100) : 1;
        } else if (i < 5) {
            least = between(t, -20000, 20000);
            most = least + between(t, 0, 4000);
        }
        *range = mutaid__span_point(mutaid__wide_of(least));
        range->most = mutaid__wide_of(most);
        if (draw(t, 4) == 0)
            range->may |= MUTAID__MAY_ABSENT;

        uint32_t column =
            mutaid__emit_fact(&t->emitter, i, denominator, *range);
        if (i < 3)
            add_number(t, column);
        else if (i < 5)
            add_date(t, column);
        else /* as conditions do: an absent flag is no */
            add_flag(t,
                     mutaid__emit_binary(&t->emitter, MUTAID__OP_EQUAL, column,
                                         mutaid__emit_integer(&t->emitter, 1)));
    }
}

static inline mutaid__bends bends(trial *t, bool is_rising)
{
    mutaid__bends made = {{0, 0, 0}};
    mutaid__ratio from = ratio(t, -50, 50), slope, offset;
    mutaid__ratio at = mutaid__ratio_of(0), before = at;
    size_t count = 1 + draw(t, 5);

    for (size_t i = 0; i < count; i++) {
        slope = ratio(t, is_rising ? 0 : -20, 20);
        offset = ratio(t, -3000, 3000);
        if (is_rising && i > 0) { /* begin where the last one ends, or above */
            HOLDS(mutaid__ratio_mul(before, from, &at) &&
                  mutaid__ratio_add(at, made.pieces.items[i - 1].offset, &at));
            HOLDS(mutaid__ratio_mul(slope, from, &offset) &&
                  mutaid__ratio_sub(at, offset, &offset));
            if (draw(t, 2))
                HOLDS(mutaid__ratio_add(offset, ratio(t, 0, 90), &offset));
        }
        HOLDS(mutaid__bends_push(&t->arena, &made, from, slope, offset) ==
              MUTAID__CURVE_OK);
        before = slope;
        HOLDS(mutaid__ratio_add(from, ratio(t, 1, 600), &from));
    }
    return made;
}

static inline uint32_t emit_table(trial *t, uint32_t key)
{
    mutaid__entry_cell cells[6];
    size_t count = 1 + draw(t, 6);
    mutaid__ratio from = ratio(t, -20, 20);

    for (size_t i = 0; i < count; i++) {
        cells[i].from = from;
        cells[i].value = ratio(t, -500, 500);
        cells[i].state = draw(t, 5) == 0   ? MUTAID_STATE_NO_RULE
                         : draw(t, 8) == 0 ? MUTAID_STATE_ABSENT
                                           : MUTAID_STATE_GIVEN;
        HOLDS(mutaid__ratio_add(from, ratio(t, 1, 300), &from));
    }
    return mutaid__emit_look_up(&t->emitter, key, cells, count);
}

static inline uint32_t emit_number(trial *t)
{
    static const mutaid__op_code codes[] = {
        MUTAID__OP_ADD, MUTAID__OP_SUBTRACT, MUTAID__OP_MULTIPLY,
        MUTAID__OP_SMALLER, MUTAID__OP_LARGER};
    static const int64_t units[] = {1, 7, 100, 12345};
    mutaid__ratio unit = {mutaid__wide_of(units[draw(t, 4)]),
                          units[draw(t, 3)]};
    mutaid__emitter *e = &t->emitter;
    mutaid__bends curve;
    uint32_t out = MUTAID_NONE;

    unit = mutaid__ratio_reduce(unit);
    switch (draw(t, 9)) {
    case 0:
        return mutaid__emit_constant(e, ratio(t, -1000, 1000));
    case 1:
        return mutaid__emit_state(e, draw(t, 2) ? MUTAID_STATE_ABSENT
                                                : MUTAID_STATE_NO_RULE);
    case 2:
        return mutaid__emit_select(e, flag(t), number(t), number(t));
    case 3:
        return emit_table(t, number(t));
    case 4:
        curve = bends(t, false);
        (void)mutaid__emit_curve(e, &curve, number(t), &out);
        return out;
    case 5:
        curve = bends(t, true);
        (void)mutaid__emit_rise(
            e, &curve, number(t), number(t), draw(t, 2) ? &unit : NULL,
            (mutaid__mode)draw(t, MUTAID__MODE_COUNT), &out);
        return out;
    case 6:
        return mutaid__emit_round(e, number(t), unit,
                                  (mutaid__mode)draw(t, MUTAID__MODE_COUNT));
    case 7:
        return mutaid__emit_between(
            e, draw(t, 2) ? MUTAID__OP_DAYS : MUTAID__OP_MONTHS,
            draw(t, 2) ? 1 : 12, date(t), date(t), false);
    default:
        return mutaid__emit_binary(e, codes[draw(t, 5)], number(t), number(t));
    }
}

static inline uint32_t emit_flag(trial *t)
{
    static const mutaid__op_code codes[] = {
        MUTAID__OP_EQUAL, MUTAID__OP_AT_MOST, MUTAID__OP_BELOW};
    mutaid__emitter *e = &t->emitter;

    switch (draw(t, 6)) {
    case 0:
        return mutaid__emit_not(e, flag(t));
    case 4:
        if (draw(t, 3) == 0)
            return mutaid__emit_is(e, flag(t), MUTAID__IS_YES);
        return mutaid__emit_is(e, draw(t, 2) ? number(t) : flag(t),
                               draw(t, 2) ? MUTAID_STATE_ABSENT
                                          : MUTAID_STATE_NO_RULE);
    case 1:
        return mutaid__emit_exists(e, draw(t, 2) ? number(t) : date(t));
    case 2:
        return mutaid__emit_and(e, flag(t), flag(t));
    case 3:
        return mutaid__emit_binary(e, codes[draw(t, 3)], date(t), date(t));
    default:
        return mutaid__emit_binary(e, codes[draw(t, 3)], number(t), number(t));
    }
}

static inline uint32_t emit_date(trial *t)
{
    static const mutaid__op_code codes[] = {
        MUTAID__OP_ADD, MUTAID__OP_ADD_MONTHS, MUTAID__OP_ADD_WORKING_DAYS};
    mutaid__emitter *e = &t->emitter;

    if (draw(t, 4) == 0)
        return mutaid__emit_select(e, flag(t), date(t), date(t));
    return mutaid__emit_shift(e, codes[draw(t, 3)], date(t),
                              mutaid__emit_integer(e, between(t, -300, 300)), 1,
                              draw(t, 2));
}

/* What cannot be emitted (too large, say) is left out; whatever was emitted
 * for it before stays and must agree too. */
static inline void build(trial *t, uint64_t seed)
{
    *t = (trial){.seed = seed * UINT64_C(0x9E3779B97F4A7C15) + 1};
    mutaid__memory_init(&t->memory, NULL, 16 << 20);
    mutaid__arena_init(&t->arena, &t->memory);
    HOLDS(mutaid__emitter_init(&t->emitter, &t->arena, &t->program, FACTS) ==
          MUTAID_OK);
    make_facts(t);
    for (size_t i = 0; i < OPS; i++) {
        uint64_t kind = draw(t, 8);
        uint32_t column = kind < 5    ? emit_number(t)
                          : kind == 5 ? emit_date(t)
                                      : emit_flag(t);

        HOLDS(t->emitter.problem != MUTAID__EMIT_NO_MEMORY);
        if (t->emitter.problem != MUTAID__EMIT_FINE) {
            t->emitter.problem = MUTAID__EMIT_FINE;
            continue;
        }
        if (column == MUTAID_NONE)
            continue;
        if (kind < 5)
            add_number(t, column);
        else if (kind == 5)
            add_date(t, column);
        else
            add_flag(t, column);
    }
}

static inline void end_trial(trial *t)
{
    mutaid__arena_free(&t->arena);
}

#endif
