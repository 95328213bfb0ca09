/* SPDX-License-Identifier: MIT */
/* oracle.c - decide cases line by line, for a model to compare with. */

/*
 * usage: oracle [-f rulebook.json] [name=literal ...]
 *
 * Reads one case as JSON from each line of the standard input,
 * {"part": ..., "facts": {...}}, and answers each with one line:
 *
 *   outcome amount least most missing,facts last=2016-03-01,days=...
 *
 * Amounts are minor units; "-" stands for no amount, no missing facts and no
 * last days.
 * A case that cannot be decided is answered with "error code fact". Answers
 * are written out at the end of the input and at each empty line, so that a
 * caller can send a block of cases, an empty line, and read the block's
 * answers without either side waiting for the other.
 */
#include <mutualaid/mutualaid.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OVERRIDES_MOST = 64, OUTPUT_BYTES = 1 << 22 };

/* What a line is decided with. */
typedef struct oracle {
    mutaid_rulebook *rulebook;
    mutaid_case *facts;
    mutaid_decision *decision;
} oracle;

/* A growing text. */
typedef struct text {
    char *bytes;
    size_t length;
    size_t capacity;
} text;

static char output[OUTPUT_BYTES];

static const char *outcome_name(mutaid_outcome outcome)
{
    switch (outcome) {
    case MUTAID_OUTCOME_ELIGIBLE:
        return "eligible";
    case MUTAID_OUTCOME_REFUSED:
        return "refused";
    case MUTAID_OUTCOME_UNDETERMINED:
        return "undetermined";
    case MUTAID_OUTCOME_NOT_APPLYING:
        return "not_applying";
    }
    return "unknown";
}

static void print_error(const mutaid_error *error)
{
    printf("error %s %s\n", mutaid_code_name(error->code),
           error->fact[0] != '\0' ? error->fact : "-");
}

static mutaid_status print_amount(const mutaid_decision *decision,
                                  mutaid_error *error)
{
    mutaid_money amount = 0;
    mutaid_status status = mutaid_decision_amount(decision, &amount, error);

    if (status == MUTAID_OK)
        printf(" %" PRId64, amount);
    else if (status == MUTAID_ERROR_UNDETERMINED)
        fputs(" -", stdout);
    else
        return status;
    mutaid_error_clear(error);
    return MUTAID_OK;
}

static mutaid_status print_missing(const oracle *o, size_t count,
                                   mutaid_error *error)
{
    mutaid_fact_info info = MUTAID_FACT_INFO_INIT;
    mutaid_status status = MUTAID_OK;

    for (size_t i = 0; i < count && status == MUTAID_OK; i++) {
        size_t fact = 0;

        status = mutaid_decision_missing(o->decision, i, &fact, error);
        if (status == MUTAID_OK)
            status = mutaid_rulebook_fact(o->rulebook, fact, &info, error);
        if (status == MUTAID_OK)
            printf("%c%s", i == 0 ? ' ' : ',', info.name);
    }
    if (count == 0)
        fputs(" -", stdout);
    return status;
}

static void print_date(mutaid_date date)
{
    int year = 0;
    int month = 0;
    int day = 0;

    (void)mutaid_date_to_civil(date, &year, &month, &day);
    printf("%04d-%02d-%02d", year, month, day);
}

/* Those deadlines that have a last day, and the end of the line. */
static mutaid_status print_deadlines(const oracle *o, size_t count,
                                     mutaid_error *error)
{
    mutaid_deadline deadline = MUTAID_DEADLINE_INIT;
    mutaid_status status = MUTAID_OK;
    char before = ' ';

    for (size_t i = 0; i < count && status == MUTAID_OK; i++) {
        status = mutaid_decision_deadline(o->decision, i, &deadline, error);
        if (status != MUTAID_OK || deadline.state != MUTAID_STATE_GIVEN)
            continue;
        printf("%c%s=", before, deadline.id);
        print_date(deadline.last_day);
        before = ',';
    }
    puts(before == ' ' ? " -" : "");
    return status;
}

static mutaid_status print_decision(const oracle *o, mutaid_error *error)
{
    mutaid_decision_info info = MUTAID_DECISION_INFO_INIT;
    mutaid_status status =
        mutaid_decision_describe(o->decision, &info, error);

    if (status != MUTAID_OK)
        return status;
    fputs(outcome_name(info.outcome), stdout);
    status = print_amount(o->decision, error);
    if (status != MUTAID_OK)
        return status;
    printf(" %" PRId64 " %" PRId64, info.least, info.most);
    status = print_missing(o, info.missing_count, error);
    if (status != MUTAID_OK)
        return status;
    return print_deadlines(o, info.deadline_count, error);
}

static void answer(const oracle *o, const text *line)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    uint32_t part = MUTAID_NONE;
    mutaid_status status = mutaid_case_read_json(
        o->facts, line->bytes, line->length, &part, &error);

    if (status == MUTAID_OK)
        status = mutaid_decide_at(o->facts, part, o->decision, &error);
    if (status == MUTAID_OK)
        status = print_decision(o, &error);
    if (status != MUTAID_OK)
        print_error(&error);
}

/* Make room for one more byte; a test program may give up. */
static void append(text *t, char byte)
{
    if (t->length == t->capacity) {
        t->capacity = t->capacity == 0 ? 4096 : 2 * t->capacity;
        t->bytes = realloc(t->bytes, t->capacity);
        if (t->bytes == NULL) {
            fputs("oracle: out of memory\n", stderr);
            exit(1);
        }
    }
    t->bytes[t->length++] = byte;
}

/* Read up to the end of a line, without it; 0 at the end of the input. */
static int read_line(FILE *file, text *line)
{
    int byte = getc(file);

    line->length = 0;
    if (byte == EOF)
        return 0;
    for (; byte != EOF && byte != '\n'; byte = getc(file))
        append(line, (char)byte);
    return 1;
}

static int answer_lines(const oracle *o)
{
    text line = { NULL, 0, 0 };

    while (read_line(stdin, &line)) {
        if (line.length == 0)
            fflush(stdout);
        else
            answer(o, &line);
    }
    free(line.bytes);
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int read_file(const char *path, text *t)
{
    FILE *file = fopen(path, "rb");

    if (file == NULL)
        return 0;
    for (int byte = getc(file); byte != EOF; byte = getc(file))
        append(t, (char)byte);
    return fclose(file) == 0;
}

/* Take `name=literal` arguments; the equals sign becomes the end of name. */
static int read_overrides(int count, char **arguments,
                          mutaid_override *overrides)
{
    for (int i = 0; i < count; i++) {
        char *equals = strchr(arguments[i], '=');

        if (i == OVERRIDES_MOST || equals == NULL)
            return 0;
        *equals = '\0';
        overrides[i].name = arguments[i];
        overrides[i].literal = equals + 1;
    }
    return 1;
}

/* Read the rulebook: the file, or the built-in one. */
static mutaid_status read_rulebook(const char *path,
                                   const mutaid_override *overrides,
                                   size_t override_count, oracle *o,
                                   mutaid_error *error)
{
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_status status;
    text file = { NULL, 0, 0 };
    size_t length = 0;
    const char *bytes = mutaid_rulebook_beijing_text(&length);

    if (path != NULL) {
        if (!read_file(path, &file)) {
            fprintf(stderr, "oracle: cannot read %s\n", path);
            free(file.bytes);
            return MUTAID_ERROR_ARGUMENT;
        }
        bytes = file.bytes;
        length = file.length;
    }
    options.overrides = overrides;
    options.override_count = override_count;
    options.skip_examples = 1;
    status = mutaid_rulebook_read(bytes, length, &options, &o->rulebook,
                                  NULL, error);
    free(file.bytes);
    return status;
}

static void release(oracle *o)
{
    mutaid_decision_free(o->decision);
    mutaid_case_free(o->facts);
    mutaid_rulebook_unref(o->rulebook);
}

int main(int argc, char **argv)
{
    mutaid_override overrides[OVERRIDES_MOST];
    mutaid_error error = MUTAID_ERROR_INIT;
    oracle o = { NULL, NULL, NULL };
    const char *path = NULL;
    int first = 1;
    int exit_status = EXIT_FAILURE;
    mutaid_status status;

    if (argc > 2 && strcmp(argv[1], "-f") == 0) {
        path = argv[2];
        first = 3;
    }
    if (!read_overrides(argc - first, argv + first, overrides)) {
        fputs("usage: oracle [-f rulebook.json] [name=literal ...]\n", stderr);
        return EXIT_FAILURE;
    }
    setvbuf(stdout, output, _IOFBF, sizeof output);
    status = read_rulebook(path, overrides, (size_t)(argc - first), &o,
                           &error);
    if (status == MUTAID_OK)
        status = mutaid_case_new(o.rulebook, &o.facts, &error);
    if (status == MUTAID_OK)
        status = mutaid_decision_new(o.rulebook, &o.decision, &error);
    if (status == MUTAID_OK)
        exit_status = answer_lines(&o);
    else
        fprintf(stderr, "oracle: %s\n", error.text);
    release(&o);
    return exit_status;
}
