/* SPDX-License-Identifier: MIT */
/* table.h - a table whose columns stand below each other, also in Chinese. */
#ifndef EXAMPLES_TABLE_H
#define EXAMPLES_TABLE_H

#include <stddef.h>

enum { TABLE_COLUMNS_MOST = 8, TABLE_ROWS_MOST = 64, TABLE_CELL_BYTES = 40 };

/* Cells as text; the first row is the heading. */
typedef struct table {
    size_t columns;
    size_t rows;
    char cells[TABLE_ROWS_MOST][TABLE_COLUMNS_MOST][TABLE_CELL_BYTES];
} table;

/* How many columns of a terminal a text takes: a Chinese character takes
 * two. */
size_t table_width(const char *text);

/* Begin a row, or the last one anew where there is no room. */
char (*table_row(table *t))[TABLE_CELL_BYTES];

/* Print it: the first column to the left, all others to the right. */
void table_print(const table *t);

#endif
