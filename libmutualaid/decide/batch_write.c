/* SPDX-License-Identifier: MIT */
/* batch_write.c - results of a block to where they are wanted. */
#include "decide/batch.h"

#include <string.h>

/* What is written, and from where. */
typedef struct writing {
    const mutaid_batch *batch;
    mutaid_batch_runner *runner;
    const mutaid__stretch *stretch;
    const mutaid__row_set *rows;
} writing;

/* --- parts of columns ----------------------------------------------------------- */

static void put_bytes(const mutaid__row_set *rows, const void *from,
                      uint8_t *to)
{
    const uint8_t *bytes = from;
    size_t i;

    if (!rows->index) {
        memcpy(to + rows->first, bytes, rows->count);
        return;
    }
    for (i = 0; i < rows->count; i++)
        to[rows->first + rows->index[i]] = bytes[i];
}

static void fill_bytes(const mutaid__row_set *rows, uint8_t byte, uint8_t *to)
{
    size_t i;

    if (!rows->index) {
        memset(to + rows->first, byte, rows->count);
        return;
    }
    for (i = 0; i < rows->count; i++)
        to[rows->first + rows->index[i]] = byte;
}

static void put_numbers(const mutaid__row_set *rows, const int64_t *from,
                        int64_t *to)
{
    size_t i;

    to += rows->first;
    if (!rows->index) {
        if (to != from)
            memcpy(to, from, rows->count * sizeof *to);
        return;
    }
    for (i = 0; i < rows->count; i++)
        to[rows->index[i]] = from[i];
}

static void fill_numbers(const mutaid__row_set *rows, int64_t number,
                         int64_t *to)
{
    size_t i;

    for (i = 0; i < rows->count; i++)
        to[mutaid__row_at(rows, i)] = number;
}

/* Bits of rows that lie one behind the other, a byte at a time. */
static void fill_range(size_t at, size_t end, uint8_t *to)
{
    for (; at < end && at % 8 != 0; at++)
        mutaid__set_bit(to, at, true);
    if (end - at >= 8) {
        memset(to + at / 8, 0xFF, (end - at) / 8);
        at += (end - at) / 8 * 8;
    }
    for (; at < end; at++)
        mutaid__set_bit(to, at, true);
}

static void fill_bits(const mutaid__row_set *rows, uint8_t *to)
{
    size_t i;

    if (!rows->index) {
        fill_range(rows->first, rows->first + rows->count, to);
        return;
    }
    for (i = 0; i < rows->count; i++)
        mutaid__set_bit(to, mutaid__row_at(rows, i), true);
}

/* --- results ----------------------------------------------------------------------- */

static uint32_t result_of(const writing *w, size_t result)
{
    return w->stretch->lean.results[result];
}

/* Amounts in lanes of 64; small ones are widened on the way. */
static const int64_t *amounts_of(const writing *w, size_t result)
{
    uint32_t column = result_of(w, result);
    const void *cells = w->runner->lean.cells[column];
    const int8_t *small = cells;
    int64_t *temporary = w->runner->temporary;
    size_t i;

    if (w->stretch->lean.columns.items[column].lane == MUTAID__LANE_64)
        return cells;
    for (i = 0; i < w->rows->count; i++)
        temporary[i] = small[i];
    return temporary;
}

static bool is_aligned(const void *at)
{
    return (uintptr_t)at % sizeof(int64_t) == 0;
}

static void aim_at(const writing *w, size_t result, int64_t *target)
{
    uint32_t column = result_of(w, result);

    if (target && is_aligned(target) &&
        !w->stretch->lean.columns.items[column].is_input &&
        w->stretch->lean.columns.items[column].lane == MUTAID__LANE_64)
        w->runner->lean.cells[column] = target + w->rows->first;
}

void mutaid__batch_aim(const mutaid_batch *batch, mutaid_batch_runner *runner,
                       const mutaid__stretch *stretch,
                       const mutaid__row_set *rows)
{
    writing w = {batch, runner, stretch, rows};

    if (!rows->index)
        aim_at(&w, MUTAID__RESULT_AMOUNT, batch->amounts);
}

static void write_amounts(const writing *w)
{
    const mutaid_batch *batch = w->batch;
    const int64_t *amounts;

    if (!batch->amounts && !batch->least && !batch->most)
        return;
    amounts = amounts_of(w, MUTAID__RESULT_AMOUNT);
    if (batch->amounts)
        put_numbers(w->rows, amounts, batch->amounts);
    if (batch->least)
        put_numbers(w->rows, amounts, batch->least);
    if (batch->most)
        put_numbers(w->rows, amounts, batch->most);
}

/* What every row has that a block decides. */
static void write_certain(const mutaid_batch *batch,
                          const mutaid__row_set *rows)
{
    size_t i;

    if (batch->valid)
        fill_bits(rows, batch->valid);
    for (i = 0; i < rows->count && batch->codes; i++)
        batch->codes[mutaid__row_at(rows, i)] = MUTAID_CODE_NONE;
    for (i = 0; i < rows->count && batch->facts; i++)
        batch->facts[mutaid__row_at(rows, i)] = MUTAID_NONE;
}

static void write_item(const writing *w, size_t item)
{
    const mutaid__item_target *target = &w->batch->items[item];
    size_t result = MUTAID__RESULT_ITEMS + 2 * item, i;
    const uint8_t *outcomes = w->runner->lean.cells[result_of(w, result)];

    if (target->outcomes)
        put_bytes(w->rows, outcomes, target->outcomes);
    if (target->amounts)
        put_numbers(w->rows, amounts_of(w, result + 1), target->amounts);
    for (i = 0; i < w->rows->count && target->valid; i++)
        mutaid__set_bit(target->valid, mutaid__row_at(w->rows, i),
                        outcomes[i] == MUTAID_OUTCOME_ELIGIBLE);
}

/* --- failed requirements ------------------------------------------------------------- */

static void run_kernel(const writing *w, mutaid__kernel_id id, const void *a,
                       void *out, int64_t k)
{
    mutaid__work work = MUTAID__NO_WORK;

    work.a = a;
    work.c = a;
    work.out = out;
    work.count = w->rows->count;
    work.k = k;
    w->runner->lean.kernels->of[id][MUTAID__LANE_8](&work);
}

/* Eight requirements of each row in a byte, then in the word. */
static void gather_word(const writing *w, const mutaid__batch_part *part,
                        size_t first, uint64_t *words)
{
    size_t result = MUTAID__RESULT_ITEMS + 2 * part->item_count, k, i;
    uint8_t *bytes = w->runner->bytes;

    for (k = 0; k < 64 && first + k < part->require_count; k += 8) {
        memset(bytes, 0, w->rows->count);
        for (i = first + k; i < first + k + 8 && i < part->require_count; i++)
            run_kernel(w, MUTAID__KERNEL_BIT,
                       w->runner->lean.cells[result_of(w, result + i)], bytes,
                       (int64_t)(i - first - k));
        run_kernel(w, MUTAID__KERNEL_WORD, bytes, words, (int64_t)k);
    }
}

static void write_word(const writing *w, const mutaid__batch_part *part,
                       size_t word)
{
    size_t words = w->batch->failed_words, i;
    uint64_t *out = w->batch->failed + word;
    uint64_t *own = (uint64_t *)w->runner->temporary;

    if (word * 64 >= part->require_count) {
        for (i = 0; i < w->rows->count; i++)
            out[mutaid__row_at(w->rows, i) * words] = 0;
        return;
    }
    if (words == 1 && !w->rows->index && is_aligned(out)) {
        gather_word(w, part, 0, out + w->rows->first);
        return;
    }
    gather_word(w, part, word * 64, own);
    for (i = 0; i < w->rows->count; i++)
        out[mutaid__row_at(w->rows, i) * words] = own[i];
}

void mutaid__batch_write(const mutaid_batch *batch,
                         mutaid_batch_runner *runner,
                         const mutaid__batch_part *part,
                         const mutaid__stretch *stretch,
                         const mutaid__row_set *rows)
{
    writing w = {batch, runner, stretch, rows};
    size_t i;

    write_amounts(&w);
    if (batch->outcomes)
        put_bytes(rows,
                  runner->lean.cells[result_of(&w, MUTAID__RESULT_OUTCOME)],
                  batch->outcomes);
    write_certain(batch, rows);
    for (i = 0; i < batch->item_count; i++)
        write_item(&w, i);
    for (i = 0; i < batch->failed_words && batch->failed; i++)
        write_word(&w, part, i);
}

/* --- not in force ---------------------------------------------------------------------- */

static void refuse_item(const mutaid__item_target *target,
                        const mutaid__row_set *rows)
{
    size_t i;

    if (target->outcomes)
        fill_bytes(rows, MUTAID_OUTCOME_NOT_APPLYING, target->outcomes);
    if (target->amounts)
        fill_numbers(rows, 0, target->amounts);
    for (i = 0; i < rows->count && target->valid; i++)
        mutaid__set_bit(target->valid, mutaid__row_at(rows, i), false);
}

void mutaid__batch_write_refused(const mutaid_batch *batch,
                                 const mutaid__row_set *rows)
{
    size_t words = batch->failed_words, i;

    if (batch->outcomes)
        fill_bytes(rows, MUTAID_OUTCOME_REFUSED, batch->outcomes);
    if (batch->amounts)
        fill_numbers(rows, 0, batch->amounts);
    if (batch->least)
        fill_numbers(rows, 0, batch->least);
    if (batch->most)
        fill_numbers(rows, 0, batch->most);
    write_certain(batch, rows);
    for (i = 0; i < batch->item_count; i++)
        refuse_item(&batch->items[i], rows);
    for (i = 0; i < rows->count && batch->failed; i++)
        memset(batch->failed + mutaid__row_at(rows, i) * words, 0,
               words * sizeof *batch->failed);
}
