/* SPDX-License-Identifier: MIT */
/* test_ledger.c - claims in order: what each is told of those before it. */
#include "book.h"
#include "failing.h"

/* Nights are capped at ten by 'per'; a gift is an officer's. */
#define NIGHTS(per) \
    "'facts': {'on': {'type': 'date'}, 'nights': {'type': 'count'," \
    "'at_most': 30}, 'gift': {'type': 'money', 'at_most': '9.00'}," \
    "'cover': {'type': 'date', 'optional': true}," \
    "'so_far': {'type': 'count', 'at_most': 99, 'if_missing': 0}," \
    "'paid': {'type': 'money', 'at_most': '9999.00'}}," \
    "'schemes': {'s': {" TITLE ", 'dated_by': 'on', 'from': '2020-01-01'," \
    "'require': [{'id': 'short', 'the': 'nights', 'at_most': 20," REASON \
    "}], 'benefits': [{'id': 'nights', " TITLE ", 'steps': [{'take': " \
    "'nights'}, {'cumulative': {'so_far': 'so_far', 'per': " per "," \
    "'steps': [{'at_most': 10}]}}, {'times': '1.00'}, {'plus': 'gift'}]}]}}"
#define YEARS NIGHTS("'calendar_year'")

enum { ON, NIGHTS_FACT, GIFT, COVER, SO_FAR, PAID, FACTS, MOST = 8 };

/* 2020-12-30 and the days after; 2021-01-01 is day 2. */
#define DAY(n) (18626 + (n))
#define NOT_GIVEN INT64_MIN

typedef struct claim {
    int64_t member, day, nights, gift;
    const char *told; /* "eligible 200 after 3" */
} claim;

typedef struct desk {
    mutaid_rulebook *rulebook;
    mutaid_ledger *ledger;
    mutaid_batch *batch;
    int64_t members[MOST], cells[FACTS][MOST], so_far[MOST];
    int64_t amounts[MOST], least[MOST], most[MOST];
    uint8_t valid[FACTS][1], outcomes[MOST], known[1];
} desk;

static void open_desk(desk *d, const char *text,
                      const mutaid_read_options *options)
{
    memset(d, 0, sizeof *d);
    d->rulebook = read_book(text, options);
    HOLDS(!mutaid_ledger_new(d->rulebook, 0, &d->ledger, NULL));
    HOLDS(!mutaid_batch_new(d->rulebook, &d->batch, NULL));
    HOLDS(!mutaid_batch_set_part(d->batch, 0, NULL));
    HOLDS(!mutaid_batch_want_outcome(d->batch, d->outcomes, NULL));
    HOLDS(!mutaid_batch_want_amount(d->batch, d->amounts, NULL, NULL));
    HOLDS(!mutaid_batch_want_bounds(d->batch, d->least, d->most, NULL));
    HOLDS(!mutaid_ledger_want_so_far(d->ledger, 0, d->so_far, d->known, NULL));
}

static void close_desk(desk *d)
{
    mutaid_batch_free(d->batch);
    mutaid_ledger_free(d->ledger);
    mutaid_rulebook_unref(d->rulebook);
}

static void put(desk *d, size_t fact, size_t row, int64_t cell)
{
    d->cells[fact][row] = cell;
    if (cell != NOT_GIVEN)
        d->valid[fact][0] |= (uint8_t)(1u << row);
}

static void take(desk *d, const claim *claims, size_t count)
{
    memset(d->valid, 0, sizeof d->valid);
    for (size_t i = 0; i < count; i++) {
        d->members[i] = claims[i].member;
        put(d, ON, i, claims[i].day);
        put(d, NIGHTS_FACT, i, claims[i].nights);
        put(d, GIFT, i, claims[i].gift);
        put(d, COVER, i, NOT_GIVEN);
    }
    HOLDS(!mutaid_batch_set_row_count(d->batch, count, NULL));
    for (size_t fact = ON; fact <= COVER; fact++) {
        HOLDS(!mutaid_batch_bind(d->batch, fact, MUTAID_COLUMN_INT64,
                                 d->cells[fact], NULL));
        HOLDS(!mutaid_batch_set_valid(d->batch, fact, d->valid[fact], 0,
                                      NULL));
    }
}

static const char *told_row(const desk *d, size_t row)
{
    static const char *const names[] = {"eligible", "refused", "undetermined",
                                        "not_applying", "invalid"};
    static char line[120];
    int used = snprintf(line, sizeof line, "%s %lld", names[d->outcomes[row]],
                        (long long)d->least[row]);

    if (d->most[row] != d->least[row])
        used += snprintf(line + used, sizeof line - (size_t)used, "-%lld",
                         (long long)d->most[row]);
    if (d->known[0] >> row & 1)
        snprintf(line + used, sizeof line - (size_t)used, " after %lld",
                 (long long)d->so_far[row]);
    else
        snprintf(line + used, sizeof line - (size_t)used, " after ?");
    return line;
}

static void expect(const char *text, const claim *claims, size_t count)
{
    desk d;

    open_desk(&d, text, NULL);
    take(&d, claims, count);
    HOLDS(!mutaid_ledger_run(d.ledger, d.batch, d.members, NULL));
    for (size_t i = 0; i < count; i++)
        ck_assert_str_eq(told_row(&d, i), claims[i].told);
    close_desk(&d);
}

START_TEST(claims_out_of_order_are_decided_in_order)
{
    static const claim claims[] = {
        {7, DAY(9), 4, 0, "eligible 300 after 7"},
        {7, DAY(5), 3, 0, "eligible 300 after 0"},
        {-1, DAY(6), 4, 0, "eligible 400 after 0"}, /* somebody else */
        {7, DAY(6), 4, 0, "eligible 400 after 3"},
        {7, DAY(9), 1, 0, "eligible 0 after 11"}, /* a tie, as it lies */
    };

    expect(YEARS, claims, 5);
}
END_TEST

START_TEST(a_claim_for_another_period_counts_there)
{
    static const claim claims[] = {
        {1, DAY(5), 3, 0, "eligible 300 after 0"},
        {1, DAY(1), 8, 0, "eligible 800 after 0"}, /* the year before */
        {1, DAY(6), 9, 0, "eligible 700 after 3"},
    };

    expect(YEARS, claims, 3);
}
END_TEST

START_TEST(what_is_refused_does_not_count)
{
    static const claim claims[] = {
        {1, DAY(5), 21, 0, "refused 0 after 0"},
        {1, DAY(6), 9, 0, "eligible 900 after 0"},
        {1, DAY(7), 0, 0, "eligible 0 after 9"},
        {1, DAY(8), 1, 0, "eligible 100 after 9"},
    };

    expect(YEARS, claims, 4);
}
END_TEST

START_TEST(an_undecided_claim_leaves_later_ones_of_its_period_open)
{
    static const claim claims[] = {
        {1, DAY(1), 2, 0, "eligible 200 after 0"},
        {1, DAY(5), 3, NOT_GIVEN, "undetermined 300-1200 after 0"},
        {1, DAY(6), 4, 0, "undetermined 0-400 after ?"},
        {1, DAY(7), 21, 0, "refused 0 after ?"},
        {1, DAY(7), 0, 5, "eligible 5 after ?"},
        {1, DAY(400), 4, 0, "eligible 400 after 0"}, /* the year after */
        {2, DAY(6), 4, 0, "eligible 400 after 0"},
    };

    expect(YEARS, claims, 7);
}
END_TEST

START_TEST(an_invalid_claim_leaves_later_ones_open_too)
{
    static const claim claims[] = {
        {1, DAY(5), 31, 0, "invalid 0 after 0"},
        {1, DAY(6), 4, 0, "undetermined 0-400 after ?"},
    };

    expect(YEARS, claims, 2);
}
END_TEST

START_TEST(a_claim_without_a_date_leaves_all_of_its_member_open)
{
    static const claim claims[] = {
        {1, DAY(5), 3, 0, "undetermined 0-300 after ?"},
        {1, NOT_GIVEN, 4, 0, "undetermined 0-400 after ?"},
        {2, NOT_GIVEN, 4, 0, "undetermined 0-400 after 0"}, /* in force? */
        {3, DAY(5), 4, 0, "eligible 400 after 0"},
    };

    expect(YEARS, claims, 4);
}
END_TEST

START_TEST(a_rolling_year_ends_after_the_same_day)
{
    static const claim claims[] = {
        {1, DAY(2), 3, 0, "eligible 300 after 0"},
        {1, DAY(2) + 364, 4, 0, "eligible 400 after 3"},
        {1, DAY(2) + 365, 9, 0, "eligible 600 after 4"},
    };

    expect(NIGHTS("{'rolling_months': 12}"), claims, 3);
}
END_TEST

START_TEST(a_chain_goes_on_from_the_last_claim)
{
    static const claim claims[] = {
        {1, DAY(2), 3, 0, "eligible 300 after 0"},
        {1, DAY(2) + 90, 4, 0, "eligible 400 after 3"}, /* 1 April */
        {1, DAY(2) + 181, 1, 0, "eligible 100 after 7"}, /* 1 July */
        {1, DAY(2) + 274, 8, 0, "eligible 800 after 0"}, /* 2 October */
    };

    expect(NIGHTS("{'same': ['gift'], 'within_months': 3}"), claims, 4);
}
END_TEST

START_TEST(a_period_that_is_not_known_keeps_sums_apart_or_open)
{
    static const claim claims[] = {
        {1, DAY(2), 3, 0, "eligible 300 after 0"},
        {1, DAY(3), 9, 0, "undetermined 0-900 after ?"},
    };
    desk d;

    expect(NIGHTS("{'cover_period': 'cover'}"), claims, 2);
    open_desk(&d, NIGHTS("{'cover_period': 'cover'}"), NULL);
    take(&d, claims, 2);
    HOLDS(!mutaid_batch_set_absent(d.batch, COVER, (const uint8_t *)"\xff", 0,
                                   NULL));
    HOLDS(!mutaid_ledger_run(d.ledger, d.batch, d.members, NULL));
    ck_assert_str_eq(told_row(&d, 1), "eligible 900 after 0");
    close_desk(&d);
}
END_TEST

START_TEST(rows_have_the_bytes_of_cases_told_by_hand)
{
    static const claim claims[] = {
        {1, DAY(5), 3, 1, ""}, {1, DAY(6), 9, 2, ""}, {1, DAY(7), 3, 3, ""}};
    char by_ledger[8192], by_hand[8192];
    size_t part = 0, one = 0, other = 0;
    int64_t carried = 0;
    book b;
    desk d;

    open_desk(&d, YEARS, NULL);
    take(&d, claims, 3);
    HOLDS(!mutaid_ledger_run(d.ledger, d.batch, d.members, NULL));
    b = book_of(mutaid_rulebook_ref(d.rulebook));
    for (size_t i = 0; i < 3; i++) {
        HOLDS(!mutaid_batch_row(d.batch, i, b.c, &part, NULL));
        HOLDS(!mutaid_case_set_count_at(b.c, SO_FAR, d.so_far[i], NULL));
        HOLDS(!mutaid_decide_at(b.c, part, b.d, NULL));
        HOLDS(!mutaid_decision_write_json(b.d, by_ledger, sizeof by_ledger,
                                          &one, NULL));
        HOLDS(!mutaid_case_set_count_at(b.c, SO_FAR, carried, NULL));
        HOLDS(!mutaid_decide_at(b.c, part, b.d, NULL));
        HOLDS(!mutaid_decision_write_json(b.d, by_hand, sizeof by_hand, &other,
                                          NULL));
        HOLDS(one == other && memcmp(by_ledger, by_hand, one) == 0);
        HOLDS(!mutaid_decision_describe(b.d, &b.info, NULL));
        HOLDS(b.info.least == d.amounts[i]);
        carried += claims[i].nights;
    }
    close_book(&b);
    close_desk(&d);
}
END_TEST

/* --- what is refused ------------------------------------------------------------ */

#define TWO_STEPS(first, second, total) \
    "'facts': {'on': {'type': 'date'}, 'n': {'type': 'count', 'at_most': 9}," \
    "'s': {'type': 'count', 'at_most': 99}," \
    "'p': {'type': 'money', 'at_most': '99.00'}}," \
    "'values': {'v': {'sum': ['s', 1]}}," \
    "'schemes': {'s1': {" TITLE ", 'dated_by': 'on', 'benefits': [" \
    "{'id': 'a', " TITLE ", 'steps': [{'take': 'n'}, {'cumulative': {" first \
    ", 'steps': [{'at_most': 5}]}}, {'cumulative': {" second \
    ", 'steps': [{'at_most': 5}]}}, {'times': '1.00'}]}]" total "}}"

static const struct {
    const char *text;
    mutaid_code code;
} refusals[] = {
    {TWO_STEPS("'so_far': 's', 'per': 'calendar_year'",
               "'so_far': 's', 'per': {'rolling_months': 3}", ""),
     MUTAID_CODE_LEDGER_TWO_SUMS},
    {TWO_STEPS("'so_far': 's', 'per': {'rolling_months': 2}",
               "'so_far': 's', 'per': {'rolling_months': 3}", ""),
     MUTAID_CODE_LEDGER_TWO_SUMS},
    {TWO_STEPS("'so_far': 's', 'per': {'same': ['n'], 'within_months': 2}",
               "'so_far': 's', 'per': {'same': ['on'], 'within_months': 2}",
               ""),
     MUTAID_CODE_LEDGER_TWO_SUMS},
    {TWO_STEPS("'so_far': 'v', 'per': 'calendar_year'", "'so_far': 's'", ""),
     MUTAID_CODE_LEDGER_NO_FACT},
    {TWO_STEPS("'so_far': 's', 'per': {'cover_period': 'v'}", "'so_far': 's'",
               ""),
     MUTAID_CODE_LEDGER_NO_FACT},
    {TWO_STEPS("'so_far': 's'", "'so_far': 's', 'per': 'calendar_year'",
               ", 'total': {'at_most': '5.00', 'so_far': 'p', 'per': "
               "'calendar_year'}"),
     MUTAID_CODE_NONE},
};

START_TEST(a_fact_holds_one_sum)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_rulebook *rulebook = read_book(refusals[_i].text, NULL);
    mutaid_ledger *ledger = NULL;
    mutaid_status status = mutaid_ledger_new(rulebook, 0, &ledger, &error);

    ck_assert_str_eq(mutaid_code_name(error.code),
                     mutaid_code_name(refusals[_i].code));
    HOLDS((status == MUTAID_OK) == (refusals[_i].code == MUTAID_CODE_NONE));
    ck_assert_int_eq((int)mutaid_ledger_fact_count(ledger), status ? 0 : 2);
    mutaid_ledger_free(ledger);
    mutaid_rulebook_unref(rulebook);
}
END_TEST

START_TEST(what_cannot_be_replayed_is_refused)
{
    static const claim claims[] = {{1, DAY(5), 3, 1, ""}};
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_ledger *ledger = NULL;
    mutaid_batch *other = NULL;
    size_t fact = 0;
    desk d;

    open_desk(&d, YEARS, NULL);
    take(&d, claims, 1);
    HOLDS(!mutaid_ledger_fact(d.ledger, 0, &fact, NULL) && fact == SO_FAR);
    HOLDS(mutaid_ledger_fact(d.ledger, 1, &fact, NULL) ==
          MUTAID_ERROR_ARGUMENT);
    HOLDS(mutaid_ledger_want_so_far(d.ledger, 1, NULL, NULL, NULL) ==
          MUTAID_ERROR_ARGUMENT);
    HOLDS(mutaid_ledger_new(d.rulebook, 7, &ledger, NULL) ==
          MUTAID_ERROR_ARGUMENT);
    HOLDS(mutaid_ledger_run(d.ledger, d.batch, NULL, NULL) ==
          MUTAID_ERROR_ARGUMENT);
    HOLDS(!mutaid_batch_bind(d.batch, SO_FAR, MUTAID_COLUMN_INT64,
                             d.cells[SO_FAR], NULL));
    HOLDS(mutaid_ledger_run(d.ledger, d.batch, d.members, &error) ==
          MUTAID_ERROR_TYPE);
    HOLDS(error.code == MUTAID_CODE_LEDGER_KEPT);
    ck_assert_str_eq(error.fact, "so_far");
    HOLDS(!mutaid_batch_new(d.rulebook, &other, NULL));
    HOLDS(mutaid_ledger_run(d.ledger, other, d.members, NULL) ==
          MUTAID_ERROR_ARGUMENT);
    mutaid_batch_free(other);
    mutaid_ledger_free(NULL);
    HOLDS(mutaid_ledger_fact_count(NULL) == 0);
    close_desk(&d);
}
END_TEST

/* --- memory ------------------------------------------------------------------------ */

START_TEST(each_allocation_may_fail)
{
    static const claim claims[] = {
        {1, DAY(5), 3, NOT_GIVEN, ""}, {1, DAY(6), 3, 1, ""},
        {2, DAY(7), 3, 1, ""}};
    failing memory = {0};
    mutaid_allocator allocator = failing_allocator(&memory);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    bool is_done = false;
    desk d;

    options.allocator = &allocator;
    open_desk(&d, YEARS, &options);
    take(&d, claims, 3);
    for (size_t n = 1; !is_done; n++) {
        mutaid_ledger *ledger = NULL;
        mutaid_status status;
        size_t blocks = memory.blocks;

        memory.calls = 0;
        memory.fail_at = n;
        memory.fails_on = true;
        memory.has_failed = false;
        status = mutaid_ledger_new(d.rulebook, 0, &ledger, NULL);
        if (status == MUTAID_OK)
            status = mutaid_ledger_run(ledger, d.batch, d.members, NULL);
        is_done = !memory.has_failed;
        HOLDS(status == (is_done ? MUTAID_OK : MUTAID_ERROR_MEMORY));
        memory.fail_at = 0;
        mutaid_ledger_free(ledger);
        HOLDS(memory.blocks == blocks);
    }
    close_desk(&d);
    HOLDS(memory.blocks == 0);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {claims_out_of_order_are_decided_in_order, 0},
        {a_claim_for_another_period_counts_there, 0},
        {what_is_refused_does_not_count, 0},
        {an_undecided_claim_leaves_later_ones_of_its_period_open, 0},
        {an_invalid_claim_leaves_later_ones_open_too, 0},
        {a_claim_without_a_date_leaves_all_of_its_member_open, 0},
        {a_rolling_year_ends_after_the_same_day, 0},
        {a_chain_goes_on_from_the_last_claim, 0},
        {a_period_that_is_not_known_keeps_sums_apart_or_open, 0},
        {rows_have_the_bytes_of_cases_told_by_hand, 0},
        {a_fact_holds_one_sum, ROWS(refusals)},
        {what_cannot_be_replayed_is_refused, 0},
        {each_allocation_may_fail, 0},
    };

    return run_suite("ledger", tests, sizeof tests / sizeof *tests);
}
