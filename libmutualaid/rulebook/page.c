/* SPDX-License-Identifier: MIT */
/* page.c - a part told as a page: who, what, how much, since when, source. */
#include "rulebook/page.h"

#include "words/kinds.h"
#include <string.h>

typedef mutaid__page page;

void mutaid__page_put(page *p, const char *zh, const char *en)
{
    mutaid__tell_text(&p->teller, zh, en);
}

void mutaid__page_labels(page *p, mutaid__labels both, mutaid__slice name)
{
    mutaid__tell_label(&p->teller, both, name);
}

void mutaid__page_heading(page *p, const char *zh, const char *en)
{
    mutaid__page_put(p, "\n## ", "\n## ");
    mutaid__page_put(p, zh, en);
    mutaid__page_put(p, "\n\n", "\n\n");
}

bool mutaid__page_has_label(const page *p, uint32_t clause)
{
    const mutaid__clause *c = &p->model->clauses.items[clause];

    return c->label.zh.length > 0 || c->label.en.length > 0;
}

/* --- phrases ------------------------------------------------------------------------------ */

static void put(page *p, const char *zh, const char *en)
{
    mutaid__page_put(p, zh, en);
}

static void date(page *p, int64_t day)
{
    mutaid__tell_value(&p->teller, (mutaid__shape){MUTAID_TYPE_DATE, 0},
                       mutaid__ratio_of(day));
}

static void force(page *p, mutaid__force f)
{
    if (f.from != INT64_MIN) {
        put(p, "自 ", "from ");
        date(p, f.from);
        put(p, " 起", "");
    }
    if (f.until != INT64_MAX) {
        put(p, "至 ", f.from == INT64_MIN ? "until " : " until ");
        date(p, f.until);
    }
    if (f.from == INT64_MIN && f.until == INT64_MAX)
        put(p, "不限", "always");
}

static void only_when(page *p, const mutaid__word *when)
{
    if (!when)
        return;
    put(p, "（仅当", " (only when ");
    mutaid__tell_word(&p->teller, when);
    put(p, "）", ")");
}

/* What a line cites: its clause, and the clauses inside its words. */
static void cite(page *p, uint32_t clause, const mutaid__word *first,
                 const mutaid__word *second)
{
    mutaid__page_cite(p, clause);
    mutaid__page_cite_word(p, first);
    mutaid__page_cite_word(p, second);
    put(p, "\n", "\n");
}

static void notes(page *p, uint32_t clause, const mutaid__word *first,
                  const mutaid__word *second, size_t indent)
{
    mutaid__page_note(p, clause, indent);
    mutaid__page_note_word(p, first, indent);
    mutaid__page_note_word(p, second, indent);
}

/* --- requirements -------------------------------------------------------------------------- */

static void require(page *p, const mutaid__require *r)
{
    put(p, r->is_exclusion ? "- 不予支付：" : "- 须符合：",
        r->is_exclusion ? "- not paid if " : "- required: ");
    mutaid__tell_word(&p->teller, r->condition);
    only_when(p, r->when);
    put(p, r->is_exclusion ? "。理由：" : "。否则：",
        r->is_exclusion ? ": " : "; else: ");
    mutaid__page_labels(p, r->reason, r->id);
    cite(p, r->clause, r->condition, r->when);
    notes(p, r->clause, r->condition, r->when, 3);
}

static void requires(page *p, const mutaid__requires *list)
{
    size_t i;

    for (i = 0; i < list->items.count; i++)
        require(p, &list->items.items[i]);
}

/* --- steps ---------------------------------------------------------------------------------- */

static void inner_steps(page *p, const mutaid__word *step, size_t depth)
{
    size_t i;

    for (i = 0; i < step->word_count; i++)
        if (step->words[i]->kind == &mutaid__operand_steps)
            mutaid__page_steps(p, step->words[i], depth + 1);
}

void mutaid__page_steps(page *p, const mutaid__word *list, size_t depth)
{
    size_t i;

    for (i = 0; i < list->word_count; i++) {
        const mutaid__word *step = list->words[i];

        mutaid__out_spaces(p->out, 3 * depth);
        mutaid__out_integer(p->out, (int64_t)i + 1);
        put(p, ". ", ". ");
        if (mutaid__page_has_label(p, step->clause)) {
            mutaid__page_labels(p, p->model->clauses.items[step->clause].label,
                                (mutaid__slice){NULL, 0});
            put(p, "：", ": ");
        }
        if (step->when) {
            put(p, "如", "if ");
            mutaid__tell_word(&p->teller, step->when);
            put(p, "，", ", ");
        }
        mutaid__tell_word(&p->teller, step);
        cite(p, step->clause, step, step->when);
        notes(p, step->clause, step, step->when, 3 * depth + 3);
        inner_steps(p, step, depth);
    }
}

/* --- benefits, totals, deadlines --------------------------------------------------------------- */

static void benefit(page *p, const mutaid__benefit *b)
{
    put(p, "\n### ", "\n### ");
    mutaid__page_labels(p, b->title, b->id);
    mutaid__page_cite(p, b->clause);
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
    notes(p, b->clause, b->when, NULL, 0);
    requires(p, &b->requires);
    if (b->requires.items.count > 0)
        put(p, "\n", "\n");
    if (b->steps)
        mutaid__page_steps(p, b->steps, 0);
}

static void total(page *p, const mutaid__scheme *scheme)
{
    if (!scheme->total.at_most)
        return;
    mutaid__page_heading(p, "合计上限", "Cap of the total");
    put(p, "最高", "At most ");
    p->teller.depth++; /* more follows on the line */
    mutaid__tell_word(&p->teller, scheme->total.at_most);
    p->teller.depth--;
    if (scheme->total.so_far) {
        put(p, "，减去", ", less ");
        mutaid__tell_word(&p->teller, scheme->total.so_far);
    }
    cite(p, scheme->total.clause, scheme->total.at_most, NULL);
    notes(p, scheme->total.clause, scheme->total.at_most, NULL, 0);
}

static void deadlines(page *p, const mutaid__scheme *scheme)
{
    size_t i;

    if (scheme->deadlines.count > 0)
        mutaid__page_heading(p, "期限", "Deadlines");
    for (i = 0; i < scheme->deadlines.count; i++) {
        const mutaid__deadline *d = &scheme->deadlines.items[i];

        put(p, "- ", "- ");
        mutaid__page_labels(p, d->label, d->id);
        put(p, "：", ": ");
        mutaid__tell_word(&p->teller, d->last_day);
        only_when(p, d->when);
        cite(p, d->clause, d->last_day, d->when);
        notes(p, d->clause, d->last_day, d->when, 3);
    }
}

/* --- schemes, contributions, packages ----------------------------------------------------------- */

static void head(page *p, mutaid__force f, const mutaid__word *dated,
                 uint32_t clause)
{
    bool is_fee = p->part->kind == MUTAID_PART_CONTRIBUTION ||
                  p->part->kind == MUTAID_PART_PACKAGE_CONTRIBUTION;

    put(p, "# ", "# ");
    mutaid__page_labels(p, p->part->title, p->part->name);
    put(p, is_fee ? "：会费" : "", is_fee ? ": contribution" : "");
    put(p, "\n\n`", "\n\n`");
    mutaid__out_slice(p->out, p->part->name);
    put(p, "`。施行：", "`. In force ");
    force(p, f);
    put(p, "，以“", ", by the day of “");
    mutaid__tell_word(&p->teller, dated);
    put(p, "”为准。", "”.");
    mutaid__page_cite(p, clause);
    put(p, "\n", "\n");
    if (p->model->clauses.items[clause].note.en.length > 0)
        put(p, "\n", "\n");
    mutaid__page_note(p, clause, 0);
}

static void scheme(page *p, const mutaid__scheme *s)
{
    size_t i;

    head(p, s->force, s->dated_by, s->clause);
    if (s->requires.items.count > 0)
        mutaid__page_heading(p, "条件", "Who is covered");
    requires(p, &s->requires);
    if (s->benefits.count > 0)
        mutaid__page_heading(p, "待遇", "What is paid");
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
        mutaid__page_heading(p, "参保条件", "Who may join");
    requires(p, &c->requires);
    mutaid__page_heading(p, "会费", "What it costs");
    for (i = 0; i < c->parts.count; i++)
        benefit(p, &c->parts.items[i]);
}

static void member(page *p, const mutaid__member *m)
{
    size_t i;

    put(p, "- ", "- ");
    mutaid__page_labels(p, p->model->schemes.items[m->scheme].title,
                        m->scheme_name);
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
        mutaid__page_labels(p, p->model->clauses.items[fact->clause].label,
                            fact->name);
        put(p, "为 ", " is ");
        mutaid__tell_word(&p->teller, with->use);
    }
    cite(p, m->clause, m->when, NULL);
    notes(p, m->clause, m->when, NULL, 3);
}

static void package(page *p, const mutaid__package *k)
{
    size_t i;

    head(p, k->force, k->dated_by, k->clause);
    mutaid__page_heading(p, "内容", "What it contains");
    put(p, "各项目的条件、待遇、会费和期限见其各自的页面；金额相加。\n\n",
        "Conditions, benefits, contributions and deadlines of each scheme "
        "stand on its own pages; the amounts add up.\n\n");
    for (i = 0; i < k->members.count; i++)
        member(p, &k->members.items[i]);
}

static void pipeline(page *p, const char *zh, const char *en,
                     const mutaid__word *list)
{
    if (!list)
        return;
    mutaid__page_heading(p, zh, en);
    mutaid__page_steps(p, list, 0);
}

static void loan(page *p, const mutaid__loan *l)
{
    size_t i;

    head(p, l->force, l->dated_by, l->clause);
    if (l->requires.items.count > 0)
        mutaid__page_heading(p, "条件", "Who may borrow");
    requires(p, &l->requires);
    pipeline(p, "额度", "How much", l->limit);
    pipeline(p, "期限（月）", "For how many months", l->term);
    pipeline(p, "担保比例", "Guaranteed share", l->guarantee);
    if (l->fees.parts.count > 0)
        mutaid__page_heading(p, "费用", "Fees");
    for (i = 0; i < l->fees.parts.count; i++)
        benefit(p, &l->fees.parts.items[i]);
    mutaid__page_terms(p, l);
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
    case MUTAID_PART_LIMIT:
        loan(p, part->loan);
        break;
    default:
        package(p, part->package);
        break;
    }
    mutaid__page_named(p);
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
    memset(p.named, 0, sizeof p.named);
    p.teller = mutaid__teller_of(p.model, &out, language);
    tell(&p);
    return mutaid__out_finish(&out, length_out, error);
}
