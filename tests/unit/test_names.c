/* SPDX-License-Identifier: MIT */
/* test_names.c - amounts as text, and the words of closed lists. */
#include "suite.h"

#include <mutualaid/mutualaid.h>

static const struct {
    mutaid_money amount;
    uint32_t decimals;
    const char *text;
} amounts[] = {
    {36000, 2, "360.00"},
    {0, 2, "0.00"},
    {1, 2, "0.01"},
    {-1, 2, "-0.01"},
    {-5, 3, "-0.005"},
    {99, 2, "0.99"},
    {100, 2, "1.00"},
    {0, 0, "0"},
    {-700, 0, "-700"},
    {INT64_MAX, 2, "92233720368547758.07"},
    {INT64_MIN, 2, "-92233720368547758.08"},
    {INT64_MIN, 0, "-9223372036854775808"},
    {INT64_MIN, 18, "-9.223372036854775808"},
    {7, 18, "0.000000000000000007"},
};

START_TEST(an_amount_has_all_its_decimals)
{
    char text[MUTAID_MONEY_TEXT_SIZE];
    size_t length = 0;

    ck_assert_int_eq(mutaid_money_text(amounts[_i].amount, amounts[_i].decimals,
                                       text, sizeof text, &length, NULL),
                     MUTAID_OK);
    ck_assert_str_eq(text, amounts[_i].text);
    ck_assert_uint_eq(length, strlen(amounts[_i].text));
}
END_TEST

START_TEST(a_short_buffer_learns_what_is_needed)
{
    char text[6];
    size_t length = 0;

    ck_assert_int_eq(
        mutaid_money_text(36000, 2, text, sizeof text, &length, NULL),
        MUTAID_ERROR_BUFFER);
    ck_assert_uint_eq(length, 6);
    ck_assert_str_eq(text, "360.0");
    ck_assert_int_eq(mutaid_money_text(36000, 2, NULL, 0, &length, NULL),
                     MUTAID_ERROR_BUFFER);
    ck_assert_int_eq(mutaid_money_text(1, 19, text, sizeof text, NULL, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_money_text(1, 2, NULL, 8, NULL, NULL),
                     MUTAID_ERROR_ARGUMENT);
}
END_TEST

START_TEST(every_outcome_and_type_has_a_name)
{
    ck_assert_str_eq(mutaid_outcome_name(MUTAID_OUTCOME_ELIGIBLE), "eligible");
    ck_assert_str_eq(mutaid_outcome_name(MUTAID_OUTCOME_NOT_APPLYING),
                     "not_applying");
    ck_assert_ptr_null(mutaid_outcome_name((mutaid_outcome)4));
    ck_assert_ptr_null(mutaid_outcome_name((mutaid_outcome)-1));
    ck_assert_str_eq(mutaid_type_name(MUTAID_TYPE_NONE), "none");
    ck_assert_str_eq(mutaid_type_name(MUTAID_TYPE_CHOICE), "choice");
    ck_assert_ptr_null(mutaid_type_name((mutaid_type)8));
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {an_amount_has_all_its_decimals, ROWS(amounts)},
        {a_short_buffer_learns_what_is_needed, 0},
        {every_outcome_and_type_has_a_name, 0},
    };

    return run_suite("names", tests, sizeof tests / sizeof *tests);
}
