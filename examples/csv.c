/* SPDX-License-Identifier: MIT */
/* csv.c - read a CSV file row by row, in constant memory. */
#include "csv.h"

#include <stdlib.h>
#include <string.h>

#include "encoding.h"

/* The longest row. A quote that nobody closes ends here and not at the end of
 * the file. */
#define ROW_LIMIT ((size_t)1 << 20)

/* The shape of the row that begins at `start`. */
typedef struct row_span {
    size_t end;   /* behind the last byte of its last cell */
    size_t next;  /* where the next row begins */
    size_t lines; /* line breaks up to there */
    size_t cells;
    int is_whole;      /* 0: the buffer ends first */
    int is_malformed;  /* 1: text follows a closing quote */
    int is_quote_open; /* 1: the text ends inside quotes */
} row_span;

static csv_result unusable(csv_file *csv, const char *problem,
                           const char *remedy)
{
    csv->problem = problem;
    csv->remedy = remedy;
    return CSV_UNUSABLE;
}

static csv_result no_memory(csv_file *csv)
{
    return unusable(csv, "there is no memory left", "free some memory");
}

static csv_result unreadable(csv_file *csv)
{
    return unusable(csv, "the file cannot be read to its end",
                    "look whether it is a file and whether its disk is well");
}

/* Read on until the buffer is full or the file ends. */
static int fill(csv_file *csv)
{
    size_t kept = csv->end - csv->start;
    memmove(csv->buffer, csv->buffer + csv->start, kept);
    csv->start = 0;
    csv->end = kept;
    while (!csv->is_at_end && csv->end < ROW_LIMIT) {
        size_t count =
            fread(csv->buffer + csv->end, 1, ROW_LIMIT - csv->end, csv->file);
        csv->end += count;
        csv->bytes_read += count;
        csv->is_at_end = count == 0;
    }
    return !ferror(csv->file);
}

/* The length of the line break at `at`: 0 if there is none. */
static size_t line_break(const csv_file *csv, size_t at)
{
    if (at == csv->end)
        return 0;
    if (csv->buffer[at] == '\n')
        return 1;
    if (csv->buffer[at] != '\r')
        return 0;
    return at + 1 < csv->end && csv->buffer[at + 1] == '\n' ? 2 : 1;
}

/* Step over what stands in quotes; `at` is behind the opening one. */
static size_t skip_quoted(const csv_file *csv, size_t at, row_span *span)
{
    while (at < csv->end) {
        size_t broken = line_break(csv, at);
        if (csv->buffer[at] == '"') {
            if (at + 1 == csv->end || csv->buffer[at + 1] != '"')
                return at + 1;
            at++;
        }
        span->lines += broken != 0;
        at += broken == 2 ? 2 : 1;
    }
    span->is_quote_open = 1;
    return at;
}

/* Find where the row ends; nothing is changed, so that a row may be looked at
 * again once there is more of it. */
static row_span find_row(const csv_file *csv)
{
    row_span span = {0, 0, 0, 1, 0, 0, 0};
    size_t at = csv->start;
    int is_at_start_of_cell = 1;
    while (at < csv->end && line_break(csv, at) == 0) {
        char byte = csv->buffer[at];
        if (is_at_start_of_cell && byte == '"') {
            at = skip_quoted(csv, at + 1, &span);
            if (at < csv->end && csv->buffer[at] != ',' &&
                line_break(csv, at) == 0)
                span.is_malformed = 1;
            is_at_start_of_cell = 0;
            continue;
        }
        is_at_start_of_cell = byte == ',';
        span.cells += byte == ',';
        at++;
    }
    span.end = at;
    span.next = at + line_break(csv, at);
    span.lines++;
    /* A CR at the very end of the buffer may be half of a CRLF. */
    span.is_whole =
        csv->is_at_end || span.next < csv->end ||
        (span.next == csv->end && span.next > at && csv->buffer[at] == '\n');
    return span;
}

/* Take the quotes off a cell, in place. */
static csv_cell unquote(char *text, size_t length)
{
    size_t to = 0;
    for (size_t from = 1; from + 1 < length; from++) {
        if (text[from] == '"')
            from++;
        text[to++] = text[from];
    }
    text[to] = '\0';
    return (csv_cell){text, to};
}

static csv_cell trim(char *text, size_t length)
{
    while (length > 0 && text[length - 1] == ' ')
        length--;
    while (length > 0 && *text == ' ') {
        text++;
        length--;
    }
    text[length] = '\0';
    return (csv_cell){text, length};
}

/* Cut the row into cells; the bytes behind each become its NUL. */
static void split_row(csv_file *csv, const row_span *span)
{
    char *text = csv->buffer + csv->start;
    char *end = csv->buffer + span->end;
    csv->cell_count = 0;
    for (;;) {
        char *at = text;
        int is_quoted = text < end && *text == '"';
        int is_inside = 0;
        while (at < end && (is_inside || *at != ',')) {
            is_inside ^= is_quoted && *at == '"';
            at++;
        }
        size_t length = (size_t)(at - text);
        csv->cells[csv->cell_count++] =
            is_quoted ? unquote(text, length) : trim(text, length);
        if (at == end)
            return;
        text = at + 1;
    }
}

static int reserve_cells(csv_file *csv, size_t count)
{
    if (count <= csv->cell_capacity)
        return 1;
    csv_cell *cells = realloc(csv->cells, count * sizeof *cells);
    if (cells == NULL)
        return 0;
    csv->cells = cells;
    csv->cell_capacity = count;
    return 1;
}

/* Report the row as bad and go on with the line below its first one: what a
 * stray quote has swallowed is read again as rows of its own. */
static csv_result bad_row(csv_file *csv, const char *problem,
                          const char *remedy)
{
    size_t at = csv->start;
    while (at < csv->end && line_break(csv, at) == 0)
        at++;
    csv->next = at + line_break(csv, at);
    csv->next_line = csv->line + 1;
    csv->is_skipping = at == csv->end;
    csv->problem = problem;
    csv->remedy = remedy;
    return CSV_BAD_ROW;
}

static csv_result wrong_width(csv_file *csv, size_t cells)
{
    snprintf(csv->width_problem, sizeof csv->width_problem,
             "the row has %zu cell%s and the header %zu", cells,
             cells == 1 ? "" : "s", csv->width);
    return bad_row(csv, csv->width_problem,
                   "add or remove commas; put a cell that holds one in quotes");
}

/* Once a file has shown UTF-8, a row that has none is an accident; a file
 * that has never shown any is in the other encoding throughout. */
static csv_result check_encoding(csv_file *csv, size_t length, int is_cut)
{
    const char *text = csv->buffer + csv->start;
    encoding found = encoding_of(text, length, is_cut);
    if (found == ENCODING_UTF8)
        csv->has_utf8 = 1;
    if (found == ENCODING_ASCII || found == ENCODING_UTF8)
        return CSV_ROW;
    if (found == ENCODING_UNKNOWN || csv->has_utf8)
        return CSV_BAD_ROW;
    csv->encoding = "GB18030";
    return unusable(csv, "the file is not in UTF-8 but in GBK",
                    "convert it to UTF-8");
}

static csv_result check_start(csv_file *csv)
{
    const unsigned char *b = (const unsigned char *)csv->buffer;
    size_t shown = csv->end < 4096 ? csv->end : 4096;
    int is_wide = csv->end >= 2 && ((b[0] == 0xFF && b[1] == 0xFE) ||
                                    (b[0] == 0xFE && b[1] == 0xFF));
    if (is_wide || memchr(b, 0, shown) != NULL) {
        csv->encoding = is_wide ? "UTF-16" : NULL;
        return unusable(
            csv, is_wide ? "the file is in UTF-16" : "the file is no text",
            "save the table as \"CSV UTF-8\"");
    }
    if (csv->end >= 3 && memcmp(b, "\xEF\xBB\xBF", 3) == 0) {
        csv->start = 3;
        csv->has_utf8 = 1;
    }
    /* What is not UTF-8 is told here if it shows early; a single bad row is
     * told when it is reached. */
    csv_result result =
        check_encoding(csv, csv->end - csv->start, !csv->is_at_end);
    return result == CSV_UNUSABLE ? result : CSV_ROW;
}

csv_result csv_open(csv_file *csv)
{
    csv->buffer = malloc(ROW_LIMIT + 1);
    csv->line = 1;
    csv->next_line = 1;
    if (csv->buffer == NULL)
        return no_memory(csv);
    if (!fill(csv))
        return unreadable(csv);
    csv_result result = check_start(csv);
    csv->next = csv->start;
    return result;
}

static csv_result take_row(csv_file *csv, const row_span *span)
{
    if (span->is_quote_open && span->end - csv->start == ROW_LIMIT)
        return bad_row(csv, "a quote is not closed within 1 MiB",
                       "close it, or double it if it is part of the text");
    if (span->is_quote_open)
        return bad_row(csv, "a quote is opened and never closed",
                       "close it, or double it if it is part of the text");
    if (!span->is_whole)
        return bad_row(csv, "the row is longer than 1 MiB",
                       "leave out what the cases do not need");
    if (span->is_malformed)
        return bad_row(csv, "text follows a closing quote",
                       "put the whole cell in quotes and double those inside");
    if (memchr(csv->buffer + csv->start, 0, span->end - csv->start) != NULL)
        return bad_row(csv, "the row holds a NUL byte", "leave it out");
    csv_result result = check_encoding(csv, span->end - csv->start, 0);
    if (result == CSV_BAD_ROW)
        return bad_row(csv, "the row is not in UTF-8",
                       "save the table as \"CSV UTF-8\"");
    if (result != CSV_ROW)
        return result;
    if (csv->width != 0 && span->cells != csv->width)
        return wrong_width(csv, span->cells);
    csv->width = span->cells;
    if (!reserve_cells(csv, span->cells))
        return no_memory(csv);
    split_row(csv, span);
    csv->next = span->next;
    csv->next_line = csv->line + span->lines;
    return CSV_ROW;
}

/* Pass by the rest of a line that is longer than the buffer. */
static int skip_line(csv_file *csv)
{
    while (csv->is_skipping) {
        size_t at = csv->start;
        while (at < csv->end && line_break(csv, at) == 0)
            at++;
        csv->is_skipping = at == csv->end && !csv->is_at_end;
        csv->start = at + line_break(csv, at);
        if (csv->is_skipping && !fill(csv))
            return 0;
    }
    return 1;
}

csv_result csv_next(csv_file *csv)
{
    csv->start = csv->next;
    if (!skip_line(csv))
        return unreadable(csv);
    csv->next = csv->start;
    for (;;) {
        csv->start = csv->next;
        csv->line = csv->next_line;
        row_span span = find_row(csv);
        if (!span.is_whole && csv->end - csv->start < ROW_LIMIT) {
            if (!fill(csv))
                return unreadable(csv);
            csv->next = csv->start;
            continue;
        }
        if (csv->start == csv->end)
            return CSV_END;
        if (span.end > csv->start)
            return take_row(csv, &span);
        csv->next = span.next;
        csv->next_line = csv->line + span.lines;
    }
}

void csv_close(csv_file *csv)
{
    free(csv->buffer);
    free(csv->cells);
    csv->buffer = NULL;
    csv->cells = NULL;
}

void csv_write(FILE *file, const char *text)
{
    if (text[strcspn(text, ",\"\r\n")] == '\0' && text[0] != ' ') {
        fputs(text, file);
        return;
    }
    putc('"', file);
    for (; *text != '\0'; text++) {
        if (*text == '"')
            putc('"', file);
        putc(*text, file);
    }
    putc('"', file);
}
