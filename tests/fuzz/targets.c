/* SPDX-License-Identifier: MIT */
/* targets.c - the list of targets: one line makes a new one. */
#include "fuzz.h"

const fuzz_target fuzz_targets[] = {
    {"rulebook",
     target_rulebook,
     {"refused/syntax", "refused/schema", "refused/meaning", NULL}},
    {"structure", target_structure, {NULL}},
    {"facts", target_facts, {NULL}},
    {"case", target_case, {NULL}},
    {"interval", target_interval, {NULL}},
    {"batch", target_batch, {NULL}},
};

const size_t fuzz_target_count = sizeof fuzz_targets / sizeof *fuzz_targets;
