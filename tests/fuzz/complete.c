/* SPDX-License-Identifier: MIT */
/* complete.c - the answer for a case with open facts holds the answer of every
 * completion. */
#include "fuzz.h"

#define COMPLETIONS 6

/* A value that a fact may have, mostly where rules change. */
static int64_t draw_value(const mutaid_fact_info *fact, bytes *from)
{
    uint64_t range = (uint64_t)fact->at_most - (uint64_t)fact->at_least;
    uint64_t above = 0;
    static const uint8_t sizes[] = {1, 1, 2, 4, 8};
    uint8_t how = take_byte(from);

    if (fact->type == MUTAID_TYPE_DATE)
        /* 1990 to 2035, where rules change */
        return fact->at_least > 20000 || fact->at_most < 8000
                   ? fact->at_least
                   : (int64_t)(7305 + take_number(from, 2) % 16436);
    if (how % 8 == 7)
        above = range - take_byte(from) % (range == UINT64_MAX ? 1 : range + 1);
    else
        above = take_number(from, sizes[how % 5]) * (how & 64 ? 100 : 1);
    return (int64_t)((uint64_t)fact->at_least +
                     (range == UINT64_MAX ? above : above % (range + 1)));
}

static mutaid_status give(mutaid_case *c, size_t index, int64_t integer)
{
    mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;

    MUST(mutaid_rulebook_fact(mutaid_case_rulebook(c), index, &fact, NULL) ==
         MUTAID_OK);
    switch (fact.type) {
    case MUTAID_TYPE_MONEY:
        return mutaid_case_set_money_at(c, index, integer, NULL);
    case MUTAID_TYPE_COUNT:
        return mutaid_case_set_count_at(c, index, integer, NULL);
    case MUTAID_TYPE_MEASURE:
        return mutaid_case_set_measure_at(c, index, integer, NULL);
    case MUTAID_TYPE_RATE:
        return mutaid_case_set_rate_at(c, index, integer, NULL);
    case MUTAID_TYPE_DATE:
        return mutaid_case_set_date_at(c, index, (mutaid_date)integer, NULL);
    case MUTAID_TYPE_FLAG:
        return mutaid_case_set_flag_at(c, index, (int)integer, NULL);
    case MUTAID_TYPE_CHOICE:
        return mutaid_case_set_choice_at(c, index, (size_t)integer, NULL);
    case MUTAID_TYPE_NONE:
        break;
    }
    return MUTAID_ERROR_TYPE;
}

/* Give a fact some value, or absent where it may be. Dates in a range of
 * their own may miss it. */
static void give_any(mutaid_case *c, size_t index, bytes *from)
{
    mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;

    MUST(mutaid_rulebook_fact(mutaid_case_rulebook(c), index, &fact, NULL) ==
         MUTAID_OK);
    if (fact.may_be_absent && take_byte(from) % 4 == 0) {
        MUST(mutaid_case_set_absent_at(c, index, NULL) == MUTAID_OK);
        return;
    }
    if (fact.type == MUTAID_TYPE_CHOICE) {
        fact.at_least = 0;
        fact.at_most = (int64_t)fact.choice_count - 1;
    }
    if (give(c, index, draw_value(&fact, from)) != MUTAID_OK)
        MUST(give(c, index, fact.at_least) == MUTAID_OK);
}

/* The open facts of a part whose values a completion may choose: no default
 * stands in for them. */
typedef struct openings {
    size_t facts[1000];
    size_t count;
} openings;

static bool is_defaulted(const mutaid_decision *d, size_t fact, size_t notes)
{
    for (size_t i = 0; i < notes; i++) {
        mutaid_note note = MUTAID_NOTE_INIT;

        MUST(mutaid_decision_note(d, i, &note, NULL) == MUTAID_OK);
        if (note.kind == MUTAID_NOTE_DEFAULT && note.fact == fact)
            return true;
    }
    return false;
}

static void find_openings(const mutaid_decision *d, const mutaid_case *c,
                          size_t part, openings *open)
{
    mutaid_rulebook *rulebook = mutaid_case_rulebook(c);
    mutaid_part_info info = MUTAID_PART_INFO_INIT;
    mutaid_decision_info answer = MUTAID_DECISION_INFO_INIT;

    open->count = 0;
    MUST(mutaid_rulebook_part(rulebook, part, &info, NULL) == MUTAID_OK);
    MUST(mutaid_decision_describe(d, &answer, NULL) == MUTAID_OK);
    for (size_t i = 0; i < info.fact_count && open->count < 1000; i++) {
        mutaid_fact_info fact = MUTAID_FACT_INFO_INIT;
        int32_t state;
        int64_t integer;
        size_t index;

        MUST(mutaid_rulebook_part_fact(rulebook, part, i, &index, NULL) ==
             MUTAID_OK);
        MUST(mutaid_rulebook_fact(rulebook, index, &fact, NULL) == MUTAID_OK);
        MUST(mutaid_case_get(c, index, &state, &integer, NULL) == MUTAID_OK);
        if (state == MUTAID_STATE_OPEN &&
            fact.if_missing == MUTAID_STATE_OPEN &&
            !is_defaulted(d, index, answer.note_count))
            open->facts[open->count++] = index;
    }
}

/* Below something refused, benefits carry no amount. */
static void check_items(const mutaid_decision *wide,
                        const mutaid_decision *point, size_t part, size_t count)
{
    bool is_refused = false;

    for (size_t i = 0; i < count; i++) {
        mutaid_item a = MUTAID_ITEM_INIT, b = MUTAID_ITEM_INIT;
        mutaid_item_info info = MUTAID_ITEM_INFO_INIT;

        MUST(mutaid_decision_item(wide, i, &a, NULL) == MUTAID_OK);
        MUST(mutaid_decision_item(point, i, &b, NULL) == MUTAID_OK);
        MUST(mutaid_rulebook_item(mutaid_decision_rulebook(wide), part, i,
                                  &info, NULL) == MUTAID_OK);
        if (info.depth == 0)
            is_refused = b.outcome == MUTAID_OUTCOME_REFUSED ||
                         b.outcome == MUTAID_OUTCOME_NOT_APPLYING;
        else if (is_refused)
            continue;
        if (a.outcome != MUTAID_OUTCOME_UNDETERMINED)
            MUST(a.outcome == b.outcome);
        MUST(a.least <= b.least && b.most <= a.most);
    }
}

static void check_holds(const mutaid_decision *wide,
                        const mutaid_decision *point)
{
    mutaid_decision_info a = MUTAID_DECISION_INFO_INIT,
                         b = MUTAID_DECISION_INFO_INIT;

    MUST(mutaid_decision_describe(wide, &a, NULL) == MUTAID_OK);
    MUST(mutaid_decision_describe(point, &b, NULL) == MUTAID_OK);
    if (a.outcome != MUTAID_OUTCOME_UNDETERMINED)
        MUST(a.outcome == b.outcome);
    MUST(a.least <= b.least && b.most <= a.most);
    if (b.outcome != MUTAID_OUTCOME_UNDETERMINED)
        MUST(b.least == b.most);
    if (b.outcome != MUTAID_OUTCOME_REFUSED)
        check_items(wide, point, a.part, a.item_count);
}

/* Facts that contradict each other are no completion. */
static void decide_completion(mutaid_case *c, size_t part,
                              const mutaid_decision *wide,
                              mutaid_decision *point, const openings *open,
                              bytes *from)
{
    bool all = take_byte(from) % 4 != 0;

    for (size_t i = 0; i < open->count; i++) {
        if (all || take_byte(from) % 2 == 0)
            give_any(c, open->facts[i], from);
    }
    mutaid_status status = mutaid_decide_at(c, part, point, NULL);

    MUST(status == MUTAID_OK || status == MUTAID_ERROR_RANGE);
    if (status == MUTAID_OK)
        check_holds(wide, point);
    for (size_t i = 0; i < open->count; i++)
        MUST(mutaid_case_unset_at(c, open->facts[i], NULL) == MUTAID_OK);
}

static void give_some(mutaid_case *c, size_t part, bytes *from)
{
    mutaid_part_info info = MUTAID_PART_INFO_INIT;
    uint8_t share = take_byte(from);

    MUST(mutaid_rulebook_part(mutaid_case_rulebook(c), part, &info, NULL) ==
         MUTAID_OK);
    for (size_t i = 0; i < info.fact_count; i++) {
        size_t index;

        MUST(mutaid_rulebook_part_fact(mutaid_case_rulebook(c), part, i, &index,
                                       NULL) == MUTAID_OK);
        if (take_byte(from) <= share)
            give_any(c, index, from);
    }
}

void complete_case(mutaid_rulebook *rulebook, size_t part, bytes *from)
{
    mutaid_case *c;
    mutaid_decision *wide, *point;
    openings open;

    MUST(mutaid_case_new(rulebook, &c, NULL) == MUTAID_OK);
    MUST(mutaid_decision_new(rulebook, &wide, NULL) == MUTAID_OK);
    MUST(mutaid_decision_new(rulebook, &point, NULL) == MUTAID_OK);
    give_some(c, part, from);
    mutaid_status status = mutaid_decide_at(c, part, wide, NULL);
    MUST(status == MUTAID_OK || status == MUTAID_ERROR_RANGE ||
         status == MUTAID_ERROR_MEMORY);
    if (status == MUTAID_OK) {
        use_decision(wide);
        use_case(c, (uint32_t)part);
        find_openings(wide, c, part, &open);
        for (int i = 0; i < COMPLETIONS && open.count > 0; i++)
            decide_completion(c, part, wide, point, &open, from);
    }
    mutaid_decision_free(point);
    mutaid_decision_free(wide);
    mutaid_case_free(c);
}
