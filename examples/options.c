/* SPDX-License-Identifier: MIT */
/* options.c - what adjudicate is asked to do. */
#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char options_help[] =
    "usage: adjudicate [option]... [FILE]\n"
    "Decide every row of a CSV file of cases; without FILE, or with -, of\n"
    "standard input.\n"
    "\n"
    "  --rulebook FILE    decide by this rulebook; else by Beijing's\n"
    "  --set NAME=LITERAL put a literal in place of a parameter of the\n"
    "                     rulebook; may be given several times\n"
    "  --part NAME        decide this part where a row names none\n"
    "  --explain zh|en    write each decision as a text\n"
    "  --json             write each decision as a line of JSON\n"
    "  --parts            list the parts of the rulebook\n"
    "  --columns PART     list the columns that a part reads\n"
    "  --help             show this\n"
    "\n"
    "The first row names the columns: facts of the rulebook, \"part\", "
    "\"id\",\n"
    "\"member\" (to count people); \"note\" and names that begin with _ are\n"
    "passed by. An empty cell is not given, - says that there is none.\n"
    "Labels in Chinese or English do as well as names, for columns and cells.\n"
    "Exit status: 0; 1 if a row could not be decided; 2 if nothing could.\n";

/* What stands behind an option: "--name=value" or "--name value"; "" if there
 * is nothing. */
static char *value_of(const char *name, int argc, char **argv, int *at)
{
    char *given = argv[*at];
    size_t length = strlen(name);
    if (strncmp(given, name, length) != 0)
        return NULL;
    if (given[length] == '=')
        return given + length + 1;
    if (given[length] != '\0')
        return NULL;
    if (*at + 1 == argc)
        return given + length;
    *at += 1;
    return argv[*at];
}

static int refuse(const char *given, const char *problem)
{
    fprintf(stderr, "adjudicate: %s: %s; see adjudicate --help\n", given,
            problem);
    return 0;
}

/* The name ends where the = stands, so the argument itself is cut there. */
static int add_override(options *o, const char *given, char *argument)
{
    char *equals = strchr(argument, '=');
    if (equals == NULL || equals == argument)
        return refuse(given, "write it as --set name=literal");
    mutaid_override *grown =
        realloc(o->overrides, (o->override_count + 1) * sizeof *o->overrides);
    if (grown == NULL)
        return refuse(given, "there is no memory left");
    *equals = '\0';
    o->overrides = grown;
    o->overrides[o->override_count++] = (mutaid_override){argument, equals + 1};
    return 1;
}

static int set_form(options *o, const char *given, answer_form form)
{
    if (o->form != ANSWER_CSV && o->form != form)
        return refuse(given, "choose one of --explain and --json");
    o->form = form;
    return 1;
}

static int set_language(options *o, const char *given, const char *name)
{
    if (strcmp(name, "zh") == 0)
        o->language = MUTAID_LANGUAGE_ZH;
    else if (strcmp(name, "en") == 0)
        o->language = MUTAID_LANGUAGE_EN;
    else
        return refuse(given, "say zh or en");
    return set_form(o, given, ANSWER_TEXT);
}

static int set_text(const char **text, const char *given, const char *value)
{
    if (*value == '\0')
        return refuse(given, "a name must follow");
    *text = value;
    return 1;
}

/* Options without a value; -1 if it is none of them. */
static int read_switch(options *o, const char *given)
{
    if (strcmp(given, "--json") == 0)
        return set_form(o, given, ANSWER_JSON);
    if (strcmp(given, "--parts") == 0)
        return o->is_list = 1;
    if (strcmp(given, "--help") == 0 || strcmp(given, "-h") == 0)
        return o->is_help = 1;
    return -1;
}

static int read_option(options *o, int argc, char **argv, int *at)
{
    const char *given = argv[*at];
    char *value;
    int is_read = read_switch(o, given);
    if (is_read >= 0)
        return is_read;
    if ((value = value_of("--rulebook", argc, argv, at)) != NULL)
        return set_text(&o->rulebook_path, given, value);
    if ((value = value_of("--part", argc, argv, at)) != NULL)
        return set_text(&o->part, given, value);
    if ((value = value_of("--columns", argc, argv, at)) != NULL)
        return set_text(&o->list_part, given, value);
    if ((value = value_of("--explain", argc, argv, at)) != NULL)
        return set_language(o, given, value);
    if ((value = value_of("--set", argc, argv, at)) != NULL)
        return add_override(o, given, value);
    return refuse(given, "there is no such option");
}

int options_read(options *o, int argc, char **argv)
{
    *o = (options){0};
    o->language = MUTAID_LANGUAGE_EN;
    for (int at = 1; at < argc; at++) {
        if (argv[at][0] == '-' && argv[at][1] != '\0') {
            if (!read_option(o, argc, argv, &at))
                return 0;
            continue;
        }
        if (o->path != NULL)
            return refuse(argv[at], "give one file at a time");
        o->path = argv[at];
    }
    if (o->path == NULL)
        o->path = "-";
    return 1;
}

void options_free(options *o)
{
    free(o->overrides);
    o->overrides = NULL;
}
