/* SPDX-License-Identifier: MIT */
/* agree.c - every yardstick, and the library, against the plain references.
 *
 * A few thousand rows each, as TAP: what is fast must first be right.
 */
#include "engine.h"
#include "hand.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 10007, SOME_LOANS = 2000 };

static int tests_run, tests_failed;

static void test(int passed, const char *name)
{
    tests_run++;
    tests_failed += !passed;
    printf("%sok %d - %s\n", passed ? "" : "not ", tests_run, name);
}

static void skip(const char *name, const char *reason)
{
    printf("ok %d - %s # SKIP %s\n", ++tests_run, name, reason);
}

static void *rows_of(size_t size)
{
    void *column = calloc(ROWS, size);

    if (!column)
        exit(1);
    return column;
}

/* --- reimbursement --------------------------------------------------------- */

static int64_t before[ROWS], claim[ROWS], wanted[ROWS], found[ROWS];

static int same_amounts(void)
{
    size_t i;

    for (i = 0; i < ROWS; i++)
        if (found[i] != wanted[i]) {
            printf("# row %zu, before %" PRId64 ", claim %" PRId64
                   ": wanted %" PRId64 ", found %" PRId64 "\n",
                   i, before[i], claim[i], wanted[i], found[i]);
            return 0;
        }
    return 1;
}

/* Both sides of every edge, and halves of a fen, among the usual rows. */
static void put_edges(const slices *rules)
{
    size_t row = 0;
    int k, step;

    for (k = 0; k < rules->count; k++)
        for (step = -20; step <= 20; step++, row++) {
            before[row] = k % 2 ? 0 : rules->edges[0] / 2;
            claim[row] = rules->edges[k] + step - before[row];
            if (claim[row] < 0)
                claim[row] = 0;
        }
}

static void run_claims(const slices *rules)
{
    claims in = {before, claim};
    engine_batch engine;

    memset(found, 0xff, sizeof found);
    engine_open_claims(&engine, rules, in, ROWS, found);
    engine_run(&engine);
    engine_batch_close(&engine);
}

static void test_reimbursement(void)
{
    claims in = {before, claim};

    make_claims(0, ROWS, before, claim);
    put_edges(&second_reimbursement);
    reference_reimbursement(&second_reimbursement, in, ROWS, wanted);
    hand_reimbursement(in, ROWS, found);
    test(same_amounts(), "reimbursement by hand is the reference");
    hand_slices(&second_reimbursement, in, ROWS, found);
    test(same_amounts(), "any slices by hand are the reference");
    run_claims(&second_reimbursement);
    test(same_amounts(), "reimbursement by the library is the reference");
#if BENCH_HAS_VECTORS
    if (has_vectors()) {
        hand_reimbursement_vector(in, ROWS, found);
        test(same_amounts(), "reimbursement in vectors is the reference");
        return;
    }
#endif
    skip("reimbursement in vectors is the reference", "no AVX2 here");
}

static void test_random_slices(void)
{
    claims in = {before, claim};
    int scalars_agree = 1, vectors_agree = 1, engines_agree = 1;
    uint64_t seed;

    for (seed = 0; seed < 20; seed++) {
        slices rules = random_slices(seed);

        make_claims(seed * ROWS, ROWS, before, claim);
        put_edges(&rules);
        reference_reimbursement(&rules, in, ROWS, wanted);
        hand_slices(&rules, in, ROWS, found);
        scalars_agree = scalars_agree && same_amounts();
        run_claims(&rules);
        engines_agree = engines_agree && same_amounts();
#if BENCH_HAS_VECTORS
        if (seed % 2 && has_vectors()) {
            hand_slices_vector(&rules, in, ROWS, found);
            vectors_agree = vectors_agree && same_amounts();
        }
#endif
    }
    test(scalars_agree, "twenty random tables by hand are the reference");
    test(engines_agree, "random tables by the library are the reference");
    test(vectors_agree, "random tables in vectors are the reference");
}

/* --- eligibility, mixed stream, loans -------------------------------------- */

static void decide_members(const members *in, uint64_t *failed)
{
    uint8_t *undiagnosed = rows_of(1);
    engine_batch e;
    size_t i;

    for (i = 0; i < ROWS; i++)
        if (in->first_diagnosis[i] == NO_DATE)
            undiagnosed[i / 8] |= (uint8_t)(1 << i % 8);
    engine_batch_open(&e, engine_read("eligibility.json"), ROWS);
    engine_bind_members(&e, in, undiagnosed, failed);
    engine_run(&e);
    engine_batch_close(&e);
    free(undiagnosed);
}

static int same_masks(const uint32_t *one, const uint64_t *other)
{
    size_t i;

    for (i = 0; i < ROWS; i++)
        if (one[i] != other[i]) {
            printf("# row %zu: wanted %x, found %" PRIx64 "\n", i, one[i],
                   other[i]);
            return 0;
        }
    return 1;
}

static void test_eligibility(void)
{
    int32_t *columns[7];
    uint8_t *flagged = rows_of(1);
    uint32_t *reference = rows_of(4), *by_hand = rows_of(4), together = 0;
    uint64_t *by_engine = rows_of(8);
    members in;
    size_t i;

    for (i = 0; i < 7; i++)
        columns[i] = rows_of(4);
    for (i = 0; i < ROWS; i++) {
        member m = make_member(i);

        columns[0][i] = m.birth;
        columns[1][i] = m.retired;
        columns[2][i] = m.joined;
        columns[3][i] = m.paid_through;
        columns[4][i] = m.status;
        columns[5][i] = m.months_paid;
        columns[6][i] = m.first_diagnosis;
        flagged[i] = m.flagged;
    }
    in = (members){columns[0], columns[1], columns[2], columns[3],
                   columns[4], columns[5], columns[6], flagged};
    reference_eligibility(&in, ROWS, reference);
    hand_eligibility(&in, ROWS, by_hand);
    for (i = 0; i < ROWS; i++)
        together |= reference[i];
    test(memcmp(reference, by_hand, ROWS * 4) == 0,
         "eligibility by hand is the reference");
    decide_members(&in, by_engine);
    test(same_masks(reference, by_engine),
         "eligibility by the library is the reference");
    test(together == 255, "every requirement fails for some member");
    for (i = 0; i < 7; i++)
        free(columns[i]);
    free(flagged);
    free(reference);
    free(by_hand);
    free(by_engine);
}

static void test_mixed(void)
{
    uint8_t *scheme = rows_of(1);
    int32_t *on = rows_of(4), *c = rows_of(4), *d = rows_of(4);
    int64_t *a = rows_of(8), *b = rows_of(8);
    events in = {scheme, on, a, b, c, d};
    engine_batch e;
    size_t i;

    for (i = 0; i < ROWS; i++) {
        event row = make_event(i);

        scheme[i] = row.scheme;
        on[i] = row.on;
        a[i] = row.a;
        b[i] = row.b;
        c[i] = row.c;
        d[i] = row.d;
    }
    reference_mixed(&in, ROWS, wanted);
    hand_mixed(&in, ROWS, found);
    test(memcmp(wanted, found, sizeof wanted) == 0,
         "the mixed stream by hand is the reference");
    memset(found, 0xff, sizeof found);
    engine_batch_open(&e, engine_read("mixed.json"), ROWS);
    engine_bind_events(&e, &in, found);
    engine_run(&e);
    engine_batch_close(&e);
    test(memcmp(wanted, found, sizeof wanted) == 0,
         "the mixed stream by the library is the reference");
    free(scheme);
    free(on);
    free(c);
    free(d);
    free(a);
    free(b);
}

static void test_loans(void)
{
    static int64_t principal[ROWS];
    static uint8_t rate[ROWS];
    static uint64_t reference[ROWS], by_hand[ROWS];
    loans in = {principal, rate};
    engine_loan engine;
    size_t i;

    make_loans(0, ROWS, principal, rate);
    reference_loans(&in, ROWS, reference);
    hand_loans(&in, ROWS, by_hand);
    test(memcmp(reference, by_hand, sizeof reference) == 0,
         "schedules by hand are the reference");
    engine_loan_open(&engine);
    for (i = 0; i < SOME_LOANS; i++)
        by_hand[i] = engine_fold_loan(&engine, principal[i], rate[i]);
    engine_loan_close(&engine);
    test(memcmp(reference, by_hand, SOME_LOANS * sizeof *reference) == 0,
         "schedules by the library are the reference");
}

/* --- one decision ----------------------------------------------------------- */

static int same_text(size_t row, const char *one, size_t one_length,
                     const char *other, size_t other_length)
{
    size_t i = 0, from;

    if (one_length == other_length && memcmp(one, other, one_length) == 0)
        return 1;
    while (i < one_length && one[i] == other[i])
        i++;
    from = i < 60 ? 0 : i - 60;
    printf("# row %zu, byte %zu\n#   the library: %.120s\n#   by hand:     "
           "%.120s\n",
           row, i, one + from, other + from);
    return 0;
}

static void test_claims(void)
{
    static char by_engine[16384], by_hand[16384];
    claim_record records[CLAIM_RECORDS];
    int results = 1, recorded = 1, decided = 1, texts = 1;
    engine_claim engine;
    size_t row;

    engine_claim_open(&engine);
    for (row = 0; row < 10000; row++) {
        claim_case c = make_claim_case(row);
        claim_result reference = reference_claim(&c), by = hand_claim(&c);
        claim_result kept = hand_claim_records(&c, records);
        size_t length, hand_length;

        results &= by.amount == reference.amount &&
                   by.failed == reference.failed;
        recorded &= kept.amount == reference.amount &&
                    kept.failed == reference.failed;
        decided &= engine_decide_claim(&engine, &c) == reference.amount;
        length = engine_claim_json(&engine, by_engine, sizeof by_engine);
        hand_length = hand_claim_json(&c, engine.digest, by_hand);
        by_hand[hand_length] = '\0';
        texts = texts && same_text(row, by_engine, length, by_hand, hand_length);
    }
    engine_claim_close(&engine);
    test(results, "one decision by hand is the reference");
    test(recorded, "one decision with its records is the reference");
    test(decided, "one decision by the library is the reference");
    test(texts, "its JSON by hand is the library's, byte by byte");
}

int main(void)
{
    test_reimbursement();
    test_random_slices();
    test_eligibility();
    test_mixed();
    test_loans();
    test_claims();
    printf("1..%d\n", tests_run);
    return tests_failed > 0;
}
