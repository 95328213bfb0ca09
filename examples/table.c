/* SPDX-License-Identifier: MIT */
/* table.c - a table whose columns stand below each other, also in Chinese. */
#include "table.h"

#include <stdio.h>

size_t table_width(const char *text)
{
    size_t width = 0;

    /* in UTF-8 a byte below 0x80 or from 0xc0 begins a character, and from
     * 0xe0 on it is, in the texts of a rulebook, a wide one */
    for (const unsigned char *c = (const unsigned char *)text; *c; c++)
        if (*c < 0x80 || *c >= 0xc0)
            width += *c >= 0xe0 ? 2 : 1;
    return width;
}

char (*table_row(table *t))[TABLE_CELL_BYTES]
{
    if (t->rows < TABLE_ROWS_MOST)
        t->rows++;
    return t->cells[t->rows - 1];
}

static size_t column_width(const table *t, size_t column)
{
    size_t widest = 0;

    for (size_t row = 0; row < t->rows; row++) {
        size_t width = table_width(t->cells[row][column]);

        widest = width > widest ? width : widest;
    }
    return widest;
}

static void print_blanks(size_t count)
{
    while (count-- > 0)
        putchar(' ');
}

void table_print(const table *t)
{
    for (size_t row = 0; row < t->rows; row++) {
        for (size_t column = 0; column < t->columns; column++) {
            const char *cell = t->cells[row][column];
            size_t blanks = column_width(t, column) - table_width(cell);

            print_blanks(2);
            if (column > 0)
                print_blanks(blanks);
            fputs(cell, stdout);
            if (column == 0)
                print_blanks(blanks);
        }
        putchar('\n');
    }
}
