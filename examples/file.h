/* SPDX-License-Identifier: MIT */
/* file.h - a whole file as text. */
#ifndef EXAMPLES_FILE_H
#define EXAMPLES_FILE_H

#include <stddef.h>

/* Read a file to its end, and put a NUL behind it. The caller frees the text;
 * NULL, with errno, if it cannot be read whole. `length_out` may be NULL. */
char *read_file(const char *path, size_t *length_out);

#endif
