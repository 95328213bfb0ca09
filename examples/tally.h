/* SPDX-License-Identifier: MIT */
/* tally.h - what the unions publish: people, payments and money by scheme. */
#ifndef EXAMPLES_TALLY_H
#define EXAMPLES_TALLY_H

#include <mutualaid/mutualaid.h>
#include <stdio.h>

/* What was decided about one part. */
typedef struct part_tally {
    size_t decisions, eligible, refused, undetermined;
    size_t people;   /* members with at least one payment */
    size_t payments; /* eligible decisions of more than nothing */
    mutaid_money paid;
    mutaid_money least, most; /* what the undetermined ones may come to */
} part_tally;

typedef struct tally tally;

/* Count over the parts of a rulebook; NULL if there is no memory. The members
 * that were paid are remembered, all else takes constant memory. */
tally *tally_new(const mutaid_rulebook *rulebook);

/* Add a decision; `member` is the member's id or "". 0 if there is no
 * memory. */
int tally_add(tally *t, const mutaid_decision_info *decided,
              const char *member);

/* Write the table of all parts about which something was decided. */
void tally_write(const tally *t, mutaid_language language, FILE *file);

void tally_free(tally *t);

#endif
