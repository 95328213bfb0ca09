/* SPDX-License-Identifier: MIT */
/* shapes.c - the shapes, and the sizes at which they are tried. */
#include "hostile.h"

#define HEAD \
    "{\"mutualaid\": 1, \"id\": \"t\", \"edition\": \"1\", \"title\": " \
    "{\"zh\": \"t\", \"en\": \"t\"}, \"currency\": {\"code\": \"CNY\", \"decimals\": " \
    "2}, \"rounding\": {\"to\": \"0.01\", \"mode\": \"half_up\"}, "
#define DAY_AND_COST \
    "\"facts\": {\"day\": {\"type\": \"date\"}, \"cost\": {\"type\": " \
    "\"money\", \"at_most\": \"1000000.00\"}, \"n\": {\"type\": \"count\", " \
    "\"at_most\": 1000000}}"
#define SCHEME \
    ", \"schemes\": {\"s\": {\"title\": {\"zh\": \"t\", \"en\": \"t\"}, " \
    "\"dated_by\": \"day\", \"benefits\": [{\"id\": \"b\", \"title\": {\"zh\"" \
    ": \"t\", \"en\": \"t\"}, \"steps\": ["
#define END "]}]}}}"
#define COMMA(i) ((i) > 0 ? ", " : "")

static void make_spaces(text *to, size_t n)
{
    put_bytes(to, ' ', n);
}

static void make_one_string(text *to, size_t n)
{
    put(to, "{\"id\": \"");
    put_bytes(to, 'a', n);
    put(to, "\"}");
}

static void make_one_integer(text *to, size_t n)
{
    put(to, "{\"mutualaid\": 1");
    put_bytes(to, '0', n);
    put(to, "}");
}

static void make_money(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST SCHEME "{\"take\": \"1");
    put_bytes(to, '0', n);
    put(to, ".00\"}" END);
}

static void make_brackets(text *to, size_t n)
{
    put_bytes(to, '[', n);
}

static void make_values(text *to, size_t n)
{
    put(to, "[");
    for (size_t i = 0; i < n; i++)
        put(to, "%s1", COMMA(i));
    put(to, "]");
}

static void make_same_keys(text *to, size_t n)
{
    put(to, "{");
    for (size_t i = 0; i < n; i++)
        put(to, "%s\"id\": 1", COMMA(i));
    put(to, "}");
}

static void make_unknown_keys(text *to, size_t n)
{
    put(to, "{");
    for (size_t i = 0; i < n; i++)
        put(to, "%s\"k%zu\": 1", COMMA(i), i);
    put(to, "}");
}

static void make_facts(text *to, size_t n)
{
    put(to, HEAD "\"facts\": {");
    for (size_t i = 0; i < n; i++)
        put(to, "%s\"a_name_like_any_other_%zu\": {\"type\": \"flag\"}",
            COMMA(i), i);
    put(to, "}, \"schemes\": {}}");
}

static void make_chain_of_facts(text *to, size_t n)
{
    put(to, HEAD "\"facts\": {\"day\": {\"type\": \"date\"}");
    for (size_t i = 0; i < n; i++) {
        put(to, ", \"d%zu\": {\"type\": \"date\", \"not_before\": ", i);
        if (i == 0)
            put(to, "\"day\"}");
        else
            put(to, "\"d%zu\"}", i - 1);
    }
    put(to, "}" SCHEME "{\"take\": \"1.00\"}" END);
}

static void make_choices(text *to, size_t n)
{
    put(to, HEAD "\"facts\": {\"day\": {\"type\": \"date\"}, \"c\": {\"type\":"
                 " \"choice\", \"choices\": [");
    for (size_t i = 0; i < n; i++)
        put(to, "%s{\"code\": \"c%zu\", \"lists\": [\"l%zu\"]}", COMMA(i), i,
            i % 1000);
    put(to, "]}}" SCHEME "{\"take\": \"1.00\"}, {\"plus\": \"1.00\", "
            "\"when\": {\"the\": \"c\", \"in\": [");
    for (size_t i = 0; i < n; i++)
        put(to, "%s\"c%zu\"", COMMA(i), i);
    put(to, "]}}" END);
}

static void make_parameters(text *to, size_t n)
{
    put(to, HEAD "\"parameters\": {");
    for (size_t i = 0; i < n; i++)
        put(to, "%s\"p%zu\": {\"use\": \"1.00\"}", COMMA(i), i);
    put(to, "}, " DAY_AND_COST SCHEME "{\"take\": \"p0\"}" END);
}

static void make_sources(text *to, size_t n)
{
    put(to, HEAD "\"sources\": {");
    for (size_t i = 0; i < n; i++)
        put(to, "%s\"s%zu\": {\"title\": \"t\"}", COMMA(i), i);
    put(to, "}, " DAY_AND_COST SCHEME "{\"take\": \"0.00\"}");
    for (size_t i = 0; i < n; i++)
        put(to, ", {\"plus\": \"0.01\", \"source\": \"s%zu\"}", i);
    put(to, END);
}

static void make_steps(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST SCHEME "{\"take\": \"cost\"}");
    for (size_t i = 0; i < n; i++)
        put(to, ", {\"%s\": \"%zu.00\"}", i % 2 ? "at_most" : "raise_to", i);
    put(to, END);
}

static void make_steps_when(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST SCHEME "{\"take\": \"cost\"}");
    for (size_t i = 0; i < n; i++)
        put(to,
            ", {\"plus\": \"0.01\", \"when\": {\"the\": \"n\", \"at_least\": "
            "%zu}}",
            i);
    put(to, END);
}

/* Each cap stands before each deduction. */
static void make_caps(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST SCHEME "{\"take\": \"cost\"}");
    for (size_t i = 0; i < n; i++)
        put(to, ", {\"%s\": \"%zu.00\"}", i % 2 ? "at_most" : "beyond",
            i % 2 ? 1000 + n - i : i);
    put(to, END);
}

static void make_slices(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST SCHEME "{\"take\": \"cost\"}, {\"slices\": [");
    for (size_t i = 0; i < n; i++)
        put(to, "%s{\"from\": \"%zu.00\", \"rate\": \"%zu%%\"}", COMMA(i), i,
            i % 100);
    put(to, "]}" END);
}

static void make_bands(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST SCHEME "{\"take\": \"cost\"}, {\"bands\": [");
    for (size_t i = 0; i < n; i++)
        put(to, "%s{\"from\": \"%zu.00\", \"use\": \"%zu.00\"}", COMMA(i), i,
            i);
    put(to, "]}" END);
}

static void put_day(text *to, size_t i)
{
    put(to, "\"%04zu-%02zu-%02zu\"", 1900 + i / 336 % 299, i / 28 % 12 + 1,
        i % 28 + 1);
}

static void make_dated(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST SCHEME "{\"take\": {");
    for (size_t i = 0; i < n; i++) {
        put(to, "%s", COMMA(i));
        put_day(to, i);
        put(to, ": \"%zu.00\"", i);
    }
    put(to, "}}" END);
}

/* Each step changes on a day of its own, so that versions times steps count. */
static void make_dated_steps(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST SCHEME "{\"take\": \"cost\"}");
    for (size_t i = 0; i < n; i++) {
        put(to, ", {\"plus\": {\"1900-01-01\": \"1.00\", ");
        put_day(to, i + 1);
        put(to, ": \"2.00\"}}");
    }
    put(to, END);
}

static void make_rows(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST ", \"tables\": {\"t\": {\"by\": \"n\", \"rows\":"
                              " {");
    for (size_t i = 0; i < n; i++)
        put(to, "%s\"%zu\": \"%zu.00\"", COMMA(i), n - i, i);
    put(to, "}, \"otherwise\": \"0.00\"}}" SCHEME "{\"take\": \"t\"}" END);
}

/* Each value uses the one before it. */
static void make_chain(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST ", \"values\": {\"v0\": \"cost\"");
    for (size_t i = 1; i < n; i++)
        put(to, ", \"v%zu\": {\"use\": \"v%zu\"}", i, i - 1);
    put(to, "}" SCHEME "{\"take\": \"v%zu\"}" END, n - 1);
}

/* Each value uses the one before it twice. */
static void make_doubling(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST ", \"values\": {\"v0\": \"cost\"");
    for (size_t i = 1; i < n; i++)
        put(to, ", \"v%zu\": {\"smallest\": [\"v%zu\", \"v%zu\"]}", i, i - 1,
            i - 1);
    put(to, "}" SCHEME "{\"take\": \"v%zu\"}" END, n - 1);
}

/* Each value reads the one before it on two days. */
static void make_days(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST
        ", \"values\": {\"v0\": {\"2000-01-01\": \"1.00\"}");
    for (size_t i = 1; i < n; i++)
        put(to,
            ", \"v%zu\": {\"smallest\": [\"v%zu\", {\"on\": {\"later\": "
            "\"day\", \"days\": %zu}, \"use\": \"v%zu\"}]}",
            i, i - 1, i, i - 1);
    put(to, "}" SCHEME "{\"take\": \"v%zu\"}" END, n - 1);
}

static void make_choose(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST SCHEME "{\"take\": {\"choose\": [");
    for (size_t i = 0; i < n; i++)
        put(to,
            "{\"when\": {\"the\": \"n\", \"equals\": %zu}, \"use\": \"%zu.00\""
            "}, ",
            i, i);
    put(to, "{\"use\": \"0.00\"}]}}" END);
}

static void make_conditions(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST SCHEME
        "{\"take\": \"1.00\"}, {\"plus\": \"1.00\", \"when\": {\"any\": [");
    for (size_t i = 0; i < n; i++)
        put(to, "%s{\"the\": \"n\", \"equals\": %zu}", COMMA(i), i);
    put(to, "]}}" END);
}

static void make_benefits(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST ", \"schemes\": {\"s\": {\"title\": {\"zh\": "
                              "\"t\", \"en\": \"t\"}, \"dated_by\": \"day\", "
                              "\"benefits\": [");
    for (size_t i = 0; i < n; i++)
        put(to,
            "%s{\"id\": \"b%zu\", \"title\": {\"zh\": \"t\", \"en\": \"t\"}, "
            "\"steps\": [{\"take\": \"1.00\"}]}",
            COMMA(i), i);
    put(to, "]}}}");
}

static void make_requirements(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST
        ", \"schemes\": {\"s\": {\"title\": {\"zh\": \"t\", \"en\": \"t\"}, "
        "\"dated_by\": \"day\", \"require\": [");
    for (size_t i = 0; i < n; i++)
        put(to,
            "%s{\"id\": \"r%zu\", \"the\": \"n\", \"above\": %zu, "
            "\"otherwise\": {\"zh\": \"t\", \"en\": \"t\"}}",
            COMMA(i), i, i);
    put(to, "], \"benefits\": [{\"id\": \"b\", \"title\": {\"zh\": \"t\", "
            "\"en\": \"t\"}, \"steps\": [{\"take\": \"1.00\"}]}]}}}");
}

static void make_schemes(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST ", \"schemes\": {");
    for (size_t i = 0; i < n; i++)
        put(to,
            "%s\"s%zu\": {\"title\": {\"zh\": \"t\", \"en\": \"t\"}, "
            "\"dated_by\": \"day\", \"benefits\": [{\"id\": \"b\", \"title\": "
            "{\"zh\": \"t\", \"en\": \"t\"}, \"steps\": [{\"take\": \"cost\"}]"
            "}]}",
            COMMA(i), i);
    put(to, "}}");
}

static void make_packages(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST SCHEME "{\"take\": \"1.00\"}]}]}}, "
                                     "\"packages\": {");
    for (size_t i = 0; i < n; i++) {
        put(to,
            "%s\"p%zu\": {\"title\": {\"zh\": \"t\", \"en\": \"t\"}, "
            "\"dated_by\": \"day\", \"contains\": [",
            COMMA(i), i);
        for (size_t k = 0; k < 10; k++)
            put(to, "%s{\"scheme\": \"s\", \"id\": \"m%zu\"}", COMMA(k), k);
        put(to, "]}");
    }
    put(to, "}}");
}

static void make_examples(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST SCHEME "{\"take\": \"1.00\"}]}]}}, "
                                     "\"examples\": [");
    for (size_t i = 0; i < n; i++)
        put(to,
            "%s{\"part\": \"s\", \"facts\": {\"day\": \"2020-01-01\", "
            "\"cost\": \"%zu.00\"}, \"expect\": {\"amount\": \"1.00\"}}",
            COMMA(i), i % 1000);
    put(to, "]}");
}

static void make_cumulative(text *to, size_t n)
{
    put(to, HEAD DAY_AND_COST SCHEME
        "{\"take\": \"cost\"}, {\"cumulative\": {\"so_far\": \"cost\", "
        "\"steps\": [{\"slices\": [");
    for (size_t i = 0; i < n; i++)
        put(to, "%s{\"from\": \"%zu.00\", \"rate\": \"%zu%%\"}", COMMA(i), i,
            i % 100);
    put(to, "]}]}}" END);
}

const shape shapes[] = {
    {"white space", make_spaces, 2000000, 60000000, REFUSED, REFUSED},
    {"text past the limit", make_spaces, 70000000, 100000000, REFUSED,
     REFUSED},
    {"one long string", make_one_string, 2000000, 60000000, REFUSED, REFUSED},
    {"one long number", make_one_integer, 2000000, 60000000, REFUSED, REFUSED},
    {"money of many digits", make_money, 100000, 60000000, REFUSED, REFUSED},
    {"nested brackets", make_brackets, 100000, 60000000, REFUSED, REFUSED},
    {"numbers in an array", make_values, 100000, 4200000, REFUSED, REFUSED},
    {"one key again and again", make_same_keys, 50000, 3000000, REFUSED,
     REFUSED},
    {"unknown keys", make_unknown_keys, 50000, 2000000, REFUSED, REFUSED},
    {"facts", make_facts, 20000, 300000, READ, READ},
    {"facts in a chain", make_chain_of_facts, 100, 100000, READ, REFUSED},
    {"choices, all in one list", make_choices, 5000, 200000, READ, READ},
    {"parameters", make_parameters, 20000, 600000, READ, READ},
    {"sources", make_sources, 5000, 200000, READ, FULL},
    {"steps", make_steps, 5000, 300000, READ, FULL},
    {"caps before deductions", make_caps, 1000, 100000, READ, FULL},
    {"steps with conditions", make_steps_when, 3000, 100000, READ, FULL},
    {"slices", make_slices, 5000, 200000, READ, READ},
    {"bands", make_bands, 5000, 200000, READ, READ},
    {"dates of one amount", make_dated, 2000, 90000, READ, READ},
    {"steps, each with a date of its own", make_dated_steps, 200, 20000, READ,
     REFUSED},
    {"rows of a table", make_rows, 5000, 300000, READ, READ},
    {"values in a chain", make_chain, 100, 300000, READ, REFUSED},
    {"values that double", make_doubling, 12, 60, READ, FULL},
    {"values read on two days", make_days, 10, 60, READ, REFUSED},
    {"choices of an operand", make_choose, 400, 100000, READ, REFUSED},
    {"conditions in a group", make_conditions, 400, 200000, READ, REFUSED},
    {"benefits", make_benefits, 1000, 100000, READ, FULL},
    {"requirements", make_requirements, 2000, 100000, READ, FULL},
    {"schemes", make_schemes, 1000, 50000, READ, READ},
    {"packages", make_packages, 200, 20000, READ, FULL},
    {"examples", make_examples, 1000, 100000, READ, READ},
    {"slices within cumulative", make_cumulative, 2000, 100000, READ, FULL},
};

const size_t shape_count = sizeof shapes / sizeof *shapes;
