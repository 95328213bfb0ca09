/* SPDX-License-Identifier: MIT */
/* string.c - the strings of a JSON text, decoded. */
#include "document/token.h"

/* No unit of UTF-16. */
#define BAD_UNIT UINT32_MAX

static void store_character(mutaid__scan *scan, uint32_t number)
{
    char bytes[4] = {
        (char)(0xF0 | number >> 18), (char)(0x80 | (number >> 12 & 0x3F)),
        (char)(0x80 | (number >> 6 & 0x3F)), (char)(0x80 | (number & 0x3F))};

    if (number < 0x80) {
        bytes[3] = (char)number;
        mutaid__scan_store(scan, bytes + 3, 1);
    } else if (number < 0x800) {
        bytes[2] = (char)(0xC0 | number >> 6);
        mutaid__scan_store(scan, bytes + 2, 2);
    } else if (number < 0x10000) {
        bytes[1] = (char)(0xE0 | number >> 12);
        mutaid__scan_store(scan, bytes + 1, 3);
    } else {
        mutaid__scan_store(scan, bytes, 4);
    }
}

static uint32_t hex_digit(char byte)
{
    if (byte >= '0' && byte <= '9')
        return (uint32_t)(byte - '0');
    if (byte >= 'a' && byte <= 'f')
        return (uint32_t)(byte - 'a') + 10;
    if (byte >= 'A' && byte <= 'F')
        return (uint32_t)(byte - 'A') + 10;
    return BAD_UNIT;
}

/* The UTF-16 unit that is escaped at that byte as \uXXXX. */
static uint32_t unit_at(const mutaid__scan *scan, size_t at)
{
    const char *text = scan->text + at;
    uint32_t unit = 0;

    if (scan->length - at < 6 || text[0] != '\\' || text[1] != 'u')
        return BAD_UNIT;
    for (int i = 2; i < 6; i++) {
        if (hex_digit(text[i]) == BAD_UNIT)
            return BAD_UNIT;
        unit = unit << 4 | hex_digit(text[i]);
    }
    return unit;
}

static bool is_high_surrogate(uint32_t unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

static bool is_low_surrogate(uint32_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/* Report an escape of `length` bytes and skip it. */
static void refuse_escape(mutaid__scan *scan, size_t length)
{
    mutaid__slice escape = {scan->text + scan->at, length};

    mutaid__scan_fault(scan, MUTAID_CODE_BAD_ESCAPE, mutaid__scan_place(scan),
                       escape, MUTAID__NO_TEXT);
    scan->at += length;
}

/* \u, with another one where a character takes two. */
static void read_unit(mutaid__scan *scan)
{
    uint32_t unit = unit_at(scan, scan->at);
    uint32_t number = unit;
    size_t length = 2;

    if (unit == BAD_UNIT) {
        while (scan->at + length < scan->length && length < 6 &&
               hex_digit(scan->text[scan->at + length]) != BAD_UNIT)
            length++;
        refuse_escape(scan, length);
        return;
    }
    length = 6;
    if (is_high_surrogate(unit)) {
        uint32_t low = unit_at(scan, scan->at + length);

        if (is_low_surrogate(low)) {
            number = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            length = 12;
        }
    }
    if (number >= 0xD800 && number <= 0xDFFF) {
        refuse_escape(scan, length);
        return;
    }
    if (number == 0)
        mutaid__scan_fault(scan, MUTAID_CODE_NUL_CHARACTER,
                           mutaid__scan_place(scan), MUTAID__NO_TEXT,
                           MUTAID__NO_TEXT);
    store_character(scan, number);
    scan->at += length;
}

static void read_escape(mutaid__scan *scan)
{
    static const char escapes[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
    char next = '\0';

    if (scan->at + 1 < scan->length)
        next = scan->text[scan->at + 1];
    if (next == 'u') {
        read_unit(scan);
        return;
    }
    for (size_t i = 0; i + 1 < sizeof escapes; i += 2) {
        if (escapes[i] != next)
            continue;
        mutaid__scan_store(scan, escapes + i + 1, 1);
        scan->at += 2;
        return;
    }
    refuse_escape(scan, next > 0x20 && next < 0x7F ? 2 : 1);
}

/* A character below U+0020. At the end of a line the string was most likely
 * not closed, and what follows would be misread. */
static void refuse_control(mutaid__scan *scan, int byte)
{
    char name[8], escape[8];
    mutaid__out out;
    mutaid__slice character = {scan->text + scan->at, 1};

    if (byte == 0) {
        mutaid__scan_fault(scan, MUTAID_CODE_NUL_CHARACTER,
                           mutaid__scan_place(scan), MUTAID__NO_TEXT,
                           MUTAID__NO_TEXT);
        scan->at++;
        return;
    }
    mutaid__out_init(&out, name, sizeof name);
    mutaid__out_code_point(&out, character);
    mutaid__slice first = {name, out.length};
    mutaid__out_init(&out, escape, sizeof escape);
    mutaid__out_json_escape(&out, byte);
    mutaid__scan_fault(scan, MUTAID_CODE_BAD_CONTROL, mutaid__scan_place(scan),
                       first, (mutaid__slice){escape, out.length});
    scan->is_over = byte == '\n' || byte == '\r';
    scan->at++;
}

/* Copy what stands for itself and has one byte to a character. */
static void copy_plain(mutaid__scan *scan, char quote)
{
    size_t from = scan->at, at = from;
    const char *text = scan->text;

    while (at < scan->length && (unsigned char)text[at] >= 0x20 &&
           (unsigned char)text[at] < 0x80 && text[at] != quote &&
           text[at] != '\\')
        at++;
    mutaid__scan_store(scan, text + from, at - from);
    scan->at = at;
}

static void copy_character(mutaid__scan *scan)
{
    size_t from = scan->at;

    if (!mutaid__scan_is_utf8(scan))
        return;
    mutaid__scan_skip(scan);
    mutaid__scan_store(scan, scan->text + from, scan->at - from);
}

static void end_inside_string(mutaid__scan *scan, mutaid__place start)
{
    scan->behind = mutaid__scan_place(scan);
    mutaid__scan_end(scan, "the string", start, "a quote");
}

mutaid__slice mutaid__token_string(mutaid__scan *scan)
{
    mutaid__place start = mutaid__scan_place(scan);
    size_t from = scan->stored;
    char quote = scan->text[scan->at];

    if (quote != '"')
        mutaid__scan_refuse(scan, "'\"'");
    scan->at++;
    while (!scan->is_over) {
        copy_plain(scan, quote);

        int next = mutaid__scan_peek(scan);
        if (next == quote)
            break;
        if (next < 0)
            end_inside_string(scan, start);
        else if (next == '\\')
            read_escape(scan);
        else if (next < 0x20)
            refuse_control(scan, next);
        else
            copy_character(scan);
    }
    scan->at += scan->at < scan->length;
    return mutaid__scan_text(scan, from);
}
