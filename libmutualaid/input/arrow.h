/* SPDX-License-Identifier: MIT */
/* arrow.h - what an Arrow column holds, as a column of a fact. */
#ifndef MUTUALAID_INPUT_ARROW_H
#define MUTUALAID_INPUT_ARROW_H

#include "base/fault.h"
#include "input/columns.h"
#include <mutualaid/arrow.h>

/* The cells `from` up to `from + count` of an array, as the column of a fact.
 * What a dictionary stands for is kept in the arena. */
mutaid_status mutaid__arrow_column(const mutaid__fact *fact,
                                   const struct ArrowSchema *schema,
                                   const struct ArrowArray *array, size_t from,
                                   size_t count, mutaid__arena *arena,
                                   mutaid__source_column *column_out,
                                   mutaid_error *error);

/* The cells of a bool column without nulls, as where a fact is absent. */
mutaid_status mutaid__arrow_absent(const mutaid__fact *fact,
                                   const struct ArrowSchema *schema,
                                   const struct ArrowArray *array, size_t from,
                                   size_t count,
                                   mutaid__bitmap *bitmap_out,
                                   mutaid_error *error);

/* Data that contradicts itself, told of a fact or of none. */
mutaid_status mutaid__arrow_unsound(mutaid__slice fact, const char *what,
                                    mutaid_error *error);

#endif
