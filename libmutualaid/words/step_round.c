/* SPDX-License-Identifier: MIT */
/* step_round.c - round {"to": "1.00", "mode": "down"}: to a multiple. */
#include "words/step_common.h"

static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    static const char *const keys[] = {"to", "mode", NULL};
    static const char *const modes[] = {"half_up", "half_even", "half_down",
                                        "up",      "down",      "ceiling",
                                        "floor",   NULL};
    const mutaid__json *to, *mode;
    int index = 0;

    (void)json;
    if (!mutaid__read_is(reader, value, MUTAID__JSON_OBJECT,
                         "an object with to and mode")) {
        word->kind = NULL;
        return;
    }
    mutaid__read_plain_keys(reader, value, keys);
    to = mutaid__read_member(reader, value, "to");
    mode = mutaid__json_get(value, "mode");
    if (mode)
        index = mutaid__read_one_of(reader, mode, modes);
    if (index >= 0)
        (void)mutaid__mode_of(mutaid__slice_of(modes[index]),
                              (mutaid__mode *)&word->number);
    if (to && mutaid__read_is_unit(reader, to))
        mutaid__read_one_operand(reader, value, to, word);
    else
        word->kind = NULL;
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    lowering->shown_exact = amount;
    (void)mutaid__lower_shown(lowering, word->words[0]);
    return mutaid__emit_round(&lowering->emitter, amount,
                              word->words[0]->literal,
                              (mutaid__mode)word->number);
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    static const char *const zh[] = {
        "四舍五入到",   "四舍六入五取偶到", "五舍六入到", "远离零进位到",
        "向零舍去到",   "向上取整到",       "向下取整到"};
    static const char *const en[] = {
        "rounded, halves up, to ",   "rounded, halves to even, to ",
        "rounded, halves down, to ", "rounded away from zero to ",
        "rounded towards zero to ",  "rounded up to ",
        "rounded down to "};

    mutaid__tell_text(teller, zh[word->number], en[word->number]);
    mutaid__tell_operand(teller, word->words[0]);
}

const mutaid__word_kind mutaid__step_round = {
    "round", MUTAID__STEP, read, mutaid__type_alike, lower, NULL, tell,
};
