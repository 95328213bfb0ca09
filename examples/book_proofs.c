/* SPDX-License-Identifier: MIT */
/* book_proofs.c - check, bounds and cover: what a rulebook holds up to. */
#include "book_tool.h"

#include <stdio.h>

/* --- check ------------------------------------------------------------------- */

static int check_one(const tool *t, size_t path)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    size_t warnings = 0;
    mutaid_rulebook *rulebook =
        tool_load(t, path, t->override_count > 0, 1, &warnings);

    if (!rulebook)
        return TOOL_FOUND;
    if (mutaid_rulebook_describe(rulebook, &info, NULL) == MUTAID_OK)
        printf(tool_word(t, "%s：%s，%zu 个决定事项，%zu 条条款，%zu 个提醒\n",
                         "%s: %s, %zu parts, %zu clauses, %zu warnings\n"),
               t->paths[path], tool_word(t, "可用", "sound"), info.part_count,
               info.clause_count, warnings);
    mutaid_rulebook_unref(rulebook);
    return t->is_strict && warnings > 0 ? TOOL_FOUND : TOOL_FINE;
}

int book_check(const tool *t)
{
    int status = TOOL_FINE, one;
    size_t i;

    for (i = 0; i < t->path_count; i++) {
        one = check_one(t, i);
        status = one > status ? one : status;
    }
    return status;
}

/* --- bounds ------------------------------------------------------------------------ */

static const char *certainty_of(const tool *t, mutaid_certainty certainty)
{
    static const char *const zh[] = {"已证明且可达到", "已证明，未必可达到",
                                     "已证明，未找到案件", "已证明不支付"};
    static const char *const en[] = {"proved and attained",
                                     "proved, perhaps not attained",
                                     "proved, no case found", "never paid"};

    return tool_word(t, zh[certainty], en[certainty]);
}

static void print_bounds(const tool *t, const mutaid_rulebook *rulebook,
                         const char *part, const char *item,
                         const mutaid_bound *least, const mutaid_bound *most)
{
    int is_paid = most->certainty != MUTAID_CERTAINTY_NEVER;
    const char *sure = certainty_of(
        t, least->certainty > most->certainty && is_paid ? least->certainty
                                                         : most->certainty);

    if (t->form == TOOL_TABLE) {
        printf("| %s | %s | %s | %s | %s |\n", part, item,
               is_paid ? tool_money(rulebook, least->proved) : "",
               is_paid ? tool_money(rulebook, most->proved) : "", sure);
        return;
    }
    if (t->form == TOOL_CSV) {
        printf("%s,%s,%s,%s,%d\n", part, item,
               is_paid ? tool_money(rulebook, least->proved) : "",
               is_paid ? tool_money(rulebook, most->proved) : "",
               most->certainty == MUTAID_CERTAINTY_EXACT);
        return;
    }
    printf("{\"part\":\"%s\",\"item\":\"%s\"", part, item);
    if (is_paid)
        printf(",\"least\":\"%s\",\"most\":\"%s\"",
               tool_money(rulebook, least->proved),
               tool_money(rulebook, most->proved));
    printf(",\"is_exact\":%s}\n",
           least->certainty == MUTAID_CERTAINTY_EXACT &&
                   most->certainty == MUTAID_CERTAINTY_EXACT
               ? "true"
               : "false");
}

/* Both ends of a part, or of an item. */
static int bound_one(const tool *t, mutaid_prover *prover,
                     const mutaid_rulebook *rulebook, size_t part,
                     uint32_t item, const char *part_name,
                     const char *item_name)
{
    mutaid_question question = MUTAID_QUESTION_INIT;
    mutaid_bound least = MUTAID_BOUND_INIT, most = MUTAID_BOUND_INIT;
    mutaid_error error = MUTAID_ERROR_INIT;

    question.part = part;
    question.item = item;
    if (mutaid_prove_bound(prover, &question, &most, NULL, &error) !=
        MUTAID_OK)
        return tool_fail(&error);
    question.end = MUTAID_END_LEAST;
    if (mutaid_prove_bound(prover, &question, &least, NULL, &error) !=
        MUTAID_OK)
        return tool_fail(&error);
    print_bounds(t, rulebook, part_name, item_name, &least, &most);
    return least.certainty == MUTAID_CERTAINTY_OPEN ||
                   least.certainty == MUTAID_CERTAINTY_BOUND ||
                   most.certainty == MUTAID_CERTAINTY_OPEN ||
                   most.certainty == MUTAID_CERTAINTY_BOUND
               ? TOOL_FOUND
               : TOOL_FINE;
}

static int bound_part(const tool *t, mutaid_prover *prover,
                      const mutaid_rulebook *rulebook, size_t part,
                      const mutaid_part_info *info)
{
    int status = bound_one(t, prover, rulebook, part, MUTAID_NONE, info->name,
                           "");
    size_t i;

    for (i = 0; i < info->item_count && status != TOOL_FAILED; i++) {
        mutaid_item_info item = MUTAID_ITEM_INFO_INIT;
        int one;

        if (mutaid_rulebook_item(rulebook, part, i, &item, NULL) != MUTAID_OK)
            continue;
        one = bound_one(t, prover, rulebook, part, (uint32_t)i, info->name,
                        item.id);
        status = one > status ? one : status;
    }
    return status;
}

static void print_bounds_head(const tool *t)
{
    if (t->form == TOOL_CSV)
        puts("part,item,least,most,is_exact");
    if (t->form == TOOL_TABLE)
        printf("| %s | %s | %s | %s | %s |\n| --- | --- | ---: | ---: | --- "
               "|\n",
               tool_word(t, "决定事项", "part"), tool_word(t, "项", "item"),
               tool_word(t, "最低", "least"), tool_word(t, "最高", "most"),
               tool_word(t, "确定程度", "how sure"));
}

int book_bounds(const tool *t)
{
    mutaid_rulebook *rulebook =
        tool_load(t, 0, t->override_count > 0, 0, NULL);
    mutaid_part_info info = MUTAID_PART_INFO_INIT;
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_prover *prover = NULL;
    int status = TOOL_FINE;
    size_t at = 0, part;

    if (!rulebook || !tool_has_part(t, rulebook) ||
        mutaid_prover_new(rulebook, &prover, &error) != MUTAID_OK) {
        mutaid_rulebook_unref(rulebook);
        return TOOL_FAILED;
    }
    print_bounds_head(t);
    while (status != TOOL_FAILED &&
           tool_next_part(t, rulebook, &at, &part, &info)) {
        int one = bound_part(t, prover, rulebook, part, &info);

        status = one > status ? one : status;
    }
    mutaid_prover_free(prover);
    mutaid_rulebook_unref(rulebook);
    return status;
}

/* --- cover ------------------------------------------------------------------------ */

static const char *reach_of(const tool *t, mutaid_reach reach)
{
    static const char *const zh[] = {"没有示例触及", "被触及，但从未起作用",
                                     "起过作用"};
    static const char *const en[] = {"no example reaches it",
                                     "reached, but it never made a difference",
                                     "it made a difference"};

    return tool_word(t, zh[reach], en[reach]);
}

static void print_coverage(const tool *t, const mutaid_rulebook *rulebook,
                           const char *path,
                           const mutaid_coverage_info *info)
{
    mutaid_clause_info clause = MUTAID_CLAUSE_INFO_INIT;

    if (mutaid_rulebook_clause(rulebook, info->clause, &clause, NULL) !=
        MUTAID_OK)
        return;
    if (t->form == TOOL_JSON) {
        printf("{\"line\":%lu,\"column\":%lu,\"id\":",
               (unsigned long)clause.line, (unsigned long)clause.column);
        tool_json(clause.id);
        fputs(",\"path\":", stdout);
        tool_json(clause.path);
        printf(",\"reach\":%d,\"read\":%lu,\"decisive\":%lu}\n",
               (int)info->reach, (unsigned long)info->read_count,
               (unsigned long)info->decisive_count);
        return;
    }
    printf("%s:%lu:%lu: %s: %s%s%s%s\n", path, (unsigned long)clause.line,
           (unsigned long)clause.column, reach_of(t, info->reach),
           clause.path, *clause.id ? " (" : "", clause.id,
           *clause.id ? ")" : "");
}

static int print_cover(const tool *t, const mutaid_rulebook *rulebook,
                       const mutaid_coverage *coverage)
{
    size_t counts[3] = {0, 0, 0}, i;

    for (i = 0; i < mutaid_coverage_count(coverage); i++) {
        mutaid_coverage_info info = MUTAID_COVERAGE_INFO_INIT;

        if (mutaid_coverage_clause(coverage, i, &info, NULL) != MUTAID_OK)
            continue;
        counts[info.reach]++;
        if (t->is_all || info.reach == MUTAID_REACH_NEVER)
            print_coverage(t, rulebook, t->paths[0], &info);
    }
    fprintf(stderr,
            tool_word(t,
                      "%zu 条条款：%zu 条起过作用，%zu 条只被触及，"
                      "%zu 条没有示例触及\n",
                      "%zu clauses: %zu made a difference, %zu were only "
                      "reached, %zu were never reached\n"),
            counts[0] + counts[1] + counts[2], counts[2], counts[1],
            counts[0]);
    return counts[0] > 0 ? TOOL_FOUND : TOOL_FINE;
}

int book_cover(const tool *t)
{
    mutaid_rulebook *rulebook = tool_load(t, 0, 0, 0, NULL);
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_coverage *coverage = NULL;
    int status;

    if (!rulebook)
        return TOOL_FAILED;
    if (mutaid_coverage_new(rulebook, &coverage, &error) != MUTAID_OK ||
        mutaid_coverage_add_examples(coverage, &error) != MUTAID_OK)
        status = tool_fail(&error);
    else
        status = print_cover(t, rulebook, coverage);
    mutaid_coverage_free(coverage);
    mutaid_rulebook_unref(rulebook);
    return status;
}
