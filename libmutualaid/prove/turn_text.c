/* SPDX-License-Identifier: MIT */
/* turn_text.c - what would turn a case, told in zh and en. */
#include "decide/phrases.h"
#include "prove/turn.h"

static void tell_integer(mutaid__teller *teller, const mutaid__fact *fact,
                         int64_t integer)
{
    mutaid__ratio value = {mutaid__wide_of(integer), fact->denominator};

    mutaid__tell_value(teller, fact->shape, mutaid__ratio_reduce(value));
}

static void tell_state(mutaid__teller *teller, const mutaid__fact *fact,
                       bool is_given, int64_t integer)
{
    if (is_given)
        tell_integer(teller, fact, integer);
    else
        mutaid__tell_text(teller, "无", "none");
}

static void tell_money(mutaid__teller *teller, int64_t minor)
{
    mutaid__tell_value(teller, (mutaid__shape){MUTAID_TYPE_MONEY, 0},
                       mutaid__ratio_of(minor));
}

static void tell_amount(mutaid__teller *teller, const mutaid_turn *turn)
{
    tell_money(teller, turn->least);
    if (turn->least == turn->most)
        return;
    mutaid__tell_text(teller, " 至 ", " to ");
    tell_money(teller, turn->most);
}

static void tell_turn(mutaid__teller *teller, const mutaid_turns *turns,
                      const mutaid_turn *turn)
{
    const mutaid__fact *fact = &teller->model->facts.items[turn->fact];
    const mutaid__span *given = &turns->given[turn->fact];

    mutaid__tell_text(teller, "- ", "- ");
    mutaid__tell_label(teller,
                       teller->model->clauses.items[fact->clause].label,
                       fact->name);
    mutaid__tell_text(teller, "为 ", ": ");
    tell_state(teller, fact, turn->state == MUTAID_STATE_GIVEN, turn->integer);
    mutaid__tell_text(teller, "（现为 ", " (now ");
    tell_state(teller, fact, given->may == MUTAID__MAY_GIVEN,
               (int64_t)mutaid__wide_low(given->least));
    mutaid__tell_text(teller, "）：", "): ");
    mutaid__phrase_outcome(teller, turn->outcome);
    mutaid__tell_text(teller, "，", ", ");
    tell_amount(teller, turn);
    mutaid__tell_text(teller, "\n", "\n");
}

static void tell_head(mutaid__teller *teller, const mutaid_turns *turns)
{
    if (turns->outcome != MUTAID_OUTCOME_REFUSED)
        mutaid__tell_text(teller, "此案件未被拒绝，无需改变。\n",
                          "The case is not refused: nothing need change.\n");
    else if (turns->found.count > 0)
        mutaid__tell_text(teller,
                          "只改变一项事实、其余不变，下列最小的改变可使结论改变：\n",
                          "One fact changed, all others as they are, the "
                          "least that would turn it:\n");
    else if (turns->is_complete)
        mutaid__tell_text(teller, "只改变一项事实，无论如何都不能使其符合条件。\n",
                          "No change of a single fact would turn it.\n");
}

static void tell_end(mutaid__teller *teller, const mutaid_turns *turns)
{
    if (!turns->is_complete)
        mutaid__tell_text(teller, "查找已达上限，可能还有其他改变。\n",
                          "The search reached its limit: there may be other "
                          "changes.\n");
}

mutaid_status mutaid_turns_explain(const mutaid_turns *turns,
                                   mutaid_language language, char *buffer,
                                   size_t capacity, size_t *length_out,
                                   mutaid_error *error)
{
    mutaid__teller teller;
    mutaid__out out;
    size_t i;

    if (!turns || !length_out || (!buffer && capacity > 0))
        return mutaid__fail_argument(error, turns ? "buffer" : "turns");
    if (language != MUTAID_LANGUAGE_ZH && language != MUTAID_LANGUAGE_EN)
        return mutaid__fail_argument(error, "language");
    mutaid__out_init(&out, buffer, capacity);
    teller = mutaid__teller_of(&turns->rulebook->model, &out, language);
    tell_head(&teller, turns);
    for (i = 0; i < turns->found.count; i++)
        tell_turn(&teller, turns, &turns->found.items[i]);
    tell_end(&teller, turns);
    return mutaid__out_finish(&out, length_out, error);
}
