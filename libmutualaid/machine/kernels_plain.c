/* SPDX-License-Identifier: MIT */
/* kernels_plain.c - the loops in portable C: the specification. */
#include "machine/kernels.h"

#define FOR_PROCESSOR
#include "machine/kernels_loops.h"

/* Rounding, curves and rises are those of block.c. */
const mutaid__kernels *mutaid__kernels_plain(void)
{
    static const mutaid__kernels plain = {{LOOPS}};

    return &plain;
}
