/* SPDX-License-Identifier: MIT */
/* loan.c - loans from the request to the refund: two stories, or one's own. */

/*
 * usage: loan zh|en [REQUEST.json]
 *
 * Without a file: what two borrowers of whom the unions told may have been
 * lent, what they owed when, and what of it was refunded. With a file: the
 * schedule of the start-up loan that it asks for.
 */
#include "file.h"
#include "stories.h"
#include "table.h"

#include <mutualaid/mutualaid.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_BYTES = 1 << 17, QUARTERS_MOST = TABLE_ROWS_MOST - 1 };

/* What the program works with. */
typedef struct desk {
    mutaid_rulebook *rulebook;
    mutaid_case *facts;
    mutaid_decision *decision;
    mutaid_schedule *schedule;
    mutaid_language language;
} desk;

static char text[TEXT_BYTES];

static const char *said(const desk *d, const char *zh, const char *en)
{
    return d->language == MUTAID_LANGUAGE_ZH ? zh : en;
}

static int complain(const char *what, const char *remedy)
{
    fprintf(stderr, "loan: %s; %s\n", what, remedy);
    return 2;
}

/* --- the limit ------------------------------------------------------------ */

static mutaid_status tell_limit(const desk *d, const loan_story *story,
                                mutaid_error *error)
{
    size_t length = 0;

    for (size_t i = 0; i < STORY_FACTS_MOST && story->facts[i].name; i++)
        if (mutaid_case_set_text(d->facts, story->facts[i].name,
                                 story->facts[i].value, error))
            return error->status;
    if (mutaid_decide(d->facts, "startup_loan.limit", d->decision, error) ||
        mutaid_decision_explain(d->decision, d->language, text, sizeof text,
                                &length, error))
        return error->status;
    printf("%s\n", text);
    return MUTAID_OK;
}

/* --- the schedule, and what is refunded each quarter ---------------------- */

/* The first day of the quarter in which a day lies, or of the next. */
static mutaid_date quarter_of(mutaid_date day, int next)
{
    int year = 0, month = 0, unused = 0;

    (void)mutaid_date_to_civil(day, &year, &month, &unused);
    month = (month - 1) / 3 + next;
    return mutaid_date_from_civil(year + month / 4, month % 4 * 3 + 1, 1);
}

static void put_money(mutaid_money amount, char *cell)
{
    (void)!mutaid_money_text(amount, 2, cell, TABLE_CELL_BYTES, NULL, NULL);
}

static void put_headings(const desk *d, table *t)
{
    static const mutaid_text headings[] = {
        { "季度", "quarter" },          { "应付利息", "interest due" },
        { "已付利息", "interest paid" }, { "贴息", "refunded" },
        { "贷款余额", "outstanding" },  { "逾期", "overdue" },
    };
    char(*cells)[TABLE_CELL_BYTES] = table_row(t);

    t->columns = sizeof headings / sizeof headings[0];
    for (size_t i = 0; i < t->columns; i++)
        snprintf(cells[i], TABLE_CELL_BYTES, "%s",
                 said(d, headings[i].zh, headings[i].en));
}

static void put_quarter(table *t, mutaid_date first,
                        const mutaid_loan_statement *s)
{
    char(*cells)[TABLE_CELL_BYTES] = table_row(t);
    int year = 0, month = 0, day = 0;

    (void)mutaid_date_to_civil(first, &year, &month, &day);
    snprintf(cells[0], TABLE_CELL_BYTES, "%d Q%d", year, (month + 2) / 3);
    put_money(s->interest_due, cells[1]);
    put_money(s->interest_paid, cells[2]);
    put_money(s->subsidy, cells[3]);
    put_money(s->outstanding, cells[4]);
    put_money(s->overdue, cells[5]);
}

/* A line for each calendar quarter, as the bank reports and the union pays. */
static mutaid_status tell_quarters(const desk *d, mutaid_error *error)
{
    static table t;
    mutaid_schedule_info info = MUTAID_SCHEDULE_INFO_INIT;
    mutaid_loan_statement sums = MUTAID_LOAN_STATEMENT_INIT;
    mutaid_date first;

    if (mutaid_schedule_describe(d->schedule, &info, error))
        return error->status;
    t.rows = 0;
    put_headings(d, &t);
    first = quarter_of(info.first_day, 0);
    for (int i = 0; i < QUARTERS_MOST && first <= info.as_of; i++) {
        mutaid_date next = quarter_of(first, 1);

        if (mutaid_schedule_statement(d->schedule, first, next - 1, &sums,
                                      error))
            return error->status;
        put_quarter(&t, first, &sums);
        first = next;
    }
    table_print(&t);
    return MUTAID_OK;
}

static mutaid_status tell_loan(const desk *d, const char *request,
                               mutaid_error *error)
{
    size_t length = 0;

    if (mutaid_schedule_read_json(d->schedule, d->facts, request,
                                  strlen(request), error) ||
        mutaid_schedule_write_text(d->schedule, d->language, text, sizeof text,
                                   &length, error))
        return error->status;
    printf("%s\n", text);
    return tell_quarters(d, error);
}

/* --- three years ------------------------------------------------------------ */

static mutaid_status refund(const desk *d, const char *request,
                            mutaid_date until, mutaid_money *sum,
                            mutaid_error *error)
{
    mutaid_loan_statement sums = MUTAID_LOAN_STATEMENT_INIT;
    mutaid_schedule_info info = MUTAID_SCHEDULE_INFO_INIT;

    if (mutaid_schedule_read_json(d->schedule, d->facts, request,
                                  strlen(request), error) ||
        mutaid_schedule_describe(d->schedule, &info, error))
        return error->status;
    if (info.first_day > until)
        return MUTAID_OK;
    if (mutaid_schedule_statement(d->schedule, info.first_day, until, &sums,
                                  error) == MUTAID_OK)
        *sum += sums.subsidy;
    return error->status;
}

static void tell_distance(const desk *d, mutaid_money sum)
{
    mutaid_money off = sum - three_years_published;
    char amounts[2][TABLE_CELL_BYTES];

    put_money(sum, amounts[0]);
    put_money(off < 0 ? -off : off, amounts[1]);
    if (off == 0)
        printf(said(d, "   贴息合计 %s，与公布数相同\n",
                    "   refunded in all %s: the published sum\n"),
               amounts[0]);
    else if (off < 0)
        printf(said(d, "   贴息合计 %s，比公布数少 %s\n",
                    "   refunded in all %s: short of it by %s\n"),
               amounts[0], amounts[1]);
    else
        printf(said(d, "   贴息合计 %s，比公布数多 %s\n",
                    "   refunded in all %s: above it by %s\n"),
               amounts[0], amounts[1]);
}

static mutaid_status tell_reading(const desk *d, const loan_reading *reading,
                                  mutaid_error *error)
{
    mutaid_date until = mutaid_date_from_civil(
        reading->until[0], reading->until[1], reading->until[2]);
    mutaid_money sum = 0;

    for (size_t i = 0; i < READING_LOANS_MOST; i++)
        if (reading->requests[i] &&
            refund(d, reading->requests[i], until, &sum, error))
            return error->status;
    puts(said(d, reading->title.zh, reading->title.en));
    tell_distance(d, sum);
    return MUTAID_OK;
}

static mutaid_status tell_stories(const desk *d, mutaid_error *error)
{
    printf("== %s\n\n",
           said(d, story_of_2020.title.zh, story_of_2020.title.en));
    if (tell_limit(d, &story_of_2020, error) ||
        tell_loan(d, story_of_2020.request, error))
        return error->status;
    printf("\n== %s\n\n",
           said(d, story_of_three_years.zh, story_of_three_years.en));
    for (size_t i = 0; i < three_years_reading_count; i++)
        if (tell_reading(d, &three_years_readings[i], error))
            return error->status;
    printf("\n%s\n", said(d, story_lesson.zh, story_lesson.en));
    return MUTAID_OK;
}

/* --- the program ---------------------------------------------------------------- */


static mutaid_status open_desk(desk *d, mutaid_error *error)
{
    if (mutaid_rulebook_beijing(&d->rulebook, error) ||
        mutaid_case_new(d->rulebook, &d->facts, error) ||
        mutaid_decision_new(d->rulebook, &d->decision, error) ||
        mutaid_schedule_new(d->rulebook, "startup_loan", &d->schedule, error))
        return error->status;
    return MUTAID_OK;
}

static void close_desk(desk *d)
{
    mutaid_schedule_free(d->schedule);
    mutaid_decision_free(d->decision);
    mutaid_case_free(d->facts);
    mutaid_rulebook_unref(d->rulebook);
}

int main(int argc, char **argv)
{
    desk d = { NULL, NULL, NULL, NULL, MUTAID_LANGUAGE_EN };
    mutaid_error error = MUTAID_ERROR_INIT;
    char *request = NULL;

    if (argc < 2 || argc > 3 ||
        (strcmp(argv[1], "zh") != 0 && strcmp(argv[1], "en") != 0))
        return complain("no such arguments",
                        "write: loan zh|en [REQUEST.json]");
    if (strcmp(argv[1], "zh") == 0)
        d.language = MUTAID_LANGUAGE_ZH;
    if (argc == 3 && !(request = read_file(argv[2], NULL)))
        return complain(argv[2], "name a file that can be read");
    if (open_desk(&d, &error) == MUTAID_OK)
        (void)!(request ? tell_loan(&d, request, &error)
                        : tell_stories(&d, &error));
    if (error.status != MUTAID_OK)
        complain(error.text, error.remedy);
    free(request);
    close_desk(&d);
    return error.status == MUTAID_OK ? 0 : 2;
}
