/* SPDX-License-Identifier: MIT */
/* test_entries.c - every public function, with each of its allocations failing
 * in turn: a clean status, no leak, inputs untouched, any cap held.
 *
 * A new function needs a line in one of entries_*.h; check-entries.sh asks for
 * it. */
#include "entries_arrow.h"
#include "entries_batch.h"
#include "entries_case.h"
#include "entries_compare.h"
#include "entries_decision.h"
#include "entries_ledger.h"
#include "entries_loan.h"
#include "entries_rulebook.h"

static const struct {
    const entry *entries;
    size_t count;
} tables[] = {
    {rulebook_entries, sizeof rulebook_entries / sizeof *rulebook_entries},
    {case_entries, sizeof case_entries / sizeof *case_entries},
    {decision_entries, sizeof decision_entries / sizeof *decision_entries},
    {batch_entries, sizeof batch_entries / sizeof *batch_entries},
    {arrow_entries, sizeof arrow_entries / sizeof *arrow_entries},
    {compare_entries, sizeof compare_entries / sizeof *compare_entries},
    {loan_entries, sizeof loan_entries / sizeof *loan_entries},
    {ledger_entries, sizeof ledger_entries / sizeof *ledger_entries},
};

#define ENTRY_COUNT \
    ((sizeof rulebook_entries + sizeof case_entries + \
      sizeof decision_entries + sizeof batch_entries + \
      sizeof arrow_entries + sizeof compare_entries + \
      sizeof loan_entries + sizeof ledger_entries) / sizeof(entry))

static const entry *entry_at(size_t index)
{
    size_t table = 0;

    for (; index >= tables[table].count; table++)
        index -= tables[table].count;
    return &tables[table].entries[index];
}

static failing memory;
static mutaid_allocator allocator;

#define FACTS_GIVEN \
    "{'facts': {'admitted_on': '2024-03-01', 'discharged_on': " \
    "'2024-03-06', 'joined_on': '2023-06-01', 'ward': 'general', 'units': 2}}"

static void fill_case(stage *s)
{
    char *text = quoted("@", FACTS_GIVEN);

    HOLDS(mutaid_case_new(s->rulebook, &s->c, NULL) == MUTAID_OK);
    HOLDS(mutaid_case_read_json(s->c, text, strlen(text), NULL, NULL) ==
          MUTAID_OK);
    free(text);
}

static void open_stage(stage *s)
{
    memset(s, 0, sizeof *s);
    memory = (failing){0};
    allocator = failing_allocator(&memory);
    s->allocator = &allocator;
    HOLDS(read_with(s, HARBOUR, 1, NULL, &s->rulebook) == MUTAID_OK);
    HOLDS(read_with(s, "[1, 2", 1, &s->report, &(mutaid_rulebook *){NULL}) ==
          MUTAID_ERROR_RULEBOOK);
    fill_case(s);
    HOLDS(mutaid_decision_new(s->rulebook, &s->d, NULL) == MUTAID_OK);
    HOLDS(mutaid_decide_at(s->c, 0, s->d, NULL) == MUTAID_OK);
    mutaid_error_clear(&s->error);
}

static void close_stage(stage *s)
{
    mutaid_decision_free(s->d);
    mutaid_case_free(s->c);
    mutaid_report_free(s->report);
    mutaid_rulebook_unref(s->rulebook);
    ck_assert_uint_eq(memory.blocks, 0);
    ck_assert_uint_eq(memory.bytes, 0);
}

/* What the case and the decision say, as text. */
static char *said(const stage *s)
{
    size_t case_length, length;
    char *text = malloc(30000);

    HOLDS(text != NULL);
    HOLDS(mutaid_case_write_json(s->c, MUTAID_NONE, text, 10000, &case_length,
                                 NULL) == MUTAID_OK);
    HOLDS(mutaid_decision_write_json(s->d, text + case_length, 20000, &length,
                                     NULL) == MUTAID_OK);
    return text;
}

/* Run an entry with its nth allocation failing, alone or with all behind it.
 * Whether something failed. */
static bool fails_cleanly(const entry *entry, size_t n, bool fails_on)
{
    stage s;

    open_stage(&s);
    char *before = said(&s);
    size_t blocks = memory.blocks;

    memory.calls = 0;
    memory.fail_at = n;
    memory.fails_on = fails_on;
    mutaid_status status = entry->run(&s);
    bool has_failed = memory.has_failed;
    memory.fail_at = 0;

    /* an arena that gets no large block asks for a small one */
    ck_assert_msg(status == MUTAID_OK ||
                      (has_failed && status == MUTAID_ERROR_MEMORY),
                  "%s: %s", entry->name, s.error.text);
    if (status != MUTAID_OK) {
        char *after = said(&s);

        HOLDS(s.error.status == MUTAID_ERROR_MEMORY);
        HOLDS(s.error.code == MUTAID_CODE_OUT_OF_MEMORY);
        HOLDS(strcmp(before, after) == 0);
        free(after);
    }
    if (!has_failed)
        ck_assert_uint_eq(memory.blocks, blocks);
    free(before);
    close_stage(&s);
    return has_failed;
}

START_TEST(each_function_fails_cleanly_at_each_allocation)
{
    const entry *entry = entry_at((size_t)_i);

    /* entries that share a function are tried once */
    if (_i > 0 && entry_at((size_t)_i - 1)->run == entry->run)
        return;
    for (int fails_on = 0; fails_on < 2; fails_on++) {
        size_t n = 1;

        while (fails_cleanly(entry, n, fails_on))
            n++;
        printf("# %s: %zu allocations fail\n", entry->name, n - 1);
    }
    fflush(stdout);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {each_function_fails_cleanly_at_each_allocation, (int)ENTRY_COUNT},
    };

    return run_suite("entries", tests, ROWS(tests));
}
