/* SPDX-License-Identifier: MIT */
/* operand_on.c - {"on": d, "use": X}: X as it stood on day d. */
#include "words/kinds.h"
#include "words/lower.h"
#include "words/read.h"
#include "words/tell.h"
#include "words/type.h"

static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    static const char *const keys[] = {"on", "use", NULL};
    const mutaid__json *use = mutaid__read_member(reader, json, "use");

    mutaid__read_keys(reader, json, keys);
    mutaid__read_add_word(reader, word, mutaid__read_operand(reader, value),
                          2);
    if (use)
        mutaid__read_add_word(reader, word, mutaid__read_operand(reader, use),
                              2);
    else
        word->kind = NULL;
}

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    mutaid__type_as_type(typer, word->words[0], MUTAID_TYPE_DATE);
    return mutaid__type_word(typer, word->words[1], given);
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    mutaid__reading_day outer = lowering->day;
    uint32_t day = mutaid__lower_operand(lowering, word->words[0]), column;

    (void)amount;
    if (day != outer.date) {
        lowering->day = (mutaid__reading_day){day, false, 0, 0};
    }
    column = mutaid__lower_operand(lowering, word->words[1]);
    lowering->day = outer;
    return column;
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_word(teller, word->words[1]);
    mutaid__tell_text(teller, "（以", " (on ");
    mutaid__tell_word(teller, word->words[0]);
    mutaid__tell_text(teller, "为准）", ")");
}

const mutaid__word_kind mutaid__operand_on = {
    "on", MUTAID__OPERAND, read, type, lower, NULL, tell,
};
