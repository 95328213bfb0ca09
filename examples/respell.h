/* SPDX-License-Identifier: MIT */
/* respell.h - undo what spreadsheets do to amounts, dates and flags. */
#ifndef EXAMPLES_RESPELL_H
#define EXAMPLES_RESPELL_H

#include <mutualaid/mutualaid.h>

/* Room for what comes out, with its NUL. */
#define RESPELL_SIZE 40

/* A spreadsheet that opens and saves a table writes 1300.00 as 1300, 0.50 as
 * 0.5, 2016-03-01 as 2016/3/1 and true as TRUE. Write such a text as rulebooks
 * do. 1 if it is one, else 0. Nothing that could be read in two ways is taken:
 * the year comes first, and no commas stand in numbers. */
int respell(const mutaid_fact_info *fact, const char *text,
            char out[RESPELL_SIZE]);

#endif
