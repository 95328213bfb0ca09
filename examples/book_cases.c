/* SPDX-License-Identifier: MIT */
/* book_cases.c - cases and turn: both sides of every edge, ways out. */
#include "book_tool.h"

#include <stdio.h>
#include <stdlib.h>

#include "csv.h"

enum { TEXT_SIZE = 1 << 16 };

/* --- cases ------------------------------------------------------------------------ */

/* The cases of one part, being printed. */
typedef struct printer {
    const tool *t;
    mutaid_rulebook *rulebook;
    const mutaid_boundaries *boundaries;
    mutaid_case *c;
    const char *part_name;
    size_t part, fact_count;
    char *is_column; /* by fact: CSV shows what the parts read */
} printer;

static mutaid_boundary row_at(const printer *p, size_t position)
{
    mutaid_boundary row = MUTAID_BOUNDARY_INIT;

    if (mutaid_boundaries_at(p->boundaries, position, &row, NULL) != MUTAID_OK)
        row.fact = MUTAID_NONE;
    return row;
}

static void print_side(const printer *p, const mutaid_boundary *row)
{
    if (row->fact != MUTAID_NONE)
        printf(" %s |", tool_value(p->t, p->rulebook, row->fact, row->state,
                                   row->integer));
    else
        fputs("  |", stdout);
    printf(" %s %s |", tool_outcome(p->t, row->outcome),
           tool_money(p->rulebook, row->amount));
}

static void print_pair(const printer *p, size_t position)
{
    mutaid_boundary row = row_at(p, position), other;
    mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;

    printf("| %zu |", position / 2 + 1);
    if (row.fact == MUTAID_NONE) {
        printf("  |");
        print_side(p, &row);
        puts("  |  |  |");
        return;
    }
    other = row_at(p, position + 1);
    if (mutaid_rulebook_fact(p->rulebook, row.fact, &fact, NULL) == MUTAID_OK)
        printf(" %s%s |", tool_text(p->t, fact.label),
               row.is_shifted ? tool_word(p->t, "（各日期同时后移）",
                                          " (all dates move)")
                              : "");
    print_side(p, &row);
    print_side(p, &other);
    printf(" %s |\n", tool_clause(p->rulebook, row.clause));
}

static void print_table(const printer *p, size_t count)
{
    size_t i;

    printf("\n# %s\n\n| %s | %s | %s | %s | %s | %s | %s |\n"
           "| ---: | --- | --- | --- | --- | --- | --- |\n",
           p->part_name, tool_word(p->t, "序号", "pair"),
           tool_word(p->t, "变动的事实", "what differs"),
           tool_word(p->t, "一边", "here"), tool_word(p->t, "结论", "outcome"),
           tool_word(p->t, "另一边", "there"),
           tool_word(p->t, "结论", "outcome"),
           tool_word(p->t, "条款", "clause"));
    for (i = 0; i < count; i += row_at(p, i).fact == MUTAID_NONE ? 1 : 2)
        print_pair(p, i);
}

static void print_json(const printer *p, size_t position)
{
    static char text[TEXT_SIZE];
    mutaid_boundary row = row_at(p, position);
    mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;
    size_t length;

    if (mutaid_boundaries_case(p->boundaries, position, p->c, NULL) !=
            MUTAID_OK ||
        mutaid_case_write_json(p->c, (uint32_t)p->part, text, sizeof text,
                               &length, NULL) != MUTAID_OK)
        return;
    printf("{\"pair\":%zu", position / 2 + 1);
    if (row.fact != MUTAID_NONE &&
        mutaid_rulebook_fact(p->rulebook, row.fact, &fact, NULL) == MUTAID_OK)
        printf(",\"fact\":\"%s\",\"clause\":\"%s\"", fact.name,
               tool_clause(p->rulebook, row.clause));
    printf(",\"outcome\":\"%s\",\"amount\":\"%s\",\"case\":%s}\n",
           mutaid_outcome_name(row.outcome),
           tool_money(p->rulebook, row.amount), text);
}

static void print_csv_head(const printer *p)
{
    size_t i;

    fputs("id,part,_outcome,_amount", stdout);
    for (i = 0; i < p->fact_count; i++) {
        mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;

        if (p->is_column[i] &&
            mutaid_rulebook_fact(p->rulebook, i, &fact, NULL) == MUTAID_OK)
            printf(",%s", fact.name);
    }
    putchar('\n');
}

static void print_csv(const printer *p, size_t position)
{
    mutaid_boundary row = row_at(p, position);
    int32_t state;
    int64_t integer;
    size_t i;

    if (mutaid_boundaries_case(p->boundaries, position, p->c, NULL) !=
        MUTAID_OK)
        return;
    printf("%s-%zu%c,%s,%s,%s", p->part_name, position / 2 + 1,
           position % 2 ? 'b' : 'a', p->part_name,
           mutaid_outcome_name(row.outcome),
           tool_money(p->rulebook, row.amount));
    for (i = 0; i < p->fact_count; i++) {
        if (!p->is_column[i])
            continue;
        putchar(',');
        if (mutaid_case_get(p->c, i, &state, &integer, NULL) == MUTAID_OK)
            csv_write(stdout, tool_cell(p->rulebook, i, state, integer));
    }
    putchar('\n');
}

static void print_cases(const printer *p, size_t count)
{
    size_t i;

    if (p->t->form == TOOL_TABLE)
        print_table(p, count);
    for (i = 0; i < count && p->t->form == TOOL_JSON; i++)
        print_json(p, i);
    for (i = 0; i < count && p->t->form == TOOL_CSV; i++)
        print_csv(p, i);
}

static int find_cases(printer *p)
{
    mutaid_boundaries_info info = MUTAID_BOUNDARIES_INFO_INIT;
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_boundaries *boundaries = NULL;
    int status = TOOL_FINE;

    if (mutaid_boundaries_find(p->rulebook, p->part, 0, &boundaries, &error) !=
            MUTAID_OK ||
        mutaid_boundaries_describe(boundaries, &info, &error) != MUTAID_OK) {
        status = tool_fail(&error);
    } else {
        p->boundaries = boundaries;
        print_cases(p, info.count);
        status = info.is_complete ? TOOL_FINE : TOOL_FOUND;
    }
    mutaid_boundaries_free(boundaries);
    return status;
}

static void mark_columns(printer *p)
{
    mutaid_part_info info = MUTAID_PART_INFO_INIT;
    size_t at = 0, part, i, fact;

    while (tool_next_part(p->t, p->rulebook, &at, &part, &info))
        for (i = 0; i < info.fact_count; i++)
            if (mutaid_rulebook_part_fact(p->rulebook, part, i, &fact, NULL) ==
                MUTAID_OK)
                p->is_column[fact] = 1;
}

static int print_parts(printer *p)
{
    mutaid_part_info info = MUTAID_PART_INFO_INIT;
    int status = TOOL_FINE, one;
    size_t at = 0;

    mark_columns(p);
    if (p->t->form == TOOL_CSV)
        print_csv_head(p);
    while (status != TOOL_FAILED &&
           tool_next_part(p->t, p->rulebook, &at, &p->part, &info)) {
        p->part_name = info.name;
        one = find_cases(p);
        status = one > status ? one : status;
    }
    return status;
}

int book_cases(const tool *t)
{
    printer p = {.t = t,
                 .rulebook = tool_load(t, 0, t->override_count > 0, 0, NULL)};
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    mutaid_error error = MUTAID_ERROR_INIT;
    int status = TOOL_FAILED;

    if (!p.rulebook)
        return TOOL_FAILED;
    if (mutaid_case_new(p.rulebook, &p.c, &error) != MUTAID_OK ||
        mutaid_rulebook_describe(p.rulebook, &info, &error) != MUTAID_OK) {
        (void)tool_fail(&error);
    } else if (tool_has_part(t, p.rulebook)) {
        p.fact_count = info.fact_count;
        p.is_column = calloc(info.fact_count + 1, 1);
        if (p.is_column)
            status = print_parts(&p);
        free(p.is_column);
    }
    mutaid_case_free(p.c);
    mutaid_rulebook_unref(p.rulebook);
    return status;
}

/* --- turn ------------------------------------------------------------------------- */

typedef struct turner {
    const tool *t;
    mutaid_rulebook *rulebook;
    unsigned long number;
} turner;

static int turn_case(void *context, mutaid_case *c, uint32_t part)
{
    static char text[TEXT_SIZE];
    turner *work = context;
    mutaid_turns_info info = MUTAID_TURNS_INFO_INIT;
    mutaid_part_info named = MUTAID_PART_INFO_INIT;
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_turns *turns = NULL;
    int status = TOOL_FINE;
    size_t length;

    work->number++;
    if (mutaid_turns_find(c, part, &turns, &error) != MUTAID_OK ||
        mutaid_turns_describe(turns, &info, &error) != MUTAID_OK ||
        mutaid_rulebook_part(work->rulebook, part, &named, &error) !=
            MUTAID_OK ||
        mutaid_turns_explain(turns, work->t->language, text, sizeof text,
                             &length, &error) != MUTAID_OK)
        status = tool_fail(&error);
    else if (info.outcome == MUTAID_OUTCOME_REFUSED)
        printf("%lu: %s: %s", work->number, named.name, text);
    mutaid_turns_free(turns);
    return status;
}

int book_turn(const tool *t)
{
    turner work = {t, NULL, 0};
    int status;

    if (!t->cases_path) {
        fputs("rulebook: turn: name a file of cases with --cases\n", stderr);
        return TOOL_FAILED;
    }
    work.rulebook = tool_load(t, 0, t->override_count > 0, 0, NULL);
    if (!work.rulebook)
        return TOOL_FAILED;
    status = tool_each_case(t, work.rulebook, turn_case, &work);
    mutaid_rulebook_unref(work.rulebook);
    return status;
}
