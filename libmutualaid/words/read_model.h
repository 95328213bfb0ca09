/* SPDX-License-Identifier: MIT */
/* read_model.h - the document as a whole: what rulebook/ calls. */
#ifndef MUTUALAID_WORDS_READ_MODEL_H
#define MUTUALAID_WORDS_READ_MODEL_H

#include "words/read.h"

/* Start an empty model. */
void mutaid__model_init(mutaid__model *model, mutaid__arena *arena);
/* Read the document into the reader's model: faults go into the report. */
void mutaid__read_model(mutaid__reader *reader, const mutaid__json *root);

/* Put a literal in place of a parameter. False if there is no such one. */
bool mutaid__override(mutaid__reader *reader, mutaid__slice name,
                      mutaid__slice literal);

/* Parts of the document, each in a file of its own. */
void mutaid__read_facts(mutaid__reader *reader, const mutaid__json *facts);
void mutaid__read_tables(mutaid__reader *reader, const mutaid__json *tables);
void mutaid__read_schemes(mutaid__reader *reader, const mutaid__json *schemes);
void mutaid__read_packages(mutaid__reader *reader,
                           const mutaid__json *packages);
void mutaid__read_loans(mutaid__reader *reader, const mutaid__json *loans);
void mutaid__read_example(mutaid__reader *reader, const mutaid__json *json);
/* Pieces of schemes that loans have too. */
mutaid__force mutaid__read_force(mutaid__reader *reader,
                                 const mutaid__json *json);
mutaid__word *mutaid__read_dated_by(mutaid__reader *reader,
                                    const mutaid__json *json);
void mutaid__read_requires(mutaid__reader *reader, const mutaid__json *json,
                           mutaid__symbols *ids, mutaid__requires *requires);
void mutaid__read_fee_parts(mutaid__reader *reader, const mutaid__json *parts,
                            mutaid__contribution *contribution);
/* Resolve what facts say of facts, once all are read. */
void mutaid__resolve_facts(mutaid__reader *reader);

/* Enter the key of `json` into the common name space. What bears a name that
 * is taken is read all the same, for its own faults. */
void mutaid__enter_name(mutaid__reader *reader, const mutaid__json *json,
                        mutaid__target target, size_t index);

#endif
