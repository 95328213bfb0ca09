/* SPDX-License-Identifier: MIT */
/* literal.c - read the forms in which a rulebook writes numbers. */
#include "number/ratio.h"

#include <string.h>

#define MOST_DENOMINATOR (INT64_C(1) << 62)

/* "-?digits(.digits)?" without leading zeros but "0.5": its digits as one
 * integer, and how many stand behind the point. */
static bool read_number(mutaid__slice text, int most_places,
                        int64_t *integer_out, int *places_out)
{
    if (text.length == 0)
        return false;

    bool is_negative = text.data[0] == '-';
    const char *first = text.data + is_negative;
    const char *end = text.data + text.length;
    uint64_t limit = (uint64_t)INT64_MAX + is_negative;
    uint64_t number = 0;
    int places = -1; /* no point so far */

    if (end - first >= 2 && first[0] == '0' && first[1] != '.')
        return false;
    for (const char *at = first; at < end; at++) {
        uint64_t digit = (uint64_t)(unsigned char)*at - '0';

        if (*at == '.' && places < 0 && at > first) {
            places = 0;
            continue;
        }
        if (digit > 9 || number > (limit - digit) / 10)
            return false;
        number = number * 10 + digit;
        places += places >= 0;
    }
    if (first == end || places == 0 || places > most_places)
        return false;
    *integer_out = (int64_t)(is_negative ? 0 - number : number);
    *places_out = places > 0 ? places : 0;
    return true;
}

static mutaid__slice part(mutaid__slice text, size_t from, size_t to)
{
    return (mutaid__slice){text.data + from, to - from};
}

bool mutaid__read_integer(mutaid__slice text, int64_t *integer_out)
{
    int places;

    return read_number(text, 0, integer_out, &places);
}

bool mutaid__read_decimal(mutaid__slice text, int decimals,
                          int64_t *integer_out)
{
    int64_t integer;
    int places;

    if (!read_number(text, decimals, &integer, &places) || places != decimals)
        return false;
    *integer_out = integer;
    return true;
}

/* The integer over 10^places, reduced, if the denominator is small enough. */
static mutaid__ratio over_power(int64_t integer, int places)
{
    mutaid__ratio ratio = mutaid__ratio_of(integer);

    for (int i = 0; i < places; i++)
        ratio.denominator *= 10;
    return mutaid__ratio_reduce(ratio);
}

static bool read_percent(mutaid__slice number, mutaid__ratio *ratio_out)
{
    int64_t integer;
    int places;

    if (!read_number(number, 10, &integer, &places))
        return false;
    *ratio_out = over_power(integer, places + 2);
    return true;
}

static bool read_fraction(mutaid__slice above, mutaid__slice below,
                          mutaid__ratio *ratio_out)
{
    int64_t numerator, denominator;

    if (!mutaid__read_integer(above, &numerator) ||
        !mutaid__read_integer(below, &denominator) || denominator <= 0)
        return false;

    mutaid__ratio ratio = mutaid__ratio_reduce(
        (mutaid__ratio){mutaid__wide_of(numerator), denominator});
    if (ratio.denominator > MOST_DENOMINATOR)
        return false;
    *ratio_out = ratio;
    return true;
}

bool mutaid__read_rate(mutaid__slice text, mutaid__ratio *ratio_out)
{
    if (text.length == 0)
        return false;
    if (text.data[text.length - 1] == '%')
        return read_percent(part(text, 0, text.length - 1), ratio_out);

    const char *slash = memchr(text.data, '/', text.length);
    if (slash == NULL)
        return false;
    size_t at = (size_t)(slash - text.data);
    return read_fraction(part(text, 0, at), part(text, at + 1, text.length),
                         ratio_out);
}

bool mutaid__read_measure(mutaid__slice text, mutaid__ratio *ratio_out,
                          mutaid__slice *unit_out)
{
    const char *space =
        text.length > 0 ? memchr(text.data, ' ', text.length) : NULL;
    int64_t integer;
    int places;

    if (space == NULL)
        return false;
    size_t at = (size_t)(space - text.data);
    mutaid__slice unit = part(text, at + 1, text.length);
    if (unit.length == 0 || unit.data[0] == ' ' ||
        !read_number(part(text, 0, at), 9, &integer, &places))
        return false;
    *ratio_out = over_power(integer, places);
    *unit_out = unit;
    return true;
}
