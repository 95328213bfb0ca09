/* SPDX-License-Identifier: MIT */
/* page_cite.c - where the clauses of a page come from, and their remarks. */
#include "rulebook/page.h"

#include "words/kinds.h"
#include <string.h>

/* The source, unless it is only inherited. */
static bool has_own_source(const mutaid__page *page, const mutaid__clause *c)
{
    uint32_t outer = c->parent == MUTAID_NONE
                         ? MUTAID_NONE
                         : page->model->clauses.items[c->parent].source;

    return c->source != MUTAID_NONE &&
           (c->source != outer || c->source_place.length > 0 ||
            c->figure.length > 0);
}

static void name_source(mutaid__page *page, size_t source)
{
    if (source < MUTAID__PAGE_SOURCES)
        page->named[source / 64] |= UINT64_C(1) << source % 64;
}

bool mutaid__page_names(const mutaid__page *page, size_t source)
{
    return source >= MUTAID__PAGE_SOURCES ||
           (page->named[source / 64] >> source % 64 & 1);
}

static void put_source(mutaid__page *page, const mutaid__clause *c)
{
    name_source(page, c->source);
    mutaid__out_slice(page->out, page->model->sources.items[c->source].id);
    if (c->source_place.length > 0) {
        mutaid__page_put(page, "，", ", ");
        mutaid__out_slice(page->out, c->source_place);
    }
    if (c->figure.length == 0)
        return;
    mutaid__page_put(page, "：“", ": “");
    mutaid__out_slice(page->out, c->figure);
    mutaid__page_put(page, "”", "”");
}

static void put_basis(mutaid__page *page, const mutaid__clause *c)
{
    if (c->basis == MUTAID_BASIS_ASSUMED)
        mutaid__page_put(page, "假定", "assumed");
    else
        mutaid__page_put(page, "推定", "inferred");
    if (c->id.length == 0)
        return;
    mutaid__page_put(page, " ", " ");
    mutaid__out_slice(page->out, c->id);
}

void mutaid__page_cite(mutaid__page *page, uint32_t clause)
{
    const mutaid__clause *c = &page->model->clauses.items[clause];
    bool has_source = has_own_source(page, c);
    bool has_basis = c->basis != MUTAID_BASIS_PUBLISHED;

    if (!has_source && !has_basis)
        return;
    mutaid__page_put(page, "〔", " [");
    if (has_source)
        put_source(page, c);
    if (has_source && has_basis)
        mutaid__page_put(page, "；", "; ");
    if (has_basis)
        put_basis(page, c);
    mutaid__page_put(page, "〕", "]");
}

static bool is_id_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

/* Whether a text holds an id as a word of its own. */
static bool has_id(mutaid__slice text, mutaid__slice id)
{
    size_t at;

    for (at = 0; at + id.length <= text.length; at++) {
        size_t end = at + id.length;

        if (memcmp(text.data + at, id.data, id.length) == 0 &&
            (at == 0 || !is_id_byte(text.data[at - 1])) &&
            (end == text.length || !is_id_byte(text.data[end])))
            return true;
    }
    return false;
}

/* The sources that a remark names. */
static void name_sources_in(mutaid__page *page, mutaid__slice text)
{
    size_t i;

    for (i = 0; i < page->model->sources.count; i++)
        if (has_id(text, page->model->sources.items[i].id))
            name_source(page, i);
}

void mutaid__page_note(mutaid__page *page, uint32_t clause, size_t indent)
{
    const mutaid__clause *c = &page->model->clauses.items[clause];

    if (c->note.zh.length == 0 && c->note.en.length == 0)
        return;
    mutaid__out_spaces(page->out, indent);
    mutaid__page_put(page, "- 说明：", "- Note: ");
    mutaid__page_labels(page, c->note, (mutaid__slice){NULL, 0});
    name_sources_in(page, c->note.zh);
    name_sources_in(page, c->note.en);
    mutaid__page_put(page, "\n", "\n");
}

/* What is done with each clause inside a word. */
typedef struct visit {
    mutaid__page *page;
    bool is_note;
    size_t indent;
    size_t last; /* where the last one stands */
} visit;

static void visit_clause(visit *v, uint32_t clause)
{
    size_t offset = v->page->model->clauses.items[clause].place.offset;

    if (offset == v->last)
        return; /* the same object as another word */
    v->last = offset;
    if (v->is_note)
        mutaid__page_note(v->page, clause, v->indent);
    else
        mutaid__page_cite(v->page, clause);
}

static void visit_inside(visit *v, const mutaid__word *word, bool is_line);

static void visit_word(visit *v, const mutaid__word *word)
{
    if (!word || !word->kind)
        return;
    if (word->has_clause)
        visit_clause(v, word->clause);
    visit_inside(v, word, false);
}

/* The steps of a line's own word stand on lines of their own. */
static void visit_inside(visit *v, const mutaid__word *word, bool is_line)
{
    size_t i;

    for (i = 0; i < word->entry_count; i++) {
        const mutaid__entry *entry = &word->entries[i];

        visit_word(v, entry->when);
        /* entries of a comparison or a series have none: 0 is the document */
        if (entry->clause != 0 && entry->clause != word->clause)
            visit_clause(v, entry->clause);
        visit_word(v, entry->use);
    }
    for (i = 0; i < word->word_count; i++)
        if (!is_line || word->words[i]->kind != &mutaid__operand_steps)
            visit_word(v, word->words[i]);
}

static void visit_all(mutaid__page *page, const mutaid__word *word,
                      bool is_note, size_t indent)
{
    visit v = {page, is_note, indent, 0};

    if (!word || !word->kind || word->kind == &mutaid__operand_steps)
        return;
    v.last = page->model->clauses.items[word->clause].place.offset;
    visit_inside(&v, word, true);
}

void mutaid__page_cite_word(mutaid__page *page, const mutaid__word *word)
{
    visit_all(page, word, false, 0);
}

void mutaid__page_note_word(mutaid__page *page, const mutaid__word *word,
                            size_t indent)
{
    visit_all(page, word, true, indent);
}
