/* SPDX-License-Identifier: MIT */
/* fuzz.h - targets that take any bytes, and what they share. */
#ifndef MUTUALAID_TESTS_FUZZ_H
#define MUTUALAID_TESTS_FUZZ_H

#include <mutualaid/mutualaid.h>
#include <stdbool.h>

/* What one target does with any bytes; it ends the program where the library
 * breaks a promise. */
typedef struct fuzz_target {
    const char *name; /* also of its file in seeds/ */
    void (*run)(const uint8_t *data, size_t size);
    const char *folders[4]; /* below tests/: more seeds, files in JSON */
} fuzz_target;

extern const fuzz_target fuzz_targets[];
extern const size_t fuzz_target_count;

#define MUST(condition) \
    do { \
        if (!(condition)) \
            fuzz_broken(#condition, __FILE__, __LINE__); \
    } while (0)

_Noreturn void fuzz_broken(const char *what, const char *file, int line);

/* --- bytes.c: numbers out of the bytes; 0 for ever past their end --- */

typedef struct bytes {
    const uint8_t *data;
    size_t size;
} bytes;

uint8_t take_byte(bytes *from);
uint64_t take_number(bytes *from, size_t byte_count);
size_t take_index(bytes *from, size_t count); /* below count; 0 if that is 0 */

/* --- tree.c: a JSON text to be taken apart and put together --- */

typedef struct tree_node {
    char *key;  /* with its quotes; NULL in an array */
    char *text; /* a scalar as it is written; NULL for { and [ */
    char kind;  /* '{', '[' or 's' */
    struct tree_node *first;
    struct tree_node *next;
} tree_node;

/* Read a text; NULL if it is no JSON. All trees are released at once. */
tree_node *tree_read(const char *text, size_t length);
tree_node *tree_clone(const tree_node *node);
char *tree_text(const char *text, size_t length);
void tree_free_all(void);

/* The node numbered in the order of the text, 0 for the root. */
size_t tree_count(const tree_node *root);
tree_node *tree_at(tree_node *root, size_t number);
tree_node *tree_parent(tree_node *root, const tree_node *child);
tree_node *tree_find(const tree_node *object, const char *key);

/* The text again, allocated; NULL if it would exceed `limit`. */
char *tree_write(const tree_node *root, size_t limit, size_t *length_out);

/* --- books.c: rulebooks, read once --- */

/* Number `which` (any) of the rulebooks that cases are decided by. */
mutaid_rulebook *fuzz_book(size_t which);
/* A file of the source tree, kept for good. */
const char *fuzz_file(const char *path, size_t *length_out);

/* --- use.c: what every rulebook and decision must stand --- */

/* Ask a rulebook everything. */
void use_rulebook(mutaid_rulebook *rulebook);
/* Look at everything in a decision, in both languages. */
void use_decision(const mutaid_decision *decision);
/* Write a case, read it again: the same. */
void use_case(const mutaid_case *c, uint32_t part);
/* That a function failed as it said. */
void use_error(mutaid_status status, const mutaid_error *error);

/* --- complete.c: interval against point --- */

/* Give facts of a part by the bytes, leave others open; the answer must hold
 * the answers of completions. */
void complete_case(mutaid_rulebook *rulebook, size_t part, bytes *from);

/* --- the targets --- */

void target_rulebook(const uint8_t *data, size_t size);
void target_structure(const uint8_t *data, size_t size);
void target_facts(const uint8_t *data, size_t size);
void target_case(const uint8_t *data, size_t size);
void target_interval(const uint8_t *data, size_t size);
void target_batch(const uint8_t *data, size_t size);

#endif
