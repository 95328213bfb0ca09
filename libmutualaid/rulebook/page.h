/* SPDX-License-Identifier: MIT */
/* page.h - a part told as a page: what its files share. */
#ifndef MUTUALAID_RULEBOOK_PAGE_H
#define MUTUALAID_RULEBOOK_PAGE_H

#include "decide/part.h"
#include "words/tell.h"

/* So many sources are listed only where they are named; more always are. */
#define MUTAID__PAGE_SOURCES 1024

/* Markdown of one part, told by the words that decide it. */
typedef struct mutaid__page {
    const mutaid__model *model;
    const mutaid__part *part;
    mutaid__out *out;
    mutaid__teller teller;
    uint64_t named[MUTAID__PAGE_SOURCES / 64]; /* sources, by bit */
} mutaid__page;

/* Write `zh` or `en`. */
void mutaid__page_put(mutaid__page *page, const char *zh, const char *en);
void mutaid__page_labels(mutaid__page *page, mutaid__labels labels,
                         mutaid__slice name);
void mutaid__page_heading(mutaid__page *page, const char *zh, const char *en);
bool mutaid__page_has_label(const mutaid__page *page, uint32_t clause);

/* " [source, place: “figure”; assumed id]" of what a clause says of itself,
 * and of the clauses inside a word; what only the clauses around it say is
 * left out. */
void mutaid__page_cite(mutaid__page *page, uint32_t clause);
void mutaid__page_cite_word(mutaid__page *page, const mutaid__word *word);
/* Whether the page has named a source. */
bool mutaid__page_names(const mutaid__page *page, size_t source);
/* Remarks of a clause, and of the clauses inside a word, a line each. */
void mutaid__page_note(mutaid__page *page, uint32_t clause, size_t indent);
void mutaid__page_note_word(mutaid__page *page, const mutaid__word *word,
                            size_t indent);

/* "1. label: what the step does [source]", for each step of a pipeline. */
void mutaid__page_steps(mutaid__page *page, const mutaid__word *list,
                        size_t depth);

/* What a loan costs, how it is paid back, what is subsidised. */
void mutaid__page_terms(mutaid__page *page, const mutaid__loan *loan);

/* Terms, tables, parameters, facts, sources. */
void mutaid__page_named(mutaid__page *page);

#endif
