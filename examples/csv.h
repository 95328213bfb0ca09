/* SPDX-License-Identifier: MIT */
/* csv.h - read a CSV file row by row, in constant memory. */
#ifndef EXAMPLES_CSV_H
#define EXAMPLES_CSV_H

#include <stddef.h>
#include <stdio.h>

/*
 * The dialect is RFC 4180 as spreadsheets write it: commas; cells in double
 * quotes may hold commas, line breaks and doubled quotes; lines end in LF,
 * CRLF or CR; a UTF-8 byte-order mark is skipped, blank lines are too. Spaces
 * around a cell that is not quoted do not count.
 */

/* What csv_next() found. */
typedef enum csv_result {
    CSV_ROW,     /* a row; `line` and the cells are set */
    CSV_END,     /* no more rows */
    CSV_BAD_ROW, /* a row that cannot be read; reading can go on behind it */
    CSV_UNUSABLE /* the file cannot be read at all */
} csv_result;

/* One cell, NUL-terminated; it lives until the next csv_next(). */
typedef struct csv_cell {
    char *text;
    size_t length;
} csv_cell;

/* A file that is being read. Set to zero but for `file`, then csv_open(). */
typedef struct csv_file {
    FILE *file;
    size_t line;     /* where the row starts, 1 and up */
    csv_cell *cells; /* the cells of the row */
    size_t cell_count;
    const char *problem;  /* CSV_BAD_ROW, CSV_UNUSABLE: what is wrong */
    const char *remedy;   /* and what to do about it */
    const char *encoding; /* CSV_UNUSABLE: what iconv calls the encoding that
                               the file has instead of UTF-8; or NULL */
    unsigned long long bytes_read;
    /* private */
    char *buffer;
    size_t start, end, next, next_line, cell_capacity;
    size_t width; /* cells of the first row: every row has as many */
    char width_problem[96];
    int is_at_end, is_skipping, has_utf8;
} csv_file;

/* Start to read `csv->file`; CSV_ROW means that csv_next() may be called. */
csv_result csv_open(csv_file *csv);

/* Read the next row. */
csv_result csv_next(csv_file *csv);

/* Release what the reader holds; the file itself stays open. */
void csv_close(csv_file *csv);

/* Write a cell, in quotes where it needs them. */
void csv_write(FILE *file, const char *text);

#endif
