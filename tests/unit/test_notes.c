/* SPDX-License-Identifier: MIT */
/* test_notes.c - point 8 of the semantics: what a decision leaned on. */
#include "book.h"

#define FACTS \
    "'parameters': {" \
    "'rate': {'use': '50%', 'basis': 'assumed'}," \
    "'bonus': {'use': '7.00', 'basis': 'inferred'}," \
    "'extra': {'use': true}}, " \
    "'facts': {" \
    "'day': {'type': 'date'}," \
    "'other': {'type': 'date', 'if_missing': '2020-01-01'}," \
    "'cost': {'type': 'money', 'at_most': '1000.00'}," \
    "'age': {'type': 'count', 'at_most': 120, 'if_missing': 40}," \
    "'gift': {'type': 'money', 'at_most': '100.00', 'if_missing': null}," \
    "'ill': {'type': 'flag', 'if_missing': false}}"

#define ID(id) "'id': '" id "', " TITLE
#define SCHEME(rest) \
    FACTS ", 'schemes': {'s': {" TITLE ", 'dated_by': 'day', " rest "}}"
#define ONE(steps) SCHEME("'benefits': [{" ID("b") ", 'steps': [" steps "]}]")
#define CASE "'day': '2024-05-01', 'cost': '10.00'"

/* "assumed rate!, default ill": kinds and names in order, ! for decisive. */
static const char *notes_of(const book *b)
{
    static const char *const kinds[] = {"assumed", "default", "override",
                                        "past", "inferred"};
    static char line[400];
    size_t used = 0;

    line[0] = '\0';
    for (size_t i = 0; i < b->info.note_count; i++) {
        mutaid_note note = MUTAID_NOTE_INIT;
        mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;
        mutaid_parameter_info parameter = MUTAID_PARAMETER_INFO_INIT;
        mutaid_clause_info clause = MUTAID_CLAUSE_INFO_INIT;
        const char *name;

        HOLDS(mutaid_decision_note(b->d, i, &note, NULL) == MUTAID_OK);
        HOLDS(mutaid_rulebook_clause(b->rulebook, note.clause, &clause, NULL) ==
              MUTAID_OK);
        name = clause.id;
        if (note.fact != MUTAID_NONE) {
            HOLDS(mutaid_rulebook_fact(b->rulebook, note.fact, &fact, NULL) ==
                  MUTAID_OK);
            name = fact.name;
        } else if (note.parameter != MUTAID_NONE) {
            HOLDS(mutaid_rulebook_parameter(b->rulebook, note.parameter,
                                            &parameter, NULL) == MUTAID_OK);
            name = parameter.name;
        }
        used += (size_t)snprintf(line + used, sizeof line - used, "%s%s %s%s",
                                 i ? ", " : "", kinds[note.kind], name,
                                 note.is_decisive ? "!" : "");
    }
    return line;
}

static const struct {
    const char *steps, *facts, *notes;
} rows[] = {
    /* a step that moves the amount, or does not */
    {"{'take': 'cost'}, {'at_most': '5.00', 'basis': 'assumed', 'id': 'cap'}",
     CASE, "assumed cap!"},
    {"{'take': 'cost'}, {'at_most': '10.00', 'basis': 'assumed', 'id': 'cap'}",
     CASE, "assumed cap"},
    {"{'take': 'cost'}, {'at_most': '5.00', 'basis': 'inferred', 'id': 'cap'}",
     CASE, "inferred cap!"},
    {"{'take': 'cost'}, {'at_most': '5.00', 'id': 'cap'}", CASE, ""},
    /* a step whose condition does not hold */
    {"{'take': 'cost'}, {'at_most': '5.00', 'basis': 'assumed', 'id': 'cap', "
     "'when': {'the': 'cost', 'above': '10.00'}}",
     CASE, ""},
    {"{'take': 'cost'}, {'at_most': '5.00', 'basis': 'assumed', 'id': 'cap', "
     "'when': {'the': 'cost', 'above': '9.99'}}",
     CASE, "assumed cap!"},
    /* operands */
    {"{'take': 'cost'}, {'times': {'use': '50%', 'basis': 'assumed', 'id': "
     "'half'}}",
     CASE, "assumed half!"},
    {"{'take': {'choose': [{'when': {'the': 'cost', 'above': '9.99'}, 'use': "
     "{'use': '1.00', 'basis': 'assumed', 'id': 'one'}}, {'use': {'use': "
     "'2.00', 'basis': 'assumed', 'id': 'two'}}]}}",
     CASE, "assumed one!"},
    {"{'take': {'choose': [{'when': {'the': 'cost', 'above': '10.00'}, 'use': "
     "{'use': '1.00', 'basis': 'assumed', 'id': 'one'}}, {'use': {'use': "
     "'2.00', 'basis': 'assumed', 'id': 'two'}}]}}",
     CASE, "assumed two!"},
    /* defaults */
    {"{'take': '1.00'}, {'times': 'age'}", CASE, "default age!"},
    {"{'take': '1.00'}, {'times': 'age'}", CASE ", 'age': 40", ""},
    {"{'take': '1.00'}, {'plus': '1.00', 'when': {'is': 'ill'}}", CASE,
     "default ill!"},
    {"{'take': {'sum': ['cost', 'gift']}}", CASE, "default gift!"},
    {"{'take': {'sum': ['cost', 'gift']}}", CASE ", 'gift': {'absent': true}",
     ""},
    /* series past their known end */
    {"{'take': {'2000-01-01': '1.00', 'known_until': '2024-05-01', 'id': "
     "'k'}}",
     CASE, ""},
    {"{'take': {'2000-01-01': '1.00', 'known_until': '2024-04-30', 'id': "
     "'k'}}",
     CASE, "past k!"},
    {"{'take': {'on': 'other', 'use': {'2000-01-01': '1.00', 'known_until': "
     "'2019-12-31', 'id': 'k'}}}",
     CASE ", 'other': '2020-01-01'", "past k!"},
    {"{'take': {'on': 'other', 'use': {'2000-01-01': '1.00', 'known_until': "
     "'2020-01-01', 'id': 'k'}}}",
     CASE ", 'other': '2020-01-01'", ""},
};

START_TEST(point_8_a_decision_lists_what_it_leaned_on)
{
    book b = open_filled(ONE("@"), rows[_i].steps);

    decide(&b, "s", rows[_i].facts);
    ck_assert_str_eq(notes_of(&b), rows[_i].notes);
    close_book(&b);
}
END_TEST

START_TEST(point_8_a_parameter_brings_its_basis)
{
    book b = open_book(ONE("{'take': 'cost'}, {'times': 'rate'}, {'plus': "
                           "'bonus', 'when': {'is': 'extra'}}"));
    mutaid_note note = MUTAID_NOTE_INIT;

    answers(&b, "s", CASE, "eligible 12.00");
    ck_assert_uint_eq(b.info.note_count, 2);
    HOLDS(mutaid_decision_note(b.d, 0, &note, NULL) == MUTAID_OK);
    ck_assert_int_eq(note.kind, MUTAID_NOTE_ASSUMED);
    ck_assert_uint_eq(note.is_decisive, 1);
    HOLDS(mutaid_decision_note(b.d, 1, &note, NULL) == MUTAID_OK);
    ck_assert_int_eq(note.kind, MUTAID_NOTE_INFERRED);
    close_book(&b);
}
END_TEST

START_TEST(point_8_an_override_is_listed_and_used)
{
    const mutaid_override overrides[] = {{"rate", "20%"}, {"extra", "false"}};
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;

    options.overrides = overrides;
    options.override_count = 2;
    book b = book_of(read_book(ONE("{'take': 'cost'}, {'times': 'rate'}, "
                                   "{'plus': 'bonus', 'when': {'is': "
                                   "'extra'}}"),
                               &options));
    mutaid_parameter_info parameter = MUTAID_PARAMETER_INFO_INIT;

    answers(&b, "s", CASE, "eligible 2.00");
    ck_assert_ptr_nonnull(strstr(notes_of(&b), "override rate!"));
    ck_assert_ptr_nonnull(strstr(notes_of(&b), "override extra"));
    HOLDS(mutaid_rulebook_parameter(b.rulebook, 0, &parameter, NULL) ==
          MUTAID_OK);
    ck_assert_str_eq(parameter.literal, "50%");
    ck_assert_str_eq(parameter.override_literal, "20%");
    close_book(&b);
}
END_TEST

/* A requirement and the `when` of a benefit. */
START_TEST(point_8_what_a_condition_leans_on_is_decisive_when_it_decides)
{
    book b = open_book(SCHEME(
        "'require': [{'id': 'r', 'the': 'age', "
        "'at_most': {'use': 40, 'basis': 'assumed', 'id': 'limit'}, " REASON
        "}], 'benefits': [{" ID("b") ", 'when': {'none': [{'is': 'ill'}]}, "
                                     "'steps': [{'take': 'cost'}]}]"));

    answers(&b, "s", CASE ", 'age': 40", "eligible 10.00");
    ck_assert_str_eq(notes_of(&b), "assumed limit, default ill!");
    answers(&b, "s", CASE ", 'age': 41", "refused r");
    ck_assert_ptr_nonnull(strstr(notes_of(&b), "assumed limit!"));
    close_book(&b);
}
END_TEST

START_TEST(point_8_what_is_behind_what_decides_is_not_leaned_on)
{
    book b = open_book(
        ONE("{'take': 'cost'}, {'plus': '1.00', 'when': "
            "{'any': [{'the': 'cost', 'above': '5.00'}, {'is': 'ill'}]}}"));

    decide(&b, "s", CASE);
    ck_assert_str_eq(notes_of(&b), "");
    decide(&b, "s", "'day': '2024-05-01', 'cost': '5.00'");
    ck_assert_str_eq(notes_of(&b), "default ill!");
    close_book(&b);
}
END_TEST

START_TEST(point_8_a_value_used_twice_notes_each_clause_once)
{
    book b = open_book(
        FACTS ", 'values': {'v': {'use': 'cost', 'basis': "
              "'assumed', 'id': 'v'}}, 'schemes': {'s': {" TITLE
              ", 'dated_by': 'day', 'benefits': [{" ID(
                  "b") ", 'steps': [{'take': 'v'}, {'plus': 'v'}]}]}}");

    answers(&b, "s", CASE, "eligible 20.00");
    ck_assert_str_eq(notes_of(&b), "assumed v!");
    close_book(&b);
}
END_TEST

START_TEST(point_8_a_refused_benefit_leaves_no_notes_of_its_amount)
{
    book b = open_book(SCHEME(
        "'require': [{'id': 'r', 'is': 'ill', " REASON "}], 'benefits': [{" ID(
            "b") ", 'steps': [{'take': 'cost'}, "
                 "{'at_most': '5.00', 'basis': 'assumed', 'id': 'cap'}]}]"));

    answers(&b, "s", CASE, "refused r");
    ck_assert_str_eq(notes_of(&b), "default ill!");
    close_book(&b);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {point_8_a_decision_lists_what_it_leaned_on, ROWS(rows)},
        {point_8_a_parameter_brings_its_basis, 0},
        {point_8_an_override_is_listed_and_used, 0},
        {point_8_what_a_condition_leans_on_is_decisive_when_it_decides, 0},
        {point_8_what_is_behind_what_decides_is_not_leaned_on, 0},
        {point_8_a_value_used_twice_notes_each_clause_once, 0},
        {point_8_a_refused_benefit_leaves_no_notes_of_its_amount, 0},
    };

    return run_suite("notes", tests, ROWS(tests));
}
