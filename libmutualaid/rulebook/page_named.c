/* SPDX-License-Identifier: MIT */
/* page_named.c - what a page names: terms, tables, parameters, facts, sources. */
#include "rulebook/page.h"

#include "words/fact_text.h"
#include "words/kinds.h"

static void name(mutaid__page *p, mutaid__slice text)
{
    mutaid__page_put(p, " `", " `");
    mutaid__out_slice(p->out, text);
    mutaid__page_put(p, "`", "`");
}

/* The heading of a list before its first entry. */
static void begin(mutaid__page *p, bool *is_first, const char *zh,
                  const char *en)
{
    if (*is_first)
        mutaid__page_heading(p, zh, en);
    *is_first = false;
    mutaid__page_put(p, "- ", "- ");
}

/* --- terms and parameters ------------------------------------------------------------ */

static void value(mutaid__page *p, const mutaid__named_value *v)
{
    const mutaid__word *use = v->use;

    mutaid__page_labels(p, p->model->clauses.items[v->clause].label, v->name);
    mutaid__page_put(p, "：", ": ");
    if (use->kind != &mutaid__operand_steps)
        mutaid__tell_word(&p->teller, use);
    mutaid__page_cite(p, v->clause);
    mutaid__page_cite_word(p, use);
    mutaid__page_put(p, "\n", "\n");
    if (use->kind == &mutaid__operand_steps)
        mutaid__page_steps(p, use, 1);
    mutaid__page_note(p, v->clause, 3);
    mutaid__page_note_word(p, use, 3);
}

static void values(mutaid__page *p)
{
    bool is_first = true;
    size_t i;

    for (i = 0; i < p->model->values.count; i++) {
        if (!p->part->values[i])
            continue;
        begin(p, &is_first, "名词", "Terms");
        value(p, &p->model->values.items[i]);
    }
}

static void parameters(mutaid__page *p)
{
    bool is_first = true;
    size_t i;

    for (i = 0; i < p->model->parameters.count; i++) {
        const mutaid__parameter *parameter = &p->model->parameters.items[i];
        uint32_t clause = parameter->clause;

        if (!p->part->parameters[i])
            continue;
        begin(p, &is_first, "参数", "Parameters");
        mutaid__page_labels(p, p->model->clauses.items[clause].label,
                            parameter->name);
        name(p, parameter->name);
        mutaid__page_put(p, "：", ": ");
        mutaid__tell_word(&p->teller, parameter->use);
        mutaid__page_cite(p, clause);
        mutaid__page_put(p, "\n", "\n");
        mutaid__page_note(p, clause, 3);
    }
}

/* --- tables ------------------------------------------------------------------------------ */

static void cell(mutaid__page *p, const mutaid__word *use, size_t indent)
{
    if (!use) {
        mutaid__page_put(p, "无规定\n", "no rule\n");
        return;
    }
    mutaid__tell_word(&p->teller, use);
    if (use->has_clause)
        mutaid__page_cite(p, use->clause);
    mutaid__page_cite_word(p, use);
    mutaid__page_put(p, "\n", "\n");
    if (use->has_clause)
        mutaid__page_note(p, use->clause, indent);
    mutaid__page_note_word(p, use, indent);
}

static void level(mutaid__page *p, const mutaid__named_table *table,
                  size_t depth, const mutaid__level *l)
{
    mutaid__shape shape;
    size_t i;

    if (depth >= table->by_count)
        return;
    shape = table->by[depth]->shape;
    for (i = 0; i < l->entry_count; i++) {
        const mutaid__entry *entry = &l->entries[i];

        mutaid__out_spaces(p->out, 2 + 2 * depth);
        mutaid__page_put(p, "- ", l->is_bands ? "- from " : "- ");
        mutaid__tell_value(&p->teller, shape, entry->from);
        mutaid__page_put(p, l->is_bands ? " 起：" : "：", ": ");
        if (l->levels && l->levels[i]) {
            mutaid__page_put(p, "\n", "\n");
            level(p, table, depth + 1, l->levels[i]);
            continue;
        }
        cell(p, entry->use, 4 + 2 * depth);
    }
}

static void table(mutaid__page *p, const mutaid__named_table *t)
{
    size_t i;

    mutaid__page_labels(p, p->model->clauses.items[t->clause].label, t->name);
    for (i = 0; i < t->by_count; i++) {
        mutaid__page_put(p, i == 0 ? "（按" : "、",
                         i == 0 ? " (by " : " and ");
        mutaid__tell_word(&p->teller, t->by[i]);
    }
    mutaid__page_put(p, "）：", "): ");
    mutaid__page_cite(p, t->clause);
    mutaid__page_put(p, "\n", "\n");
    mutaid__page_note(p, t->clause, 2);
    level(p, t, 0, t->level);
    if (!t->has_otherwise)
        return;
    mutaid__page_put(p, "  - 其他：", "  - otherwise: ");
    cell(p, t->otherwise, 4);
}

static void tables(mutaid__page *p)
{
    bool is_first = true;
    size_t i;

    for (i = 0; i < p->model->tables.count; i++) {
        if (!p->part->tables[i])
            continue;
        begin(p, &is_first, "表", "Tables");
        table(p, &p->model->tables.items[i]);
    }
}

/* --- facts -------------------------------------------------------------------------------- */

static void range(mutaid__page *p, const mutaid__fact *fact)
{
    if (fact->shape.type == MUTAID_TYPE_FLAG ||
        fact->shape.type == MUTAID_TYPE_CHOICE ||
        fact->shape.type == MUTAID_TYPE_DATE)
        return;
    mutaid__page_put(p, "，", ", ");
    mutaid__out_fact(p->out, p->model, fact, fact->at_least);
    mutaid__page_put(p, " 至 ", " to ");
    mutaid__out_fact(p->out, p->model, fact, fact->at_most);
}

static void choices(mutaid__page *p, const mutaid__fact *fact)
{
    size_t i;

    for (i = 0; i < fact->choice_count; i++) {
        mutaid__page_put(p, i == 0 ? "：" : "、", i == 0 ? ": " : ", ");
        mutaid__page_labels(p, fact->choices[i].label, fact->choices[i].code);
    }
}

/* What stands for a fact that is not given, and whether there may be none. */
static void silence(mutaid__page *p, const mutaid__fact *fact)
{
    if (fact->if_missing == MUTAID_STATE_OPEN) {
        if (fact->is_optional)
            mutaid__page_put(p, "；可以没有", "; there may be none");
        return;
    }
    mutaid__page_put(p, "；未提供时视为", "; taken for ");
    if (fact->if_missing == MUTAID_STATE_ABSENT)
        mutaid__page_put(p, "无", "none");
    else if (fact->shape.type == MUTAID_TYPE_FLAG ||
             fact->shape.type == MUTAID_TYPE_CHOICE)
        mutaid__tell_value(&p->teller, fact->shape,
                           mutaid__ratio_of(fact->default_integer));
    else
        mutaid__out_fact(p->out, p->model, fact, fact->default_integer);
    mutaid__page_put(p, "", " if not given");
}

static void fact(mutaid__page *p, const mutaid__fact *f)
{
    static const char *const zh[] = {"",     "金额", "数目", "度量",
                                     "比例", "日期", "是否", "选项"};
    static const char *const en[] = {"",     "money", "count",     "measure",
                                     "rate", "date",  "yes or no", "choice"};

    mutaid__page_labels(p, p->model->clauses.items[f->clause].label, f->name);
    name(p, f->name);
    mutaid__page_put(p, "：", ": ");
    mutaid__page_put(p, zh[f->shape.type], en[f->shape.type]);
    range(p, f);
    choices(p, f);
    silence(p, f);
    mutaid__page_cite(p, f->clause);
    mutaid__page_put(p, "\n", "\n");
    mutaid__page_note(p, f->clause, 3);
}

static void facts(mutaid__page *p)
{
    bool is_first = true;
    size_t i;

    for (i = 0; i < p->model->facts.count; i++) {
        if (!p->part->reads[i])
            continue;
        begin(p, &is_first, "所需事实", "Facts");
        fact(p, &p->model->facts.items[i]);
    }
}

/* --- sources -------------------------------------------------------------------------------- */

static void source(mutaid__page *p, const mutaid__source *s)
{
    const mutaid__slice rest[] = {s->publisher, s->date, s->address};
    size_t i;

    mutaid__out_slice(p->out, s->id);
    mutaid__page_put(p, "：", ": ");
    mutaid__out_slice(p->out, s->title);
    for (i = 0; i < sizeof rest / sizeof *rest; i++) {
        if (rest[i].length == 0)
            continue;
        mutaid__page_put(p, "，", ", ");
        mutaid__out_slice(p->out, rest[i]);
    }
    if (s->note.zh.length > 0 || s->note.en.length > 0) {
        mutaid__page_put(p, "（", " (");
        mutaid__page_labels(p, s->note, (mutaid__slice){NULL, 0});
        mutaid__page_put(p, "）", ")");
    }
    mutaid__page_put(p, "\n", "\n");
}

static void sources(mutaid__page *p)
{
    bool is_first = true;
    size_t i;

    for (i = 0; i < p->model->sources.count; i++) {
        if (!p->part->sources[i] && !mutaid__page_names(p, i))
            continue;
        begin(p, &is_first, "依据文件", "Sources");
        source(p, &p->model->sources.items[i]);
    }
}

void mutaid__page_named(mutaid__page *page)
{
    values(page);
    tables(page);
    parameters(page);
    facts(page);
    sources(page);
}
