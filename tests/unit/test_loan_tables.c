/* SPDX-License-Identifier: MIT */
/* test_loan_tables.c - schedules and day counts that others have published,
 * to the last digit. */
#include "document/json.h"
#include "loans.h"
#include "number/ratio.h"

/* --- tables ------------------------------------------------------------------ */

typedef struct table {
    mutaid__memory memory;
    mutaid__arena arena;
    mutaid_report *report;
    const mutaid__json *root;
} table;

static void open_table(table *t, const char *name)
{
    static const mutaid__json_limits limits = {1 << 20, 8, 100000};
    mutaid_status status = MUTAID_OK;
    size_t length;
    char *text = loans_text(name, &length);

    mutaid__memory_init(&t->memory, NULL, 1 << 24);
    mutaid__arena_init(&t->arena, &t->memory);
    HOLDS(mutaid__report_new(NULL, 1 << 20, &t->report, NULL) == MUTAID_OK);
    t->root = mutaid__json_read(&t->arena, text, length, &limits, t->report,
                                &status);
    HOLDS(t->root != NULL);
    free(text);
}

static void close_table(table *t)
{
    mutaid__arena_free(&t->arena);
    mutaid_report_free(t->report);
}

static const char *text_of(const mutaid__json *row, const char *key)
{
    const mutaid__json *child = mutaid__json_get(row, key);

    return child && child->text.data ? child->text.data : "";
}

static mutaid_date day_of(const char *text)
{
    int year = 0, month = 0, day = 0;

    HOLDS(sscanf(text, "%d-%d-%d", &year, &month, &day) == 3);
    return mutaid_date_from_civil(year, month, day);
}

/* "12", "7.9", "213/20" with so many decimals; it has no more than those. */
static int64_t scaled(const char *text, int decimals)
{
    long long whole = 0, below = 1, scale = 1;
    int places = 0;
    const char *point = strchr(text, '.');
    const char *slash = strchr(text, '/');

    for (int i = 0; i < decimals; i++)
        scale *= 10;
    for (const char *at = text; *at && at != slash; at++)
        if (*at != '.')
            whole = whole * 10 + (*at - '0');
    if (point && (int)strlen(point + 1) == decimals)
        return whole;
    for (places = point ? (int)strlen(point + 1) : 0; places > 0; places--)
        below *= 10;
    if (slash)
        below = atoll(slash + 1);
    HOLDS(whole * scale % below == 0);
    return whole * scale / below;
}

/* --- schedules ------------------------------------------------------------------ */

static const char *counting_of(const char *year)
{
    if (strstr(year, "360"))
        return "actual_360";
    return strstr(year, "364") ? "actual_364" : "actual_actual_dec31";
}

static const char *rhythm_of(const mutaid__json *row)
{
    if (strcmp(text_of(row, "frequency"), "WEEKS") == 0)
        return "fortnightly";
    return strstr(text_of(row, "id"), "roll") ? "monthly_roll" : "monthly";
}

static void compare_rows(const mutaid_schedule *schedule,
                         const mutaid__json *expected)
{
    size_t number = 0;

    ck_assert_uint_eq(loans_info(schedule).row_count, expected->count);
    for (const mutaid__json *e = expected->first; e; e = e->next) {
        mutaid_loan_row row = loans_row(schedule, number++);

        ck_assert_int_eq(row.interest, scaled(text_of(e, "interest"), 2));
        ck_assert_int_eq(row.principal, scaled(text_of(e, "principal"), 2));
        if (mutaid__json_get(e, "balance"))
            ck_assert_int_eq(row.balance, scaled(text_of(e, "balance"), 2));
        if (mutaid__json_get(e, "emi"))
            ck_assert_int_eq(row.payment, scaled(text_of(e, "emi"), 2));
    }
}

static void check_schedule(mutaid_rulebook *rulebook, const mutaid__json *row)
{
    const mutaid__json *periods = mutaid__json_get(row, "periods");
    const mutaid__json *last = periods->first;
    bool is_by_months = strstr(text_of(row, "days_in_month"), "30") != NULL;
    int64_t rate = scaled(text_of(row, "annual_rate_pct"), 4);
    int64_t principal = scaled(text_of(row, "principal"), 2);
    char facts[400], request[400];

    while (last->next)
        last = last->next;
    snprintf(facts, sizeof facts,
             "'signed_on': '%s', 'yearly_rate': '%d.%04d%%', 'counting': '%s',"
             " 'rhythm': '%s', 'months_whole': %s, 'spread': true",
             periods->first->first->text.data, (int)(rate / 10000),
             (int)(rate % 10000), counting_of(text_of(row, "days_in_year")),
             rhythm_of(row), is_by_months ? "true" : "false");
    snprintf(request, sizeof request,
             "'principal': '%d.%02d', 'repayment': 'level_payment', "
             "'last_day': '%s'",
             (int)(principal / 100), (int)(principal % 100),
             last->first->next->text.data);
    printf("# %s\n", text_of(row, "id"));
    fflush(stdout);

    mutaid_schedule *schedule = loans_schedule(rulebook, "any_loan");
    mutaid_case *c = loans_case(rulebook, facts);
    loans_make(schedule, c, request);
    compare_rows(schedule, mutaid__json_get(row, "expected"));
    mutaid_case_free(c);
    mutaid_schedule_free(schedule);
}

START_TEST(schedules_of_equal_instalments_are_those_that_others_published)
{
    mutaid_rulebook *rulebook = loans_rulebook();
    table t;

    open_table(&t, "tests/external/fineract_schedules.json");
    ck_assert_uint_ge(t.root->count, 8);
    for (const mutaid__json *row = t.root->first; row; row = row->next)
        check_schedule(rulebook, row);
    close_table(&t);
    mutaid_rulebook_unref(rulebook);
}
END_TEST

/* --- day counts ------------------------------------------------------------------- */

static const char *day_count_of(const char *test)
{
    static const char *const names[][2] = {
        {"testThirty360_BondBasis", "30_360_bond"},
        {"testThirty360_EurobondBasis", "30_360_european"},
        {"testThirty360_USA", "30_360_us"},
        {"testThirty360_ISDA", "30_360_isda"},
        {"ActualActual::ISDA", "actual_actual_isda"}};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i][0], test) == 0)
            return names[i][1];
    ck_abort_msg("the table names an unknown day count: %s", test);
    return "";
}

/* Years with twelve decimals, rounded half up. */
static int64_t years_of(const mutaid_year_fraction *fraction)
{
    mutaid__wide rest;
    mutaid__wide twice = mutaid__wide_mul(
        mutaid__wide_of(fraction->numerator),
        mutaid__wide_of(INT64_C(2000000000000)));
    mutaid__wide below =
        mutaid__wide_mul(mutaid__wide_of(fraction->denominator),
                         mutaid__wide_of(2));

    return (int64_t)mutaid__wide_low(mutaid__wide_floor_div(
        mutaid__wide_add(twice, mutaid__wide_of(fraction->denominator)),
        below, &rest));
}

static void check_day_count(const mutaid__json *row)
{
    mutaid_year_fraction fraction = MUTAID_YEAR_FRACTION_INIT;
    const mutaid__json *end = mutaid__json_get(row, "termination");
    const char *name = day_count_of(text_of(row, "test"));
    mutaid_date last =
        end ? day_of(end->text.data) : (mutaid_date)MUTAID_DATE_INVALID;

    HOLDS(mutaid_day_count(name, day_of(text_of(row, "start")),
                           day_of(text_of(row, "end")), last, &fraction,
                           NULL) == MUTAID_OK);
    printf("# %s %s %s\n", name, text_of(row, "start"), text_of(row, "end"));
    fflush(stdout);
    if (mutaid__json_get(row, "days")) {
        ck_assert_int_eq(fraction.days, atoll(text_of(row, "days")));
        return;
    }
    /* the source states ten decimals, and compares so many */
    int64_t off = years_of(&fraction) -
                  scaled(text_of(row, "year_fraction"), 12);
    ck_assert_int_le(off < 0 ? -off : off, 50);
}

START_TEST(day_counts_are_those_that_others_published)
{
    table t;

    open_table(&t, "tests/external/quantlib_daycount.json");
    ck_assert_uint_ge(t.root->count, 64);
    for (const mutaid__json *row = t.root->first; row; row = row->next)
        check_day_count(row);
    close_table(&t);
}
END_TEST

START_TEST(a_year_split_at_31_december_has_its_last_day_in_the_next)
{
    mutaid_year_fraction fraction = MUTAID_YEAR_FRACTION_INIT;

    HOLDS(mutaid_day_count("actual_actual_dec31",
                           mutaid_date_from_civil(2023, 12, 12),
                           mutaid_date_from_civil(2024, 1, 12),
                           MUTAID_DATE_INVALID, &fraction,
                           NULL) == MUTAID_OK);
    /* 19 days of 365 and 12 of 366 */
    ck_assert_int_eq(fraction.days, 31);
    HOLDS(fraction.numerator * INT64_C(365) * 366 ==
          (INT64_C(19) * 366 + 12 * 365) * fraction.denominator);
}
END_TEST

START_TEST(days_in_the_wrong_order_and_unknown_day_counts_are_refused)
{
    mutaid_year_fraction fraction = MUTAID_YEAR_FRACTION_INIT;
    mutaid_error error = MUTAID_ERROR_INIT;

    ck_assert_int_eq(mutaid_day_count("actual_360", 1, 0, MUTAID_DATE_INVALID,
                                      &fraction, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_day_count("actual_366", 0, 1, MUTAID_DATE_INVALID,
                                      &fraction, &error),
                     MUTAID_ERROR_NAME);
    ck_assert_int_eq(error.code, MUTAID_CODE_NO_SUCH_DAY_COUNT);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {schedules_of_equal_instalments_are_those_that_others_published, 0},
        {day_counts_are_those_that_others_published, 0},
        {a_year_split_at_31_december_has_its_last_day_in_the_next, 0},
        {days_in_the_wrong_order_and_unknown_day_counts_are_refused, 0},
    };

    return run_suite("loan tables", tests, sizeof tests / sizeof *tests);
}
