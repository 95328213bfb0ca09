/* SPDX-License-Identifier: MIT */
/* test_case.c - facts set, looked at, refused; by name and by index. */
#include "book.h"

#define FACTS \
    "'facts': {" \
    "'day': {'type': 'date', 'at_least': '2000-01-01', 'at_most': " \
    "'2030-12-31'}," \
    "'cost': {'type': 'money', 'at_least': '-5.00', 'at_most': '1000.00'}," \
    "'days': {'type': 'count', 'at_least': 1, 'at_most': 400}," \
    "'area': {'type': 'measure', 'unit': 'm2', 'decimals': 1, 'at_most': " \
    "'90 m2'}," \
    "'share': {'type': 'rate', 'at_most': '100%'}," \
    "'ill': {'type': 'flag'}," \
    "'ward': {'type': 'choice', 'choices': [{'code': 'a'}, {'code': '2'}]}," \
    "'gift': {'type': 'money', 'at_most': '100.00', 'optional': true}}"
#define BOOK \
    FACTS ", 'schemes': {'s': {" TITLE ", 'dated_by': 'day', 'benefits': [{" \
          "'id': 'b', " TITLE ", 'steps': [{'take': '1.00'}]}]}}"

enum { DAY, COST, DAYS, AREA, SHARE, ILL, WARD, GIFT, FACT_COUNT };

static const char *const names[] = {"day",   "cost", "days", "area",
                                    "share", "ill",  "ward", "gift"};

static int64_t integer_of(const book *b, size_t fact, int32_t wanted)
{
    int64_t integer = -77;
    int32_t state = -77;

    HOLDS(mutaid_case_get(b->c, fact, &state, &integer, NULL) == MUTAID_OK);
    ck_assert_int_eq(state, wanted);
    return integer;
}

START_TEST(a_new_case_is_empty)
{
    book b = open_book(BOOK);

    for (size_t i = 0; i < FACT_COUNT; i++)
        ck_assert_int_eq(integer_of(&b, i, MUTAID_STATE_OPEN), 0);
    ck_assert_ptr_eq(mutaid_case_rulebook(b.c), b.rulebook);
    ck_assert_ptr_null(mutaid_case_rulebook(NULL));
    close_book(&b);
}
END_TEST

/* One fact through its typed setter, by name or by index. */
static mutaid_status set(book *b, size_t fact, int64_t value, bool by_name,
                         mutaid_error *e)
{
    const char *name = names[fact];
    mutaid_case *c = b->c;

    switch (fact) {
    case DAY:
        return by_name
                   ? mutaid_case_set_date(c, name, (mutaid_date)value, e)
                   : mutaid_case_set_date_at(c, fact, (mutaid_date)value, e);
    case DAYS:
        return by_name ? mutaid_case_set_count(c, name, value, e)
                       : mutaid_case_set_count_at(c, fact, value, e);
    case AREA:
        return by_name ? mutaid_case_set_measure(c, name, value, e)
                       : mutaid_case_set_measure_at(c, fact, value, e);
    case SHARE:
        return by_name ? mutaid_case_set_rate(c, name, value, e)
                       : mutaid_case_set_rate_at(c, fact, value, e);
    case ILL:
        return by_name ? mutaid_case_set_flag(c, name, (int)value, e)
                       : mutaid_case_set_flag_at(c, fact, (int)value, e);
    default:
        return by_name ? mutaid_case_set_money(c, name, value, e)
                       : mutaid_case_set_money_at(c, fact, value, e);
    }
}

static const struct {
    size_t fact;
    int64_t least, most;
} ranges[] = {
    {DAY, 10957, 22279}, {COST, -500, 100000}, {DAYS, 1, 400},   {AREA, 0, 900},
    {SHARE, 0, 1000000}, {ILL, 0, 1},          {GIFT, 0, 10000},
};

START_TEST(a_setter_takes_its_range_to_the_unit)
{
    book b = open_book(BOOK);
    size_t fact = ranges[_i].fact;
    int64_t least = ranges[_i].least, most = ranges[_i].most;

    for (int by_name = 0; by_name < 2; by_name++) {
        mutaid_error error = MUTAID_ERROR_INIT;

        ck_assert_int_eq(set(&b, fact, least, by_name, NULL), MUTAID_OK);
        ck_assert_int_eq(integer_of(&b, fact, MUTAID_STATE_GIVEN), least);
        ck_assert_int_eq(set(&b, fact, most, by_name, NULL), MUTAID_OK);
        ck_assert_int_eq(set(&b, fact, least - 1, by_name, &error),
                         MUTAID_ERROR_RANGE);
        ck_assert_int_eq(error.code, MUTAID_CODE_FACT_RANGE);
        ck_assert_str_eq(error.fact, names[fact]);
        ck_assert_str_ne(error.text, "");
        ck_assert_str_ne(error.remedy, "");
        ck_assert_int_eq(set(&b, fact, most + 1, by_name, NULL),
                         MUTAID_ERROR_RANGE);
        ck_assert_int_eq(integer_of(&b, fact, MUTAID_STATE_GIVEN), most);
    }
    close_book(&b);
}
END_TEST

START_TEST(a_setter_of_another_type_is_refused)
{
    book b = open_book(BOOK);

    for (size_t fact = 0; fact < FACT_COUNT; fact++) {
        mutaid_error error = MUTAID_ERROR_INIT;

        if (fact != COST && fact != GIFT)
            ck_assert_int_eq(mutaid_case_set_money_at(b.c, fact, 1, &error),
                             MUTAID_ERROR_TYPE);
        if (fact != DAYS)
            ck_assert_int_eq(mutaid_case_set_count_at(b.c, fact, 1, NULL),
                             MUTAID_ERROR_TYPE);
        if (fact != AREA)
            ck_assert_int_eq(mutaid_case_set_measure_at(b.c, fact, 1, NULL),
                             MUTAID_ERROR_TYPE);
        if (fact != SHARE)
            ck_assert_int_eq(mutaid_case_set_rate_at(b.c, fact, 1, NULL),
                             MUTAID_ERROR_TYPE);
        if (fact != DAY)
            ck_assert_int_eq(mutaid_case_set_date_at(b.c, fact, 11000, NULL),
                             MUTAID_ERROR_TYPE);
        if (fact != ILL)
            ck_assert_int_eq(mutaid_case_set_flag_at(b.c, fact, 1, NULL),
                             MUTAID_ERROR_TYPE);
        if (fact != WARD)
            ck_assert_int_eq(mutaid_case_set_choice_at(b.c, fact, 0, NULL),
                             MUTAID_ERROR_TYPE);
        integer_of(&b, fact, MUTAID_STATE_OPEN);
    }
    close_book(&b);
}
END_TEST

START_TEST(a_choice_is_given_by_code_or_by_index)
{
    book b = open_book(BOOK);
    mutaid_error error = MUTAID_ERROR_INIT;

    ck_assert_int_eq(mutaid_case_set_choice(b.c, "ward", "2", NULL), MUTAID_OK);
    ck_assert_int_eq(integer_of(&b, WARD, MUTAID_STATE_GIVEN), 1);
    ck_assert_int_eq(mutaid_case_set_choice_at(b.c, WARD, 0, NULL), MUTAID_OK);
    ck_assert_int_eq(integer_of(&b, WARD, MUTAID_STATE_GIVEN), 0);
    ck_assert_int_eq(mutaid_case_set_choice(b.c, "ward", "b", &error),
                     MUTAID_ERROR_NAME);
    ck_assert_int_eq(error.code, MUTAID_CODE_NO_SUCH_CHOICE);
    ck_assert_int_ne(mutaid_case_set_choice_at(b.c, WARD, 2, NULL), MUTAID_OK);
    ck_assert_int_eq(integer_of(&b, WARD, MUTAID_STATE_GIVEN), 0);
    close_book(&b);
}
END_TEST

/* --- as text ------------------------------------------------------------------ */

static const struct {
    size_t fact;
    const char *text;
    mutaid_status status;
    int64_t integer;
} texts[] = {
    {DAY, "2016-03-01", MUTAID_OK, 16861},
    {DAY, "2016-3-1", MUTAID_ERROR_TYPE, 0},
    {DAY, "2015-02-29", MUTAID_ERROR_TYPE, 0},
    {DAY, "1999-12-31", MUTAID_ERROR_RANGE, 0},
    {COST, "-5.00", MUTAID_OK, -500},
    {COST, "-5.01", MUTAID_ERROR_RANGE, 0},
    {COST, "1000.00", MUTAID_OK, 100000},
    {COST, "1000", MUTAID_ERROR_TYPE, 0},
    {COST, "1000.0", MUTAID_ERROR_TYPE, 0},
    {COST, "1,000.00", MUTAID_ERROR_TYPE, 0},
    {COST, "1.005", MUTAID_ERROR_TYPE, 0},
    {COST, " 1.00", MUTAID_ERROR_TYPE, 0},
    {COST, "", MUTAID_ERROR_TYPE, 0},
    {COST, "99999999999999999999.00", MUTAID_ERROR_TYPE, 0},
    {DAYS, "3", MUTAID_OK, 3},
    {DAYS, "03", MUTAID_ERROR_TYPE, 0},
    {DAYS, "3.0", MUTAID_ERROR_TYPE, 0},
    {DAYS, "0", MUTAID_ERROR_RANGE, 0},
    {AREA, "40 m2", MUTAID_OK, 400},
    {AREA, "40.5 m2", MUTAID_OK, 405},
    {AREA, "40.55 m2", MUTAID_ERROR_TYPE, 0},
    {AREA, "40", MUTAID_ERROR_TYPE, 0},
    {AREA, "40 m3", MUTAID_ERROR_TYPE, 0},
    {AREA, "90.1 m2", MUTAID_ERROR_RANGE, 0},
    {SHARE, "20%", MUTAID_OK, 200000},
    {SHARE, "3.8501%", MUTAID_OK, 38501},
    {SHARE, "3.85001%", MUTAID_ERROR_TYPE, 0},
    {SHARE, "1/4", MUTAID_OK, 250000},
    {SHARE, "1/3", MUTAID_ERROR_TYPE, 0},
    {SHARE, "0.2", MUTAID_ERROR_TYPE, 0},
    {SHARE, "101%", MUTAID_ERROR_RANGE, 0},
    {ILL, "true", MUTAID_OK, 1},
    {ILL, "false", MUTAID_OK, 0},
    {ILL, "yes", MUTAID_ERROR_TYPE, 0},
    {ILL, "1", MUTAID_ERROR_TYPE, 0},
    {WARD, "2", MUTAID_OK, 1},
    {WARD, "b", MUTAID_ERROR_NAME, 0},
};

START_TEST(a_text_is_read_as_the_rulebook_would_write_it)
{
    book b = open_book(BOOK);
    size_t fact = texts[_i].fact;
    const char *text = texts[_i].text;
    mutaid_error error = MUTAID_ERROR_INIT;
    char padded[60];

    ck_assert_int_eq(mutaid_case_set_text(b.c, names[fact], text, &error),
                     texts[_i].status);
    ck_assert_int_eq(integer_of(&b, fact,
                                texts[_i].status == MUTAID_OK
                                    ? MUTAID_STATE_GIVEN
                                    : MUTAID_STATE_OPEN),
                     texts[_i].integer);
    ck_assert_int_eq(error.status, texts[_i].status);
    mutaid_case_clear(b.c);
    snprintf(padded, sizeof padded, "%s999", text);
    ck_assert_int_eq(
        mutaid_case_set_text_at(b.c, fact, padded, strlen(text), NULL),
        texts[_i].status);
    ck_assert_int_eq(integer_of(&b, fact,
                                texts[_i].status == MUTAID_OK
                                    ? MUTAID_STATE_GIVEN
                                    : MUTAID_STATE_OPEN),
                     texts[_i].integer);
    close_book(&b);
}
END_TEST

/* --- absent, not given ------------------------------------------------------------- */

START_TEST(only_an_optional_fact_may_be_absent)
{
    book b = open_book(BOOK);
    mutaid_error error = MUTAID_ERROR_INIT;

    ck_assert_int_eq(mutaid_case_set_absent(b.c, "gift", NULL), MUTAID_OK);
    ck_assert_int_eq(integer_of(&b, GIFT, MUTAID_STATE_ABSENT), 0);
    ck_assert_int_eq(mutaid_case_unset(b.c, "gift", NULL), MUTAID_OK);
    ck_assert_int_eq(integer_of(&b, GIFT, MUTAID_STATE_OPEN), 0);
    ck_assert_int_eq(mutaid_case_set_absent_at(b.c, GIFT, NULL), MUTAID_OK);
    ck_assert_int_eq(mutaid_case_set_money(b.c, "gift", 5, NULL), MUTAID_OK);
    ck_assert_int_eq(mutaid_case_unset_at(b.c, GIFT, NULL), MUTAID_OK);
    ck_assert_int_eq(integer_of(&b, GIFT, MUTAID_STATE_OPEN), 0);
    ck_assert_int_eq(mutaid_case_set_absent(b.c, "cost", &error),
                     MUTAID_ERROR_RANGE);
    ck_assert_int_eq(error.code, MUTAID_CODE_NEVER_ABSENT);
    ck_assert_str_eq(error.fact, "cost");
    integer_of(&b, COST, MUTAID_STATE_OPEN);
    close_book(&b);
}
END_TEST

START_TEST(a_day_that_does_not_exist_is_refused)
{
    book b = open_book(BOOK);

    ck_assert_int_ne(mutaid_case_set_date(
                         b.c, "day", mutaid_date_from_civil(2015, 2, 29), NULL),
                     MUTAID_OK);
    integer_of(&b, DAY, MUTAID_STATE_OPEN);
    close_book(&b);
}
END_TEST

START_TEST(clearing_a_case_makes_every_fact_open)
{
    book b = open_book(BOOK);

    HOLDS(mutaid_case_set_count(b.c, "days", 3, NULL) == MUTAID_OK);
    HOLDS(mutaid_case_set_absent(b.c, "gift", NULL) == MUTAID_OK);
    mutaid_case_clear(b.c);
    for (size_t i = 0; i < FACT_COUNT; i++)
        ck_assert_int_eq(integer_of(&b, i, MUTAID_STATE_OPEN), 0);
    close_book(&b);
}
END_TEST

START_TEST(the_first_error_wins)
{
    book b = open_book(BOOK);
    mutaid_error error = MUTAID_ERROR_INIT;

    ck_assert_int_eq(mutaid_case_set_count(b.c, "days", 0, &error),
                     MUTAID_ERROR_RANGE);
    ck_assert_int_eq(mutaid_case_set_count(b.c, "nights", 0, &error),
                     MUTAID_ERROR_NAME);
    ck_assert_int_eq(error.code, MUTAID_CODE_FACT_RANGE);
    mutaid_error_clear(&error);
    ck_assert_int_eq(mutaid_case_set_count(b.c, "nights", 0, &error),
                     MUTAID_ERROR_NAME);
    ck_assert_int_eq(error.code, MUTAID_CODE_NO_SUCH_FACT);
    ck_assert_str_eq(error.fact, "nights");
    close_book(&b);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_new_case_is_empty, 0},
        {a_setter_takes_its_range_to_the_unit, ROWS(ranges)},
        {a_setter_of_another_type_is_refused, 0},
        {a_choice_is_given_by_code_or_by_index, 0},
        {a_text_is_read_as_the_rulebook_would_write_it, ROWS(texts)},
        {only_an_optional_fact_may_be_absent, 0},
        {a_day_that_does_not_exist_is_refused, 0},
        {clearing_a_case_makes_every_fact_open, 0},
        {the_first_error_wins, 0},
    };

    return run_suite("case", tests, ROWS(tests));
}
