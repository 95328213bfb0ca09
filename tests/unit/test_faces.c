/* SPDX-License-Identifier: MIT */
/* test_faces.c - the two faces of random programs agree, row by row. */
#include "programs.h"

#define ROWS_RUN 24
#define PROGRAMS 3000

/* --- running ------------------------------------------------------------------------ */

typedef struct table {
    int64_t cells[FACTS][ROWS_RUN];
    uint8_t states[FACTS][ROWS_RUN];
} table;

static int64_t low(mutaid__wide number)
{
    int64_t small = 0;

    HOLDS(mutaid__wide_fits(number, &small));
    return small;
}

static void fill(trial *t, table *rows)
{
    for (size_t f = 0; f < FACTS; f++) {
        int64_t least = low(t->ranges[f].least), most = low(t->ranges[f].most);

        for (size_t r = 0; r < ROWS_RUN; r++) {
            uint64_t kind = draw(t, 4);

            rows->cells[f][r] = kind == 0   ? least
                                : kind == 1 ? most
                                            : between(t, least, most);
            rows->states[f][r] =
                (t->ranges[f].may & MUTAID__MAY_ABSENT) && draw(t, 4) == 0
                    ? MUTAID_STATE_ABSENT
                    : MUTAID_STATE_GIVEN;
        }
    }
}

static void run(trial *t, const table *rows, size_t first, size_t count,
                mutaid__block *block)
{
    const int64_t *integers[FACTS];
    const uint8_t *states[FACTS];
    mutaid__rows view = {integers, states, count};

    for (size_t f = 0; f < FACTS; f++) {
        integers[f] = rows->cells[f] + first;
        states[f] = rows->states[f] + first;
    }
    HOLDS(mutaid__block_init(block, &t->arena, &t->program, count) ==
          MUTAID_OK);
    mutaid__block_run(&t->program, &view, NULL, block);
}

static mutaid__span fact_at(const table *rows, size_t fact, size_t row)
{
    if (rows->states[fact][row] != MUTAID_STATE_GIVEN)
        return mutaid__span_state(MUTAID_STATE_ABSENT);
    return mutaid__span_point(mutaid__wide_of(rows->cells[fact][row]));
}

static bool holds(const mutaid__span *wide, const mutaid__span *point)
{
    return (wide->may & point->may) == point->may &&
           (point->may != MUTAID__MAY_GIVEN ||
            (mutaid__wide_compare(wide->least, point->least) <= 0 &&
             mutaid__wide_compare(wide->most, point->most) >= 0));
}

/* The smallest span that holds a fact in every row. */
static mutaid__span hull(const table *rows, size_t fact)
{
    mutaid__span span = fact_at(rows, fact, 0);

    for (size_t r = 1; r < ROWS_RUN; r++)
        span = mutaid__span_join(span, fact_at(rows, fact, r));
    return span;
}

/* Which facts are open, as bits. */
static uint64_t draw_open(uint64_t seed)
{
    uint64_t state = seed * 77 + 5;

    return random_next(&state) & random_next(&state) & 0xFF;
}

/* Spans of all columns for spans of the facts. */
static mutaid__scope run_span(trial *t, const mutaid__span *facts)
{
    mutaid__scope scope = {NULL, NULL, 1};
    size_t count = t->program.columns.count;

    scope.spans = mutaid__arena_take(&t->arena, count * sizeof *scope.spans);
    scope.reached_by = mutaid__arena_take(&t->arena, count * sizeof(uint64_t));
    HOLDS(scope.spans && scope.reached_by);
    mutaid__span_run(&t->program, facts, NULL, &scope);
    return scope;
}

/* --- the faces ------------------------------------------------------------------- */

START_TEST(every_cell_lies_in_what_was_proved_of_its_column)
{
    for (uint64_t seed = 1; seed <= PROGRAMS; seed++) {
        trial t;
        table rows;
        mutaid__block block;

        build(&t, seed);
        fill(&t, &rows);
        run(&t, &rows, 0, ROWS_RUN, &block);
        for (size_t i = 0; i < t.program.ops.count; i++) {
            uint32_t out = t.program.ops.items[i].out;
            mutaid__span proved = mutaid__emitted_span(&t.emitter, out);

            for (size_t r = 0; r < ROWS_RUN; r++) {
                mutaid__span cell =
                    mutaid__block_cell(&t.program, &block, out, r);

                HOLDS(holds(&proved, &cell));
            }
        }
        end_trial(&t);
    }
}
END_TEST

START_TEST(a_block_run_equals_a_span_run_on_points)
{
    for (uint64_t seed = 1; seed <= PROGRAMS; seed++) {
        trial t;
        table rows;
        mutaid__block block;
        mutaid__span facts[FACTS];

        build(&t, seed);
        fill(&t, &rows);
        run(&t, &rows, 0, ROWS_RUN, &block);
        for (size_t r = 0; r < ROWS_RUN; r++) {
            for (size_t f = 0; f < FACTS; f++)
                facts[f] = fact_at(&rows, f, r);
            mutaid__scope scope = run_span(&t, facts);
            for (size_t i = 0; i < t.program.ops.count; i++) {
                uint32_t out = t.program.ops.items[i].out;
                mutaid__span cell =
                    mutaid__block_cell(&t.program, &block, out, r);

                HOLDS(mutaid__span_equal(&scope.spans[out], &cell));
                HOLDS(scope.reached_by[out] == 0);
            }
        }
        end_trial(&t);
    }
}
END_TEST

START_TEST(a_block_of_many_rows_equals_rows_one_by_one)
{
    for (uint64_t seed = 1; seed <= PROGRAMS; seed++) {
        trial t;
        table rows;
        mutaid__block block, single;

        build(&t, seed);
        fill(&t, &rows);
        run(&t, &rows, 0, ROWS_RUN, &block);
        for (size_t r = 0; r < ROWS_RUN; r += 5) {
            run(&t, &rows, r, 1, &single);
            for (size_t i = 0; i < t.program.ops.count; i++) {
                uint32_t out = t.program.ops.items[i].out;
                mutaid__span a = mutaid__block_cell(&t.program, &block, out, r);
                mutaid__span b =
                    mutaid__block_cell(&t.program, &single, out, 0);

                HOLDS(mutaid__span_equal(&a, &b));
            }
        }
        end_trial(&t);
    }
}
END_TEST

/* Every operation that can is computed in 128 bits. */
START_TEST(narrow_and_wide_lanes_agree)
{
    size_t narrow = 0;

    for (uint64_t seed = 1; seed <= PROGRAMS; seed++) {
        trial t;
        table rows;
        mutaid__block block, wide;

        build(&t, seed);
        fill(&t, &rows);
        run(&t, &rows, 0, ROWS_RUN, &block);
        for (size_t i = 0; i < t.program.ops.count; i++) {
            mutaid__op *op = &t.program.ops.items[i];
            bool can =
                op->code >= MUTAID__OP_ADD && op->code <= MUTAID__OP_ROUND &&
                op->code != MUTAID__OP_NOT && op->code != MUTAID__OP_EXISTS;

            narrow += can && !op->is_wide;
            if (can)
                op->is_wide = 1;
        }
        run(&t, &rows, 0, ROWS_RUN, &wide);
        for (size_t i = 0; i < t.program.ops.count; i++) {
            uint32_t out = t.program.ops.items[i].out;

            for (size_t r = 0; r < ROWS_RUN; r++) {
                mutaid__span a = mutaid__block_cell(&t.program, &block, out, r);
                mutaid__span b = mutaid__block_cell(&t.program, &wide, out, r);

                HOLDS(mutaid__span_equal(&a, &b));
            }
        }
        end_trial(&t);
    }
    ck_assert_uint_gt(narrow, PROGRAMS);
}
END_TEST

/* Some facts are known, others ranges: the row lies in what comes out, and a
 * column that it leaves open is reached by a fact that is open. */
START_TEST(spans_hold_every_completion_of_open_facts)
{
    for (uint64_t seed = 1; seed <= PROGRAMS; seed++) {
        trial t;
        table rows;
        mutaid__block block;
        mutaid__span facts[FACTS];
        uint64_t open = draw_open(seed);

        build(&t, seed);
        fill(&t, &rows);
        for (size_t f = 0; f < FACTS; f++)
            for (size_t r = 1; r < ROWS_RUN && !(open >> f & 1); r++) {
                rows.cells[f][r] = rows.cells[f][0];
                rows.states[f][r] = rows.states[f][0];
            }
        run(&t, &rows, 0, ROWS_RUN, &block);
        for (size_t f = 0; f < FACTS; f++)
            facts[f] = hull(&rows, f);
        mutaid__scope scope = run_span(&t, facts);
        for (size_t i = 0; i < t.program.ops.count; i++) {
            uint32_t out = t.program.ops.items[i].out;
            const mutaid__span *span = &scope.spans[out];

            HOLDS(mutaid__span_is_settled(span) ==
                  (scope.reached_by[out] == 0));
            HOLDS((scope.reached_by[out] & ~open) == 0);
            for (size_t r = 0; r < ROWS_RUN; r++) {
                mutaid__span cell =
                    mutaid__block_cell(&t.program, &block, out, r);

                HOLDS(holds(span, &cell));
            }
        }
        end_trial(&t);
    }
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {every_cell_lies_in_what_was_proved_of_its_column, 0},
        {a_block_run_equals_a_span_run_on_points, 0},
        {a_block_of_many_rows_equals_rows_one_by_one, 0},
        {narrow_and_wide_lanes_agree, 0},
        {spans_hold_every_completion_of_open_facts, 0},
    };

    return run_suite("faces", tests, ROWS(tests));
}
