/* SPDX-License-Identifier: MIT */
/* stories.h - what was published about two borrowers, as facts and requests. */
#ifndef EXAMPLES_STORIES_H
#define EXAMPLES_STORIES_H

#include <mutualaid/mutualaid.h>
#include <stddef.h>

enum { STORY_FACTS_MOST = 9, READING_LOANS_MOST = 3 };

/* A fact of a case, as text; none after the first without a name. */
typedef struct story_fact {
    const char *name;
    const char *value;
} story_fact;

/* A loan that was asked for: what the limit reads, and the request. */
typedef struct loan_story {
    mutaid_text title;
    story_fact facts[STORY_FACTS_MOST];
    const char *request;
} loan_story;

/* One way to read a published sum: loans, and the last day that counts. */
typedef struct loan_reading {
    mutaid_text title;
    const char *requests[READING_LOANS_MOST];
    int until[3]; /* year, month, day */
} loan_reading;

extern const loan_story story_of_2020;
extern const mutaid_text story_of_three_years;
extern const mutaid_text story_lesson;
extern const mutaid_money three_years_published;
extern const loan_reading three_years_readings[];
extern const size_t three_years_reading_count;

#endif
