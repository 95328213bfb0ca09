/* SPDX-License-Identifier: MIT */
/* book_diff.c - two rulebooks: what differs, who gains and who loses. */
#include "book_tool.h"

#include <stdio.h>

typedef struct differ {
    const tool *t;
    mutaid_rulebook *before, *after;
    mutaid_comparison *comparison;
} differ;

/* --- the texts -------------------------------------------------------------------- */

static void print_days(const tool *t, const mutaid_difference *d)
{
    if (!d->has_dates)
        return;
    printf(" [%s", tool_day(d->from));
    if (d->until < mutaid_date_from_civil(9999, 12, 31))
        printf(" %s %s", tool_word(t, "至", "to"), tool_day(d->until));
    else
        fputs(tool_word(t, " 起", " on"), stdout);
    putchar(']');
}

static void print_difference(const tool *t, const mutaid_difference *d)
{
    static const char *const marks[] = {"~", "+", "-"};
    static const char *const colours[] = {"\033[33m", "\033[32m", "\033[31m"};

    if (t->form == TOOL_JSON) {
        fputs("{\"path\":", stdout);
        tool_json(d->path);
        fputs(",\"before\":", stdout);
        tool_json(d->before);
        fputs(",\"after\":", stdout);
        tool_json(d->after);
        if (d->has_dates)
            printf(",\"from\":\"%s\",\"until\":\"%s\"", tool_day(d->from),
                   tool_day(d->until));
        printf(",\"is_wording\":%s}\n", d->is_wording ? "true" : "false");
        return;
    }
    printf("%s%s%s %s", t->is_colourful ? colours[d->kind] : "",
           marks[d->kind], t->is_colourful ? "\033[0m" : "", d->path);
    print_days(t, d);
    if (d->kind == MUTAID_DIFFERENCE_CHANGED)
        printf(": %s -> %s\n", d->before, d->after);
    else
        printf(": %s\n", *d->before ? d->before : d->after);
}

static int print_differences(const differ *work)
{
    int status = TOOL_FINE;
    size_t i;

    for (i = 0; i < mutaid_comparison_difference_count(work->comparison);
         i++) {
        mutaid_difference d = MUTAID_DIFFERENCE_INIT;

        if (mutaid_comparison_difference(work->comparison, i, &d, NULL) !=
                MUTAID_OK ||
            (d.is_wording && !work->t->is_all))
            continue;
        print_difference(work->t, &d);
        status = TOOL_FOUND;
    }
    return status;
}

/* --- the cases -------------------------------------------------------------------- */

static int add_case(void *context, mutaid_case *c, uint32_t part)
{
    differ *work = context;
    mutaid_part_info info = MUTAID_PART_INFO_INIT;
    mutaid_error error = MUTAID_ERROR_INIT;

    if (mutaid_rulebook_part(work->before, part, &info, &error) != MUTAID_OK ||
        mutaid_comparison_add(work->comparison, c, info.name, NULL, &error) !=
            MUTAID_OK)
        return tool_fail(&error);
    return TOOL_FINE;
}

static void print_change(const differ *work, const mutaid_change *change)
{
    const char *gained = tool_money(work->before, change->gained);
    const char *lost = tool_money(work->before, change->lost);

    if (work->t->form == TOOL_JSON)
        printf("{\"part\":\"%s\",\"item\":\"%s\",\"clause\":\"%s\","
               "\"cases\":%zu,\"open\":%zu,\"winners\":%zu,\"gained\":\"%s\","
               "\"losers\":%zu,\"lost\":\"%s\"}\n",
               change->part, change->item, change->clause, change->case_count,
               change->open_count, change->winner_count, gained,
               change->loser_count, lost);
    else
        printf("| %s | %s | %s | %zu | %zu | %zu | %s | %zu | %s |\n",
               change->part, change->item, change->clause, change->case_count,
               change->open_count, change->winner_count, gained,
               change->loser_count, lost);
}

static void print_changes(const differ *work)
{
    const tool *t = work->t;
    size_t i;

    if (t->form != TOOL_JSON)
        printf("\n| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n"
               "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: "
               "|\n",
               tool_word(t, "决定事项", "part"), tool_word(t, "项", "item"),
               tool_word(t, "条款", "clause"), tool_word(t, "案件", "cases"),
               tool_word(t, "未定", "open"), tool_word(t, "增加", "winners"),
               tool_word(t, "增加金额", "gained"),
               tool_word(t, "减少", "losers"),
               tool_word(t, "减少金额", "lost"));
    for (i = 0; i < mutaid_comparison_change_count(work->comparison); i++) {
        mutaid_change change = MUTAID_CHANGE_INIT;

        if (mutaid_comparison_change(work->comparison, i, &change, NULL) ==
                MUTAID_OK &&
            (t->is_all || change.winner_count + change.loser_count > 0 ||
             *change.item == '\0'))
            print_change(work, &change);
    }
}

static int compare(differ *work)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    int status;

    if (mutaid_comparison_new(work->before, work->after, &work->comparison,
                              &error) != MUTAID_OK)
        return tool_fail(&error);
    status = print_differences(work);
    if (!work->t->cases_path)
        return status;
    if (tool_each_case(work->t, work->before, add_case, work) == TOOL_FAILED)
        return TOOL_FAILED;
    print_changes(work);
    return status;
}

/* Two files; or one, as it is and with the parameters that were set. */
int book_diff(const tool *t)
{
    differ work = {t, NULL, NULL, NULL};
    int status = TOOL_FAILED;

    if (t->path_count < 2 && t->override_count == 0) {
        fputs("rulebook: diff: name two files, or one and --set\n", stderr);
        return TOOL_FAILED;
    }
    work.before = tool_load(t, 0, 0, 0, NULL);
    if (work.before)
        work.after = tool_load(t, t->path_count - 1, t->override_count > 0, 0,
                               NULL);
    if (work.after)
        status = compare(&work);
    mutaid_comparison_free(work.comparison);
    mutaid_rulebook_unref(work.after);
    mutaid_rulebook_unref(work.before);
    return status;
}
