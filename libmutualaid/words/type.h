/* SPDX-License-Identifier: MIT */
/* type.h - names resolved and types checked: what every kind's `type` calls. */
#ifndef MUTUALAID_WORDS_TYPE_H
#define MUTUALAID_WORDS_TYPE_H

#include "words/model.h"

struct mutaid__typer {
    mutaid__arena *arena;
    mutaid_report *report;
    mutaid__model *model;
    bool is_in_cumulative;
    uint32_t name_depth; /* values and tables typed inside one another */
};

/* Type the whole model. */
void mutaid__type_model(mutaid__typer *typer);

/* Type a parameter, and what stands in its place: that has its type. */
void mutaid__type_parameter(mutaid__typer *typer,
                            mutaid__parameter *parameter);

/* Type a word that stands beside (or, for a step, works on) `given`. NULL and
 * faulty words have no shape. */
mutaid__shape mutaid__type_word(mutaid__typer *typer, mutaid__word *word,
                                mutaid__shape given);
/* ... and report if it is not of the shape or type that is needed. */
void mutaid__type_as(mutaid__typer *typer, mutaid__word *word,
                     mutaid__shape needed);
void mutaid__type_as_type(mutaid__typer *typer, mutaid__word *word,
                          mutaid_type needed);
/* A pipeline that begins with `take` (given: none) or works on an amount. */
mutaid__shape mutaid__type_steps(mutaid__typer *typer, mutaid__word *steps,
                                 mutaid__shape given);

/* The entries of a dated word, which have one shape. */
mutaid__shape mutaid__type_dated_list(mutaid__typer *typer,
                                      mutaid__word *word,
                                      mutaid__shape given);

/* Find how deep a word reaches, whose parts and targets are typed; a fault if
 * that is too deep. */
void mutaid__type_depth(mutaid__typer *typer, mutaid__word *word);

/* The facts that a period names; NULL does nothing. */
void mutaid__type_per(mutaid__typer *typer, mutaid__per *per);

mutaid__shape mutaid__type_value(mutaid__typer *typer, uint32_t value,
                                 const mutaid__word *user);
mutaid__shape mutaid__type_table(mutaid__typer *typer, uint32_t table,
                                 const mutaid__word *user);

bool mutaid__shape_equal(mutaid__shape a, mutaid__shape b);
/* Equal, or one of them faulty already. */
bool mutaid__shape_fits(mutaid__shape a, mutaid__shape b);
mutaid__shape mutaid__shape_of(mutaid_type type);
/* A running amount: money, count, measure or rate. */
bool mutaid__shape_is_quantity(mutaid__shape shape);
/* Of a product; false where it has no meaning. */
bool mutaid__shape_product(mutaid__shape a, mutaid__shape b,
                           mutaid__shape *product_out);
/* "money", "a measure in m2", "a choice of ward". */
mutaid__slice mutaid__shape_text(mutaid__typer *typer, mutaid__shape shape);
void mutaid__type_fault(mutaid__typer *typer, mutaid_code code,
                        mutaid__place place, mutaid__slice first,
                        mutaid__slice second);
void mutaid__type_mismatch(mutaid__typer *typer, mutaid__place place,
                           mutaid__shape needed, mutaid__shape found);

/* An amount by its form, with however many decimals. */
bool mutaid__is_decimal(mutaid__slice text);
/* A literal by its form: money, rate, measure or date, in base units. False
 * if the text has none of these forms; with `*code_out` set if it has one but
 * is no literal of this rulebook. */
bool mutaid__literal_of(const mutaid__model *model, mutaid__slice text,
                        mutaid__shape *shape_out, mutaid__ratio *value_out,
                        mutaid_code *code_out);
/* Index of a choice of a fact, or MUTAID_NONE. */
uint32_t mutaid__choice_of(const mutaid__model *model, uint32_t fact,
                           mutaid__slice code);

#endif
