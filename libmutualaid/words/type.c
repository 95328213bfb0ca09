/* SPDX-License-Identifier: MIT */
/* type.c - shapes and their arithmetic, words typed one by one. */
#include "words/type.h"

#include "calendar/date.h"
#include "words/kinds.h"

/* --- shapes ------------------------------------------------------------------- */

mutaid__shape mutaid__shape_of(mutaid_type type)
{
    mutaid__shape shape = {type, 0};

    return shape;
}

bool mutaid__shape_equal(mutaid__shape a, mutaid__shape b)
{
    return a.type == b.type && a.domain == b.domain;
}

bool mutaid__shape_fits(mutaid__shape a, mutaid__shape b)
{
    return a.type == MUTAID_TYPE_NONE || b.type == MUTAID_TYPE_NONE ||
           mutaid__shape_equal(a, b);
}

bool mutaid__shape_is_quantity(mutaid__shape shape)
{
    return shape.type == MUTAID_TYPE_MONEY ||
           shape.type == MUTAID_TYPE_COUNT ||
           shape.type == MUTAID_TYPE_MEASURE || shape.type == MUTAID_TYPE_RATE;
}

/* Money times anything but money is money; a measure times a number is a
 * measure; numbers times numbers are numbers. */
bool mutaid__shape_product(mutaid__shape a, mutaid__shape b,
                           mutaid__shape *product_out)
{
    mutaid__shape first = a.type <= b.type ? a : b;
    mutaid__shape second = a.type <= b.type ? b : a;

    if (first.type == MUTAID_TYPE_NONE) {
        *product_out = MUTAID__NO_SHAPE;
        return true;
    }
    if (!mutaid__shape_is_quantity(a) || !mutaid__shape_is_quantity(b) ||
        second.type == MUTAID_TYPE_MONEY)
        return false;
    if (first.type == MUTAID_TYPE_COUNT && second.type == MUTAID_TYPE_MEASURE)
        first = second;
    else if (first.type == MUTAID_TYPE_MEASURE &&
             second.type == MUTAID_TYPE_MEASURE)
        return false;
    *product_out = first;
    return true;
}

mutaid__slice mutaid__shape_text(mutaid__typer *typer, mutaid__shape shape)
{
    static const char *const texts[] = {"nothing", "money",  "a count",
                                        "a measure in ", "a rate", "a date",
                                        "a flag", "a choice of "};
    mutaid__slice domain = {NULL, 0}, text;
    mutaid__out out;
    char buffer[128];
    size_t length;

    if (shape.type == MUTAID_TYPE_MEASURE)
        domain = typer->model->units.names.items[shape.domain];
    else if (shape.type == MUTAID_TYPE_CHOICE)
        domain = typer->model->facts.items[shape.domain].name;
    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_text(&out, texts[shape.type]);
    mutaid__out_slice(&out, domain);
    if (mutaid__out_finish(&out, &length, NULL) != MUTAID_OK)
        length = sizeof buffer - 1;
    text.data = mutaid__arena_copy(typer->arena, buffer, length);
    text.length = text.data ? length : 0;
    return text;
}

/* --- faults ------------------------------------------------------------------- */

void mutaid__type_fault(mutaid__typer *typer, mutaid_code code,
                        mutaid__place place, mutaid__slice first,
                        mutaid__slice second)
{
    mutaid__report_add(typer->report, code, place, first, second,
                       mutaid__slice_of(NULL));
}

void mutaid__type_mismatch(mutaid__typer *typer, mutaid__place place,
                           mutaid__shape needed, mutaid__shape found)
{
    mutaid__type_fault(typer, MUTAID_CODE_TYPE_MISMATCH, place,
                       mutaid__shape_text(typer, needed),
                       mutaid__shape_text(typer, found));
}

/* --- words -------------------------------------------------------------------- */

mutaid__shape mutaid__type_word(mutaid__typer *typer, mutaid__word *word,
                                mutaid__shape given)
{
    if (!word || !word->kind)
        return MUTAID__NO_SHAPE;
    word->shape = word->kind->type(typer, word, given);
    mutaid__type_depth(typer, word);
    return word->shape;
}

void mutaid__type_as(mutaid__typer *typer, mutaid__word *word,
                     mutaid__shape needed)
{
    mutaid__shape found = mutaid__type_word(typer, word, needed);

    if (!mutaid__shape_fits(found, needed))
        mutaid__type_mismatch(typer, word->place, needed, found);
}

void mutaid__type_as_type(mutaid__typer *typer, mutaid__word *word,
                          mutaid_type needed)
{
    mutaid__shape found =
        mutaid__type_word(typer, word, MUTAID__NO_SHAPE);

    if (found.type != MUTAID_TYPE_NONE && found.type != needed)
        mutaid__type_mismatch(typer, word->place, mutaid__shape_of(needed),
                              found);
}

mutaid__shape mutaid__type_steps(mutaid__typer *typer, mutaid__word *steps,
                                 mutaid__shape given)
{
    size_t i;

    if (!steps || !steps->kind)
        return MUTAID__NO_SHAPE;
    for (i = 0; i < steps->word_count; i++) {
        mutaid__type_as_type(typer, steps->words[i]->when,
                             MUTAID_TYPE_FLAG);
        given = mutaid__type_word(typer, steps->words[i], given);
    }
    mutaid__type_depth(typer, steps);
    return steps->shape = given;
}

mutaid__shape mutaid__type_dated_list(mutaid__typer *typer,
                                      mutaid__word *word,
                                      mutaid__shape given)
{
    mutaid__shape shape = MUTAID__NO_SHAPE;
    size_t i;

    for (i = 0; i < word->entry_count; i++) {
        mutaid__shape found =
            mutaid__type_word(typer, word->entries[i].use, given);

        if (shape.type == MUTAID_TYPE_NONE)
            shape = found;
        if (!mutaid__shape_fits(shape, found))
            mutaid__type_mismatch(typer, word->entries[i].place, shape, found);
    }
    return shape;
}

/* --- literals by form --------------------------------------------------------- */

static bool has_byte(mutaid__slice text, char byte)
{
    size_t i;

    for (i = 0; i < text.length; i++)
        if (text.data[i] == byte)
            return true;
    return false;
}

bool mutaid__is_decimal(mutaid__slice text)
{
    size_t i = text.length > 0 && text.data[0] == '-' ? 1 : 0;
    bool has_point = false;

    if (i == text.length || text.data[i] == '.')
        return false;
    for (; i < text.length; i++) {
        if (text.data[i] == '.' && !has_point)
            has_point = true;
        else if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    }
    return text.data[text.length - 1] != '.';
}

static bool read_measure(const mutaid__model *model, mutaid__slice text,
                         mutaid__shape *shape_out, mutaid__ratio *value_out,
                         mutaid_code *code_out)
{
    mutaid__slice unit;

    if (!mutaid__read_measure(text, value_out, &unit))
        return false;
    *shape_out = mutaid__shape_of(MUTAID_TYPE_MEASURE);
    shape_out->domain = mutaid__symbols_find(&model->units, unit);
    if (shape_out->domain == MUTAID_NONE)
        *code_out = MUTAID_CODE_UNKNOWN_UNIT;
    return true;
}

bool mutaid__literal_of(const mutaid__model *model, mutaid__slice text,
                        mutaid__shape *shape_out, mutaid__ratio *value_out,
                        mutaid_code *code_out)
{
    int64_t integer = 0;

    *code_out = MUTAID_CODE_NONE;
    if (text.length == 10 && text.data[4] == '-' && text.data[7] == '-') {
        *shape_out = mutaid__shape_of(MUTAID_TYPE_DATE);
        if (!mutaid__read_date(text, &integer))
            *code_out = MUTAID_CODE_NO_SUCH_DAY;
        *value_out = mutaid__ratio_of(integer);
        return true;
    }
    if (mutaid__is_decimal(text)) {
        *shape_out = mutaid__shape_of(MUTAID_TYPE_MONEY);
        if (!mutaid__read_decimal(text, (int)model->decimals, &integer))
            *code_out = MUTAID_CODE_MONEY_FORM;
        *value_out = mutaid__ratio_of(integer);
        return true;
    }
    if (has_byte(text, '%') || has_byte(text, '/')) {
        *shape_out = mutaid__shape_of(MUTAID_TYPE_RATE);
        return mutaid__read_rate(text, value_out);
    }
    return read_measure(model, text, shape_out, value_out, code_out);
}

uint32_t mutaid__choice_of(const mutaid__model *model, uint32_t fact,
                           mutaid__slice code)
{
    return mutaid__symbols_find(&model->facts.items[fact].codes, code);
}
