/* SPDX-License-Identifier: MIT */
/* sized.h - public structs that carry their size, in both directions. */
#ifndef MUTUALAID_BASE_SIZED_H
#define MUTUALAID_BASE_SIZED_H

#include <mutualaid/status.h>

/* Copy a struct whose first member is its size_t struct_size into the
 * caller's, of which the size is set: as many members as both know. Members
 * of the caller's that this library does not know become 0. */
mutaid_status mutaid__copy_sized(void *out, const void *own, size_t own_size,
                                 mutaid_error *error);

/* Copy the caller's options over `own`, which holds the defaults: members
 * that this library does not know must be 0. NULL leaves the defaults. */
mutaid_status mutaid__read_sized(void *own, size_t own_size,
                                 const void *options, mutaid_error *error);

#endif
