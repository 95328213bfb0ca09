/* SPDX-License-Identifier: MIT */
/* tell.c - words and values as phrases in zh and en. */
#include "words/tell.h"

#include "calendar/date.h"
#include "words/kinds.h"

mutaid__teller mutaid__teller_of(const mutaid__model *model, mutaid__out *out,
                                 mutaid_language language)
{
    mutaid__teller teller = {model, out, language, INT64_MIN, false,
                             {MUTAID_TYPE_NONE, 0}, {mutaid__wide_of(0), 1}, 0};

    return teller;
}

void mutaid__tell_text(mutaid__teller *teller, const char *zh, const char *en)
{
    mutaid__out_text(teller->out,
                     teller->language == MUTAID_LANGUAGE_ZH ? zh : en);
}

mutaid_text mutaid__labels_text(mutaid__labels labels)
{
    mutaid_text text;

    text.zh = mutaid__slice_text(labels.zh.length > 0 ? labels.zh : labels.en);
    text.en = mutaid__slice_text(labels.en.length > 0 ? labels.en : labels.zh);
    return text;
}

void mutaid__tell_label(mutaid__teller *teller, mutaid__labels labels,
                        mutaid__slice name)
{
    mutaid__slice own =
        teller->language == MUTAID_LANGUAGE_ZH ? labels.zh : labels.en;
    mutaid__slice other =
        teller->language == MUTAID_LANGUAGE_ZH ? labels.en : labels.zh;

    if (own.length == 0)
        own = other.length > 0 ? other : name;
    mutaid__out_slice(teller->out, own);
}

/* --- values --------------------------------------------------------------------- */

/* A rate as a percentage where that is exact in few places, else as a ratio:
 * 1/5 is 20%, 2/3 is 2/3. */
static void tell_rate(mutaid__teller *teller, mutaid__ratio value)
{
    mutaid__ratio reduced = mutaid__ratio_reduce(value), hundred;
    int64_t rest = reduced.denominator;

    while (rest % 2 == 0)
        rest /= 2;
    while (rest % 5 == 0)
        rest /= 5;
    if (rest != 1) {
        mutaid__out_ratio(teller->out, reduced, 0);
        return;
    }
    hundred = reduced;
    if (mutaid__ratio_mul(reduced, mutaid__ratio_of(100), &hundred))
        mutaid__out_ratio(teller->out, hundred, 0);
    mutaid__out_byte(teller->out, '%');
}

static void tell_choice(mutaid__teller *teller, uint32_t fact,
                        mutaid__ratio value)
{
    const mutaid__fact *f = &teller->model->facts.items[fact];
    uint64_t choice = mutaid__wide_low(value.numerator);

    if (choice < f->choice_count)
        mutaid__tell_label(teller, f->choices[choice].label,
                           f->choices[choice].code);
}

void mutaid__tell_value(mutaid__teller *teller, mutaid__shape shape,
                        mutaid__ratio value)
{
    switch (shape.type) {
    case MUTAID_TYPE_MONEY:
        mutaid__out_ratio(teller->out, value, (int)teller->model->decimals);
        break;
    case MUTAID_TYPE_MEASURE:
        mutaid__out_ratio(teller->out, value, 0);
        mutaid__out_byte(teller->out, ' ');
        mutaid__out_slice(teller->out,
                          teller->model->units.names.items[shape.domain]);
        break;
    case MUTAID_TYPE_RATE:
        tell_rate(teller, value);
        break;
    case MUTAID_TYPE_DATE:
        mutaid__out_date(teller->out,
                         (int64_t)mutaid__wide_low(value.numerator));
        break;
    case MUTAID_TYPE_FLAG:
        if (mutaid__wide_is_zero(value.numerator))
            mutaid__tell_text(teller, "否", "no");
        else
            mutaid__tell_text(teller, "是", "yes");
        break;
    case MUTAID_TYPE_CHOICE:
        tell_choice(teller, shape.domain, value);
        break;
    default:
        mutaid__out_ratio(teller->out, value, 0);
        break;
    }
}

/* --- words ---------------------------------------------------------------------- */

void mutaid__tell_word(mutaid__teller *teller, const mutaid__word *word)
{
    bool has_operand = teller->has_operand;

    if (!word || !word->kind)
        return;
    teller->has_operand = false; /* it belongs to the outer word */
    teller->depth += word->kind != &mutaid__operand_use;
    word->kind->tell(teller, word);
    teller->depth -= word->kind != &mutaid__operand_use;
    teller->has_operand = has_operand;
}

void mutaid__tell_bracket(mutaid__teller *teller, const char *zh,
                          const char *en)
{
    if (teller->depth > 1)
        mutaid__tell_text(teller, zh, en);
}

/* The name behind an operand, through clauses around it; NULL if none. */
static const mutaid__word *name_of(const mutaid__word *word)
{
    while (word->kind == &mutaid__operand_use)
        word = word->words[0];
    return word->kind == &mutaid__operand_plain &&
                   word->target != MUTAID__TARGET_NONE
               ? word
               : NULL;
}

void mutaid__tell_operand(mutaid__teller *teller, const mutaid__word *word)
{
    const mutaid__word *name = name_of(word);

    if (!teller->has_operand) {
        mutaid__tell_word(teller, word);
        return;
    }
    if (name)
        mutaid__tell_word(teller, name);
    mutaid__tell_text(teller, " ", name ? " " : "");
    mutaid__tell_value(teller, teller->operand_shape, teller->operand);
}

void mutaid__tell_list(mutaid__teller *teller, const mutaid__word *word,
                       const char *zh, const char *en)
{
    size_t i;

    for (i = 0; i < word->word_count; i++) {
        if (i > 0)
            mutaid__tell_text(teller, zh, en);
        mutaid__tell_word(teller, word->words[i]);
    }
}

/* --- dated ------------------------------------------------------------------------ */

const mutaid__entry *mutaid__told_entry(const mutaid__teller *teller,
                                        const mutaid__word *word)
{
    const mutaid__entry *found = NULL;
    size_t i;

    if (word->entry_count == 1 && word->entries[0].date == INT64_MIN)
        return &word->entries[0];
    for (i = 0; i < word->entry_count && teller->day != INT64_MIN &&
                word->entries[i].date <= teller->day;
         i++)
        found = &word->entries[i];
    return found;
}

static void tell_use(mutaid__teller *teller, const mutaid__entry *entry)
{
    if (entry->use)
        mutaid__tell_word(teller, entry->use);
    else
        mutaid__tell_text(teller, "无规定", "no rule");
}

void mutaid__tell_dated(mutaid__teller *teller, const mutaid__word *word)
{
    const mutaid__entry *told = mutaid__told_entry(teller, word);
    size_t i;

    if (told) {
        tell_use(teller, told);
        return;
    }
    mutaid__tell_bracket(teller, "（", "(");
    for (i = 0; i < word->entry_count; i++) {
        mutaid__ratio day = mutaid__ratio_of(word->entries[i].date);
        mutaid__shape date = {MUTAID_TYPE_DATE, 0};

        if (i > 0)
            mutaid__tell_text(teller, "；", "; ");
        mutaid__tell_text(teller, "自 ", "from ");
        mutaid__tell_value(teller, date, day);
        mutaid__tell_text(teller, " 起：", " on: ");
        tell_use(teller, &word->entries[i]);
    }
    mutaid__tell_bracket(teller, "）", ")");
}
