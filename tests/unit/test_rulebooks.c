/* SPDX-License-Identifier: MIT */
/* test_rulebooks.c - the rulebooks of tests/rulebooks read, and their examples
 * come out. */
#define _POSIX_C_SOURCE 200809L
#include "input/book.h"
#include "suite.h"
#include <dirent.h>
#include <mutualaid/mutualaid.h>

#define FOLDER "tests/rulebooks"

/* --- reading a file ------------------------------------------------------- */

static void path_of(char *path, size_t size, const char *name)
{
    const char *root = getenv("srcdir");

    snprintf(path, size, "%s/%s/%s", root != NULL ? root : ".", FOLDER, name);
}

static char *text_of(const char *name, size_t *length_out)
{
    char path[4096];
    path_of(path, sizeof path, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        ck_abort_msg("%s cannot be opened", path);
    HOLDS(fseek(file, 0, SEEK_END) == 0);
    long length = ftell(file);
    HOLDS(length > 0 && fseek(file, 0, SEEK_SET) == 0);
    char *text = malloc((size_t)length);
    HOLDS(text != NULL);
    *length_out = fread(text, 1, (size_t)length, file);
    HOLDS(*length_out == (size_t)length);
    fclose(file);
    return text;
}

/* Tell what a report holds; how many of its entries are warnings. */
static size_t tell(const char *name, const mutaid_report *report)
{
    size_t warnings = 0;

    for (size_t i = 0; i < mutaid_report_count(report); i++) {
        mutaid_fault fault = MUTAID_FAULT_INIT;

        HOLDS(mutaid_report_fault(report, i, &fault, NULL) == MUTAID_OK);
        printf("# %s:%u:%u: %s; %s\n", name, fault.line, fault.column,
               fault.text, fault.remedy);
        warnings += fault.is_warning;
    }
    return warnings;
}

/* Read a file, which runs its examples, and count the warnings. */
static mutaid_rulebook *read_file(const char *name, size_t *warnings_out)
{
    size_t length;
    char *text = text_of(name, &length);
    mutaid_rulebook *rulebook = NULL;
    mutaid_report *report = NULL;
    mutaid_status status =
        mutaid_rulebook_read(text, length, NULL, &rulebook, &report, NULL);

    *warnings_out = tell(name, report);
    fflush(stdout);
    mutaid_report_free(report);
    free(text);
    if (status != MUTAID_OK)
        ck_abort_msg("%s does not read", name);
    return rulebook;
}

/* --- every rulebook ------------------------------------------------------- */

/* A rulebook, how many warnings it is kept for, and how many examples it has
 * at least: none may vanish unseen. */
typedef struct known_rulebook {
    const char *name;
    size_t warnings;
    size_t examples;
} known_rulebook;

static const known_rulebook known[] = {
    {"harbour.json", 1, 1}, /* the tests of the bindings want a warning */
    {"harbour-yen.json", 0, 112},
    {"loans.json", 0, 11},
    {"periods.json", 0, 0},
    {"shapes.json", 0, 578},
};

START_TEST(every_rulebook_reads_and_its_examples_come_out)
{
    const known_rulebook *row = &known[_i];
    size_t warnings;
    mutaid_rulebook *rulebook = read_file(row->name, &warnings);
    size_t examples = rulebook->model.examples.count;

    printf("# %s: %zu examples\n", row->name, examples);
    fflush(stdout);
    ck_assert_uint_eq(warnings, row->warnings);
    ck_assert_uint_ge(examples, row->examples);
    mutaid_rulebook_unref(rulebook);
}
END_TEST

static bool is_known(const char *name)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(name, known[i].name) == 0)
            return true;
    }
    return false;
}

START_TEST(no_rulebook_of_the_folder_is_forgotten)
{
    char path[4096];
    path_of(path, sizeof path, "");
    DIR *folder = opendir(path);
    size_t found = 0;

    ck_assert_ptr_nonnull(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        const char *end = strrchr(entry->d_name, '.');

        if (end == NULL || strcmp(end, ".json") != 0)
            continue;
        if (!is_known(entry->d_name))
            ck_abort_msg("%s stands in no test", entry->d_name);
        found++;
    }
    closedir(folder);
    ck_assert_uint_eq(found, sizeof known / sizeof *known);
}
END_TEST

/* --- what examples cannot say --------------------------------------------- */

/* The number behind "f05_": a scheme or a package bears that of its shape. */
static int shape_of(const char *name)
{
    if (name[0] != 'f' || strlen(name) < 4 || name[3] != '_')
        return 0;
    return (name[1] - '0') * 10 + (name[2] - '0');
}

START_TEST(each_shape_has_a_scheme_but_those_of_loans_and_statistics)
{
    size_t warnings;
    mutaid_rulebook *rulebook = read_file("shapes.json", &warnings);
    bool is_there[41] = {false};

    for (size_t i = 0; i < rulebook->part_count; i++) {
        mutaid_part_info part = MUTAID_PART_INFO_INIT;

        HOLDS(mutaid_rulebook_part(rulebook, i, &part, NULL) == MUTAID_OK);
        int shape = shape_of(part.name);
        ck_assert_int_ge(shape, 1);
        ck_assert_int_le(shape, 40);
        is_there[shape] = true;
    }
    for (int shape = 1; shape <= 40; shape++)
        ck_assert_msg(is_there[shape] == (shape < 35 || shape > 38),
                      "shape F%02d", shape);
    mutaid_rulebook_unref(rulebook);
}
END_TEST

static int64_t amount_of(mutaid_case *facts, mutaid_decision *decision,
                         const char *item)
{
    int64_t amount = 0;

    HOLDS(mutaid_case_set_choice(facts, "injury_item", item, NULL) ==
          MUTAID_OK);
    HOLDS(mutaid_decide(facts, "f06_item_schedule", decision, NULL) ==
          MUTAID_OK);
    HOLDS(mutaid_decision_amount(decision, &amount, NULL) == MUTAID_OK);
    return amount;
}

/* Nine kinds of injury, 5 050.00 together, at 27 places; each place pays 2.00
 * more than the one before, for each kind: 27 x 5 050 + 9 x 2 x 351. */
START_TEST(all_243_items_of_the_schedule_pay_142668_in_all)
{
    size_t warnings, fact;
    mutaid_rulebook *rulebook = read_file("shapes.json", &warnings);
    mutaid_fact_info item = MUTAID_FACT_INFO_INIT;
    mutaid_case *facts = NULL;
    mutaid_decision *decision = NULL;
    int64_t sum = 0;

    HOLDS(mutaid_rulebook_fact_index(rulebook, "injury_item", &fact, NULL) ==
              MUTAID_OK &&
          mutaid_rulebook_fact(rulebook, fact, &item, NULL) == MUTAID_OK);
    ck_assert_uint_eq(item.choice_count, 243);
    HOLDS(mutaid_case_new(rulebook, &facts, NULL) == MUTAID_OK &&
          mutaid_decision_new(rulebook, &decision, NULL) == MUTAID_OK);
    HOLDS(mutaid_case_set_text(facts, "happened_on", "2012-01-05", NULL) ==
          MUTAID_OK);
    for (size_t i = 0; i < item.choice_count; i++) {
        mutaid_choice_info choice = MUTAID_CHOICE_INFO_INIT;

        HOLDS(mutaid_rulebook_choice(rulebook, fact, i, &choice, NULL) ==
              MUTAID_OK);
        sum += amount_of(facts, decision, choice.code);
    }
    ck_assert_int_eq(sum, 14266800);
    mutaid_decision_free(decision);
    mutaid_case_free(facts);
    mutaid_rulebook_unref(rulebook);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {every_rulebook_reads_and_its_examples_come_out, ROWS(known)},
        {no_rulebook_of_the_folder_is_forgotten, 0},
        {each_shape_has_a_scheme_but_those_of_loans_and_statistics, 0},
        {all_243_items_of_the_schedule_pay_142668_in_all, 0},
    };

    return run_suite("rulebooks", tests, sizeof tests / sizeof *tests);
}
