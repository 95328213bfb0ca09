/* SPDX-License-Identifier: MIT */
/* text.h - slices of text, and writing into the caller's buffer. */
#ifndef MUTUALAID_BASE_TEXT_H
#define MUTUALAID_BASE_TEXT_H

#include <mutualaid/status.h>
#include <stdbool.h>

/* Some bytes of text, not NUL-terminated, borrowed. */
typedef struct mutaid__slice {
    const char *data;
    size_t length;
} mutaid__slice;

/* A slice of a NUL-terminated text; NULL gives an empty one. */
mutaid__slice mutaid__slice_of(const char *text);
/* A slice that its maker ended with a NUL, as text; "" if there is none. */
const char *mutaid__slice_text(mutaid__slice slice);
bool mutaid__slice_equal(mutaid__slice a, mutaid__slice b);
bool mutaid__slice_is(mutaid__slice slice, const char *text);
/* Order of the bytes: -1, 0 or 1. */
int mutaid__slice_compare(mutaid__slice a, mutaid__slice b);

/* Where text is written: the caller's buffer, counting on past its end. */
typedef struct mutaid__out {
    char *buffer;
    size_t capacity;
    size_t length; /* what was written or would have been */
} mutaid__out;

void mutaid__out_init(mutaid__out *out, char *buffer, size_t capacity);
void mutaid__out_byte(mutaid__out *out, char byte);
void mutaid__out_slice(mutaid__out *out, mutaid__slice slice);
void mutaid__out_text(mutaid__out *out, const char *text);
void mutaid__out_spaces(mutaid__out *out, size_t count);
void mutaid__out_integer(mutaid__out *out, int64_t number);
/* One character of UTF-8 by its number: U+3000. */
void mutaid__out_code_point(mutaid__out *out, mutaid__slice character);
/* The low `digits` hex digits of a number, in lower case. */
void mutaid__out_hex(mutaid__out *out, uint32_t number, int digits);
/* A JSON string with its quotes: only what must be escaped is. */
void mutaid__out_json_string(mutaid__out *out, mutaid__slice slice);
/* How a JSON string escapes that byte. */
void mutaid__out_json_escape(mutaid__out *out, int byte);
/* `template` with {1}, {2}, {3} replaced. */
void mutaid__out_template(mutaid__out *out, const char *template,
                          const mutaid__slice arguments[3]);

/* End with a NUL and report the length: MUTAID_OK or MUTAID_ERROR_BUFFER. A
 * text cut short still ends with a NUL, at a whole UTF-8 character. */
mutaid_status mutaid__out_finish(mutaid__out *out, size_t *length_out,
                                 mutaid_error *error);

/* Length of the valid UTF-8 character at `text` (1 to 4), or 0. Surrogates,
 * overlong forms and numbers past U+10FFFF are not valid. */
size_t mutaid__utf8_length(const char *text, size_t length);

#endif
