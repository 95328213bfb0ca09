/* SPDX-License-Identifier: MIT */
/* bench.h - the measurements; each prints what it finds (table.h). */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include <stddef.h>

/* More rows than caches hold. */
enum { LARGE = 5000000 };

/* Memory for a column, touched; ends the program where there is none. */
void *column_of(size_t rows, size_t size);

void bench_reimbursement(size_t rows);
void bench_eligibility(size_t rows);
void bench_mixed(size_t rows);
void bench_loans(size_t rows);
void bench_random_slices(void);
void bench_exactness(void);
void bench_threads(size_t rows);
void bench_memory(void);
void bench_claim(void);
void bench_reading(void);

#endif
