/* SPDX-License-Identifier: MIT */
/* test_case_json.c - cases written and read as JSON, and decided again. */
#include "book.h"

#define FACTS \
    "'facts': {" \
    "'day': {'type': 'date'}," \
    "'cost': {'type': 'money', 'at_least': '-5.00', 'at_most': '1000.00'}," \
    "'days': {'type': 'count', 'at_most': 400}," \
    "'area': {'type': 'measure', 'unit': 'm2', 'decimals': 1, 'at_most': " \
    "'90 m2'}," \
    "'share': {'type': 'rate', 'at_most': '100%'}," \
    "'ill': {'type': 'flag'}," \
    "'ward': {'type': 'choice', 'choices': [{'code': 'a'}, {'code': '2'}]}," \
    "'gift': {'type': 'money', 'at_most': '100.00', 'optional': true}}"
#define BOOK \
    FACTS ", 'parameters': {'p': {'use': '2.00'}}, 'schemes': {'s': {" TITLE \
          ", 'dated_by': 'day', 'benefits': [{'id': 'b', " TITLE \
          ", 'steps': [{'take': 'p'}, {'times': 'days'}]}]}}"
#define FULL \
    "'day':'2016-03-01','cost':'-5.00','days':3,'area':'40.5 m2'," \
    "'share':'3.8501%','ill':true,'ward':'2','gift':{'absent':true}"

enum { FACT_COUNT = 8 };

static char *written(const book *b, uint32_t part)
{
    size_t length = 0;

    HOLDS(mutaid_case_write_json(b->c, part, NULL, 0, &length, NULL) ==
          MUTAID_ERROR_BUFFER);
    char *text = malloc(length + 1);
    HOLDS(text != NULL);
    HOLDS(mutaid_case_write_json(b->c, part, text, length + 1, &length, NULL) ==
          MUTAID_OK);
    HOLDS(strlen(text) == length);
    return text;
}

static bool same_facts(const book *a, const book *b)
{
    for (size_t i = 0; i < FACT_COUNT; i++) {
        int32_t states[2];
        int64_t integers[2];

        HOLDS(mutaid_case_get(a->c, i, &states[0], &integers[0], NULL) ==
              MUTAID_OK);
        HOLDS(mutaid_case_get(b->c, i, &states[1], &integers[1], NULL) ==
              MUTAID_OK);
        if (states[0] != states[1] || integers[0] != integers[1])
            return false;
    }
    return true;
}

START_TEST(a_case_is_written_and_read_back)
{
    book b = open_book(BOOK), other = open_book(BOOK);
    uint32_t part = 77;

    HOLDS(try_facts(&b, FULL, NULL) == MUTAID_OK);
    char *text = written(&b, 0);
    char *facts = quoted("'facts':{@}}", FULL);
    ck_assert_ptr_nonnull(strstr(text, facts));
    ck_assert_ptr_nonnull(strstr(text, "{\"part\":\"s\",\"rulebook\":{\"id\":"
                                       "\"t\",\"edition\":\"1\",\"digest\":"));
    HOLDS(mutaid_case_set_money(other.c, "cost", 5, NULL) == MUTAID_OK);
    ck_assert_int_eq(
        mutaid_case_read_json(other.c, text, strlen(text), &part, NULL),
        MUTAID_OK);
    ck_assert_uint_eq(part, 0);
    ck_assert(same_facts(&b, &other));
    free(text);
    free(facts);
    text = written(&b, MUTAID_NONE);
    ck_assert_int_eq(
        mutaid_case_read_json(other.c, text, strlen(text), &part, NULL),
        MUTAID_OK);
    ck_assert_uint_eq(part, MUTAID_NONE);
    ck_assert(same_facts(&b, &other));
    free(text);
    close_book(&b);
    close_book(&other);
}
END_TEST

START_TEST(a_case_is_written_into_exactly_the_room_it_needs)
{
    book b = open_book(BOOK);
    char buffer[600];
    size_t needed = 0, length;

    HOLDS(try_facts(&b, FULL, NULL) == MUTAID_OK);
    HOLDS(mutaid_case_write_json(b.c, 0, NULL, 0, &needed, NULL) ==
          MUTAID_ERROR_BUFFER);
    for (size_t capacity = 0; capacity <= needed + 1; capacity++) {
        memset(buffer, 'x', sizeof buffer);
        mutaid_status status =
            mutaid_case_write_json(b.c, 0, buffer, capacity, &length, NULL);

        HOLDS(status == (capacity > needed ? MUTAID_OK : MUTAID_ERROR_BUFFER));
        HOLDS(length == needed);
        HOLDS(buffer[capacity] == 'x');
    }
    ck_assert_int_eq(
        mutaid_case_write_json(b.c, 0, buffer, sizeof buffer, NULL, NULL),
        MUTAID_OK);
    close_book(&b);
}
END_TEST

START_TEST(a_random_case_comes_back_as_it_was)
{
    book b = open_book(BOOK), other = open_book(BOOK);
    uint64_t state = 7;

    for (int round = 0; round < 500; round++) {
        for (size_t i = 0; i < FACT_COUNT; i++) {
            int64_t number = (int64_t)(random_next(&state) % 401);

            if (number % 3 == 0)
                HOLDS(mutaid_case_unset_at(b.c, i, NULL) == MUTAID_OK);
            else if (i == 7 && number % 3 == 1)
                HOLDS(mutaid_case_set_absent_at(b.c, i, NULL) == MUTAID_OK);
            else if (i == 0)
                HOLDS(mutaid_case_set_date_at(b.c, i, (mutaid_date)number * 99,
                                              NULL) == MUTAID_OK);
            else if (i == 1 || i == 7)
                HOLDS(mutaid_case_set_money_at(b.c, i, number, NULL) ==
                      MUTAID_OK);
            else if (i == 2)
                HOLDS(mutaid_case_set_count_at(b.c, i, number, NULL) ==
                      MUTAID_OK);
            else if (i == 3)
                HOLDS(mutaid_case_set_measure_at(b.c, i, number, NULL) ==
                      MUTAID_OK);
            else if (i == 4)
                HOLDS(mutaid_case_set_rate_at(b.c, i, number * 2477, NULL) ==
                      MUTAID_OK);
            else if (i == 5)
                HOLDS(mutaid_case_set_flag_at(b.c, i, number > 200, NULL) ==
                      MUTAID_OK);
            else
                HOLDS(mutaid_case_set_choice_at(b.c, i, number > 200, NULL) ==
                      MUTAID_OK);
        }
        char *text = written(&b, MUTAID_NONE);
        HOLDS(mutaid_case_read_json(other.c, text, strlen(text), NULL, NULL) ==
              MUTAID_OK);
        HOLDS(same_facts(&b, &other));
        free(text);
    }
    close_book(&b);
    close_book(&other);
}
END_TEST

/* --- replay ---------------------------------------------------------------------- */

START_TEST(a_case_and_the_digest_decide_the_same_again)
{
    book b = open_book(BOOK);

    answers(&b, "s", "'day': '2024-01-01', 'days': 3", "eligible 6.00");
    char *text = written(&b, 0);
    close_book(&b);

    uint32_t part;
    b = open_book(BOOK);
    ck_assert_int_eq(
        mutaid_case_read_json(b.c, text, strlen(text), &part, NULL), MUTAID_OK);
    HOLDS(mutaid_decide_at(b.c, part, b.d, NULL) == MUTAID_OK);
    HOLDS(mutaid_decision_describe(b.d, &b.info, NULL) == MUTAID_OK);
    ck_assert_str_eq(told(&b), "eligible 6.00");
    free(text);
    close_book(&b);
}
END_TEST

START_TEST(a_case_of_another_digest_is_refused)
{
    const mutaid_override override = {"p", "3.00"};
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_error error = MUTAID_ERROR_INIT;
    book b = open_book(BOOK);

    options.overrides = &override;
    options.override_count = 1;
    book other = book_of(read_book(BOOK, &options));
    char *text = written(&b, 0);
    HOLDS(mutaid_case_set_count(other.c, "days", 5, NULL) == MUTAID_OK);
    ck_assert_int_eq(
        mutaid_case_read_json(other.c, text, strlen(text), NULL, &error),
        MUTAID_ERROR_CASE);
    ck_assert_int_eq(error.code, MUTAID_CODE_CASE_DIGEST);
    answers(&other, "s", "'day': '2024-01-01', 'days': 3", "eligible 9.00");
    free(text);
    close_book(&b);
    close_book(&other);
}
END_TEST

/* --- refused -------------------------------------------------------------------------- */

static const struct {
    const char *text;
    mutaid_status status;
    mutaid_code code;
    uint32_t column;
} refused[] = {
    {"", MUTAID_ERROR_CASE, MUTAID_CODE_CASE_JSON, 0},
    {"{'facts': {'days': 3}", MUTAID_ERROR_CASE, MUTAID_CODE_CASE_JSON, 0},
    {"{'facts': {'days': 3}} x", MUTAID_ERROR_CASE, MUTAID_CODE_CASE_JSON, 24},
    {"{'facts': {'days': 3, 'days': 3}}", MUTAID_ERROR_CASE,
     MUTAID_CODE_CASE_JSON, 23},
    {"[]", MUTAID_ERROR_CASE, MUTAID_CODE_CASE_FORM, 1},
    {"{'fact': {}}", MUTAID_ERROR_CASE, MUTAID_CODE_CASE_KEY, 2},
    {"{'facts': []}", MUTAID_ERROR_CASE, MUTAID_CODE_CASE_FORM, 11},
    {"{'facts': {'day': ['2016-03-01']}}", MUTAID_ERROR_CASE,
     MUTAID_CODE_CASE_FORM, 19},
    {"{'facts': {'gift': {'absent': false}}}", MUTAID_ERROR_CASE,
     MUTAID_CODE_CASE_FORM, 20},
    {"{'rulebook': {'name': 't'}}", MUTAID_ERROR_CASE, MUTAID_CODE_CASE_KEY,
     15},
    {"{'rulebook': {'digest': '00'}}", MUTAID_ERROR_CASE,
     MUTAID_CODE_CASE_DIGEST, 25},
    {"{'part': 's.t'}", MUTAID_ERROR_NAME, MUTAID_CODE_NO_SUCH_PART, 10},
    {"{'part': 1}", MUTAID_ERROR_CASE, MUTAID_CODE_CASE_FORM, 10},
    {"{'facts': {'dais': 3}}", MUTAID_ERROR_NAME, MUTAID_CODE_NO_SUCH_FACT, 12},
    {"{'facts': {'p': '3.00'}}", MUTAID_ERROR_NAME, MUTAID_CODE_NO_SUCH_FACT,
     12},
    {"{'facts': {'days': '3'}}", MUTAID_ERROR_TYPE, MUTAID_CODE_FACT_FORM, 20},
    {"{'facts': {'days': 3.5}}", MUTAID_ERROR_TYPE, MUTAID_CODE_FACT_FORM, 20},
    {"{'facts': {'days': true}}", MUTAID_ERROR_TYPE, MUTAID_CODE_FACT_FORM, 20},
    {"{'facts': {'cost': 3}}", MUTAID_ERROR_TYPE, MUTAID_CODE_FACT_FORM, 20},
    {"{'facts': {'ill': 'true'}}", MUTAID_ERROR_TYPE, MUTAID_CODE_FACT_FORM,
     19},
    {"{'facts': {'days': 401}}", MUTAID_ERROR_RANGE, MUTAID_CODE_FACT_RANGE,
     20},
    {"{'facts': {'cost': {'absent': true}}}", MUTAID_ERROR_RANGE,
     MUTAID_CODE_NEVER_ABSENT, 20},
    {"{'facts': {'ward': 'b'}}", MUTAID_ERROR_NAME, MUTAID_CODE_NO_SUCH_CHOICE,
     20},
};

START_TEST(a_faulty_text_leaves_the_case_as_it_was)
{
    book b = open_book(BOOK), other = open_book(BOOK);
    char *text = quoted("@", refused[_i].text);
    mutaid_error error = MUTAID_ERROR_INIT;
    uint32_t part = 77;

    HOLDS(try_facts(&b, FULL, NULL) == MUTAID_OK);
    HOLDS(try_facts(&other, FULL, NULL) == MUTAID_OK);
    ck_assert_int_eq(
        mutaid_case_read_json(b.c, text, strlen(text), &part, &error),
        refused[_i].status);
    ck_assert_int_eq(error.code, refused[_i].code);
    if (refused[_i].column > 0) {
        ck_assert_uint_eq(error.line, 1);
        ck_assert_uint_eq(error.column, refused[_i].column);
    }
    ck_assert_uint_eq(part, 77);
    ck_assert(same_facts(&b, &other));
    free(text);
    close_book(&b);
    close_book(&other);
}
END_TEST

START_TEST(null_in_a_case_means_not_given)
{
    book b = open_book(BOOK), other = open_book(BOOK);

    HOLDS(try_facts(&b, "'days': null, 'gift': null", NULL) == MUTAID_OK);
    ck_assert(same_facts(&b, &other));
    close_book(&b);
    close_book(&other);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_case_is_written_and_read_back, 0},
        {a_case_is_written_into_exactly_the_room_it_needs, 0},
        {a_random_case_comes_back_as_it_was, 0},
        {a_case_and_the_digest_decide_the_same_again, 0},
        {a_case_of_another_digest_is_refused, 0},
        {a_faulty_text_leaves_the_case_as_it_was, ROWS(refused)},
        {null_in_a_case_means_not_given, 0},
    };

    return run_suite("case json", tests, ROWS(tests));
}
