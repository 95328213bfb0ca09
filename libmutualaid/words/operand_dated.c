/* SPDX-License-Identifier: MIT */
/* operand_dated.c - {"2009-08-01": X, "2026-02-01": null}: X from a day on. */
#include "words/kinds.h"
#include "words/lower.h"
#include "words/read.h"
#include "words/tell.h"
#include "words/type.h"

static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    (void)value;
    mutaid__read_dated(reader, json, mutaid__read_operand, word);
}

static uint32_t lower_use(mutaid__lowering *lowering, const mutaid__word *use,
                          uint32_t amount)
{
    (void)amount;
    return mutaid__lower_operand(lowering, use);
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    mutaid__touch_series(lowering, word);
    return mutaid__lower_dated(lowering, word, lower_use, amount);
}

const mutaid__word_kind mutaid__operand_dated = {
    NULL, MUTAID__OPERAND, read, mutaid__type_dated_list, lower,
    NULL, mutaid__tell_dated,
};
