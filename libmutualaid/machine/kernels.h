/* SPDX-License-Identifier: MIT */
/* kernels.h - the loops of the lean row face, for each processor. */
#ifndef MUTUALAID_MACHINE_KERNELS_H
#define MUTUALAID_MACHINE_KERNELS_H

#include "base/memory.h"
#include "machine/program.h"

/* How wide the cells of a lean column are: what its proved bounds allow. */
typedef enum mutaid__lane {
    MUTAID__LANE_8,
    MUTAID__LANE_32,
    MUTAID__LANE_64,
    MUTAID__LANE_WIDE, /* mutaid__wide: no kernels, block.c does it */
    MUTAID__LANE_COUNT
} mutaid__lane;

/* _K: the second operand is the constant `k`. Comparisons give flags in lanes
 * of 8, selections read their condition there. */
typedef enum mutaid__kernel_id {
    MUTAID__KERNEL_ADD,
    MUTAID__KERNEL_ADD_K,
    MUTAID__KERNEL_SUBTRACT,
    MUTAID__KERNEL_K_SUBTRACT, /* k - a */
    MUTAID__KERNEL_MULTIPLY,
    MUTAID__KERNEL_MULTIPLY_K,
    MUTAID__KERNEL_SMALLER,
    MUTAID__KERNEL_SMALLER_K,
    MUTAID__KERNEL_LARGER,
    MUTAID__KERNEL_LARGER_K,
    MUTAID__KERNEL_EQUAL,
    MUTAID__KERNEL_EQUAL_K,
    MUTAID__KERNEL_AT_MOST,
    MUTAID__KERNEL_AT_MOST_K,
    MUTAID__KERNEL_AT_LEAST_K,
    MUTAID__KERNEL_BELOW,
    MUTAID__KERNEL_SELECT,     /* c ? a : b */
    MUTAID__KERNEL_SELECT_K,   /* c ? a : k */
    MUTAID__KERNEL_K_SELECT,   /* c ? k : b */
    MUTAID__KERNEL_SELECT_KK,  /* c ? k : k2 */
    MUTAID__KERNEL_FILL,       /* k */
    MUTAID__KERNEL_TO_8,       /* the same number in another lane */
    MUTAID__KERNEL_TO_32,
    MUTAID__KERNEL_TO_64,
    MUTAID__KERNEL_EXTENT,     /* least and most of a, into k and k2 */
    MUTAID__KERNEL_RANGE,      /* k: whether no cell of a leaves k to k2 */
    MUTAID__KERNEL_CLEAR,      /* 0 where the byte of c is not 0 */
    MUTAID__KERNEL_BIT,        /* 8 only: flags c into bit k of bytes */
    MUTAID__KERNEL_WORD,       /* 8 only: words of 64 bits, bytes at bit k */
    MUTAID__KERNEL_GATHER,     /* cells of a by index */
    MUTAID__KERNEL_SCATTER,    /* cells of a to out by index */
    MUTAID__KERNEL_LOOK_UP,    /* cells of a dense table, by key */
    MUTAID__KERNEL_ROUND,      /* lanes of 64 only, see lines.h; k: whether the
                                  proof held for every row */
    MUTAID__KERNEL_CURVE,
    MUTAID__KERNEL_RISE,
    MUTAID__KERNEL_COUNT
} mutaid__kernel_id;

struct mutaid__lines;

/* A table as an array: the cell of key `first` and of each key after it. */
typedef struct mutaid__dense {
    int64_t first;
    const int64_t *cells;
} mutaid__dense;

/* What a kernel works on. */
typedef struct mutaid__work {
    const void *a, *b;
    const int8_t *c;
    void *out;
    size_t count;
    int64_t k, k2;
    const uint16_t *index;
    const mutaid__dense *dense;
    const struct mutaid__lines *lines;
    int64_t seen, seen_b; /* by kernels of lines: all bits of a, and of b */
} mutaid__work;

#define MUTAID__NO_WORK \
    { NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, 0, 0 }

typedef void mutaid__kernel(mutaid__work *work);

/* One way to compute; NULL where a lane has no such kernel. */
typedef struct mutaid__kernels {
    mutaid__kernel *of[MUTAID__KERNEL_COUNT][MUTAID__LANE_WIDE];
} mutaid__kernels;

/* Constant tables: the loops are the same C, compiled for each processor; only
 * ROUND, CURVE and RISE are written for each (kernels_lines.h). NULL where
 * this build or this processor has none. */
const mutaid__kernels *mutaid__kernels_plain(void);
const mutaid__kernels *mutaid__kernels_sse42(void);
const mutaid__kernels *mutaid__kernels_avx2(void);
const mutaid__kernels *mutaid__kernels_best(void);

/* Whether the processor rounds to nearest, as ROUND, CURVE and RISE of
 * mutaid__kernels_sse42() and _avx2() need it: a program may have changed it. */
bool mutaid__rounds_to_nearest(void);

/* Kernels of the same processor that need no rounding to nearest. */
static inline mutaid__kernel *
mutaid__kernel_of(const mutaid__kernels *kernels, mutaid__kernel_id id,
                  mutaid__lane lane)
{
    return kernels->of[id][lane];
}

#endif
