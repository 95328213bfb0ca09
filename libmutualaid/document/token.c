/* SPDX-License-Identifier: MIT */
/* token.c - the keys, numbers and words of a JSON text. */
#include "document/token.h"

static bool is_digit(int byte)
{
    return byte >= '0' && byte <= '9';
}

bool mutaid__begins_string(int byte)
{
    return byte == '"' || byte == '\'';
}

bool mutaid__begins_number(int byte)
{
    return is_digit(byte) || byte == '-' || byte == '+' || byte == '.';
}

bool mutaid__begins_word(int byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           byte == '_' || byte == '$';
}

/* The bytes up to what cannot belong to a number or a word. */
static mutaid__slice raw_token(mutaid__scan *scan)
{
    size_t from = scan->at;

    while (mutaid__begins_number(mutaid__scan_peek(scan)) ||
           mutaid__begins_word(mutaid__scan_peek(scan)))
        scan->at++;
    scan->behind = mutaid__scan_place(scan);
    return (mutaid__slice){scan->text + from, scan->at - from};
}

/* How many digits come next. */
static size_t digits_at(mutaid__slice token, size_t at)
{
    size_t end = at;

    while (end < token.length && is_digit(token.data[end]))
        end++;
    return end - at;
}

static bool has_byte(mutaid__slice token, size_t at, char a, char b)
{
    return at < token.length && (token.data[at] == a || token.data[at] == b);
}

/* RFC 8259, section 6. */
static bool is_number(mutaid__slice token)
{
    size_t at = has_byte(token, 0, '-', '-');
    size_t digits = digits_at(token, at);

    if (digits == 0 || (digits > 1 && token.data[at] == '0'))
        return false;
    at += digits;
    if (has_byte(token, at, '.', '.')) {
        digits = digits_at(token, at + 1);
        if (digits == 0)
            return false;
        at += 1 + digits;
    }
    if (has_byte(token, at, 'e', 'E')) {
        at += 1 + (size_t)has_byte(token, at + 1, '+', '-');
        digits = digits_at(token, at);
        if (digits == 0)
            return false;
        at += digits;
    }
    return at == token.length;
}

mutaid__slice mutaid__token_number(mutaid__scan *scan)
{
    mutaid__place start = mutaid__scan_place(scan);
    size_t from = scan->stored;
    mutaid__slice token = raw_token(scan);

    if (!is_number(token))
        mutaid__scan_fault(scan, MUTAID_CODE_BAD_NUMBER, start, token,
                           MUTAID__NO_TEXT);
    mutaid__scan_store(scan, token.data, token.length);
    return mutaid__scan_text(scan, from);
}

/* Report a word that should be written as `remedy`, or in quotes. */
static void refuse_word(mutaid__scan *scan, mutaid__place place,
                        mutaid__slice word, const char *remedy)
{
    char buffer[64];
    mutaid__out out;

    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_text(&out, remedy);
    if (remedy[0] == '\0' && word.length < sizeof buffer - 2)
        mutaid__out_json_string(&out, word);
    if (out.length == 0)
        mutaid__out_text(&out, "it in quotes");
    mutaid__scan_fault(scan, MUTAID_CODE_BARE_WORD, place, word,
                       (mutaid__slice){buffer, out.length});
}

mutaid__json_kind mutaid__token_word(mutaid__scan *scan)
{
    static const struct {
        const char *word;
        mutaid__json_kind kind;
        const char *remedy;
    } words[] = {
        {"true", MUTAID__JSON_TRUE, NULL},
        {"false", MUTAID__JSON_FALSE, NULL},
        {"null", MUTAID__JSON_NULL, NULL},
        {"True", MUTAID__JSON_TRUE, "true"},
        {"TRUE", MUTAID__JSON_TRUE, "true"},
        {"False", MUTAID__JSON_FALSE, "false"},
        {"FALSE", MUTAID__JSON_FALSE, "false"},
        {"None", MUTAID__JSON_NULL, "null"},
        {"NULL", MUTAID__JSON_NULL, "null"},
    };
    mutaid__place start = mutaid__scan_place(scan);
    mutaid__slice token = raw_token(scan);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!mutaid__slice_is(token, words[i].word))
            continue;
        if (words[i].remedy != NULL)
            refuse_word(scan, start, token, words[i].remedy);
        return words[i].kind;
    }
    refuse_word(scan, start, token, "");
    return MUTAID__JSON_NULL;
}

mutaid__slice mutaid__token_key(mutaid__scan *scan)
{
    int next = mutaid__scan_peek(scan);
    mutaid__place start = mutaid__scan_place(scan);
    size_t from = scan->stored;

    if (mutaid__begins_string(next))
        return mutaid__token_string(scan);
    if (!mutaid__begins_word(next) && !mutaid__begins_number(next)) {
        mutaid__scan_stop(scan, "a key in quotes");
        return MUTAID__NO_TEXT;
    }

    mutaid__slice token = raw_token(scan);
    refuse_word(scan, start, token, "");
    mutaid__scan_store(scan, token.data, token.length);
    return mutaid__scan_text(scan, from);
}
