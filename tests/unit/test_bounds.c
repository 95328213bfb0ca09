/* SPDX-License-Identifier: MIT */
/* test_bounds.c - the most and least of parts: proved, and attained by cases. */
#include "book.h"
#include "failing.h"
#include "harbour.h"

/* --- asking ---------------------------------------------------------------- */

typedef struct asked {
    mutaid_rulebook *rulebook;
    mutaid_prover *prover;
    mutaid_case *given, *witness;
    mutaid_decision *d;
} asked;

static asked ask(mutaid_rulebook *rulebook)
{
    asked a = {rulebook, NULL, NULL, NULL, NULL};

    HOLDS(mutaid_prover_new(rulebook, &a.prover, NULL) == MUTAID_OK);
    HOLDS(mutaid_case_new(rulebook, &a.given, NULL) == MUTAID_OK);
    HOLDS(mutaid_case_new(rulebook, &a.witness, NULL) == MUTAID_OK);
    HOLDS(mutaid_decision_new(rulebook, &a.d, NULL) == MUTAID_OK);
    return a;
}

static void finish(asked *a)
{
    mutaid_decision_free(a->d);
    mutaid_case_free(a->witness);
    mutaid_case_free(a->given);
    mutaid_prover_free(a->prover);
    mutaid_rulebook_unref(a->rulebook);
}

static mutaid_rulebook *beijing(void)
{
    mutaid_rulebook *rulebook;

    HOLDS(mutaid_rulebook_beijing(&rulebook, NULL) == MUTAID_OK);
    return rulebook;
}

static mutaid_rulebook *read_file(const char *name)
{
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    const char *root = getenv("srcdir");
    mutaid_rulebook *rulebook;
    char path[4096];
    static char text[1 << 20];
    FILE *file;
    size_t length;

    snprintf(path, sizeof path, "%s/tests/rulebooks/%s",
             root != NULL ? root : ".", name);
    file = fopen(path, "rb");
    HOLDS(file != NULL);
    length = fread(text, 1, sizeof text, file);
    fclose(file);
    options.skip_examples = 1;
    HOLDS(mutaid_rulebook_read(text, length, &options, &rulebook, NULL,
                               NULL) == MUTAID_OK);
    return rulebook;
}

static mutaid_part_info part_of(const asked *a, size_t part)
{
    mutaid_part_info info = MUTAID_PART_INFO_INIT;

    HOLDS(mutaid_rulebook_part(a->rulebook, part, &info, NULL) == MUTAID_OK);
    return info;
}

static size_t part_count(const asked *a)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;

    HOLDS(mutaid_rulebook_describe(a->rulebook, &info, NULL) == MUTAID_OK);
    return info.part_count;
}

/* The item of a part by its id; NULL: the whole. */
static uint32_t item_named(const asked *a, size_t part, const char *id)
{
    size_t i, count = part_of(a, part).item_count;

    for (i = 0; id != NULL && i < count; i++) {
        mutaid_item_info info = MUTAID_ITEM_INFO_INIT;

        HOLDS(mutaid_rulebook_item(a->rulebook, part, i, &info, NULL) ==
              MUTAID_OK);
        if (strcmp(info.id, id) == 0)
            return (uint32_t)i;
    }
    ck_assert_ptr_null(id);
    return MUTAID_NONE;
}

/* What the witness gets when it is decided; it must be paid. */
static mutaid_money decided(asked *a, const mutaid_question *question)
{
    mutaid_item item = MUTAID_ITEM_INIT;
    mutaid_money amount;

    HOLDS(mutaid_decide_at(a->witness, question->part, a->d, NULL) ==
          MUTAID_OK);
    HOLDS(mutaid_decision_amount(a->d, &amount, NULL) == MUTAID_OK);
    if (question->item == MUTAID_NONE)
        return amount;
    HOLDS(mutaid_decision_item(a->d, question->item, &item, NULL) ==
          MUTAID_OK);
    HOLDS(item.outcome == MUTAID_OUTCOME_ELIGIBLE && item.least == item.most);
    return item.most;
}

/* Ask, and hold the witness against what is said of it. */
static mutaid_bound prove(asked *a, const mutaid_question *question)
{
    mutaid_bound bound = MUTAID_BOUND_INIT;
    mutaid_error error = MUTAID_ERROR_INIT;

    if (mutaid_prove_bound(a->prover, question, &bound, a->witness, &error) !=
        MUTAID_OK)
        ck_abort_msg("%s", error.text);
    if (bound.certainty == MUTAID_CERTAINTY_EXACT)
        ck_assert_int_eq(bound.proved, bound.attained);
    if (bound.certainty <= MUTAID_CERTAINTY_OPEN)
        ck_assert_int_eq(decided(a, question), bound.attained);
    return bound;
}

/* --- published caps ---------------------------------------------------------- */

/* A most, as somebody published it. Days NULL: over all time. */
static const struct {
    const char *part, *item, *facts, *from, *until;
    mutaid_money most;
    const char *source; /* a row of the documents, or a seed */
} published[] = {
    {"medical_aid", NULL, "", NULL, NULL, 20065300, "A1: cap, later; P07"},
    {"medical_aid", NULL, "", "2012-01-01", "2014-12-31", 10065300,
     "A1: cap per person and year; P01"},
    {"non_work_accident", "member_death", "", NULL, NULL, 2000000,
     "A2: 000_e3ba6b40c3fcbc58, death of a member"},
    {"non_work_accident", "member_injury", "", NULL, NULL, 500000,
     "A2: 000_e3ba6b40c3fcbc58, disability at most 5 000"},
    {"non_work_accident", "child_death", "", NULL, NULL, 2000000,
     "A2: 000_e3ba6b40c3fcbc58, death of a child"},
    {"non_work_accident", "child_injury", "", NULL, NULL, 500000,
     "A2: 000_e3ba6b40c3fcbc58, at most 5 000"},
    {"non_work_accident", "fire", "", NULL, NULL, 1000000,
     "A2: 000_e3ba6b40c3fcbc58, fire at most 10 000"},
    {"non_work_accident", "fire", "", "2009-01-01", "2009-12-31", 300000,
     "A2: 001_ca9981ee6e17ca16, fire cap 3 000 before"},
    {"non_work_accident", "water_pipe", "", NULL, NULL, 1000000,
     "A2: 000_e3ba6b40c3fcbc58, water pipe at most 10 000"},
    {"hospital_allowance", NULL, "'allowance_plan': 'single'", NULL, NULL,
     720000, "A3: 001_ca9981ee6e17ca16, 7 200 in a cover period"},
    {"hospital_allowance", NULL, "'allowance_plan': 'composite_b'", NULL, NULL,
     1440000, "A9: 80 a day; ASM-15"},
    {"accident_cover", NULL,
     "'cover_from': '2017-06-01', 'accident_product': 'standard', "
     "'accident_tier': '1'",
     NULL, NULL, 2400000, "A7: D25, 15 000 + 180 x 50"},
    {"accident_cover", NULL,
     "'cover_from': '2017-06-01', 'accident_product': 'standard', "
     "'accident_tier': '2'",
     NULL, NULL, 4440000, "A7: D25, 30 000 + 180 x 80"},
    {"accident_cover", NULL,
     "'cover_from': '2017-06-01', 'accident_product': 'standard', "
     "'accident_tier': '3'",
     NULL, NULL, 6480000, "A7: D25, 45 000 + 180 x 110"},
    {"accident_cover", NULL,
     "'cover_from': '2017-06-01', 'accident_product': 'standard', "
     "'accident_tier': '4'",
     NULL, NULL, 8880000, "A7: D25, 60 000 + 180 x 160"},
    {"accident_cover", NULL,
     "'cover_from': '2020-06-01', 'accident_product': 'standard', "
     "'accident_tier': '1'",
     NULL, NULL, 3080000, "A7: D25, 20 000 + 180 x 60"},
    {"accident_cover", NULL,
     "'cover_from': '2020-06-01', 'accident_product': 'standard', "
     "'accident_tier': '2'",
     NULL, NULL, 5440000, "A7: D25, 40 000 + 180 x 80"},
    {"accident_cover", NULL,
     "'cover_from': '2020-06-01', 'accident_product': 'standard', "
     "'accident_tier': '3'",
     NULL, NULL, 7980000, "A7: D25, 60 000 + 180 x 110"},
    {"accident_cover", NULL,
     "'cover_from': '2020-06-01', 'accident_product': 'standard', "
     "'accident_tier': '4'",
     NULL, NULL, 10880000, "A7: D25, 80 000 + 180 x 160"},
    {"child_accident", NULL, "", NULL, NULL, 13760000,
     "A8: 137 600 with four units"},
    {"inpatient_medical", NULL, "", NULL, NULL, 5000000, "A4: D38, ASM-16"},
    {"startup_loan.limit", NULL, "", NULL, NULL, 50000000,
     "A11: 10/30/50 times 10 000; ASM-37"},
    {"critical_illness", NULL, "'units': 1", NULL, NULL, 1000000,
     "A5: 001_ca9981ee6e17ca16, at most 10 000 a unit"},
};

static mutaid_date day_of(const char *text)
{
    int year, month, day;

    HOLDS(sscanf(text, "%d-%d-%d", &year, &month, &day) == 3);
    return mutaid_date_from_civil(year, month, day);
}

START_TEST(a_published_cap_is_proved_and_attained)
{
    asked a = ask(beijing());
    mutaid_question question = MUTAID_QUESTION_INIT;
    char *facts = quoted("{'facts': {@}}", published[_i].facts);
    mutaid_bound bound;

    printf("# %s\n", published[_i].source);
    fflush(stdout);
    HOLDS(mutaid_rulebook_part_index(a.rulebook, published[_i].part,
                                     &question.part, NULL) == MUTAID_OK);
    question.item = item_named(&a, question.part, published[_i].item);
    HOLDS(mutaid_case_read_json(a.given, facts, strlen(facts), NULL, NULL) ==
          MUTAID_OK);
    question.given = a.given;
    if (published[_i].from != NULL) {
        question.has_days = 1;
        question.from = day_of(published[_i].from);
        question.until = day_of(published[_i].until);
    }
    bound = prove(&a, &question);
    ck_assert_int_eq(bound.certainty, MUTAID_CERTAINTY_EXACT);
    ck_assert_int_eq(bound.proved, published[_i].most);
    free(facts);
    finish(&a);
}
END_TEST

/* --- whole rulebooks ------------------------------------------------------------ */

/* Parts in which one amount is held against a part of itself, or is the
 * difference of two facts that a requirement bounds: ranges of facts alone do
 * not close the gap there. */
static const char *const open_parts[] = {"f21_second_stage",
                                         "f32_fees.contribution"};

static bool may_be_open(const char *part)
{
    for (size_t i = 0; i < sizeof open_parts / sizeof *open_parts; i++)
        if (strcmp(part, open_parts[i]) == 0)
            return true;
    return false;
}

/* Every part and item, both ends; how many are paid at all. */
static size_t prove_everything(asked *a)
{
    size_t part, paid = 0;

    for (part = 0; part < part_count(a); part++) {
        mutaid_part_info info = part_of(a, part);
        size_t item;

        for (item = 0; item <= 2 * info.item_count + 1; item++) {
            mutaid_question question = MUTAID_QUESTION_INIT;
            mutaid_bound bound;

            question.part = part;
            question.item =
                item < 2 ? MUTAID_NONE : (uint32_t)(item / 2 - 1);
            question.end = item % 2 ? MUTAID_END_LEAST : MUTAID_END_MOST;
            bound = prove(a, &question);
            if (bound.certainty != MUTAID_CERTAINTY_EXACT &&
                bound.certainty != MUTAID_CERTAINTY_NEVER &&
                !may_be_open(info.name))
                ck_abort_msg("%s item %zu: proved %lld, attained %lld",
                             info.name, item / 2, (long long)bound.proved,
                             (long long)bound.attained);
            paid += bound.certainty == MUTAID_CERTAINTY_EXACT;
        }
    }
    return paid;
}

START_TEST(every_bound_of_beijing_is_proved_and_attained)
{
    asked a = ask(beijing());

    ck_assert_uint_gt(prove_everything(&a), 180);
    finish(&a);
}
END_TEST

static const char *const books[] = {"harbour.json", "harbour-yen.json",
                                    "loans.json", "periods.json",
                                    "shapes.json"};

START_TEST(every_bound_of_a_test_rulebook_is_proved_and_attained)
{
    asked a = ask(read_file(books[_i]));

    ck_assert_uint_gt(prove_everything(&a), 2);
    finish(&a);
}
END_TEST

/* Version by version the most is no larger than over all time, and in one of
 * them it is the same. */
START_TEST(the_most_over_all_time_is_the_most_of_some_stretch)
{
    asked a = ask(beijing());
    size_t part, stretch, count;

    for (part = 0; part < part_count(&a); part++) {
        mutaid_question question = MUTAID_QUESTION_INIT;
        mutaid_money whole, best = INT64_MIN;
        mutaid_stretch s = MUTAID_STRETCH_INIT;
        mutaid_date before = INT32_MIN;

        question.part = part;
        if (prove(&a, &question).certainty == MUTAID_CERTAINTY_NEVER)
            continue;
        whole = prove(&a, &question).proved;
        HOLDS(mutaid_rulebook_stretch_count(a.rulebook, part, &count, NULL) ==
              MUTAID_OK);
        ck_assert_uint_ge(count, 1);
        for (stretch = 0; stretch < count; stretch++) {
            mutaid_bound bound;

            HOLDS(mutaid_rulebook_stretch(a.rulebook, part, stretch, &s,
                                          NULL) == MUTAID_OK);
            HOLDS(s.from <= s.until && s.from > before);
            before = s.until;
            question.has_days = 1;
            question.from = s.from;
            question.until = s.until;
            bound = prove(&a, &question);
            if (bound.certainty == MUTAID_CERTAINTY_EXACT &&
                bound.proved > best)
                best = bound.proved;
        }
        ck_assert_int_eq(best, whole);
        HOLDS(mutaid_rulebook_stretch(a.rulebook, part, count, &s, NULL) ==
              MUTAID_ERROR_ARGUMENT);
    }
    finish(&a);
}
END_TEST

/* --- the interface ---------------------------------------------------------------- */

#define FACTS \
    "'facts': {" \
    "'day': {'type': 'date'}," \
    "'end': {'type': 'date', 'not_before': 'day'}," \
    "'cost': {'type': 'money', 'at_most': '1000.00', 'if_missing': '7.00'}," \
    "'more': {'type': 'money', 'at_most': '1000.00'}," \
    "'gift': {'type': 'money', 'at_most': '100.00', 'optional': true}}"
#define SCHEME(rest) \
    FACTS ", 'schemes': {'s': {" TITLE ", 'dated_by': 'day', " rest "}}"
#define ONE(steps) \
    SCHEME("'benefits': [{'id': 'b', " TITLE ", 'steps': [" steps "]}]")

static const struct {
    const char *steps;
    mutaid_money least, most;
} singles[] = {
    {"{'take': 'cost'}", 0, 100000}, /* the default is not counted on */
    {"{'take': 'cost'}, {'plus': 'more'}, {'at_most': '1500.00'}", 0, 150000},
    {"{'take': 'gift'}, {'raise_to': '1.00'}", 100, 10000},
    {"{'take': {'days_between': ['day', 'end']}}, {'at_most': 9}, {'times': "
     "'2.00'}",
     0, 1800},
    {"{'take': 'cost'}, {'bands': [{'from': '0.00', 'use': '3.00'}, "
     "{'from': '500.00', 'use': '9.00'}, {'from': '500.01', 'use': '4.00'}]}",
     300, 900},
    /* the best lies inside: cost at 500.00 leaves most of both */
    {"{'take': {'smallest': ['cost', {'steps': [{'take': '1000.00'}, "
     "{'minus': 'cost'}]}]}}",
     0, 50000},
};

START_TEST(a_bound_of_a_single_pipeline_is_exact)
{
    char *text = filled(ONE("@"), singles[_i].steps);
    asked a = ask(read_book(text, NULL));
    mutaid_question question = MUTAID_QUESTION_INIT;
    mutaid_bound bound = prove(&a, &question);

    ck_assert_int_eq(bound.certainty, MUTAID_CERTAINTY_EXACT);
    ck_assert_int_eq(bound.proved, singles[_i].most);
    question.end = MUTAID_END_LEAST;
    question.item = 0;
    bound = prove(&a, &question);
    ck_assert_int_eq(bound.certainty, MUTAID_CERTAINTY_EXACT);
    ck_assert_int_eq(bound.proved, singles[_i].least);
    finish(&a);
    free(text);
}
END_TEST

START_TEST(a_part_that_never_pays_says_so_and_leaves_no_witness)
{
    asked a = ask(read_book(SCHEME("'require': [{'id': 'r', 'the': 'cost', "
                                   "'above': '1000.00', " REASON "}], "
                                   "'benefits': [{'id': 'b', " TITLE
                                   ", 'steps': [{'take': 'cost'}]}]"),
                            NULL));
    mutaid_question question = MUTAID_QUESTION_INIT;
    int32_t state;
    int64_t integer;

    HOLDS(mutaid_case_set_text(a.witness, "cost", "3.00", NULL) == MUTAID_OK);
    ck_assert_int_eq(prove(&a, &question).certainty, MUTAID_CERTAINTY_NEVER);
    HOLDS(mutaid_case_get(a.witness, 2, &state, &integer, NULL) == MUTAID_OK);
    ck_assert_int_eq(state, MUTAID_STATE_OPEN);
    finish(&a);
}
END_TEST

START_TEST(a_budget_ends_the_search_with_bounds_that_hold)
{
    asked a = ask(beijing());
    mutaid_question question = MUTAID_QUESTION_INIT;
    mutaid_bound bound;
    size_t budget;

    HOLDS(mutaid_rulebook_part_index(a.rulebook, "accident_cover",
                                     &question.part, NULL) == MUTAID_OK);
    for (budget = 1; budget < 2000; budget = budget * 2 + 1) {
        question.budget = budget;
        bound = prove(&a, &question);
        ck_assert_int_ge(bound.proved, 10880000);
        ck_assert_int_le(bound.attained, 10880000);
        ck_assert_uint_le(bound.evaluations, budget + 25);
    }
    finish(&a);
}
END_TEST

START_TEST(what_cannot_be_asked_is_refused)
{
    asked a = ask(beijing()), other = ask(beijing());
    mutaid_question question = MUTAID_QUESTION_INIT;
    mutaid_bound bound = MUTAID_BOUND_INIT;
    mutaid_stretch stretch = MUTAID_STRETCH_INIT;
    mutaid_prover *prover = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;
    size_t count;

#define REFUSED(call, expected) ck_assert_int_eq((call), (expected))
#define PROVE(witness) \
    mutaid_prove_bound(a.prover, &question, &bound, (witness), &error)
    REFUSED(mutaid_prover_new(NULL, &prover, NULL), MUTAID_ERROR_ARGUMENT);
    REFUSED(mutaid_prover_new(a.rulebook, NULL, NULL), MUTAID_ERROR_ARGUMENT);
    REFUSED(mutaid_prove_bound(NULL, &question, &bound, NULL, NULL),
            MUTAID_ERROR_ARGUMENT);
    REFUSED(mutaid_prove_bound(a.prover, NULL, &bound, NULL, NULL),
            MUTAID_ERROR_ARGUMENT);
    REFUSED(mutaid_prove_bound(a.prover, &question, NULL, NULL, NULL),
            MUTAID_ERROR_ARGUMENT);
    REFUSED(PROVE(other.witness), MUTAID_ERROR_ARGUMENT);
    question.given = other.given;
    REFUSED(PROVE(NULL), MUTAID_ERROR_ARGUMENT);
    question.given = NULL;
    question.part = 1000;
    REFUSED(PROVE(NULL), MUTAID_ERROR_ARGUMENT);
    question.part = 0;
    question.item = 1000;
    REFUSED(PROVE(NULL), MUTAID_ERROR_ARGUMENT);
    question.item = MUTAID_NONE;
    question.end = (mutaid_end)2;
    REFUSED(PROVE(NULL), MUTAID_ERROR_ARGUMENT);
    question.end = MUTAID_END_MOST;
    question.has_days = 1;
    question.from = 1;
    REFUSED(PROVE(NULL), MUTAID_ERROR_ARGUMENT);
    question.has_days = 0;
    question.struct_size = 0;
    REFUSED(PROVE(NULL), MUTAID_ERROR_ARGUMENT);
    question.struct_size = sizeof question;
    HOLDS(mutaid_case_set_text(a.given, "admitted_on", "2020-01-02", NULL) ==
          MUTAID_OK);
    HOLDS(mutaid_case_set_text(a.given, "discharged_on", "2020-01-01", NULL) ==
          MUTAID_OK);
    question.given = a.given;
    REFUSED(PROVE(NULL), MUTAID_ERROR_RANGE);
    REFUSED(mutaid_rulebook_stretch_count(NULL, 0, &count, NULL),
            MUTAID_ERROR_ARGUMENT);
    REFUSED(mutaid_rulebook_stretch_count(a.rulebook, 0, NULL, NULL),
            MUTAID_ERROR_ARGUMENT);
    REFUSED(mutaid_rulebook_stretch_count(a.rulebook, 1000, &count, NULL),
            MUTAID_ERROR_ARGUMENT);
    REFUSED(mutaid_rulebook_stretch(NULL, 0, 0, &stretch, NULL),
            MUTAID_ERROR_ARGUMENT);
    REFUSED(mutaid_rulebook_stretch(a.rulebook, 0, 0, NULL, NULL),
            MUTAID_ERROR_ARGUMENT);
    REFUSED(mutaid_rulebook_stretch(a.rulebook, 1000, 0, &stretch, NULL),
            MUTAID_ERROR_ARGUMENT);
    mutaid_prover_free(NULL);
    finish(&other);
    finish(&a);
}
END_TEST

/* --- memory -------------------------------------------------------------------------- */

START_TEST(a_prover_fails_cleanly_at_each_allocation)
{
    char *text = quoted("@", HARBOUR);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    failing memory = {0};
    mutaid_allocator allocator = failing_allocator(&memory);
    mutaid_rulebook *rulebook;
    size_t n, blocks;

    options.allocator = &allocator;
    HOLDS(mutaid_rulebook_read(text, strlen(text), &options, &rulebook, NULL,
                               NULL) == MUTAID_OK);
    blocks = memory.blocks;
    memory.has_failed = true;
    for (n = 1; memory.has_failed; n++) {
        mutaid_prover *prover = NULL;
        mutaid_question question = MUTAID_QUESTION_INIT;
        mutaid_bound bound = MUTAID_BOUND_INIT;
        mutaid_status status;

        memory.calls = 0;
        memory.fail_at = n;
        memory.fails_on = true;
        memory.has_failed = false;
        status = mutaid_prover_new(rulebook, &prover, NULL);
        if (status == MUTAID_OK)
            status = mutaid_prove_bound(prover, &question, &bound, NULL, NULL);
        ck_assert_int_eq(status, memory.has_failed ? MUTAID_ERROR_MEMORY
                                                   : MUTAID_OK);
        memory.fail_at = 0;
        if (prover != NULL) { /* and it works once there is memory */
            HOLDS(mutaid_prove_bound(prover, &question, &bound, NULL, NULL) ==
                  MUTAID_OK);
            ck_assert_int_eq(bound.certainty, MUTAID_CERTAINTY_EXACT);
        }
        mutaid_prover_free(prover);
        ck_assert_uint_eq(memory.blocks, blocks);
    }
    ck_assert_uint_gt(n, 5);
    mutaid_rulebook_unref(rulebook);
    ck_assert_uint_eq(memory.blocks, 0);
    free(text);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_published_cap_is_proved_and_attained, ROWS(published)},
        {every_bound_of_beijing_is_proved_and_attained, 0},
        {every_bound_of_a_test_rulebook_is_proved_and_attained, ROWS(books)},
        {the_most_over_all_time_is_the_most_of_some_stretch, 0},
        {a_bound_of_a_single_pipeline_is_exact, ROWS(singles)},
        {a_part_that_never_pays_says_so_and_leaves_no_witness, 0},
        {a_budget_ends_the_search_with_bounds_that_hold, 0},
        {what_cannot_be_asked_is_refused, 0},
        {a_prover_fails_cleanly_at_each_allocation, 0},
    };

    return run_suite("bounds", tests, sizeof tests / sizeof *tests);
}
