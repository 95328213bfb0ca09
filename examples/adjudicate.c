/* SPDX-License-Identifier: MIT */
/* adjudicate.c - decide a CSV file of cases, one row a decision.
 *
 * The story in short: load a rulebook (load.c); read rows (csv.c); put their
 * cells into one case by the columns they stand in (columns.c); decide it into
 * one decision, used again for every row; write the answer (answers.c) and
 * count it (tally.c). Memory does not grow with the number of rows, but for
 * the ids of the members that were paid.
 */
#include <errno.h>
#include <mutualaid/mutualaid.h>
#include <stdio.h>
#include <string.h>

#include "answers.h"
#include "columns.h"
#include "complain.h"
#include "csv.h"
#include "labels.h"
#include "listing.h"
#include "load.h"
#include "options.h"
#include "progress.h"
#include "tally.h"

/* The exit statuses. */
enum { ALL_DECIDED = 0, ROWS_LEFT_OUT = 1, NOTHING_DECIDED = 2 };

/* Everything that lives as long as the file is read. */
typedef struct run {
    const options *options;
    mutaid_rulebook *rulebook;
    mutaid_case *facts;
    mutaid_decision *decision;
    csv_file csv;
    columns columns;
    answers answers;
    tally *tally;
    progress progress;
    size_t rows, bad_rows;
} run;

static const char *path_of(const run *r)
{
    return strcmp(r->options->path, "-") == 0 ? "standard input"
                                              : r->options->path;
}

static place place_of(const run *r, const char *column)
{
    return (place){path_of(r), r->csv.line, column};
}

/* The command that mends a file in another encoding. */
static void show_iconv(const run *r)
{
    const char *path = r->options->path;
    if (r->csv.encoding == NULL)
        return;
    if (strcmp(path, "-") == 0)
        fprintf(stderr, "  iconv -f %s -t UTF-8 | adjudicate -\n",
                r->csv.encoding);
    else
        fprintf(stderr, "  iconv -f %s -t UTF-8 '%s' > '%s.utf8.csv'\n",
                r->csv.encoding, path, path);
}

static int refuse_file(run *r)
{
    progress_hide(&r->progress);
    complain(place_of(r, NULL), r->csv.problem, r->csv.remedy);
    show_iconv(r);
    return NOTHING_DECIDED;
}

/* Which part a row is about; 0 after saying why none. */
static int find_part(run *r, size_t *part)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    const char *name = columns_text(&r->csv, r->columns.part);
    if (*name == '\0')
        name = r->options->part;
    if (name == NULL) {
        complain(place_of(r, "part"), "the row names no part",
                 "name one, or give --part; adjudicate --parts lists them");
        return 0;
    }
    if (mutaid_rulebook_part_index(r->rulebook, name, part, &error) ==
            MUTAID_OK ||
        label_part(r->rulebook, name, part))
        return 1;
    complain(place_of(r, "part"), error.text,
             "adjudicate --parts lists the parts");
    return 0;
}

/* Two facts of a row may contradict each other; that shows only now. */
static int decide(run *r, size_t part)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    if (mutaid_decide_at(r->facts, part, r->decision, &error) == MUTAID_OK)
        return 1;
    complain(place_of(r, error.fact[0] == '\0' ? NULL : error.fact), error.text,
             error.remedy);
    return 0;
}

static int answer(run *r)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_decision_info decided = MUTAID_DECISION_INFO_INIT;
    answered_row row = {r->csv.line, columns_text(&r->csv, r->columns.id),
                        columns_text(&r->csv, r->columns.member)};
    if (mutaid_decision_describe(r->decision, &decided, &error) ||
        answers_write(&r->answers, r->decision, &row, &error)) {
        complain(place_of(r, NULL), error.text, error.remedy);
        return 0;
    }
    if (!tally_add(r->tally, &decided, row.member)) {
        complain(place_of(r, "member"), "there is no memory left", NULL);
        return 0;
    }
    return 1;
}

/* Decide the row that was read. Whatever is wrong in it is said, not only the
 * first thing; 0 if anything is. */
static int decide_row(run *r)
{
    size_t part = 0;
    int has_part = find_part(r, &part);
    int is_filled = columns_fill(&r->columns, &r->csv, path_of(r), r->facts);
    return has_part && is_filled && decide(r, part) && answer(r);
}

/* Read the header, and make ready what depends on it. */
static int start(run *r)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    csv_result result = csv_open(&r->csv);
    if (result == CSV_ROW)
        result = csv_next(&r->csv);
    if (result == CSV_END) {
        complain(place_of(r, NULL), "the file is empty",
                 "name the columns in its first row");
        return 0;
    }
    if (result != CSV_ROW) {
        refuse_file(r);
        return 0;
    }
    if (!columns_read(&r->columns, r->rulebook, &r->csv, path_of(r)))
        return 0;
    r->answers.has_ids = r->columns.id != MUTAID_NONE;
    r->tally = tally_new(r->rulebook);
    if (r->tally != NULL && !mutaid_case_new(r->rulebook, &r->facts, &error) &&
        !mutaid_decision_new(r->rulebook, &r->decision, &error) &&
        !answers_open(&r->answers, r->rulebook, &error))
        return 1;
    complain(place_of(r, NULL), "there is no memory left", NULL);
    return 0;
}

static int decide_rows(run *r)
{
    csv_result result;
    while ((result = csv_next(&r->csv)) == CSV_ROW || result == CSV_BAD_ROW) {
        r->rows++;
        if (result == CSV_BAD_ROW) {
            complain(place_of(r, NULL), r->csv.problem, r->csv.remedy);
            r->bad_rows++;
        } else if (!decide_row(r)) {
            r->bad_rows++;
        }
        progress_tell(&r->progress, r->rows, r->csv.bytes_read);
    }
    if (result == CSV_UNUSABLE)
        return refuse_file(r);
    return r->bad_rows > 0 ? ROWS_LEFT_OUT : ALL_DECIDED;
}

/* The texts of decisions are for reading, so the summary ends them; what
 * other programs read is kept clean of it. */
static void summarise(run *r)
{
    int is_text = r->answers.form == ANSWER_TEXT;
    FILE *file = is_text ? stdout : stderr;
    progress_hide(&r->progress);
    if (is_text)
        fputs("----\n\n", file);
    tally_write(r->tally, r->answers.language, file);
    if (r->bad_rows > 0)
        fprintf(stderr, "%zu of %zu rows could not be decided, see above\n",
                r->bad_rows, r->rows);
}

static int run_file(run *r)
{
    if (!start(r))
        return NOTHING_DECIDED;
    progress_start(&r->progress, r->csv.file);
    int status = decide_rows(r);
    summarise(r);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fprintf(stderr, "adjudicate: the answers cannot be written: %s\n",
            strerror(errno));
    return NOTHING_DECIDED;
}

static void release(run *r)
{
    tally_free(r->tally);
    answers_close(&r->answers);
    columns_free(&r->columns);
    csv_close(&r->csv);
    mutaid_decision_free(r->decision);
    mutaid_case_free(r->facts);
}

static int adjudicate(const options *o, mutaid_rulebook *rulebook)
{
    run r = {.options = o, .rulebook = rulebook};
    r.answers.file = stdout;
    r.answers.form = o->form;
    r.answers.language = o->language;
    r.csv.file = strcmp(o->path, "-") == 0 ? stdin : fopen(o->path, "rb");
    if (r.csv.file == NULL) {
        fprintf(stderr, "adjudicate: %s: %s\n", o->path, strerror(errno));
        return NOTHING_DECIDED;
    }
    int status = run_file(&r);
    release(&r);
    if (r.csv.file != stdin)
        fclose(r.csv.file);
    return status;
}

static int show_lists(const options *o, const mutaid_rulebook *rulebook)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_status status = o->is_list
                               ? list_parts(rulebook, &error)
                               : list_columns(rulebook, o->list_part, &error);
    if (status == MUTAID_OK)
        return ALL_DECIDED;
    fprintf(stderr, "adjudicate: %s; %s\n", error.text, error.remedy);
    return NOTHING_DECIDED;
}

static int run_options(const options *o)
{
    if (o->is_help) {
        fputs(options_help, stdout);
        return ALL_DECIDED;
    }
    mutaid_rulebook *rulebook = load_rulebook(o);
    if (rulebook == NULL)
        return NOTHING_DECIDED;
    int is_listing = o->is_list || o->list_part != NULL;
    int status = is_listing ? show_lists(o, rulebook) : adjudicate(o, rulebook);
    mutaid_rulebook_unref(rulebook);
    return status;
}

int main(int argc, char **argv)
{
    options o;
    int status = NOTHING_DECIDED;
    if (options_read(&o, argc, argv))
        status = run_options(&o);
    options_free(&o);
    return status;
}
