/* SPDX-License-Identifier: MIT */
/* encoding.h - tell UTF-8 from the encodings that people save by mistake. */
#ifndef EXAMPLES_ENCODING_H
#define EXAMPLES_ENCODING_H

#include <stddef.h>

/* How the bytes of a text are to be read. */
typedef enum encoding {
    ENCODING_ASCII,
    ENCODING_UTF8,
    ENCODING_GB18030, /* GBK and GB 2312 are parts of it */
    ENCODING_UNKNOWN
} encoding;

/* Tell the encoding of a text; a character cut off at its end is forgiven
 * when `is_cut` says that the text goes on. */
encoding encoding_of(const char *text, size_t length, int is_cut);

#endif
