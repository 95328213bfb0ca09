/* SPDX-License-Identifier: MIT */
/* test_memory.c - memory with a hard cap, arenas, arrays. */
#include "base/memory.h"
#include "failing.h"

static bool is_zero(const void *block, size_t size)
{
    const unsigned char *bytes = block;

    for (size_t i = 0; i < size; i++) {
        if (bytes[i] != 0)
            return false;
    }
    return true;
}

START_TEST(blocks_are_zeroed_and_counted)
{
    failing state = {0};
    mutaid_allocator allocator = failing_allocator(&state);
    mutaid__memory memory;

    mutaid__memory_init(&memory, &allocator, 1000);
    void *block = mutaid__memory_take(&memory, 100);
    ck_assert(is_zero(block, 100));
    ck_assert_uint_eq(memory.used, 100);
    mutaid__memory_release(&memory, block, 100);
    ck_assert_uint_eq(memory.used, 0);
    ck_assert_uint_eq(state.blocks, 0);
}
END_TEST

START_TEST(without_an_allocator_malloc_serves)
{
    mutaid__memory memory;

    mutaid__memory_init(&memory, NULL, 1000);
    char *block = mutaid__memory_take(&memory, 10);
    ck_assert(is_zero(block, 10));
    memset(block, 'x', 10);
    block = mutaid__memory_resize(&memory, block, 10, 500);
    ck_assert_int_eq(memcmp(block, "xxxxxxxxxx", 10), 0);
    ck_assert(is_zero(block + 10, 490));
    mutaid__memory_release(&memory, block, 500);
    ck_assert_uint_eq(memory.used, 0);
}
END_TEST

START_TEST(the_cap_holds_to_the_byte)
{
    mutaid__memory memory;

    mutaid__memory_init(&memory, NULL, 100);
    void *first = mutaid__memory_take(&memory, 60);
    ck_assert_ptr_null(mutaid__memory_take(&memory, 41));
    void *second = mutaid__memory_take(&memory, 40);
    ck_assert_ptr_nonnull(second);
    ck_assert_ptr_null(mutaid__memory_take(&memory, 1));
    ck_assert_ptr_null(mutaid__memory_resize(&memory, first, 60, 61));
    ck_assert_uint_eq(memory.used, 100);
    mutaid__memory_release(&memory, second, 40);
    first = mutaid__memory_resize(&memory, first, 60, 100);
    ck_assert_ptr_nonnull(first);
    mutaid__memory_release(&memory, first, 100);
}
END_TEST

START_TEST(the_largest_sizes_are_refused_without_overflow)
{
    mutaid__memory memory;
    mutaid__arena arena;
    size_t capacity = SIZE_MAX / 2;

    mutaid__memory_init(&memory, NULL, 1 << 20);
    mutaid__arena_init(&arena, &memory);
    void *block = mutaid__memory_take(&memory, 8);
    ck_assert_ptr_null(mutaid__memory_take(&memory, SIZE_MAX));
    ck_assert_ptr_null(mutaid__memory_resize(&memory, block, 8, SIZE_MAX));
    for (size_t less = 0; less < 200; less++)
        ck_assert_ptr_null(mutaid__arena_take(&arena, SIZE_MAX - less));
    ck_assert_ptr_null(mutaid__arena_copy(&arena, "", SIZE_MAX));
    ck_assert_ptr_null(mutaid__array_grow(&arena, block, &capacity, 0, 8));
    ck_assert_uint_eq(capacity, SIZE_MAX / 2);
    ck_assert_uint_eq(memory.used, 8);
    mutaid__memory_release(&memory, block, 8);
}
END_TEST

START_TEST(a_size_of_nothing_is_a_block_all_the_same)
{
    failing state = {0};
    mutaid_allocator allocator = failing_allocator(&state);
    mutaid__memory memory;

    mutaid__memory_init(&memory, &allocator, 100);
    void *block = mutaid__memory_take(&memory, 0);
    ck_assert_ptr_nonnull(block);
    block = mutaid__memory_resize(&memory, block, 0, 10);
    ck_assert(is_zero((char *)block + 1, 9));
    block = mutaid__memory_resize(&memory, block, 10, 0);
    mutaid__memory_release(&memory, block, 0);
    mutaid__memory_release(&memory, NULL, 0);
    ck_assert_uint_eq(memory.used, 0);
    ck_assert_uint_eq(state.blocks, 0);
}
END_TEST

START_TEST(a_resize_that_fails_leaves_the_block)
{
    failing state = {.fail_at = 2};
    mutaid_allocator allocator = failing_allocator(&state);
    mutaid__memory memory;

    mutaid__memory_init(&memory, &allocator, 100);
    char *block = mutaid__memory_resize(&memory, NULL, 0, 4);
    memcpy(block, "abc", 4);
    ck_assert_ptr_null(mutaid__memory_resize(&memory, block, 4, 50));
    ck_assert_str_eq(block, "abc");
    ck_assert_uint_eq(memory.used, 4);
    mutaid__memory_release(&memory, block, 4);
    ck_assert_uint_eq(state.blocks, 0);
}
END_TEST

START_TEST(an_arena_gives_aligned_zeroed_blocks_that_do_not_overlap)
{
    failing state = {0};
    mutaid_allocator allocator = failing_allocator(&state);
    mutaid__memory memory;
    mutaid__arena arena;
    unsigned char *blocks[400];

    mutaid__memory_init(&memory, &allocator, (size_t)64 << 20);
    mutaid__arena_init(&arena, &memory);
    for (size_t i = 0; i < 400; i++) {
        size_t size = i * i % 5000;
        blocks[i] = mutaid__arena_take(&arena, size);
        ck_assert_uint_eq((uintptr_t)blocks[i] % _Alignof(max_align_t), 0);
        ck_assert(is_zero(blocks[i], size));
        memset(blocks[i], (int)(i % 255 + 1), size);
    }
    for (size_t i = 0; i < 400; i++) {
        for (size_t at = 0; at < i * i % 5000; at++)
            HOLDS(blocks[i][at] == i % 255 + 1);
    }
    mutaid__arena_free(&arena);
    ck_assert_uint_eq(memory.used, 0);
    ck_assert_uint_eq(state.blocks, 0);
    ck_assert_ptr_nonnull(mutaid__arena_take(&arena, 1));
    mutaid__arena_free(&arena);
    ck_assert_uint_eq(state.blocks, 0);
}
END_TEST

START_TEST(a_large_block_does_not_end_the_chunk_in_use)
{
    mutaid__memory memory;
    mutaid__arena arena;

    mutaid__memory_init(&memory, NULL, (size_t)64 << 20);
    mutaid__arena_init(&arena, &memory);
    char *before = mutaid__arena_take(&arena, 16);
    ck_assert_ptr_nonnull(mutaid__arena_take(&arena, (size_t)1 << 20));
    char *after = mutaid__arena_take(&arena, 16);
    ck_assert_ptr_eq(after, before + 16);
    mutaid__arena_free(&arena);
}
END_TEST

/* Around the size of a chunk, and of a chunk without its header. */
START_TEST(a_block_of_any_size_has_all_its_bytes)
{
    for (size_t size = 1900; size < 4300; size++) {
        mutaid__memory memory;
        mutaid__arena arena;

        mutaid__memory_init(&memory, NULL, 1 << 20);
        mutaid__arena_init(&arena, &memory);
        for (int i = 0; i < 3; i++) {
            char *block = mutaid__arena_take(&arena, size);
            HOLDS(block != NULL && is_zero(block, size));
            memset(block, 'x', size);
        }
        HOLDS(memory.used >= 3 * size);
        mutaid__arena_free(&arena);
    }
}
END_TEST

START_TEST(many_small_blocks_take_few_large_ones)
{
    failing state = {0};
    mutaid_allocator allocator = failing_allocator(&state);
    mutaid__memory memory;
    mutaid__arena arena;

    mutaid__memory_init(&memory, &allocator, (size_t)64 << 20);
    mutaid__arena_init(&arena, &memory);
    for (int i = 0; i < 1000000; i++)
        HOLDS(mutaid__arena_take(&arena, 16) != NULL);
    ck_assert_uint_lt(state.calls, 30);
    ck_assert_uint_lt(memory.used, 18000000);
    mutaid__arena_free(&arena);
}
END_TEST

START_TEST(close_to_the_cap_an_arena_takes_only_what_it_must)
{
    mutaid__memory memory;
    mutaid__arena arena;
    size_t given = 0;

    mutaid__memory_init(&memory, NULL, 10000);
    mutaid__arena_init(&arena, &memory);
    while (mutaid__arena_take(&arena, 64) != NULL)
        given += 64;
    ck_assert_uint_ge(given, 9000);
    ck_assert_uint_le(memory.used, 10000);
    mutaid__arena_free(&arena);
}
END_TEST

START_TEST(a_copied_text_ends_with_a_nul)
{
    mutaid__memory memory;
    mutaid__arena arena;

    mutaid__memory_init(&memory, NULL, 10000);
    mutaid__arena_init(&arena, &memory);
    ck_assert_str_eq(mutaid__arena_copy(&arena, "abcdef", 3), "abc");
    ck_assert_str_eq(mutaid__arena_copy(&arena, "x", 1), "x");
    ck_assert_str_eq(mutaid__arena_copy(&arena, NULL, 0), "");
    mutaid__arena_free(&arena);
}
END_TEST

START_TEST(an_array_keeps_its_items_while_it_grows)
{
    mutaid__memory memory;
    mutaid__arena arena;
    struct {
        MUTAID__ARRAY(int) numbers;
    } holder = {{0}};

    mutaid__memory_init(&memory, NULL, 1 << 20);
    mutaid__arena_init(&arena, &memory);
    for (int i = 0; i < 1000; i++) {
        int *last = mutaid__array_push(&arena, &holder.numbers);
        ck_assert_int_eq(*last, 0);
        *last = i;
    }
    ck_assert_uint_eq(holder.numbers.count, 1000);
    for (int i = 0; i < 1000; i++)
        ck_assert_int_eq(holder.numbers.items[i], i);
    mutaid__arena_free(&arena);
}
END_TEST

START_TEST(an_array_that_cannot_grow_stays_as_it_was)
{
    mutaid__memory memory;
    mutaid__arena arena;
    MUTAID__ARRAY(int64_t) numbers = {0};

    mutaid__memory_init(&memory, NULL, 2048 + 100);
    mutaid__arena_init(&arena, &memory);
    for (;;) {
        int64_t *last = mutaid__array_push(&arena, &numbers);
        if (last == NULL)
            break;
        *last = (int64_t)numbers.count;
    }
    ck_assert_uint_ge(numbers.count, 64);
    ck_assert_uint_eq(numbers.count, numbers.capacity);
    for (size_t i = 0; i < numbers.count; i++)
        ck_assert_int_eq(numbers.items[i], (int64_t)i + 1);
    mutaid__arena_free(&arena);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {blocks_are_zeroed_and_counted, 0},
        {without_an_allocator_malloc_serves, 0},
        {the_cap_holds_to_the_byte, 0},
        {the_largest_sizes_are_refused_without_overflow, 0},
        {a_size_of_nothing_is_a_block_all_the_same, 0},
        {a_resize_that_fails_leaves_the_block, 0},
        {an_arena_gives_aligned_zeroed_blocks_that_do_not_overlap, 0},
        {a_large_block_does_not_end_the_chunk_in_use, 0},
        {a_block_of_any_size_has_all_its_bytes, 0},
        {many_small_blocks_take_few_large_ones, 0},
        {close_to_the_cap_an_arena_takes_only_what_it_must, 0},
        {a_copied_text_ends_with_a_nul, 0},
        {an_array_keeps_its_items_while_it_grows, 0},
        {an_array_that_cannot_grow_stays_as_it_was, 0},
    };

    return run_suite("memory", tests, sizeof tests / sizeof *tests);
}
