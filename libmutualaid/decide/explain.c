/* SPDX-License-Identifier: MIT */
/* explain.c - a decision as text in zh and en, for a clerk and a member. */
#include "decide/decision.h"
#include "decide/phrases.h"

#include <mutualaid/version.h>

typedef struct writer {
    const mutaid_decision *d;
    const mutaid__model *model;
    const mutaid__part *part;
    mutaid__out *out;
    mutaid_language language;
    mutaid__teller teller;
} writer;

static void put(writer *w, const char *zh, const char *en)
{
    mutaid__tell_text(&w->teller, zh, en);
}

static void put_labels(writer *w, mutaid__labels labels, mutaid__slice name)
{
    mutaid__tell_label(&w->teller, labels, name);
}

static void put_money(writer *w, int64_t minor)
{
    mutaid__out_ratio(w->out, mutaid__ratio_of(minor),
                      (int)w->model->decimals);
}

static void put_unit(writer *w)
{
    mutaid__out_text(w->out, " ");
    mutaid__phrase_currency(&w->teller);
}

static void put_count(writer *w, size_t count)
{
    mutaid__out_integer(w->out, (int64_t)count);
}

static void put_range(writer *w, int64_t least, int64_t most)
{
    put_money(w, least);
    if (least == most)
        return;
    put(w, " 至 ", " to ");
    put_money(w, most);
}

static void end_line(writer *w)
{
    mutaid__out_byte(w->out, '\n');
}

/* --- head ------------------------------------------------------------------------------- */

static const char *amount_in_zh(mutaid_part_kind kind)
{
    switch (kind) {
    case MUTAID_PART_CONTRIBUTION:
    case MUTAID_PART_PACKAGE_CONTRIBUTION:
        return "，应缴 ";
    case MUTAID_PART_LIMIT:
        return "，可贷 ";
    default:
        return "，应付 ";
    }
}

static void head(writer *w)
{
    const mutaid_decision *d = w->d;

    put_labels(w, w->part->title, w->part->name);
    put(w, "（", " (");
    mutaid__out_slice(w->out, w->part->name);
    put(w, "）：", "): ");
    if (w->part->kind == MUTAID_PART_LIMIT &&
        d->outcome == MUTAID_OUTCOME_REFUSED)
        put(w, "不予贷款", "refused");
    else
        mutaid__phrase_outcome(&w->teller, d->outcome);
    if (d->outcome == MUTAID_OUTCOME_ELIGIBLE) {
        put(w, amount_in_zh(w->part->kind), ", ");
        put_money(w, d->least);
        put_unit(w);
    } else if (d->outcome == MUTAID_OUTCOME_UNDETERMINED) {
        put(w, "，金额在 ", ", between ");
        put_money(w, d->least);
        put(w, " 与 ", " and ");
        put_money(w, d->most);
        put_unit(w);
        put(w, " 之间", "");
    }
    end_line(w);
}

static void missing(writer *w)
{
    size_t i;

    if (w->d->missing.count == 0)
        return;
    put(w, "尚缺以下事实：", "Missing facts: ");
    for (i = 0; i < w->d->missing.count; i++) {
        const mutaid__fact *fact =
            &w->model->facts.items[w->d->missing.items[i]];

        if (i > 0)
            put(w, "、", ", ");
        put_labels(w, w->model->clauses.items[fact->clause].label,
                   fact->name);
        mutaid__out_text(w->out, " (");
        mutaid__out_slice(w->out, fact->name);
        mutaid__out_text(w->out, ")");
    }
    end_line(w);
}

/* --- facts -------------------------------------------------------------------------------- */

static void facts(writer *w)
{
    bool is_first = true;
    size_t i;

    for (i = 0; i < w->model->facts.count; i++) {
        const mutaid__fact *fact = &w->model->facts.items[i];
        mutaid__ratio value = {w->d->facts[i].least, fact->denominator};

        if (!w->part->reads[i] || w->d->states[i] == MUTAID_STATE_OPEN)
            continue;
        if (is_first)
            put(w, "已知事实：\n", "Facts:\n");
        is_first = false;
        mutaid__out_text(w->out, "  ");
        put_labels(w, w->model->clauses.items[fact->clause].label,
                   fact->name);
        put(w, "：", ": ");
        if (w->d->states[i] == MUTAID_STATE_ABSENT)
            put(w, "无", "none");
        else
            mutaid__tell_value(&w->teller, fact->shape, value);
        end_line(w);
    }
}

/* --- requirements ---------------------------------------------------------------------------- */

static void put_shown(writer *w, const mutaid__shown *shown)
{
    mutaid__phrase_shown(&w->teller, shown);
}

/* "birth date: found 2003-01-01, required at most 2002-01-01 (365 away)" */
static void finding(writer *w, const mutaid__finding *f)
{
    const mutaid__word *subject = f->plan->subject;
    bool has_distance = f->distance.state == MUTAID_STATE_GIVEN &&
                        !mutaid__wide_is_zero(f->distance.value.numerator);

    mutaid__out_text(w->out, "      ");
    mutaid__tell_word(&w->teller, subject);
    put(w, "：实际为 ", ": found ");
    put_shown(w, &f->found);
    put(w, "，要求 ", ", required ");
    mutaid__phrase_relation(&w->teller, f);
    if (f->required.shape.type != MUTAID_TYPE_NONE &&
        f->plan->required != MUTAID_NONE) {
        mutaid__out_text(w->out, " ");
        put_shown(w, &f->required);
    }
    if (has_distance) {
        put(w, "，相差 ", ", off by ");
        put_shown(w, &f->distance);
        if (f->found.shape.type == MUTAID_TYPE_DATE)
            put(w, " 天",
                mutaid__wide_low(f->distance.value.numerator) == 1 ? " day"
                                                                   : " days");
    }
    end_line(w);
}

static mutaid__labels item_title(const writer *w, uint32_t item,
                                 mutaid__slice *id_out)
{
    const mutaid__item_plan *plan = &w->part->items.items[item];

    *id_out = plan->id;
    return plan->title;
}

static void requirement(writer *w, const mutaid__requirement *r)
{
    mutaid__slice id;
    mutaid__labels title;
    size_t i;

    put(w, r->verdict == MUTAID_VERDICT_OPEN ? "  待定：" : "  不符：",
        r->verdict == MUTAID_VERDICT_OPEN ? "  open: " : "  not met: ");
    if (r->item != MUTAID_NONE) {
        title = item_title(w, r->item, &id);
        put_labels(w, title, id);
        put(w, "：", ": ");
    }
    put_labels(w, r->text, r->id);
    mutaid__out_text(w->out, " [");
    mutaid__out_slice(w->out, r->id);
    mutaid__out_text(w->out, "]");
    mutaid__phrase_source(&w->teller, r->clause);
    end_line(w);
    for (i = 0; i < r->finding_count; i++)
        finding(w, &w->d->findings.items[r->first_finding + i]);
}

static void requirements(writer *w)
{
    size_t count[3] = {0, 0, 0}, i;

    for (i = 0; i < w->d->requirements.count; i++)
        count[w->d->requirements.items[i].verdict]++;
    if (w->d->requirements.count == 0)
        return;
    put(w, "条件：", "Requirements: ");
    put_count(w, count[MUTAID_VERDICT_HELD]);
    put(w, " 项符合，", " met, ");
    put_count(w, count[MUTAID_VERDICT_FAILED]);
    put(w, " 项不符", " not met");
    if (count[MUTAID_VERDICT_OPEN] > 0) {
        put(w, "，", ", ");
        put_count(w, count[MUTAID_VERDICT_OPEN]);
        put(w, " 项待定", " open");
    }
    end_line(w);
    for (i = 0; i < w->d->requirements.count; i++)
        if (w->d->requirements.items[i].verdict != MUTAID_VERDICT_HELD)
            requirement(w, &w->d->requirements.items[i]);
}

/* --- items and lines ------------------------------------------------------------------------- */

static void put_line(writer *w, const mutaid__line *line)
{
    mutaid__phrase_line(&w->teller, line);
}

static void lines_of(writer *w, uint32_t item)
{
    size_t number = 0, i;

    for (i = 0; i < w->d->lines.count; i++) {
        const mutaid__line *line = &w->d->lines.items[i];

        if (line->item != item || !line->is_applied ||
            line->after.state == MUTAID_STATE_OPEN)
            continue;
        mutaid__out_spaces(w->out, 4 + 3 * line->depth);
        if (line->depth == 0) {
            put_count(w, ++number);
            mutaid__out_text(w->out, ". ");
        }
        put_line(w, line);
        mutaid__phrase_source(&w->teller, line->clause);
        end_line(w);
    }
}

/* What is no money: whole months, a rate in millionths. */
static void put_number(writer *w, mutaid_type type, int64_t number)
{
    mutaid__shape shape = {type, 0};
    mutaid__ratio value = mutaid__ratio_of(number);

    if (type == MUTAID_TYPE_RATE)
        value.denominator = 1000000;
    mutaid__tell_value(&w->teller, shape, value);
}

static void item_amount(writer *w, const mutaid__item *i, mutaid_type type)
{
    if (type == MUTAID_TYPE_NONE || type == MUTAID_TYPE_MONEY) {
        put_range(w, i->least, i->most);
        put_unit(w);
        return;
    }
    put_number(w, type, i->least);
    if (i->least == i->most)
        return;
    put(w, " 至 ", " to ");
    put_number(w, type, i->most);
}

static void item(writer *w, uint32_t index)
{
    const mutaid__item *i = &w->d->items.items[index];
    const mutaid__item_plan *plan = &w->part->items.items[index];

    if (i->outcome == MUTAID_OUTCOME_NOT_APPLYING)
        return;
    mutaid__out_spaces(w->out, 2 + 2 * plan->depth);
    put_labels(w, plan->title, plan->id);
    put(w, "：", ": ");
    if (i->outcome == MUTAID_OUTCOME_REFUSED) {
        mutaid__phrase_outcome(&w->teller, i->outcome);
    } else {
        item_amount(w, i, plan->type);
    }
    end_line(w);
    lines_of(w, index);
}

static void items(writer *w)
{
    uint32_t i;

    if (w->d->outcome == MUTAID_OUTCOME_REFUSED && w->d->lines.count == 0)
        return;
    put(w, "计算：\n", "Computation:\n");
    for (i = 0; i < w->d->items.count; i++)
        item(w, i);
}

/* --- deadlines and notes ------------------------------------------------------------------------ */

static void deadlines(writer *w)
{
    size_t i;

    for (i = 0; i < w->d->deadlines.count; i++) {
        const mutaid__deadline_answer *d = &w->d->deadlines.items[i];

        if (d->last_day.state != MUTAID_STATE_GIVEN)
            continue;
        put(w, "期限：", "Deadline: ");
        put_labels(w, d->plan->label, d->plan->id);
        put(w, "，最后一日 ", ", last day ");
        put_shown(w, &d->last_day);
        mutaid__phrase_source(&w->teller, d->plan->clause);
        end_line(w);
    }
}

static void notes(writer *w)
{
    size_t i;

    if (w->d->notes.count > 0)
        put(w, "说明：\n", "Notes:\n");
    for (i = 0; i < w->d->notes.count; i++) {
        mutaid__out_text(w->out, "  ");
        mutaid__phrase_note(&w->teller, &w->d->notes.items[i]);
        end_line(w);
    }
}

/* --- sources -------------------------------------------------------------------------------------- */

static bool clause_is_of(const writer *w, uint32_t clause, uint32_t source)
{
    return clause != MUTAID_NONE &&
           w->model->clauses.items[clause].source == source &&
           w->model->clauses.items[clause].basis == MUTAID_BASIS_PUBLISHED;
}

/* Whether anything shown is stated by a source. */
static bool is_used(const writer *w, uint32_t source)
{
    const mutaid_decision *d = w->d;
    size_t i;

    for (i = 0; i < d->requirements.count; i++)
        if (d->requirements.items[i].verdict != MUTAID_VERDICT_HELD &&
            clause_is_of(w, d->requirements.items[i].clause, source))
            return true;
    for (i = 0; i < d->lines.count; i++)
        if (d->lines.items[i].is_applied &&
            d->lines.items[i].after.state != MUTAID_STATE_OPEN &&
            clause_is_of(w, d->lines.items[i].clause, source))
            return true;
    for (i = 0; i < d->deadlines.count; i++)
        if (d->deadlines.items[i].last_day.state == MUTAID_STATE_GIVEN &&
            clause_is_of(w, d->deadlines.items[i].plan->clause, source))
            return true;
    return false;
}

static void sources(writer *w)
{
    bool is_first = true;
    uint32_t i;

    for (i = 0; i < w->model->sources.count; i++) {
        const mutaid__source *s = &w->model->sources.items[i];

        if (!is_used(w, i))
            continue;
        if (is_first)
            put(w, "依据文件：\n", "Sources:\n");
        is_first = false;
        mutaid__out_text(w->out, "  ");
        mutaid__out_slice(w->out, s->id);
        put(w, "：", ": ");
        mutaid__out_slice(w->out, s->title);
        if (s->publisher.length > 0) {
            put(w, "，", ", ");
            mutaid__out_slice(w->out, s->publisher);
        }
        if (s->date.length > 0) {
            put(w, "，", ", ");
            mutaid__out_slice(w->out, s->date);
        }
        end_line(w);
    }
}

static void foot(writer *w)
{
    const mutaid_rulebook *rulebook = w->d->rulebook;

    put(w, "依据规则库 ", "Rulebook ");
    put_labels(w, rulebook->model.title, rulebook->model.id);
    mutaid__out_text(w->out, " (");
    mutaid__out_slice(w->out, rulebook->model.id);
    mutaid__out_text(w->out, ", ");
    mutaid__out_slice(w->out, rulebook->model.edition);
    mutaid__out_text(w->out, "), sha256 ");
    mutaid__out_slice(w->out, (mutaid__slice){rulebook->digest, 16});
    mutaid__out_text(w->out, ", libmutualaid " MUTAID_VERSION "\n");
}

/* --- the door ------------------------------------------------------------------------------------- */

static mutaid_status check(const mutaid_decision *d, mutaid_language language,
                           const char *buffer, size_t capacity,
                           mutaid_error *error)
{
    if (!d || (!buffer && capacity > 0))
        return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL,
                            d ? "buffer" : "decision", NULL);
    if (language != MUTAID_LANGUAGE_ZH && language != MUTAID_LANGUAGE_EN)
        return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL,
                            "language", NULL);
    if (d->part == MUTAID_NONE)
        return mutaid__fail(error, MUTAID_CODE_NOT_DECIDED, NULL, NULL, NULL);
    return MUTAID_OK;
}

static writer writer_of(const mutaid_decision *d, mutaid_language language,
                        mutaid__out *out)
{
    writer w;

    w.d = d;
    w.model = &d->rulebook->model;
    w.part = &d->rulebook->parts[d->part];
    w.out = out;
    w.language = language;
    w.teller = mutaid__teller_of(w.model, out, language);
    return w;
}

mutaid_status mutaid_decision_explain(const mutaid_decision *decision,
                                      mutaid_language language, char *buffer,
                                      size_t capacity, size_t *length_out,
                                      mutaid_error *error)
{
    mutaid__out out;
    writer w;

    TRY(check(decision, language, buffer, capacity, error));
    mutaid__out_init(&out, buffer, capacity);
    w = writer_of(decision, language, &out);
    head(&w);
    missing(&w);
    facts(&w);
    requirements(&w);
    items(&w);
    deadlines(&w);
    notes(&w);
    sources(&w);
    foot(&w);
    return mutaid__out_finish(&out, length_out, error);
}

mutaid_status mutaid_decision_line_text(const mutaid_decision *decision,
                                        size_t line, mutaid_language language,
                                        char *buffer, size_t capacity,
                                        size_t *length_out,
                                        mutaid_error *error)
{
    mutaid__out out;
    writer w;

    TRY(check(decision, language, buffer, capacity, error));
    if (line >= decision->lines.count)
        return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL,
                            "the index", NULL);
    mutaid__out_init(&out, buffer, capacity);
    w = writer_of(decision, language, &out);
    put_line(&w, &decision->lines.items[line]);
    return mutaid__out_finish(&out, length_out, error);
}

/* --- values ------------------------------------------------------------------------------------------ */

static bool is_value(const mutaid__model *model, const mutaid_value *value)
{
    bool needs_fact = value->type == MUTAID_TYPE_CHOICE ||
                      value->type == MUTAID_TYPE_MEASURE;

    return value->type >= MUTAID_TYPE_NONE &&
           value->type <= MUTAID_TYPE_CHOICE &&
           value->state >= MUTAID_STATE_GIVEN &&
           value->state <= MUTAID_STATE_OPEN && value->denominator >= 1 &&
           (!needs_fact || value->fact < model->facts.count);
}

mutaid_status mutaid_value_text(const mutaid_rulebook *rulebook,
                                const mutaid_value *value,
                                mutaid_language language, char *buffer,
                                size_t capacity, size_t *length_out,
                                mutaid_error *error)
{
    mutaid__teller teller;
    mutaid__shown shown;
    mutaid__out out;

    if (!rulebook || !value || (!buffer && capacity > 0) ||
        !is_value(&rulebook->model, value))
        return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL,
                            !rulebook ? "rulebook" : "value", NULL);
    shown.shape.type = (mutaid_type)value->type;
    shown.shape.domain = 0;
    if (value->type == MUTAID_TYPE_CHOICE)
        shown.shape.domain = value->fact;
    else if (value->type == MUTAID_TYPE_MEASURE)
        shown.shape = rulebook->model.facts.items[value->fact].shape;
    shown.state = (mutaid_state)value->state;
    shown.value.numerator =
        mutaid__wide_words(value->numerator_high, value->numerator_low);
    shown.value.denominator = value->denominator;
    mutaid__out_init(&out, buffer, capacity);
    teller = mutaid__teller_of(&rulebook->model, &out, language);
    mutaid__phrase_shown(&teller, &shown);
    return mutaid__out_finish(&out, length_out, error);
}
