/* SPDX-License-Identifier: MIT */
/* hostile.c - read, ask and decide by what is large, deep or awkward, in
 * bounded time, memory and stack.
 *
 * usage: hostile [--large] [SHAPE [N]]
 *
 * Sizes are such that work growing with the square of them would take minutes
 * where what is linear takes well under the limit. */
#define _POSIX_C_SOURCE 200809L
#include "hostile.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define QUICK_SECONDS 3.0
#define LARGE_SECONDS 30.0
/* The stack that is enough for everything. */
#define STACK_BYTES ((rlim_t)256 << 10)

static void make_room(text *to, size_t more)
{
    if (to->length + more < to->capacity)
        return;
    to->capacity = (to->length + more) * 2 + 64;
    to->data = realloc(to->data, to->capacity);
    if (to->data == NULL) {
        puts("Bail out! no memory");
        exit(99);
    }
}

void put(text *to, const char *format, ...)
{
    va_list values;

    va_start(values, format);
    int length = vsnprintf(NULL, 0, format, values);
    va_end(values);
    make_room(to, (size_t)length + 1);
    va_start(values, format);
    vsnprintf(to->data + to->length, (size_t)length + 1, format, values);
    va_end(values);
    to->length += (size_t)length;
}

void put_bytes(text *to, char byte, size_t count)
{
    make_room(to, count + 1);
    memset(to->data + to->length, byte, count);
    to->length += count;
}

static double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* --- what is done with a rulebook that was read ----------------------------------- */

static mutaid_status decide_empty(mutaid_rulebook *rulebook,
                                  mutaid_error *error)
{
    mutaid_case *c = NULL;
    mutaid_decision *d = NULL;
    size_t length;
    mutaid_status status = mutaid_case_new(rulebook, &c, error);

    if (status == MUTAID_OK)
        status = mutaid_decision_new(rulebook, &d, error);
    if (status == MUTAID_OK)
        status = mutaid_decide_at(c, 0, d, error);
    if (status == MUTAID_OK)
        status = mutaid_decision_explain(d, MUTAID_LANGUAGE_EN, NULL, 0,
                                         &length, NULL);
    mutaid_decision_free(d);
    mutaid_case_free(c);
    return status == MUTAID_ERROR_BUFFER ? MUTAID_OK : status;
}

static mutaid_status use(mutaid_rulebook *rulebook, mutaid_error *error)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    size_t length;
    mutaid_status status = mutaid_rulebook_describe(rulebook, &info, error);

    if (status != MUTAID_OK || info.part_count == 0)
        return status;
    status = decide_empty(rulebook, error);
    if (status != MUTAID_OK)
        return status;
    status = mutaid_rulebook_tell(rulebook, 0, MUTAID_LANGUAGE_ZH, NULL, 0,
                                  &length, NULL);
    return status == MUTAID_ERROR_BUFFER ? MUTAID_OK : status;
}

/* --- trying a shape -------------------------------------------------------------- */

typedef struct trial {
    mutaid_status status;
    mutaid_error error;
    double read_seconds;
    double use_seconds;
} trial;

static trial try(const shape *shape, size_t n)
{
    trial t = {MUTAID_OK, MUTAID_ERROR_INIT, 0, 0};
    mutaid_rulebook *rulebook = NULL;
    text made = {NULL, 0, 0};

    shape->make(&made, n);
    double start = seconds();
    t.status = mutaid_rulebook_read(made.data, made.length, NULL, &rulebook,
                                    NULL, &t.error);
    double middle = seconds();
    if (t.status == MUTAID_OK)
        t.status = use(rulebook, &t.error);
    mutaid_rulebook_unref(rulebook);
    t.read_seconds = middle - start;
    t.use_seconds = seconds() - middle;
    free(made.data);
    return t;
}

static bool is_expected(const trial *t, ending wanted)
{
    if (wanted == READ)
        return t->status == MUTAID_OK;
    if (wanted == REFUSED)
        return t->status == MUTAID_ERROR_RULEBOOK;
    return t->status == MUTAID_ERROR_MEMORY ||
           t->status == MUTAID_ERROR_RULEBOOK;
}

static long peak_megabytes(void)
{
    struct rusage usage;

    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

static int tests_run, tests_failed;

static void test(const shape *shape, size_t n, ending wanted, double limit)
{
    trial t = try(shape, n);
    bool passed = is_expected(&t, wanted) &&
                  t.read_seconds + t.use_seconds <= limit;

    printf("# read %.2f s, used %.2f s, peak %ld MB so far: %s\n",
           t.read_seconds, t.use_seconds, peak_megabytes(),
           t.status == MUTAID_OK ? "read" : t.error.text);
    tests_failed += !passed;
    printf("%sok %d - %zu pieces are enough of it: %s\n", passed ? "" : "not ",
           ++tests_run, n, shape->name);
    fflush(stdout);
}

/* Recursion without a bound would show. */
static void make_stack_small(void)
{
    struct rlimit limit;

    getrlimit(RLIMIT_STACK, &limit);
    limit.rlim_cur = STACK_BYTES;
    setrlimit(RLIMIT_STACK, &limit);
}

int main(int count, char **words)
{
    bool is_large = count > 1 && strcmp(words[1], "--large") == 0;
    int first = is_large ? 2 : 1;

    make_stack_small();
    for (size_t i = 0; i < shape_count; i++) {
        const shape *s = &shapes[i];
        size_t n = is_large ? s->large_n : s->quick_n;

        if (count > first && strcmp(s->name, words[first]) != 0)
            continue;
        if (count > first + 1)
            n = (size_t)strtoull(words[first + 1], NULL, 10);
        test(s, n, is_large ? s->large : s->quick,
             is_large ? LARGE_SECONDS : QUICK_SECONDS);
    }
    printf("1..%d\n", tests_run);
    return tests_failed > 0;
}
