/* SPDX-License-Identifier: MIT */
/* phrases.c - the phrases of an explanation, in zh and en. */
#include "decide/phrases.h"

#include "calendar/date.h"
#include "words/kinds.h"

void mutaid__phrase_outcome(mutaid__teller *teller, mutaid_outcome outcome)
{
    static const char *const zh[] = {"符合条件", "不予支付", "尚不能确定",
                                     "不适用"};
    static const char *const en[] = {"eligible", "refused", "undetermined",
                                     "not applying"};

    mutaid__tell_text(teller, zh[outcome], en[outcome]);
}

/* The currency's code; yuan have a word of their own in Chinese. */
void mutaid__phrase_currency(mutaid__teller *teller)
{
    if (teller->language == MUTAID_LANGUAGE_ZH &&
        mutaid__slice_is(teller->model->currency, "CNY"))
        mutaid__out_text(teller->out, "元");
    else
        mutaid__out_slice(teller->out, teller->model->currency);
}

void mutaid__phrase_shown(mutaid__teller *teller, const mutaid__shown *shown)
{
    static const char *const zh[] = {"", "无", "无规定", "尚不确定"};
    static const char *const en[] = {"", "none", "no rule", "open"};

    if (shown->state == MUTAID_STATE_GIVEN)
        mutaid__tell_value(teller, shown->shape, shown->value);
    else
        mutaid__tell_text(teller, zh[shown->state], en[shown->state]);
}

void mutaid__phrase_relation(mutaid__teller *teller, mutaid_relation relation,
                             bool is_wanted)
{
    static const char *const zh[] = {"为是", "为", "在所列范围内", "不小于",
                                     "不大于", "大于", "小于", "存在"};
    static const char *const not_zh[] = {
        "为否", "不为", "不在所列范围内", "小于", "大于", "不大于", "不小于",
        "不存在"};
    static const char *const en[] = {"yes",     "equal to", "one of the list",
                                     "at least", "at most",  "above",
                                     "below",    "to exist"};
    static const char *const not_en[] = {
        "no",      "other than", "none of the list", "below",
        "above",   "at most",    "at least",         "not to exist"};

    if (is_wanted)
        mutaid__tell_text(teller, zh[relation], en[relation]);
    else
        mutaid__tell_text(teller, not_zh[relation], not_en[relation]);
}

/* --- sources ------------------------------------------------------------------------------ */

static void tell_basis(mutaid__teller *teller, mutaid_basis basis)
{
    if (basis == MUTAID_BASIS_ASSUMED)
        mutaid__tell_text(teller, "假定", "assumed");
    else
        mutaid__tell_text(teller, "推定", "inferred");
}

void mutaid__phrase_source(mutaid__teller *teller, uint32_t clause)
{
    const mutaid__clause *c;
    bool has_source, has_basis;

    if (clause == MUTAID_NONE)
        return;
    c = &teller->model->clauses.items[clause];
    has_basis = c->basis != MUTAID_BASIS_PUBLISHED;
    has_source = c->source != MUTAID_NONE && !has_basis;
    if (!has_source && !has_basis)
        return;
    mutaid__tell_text(teller, "〔", " [");
    if (has_source)
        mutaid__out_slice(teller->out,
                          teller->model->sources.items[c->source].id);
    if (has_basis)
        tell_basis(teller, c->basis);
    mutaid__tell_text(teller, "〕", "]");
}

/* --- lines -------------------------------------------------------------------------------- */

/* What the step says of itself, with the operand it worked with. */
static void tell_step(mutaid__teller *teller, const mutaid__line *line)
{
    teller->has_operand = line->operand.state == MUTAID_STATE_GIVEN;
    teller->operand_shape = line->operand.shape;
    teller->operand = line->operand.value;
    line->plan->word->kind->tell(teller, line->plan->word);
    teller->has_operand = false;
}

static void tell_value_line(mutaid__teller *teller, const mutaid__line *line)
{
    const mutaid__named_value *value =
        &teller->model->values.items[line->plan->value];
    const mutaid__clause *clause = &teller->model->clauses.items[value->clause];

    if (clause->label.zh.length == 0 && clause->label.en.length == 0 &&
        value->use->kind != &mutaid__operand_steps)
        mutaid__tell_word(teller, value->use);
    else
        mutaid__tell_label(teller, clause->label, value->name);
    mutaid__tell_text(teller, "：", ": ");
    mutaid__phrase_shown(teller, &line->after);
}

/* "f(so far + amount) less f(so far)" */
static void tell_so_far_line(mutaid__teller *teller, const mutaid__line *line)
{
    mutaid__phrase_shown(teller, &line->before);
    mutaid__tell_text(teller, "，减去此前已计 ", " less already counted ");
    mutaid__phrase_shown(teller, &line->operand);
    mutaid__tell_text(teller, "，为 ", " is ");
    mutaid__phrase_shown(teller, &line->after);
}

static void tell_label(mutaid__teller *teller, uint32_t clause)
{
    const mutaid__clause *c = &teller->model->clauses.items[clause];
    mutaid__slice none = {NULL, 0};

    if (c->label.zh.length == 0 && c->label.en.length == 0)
        return;
    mutaid__tell_text(teller, "（", " (");
    mutaid__tell_label(teller, c->label, none);
    mutaid__tell_text(teller, "）", ")");
}

static void tell_change(mutaid__teller *teller, const mutaid__line *line)
{
    mutaid__tell_text(teller, "：", ": ");
    if (line->before.shape.type != MUTAID_TYPE_NONE &&
        line->before.state != MUTAID_STATE_ABSENT) {
        mutaid__phrase_shown(teller, &line->before);
        mutaid__out_text(teller->out, " → ");
    }
    mutaid__phrase_shown(teller, &line->after);
}

void mutaid__phrase_line(mutaid__teller *teller, const mutaid__line *line)
{
    if (!line->plan) {
        if (line->operand.state == MUTAID_STATE_GIVEN) {
            mutaid__tell_text(teller, "总额尚余 ", "what is left of the total, ");
            mutaid__phrase_shown(teller, &line->operand);
        } else {
            mutaid__tell_text(teller, "最后取整", "rounded at the end");
        }
        tell_change(teller, line);
    } else if (line->plan->value != MUTAID_NONE) {
        tell_value_line(teller, line);
    } else if (line->step != line->plan->word->kind->key) {
        tell_so_far_line(teller, line);
    } else {
        tell_step(teller, line);
        tell_label(teller, line->clause);
        tell_change(teller, line);
    }
}

/* --- notes -------------------------------------------------------------------------------- */

static void tell_clause(mutaid__teller *teller, uint32_t clause)
{
    const mutaid__clause *c = &teller->model->clauses.items[clause];
    bool has_label = c->label.zh.length > 0 || c->label.en.length > 0;

    if (has_label)
        mutaid__tell_label(teller, c->label, c->id);
    if (c->id.length > 0) {
        mutaid__out_text(teller->out, has_label ? " [" : "[");
        mutaid__out_slice(teller->out, c->id);
        mutaid__out_text(teller->out, "]");
    } else if (!has_label) {
        mutaid__out_text(teller->out, c->path);
    }
}

static void tell_default(mutaid__teller *teller, uint32_t index)
{
    const mutaid__fact *fact = &teller->model->facts.items[index];
    mutaid__ratio value = {mutaid__wide_of(fact->default_integer),
                           fact->denominator};

    mutaid__tell_label(teller,
                       teller->model->clauses.items[fact->clause].label,
                       fact->name);
    mutaid__tell_text(teller, " 未提供，按 ", " not given, taken as ");
    if (fact->if_missing == MUTAID_STATE_GIVEN)
        mutaid__tell_value(teller, fact->shape, value);
    else
        mutaid__tell_text(teller, "无", "none");
    mutaid__tell_text(teller, " 处理", "");
}

static void tell_override(mutaid__teller *teller, uint32_t index)
{
    const mutaid__parameter *p = &teller->model->parameters.items[index];

    mutaid__tell_label(teller,
                       teller->model->clauses.items[p->clause].label,
                       p->name);
    mutaid__tell_text(teller, " 以 ", " replaced by ");
    mutaid__out_slice(teller->out, p->override_literal);
    mutaid__tell_text(teller, " 代替规则库中的数值", "");
}

void mutaid__phrase_note(mutaid__teller *teller, const mutaid_note *note)
{
    switch (note->kind) {
    case MUTAID_NOTE_ASSUMED:
        mutaid__tell_text(teller, "假定的条款：", "assumed: ");
        tell_clause(teller, note->clause);
        break;
    case MUTAID_NOTE_INFERRED:
        mutaid__tell_text(teller, "推定的条款：", "inferred: ");
        tell_clause(teller, note->clause);
        break;
    case MUTAID_NOTE_DEFAULT:
        tell_default(teller, note->fact);
        break;
    case MUTAID_NOTE_OVERRIDE:
        tell_override(teller, note->parameter);
        break;
    default:
        tell_clause(teller, note->clause);
        mutaid__tell_text(teller, "：数列仅知至 ", ": known only until ");
        mutaid__out_date(teller->out, note->known_until);
        break;
    }
    if (note->is_decisive)
        mutaid__tell_text(teller, "（影响结果）", " (it changed the result)");
}
