/* SPDX-License-Identifier: MIT */
/* lean.h - the lean row face: what some results need, in columns used again. */
#ifndef MUTUALAID_MACHINE_LEAN_H
#define MUTUALAID_MACHINE_LEAN_H

#include "calendar/working.h"
#include "machine/kernels.h"
#include "machine/lines.h"

/* A column while it is needed. Cells that are not given hold 0. */
typedef struct mutaid__lean_column {
    uint8_t lane;      /* mutaid__lane */
    bool has_states;   /* a byte for each row: mutaid_state */
    bool is_input;     /* its cells may be somebody else's */
    bool is_watched;   /* an input of which kernels of lines alone read: they
                          tell what bits they saw */
    uint32_t cells_at; /* place in the scratch, in bytes for each row */
    uint32_t states_at;
} mutaid__lean_column;

/* How an operation is carried out. */
typedef enum mutaid__lean_kind {
    MUTAID__LEAN_KERNEL,   /* by a kernel */
    MUTAID__LEAN_LINES,    /* by a kernel of lines, or as FUNCTION */
    MUTAID__LEAN_FUNCTION, /* mutaid__block_function() */
    MUTAID__LEAN_DATES,    /* mutaid__block_dates() */
    MUTAID__LEAN_WIDE,     /* mutaid__block_wide() */
    MUTAID__LEAN_WIDEN,    /* 64 bits to 128 */
    MUTAID__LEAN_NARROW,   /* 128 bits to 64 */
    MUTAID__LEAN_EXISTS,
    MUTAID__LEAN_STATE,
    MUTAID__LEAN_NO_STATE  /* a constant that is not given: k is its state */
} mutaid__lean_kind;

typedef struct mutaid__lean_op {
    uint8_t kind;
    uint8_t kernel; /* KERNEL, LINES */
    uint8_t lane;   /* of the operands */
    uint8_t code;   /* of the operation it comes from: how states pass on */
    uint32_t out, a, b, c; /* lean columns, or MUTAID_NONE */
    uint32_t source;       /* the operation of the program */
    int64_t k, k2;
    const mutaid__dense *dense;
    const mutaid__lines *lines;
} mutaid__lean_op;

typedef struct mutaid__lean {
    const mutaid__program *program;
    MUTAID__ARRAY(mutaid__lean_op) ops;
    MUTAID__ARRAY(mutaid__lean_column) columns;
    uint32_t *inputs;  /* by input of the program: its column, or NONE */
    uint32_t *results; /* as they were asked for: their columns */
    size_t result_count;
    size_t row_bytes;  /* scratch for each row */
} mutaid__lean;

/* What some columns of a program need. MUTAID_NONE among `wanted` stays so. */
mutaid_status mutaid__lean_build(mutaid__arena *arena,
                                 const mutaid__program *program,
                                 const uint32_t *wanted, size_t wanted_count,
                                 mutaid__lean *lean_out);

/* Give columns places in the scratch; a place is used again once nothing
 * behind needs what it holds. */
mutaid_status mutaid__lean_place(mutaid__arena *arena, mutaid__lean *lean);

/* Where a lean program runs; room is for the widest of several. */
typedef struct mutaid__lean_run {
    const mutaid__kernels *kernels;
    bool uses_lines; /* the processor rounds to nearest */
    const mutaid_calendar *calendar;
    unsigned char *scratch;
    size_t capacity; /* rows; a multiple of 16 */
    size_t count;
    void **cells;    /* by column: set by mutaid__lean_begin() */
    uint8_t **states;
    int64_t *seen;   /* by column: bits of the cells of watched inputs */
    bool trusts;     /* watched inputs were not looked at: where a proof fails
                        nothing is computed, and `is_refuted` says so */
    bool is_refuted;
} mutaid__lean_run;

/* Point every column at its place in the scratch. Then inputs, and results
 * that no input is, may be pointed elsewhere. */
void mutaid__lean_begin(const mutaid__lean *lean, mutaid__lean_run *run);
/* Compute `count` rows; the cells of inputs are there, in their lanes, within
 * their bounds. */
void mutaid__lean_go(const mutaid__lean *lean, mutaid__lean_run *run);

size_t mutaid__lane_width(mutaid__lane lane);
/* The narrowest lane that holds all numbers from least to most. */
mutaid__lane mutaid__lane_for(mutaid__wide least, mutaid__wide most);

#endif
