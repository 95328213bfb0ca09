/* SPDX-License-Identifier: MIT */
/* respell.c - undo what spreadsheets do to amounts, dates and flags. */
#include "respell.h"

#include <stdio.h>
#include <string.h>

static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* 1300 and 1300.5 with the decimals of the currency. */
static int respell_money(const char *text, size_t decimals,
                         char out[RESPELL_SIZE])
{
    size_t whole = count_digits(text);
    size_t has_point = text[whole] == '.';
    size_t given = has_point ? count_digits(text + whole + 1) : 0;
    if (whole == 0 || text[whole + has_point + given] != '\0' ||
        given >= decimals || whole + 1 + decimals >= RESPELL_SIZE)
        return 0;
    memset(out, '0', whole + 1 + decimals);
    memcpy(out, text, whole + has_point + given);
    out[whole] = '.';
    out[whole + 1 + decimals] = '\0';
    return 1;
}

/* One or two digits, and what ends them. */
static int read_two(const char **at, char end, unsigned *out)
{
    size_t length = count_digits(*at);
    if (length == 0 || length > 2 || (*at)[length] != end)
        return 0;
    *out = 0;
    for (size_t i = 0; i < length; i++)
        *out = *out * 10 + (unsigned)((*at)[i] - '0');
    *at += length + (end != '\0');
    return 1;
}

/* 2016/3/1 and 2016-3-1. Whether there is such a day is for others to say. */
static int respell_date(const char *text, char out[RESPELL_SIZE])
{
    unsigned month, day;
    const char *at = text + 5;
    if (count_digits(text) != 4 || (text[4] != '/' && text[4] != '-'))
        return 0;
    if (!read_two(&at, text[4], &month) || !read_two(&at, '\0', &day))
        return 0;
    snprintf(out, RESPELL_SIZE, "%.4s-%02u-%02u", text, month, day);
    return 1;
}

static int respell_flag(const char *text, char out[RESPELL_SIZE])
{
    static const char *const forms[][2] = {
        {"TRUE", "true"}, {"True", "true"},   {"yes", "true"},
        {"是", "true"},   {"FALSE", "false"}, {"False", "false"},
        {"no", "false"},  {"否", "false"},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (strcmp(text, forms[i][0]) != 0)
            continue;
        snprintf(out, RESPELL_SIZE, "%s", forms[i][1]);
        return 1;
    }
    return 0;
}

int respell(const mutaid_fact_info *fact, const char *text,
            char out[RESPELL_SIZE])
{
    switch (fact->type) {
    case MUTAID_TYPE_MONEY:
        return respell_money(text, fact->decimals, out);
    case MUTAID_TYPE_DATE:
        return respell_date(text, out);
    case MUTAID_TYPE_FLAG:
        return respell_flag(text, out);
    default:
        return 0;
    }
}
