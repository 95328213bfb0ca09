/* SPDX-License-Identifier: MIT */
/* bench.c - measure the library against the goals it is built to.
 *
 * usage: bench [WORKLOAD..]    reimbursement slices eligibility mixed loans
 *                              claim reading memory threads; all without any
 *
 * Every figure is a ratio taken in this process; see race.h. Ends with 0 also
 * where goals are missed: it measures, it does not judge.
 */
#include "bench.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SOME_ROWS = 1000000, BEIJINGS_ROWS = 20147000, FEW_LOANS = 5000 };

void *column_of(size_t rows, size_t size)
{
    void *column = malloc(rows * size);

    if (!column) {
        fprintf(stderr, "no memory for %zu rows\n", rows);
        exit(1);
    }
    memset(column, 0xff, rows * size);
    return column;
}

static int is_wanted(int count, char **names, const char *name)
{
    int i;

    for (i = 1; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return 1;
    return count < 2;
}

int main(int argc, char **argv)
{
    if (is_wanted(argc, argv, "reimbursement")) {
        bench_reimbursement(SOME_ROWS);
        bench_reimbursement(BEIJINGS_ROWS);
    }
    if (is_wanted(argc, argv, "slices")) {
        bench_random_slices();
        bench_exactness();
    }
    if (is_wanted(argc, argv, "eligibility")) {
        bench_eligibility(SOME_ROWS);
        bench_eligibility(BEIJINGS_ROWS);
    }
    if (is_wanted(argc, argv, "mixed")) {
        bench_mixed(SOME_ROWS);
        bench_mixed(BEIJINGS_ROWS);
    }
    if (is_wanted(argc, argv, "loans"))
        bench_loans(FEW_LOANS);
    if (is_wanted(argc, argv, "claim"))
        bench_claim();
    if (is_wanted(argc, argv, "reading"))
        bench_reading();
    if (is_wanted(argc, argv, "memory"))
        bench_memory();
    if (is_wanted(argc, argv, "threads"))
        bench_threads(BEIJINGS_ROWS);
    table_end();
    return 0;
}
