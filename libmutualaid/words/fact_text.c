/* SPDX-License-Identifier: MIT */
/* fact_text.c - a fact's value as text and back: cases, ranges, defaults. */
#include "words/fact_text.h"

#include "calendar/date.h"

/* A ratio as an integer over the fact's denominator: no place is lost. */
static mutaid_code scaled(const mutaid__fact *fact, mutaid__ratio ratio,
                          int64_t *integer_out)
{
    mutaid__ratio product;

    if (!mutaid__ratio_mul(ratio, mutaid__ratio_of(fact->denominator),
                           &product))
        return MUTAID_CODE_FACT_FORM;
    if (product.denominator != 1)
        return MUTAID_CODE_TOO_MANY_PLACES;
    return mutaid__wide_fits(product.numerator, integer_out)
               ? MUTAID_CODE_NONE
               : MUTAID_CODE_FACT_FORM;
}

static mutaid_code measure_integer(const mutaid__model *model,
                                   const mutaid__fact *fact,
                                   mutaid__slice text, int64_t *integer_out)
{
    mutaid__ratio ratio;
    mutaid__slice unit;

    if (!mutaid__read_measure(text, &ratio, &unit) ||
        mutaid__symbols_find(&model->units, unit) != fact->shape.domain)
        return MUTAID_CODE_FACT_FORM;
    return scaled(fact, ratio, integer_out);
}

static mutaid_code choice_integer(const mutaid__fact *fact, mutaid__slice text,
                                  int64_t *integer_out)
{
    uint32_t choice = mutaid__symbols_find(&fact->codes, text);

    if (choice == MUTAID_NONE)
        return MUTAID_CODE_NO_SUCH_CHOICE;
    *integer_out = choice;
    return MUTAID_CODE_NONE;
}

mutaid_code mutaid__fact_integer(const mutaid__model *model,
                                 const mutaid__fact *fact, mutaid__slice text,
                                 int64_t *integer_out)
{
    mutaid__ratio ratio;
    bool is_read = false;

    switch (fact->shape.type) {
    case MUTAID_TYPE_MONEY:
        is_read = mutaid__read_decimal(text, (int)model->decimals,
                                       integer_out);
        break;
    case MUTAID_TYPE_COUNT:
        is_read = mutaid__read_integer(text, integer_out);
        break;
    case MUTAID_TYPE_MEASURE:
        return measure_integer(model, fact, text, integer_out);
    case MUTAID_TYPE_RATE:
        if (!mutaid__read_rate(text, &ratio))
            return MUTAID_CODE_FACT_FORM;
        return scaled(fact, ratio, integer_out);
    case MUTAID_TYPE_DATE:
        is_read = mutaid__read_date(text, integer_out);
        break;
    case MUTAID_TYPE_FLAG:
        *integer_out = mutaid__slice_is(text, "true");
        is_read = *integer_out || mutaid__slice_is(text, "false");
        break;
    case MUTAID_TYPE_CHOICE:
        return choice_integer(fact, text, integer_out);
    default:
        break;
    }
    return is_read ? MUTAID_CODE_NONE : MUTAID_CODE_FACT_FORM;
}

void mutaid__out_fact(mutaid__out *out, const mutaid__model *model,
                      const mutaid__fact *fact, int64_t integer)
{
    mutaid__ratio ratio = mutaid__ratio_of(integer);

    switch (fact->shape.type) {
    case MUTAID_TYPE_MONEY:
        mutaid__out_ratio(out, ratio, (int)model->decimals);
        break;
    case MUTAID_TYPE_MEASURE:
        mutaid__out_ratio(out, ratio, (int)fact->decimals);
        mutaid__out_byte(out, ' ');
        mutaid__out_slice(out, model->units.names.items[fact->shape.domain]);
        break;
    case MUTAID_TYPE_RATE:
        mutaid__out_ratio(out, ratio, (int)fact->decimals);
        mutaid__out_byte(out, '%');
        break;
    case MUTAID_TYPE_DATE:
        mutaid__out_date(out, integer);
        break;
    case MUTAID_TYPE_FLAG:
        mutaid__out_text(out, integer ? "true" : "false");
        break;
    case MUTAID_TYPE_CHOICE:
        mutaid__out_slice(out, fact->choices[integer].code);
        break;
    default:
        mutaid__out_integer(out, integer);
        break;
    }
}

const char *mutaid__fact_form(const mutaid__model *model,
                              const mutaid__fact *fact)
{
    static const char *const money[] = {"1300",      "1300.0",   "1300.00",
                                        "1300.000",  "1300.0000",
                                        "1300.00000", "1300.000000"};

    switch (fact->shape.type) {
    case MUTAID_TYPE_MONEY:
        return money[model->decimals];
    case MUTAID_TYPE_MEASURE:
        return "a number, a space and the unit: 40 m2";
    case MUTAID_TYPE_RATE:
        return "20%";
    case MUTAID_TYPE_DATE:
        return "2016-03-01";
    case MUTAID_TYPE_FLAG:
        return "true or false";
    case MUTAID_TYPE_CHOICE:
        return "one of its codes";
    default:
        return "a whole number";
    }
}
