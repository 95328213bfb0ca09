/* SPDX-License-Identifier: MIT */
/* operand_between.c - years_between, months_between, days_between two dates. */
#include "words/kinds.h"
#include "words/lower.h"
#include "words/read.h"
#include "words/tell.h"
#include "words/type.h"

static const char *const weekdays[] = {"monday",   "tuesday", "wednesday",
                                       "thursday", "friday",  "saturday",
                                       "sunday",   NULL};

/* The weekdays that do not count, as bits in word->number. */
static void read_except(mutaid__reader *reader, const mutaid__json *json,
                        mutaid__word *word)
{
    const mutaid__json *child;

    if (!mutaid__read_list(reader, json, "an array of weekdays"))
        return;
    for (child = json->first; child; child = child->next) {
        int day = mutaid__read_one_of(reader, child, weekdays);

        if (day >= 0)
            word->number |= 1u << day;
    }
    if (word->number == 127)
        mutaid__read_fault(reader, MUTAID_CODE_NO_WEEKDAY, json->place, NULL,
                           NULL);
}

static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    bool is_days = word->kind == &mutaid__operand_days_between;
    const char *keys[] = {word->kind->key, is_days ? "except" : NULL, NULL};
    const mutaid__json *except = mutaid__json_get(json, "except");

    mutaid__read_keys(reader, json, keys);
    if (is_days && except)
        read_except(reader, except, word);
    if (!mutaid__read_is(reader, value, MUTAID__JSON_ARRAY,
                         "an array of two dates"))
        word->kind = NULL;
    else if (value->count != 2) {
        mutaid__read_fault(reader, MUTAID_CODE_TWO_NEEDED, value->place, NULL,
                           NULL);
        word->kind = NULL;
    } else {
        mutaid__read_words(reader, value, mutaid__read_operand, word);
    }
}

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    (void)given;
    mutaid__type_as_type(typer, word->words[0], MUTAID_TYPE_DATE);
    mutaid__type_as_type(typer, word->words[1], MUTAID_TYPE_DATE);
    return mutaid__shape_of(MUTAID_TYPE_COUNT);
}

static bool is_replaced(const mutaid__lowering *lowering, uint32_t fact)
{
    size_t i;

    for (i = 0; i < lowering->with_count && !lowering->is_inside_with; i++)
        if (lowering->with[i].fact == fact)
            return true;
    return false;
}

/* Whether the facts declare, through a chain, that a is not after b. */
static bool is_ordered(const mutaid__lowering *lowering,
                       const mutaid__word *a, const mutaid__word *b)
{
    const mutaid__model *model = lowering->model;
    uint32_t fact = b->index;
    size_t steps;

    if (a->target != MUTAID__TARGET_FACT || b->target != MUTAID__TARGET_FACT)
        return false;
    for (steps = 0; steps < model->facts.count; steps++) {
        if (is_replaced(lowering, fact))
            return false;
        if (fact == a->index)
            return true;
        fact = model->facts.items[fact].not_before;
        if (fact == MUTAID_NONE)
            return false;
    }
    return false;
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    uint32_t from = mutaid__lower_operand(lowering, word->words[0]);
    uint32_t to = mutaid__lower_operand(lowering, word->words[1]);
    bool ordered = is_ordered(lowering, word->words[0], word->words[1]);

    (void)amount;
    if (word->kind == &mutaid__operand_days_between)
        return mutaid__emit_between(&lowering->emitter, MUTAID__OP_DAYS,
                                    word->number, from, to, ordered);
    return mutaid__emit_between(
        &lowering->emitter, MUTAID__OP_MONTHS,
        word->kind == &mutaid__operand_years_between ? 12 : 1, from, to,
        ordered);
}

static void tell_exceptions(mutaid__teller *teller, const mutaid__word *word)
{
    static const char *const zh[] = {"星期一", "星期二", "星期三", "星期四",
                                     "星期五", "星期六", "星期日"};
    unsigned day;
    bool is_first = true;

    mutaid__tell_text(teller, "，不计", ", without every ");
    for (day = 0; day < 7; day++) {
        if (!(word->number & 1u << day))
            continue;
        if (!is_first)
            mutaid__tell_text(teller, "、", ", ");
        mutaid__tell_text(teller, zh[day], weekdays[day]);
        is_first = false;
    }
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    mutaid__tell_text(teller, "自", "from ");
    mutaid__tell_word(teller, word->words[0]);
    mutaid__tell_text(teller, "至", " to ");
    mutaid__tell_word(teller, word->words[1]);
    if (word->kind == &mutaid__operand_years_between)
        mutaid__tell_text(teller, "的整年数", ", in whole years");
    else if (word->kind == &mutaid__operand_months_between)
        mutaid__tell_text(teller, "的整月数", ", in whole months");
    else
        mutaid__tell_text(teller, "的天数", ", in days");
    if (word->number)
        tell_exceptions(teller, word);
}

const mutaid__word_kind mutaid__operand_years_between = {
    "years_between", MUTAID__OPERAND, read, type, lower, NULL, tell,
};

const mutaid__word_kind mutaid__operand_months_between = {
    "months_between", MUTAID__OPERAND, read, type, lower, NULL, tell,
};

const mutaid__word_kind mutaid__operand_days_between = {
    "days_between", MUTAID__OPERAND, read, type, lower, NULL, tell,
};
