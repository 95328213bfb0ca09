/* SPDX-License-Identifier: MIT */
/* test_json_faults.c - a caret under each fault of a JSON text. */
#include "reading.h"

static const char *line_of(const char *text, uint32_t line, size_t *length_out)
{
    if (strncmp(text, "\xEF\xBB\xBF", 3) == 0)
        text += 3;
    for (; line > 1; line--)
        text = strchr(text, '\n') + 1;
    *length_out = strcspn(text, "\n");
    return text;
}

/* The byte of a line at which its column begins. */
static size_t byte_of(const char *line, uint32_t column)
{
    size_t at = 0;

    for (; column > 1; column--) {
        do
            at++;
        while (((unsigned char)line[at] & 0xC0) == 0x80);
    }
    return at;
}

/* The line of each fault, a caret under it, and the name of its code. */
static void draw(mutaid__out *out, const reading *reading, const char *text)
{
    for (size_t i = 0; i < mutaid_report_count(reading->report); i++) {
        mutaid_fault fault = fault_of(reading, i);
        size_t length;
        const char *line = line_of(text, fault.line, &length);

        ck_assert_uint_eq(fault.offset,
                          (size_t)(line - text) + byte_of(line, fault.column));
        mutaid__out_slice(out, (mutaid__slice){line, length});
        mutaid__out_byte(out, '\n');
        mutaid__out_spaces(out, fault.column - 1);
        mutaid__out_text(out, "^ ");
        mutaid__out_text(out, mutaid_code_name(fault.code));
        mutaid__out_byte(out, '\n');
    }
}

static const struct {
    const char *text;
    const char *drawing;
} faults[] = {
    /* nothing, or too much */
    {"", "\n"
         "^ text_empty\n"},
    {" \n ", " \n"
             "^ text_empty\n"},
    {"\xEF\xBB\xBF", "\n"
                     "^ text_empty\n"},
    {"[] x", "[] x\n"
             "   ^ trailing_text\n"},
    {"{}{}", "{}{}\n"
             "  ^ trailing_text\n"},
    {"1 2", "1 2\n"
            "  ^ trailing_text\n"},
    {"[]\n]", "]\n"
              "^ trailing_text\n"},
    {"\"a\" \"b\"", "\"a\" \"b\"\n"
                    "    ^ trailing_text\n"},
    {"null,", "null,\n"
              "    ^ trailing_text\n"},

    /* the end too early: right behind the last token */
    {"[", "[\n"
          " ^ text_ends\n"},
    {"[1\n\n", "[1\n"
               "  ^ text_ends\n"},
    {"[1,\n", "[1,\n"
              "   ^ text_ends\n"},
    {"{", "{\n"
          " ^ text_ends\n"},
    {"{\"a\"", "{\"a\"\n"
               "    ^ text_ends\n"},
    {"{\"a\":", "{\"a\":\n"
                "     ^ text_ends\n"},
    {"{\"a\":1", "{\"a\":1\n"
                 "      ^ text_ends\n"},
    {"{\"a\":1,", "{\"a\":1,\n"
                  "       ^ text_ends\n"},
    {"[{\"a\":[]}", "[{\"a\":[]}\n"
                    "         ^ text_ends\n"},
    {"\"ab", "\"ab\n"
             "   ^ text_ends\n"},
    {"\"住院", "\"住院\n"
               "   ^ text_ends\n"},
    {"\"", "\"\n"
           " ^ text_ends\n"},
    {"[\"a", "[\"a\n"
             "   ^ text_ends\n"},

    /* characters that cannot stand there */
    {"]", "]\n"
          "^ bad_character\n"},
    {"[1}", "[1}\n"
            "  ^ bad_character\n"},
    {"{\"a\":1]", "{\"a\":1]\n"
                  "      ^ bad_character\n"},
    {"[1;2]", "[1;2]\n"
              "  ^ bad_character\n"},
    {"[1:2]", "[1:2]\n"
              "  ^ bad_character\n"},
    {"[,1]", "[,1]\n"
             " ^ bad_character\n"},
    {"{,}", "{,}\n"
            " ^ bad_character\n"},
    {"{:1}", "{:1}\n"
             " ^ bad_character\n"},
    {"{[1]:2}", "{[1]:2}\n"
                " ^ bad_character\n"},
    {"{\"a\",1}", "{\"a\",1}\n"
                  "    ^ bad_character\n"},
    {"{\"a\"}", "{\"a\"}\n"
                "    ^ bad_character\n"},
    {"{\"a\":}", "{\"a\":}\n"
                 "     ^ bad_character\n"},
    {"{\"a\"::1}", "{\"a\"::1}\n"
                   "     ^ bad_character\n"},
    {"[@]", "[@]\n"
            " ^ bad_character\n"},
    {"[\x01]", "[\x01]\n"
               " ^ bad_character\n"},
    {"#\n[]", "#\n"
              "^ bad_character\n"},
    {"[1 true]", "[1 true]\n"
                 "   ^ bad_character\n"},
    {"{\"a\": \"so \"called\" word\"}", "{\"a\": \"so \"called\" word\"}\n"
                                        "           ^ bad_character\n"},
    {"['a', 'it\\u0027s']", "['a', 'it\\u0027s']\n"
                            " ^ bad_character\n"
                            "['a', 'it\\u0027s']\n"
                            "      ^ bad_character\n"},

    /* what a Chinese keyboard gives */
    {"{\"a\"：1，\"b\"：2}", "{\"a\"：1，\"b\"：2}\n"
                             "    ^ bad_character\n"
                             "{\"a\"：1，\"b\"：2}\n"
                             "      ^ bad_character\n"
                             "{\"a\"：1，\"b\"：2}\n"
                             "          ^ bad_character\n"},
    {"[1、2]", "[1、2]\n"
               "  ^ bad_character\n"},
    {"{“a”: 1}", "{“a”: 1}\n"
                 " ^ bad_character\n"},
    {"｛\"a\": 1}", "｛\"a\": 1}\n"
                    "^ bad_character\n"},
    {"[１]", "[１]\n"
             " ^ bad_character\n"},
    {"[　1,\u00A0\u00A02]", "[　1,\u00A0\u00A02]\n"
                            " ^ bad_character\n"
                            "[　1,\u00A0\u00A02]\n"
                            "    ^ bad_character\n"},
    {"[\u00A001,\v02,\u200B03]", "[\u00A001,\v02,\u200B03]\n"
                                 " ^ bad_character\n"
                                 "[\u00A001,\v02,\u200B03]\n"
                                 "  ^ bad_number\n"
                                 "[\u00A001,\v02,\u200B03]\n"
                                 "     ^ bad_character\n"
                                 "[\u00A001,\v02,\u200B03]\n"
                                 "      ^ bad_number\n"
                                 "[\u00A001,\v02,\u200B03]\n"
                                 "         ^ bad_character\n"
                                 "[\u00A001,\v02,\u200B03]\n"
                                 "          ^ bad_number\n"},
    {"[\xEF\xBB\xBF]", "[\xEF\xBB\xBF]\n"
                       " ^ bad_character\n"},

    /* commas and colons */
    {"[1,]", "[1,]\n"
             "  ^ extra_comma\n"},
    {"{\"a\":1,\n}", "{\"a\":1,\n"
                     "      ^ extra_comma\n"},
    {"[1,,2]", "[1,,2]\n"
               "  ^ extra_comma\n"},
    {"[1,,,]", "[1,,,]\n"
               "  ^ extra_comma\n"
               "[1,,,]\n"
               "   ^ extra_comma\n"
               "[1,,,]\n"
               "    ^ extra_comma\n"},
    {"[1 2]", "[1 2]\n"
              "  ^ missing_comma\n"},
    {"[\"a\"\n\"b\"]", "[\"a\"\n"
                       "    ^ missing_comma\n"},
    {"[[][]{}]", "[[][]{}]\n"
                 "   ^ missing_comma\n"
                 "[[][]{}]\n"
                 "     ^ missing_comma\n"},
    {"{\"住\":1\n \"b\":2}", "{\"住\":1\n"
                             "      ^ missing_comma\n"},
    {"{\"a\" 1, \"b\"\n2}", "{\"a\" 1, \"b\"\n"
                            "    ^ missing_colon\n"
                            "{\"a\" 1, \"b\"\n"
                            "           ^ missing_colon\n"},

    /* numbers */
    {"[01]", "[01]\n"
             " ^ bad_number\n"},
    {"[-]", "[-]\n"
            " ^ bad_number\n"},
    {"[-01, 00, 1., .5, +1]", "[-01, 00, 1., .5, +1]\n"
                              " ^ bad_number\n"
                              "[-01, 00, 1., .5, +1]\n"
                              "      ^ bad_number\n"
                              "[-01, 00, 1., .5, +1]\n"
                              "          ^ bad_number\n"
                              "[-01, 00, 1., .5, +1]\n"
                              "              ^ bad_number\n"
                              "[-01, 00, 1., .5, +1]\n"
                              "                  ^ bad_number\n"},
    {"[1e, 1e+, 1.e5]", "[1e, 1e+, 1.e5]\n"
                        " ^ bad_number\n"
                        "[1e, 1e+, 1.e5]\n"
                        "     ^ bad_number\n"
                        "[1e, 1e+, 1.e5]\n"
                        "          ^ bad_number\n"},
    {"[0x1F]", "[0x1F]\n"
               " ^ bad_number\n"},
    {"[1_000]", "[1_000]\n"
                " ^ bad_number\n"},
    {"[--1]", "[--1]\n"
              " ^ bad_number\n"},
    {"[1.2.3]", "[1.2.3]\n"
                " ^ bad_number\n"},
    {"[2016-03-01]", "[2016-03-01]\n"
                     " ^ bad_number\n"},
    {"[1-]", "[1-]\n"
             " ^ bad_number\n"},
    {"-Infinity", "-Infinity\n"
                  "^ bad_number\n"},
    {"[1.8011670033376514H-308]", "[1.8011670033376514H-308]\n"
                                  " ^ bad_number\n"},

    /* words */
    {"nul", "nul\n"
            "^ bare_word\n"},
    {"[True, None, yes]", "[True, None, yes]\n"
                          " ^ bare_word\n"
                          "[True, None, yes]\n"
                          "       ^ bare_word\n"
                          "[True, None, yes]\n"
                          "             ^ bare_word\n"},
    {"[nan]", "[nan]\n"
              " ^ bare_word\n"},
    {"[truefalse]", "[truefalse]\n"
                    " ^ bare_word\n"},
    {"{a: 1, 2: 3}", "{a: 1, 2: 3}\n"
                     " ^ bare_word\n"
                     "{a: 1, 2: 3}\n"
                     "       ^ bare_word\n"},

    /* strings */
    {"\"\\x\"", "\"\\x\"\n"
                " ^ bad_escape\n"},
    {"\"住\\q院\\u12\"", "\"住\\q院\\u12\"\n"
                         "  ^ bad_escape\n"
                         "\"住\\q院\\u12\"\n"
                         "     ^ bad_escape\n"},
    {"\"\\u00G0\"", "\"\\u00G0\"\n"
                    " ^ bad_escape\n"},
    {"\"\\uD800\"", "\"\\uD800\"\n"
                    " ^ bad_escape\n"},
    {"\"\\uD800\\n\"", "\"\\uD800\\n\"\n"
                       " ^ bad_escape\n"},
    {"\"\\uDC00\\uD800\"", "\"\\uDC00\\uD800\"\n"
                           " ^ bad_escape\n"
                           "\"\\uDC00\\uD800\"\n"
                           "       ^ bad_escape\n"},
    {"\"\\uD83D\\u0041\"", "\"\\uD83D\\u0041\"\n"
                           " ^ bad_escape\n"},
    {"\"\\U0041\"", "\"\\U0041\"\n"
                    " ^ bad_escape\n"},
    {"\"\\住\"", "\"\\住\"\n"
                 " ^ bad_escape\n"},
    {"\"a\tb\"", "\"a\tb\"\n"
                 "  ^ bad_control\n"},
    {"{\"a\": \"b,\n \"c\": 1}", "{\"a\": \"b,\n"
                                 "         ^ bad_control\n"},
    {"[\"a\\\nb\"]", "[\"a\\\n"
                     "   ^ bad_escape\n"
                     "[\"a\\\n"
                     "    ^ bad_control\n"},
    {"\"a\\u0000\"", "\"a\\u0000\"\n"
                     "  ^ nul_character\n"},

    /* comments, which are skipped */
    {"// one\n[1, /* two\n */ 2] // three", "// one\n"
                                            "^ comment\n"
                                            "[1, /* two\n"
                                            "    ^ comment\n"
                                            " */ 2] // three\n"
                                            "       ^ comment\n"},
    {"[1 /* 住", "[1 /* 住\n"
                 "  ^ text_ends\n"
                 "[1 /* 住\n"
                 "   ^ comment\n"},
    {"[/]", "[/]\n"
            " ^ bad_character\n"},

    /* duplicate keys, one of them in an object that is not closed */
    {"{\"a\":1,\n\"b\":2, \"a\":3}", "\"b\":2, \"a\":3}\n"
                                     "       ^ duplicate_key\n"},
    {"{\"a\":1,\"\\u0061\":2,\"a\":3}", "{\"a\":1,\"\\u0061\":2,\"a\":3}\n"
                                        "       ^ duplicate_key\n"
                                        "{\"a\":1,\"\\u0061\":2,\"a\":3}\n"
                                        "                  ^ duplicate_key\n"},
    {"{\"\":1,\"\":{\"\":2,\"\":3}}", "{\"\":1,\"\":{\"\":2,\"\":3}}\n"
                                      "      ^ duplicate_key\n"
                                      "{\"\":1,\"\":{\"\":2,\"\":3}}\n"
                                      "               ^ duplicate_key\n"},
    {"[{\"a\":1,\"a\":2,", "[{\"a\":1,\"a\":2,\n"
                           "        ^ duplicate_key\n"
                           "[{\"a\":1,\"a\":2,\n"
                           "              ^ text_ends\n"},
    {"{\"\":1,]", "{\"\":1,]\n"
                  "      ^ bad_character\n"},

    /* several faults of several kinds in one go */
    {"{'a': 01,,\n b: None // why\n}", "{'a': 01,,\n"
                                       " ^ bad_character\n"
                                       "{'a': 01,,\n"
                                       "      ^ bad_number\n"
                                       "{'a': 01,,\n"
                                       "        ^ extra_comma\n"
                                       " b: None // why\n"
                                       " ^ bare_word\n"
                                       " b: None // why\n"
                                       "    ^ bare_word\n"
                                       " b: None // why\n"
                                       "         ^ comment\n"},

    /* the byte-order mark counts for nothing */
    {"\xEF\xBB\xBF[x]", "[x]\n"
                        " ^ bare_word\n"},
};

START_TEST(a_caret_stands_under_every_fault)
{
    char buffer[2000];
    reading reading;
    mutaid__out out;

    read_text(&reading, faults[_i].text);
    mutaid__out_init(&out, buffer, sizeof buffer);
    draw(&out, &reading, faults[_i].text);
    ck_assert_int_eq(mutaid__out_finish(&out, NULL, NULL), MUTAID_OK);
    ck_assert_str_eq(buffer, faults[_i].drawing);

    bool is_double = strstr(buffer, "duplicate_key") != NULL &&
                     strstr(buffer, "text_ends") == NULL;
    ck_assert_int_eq(reading.status,
                     is_double ? MUTAID_OK : MUTAID_ERROR_RULEBOOK);
    ck_assert(is_double == (reading.root != NULL));
    end(&reading);
}
END_TEST

static const struct {
    const char *text;
    const char *message;
    const char *remedy;
} messages[] = {
    {"[1，", "\"，\" (U+FF0C) cannot stand here", "write \",\""},
    {"[1、", "\"、\" (U+3001) cannot stand here", "write \",\""},
    {"{\"a\"：", "\"：\" (U+FF1A) cannot stand here", "write \":\""},
    {"[1;", "\";\" cannot stand here", "write \",\" or \"]\""},
    {"{\"a\":1:", "\":\" cannot stand here", "write \",\" or \"}\""},
    {"{\"a\"]", "\"]\" cannot stand here", "write \":\""},
    {"{1：", "1 stands without quotes", "write \"1\""},
    {"{“", "\"“\" (U+201C) cannot stand here", "write '\"'"},
    {"[１", "\"１\" (U+FF11) cannot stand here", "write a value"},
    {"[\x02", "U+0002 cannot stand here", "write a value"},
    {"['", "\"'\" cannot stand here", "write '\"'"},
    {"{\"x\": \"a\tb\"}", "the control character U+0009 stands inside a text",
     "write \\t, or close the text before it"},
    {"[\"\\ud800\"]", "\\ud800 is no escape of JSON",
     "use \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hex digits; "
     "surrogates come in pairs"},
    {"[1,\n {\"a\": [",
     "the text ends inside the array that begins at line "
     "2, column 8",
     "close it with \"]\""},
    {"[\n {\"a\": 1",
     "the text ends inside the object that begins at line "
     "2, column 2",
     "close it with \"}\""},
    {"[\"a",
     "the text ends inside the string that begins at line 1, "
     "column 2",
     "close it with a quote"},
    {"[TRUE", "TRUE stands without quotes", "write true"},
    {"[is_member", "is_member stands without quotes", "write \"is_member\""},
    {"{\"a\\nb\" 1", "a colon is missing after the key \"a\\u000ab\"",
     "write : between a key and its value"},
};

START_TEST(a_fault_says_what_was_found_and_what_to_write)
{
    reading reading;

    read_text(&reading, messages[_i].text);
    ck_assert_str_eq(fault_of(&reading, 0).text, messages[_i].message);
    ck_assert_str_eq(fault_of(&reading, 0).remedy, messages[_i].remedy);
    end(&reading);
}
END_TEST

static const struct {
    const char *bytes;
    size_t length;
    uint32_t line;
    uint32_t column;
} no_utf8[] = {
    {"\xFF\xFE[\0]\0", 6, 1, 1}, /* UTF-16 */
    {"[\"\xD7\xA1\xD4\xBA\xBD\xF2\"]", 11, 1,
     5}, /* GBK, whose first characters pass */
    {"[\"住\xC0\x80\"]", 9, 1, 4},
    {"[\n\"\xED\xA0\x80\"]", 8, 2, 2},
    {"[\"a\xE4\xBD", 5, 1, 4},
    {"{\"a\xFF\": 1}", 9, 1, 4},
    {"[1, \x80]", 6, 1, 5},
    {"[1] // \xB2\xBB", 9, 1, 8},
    {"[\"\\\xFF\"]", 6, 1, 4},
};

START_TEST(a_text_that_is_not_utf8_is_refused_at_the_byte)
{
    reading reading;

    read_bytes(&reading, no_utf8[_i].bytes, no_utf8[_i].length, &roomy);
    ck_assert_int_eq(reading.status, MUTAID_ERROR_RULEBOOK);
    mutaid_fault fault =
        fault_of(&reading, mutaid_report_count(reading.report) - 1);
    ck_assert_int_eq(fault.code, MUTAID_CODE_BAD_UTF8);
    ck_assert_uint_eq(fault.line, no_utf8[_i].line);
    ck_assert_uint_eq(fault.column, no_utf8[_i].column);
    end(&reading);
}
END_TEST

START_TEST(nul_bytes_are_faults_wherever_they_stand)
{
    reading reading;

    read_bytes(&reading, "[\"a\0b\", 1]", 10, &roomy);
    ck_assert_uint_eq(mutaid_report_count(reading.report), 1);
    ck_assert_int_eq(fault_of(&reading, 0).code, MUTAID_CODE_NUL_CHARACTER);
    ck_assert_uint_eq(fault_of(&reading, 0).column, 4);
    end(&reading);
    read_bytes(&reading, "[1]\0", 4, &roomy);
    ck_assert_int_eq(fault_of(&reading, 0).code, MUTAID_CODE_TRAILING_TEXT);
    end(&reading);
    read_bytes(&reading, "[\0]", 3, &roomy);
    ck_assert_int_eq(fault_of(&reading, 0).code, MUTAID_CODE_BAD_CHARACTER);
    end(&reading);
    read_bytes(&reading, NULL, 0, &roomy);
    ck_assert_int_eq(fault_of(&reading, 0).code, MUTAID_CODE_TEXT_EMPTY);
    end(&reading);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_caret_stands_under_every_fault, ROWS(faults)},
        {a_fault_says_what_was_found_and_what_to_write, ROWS(messages)},
        {a_text_that_is_not_utf8_is_refused_at_the_byte, ROWS(no_utf8)},
        {nul_bytes_are_faults_wherever_they_stand, 0},
    };

    return run_suite("json_faults", tests, sizeof tests / sizeof *tests);
}
