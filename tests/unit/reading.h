/* SPDX-License-Identifier: MIT */
/* reading.h - a JSON text that a test has read, and its faults. */
#ifndef MUTUALAID_TESTS_READING_H
#define MUTUALAID_TESTS_READING_H

#include "document/json.h"
#include "suite.h"

static const mutaid__json_limits roomy = {1 << 26, 64, 1 << 24};

/* A text that was read, in memory of its own. */
typedef struct reading {
    mutaid__memory memory;
    mutaid__arena arena;
    mutaid_report *report;
    const mutaid__json *root;
    mutaid_status status;
} reading;

static inline void read_bytes(reading *reading, const char *text, size_t length,
                              const mutaid__json_limits *limits)
{
    mutaid__memory_init(&reading->memory, NULL, (size_t)1 << 30);
    mutaid__arena_init(&reading->arena, &reading->memory);
    HOLDS(mutaid__report_new(NULL, (size_t)8 << 20, &reading->report, NULL) ==
          MUTAID_OK);
    reading->root = mutaid__json_read(&reading->arena, text, length, limits,
                                      reading->report, &reading->status);
    mutaid__report_sort(reading->report);
}

static inline void read_text(reading *reading, const char *text)
{
    read_bytes(reading, text, strlen(text), &roomy);
}

static inline void end(reading *reading)
{
    mutaid__arena_free(&reading->arena);
    HOLDS(reading->memory.used == 0);
    mutaid_report_free(reading->report);
}

static inline mutaid_fault fault_of(const reading *reading, size_t index)
{
    mutaid_fault fault = MUTAID_FAULT_INIT;

    HOLDS(mutaid_report_fault(reading->report, index, &fault, NULL) ==
          MUTAID_OK);
    return fault;
}

#endif
