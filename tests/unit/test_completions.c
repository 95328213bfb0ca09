/* SPDX-License-Identifier: MIT */
/* test_completions.c - random schemes: answers for open facts against the
 * answers for each way in which they can turn out. */
#include "book.h"

#define BOOKS 250
#define CASES 12
#define FACT_COUNT 6

/* Small facts, so that all completions can be decided one by one. Values are
 * numbered from 0; the last of `gift` is absent. */
static const struct {
    const char *name;
    int values;
    bool is_number; /* an interval; flags and choices are split */
    const char *literals[4];
} facts[FACT_COUNT] = {
    {"ill", 2, false, {"false", "true"}},
    {"hurt", 2, false, {"false", "true"}},
    {"ward", 3, false, {"'a'", "'b'", "'c'"}},
    {"n", 4, true, {"0", "1", "2", "3"}},
    {"gift", 4, true, {"0", "1", "2", "{'absent': true}"}},
    {"day", 3, true, {"'2000-05-01'", "'2015-05-01'", "'2025-05-01'"}},
};

#define FACTS \
    "'facts': {'ill': {'type': 'flag'}, 'hurt': {'type': 'flag'}, 'ward': " \
    "{'type': 'choice', 'choices': [{'code': 'a', 'lists': ['ab']}, {'code':" \
    " 'b', 'lists': ['ab']}, {'code': 'c'}]}, 'n': {'type': 'count', " \
    "'at_most': 3}, 'gift': {'type': 'count', 'at_most': 2, 'optional': " \
    "true}, 'day': {'type': 'date', 'at_least': '2000-05-01', 'at_most': " \
    "'2029-12-31'}}"

/* --- random schemes ----------------------------------------------------------- */

typedef struct writing {
    uint64_t seed;
    char text[6000];
} writing;

static int draw(writing *w, int below)
{
    return (int)(random_next(&w->seed) % (uint64_t)below);
}

static void add(writing *w, const char *piece)
{
    HOLDS(strlen(w->text) + strlen(piece) < sizeof w->text);
    strcat(w->text, piece);
}

static void add_condition(writing *w, int depth)
{
    static const char *const plain[] = {
        "{'is': 'ill'}",
        "{'is': 'hurt'}",
        "{'the': 'ward', 'equals': 'b'}",
        "{'the': 'ward', 'in': 'ab'}",
        "{'the': 'n', 'at_least': 2}",
        "{'the': 'n', 'at_most': {'2000-01-01': 2, '2010-01-01': 1}}",
        "{'the': 'n', 'equals': 1}",
        "{'the': 'gift', 'above': 0}",
        "{'exists': 'gift'}",
        "{'the': 'gift', 'below': 'n'}",
    };
    static const char *const groups[] = {"all", "any", "none"};

    if (depth == 0 || draw(w, 3)) {
        add(w, plain[draw(w, 10)]);
        return;
    }
    add(w, "{'");
    add(w, groups[draw(w, 3)]);
    add(w, "': [");
    add_condition(w, depth - 1);
    add(w, ", ");
    add_condition(w, depth - 1);
    add(w, "]}");
}

static void add_operand(writing *w, int depth)
{
    static const char *const plain[] = {"3",
                                        "'n'",
                                        "'gift'",
                                        "{'2000-01-01': 4, '2010-01-01': 2}",
                                        "{'sum': ['n', 'gift']}",
                                        "{'largest': ['gift', 2]}"};

    if (depth == 0 || draw(w, 3)) {
        add(w, plain[draw(w, 6)]);
        return;
    }
    if (draw(w, 8) == 0) {
        add(w, "{'2000-01-01': 5, '2020-01-01': null}");
        return;
    }
    add(w, "{'choose': [{'when': ");
    add_condition(w, 1);
    add(w, ", 'use': ");
    add_operand(w, depth - 1);
    add(w, "}, {'use': ");
    add_operand(w, depth - 1);
    add(w, "}]}");
}

static void add_steps(writing *w)
{
    static const char *const steps[] = {"plus",    "times",    "beyond",
                                        "at_most", "raise_to", "none_below"};

    add(w, "'steps': [{'take': ");
    add_operand(w, 2);
    add(w, "}");
    for (int count = draw(w, 3); count > 0; count--) {
        add(w, ", {'");
        add(w, steps[draw(w, 6)]);
        add(w, "': ");
        add_operand(w, 1);
        if (draw(w, 3) == 0) {
            add(w, ", 'when': ");
            add_condition(w, 1);
        }
        add(w, "}");
    }
    add(w, ", {'times': '1.00'}]");
}

static void add_require(writing *w)
{
    add(w, "'require': [{'id': 'r', 'all': [");
    add_condition(w, 1);
    add(w, "]");
    if (draw(w, 3) == 0) {
        add(w, ", 'when': ");
        add_condition(w, 0);
    }
    add(w, ", " REASON "}], ");
}

static book random_book(uint64_t seed)
{
    static const char *const bounds[] = {
        "'require': [{'id': 'q', 'the': 'n', 'at_most': 2, " REASON "}], ",
        "'require': [{'id': 'q', 'the': 'n', 'above': 1, " REASON "}], ",
        "'exclude': [{'id': 'x', 'is': 'hurt', " BECAUSE "}], ", ""};
    writing w = {seed * UINT64_C(0x9E3779B97F4A7C15) + 9, FACTS};

    add(&w, ", 'schemes': {'s': {" TITLE ", 'dated_by': 'day', ");
    if (draw(&w, 4) == 0)
        add(&w, "'from': '2010-01-01', ");
    if (draw(&w, 3) == 0)
        add_require(&w);
    else
        add(&w, bounds[draw(&w, 4)]);
    add(&w, "'benefits': [");
    for (int count = 1 + draw(&w, 3), i = 0; i < count; i++) {
        add(&w, i ? ", {'id': 'b" : "{'id': 'b");
        add(&w, i == 0 ? "0" : i == 1 ? "1" : "2");
        add(&w, "', " TITLE ", ");
        if (draw(&w, 2)) {
            add(&w, "'when': ");
            add_condition(&w, 1);
            add(&w, ", ");
        }
        if (draw(&w, 4) == 0)
            add_require(&w);
        add_steps(&w);
        add(&w, "}");
    }
    add(&w, "]");
    if (draw(&w, 3) == 0)
        add(&w, ", 'total': {'at_most': '4.00'}");
    add(&w, "}}");
    return open_book(w.text);
}

/* --- all completions -------------------------------------------------------------- */

/* A way in which all facts are given; -1: not given. */
typedef struct way {
    int values[FACT_COUNT];
} way;

typedef struct answer {
    bool may_pay, may_refuse;
    int64_t least, most;
} answer;

static void decide_way(book *b, const way *way)
{
    char text[300] = "";

    for (int f = 0; f < FACT_COUNT; f++) {
        if (way->values[f] < 0)
            continue;
        size_t used = strlen(text);
        snprintf(text + used, sizeof text - used, "%s'%s': %s",
                 used ? ", " : "", facts[f].name,
                 facts[f].literals[way->values[f]]);
    }
    decide(b, "s", text);
}

static answer answer_of(book *b, const way *way)
{
    decide_way(b, way);
    HOLDS(b->info.outcome != MUTAID_OUTCOME_UNDETERMINED);
    return (answer){b->info.outcome == MUTAID_OUTCOME_ELIGIBLE,
                    b->info.outcome == MUTAID_OUTCOME_REFUSED, b->info.least,
                    b->info.most};
}

static bool same_answer(answer a, answer b)
{
    return a.may_pay == b.may_pay && a.least == b.least;
}

/* The next completion of the facts that are open; false after the last. */
static bool next(const way *open, way *full)
{
    for (int f = 0; f < FACT_COUNT; f++) {
        if (open->values[f] >= 0)
            continue;
        if (++full->values[f] < facts[f].values)
            return true;
        full->values[f] = 0;
    }
    return false;
}

/* Whether another value of one fact alone changes some answer. */
static bool matters(book *b, const way *open, int fact)
{
    way full = *open;

    for (int f = 0; f < FACT_COUNT; f++)
        full.values[f] = full.values[f] < 0 ? 0 : full.values[f];
    do {
        way other = full;
        answer first = answer_of(b, &full);

        if (full.values[fact] != 0)
            continue;
        for (int v = 1; v < facts[fact].values; v++) {
            other.values[fact] = v;
            if (!same_answer(first, answer_of(b, &other)))
                return true;
        }
    } while (next(open, &full));
    return false;
}

static answer join_all(book *b, const way *open)
{
    way full = *open;

    for (int f = 0; f < FACT_COUNT; f++)
        full.values[f] = full.values[f] < 0 ? 0 : full.values[f];
    answer all = answer_of(b, &full);
    while (next(open, &full)) {
        answer one = answer_of(b, &full);

        all.may_pay |= one.may_pay;
        all.may_refuse |= one.may_refuse;
        all.least = one.least < all.least ? one.least : all.least;
        all.most = one.most > all.most ? one.most : all.most;
    }
    return all;
}

static void explain(const book *b, uint64_t seed, const way *way)
{
    char facts_text[200] = "";

    for (int f = 0; f < FACT_COUNT; f++)
        snprintf(facts_text + strlen(facts_text), 20, " %d", way->values[f]);
    printf("# book %llu, facts%s: %s\n", (unsigned long long)seed, facts_text,
           told(b));
    fflush(stdout);
}

/* Numbers that are open beside one another make bounds wider than they need
 * be; one alone does not. Beside an open number a flag or choice is missing
 * only if its bounds differ. */
START_TEST(answers_for_open_facts_hold_all_completions)
{
    size_t exact_count = 0;

    for (uint64_t seed = 1; seed <= BOOKS; seed++) {
        book b = random_book(seed);
        uint64_t state = seed * 31 + 7;

        for (int i = 0; i < CASES; i++) {
            way open;
            int numbers = 0;
            bool listed[FACT_COUNT] = {false};
            mutaid_decision_info info;

            for (int f = 0; f < FACT_COUNT; f++) {
                uint64_t r = random_next(&state) >> 8;

                open.values[f] =
                    r % 2 ? -1 : (int)(r / 2 % (uint64_t)facts[f].values);
                numbers += open.values[f] < 0 && facts[f].is_number;
            }
            answer all = join_all(&b, &open);
            bool is_settled =
                all.may_pay != all.may_refuse && all.least == all.most;
            decide_way(&b, &open);
            info = b.info;
            bool holds =
                info.least <= all.least && info.most >= all.most &&
                (is_settled || info.outcome == MUTAID_OUTCOME_UNDETERMINED);
            if (info.outcome == MUTAID_OUTCOME_ELIGIBLE)
                holds = holds && !all.may_refuse;
            if (info.outcome == MUTAID_OUTCOME_REFUSED)
                holds = holds && !all.may_pay;
            if (numbers <= 1) {
                exact_count++;
                holds =
                    holds && info.least == all.least && info.most == all.most &&
                    is_settled == (info.outcome != MUTAID_OUTCOME_UNDETERMINED);
            }
            if (!holds) {
                explain(&b, seed, &open);
                ck_abort_msg("%lld to %lld, but %lld to %lld are possible",
                             (long long)info.least, (long long)info.most,
                             (long long)all.least, (long long)all.most);
            }
            for (size_t k = 0; k < info.missing_count; k++) {
                size_t fact;

                HOLDS(mutaid_decision_missing(b.d, k, &fact, NULL) ==
                      MUTAID_OK);
                listed[fact] = true;
            }
            for (int f = 0; f < FACT_COUNT && numbers <= 1 && !is_settled;
                 f++) {
                if (open.values[f] >= 0) {
                    HOLDS(!listed[f]);
                } else if (listed[f] != matters(&b, &open, f) &&
                           (listed[f] || numbers == 0)) {
                    decide_way(&b, &open);
                    explain(&b, seed, &open);
                    ck_abort_msg("%s is %slisted", facts[f].name,
                                 listed[f] ? "" : "not ");
                }
            }
        }
        close_book(&b);
    }
    ck_assert_uint_gt(exact_count, BOOKS);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {answers_for_open_facts_hold_all_completions, 0},
    };

    return run_suite("completions", tests, ROWS(tests));
}
