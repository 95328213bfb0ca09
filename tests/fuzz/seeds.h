/* SPDX-License-Identifier: MIT */
/* seeds.h - seeds in one file for each target: a line each, \xNN for bytes
 * that are not plain text. */
#ifndef MUTUALAID_TESTS_SEEDS_H
#define MUTUALAID_TESTS_SEEDS_H

#include "../plain/plain.h"
#include <stdint.h>

/* Called with each seed of a file, in order. */
typedef void seeds_use(void *context, const uint8_t *data, size_t size);

/* How many seeds the file `path` holds; `use` sees each. */
size_t seeds_read(const char *path, seeds_use *use, void *context);

/* Write the seeds of a file as files 0, 1, 2 ... of a folder, which a fuzzer
 * can work in; and the other way round. */
void seeds_unpack(const char *path, const char *folder);
void seeds_pack(const char *folder, const char *path);

#endif
