/* SPDX-License-Identifier: MIT */
/* quantize.c - the General Decimal Arithmetic test cases of `quantize` and
 * `rescale` that fixed point can hold, against the library's rounding.
 *
 * usage: quantize FILE.. ; prints how many cases each file gave, and every one
 * in which the library says something else. */
#include "number/round.h"
#include "number/wide.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_DIGITS 36

/* A finite number: coefficient times 10 to the exponent. */
typedef struct decimal {
    mutaid__wide coefficient;
    int exponent;
} decimal;

static const struct {
    const char *name;
    mutaid__mode mode;
} modes[] = {
    {"half_up", MUTAID__HALF_UP},     {"half_even", MUTAID__HALF_EVEN},
    {"half_down", MUTAID__HALF_DOWN}, {"up", MUTAID__UP},
    {"down", MUTAID__DOWN},           {"ceiling", MUTAID__CEILING},
    {"floor", MUTAID__FLOOR},
};

/* Read a number, with or without quotes; false if it is none that is finite,
 * or has too many digits. */
static bool read_decimal(const char *word, decimal *out)
{
    bool is_negative, has_point = false;
    int digits = 0, read = 0;

    word += *word == '\'' || *word == '"';
    is_negative = *word == '-';
    word += *word == '-' || *word == '+';
    *out = (decimal){mutaid__wide_of(0), 0};
    for (; (*word >= '0' && *word <= '9') || *word == '.'; word++) {
        if (*word == '.') {
            has_point = true;
            continue;
        }
        read++;
        digits += digits > 0 || *word != '0';
        if (digits > MOST_DIGITS)
            return false;
        out->coefficient = mutaid__wide_add(
            mutaid__wide_mul(out->coefficient, mutaid__wide_of(10)),
            mutaid__wide_of(*word - '0'));
        out->exponent -= has_point;
    }
    if (read == 0)
        return false;
    if (*word == 'e' || *word == 'E')
        out->exponent += (int)strtol(word + 1, (char **)&word, 10);
    if (is_negative)
        out->coefficient =
            mutaid__wide_sub(mutaid__wide_of(0), out->coefficient);
    return *word == '\0' || *word == '\'' || *word == '"';
}

static mutaid__wide power(int exponent)
{
    mutaid__wide result = mutaid__wide_of(1);

    while (exponent-- > 0)
        result = mutaid__wide_mul(result, mutaid__wide_of(10));
    return result;
}

/* What a case says, and what the library does. */
typedef struct trial {
    decimal number, wanted;
    int exponent; /* to round to */
    mutaid__mode mode;
} trial;

static bool holds(const trial *t)
{
    int shift = t->exponent - t->number.exponent;
    mutaid__wide found =
        shift >= 0 ? mutaid__round(t->number.coefficient, power(shift), t->mode)
                   : mutaid__wide_mul(t->number.coefficient, power(-shift));

    return t->wanted.exponent == t->exponent &&
           mutaid__wide_compare(found, t->wanted.coefficient) == 0;
}

/* Whether a number may be multiplied by 10 to the 18. */
static bool is_small(mutaid__wide number)
{
    return mutaid__wide_compare(number, power(18)) < 0 &&
           mutaid__wide_compare(
               mutaid__wide_sub(mutaid__wide_of(0), number), power(18)) < 0;
}

/* name op left right -> result; false if it is no case for fixed point. */
static bool read_case(char *line, trial *t)
{
    char *words[6];
    int count = 0;
    decimal second;

    for (char *word = strtok(line, " \t\r\n"); word != NULL && count < 6;
         word = strtok(NULL, " \t\r\n"))
        words[count++] = word;
    if (count < 6 || strcmp(words[4], "->") != 0 ||
        (strcmp(words[1], "quantize") != 0 &&
         strcmp(words[1], "rescale") != 0) ||
        !read_decimal(words[2], &t->number) ||
        !read_decimal(words[3], &second) || !read_decimal(words[5], &t->wanted))
        return false;
    t->exponent = second.exponent;
    if (words[1][0] == 'r')
        t->exponent =
            (int)strtol(words[3] + (words[3][0] == '\''), NULL, 10);
    int shift = t->exponent - t->number.exponent;
    return shift <= MOST_DIGITS &&
           (shift >= 0 || (shift >= -18 && is_small(t->number.coefficient)));
}

static void read_mode(const char *line, mutaid__mode *mode, bool *is_known)
{
    char name[32];

    if (sscanf(line, "rounding: %31s", name) != 1)
        return;
    *is_known = false;
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        if (strcmp(modes[i].name, name) == 0) {
            *mode = modes[i].mode;
            *is_known = true;
        }
    }
}

static int try_file(const char *path, size_t *count)
{
    FILE *file = fopen(path, "r");
    char line[1000], copy[1000];
    trial t = {.mode = MUTAID__HALF_UP};
    bool is_known = true;
    int failed = 0;

    if (file == NULL)
        return 1;
    while (fgets(line, sizeof line, file) != NULL) {
        read_mode(line, &t.mode, &is_known);
        strcpy(copy, line);
        if (!is_known || !read_case(copy, &t))
            continue;
        ++*count;
        if (!holds(&t)) {
            printf("# %s", line);
            failed++;
        }
    }
    fclose(file);
    return failed;
}

int main(int count, char **words)
{
    int failed = 0;

    for (int i = 1; i < count; i++) {
        size_t cases = 0;

        failed += try_file(words[i], &cases);
        printf("# %s: %zu cases\n", words[i], cases);
        failed += cases < 100;
    }
    return failed > 0;
}
