/* SPDX-License-Identifier: MIT */
/* test_arrow.c - record batches in and out, and who releases them. */
#include "book.h"
#include "failing.h"
#include "producer.h"

#define WARDS \
    "'facts': {'day': {'type': 'date'}, 'gift': {'type': 'money'," \
    "'at_most': '9000.00'}, 'ward': {'type': 'choice', 'choices': [" \
    "{'code': 'general', 'label': {'zh': '普', 'en': 'g'}}," \
    "{'code': 'private', 'label': {'zh': '特', 'en': 'p'}}]}," \
    "'fault': {'type': 'flag', 'if_missing': false}," \
    "'left': {'type': 'date', 'optional': true}}," \
    "'schemes': {'s': {" TITLE ", 'from': '1990-01-01', 'dated_by': 'day'," \
    "'require': [{'id': 'ward', 'the': 'ward', 'equals': 'general'," REASON \
    "}], 'exclude': [{'id': 'fault', 'is': 'fault', " BECAUSE "}," \
    "{'id': 'left', 'exists': 'left', " BECAUSE "}]," \
    "'benefits': [{'id': 'gift', " TITLE ", 'steps': [{'take': 'gift'}]}]}}"

enum { ROWS_MADE = 5, WANTED = 63 };

/* --- columns ------------------------------------------------------------------ */

static const int32_t days[] = {0, 18000, 18001, 18002, 18003, 18004};
static const int64_t gifts[] = {-1, 100, 200, 300, 400, 500};
static const char ward_bytes[] = "generalprivategeneralgeneralvipgeneral";
static const int32_t ward_ends[] = {0, 7, 14, 21, 28, 31, 38};
static const int64_t ward_ends64[] = {0, 7, 14, 21, 28, 31, 38};
static const uint8_t faults[] = {0x08}; /* cell 3 */
static const uint8_t all_left[] = {0xff};
static const uint8_t valid[] = {0x2f}; /* all but cell 4 */

static const field day = {"day", "tdD", NULL, days, NULL, 6, 0, 0, NULL};
static const field gift = {"gift", "l", NULL, gifts, NULL, 6, 0, 0, NULL};
static const field ward = {"ward", "u", NULL, ward_ends, ward_bytes, 6, 0, 0,
                           NULL};
static const field fault = {"fault", "b", NULL, faults, NULL, 6, 0, 0, NULL};
static const field left = {"left", "tdD", NULL, days, NULL, 6, 0, 0, NULL};
static const field never_left = {"left:absent", "b", NULL, all_left, NULL, 6,
                                 0, 0, NULL};
static const field stranger = {"member", "g", NULL, gifts, NULL, 6, 0, 0,
                               NULL};

/* --- a batch with its answers ---------------------------------------------------- */

typedef struct desk {
    mutaid_rulebook *rulebook;
    mutaid_batch *batch;
    struct ArrowArray array;
    struct ArrowSchema schema;
    mutaid_error error;
    int64_t amounts[8];
    uint8_t outcomes[8];
} desk;

static void open_desk(desk *d, const mutaid_read_options *options)
{
    const mutaid_error start = MUTAID_ERROR_INIT;

    memset(d, 0, sizeof *d);
    d->error = start;
    d->rulebook = read_book(WARDS, options);
    HOLDS(!mutaid_batch_new(d->rulebook, &d->batch, NULL));
    HOLDS(!mutaid_batch_set_part(d->batch, 0, NULL));
}

static void close_desk(desk *d)
{
    mutaid_batch_free(d->batch);
    mutaid_rulebook_unref(d->rulebook);
    if (d->array.release)
        d->array.release(&d->array);
    if (d->schema.release)
        d->schema.release(&d->schema);
    ck_assert_int_eq(arrays_alive, 0);
    ck_assert_int_eq(schemas_alive, 0);
}

static mutaid_status bind(desk *d, const field *fields, size_t count,
                          int64_t rows, int64_t offset)
{
    make_records(fields, count, rows, offset, &d->array, &d->schema);
    return mutaid_batch_bind_arrow(d->batch, &d->array, &d->schema, &d->error);
}

static void run(desk *d, size_t rows)
{
    mutaid_batch_runner *runner = NULL;

    HOLDS(!mutaid_batch_runner_new(d->batch, &runner, NULL));
    HOLDS(!mutaid_batch_run(d->batch, runner, 0, rows, NULL, NULL));
    mutaid_batch_runner_free(runner);
}

static void decide_rows(desk *d, size_t rows)
{
    HOLDS(!mutaid_batch_want_outcome(d->batch, d->outcomes, NULL));
    HOLDS(!mutaid_batch_want_amount(d->batch, d->amounts, NULL, NULL));
    run(d, rows);
}

/* What the usual five rows come to: a private ward, an own fault, a ward that
 * there is not. */
static void expect_usual(const desk *d)
{
    static const uint8_t outcomes[] = {
        MUTAID_OUTCOME_REFUSED, MUTAID_OUTCOME_ELIGIBLE, MUTAID_OUTCOME_REFUSED,
        MUTAID_ROW_INVALID, MUTAID_OUTCOME_ELIGIBLE};
    static const int64_t amounts[] = {0, 200, 0, 0, 500};

    for (int i = 0; i < ROWS_MADE; i++) {
        ck_assert_int_eq(d->outcomes[i], outcomes[i]);
        ck_assert_int_eq(d->amounts[i], amounts[i]);
    }
}

/* --- in -------------------------------------------------------------------------- */

START_TEST(a_record_batch_binds_by_the_names_of_its_fields)
{
    const field fields[] = {never_left, stranger, gift, day, fault, ward, left};
    desk d;

    open_desk(&d, NULL);
    HOLDS(!bind(&d, fields, 7, ROWS_MADE, 1));
    HOLDS(d.array.release == NULL && d.schema.release != NULL);
    decide_rows(&d, ROWS_MADE);
    expect_usual(&d);
    HOLDS(arrays_alive == 8);
    close_desk(&d);
}
END_TEST

START_TEST(offsets_of_batch_and_column_add)
{
    const int32_t moved_days[] = {0, 0, 0, 18000, 18001, 18002, 18003, 18004};
    const uint8_t moved_faults[] = {0x20};
    field fields[] = {gift, day, fault, ward};
    desk d;

    fields[1].cells = moved_days;
    fields[1].offset = 2;
    fields[2].cells = moved_faults;
    fields[2].offset = 2;
    open_desk(&d, NULL);
    HOLDS(!bind(&d, fields, 4, ROWS_MADE, 1));
    HOLDS(!mutaid_batch_bind(d.batch, 4, MUTAID_COLUMN_INT32, days, NULL));
    HOLDS(!mutaid_batch_set_absent(d.batch, 4, all_left, 0, NULL));
    decide_rows(&d, ROWS_MADE);
    expect_usual(&d);
    close_desk(&d);
}
END_TEST

START_TEST(a_null_is_not_given)
{
    field fields[] = {gift, day, ward, left, never_left};
    desk d;

    fields[0].valid = valid;
    fields[0].null_count = -1;
    open_desk(&d, NULL);
    HOLDS(!bind(&d, fields, 5, ROWS_MADE, 1));
    decide_rows(&d, ROWS_MADE);
    HOLDS(d.outcomes[2] == MUTAID_OUTCOME_ELIGIBLE);
    HOLDS(d.outcomes[3] == MUTAID_ROW_INVALID);
    HOLDS(d.outcomes[4] == MUTAID_OUTCOME_ELIGIBLE && d.amounts[4] == 500);
    fields[0].format = "n";
    d.schema.release(&d.schema);
    HOLDS(!bind(&d, fields, 5, ROWS_MADE, 1));
    decide_rows(&d, ROWS_MADE);
    HOLDS(d.outcomes[1] == MUTAID_OUTCOME_UNDETERMINED);
    close_desk(&d);
}
END_TEST

/* --- every type of money ------------------------------------------------------------ */

static const int8_t i8[] = {0, 100, -56, 44, 100, 100};
static const uint8_t u8[] = {0, 100, 200, 0, 0, 250};
static const uint16_t u16[] = {0, 100, 200, 300, 400, 500};
static const uint32_t u32[] = {0, 100, 200, 300, 400, 500};
static const uint64_t u64[] = {0, 100, 200, UINT64_MAX, 400, 500};
static const int32_t i32[] = {0, 100, 200, 300, 400, 500};
/* 1.00 to 5.00 at a scale of 3, and 5 at a scale of -1 for 50.00 */
static const int64_t decimals[] = {0,    0, 1000, 0, 2000, 0,
                                   3000, 0, 4000, 0, 5000, 0};
static const int64_t tens[] = {0, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0};

static const struct {
    const char *format;
    const void *cells;
    int64_t second, last; /* INT64_MIN: invalid */
} moneys[] = {
    {"c", i8, INT64_MIN, 100},      {"C", u8, 200, 250},
    {"S", u16, 200, 500},           {"I", u32, 200, 500},
    {"L", u64, 200, 500},           {"i", i32, 200, 500},
    {"d:10,3", decimals, 200, 500}, {"d:38,3,128", decimals, 200, 500},
    {"d:5,-1", tens, 2000, 5000},   {"l", gifts, 200, 500},
};

START_TEST(money_comes_in_every_exact_type)
{
    field fields[] = {gift, day, ward, left, never_left};
    desk d;

    fields[0].format = moneys[_i].format;
    fields[0].cells = moneys[_i].cells;
    open_desk(&d, NULL);
    HOLDS(!bind(&d, fields, 5, ROWS_MADE, 1));
    decide_rows(&d, ROWS_MADE);
    if (moneys[_i].second == INT64_MIN)
        HOLDS(d.outcomes[1] == MUTAID_ROW_INVALID);
    else
        ck_assert_int_eq(d.amounts[1], moneys[_i].second);
    ck_assert_int_eq(d.amounts[4], moneys[_i].last);
    close_desk(&d);
}
END_TEST

/* --- choices -------------------------------------------------------------------------- */

static const int8_t keys8[] = {9, 0, 1, 0, 0, 2, 0};
static const uint32_t keys32[] = {9, 0, 1, 0, 0, 2, 0};
static const char words[] = "generalprivatevip";
static const int32_t word_ends[] = {0, 7, 14, 17};
static const int64_t word_ends64[] = {0, 7, 14, 17};
static const field dictionary = {"", "u", NULL, word_ends, words, 3, 0, 0,
                                 NULL};
static const field dictionary64 = {"", "U", NULL, word_ends64, words, 3, 0, 0,
                                   NULL};

START_TEST(choices_come_as_text_and_as_dictionaries)
{
    const field forms[] = {
        {"ward", "u", NULL, ward_ends, ward_bytes, 6, 0, 0, NULL},
        {"ward", "U", NULL, ward_ends64, ward_bytes, 6, 0, 0, NULL},
        {"ward", "c", NULL, keys8, NULL, 6, 0, 1, &dictionary},
        {"ward", "I", NULL, keys32, NULL, 6, 0, 1, &dictionary64}};
    desk d;

    for (int form = 0; form < 4; form++) {
        const field fields[] = {gift, day, fault, forms[form], left,
                                never_left};

        open_desk(&d, NULL);
        HOLDS(!bind(&d, fields, 6, ROWS_MADE, 1));
        decide_rows(&d, ROWS_MADE);
        if (form < 2) {
            expect_usual(&d);
        } else {
            HOLDS(d.outcomes[0] == MUTAID_OUTCOME_REFUSED);
            HOLDS(d.outcomes[1] == MUTAID_OUTCOME_ELIGIBLE);
            HOLDS(d.outcomes[3] == MUTAID_ROW_INVALID);
            HOLDS(d.outcomes[4] == MUTAID_OUTCOME_ELIGIBLE);
        }
        close_desk(&d);
    }
}
END_TEST

/* --- refused ------------------------------------------------------------------------------ */

static const uint8_t one_null[] = {0x3e};
static const field null_words = {"", "u", one_null, word_ends, words, 3, 1, 0,
                                 NULL};
static const field number_words = {"", "l", NULL, gifts, NULL, 3, 0, 0, NULL};

static const struct {
    field column;
    mutaid_code code;
    const char *fact;
} refusals[] = {
#define FIELD(name, format) \
    {name, format, NULL, decimals, NULL, 6, 0, 0, NULL}
    {FIELD("gift", "g"), MUTAID_CODE_ARROW_FORMAT, "gift"},
    {FIELD("gift", "f"), MUTAID_CODE_ARROW_FORMAT, "gift"},
    {FIELD("gift", "e"), MUTAID_CODE_ARROW_FORMAT, "gift"},
    {FIELD("gift", "d:38,2,256"), MUTAID_CODE_ARROW_FORMAT, "gift"},
    {FIELD("gift", "d:38"), MUTAID_CODE_ARROW_FORMAT, "gift"},
    {FIELD("gift", "d:38,"), MUTAID_CODE_ARROW_FORMAT, "gift"},
    {FIELD("gift", "d:38,200"), MUTAID_CODE_ARROW_FORMAT, "gift"},
    {FIELD("gift", "ll"), MUTAID_CODE_ARROW_FORMAT, "gift"},
    {FIELD("gift", ""), MUTAID_CODE_ARROW_FORMAT, "gift"},
    {FIELD("gift", "u"), MUTAID_CODE_ARROW_FORMAT, "gift"},
    {FIELD("gift", "b"), MUTAID_CODE_ARROW_FORMAT, "gift"},
    {FIELD("day", "i"), MUTAID_CODE_ARROW_FORMAT, "day"},
    {FIELD("day", "tdm"), MUTAID_CODE_ARROW_FORMAT, "day"},
    {FIELD("day", "tss:"), MUTAID_CODE_ARROW_FORMAT, "day"},
    {FIELD("fault", "c"), MUTAID_CODE_ARROW_FORMAT, "fault"},
    {FIELD("ward", "vu"), MUTAID_CODE_ARROW_FORMAT, "ward"},
    {FIELD("ward", "i"), MUTAID_CODE_ARROW_FORMAT, "ward"},
    {FIELD("left:absent", "c"), MUTAID_CODE_ARROW_FORMAT, "left"},
    {FIELD("day:absent", "b"), MUTAID_CODE_NEVER_ABSENT, "day"},
    {FIELD("left:absent", "b"), MUTAID_CODE_ARROW_UNSOUND, "left"},
#undef FIELD
    {{"gift", "l", NULL, gifts, NULL, 4, 0, 0, NULL},
     MUTAID_CODE_ARROW_UNSOUND, "gift"},
    {{"gift", "l", NULL, gifts, NULL, -1, 0, 0, NULL},
     MUTAID_CODE_ARROW_UNSOUND, "gift"},
    {{"gift", "l", NULL, gifts, NULL, 6, 0, -1, NULL},
     MUTAID_CODE_ARROW_UNSOUND, "gift"},
    {{"gift", "l", NULL, NULL, NULL, 6, 0, 0, NULL},
     MUTAID_CODE_ARROW_UNSOUND, "gift"},
    {{"gift", "l", NULL, gifts, NULL, 6, 2, 0, NULL},
     MUTAID_CODE_ARROW_UNSOUND, "gift"},
    {{"gift", "c", NULL, keys8, NULL, 6, 0, 0, &dictionary},
     MUTAID_CODE_ARROW_FORMAT, "gift"},
    {{"ward", "c", NULL, keys8, NULL, 6, 0, 0, &null_words},
     MUTAID_CODE_ARROW_NULL_ROWS, "ward"},
    {{"ward", "c", NULL, keys8, NULL, 6, 0, 0, &number_words},
     MUTAID_CODE_ARROW_FORMAT, "ward"},
    {{"ward", "g", NULL, keys8, NULL, 6, 0, 0, &dictionary},
     MUTAID_CODE_ARROW_FORMAT, "ward"},
};

START_TEST(what_cannot_hold_a_fact_is_refused_by_name)
{
    const field fields[] = {refusals[_i].column};
    desk d;

    open_desk(&d, NULL);
    HOLDS(bind(&d, fields, 1, ROWS_MADE, 0) == MUTAID_ERROR_TYPE ||
          d.error.status == MUTAID_ERROR_RANGE);
    ck_assert_str_eq(mutaid_code_name(d.error.code),
                     mutaid_code_name(refusals[_i].code));
    ck_assert_str_eq(d.error.fact, refusals[_i].fact);
    HOLDS(strlen(d.error.remedy) > 0);
    HOLDS(d.array.release != NULL && d.schema.release != NULL);
    close_desk(&d);
}
END_TEST

/* Let the array and its schema go by their own releases. */
static void drop(desk *d)
{
    d->array.release(&d->array);
    d->schema.release(&d->schema);
}

#define REFUSES(d, wanted_code) \
    do { \
        const mutaid_error start = MUTAID_ERROR_INIT; \
        (d)->error = start; \
        HOLDS(mutaid_batch_bind_arrow((d)->batch, &(d)->array, &(d)->schema, \
                                      &(d)->error) != MUTAID_OK); \
        ck_assert_str_eq(mutaid_code_name((d)->error.code), \
                         mutaid_code_name(wanted_code)); \
    } while (0)

START_TEST(data_that_contradicts_itself_is_refused)
{
    const field fields[] = {gift, gift}, twice[] = {left, never_left,
                                                    never_left};
    struct ArrowArray *child;
    desk d;

    open_desk(&d, NULL);
    make_records(fields, 2, ROWS_MADE, 0, &d.array, &d.schema);
    REFUSES(&d, MUTAID_CODE_ARROW_TWICE);
    d.schema.n_children = 1;
    REFUSES(&d, MUTAID_CODE_ARROW_UNSOUND);
    d.schema.n_children = 2;
    d.array.null_count = 1;
    REFUSES(&d, MUTAID_CODE_ARROW_NULL_ROWS);
    d.array.null_count = 0;
    d.schema.format = "l";
    REFUSES(&d, MUTAID_CODE_ARROW_RECORDS);
    d.schema.format = "+s";
    child = d.array.children[0];
    child->release(child); /* moved away by somebody */
    REFUSES(&d, MUTAID_CODE_ARROW_UNSOUND);
    drop(&d);
    REFUSES(&d, MUTAID_CODE_ARROW_UNSOUND);
    make_records(twice, 3, ROWS_MADE, 0, &d.array, &d.schema);
    REFUSES(&d, MUTAID_CODE_ARROW_TWICE);
    HOLDS(mutaid_batch_bind_arrow(NULL, &d.array, &d.schema, NULL) ==
          MUTAID_ERROR_ARGUMENT);
    HOLDS(mutaid_batch_bind_arrow(d.batch, NULL, &d.schema, NULL) ==
          MUTAID_ERROR_ARGUMENT);
    HOLDS(mutaid_batch_bind_arrow(d.batch, &d.array, NULL, NULL) ==
          MUTAID_ERROR_ARGUMENT);
    close_desk(&d);
}
END_TEST

START_TEST(another_record_batch_lets_the_first_go)
{
    const field all[] = {gift, day, fault, ward, left, never_left};
    const field bad[] = {{"gift", "g", NULL, gifts, NULL, 6, 0, 0, NULL}};
    desk d;

    open_desk(&d, NULL);
    HOLDS(!bind(&d, all, 6, ROWS_MADE, 1));
    d.schema.release(&d.schema);
    HOLDS(bind(&d, bad, 1, ROWS_MADE, 1) == MUTAID_ERROR_TYPE);
    drop(&d);
    decide_rows(&d, ROWS_MADE); /* the first is still there */
    expect_usual(&d);
    HOLDS(arrays_alive == 7);
    HOLDS(!bind(&d, all, 3, 2, 1)); /* without wards */
    HOLDS(arrays_alive == 4);
    decide_rows(&d, 2);
    HOLDS(d.outcomes[1] == MUTAID_OUTCOME_UNDETERMINED);
    close_desk(&d);
}
END_TEST

/* --- out --------------------------------------------------------------------------------- */

static void decide_usual(desk *d, uint32_t answers)
{
    const field all[] = {gift, day, fault, ward, left, never_left};

    HOLDS(!bind(d, all, 6, ROWS_MADE, 1));
    d->schema.release(&d->schema);
    HOLDS(!mutaid_batch_want_arrow(d->batch, answers, NULL));
    run(d, ROWS_MADE);
}

static const struct {
    const char *name, *format;
} columns[] = {{"outcome", "c"}, {"amount", "l"}, {"least", "l"},
               {"most", "l"},    {"item:gift", "l"}, {"failed", "+w:1"},
               {"reason", "i"},  {"reason_fact", "i"}};

START_TEST(answers_leave_as_a_record_batch)
{
    static const int64_t amounts[] = {0, 200, 0, 0, 500};
    static const int8_t outcomes[] = {1, 0, 1, 4, 0};
    static const uint64_t failed[] = {1, 0, 2, 0, 0};
    struct ArrowArray out;
    struct ArrowSchema schema;
    const struct ArrowArray *child;
    const int32_t *reasons;
    desk d;

    open_desk(&d, NULL);
    decide_usual(&d, WANTED);
    HOLDS(!mutaid_batch_export_arrow(d.batch, &out, &schema, NULL));
    HOLDS(mutaid_batch_export_arrow(d.batch, &out, NULL, NULL) ==
          MUTAID_ERROR_ARGUMENT);
    close_desk(&d); /* what was handed over lives on */
    ck_assert_str_eq(schema.format, "+s");
    ck_assert_int_eq(schema.n_children, 8);
    ck_assert_int_eq(out.n_children, 8);
    ck_assert_int_eq(out.length, ROWS_MADE);
    for (int i = 0; i < 8; i++) {
        ck_assert_str_eq(schema.children[i]->name, columns[i].name);
        ck_assert_str_eq(schema.children[i]->format, columns[i].format);
        ck_assert_int_eq(out.children[i]->length, ROWS_MADE);
    }
    HOLDS(memcmp(out.children[0]->buffers[1], outcomes, ROWS_MADE) == 0);
    child = out.children[0]->dictionary;
    ck_assert_int_eq(child->length, 5);
    HOLDS(memcmp((const char *)child->buffers[2] +
                     ((const int32_t *)child->buffers[1])[4],
                 "invalid", 7) == 0);
    ck_assert_int_eq(((const int32_t *)child->buffers[1])[5], 46);
    HOLDS(memcmp(out.children[1]->buffers[1], amounts, sizeof amounts) == 0);
    HOLDS((*(const uint8_t *)out.children[1]->buffers[0] & 31) == 0x17);
    HOLDS(memcmp(out.children[3]->buffers[1], amounts, sizeof amounts) == 0);
    HOLDS((*(const uint8_t *)out.children[4]->buffers[0] & 31) == 0x12);
    HOLDS(memcmp(out.children[5]->children[0]->buffers[1], failed,
                 sizeof failed) == 0);
    reasons = out.children[6]->buffers[1];
    ck_assert_int_eq(reasons[3], MUTAID_CODE_NO_SUCH_CHOICE);
    reasons = out.children[7]->buffers[1];
    HOLDS(reasons[3] == 2 && reasons[4] == -1);
    out.release(&out);
    HOLDS(out.release == NULL);
    schema.release(&schema);
    HOLDS(schema.release == NULL);
}
END_TEST

START_TEST(a_column_may_be_moved_out_of_the_answers)
{
    failing memory = {0};
    mutaid_allocator allocator = failing_allocator(&memory);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    struct ArrowArray out, amount;
    struct ArrowSchema schema, name;
    desk d;

    options.allocator = &allocator;
    open_desk(&d, &options);
    decide_usual(&d, WANTED);
    HOLDS(!mutaid_batch_export_arrow(d.batch, &out, &schema, NULL));
    close_desk(&d);
    amount = *out.children[1];
    out.children[1]->release = NULL;
    name = *schema.children[1];
    schema.children[1]->release = NULL;
    out.release(&out);
    schema.release(&schema);
    ck_assert_str_eq(name.name, "amount");
    ck_assert_int_eq(((const int64_t *)amount.buffers[1])[4], 500);
    amount.release(&amount);
    name.release(&name);
    HOLDS(memory.blocks == 0 && memory.bytes == 0);
}
END_TEST

START_TEST(answers_that_nobody_takes_go_with_the_batch)
{
    failing memory = {0};
    mutaid_allocator allocator = failing_allocator(&memory);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    desk d;

    options.allocator = &allocator;
    open_desk(&d, &options);
    decide_usual(&d, WANTED);
    HOLDS(!mutaid_batch_want_arrow(d.batch, MUTAID_ARROW_AMOUNT, NULL));
    HOLDS(!mutaid_batch_set_row_count(d.batch, 3, NULL));
    run(&d, 3); /* nobody wants the columns of five rows any more */
    HOLDS(!mutaid_batch_want_arrow(d.batch, WANTED, NULL));
    HOLDS(mutaid_batch_want_arrow(d.batch, 0, NULL) == MUTAID_ERROR_ARGUMENT);
    HOLDS(mutaid_batch_want_arrow(d.batch, 64, NULL) == MUTAID_ERROR_ARGUMENT);
    HOLDS(!mutaid_batch_set_part(d.batch, 0, NULL));
    run(&d, 3);
    close_desk(&d);
    HOLDS(memory.blocks == 0);
}
END_TEST

/* --- memory ---------------------------------------------------------------------------------- */

START_TEST(each_allocation_may_fail)
{
    const field all[] = {gift, day, fault,
                         {"ward", "c", NULL, keys8, NULL, 6, 0, 0, &dictionary},
                         left, never_left};
    failing memory = {0};
    mutaid_allocator allocator = failing_allocator(&memory);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    bool is_done = false;
    desk d;

    options.allocator = &allocator;
    open_desk(&d, &options);
    for (size_t n = 1; !is_done; n++) {
        struct ArrowArray out = {0};
        struct ArrowSchema schema = {0};
        mutaid_status status;

        memory.calls = 0;
        memory.fail_at = n;
        memory.fails_on = true;
        memory.has_failed = false;
        status = bind(&d, all, 6, ROWS_MADE, 0);
        HOLDS((status == MUTAID_OK) == (d.array.release == NULL));
        if (status == MUTAID_OK)
            status = mutaid_batch_want_arrow(d.batch, WANTED, NULL);
        if (status == MUTAID_OK)
            status = mutaid_batch_export_arrow(d.batch, &out, &schema, NULL);
        is_done = !memory.has_failed;
        HOLDS(status == (is_done ? MUTAID_OK : MUTAID_ERROR_MEMORY));
        HOLDS((out.release != NULL) == is_done);
        memory.fail_at = 0;
        memory.fails_on = false;
        if (d.array.release)
            d.array.release(&d.array);
        d.schema.release(&d.schema);
        if (is_done) {
            out.release(&out);
            schema.release(&schema);
        }
    }
    close_desk(&d);
    HOLDS(memory.blocks == 0);
}
END_TEST

/* --- streams --------------------------------------------------------------------------------- */

typedef struct source {
    int left, faults_at; /* record batches to come; the one that fails */
    bool is_bad;         /* the last one is of another type */
    bool has_no_schema;
} source;

static int source_schema(struct ArrowArrayStream *stream,
                         struct ArrowSchema *out)
{
    const field all[] = {gift, day, fault, ward, left, never_left};
    const source *s = stream->private_data;
    struct ArrowArray array;

    if (s->has_no_schema)
        return 5;
    make_records(all, 6, ROWS_MADE, 1, &array, out);
    array.release(&array);
    return 0;
}

static int source_next(struct ArrowArrayStream *stream, struct ArrowArray *out)
{
    const field all[] = {gift, day, fault, ward, left, never_left};
    source *s = stream->private_data;
    struct ArrowSchema schema;

    memset(out, 0, sizeof *out);
    if (s->left == s->faults_at)
        return 5;
    if (s->left-- == 0)
        return 0;
    make_records(all, s->is_bad && s->left == 0 ? 5 : 6, ROWS_MADE, 1, out,
                 &schema);
    schema.release(&schema);
    return 0;
}

static const char *source_error(struct ArrowArrayStream *stream)
{
    (void)stream;
    return "the pipe broke";
}

static void source_release(struct ArrowArrayStream *stream)
{
    stream->release = NULL;
    arrays_alive--;
}

static struct ArrowArrayStream source_of(source *s)
{
    arrays_alive++;
    return (struct ArrowArrayStream){source_schema, source_next, source_error,
                                     source_release, s};
}

START_TEST(a_stream_is_decided_as_it_is_read)
{
    source s = {3, -1, false, false};
    struct ArrowArrayStream in = source_of(&s), out;
    struct ArrowArray answers = {0};
    struct ArrowSchema schema;
    int batches = 0;
    desk d;

    open_desk(&d, NULL);
    HOLDS(!mutaid_batch_stream_arrow(d.batch, &in, MUTAID_ARROW_AMOUNT, &out,
                                     NULL));
    HOLDS(in.release == NULL && s.left == 3);
    HOLDS(out.get_schema(&out, &schema) == 0);
    ck_assert_str_eq(schema.children[0]->name, "amount");
    schema.release(&schema);
    for (;; batches++) {
        HOLDS(out.get_next(&out, &answers) == 0);
        if (!answers.release)
            break;
        HOLDS(arrays_alive == 8); /* one record batch, and the stream */
        ck_assert_int_eq(
            ((const int64_t *)answers.children[0]->buffers[1])[4], 500);
        answers.release(&answers);
    }
    ck_assert_int_eq(batches, 3);
    out.release(&out);
    HOLDS(out.release == NULL);
    close_desk(&d);
}
END_TEST

START_TEST(faults_of_a_stream_are_told)
{
    source broken = {2, 1, false, false}, other = {1, -1, true, false};
    source mute = {1, -1, false, true};
    struct ArrowArrayStream in = source_of(&broken), out;
    struct ArrowArray answers = {0};
    desk d;

    open_desk(&d, NULL);
    HOLDS(!mutaid_batch_stream_arrow(d.batch, &in, WANTED, &out, NULL));
    HOLDS(out.get_next(&out, &answers) == 0);
    answers.release(&answers);
    HOLDS(out.get_next(&out, &answers) == 5);
    HOLDS(strstr(out.get_last_error(&out), "the pipe broke") != NULL);
    out.release(&out);
    in = source_of(&other);
    HOLDS(!mutaid_batch_stream_arrow(d.batch, &in, WANTED, &out, NULL));
    HOLDS(out.get_next(&out, &answers) == 22 && !answers.release);
    HOLDS(strstr(out.get_last_error(&out), "differ") != NULL);
    out.release(&out);
    in = source_of(&mute);
    HOLDS(mutaid_batch_stream_arrow(d.batch, &in, WANTED, &out, &d.error) ==
          MUTAID_ERROR_TYPE);
    ck_assert_int_eq(d.error.code, MUTAID_CODE_ARROW_STREAM);
    HOLDS(in.release != NULL);
    in.release(&in);
    HOLDS(mutaid_batch_stream_arrow(d.batch, &in, WANTED, &out, NULL) ==
          MUTAID_ERROR_ARGUMENT);
    close_desk(&d);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_record_batch_binds_by_the_names_of_its_fields, 0},
        {offsets_of_batch_and_column_add, 0},
        {a_null_is_not_given, 0},
        {money_comes_in_every_exact_type, ROWS(moneys)},
        {choices_come_as_text_and_as_dictionaries, 0},
        {what_cannot_hold_a_fact_is_refused_by_name, ROWS(refusals)},
        {data_that_contradicts_itself_is_refused, 0},
        {another_record_batch_lets_the_first_go, 0},
        {answers_leave_as_a_record_batch, 0},
        {a_column_may_be_moved_out_of_the_answers, 0},
        {answers_that_nobody_takes_go_with_the_batch, 0},
        {each_allocation_may_fail, 0},
        {a_stream_is_decided_as_it_is_read, 0},
        {faults_of_a_stream_are_told, 0},
    };

    return run_suite("arrow", tests, sizeof tests / sizeof *tests);
}
