/* SPDX-License-Identifier: MIT */
/* test_mistakes.c - small mistakes, each beside a sound neighbour.
 *
 * tests/mistakes/base.json is a sound rulebook with holes: $steps$ and so on.
 * Each block of the lists is a mistake: its name; what fills the holes (others
 * stay empty); what is said, a code and a piece of the text; and what `sound`
 * puts in place of a hole, so that nothing is said any more. */
#include "book.h"
#include "failing.h"

#include <ctype.h>

#define MOST_HOLES 16
#define MOST_TEXT 20000

typedef struct filling {
    char hole[20];
    char text[1500];
} filling;

typedef struct mistake {
    char name[120];
    filling holes[MOST_HOLES], sound[MOST_HOLES];
    size_t hole_count, sound_count;
    char code[40], says[200];
} mistake;

static const char *const lists[] = {"faults.txt", "warnings.txt"};

static char *read_text(const char *name)
{
    const char *root = getenv("srcdir");
    char path[4096];
    char *text = calloc(1, 200000);
    FILE *file;

    snprintf(path, sizeof path, "%s/tests/mistakes/%s",
             root != NULL ? root : ".", name);
    file = fopen(path, "rb");
    HOLDS(file != NULL && text != NULL);
    HOLDS(fread(text, 1, 199999, file) > 0);
    fclose(file);
    return text;
}

/* --- reading a list ---------------------------------------------------------- */

static void read_line(mistake *m, const char *line)
{
    const char *colon = strstr(line, ": ");
    bool is_sound = strncmp(line, "sound ", 6) == 0;
    filling *filled;

    if (m->name[0] == '\0') {
        HOLDS(snprintf(m->name, sizeof m->name, "%s", line) <
              (int)sizeof m->name);
        return;
    }
    HOLDS(colon != NULL);
    if (strncmp(line, "says: ", 6) == 0) {
        HOLDS(sscanf(colon + 2, "%39s", m->code) == 1);
        colon += 2 + strlen(m->code);
        snprintf(m->says, sizeof m->says, "%s", colon + (*colon == ' '));
        return;
    }
    line += is_sound ? 6 : 0;
    filled = is_sound ? &m->sound[m->sound_count++] : &m->holes[m->hole_count++];
    HOLDS(m->sound_count < MOST_HOLES && m->hole_count < MOST_HOLES);
    snprintf(filled->hole, sizeof filled->hole, "%.*s", (int)(colon - line),
             line);
    HOLDS(snprintf(filled->text, sizeof filled->text, "%s", colon + 2) <
          (int)sizeof filled->text);
}

/* The next block of a list; false at its end. */
static bool next_mistake(char **at, mistake *m)
{
    *m = (mistake){.name = ""};
    while (**at != '\0') {
        char *end = strchr(*at, '\n');
        char *line = *at;

        HOLDS(end != NULL);
        *end = '\0';
        *at = end + 1;
        if (*line == '#')
            continue;
        if (*line != '\0')
            read_line(m, line);
        else if (m->name[0] != '\0')
            break;
    }
    return m->name[0] != '\0';
}

/* --- making a rulebook --------------------------------------------------------- */

static const char *text_of(const mistake *m, const char *hole, size_t length,
                           bool is_sound)
{
    size_t i;

    for (i = 0; is_sound && i < m->sound_count; i++)
        if (strlen(m->sound[i].hole) == length &&
            memcmp(m->sound[i].hole, hole, length) == 0)
            return m->sound[i].text;
    for (i = 0; i < m->hole_count; i++)
        if (strlen(m->holes[i].hole) == length &&
            memcmp(m->holes[i].hole, hole, length) == 0)
            return m->holes[i].text;
    return "";
}

static void make(const char *base, const mistake *m, bool is_sound,
                 char text[MOST_TEXT])
{
    size_t used = 0;

    while (*base != '\0') {
        const char *end = *base == '$' ? strchr(base + 1, '$') : NULL;
        const char *piece;

        HOLDS(used + 1600 < MOST_TEXT);
        if (end == NULL) {
            text[used++] = *base++;
            continue;
        }
        piece = text_of(m, base + 1, (size_t)(end - base - 1), is_sound);
        for (; *piece != '\0'; piece++)
            text[used++] = *piece == '\'' ? '"' : *piece;
        base = end + 1;
    }
    text[used] = '\0';
}

/* --- judging ---------------------------------------------------------------------- */

/* Whether the code and the text are among what is said. */
static bool is_said(const mistake *m, const mutaid_report *report)
{
    for (size_t i = 0; i < mutaid_report_count(report); i++) {
        mutaid_fault fault = MUTAID_FAULT_INIT;

        HOLDS(mutaid_report_fault(report, i, &fault, NULL) == MUTAID_OK);
        if (strcmp(mutaid_code_name(fault.code), m->code) == 0 &&
            strstr(fault.text, m->says) != NULL && fault.line > 0)
            return true;
    }
    return false;
}

static bool judge(const char *base, const mistake *m, bool is_sound)
{
    char text[MOST_TEXT];
    mutaid_rulebook *rulebook = NULL;
    mutaid_report *report = NULL;
    mutaid_status status;
    bool is_right;

    make(base, m, is_sound, text);
    status = mutaid_rulebook_read(text, strlen(text), NULL, &rulebook, &report,
                                  NULL);
    is_right = is_sound ? status == MUTAID_OK && mutaid_report_count(report) == 0
                        : is_said(m, report);
    if (!is_right) {
        printf("# %s%s\n", m->name, is_sound ? ": its sound neighbour" : "");
        print_faults(report);
    }
    mutaid_report_free(report);
    mutaid_rulebook_unref(rulebook);
    return is_right;
}

static size_t count;

START_TEST(each_mistake_is_told_and_its_neighbour_is_sound)
{
    char *base = read_text("base.json"), *list = read_text(lists[_i]);
    char *at = list;
    size_t wrong = 0;
    mistake m;

    for (count = 0; next_mistake(&at, &m); count++) {
        HOLDS(m.code[0] != '\0' && m.sound_count > 0);
        wrong += !judge(base, &m, false);
        wrong += !judge(base, &m, true);
    }
    printf("# %s: %zu mistakes\n", lists[_i], count);
    fflush(stdout);
    ck_assert_uint_eq(wrong, 0);
    ck_assert_uint_ge(count, 60);
    free(list);
    free(base);
}
END_TEST

START_TEST(no_two_mistakes_have_one_name)
{
    static char names[400][120];
    size_t known = 0;

    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++) {
        char *list = read_text(lists[l]), *at = list;
        mistake m;

        while (next_mistake(&at, &m)) {
            for (size_t i = 0; i < known; i++)
                ck_assert_str_ne(names[i], m.name);
            HOLDS(known < 400);
            snprintf(names[known++], sizeof names[0], "%s", m.name);
        }
        free(list);
    }
    ck_assert_uint_ge(known, 120);
}
END_TEST

/* Mistakes that take every way through the proofs. */
static const char *const costly[] = {
    "a benefit of which nothing can be proved",
    "cumulative bands of a fact that fall",
    "a first band above the least in a value",
    "a choice by a date before the rules",
    "a cap past a share",
    "a least that everybody meets",
    "bands in which more becomes less",
    "a cap before a deductible",
};

static bool find_mistake(const char *name, mistake *m)
{
    bool is_found = false;

    for (size_t l = 0; l < sizeof lists / sizeof *lists && !is_found; l++) {
        char *list = read_text(lists[l]), *at = list;

        while (!is_found && next_mistake(&at, m))
            is_found = strcmp(m->name, name) == 0;
        free(list);
    }
    return is_found;
}

START_TEST(telling_a_mistake_fails_cleanly_at_each_allocation)
{
    char text[MOST_TEXT], *base = read_text("base.json");
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    failing memory = {0};
    mutaid_allocator allocator = failing_allocator(&memory);
    mistake m;
    size_t n;

    if (!find_mistake(costly[_i], &m))
        ck_abort_msg("no mistake is called \"%s\"", costly[_i]);
    make(base, &m, false, text);
    options.allocator = &allocator;
    memory.has_failed = true;
    for (n = 1; memory.has_failed; n++) {
        mutaid_rulebook *rulebook = NULL;
        mutaid_report *report = NULL;
        mutaid_status status;

        memory.calls = 0;
        memory.fail_at = n;
        memory.fails_on = true;
        memory.has_failed = false;
        status = mutaid_rulebook_read(text, strlen(text), &options, &rulebook,
                                      &report, NULL);
        HOLDS(memory.has_failed == (status == MUTAID_ERROR_MEMORY));
        HOLDS(memory.has_failed || is_said(&m, report));
        mutaid_report_free(report);
        mutaid_rulebook_unref(rulebook);
        ck_assert_uint_eq(memory.blocks, 0);
    }
    ck_assert_uint_gt(n, 10);
    free(base);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {each_mistake_is_told_and_its_neighbour_is_sound, ROWS(lists)},
        {no_two_mistakes_have_one_name, 0},
        {telling_a_mistake_fails_cleanly_at_each_allocation, ROWS(costly)},
    };

    return run_suite("mistakes", tests, sizeof tests / sizeof *tests);
}
