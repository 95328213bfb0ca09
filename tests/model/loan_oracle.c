/* SPDX-License-Identifier: MIT */
/* loan_oracle.c - compute loans line by line, for a model to compare with. */

/*
 * usage: loan_oracle rulebook.json
 *
 * Reads one loan from each line of the standard input, its name and its
 * request as JSON:
 *
 *   quarterly {"principal": "100000.00", ...}
 *
 * and answers each with one line of numbers: the sums, then each row after a
 * bar. Amounts are minor units, days are days since 1970-01-01, "-" is no day.
 * What cannot be computed is answered with "error code". Answers are written
 * out at the end of the input and at each empty line.
 */
#include <mutualaid/mutualaid.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OUTPUT_BYTES = 1 << 22, LOANS_MOST = 4096 };

/* A loan of the rulebook with the schedule that its lines reuse. */
typedef struct product {
    const char *name;
    mutaid_schedule *schedule;
} product;

/* What lines are answered with. */
typedef struct oracle {
    mutaid_rulebook *rulebook;
    size_t count;
    product products[LOANS_MOST];
} oracle;

/* A growing text. */
typedef struct text {
    char *bytes;
    size_t length;
    size_t capacity;
} text;

static char output[OUTPUT_BYTES];

static void print_day(mutaid_date day)
{
    if (day == MUTAID_DATE_INVALID)
        fputs(" -", stdout);
    else
        printf(" %" PRId32, day);
}

static void print_money(const mutaid_money *amounts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        printf(" %" PRId64, amounts[i]);
}

static void print_sums(const mutaid_schedule_info *info)
{
    const mutaid_money sums[] = {
        info->principal, info->instalment, info->interest,
        info->borrower_interest, info->subsidised_interest,
        info->subsidy_payable, info->principal_paid, info->interest_paid,
        info->penalty, info->penalty_paid, info->compound,
        info->compound_paid, info->unused, info->overdue_principal,
        info->overdue_interest,
    };

    fputs("ok", stdout);
    print_money(sums, sizeof sums / sizeof sums[0]);
    print_day(info->last_day);
}

static void print_row(const mutaid_loan_row *row)
{
    const mutaid_money amounts[] = {
        row->opening, row->prepaid, row->interest, row->principal,
        row->balance, row->borrower_interest, row->subsidised_interest,
        row->interest_paid, row->principal_paid, row->penalty, row->compound,
    };

    fputs(" |", stdout);
    print_day(row->from);
    print_day(row->until);
    print_day(row->due);
    printf(" %" PRIu64 "/%" PRId64, row->rate.numerator_low,
           row->rate.denominator);
    print_money(amounts, sizeof amounts / sizeof amounts[0]);
    print_day(row->interest_paid_on);
    print_day(row->paid_on);
    printf(" %u", row->is_extension);
}

static mutaid_status print_schedule(const mutaid_schedule *schedule,
                                    mutaid_error *error)
{
    mutaid_schedule_info info = MUTAID_SCHEDULE_INFO_INIT;
    mutaid_loan_row row = MUTAID_LOAN_ROW_INIT;
    mutaid_status status = mutaid_schedule_describe(schedule, &info, error);

    if (status != MUTAID_OK)
        return status;
    print_sums(&info);
    for (size_t i = 0; i < info.row_count && status == MUTAID_OK; i++) {
        status = mutaid_schedule_row(schedule, i, &row, error);
        if (status == MUTAID_OK)
            print_row(&row);
    }
    putchar('\n');
    return status;
}

static mutaid_schedule *schedule_of(const oracle *o, const char *name)
{
    for (size_t i = 0; i < o->count; i++)
        if (strcmp(o->products[i].name, name) == 0)
            return o->products[i].schedule;
    return NULL;
}

static void answer(const oracle *o, char *line)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_schedule *schedule;
    mutaid_status status;
    char *request = strchr(line, ' ');

    if (request == NULL) {
        puts("error no request");
        return;
    }
    *request++ = '\0';
    schedule = schedule_of(o, line);
    status = mutaid_schedule_read_json(schedule, NULL, request,
                                       strlen(request), &error);
    if (status == MUTAID_OK)
        status = print_schedule(schedule, &error);
    if (status != MUTAID_OK)
        printf("error %s\n", mutaid_code_name(error.code));
}

/* Make room for one more byte; a test program may give up. */
static void append(text *t, char byte)
{
    if (t->length == t->capacity) {
        t->capacity = t->capacity == 0 ? 4096 : 2 * t->capacity;
        t->bytes = realloc(t->bytes, t->capacity);
        if (t->bytes == NULL) {
            fputs("loan_oracle: out of memory\n", stderr);
            exit(1);
        }
    }
    t->bytes[t->length++] = byte;
}

/* Read up to an end of line, without it; 0 at the end of the input. */
static int read_line(FILE *file, text *line)
{
    int byte = getc(file);

    line->length = 0;
    if (byte == EOF)
        return 0;
    for (; byte != EOF && byte != '\n'; byte = getc(file))
        append(line, (char)byte);
    append(line, '\0');
    return 1;
}

static int answer_lines(const oracle *o)
{
    text line = { NULL, 0, 0 };

    while (read_line(stdin, &line)) {
        if (line.length == 1)
            fflush(stdout);
        else
            answer(o, line.bytes);
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

static mutaid_status open_loan(oracle *o, size_t loan, mutaid_error *error)
{
    mutaid_loan_info info = MUTAID_LOAN_INFO_INIT;
    mutaid_status status =
        mutaid_rulebook_loan(o->rulebook, loan, &info, error);

    if (status != MUTAID_OK)
        return status;
    o->products[loan].name = info.name;
    return mutaid_schedule_new(o->rulebook, info.name,
                               &o->products[loan].schedule, error);
}

/* Read the rulebook, and make a schedule for each of its loans. */
static mutaid_status open_all(oracle *o, const text *file, mutaid_error *error)
{
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_status status =
        mutaid_rulebook_read(file->bytes, file->length, &options,
                             &o->rulebook, NULL, error);
    size_t count;

    if (status != MUTAID_OK)
        return status;
    count = mutaid_rulebook_loan_count(o->rulebook);
    while (o->count < count && o->count < LOANS_MOST && status == MUTAID_OK) {
        status = open_loan(o, o->count, error);
        o->count++;
    }
    return status;
}

static void release(oracle *o)
{
    for (size_t i = 0; i < o->count; i++)
        mutaid_schedule_free(o->products[i].schedule);
    mutaid_rulebook_unref(o->rulebook);
}

int main(int argc, char **argv)
{
    static oracle o;
    mutaid_error error = MUTAID_ERROR_INIT;
    text file = { NULL, 0, 0 };
    int exit_status = EXIT_FAILURE;

    if (argc != 2 || !read_file(argv[1], &file)) {
        fputs("usage: loan_oracle rulebook.json\n", stderr);
        return EXIT_FAILURE;
    }
    setvbuf(stdout, output, _IOFBF, sizeof output);
    if (open_all(&o, &file, &error) == MUTAID_OK)
        exit_status = answer_lines(&o);
    else
        fprintf(stderr, "loan_oracle: %u:%u: %s\n", error.line, error.column,
                error.text);
    release(&o);
    free(file.bytes);
    return exit_status;
}
