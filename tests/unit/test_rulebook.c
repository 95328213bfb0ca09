/* SPDX-License-Identifier: MIT */
/* test_rulebook.c - rulebooks read, overridden, asked, shared by threads. */
#include "book.h"
#include "harbour.h"
#include <pthread.h>

static mutaid_rulebook *read_harbour(void)
{
    char *text = quoted("@", HARBOUR);
    mutaid_rulebook *rulebook = NULL;

    HOLDS(mutaid_rulebook_read(text, strlen(text), NULL, &rulebook, NULL,
                               NULL) == MUTAID_OK);
    free(text);
    return rulebook;
}

/* --- reading --------------------------------------------------------------- */

START_TEST(reading_refuses_null)
{
    mutaid_rulebook *rulebook = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;

    ck_assert_int_eq(
        mutaid_rulebook_read(NULL, 0, NULL, &rulebook, NULL, &error),
        MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(error.code, MUTAID_CODE_BAD_ARGUMENT);
    ck_assert_int_eq(mutaid_rulebook_read("{}", 2, NULL, NULL, NULL, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_rulebook_beijing(NULL, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_ptr_null(rulebook);
    ck_assert_ptr_null(mutaid_rulebook_ref(NULL));
    mutaid_rulebook_unref(NULL);
    mutaid_report_free(NULL);
    ck_assert_uint_eq(mutaid_report_count(NULL), 0);
}
END_TEST

START_TEST(a_byte_order_mark_is_accepted_and_counts_in_the_digest)
{
    char *text = quoted("\xEF\xBB\xBF@", HARBOUR);
    mutaid_rulebook *rulebook, *plain = read_harbour();
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT, other = info;

    ck_assert_int_eq(
        mutaid_rulebook_read(text, strlen(text), NULL, &rulebook, NULL, NULL),
        MUTAID_OK);
    HOLDS(mutaid_rulebook_describe(rulebook, &info, NULL) == MUTAID_OK);
    HOLDS(mutaid_rulebook_describe(plain, &other, NULL) == MUTAID_OK);
    ck_assert_uint_eq(strlen(info.digest), 64);
    ck_assert_str_ne(info.digest, other.digest);
    mutaid_rulebook_unref(rulebook);
    mutaid_rulebook_unref(plain);
    free(text);
}
END_TEST

START_TEST(options_may_be_shorter_or_longer_than_the_library_knows)
{
    struct {
        mutaid_read_options options;
        char more[32];
    } longer = {MUTAID_READ_OPTIONS_INIT, {0}};
    char *text = quoted("@", HARBOUR);
    mutaid_rulebook *rulebook = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;

    longer.options.struct_size = sizeof longer;
    ck_assert_int_eq(mutaid_rulebook_read(text, strlen(text), &longer.options,
                                          &rulebook, NULL, NULL),
                     MUTAID_OK);
    mutaid_rulebook_unref(rulebook);
    longer.options.struct_size = offsetof(mutaid_read_options, text_limit);
    longer.options.text_limit = 1; /* not the library's business */
    ck_assert_int_eq(mutaid_rulebook_read(text, strlen(text), &longer.options,
                                          &rulebook, NULL, NULL),
                     MUTAID_OK);
    mutaid_rulebook_unref(rulebook);
    rulebook = NULL;
    longer.options = (mutaid_read_options)MUTAID_READ_OPTIONS_INIT;
    longer.options.struct_size = sizeof longer;
    longer.more[31] = 1; /* something that this library does not know */
    ck_assert_int_eq(mutaid_rulebook_read(text, strlen(text), &longer.options,
                                          &rulebook, NULL, &error),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(error.code, MUTAID_CODE_STRUCT_SIZE);
    longer.options.struct_size = 0;
    ck_assert_int_eq(mutaid_rulebook_read(text, strlen(text), &longer.options,
                                          &rulebook, NULL, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_ptr_null(rulebook);
    free(text);
}
END_TEST

START_TEST(all_faults_are_reported_in_the_order_of_the_text)
{
    char *text = quoted(
        BOOK_FRAME,
        "'facts': {'day': {'type': 'date'}, 'a': "
        "{'type': 'money'}, 'b': {'type': 'x'}}, 'schemes': {'s': {" TITLE
        ", 'dated_by': 'dag', 'benefits': [{'id': 'b', " TITLE ", 'steps': "
        "[{'plus': 'a'}]}]}}, 'shemes': 1");
    mutaid_rulebook *rulebook = NULL;
    mutaid_report *report = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_fault fault = MUTAID_FAULT_INIT;
    size_t last = 0;

    ck_assert_int_eq(mutaid_rulebook_read(text, strlen(text), NULL, &rulebook,
                                          &report, &error),
                     MUTAID_ERROR_RULEBOOK);
    ck_assert_ptr_null(rulebook);
    ck_assert_uint_ge(mutaid_report_count(report), 4);
    for (size_t i = 0; i < mutaid_report_count(report); i++) {
        HOLDS(mutaid_report_fault(report, i, &fault, NULL) == MUTAID_OK);
        ck_assert_uint_ge(fault.offset, last);
        ck_assert_uint_eq(fault.line, 1);
        ck_assert_str_ne(fault.text, "");
        ck_assert_str_ne(fault.remedy, "");
        if (i == 0) {
            ck_assert_int_eq(error.code, fault.code);
            ck_assert_uint_eq(error.column, fault.column);
        }
        last = fault.offset;
    }
    mutaid_report_free(report);
    free(text);
}
END_TEST

/* --- overrides ------------------------------------------------------------------ */

static mutaid_status read_with(const mutaid_override *overrides, size_t count,
                               mutaid_rulebook **rulebook, mutaid_error *error)
{
    char *text = quoted("@", HARBOUR);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;

    options.overrides = overrides;
    options.override_count = count;
    mutaid_status status = mutaid_rulebook_read(text, strlen(text), &options,
                                                rulebook, NULL, error);
    free(text);
    return status;
}

START_TEST(an_override_changes_amounts_and_digest)
{
    const mutaid_override override = {"night_rate", "50.00"};
    mutaid_rulebook *rulebook;
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT, plain = info;

    HOLDS(read_with(&override, 1, &rulebook, NULL) == MUTAID_OK);
    book b = book_of(rulebook), other = book_of(read_harbour());
    HOLDS(mutaid_rulebook_describe(rulebook, &info, NULL) == MUTAID_OK);
    HOLDS(mutaid_rulebook_describe(other.rulebook, &plain, NULL) == MUTAID_OK);
    ck_assert_str_ne(info.digest, plain.digest);
    answers(&b, "sick_nights",
            "'admitted_on': '2024-03-01', 'discharged_on':"
            " '2024-03-06', 'joined_on': '2023-06-01', 'ward': 'general', "
            "'units': 2",
            "eligible 250.00");
    close_book(&b);
    close_book(&other);
}
END_TEST

START_TEST(a_faulty_override_is_refused)
{
    static const struct {
        mutaid_override override;
        mutaid_status status;
    } rows[] = {
        {{"night", "50.00"}, MUTAID_ERROR_NAME},
        {{"units", "2"}, MUTAID_ERROR_NAME},
        {{"night_rate", "50"}, MUTAID_ERROR_RULEBOOK},
        {{"night_rate", "20%"}, MUTAID_ERROR_RULEBOOK},
        {{"night_rate", ""}, MUTAID_ERROR_RULEBOOK},
        {{"night_rate", NULL}, MUTAID_ERROR_ARGUMENT},
        {{NULL, "50.00"}, MUTAID_ERROR_ARGUMENT},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        mutaid_rulebook *rulebook = NULL;
        mutaid_error error = MUTAID_ERROR_INIT;

        ck_assert_int_eq(read_with(&rows[i].override, 1, &rulebook, &error),
                         rows[i].status);
        ck_assert_int_eq(error.status, rows[i].status);
        ck_assert_ptr_null(rulebook);
    }
    mutaid_rulebook *rulebook = NULL;
    ck_assert_int_eq(read_with(NULL, 1, &rulebook, NULL),
                     MUTAID_ERROR_ARGUMENT);
}
END_TEST

/* --- names and indices -------------------------------------------------------------- */

static bool page_says(const mutaid_rulebook *rulebook,
                      mutaid_language language, const char *piece)
{
    static char text[4000];
    size_t length = 0;

    HOLDS(mutaid_rulebook_tell(rulebook, 0, language, text, sizeof text,
                               &length, NULL) == MUTAID_OK);
    return strstr(text, piece) != NULL;
}

START_TEST(a_note_is_one_text_or_one_for_each_language)
{
    book b = open_book(
        "'sources': {'rules': {'title': 'Rules', 'note': {'zh': '影印件', "
        "'en': 'a copy'}}}, 'facts': {'day': {'type': 'date', 'note': {'zh': "
        "'当日', 'en': 'the day itself'}}, 'x': {'type': 'money', 'at_most': "
        "'9.00', 'note': 'in one text'}}, 'schemes': {'s': {" TITLE
        ", 'source': 'rules', 'dated_by': 'day', 'benefits': [{'id': 'b', " TITLE
        ", 'steps': [{'take': 'x'}]}]}}");
    mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;

    ck_assert_int_eq(mutaid_rulebook_fact(b.rulebook, 0, &fact, NULL),
                     MUTAID_OK);
    ck_assert_str_eq(fact.note, "the day itself");
    ck_assert(page_says(b.rulebook, MUTAID_LANGUAGE_EN, "the day itself"));
    ck_assert(!page_says(b.rulebook, MUTAID_LANGUAGE_EN, "当日"));
    ck_assert(page_says(b.rulebook, MUTAID_LANGUAGE_ZH, "当日"));
    ck_assert(page_says(b.rulebook, MUTAID_LANGUAGE_ZH, "影印件"));
    ck_assert(page_says(b.rulebook, MUTAID_LANGUAGE_ZH, "in one text"));
    ck_assert(page_says(b.rulebook, MUTAID_LANGUAGE_EN, "in one text"));
    close_book(&b);
}
END_TEST

START_TEST(names_and_indices_are_twins)
{
    mutaid_rulebook *rulebook = read_harbour();
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    size_t index;

    HOLDS(mutaid_rulebook_describe(rulebook, &info, NULL) == MUTAID_OK);
    ck_assert_str_eq(info.id, "harbour-sick-fund");
    ck_assert_str_eq(info.currency, "GBP");
    ck_assert_uint_eq(info.decimals, 2);
    ck_assert_uint_eq(info.part_count, 2);
    ck_assert_uint_eq(info.fact_count, 7);
    for (size_t i = 0; i < info.part_count; i++) {
        mutaid_part_info part = MUTAID_PART_INFO_INIT;

        HOLDS(mutaid_rulebook_part(rulebook, i, &part, NULL) == MUTAID_OK);
        HOLDS(mutaid_rulebook_part_index(rulebook, part.name, &index, NULL) ==
              MUTAID_OK);
        ck_assert_uint_eq(index, i);
        size_t last = 0;
        for (size_t k = 0; k < part.fact_count; k++) {
            HOLDS(mutaid_rulebook_part_fact(rulebook, i, k, &index, NULL) ==
                  MUTAID_OK);
            ck_assert(k == 0 || index > last);
            last = index;
        }
        ck_assert_int_eq(mutaid_rulebook_part_fact(rulebook, i, part.fact_count,
                                                   &index, NULL),
                         MUTAID_ERROR_ARGUMENT);
    }
    for (size_t i = 0; i < info.fact_count; i++) {
        mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;

        HOLDS(mutaid_rulebook_fact(rulebook, i, &fact, NULL) == MUTAID_OK);
        HOLDS(mutaid_rulebook_fact_index(rulebook, fact.name, &index, NULL) ==
              MUTAID_OK);
        ck_assert_uint_eq(index, i);
        for (size_t k = 0; k < fact.choice_count; k++) {
            mutaid_choice_info choice = MUTAID_CHOICE_INFO_INIT;

            HOLDS(mutaid_rulebook_choice(rulebook, i, k, &choice, NULL) ==
                  MUTAID_OK);
            HOLDS(mutaid_rulebook_choice_index(rulebook, i, choice.code, &index,
                                               NULL) == MUTAID_OK);
            ck_assert_uint_eq(index, k);
        }
    }
    mutaid_rulebook_unref(rulebook);
}
END_TEST

START_TEST(a_name_that_is_none_is_refused)
{
    mutaid_rulebook *rulebook = read_harbour();
    mutaid_error error = MUTAID_ERROR_INIT;
    size_t index = 77;

    ck_assert_int_eq(
        mutaid_rulebook_part_index(rulebook, "sick", &index, &error),
        MUTAID_ERROR_NAME);
    ck_assert_int_eq(error.code, MUTAID_CODE_NO_SUCH_PART);
    ck_assert_int_eq(
        mutaid_rulebook_fact_index(rulebook, "nights", &index, NULL),
        MUTAID_ERROR_NAME);
    ck_assert_int_eq(
        mutaid_rulebook_choice_index(rulebook, 3, "ward", &index, NULL),
        MUTAID_ERROR_NAME);
    ck_assert_int_eq(
        mutaid_rulebook_choice_index(rulebook, 0, "general", &index, NULL),
        MUTAID_ERROR_NAME);
    ck_assert_int_eq(
        mutaid_rulebook_choice_index(rulebook, 7, "general", &index, NULL),
        MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_rulebook_part_index(rulebook, NULL, &index, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_rulebook_fact_index(NULL, "ward", &index, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_rulebook_fact_index(rulebook, "ward", NULL, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_uint_eq(index, 77);
    mutaid_rulebook_unref(rulebook);
}
END_TEST

/* --- sharing ---------------------------------------------------------------------------- */

START_TEST(cases_and_decisions_outlive_the_callers_reference)
{
    book b = book_of(read_harbour());

    mutaid_rulebook_unref(b.rulebook);
    answers(&b, "sick_nights.contribution",
            "'joined_on': '2023-06-01', "
            "'units': 2",
            "eligible 62.40");
    mutaid_case_free(b.c);
    ck_assert_ptr_eq(mutaid_decision_rulebook(b.d), b.rulebook);
    ck_assert_ptr_null(mutaid_decision_rulebook(NULL));
    ck_assert_str_eq(told(&b), "eligible 62.40");
    mutaid_decision_free(b.d);
    mutaid_decision_free(NULL);
    mutaid_case_free(NULL);
}
END_TEST

START_TEST(a_case_of_another_rulebook_is_refused)
{
    book b = book_of(read_harbour()), other = book_of(read_harbour());
    mutaid_error error = MUTAID_ERROR_INIT;

    ck_assert_int_eq(mutaid_decide_at(b.c, 0, other.d, &error),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(error.code, MUTAID_CODE_OTHER_RULEBOOK);
    ck_assert_int_eq(mutaid_decide_at(b.c, 2, b.d, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_decide(b.c, "nights", b.d, NULL),
                     MUTAID_ERROR_NAME);
    ck_assert_int_eq(mutaid_decide(NULL, "sick_nights", b.d, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_decide(b.c, NULL, b.d, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_decide(b.c, "sick_nights", NULL, NULL),
                     MUTAID_ERROR_ARGUMENT);
    close_book(&b);
    close_book(&other);
}
END_TEST

/* Each thread with its own case and decision: nights 0 to 199, all answers
 * known beforehand. */
static void *decide_often(void *argument)
{
    mutaid_rulebook *rulebook = argument;
    mutaid_case *c;
    mutaid_decision *d;
    size_t wrong = 0;

    if (mutaid_case_new(rulebook, &c, NULL) != MUTAID_OK ||
        mutaid_decision_new(rulebook, &d, NULL) != MUTAID_OK)
        return argument;
    for (int i = 0; i < 2000; i++) {
        int nights = i % 200, counted = nights > 180 ? 180 : nights;
        mutaid_money amount = -1, expected = nights < 3 ? 0 : counted * 4800;
        mutaid_date start = mutaid_date_from_civil(2024, 1, 1);

        mutaid_rulebook_unref(mutaid_rulebook_ref(rulebook));
        wrong +=
            mutaid_case_set_date(c, "admitted_on", start, NULL) ||
            mutaid_case_set_date(c, "discharged_on", start + nights, NULL) ||
            mutaid_case_set_date(c, "joined_on", start - 900, NULL) ||
            mutaid_case_set_choice(c, "ward", "general", NULL) ||
            mutaid_case_unset(c, "units", NULL) ||
            (i % 3 == 0 && mutaid_decide(c, "sick_nights", d, NULL)) ||
            mutaid_case_set_count(c, "units", 1, NULL) ||
            mutaid_decide(c, "sick_nights", d, NULL) ||
            mutaid_decision_amount(d, &amount, NULL) || amount != expected;
    }
    mutaid_decision_free(d);
    mutaid_case_free(c);
    return wrong ? argument : NULL;
}

START_TEST(many_threads_share_one_rulebook)
{
    enum { COUNT = 6 };
    mutaid_rulebook *rulebook = read_harbour();
    pthread_t threads[COUNT];

    for (int i = 0; i < COUNT; i++)
        HOLDS(pthread_create(&threads[i], NULL, decide_often, rulebook) == 0);
    for (int i = 0; i < COUNT; i++) {
        void *wrong;

        HOLDS(pthread_join(threads[i], &wrong) == 0);
        ck_assert_ptr_null(wrong);
    }
    mutaid_rulebook_unref(rulebook);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {reading_refuses_null, 0},
        {a_byte_order_mark_is_accepted_and_counts_in_the_digest, 0},
        {options_may_be_shorter_or_longer_than_the_library_knows, 0},
        {all_faults_are_reported_in_the_order_of_the_text, 0},
        {an_override_changes_amounts_and_digest, 0},
        {a_faulty_override_is_refused, 0},
        {a_note_is_one_text_or_one_for_each_language, 0},
        {names_and_indices_are_twins, 0},
        {a_name_that_is_none_is_refused, 0},
        {cases_and_decisions_outlive_the_callers_reference, 0},
        {a_case_of_another_rulebook_is_refused, 0},
        {many_threads_share_one_rulebook, 0},
    };

    return run_suite("rulebook", tests, ROWS(tests));
}
