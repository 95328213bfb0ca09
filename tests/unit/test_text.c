/* SPDX-License-Identifier: MIT */
/* test_text.c - slices, writing into a buffer, UTF-8. */
#include "base/text.h"
#include "suite.h"

static mutaid__slice slice(const char *text)
{
    return mutaid__slice_of(text);
}

START_TEST(slices_are_equal_by_their_bytes)
{
    ck_assert(mutaid__slice_equal(slice("abc"), slice("abc")));
    ck_assert(!mutaid__slice_equal(slice("abc"), slice("abd")));
    ck_assert(!mutaid__slice_equal(slice("abc"), slice("ab")));
    ck_assert(mutaid__slice_equal(slice(""), slice(NULL)));
    ck_assert(mutaid__slice_is((mutaid__slice){"abcd", 3}, "abc"));
    ck_assert(!mutaid__slice_is((mutaid__slice){"a\0b", 3}, "a"));
}
END_TEST

START_TEST(slices_are_ordered_by_their_bytes)
{
    ck_assert_int_eq(mutaid__slice_compare(slice("a"), slice("b")), -1);
    ck_assert_int_eq(mutaid__slice_compare(slice("b"), slice("ab")), 1);
    ck_assert_int_eq(mutaid__slice_compare(slice("a"), slice("ab")), -1);
    ck_assert_int_eq(mutaid__slice_compare(slice("ab"), slice("a")), 1);
    ck_assert_int_eq(mutaid__slice_compare(slice("ab"), slice("ab")), 0);
    ck_assert_int_eq(mutaid__slice_compare(slice(NULL), slice("")), 0);
    ck_assert_int_eq(mutaid__slice_compare(slice("\xE4"), slice("a")), 1);
}
END_TEST

static const struct {
    int64_t number;
    const char *text;
} integers[] = {
    {0, "0"},
    {7, "7"},
    {-1, "-1"},
    {1000000, "1000000"},
    {INT64_MAX, "9223372036854775807"},
    {INT64_MIN, "-9223372036854775808"},
};

START_TEST(integers_are_written_in_full)
{
    char buffer[32];
    mutaid__out out;

    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_integer(&out, integers[_i].number);
    ck_assert_int_eq(mutaid__out_finish(&out, NULL, NULL), MUTAID_OK);
    ck_assert_str_eq(buffer, integers[_i].text);
}
END_TEST

START_TEST(a_text_grows_piece_by_piece)
{
    char buffer[64];
    mutaid__out out;
    size_t length;

    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_text(&out, "fen:");
    mutaid__out_spaces(&out, 2);
    mutaid__out_integer(&out, -12);
    mutaid__out_byte(&out, ' ');
    mutaid__out_hex(&out, 0xABCDEF, 4);
    mutaid__out_text(&out, NULL);
    ck_assert_int_eq(mutaid__out_finish(&out, &length, NULL), MUTAID_OK);
    ck_assert_str_eq(buffer, "fen:  -12 cdef");
    ck_assert_uint_eq(length, strlen(buffer));
}
END_TEST

static const struct {
    const char *bytes;
    size_t length;
    const char *json;
} strings[] = {
    {"", 0, "\"\""},
    {"plain", 5, "\"plain\""},
    {"a\"b\\c/", 6, "\"a\\\"b\\\\c/\""},
    {"\b\f\n\r\t", 5, "\"\\b\\f\\n\\r\\t\""},
    {"\0\x01\x1F\x7F", 4, "\"\\u0000\\u0001\\u001f\x7F\""},
    {"住院津贴", 12, "\"住院津贴\""},
};

START_TEST(json_strings_escape_only_what_must_be)
{
    char buffer[64];
    mutaid__out out;

    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_json_string(
        &out, (mutaid__slice){strings[_i].bytes, strings[_i].length});
    ck_assert_int_eq(mutaid__out_finish(&out, NULL, NULL), MUTAID_OK);
    ck_assert_str_eq(buffer, strings[_i].json);
}
END_TEST

START_TEST(a_template_takes_its_arguments)
{
    const mutaid__slice arguments[3] = {slice("one"), slice(NULL),
                                        slice("{1}")};
    char buffer[64];
    mutaid__out out;

    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_template(&out, "{1}{2}, {3}, {1}, {4}, {, {0}, {1", arguments);
    ck_assert_int_eq(mutaid__out_finish(&out, NULL, NULL), MUTAID_OK);
    ck_assert_str_eq(buffer, "one, {1}, one, {4}, {, {0}, {1");
}
END_TEST

/* Every capacity from none to one too many. */
START_TEST(a_text_cut_short_ends_at_a_whole_character)
{
    static const char text[] = "a\u00E9b\u4F4Fc\U0001F600d";
    char buffer[20];
    const size_t ends[] = {0, 1, 1, 3, 4, 4, 4, 7, 8, 8, 8, 8, 12};
    size_t length = 0;

    for (size_t capacity = 0; capacity <= 13; capacity++) {
        mutaid_error error = MUTAID_ERROR_INIT;
        mutaid__out out;

        memset(buffer, '#', sizeof buffer);
        mutaid__out_init(&out, buffer, capacity);
        mutaid__out_text(&out, text);
        ck_assert_int_eq(mutaid__out_finish(&out, &length, &error),
                         MUTAID_ERROR_BUFFER);
        ck_assert_uint_eq(length, 13);
        ck_assert_int_eq(error.code, MUTAID_CODE_BUFFER_TOO_SHORT);
        ck_assert_ptr_nonnull(strstr(error.text, "bytes, 14 are needed"));
        ck_assert_int_eq(buffer[capacity], '#');
        if (capacity == 0)
            continue;
        ck_assert_uint_eq(strlen(buffer), ends[capacity - 1]);
        ck_assert_int_eq(memcmp(buffer, text, strlen(buffer)), 0);
    }
}
END_TEST

START_TEST(without_a_buffer_only_the_length_is_counted)
{
    mutaid__out out;
    size_t length = 0;

    mutaid__out_init(&out, NULL, 100);
    mutaid__out_text(&out, "some text");
    ck_assert_int_eq(mutaid__out_finish(&out, &length, NULL),
                     MUTAID_ERROR_BUFFER);
    ck_assert_uint_eq(length, 9);
}
END_TEST

START_TEST(an_exact_fit_is_no_failure)
{
    char buffer[4];
    mutaid__out out;

    mutaid__out_init(&out, buffer, 4);
    mutaid__out_text(&out, "abc");
    ck_assert_int_eq(mutaid__out_finish(&out, NULL, NULL), MUTAID_OK);
    ck_assert_str_eq(buffer, "abc");
}
END_TEST

static size_t encode(uint32_t number, char text[4])
{
    static const unsigned char heads[5] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t size = number < 0x80      ? 1
                  : number < 0x800   ? 2
                  : number < 0x10000 ? 3
                                     : 4;

    for (size_t i = size; i-- > 1; number >>= 6)
        text[i] = (char)(0x80 | (number & 0x3F));
    text[0] = (char)(heads[size] | number);
    return size;
}

START_TEST(every_character_of_utf8_is_known)
{
    for (uint32_t number = 0; number < 0x10FFFF + 1000; number++) {
        char text[4];
        bool is_surrogate = number >= 0xD800 && number <= 0xDFFF;
        size_t size = encode(number, text);
        size_t wanted = is_surrogate || number > 0x10FFFF ? 0 : size;

        HOLDS(mutaid__utf8_length(text, size) == wanted);
        HOLDS(mutaid__utf8_length(text, size - 1) == 0);
    }
}
END_TEST

static const char *const no_characters[] = {
    "\x80",
    "\xBF",
    "\xC0\x80",
    "\xC1\xBF",
    "\xC2",
    "\xC2\x41",
    "\xC2\xC2",
    "\xE0\x80\x80",
    "\xE0\x9F\xBF",
    "\xE1\x80",
    "\xE1\x80\x41",
    "\xED\xA0\x80",
    "\xED\xBF\xBF",
    "\xF0\x80\x80\x80",
    "\xF0\x8F\xBF\xBF",
    "\xF1\x80\x80",
    "\xF4\x90\x80\x80",
    "\xF5\x80\x80\x80",
    "\xF8\x88\x80\x80\x80",
    "\xFE",
    "\xFF",
    "\xD4",
};

START_TEST(bytes_that_are_no_utf8_are_refused)
{
    const char *bytes = no_characters[_i];

    ck_assert_uint_eq(mutaid__utf8_length(bytes, strlen(bytes)), 0);
}
END_TEST

static const struct {
    const char *character;
    const char *name;
} points[] = {
    {"\t", "U+0009"},           {"A", "U+0041"},      {"\u00E9", "U+00E9"},
    {"\u3000", "U+3000"},       {"\uFFFD", "U+FFFD"}, {"\U0001F600", "U+1F600"},
    {"\U0010FFFF", "U+10FFFF"},
};

START_TEST(a_character_is_named_by_its_number)
{
    char buffer[16];
    mutaid__out out;

    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_code_point(&out, slice(points[_i].character));
    ck_assert_int_eq(mutaid__out_finish(&out, NULL, NULL), MUTAID_OK);
    ck_assert_str_eq(buffer, points[_i].name);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {slices_are_equal_by_their_bytes, 0},
        {slices_are_ordered_by_their_bytes, 0},
        {integers_are_written_in_full, ROWS(integers)},
        {a_text_grows_piece_by_piece, 0},
        {json_strings_escape_only_what_must_be, ROWS(strings)},
        {a_template_takes_its_arguments, 0},
        {a_text_cut_short_ends_at_a_whole_character, 0},
        {without_a_buffer_only_the_length_is_counted, 0},
        {an_exact_fit_is_no_failure, 0},
        {every_character_of_utf8_is_known, 0},
        {bytes_that_are_no_utf8_are_refused, ROWS(no_characters)},
        {a_character_is_named_by_its_number, ROWS(points)},
    };

    return run_suite("text", tests, sizeof tests / sizeof *tests);
}
