/* SPDX-License-Identifier: MIT */
/* schedule_text.c - a schedule as a table with its sums, in zh and en. */
#include "loan/schedule.h"

#include "decide/phrases.h"

typedef struct writer {
    const mutaid_schedule *s;
    mutaid__out *out;
    mutaid__teller teller;
} writer;

static void put(writer *w, const char *zh, const char *en)
{
    mutaid__tell_text(&w->teller, zh, en);
}

static void end_line(writer *w)
{
    mutaid__out_byte(w->out, '\n');
}

static void put_money(writer *w, int64_t minor)
{
    mutaid__out_ratio(w->out, mutaid__ratio_of(minor),
                      (int)w->s->rulebook->model.decimals);
}

static void put_rate(writer *w, mutaid__plain_rate rate)
{
    mutaid__ratio value = {mutaid__wide_of(rate.numerator), rate.denominator};
    mutaid__shape shape = {MUTAID_TYPE_RATE, 0};

    mutaid__tell_value(&w->teller, shape, value);
}

/* A labelled amount on its own line; nothing where there is none. */
static void sum(writer *w, const char *zh, const char *en, int64_t minor)
{
    if (minor == 0)
        return;
    mutaid__out_text(w->out, "  ");
    put(w, zh, en);
    put(w, "：", ": ");
    put_money(w, minor);
    end_line(w);
}

/* --- the table -------------------------------------------------------------------------- */

/* So many columns wide: characters of Chinese count twice. */
static void put_right(writer *w, const char *text, size_t length, size_t wide,
                      size_t width)
{
    mutaid__out_spaces(w->out, width > wide ? width - wide : 1);
    mutaid__out_slice(w->out, (mutaid__slice){text, length});
}

static void money_cell(writer *w, int64_t minor)
{
    char text[32];
    mutaid__out out;
    size_t length = 0;

    mutaid__out_init(&out, text, sizeof text);
    mutaid__out_ratio(&out, mutaid__ratio_of(minor),
                      (int)w->s->rulebook->model.decimals);
    (void)mutaid__out_finish(&out, &length, NULL);
    put_right(w, text, length, length, 15);
}

static void count_cell(writer *w, int64_t count, size_t width)
{
    char text[24];
    mutaid__out out;
    size_t length = 0;

    mutaid__out_init(&out, text, sizeof text);
    mutaid__out_integer(&out, count);
    (void)mutaid__out_finish(&out, &length, NULL);
    put_right(w, text, length, length, width);
}

static void head_cell(writer *w, const char *zh, const char *en, size_t width)
{
    bool is_zh = w->teller.language == MUTAID_LANGUAGE_ZH;
    mutaid__slice text = mutaid__slice_of(is_zh ? zh : en);
    size_t wide = is_zh ? text.length / 3 * 2 : text.length;

    put_right(w, text.data, text.length, wide, width);
}

static void table_head(writer *w)
{
    head_cell(w, "期", "no", 4);
    head_cell(w, "到期日", "due", 12);
    head_cell(w, "天数", "days", 6);
    head_cell(w, "利息", "interest", 15);
    head_cell(w, "本金", "principal", 15);
    head_cell(w, "合计", "payment", 15);
    head_cell(w, "余额", "balance", 15);
    head_cell(w, "借款人利息", "borrower's", 15);
    head_cell(w, "贴息", "subsidised", 15);
    end_line(w);
}

static void remarks(writer *w, const mutaid__row *row)
{
    if (row->prepaid > 0) {
        put(w, "  提前还款 ", "  prepaid ");
        put_money(w, row->prepaid);
    }
    if (row->period.is_extension)
        put(w, "  展期", "  extension");
    if (row->is_past_known)
        put(w, "  利率未知", "  rate past its known end");
    if (row->penalty > 0) {
        put(w, "  罚息 ", "  penalty ");
        put_money(w, row->penalty);
    }
    if (row->compound > 0) {
        put(w, "  复利 ", "  compound ");
        put_money(w, row->compound);
    }
}

static void table_row(writer *w, const mutaid__row *row, size_t number)
{
    count_cell(w, (int64_t)number, 4);
    mutaid__out_text(w->out, "  ");
    mutaid__out_date(w->out, row->period.due);
    count_cell(w, row->period.until - row->period.from, 6);
    money_cell(w, row->interest);
    money_cell(w, row->principal);
    money_cell(w, row->interest + row->principal);
    money_cell(w, row->balance);
    money_cell(w, row->interest - row->subsidised);
    money_cell(w, row->subsidised);
    remarks(w, row);
    end_line(w);
}

/* --- around it --------------------------------------------------------------------------- */

static void head(writer *w)
{
    static const char *const zh[] = {"按期付息、到期还本", "到期一次还本付息",
                                     "等额本息", "等额本金"};
    static const char *const en[] = {"interest only, principal at the end",
                                     "all at the end", "level payments",
                                     "level principal"};
    const mutaid_schedule *s = w->s;
    const mutaid__loan *loan = s->plan->loan;

    mutaid__tell_label(&w->teller, loan->title, loan->name);
    put(w, "（", " (");
    mutaid__out_slice(w->out, loan->name);
    put(w, "）：", "): ");
    put_money(w, s->request.principal);
    put(w, " ", " ");
    mutaid__phrase_currency(&w->teller);
    put(w, "，", ", ");
    put(w, zh[s->request.repayment], en[s->request.repayment]);
    put(w, "，", ", ");
    mutaid__out_date(w->out, s->contract.span.first_day);
    put(w, " 至 ", " to ");
    mutaid__out_date(w->out,
                     s->rows.items[s->rows.count - 1].period.due);
    end_line(w);
}

static void rates(writer *w)
{
    size_t i;

    for (i = 0; i < w->s->rates.count; i++) {
        const mutaid__rate *rate = &w->s->rates.items[i];

        put(w, "年利率：", "Yearly rate: ");
        put_rate(w, rate->rate);
        put(w, "，自 ", " from ");
        mutaid__out_date(w->out, rate->from);
        put(w, " 起", "");
        if (rate->has_borrower_rate) {
            put(w, "，其中借款人承担 ", ", of which the borrower bears ");
            put_rate(w, rate->borrower_rate);
        }
        if (rate->is_past_known)
            put(w, "（该日利率尚未公布，按最近一期）",
                " (not known for that day: the last known)");
        end_line(w);
    }
}

static void sums(writer *w)
{
    mutaid_schedule_info info = MUTAID_SCHEDULE_INFO_INIT;

    mutaid__schedule_sum(w->s, &info);
    put(w, "合计：\n", "Sums:\n");
    sum(w, "利息", "interest", info.interest);
    sum(w, "借款人承担的利息", "borrower's interest", info.borrower_interest);
    sum(w, "贴息", "subsidised interest", info.subsidised_interest);
    sum(w, "已到期并已支付、可拨付的贴息",
        "subsidy payable (interest due and paid)", info.subsidy_payable);
    sum(w, "罚息", "penalty interest", info.penalty);
    sum(w, "复利", "compound interest", info.compound);
    sum(w, "逾期本金", "overdue principal", info.overdue_principal);
    sum(w, "逾期利息", "overdue interest", info.overdue_interest);
    sum(w, "已收未用", "paid and waiting", info.unused);
}

static void notes(writer *w)
{
    size_t i;

    if (w->s->notes.count > 0)
        put(w, "说明：\n", "Notes:\n");
    for (i = 0; i < w->s->notes.count; i++) {
        mutaid__out_text(w->out, "  ");
        mutaid__phrase_note(&w->teller, &w->s->notes.items[i]);
        end_line(w);
    }
}

mutaid_status mutaid_schedule_write_text(const mutaid_schedule *schedule,
                                         mutaid_language language,
                                         char *buffer, size_t capacity,
                                         size_t *length_out,
                                         mutaid_error *error)
{
    mutaid__out out;
    writer w = {schedule, &out, {0}};
    size_t i;

    if (!schedule || (!buffer && capacity > 0))
        return mutaid__fail_argument(error, schedule ? "buffer" : "schedule");
    if (language != MUTAID_LANGUAGE_ZH && language != MUTAID_LANGUAGE_EN)
        return mutaid__fail_argument(error, "language");
    if (!schedule->is_made)
        return mutaid__fail(error, MUTAID_CODE_NO_SCHEDULE, NULL, NULL, NULL);
    mutaid__out_init(&out, buffer, capacity);
    w.teller = mutaid__teller_of(&schedule->rulebook->model, &out, language);
    head(&w);
    rates(&w);
    table_head(&w);
    for (i = 0; i < schedule->rows.count; i++)
        table_row(&w, &schedule->rows.items[i], i + 1);
    sums(&w);
    notes(&w);
    return mutaid__out_finish(&out, length_out, error);
}
