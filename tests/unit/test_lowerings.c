/* SPDX-License-Identifier: MIT */
/* test_lowerings.c - one list of steps, lowered in two ways: the same result. */
#include "book.h"
#include "decide/part.h"

/* Random steps of an amount of money whose operands are literals in one
 * rulebook, so that they become curves, and facts with the same values in the
 * other, so that they cannot. */

#define BOOKS 300
#define CASES 40
#define MOST_FACTS 24

typedef struct pair {
    uint64_t seed;
    char literal[4000], by_fact[4000]; /* the steps */
    char facts[2000], values[2000];    /* facts of the second, their values */
    size_t fact_count;
} pair;

static int64_t draw(pair *p, int64_t least, int64_t most)
{
    return least +
           (int64_t)(random_next(&p->seed) % (uint64_t)(most - least + 1));
}

static void add(char *text, size_t room, const char *piece)
{
    HOLDS(strlen(text) + strlen(piece) < room);
    strcat(text, piece);
}

static void add_both(pair *p, const char *piece)
{
    add(p->literal, sizeof p->literal, piece);
    add(p->by_fact, sizeof p->by_fact, piece);
}

/* An operand: the literal here, a fact with its value there. */
static void add_operand(pair *p, const char *type, const char *most,
                        const char *literal)
{
    char piece[200];
    int k = (int)p->fact_count++;

    HOLDS(p->fact_count <= MOST_FACTS);
    add(p->literal, sizeof p->literal, literal);
    snprintf(piece, sizeof piece, "'k%d'", k);
    add(p->by_fact, sizeof p->by_fact, piece);
    snprintf(piece, sizeof piece, ", 'k%d': {'type': '%s', 'at_most': '%s'}", k,
             type, most);
    add(p->facts, sizeof p->facts, piece);
    snprintf(piece, sizeof piece, ", 'k%d': %s", k, literal);
    add(p->values, sizeof p->values, piece);
}

static void add_money(pair *p, int64_t least, int64_t most)
{
    int64_t fen = draw(p, least, most);
    char literal[60];

    snprintf(literal, sizeof literal, "'%lld.%02lld'", (long long)fen / 100,
             (long long)fen % 100);
    add_operand(p, "money", "100000.00", literal);
}

static void add_rate(pair *p)
{
    char literal[60];

    snprintf(literal, sizeof literal, "'%lld.%02lld%%'",
             (long long)draw(p, 0, 150), (long long)draw(p, 0, 99));
    add_operand(p, "rate", "200%", literal);
}

/* Edges stay literals: bands and slices must be seen to rise. */
static void add_edge(pair *p, int64_t fen)
{
    char piece[80];

    snprintf(piece, sizeof piece, "{'from': '%lld.%02lld', ",
             (long long)fen / 100, (long long)fen % 100);
    add_both(p, piece);
}

static void add_slices(pair *p)
{
    int64_t fen = draw(p, 0, 5000), count = draw(p, 1, 3);

    add_both(p, "{'slices': [");
    for (int64_t i = 0; i < count; i++, fen += draw(p, 1, 9000)) {
        add_both(p, i ? ", " : "");
        add_edge(p, fen);
        add_both(p, "'rate': ");
        add_rate(p);
        add_both(p, "}");
    }
    add_both(p, "]}");
}

/* Bands that never fall: nothing, then the amount at least. */
static void add_bands(pair *p, bool is_rising)
{
    int64_t fen = draw(p, 1, 9000);

    add_both(p, "{'bands': [{'from': '-1000000000.00', 'steps': [{'times': ");
    if (is_rising)
        add_both(p, "'0%'");
    else
        add_rate(p);
    add_both(p, "}]}, ");
    add_edge(p, fen);
    if (is_rising) {
        add_both(p, "'steps': [{'times': ");
        add_rate(p);
        add_both(p, "}]}]}");
    } else {
        add_both(p, "'use': ");
        add_money(p, 0, 9000);
        add_both(p, "}]}");
    }
}

/* Inside `cumulative` f(0) is 0 and f never falls. */
static void add_step(pair *p, bool is_rising)
{
    static const char *const simple[] = {"beyond", "at_most", "none_below",
                                         "plus",   "minus",   "raise_to"};
    char piece[40];
    int64_t kind = draw(p, 0, is_rising ? 5 : 8);

    if (kind < 3 || kind > 5) {
        snprintf(piece, sizeof piece,
                 "{'%s': ", simple[kind < 3 ? kind : kind - 3]);
        add_both(p, piece);
        add_money(p, 0, 9000);
        add_both(p, "}");
    } else if (kind == 3) {
        add_both(p, "{'times': ");
        add_rate(p);
        add_both(p, "}");
    } else if (kind == 4) {
        add_slices(p);
    } else {
        add_bands(p, is_rising);
    }
}

static void make(pair *p, uint64_t seed)
{
    int64_t count;

    *p = (pair){.seed = seed * UINT64_C(0x9E3779B97F4A7C15) + 3};
    add_both(p, "{'take': 'cost'}");
    for (count = draw(p, 0, 2); count > 0; count--) {
        add_both(p, ", ");
        add_step(p, false);
    }
    add_both(p, ", {'cumulative': {'so_far': 'so_far', 'steps': [");
    for (count = draw(p, 1, 3); count > 0; count--) {
        add_step(p, true);
        add_both(p, count > 1 ? ", " : "");
    }
    add_both(p, "]}}");
    for (count = draw(p, 0, 1); count > 0; count--) {
        add_both(p, ", ");
        add_step(p, false);
    }
    add_both(p, ", {'plus': '50000000.00'}, {'at_most': '60000000.00'}, "
                "{'raise_to': '0.00'}");
}

static book open_pair(const pair *p, const char *steps)
{
    char text[12000];

    snprintf(
        text, sizeof text,
        "'facts': {'day': {'type': 'date'}, 'cost': "
        "{'type': 'money', 'at_most': '1000.00'}, 'so_far': {'type': 'money'"
        ", 'at_most': '1000.00'}%s}, 'schemes': {'s': {" TITLE
        ", 'dated_by': 'day', 'benefits': [{'id': 'b', " TITLE
        ", 'steps': [%s]}]}}",
        p->facts, steps);
    return open_book(text);
}

/* How many operations of the part are a rise over a curve. */
static size_t count_rises(const book *b)
{
    const mutaid__part *part = &b->rulebook->parts[0];
    size_t count = 0;

    for (size_t g = 0; g < part->groups.count; g++) {
        const mutaid__group *group = &part->groups.items[g];

        for (size_t v = 0; v < group->version_count; v++) {
            const mutaid__program *program = &group->versions[v].program;

            for (size_t i = 0; i < program->ops.count; i++)
                count += program->ops.items[i].code == MUTAID__OP_RISE;
        }
    }
    return count;
}

START_TEST(literals_and_facts_of_the_same_value_give_the_same_amount)
{
    size_t rises = 0;

    for (uint64_t seed = 1; seed <= BOOKS; seed++) {
        pair p;

        make(&p, seed);
        book literal = open_pair(&p, p.literal);
        book by_fact = open_pair(&p, p.by_fact);
        for (int i = 0; i < CASES; i++) {
            long long cost = draw(&p, 0, i % 4 ? 20000 : 100000);
            long long so_far = draw(&p, 0, i % 3 ? 10000 : 0);
            char facts[3000];

            snprintf(facts, sizeof facts,
                     "'day': '2024-01-01', 'cost': "
                     "'%lld.%02lld', 'so_far': '%lld.%02lld'%s",
                     cost / 100, cost % 100, so_far / 100, so_far % 100,
                     p.values);
            decide(&literal, "s", facts);
            decide(&by_fact, "s", facts);
            if (literal.info.least != by_fact.info.least)
                ck_abort_msg("%s with %s: %lld, not %lld", p.literal, facts,
                             (long long)literal.info.least,
                             (long long)by_fact.info.least);
        }
        rises += count_rises(&literal);
        HOLDS(count_rises(&by_fact) == 0);
        close_book(&literal);
        close_book(&by_fact);
    }
    ck_assert_uint_gt(rises, BOOKS / 2);
}
END_TEST

/* Open cost, so_far or both: every completion lies between. */
START_TEST(the_bounds_of_open_facts_hold_every_completion)
{
    for (uint64_t seed = 1; seed <= BOOKS; seed++) {
        pair p;

        make(&p, seed);
        book b = open_pair(&p, seed % 2 ? p.literal : p.by_fact);
        int64_t least, most;
        char facts[3000];
        long long cost = draw(&p, 0, 20000), so_far = draw(&p, 0, 20000);
        int open = (int)(seed % 3);

        snprintf(facts, sizeof facts, "'day': '2024-01-01'%s", p.values);
        if (open == 1)
            snprintf(facts + strlen(facts), 100, ", 'cost': '%lld.%02lld'",
                     cost / 100, cost % 100);
        if (open == 2)
            snprintf(facts + strlen(facts), 100, ", 'so_far': '%lld.%02lld'",
                     so_far / 100, so_far % 100);
        decide(&b, "s", facts);
        least = b.info.least;
        most = b.info.most;
        for (int i = 0; i < CASES; i++) {
            if (open != 1)
                cost = draw(&p, 0, i % 2 ? 100000 : 20000);
            if (open != 2)
                so_far = draw(&p, 0, i % 3 ? 100000 : 20000);
            snprintf(facts, sizeof facts,
                     "'day': '2024-01-01', 'cost': "
                     "'%lld.%02lld', 'so_far': '%lld.%02lld'%s",
                     cost / 100, cost % 100, so_far / 100, so_far % 100,
                     p.values);
            decide(&b, "s", facts);
            if (b.info.least < least || b.info.most > most)
                ck_abort_msg("%s with %s: %lld not in %lld to %lld", p.literal,
                             facts, (long long)b.info.least, (long long)least,
                             (long long)most);
        }
        close_book(&b);
    }
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {literals_and_facts_of_the_same_value_give_the_same_amount, 0},
        {the_bounds_of_open_facts_hold_every_completion, 0},
    };

    return run_suite("lowerings", tests, ROWS(tests));
}
