/* SPDX-License-Identifier: MIT */
/* tally.c - what the unions publish: people, payments and money by scheme. */
#include "tally.h"

#include <stdlib.h>

#include "members.h"

struct tally {
    const mutaid_rulebook *rulebook;
    mutaid_rulebook_info info;
    part_tally *parts; /* one for each part, and one for what is paid in all */
    members paid;
    int has_members;
};

/* Contributions are owed by the members, not paid to them. */
static int is_payment(const tally *t, size_t part)
{
    mutaid_part_info info = MUTAID_PART_INFO_INIT;
    return mutaid_rulebook_part(t->rulebook, part, &info, NULL) == MUTAID_OK &&
           (info.kind == MUTAID_PART_SCHEME ||
            info.kind == MUTAID_PART_PACKAGE);
}

tally *tally_new(const mutaid_rulebook *rulebook)
{
    tally *t = calloc(1, sizeof *t);
    if (t == NULL)
        return NULL;
    t->rulebook = rulebook;
    t->info = (mutaid_rulebook_info)MUTAID_RULEBOOK_INFO_INIT;
    if (mutaid_rulebook_describe(rulebook, &t->info, NULL) == MUTAID_OK)
        t->parts = calloc(t->info.part_count + 1, sizeof *t->parts);
    if (t->parts == NULL) {
        free(t);
        return NULL;
    }
    return t;
}

static void count(part_tally *part, const mutaid_decision_info *decided)
{
    part->decisions++;
    part->eligible += decided->outcome == MUTAID_OUTCOME_ELIGIBLE;
    part->refused += decided->outcome == MUTAID_OUTCOME_REFUSED;
    if (decided->outcome == MUTAID_OUTCOME_UNDETERMINED) {
        part->undetermined++;
        part->least += decided->least;
        part->most += decided->most;
        return;
    }
    part->payments += decided->least > 0;
    part->paid += decided->least;
}

/* Count a member once for the part. */
static int count_member(tally *t, size_t part, const char *member)
{
    int added = members_add(&t->paid, part, member);
    t->parts[part].people += added == 1;
    return added >= 0;
}

int tally_add(tally *t, const mutaid_decision_info *decided, const char *member)
{
    size_t all = t->info.part_count;
    int is_paid = is_payment(t, decided->part);
    count(&t->parts[decided->part], decided);
    if (is_paid)
        count(&t->parts[all], decided);
    if (*member == '\0')
        return 1;
    t->has_members = 1;
    if (decided->outcome != MUTAID_OUTCOME_ELIGIBLE || decided->least == 0)
        return 1;
    return count_member(t, decided->part, member) &&
           (!is_paid || count_member(t, all, member));
}

static void write_row(const tally *t, const part_tally *part, const char *name,
                      const char *what, FILE *file)
{
    char paid[MUTAID_MONEY_TEXT_SIZE];
    char people[24] = "-";
    mutaid_money_text(part->paid, t->info.decimals, paid, sizeof paid, NULL,
                      NULL);
    if (t->has_members)
        snprintf(people, sizeof people, "%zu", part->people);
    fprintf(file, "%9zu %9zu %9zu %9zu %9s %9zu %18s  %s%s\n", part->decisions,
            part->eligible, part->refused, part->undetermined, people,
            part->payments, paid, name, what);
}

static void write_open(const tally *t, mutaid_language language, FILE *file)
{
    const part_tally *all = &t->parts[t->info.part_count];
    char least[MUTAID_MONEY_TEXT_SIZE], most[MUTAID_MONEY_TEXT_SIZE];
    if (all->undetermined == 0)
        return;
    mutaid_money_text(all->least, t->info.decimals, least, sizeof least, NULL,
                      NULL);
    mutaid_money_text(all->most, t->info.decimals, most, sizeof most, NULL,
                      NULL);
    fprintf(file,
            language == MUTAID_LANGUAGE_ZH
                ? "待定 %zu 笔，资料补齐后另需支付 %s 至 %s。\n"
                : "%zu undetermined: %s to %s more once their facts are "
                  "known.\n",
            all->undetermined, least, most);
}

static void write_part(const tally *t, size_t part, mutaid_language language,
                       FILE *file)
{
    mutaid_part_info info = MUTAID_PART_INFO_INIT;
    if (t->parts[part].decisions == 0 ||
        mutaid_rulebook_part(t->rulebook, part, &info, NULL) != MUTAID_OK)
        return;
    if (language == MUTAID_LANGUAGE_EN)
        write_row(t, &t->parts[part], info.name, "", file);
    else
        write_row(t, &t->parts[part], info.title.zh,
                  is_payment(t, part) ? "" : "（会费）", file);
}

void tally_write(const tally *t, mutaid_language language, FILE *file)
{
    int is_zh = language == MUTAID_LANGUAGE_ZH;
    /* A Chinese character is two columns wide. */
    fprintf(file,
            is_zh
                ? "     决定  符合条件  不予支付      待定      人数      笔数 "
                  "%s（%s）  项目\n"
                : "decisions  eligible   refused      open    people  "
                  "payments %s %s  part\n",
            is_zh ? "       金额" : "        amount", t->info.currency);
    for (size_t i = 0; i < t->info.part_count; i++)
        write_part(t, i, language, file);
    write_row(t, &t->parts[t->info.part_count],
              is_zh ? "支付合计" : "paid in all", "", file);
    write_open(t, language, file);
}

void tally_free(tally *t)
{
    if (t == NULL)
        return;
    members_free(&t->paid);
    free(t->parts);
    free(t);
}
