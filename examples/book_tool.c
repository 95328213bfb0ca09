/* SPDX-License-Identifier: MIT */
/* book_tool.c - the command line of examples/rulebook, and its texts. */
#include "book_tool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char tool_help[] =
    "usage: rulebook COMMAND [option]... FILE...\n"
    "Try rules before they decide about anybody. FILE is a rulebook, or - for\n"
    "the built-in one.\n"
    "\n"
    "  check FILE...      read it: faults, warnings, examples\n"
    "  bounds FILE        the least and the most that each part and item pays\n"
    "  cases FILE         cases on both sides of every edge, decided\n"
    "  cover FILE         the clauses that no example reaches\n"
    "  diff FILE [FILE]   what differs, and who gains and loses\n"
    "  turn FILE          what would turn the refusals of --cases\n"
    "\n"
    "  --part NAME        this part alone (bounds, cases)\n"
    "  --set NAME=LITERAL put a literal in place of a parameter; diff compares\n"
    "                     one FILE with itself so changed\n"
    "  --cases FILE       cases, a line of JSON each (diff, turn)\n"
    "  --zh, --en         the language of what is shown; else English\n"
    "  --json, --csv      for programs; cases as adjudicate reads them\n"
    "  --strict           check: a warning is a fault\n"
    "  --all              cover: clauses that were reached as well; diff:\n"
    "                     labels, notes and sources as well\n"
    "  --colour, --plain  as on a terminal, or as into a file\n"
    "\n"
    "Exit status: 0 nothing to say; 1 faults (check), bounds that are not\n"
    "exact, cases that are not all, clauses that no example reaches, or\n"
    "differences; 2 nothing could be done.\n";

static int refuse(const char *given, const char *problem)
{
    fprintf(stderr, "rulebook: %s: %s; see rulebook --help\n", given, problem);
    return 0;
}

/* --- the command line --------------------------------------------------------- */

/* The name ends where the = stands, so the argument itself is cut there. */
static int add_override(tool *t, char *argument)
{
    char *equals = strchr(argument, '=');
    mutaid_override *grown;

    if (!equals || equals == argument)
        return refuse(argument, "write it as --set NAME=LITERAL");
    grown = realloc(t->overrides, (t->override_count + 1) * sizeof *grown);
    if (!grown)
        return refuse(argument, "there is no memory left");
    *equals = '\0';
    t->overrides = grown;
    t->overrides[t->override_count++] = (mutaid_override){argument, equals + 1};
    return 1;
}

static int read_switch(tool *t, const char *given)
{
    if (strcmp(given, "--zh") == 0)
        t->language = MUTAID_LANGUAGE_ZH;
    else if (strcmp(given, "--en") == 0)
        t->language = MUTAID_LANGUAGE_EN;
    else if (strcmp(given, "--json") == 0)
        t->form = TOOL_JSON;
    else if (strcmp(given, "--csv") == 0)
        t->form = TOOL_CSV;
    else if (strcmp(given, "--strict") == 0)
        t->is_strict = 1;
    else if (strcmp(given, "--all") == 0)
        t->is_all = 1;
    else if (strcmp(given, "--colour") == 0)
        t->is_colourful = 1;
    else if (strcmp(given, "--plain") == 0)
        t->is_colourful = 0;
    else
        return 0;
    return 1;
}

static int read_option(tool *t, int argc, char **argv, int *at)
{
    char *given = argv[*at];

    if (read_switch(t, given))
        return 1;
    if (strcmp(given, "--part") != 0 && strcmp(given, "--set") != 0 &&
        strcmp(given, "--cases") != 0)
        return refuse(given, "there is no such option");
    if (++*at == argc)
        return refuse(given, "a value must follow");
    if (strcmp(given, "--set") == 0)
        return add_override(t, argv[*at]);
    if (strcmp(given, "--part") == 0)
        t->part = argv[*at];
    else
        t->cases_path = argv[*at];
    return 1;
}

int tool_read(tool *t, int argc, char **argv)
{
    int at;

    t->language = MUTAID_LANGUAGE_EN;
    if (argc < 2)
        return refuse("no command", "name one");
    t->command = argv[1];
    for (at = 2; at < argc; at++) {
        if (argv[at][0] == '-' && argv[at][1] == '-') {
            if (!read_option(t, argc, argv, &at))
                return 0;
        } else if (t->path_count == 2) {
            return refuse(argv[at], "give no more than two files");
        } else {
            t->paths[t->path_count++] = argv[at];
        }
    }
    return t->path_count > 0 || refuse(t->command, "name a file, or -");
}

void tool_close(tool *t)
{
    free(t->overrides);
    t->overrides = NULL;
}

int tool_fail(const mutaid_error *error)
{
    fprintf(stderr, "rulebook: %s%s%s; %s\n", error->fact,
            error->fact[0] ? ": " : "", error->text, error->remedy);
    return TOOL_FAILED;
}

/* --- texts ----------------------------------------------------------------------- */

enum { TEXTS = 8, TEXT_SIZE = 400 };

static char *next_buffer(void)
{
    static char buffers[TEXTS][TEXT_SIZE];
    static unsigned next;
    char *buffer = buffers[next++ % TEXTS];

    buffer[0] = '\0';
    return buffer;
}

const char *tool_word(const tool *t, const char *zh, const char *en)
{
    return t->language == MUTAID_LANGUAGE_ZH ? zh : en;
}

const char *tool_text(const tool *t, mutaid_text text)
{
    return tool_word(t, text.zh, text.en);
}

const char *tool_money(const mutaid_rulebook *rulebook, mutaid_money amount)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    char *buffer = next_buffer();

    if (mutaid_rulebook_describe(rulebook, &info, NULL) == MUTAID_OK)
        (void)mutaid_money_text(amount, info.decimals, buffer, TEXT_SIZE, NULL,
                                NULL);
    return buffer;
}

const char *tool_day(mutaid_date day)
{
    char *buffer = next_buffer();
    int year = 0, month = 0, number = 0;

    if (mutaid_date_to_civil(day, &year, &month, &number))
        snprintf(buffer, TEXT_SIZE, "%04d-%02d-%02d", year, month, number);
    return buffer;
}

const char *tool_outcome(const tool *t, mutaid_outcome outcome)
{
    static const char *const zh[] = {"符合条件", "不予支付", "尚不能确定",
                                     "不适用"};

    return tool_word(t, zh[outcome], mutaid_outcome_name(outcome));
}

static int64_t power_of_ten(uint32_t exponent)
{
    int64_t power = 1;

    while (exponent-- > 0)
        power *= 10;
    return power;
}

/* The integer of a fact as a value in base units. */
static mutaid_value value_of(const mutaid_fact_info *info, size_t fact,
                             int64_t integer)
{
    mutaid_value value = {0};

    value.type = (int32_t)info->type;
    value.fact = (uint32_t)fact;
    value.numerator_high = integer < 0 ? -1 : 0;
    value.numerator_low = (uint64_t)integer;
    value.denominator = 1;
    if (info->type == MUTAID_TYPE_MEASURE)
        value.denominator = power_of_ten(info->decimals);
    else if (info->type == MUTAID_TYPE_RATE)
        value.denominator = 100 * power_of_ten(info->decimals);
    return value;
}

const char *tool_value(const tool *t, const mutaid_rulebook *rulebook,
                       size_t fact, int32_t state, int64_t integer)
{
    mutaid_fact_info info = MUTAID_FACT_INFO_INIT;
    char *buffer = next_buffer();
    mutaid_value value;
    size_t length;

    if (mutaid_rulebook_fact(rulebook, fact, &info, NULL) != MUTAID_OK)
        return buffer;
    if (state == MUTAID_STATE_ABSENT)
        return tool_word(t, "无", "none");
    if (state == MUTAID_STATE_OPEN)
        return tool_word(t, "未提供", "not given");
    value = value_of(&info, fact, integer);
    if (mutaid_value_text(rulebook, &value, t->language, buffer, TEXT_SIZE,
                          &length, NULL) != MUTAID_OK)
        buffer[0] = '\0';
    return buffer;
}

const char *tool_cell(const mutaid_rulebook *rulebook, size_t fact,
                      int32_t state, int64_t integer)
{
    static const tool plain = {.language = MUTAID_LANGUAGE_EN};
    mutaid_fact_info info = MUTAID_FACT_INFO_INIT;
    mutaid_choice_info choice = MUTAID_CHOICE_INFO_INIT;

    if (state == MUTAID_STATE_OPEN)
        return "";
    if (state == MUTAID_STATE_ABSENT)
        return "-";
    if (mutaid_rulebook_fact(rulebook, fact, &info, NULL) != MUTAID_OK)
        return "";
    if (info.type == MUTAID_TYPE_FLAG)
        return integer ? "true" : "false";
    if (info.type == MUTAID_TYPE_CHOICE &&
        mutaid_rulebook_choice(rulebook, fact, (size_t)integer, &choice,
                               NULL) == MUTAID_OK)
        return choice.code;
    return tool_value(&plain, rulebook, fact, state, integer);
}

const char *tool_clause(const mutaid_rulebook *rulebook, uint32_t clause)
{
    mutaid_clause_info info = MUTAID_CLAUSE_INFO_INIT;
    char *buffer = next_buffer();

    if (clause != MUTAID_NONE &&
        mutaid_rulebook_clause(rulebook, clause, &info, NULL) == MUTAID_OK)
        snprintf(buffer, TEXT_SIZE, "%lu:%lu %s", (unsigned long)info.line,
                 (unsigned long)info.column, info.path);
    return buffer;
}

void tool_json(const char *text)
{
    putchar('"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            printf("\\%c", *text);
        else if ((unsigned char)*text < 0x20)
            printf("\\u%04x", (unsigned)*text);
        else
            putchar(*text);
    }
    putchar('"');
}

/* --- parts and cases ---------------------------------------------------------------- */

int tool_has_part(const tool *t, const mutaid_rulebook *rulebook)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    size_t part;

    if (!t->part || mutaid_rulebook_part_index(rulebook, t->part, &part,
                                               &error) == MUTAID_OK)
        return 1;
    (void)tool_fail(&error);
    return 0;
}

int tool_next_part(const tool *t, const mutaid_rulebook *rulebook, size_t *at,
                   size_t *part_out, mutaid_part_info *info_out)
{
    while (mutaid_rulebook_part(rulebook, *at, info_out, NULL) == MUTAID_OK) {
        *part_out = (*at)++;
        if (!t->part || strcmp(t->part, info_out->name) == 0)
            return 1;
    }
    return 0;
}

static int use_line(const char *path, unsigned long number, const char *line,
                    mutaid_case *c,
                    int (*use)(void *context, mutaid_case *c, uint32_t part),
                    void *context)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    uint32_t part = MUTAID_NONE;

    if (mutaid_case_read_json(c, line, strlen(line), &part, &error) ==
            MUTAID_OK &&
        part != MUTAID_NONE)
        return use(context, c, part);
    fprintf(stderr, "%s:%lu: %s; %s\n", path, number,
            error.code ? error.text : "the case names no part",
            error.code ? error.remedy : "write {\"part\": ..., ...}");
    return TOOL_FAILED;
}

int tool_each_case(const tool *t, mutaid_rulebook *rulebook,
                   int (*use)(void *context, mutaid_case *c, uint32_t part),
                   void *context)
{
    static char line[1 << 16];
    FILE *file = strcmp(t->cases_path, "-") == 0 ? stdin
                                                 : fopen(t->cases_path, "r");
    mutaid_error error = MUTAID_ERROR_INIT;
    unsigned long number = 0;
    mutaid_case *c = NULL;
    int status = TOOL_FINE;

    if (!file) {
        fprintf(stderr, "rulebook: %s cannot be read\n", t->cases_path);
        return TOOL_FAILED;
    }
    if (mutaid_case_new(rulebook, &c, &error) != MUTAID_OK)
        status = tool_fail(&error);
    while (status != TOOL_FAILED && fgets(line, sizeof line, file)) {
        number++;
        if (line[strspn(line, " \t\r\n")] != '\0' &&
            use_line(t->cases_path, number, line, c, use, context) ==
                TOOL_FAILED)
            status = TOOL_FAILED;
    }
    mutaid_case_free(c);
    if (file != stdin)
        fclose(file);
    return status;
}
