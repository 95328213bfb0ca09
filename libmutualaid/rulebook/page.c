/* SPDX-License-Identifier: MIT */
/* page.c - a part told as a page: who, what, how much, since when, source. */
#include "decide/part.h"
#include "decide/phrases.h"
#include "words/fact_text.h"
#include "words/kinds.h"
#include "words/tell.h"

/* Markdown of one part, told by the words that decide it. */
typedef struct page {
    const mutaid__model *model;
    const mutaid__part *part;
    mutaid__out *out;
    mutaid__teller teller;
} page;

static void put(page *p, const char *zh, const char *en)
{
    mutaid__tell_text(&p->teller, zh, en);
}

static void labels(page *p, mutaid__labels both, mutaid__slice name)
{
    mutaid__tell_label(&p->teller, both, name);
}

static bool has_label(const page *p, uint32_t clause)
{
    const mutaid__clause *c = &p->model->clauses.items[clause];

    return c->label.zh.length > 0 || c->label.en.length > 0;
}

static void heading(page *p, const char *zh, const char *en)
{
    put(p, "\n## ", "\n## ");
    put(p, zh, en);
    put(p, "\n\n", "\n\n");
}

static void date(page *p, int64_t day)
{
    mutaid__tell_value(&p->teller, (mutaid__shape){MUTAID_TYPE_DATE, 0},
                       mutaid__ratio_of(day));
}

/* --- sources -------------------------------------------------------------------------- */

/* Where a clause comes from: its source with place and figure, its basis. */
static void source(page *p, uint32_t clause)
{
    const mutaid__clause *c = &p->model->clauses.items[clause];

    mutaid__phrase_source(&p->teller, clause);
    if (c->figure.length > 0 && c->basis == MUTAID_BASIS_PUBLISHED) {
        put(p, "“", " “");
        mutaid__out_slice(p->out, c->figure);
        put(p, "”", "”");
    }
    if (c->id.length > 0 && c->basis != MUTAID_BASIS_PUBLISHED) {
        put(p, " `", " `");
        mutaid__out_slice(p->out, c->id);
        put(p, "`", "`");
    }
}

/* --- force ------------------------------------------------------------------------------- */

static void force(page *p, mutaid__force f)
{
    if (f.from != INT64_MIN) {
        put(p, "自 ", "from ");
        date(p, f.from);
        put(p, " 起", "");
    }
    if (f.until != INT64_MAX) {
        put(p, f.from == INT64_MIN ? "至 " : "至 ",
            f.from == INT64_MIN ? "until " : " until ");
        date(p, f.until);
    }
    if (f.from == INT64_MIN && f.until == INT64_MAX)
        put(p, "不限", "always");
}

static void dated_by(page *p, const mutaid__word *word)
{
    put(p, "，以“", ", by the day of “");
    mutaid__tell_word(&p->teller, word);
    put(p, "”为准", "”");
}

/* --- requirements -------------------------------------------------------------------------- */

static void require(page *p, const mutaid__require *r)
{
    put(p, r->is_exclusion ? "- 不予支付，如" : "- 须",
        r->is_exclusion ? "- not paid if " : "- required: ");
    mutaid__tell_word(&p->teller, r->condition);
    if (r->when) {
        put(p, "（仅当", " (only when ");
        mutaid__tell_word(&p->teller, r->when);
        put(p, "）", ")");
    }
    put(p, "。否则：", r->is_exclusion ? ": " : "; else: ");
    labels(p, r->reason, r->id);
    source(p, r->clause);
    put(p, "\n", "\n");
}

static void requires(page *p, const mutaid__requires *list)
{
    size_t i;

    for (i = 0; i < list->items.count; i++)
        require(p, &list->items.items[i]);
}

/* --- steps ---------------------------------------------------------------------------------- */

static void steps(page *p, const mutaid__word *list, size_t depth);

static void inner_steps(page *p, const mutaid__word *step, size_t depth)
{
    size_t i;

    for (i = 0; i < step->word_count; i++)
        if (step->words[i]->kind == &mutaid__operand_steps)
            steps(p, step->words[i], depth + 1);
}

/* "1. label: what the step does [source]" */
static void steps(page *p, const mutaid__word *list, size_t depth)
{
    size_t i;

    for (i = 0; i < list->word_count; i++) {
        const mutaid__word *step = list->words[i];

        mutaid__out_spaces(p->out, 3 * depth);
        mutaid__out_integer(p->out, (int64_t)i + 1);
        put(p, ". ", ". ");
        if (has_label(p, step->clause)) {
            labels(p, p->model->clauses.items[step->clause].label,
                   (mutaid__slice){NULL, 0});
            put(p, "：", ": ");
        }
        if (step->when) {
            put(p, "如", "if ");
            mutaid__tell_word(&p->teller, step->when);
            put(p, "，", ", ");
        }
        mutaid__tell_word(&p->teller, step);
        source(p, step->clause);
        put(p, "\n", "\n");
        inner_steps(p, step, depth);
    }
}

static void benefit(page *p, const mutaid__benefit *b)
{
    put(p, "\n### ", "\n### ");
    labels(p, b->title, b->id);
    put(p, "\n\n", "\n\n");
    if (b->when) {
        put(p, "适用情况：", "Applies when ");
        mutaid__tell_word(&p->teller, b->when);
        put(p, "。\n\n", ".\n\n");
    }
    if (b->force.from != INT64_MIN || b->force.until != INT64_MAX) {
        put(p, "施行：", "In force ");
        force(p, b->force);
        put(p, "。\n\n", ".\n\n");
    }
    requires(p, &b->requires);
    if (b->requires.items.count > 0)
        put(p, "\n", "\n");
    if (b->steps)
        steps(p, b->steps, 0);
}

/* --- deadlines and totals --------------------------------------------------------------------- */

static void deadlines(page *p, const mutaid__scheme *scheme)
{
    size_t i;

    if (scheme->deadlines.count > 0)
        heading(p, "期限", "Deadlines");
    for (i = 0; i < scheme->deadlines.count; i++) {
        const mutaid__deadline *d = &scheme->deadlines.items[i];

        put(p, "- ", "- ");
        labels(p, d->label, d->id);
        put(p, "：", ": ");
        mutaid__tell_word(&p->teller, d->last_day);
        if (d->when) {
            put(p, "（仅当", " (only when ");
            mutaid__tell_word(&p->teller, d->when);
            put(p, "）", ")");
        }
        source(p, d->clause);
        put(p, "\n", "\n");
    }
}

static void total(page *p, const mutaid__scheme *scheme)
{
    if (!scheme->total.at_most)
        return;
    heading(p, "合计上限", "Cap of the total");
    put(p, "最高 ", "At most ");
    mutaid__tell_word(&p->teller, scheme->total.at_most);
    if (scheme->total.so_far) {
        put(p, "，减去", ", less ");
        mutaid__tell_word(&p->teller, scheme->total.so_far);
    }
    source(p, scheme->total.clause);
    put(p, "\n", "\n");
}

/* --- what is named --------------------------------------------------------------------------------- */

static void range(page *p, const mutaid__fact *fact)
{
    if (fact->shape.type == MUTAID_TYPE_FLAG ||
        fact->shape.type == MUTAID_TYPE_CHOICE ||
        fact->shape.type == MUTAID_TYPE_DATE)
        return;
    put(p, "，", ", ");
    mutaid__out_fact(p->out, p->model, fact, fact->at_least);
    put(p, " 至 ", " to ");
    mutaid__out_fact(p->out, p->model, fact, fact->at_most);
}

static void choices(page *p, const mutaid__fact *fact)
{
    size_t i;

    for (i = 0; i < fact->choice_count; i++) {
        put(p, i == 0 ? "：" : "、", i == 0 ? ": " : ", ");
        labels(p, fact->choices[i].label, fact->choices[i].code);
    }
}

static void facts(page *p)
{
    static const char *const zh[] = {"",     "金额", "数目", "度量",
                                     "比例", "日期", "是否", "选项"};
    static const char *const en[] = {"",     "money", "count",     "measure",
                                     "rate", "date",  "yes or no", "choice"};
    size_t i;

    heading(p, "所需事实", "Facts");
    for (i = 0; i < p->model->facts.count; i++) {
        const mutaid__fact *fact = &p->model->facts.items[i];

        if (!p->part->reads[i])
            continue;
        put(p, "- ", "- ");
        labels(p, p->model->clauses.items[fact->clause].label, fact->name);
        put(p, " `", " `");
        mutaid__out_slice(p->out, fact->name);
        put(p, "`：", "`: ");
        put(p, zh[fact->shape.type], en[fact->shape.type]);
        range(p, fact);
        choices(p, fact);
        put(p, "\n", "\n");
    }
}

static void values(page *p)
{
    bool is_first = true;
    size_t i;

    for (i = 0; i < p->model->values.count; i++) {
        const mutaid__named_value *value = &p->model->values.items[i];

        if (!p->part->values[i])
            continue;
        if (is_first)
            heading(p, "名词", "Terms");
        is_first = false;
        put(p, "- ", "- ");
        labels(p, p->model->clauses.items[value->clause].label, value->name);
        put(p, "：", ": ");
        if (value->use->kind == &mutaid__operand_steps) {
            source(p, value->clause);
            put(p, "\n", "\n");
            steps(p, value->use, 1);
        } else {
            mutaid__tell_word(&p->teller, value->use);
            source(p, value->clause);
            put(p, "\n", "\n");
        }
    }
}

static void level(page *p, const mutaid__named_table *table, size_t depth,
                  const mutaid__level *l)
{
    mutaid__shape shape;
    size_t i;

    if (depth >= table->by_count)
        return;
    shape = table->by[depth]->shape;

    for (i = 0; i < l->entry_count; i++) {
        const mutaid__entry *entry = &l->entries[i];

        mutaid__out_spaces(p->out, 2 + 2 * depth);
        put(p, l->is_bands ? "- 自 " : "- ", l->is_bands ? "- from " : "- ");
        mutaid__tell_value(&p->teller, shape, entry->from);
        put(p, "：", ": ");
        if (l->levels && l->levels[i]) {
            put(p, "\n", "\n");
            level(p, table, depth + 1, l->levels[i]);
            continue;
        }
        if (entry->use)
            mutaid__tell_word(&p->teller, entry->use);
        else
            put(p, "无规定", "no rule");
        put(p, "\n", "\n");
    }
}

static void tables(page *p)
{
    bool is_first = true;
    size_t i;

    for (i = 0; i < p->model->tables.count; i++) {
        const mutaid__named_table *table = &p->model->tables.items[i];

        if (!p->part->tables[i])
            continue;
        if (is_first)
            heading(p, "表", "Tables");
        is_first = false;
        put(p, "- ", "- ");
        labels(p, p->model->clauses.items[table->clause].label, table->name);
        put(p, "：", ": ");
        source(p, table->clause);
        put(p, "\n", "\n");
        level(p, table, 0, table->level);
    }
}

static void parameters(page *p)
{
    bool is_first = true;
    size_t i;

    for (i = 0; i < p->model->parameters.count; i++) {
        const mutaid__parameter *parameter = &p->model->parameters.items[i];

        if (!p->part->parameters[i])
            continue;
        if (is_first)
            heading(p, "参数", "Parameters");
        is_first = false;
        put(p, "- ", "- ");
        labels(p, p->model->clauses.items[parameter->clause].label,
               parameter->name);
        put(p, " `", " `");
        mutaid__out_slice(p->out, parameter->name);
        put(p, "`：", "`: ");
        mutaid__tell_word(&p->teller, parameter->use);
        source(p, parameter->clause);
        put(p, "\n", "\n");
    }
}

/* --- schemes and packages ------------------------------------------------------------------------------ */

static void head(page *p, mutaid__force f, const mutaid__word *dated,
                 uint32_t clause)
{
    const mutaid__clause *c = &p->model->clauses.items[clause];

    put(p, "# ", "# ");
    labels(p, p->part->title, p->part->name);
    put(p, "\n\n`", "\n\n`");
    mutaid__out_slice(p->out, p->part->name);
    put(p, "`。施行：", "`. In force ");
    force(p, f);
    dated_by(p, dated);
    put(p, "。", ".");
    source(p, clause);
    put(p, "\n", "\n");
    if (c->note.length > 0 && p->teller.language == MUTAID_LANGUAGE_EN) {
        put(p, "", "\n");
        mutaid__out_slice(p->out, c->note);
        put(p, "", "\n");
    }
}

static void scheme(page *p, const mutaid__scheme *s)
{
    size_t i;

    head(p, s->force, s->dated_by, s->clause);
    if (s->requires.items.count > 0)
        heading(p, "条件", "Who is covered");
    requires(p, &s->requires);
    if (s->benefits.count > 0)
        heading(p, "待遇", "What is paid");
    for (i = 0; i < s->benefits.count; i++)
        benefit(p, &s->benefits.items[i]);
    total(p, s);
    deadlines(p, s);
}

static void contribution(page *p, const mutaid__scheme *s)
{
    const mutaid__contribution *c = &s->contribution;
    size_t i;

    head(p, s->force, c->dated_by ? c->dated_by : s->dated_by, c->clause);
    if (c->requires.items.count > 0)
        heading(p, "参保条件", "Who may join");
    requires(p, &c->requires);
    heading(p, "会费", "What it costs");
    for (i = 0; i < c->parts.count; i++)
        benefit(p, &c->parts.items[i]);
}

static void member(page *p, const mutaid__member *m)
{
    size_t i;

    put(p, "- ", "- ");
    labels(p, p->model->schemes.items[m->scheme].title, m->scheme_name);
    put(p, " `", " `");
    mutaid__out_slice(p->out, m->id);
    put(p, "`", "`");
    if (m->when) {
        put(p, "，如", ", when ");
        mutaid__tell_word(&p->teller, m->when);
    }
    for (i = 0; i < m->with.count; i++) {
        const mutaid__with *with = &m->with.items[i];
        const mutaid__fact *fact = &p->model->facts.items[with->fact];

        put(p, "；", "; ");
        labels(p, p->model->clauses.items[fact->clause].label, fact->name);
        put(p, "为 ", " is ");
        mutaid__tell_word(&p->teller, with->use);
    }
    source(p, m->clause);
    put(p, "\n", "\n");
}

static void package(page *p, const mutaid__package *k)
{
    size_t i;

    head(p, k->force, k->dated_by, k->clause);
    heading(p, "内容", "What it contains");
    for (i = 0; i < k->members.count; i++)
        member(p, &k->members.items[i]);
}

static void sources(page *p)
{
    bool is_first = true;
    size_t i;

    for (i = 0; i < p->model->sources.count; i++) {
        const mutaid__source *s = &p->model->sources.items[i];

        if (!p->part->sources[i])
            continue;
        if (is_first)
            heading(p, "依据文件", "Sources");
        is_first = false;
        put(p, "- ", "- ");
        mutaid__out_slice(p->out, s->id);
        put(p, "：", ": ");
        mutaid__out_slice(p->out, s->title);
        if (s->publisher.length > 0) {
            put(p, "，", ", ");
            mutaid__out_slice(p->out, s->publisher);
        }
        if (s->date.length > 0) {
            put(p, "，", ", ");
            mutaid__out_slice(p->out, s->date);
        }
        if (s->address.length > 0) {
            put(p, "，", ", ");
            mutaid__out_slice(p->out, s->address);
        }
        put(p, "\n", "\n");
    }
}

static void tell(page *p)
{
    const mutaid__part *part = p->part;

    switch (part->kind) {
    case MUTAID_PART_SCHEME:
        scheme(p, part->scheme);
        break;
    case MUTAID_PART_CONTRIBUTION:
        contribution(p, part->scheme);
        break;
    default:
        package(p, part->package);
        break;
    }
    values(p);
    tables(p);
    parameters(p);
    facts(p);
    sources(p);
}

mutaid_status mutaid_rulebook_tell(const mutaid_rulebook *rulebook,
                                   size_t part, mutaid_language language,
                                   char *buffer, size_t capacity,
                                   size_t *length_out, mutaid_error *error)
{
    mutaid__out out;
    page p;

    if (!rulebook || part >= rulebook->part_count ||
        (!buffer && capacity > 0))
        return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL,
                            !rulebook ? "rulebook" : "part", NULL);
    if (language != MUTAID_LANGUAGE_ZH && language != MUTAID_LANGUAGE_EN)
        return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL, "language",
                            NULL);
    mutaid__out_init(&out, buffer, capacity);
    p.model = &rulebook->model;
    p.part = &rulebook->parts[part];
    p.out = &out;
    p.teller = mutaid__teller_of(p.model, &out, language);
    tell(&p);
    return mutaid__out_finish(&out, length_out, error);
}
