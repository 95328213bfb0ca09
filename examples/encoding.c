/* SPDX-License-Identifier: MIT */
/* encoding.c - tell UTF-8 from the encodings that people save by mistake. */
#include "encoding.h"

/* How many bytes the character at `at` has: 0 if there is none, more than
 * `left` if it is cut off. */
typedef size_t (*character_length)(const unsigned char *at, size_t left);

static int is_between(unsigned char byte, unsigned char low, unsigned char high)
{
    return byte >= low && byte <= high;
}

/* The second byte excludes overlong forms, surrogates and what lies beyond
 * U+10FFFF (Unicode Standard, table 3-7). */
static int is_second_utf8(unsigned char first, unsigned char second)
{
    if (first == 0xE0)
        return is_between(second, 0xA0, 0xBF);
    if (first == 0xED)
        return is_between(second, 0x80, 0x9F);
    if (first == 0xF0)
        return is_between(second, 0x90, 0xBF);
    if (first == 0xF4)
        return is_between(second, 0x80, 0x8F);
    return is_between(second, 0x80, 0xBF);
}

static size_t utf8_length(const unsigned char *at, size_t left)
{
    size_t length = at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
    if (!is_between(at[0], 0xC2, 0xF4))
        return 0;
    if (left > 1 && !is_second_utf8(at[0], at[1]))
        return 0;
    for (size_t i = 2; i < length && i < left; i++) {
        if (!is_between(at[i], 0x80, 0xBF))
            return 0;
    }
    return length;
}

static size_t gb18030_length(const unsigned char *at, size_t left)
{
    if (!is_between(at[0], 0x81, 0xFE))
        return 0;
    if (left < 2)
        return 2;
    if (is_between(at[1], 0x30, 0x39)) {
        if (left > 2 && !is_between(at[2], 0x81, 0xFE))
            return 0;
        if (left > 3 && !is_between(at[3], 0x30, 0x39))
            return 0;
        return 4;
    }
    return is_between(at[1], 0x40, 0xFE) && at[1] != 0x7F ? 2 : 0;
}

static int is_text_of(const unsigned char *text, size_t length, int is_cut,
                      character_length length_of)
{
    size_t at = 0;
    while (at < length) {
        if (text[at] < 0x80) {
            at++;
            continue;
        }
        size_t character = length_of(text + at, length - at);
        if (character == 0)
            return 0;
        if (character > length - at)
            return is_cut;
        at += character;
    }
    return 1;
}

encoding encoding_of(const char *text, size_t length, int is_cut)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t ascii = 0;
    while (ascii < length && bytes[ascii] < 0x80)
        ascii++;
    if (ascii == length)
        return ENCODING_ASCII;
    bytes += ascii;
    length -= ascii;
    if (is_text_of(bytes, length, is_cut, utf8_length))
        return ENCODING_UTF8;
    if (is_text_of(bytes, length, is_cut, gb18030_length))
        return ENCODING_GB18030;
    return ENCODING_UNKNOWN;
}
