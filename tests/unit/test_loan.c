/* SPDX-License-Identifier: MIT */
/* test_loan.c - schedules: days, rates, prepayment, arrears, subsidy. */
#include "loans.h"

static mutaid_rulebook *rulebook;
static mutaid_schedule *schedule;
static mutaid_case *c;

/* A schedule of a loan for facts and a request. */
static void make(const char *loan, const char *facts, const char *request)
{
    rulebook = loans_rulebook();
    schedule = loans_schedule(rulebook, loan);
    c = loans_case(rulebook, facts);
    loans_make(schedule, c, request);
}

static void done(void)
{
    mutaid_case_free(c);
    mutaid_schedule_free(schedule);
    mutaid_rulebook_unref(rulebook);
}

#define DAY(year, month, day) mutaid_date_from_civil(year, month, day)

/* --- the rows of any schedule ------------------------------------------------ */

/* What holds for every schedule. */
static void check_sums(const mutaid_schedule *s)
{
    mutaid_schedule_info info = loans_info(s);
    mutaid_money principal = 0, interest = 0, subsidised = 0;
    mutaid_money balance = info.principal;

    for (size_t i = 0; i < info.row_count; i++) {
        mutaid_loan_row row = loans_row(s, i);

        HOLDS(row.opening == balance && row.principal >= 0);
        balance -= row.prepaid + row.principal;
        HOLDS(row.balance == balance);
        HOLDS(row.borrower_interest + row.subsidised_interest == row.interest);
        HOLDS(row.borrower_interest >= 0 && row.subsidised_interest >= 0);
        HOLDS(row.payment == row.interest + row.principal);
        HOLDS(row.until - row.from == row.days && row.days >= 0);
        HOLDS(row.due == row.until || row.due == row.until - 1);
        principal += row.principal + row.prepaid;
        interest += row.interest;
        subsidised += row.subsidised_interest;
    }
    HOLDS(balance == 0 && principal == info.principal);
    HOLDS(interest == info.interest);
    HOLDS(subsidised == info.subsidised_interest);
    HOLDS(info.borrower_interest + subsidised == interest);
}

static const char *const forms[] = {"interest_only", "bullet", "level_payment",
                                    "level_principal"};
static const char *const rhythms[] = {"monthly",     "monthly_roll",
                                      "quarterly",   "yearly",
                                      "fortnightly", "days_15",
                                      "monthly_20",  "quarter_20",
                                      "monthly_31"};
static const char *const counts[] = {
    "actual_360",          "actual_364",  "actual_365",
    "actual_actual_isda",  "actual_actual_dec31",
    "thirty_bond",         "thirty_european",
    "thirty_isda",         "thirty_us"};

#define PICK(list) (list[random_next(&state) % (sizeof list / sizeof *list)])

/* Random terms, so that a seed tells the loan. */
static void random_facts(uint64_t seed, char *facts, size_t size, bool is_free)
{
    uint64_t state = seed * 2654435761u + 1;
    int month = (int)(random_next(&state) % 12) + 1;
    int rate = is_free ? 0 : (int)(random_next(&state) % 240000);

    snprintf(facts, size,
             "'signed_on': '20%02d-%02d-%02d', 'yearly_rate': '%d.%04d%%',"
             "'rhythm': '%s', 'counting': '%s', 'months_whole': %s,"
             "'spread': %s",
             (int)(random_next(&state) % 30), month,
             (int)(random_next(&state) % 28) + 1, rate / 10000, rate % 10000,
             PICK(rhythms), PICK(counts),
             random_next(&state) % 2 ? "true" : "false",
             random_next(&state) % 2 ? "true" : "false");
}

static void random_request(uint64_t seed, char *request, size_t size)
{
    uint64_t state = seed * 40503u + 7;
    int money = (int)(random_next(&state) % 50000000) + 1;

    snprintf(request, size,
             "'principal': '%d.%02d', 'repayment': '%s', 'term': %d, "
             "'grace': 0",
             money / 100, money % 100, PICK(forms),
             (int)(random_next(&state) % 60) + 1);
}

START_TEST(principal_and_interest_sum_for_any_terms)
{
    rulebook = loans_rulebook();
    schedule = loans_schedule(rulebook, "any_loan");
    for (uint64_t seed = 0; seed < 3000; seed++) {
        char facts[400], request[400];

        random_facts(seed, facts, sizeof facts, false);
        random_request(seed, request, sizeof request);
        c = loans_case(rulebook, facts);
        loans_make(schedule, c, request);
        check_sums(schedule);
        mutaid_case_free(c);
    }
    c = NULL;
    done();
}
END_TEST

START_TEST(a_zero_rate_costs_nothing)
{
    rulebook = loans_rulebook();
    schedule = loans_schedule(rulebook, "any_loan");
    for (uint64_t seed = 0; seed < 1000; seed++) {
        char facts[400], request[400];

        random_facts(seed, facts, sizeof facts, true);
        random_request(seed, request, sizeof request);
        c = loans_case(rulebook, facts);
        loans_make(schedule, c, request);
        check_sums(schedule);
        HOLDS(loans_info(schedule).interest == 0);
        mutaid_case_free(c);
    }
    c = NULL;
    done();
}
END_TEST

START_TEST(prepaying_never_costs_more)
{
    rulebook = loans_rulebook();
    schedule = loans_schedule(rulebook, "any_loan");
    for (uint64_t seed = 0; seed < 1500; seed++) {
        char facts[400], request[600];
        mutaid_loan_event event = MUTAID_LOAN_EVENT_INIT;
        mutaid_loan_request plain = MUTAID_LOAN_REQUEST_INIT;
        uint64_t state = seed + 99;

        random_facts(seed, facts, sizeof facts, false);
        random_request(seed, request, sizeof request);
        c = loans_case(rulebook, facts);
        loans_make(schedule, c, request);
        mutaid_schedule_info before = loans_info(schedule);
        mutaid_loan_row row =
            loans_row(schedule, random_next(&state) % before.row_count);
        if (row.opening > 1) {
            plain.principal = before.principal;
            plain.repayment = before.repayment;
            plain.last_day = before.last_day;
            event.kind = seed % 2 ? MUTAID_LOAN_PREPAY_LOWER
                                  : MUTAID_LOAN_PREPAY_SHORTER;
            event.amount = row.opening / 2;
            event.date = row.from + (mutaid_date)(random_next(&state) %
                                                  (uint64_t)row.days);
            HOLDS(mutaid_schedule_add_event(schedule, &event, NULL) ==
                  MUTAID_OK);
            HOLDS(mutaid_schedule_make(schedule, c, &plain, NULL) ==
                  MUTAID_OK);
            check_sums(schedule);
            /* each row's rounding can move half a unit */
            HOLDS(loans_info(schedule).interest <=
                  before.interest + (mutaid_money)before.row_count);
        }
        mutaid_case_free(c);
    }
    c = NULL;
    done();
}
END_TEST

/* --- due days ------------------------------------------------------------------ */

static void due_on(size_t number, int year, int month, int day)
{
    ck_assert_int_eq(loans_row(schedule, number).due, DAY(year, month, day));
}

START_TEST(a_month_without_the_day_clamps_to_its_end)
{
    make("any_loan", "'signed_on': '2023-12-31', 'yearly_rate': '5%'",
         "'principal': '100.00', 'repayment': 'interest_only', 'term': 4");
    due_on(0, 2024, 1, 31);
    due_on(1, 2024, 2, 29);
    due_on(2, 2024, 3, 31);
    due_on(3, 2024, 4, 30);
    done();
}
END_TEST

START_TEST(a_month_without_the_day_rolls_to_the_next)
{
    make("any_loan",
         "'signed_on': '2023-12-31', 'yearly_rate': '5%', "
         "'rhythm': 'monthly_roll'",
         "'principal': '100.00', 'repayment': 'interest_only', 'term': 4");
    due_on(0, 2024, 1, 31);
    due_on(1, 2024, 3, 1);
    due_on(2, 2024, 3, 31);
    due_on(3, 2024, 5, 1);
    done();
}
END_TEST

START_TEST(the_first_and_the_last_period_may_be_broken)
{
    make("any_loan",
         "'signed_on': '2024-01-15', 'yearly_rate': '3.6%', "
         "'rhythm': 'monthly_20', 'months_whole': true",
         "'principal': '10000.00', 'repayment': 'interest_only', 'term': 2");
    ck_assert_uint_eq(loans_info(schedule).row_count, 3);
    due_on(0, 2024, 1, 20);
    due_on(1, 2024, 2, 20);
    due_on(2, 2024, 3, 15);
    ck_assert_int_eq(loans_row(schedule, 0).interest, 500);  /* 5 days */
    ck_assert_int_eq(loans_row(schedule, 1).interest, 3000); /* a month */
    ck_assert_int_eq(loans_row(schedule, 2).interest, 2400); /* 24 days */
    done();
}
END_TEST

START_TEST(day_31_is_the_end_of_every_month)
{
    make("any_loan",
         "'signed_on': '2024-01-10', 'yearly_rate': '5%', "
         "'rhythm': 'monthly_31'",
         "'principal': '100.00', 'repayment': 'interest_only', 'term': 3");
    due_on(0, 2024, 1, 31);
    due_on(1, 2024, 2, 29);
    due_on(2, 2024, 3, 31);
    due_on(3, 2024, 4, 10);
    done();
}
END_TEST

START_TEST(a_loan_of_one_day_bears_interest_of_one_day)
{
    make("any_loan", "'signed_on': '2024-02-29', 'yearly_rate': '3.6%'",
         "'principal': '10000.00', 'repayment': 'level_payment', "
         "'last_day': '2024-03-01'");
    ck_assert_uint_eq(loans_info(schedule).row_count, 1);
    ck_assert_int_eq(loans_row(schedule, 0).payment, 1000100);
    done();
}
END_TEST

/* --- rates ----------------------------------------------------------------------- */

#define TABLE_LOAN "'requested': '1.00', 'signed_on': "

START_TEST(a_fixed_rate_is_that_of_the_signing_day)
{
    make("table_loan", TABLE_LOAN "'2020-04-19'",
         "'principal': '360000.00', 'repayment': 'bullet', 'term': 12, "
         "'first_day': '2020-04-20'");
    ck_assert_uint_eq(loans_info(schedule).rate_count, 1);
    ck_assert_int_eq(loans_row(schedule, 0).interest, 4050 * 365);
    done();
}
END_TEST

START_TEST(on_the_anniversary_the_rate_is_read_anew)
{
    mutaid_loan_rate rate = MUTAID_LOAN_RATE_INIT;

    make("table_loan",
         TABLE_LOAN "'2020-04-19', 'repricing': 'anniversary'",
         "'principal': '360000.00', 'repayment': 'bullet', 'term': 24");
    ck_assert_uint_eq(loans_info(schedule).rate_count, 2);
    HOLDS(mutaid_schedule_rate(schedule, 1, &rate, NULL) == MUTAID_OK);
    ck_assert_int_eq(rate.from, DAY(2021, 4, 19));
    /* 365 days at 4.05 %, 365 at 3.85 % */
    ck_assert_int_eq(loans_row(schedule, 0).interest,
                     4050 * 365 + 3850 * 365);
    done();
}
END_TEST

START_TEST(on_the_first_of_january_the_rate_is_read_anew)
{
    make("table_loan", TABLE_LOAN "'2020-04-19', 'repricing': 'january'",
         "'principal': '360000.00', 'repayment': 'bullet', 'term': 12");
    /* 257 days at 4.05 %, then 108 at 3.85 % */
    ck_assert_int_eq(loans_row(schedule, 0).interest,
                     4050 * 257 + 3850 * 108);
    done();
}
END_TEST

START_TEST(for_each_period_the_rate_is_read_anew)
{
    make("table_loan", TABLE_LOAN "'2021-09-21', 'repricing': 'each_period'",
         "'principal': '360000.00', 'repayment': 'interest_only', "
         "'term': 12");
    ck_assert_uint_eq(loans_info(schedule).rate_count, 4);
    ck_assert_int_eq(loans_row(schedule, 0).interest, 3850 * 91);
    ck_assert_int_eq(loans_row(schedule, 1).interest, 3800 * 90);
    ck_assert_int_eq(loans_row(schedule, 2).interest, 3700 * 92);
    ck_assert_int_eq(loans_row(schedule, 3).interest, 3700 * 92);
    done();
}
END_TEST

START_TEST(a_rate_past_its_known_end_is_flagged)
{
    mutaid_note note = MUTAID_NOTE_INIT;

    make("table_loan", TABLE_LOAN "'2026-01-21'",
         "'principal': '100.00', 'repayment': 'bullet', 'term': 1");
    ck_assert_uint_eq(loans_row(schedule, 0).is_past_known, 1);
    HOLDS(loans_info(schedule).note_count > 0);
    HOLDS(mutaid_schedule_note(schedule, 0, &note, NULL) == MUTAID_OK);
    ck_assert_int_eq(note.kind, MUTAID_NOTE_PAST_KNOWN);
    ck_assert_int_eq(note.known_until, DAY(2026, 1, 20));
    done();
}
END_TEST

/* --- level payments ---------------------------------------------------------------- */

START_TEST(level_payments_are_computed_anew_when_the_rate_changes)
{
    make("table_loan", TABLE_LOAN "'2021-06-01', 'repricing': 'january'",
         "'principal': '120000.00', 'repayment': 'level_payment', "
         "'term': 12");
    mutaid_loan_row before = loans_row(schedule, 5);
    mutaid_loan_row broken = loans_row(schedule, 7);
    mutaid_loan_row after = loans_row(schedule, 8);

    ck_assert_int_eq(before.payment, loans_info(schedule).instalment);
    HOLDS(broken.payment != before.payment);
    ck_assert_int_eq(after.payment, broken.payment);
    check_sums(schedule);
    done();
}
END_TEST

START_TEST(first_instalments_of_grace_carry_interest_only)
{
    make("any_loan",
         "'signed_on': '2021-03-21', 'yearly_rate': '3.85%', "
         "'months_whole': true",
         "'principal': '300000.00', 'repayment': 'level_payment', "
         "'term': 42, 'grace': 6");
    for (size_t i = 0; i < 6; i++)
        ck_assert_int_eq(loans_row(schedule, i).payment, 96250);
    ck_assert_int_eq(loans_row(schedule, 6).payment, 883719);
    ck_assert_int_eq(loans_row(schedule, 41).payment, 883726);
    done();
}
END_TEST

#define LEVEL \
    "'principal': '120000.00', 'repayment': 'level_payment', 'term': 24, "
#define LEVEL_FACTS \
    "'signed_on': '2021-03-21', 'yearly_rate': '6%', 'months_whole': true"

START_TEST(a_prepayment_may_shorten_the_loan)
{
    make("any_loan", LEVEL_FACTS,
         LEVEL "'events': [{'on': '2021-09-21', 'do': 'prepay_shorter', "
               "'amount': '50000.00'}]");
    mutaid_schedule_info info = loans_info(schedule);

    ck_assert_uint_eq(info.row_count, 14);
    ck_assert_int_eq(loans_row(schedule, 6).prepaid, 5000000);
    for (size_t i = 0; i + 1 < info.row_count; i++)
        ck_assert_int_eq(loans_row(schedule, i).payment, info.instalment);
    HOLDS(loans_row(schedule, 13).payment <= info.instalment);
    check_sums(schedule);
    done();
}
END_TEST

START_TEST(a_prepayment_may_lower_the_instalment)
{
    make("any_loan", LEVEL_FACTS,
         LEVEL "'events': [{'on': '2021-09-21', 'do': 'prepay_lower', "
               "'amount': '50000.00'}]");
    ck_assert_uint_eq(loans_info(schedule).row_count, 24);
    HOLDS(loans_row(schedule, 6).payment < loans_row(schedule, 5).payment);
    ck_assert_int_eq(loans_row(schedule, 7).payment,
                     loans_row(schedule, 6).payment);
    check_sums(schedule);
    done();
}
END_TEST

START_TEST(a_loan_that_is_settled_pays_interest_up_to_that_day)
{
    make("any_loan", "'signed_on': '2021-03-21', 'yearly_rate': '3.6%'",
         "'principal': '10000.00', 'repayment': 'interest_only', 'term': 12,"
         "'events': [{'on': '2021-05-01', 'do': 'settle'}]");
    mutaid_loan_row last = loans_row(schedule, 1);

    ck_assert_uint_eq(loans_info(schedule).row_count, 2);
    ck_assert_int_eq(last.days, 10);
    ck_assert_int_eq(last.interest, 1000);
    ck_assert_int_eq(last.prepaid, 1000000);
    ck_assert_int_eq(last.balance, 0);
    check_sums(schedule);
    done();
}
END_TEST

/* --- arrears ------------------------------------------------------------------------- */

START_TEST(the_order_of_allocation_says_what_a_payment_settles)
{
    /* 1,000.00 of principal and 30.42 of interest due on 2022-01-01; 40.00
     * come in 30 days later, when 3.75 + 0.08 of charges have run up */
    static const char request[] =
        "'principal': '1000.00', 'repayment': 'bullet', 'term': 12, "
        "'payments': 'by_events', 'allocation': '%s', 'events': "
        "[{'on': '2022-01-31', 'do': 'repay', 'amount': '40.00'}]";
    static const struct {
        const char *order;
        mutaid_money penalty, compound, interest, principal;
    } table[] = {
        {"charges_first", 375, 11, 3042, 572},
        {"interest_first", 375, 11, 3042, 572},
        {"principal_first", 0, 0, 0, 4000},
        {"oldest_first", 0, 0, 3042, 958},
    };

    make("any_loan", "'signed_on': '2021-01-01', 'yearly_rate': '3%'",
         "'principal': '1000.00', 'repayment': 'bullet', 'term': 12");
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char text[400];

        snprintf(text, sizeof text, request, table[i].order);
        loans_make(schedule, c, text);
        mutaid_schedule_info info = loans_info(schedule);
        ck_assert_int_eq(info.penalty, 375);
        ck_assert_int_eq(info.compound, 11);
        ck_assert_int_eq(info.penalty_paid, table[i].penalty);
        ck_assert_int_eq(info.compound_paid, table[i].compound);
        ck_assert_int_eq(info.interest_paid, table[i].interest);
        ck_assert_int_eq(info.principal_paid, table[i].principal);
        ck_assert_int_eq(info.penalty_paid + info.compound_paid +
                             info.interest_paid + info.principal_paid,
                         4000);
    }
    done();
}
END_TEST

START_TEST(subsidy_is_payable_for_interest_that_was_due_and_paid)
{
    make("any_loan",
         "'signed_on': '2021-03-21', 'yearly_rate': '3.85%', "
         "'rhythm': 'quarter_20'",
         "'principal': '100000.00', 'repayment': 'interest_only', "
         "'term': 12, 'payments': 'by_events', 'as_of': '2021-12-31', "
         "'events': [{'on': '2021-06-20', 'do': 'repay', 'amount': "
         "'983.89'}, {'on': '2021-10-20', 'do': 'repay', 'amount': "
         "'1000.00'}]");
    mutaid_schedule_info info = loans_info(schedule);

    ck_assert_int_eq(info.subsidised_interest, 390347);
    ck_assert_int_eq(info.subsidy_payable, 98389 * 2);
    ck_assert_int_eq(loans_row(schedule, 1).interest_paid_on,
                     DAY(2021, 10, 20));
    HOLDS(info.compound > 0 && info.penalty == 0);
    ck_assert_int_eq(loans_row(schedule, 2).interest_paid_on,
                     MUTAID_DATE_INVALID);
    done();
}
END_TEST

START_TEST(statements_of_quarters_sum_to_the_schedule)
{
    static const int ends[][3] = {{2021, 6, 30}, {2021, 9, 30},
                                  {2021, 12, 31}, {2022, 3, 31}};
    mutaid_date from = DAY(2021, 1, 1);
    mutaid_loan_statement sum = MUTAID_LOAN_STATEMENT_INIT;

    make("any_loan",
         "'signed_on': '2021-03-21', 'yearly_rate': '3.85%', "
         "'rhythm': 'quarter_20'",
         "'principal': '100000.00', 'repayment': 'interest_only', 'term': 12,"
         "'events': [{'on': '2021-08-01', 'do': 'prepay_lower', 'amount': "
         "'40000.00'}]");
    for (size_t i = 0; i < 4; i++) {
        mutaid_loan_statement one = MUTAID_LOAN_STATEMENT_INIT;
        mutaid_date until = DAY(ends[i][0], ends[i][1], ends[i][2]);

        HOLDS(mutaid_schedule_statement(schedule, from, until, &one, NULL) ==
              MUTAID_OK);
        sum.interest_due += one.interest_due;
        sum.interest_paid += one.interest_paid;
        sum.principal_paid += one.principal_paid;
        sum.subsidy += one.subsidy;
        ck_assert_int_eq(one.overdue, 0);
        ck_assert_int_eq(one.outstanding,
                         i == 0 ? 10000000 : i < 3 ? 6000000 : 0);
        from = until + 1;
    }
    mutaid_schedule_info info = loans_info(schedule);
    ck_assert_int_eq(sum.interest_due, info.interest);
    ck_assert_int_eq(sum.interest_paid, info.interest);
    ck_assert_int_eq(sum.principal_paid, info.principal);
    ck_assert_int_eq(sum.subsidy, info.subsidy_payable);
    done();
}
END_TEST

START_TEST(an_extension_moves_the_end_and_is_not_subsidised)
{
    make("any_loan",
         "'signed_on': '2021-01-01', 'yearly_rate': '3.6%'",
         "'principal': '10000.00', 'repayment': 'bullet', 'term': 12, "
         "'events': [{'on': '2022-01-01', 'do': 'extend', 'months': 1}]");
    mutaid_loan_row late = loans_row(schedule, 1);

    ck_assert_uint_eq(loans_info(schedule).row_count, 2);
    ck_assert_int_eq(loans_row(schedule, 0).principal, 0);
    ck_assert_int_eq(loans_row(schedule, 0).subsidised_interest, 36500);
    ck_assert_int_eq(late.due, DAY(2022, 2, 1));
    ck_assert_int_eq(late.principal, 1000000);
    ck_assert_int_eq(late.interest, 3100);
    ck_assert_int_eq(late.subsidised_interest, 0);
    ck_assert_uint_eq(late.is_extension, 1);
    check_sums(schedule);
    done();
}
END_TEST

START_TEST(a_ceiling_some_months_and_a_total_bound_the_subsidy)
{
    /* 4.25 %, of which 4 % counts; half of it; 24 of 36 months; 3,000.00 */
    make("table_loan", TABLE_LOAN "'2019-08-20'",
         "'principal': '60000.00', 'repayment': 'bullet', 'term': 36");
    /* 731 days at 4 %: 4,873.33, half of it 2,436.67 */
    ck_assert_int_eq(loans_info(schedule).subsidised_interest, 243667);
    loans_make(schedule, c,
               "'principal': '90000.00', 'repayment': 'interest_only', "
               "'term': 36");
    ck_assert_int_eq(loans_info(schedule).subsidised_interest, 300000);
    check_sums(schedule);
    done();
}
END_TEST

/* --- bad input -------------------------------------------------------------------------- */

typedef struct refusal {
    const char *loan, *facts, *request;
    mutaid_code code;
} refusal;

#define ANY "any_loan", "'signed_on': '2021-01-01', 'yearly_rate': '3%'"
#define BULLET "'principal': '100.00', 'repayment': 'bullet', "

static const refusal refusals[] = {
    {ANY, "'principal': '0.00', 'repayment': 'bullet', 'term': 1",
     MUTAID_CODE_LOAN_PRINCIPAL},
    {ANY, "'principal': '50000000000000000.00', 'repayment': 'bullet'",
     MUTAID_CODE_LOAN_PRINCIPAL},
    {ANY, BULLET "'last_day': '2021-01-01'", MUTAID_CODE_LOAN_TERM},
    {ANY, BULLET "'last_day': '2020-12-31'", MUTAID_CODE_LOAN_TERM},
    {ANY, BULLET "'term': 1201", MUTAID_CODE_LOAN_TERM},
    {ANY, BULLET "'term': -1", MUTAID_CODE_REQUEST_FORM},
    {ANY, BULLET "'months': 1", MUTAID_CODE_REQUEST_KEY},
    {ANY, "'principal': '1.00', 'repayment': 'balloon', 'term': 1",
     MUTAID_CODE_REQUEST_FORM},
    {ANY, "'principal': '100.00', 'repayment': 'level_payment', 'term': 12, "
          "'grace': 61",
     MUTAID_CODE_LOAN_GRACE},
    {"guarantee_loan", "'signed_on': '2021-01-01', 'yearly_rate': '3%'",
     "'principal': '1.00', 'repayment': 'level_payment', 'term': 1",
     MUTAID_CODE_LOAN_REPAYMENT},
    {"any_loan", "'signed_on': '2021-01-01'", BULLET "'term': 1",
     MUTAID_CODE_LOAN_OPEN},
    {"any_loan", "'yearly_rate': '3%'", BULLET "'term': 1",
     MUTAID_CODE_LOAN_NO_DAY},
    {"table_loan", "'signed_on': '2019-08-19'", BULLET "'term': 1",
     MUTAID_CODE_LOAN_NO_RULE},
    {"any_loan",
     "'signed_on': '2021-01-01', 'yearly_rate': '3%', 'rhythm': 'days_15'",
     "'principal': '1.00', 'repayment': 'level_payment', 'term': 600",
     MUTAID_CODE_LOAN_ROWS},
    {ANY, BULLET "'term': 1, 'events': [{'on': '2020-12-31', 'do': 'repay', "
                 "'amount': '1.00'}]",
     MUTAID_CODE_LOAN_EVENT},
    {ANY, BULLET "'term': 1, 'events': [{'on': '2021-01-05', 'do': "
                 "'prepay_lower', 'amount': '100.01'}]",
     MUTAID_CODE_LOAN_EVENT},
    {ANY, BULLET "'term': 1, 'events': [{'on': '2021-01-05', 'do': "
                 "'overdue', 'amount': '1.00'}]",
     MUTAID_CODE_LOAN_EVENT},
    {ANY, BULLET "'term': 1, 'events': [{'on': '2021-02-02', 'do': "
                 "'extend', 'months': 1}]",
     MUTAID_CODE_LOAN_EVENT},
    {ANY, BULLET "'term': 1, 'events': [{'on': '2021-01-02', 'do': 'draw', "
                 "'amount': '100.00'}]",
     MUTAID_CODE_LOAN_EVENT},
    {ANY, BULLET "'term': 1, 'as_of': '2021-01-05', 'events': [{'on': "
                 "'2021-01-06', 'do': 'repay', 'amount': '1.00'}]",
     MUTAID_CODE_LOAN_EVENT},
    {ANY, BULLET "'term': 1, 'events': [{'on': '2021-01-05', 'do': 'settle'},"
                 "{'on': '2021-01-06', 'do': 'settle'}]",
     MUTAID_CODE_LOAN_EVENT},
    {ANY, BULLET "'term': 1, 'events': [{'on': '2021-01-05', 'do': 'gift'}]",
     MUTAID_CODE_REQUEST_FORM},
    {ANY, BULLET "'term': 1, 'events': [{'on': '2021-01-05', 'by': 'us', "
                 "'do': 'settle'}]",
     MUTAID_CODE_REQUEST_KEY},
    {ANY, BULLET "'term': 1, 'events': [{'on': '2021-01-05'}]",
     MUTAID_CODE_REQUEST_MISSING},
    {ANY, "'repayment': 'bullet', 'term': 1", MUTAID_CODE_REQUEST_MISSING},
    {ANY, "'principle': '1.00', 'repayment': 'bullet', 'term': 1",
     MUTAID_CODE_REQUEST_KEY},
    {ANY, BULLET "'term': 1, 'term': 2", MUTAID_CODE_REQUEST_JSON},
};

START_TEST(what_is_impossible_is_refused_with_its_code)
{
    const refusal *row = &refusals[_i];
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_schedule_info info = MUTAID_SCHEDULE_INFO_INIT;

    rulebook = loans_rulebook();
    schedule = loans_schedule(rulebook, row->loan);
    c = loans_case(rulebook, row->facts);
    mutaid_code code = loans_try(schedule, c, row->request, &error);
    printf("# %s %s\n", error.text, error.remedy);
    fflush(stdout);
    ck_assert_str_eq(mutaid_code_name(code), mutaid_code_name(row->code));
    ck_assert_int_eq(mutaid_schedule_describe(schedule, &info, &error),
                     MUTAID_ERROR_ARGUMENT);
    done();
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {principal_and_interest_sum_for_any_terms, 0},
        {a_zero_rate_costs_nothing, 0},
        {prepaying_never_costs_more, 0},
        {a_month_without_the_day_clamps_to_its_end, 0},
        {a_month_without_the_day_rolls_to_the_next, 0},
        {the_first_and_the_last_period_may_be_broken, 0},
        {day_31_is_the_end_of_every_month, 0},
        {a_loan_of_one_day_bears_interest_of_one_day, 0},
        {a_fixed_rate_is_that_of_the_signing_day, 0},
        {on_the_anniversary_the_rate_is_read_anew, 0},
        {on_the_first_of_january_the_rate_is_read_anew, 0},
        {for_each_period_the_rate_is_read_anew, 0},
        {a_rate_past_its_known_end_is_flagged, 0},
        {level_payments_are_computed_anew_when_the_rate_changes, 0},
        {first_instalments_of_grace_carry_interest_only, 0},
        {a_prepayment_may_shorten_the_loan, 0},
        {a_prepayment_may_lower_the_instalment, 0},
        {a_loan_that_is_settled_pays_interest_up_to_that_day, 0},
        {the_order_of_allocation_says_what_a_payment_settles, 0},
        {subsidy_is_payable_for_interest_that_was_due_and_paid, 0},
        {statements_of_quarters_sum_to_the_schedule, 0},
        {an_extension_moves_the_end_and_is_not_subsidised, 0},
        {a_ceiling_some_months_and_a_total_bound_the_subsidy, 0},
        {what_is_impossible_is_refused_with_its_code, ROWS(refusals)},
    };

    return run_suite("loan", tests, sizeof tests / sizeof *tests);
}
