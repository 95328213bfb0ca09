/* SPDX-License-Identifier: MIT */
/* batch_block.c - rows decided by programs: sorted by part and day, then run. */
#include "decide/batch.h"

#include <string.h>

/* --- room ------------------------------------------------------------------------ */

/* The most that any stretch of any part asks for. */
typedef struct demand {
    size_t bytes, columns, keys;
    size_t sorted; /* rows; 0: none are */
} demand;

static void raise_to(size_t *most, size_t size)
{
    if (size > *most)
        *most = size;
}

static demand demand_of(const mutaid_batch *batch)
{
    demand d = {MUTAID__MOST_CAPACITY * sizeof(int64_t), 0, batch->keys.count + 1, batch->is_mixed ? MUTAID__BLOCK : 0};
    size_t i, k;

    for (i = 0; i < batch->part_count; i++) {
        const mutaid__batch_part *part = &batch->parts[i];

        raise_to(&d.keys, part->stretch_count);
        raise_to(&d.sorted, part->stretch_count > 1 ? MUTAID__BLOCK : 0);
        for (k = 0; k < part->stretch_count; k++) {
            const mutaid__stretch *stretch = &part->stretches[k];

            raise_to(&d.bytes, stretch->lean.row_bytes * stretch->capacity);
            raise_to(&d.columns, stretch->lean.columns.count);
        }
    }
    return d;
}

/* A piece of the room; nothing but its size counts while `base` is NULL. */
static void *place(unsigned char *base, size_t *at, size_t count, size_t size)
{
    void *piece = base ? base + *at : NULL;

    *at += (count * size + 63) / 64 * 64;
    return piece;
}

/* Lay everything out; how many bytes that takes. */
static size_t lay_out(mutaid_batch_runner *runner, const demand *d,
                      unsigned char *base)
{
    mutaid__lean_run *run = &runner->lean;
    size_t at = 0, by_part = runner->batch->is_mixed ? d->sorted : 0;

    run->scratch = place(base, &at, d->bytes, 1);
    run->cells = place(base, &at, d->columns, sizeof *run->cells);
    run->states = place(base, &at, d->columns, sizeof *run->states);
    run->seen = place(base, &at, d->columns, sizeof *run->seen);
    runner->keys = place(base, &at, d->sorted, sizeof *runner->keys);
    runner->by_part = place(base, &at, by_part, sizeof *runner->by_part);
    runner->by_day = place(base, &at, d->sorted, sizeof *runner->by_day);
    runner->starts[0] = place(base, &at, d->keys + 1, sizeof(uint32_t));
    runner->starts[1] = place(base, &at, d->keys + 1, sizeof(uint32_t));
    runner->temporary =
        place(base, &at, MUTAID__MOST_CAPACITY, sizeof *runner->temporary);
    runner->bytes = place(base, &at, MUTAID__MOST_CAPACITY, 1);
    runner->slow = place(base, &at, MUTAID__MOST_CAPACITY, 1);
    return at;
}

mutaid_status mutaid__batch_make_room(const mutaid_batch *batch,
                                      mutaid_batch_runner *runner)
{
    demand d = demand_of(batch);
    unsigned char *base =
        mutaid__arena_take(&runner->arena, lay_out(runner, &d, NULL));

    if (!base)
        return MUTAID_ERROR_MEMORY;
    (void)lay_out(runner, &d, base);
    return MUTAID_OK;
}

/* --- one stretch ------------------------------------------------------------------- */

static mutaid_status run_singles(const mutaid_batch *batch,
                                 mutaid_batch_runner *runner,
                                 const mutaid__row_set *rows)
{
    size_t i;

    for (i = 0; i < rows->count; i++)
        TRY(mutaid__batch_single(batch, runner, mutaid__row_at(rows, i)));
    return MUTAID_OK;
}

/* Rows that no block can decide are computed as well, from facts put in their
 * place, and then decided anew. */
static mutaid_status mend_slow(const mutaid_batch *batch,
                               mutaid_batch_runner *runner,
                               const mutaid__row_set *rows)
{
    size_t i;

    for (i = 0; i < rows->count && runner->has_slow; i++)
        if (runner->slow[i])
            TRY(mutaid__batch_single(batch, runner, mutaid__row_at(rows, i)));
    return MUTAID_OK;
}

static void compute(const mutaid_batch *batch, mutaid_batch_runner *runner,
                    const mutaid__batch_part *part,
                    const mutaid__stretch *stretch,
                    const mutaid__row_set *rows, bool may_trust)
{
    memset(runner->slow, 0, rows->count);
    runner->has_slow = false;
    mutaid__lean_begin(&stretch->lean, &runner->lean);
    mutaid__batch_load(batch, runner, part, stretch, rows, may_trust);
    mutaid__batch_aim(batch, runner, stretch, rows);
    mutaid__lean_go(&stretch->lean, &runner->lean);
}

static mutaid_status run_program(const mutaid_batch *batch,
                                 mutaid_batch_runner *runner,
                                 const mutaid__batch_part *part,
                                 const mutaid__stretch *stretch,
                                 const mutaid__row_set *rows)
{
    mutaid__lean_run *run = &runner->lean;

    run->capacity = stretch->capacity;
    run->count = rows->count;
    memset(runner->slow, 0, rows->count);
    runner->has_slow = false;
    if (stretch->is_in_force) {
        compute(batch, runner, part, stretch, rows, true);
        if (run->trusts && !mutaid__batch_is_borne_out(batch, runner, stretch))
            compute(batch, runner, part, stretch, rows, false);
        mutaid__batch_write(batch, runner, part, stretch, rows);
    } else {
        mutaid__lean_begin(&stretch->lean, run);
        mutaid__batch_load(batch, runner, part, stretch, rows, false);
        mutaid__batch_write_refused(batch, rows);
    }
    return mend_slow(batch, runner, rows);
}

static mutaid__row_set piece_of(const mutaid__row_set *rows, size_t at,
                                size_t most)
{
    mutaid__row_set piece = *rows;

    piece.count = rows->count - at < most ? rows->count - at : most;
    if (rows->index)
        piece.index = rows->index + at;
    else
        piece.first += at;
    return piece;
}

static mutaid_status run_stretch(const mutaid_batch *batch,
                                 mutaid_batch_runner *runner,
                                 const mutaid__batch_part *part,
                                 const mutaid__stretch *stretch,
                                 const mutaid__row_set *rows)
{
    size_t at;

    for (at = 0; at < rows->count; at += stretch->capacity) {
        mutaid__row_set piece = piece_of(rows, at, stretch->capacity);

        TRY(run_program(batch, runner, part, stretch, &piece));
    }
    return MUTAID_OK;
}

/* --- one part, on several days ------------------------------------------------------- */

static uint16_t stretch_of(const mutaid__batch_part *part, int64_t day)
{
    size_t i = part->stretch_count - 1;

    while (i > 0 && part->stretches[i].from > day)
        i--;
    return (uint16_t)i;
}

/* Sort rows by their keys, equal ones as they stand. */
static void sort_rows(const mutaid__row_set *rows, const uint16_t *keys,
                      size_t key_count, uint32_t *starts, uint16_t *sorted)
{
    size_t i;

    memset(starts, 0, (key_count + 1) * sizeof *starts);
    for (i = 0; i < rows->count; i++)
        starts[keys[i] + 1]++;
    for (i = 0; i < key_count; i++)
        starts[i + 1] += starts[i];
    for (i = 0; i < rows->count; i++)
        sorted[starts[keys[i]]++] =
            rows->index ? rows->index[i] : (uint16_t)i;
    for (i = key_count; i > 0; i--)
        starts[i] = starts[i - 1];
    starts[0] = 0;
}

/* The stretch of each row into runner->keys; whether they differ. */
static bool find_stretches(const mutaid_batch *batch,
                           mutaid_batch_runner *runner,
                           const mutaid__batch_part *part,
                           const mutaid__row_set *rows)
{
    size_t at, i;
    bool differ = false;

    for (at = 0; at < rows->count; at += MUTAID__MOST_CAPACITY) {
        mutaid__row_set piece = piece_of(rows, at, MUTAID__MOST_CAPACITY);
        int64_t least, most;
        uint16_t first;

        mutaid__batch_load_days(batch, runner, part->day, &piece, &least,
                                &most);
        first = stretch_of(part, least);
        if (first == stretch_of(part, most))
            for (i = 0; i < piece.count; i++)
                runner->keys[at + i] = first;
        else
            for (i = 0; i < piece.count; i++)
                runner->keys[at + i] =
                    stretch_of(part, runner->temporary[i]);
        differ = differ || first != stretch_of(part, most) ||
                 first != runner->keys[0];
    }
    return differ;
}

static mutaid_status run_part(const mutaid_batch *batch,
                              mutaid_batch_runner *runner,
                              const mutaid__batch_part *part,
                              const mutaid__row_set *rows)
{
    size_t i;

    if (!part->is_fast)
        return run_singles(batch, runner, rows);
    if (part->stretch_count == 1)
        return run_stretch(batch, runner, part, part->stretches, rows);
    if (!find_stretches(batch, runner, part, rows))
        return run_stretch(batch, runner, part,
                           &part->stretches[runner->keys[0]], rows);
    sort_rows(rows, runner->keys, part->stretch_count, runner->starts[1],
              runner->by_day);
    for (i = 0; i < part->stretch_count; i++) {
        uint32_t from = runner->starts[1][i], to = runner->starts[1][i + 1];
        mutaid__row_set some = {rows->first, runner->by_day + from, to - from};

        if (to > from)
            TRY(run_stretch(batch, runner, part, &part->stretches[i], &some));
    }
    return MUTAID_OK;
}

/* --- mixed streams ------------------------------------------------------------------- */

/* Rows of one part; of none, if that is not in the list. */
static mutaid_status run_some(const mutaid_batch *batch,
                              mutaid_batch_runner *runner, size_t part,
                              const mutaid__row_set *rows)
{
    if (rows->count == 0)
        return MUTAID_OK;
    return part == batch->part_count
               ? run_singles(batch, runner, rows)
               : run_part(batch, runner, &batch->parts[part], rows);
}

/* Rows sorted by their part; then each part by its own days. */
static mutaid_status run_by_part(const mutaid_batch *batch,
                                 mutaid_batch_runner *runner,
                                 const mutaid__row_set *rows)
{
    const uint32_t *starts = runner->starts[0];
    size_t i, parts = batch->part_count;

    for (i = 0; i < rows->count; i++) {
        uint32_t part = mutaid__batch_part_of(batch, rows->first + i);

        runner->keys[i] = (uint16_t)(part < parts ? part : parts);
    }
    sort_rows(rows, runner->keys, parts + 1, runner->starts[0],
              runner->by_part);
    for (i = 0; i <= parts; i++) {
        mutaid__row_set some = {rows->first, runner->by_part + starts[i],
                                starts[i + 1] - starts[i]};

        TRY(run_some(batch, runner, i, &some));
    }
    return MUTAID_OK;
}

/* The key of each row, by days in lanes of one width. */
#define FIND_KEYS(name, cell)                                               \
    static void name(const mutaid_batch *batch, size_t first, size_t count, \
                     const cell *days, uint16_t *keys_out)                  \
    {                                                                       \
        const mutaid__batch_keys *keys = &batch->keys;                      \
        size_t edge_count = keys->edge_count, i, k;                         \
                                                                            \
        for (i = 0; i < count; i++) {                                       \
            uint32_t part = mutaid__batch_part_of(batch, first + i);        \
            size_t known = part == MUTAID_NONE ? batch->part_count : part;  \
            const int64_t *edges = keys->edges + known * edge_count;        \
            unsigned key = keys->bases[known];                              \
                                                                            \
            for (k = 0; k < edge_count; k++)                                \
                key += days[i] >= edges[k];                                 \
            keys_out[i] = (uint16_t)key;                                    \
        }                                                                   \
    }

FIND_KEYS(find_keys_32, int32_t)
FIND_KEYS(find_keys_64, int64_t)

/* Rows sorted by part and stretch at once. */
static mutaid_status run_by_key(const mutaid_batch *batch,
                                mutaid_batch_runner *runner,
                                const mutaid__row_set *rows)
{
    const uint32_t *starts = runner->starts[0];
    size_t part, key;

    sort_rows(rows, runner->keys, batch->keys.count, runner->starts[0],
              runner->by_part);
    for (part = 0; part <= batch->part_count; part++) {
        size_t base = batch->keys.bases[part];
        const mutaid__batch_part *plan = &batch->parts[part];
        bool has_stretches =
            part < batch->part_count && plan->stretch_count > 0;
        size_t end = base + (has_stretches ? plan->stretch_count : 1);

        for (key = base; key < end; key++) {
            mutaid__row_set some = {rows->first, runner->by_part + starts[key],
                                    starts[key + 1] - starts[key]};

            if (!has_stretches)
                TRY(run_some(batch, runner, part, &some));
            else if (some.count > 0)
                TRY(run_stretch(batch, runner, plan,
                                &plan->stretches[key - base], &some));
        }
    }
    return MUTAID_OK;
}

mutaid_status mutaid__batch_block(const mutaid_batch *batch,
                                  mutaid_batch_runner *runner, size_t from,
                                  size_t count)
{
    mutaid__row_set rows = {from, NULL, count};
    const void *days = NULL;
    mutaid__lane lane;
    mutaid_status status;

    if (batch->part_kind == MUTAID_COLUMN_NONE)
        return run_part(batch, runner, batch->parts, &rows);
    if (batch->keys.day != MUTAID_NONE)
        days = mutaid__batch_cells(batch, runner, batch->keys.day, &rows,
                                   &lane);
    if (!days)
        return run_by_part(batch, runner, &rows);
    if (lane == MUTAID__LANE_32)
        find_keys_32(batch, from, count, days, runner->keys);
    else
        find_keys_64(batch, from, count, days, runner->keys);
    runner->has_days = true;
    status = run_by_key(batch, runner, &rows);
    runner->has_days = false;
    return status;
}
