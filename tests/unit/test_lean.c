/* SPDX-License-Identifier: MIT */
/* test_lean.c - random programs run lean and in full: the same cells. */
#include "machine/lean.h"
#include "programs.h"

#define ROWS_RUN 133
#define CAPACITY 192
#define PROGRAMS 2000

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
            bool may_be_absent = t->ranges[f].may & MUTAID__MAY_ABSENT;
            uint64_t kind = draw(t, 5);

            rows->states[f][r] = may_be_absent && draw(t, 4) == 0
                                     ? MUTAID_STATE_ABSENT
                                     : MUTAID_STATE_GIVEN;
            rows->cells[f][r] = kind == 0   ? least
                                : kind == 1 ? most
                                            : between(t, least, most);
            if (rows->states[f][r] == MUTAID_STATE_ABSENT)
                rows->cells[f][r] = 0;
        }
    }
}

static void run_full(trial *t, const table *rows, mutaid__block *block)
{
    const int64_t *integers[FACTS];
    const uint8_t *states[FACTS];
    mutaid__rows view = {integers, states, ROWS_RUN};

    for (size_t f = 0; f < FACTS; f++) {
        integers[f] = rows->cells[f];
        states[f] = rows->states[f];
    }
    HOLDS(!mutaid__block_init(block, &t->arena, &t->program, ROWS_RUN));
    mutaid__block_run(&t->program, &view, NULL, block);
}

/* --- the lean run ------------------------------------------------------------------ */

static void put_input(const mutaid__lean *lean, mutaid__lean_run *run,
                      size_t input, const table *rows)
{
    uint32_t column = lean->inputs[input];
    uint32_t fact = lean->program->inputs.items[input].fact;

    if (column == MUTAID_NONE)
        return;
    for (size_t r = 0; r < ROWS_RUN; r++) {
        int64_t cell = rows->cells[fact][r];

        if (lean->columns.items[column].lane == MUTAID__LANE_8)
            ((int8_t *)run->cells[column])[r] = (int8_t)cell;
        else if (lean->columns.items[column].lane == MUTAID__LANE_32)
            ((int32_t *)run->cells[column])[r] = (int32_t)cell;
        else
            ((int64_t *)run->cells[column])[r] = cell;
        if (run->states[column])
            run->states[column][r] = rows->states[fact][r];
    }
}

static int64_t lean_cell(const mutaid__lean *lean, const mutaid__lean_run *run,
                         uint32_t column, size_t row)
{
    return lean->columns.items[column].lane == MUTAID__LANE_8
               ? ((const int8_t *)run->cells[column])[row]
               : ((const int64_t *)run->cells[column])[row];
}

static void compare(const trial *t, const mutaid__block *block,
                    const mutaid__lean *lean, const mutaid__lean_run *run,
                    const uint32_t *wanted)
{
    for (size_t i = 0; i < lean->result_count; i++) {
        uint32_t column = lean->results[i];

        for (size_t r = 0; r < ROWS_RUN; r++) {
            mutaid__span cell =
                mutaid__block_cell(&t->program, block, wanted[i], r);
            const uint8_t *states = run->states[column];
            uint8_t may = states ? (uint8_t)(1u << states[r])
                                 : MUTAID__MAY_GIVEN;

            HOLDS(cell.may == may);
            HOLDS(low(cell.least) == lean_cell(lean, run, column, r));
        }
    }
}

static void run_lean(trial *t, const table *rows, const mutaid__block *block,
                     const uint32_t *wanted, size_t count,
                     const mutaid__kernels *kernels)
{
    mutaid__lean lean;
    mutaid__lean_run run = {.kernels = kernels, .uses_lines = true,
                            .capacity = CAPACITY, .count = ROWS_RUN};

    HOLDS(!mutaid__lean_build(&t->arena, &t->program, wanted, count, &lean));
    run.scratch =
        mutaid__arena_take(&t->arena, lean.row_bytes * CAPACITY + 64);
    run.cells = mutaid__arena_take(&t->arena, (lean.columns.count + 1) *
                                                  sizeof *run.cells);
    run.states = mutaid__arena_take(&t->arena, (lean.columns.count + 1) *
                                                   sizeof *run.states);
    run.seen = mutaid__arena_take(&t->arena, (lean.columns.count + 1) *
                                                 sizeof *run.seen);
    HOLDS(run.scratch && run.cells && run.states && run.seen);
    mutaid__lean_begin(&lean, &run);
    for (size_t i = 0; i < t->program.inputs.count; i++)
        put_input(&lean, &run, i, rows);
    mutaid__lean_go(&lean, &run);
    compare(t, block, &lean, &run, wanted);
}

/* Columns of 64 bits, each with a chance. */
static size_t draw_wanted(trial *t, uint32_t *wanted, uint64_t chance)
{
    size_t count = 0;

    for (size_t i = 0; i < t->program.ops.count; i++) {
        uint32_t out = t->program.ops.items[i].out;

        if (!t->program.columns.items[out].is_wide && draw(t, chance) == 0)
            wanted[count++] = out;
    }
    return count;
}

static const mutaid__kernels *kernels_of(int level)
{
    return level == 0   ? mutaid__kernels_plain()
           : level == 1 ? mutaid__kernels_sse42()
                        : mutaid__kernels_avx2();
}

START_TEST(a_lean_run_gives_the_cells_of_a_full_run)
{
    const mutaid__kernels *kernels = kernels_of(_i);

    if (!kernels) {
        printf("# this processor has no kernels of level %d\n", _i);
        return;
    }
    for (uint64_t seed = 1; seed <= PROGRAMS; seed++) {
        trial t;
        table rows;
        mutaid__block block;
        uint32_t *wanted;
        size_t count;

        build(&t, seed);
        fill(&t, &rows);
        run_full(&t, &rows, &block);
        wanted = malloc((t.program.ops.count + 1) * sizeof *wanted);
        HOLDS(wanted != NULL);
        count = draw_wanted(&t, wanted, 1);
        run_lean(&t, &rows, &block, wanted, count, kernels);
        count = draw_wanted(&t, wanted, 8);
        run_lean(&t, &rows, &block, wanted, count, kernels);
        free(wanted);
        end_trial(&t);
    }
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_lean_run_gives_the_cells_of_a_full_run, 3},
    };

    return run_suite("lean", tests, sizeof tests / sizeof *tests);
}
