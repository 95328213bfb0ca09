/* SPDX-License-Identifier: MIT */
/* text.c - slices of text, and writing into the caller's buffer. */
#include "base/text.h"
#include "base/fault.h"

#include <string.h>

mutaid__slice mutaid__slice_of(const char *text)
{
    return (mutaid__slice){text, text != NULL ? strlen(text) : 0};
}

const char *mutaid__slice_text(mutaid__slice slice)
{
    return slice.data ? slice.data : "";
}

bool mutaid__slice_equal(mutaid__slice a, mutaid__slice b)
{
    if (a.length != b.length)
        return false;
    return a.length == 0 || memcmp(a.data, b.data, a.length) == 0;
}

bool mutaid__slice_is(mutaid__slice slice, const char *text)
{
    return mutaid__slice_equal(slice, mutaid__slice_of(text));
}

int mutaid__slice_compare(mutaid__slice a, mutaid__slice b)
{
    size_t common = a.length < b.length ? a.length : b.length;
    int order = common > 0 ? memcmp(a.data, b.data, common) : 0;

    if (order != 0)
        return order < 0 ? -1 : 1;
    return (a.length > b.length) - (a.length < b.length);
}

void mutaid__out_init(mutaid__out *out, char *buffer, size_t capacity)
{
    out->buffer = buffer;
    out->capacity = buffer != NULL ? capacity : 0;
    out->length = 0;
}

void mutaid__out_byte(mutaid__out *out, char byte)
{
    if (out->length < out->capacity)
        out->buffer[out->length] = byte;
    out->length++;
}

/* Short texts are most of what is written: 4 to 16 bytes as two words that may
 * overlap. */
static inline void copy(char *to, const char *from, size_t length)
{
    if (length > 16 || length < 4) {
        memcpy(to, from, length);
    } else if (length >= 8) {
        uint64_t first, last;

        memcpy(&first, from, sizeof first);
        memcpy(&last, from + length - sizeof last, sizeof last);
        memcpy(to, &first, sizeof first);
        memcpy(to + length - sizeof last, &last, sizeof last);
    } else {
        uint32_t first, last;

        memcpy(&first, from, sizeof first);
        memcpy(&last, from + length - sizeof last, sizeof last);
        memcpy(to, &first, sizeof first);
        memcpy(to + length - sizeof last, &last, sizeof last);
    }
}

void mutaid__out_slice(mutaid__out *out, mutaid__slice slice)
{
    if (out->length < out->capacity && slice.length > 0) {
        size_t room = out->capacity - out->length;
        copy(out->buffer + out->length, slice.data,
             slice.length < room ? slice.length : room);
    }
    out->length += slice.length;
}

void mutaid__out_text(mutaid__out *out, const char *text)
{
    mutaid__out_slice(out, mutaid__slice_of(text));
}

void mutaid__out_spaces(mutaid__out *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        mutaid__out_byte(out, ' ');
}

void mutaid__out_integer(mutaid__out *out, int64_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0)
        mutaid__out_byte(out, '-');
    mutaid__out_slice(out, (mutaid__slice){digits + at, sizeof digits - at});
}

void mutaid__out_hex(mutaid__out *out, uint32_t number, int digits)
{
    for (int i = digits - 1; i >= 0; i--)
        mutaid__out_byte(out, "0123456789abcdef"[(number >> (4 * i)) & 15]);
}

static uint32_t code_point(mutaid__slice character)
{
    uint32_t number = (unsigned char)character.data[0];

    if (character.length > 1)
        number &= 0x7FU >> character.length;
    for (size_t i = 1; i < character.length; i++)
        number = number << 6 | ((unsigned char)character.data[i] & 0x3FU);
    return number;
}

void mutaid__out_code_point(mutaid__out *out, mutaid__slice character)
{
    uint32_t number = code_point(character);

    int shift = number > 0xFFFFF ? 20 : number > 0xFFFF ? 16 : 12;

    mutaid__out_text(out, "U+");
    for (; shift >= 0; shift -= 4)
        mutaid__out_byte(out, "0123456789ABCDEF"[(number >> shift) & 15]);
}

void mutaid__out_json_escape(mutaid__out *out, int byte)
{
    static const char short_forms[] = "\bb\ff\nn\rr\tt\"\"\\\\";

    mutaid__out_byte(out, '\\');
    for (size_t i = 0; i + 1 < sizeof short_forms; i += 2) {
        if (short_forms[i] != byte)
            continue;
        mutaid__out_byte(out, short_forms[i + 1]);
        return;
    }
    mutaid__out_byte(out, 'u');
    mutaid__out_hex(out, (uint32_t)byte, 4);
}

#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Whether one of eight bytes must be escaped: below 0x20, '"' or '\\'. Each
 * test sets the high bit of such a byte (and perhaps of one above it, which
 * does no harm). */
static bool has_escape(const char *at)
{
    uint64_t bytes, quotes, slashes;

    memcpy(&bytes, at, sizeof bytes);
    quotes = bytes ^ EACH_BYTE('"');
    slashes = bytes ^ EACH_BYTE('\\');
    return (((bytes - EACH_BYTE(0x20)) & ~bytes) |
            ((quotes - EACH_BYTE(1)) & ~quotes) |
            ((slashes - EACH_BYTE(1)) & ~slashes)) &
           EACH_BYTE(0x80);
}

void mutaid__out_json_string(mutaid__out *out, mutaid__slice slice)
{
    size_t from = 0;

    mutaid__out_byte(out, '"');
    for (size_t i = 0; i < slice.length; i++) {
        if (slice.length - i >= 8 && !has_escape(slice.data + i)) {
            i += 7;
            continue;
        }

        unsigned char byte = (unsigned char)slice.data[i];
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        mutaid__out_slice(out, (mutaid__slice){slice.data + from, i - from});
        mutaid__out_json_escape(out, byte);
        from = i + 1;
    }
    if (from < slice.length)
        mutaid__out_slice(
            out, (mutaid__slice){slice.data + from, slice.length - from});
    mutaid__out_byte(out, '"');
}

void mutaid__out_template(mutaid__out *out, const char *template,
                          const mutaid__slice arguments[3])
{
    for (const char *at = template; *at != '\0'; at++) {
        if (at[0] == '{' && at[1] >= '1' && at[1] <= '3' && at[2] == '}') {
            mutaid__out_slice(out, arguments[at[1] - '1']);
            at += 2;
        } else {
            mutaid__out_byte(out, *at);
        }
    }
}

/* Where a text of `length` bytes, cut at a byte, ends without half a
 * character. */
static size_t whole_characters(const char *text, size_t length)
{
    size_t start = length;

    while (start > 0 && length - start < 4) {
        start--;
        if (((unsigned char)text[start] & 0xC0) != 0x80)
            break;
    }
    if (start == length ||
        start + mutaid__utf8_length(text + start, length - start) == length)
        return length;
    return start;
}

static mutaid_status fail_short(size_t capacity, size_t needed,
                                mutaid_error *error)
{
    char digits[2][24];
    mutaid__out out[2];

    for (int i = 0; i < 2; i++) {
        mutaid__out_init(&out[i], digits[i], sizeof digits[i]);
        mutaid__out_integer(&out[i], (int64_t)(i == 0 ? capacity : needed));
    }

    const mutaid__slice arguments[3] = {
        {digits[0], out[0].length}, {digits[1], out[1].length}, {NULL, 0}};
    return mutaid__fail_slices(error, MUTAID_CODE_BUFFER_TOO_SHORT,
                               MUTAID__NOWHERE, mutaid__slice_of(NULL),
                               arguments);
}

mutaid_status mutaid__out_finish(mutaid__out *out, size_t *length_out,
                                 mutaid_error *error)
{
    if (length_out != NULL)
        *length_out = out->length;
    if (out->length < out->capacity) {
        out->buffer[out->length] = '\0';
        return MUTAID_OK;
    }
    if (out->capacity > 0)
        out->buffer[whole_characters(out->buffer, out->capacity - 1)] = '\0';
    return fail_short(out->capacity, out->length + 1, error);
}

static bool is_continuation(const char *text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (((unsigned char)text[i] & 0xC0) != 0x80)
            return false;
    }
    return true;
}

size_t mutaid__utf8_length(const char *text, size_t length)
{
    if (length == 0)
        return 0;

    unsigned char first = (unsigned char)text[0];
    if (first < 0x80)
        return 1;

    size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first < 0xC2 || first > 0xF4 || length < size ||
        !is_continuation(text, 1, size))
        return 0;

    unsigned char second = (unsigned char)text[1];
    bool is_overlong =
        (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    bool is_surrogate = first == 0xED && second > 0x9F;
    bool is_too_large = first == 0xF4 && second > 0x8F;
    return is_overlong || is_surrogate || is_too_large ? 0 : size;
}
