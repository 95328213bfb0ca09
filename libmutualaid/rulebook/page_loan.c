/* SPDX-License-Identifier: MIT */
/* page_loan.c - what a loan costs, how it is paid back, what is subsidised. */
#include "rulebook/page.h"

typedef mutaid__page page;

#define put mutaid__page_put

/* --- words of closed lists ------------------------------------------------------------ */

static void tell_reprice(page *p, int64_t index)
{
    static const char *const zh[] = {"合同期内不变", "每年对月对日调整",
                                     "每年一月一日调整", "每期调整"};
    static const char *const en[] = {"fixed for the loan",
                                     "read anew on each anniversary",
                                     "read anew on each 1 January",
                                     "read anew for each period"};

    put(p, zh[index], en[index]);
}

static void tell_day_count(page *p, int64_t index)
{
    static const char *const zh[] = {
        "实际天数/360",          "实际天数/364",
        "实际天数/365",          "实际天数/实际天数（ISDA）",
        "实际天数/实际天数（以 12 月 31 日分年）",
        "30/360（债券）",        "30/360（欧洲）",
        "30/360（ISDA）",        "30/360（美国）"};
    static const char *const en[] = {
        "actual days/360",          "actual days/364",
        "actual days/365",          "actual/actual ISDA",
        "actual/actual, the year split at 31 December",
        "30/360 bond basis",        "30/360 European",
        "30/360 ISDA",              "30/360 US"};

    put(p, zh[index], en[index]);
}

/* One word, or each with the condition under which it is chosen. */
static void chosen(page *p, const mutaid__word *word,
                   void (*tell)(page *, int64_t))
{
    size_t i;

    if (word->entry_count == 0) {
        tell(p, (int64_t)mutaid__wide_low(word->literal.numerator));
        return;
    }
    for (i = 0; i < word->entry_count; i++) {
        const mutaid__entry *entry = &word->entries[i];

        if (i > 0)
            put(p, "；", "; ");
        if (entry->when) {
            put(p, "如", "if ");
            mutaid__tell_word(&p->teller, entry->when);
            put(p, "：", ": ");
        } else {
            put(p, "否则：", "else: ");
        }
        tell(p, (int64_t)mutaid__wide_low(entry->use->literal.numerator));
    }
}

/* --- forms of repayment -------------------------------------------------------------------- */

static void count(page *p, int64_t number)
{
    mutaid__out_integer(p->out, number);
}

static void months_of(page *p, uint32_t bits)
{
    bool is_first = true;
    int month;

    for (month = 1; month <= 12; month++) {
        if (!(bits >> month & 1))
            continue;
        if (!is_first)
            put(p, "、", ", ");
        is_first = false;
        count(p, month);
    }
}

static void due(page *p, const mutaid__due *d)
{
    if (!d->exists) {
        put(p, "到期一次付清", "due once, at the end");
        return;
    }
    if (d->in_months != 0) {
        put(p, "每年 ", "due in months ");
        months_of(p, d->in_months);
        put(p, " 月", "");
    } else {
        put(p, "每 ", "due every ");
        count(p, (int64_t)(d->days > 0 ? d->days : d->months));
        put(p, d->days > 0 ? " 天" : " 个月", d->days > 0 ? " days" : " months");
    }
    if (d->day > 0) {
        put(p, " ", ", on day ");
        count(p, (int64_t)d->day);
        put(p, " 日", "");
    }
    if (d->is_included)
        put(p, "（含当日利息）", ", its own interest included");
    if (d->rolls)
        put(p, "，当月无此日则为次月一日",
            "; where a month lacks the day, on the first of the next");
}

static void form(page *p, size_t index, const mutaid__form *f)
{
    static const char *const zh[] = {"按期付息、到期还本", "到期一次还本付息",
                                     "等额本息", "等额本金"};
    static const char *const en[] = {"interest only, principal at the end",
                                     "all at the end", "level payments",
                                     "level principal"};

    if (!f->is_allowed)
        return;
    put(p, "- ", "- ");
    put(p, zh[index], en[index]);
    put(p, "：", ": ");
    due(p, &f->due);
    put(p, f->is_by_months ? "；整期按月计息" : "；按日计息",
        f->is_by_months ? "; whole periods bear interest by months"
                        : "; interest by days");
    if (f->spreads)
        put(p, "；尾差分摊", "; the residue is spread");
    if (f->grace > 0) {
        put(p, "；最多可有 ", "; at most ");
        count(p, (int64_t)f->grace);
        put(p, " 期只付息", " first instalments of interest only");
    }
    put(p, "\n", "\n");
}

static void tell_forms(page *p, int64_t index)
{
    const mutaid__forms *forms = &p->part->loan->forms.items[index];
    size_t i;

    put(p, "\n", "\n");
    for (i = 0; i < 4; i++)
        form(p, i, &forms->items[i]);
}

/* --- operands ---------------------------------------------------------------------------------- */

static void operand(page *p, const char *zh, const char *en,
                    const mutaid__word *word)
{
    if (!word)
        return;
    put(p, "- ", "- ");
    put(p, zh, en);
    put(p, "：", ": ");
    mutaid__tell_word(&p->teller, word);
    mutaid__page_cite_word(p, word);
    put(p, "\n", "\n");
    mutaid__page_note_word(p, word, 2);
}

static void charge(page *p, const char *zh, const char *en,
                   const mutaid__charge *c)
{
    if (!c->use)
        return;
    put(p, "- ", "- ");
    put(p, zh, en);
    put(p, "：", ": ");
    put(p, c->is_plus ? "合同利率加 " : "合同利率的 ",
        c->is_plus ? "the contract rate plus " : "of the contract rate ");
    mutaid__tell_word(&p->teller, c->use);
    mutaid__page_cite_word(p, c->use);
    put(p, "\n", "\n");
}

static void subsidy(page *p, const mutaid__subsidy *s)
{
    if (!s->exists)
        return;
    mutaid__page_heading(p, "贴息", "Subsidy");
    operand(p, "贴息比例", "share of the interest", s->share);
    operand(p, "借款人承担的利率", "rate that the borrower bears",
            s->borrower_rate);
    operand(p, "贴息利率上限", "rates are subsidised up to", s->rate_at_most);
    operand(p, "最长贴息月数", "months that are subsidised at most",
            s->months_at_most);
    operand(p, "贴息总额上限", "most subsidy in all", s->total);
    put(p, "- 罚息、复利不贴息", "- never on penalty or compound interest");
    put(p, s->pays_extension ? "\n" : "；展期利息不贴息\n",
        s->pays_extension ? "\n" : "; nor on the interest of an extension\n");
    put(p, "- 利息到期并已支付后拨付\n",
        "- payable once the interest was due and is paid\n");
}

void mutaid__page_terms(mutaid__page *p, const mutaid__loan *loan)
{
    mutaid__page_heading(p, "利率", "Interest");
    operand(p, "年利率", "yearly rate", loan->rate);
    put(p, "- 重定价：", "- repricing: ");
    if (loan->reprice)
        chosen(p, loan->reprice, tell_reprice);
    else
        tell_reprice(p, 0);
    put(p, "\n- 计息基础：", "\n- day count: ");
    chosen(p, loan->day_count, tell_day_count);
    put(p, "\n", "\n");
    charge(p, "罚息", "penalty", &loan->penalty);
    charge(p, "复利", "compound interest on unpaid interest",
           &loan->compound);
    mutaid__page_heading(p, "还款方式", "Repayment");
    chosen(p, loan->repayment, tell_forms);
    subsidy(p, &loan->subsidy);
}
