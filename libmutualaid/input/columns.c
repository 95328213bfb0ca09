/* SPDX-License-Identifier: MIT */
/* columns.c - facts of many rows in the caller's memory: what a cell holds. */
#include "input/columns.h"

#include "number/wide.h"
#include <string.h>

size_t mutaid__kind_width(mutaid_column_kind kind)
{
    switch (kind) {
    case MUTAID_COLUMN_INT8:
    case MUTAID_COLUMN_UINT8:
        return 1;
    case MUTAID_COLUMN_INT16:
    case MUTAID_COLUMN_UINT16:
        return 2;
    case MUTAID_COLUMN_INT32:
    case MUTAID_COLUMN_UINT32:
        return 4;
    case MUTAID_COLUMN_INT64:
    case MUTAID_COLUMN_UINT64:
        return 8;
    case MUTAID_COLUMN_DECIMAL128:
        return 16;
    default:
        return 0;
    }
}

bool mutaid__kind_is_whole(mutaid_column_kind kind)
{
    return (kind >= MUTAID_COLUMN_INT8 && kind <= MUTAID_COLUMN_UINT8) ||
           (kind >= MUTAID_COLUMN_UINT16 && kind <= MUTAID_COLUMN_UINT64);
}

bool mutaid__kind_is_text(mutaid_column_kind kind)
{
    return kind == MUTAID_COLUMN_TEXT32 || kind == MUTAID_COLUMN_TEXT64;
}

bool mutaid__kind_holds(mutaid_column_kind kind, const mutaid__fact *fact)
{
    mutaid_type type = fact->shape.type;

    if (kind == MUTAID_COLUMN_BITS)
        return type == MUTAID_TYPE_FLAG;
    if (mutaid__kind_is_text(kind))
        return type == MUTAID_TYPE_CHOICE;
    if (kind == MUTAID_COLUMN_DECIMAL128)
        return type == MUTAID_TYPE_MONEY || type == MUTAID_TYPE_COUNT ||
               type == MUTAID_TYPE_MEASURE || type == MUTAID_TYPE_RATE;
    return kind == MUTAID_COLUMN_NONE || mutaid__kind_is_whole(kind);
}

/* --- cells ------------------------------------------------------------------ */

static int64_t whole_cell(mutaid_column_kind kind, const unsigned char *at)
{
    int8_t one;
    int16_t two;
    int32_t four;
    int64_t eight;
    uint16_t two_unsigned;
    uint32_t four_unsigned;

    switch (kind) {
    case MUTAID_COLUMN_INT8:
        memcpy(&one, at, sizeof one);
        return one;
    case MUTAID_COLUMN_INT16:
        memcpy(&two, at, sizeof two);
        return two;
    case MUTAID_COLUMN_INT32:
        memcpy(&four, at, sizeof four);
        return four;
    case MUTAID_COLUMN_UINT8:
        return *at;
    case MUTAID_COLUMN_UINT16:
        memcpy(&two_unsigned, at, sizeof two_unsigned);
        return two_unsigned;
    case MUTAID_COLUMN_UINT32:
        memcpy(&four_unsigned, at, sizeof four_unsigned);
        return four_unsigned;
    case MUTAID_COLUMN_UINT64: /* what is past 63 bits is past every range */
        memcpy(&eight, at, sizeof eight);
        return eight < 0 ? INT64_MAX : eight;
    default:
        memcpy(&eight, at, sizeof eight);
        return eight;
    }
}

/* The integer times 10^places; false where it is no integer, or too large. */
static bool rescale(mutaid__wide number, int places, int64_t *integer_out)
{
    mutaid__wide ten = mutaid__wide_of(10), rest;
    int64_t integer;

    for (; places < 0 && !mutaid__wide_is_zero(number); places++) {
        number = mutaid__wide_floor_div(number, ten, &rest);
        if (!mutaid__wide_is_zero(rest))
            return false;
    }
    for (; places > 0 && !mutaid__wide_is_zero(number); places--)
        if (!mutaid__wide_mul_checked(number, ten, &number))
            return false;
    if (!mutaid__wide_fits(number, &integer))
        return false;
    *integer_out = integer;
    return true;
}

/* A number that rescaling takes past 64 bits is past every range as well. */
static mutaid_code decimal_cell(const mutaid__fact *fact,
                                const mutaid__source_column *column,
                                const unsigned char *at, int64_t *integer_out)
{
    int places = (int)fact->decimals - column->scale, lost = places;
    uint64_t low;
    int64_t high;
    mutaid__wide number, rest;

    memcpy(&low, at, sizeof low);
    memcpy(&high, at + sizeof low, sizeof high);
    number = mutaid__wide_words(high, low);
    if (rescale(number, places, integer_out))
        return MUTAID_CODE_NONE;
    for (; lost < 0; lost++) {
        number = mutaid__wide_floor_div(number, mutaid__wide_of(10), &rest);
        if (!mutaid__wide_is_zero(rest))
            return MUTAID_CODE_TOO_MANY_PLACES;
    }
    return MUTAID_CODE_FACT_RANGE;
}

static mutaid_code text_cell(const mutaid__fact *fact,
                             const mutaid__source_column *column, size_t row,
                             int64_t *integer_out)
{
    size_t width = column->kind == MUTAID_COLUMN_TEXT32 ? 4 : 8;
    mutaid_column_kind kind = column->kind == MUTAID_COLUMN_TEXT32
                                  ? MUTAID_COLUMN_INT32
                                  : MUTAID_COLUMN_INT64;
    int64_t start = whole_cell(kind, column->data + row * width);
    int64_t end = whole_cell(kind, column->data + (row + 1) * width);
    mutaid__slice text;
    uint32_t choice;

    if (!column->text || start < 0 || end < start)
        return MUTAID_CODE_NO_SUCH_CHOICE;
    text.data = column->text + start;
    text.length = (size_t)(end - start);
    choice = mutaid__symbols_find(&fact->codes, text);
    if (choice == MUTAID_NONE)
        return MUTAID_CODE_NO_SUCH_CHOICE;
    *integer_out = choice;
    return MUTAID_CODE_NONE;
}

static mutaid_code given_cell(const mutaid__fact *fact,
                              const mutaid__source_column *column, size_t row,
                              int64_t *integer_out)
{
    const unsigned char *at = column->data + (ptrdiff_t)row * column->stride;

    if (column->kind == MUTAID_COLUMN_BITS) {
        *integer_out = mutaid__bit(column->data, column->first_bit + row);
        return MUTAID_CODE_NONE;
    }
    if (mutaid__kind_is_text(column->kind))
        return text_cell(fact, column, row, integer_out);
    if (column->kind == MUTAID_COLUMN_DECIMAL128)
        return decimal_cell(fact, column, at, integer_out);
    *integer_out = whole_cell(column->kind, at);
    if (!column->dictionary)
        return MUTAID_CODE_NONE;
    if (*integer_out < 0 ||
        (uint64_t)*integer_out >= column->dictionary_count ||
        column->dictionary[*integer_out] == MUTAID_NONE)
        return MUTAID_CODE_NO_SUCH_CHOICE;
    *integer_out = column->dictionary[*integer_out];
    return MUTAID_CODE_NONE;
}

mutaid_code mutaid__column_cell(const mutaid__fact *fact,
                                const mutaid__source_column *column,
                                size_t row, mutaid_state *state_out,
                                int64_t *integer_out)
{
    const mutaid__bitmap *valid = &column->valid, *absent = &column->absent;
    mutaid_code code;

    *integer_out = 0;
    *state_out = MUTAID_STATE_OPEN;
    if (column->kind == MUTAID_COLUMN_NONE)
        return MUTAID_CODE_NONE;
    if (absent->bytes && mutaid__bit(absent->bytes, absent->first + row)) {
        *state_out = MUTAID_STATE_ABSENT;
        return fact->is_optional ? MUTAID_CODE_NONE : MUTAID_CODE_NEVER_ABSENT;
    }
    if (valid->bytes && !mutaid__bit(valid->bytes, valid->first + row))
        return MUTAID_CODE_NONE;
    *state_out = MUTAID_STATE_GIVEN;
    code = given_cell(fact, column, row, integer_out);
    if (code != MUTAID_CODE_NONE)
        return code;
    return *integer_out < fact->at_least || *integer_out > fact->at_most
               ? MUTAID_CODE_FACT_RANGE
               : MUTAID_CODE_NONE;
}
