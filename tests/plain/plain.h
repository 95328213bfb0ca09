/* SPDX-License-Identifier: MIT */
/* plain.h - what the parts of the plain C runner share: files, TAP, cases. */
#ifndef MUTUALAID_TESTS_PLAIN_H
#define MUTUALAID_TESTS_PLAIN_H

#include <mutualaid/mutualaid.h>
#include <stdbool.h>
#include <stddef.h>

/* --- files.c --- */

/* A file's bytes, followed by a NUL; text is NULL where there is none. */
typedef struct content {
    char *text;
    size_t length;
} content;

/* Names of a folder, sorted by their bytes. */
typedef struct names {
    char **name;
    size_t count;
} names;

/* Every allocation of the runner; ends the program when there is no memory. */
void *take(size_t size);

/* "folder/name" and "folder/namesuffix"; the caller frees them. */
char *join(const char *folder, const char *name);
char *join_suffix(const char *folder, const char *name, const char *suffix);

content file_read(const char *path);
content file_in(const char *folder, const char *name);
bool file_write(const char *path, const char *text, size_t length);

/* The names in a folder that end in `suffix`; none if there is no folder. */
names folder_list(const char *path, const char *suffix);
void names_free(names *list);

/* --- tap.c --- */

/* What was run so far. */
typedef struct tally {
    size_t run;
    size_t failed;
} tally;

/* What is wrong with the test that runs: printed as a comment. */
void complain(const char *format, ...);

/* Say that two texts differ, with the first line in which they do. */
void complain_differ(const char *name, content wanted, content found);

/* One finished test: "ok N - kind name". */
void tap_test(tally *tests, bool passed, const char *kind, const char *name);

/* The plan; returns the exit status of the program. */
int tap_end(const tally *tests);

/* --- said.c --- */

/* Writes an answer in one of its forms; as mutaid_decision_write_json(). */
typedef mutaid_status sayer(const void *answer, char *buffer, size_t capacity,
                            size_t *length_out, mutaid_error *error);

/* A form of an answer, and the file that holds it. */
typedef struct form {
    const char *file;
    sayer *say;
} form;

/* Whether a call did what it should; complains if not. */
bool succeeded(mutaid_status status, const mutaid_error *error);

/* Whether two files say the same; two that are not there do. */
bool equal(content left, content right);

/* Whether the files of a folder say what an answer says. */
bool forms_hold(const void *answer, const form *forms, size_t count,
                const char *folder, bool update);

/* --- golden_loan.c --- */

/* Compute the loan of a folder, and compare what is said. */
bool golden_loan_holds(mutaid_rulebook *rulebook, char *loan,
                       const char *folder, bool update);

/* --- golden.c, refused.c --- */

/* Replay every case of tests/golden and every text of tests/refused. With
 * `update`, write what came out where the expected files are. */
void golden_replay(const char *tests_folder, bool update, tally *tests);
void refused_replay(const char *tests_folder, bool update, tally *tests);

#endif
