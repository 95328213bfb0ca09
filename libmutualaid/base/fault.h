/* SPDX-License-Identifier: MIT */
/* fault.h - failures of calls (one error) and of rulebooks (a report). */
#ifndef MUTUALAID_BASE_FAULT_H
#define MUTUALAID_BASE_FAULT_H

#include "base/memory.h"
#include "base/text.h"
#include <mutualaid/rulebook.h>

/* A place in a text: bytes from its start, line and column from 1. */
typedef struct mutaid__place {
    uint32_t offset;
    uint32_t line;
    uint32_t column;
} mutaid__place;

/* Fill `error` (may be NULL; the first error wins) from messages.def, with up
 * to three arguments put into text and remedy (NULL: none), and give the
 * status that belongs to the code. `fact` may be NULL. Arguments may be any
 * bytes: what is shown of them is clipped, on one line, and UTF-8. */
mutaid_status mutaid__fail(mutaid_error *error, mutaid_code code,
                           const char *fact, const char *first,
                           const char *second);
mutaid_status mutaid__fail_slices(mutaid_error *error, mutaid_code code,
                                  mutaid__place place, mutaid__slice fact,
                                  const mutaid__slice arguments[3]);
/* The two failures that are everywhere. */
mutaid_status mutaid__fail_memory(mutaid_error *error);
mutaid_status mutaid__fail_argument(mutaid_error *error, const char *argument);
/* Whether a caller's allocator has all its parts; NULL is sound. */
mutaid_status mutaid__check_allocator(const mutaid_allocator *allocator,
                                      mutaid_error *error);
/* A fault of a report as an error. */
mutaid_status mutaid__fail_as(mutaid_error *error, const mutaid_fault *fault);
#define MUTAID__NOWHERE ((mutaid__place){0, 0, 0})

/* Text and remedy of a code, written into the buffers of an error. */
void mutaid__tell(mutaid_code code, const mutaid__slice arguments[3],
                  char text_out[400], char remedy_out[240]);

/* What messages.def says of a code. */
mutaid_status mutaid__code_status(mutaid_code code);
bool mutaid__code_is_warning(mutaid_code code);

/* Faults collected while reading. Owns its memory, so that it outlives the
 * rulebook; past MUTAID__MOST_FAULTS only counting goes on and one last fault
 * `too_many_faults` closes the list. */
#define MUTAID__MOST_FAULTS 1000
struct mutaid_report {
    mutaid__memory memory;
    mutaid__arena arena;
    MUTAID__ARRAY(mutaid_fault) faults;
    size_t error_count;
    bool is_out_of_memory;
};

mutaid_status mutaid__report_new(const mutaid_allocator *allocator, size_t cap,
                                 mutaid_report **report_out,
                                 mutaid_error *error);
/* Add a fault; never fails (see is_out_of_memory). */
void mutaid__report_add(mutaid_report *report, mutaid_code code,
                        mutaid__place place, mutaid__slice first,
                        mutaid__slice second, mutaid__slice third);
/* Is a fault of that code there already, at that place? */
bool mutaid__report_has(const mutaid_report *report, mutaid_code code,
                        mutaid__place place);
/* Sort by place (stable), once reading is over. */
void mutaid__report_sort(mutaid_report *report);
/* The first fault as an error; MUTAID_OK if there is none but warnings. */
mutaid_status mutaid__report_error(const mutaid_report *report,
                                   mutaid_error *error);

/* Hand a failed status on. */
#define TRY(call) \
    do { \
        mutaid_status try_status = (call); \
        if (try_status != MUTAID_OK) \
            return try_status; \
    } while (0)

#endif
