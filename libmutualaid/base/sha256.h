/* SPDX-License-Identifier: MIT */
/* sha256.h - the digest that names a rulebook (FIPS 180-4). */
#ifndef MUTUALAID_BASE_SHA256_H
#define MUTUALAID_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

typedef struct mutaid__sha256 {
    uint32_t state[8];
    uint64_t byte_count;
    unsigned char block[64];
} mutaid__sha256;

void mutaid__sha256_init(mutaid__sha256 *sha);
void mutaid__sha256_add(mutaid__sha256 *sha, const void *bytes, size_t length);
/* 64 lower-case hex digits and a NUL. */
void mutaid__sha256_hex(mutaid__sha256 *sha, char hex_out[65]);

#endif
