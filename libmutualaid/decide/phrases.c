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

void mutaid__phrase_currency(mutaid__teller *teller)
{
    mutaid__tell_label(teller, teller->model->currency_label,
                       teller->model->currency);
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

/* What is required: the relation, or its contrary where it is wanted not to
 * hold. */
void mutaid__phrase_relation(mutaid__teller *teller,
                             const mutaid__finding *finding)
{
    static const mutaid_relation contrary[] = {
        MUTAID_RELATION_IS,    MUTAID_RELATION_EQUALS,
        MUTAID_RELATION_IN,    MUTAID_RELATION_BELOW,
        MUTAID_RELATION_ABOVE, MUTAID_RELATION_AT_MOST,
        MUTAID_RELATION_AT_LEAST, MUTAID_RELATION_EXISTS};
    static const char *const zh[] = {"是",     "为",   "在所列范围内", "不小于",
                                     "不大于", "大于", "小于",         "存在"};
    static const char *const not_zh[] = {"否", "不为", "不在所列范围内", "",
                                         "",   "",     "", "不存在"};
    static const char *const date_zh[] = {"", "", "", "不早于", "不晚于",
                                          "晚于", "早于", ""};
    static const char *const en[] = {"yes",      "equal to", "one of the list",
                                     "at least", "at most",  "above",
                                     "below",    "to exist"};
    static const char *const not_en[] = {
        "no", "other than", "none of the list", "", "", "", "",
        "not to exist"};
    static const char *const date_en[] = {"", "", "", "not before",
                                          "not after", "after", "before", ""};
    mutaid_relation relation = finding->plan->relation;
    bool has_order = relation >= MUTAID_RELATION_AT_LEAST &&
                     relation <= MUTAID_RELATION_BELOW;
    bool is_date = finding->plan->shape.type == MUTAID_TYPE_DATE;

    if (!finding->plan->is_wanted && has_order)
        relation = contrary[relation];
    if (!finding->plan->is_wanted && !has_order)
        mutaid__tell_text(teller, not_zh[relation], not_en[relation]);
    else if (has_order && is_date)
        mutaid__tell_text(teller, date_zh[relation], date_en[relation]);
    else
        mutaid__tell_text(teller, zh[relation], en[relation]);
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
    teller->day = line->day;
    line->plan->word->kind->tell(teller, line->plan->word);
    teller->has_operand = false;
    teller->day = INT64_MIN;
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

/* "of which 30000.00 at 40%: 12000.00" */
static void tell_slice_line(mutaid__teller *teller, const mutaid__line *line)
{
    mutaid__tell_text(teller, "其中 ", "of which ");
    mutaid__phrase_shown(teller, &line->before);
    mutaid__tell_text(teller, " 按 ", " at ");
    mutaid__phrase_shown(teller, &line->operand);
    mutaid__tell_text(teller, "：", ": ");
    mutaid__phrase_shown(teller, &line->after);
}

/* The step in the author's words, with the number it worked with. */
static void tell_labelled(mutaid__teller *teller, const mutaid__line *line)
{
    const mutaid__clause *c = &teller->model->clauses.items[line->clause];
    mutaid__slice none = {NULL, 0};
    bool has_operand = line->operand.state == MUTAID_STATE_GIVEN &&
                       line->operand.shape.type != MUTAID_TYPE_NONE;
    const mutaid__word_kind *kind = line->plan->word->kind;

    mutaid__tell_label(teller, c->label, none);
    if (!has_operand || kind == &mutaid__step_take)
        return;
    if (kind == &mutaid__step_cumulative)
        mutaid__tell_text(teller, "，此前累计", ", so far");
    mutaid__out_text(teller->out, " ");
    mutaid__phrase_shown(teller, &line->operand);
}

static bool has_label(const mutaid__teller *teller, const mutaid__line *line)
{
    const mutaid__clause *c = &teller->model->clauses.items[line->clause];

    return line->plan->word->has_clause &&
           (c->label.zh.length > 0 || c->label.en.length > 0);
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
        if (mutaid__slice_is(mutaid__slice_of(line->step), "slice"))
            tell_slice_line(teller, line);
        else
            tell_so_far_line(teller, line);
    } else {
        if (has_label(teller, line))
            tell_labelled(teller, line);
        else
            tell_step(teller, line);
        tell_change(teller, line);
    }
}

/* --- notes -------------------------------------------------------------------------------- */

static void tell_clause(mutaid__teller *teller, uint32_t clause)
{
    const mutaid__clause *c = &teller->model->clauses.items[clause];
    bool has_label = c->label.zh.length > 0 || c->label.en.length > 0;
    mutaid__slice none = {NULL, 0};

    if (has_label)
        mutaid__tell_label(teller, c->label, none);
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
    if (note->is_decisive && note->kind == MUTAID_NOTE_DEFAULT)
        mutaid__tell_text(teller, "（如实际不同，结果可能改变）",
                          " (if it is otherwise, the result may change)");
    else if (note->is_decisive)
        mutaid__tell_text(teller, "（影响结果）", " (it counted)");
}
