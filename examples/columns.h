/* SPDX-License-Identifier: MIT */
/* columns.h - which column of a table holds which fact. */
#ifndef EXAMPLES_COLUMNS_H
#define EXAMPLES_COLUMNS_H

#include <mutualaid/mutualaid.h>

#include "csv.h"

/* What a column is for. */
typedef enum column_kind {
    COLUMN_FACT,
    COLUMN_PART,    /* "part": which part of the rulebook is decided */
    COLUMN_ID,      /* "id": names the row in the answer */
    COLUMN_MEMBER,  /* "member": whose case it is, to count people */
    COLUMN_IGNORED, /* "note", and whatever begins with "_" */
    COLUMN_NAMELESS /* no name: as spreadsheets leave behind; must be empty */
} column_kind;

typedef struct table_column {
    column_kind kind;
    size_t fact; /* index of the fact */
    char *name;
} table_column;

typedef struct columns {
    table_column *list;
    size_t count;
    size_t part, id, member; /* positions, or MUTAID_NONE */
} columns;

/* Read the header row. 1 if every column is understood, else 0; all that is
 * wrong has been said on stderr. */
int columns_read(columns *c, const mutaid_rulebook *rulebook,
                 const csv_file *header, const char *path);

/* Put the cells of a row into a case. An empty cell is not given, "-" is
 * absent. 1 if all went in, else 0; all that is wrong has been said. */
int columns_fill(const columns *c, const csv_file *row, const char *path,
                 mutaid_case *facts);

/* The text in the column at a position, "" for MUTAID_NONE. */
const char *columns_text(const csv_file *row, size_t position);

void columns_free(columns *c);

#endif
