/* SPDX-License-Identifier: MIT */
/* suite.h - what every unit test begins with: one file, one suite. */
#ifndef MUTUALAID_TESTS_SUITE_H
#define MUTUALAID_TESTS_SUITE_H

#include <check.h>
#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A test, and how many rows it is run for (0: it has no table). */
typedef struct suite_test {
    const TTest *test;
    int rows;
} suite_test;

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

/* The library must not care for the locale: so let there be one, and say
 * which, for the test that asks for a decimal comma. */
static inline void use_locale(void)
{
    setlocale(LC_ALL, "");
    printf("# decimal point: %s\n", localeconv()->decimal_point);
    fflush(stdout);
}

/* Run tests as one suite: the exit status of the program. */
static inline int run_suite(const char *name, const suite_test *tests,
                            size_t count)
{
    Suite *suite = suite_create(name);
    TCase *tcase = tcase_create(name);

    use_locale();
    tcase_set_timeout(tcase, 120);
    for (size_t i = 0; i < count; i++) {
        if (tests[i].rows > 0)
            tcase_add_loop_test(tcase, tests[i].test, 0, tests[i].rows);
        else
            tcase_add_test(tcase, tests[i].test);
    }
    suite_add_tcase(suite, tcase);

    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* As ck_assert(), which tells the runner of each assertion and so is slow: for
 * long loops. */
#define HOLDS(condition) \
    do { \
        if (!(condition)) \
            ck_abort_msg("%s", "" #condition); \
    } while (0)

/* The same numbers in every run (xorshift64*). */
static inline uint64_t random_next(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(2685821657736338717);
}

#endif
