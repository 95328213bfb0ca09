/* SPDX-License-Identifier: MIT */
/* test_symbols.c - a table from names to small numbers. */
#include "base/symbols.h"
#include "failing.h"

#include <stdio.h>

/* A table in memory of its own. */
typedef struct table {
    mutaid__memory memory;
    mutaid__arena arena;
    mutaid__symbols symbols;
} table;

static void start(table *table, const mutaid_allocator *allocator)
{
    mutaid__memory_init(&table->memory, allocator, (size_t)64 << 20);
    mutaid__arena_init(&table->arena, &table->memory);
    mutaid__symbols_init(&table->symbols, &table->arena);
}

static mutaid__slice name_of(table *table, unsigned number)
{
    char name[32];
    int length = snprintf(name, sizeof name, "fact_%u", number);

    return (mutaid__slice){
        mutaid__arena_copy(&table->arena, name, (size_t)length),
        (size_t)length};
}

START_TEST(names_keep_the_order_of_entry)
{
    table table;
    bool is_new;

    start(&table, NULL);
    for (unsigned i = 0; i < 50000; i++) {
        mutaid__slice name = name_of(&table, i * 7919 % 50021);
        HOLDS(mutaid__symbols_enter(&table.symbols, name, &is_new) == i);
        HOLDS(is_new);
    }
    for (unsigned i = 0; i < 50000; i++) {
        mutaid__slice name = name_of(&table, i * 7919 % 50021);
        HOLDS(mutaid__symbols_find(&table.symbols, name) == i);
        HOLDS(mutaid__slice_equal(table.symbols.names.items[i], name));
    }
    mutaid__arena_free(&table.arena);
}
END_TEST

START_TEST(a_name_entered_twice_keeps_its_first_index)
{
    table table;
    bool is_new;

    start(&table, NULL);
    mutaid__symbols_enter(&table.symbols, mutaid__slice_of("a"), &is_new);
    mutaid__symbols_enter(&table.symbols, mutaid__slice_of("b"), &is_new);
    ck_assert(is_new);
    ck_assert_uint_eq(
        mutaid__symbols_enter(&table.symbols, mutaid__slice_of("a"), &is_new),
        0);
    ck_assert(!is_new);
    ck_assert_uint_eq(table.symbols.names.count, 2);
    mutaid__arena_free(&table.arena);
}
END_TEST

START_TEST(a_name_that_was_not_entered_is_not_found)
{
    table table;
    bool is_new;

    start(&table, NULL);
    ck_assert_uint_eq(
        mutaid__symbols_find(&table.symbols, mutaid__slice_of("a")),
        MUTAID_NONE);
    mutaid__symbols_enter(&table.symbols, mutaid__slice_of("ab"), &is_new);
    ck_assert_uint_eq(
        mutaid__symbols_find(&table.symbols, mutaid__slice_of("a")),
        MUTAID_NONE);
    ck_assert_uint_eq(
        mutaid__symbols_find(&table.symbols, mutaid__slice_of("")),
        MUTAID_NONE);
    mutaid__arena_free(&table.arena);
}
END_TEST

START_TEST(the_empty_name_is_a_name)
{
    table table;
    bool is_new;

    start(&table, NULL);
    ck_assert_uint_eq(
        mutaid__symbols_enter(&table.symbols, mutaid__slice_of(""), &is_new),
        0);
    ck_assert_uint_eq(
        mutaid__symbols_find(&table.symbols, mutaid__slice_of(NULL)), 0);
    mutaid__arena_free(&table.arena);
}
END_TEST

/* Enter names until memory is out; what came in before is still found. */
/* Whether a name falls on the first slot of 2048, before any is tried anew. */
static bool collides(mutaid__slice name)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);

    for (size_t i = 0; i < name.length; i++)
        hash = (hash ^ (unsigned char)name.data[i]) * UINT64_C(0x100000001b3);
    hash = (hash ^ hash >> 32) * UINT64_C(0x9e3779b97f4a7c15);
    return (hash >> 32 & 2047) == 0;
}

START_TEST(names_chosen_to_collide_are_kept_apart)
{
    table table;
    mutaid__slice names[1000];
    bool is_new;

    start(&table, NULL);
    for (unsigned i = 0, number = 0; i < 1000; number++) {
        char text[32];
        int length = snprintf(text, sizeof text, "fact_%u", number);

        if (!collides((mutaid__slice){text, (size_t)length}))
            continue;
        names[i] = name_of(&table, number);
        HOLDS(mutaid__symbols_enter(&table.symbols, names[i], &is_new) == i);
        i++;
    }
    ck_assert_uint_gt(table.symbols.seed, 0);
    ck_assert_uint_lt(table.symbols.seed, 4);
    for (unsigned i = 0; i < 1000; i++)
        HOLDS(mutaid__symbols_find(&table.symbols, names[i]) == i);
    mutaid__arena_free(&table.arena);
}
END_TEST

START_TEST(out_of_memory_leaves_a_table_that_works)
{
    static char names[3000][8];

    for (unsigned i = 0; i < 3000; i++)
        snprintf(names[i], sizeof names[i], "n%u", i);
    for (size_t fail_at = 1;; fail_at++) {
        failing state = {.fail_at = fail_at, .fails_on = true};
        mutaid_allocator allocator = failing_allocator(&state);
        table table;
        bool is_new;
        uint32_t entered = 0;

        start(&table, &allocator);
        while (entered < 3000 &&
               mutaid__symbols_enter(&table.symbols,
                                     mutaid__slice_of(names[entered]),
                                     &is_new) != MUTAID_NONE)
            entered++;
        ck_assert_uint_eq(table.symbols.names.count, entered);
        for (uint32_t i = 0; i < 3000; i++)
            HOLDS(mutaid__symbols_find(&table.symbols,
                                       mutaid__slice_of(names[i])) ==
                  (i < entered ? i : MUTAID_NONE));
        mutaid__arena_free(&table.arena);
        ck_assert_uint_eq(state.blocks, 0);
        ck_assert(state.has_failed == (entered < 3000));
        if (!state.has_failed)
            break;
    }
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {names_keep_the_order_of_entry, 0},
        {a_name_entered_twice_keeps_its_first_index, 0},
        {a_name_that_was_not_entered_is_not_found, 0},
        {the_empty_name_is_a_name, 0},
        {names_chosen_to_collide_are_kept_apart, 0},
        {out_of_memory_leaves_a_table_that_works, 0},
    };

    return run_suite("symbols", tests, sizeof tests / sizeof *tests);
}
