/* SPDX-License-Identifier: MIT */
/* test_fault.c - errors of calls, the list of codes, and reports. */
#include "base/fault.h"
#include "failing.h"

#include <ctype.h>

static const struct {
    mutaid_code code;
    mutaid_status status;
    const char *name;
    const char *layer;
    const char *text;
    const char *remedy;
} codes[] = {
#define MUTAID_MESSAGE(name, number, status, layer, text, remedy) \
    {MUTAID_CODE_##name, status, #name, layer, text, remedy},
#include <mutualaid/messages.def>
#undef MUTAID_MESSAGE
};

static const mutaid__slice nothing = {NULL, 0};

static mutaid__place place_at(uint32_t offset)
{
    return (mutaid__place){offset, 1, offset + 1};
}

/* Some code that is a warning. */
static mutaid_code a_warning(void)
{
    for (int i = 0; i < ROWS(codes); i++) {
        if (mutaid__code_is_warning(codes[i].code))
            return codes[i].code;
    }
    ck_abort_msg("there is no warning");
    return MUTAID_CODE_NONE;
}

START_TEST(every_code_has_its_name_in_lower_case)
{
    const char *name = mutaid_code_name(codes[_i].code);
    const char *upper = codes[_i].name;

    ck_assert_uint_eq(strlen(name), strlen(upper));
    for (size_t i = 0; upper[i] != '\0'; i++)
        ck_assert_int_eq(name[i], tolower((unsigned char)upper[i]));
    for (int i = 0; i < _i; i++)
        ck_assert_int_ne(codes[i].code, codes[_i].code);
}
END_TEST

START_TEST(every_code_has_status_layer_text_and_remedy)
{
    static const char *const layers[] = {"syntax", "schema", "meaning",
                                         "warning", "call"};
    mutaid_code code = codes[_i].code;
    int known = 0;

    for (int i = 0; i < ROWS(layers); i++)
        known += strcmp(mutaid_code_layer(code), layers[i]) == 0;
    ck_assert_int_eq(known, 1);
    ck_assert_str_eq(mutaid_code_layer(code), codes[_i].layer);
    ck_assert_int_eq(mutaid__code_status(code), codes[_i].status);
    ck_assert_int_eq(mutaid__code_is_warning(code),
                     strcmp(codes[_i].layer, "warning") == 0);
    ck_assert_uint_gt(strlen(codes[_i].text), 0);
    ck_assert_uint_lt(strlen(codes[_i].text), 400);
    ck_assert_uint_gt(strlen(codes[_i].remedy), 0);
    ck_assert_uint_lt(strlen(codes[_i].remedy), 240);
}
END_TEST

START_TEST(numbers_that_are_no_code_or_status_are_named_so)
{
    ck_assert_str_eq(mutaid_code_name(MUTAID_CODE_NONE), "none");
    ck_assert_str_eq(mutaid_code_name(MUTAID_CODE_MOST), "unknown");
    ck_assert_str_eq(mutaid_code_layer(MUTAID_CODE_MOST), "unknown");
    ck_assert_str_eq(mutaid_code_layer(MUTAID_CODE_NONE), "unknown");
    ck_assert_str_eq(mutaid_status_name((mutaid_status)99),
                     "MUTAID_ERROR_UNKNOWN");
    ck_assert_str_eq(mutaid_status_name((mutaid_status)-1),
                     "MUTAID_ERROR_UNKNOWN");
}
END_TEST

START_TEST(every_status_has_its_name)
{
    ck_assert_str_eq(mutaid_status_name(MUTAID_OK), "MUTAID_OK");
#define SAME(name) ck_assert_str_eq(mutaid_status_name(name), #name)
    SAME(MUTAID_ERROR_ARGUMENT);
    SAME(MUTAID_ERROR_MEMORY);
    SAME(MUTAID_ERROR_RULEBOOK);
    SAME(MUTAID_ERROR_NAME);
    SAME(MUTAID_ERROR_TYPE);
    SAME(MUTAID_ERROR_RANGE);
    SAME(MUTAID_ERROR_UNDETERMINED);
    SAME(MUTAID_ERROR_BUFFER);
    SAME(MUTAID_ERROR_CASE);
#undef SAME
}
END_TEST

START_TEST(an_error_says_what_where_and_what_to_do)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    const mutaid__slice arguments[3] = {mutaid__slice_of("units"),
                                        mutaid__slice_of("7"), nothing};

    ck_assert_int_eq(mutaid__fail_slices(&error, MUTAID_CODE_DUPLICATE_KEY,
                                         (mutaid__place){40, 7, 3},
                                         mutaid__slice_of("units"), arguments),
                     MUTAID_ERROR_RULEBOOK);
    ck_assert_int_eq(error.status, MUTAID_ERROR_RULEBOOK);
    ck_assert_int_eq(error.code, MUTAID_CODE_DUPLICATE_KEY);
    ck_assert_uint_eq(error.line, 7);
    ck_assert_uint_eq(error.column, 3);
    ck_assert_str_eq(error.fact, "units");
    ck_assert_str_eq(error.text, "the key \"units\" stands twice in one "
                                 "object, first in line 7");
    ck_assert_str_eq(error.remedy, "keep one of them");
}
END_TEST

START_TEST(the_first_error_wins_until_it_is_cleared)
{
    mutaid_error error = MUTAID_ERROR_INIT;

    ck_assert_int_eq(mutaid__fail_argument(&error, "length"),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid__fail_memory(&error), MUTAID_ERROR_MEMORY);
    ck_assert_int_eq(error.code, MUTAID_CODE_BAD_ARGUMENT);
    ck_assert_ptr_nonnull(strstr(error.text, "length"));
    mutaid_error_clear(&error);
    mutaid_error_clear(NULL);
    ck_assert_int_eq(error.status, MUTAID_OK);
    ck_assert_str_eq(error.text, "");
    ck_assert_int_eq(mutaid__fail_memory(&error), MUTAID_ERROR_MEMORY);
    ck_assert_int_eq(error.code, MUTAID_CODE_OUT_OF_MEMORY);
}
END_TEST

START_TEST(without_an_error_the_status_comes_back_all_the_same)
{
    ck_assert_int_eq(mutaid__fail_memory(NULL), MUTAID_ERROR_MEMORY);
    ck_assert_int_eq(mutaid__fail(NULL, MUTAID_CODE_BAD_UTF8, NULL, NULL, NULL),
                     MUTAID_ERROR_RULEBOOK);
}
END_TEST

static const struct {
    const char *argument;
    const char *shown;
} shows[] = {
    {"plain", "plain"},
    {"\xE4\xBD\x8F\xE9\x99\xA2", "\xE4\xBD\x8F\xE9\x99\xA2"},
    {"a\nb\x7F", "a\\u000ab\\u007f"},
    {"\xD7\xA1\xD4\xBA", "\xD7\xA1\xD4\xBA"}, /* GBK that passes for UTF-8 */
    {"\xB9\xA4", "\xEF\xBF\xBD\xEF\xBF\xBD"},
    {"{1}{2}", "{1}{2}"},
};

START_TEST(an_argument_is_shown_on_one_line_in_utf8)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    char wanted[100] = "the argument ";

    strcat(wanted, shows[_i].shown);
    strcat(wanted, " is NULL or out of its range");
    mutaid__fail(&error, MUTAID_CODE_BAD_ARGUMENT, shows[_i].argument,
                 shows[_i].argument, NULL);
    ck_assert_str_eq(error.text, wanted);
    ck_assert_str_eq(error.fact, shows[_i].shown);
}
END_TEST

START_TEST(a_long_argument_is_clipped_at_a_whole_character)
{
    mutaid_error error = MUTAID_ERROR_INIT;
    char argument[3001];

    for (size_t i = 0; i < 1000; i++)
        memcpy(argument + 3 * i, "\xE4\xBD\x8F", 4);
    mutaid__fail(&error, MUTAID_CODE_BAD_ARGUMENT, argument, argument, NULL);
    ck_assert_uint_lt(strlen(error.text), 220);
    ck_assert_ptr_nonnull(strstr(error.text, "\xE4\xBD\x8F... is NULL"));
    ck_assert_uint_eq(strlen(error.fact) % 3, 0);
    ck_assert_uint_eq(strlen(error.fact), 78);
}
END_TEST

START_TEST(an_allocator_must_have_all_its_parts)
{
    failing state = {0};
    mutaid_allocator sound = failing_allocator(&state), broken;

    ck_assert_int_eq(mutaid__check_allocator(NULL, NULL), MUTAID_OK);
    ck_assert_int_eq(mutaid__check_allocator(&sound, NULL), MUTAID_OK);
    broken = sound;
    broken.struct_size--;
    ck_assert_int_eq(mutaid__check_allocator(&broken, NULL),
                     MUTAID_ERROR_ARGUMENT);
    broken = sound;
    broken.allocate = NULL;
    ck_assert_int_eq(mutaid__check_allocator(&broken, NULL),
                     MUTAID_ERROR_ARGUMENT);
    broken = sound;
    broken.resize = NULL;
    ck_assert_int_eq(mutaid__check_allocator(&broken, NULL),
                     MUTAID_ERROR_ARGUMENT);
    broken = sound;
    broken.release = NULL;
    ck_assert_int_eq(mutaid__check_allocator(&broken, NULL),
                     MUTAID_ERROR_ARGUMENT);
}
END_TEST

static mutaid_report *new_report(void)
{
    mutaid_report *report = NULL;

    ck_assert_int_eq(mutaid__report_new(NULL, (size_t)8 << 20, &report, NULL),
                     MUTAID_OK);
    return report;
}

static void add(mutaid_report *report, mutaid_code code, uint32_t offset,
                const char *first)
{
    mutaid__report_add(report, code, place_at(offset), mutaid__slice_of(first),
                       mutaid__slice_of("1"), nothing);
}

static mutaid_fault fault_of(const mutaid_report *report, size_t index)
{
    mutaid_fault fault = MUTAID_FAULT_INIT;

    ck_assert_int_eq(mutaid_report_fault(report, index, &fault, NULL),
                     MUTAID_OK);
    return fault;
}

START_TEST(a_report_lists_faults_in_the_order_of_the_text)
{
    static const char *const texts[] = {"a", "c", "d", "b"};
    mutaid_report *report = new_report();

    add(report, MUTAID_CODE_DUPLICATE_KEY, 5, "c");
    add(report, MUTAID_CODE_DUPLICATE_KEY, 5, "d");
    add(report, MUTAID_CODE_DUPLICATE_KEY, 9, "b");
    add(report, MUTAID_CODE_DUPLICATE_KEY, 2, "a");
    mutaid__report_sort(report);
    ck_assert_uint_eq(mutaid_report_count(report), 4);
    ck_assert_uint_eq(report->error_count, 4);
    for (size_t i = 0; i < 4; i++) {
        mutaid_fault fault = fault_of(report, i);
        ck_assert_int_eq(fault.text[9], texts[i][0]);
        ck_assert_uint_eq(fault.column, fault.offset + 1);
        ck_assert_uint_eq(fault.is_warning, 0);
        ck_assert_str_eq(fault.remedy, "keep one of them");
    }
    mutaid_report_free(report);
}
END_TEST

START_TEST(a_report_is_looked_at_within_its_range_only)
{
    mutaid_report *report = new_report();
    mutaid_fault fault = MUTAID_FAULT_INIT;
    mutaid_error error = MUTAID_ERROR_INIT;

    add(report, MUTAID_CODE_BAD_UTF8, 0, NULL);
    ck_assert_int_eq(mutaid_report_fault(report, 1, &fault, &error),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_ptr_nonnull(strstr(error.text, "index"));
    ck_assert_int_eq(mutaid_report_fault(NULL, 0, &fault, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_report_fault(report, 0, NULL, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_uint_eq(mutaid_report_count(NULL), 0);
    mutaid_report_free(report);
    mutaid_report_free(NULL);
}
END_TEST

/* A program may be older than the library, or newer. */
START_TEST(a_fault_keeps_the_size_that_its_caller_knows)
{
    mutaid_report *report = new_report();
    struct {
        mutaid_fault known;
        int more;
    } newer = {MUTAID_FAULT_INIT, 7};

    add(report, MUTAID_CODE_BAD_UTF8, 3, NULL);
    newer.known.struct_size = sizeof newer;
    ck_assert_int_eq(mutaid_report_fault(report, 0, &newer.known, NULL),
                     MUTAID_OK);
    ck_assert_uint_eq(newer.known.struct_size, sizeof newer);
    ck_assert_uint_eq(newer.known.offset, 3);
    ck_assert_int_eq(newer.more, 0); /* what the library does not know */
    newer.known.struct_size = offsetof(mutaid_fault, remedy);
    newer.known.remedy = NULL;
    ck_assert_int_eq(mutaid_report_fault(report, 0, &newer.known, NULL),
                     MUTAID_OK);
    ck_assert_ptr_null(newer.known.remedy);
    newer.known.struct_size = 0;
    ck_assert_int_eq(mutaid_report_fault(report, 0, &newer.known, NULL),
                     MUTAID_ERROR_ARGUMENT);
    mutaid_report_free(report);
}
END_TEST

START_TEST(the_first_fault_is_the_error)
{
    mutaid_report *report = new_report();
    mutaid_error error = MUTAID_ERROR_INIT;

    ck_assert_int_eq(mutaid__report_error(report, &error), MUTAID_OK);
    add(report, a_warning(), 1, "x");
    ck_assert_int_eq(mutaid__report_error(report, &error), MUTAID_OK);
    ck_assert_uint_eq(report->error_count, 0);
    ck_assert_uint_eq(fault_of(report, 0).is_warning, 1);
    add(report, MUTAID_CODE_DUPLICATE_KEY, 5, "units");
    add(report, MUTAID_CODE_BAD_UTF8, 9, NULL);
    ck_assert_int_eq(mutaid__report_error(report, &error),
                     MUTAID_ERROR_RULEBOOK);
    ck_assert_int_eq(error.code, MUTAID_CODE_DUPLICATE_KEY);
    ck_assert_uint_eq(error.column, 6);
    ck_assert_str_eq(error.text, fault_of(report, 1).text);
    ck_assert_str_eq(error.remedy, fault_of(report, 1).remedy);
    ck_assert_int_eq(mutaid__report_error(report, NULL), MUTAID_ERROR_RULEBOOK);
    mutaid_report_free(report);
}
END_TEST

START_TEST(past_the_most_faults_only_counting_goes_on)
{
    mutaid_report *report = new_report();

    for (uint32_t i = 0; i < MUTAID__MOST_FAULTS; i++)
        add(report, MUTAID_CODE_BAD_UTF8, 5000 - i, NULL);
    ck_assert_uint_eq(mutaid_report_count(report), MUTAID__MOST_FAULTS);
    for (uint32_t i = 0; i < 500; i++)
        add(report, MUTAID_CODE_BAD_UTF8, i, NULL);
    mutaid__report_sort(report);
    ck_assert_uint_eq(mutaid_report_count(report), MUTAID__MOST_FAULTS + 1);
    ck_assert_uint_eq(report->error_count, MUTAID__MOST_FAULTS + 500);
    for (size_t i = 0; i < MUTAID__MOST_FAULTS; i++)
        ck_assert_uint_eq(fault_of(report, i).offset,
                          5001 - MUTAID__MOST_FAULTS + i);

    mutaid_fault last = fault_of(report, MUTAID__MOST_FAULTS);
    ck_assert_int_eq(last.code, MUTAID_CODE_TOO_MANY_FAULTS);
    ck_assert_str_eq(last.text,
                     "there are more than 1000 faults; the rest is not listed");
    ck_assert_uint_eq(last.line, 0);
    mutaid_report_free(report);
}
END_TEST

START_TEST(too_many_warnings_are_no_error_until_one_of_them_is)
{
    mutaid_report *report = new_report();
    mutaid_error error = MUTAID_ERROR_INIT;

    for (uint32_t i = 0; i < MUTAID__MOST_FAULTS + 10; i++)
        add(report, a_warning(), i, "x");
    ck_assert_uint_eq(report->error_count, 0);
    ck_assert_int_eq(mutaid__report_error(report, &error), MUTAID_OK);
    add(report, MUTAID_CODE_BAD_UTF8, 1, NULL);
    ck_assert_uint_eq(report->error_count, 1);
    ck_assert_int_eq(mutaid__report_error(report, &error),
                     MUTAID_ERROR_RULEBOOK);
    ck_assert_int_eq(error.code, MUTAID_CODE_TOO_MANY_FAULTS);
    mutaid_report_free(report);
}
END_TEST

/* Each fault that is listed is whole, whichever allocation fails: that one
 * alone, which may be mended by a smaller one, or all from there on. */
START_TEST(out_of_memory_is_kept_in_mind_and_leaks_nothing)
{
    for (size_t fail_at = 1;; fail_at++) {
        failing state = {.fail_at = fail_at, .fails_on = _i == 1};
        mutaid_allocator allocator = failing_allocator(&state);
        mutaid_error error = MUTAID_ERROR_INIT;
        mutaid_report *report = NULL;
        mutaid_status status =
            mutaid__report_new(&allocator, (size_t)8 << 20, &report, &error);

        if (fail_at == 1) {
            ck_assert_int_eq(status, MUTAID_ERROR_MEMORY);
            ck_assert_ptr_null(report);
            continue;
        }
        for (uint32_t i = 0; i < MUTAID__MOST_FAULTS + 5; i++)
            add(report, MUTAID_CODE_DUPLICATE_KEY, i, "some name");
        if (state.fails_on)
            ck_assert(report->is_out_of_memory == state.has_failed);
        ck_assert_uint_eq(report->error_count, MUTAID__MOST_FAULTS + 5);
        for (size_t i = 0; i < mutaid_report_count(report); i++) {
            ck_assert_ptr_nonnull(fault_of(report, i).text);
            ck_assert_ptr_nonnull(fault_of(report, i).remedy);
        }
        ck_assert_int_eq(mutaid__report_error(report, &error),
                         report->is_out_of_memory ? MUTAID_ERROR_MEMORY
                                                  : MUTAID_ERROR_RULEBOOK);
        mutaid_report_free(report);
        ck_assert_uint_eq(state.blocks, 0);
        if (!state.has_failed)
            break;
    }
}
END_TEST

START_TEST(a_report_keeps_within_its_cap)
{
    mutaid_report *report = NULL;

    ck_assert_int_eq(mutaid__report_new(NULL, 20000, &report, NULL), MUTAID_OK);
    for (uint32_t i = 0; i < 900; i++)
        add(report, MUTAID_CODE_DUPLICATE_KEY, i, "some name");
    ck_assert(report->is_out_of_memory);
    ck_assert_uint_le(report->memory.used, 20000);
    ck_assert_uint_gt(mutaid_report_count(report), 20);
    mutaid_report_free(report);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {every_code_has_its_name_in_lower_case, ROWS(codes)},
        {every_code_has_status_layer_text_and_remedy, ROWS(codes)},
        {numbers_that_are_no_code_or_status_are_named_so, 0},
        {every_status_has_its_name, 0},
        {an_error_says_what_where_and_what_to_do, 0},
        {the_first_error_wins_until_it_is_cleared, 0},
        {without_an_error_the_status_comes_back_all_the_same, 0},
        {an_argument_is_shown_on_one_line_in_utf8, ROWS(shows)},
        {a_long_argument_is_clipped_at_a_whole_character, 0},
        {an_allocator_must_have_all_its_parts, 0},
        {a_report_lists_faults_in_the_order_of_the_text, 0},
        {a_report_is_looked_at_within_its_range_only, 0},
        {a_fault_keeps_the_size_that_its_caller_knows, 0},
        {the_first_fault_is_the_error, 0},
        {past_the_most_faults_only_counting_goes_on, 0},
        {too_many_warnings_are_no_error_until_one_of_them_is, 0},
        {out_of_memory_is_kept_in_mind_and_leaks_nothing, 2},
        {a_report_keeps_within_its_cap, 0},
    };

    return run_suite("fault", tests, sizeof tests / sizeof *tests);
}
