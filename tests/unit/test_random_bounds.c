/* SPDX-License-Identifier: MIT */
/* test_random_bounds.c - random rulebooks: no case leaves what was proved.
 *
 * MUTAID_RANDOM_CASES says how many cases; without it 10,000. The rulebooks and
 * cases of a number are the same every time. */
#include "book.h"

#define CASES_OF_ONE 50
#define MOST_TEXT 12000

typedef struct draft {
    uint64_t seed;
    char text[MOST_TEXT];
    size_t used;
} draft;

static int64_t draw(draft *d, int64_t least, int64_t most)
{
    return least +
           (int64_t)(random_next(&d->seed) % (uint64_t)(most - least + 1));
}

static void add(draft *d, const char *piece)
{
    size_t length = strlen(piece);

    HOLDS(d->used + length < MOST_TEXT);
    memcpy(d->text + d->used, piece, length + 1);
    d->used += length;
}

static const char *one_of(draft *d, const char *const *words, size_t count)
{
    return words[draw(d, 0, (int64_t)count - 1)];
}

#define ONE_OF(d, words) one_of((d), (words), sizeof(words) / sizeof *(words))

/* --- operands and conditions ------------------------------------------------ */

static void add_money(draft *d)
{
    static const char *const names[] = {"'cost'", "'more'", "'gift'", "'paid'"};
    char piece[60];

    if (draw(d, 0, 2) == 0) {
        add(d, ONE_OF(d, names));
        return;
    }
    snprintf(piece, sizeof piece, "'%lld.%02lld'", (long long)draw(d, 0, 600),
             (long long)draw(d, 0, 99));
    add(d, piece);
}

static void add_factor(draft *d)
{
    static const char *const factors[] = {
        "'share'", "'units'", "'50%'",   "'12.5%'", "'1/3'",
        "2",       "'110%'",  "'by_ward'", "'0%'"};

    add(d, ONE_OF(d, factors));
}

static void add_condition(draft *d)
{
    static const char *const conditions[] = {
        "{'is': 'ill'}",
        "{'the': 'ward', 'equals': 'b'}",
        "{'the': 'ward', 'in': 'ab'}",
        "{'the': 'units', 'above': 2}",
        "{'the': 'cost', 'at_least': 'more'}",
        "{'the': 'cost', 'below': '333.33'}",
        "{'exists': 'gift'}",
        "{'the': 'stay', 'at_least': 3, 'below': 60}",
        "{'the': 'age', 'at_least': 18}",
        "{'the': 'day', 'at_least': '2024-02-29'}",
        "{'any': [{'is': 'ill'}, {'the': 'stay', 'at_most': 10}]}",
        "{'all': [{'is': 'ill'}, {'the': 'share', 'above': '20%'}]}",
        "{'none': [{'the': 'ward', 'equals': 'c'}, {'exists': 'gift'}]}"};

    add(d, ONE_OF(d, conditions));
}

static void add_take(draft *d)
{
    static const char *const sources[] = {
        "{'take': 'cost'}",
        "{'take': 'more'}",
        "{'take': 'gift'}",
        "{'take': 'stay'}, {'at_most': 90}, {'times': '7.77'}",
        "{'take': 'units'}, {'times': '100.00'}",
        "{'take': {'largest': ['cost', 'gift']}}",
        "{'take': {'smallest': ['cost', 'more']}}",
        "{'take': {'sum': ['cost', 'more', 'gift']}}",
        "{'take': {'2020-01-01': 'cost', '2022-07-01': 'more'}}",
        "{'take': {'choose': [{'when': {'is': 'ill'}, 'use': 'cost'}, "
        "{'use': '80.00'}]}}"};

    add(d, ONE_OF(d, sources));
}

/* --- steps --------------------------------------------------------------------- */

static void add_slices(draft *d)
{
    int64_t from = draw(d, 0, 100), count = draw(d, 1, 4), i;
    char piece[80];

    add(d, "{'slices': [");
    for (i = 0; i < count; i++, from += draw(d, 1, 300)) {
        snprintf(piece, sizeof piece, "%s{'from': '%lld.00', 'rate': '%lld%%'}",
                 i ? ", " : "", (long long)from, (long long)draw(d, 0, 100));
        add(d, piece);
    }
    add(d, "]}");
}

static void add_bands(draft *d)
{
    int64_t from = draw(d, 1, 300);
    char piece[80];

    add(d, "{'bands': [{'from': '-1000000000.00', 'use': ");
    add_money(d);
    snprintf(piece, sizeof piece, "}, {'from': '%lld.50', 'steps': [{'times': ",
             (long long)from);
    add(d, piece);
    add_factor(d);
    add(d, "}]}]}");
}

static void add_cumulative(draft *d)
{
    add(d, "{'raise_to': '0.00'}, {'cumulative': {'so_far': 'paid', 'steps': [");
    if (draw(d, 0, 1)) {
        add(d, "{'beyond': '60.00'}, ");
        add_slices(d);
    } else {
        add(d, "{'times': '80%'}, {'at_most': '400.00'}");
    }
    add(d, "]}}");
}

static void add_step(draft *d)
{
    static const char *const simple[] = {"plus",     "minus",   "beyond",
                                         "at_most",  "raise_to", "none_below"};
    int64_t kind = draw(d, 0, 11);

    if (kind < 6) {
        add(d, "{'");
        add(d, simple[kind]);
        add(d, "': ");
        add_money(d);
        if (draw(d, 0, 3) == 0) {
            add(d, ", 'when': ");
            add_condition(d);
        }
        add(d, "}");
    } else if (kind < 9) {
        add(d, "{'times': ");
        add_factor(d);
        add(d, "}");
    } else if (kind == 9) {
        add_slices(d);
    } else if (kind == 10) {
        add_bands(d);
    } else {
        add_cumulative(d);
    }
}

static void add_steps(draft *d)
{
    int64_t count = draw(d, 0, 4);

    add_take(d);
    for (; count > 0; count--) {
        add(d, ", ");
        add_step(d);
    }
    if (draw(d, 0, 3) == 0)
        add(d, ", {'round': {'to': '1.00', 'mode': 'half_even'}}");
    add(d, ", {'at_most': '5000.00'}, {'raise_to': '0.00'}");
}

/* --- a rulebook ------------------------------------------------------------------ */

#define FACTS \
    "'facts': {" \
    "'day': {'type': 'date'}," \
    "'end': {'type': 'date', 'not_before': 'day'}," \
    "'born': {'type': 'date'}," \
    "'cost': {'type': 'money', 'at_most': '1000.00'}," \
    "'more': {'type': 'money', 'at_most': '500.00'}," \
    "'paid': {'type': 'money', 'at_most': '800.00'}," \
    "'gift': {'type': 'money', 'at_most': '100.00', 'optional': true}," \
    "'units': {'type': 'count', 'at_least': 1, 'at_most': 5}," \
    "'share': {'type': 'rate', 'at_most': '100%'}," \
    "'ill': {'type': 'flag'}," \
    "'ward': {'type': 'choice', 'choices': [{'code': 'a', 'lists': ['ab']}," \
    " {'code': 'b', 'lists': ['ab']}, {'code': 'c'}]}}," \
    "'values': {'stay': {'days_between': ['day', 'end']}," \
    " 'age': {'years_between': ['born', 'day']}}," \
    "'tables': {'by_ward': {'by': 'ward', 'rows': {'a': '100%', 'b': '60%'," \
    " 'c': {'2019-01-01': '30%', '2023-01-01': '45%'}}}}, "

static void add_benefit(draft *d, int number)
{
    char piece[60];

    snprintf(piece, sizeof piece, "%s{'id': 'b%d', ", number ? ", " : "",
             number);
    add(d, piece);
    if (draw(d, 0, 2) == 0) {
        add(d, "'when': ");
        add_condition(d);
        add(d, ", ");
    }
    add(d, "'steps': [");
    add_steps(d);
    add(d, "]}");
}

static void make(draft *d, uint64_t number)
{
    int64_t benefits, i;

    d->seed = number * UINT64_C(0x9E3779B97F4A7C15) + 11;
    d->used = 0;
    (void)random_next(&d->seed);
    add(d, FACTS "'schemes': {'s': {" TITLE
                 ", 'from': '2020-01-01', 'dated_by': 'day', ");
    if (draw(d, 0, 1)) {
        add(d, "'require': [{'id': 'r', 'all': [");
        add_condition(d);
        add(d, "], " REASON "}], ");
    }
    if (draw(d, 0, 2) == 0)
        add(d, "'total': {'at_most': '700.00', 'so_far': 'paid'}, ");
    add(d, "'benefits': [");
    benefits = draw(d, 1, 3);
    for (i = 0; i < benefits; i++)
        add_benefit(d, (int)i);
    add(d, "]}}");
}

/* --- cases --------------------------------------------------------------------------- */

/* Money at edges now and then. */
static long long draw_fen(draft *d, long long most)
{
    static const long long edges[] = {0, 1, 6000, 33333, 33332, 50000};
    long long fen = draw(d, 0, 2) ? draw(d, 0, most)
                                  : edges[draw(d, 0, 5)];

    return fen > most ? most : fen;
}

static void make_case(draft *d, char *facts, size_t size)
{
    static const char *const wards[] = {"a", "b", "c"};
    char gift[40];
    long long cost = draw_fen(d, 100000), more = draw_fen(d, 50000);
    long long paid = draw_fen(d, 80000), given = draw_fen(d, 10000);
    int year = (int)draw(d, 2019, 2026), month = (int)draw(d, 1, 12);

    snprintf(gift, sizeof gift,
             draw(d, 0, 2) ? "'%lld.%02lld'" : "{'absent': true}", given / 100,
             given % 100);
    snprintf(facts, size,
             "'day': '%d-%02d-%02d', 'end': '%d-%02d-28', 'born': "
             "'%d-03-01', 'cost': '%lld.%02lld', 'more': '%lld.%02lld', "
             "'paid': '%lld.%02lld', 'gift': %s, 'units': %d, 'share': "
             "'%d%%', 'ill': %s, 'ward': '%s'",
             year, month, (int)draw(d, 1, 28), year + (int)draw(d, 0, 1),
             (int)draw(d, month, 12), (int)draw(d, 1950, 2025), cost / 100,
             cost % 100, more / 100, more % 100, paid / 100, paid % 100, gift,
             (int)draw(d, 1, 5), (int)draw(d, 0, 100),
             draw(d, 0, 1) ? "true" : "false", ONE_OF(d, wards));
}

/* --- bounds ---------------------------------------------------------------------------- */

static mutaid_bound bound_of(book *b, mutaid_prover *prover, mutaid_case *w,
                             mutaid_end end)
{
    mutaid_question question = MUTAID_QUESTION_INIT;
    mutaid_bound bound = MUTAID_BOUND_INIT;

    question.end = end;
    question.budget = 3000;
    HOLDS(mutaid_prove_bound(prover, &question, &bound, w, NULL) == MUTAID_OK);
    if (bound.certainty <= MUTAID_CERTAINTY_OPEN) {
        mutaid_money amount;

        HOLDS(mutaid_decide(w, "s", b->d, NULL) == MUTAID_OK);
        HOLDS(mutaid_decision_amount(b->d, &amount, NULL) == MUTAID_OK);
        ck_assert_int_eq(amount, bound.attained);
    }
    return bound;
}

typedef struct tally {
    size_t books, exact, never, paid;
} tally;

static void try_cases(draft *d, book *b, const mutaid_bound *most,
                      const mutaid_bound *least, tally *t)
{
    for (int i = 0; i < CASES_OF_ONE; i++) {
        char facts[800];

        make_case(d, facts, sizeof facts);
        decide(b, "s", facts);
        if (b->info.outcome != MUTAID_OUTCOME_ELIGIBLE)
            continue;
        t->paid++;
        if (most->certainty == MUTAID_CERTAINTY_NEVER ||
            b->info.most > most->proved || b->info.least < least->proved)
            ck_abort_msg("%s\n%s: %lld, not %lld to %lld", d->text, facts,
                         (long long)b->info.most, (long long)least->proved,
                         (long long)most->proved);
    }
}

static void try_book(uint64_t number, tally *t)
{
    static draft d;
    mutaid_prover *prover;
    mutaid_case *witness;
    mutaid_bound most, least;
    book b;

    make(&d, number);
    b = open_book(d.text);
    HOLDS(mutaid_prover_new(b.rulebook, &prover, NULL) == MUTAID_OK);
    HOLDS(mutaid_case_new(b.rulebook, &witness, NULL) == MUTAID_OK);
    most = bound_of(&b, prover, witness, MUTAID_END_MOST);
    least = bound_of(&b, prover, witness, MUTAID_END_LEAST);
    t->books++;
    t->exact += most.certainty == MUTAID_CERTAINTY_EXACT;
    t->never += most.certainty == MUTAID_CERTAINTY_NEVER;
    try_cases(&d, &b, &most, &least, t);
    mutaid_case_free(witness);
    mutaid_prover_free(prover);
    close_book(&b);
}

START_TEST(no_random_case_leaves_the_bounds_of_a_random_rulebook)
{
    const char *asked = getenv("MUTAID_RANDOM_CASES");
    size_t cases = asked != NULL ? (size_t)strtoull(asked, NULL, 10) : 10000;
    tally t = {0, 0, 0, 0};

    while (t.books * CASES_OF_ONE < cases)
        try_book(t.books + 1, &t);
    printf("# %zu rulebooks, the most of %zu exact, %zu never paid; %zu of "
           "%zu cases paid\n",
           t.books, t.exact, t.never, t.paid, t.books * CASES_OF_ONE);
    fflush(stdout);
    ck_assert_uint_gt(t.exact + t.never, t.books / 2);
    ck_assert_uint_gt(t.paid, cases / 5);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {no_random_case_leaves_the_bounds_of_a_random_rulebook, 0},
    };

    return run_suite("random_bounds", tests, sizeof tests / sizeof *tests);
}
