/* SPDX-License-Identifier: MIT */
/* arrow.c - what an Arrow column holds, as a column of a fact. */
#include "input/arrow.h"

#include <string.h>

/* --- faults ------------------------------------------------------------------ */

mutaid_status mutaid__arrow_unsound(mutaid__slice fact, const char *what,
                                    mutaid_error *error)
{
    mutaid__slice arguments[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};

    arguments[0] = mutaid__slice_of(what);
    return mutaid__fail_slices(error, MUTAID_CODE_ARROW_UNSOUND,
                               MUTAID__NOWHERE, fact, arguments);
}

static mutaid_status wrong_format(const mutaid__fact *fact, const char *format,
                                  mutaid_error *error)
{
    static const char *const texts[][2] = {
        {"nothing", "nothing"},
        {"money", "decimal128, or int64 of minor units"},
        {"a count", "an integer type"},
        {"a measure", "decimal128, or int64 of its smallest decimal"},
        {"a rate", "decimal128 of a percent, or int64 of its smallest decimal"},
        {"a date", "date32"},
        {"a flag", "bool"},
        {"a choice", "utf8, or a dictionary of utf8"}};
    mutaid__slice arguments[3];

    arguments[0] = mutaid__slice_of(format);
    arguments[1] = mutaid__slice_of(texts[fact->shape.type][0]);
    arguments[2] = mutaid__slice_of(texts[fact->shape.type][1]);
    return mutaid__fail_slices(error, MUTAID_CODE_ARROW_FORMAT,
                               MUTAID__NOWHERE, fact->name, arguments);
}

/* --- formats ----------------------------------------------------------------- */

/* The kind of a format of one letter; NONE for others. */
static mutaid_column_kind whole_kind(const char *format)
{
    static const char letters[] = "csilCSIL";
    static const mutaid_column_kind kinds[] = {
        MUTAID_COLUMN_INT8,   MUTAID_COLUMN_INT16,  MUTAID_COLUMN_INT32,
        MUTAID_COLUMN_INT64,  MUTAID_COLUMN_UINT8,  MUTAID_COLUMN_UINT16,
        MUTAID_COLUMN_UINT32, MUTAID_COLUMN_UINT64};
    size_t i;

    for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (format[0] == letters[i] && format[1] == '\0')
            return kinds[i];
    return MUTAID_COLUMN_NONE;
}

static mutaid_column_kind text_kind(const char *format)
{
    if (format[0] == '\0' || format[1] != '\0')
        return MUTAID_COLUMN_NONE;
    return format[0] == 'u'   ? MUTAID_COLUMN_TEXT32
           : format[0] == 'U' ? MUTAID_COLUMN_TEXT64
                              : MUTAID_COLUMN_NONE;
}

/* A number of at most two digits, perhaps with a minus; moves on behind it. */
static bool read_small(const char **at, int *number_out)
{
    bool is_negative = **at == '-';
    int number = 0, digits = 0;

    for (*at += is_negative; **at >= '0' && **at <= '9'; (*at)++, digits++)
        if (digits < 2)
            number = number * 10 + (**at - '0');
    *number_out = is_negative ? -number : number;
    return digits == 1 || digits == 2;
}

/* "d:19,2" and "d:19,2,128"; other widths have a third number. */
static bool read_decimal(const char *format, int *scale_out)
{
    int precision;

    if (format[0] != 'd' || format[1] != ':')
        return false;
    format += 2;
    if (!read_small(&format, &precision) || *format++ != ',' ||
        !read_small(&format, scale_out))
        return false;
    return *format == '\0' ||
           (format[0] == ',' && format[1] == '1' && format[2] == '2' &&
            format[3] == '8' && format[4] == '\0');
}

static bool is_number(const mutaid__fact *fact)
{
    return fact->shape.type == MUTAID_TYPE_MONEY ||
           fact->shape.type == MUTAID_TYPE_COUNT ||
           fact->shape.type == MUTAID_TYPE_MEASURE ||
           fact->shape.type == MUTAID_TYPE_RATE;
}

/* How cells of a format are held, if a fact can be. A day is no integer and a
 * choice no number: data that says more than that is taken at its word. */
static mutaid_column_kind kind_of(const mutaid__fact *fact, const char *format,
                                  int *scale_out)
{
    if (is_number(fact))
        return read_decimal(format, scale_out) ? MUTAID_COLUMN_DECIMAL128
                                               : whole_kind(format);
    if (fact->shape.type == MUTAID_TYPE_DATE)
        return mutaid__slice_is(mutaid__slice_of(format), "tdD")
                   ? MUTAID_COLUMN_INT32
                   : MUTAID_COLUMN_NONE;
    if (fact->shape.type == MUTAID_TYPE_FLAG)
        return mutaid__slice_is(mutaid__slice_of(format), "b")
                   ? MUTAID_COLUMN_BITS
                   : MUTAID_COLUMN_NONE;
    return text_kind(format);
}

/* --- arrays ------------------------------------------------------------------ */

/* What every array must be: released by nobody, long enough, with its buffers.
 * Arrays without cells may do without. */
static mutaid_status check_array(const mutaid__fact *fact,
                                 const struct ArrowArray *array, size_t end,
                                 int64_t buffers, mutaid_error *error)
{
    int64_t i;

    if (!array->release)
        return mutaid__arrow_unsound(fact->name, "a column was released",
                                     error);
    if (array->length < 0 || array->offset < 0 || (size_t)array->length < end)
        return mutaid__arrow_unsound(fact->name, "a column is too short",
                                     error);
    if (array->n_buffers != buffers || !array->buffers)
        return mutaid__arrow_unsound(fact->name, "a column lacks buffers",
                                     error);
    for (i = 1; i < buffers; i++)
        if (!array->buffers[i] && array->length > 0 &&
            !(buffers == 3 && i == 2)) /* empty texts need no bytes */
            return mutaid__arrow_unsound(fact->name, "a column lacks a buffer",
                                         error);
    if (array->null_count > 0 && !array->buffers[0])
        return mutaid__arrow_unsound(
            fact->name, "there are nulls, and nothing says where", error);
    return MUTAID_OK;
}

static mutaid__bitmap valid_of(const struct ArrowArray *array, size_t from)
{
    mutaid__bitmap bitmap = {NULL, 0};

    if (array->null_count == 0)
        return bitmap;
    bitmap.bytes = array->buffers[0];
    bitmap.first = (size_t)array->offset + from;
    return bitmap;
}

/* --- dictionaries ------------------------------------------------------------- */

static mutaid_status take_dictionary(const mutaid__fact *fact,
                                     const struct ArrowSchema *schema,
                                     const struct ArrowArray *array,
                                     mutaid__arena *arena,
                                     mutaid__source_column *column,
                                     mutaid_error *error)
{
    mutaid_column_kind kind = text_kind(schema->format);
    mutaid__source_column words = {MUTAID_COLUMN_NONE, NULL, 0, 0, {NULL, 0},
                                   {NULL, 0}, 0, NULL, 0, NULL};
    uint32_t *choices;
    size_t i, count;

    if (kind == MUTAID_COLUMN_NONE)
        return wrong_format(fact, schema->format, error);
    if (!array)
        return mutaid__arrow_unsound(fact->name, "there is no dictionary",
                                     error);
    TRY(check_array(fact, array, 0, 3, error));
    count = (size_t)array->length;
    words.kind = kind;
    words.data = (const unsigned char *)array->buffers[1] +
                 (size_t)array->offset *
                     (kind == MUTAID_COLUMN_TEXT32 ? 4 : 8);
    words.text = array->buffers[2] ? array->buffers[2] : "";
    words.valid = valid_of(array, 0);
    choices = mutaid__arena_take(arena, count * sizeof *choices);
    if (!choices)
        return mutaid__fail_memory(error);
    for (i = 0; i < count; i++) {
        mutaid_state state;
        int64_t choice;
        mutaid_code code =
            mutaid__column_cell(fact, &words, i, &state, &choice);

        if (state == MUTAID_STATE_OPEN)
            return mutaid__fail_slices(
                error, MUTAID_CODE_ARROW_NULL_ROWS, MUTAID__NOWHERE, fact->name,
                (mutaid__slice[3]){mutaid__slice_of("the dictionary"),
                                   {NULL, 0}, {NULL, 0}});
        choices[i] = code == MUTAID_CODE_NONE ? (uint32_t)choice : MUTAID_NONE;
    }
    column->dictionary = choices;
    column->dictionary_count = count;
    return MUTAID_OK;
}

/* --- columns ------------------------------------------------------------------ */

static mutaid_status take_cells(const mutaid__fact *fact,
                                const struct ArrowArray *array, size_t from,
                                size_t count, mutaid__source_column *column,
                                mutaid_error *error)
{
    bool is_text = mutaid__kind_is_text(column->kind);
    size_t width = mutaid__kind_width(column->kind);
    size_t first;

    TRY(check_array(fact, array, from + count, is_text ? 3 : 2, error));
    first = (size_t)array->offset + from;
    column->stride = (ptrdiff_t)width;
    column->data = array->buffers[1];
    if (column->kind == MUTAID_COLUMN_BITS)
        column->first_bit = first;
    else if (column->data)
        column->data +=
            first * (!is_text                              ? width
                     : column->kind == MUTAID_COLUMN_TEXT32 ? 4
                                                            : 8);
    if (is_text)
        column->text = array->buffers[2] ? array->buffers[2] : "";
    column->valid = valid_of(array, from);
    return MUTAID_OK;
}

mutaid_status mutaid__arrow_column(const mutaid__fact *fact,
                                   const struct ArrowSchema *schema,
                                   const struct ArrowArray *array, size_t from,
                                   size_t count, mutaid__arena *arena,
                                   mutaid__source_column *column_out,
                                   mutaid_error *error)
{
    const mutaid__source_column unbound = {MUTAID_COLUMN_NONE, NULL, 0, 0,
                                           {NULL, 0}, {NULL, 0}, 0, NULL, 0,
                                           NULL};
    bool has_codes =
        schema->dictionary && fact->shape.type == MUTAID_TYPE_CHOICE;

    *column_out = unbound;
    if (mutaid__slice_is(mutaid__slice_of(schema->format), "n"))
        return MUTAID_OK;
    column_out->scale = (int)fact->decimals;
    column_out->kind =
        schema->dictionary && !has_codes ? MUTAID_COLUMN_NONE
        : has_codes                      ? whole_kind(schema->format)
                    : kind_of(fact, schema->format, &column_out->scale);
    if (column_out->kind == MUTAID_COLUMN_NONE)
        return wrong_format(fact, schema->dictionary ? "dictionary"
                                                     : schema->format, error);
    if (has_codes)
        TRY(take_dictionary(fact, schema->dictionary, array->dictionary, arena,
                            column_out, error));
    return take_cells(fact, array, from, count, column_out, error);
}

mutaid_status mutaid__arrow_absent(const mutaid__fact *fact,
                                   const struct ArrowSchema *schema,
                                   const struct ArrowArray *array, size_t from,
                                   size_t count, mutaid__bitmap *bitmap_out,
                                   mutaid_error *error)
{
    mutaid__slice arguments[3] = {mutaid__slice_of("a column of absences"),
                                  {NULL, 0}, {NULL, 0}};

    if (!mutaid__slice_is(mutaid__slice_of(schema->format), "b") ||
        schema->dictionary) {
        arguments[2] = mutaid__slice_of("bool");
        arguments[1] = arguments[0];
        arguments[0] = mutaid__slice_of(schema->format);
        return mutaid__fail_slices(error, MUTAID_CODE_ARROW_FORMAT,
                                   MUTAID__NOWHERE, fact->name, arguments);
    }
    if (!fact->is_optional)
        return mutaid__fail_slices(error, MUTAID_CODE_NEVER_ABSENT,
                                   MUTAID__NOWHERE, fact->name, arguments);
    TRY(check_array(fact, array, from + count, 2, error));
    if (array->null_count > 0 || (array->null_count < 0 && array->buffers[0]))
        return mutaid__fail_slices(error, MUTAID_CODE_ARROW_NULL_ROWS,
                                   MUTAID__NOWHERE, fact->name, arguments);
    bitmap_out->bytes = array->buffers[1];
    bitmap_out->first = (size_t)array->offset + from;
    return MUTAID_OK;
}
