/* SPDX-License-Identifier: MIT */
/* sha256.c - the digest that names a rulebook (FIPS 180-4). */
#include "base/sha256.h"

#include <string.h>

/* FIPS 180-4, 4.2.2. */
static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
    0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
    0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
    0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t word, int count)
{
    return word >> count | word << (32 - count);
}

static uint32_t read_word(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 |
           (uint32_t)bytes[2] << 8 | bytes[3];
}

/* FIPS 180-4, 6.2.2, step 1. */
static void expand(uint32_t words[64], const unsigned char block[64])
{
    for (int t = 0; t < 16; t++)
        words[t] = read_word(block + 4 * t);
    for (int t = 16; t < 64; t++) {
        uint32_t w15 = words[t - 15], w2 = words[t - 2];
        uint32_t s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ w15 >> 3;
        uint32_t s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ w2 >> 10;
        words[t] = words[t - 16] + s0 + words[t - 7] + s1;
    }
}

/* FIPS 180-4, 6.2.2, steps 2 to 4; v holds a to h. */
static void compress(uint32_t state[8], const unsigned char block[64])
{
    uint32_t words[64], v[8];

    expand(words, block);
    memcpy(v, state, sizeof v);
    for (int t = 0; t < 64; t++) {
        uint32_t a = v[0], e = v[4];
        uint32_t sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
        uint32_t choice = (e & v[5]) ^ (~e & v[6]);
        uint32_t t1 = v[7] + sum1 + choice + constants[t] + words[t];
        uint32_t sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
        uint32_t majority = (a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]);

        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + sum0 + majority;
    }
    for (int i = 0; i < 8; i++)
        state[i] += v[i];
}

void mutaid__sha256_init(mutaid__sha256 *sha)
{
    static const uint32_t start[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372,
                                      0xa54ff53a, 0x510e527f, 0x9b05688c,
                                      0x1f83d9ab, 0x5be0cd19};

    memset(sha, 0, sizeof *sha);
    memcpy(sha->state, start, sizeof start);
}

void mutaid__sha256_add(mutaid__sha256 *sha, const void *bytes, size_t length)
{
    const unsigned char *from = bytes;

    while (length > 0) {
        size_t filled = (size_t)(sha->byte_count % 64);
        size_t part = 64 - filled < length ? 64 - filled : length;

        memcpy(sha->block + filled, from, part);
        sha->byte_count += part;
        from += part;
        length -= part;
        if (filled + part == 64)
            compress(sha->state, sha->block);
    }
}

/* FIPS 180-4, 5.1.1: a one bit, zeros, and the length in bits. */
static void pad(mutaid__sha256 *sha)
{
    static const unsigned char zeros[64] = {0};
    uint64_t bits = sha->byte_count * 8;
    unsigned char tail[8];

    for (int i = 0; i < 8; i++)
        tail[i] = (unsigned char)(bits >> (56 - 8 * i));
    mutaid__sha256_add(sha, "\x80", 1);
    mutaid__sha256_add(sha, zeros, (size_t)((120 - sha->byte_count % 64) % 64));
    mutaid__sha256_add(sha, tail, sizeof tail);
}

void mutaid__sha256_hex(mutaid__sha256 *sha, char hex_out[65])
{
    pad(sha);
    for (int i = 0; i < 64; i++) {
        uint32_t digit = sha->state[i / 8] >> (28 - 4 * (i % 8)) & 15;
        hex_out[i] = "0123456789abcdef"[digit];
    }
    hex_out[64] = '\0';
}
