/* SPDX-License-Identifier: MIT */
/* test_json_any.c - whatever the bytes, there is a tree or a fault. */
#include "reading.h"

static const char sample[] =
    "\xEF\xBB\xBF{\"id\": \"港口\", \"n\": [1, -2.50e+3, true, null],\r\n"
    " \"a\\u4f4f\\uD83D\\uDE00\\n\": {\"x\": {}, \"y\": [[]], \"x\": \"\"},\n"
    " \"k1\":1,\"k2\":2,\"k3\":3,\"k4\":4,\"k5\":5,\"k6\":6,\"k7\":false}\n";

static void check_fault(const mutaid_fault *fault, const char *text,
                        size_t length)
{
    HOLDS(fault->line >= 1 && fault->column >= 1);
    HOLDS(fault->offset <= length);
    HOLDS(fault->column <= fault->offset + 1);
    uint32_t line = 1;
    for (size_t i = 0; i < fault->offset; i++)
        line += text[i] == '\n';
    HOLDS(fault->line == line);
    HOLDS(fault->text[0] != '\0' && fault->remedy[0] != '\0');
    for (const char *at = fault->text; *at != '\0';) {
        size_t size = mutaid__utf8_length(at, strlen(at));
        HOLDS(size > 0);
        at += size;
    }
}

/* Read a copy of the bytes that ends where its memory ends, so that nothing
 * behind them is looked at unseen. */
static void check_any(const char *bytes, size_t length)
{
    char *text = malloc(length > 0 ? length : 1);
    reading reading;

    memcpy(text, bytes, length);
    read_bytes(&reading, text, length, &roomy);
    HOLDS((reading.root != NULL) == (reading.status == MUTAID_OK));
    if (reading.status != MUTAID_OK) {
        HOLDS(reading.status == MUTAID_ERROR_RULEBOOK);
        HOLDS(reading.report->error_count > 0);
    }
    for (size_t i = 0; i < mutaid_report_count(reading.report); i++) {
        mutaid_fault fault = fault_of(&reading, i);
        check_fault(&fault, text, length);
    }
    end(&reading);
    free(text);
}

START_TEST(every_beginning_of_a_text_ends_in_a_fault)
{
    size_t length = sizeof sample - 2; /* without the last line feed */

    for (size_t cut = 0; cut < length; cut++) {
        reading reading;

        check_any(sample, cut);
        read_bytes(&reading, sample, cut, &roomy);
        HOLDS(reading.status == MUTAID_ERROR_RULEBOOK);
        end(&reading);
    }
}
END_TEST

START_TEST(a_changed_byte_anywhere_does_no_harm)
{
    static const char bytes[] = "\"\\{}[],:'/0-.eEu \n\t\xFF\xE4\x80";
    char text[sizeof sample];

    for (size_t at = 0; at < sizeof sample - 1; at++) {
        for (size_t i = 0; i < sizeof bytes; i++) {
            memcpy(text, sample, sizeof sample);
            text[at] = bytes[i];
            check_any(text, sizeof sample - 1);
            memmove(text + at, sample + at + 1, sizeof sample - at - 1);
            check_any(text, sizeof sample - 2);
        }
    }
}
END_TEST

/* Texts made of what JSON is made of. */
START_TEST(a_random_text_does_no_harm)
{
    static const char *const pieces[] = {
        "{",  "}",  "[",    "]",   ",",  ":",    "\"a\"", "\"b\"", "\"", "1",
        "0",  "-",  "true", "nul", "\\", "\\u",  "d800",  "\n",    " ",  "//",
        "/*", "*/", "，",   "：",  "“",  "\xE4", "'",     "e",     "."};
    uint64_t state = 4711;

    for (int i = 0; i < 20000; i++) {
        char text[200] = "";
        size_t count = random_next(&state) % 24;

        while (count-- > 0)
            strcat(text, pieces[random_next(&state) % ROWS(pieces)]);
        check_any(text, strlen(text));
    }
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {every_beginning_of_a_text_ends_in_a_fault, 0},
        {a_changed_byte_anywhere_does_no_harm, 0},
        {a_random_text_does_no_harm, 0},
    };

    return run_suite("json_any", tests, sizeof tests / sizeof *tests);
}
