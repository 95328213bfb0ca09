/* SPDX-License-Identifier: MIT */
/* test_getters.c - what all getters promise: pointers, indices, sizes, room. */
#include "book.h"
#include "harbour.h"

typedef struct fixture {
    book b;
    mutaid_report *report; /* of a faulty rulebook */
} fixture;

/* A decision with items, missing facts, findings, lines, deadlines, notes. */
static fixture open_fixture(void)
{
    char *text = quoted("@", HARBOUR),
         *faulty = quoted("@", "{'mutualaid': 2}");
    mutaid_rulebook *rulebook;
    fixture f;

    HOLDS(mutaid_rulebook_read(text, strlen(text), NULL, &rulebook, NULL,
                               NULL) == MUTAID_OK);
    f.b = book_of(rulebook);
    HOLDS(mutaid_rulebook_read(faulty, strlen(faulty), NULL, &rulebook,
                               &f.report, NULL) == MUTAID_ERROR_RULEBOOK);
    decide(&f.b, "sick_nights",
           "'admitted_on': '2024-03-01', 'discharged_on': '2024-03-06', "
           "'joined_on': '2023-06-01', 'ward': 'general'");
    free(text);
    free(faulty);
    return f;
}

static void close_fixture(fixture *f)
{
    mutaid_report_free(f->report);
    close_book(&f->b);
}

/* --- every getter of a struct ---------------------------------------------------- */

#define GETTER(name, call) \
    static mutaid_status get_##name(const fixture *f, size_t i, void *out, \
                                    mutaid_error *error) \
    { \
        (void)i; \
        return call; \
    }

GETTER(rulebook, mutaid_rulebook_describe(f->b.rulebook, out, error))
GETTER(part, mutaid_rulebook_part(f->b.rulebook, i, out, error))
GETTER(rulebook_item, mutaid_rulebook_item(f->b.rulebook, 0, i, out, error))
GETTER(rulebook_requirement,
       mutaid_rulebook_requirement(f->b.rulebook, 0, i, out, error))
GETTER(fact, mutaid_rulebook_fact(f->b.rulebook, i, out, error))
GETTER(choice, mutaid_rulebook_choice(f->b.rulebook, 3, i, out, error))
GETTER(parameter, mutaid_rulebook_parameter(f->b.rulebook, i, out, error))
GETTER(source, mutaid_rulebook_source(f->b.rulebook, i, out, error))
GETTER(clause, mutaid_rulebook_clause(f->b.rulebook, i, out, error))
GETTER(fault, mutaid_report_fault(f->report, i, out, error))
GETTER(decision, mutaid_decision_describe(f->b.d, out, error))
GETTER(item, mutaid_decision_item(f->b.d, i, out, error))
GETTER(requirement, mutaid_decision_requirement(f->b.d, i, out, error))
GETTER(finding, mutaid_decision_finding(f->b.d, 1, i, out, error))
GETTER(line, mutaid_decision_line(f->b.d, i, out, error))
GETTER(deadline, mutaid_decision_deadline(f->b.d, i, out, error))
GETTER(note, mutaid_decision_note(f->b.d, i, out, error))

static const struct getter {
    const char *name;
    mutaid_status (*get)(const fixture *, size_t, void *, mutaid_error *);
    size_t size;
    bool has_index, is_decided; /* is it of a decision? */
} getters[] = {
    {"rulebook", get_rulebook, sizeof(mutaid_rulebook_info), false, false},
    {"part", get_part, sizeof(mutaid_part_info), true, false},
    {"rulebook_item", get_rulebook_item, sizeof(mutaid_item_info), true, false},
    {"rulebook_requirement", get_rulebook_requirement,
     sizeof(mutaid_requirement_info), true, false},
    {"fact", get_fact, sizeof(mutaid_fact_info), true, false},
    {"choice", get_choice, sizeof(mutaid_choice_info), true, false},
    {"parameter", get_parameter, sizeof(mutaid_parameter_info), true, false},
    {"source", get_source, sizeof(mutaid_source_info), true, false},
    {"clause", get_clause, sizeof(mutaid_clause_info), true, false},
    {"fault", get_fault, sizeof(mutaid_fault), true, false},
    {"decision", get_decision, sizeof(mutaid_decision_info), false, true},
    {"item", get_item, sizeof(mutaid_item), true, true},
    {"requirement", get_requirement, sizeof(mutaid_requirement), true, true},
    {"finding", get_finding, sizeof(mutaid_finding), true, true},
    {"line", get_line, sizeof(mutaid_line), true, true},
    {"deadline", get_deadline, sizeof(mutaid_deadline), true, true},
    {"note", get_note, sizeof(mutaid_note), true, true},
};

/* A result of any kind, with room behind it, all bytes 0xEE but its size. */
typedef union result {
    size_t struct_size;
    unsigned char bytes[6000];
} result;

static void prepare(result *r, size_t size)
{
    memset(r, 0xEE, sizeof *r);
    r->struct_size = size;
}

static bool is_filled(const result *r, size_t from, size_t to,
                      unsigned char byte)
{
    for (size_t i = from; i < to; i++) {
        if (r->bytes[i] != byte)
            return false;
    }
    return true;
}

START_TEST(a_getter_refuses_null_and_indices_out_of_range)
{
    const struct getter *getter = &getters[_i];
    fixture f = open_fixture(), none = {{0}, NULL};
    mutaid_error error = MUTAID_ERROR_INIT;
    result r;
    size_t count = 0;

    prepare(&r, getter->size);
    ck_assert_int_eq(getter->get(&none, 0, &r, &error), MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(error.status, MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(getter->get(&f, 0, NULL, NULL), MUTAID_ERROR_ARGUMENT);
    ck_assert(is_filled(&r, sizeof(size_t), sizeof r, 0xEE));
    ck_assert_int_eq(getter->get(&f, 0, &r, NULL), MUTAID_OK);
    if (getter->has_index) {
        while (count < 1000 && getter->get(&f, count, &r, NULL) == MUTAID_OK)
            count++;
        ck_assert_uint_gt(count, 0);
        prepare(&r, getter->size);
        ck_assert_int_eq(getter->get(&f, count, &r, NULL),
                         MUTAID_ERROR_ARGUMENT);
        ck_assert_int_eq(getter->get(&f, SIZE_MAX, &r, NULL),
                         MUTAID_ERROR_ARGUMENT);
        ck_assert(is_filled(&r, sizeof(size_t), sizeof r, 0xEE));
    }
    close_fixture(&f);
}
END_TEST

START_TEST(a_getter_fills_as_much_of_a_struct_as_the_caller_knows)
{
    const struct getter *getter = &getters[_i];
    fixture f = open_fixture();
    result whole, r;

    prepare(&whole, getter->size);
    ck_assert_int_eq(getter->get(&f, 0, &whole, NULL), MUTAID_OK);
    ck_assert_uint_eq(whole.struct_size, getter->size);
    for (size_t size = 2 * sizeof(size_t); size < getter->size; size += 8) {
        prepare(&r, size);
        ck_assert_int_eq(getter->get(&f, 0, &r, NULL), MUTAID_OK);
        ck_assert_uint_eq(r.struct_size, size);
        ck_assert(memcmp(r.bytes + sizeof(size_t), whole.bytes + sizeof(size_t),
                         size - sizeof(size_t)) == 0);
        ck_assert(is_filled(&r, size, sizeof r, 0xEE));
    }
    prepare(&r, getter->size + 40);
    ck_assert_int_eq(getter->get(&f, 0, &r, NULL), MUTAID_OK);
    ck_assert_uint_eq(r.struct_size, getter->size + 40);
    ck_assert(memcmp(r.bytes + sizeof(size_t), whole.bytes + sizeof(size_t),
                     getter->size - sizeof(size_t)) == 0);
    ck_assert(is_filled(&r, getter->size, getter->size + 40, 0));
    ck_assert(is_filled(&r, getter->size + 40, sizeof r, 0xEE));
    close_fixture(&f);
}
END_TEST

START_TEST(a_getter_refuses_a_size_that_was_never_set)
{
    static const size_t sizes[] = {0, 1, sizeof(size_t), 5000, SIZE_MAX};
    const struct getter *getter = &getters[_i];
    fixture f = open_fixture();
    result r;

    for (size_t i = 0; i < 5; i++) {
        mutaid_error error = MUTAID_ERROR_INIT;

        prepare(&r, sizes[i]);
        ck_assert_int_eq(getter->get(&f, 0, &r, &error), MUTAID_ERROR_ARGUMENT);
        ck_assert_int_eq(error.code, MUTAID_CODE_STRUCT_SIZE);
        ck_assert(is_filled(&r, sizeof(size_t), sizeof r, 0xEE));
    }
    close_fixture(&f);
}
END_TEST

START_TEST(a_getter_of_an_empty_decision_says_so)
{
    const struct getter *getter = &getters[_i];
    fixture f = open_fixture();
    mutaid_error error = MUTAID_ERROR_INIT;
    result r;

    mutaid_decision_free(f.b.d);
    HOLDS(mutaid_decision_new(f.b.rulebook, &f.b.d, NULL) == MUTAID_OK);
    prepare(&r, getter->size);
    ck_assert_int_eq(getter->get(&f, 0, &r, &error),
                     getter->is_decided ? MUTAID_ERROR_ARGUMENT : MUTAID_OK);
    if (getter->is_decided)
        ck_assert_int_eq(error.code, MUTAID_CODE_NOT_DECIDED);
    close_fixture(&f);
}
END_TEST

/* --- every writer of a text ------------------------------------------------------------ */

#define WRITER(name, call) \
    static mutaid_status write_##name(const fixture *f, char *buffer, \
                                      size_t capacity, size_t *length) \
    { \
        return call; \
    }

WRITER(explain_zh, mutaid_decision_explain(f->b.d, MUTAID_LANGUAGE_ZH, buffer,
                                           capacity, length, NULL))
WRITER(explain_en, mutaid_decision_explain(f->b.d, MUTAID_LANGUAGE_EN, buffer,
                                           capacity, length, NULL))
WRITER(json, mutaid_decision_write_json(f->b.d, buffer, capacity, length, NULL))
WRITER(line, mutaid_decision_line_text(f->b.d, 0, MUTAID_LANGUAGE_ZH, buffer,
                                       capacity, length, NULL))
WRITER(page, mutaid_rulebook_tell(f->b.rulebook, 0, MUTAID_LANGUAGE_ZH, buffer,
                                  capacity, length, NULL))
WRITER(case, mutaid_case_write_json(f->b.c, 0, buffer, capacity, length, NULL))

static mutaid_status write_value(const fixture *f, char *buffer,
                                 size_t capacity, size_t *length)
{
    const mutaid_value value = {
        MUTAID_TYPE_MONEY, MUTAID_STATE_GIVEN, MUTAID_NONE, 0, 0, 12345, 1};

    return mutaid_value_text(f->b.rulebook, &value, MUTAID_LANGUAGE_EN, buffer,
                             capacity, length, NULL);
}

static const struct writer {
    mutaid_status (*write)(const fixture *, char *, size_t, size_t *);
} writers[] = {{write_explain_zh}, {write_explain_en}, {write_json},
               {write_line},       {write_page},       {write_case},
               {write_value}};

START_TEST(a_text_is_written_into_exactly_the_room_it_needs)
{
    const struct writer *writer = &writers[_i];
    fixture f = open_fixture();
    size_t needed = 0, length = 0;

    ck_assert_int_eq(writer->write(&f, NULL, 0, &needed), MUTAID_ERROR_BUFFER);
    ck_assert_uint_gt(needed, 2);
    char *whole = malloc(needed + 1), *buffer = malloc(needed + 9);
    HOLDS(whole && buffer);
    ck_assert_int_eq(writer->write(&f, whole, needed + 1, &length), MUTAID_OK);
    ck_assert_uint_eq(length, needed);
    ck_assert_uint_eq(strlen(whole), needed);
    for (size_t capacity = 1; capacity < needed + 8;
         capacity += capacity + 20 < needed ? 17 : 1) {
        memset(buffer, 'x', needed + 9);
        mutaid_status status = writer->write(&f, buffer, capacity, &length);

        HOLDS(status == (capacity > needed ? MUTAID_OK : MUTAID_ERROR_BUFFER));
        HOLDS(length == needed && buffer[capacity] == 'x');
        if (status == MUTAID_OK)
            HOLDS(strcmp(buffer, whole) == 0);
    }
    ck_assert_int_eq(writer->write(&f, buffer, needed + 1, NULL), MUTAID_OK);
    free(whole);
    free(buffer);
    close_fixture(&f);
}
END_TEST

START_TEST(a_text_refuses_null_and_a_language_that_is_none)
{
    const struct writer *writer = &writers[_i];
    fixture f = open_fixture(), none = {{0}, NULL};
    char buffer[10];
    size_t length;

    ck_assert_int_eq(writer->write(&none, buffer, 10, &length),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(writer->write(&f, NULL, 10, &length),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_decision_explain(f.b.d, (mutaid_language)2, buffer,
                                             10, &length, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_rulebook_tell(f.b.rulebook, 0, (mutaid_language)7,
                                          buffer, 10, &length, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_rulebook_tell(f.b.rulebook, 2, MUTAID_LANGUAGE_EN,
                                          buffer, 10, &length, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(mutaid_decision_line_text(f.b.d, f.b.info.line_count,
                                               MUTAID_LANGUAGE_EN, buffer, 10,
                                               &length, NULL),
                     MUTAID_ERROR_ARGUMENT);
    ck_assert_int_eq(
        mutaid_case_write_json(f.b.c, 2, buffer, 10, &length, NULL),
        MUTAID_ERROR_ARGUMENT);
    close_fixture(&f);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_getter_refuses_null_and_indices_out_of_range, ROWS(getters)},
        {a_getter_fills_as_much_of_a_struct_as_the_caller_knows, ROWS(getters)},
        {a_getter_refuses_a_size_that_was_never_set, ROWS(getters)},
        {a_getter_of_an_empty_decision_says_so, ROWS(getters)},
        {a_text_is_written_into_exactly_the_room_it_needs, ROWS(writers)},
        {a_text_refuses_null_and_a_language_that_is_none, ROWS(writers)},
    };

    return run_suite("getters", tests, ROWS(tests));
}
