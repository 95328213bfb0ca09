/* SPDX-License-Identifier: MIT */
/* operand_shift.c - {"later": d, "years": 2}, earlier: dates moved. */
#include "words/kinds.h"
#include "words/lower.h"
#include "words/read.h"
#include "words/tell.h"
#include "words/type.h"

static const char *const units[] = {"years", "months", "days", "working_days"};

/* word->number: the unit; word->words: the date and the amount. */
static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    const char *keys[] = {word->kind->key, units[0], units[1], units[2],
                          units[3],        NULL};
    const mutaid__json *count = NULL;
    uint32_t unit, found = 0;

    mutaid__read_keys(reader, json, keys);
    for (unit = 0; unit < 4; unit++) {
        const mutaid__json *child = mutaid__json_get(json, units[unit]);

        if (child) {
            count = child;
            word->number = unit;
            found++;
        }
    }
    if (found != 1) {
        mutaid__read_fault(reader, MUTAID_CODE_ONE_UNIT, json->place, NULL,
                           NULL);
        word->kind = NULL;
        return;
    }
    mutaid__read_add_word(reader, word, mutaid__read_operand(reader, value),
                          2);
    mutaid__read_add_word(reader, word, mutaid__read_operand(reader, count),
                          2);
}

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    (void)given;
    mutaid__type_as_type(typer, word->words[0], MUTAID_TYPE_DATE);
    mutaid__type_as_type(typer, word->words[1], MUTAID_TYPE_COUNT);
    return mutaid__shape_of(MUTAID_TYPE_DATE);
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    static const mutaid__op_code codes[] = {
        MUTAID__OP_ADD_MONTHS, MUTAID__OP_ADD_MONTHS, MUTAID__OP_ADD,
        MUTAID__OP_ADD_WORKING_DAYS};
    uint32_t date = mutaid__lower_operand(lowering, word->words[0]);
    uint32_t count = mutaid__lower_operand(lowering, word->words[1]);

    (void)amount;
    return mutaid__emit_shift(&lowering->emitter, codes[word->number], date,
                              count, word->number == 0 ? 12 : 1,
                              word->kind == &mutaid__operand_earlier);
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    static const char *const zh[] = {"年", "个月", "日", "个工作日"};
    static const char *const en[] = {" years", " months", " days",
                                     " working days"};
    bool is_later = word->kind == &mutaid__operand_later;

    if (teller->language == MUTAID_LANGUAGE_ZH) {
        mutaid__tell_word(teller, word->words[0]);
        mutaid__tell_text(teller, is_later ? "之后" : "之前", "");
        mutaid__tell_word(teller, word->words[1]);
        mutaid__tell_text(teller, zh[word->number], "");
        return;
    }
    mutaid__tell_word(teller, word->words[1]);
    mutaid__tell_text(teller, "", en[word->number]);
    mutaid__tell_text(teller, "", is_later ? " after " : " before ");
    mutaid__tell_word(teller, word->words[0]);
}

const mutaid__word_kind mutaid__operand_later = {
    "later", MUTAID__OPERAND, read, type, lower, NULL, tell,
};

const mutaid__word_kind mutaid__operand_earlier = {
    "earlier", MUTAID__OPERAND, read, type, lower, NULL, tell,
};
