/* SPDX-License-Identifier: MIT */
/* block.h - the row face: a program run over a block of rows. */
#ifndef MUTUALAID_MACHINE_BLOCK_H
#define MUTUALAID_MACHINE_BLOCK_H

#include "calendar/working.h"
#include "machine/program.h"
#include "machine/span.h"

/* The facts of a block, each an array of `rows` integers with their states
 * (mutaid_state: GIVEN or ABSENT; NULL: all given), by fact of the rulebook.
 * Facts that a program does not load may be NULL. */
typedef struct mutaid__rows {
    const int64_t *const *integers;
    const uint8_t *const *states;
    size_t count;
} mutaid__rows;

/* The cells of all columns of one program over one block. */
typedef struct mutaid__block {
    size_t capacity;     /* rows */
    void **cells;        /* int64_t or mutaid__wide, as the column says */
    uint8_t **states;    /* mutaid_state; NULL where every cell is given */
    mutaid__wide *lanes[4]; /* wide copies of narrow operands and results */
} mutaid__block;

/* Lay a block out for `capacity` rows of a program. */
mutaid_status mutaid__block_init(mutaid__block *block, mutaid__arena *arena,
                                 const mutaid__program *program,
                                 size_t capacity);

/* Fill every column. Facts lie in their declared ranges. */
void mutaid__block_run(const mutaid__program *program,
                       const mutaid__rows *rows,
                       const mutaid_calendar *calendar, mutaid__block *block);

/* Operations that have no kernel, for the lean face: arrays of cells in, an
 * array out. Look-ups, curves, rises and roundings of 64 bits ... */
void mutaid__block_function(const mutaid__program *program,
                            const mutaid__op *op, const int64_t *a,
                            const int64_t *b, int64_t *out, size_t count);
/* ... dates ... */
void mutaid__block_dates(const mutaid__op *op, const mutaid_calendar *calendar,
                         const int64_t *a, const int64_t *b, int64_t *out,
                         size_t count);
/* ... and everything of 128 bits; a comparison gives 0 and 1 of 128 bits. */
void mutaid__block_wide(const mutaid__program *program, const mutaid__op *op,
                        const int64_t *condition, const mutaid__wide *a,
                        const mutaid__wide *b, mutaid__wide *out,
                        size_t count);

/* One cell as a settled span. */
mutaid__span mutaid__block_cell(const mutaid__program *program,
                                const mutaid__block *block, uint32_t column,
                                size_t row);

#endif
