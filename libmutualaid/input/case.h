/* SPDX-License-Identifier: MIT */
/* case.h - the facts of one case, inside. */
#ifndef MUTUALAID_INPUT_CASE_H
#define MUTUALAID_INPUT_CASE_H

#include "input/book.h"
#include <mutualaid/case.h>

struct mutaid_case {
    mutaid_rulebook *rulebook; /* a reference */
    mutaid__memory memory;
    int64_t *integers; /* by fact */
    uint8_t *states;   /* mutaid_state: GIVEN, ABSENT, OPEN */
    const mutaid_calendar *calendar; /* borrowed, or NULL */
};

/* Set a fact of any type from its integer; the range is held. */
mutaid_status mutaid__case_set_integer(mutaid_case *c, size_t fact,
                                       int64_t integer, mutaid_error *error);
/* Set a fact from text; `place` is for the error. */
mutaid_status mutaid__case_set_slice(mutaid_case *c, size_t fact,
                                     mutaid__slice text, mutaid__place place,
                                     mutaid_error *error);
mutaid_status mutaid__case_absent(mutaid_case *c, size_t fact,
                                  mutaid__place place, mutaid_error *error);
/* Read an object of facts, as cases and examples hold it. */
struct mutaid__json;
mutaid_status mutaid__case_read_facts(mutaid_case *c,
                                      const struct mutaid__json *facts,
                                      mutaid_error *error);

#endif
