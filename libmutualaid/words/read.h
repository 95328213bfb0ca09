/* SPDX-License-Identifier: MIT */
/* read.h - from the JSON tree to words: what every kind's `read` calls. */
#ifndef MUTUALAID_WORDS_READ_H
#define MUTUALAID_WORDS_READ_H

#include "words/model.h"

struct mutaid__reader {
    mutaid__arena *arena;
    mutaid_report *report;
    mutaid__model *model;
    uint32_t clause; /* nearest enclosing clause, MUTAID_NONE at the top */
    bool is_out_of_memory;
};

/* --- faults ------------------------------------------------------------------ */

void mutaid__read_fault(mutaid__reader *reader, mutaid_code code,
                        mutaid__place place, const char *first,
                        const char *second);
void mutaid__read_fault_slice(mutaid__reader *reader, mutaid_code code,
                              mutaid__place place, mutaid__slice first,
                              const char *second);
/* `json` is not `wanted`: "an object", "a text". */
void mutaid__read_wrong(mutaid__reader *reader, const mutaid__json *json,
                        const char *wanted);

/* Zeroed memory of the rulebook, or NULL with is_out_of_memory set. */
void *mutaid__read_take(mutaid__reader *reader, size_t size);

/* --- plain things --------------------------------------------------------------
 * Each gives false (or an empty slice) after reporting a fault. */

bool mutaid__read_is(mutaid__reader *reader, const mutaid__json *json,
                     mutaid__json_kind kind, const char *wanted);
/* Every key is one of `keys` (ends with NULL) or of the keys of any clause. */
void mutaid__read_keys(mutaid__reader *reader, const mutaid__json *object,
                       const char *const keys[]);
/* The same for an object that is no clause: of those keys it has `note`,
 * which is returned. */
mutaid__labels mutaid__read_plain_keys(mutaid__reader *reader,
                                       const mutaid__json *object,
                                       const char *const keys[]);
/* The child, or NULL after a fault that it is missing. */
const mutaid__json *mutaid__read_member(mutaid__reader *reader,
                                        const mutaid__json *object,
                                        const char *key);
mutaid__slice mutaid__read_text(mutaid__reader *reader,
                                const mutaid__json *json);
/* [a-z][a-z0-9_]*, or a code or id: [a-z0-9_]+ */
mutaid__slice mutaid__read_name(mutaid__reader *reader,
                                const mutaid__json *json);
mutaid__slice mutaid__read_code(mutaid__reader *reader,
                                const mutaid__json *json);
bool mutaid__is_name(mutaid__slice text);
/* Whether the key of `json` is a name that is new among those names. */
bool mutaid__read_new_name(mutaid__reader *reader, const mutaid__json *json,
                           mutaid__symbols *names);
bool mutaid__is_code(mutaid__slice text);
bool mutaid__read_integer_in(mutaid__reader *reader, const mutaid__json *json,
                             int64_t least, int64_t most,
                             int64_t *integer_out);
bool mutaid__read_flag(mutaid__reader *reader, const mutaid__json *json);
/* A date in quotes, that exists. */
bool mutaid__read_day(mutaid__reader *reader, mutaid__slice text,
                      mutaid__place place, int64_t *day_out);
bool mutaid__looks_like_date(mutaid__slice text);
/* A remark: one text, or one for each language. */
mutaid__labels mutaid__read_note(mutaid__reader *reader,
                                 const mutaid__json *json);
mutaid__labels mutaid__read_labels(mutaid__reader *reader,
                                   const mutaid__json *json);
/* Index in `words` (ends with NULL), or -1 after a fault. */
int mutaid__read_one_of(mutaid__reader *reader, const mutaid__json *json,
                        const char *const words[]);
/* An array that is not empty. */
bool mutaid__read_list(mutaid__reader *reader, const mutaid__json *json,
                       const char *wanted);
/* A number, a flag or a text that is no name; its form is not looked at. */
bool mutaid__read_is_literal(mutaid__reader *reader, const mutaid__json *json);
/* Something to round to: a literal above zero. */
bool mutaid__read_is_unit(mutaid__reader *reader, const mutaid__json *json);

/* --- clauses -------------------------------------------------------------------- */

/* Make a clause of an object and step into it; `*outer_out` is what
 * mutaid__read_leave() takes back. A value that is no object is a clause with
 * a place only. */
uint32_t mutaid__read_enter(mutaid__reader *reader, const mutaid__json *json,
                            uint32_t *outer_out);
void mutaid__read_leave(mutaid__reader *reader, uint32_t outer);
bool mutaid__is_clause_key(mutaid__slice key);
/* Fill the paths of all clauses: "schemes.x.benefits[0].steps[2]". */
void mutaid__read_paths(mutaid__reader *reader, const mutaid__json *root);

/* --- words ------------------------------------------------------------------------
 * They give a word in any case (NULL only when memory is out); a faulty one
 * has kind NULL. */

mutaid__word *mutaid__read_operand(mutaid__reader *reader,
                                   const mutaid__json *json);
mutaid__word *mutaid__read_condition(mutaid__reader *reader,
                                     const mutaid__json *json);
mutaid__word *mutaid__read_step(mutaid__reader *reader,
                                const mutaid__json *json);
/* An array of steps as the operand `steps`. It begins with `take`, or works
 * on an amount that flows in. */
mutaid__word *mutaid__read_steps(mutaid__reader *reader,
                                 const mutaid__json *json, bool begins);
/* The same into a word that is there. */
void mutaid__read_pipeline(mutaid__reader *reader, const mutaid__json *json,
                           bool begins, mutaid__word *word);
/* A word that stands for `json` without being an object of a kind. */
mutaid__word *mutaid__read_new_word(mutaid__reader *reader,
                                    const mutaid__json *json,
                                    const mutaid__word_kind *kind);
/* Read each child of an array by `read` into word->words. */
void mutaid__read_words(mutaid__reader *reader, const mutaid__json *array,
                        mutaid__word *(*read)(mutaid__reader *,
                                              const mutaid__json *),
                        mutaid__word *word);
/* word->words[0] = operand: the common `read` of most steps. */
void mutaid__read_one_operand(mutaid__reader *reader,
                              const mutaid__json *json,
                              const mutaid__json *value, mutaid__word *word);
/* Add one operand to word->words (room for `most` is taken at the first). */
void mutaid__read_add_word(mutaid__reader *reader, mutaid__word *word,
                           mutaid__word *part, size_t most);
/* An object that has the key `choose`; what it chooses among is read by
 * `read_use`. */
void mutaid__read_choose(mutaid__reader *reader, const mutaid__json *json,
                         mutaid__word *(*read_use)(mutaid__reader *,
                                                   const mutaid__json *),
                         mutaid__word *word);
/* A name as an operand: "ward". */
mutaid__word *mutaid__read_name_word(mutaid__reader *reader,
                                     const mutaid__json *json);
/* An object whose keys are dates: entries of word, each read by `read`. */
void mutaid__read_dated(mutaid__reader *reader, const mutaid__json *object,
                        mutaid__word *(*read)(mutaid__reader *,
                                              const mutaid__json *),
                        mutaid__word *word);
/* A list that may be dated: entries of word; one from the beginning of time
 * where it is not. */
void mutaid__read_dated_list(mutaid__reader *reader, const mutaid__json *value,
                             mutaid__word *(*read)(mutaid__reader *,
                                                   const mutaid__json *),
                             mutaid__word *word);
bool mutaid__is_dated_object(const mutaid__json *json);
/* How `so_far` adds up. */
mutaid__per mutaid__read_per(mutaid__reader *reader, const mutaid__json *json);

#endif
