/* SPDX-License-Identifier: MIT */
/* scan.c - a JSON text being read: places, white space, marks, faults. */
#include "document/scan.h"

#include <string.h>

mutaid__place mutaid__scan_place(const mutaid__scan *scan)
{
    size_t column = scan->at - scan->line_start - scan->continuation + 1;

    return (mutaid__place){(uint32_t)scan->at, scan->line, (uint32_t)column};
}

int mutaid__scan_peek(const mutaid__scan *scan)
{
    return scan->at < scan->length ? (unsigned char)scan->text[scan->at] : -1;
}

static size_t character_length(const mutaid__scan *scan)
{
    return mutaid__utf8_length(scan->text + scan->at, scan->length - scan->at);
}

void mutaid__scan_skip(mutaid__scan *scan)
{
    size_t size = character_length(scan);

    if (scan->text[scan->at] == '\n') {
        scan->line++;
        scan->line_start = scan->at + 1;
        scan->continuation = 0;
    }
    scan->continuation += size - 1;
    scan->at += size;
}

bool mutaid__scan_is_utf8(mutaid__scan *scan)
{
    if (character_length(scan) > 0)
        return true;
    mutaid__scan_fault(scan, MUTAID_CODE_BAD_UTF8, mutaid__scan_place(scan),
                       MUTAID__NO_TEXT, MUTAID__NO_TEXT);
    scan->is_over = true;
    return false;
}

void mutaid__scan_fault(mutaid__scan *scan, mutaid_code code,
                        mutaid__place place, mutaid__slice first,
                        mutaid__slice second)
{
    scan->is_faulty = true;
    mutaid__report_add(scan->report, code, place, first, second,
                       MUTAID__NO_TEXT);
}

static bool is_next(const mutaid__scan *scan, const char *token)
{
    size_t length = strlen(token);

    return scan->length - scan->at >= length &&
           memcmp(scan->text + scan->at, token, length) == 0;
}

/* The first of some tokens that comes next, or -1. */
static int next_of(const mutaid__scan *scan, const char *const tokens[],
                   int count)
{
    for (int i = 0; i < count; i++) {
        if (is_next(scan, tokens[i]))
            return i;
    }
    return -1;
}

/* Characters that Chinese keyboards give in place of those of JSON, and what
 * JSON wants. */
static const char *const full_width[] = {"\uFF0C", "\u3001", "\uFF1A", "\u201C",
                                         "\u201D", "\uFF02", "\uFF5B", "\uFF5D",
                                         "\uFF3B", "\uFF3D"};
static const char *const plain[] = {"\",\"", "\",\"", "\":\"", "'\"'",
                                    "'\"'",  "'\"'",  "\"{\"", "\"}\"",
                                    "\"[\"", "\"]\""};
#define FULL_WIDTH_COUNT ((int)(sizeof full_width / sizeof *full_width))

/* How a character is named: "x", or U+0007 where it cannot be seen, or both
 * where it may be taken for another. */
static void out_character(mutaid__out *out, mutaid__slice character)
{
    unsigned char first = (unsigned char)character.data[0];

    if (first > 0x20 && first != 0x7F) {
        const char *quote = first == '"' ? "'" : "\"";

        mutaid__out_text(out, quote);
        mutaid__out_slice(out, character);
        mutaid__out_text(out, quote);
    }
    if (first > 0x20 && first < 0x7F)
        return;
    mutaid__out_text(out, first >= 0x80 ? " (" : "");
    mutaid__out_code_point(out, character);
    mutaid__out_text(out, first >= 0x80 ? ")" : "");
}

void mutaid__scan_refuse(mutaid__scan *scan, const char *remedy)
{
    char buffer[32];
    mutaid__out out;
    int other = next_of(scan, full_width, FULL_WIDTH_COUNT);

    if (!mutaid__scan_is_utf8(scan))
        return;
    mutaid__out_init(&out, buffer, sizeof buffer);
    out_character(
        &out, (mutaid__slice){scan->text + scan->at, character_length(scan)});
    mutaid__scan_fault(scan, MUTAID_CODE_BAD_CHARACTER,
                       mutaid__scan_place(scan),
                       (mutaid__slice){buffer, out.length},
                       mutaid__slice_of(other >= 0 ? plain[other] : remedy));
}

void mutaid__scan_stop(mutaid__scan *scan, const char *remedy)
{
    mutaid__scan_refuse(scan, remedy);
    scan->is_over = true;
}

void mutaid__scan_end(mutaid__scan *scan, const char *what, mutaid__place place,
                      const char *close)
{
    char buffer[80];
    mutaid__out out;

    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_text(&out, what);
    mutaid__out_text(&out, " that begins at line ");
    mutaid__out_integer(&out, place.line);
    mutaid__out_text(&out, ", column ");
    mutaid__out_integer(&out, place.column);
    mutaid__scan_fault(scan, MUTAID_CODE_TEXT_ENDS, scan->behind,
                       (mutaid__slice){buffer, out.length},
                       mutaid__slice_of(close));
    scan->is_over = true;
}

/* What looks like a space: no-break, zero-width and ideographic ones, a
 * byte-order mark inside the text, line separators, \v and \f. */
static bool is_false_space(const mutaid__scan *scan)
{
    static const char *const spaces[] = {"\u00A0", "\u200B", "\u2028", "\u2029",
                                         "\u3000", "\uFEFF", "\v",     "\f"};

    return next_of(scan, spaces, (int)(sizeof spaces / sizeof *spaces)) >= 0;
}

static void skip_false_spaces(mutaid__scan *scan)
{
    mutaid__scan_refuse(scan, "a plain space");
    while (is_false_space(scan))
        mutaid__scan_skip(scan);
}

static void skip_comment(mutaid__scan *scan)
{
    const char *end = is_next(scan, "/*") ? "*/" : "\n";

    mutaid__scan_fault(scan, MUTAID_CODE_COMMENT, mutaid__scan_place(scan),
                       MUTAID__NO_TEXT, MUTAID__NO_TEXT);
    mutaid__scan_skip(scan);
    mutaid__scan_skip(scan);
    while (scan->at < scan->length && !is_next(scan, end)) {
        if (!mutaid__scan_is_utf8(scan))
            return;
        mutaid__scan_skip(scan);
    }
    if (scan->at < scan->length && end[0] == '*')
        scan->at += 2;
}

void mutaid__scan_space(mutaid__scan *scan)
{
    while (!scan->is_over && scan->at < scan->length) {
        unsigned char next = (unsigned char)scan->text[scan->at];

        if (next > '/' && next < 0x80)
            return;
        if (next == ' ' || next == '\t' || next == '\r')
            scan->at++;
        else if (next == '\n')
            mutaid__scan_skip(scan);
        else if (is_next(scan, "//") || is_next(scan, "/*"))
            skip_comment(scan);
        else if (is_false_space(scan))
            skip_false_spaces(scan);
        else
            return;
    }
}

static bool is_full_width(const mutaid__scan *scan, char mark)
{
    int other = next_of(scan, full_width, FULL_WIDTH_COUNT);

    return other >= 0 && plain[other][1] == mark;
}

bool mutaid__scan_take(mutaid__scan *scan, char mark)
{
    if (scan->at < scan->length && scan->text[scan->at] == mark) {
        scan->at++;
    } else if (is_full_width(scan, mark)) {
        mutaid__scan_refuse(scan, "");
        mutaid__scan_skip(scan);
    } else {
        return false;
    }
    scan->behind = mutaid__scan_place(scan);
    return true;
}

void mutaid__scan_store(mutaid__scan *scan, const char *bytes, size_t length)
{
    memcpy(scan->store + scan->stored, bytes, length);
    scan->stored += length;
}

mutaid__slice mutaid__scan_text(mutaid__scan *scan, size_t from)
{
    mutaid__slice text = {scan->store + from, scan->stored - from};

    mutaid__scan_store(scan, "", 1);
    scan->behind = mutaid__scan_place(scan);
    return text;
}
