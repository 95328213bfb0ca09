/* SPDX-License-Identifier: MIT */
/* token.h - the strings, numbers and words of a JSON text. */
#ifndef MUTUALAID_DOCUMENT_TOKEN_H
#define MUTUALAID_DOCUMENT_TOKEN_H

#include "document/scan.h"

/* Each reads the token that begins at the next byte and gives its text, which
 * ends with a NUL that is not counted. A fault inside is reported, and reading
 * goes on behind the token. */

/* From its quote on, decoded. Single quotes are a fault. */
mutaid__slice mutaid__token_string(mutaid__scan *scan);
mutaid__slice mutaid__token_number(mutaid__scan *scan);
/* true, false or null; another word is a fault. */
mutaid__json_kind mutaid__token_word(mutaid__scan *scan);
/* A key: a string, or (a fault) a word without quotes. */
mutaid__slice mutaid__token_key(mutaid__scan *scan);

/* What a byte begins. */
bool mutaid__begins_string(int byte);
bool mutaid__begins_number(int byte);
bool mutaid__begins_word(int byte);

#endif
