/* SPDX-License-Identifier: MIT */
/* test_batch.c - a row of a batch and the same case: the same answer. */
#include "book.h"
#include "failing.h"
#include "rows.h"

#include <pthread.h>
#ifdef __x86_64__
#include <xmmintrin.h>
#endif

static const char *const files[] = {NULL, "shapes.json", "harbour.json",
                                    "harbour-yen.json"};

/* A file of tests/rulebooks, or the built-in rulebook. */
static mutaid_rulebook *read_file(const char *name)
{
    const char *root = getenv("srcdir");
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_rulebook *rulebook = NULL;
    char path[4096];
    size_t length = 0;
    char *text;
    FILE *file;

    if (!name) {
        const char *own = mutaid_rulebook_beijing_text(&length);

        options.skip_examples = 1;
        HOLDS(!mutaid_rulebook_read(own, length, &options, &rulebook, NULL,
                                    NULL));
        return rulebook;
    }
    snprintf(path, sizeof path, "%s/tests/rulebooks/%s", root ? root : ".",
             name);
    file = fopen(path, "rb");
    HOLDS(file != NULL);
    text = room(1 << 22, 1);
    length = fread(text, 1, 1 << 22, file);
    fclose(file);
    options.skip_examples = 1;
    HOLDS(!mutaid_rulebook_read(text, length, &options, &rulebook, NULL,
                                NULL));
    free(text);
    return rulebook;
}

/* Run in pieces of odd sizes that begin at multiples of 8. */
static void run_pieces(mutaid_batch *batch, size_t count, size_t piece)
{
    mutaid_batch_runner *runner = NULL;
    size_t from = 0, done;

    HOLDS(!mutaid_batch_runner_new(batch, &runner, NULL));
    while (from < count) {
        size_t to = from + piece < count ? from + piece : count;

        HOLDS(!mutaid_batch_run(batch, runner, from, to, &done, NULL));
        HOLDS(done == to - from);
        from = to;
    }
    mutaid_batch_runner_free(runner);
}

static void compare_part(mutaid_rulebook *rulebook, size_t part, size_t count,
                         size_t piece, const mixture *m, uint64_t seed)
{
    rows r = rows_new(rulebook, count, seed);
    mutaid_batch *batch = NULL;
    answers a;

    rows_draw(&r, m);
    HOLDS(!mutaid_batch_new(rulebook, &batch, NULL));
    HOLDS(!mutaid_batch_set_part(batch, part, NULL));
    rows_bind(&r, batch);
    a = answers_new(batch, count, rulebook->parts[part].items.count);
    run_pieces(batch, count, piece);
    rows_compare(&r, &a, part, 0, count);
    answers_free(&a);
    mutaid_batch_free(batch);
    rows_free(&r);
}

/* --- whole rulebooks ---------------------------------------------------------- */

START_TEST(every_part_of_every_rulebook_decides_rows_as_it_decides_cases)
{
    static const mixture known = {8, 0, 1, 2}, open = {8, 1, 1, 2};
    mutaid_rulebook *rulebook = read_file(files[_i]);

    for (size_t part = 0; part < rulebook->part_count; part++) {
        compare_part(rulebook, part, 150, 150, &known, 7 + part);
        compare_part(rulebook, part, 40, 16, &open, 1000 + part);
    }
    mutaid_rulebook_unref(rulebook);
}
END_TEST

/* --- edges of blocks -------------------------------------------------------------- */

#define ALLOWANCE \
    "'facts': {'day': {'type': 'date'}, 'nights': {'type': 'count'," \
    "'at_most': 400}, 'so_far': {'type': 'count', 'at_most': 400}," \
    "'is_own_fault': {'type': 'flag', 'if_missing': false}}," \
    "'schemes': {'allowance': {" TITLE ", 'from': '2010-01-01'," \
    "'dated_by': 'day', 'exclude': [{'id': 'fault', 'is': 'is_own_fault'," \
    BECAUSE "}], 'benefits': [{'id': 'nights', " TITLE ", 'steps': [" \
    "{'take': 'nights'}, {'cumulative': {'so_far': 'so_far', 'steps': [" \
    "{'at_most': {'2010-01-01': 90, '2015-07-01': 180}}]}}," \
    "{'times': {'2010-01-01': '50.00', '2012-01-01': '60.00'}}]}]}}"

START_TEST(blocks_of_every_size_decide_the_same)
{
    static const size_t sizes[] = {1,    2,    7,    8,    63,   64,  65,
                                   1023, 1024, 1025, 2049, 4100, 9000};
    static const mixture known = {50, 0, 0, 1};
    mutaid_rulebook *rulebook = read_book(ALLOWANCE, NULL);

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        compare_part(rulebook, 0, sizes[i], sizes[i], &known, 3 + i);
        compare_part(rulebook, 0, sizes[i], 8 * (1 + i), &known, 5 + i);
    }
    mutaid_rulebook_unref(rulebook);
}
END_TEST

/* --- ways to compute ------------------------------------------------------------ */

/* Slices, a cap, and amounts that halves of fen come out of. */
#define CLAIMS \
    "'facts': {'before': {'type': 'money', 'at_most': '100000000000.00'}," \
    "'claim': {'type': 'money', 'at_most': '100000000000.00'}}," \
    "'values': {'as_of': {'use': '2020-12-31'}}, 'schemes': {'claims': {" \
    TITLE ", 'dated_by': 'as_of', 'benefits': [{'id': 'a', " TITLE \
    ", 'steps': [{'take': 'claim'}, {'cumulative': {'so_far': 'before'," \
    "'steps': [{'slices': [{'from': '0.00', 'rate': '12.5%'}," \
    "{'from': '100.00', 'rate': '50%'}, {'from': '1300.00', 'rate': '35%'}]}," \
    "{'at_most': '30000000000.00'}]}}, {'times': '2/3'}]}]}}"

enum { CLAIM_ROWS = 3001, MOST_FEN = 10000 };

typedef struct claim_batch {
    mutaid_rulebook *rulebook;
    mutaid_batch *batch;
    int64_t before[CLAIM_ROWS], claims[CLAIM_ROWS], amounts[CLAIM_ROWS];
    uint8_t outcomes[CLAIM_ROWS];
} claim_batch;

static void open_claims(claim_batch *w)
{
    uint64_t seed = 9;

    w->rulebook = read_book(CLAIMS, NULL);
    for (size_t i = 0; i < CLAIM_ROWS; i++) {
        int64_t most = INT64_C(10) << random_next(&seed) % 40;

        w->before[i] = (int64_t)(random_next(&seed) % (uint64_t)most);
        w->claims[i] = (int64_t)(random_next(&seed) % (uint64_t)most);
    }
    HOLDS(!mutaid_batch_new(w->rulebook, &w->batch, NULL));
    HOLDS(!mutaid_batch_set_part(w->batch, 0, NULL));
    HOLDS(!mutaid_batch_set_row_count(w->batch, CLAIM_ROWS, NULL));
    HOLDS(!mutaid_batch_bind(w->batch, 0, MUTAID_COLUMN_INT64, w->before,
                             NULL));
    HOLDS(!mutaid_batch_bind(w->batch, 1, MUTAID_COLUMN_INT64, w->claims,
                             NULL));
    HOLDS(!mutaid_batch_want_amount(w->batch, w->amounts, NULL, NULL));
    HOLDS(!mutaid_batch_want_outcome(w->batch, w->outcomes, NULL));
}

static void close_claims(claim_batch *w)
{
    mutaid_batch_free(w->batch);
    mutaid_rulebook_unref(w->rulebook);
}

/* Each row as a case of its own. */
static void expect_claims(const claim_batch *w)
{
    book b = book_of(mutaid_rulebook_ref(w->rulebook));

    for (size_t i = 0; i < CLAIM_ROWS; i++) {
        int64_t amount = -1;

        mutaid_case_clear(b.c);
        if (mutaid_case_set_money_at(b.c, 0, w->before[i], NULL) ||
            mutaid_case_set_money_at(b.c, 1, w->claims[i], NULL)) {
            HOLDS(w->outcomes[i] == MUTAID_ROW_INVALID && w->amounts[i] == 0);
            continue;
        }
        HOLDS(!mutaid_decide_at(b.c, 0, b.d, NULL));
        HOLDS(!mutaid_decision_amount(b.d, &amount, NULL));
        HOLDS(w->outcomes[i] == MUTAID_OUTCOME_ELIGIBLE);
        HOLDS(w->amounts[i] == amount);
    }
    close_book(&b);
}

START_TEST(every_way_to_compute_gives_the_same)
{
    static claim_batch w;
    mutaid_error error = MUTAID_ERROR_INIT;

    open_claims(&w);
    if (mutaid_batch_set_kernels(w.batch, (mutaid_kernels)_i, &error))
        HOLDS(error.code == MUTAID_CODE_NO_KERNELS && _i > 1);
    run_pieces(w.batch, CLAIM_ROWS, 1024);
    expect_claims(&w);
    close_claims(&w);
}
END_TEST

START_TEST(rows_out_of_range_are_found_whoever_reads_them_first)
{
    static claim_batch w;
    static const int64_t wrong[] = {-1, INT64_MIN, INT64_MAX, -30000,
                                    INT64_C(10000000000001)};

    open_claims(&w);
    for (size_t i = 0; i < 5; i++) {
        w.before[1 + 300 * i] = wrong[i];
        w.claims[200 + 400 * i] = wrong[i];
    }
    w.before[2999] = w.claims[2999] = INT64_C(10000000000000);
    run_pieces(w.batch, CLAIM_ROWS, CLAIM_ROWS);
    expect_claims(&w);
    HOLDS(w.outcomes[2999] == MUTAID_OUTCOME_ELIGIBLE);
    close_claims(&w);
}
END_TEST

START_TEST(the_rounding_of_the_processor_changes_nothing)
{
#ifdef __x86_64__
    static const unsigned modes[] = {_MM_ROUND_NEAREST, _MM_ROUND_DOWN,
                                     _MM_ROUND_UP, _MM_ROUND_TOWARD_ZERO};
    static claim_batch w;

    open_claims(&w);
    _MM_SET_ROUNDING_MODE(modes[_i]);
    run_pieces(w.batch, CLAIM_ROWS, 1024);
    _MM_SET_ROUNDING_MODE(_MM_ROUND_NEAREST);
    expect_claims(&w);
    close_claims(&w);
#else
    printf("# no such processor\n");
#endif
}
END_TEST

/* --- mixed streams ----------------------------------------------------------------- */

START_TEST(a_mixed_stream_decides_each_row_for_its_part)
{
    static const mixture known = {8, 1, 1, 2};
    enum { COUNT = 600 };
    mutaid_rulebook *rulebook = read_file(files[_i]);
    size_t parts[200], part_count = rulebook->part_count;
    rows r = rows_new(rulebook, COUNT, 11);
    mutaid_batch *batch = NULL;
    int32_t column[COUNT];
    answers a;

    HOLDS(part_count <= 200);
    for (size_t i = 0; i < part_count; i++)
        parts[i] = part_count - 1 - i;
    rows_draw(&r, &known);
    for (size_t row = 0; row < COUNT; row++)
        column[row] = (int32_t)below(&r, part_count + 2) - 1;
    HOLDS(!mutaid_batch_new(rulebook, &batch, NULL));
    HOLDS(!mutaid_batch_set_part_column(batch, MUTAID_COLUMN_INT32, column,
                                        parts, part_count, NULL));
    rows_bind(&r, batch);
    a = answers_new(batch, COUNT, 0);
    run_pieces(batch, COUNT, 256);
    for (size_t row = 0; row < COUNT; row++) {
        size_t number = (size_t)column[row];

        if (number < part_count)
            rows_compare(&r, &a, parts[number], row, row + 1);
        else
            expect_invalid(&a, row, MUTAID_CODE_NO_SUCH_PART, MUTAID_NONE);
    }
    answers_free(&a);
    mutaid_batch_free(batch);
    rows_free(&r);
    mutaid_rulebook_unref(rulebook);
}
END_TEST

/* Two schemes by one day, and a third that another fact dates. */
#define THREE \
    "'facts': {'day': {'type': 'date'}, 'other': {'type': 'date'}," \
    "'n': {'type': 'count', 'at_most': 1000}}, 'schemes': {" \
    "'one': {" TITLE ", 'from': '2010-01-01', 'dated_by': 'day'," \
    "'benefits': [{'id': 'b', " TITLE ", 'steps': [{'take': 'n'}," \
    "{'times': {'2010-01-01': '1.00', '2015-01-01': '2.00'}}]}]}," \
    "'two': {" TITLE ", 'until': '2014-12-31', 'dated_by': 'day'," \
    "'benefits': [{'id': 'b', " TITLE ", 'steps': [{'take': 'n'}," \
    "{'at_most': {'1990-01-01': 5, '2000-01-01': 500}}," \
    "{'times': '0.33'}]}]}, 'three': {" TITLE ", 'dated_by': 'other'," \
    "'benefits': [{'id': 'b', " TITLE ", 'steps': [{'take': '7.00'}]}]}}"

START_TEST(schemes_by_one_day_are_sorted_at_once)
{
    static const mixture known = {100, 0, 0, 0}, marred = {100, 0, 0, 1};
    enum { COUNT = 5000 };
    static const size_t parts[] = {2, 0, 1};
    mutaid_rulebook *rulebook = read_book(THREE, NULL);
    rows r = rows_new(rulebook, COUNT, 77 + (uint64_t)_i);
    mutaid_batch *batch = NULL;
    static uint8_t column[COUNT];
    answers a;

    rows_draw(&r, _i % 2 ? &known : &marred);
    for (size_t row = 0; row < COUNT; row++)
        column[row] = (uint8_t)below(&r, _i % 3 ? 3 : 4);
    HOLDS(!mutaid_batch_new(rulebook, &batch, NULL));
    HOLDS(!mutaid_batch_set_part_column(batch, MUTAID_COLUMN_UINT8, column,
                                        parts, 3, NULL));
    rows_bind(&r, batch);
    a = answers_new(batch, COUNT, 0);
    run_pieces(batch, COUNT, COUNT);
    for (size_t row = 0; row < COUNT; row++) {
        if (column[row] < 3)
            rows_compare(&r, &a, parts[column[row]], row, row + 1);
        else
            expect_invalid(&a, row, MUTAID_CODE_NO_SUCH_PART, MUTAID_NONE);
    }
    answers_free(&a);
    mutaid_batch_free(batch);
    rows_free(&r);
    mutaid_rulebook_unref(rulebook);
}
END_TEST

/* --- threads ------------------------------------------------------------------------- */

typedef struct share {
    const mutaid_batch *batch;
    size_t from, to;
} share;

static void *run_share(void *context)
{
    const share *s = context;
    mutaid_batch_runner *runner = NULL;

    HOLDS(!mutaid_batch_runner_new(s->batch, &runner, NULL));
    HOLDS(!mutaid_batch_run(s->batch, runner, s->from, s->to, NULL, NULL));
    mutaid_batch_runner_free(runner);
    return NULL;
}

START_TEST(threads_share_the_rows_of_a_batch)
{
    enum { COUNT = 4001, THREADS = 4 };
    static const mixture some_open = {20, 1, 0, 1};
    mutaid_rulebook *rulebook = read_book(ALLOWANCE, NULL);
    rows r = rows_new(rulebook, COUNT, 21);
    mutaid_batch *batch = NULL;
    pthread_t threads[THREADS];
    share shares[THREADS];
    answers a;

    rows_draw(&r, &some_open);
    HOLDS(!mutaid_batch_new(rulebook, &batch, NULL));
    HOLDS(!mutaid_batch_set_part(batch, 0, NULL));
    rows_bind(&r, batch);
    a = answers_new(batch, COUNT, 1);
    for (size_t i = 0; i < THREADS; i++) {
        shares[i] = (share){batch, 1000 * i,
                            i + 1 == THREADS ? COUNT : 1000 * (i + 1)};
        HOLDS(!pthread_create(&threads[i], NULL, run_share, &shares[i]));
    }
    for (size_t i = 0; i < THREADS; i++)
        HOLDS(!pthread_join(threads[i], NULL));
    rows_compare(&r, &a, 0, 0, COUNT);
    answers_free(&a);
    mutaid_batch_free(batch);
    rows_free(&r);
    mutaid_rulebook_unref(rulebook);
}
END_TEST

/* --- cells -------------------------------------------------------------------------- */

#define WARDS \
    "'facts': {'day': {'type': 'date'}, 'gift': {'type': 'money'," \
    "'at_most': '9000.00'}, 'ward': {'type': 'choice', 'choices': [" \
    "{'code': 'general', 'label': {'zh': '普', 'en': 'g'}}," \
    "{'code': 'private', 'label': {'zh': '特', 'en': 'p'}}]}}," \
    "'schemes': {'s': {" TITLE ", 'dated_by': 'day'," \
    "'require': [{'id': 'ward', 'the': 'ward', 'equals': 'general'," REASON \
    "}], 'benefits': [{'id': 'b', " TITLE ", 'steps': [{'take': 'gift'}]}]}}"

enum { DAY, GIFT, WARD };

typedef struct ward_batch {
    mutaid_rulebook *rulebook;
    mutaid_batch *batch;
    int32_t days[8], codes[8];
    int64_t gifts[8], amounts[8];
    uint8_t outcomes[8], valid[1];
    uint32_t facts[8];
} ward_batch;

static void open_wards(ward_batch *w, size_t count)
{
    memset(w, 0, sizeof *w);
    w->rulebook = read_book(WARDS, NULL);
    HOLDS(!mutaid_batch_new(w->rulebook, &w->batch, NULL));
    HOLDS(!mutaid_batch_set_part(w->batch, 0, NULL));
    HOLDS(!mutaid_batch_set_row_count(w->batch, count, NULL));
    HOLDS(!mutaid_batch_bind(w->batch, DAY, MUTAID_COLUMN_INT32, w->days,
                             NULL));
    HOLDS(!mutaid_batch_bind(w->batch, GIFT, MUTAID_COLUMN_INT64, w->gifts,
                             NULL));
    HOLDS(!mutaid_batch_want_outcome(w->batch, w->outcomes, NULL));
    HOLDS(!mutaid_batch_want_amount(w->batch, w->amounts, w->valid, NULL));
    HOLDS(!mutaid_batch_want_reason(w->batch, w->codes, w->facts, NULL));
}

static void close_wards(ward_batch *w)
{
    mutaid_batch_free(w->batch);
    mutaid_rulebook_unref(w->rulebook);
}

START_TEST(text_and_dictionaries_name_choices)
{
    static const char text[] = "generalprivatevip";
    static const int32_t offsets[] = {0, 7, 14, 17};
    static const uint32_t choices[] = {1, 0, MUTAID_NONE};
    static const uint8_t cells[] = {1, 0, 2, 3};
    ward_batch w;

    open_wards(&w, 3);
    HOLDS(!mutaid_batch_bind(w.batch, WARD, MUTAID_COLUMN_TEXT32, offsets,
                             NULL));
    HOLDS(!mutaid_batch_set_text(w.batch, WARD, text, NULL));
    run_pieces(w.batch, 3, 8);
    HOLDS(w.outcomes[0] == MUTAID_OUTCOME_ELIGIBLE);
    HOLDS(w.outcomes[1] == MUTAID_OUTCOME_REFUSED);
    HOLDS(w.outcomes[2] == MUTAID_ROW_INVALID);
    HOLDS(w.codes[2] == MUTAID_CODE_NO_SUCH_CHOICE && w.facts[2] == WARD);

    HOLDS(!mutaid_batch_set_row_count(w.batch, 4, NULL));
    HOLDS(!mutaid_batch_bind(w.batch, WARD, MUTAID_COLUMN_UINT8, cells, NULL));
    HOLDS(!mutaid_batch_set_dictionary(w.batch, WARD, choices, 3, NULL));
    run_pieces(w.batch, 4, 8);
    HOLDS(w.outcomes[0] == MUTAID_OUTCOME_ELIGIBLE);
    HOLDS(w.outcomes[1] == MUTAID_OUTCOME_REFUSED);
    HOLDS(w.outcomes[2] == MUTAID_ROW_INVALID);
    HOLDS(w.outcomes[3] == MUTAID_ROW_INVALID);
    HOLDS(w.codes[3] == MUTAID_CODE_NO_SUCH_CHOICE && w.facts[3] == WARD);
    close_wards(&w);
}
END_TEST

START_TEST(decimals_are_rescaled_exactly_or_their_rows_are_invalid)
{
    /* 12.50, 12.501, and what no 64 bits hold, at a scale of 3 */
    static const int64_t decimals[] = {12500, 0, 12501, 0, 0, 1};
    static const uint8_t general = 0;
    ward_batch w;

    open_wards(&w, 3);
    HOLDS(!mutaid_batch_bind(w.batch, WARD, MUTAID_COLUMN_UINT8, &general,
                             NULL));
    HOLDS(!mutaid_batch_set_stride(w.batch, WARD, 0, NULL));
    HOLDS(!mutaid_batch_bind(w.batch, GIFT, MUTAID_COLUMN_DECIMAL128,
                             decimals, NULL));
    HOLDS(!mutaid_batch_set_scale(w.batch, GIFT, 3, NULL));
    run_pieces(w.batch, 3, 8);
    HOLDS(w.outcomes[0] == MUTAID_OUTCOME_ELIGIBLE && w.amounts[0] == 1250);
    HOLDS(w.codes[1] == MUTAID_CODE_TOO_MANY_PLACES && w.facts[1] == GIFT);
    HOLDS(w.outcomes[2] == MUTAID_ROW_INVALID);
    HOLDS(!mutaid_batch_set_scale(w.batch, GIFT, -2, NULL));
    run_pieces(w.batch, 3, 8);
    HOLDS(w.codes[0] == MUTAID_CODE_FACT_RANGE && w.facts[0] == GIFT);
    close_wards(&w);
}
END_TEST

START_TEST(a_fact_that_is_not_bound_is_not_given)
{
    ward_batch w;

    open_wards(&w, 2);
    run_pieces(w.batch, 2, 8);
    HOLDS(w.outcomes[0] == MUTAID_OUTCOME_UNDETERMINED);
    HOLDS((w.valid[0] & 3) == 0 && w.amounts[1] == 0);
    close_wards(&w);
}
END_TEST

START_TEST(a_row_becomes_a_case_that_can_be_explained)
{
    static const uint8_t wards[] = {0, 9};
    ward_batch w;
    book b;
    size_t part = 9;
    mutaid_error error = MUTAID_ERROR_INIT;

    open_wards(&w, 2);
    w.gifts[0] = 1234;
    HOLDS(!mutaid_batch_bind(w.batch, WARD, MUTAID_COLUMN_UINT8, wards, NULL));
    b = book_of(mutaid_rulebook_ref(w.rulebook));
    HOLDS(!mutaid_batch_row(w.batch, 0, b.c, &part, NULL) && part == 0);
    HOLDS(!mutaid_decide_at(b.c, part, b.d, NULL));
    HOLDS(!mutaid_decision_describe(b.d, &b.info, NULL));
    ck_assert_str_eq(told(&b), "eligible 12.34");
    HOLDS(mutaid_batch_row(w.batch, 1, b.c, &part, &error) ==
          MUTAID_ERROR_RANGE);
    ck_assert_str_eq(error.fact, "ward");
    HOLDS(mutaid_batch_row(w.batch, 2, b.c, &part, NULL) ==
          MUTAID_ERROR_ARGUMENT);
    close_book(&b);
    close_wards(&w);
}
END_TEST

/* --- memory --------------------------------------------------------------------------- */

/* Everything once, with an allocator that fails: the first status that is not
 * MUTAID_OK, after which nothing is left behind. */
static mutaid_status all_calls(mutaid_rulebook *rulebook)
{
    static const size_t parts[] = {0};
    static const uint8_t numbers[2];
    static const int64_t cells[2];
    mutaid_batch *batch = NULL;
    mutaid_batch_runner *runner = NULL;
    uint8_t outcomes[2];
    mutaid_status status = mutaid_batch_new(rulebook, &batch, NULL);

    if (!status)
        status = mutaid_batch_set_part(batch, 0, NULL);
    if (!status)
        status = mutaid_batch_set_part_column(
            batch, MUTAID_COLUMN_UINT8, numbers, parts, 1, NULL);
    if (!status)
        status = mutaid_batch_set_row_count(batch, 2, NULL);
    if (!status)
        status =
            mutaid_batch_bind(batch, 1, MUTAID_COLUMN_INT64, cells, NULL);
    if (!status)
        status = mutaid_batch_want_outcome(batch, outcomes, NULL);
    if (!status)
        status = mutaid_batch_runner_new(batch, &runner, NULL);
    if (!status)
        status = mutaid_batch_run(batch, runner, 0, 2, NULL, NULL);
    mutaid_batch_runner_free(runner);
    mutaid_batch_free(batch);
    return status;
}

START_TEST(every_allocation_may_fail)
{
    failing state = {0, 0, true, 0, 0, false};
    mutaid_allocator allocator = failing_allocator(&state);
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_rulebook *rulebook;
    size_t blocks, failures = 0;

    options.allocator = &allocator;
    rulebook = read_book(ALLOWANCE, &options);
    blocks = state.blocks;
    for (;; failures++) {
        mutaid_status status;

        state.calls = 0;
        state.fail_at = failures + 1;
        state.has_failed = false;
        status = all_calls(rulebook);
        HOLDS(state.blocks == blocks);
        if (!state.has_failed) {
            HOLDS(status == MUTAID_OK);
            break;
        }
        HOLDS(status == MUTAID_ERROR_MEMORY);
    }
    HOLDS(failures > 20);
    state.fail_at = 0;
    mutaid_rulebook_unref(rulebook);
    HOLDS(state.blocks == 0);
}
END_TEST

/* --- running --------------------------------------------------------------------------- */

static int stop_at_once(void *context, size_t rows_done)
{
    *(size_t *)context = rows_done;
    return 1;
}

START_TEST(progress_can_end_a_run)
{
    enum { COUNT = 200000 };
    static const mixture known = {100, 0, 0, 0};
    mutaid_rulebook *rulebook = read_book(ALLOWANCE, NULL);
    rows r = rows_new(rulebook, COUNT, 5);
    mutaid_batch *batch = NULL;
    mutaid_batch_runner *runner = NULL;
    size_t told_rows = 0, done = 0;

    rows_draw(&r, &known);
    HOLDS(!mutaid_batch_new(rulebook, &batch, NULL));
    HOLDS(!mutaid_batch_set_part(batch, 0, NULL));
    rows_bind(&r, batch);
    HOLDS(!mutaid_batch_runner_new(batch, &runner, NULL));
    mutaid_batch_runner_set_progress(runner, stop_at_once, &told_rows);
    HOLDS(!mutaid_batch_run(batch, runner, 0, COUNT, &done, NULL));
    HOLDS(done > 0 && done < COUNT && told_rows == done);
    mutaid_batch_runner_free(runner);
    mutaid_batch_free(batch);
    rows_free(&r);
    mutaid_rulebook_unref(rulebook);
}
END_TEST

START_TEST(what_cannot_be_bound_is_refused)
{
    static const int64_t cells[8];
    ward_batch w;
    mutaid_batch_runner *runner = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;

    open_wards(&w, 1);
    HOLDS(mutaid_batch_bind(w.batch, DAY, MUTAID_COLUMN_DECIMAL128, cells,
                            &error) == MUTAID_ERROR_TYPE);
    HOLDS(error.code == MUTAID_CODE_COLUMN_KIND);
    ck_assert_str_eq(error.fact, "day");
    HOLDS(mutaid_batch_bind(w.batch, GIFT, (mutaid_column_kind)77, cells,
                            NULL) == MUTAID_ERROR_TYPE);
    HOLDS(mutaid_batch_bind(w.batch, 3, MUTAID_COLUMN_INT64, cells, NULL) ==
          MUTAID_ERROR_ARGUMENT);
    HOLDS(mutaid_batch_bind(w.batch, GIFT, MUTAID_COLUMN_INT64, NULL, NULL) ==
          MUTAID_ERROR_ARGUMENT);
    HOLDS(mutaid_batch_set_scale(w.batch, GIFT, 2, NULL) == MUTAID_ERROR_TYPE);
    HOLDS(mutaid_batch_set_text(w.batch, GIFT, "", NULL) == MUTAID_ERROR_TYPE);
    HOLDS(mutaid_batch_set_first_bit(w.batch, GIFT, 1, NULL) ==
          MUTAID_ERROR_TYPE);
    HOLDS(mutaid_batch_set_valid(w.batch, WARD, NULL, 0, NULL) ==
          MUTAID_ERROR_TYPE);
    HOLDS(mutaid_batch_set_dictionary(w.batch, GIFT, NULL, 0, NULL) ==
          MUTAID_ERROR_TYPE);
    HOLDS(mutaid_batch_set_stride(w.batch, WARD, 0, NULL) ==
          MUTAID_ERROR_TYPE);
    HOLDS(mutaid_batch_set_part(w.batch, 9, NULL) == MUTAID_ERROR_ARGUMENT);
    HOLDS(!mutaid_batch_runner_new(w.batch, &runner, NULL));
    HOLDS(mutaid_batch_run(w.batch, runner, 0, 2, NULL, NULL) ==
          MUTAID_ERROR_ARGUMENT);
    HOLDS(!mutaid_batch_set_part(w.batch, 0, NULL));
    HOLDS(mutaid_batch_run(w.batch, runner, 0, 1, NULL, &error) ==
          MUTAID_ERROR_ARGUMENT);
    mutaid_batch_runner_free(runner);
    close_wards(&w);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {every_part_of_every_rulebook_decides_rows_as_it_decides_cases,
         ROWS(files)},
        {a_mixed_stream_decides_each_row_for_its_part, ROWS(files)},
        {schemes_by_one_day_are_sorted_at_once, 12},
        {threads_share_the_rows_of_a_batch, 0},
        {blocks_of_every_size_decide_the_same, 0},
        {every_way_to_compute_gives_the_same, 4},
        {rows_out_of_range_are_found_whoever_reads_them_first, 0},
        {the_rounding_of_the_processor_changes_nothing, 4},
        {every_allocation_may_fail, 0},
        {text_and_dictionaries_name_choices, 0},
        {decimals_are_rescaled_exactly_or_their_rows_are_invalid, 0},
        {a_fact_that_is_not_bound_is_not_given, 0},
        {a_row_becomes_a_case_that_can_be_explained, 0},
        {progress_can_end_a_run, 0},
        {what_cannot_be_bound_is_refused, 0},
    };

    return run_suite("batch", tests, sizeof tests / sizeof *tests);
}
