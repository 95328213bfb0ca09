/* SPDX-License-Identifier: MIT */
/* ledger_sums.c - what adds up over which rows of a member. */
#include "decide/ledger.h"

#include "calendar/date.h"

static mutaid__ledger_entry *entry_at(const mutaid__replay *replay, size_t index,
                               size_t position)
{
    return &replay->entries[position * replay->kept_count + index];
}

static int64_t day_at(const mutaid__replay *replay, size_t position)
{
    return replay->days[replay->order[position]];
}

/* --- facts of a period ---------------------------------------------------------- */

static const mutaid__word *named(const mutaid__word *word)
{
    while (word->target != MUTAID__TARGET_FACT)
        word = word->words[0];
    return word;
}

/* The value of a period's fact in a row, defaults put in. */
static mutaid_state key_of(const mutaid__replay *replay,
                           const mutaid__word *word, size_t position,
                           int64_t *integer_out)
{
    uint32_t index = named(word)->index;
    const mutaid__fact *fact =
        &replay->batch->rulebook->model.facts.items[index];
    mutaid_state state;

    if (mutaid__column_cell(fact, &replay->batch->columns[index],
                            replay->order[position], &state,
                            integer_out) != MUTAID_CODE_NONE)
        return MUTAID_STATE_OPEN;
    if (state != MUTAID_STATE_OPEN)
        return state;
    *integer_out = fact->default_integer;
    return fact->if_missing;
}

/* Of all facts of a period: given, else absent, else open. */
static mutaid_state key_state(const mutaid__replay *replay,
                              const mutaid__per *per, size_t position)
{
    mutaid_state state = MUTAID_STATE_GIVEN, one;
    int64_t integer;
    size_t i;

    for (i = 0; i < per->fact_count; i++) {
        one = key_of(replay, per->facts[i], position, &integer);
        if (one == MUTAID_STATE_ABSENT)
            return one; /* it equals nothing */
        if (one != MUTAID_STATE_GIVEN)
            state = MUTAID_STATE_OPEN;
    }
    return state;
}

static bool has_same_key(const mutaid__replay *replay, const mutaid__per *per,
                         size_t a, size_t b)
{
    int64_t x, y;
    size_t i;

    for (i = 0; i < per->fact_count; i++)
        if (key_of(replay, per->facts[i], a, &x) != MUTAID_STATE_GIVEN ||
            key_of(replay, per->facts[i], b, &y) != MUTAID_STATE_GIVEN ||
            x != y)
            return false;
    return true;
}

/* --- periods ----------------------------------------------------------------------- */

/* The last position before this one whose running total goes on here, or
 * SIZE_MAX. */
static size_t year_before(const mutaid__replay *replay, size_t position)
{
    int64_t day = day_at(replay, position), before;

    if (position == replay->first)
        return SIZE_MAX;
    before = day_at(replay, position - 1);
    return before > MUTAID__NO_DAY &&
                   mutaid__civil_of(before).year == mutaid__civil_of(day).year
               ? position - 1
               : SIZE_MAX;
}

static size_t key_before(const mutaid__replay *replay, const mutaid__kept *kept,
                         size_t index, size_t position)
{
    size_t i = position;

    while (i-- > replay->first) {
        if (!entry_at(replay, index, i)->is_link ||
            !has_same_key(replay, kept->per, i, position))
            continue;
        if (kept->per->kind == MUTAID__PER_SAME &&
            day_at(replay, position) >
                mutaid__add_months(day_at(replay, i), kept->per->months))
            return SIZE_MAX; /* the chain is broken */
        return i;
    }
    return SIZE_MAX;
}

/* The first position after the date less the rolling months. */
static size_t window_start(const mutaid__replay *replay,
                           const mutaid__kept *kept, size_t index,
                           size_t position)
{
    int64_t last_out =
        mutaid__add_months(day_at(replay, position), -kept->per->months);
    size_t start = position > replay->first
                       ? entry_at(replay, index, position - 1)->start
                       : position;

    while (start < position && day_at(replay, start) <= last_out)
        start++;
    return start;
}

/* Running totals over all rows of the member: of the window they are a
 * difference. */
static bool rolling_before(mutaid__replay *replay, const mutaid__kept *kept,
                           size_t index, size_t position,
                           mutaid__wide *so_far_out)
{
    mutaid__ledger_entry *entry = entry_at(replay, index, position);
    const mutaid__ledger_entry *last, *outside;

    entry->start = window_start(replay, kept, index, position);
    if (entry->start == position)
        return true;
    last = entry_at(replay, index, position - 1);
    *so_far_out = last->total;
    if (entry->start == replay->first)
        return last->open == 0;
    outside = entry_at(replay, index, entry->start - 1);
    *so_far_out = mutaid__wide_sub(last->total, outside->total);
    return last->open == outside->open;
}

/* Whether anything of the member may count before this position. */
static bool may_count(const mutaid__replay *replay, size_t index,
                      size_t position)
{
    size_t i;

    for (i = replay->first; i < position; i++)
        if (entry_at(replay, index, i)->is_link)
            return true;
    return false;
}

static bool period_before(mutaid__replay *replay, const mutaid__kept *kept,
                          size_t index, size_t position,
                          mutaid__wide *so_far_out)
{
    const mutaid__ledger_entry *entry;
    size_t before;

    if (kept->per->kind == MUTAID__PER_CALENDAR_YEAR) {
        before = year_before(replay, position);
    } else {
        mutaid_state state = key_state(replay, kept->per, position);

        if (state == MUTAID_STATE_ABSENT)
            return true;
        if (state != MUTAID_STATE_GIVEN)
            return !may_count(replay, index, position);
        if (position > replay->first &&
            entry_at(replay, index, position - 1)->is_adrift)
            return false;
        before = key_before(replay, kept, index, position);
    }
    if (before == SIZE_MAX)
        return true;
    entry = entry_at(replay, index, before);
    *so_far_out = entry->total;
    return entry->open == 0;
}

bool mutaid__ledger_before(mutaid__replay *replay, const mutaid__kept *kept,
                           size_t index, size_t position,
                           mutaid__wide *so_far_out)
{
    mutaid__ledger_entry *entry = entry_at(replay, index, position);
    bool is_known = true;

    *so_far_out = mutaid__wide_of(0);
    entry->start = position;
    entry->open = 0;
    if (replay->is_undated)
        return false;
    if (day_at(replay, position) > MUTAID__NO_DAY)
        is_known = kept->per->kind == MUTAID__PER_ROLLING_MONTHS
                       ? rolling_before(replay, kept, index, position,
                                        so_far_out)
                       : period_before(replay, kept, index, position,
                                       so_far_out);
    return is_known;
}

/* The position whose running total this one continues. */
static size_t continued(const mutaid__replay *replay, const mutaid__kept *kept,
                        size_t index, size_t position)
{
    switch (kept->per->kind) {
    case MUTAID__PER_CALENDAR_YEAR:
        return year_before(replay, position);
    case MUTAID__PER_ROLLING_MONTHS:
        return position > replay->first ? position - 1 : SIZE_MAX;
    default:
        return key_state(replay, kept->per, position) == MUTAID_STATE_GIVEN
                   ? key_before(replay, kept, index, position)
                   : SIZE_MAX;
    }
}

/* Whether it counts, in a period that is not known. */
static bool is_lost(const mutaid__replay *replay, const mutaid__kept *kept,
                    size_t position)
{
    return kept->per->fact_count > 0 &&
           key_state(replay, kept->per, position) == MUTAID_STATE_OPEN;
}

void mutaid__ledger_enter(mutaid__replay *replay, const mutaid__kept *kept,
                          size_t index, size_t position,
                          mutaid__entering entering, mutaid__wide amount)
{
    mutaid__ledger_entry *entry = entry_at(replay, index, position);
    bool is_dated = day_at(replay, position) > MUTAID__NO_DAY;
    size_t before =
        is_dated ? continued(replay, kept, index, position) : SIZE_MAX;

    entry->total = entering == MUTAID__ENTERS ? amount : mutaid__wide_of(0);
    entry->open = entering == MUTAID__ENTERS_UNKNOWN;
    entry->is_link = is_dated && entering != MUTAID__ENTERS_NOTHING;
    entry->is_adrift = entry->is_link && is_lost(replay, kept, position);
    if (position > replay->first)
        entry->is_adrift |= entry_at(replay, index, position - 1)->is_adrift;
    if (before != SIZE_MAX) {
        const mutaid__ledger_entry *last = entry_at(replay, index, before);

        entry->total = mutaid__wide_add(entry->total, last->total);
        entry->open += last->open;
    }
}
