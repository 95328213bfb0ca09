/* SPDX-License-Identifier: MIT */
/* batch_load.c - facts of rows into the columns of a program, and their ranges
 * looked at on the way. */
#include "decide/batch.h"

#include <string.h>

/* What one load is about. */
typedef struct loading {
    const mutaid_batch *batch;
    mutaid_batch_runner *runner;
    const mutaid__row_set *rows;
    const mutaid__fact *fact;
    const mutaid__source_column *column;
    bool is_day; /* which must be given */
    bool may_trust;
} loading;

static void mark_slow(mutaid_batch_runner *runner, size_t i)
{
    runner->slow[i] = 1;
    runner->has_slow = true;
}

/* --- row by row ------------------------------------------------------------------ */

/* A fact that is not given has its default, or is open: then no block decides
 * the row. */
static mutaid_state settle(const loading *l, size_t i, mutaid_state state,
                           int64_t *integer)
{
    if (state != MUTAID_STATE_OPEN)
        return state;
    *integer = 0;
    if (l->fact->if_missing == MUTAID_STATE_GIVEN)
        *integer = l->fact->default_integer;
    else if (l->fact->if_missing == MUTAID_STATE_OPEN)
        mark_slow(l->runner, i);
    return l->fact->if_missing;
}

/* Cells into `temporary`, states where `states` is not NULL. Rows that a block
 * cannot decide get a number of the range. */
static void load_rows(const loading *l, uint8_t *states, bool needs_it)
{
    int64_t *out = l->runner->temporary;
    size_t i;

    for (i = 0; i < l->rows->count; i++) {
        mutaid_state state;
        mutaid_code code =
            mutaid__column_cell(l->fact, l->column,
                                mutaid__row_at(l->rows, i), &state, &out[i]);

        if (code != MUTAID_CODE_NONE) {
            mark_slow(l->runner, i);
            state = MUTAID_STATE_GIVEN;
            out[i] = l->fact->at_least;
        } else if (needs_it || l->is_day) {
            state = settle(l, i, state, &out[i]);
        }
        if (state == MUTAID_STATE_OPEN) {
            state = MUTAID_STATE_GIVEN;
            out[i] = l->fact->at_least;
        }
        if (l->is_day && state != MUTAID_STATE_GIVEN)
            mark_slow(l->runner, i);
        if (states)
            states[i] = (uint8_t)state;
    }
}

/* --- all given, and integers ---------------------------------------------------------- */

/* The lane in which cells of a kind are integers as they lie there; WIDE: in
 * none. Bytes without sign are read with one, which a range from 0 to 127
 * notices. */
static mutaid__lane lane_of_kind(const loading *l)
{
    if (l->column->dictionary)
        return MUTAID__LANE_WIDE;
    switch (l->column->kind) {
    case MUTAID_COLUMN_INT8:
        return MUTAID__LANE_8;
    case MUTAID_COLUMN_UINT8:
        return l->fact->at_least >= 0 && l->fact->at_most <= INT8_MAX
                   ? MUTAID__LANE_8
                   : MUTAID__LANE_WIDE;
    case MUTAID_COLUMN_INT32:
        return MUTAID__LANE_32;
    case MUTAID_COLUMN_INT64:
        return MUTAID__LANE_64;
    default:
        return MUTAID__LANE_WIDE;
    }
}

/* Whether every bit of a bitmap over the rows from the first to the last is
 * `wanted`, a word at a time. */
static bool is_all(mutaid__bitmap bitmap, size_t from, size_t to, bool wanted)
{
    uint64_t word, all = wanted ? UINT64_MAX : 0;
    size_t at = bitmap.first + from, end = bitmap.first + to;

    if (!bitmap.bytes)
        return true;
    for (; at < end && at % 8 != 0; at++)
        if (mutaid__bit(bitmap.bytes, at) != wanted)
            return false;
    for (; at + 64 <= end; at += 64) {
        memcpy(&word, bitmap.bytes + at / 8, sizeof word);
        if (word != all)
            return false;
    }
    for (; at < end; at++)
        if (mutaid__bit(bitmap.bytes, at) != wanted)
            return false;
    return true;
}

static bool are_given(const loading *l)
{
    size_t first = mutaid__row_at(l->rows, 0);
    size_t last = mutaid__row_at(l->rows, l->rows->count - 1);

    return is_all(l->column->valid, first, last + 1, true) &&
           is_all(l->column->absent, first, last + 1, false);
}

static bool is_aligned(const void *at, size_t width)
{
    return (uintptr_t)at % width == 0;
}

/* Ask for the cells of the next rows while these are worked on: columns are
 * read by turns, too little at a time for the processor to foresee it. */
static void fetch_next(const unsigned char *first, size_t size)
{
#ifdef __GNUC__
    size_t at;

    for (at = size; at < 2 * size; at += 64)
        __builtin_prefetch(first + at);
#else
    (void)first, (void)size;
#endif
}

/* Cells one behind the other, in the lane of their kind: where they are, or
 * copied into `buffer`. */
static const void *line_up(const loading *l, mutaid__lane lane, void *buffer)
{
    size_t width = mutaid__lane_width(lane), i;
    ptrdiff_t stride = l->column->stride;
    const unsigned char *first =
        l->column->data + (ptrdiff_t)l->rows->first * stride;
    unsigned char *out = buffer;
    mutaid__work work = MUTAID__NO_WORK;

    if (stride == (ptrdiff_t)width && is_aligned(first, width)) {
        if (!l->rows->index) {
            fetch_next(first, l->rows->count * width);
            return first;
        }
        work.a = first;
        work.out = buffer;
        work.index = l->rows->index;
        work.count = l->rows->count;
        l->runner->lean.kernels->of[MUTAID__KERNEL_GATHER][lane](&work);
        return buffer;
    }
    for (i = 0; i < l->rows->count; i++)
        memcpy(out + i * width,
               l->column->data +
                   (ptrdiff_t)mutaid__row_at(l->rows, i) * stride,
               width);
    return buffer;
}

/* Whether no cell leaves the range of its fact, in the pass that first reads
 * them. */
static bool are_in_range(const loading *l, mutaid__lane lane,
                         const void *cells)
{
    static const struct {
        int64_t least, most;
    } lanes[] = {{INT8_MIN, INT8_MAX},
                 {INT32_MIN, INT32_MAX},
                 {INT64_MIN, INT64_MAX}};
    int64_t at_least = l->fact->at_least, at_most = l->fact->at_most;
    mutaid__work work = MUTAID__NO_WORK;

    if (at_least <= INT64_MIN / 2 || at_most >= INT64_MAX / 2)
        return false;
    work.a = cells;
    work.count = l->rows->count;
    if (at_least <= lanes[lane].least && at_most >= lanes[lane].most)
        return true;
    work.k = at_least > lanes[lane].least ? at_least : lanes[lane].least;
    work.k2 = at_most < lanes[lane].most ? at_most : lanes[lane].most;
    l->runner->lean.kernels->of[MUTAID__KERNEL_RANGE][lane](&work);
    return work.k != 0;
}

/* The same numbers in another lane. */
static void convert(const mutaid_batch_runner *runner, mutaid__lane from,
                    const void *cells, mutaid__lane to, void *out,
                    size_t count)
{
    static const uint8_t kernels[] = {
        MUTAID__KERNEL_TO_8, MUTAID__KERNEL_TO_32, MUTAID__KERNEL_TO_64};
    mutaid__work work = MUTAID__NO_WORK;

    work.a = cells;
    work.out = out;
    work.count = count;
    runner->lean.kernels->of[kernels[to]][from](&work);
}

/* Bits of rows one behind the other as bytes of 0 and 1. */
static void expand_bits(mutaid__bitmap bitmap, size_t from, size_t count,
                        uint8_t *out)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    size_t at = bitmap.first + from, i = 0;
    unsigned shift = (unsigned)(at % 8);

    for (; i + 16 <= count; i += 8) {
        const uint8_t *bytes = bitmap.bytes + (at + i) / 8;
        uint64_t byte = (uint8_t)((bytes[0] | bytes[1] << 8) >> shift);
        uint64_t spread = byte * ones & UINT64_C(0x8040201008040201);

        spread = (spread + UINT64_C(0x7F7F7F7F7F7F7F7F)) >> 7 & ones;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        memcpy(out + i, &spread, sizeof spread);
#else
        for (unsigned k = 0; k < 8; k++)
            out[i + k] = (uint8_t)(spread >> 8 * k);
#endif
    }
    for (; i < count; i++)
        out[i] = mutaid__bit(bitmap.bytes, at + i);
}

/* Cells that are all given and in range, as they lie or lined up; NULL: they
 * are to be looked at row by row. */
static const void *load_plain(const loading *l, mutaid__lane lane,
                              void *buffer)
{
    const void *cells;

    if (lane == MUTAID__LANE_WIDE || !are_given(l))
        return NULL;
    cells = line_up(l, lane, buffer);
    return are_in_range(l, lane, cells) ? cells : NULL;
}

/* Cells of which some are absent and all others given, into `buffer`: those
 * that are absent hold the least number of the range. */
static const void *load_absent(const loading *l, mutaid__lane lane,
                               void *buffer, uint8_t *states)
{
    mutaid__work work = MUTAID__NO_WORK;
    size_t last = l->rows->first + l->rows->count;

    if (lane == MUTAID__LANE_WIDE || l->rows->index || !states ||
        !l->column->absent.bytes || !l->fact->is_optional || l->is_day ||
        !is_all(l->column->valid, l->rows->first, last, true))
        return NULL;
    expand_bits(l->column->absent, l->rows->first, l->rows->count, states);
    work.b = line_up(l, lane, l->runner->temporary);
    work.c = (const int8_t *)states;
    work.out = buffer;
    work.count = l->rows->count;
    work.k = l->fact->at_least;
    l->runner->lean.kernels->of[MUTAID__KERNEL_K_SELECT][lane](&work);
    return are_in_range(l, lane, buffer) ? buffer : NULL;
}

/* --- one fact ---------------------------------------------------------------------------- */

/* One cell that serves all rows. */
static void load_one(const loading *l, bool needs_it, mutaid__lane lane,
                     void *out, uint8_t *states)
{
    mutaid__row_set first = {mutaid__row_at(l->rows, 0), NULL, 1};
    loading one = *l;
    mutaid__work work = MUTAID__NO_WORK;
    uint8_t state = MUTAID_STATE_GIVEN;
    bool had_slow = l->runner->has_slow;
    uint8_t was_slow = l->runner->slow[0];

    one.rows = &first;
    l->runner->has_slow = false;
    load_rows(&one, &state, needs_it);
    if (l->runner->has_slow)
        memset(l->runner->slow, 1, l->rows->count);
    else
        l->runner->slow[0] = was_slow;
    l->runner->has_slow |= had_slow;
    work.k = l->runner->temporary[0];
    work.out = out;
    work.count = l->rows->count;
    if (out)
        l->runner->lean.kernels->of[MUTAID__KERNEL_FILL][lane](&work);
    if (states)
        memset(states, state, l->rows->count);
}

static bool is_one_cell(const mutaid__source_column *column)
{
    return column->kind == MUTAID_COLUMN_NONE ||
           (column->stride == 0 && column->kind != MUTAID_COLUMN_BITS &&
            column->kind < MUTAID_COLUMN_TEXT32 && !column->valid.bytes &&
            !column->absent.bytes);
}

/* Cells that kernels read first and tell the bits of: looked at afterwards. */
static bool can_trust(const loading *l, const mutaid__lean_column *column)
{
    const mutaid__lean_run *run = &l->runner->lean;

    return l->may_trust && column->is_watched && run->uses_lines &&
           run->kernels->of[MUTAID__KERNEL_RISE][MUTAID__LANE_64] &&
           l->fact->at_least == 0 && !l->rows->index && !l->column->valid.bytes &&
           !l->column->absent.bytes && !l->is_day &&
           l->column->kind == MUTAID_COLUMN_INT64 &&
           l->column->stride == sizeof(int64_t) &&
           is_aligned(l->column->data, sizeof(int64_t));
}

/* The bits that numbers up to a power of two have: all that is known of a
 * number without others is that it is in range. */
static int64_t bits_within(int64_t most)
{
    int64_t bits = 0;

    while (bits <= (most - 1) / 2)
        bits = 2 * bits + 1;
    return bits;
}

bool mutaid__batch_is_borne_out(const mutaid_batch *batch,
                                const mutaid_batch_runner *runner,
                                const mutaid__stretch *stretch)
{
    const mutaid__lean *lean = &stretch->lean;
    size_t i;

    for (i = 0; i < lean->program->inputs.count; i++) {
        uint32_t fact = lean->program->inputs.items[i].fact;
        int64_t at_most = batch->rulebook->model.facts.items[fact].at_most;
        uint32_t column = lean->inputs[i];

        if (column != MUTAID_NONE && lean->columns.items[column].is_watched &&
            (runner->lean.seen[column] & ~bits_within(at_most)) != 0)
            return false;
    }
    return !runner->lean.is_refuted;
}

/* Point an input at cells that are only read. */
static void point_at(mutaid__lean_run *run, uint32_t input, const void *given)
{
    union {
        const void *given;
        void *cells;
    } at = {given};

    run->cells[input] = at.cells;
}

static void load_input(const loading *l, const mutaid__lean *lean,
                       uint32_t input)
{
    mutaid__lean_run *run = &l->runner->lean;
    mutaid__lane lane = (mutaid__lane)lean->columns.items[input].lane;
    mutaid__lane own = lane_of_kind(l);
    uint8_t *states = run->states[input];
    const void *cells;

    if (can_trust(l, &lean->columns.items[input])) {
        point_at(run, input, l->column->data + l->rows->first * sizeof(int64_t));
        run->trusts = true;
        return;
    }
    if (is_one_cell(l->column)) {
        load_one(l, true, lane, run->cells[input], run->states[input]);
        return;
    }
    cells = load_plain(l, own, own == lane ? run->cells[input]
                                           : l->runner->temporary);
    if (cells && states)
        memset(states, MUTAID_STATE_GIVEN, l->rows->count);
    if (!cells && own == lane)
        cells = load_absent(l, lane, run->cells[input], states);
    if (!cells) {
        load_rows(l, states, true);
        convert(l->runner, MUTAID__LANE_64, l->runner->temporary, lane,
                run->cells[input], l->rows->count);
        return;
    }
    if (own != lane) {
        convert(l->runner, own, cells, lane, run->cells[input],
                l->rows->count);
    } else if (cells != run->cells[input]) {
        point_at(run, input, cells);
    }
}

/* A fact that the program does not need must still be one that a case could
 * hold. */
static void look_at(const loading *l)
{
    if (l->column->kind == MUTAID_COLUMN_NONE && !l->is_day)
        return;
    if (is_one_cell(l->column))
        load_one(l, false, MUTAID__LANE_64, NULL, NULL);
    else if (!load_plain(l, lane_of_kind(l), l->runner->temporary))
        load_rows(l, NULL, false);
}

/* --- the order of facts ------------------------------------------------------------------- */

/* Both cells of a pair as a case would hold them: defaults count. */
static void order_rows(const loading *l, const mutaid__fact_pair *pair)
{
    const mutaid__model *model = &l->batch->rulebook->model;
    size_t i;

    for (i = 0; i < l->rows->count; i++) {
        uint32_t facts[2] = {pair->earlier, pair->later};
        mutaid_state states[2];
        int64_t integers[2];
        size_t k;

        for (k = 0; k < 2; k++) {
            loading one = *l;

            one.fact = &model->facts.items[facts[k]];
            one.column = &l->batch->columns[facts[k]];
            if (mutaid__column_cell(one.fact, one.column,
                                    mutaid__row_at(l->rows, i), &states[k],
                                    &integers[k]) != MUTAID_CODE_NONE)
                mark_slow(l->runner, i);
            states[k] = settle(&one, i, states[k], &integers[k]);
        }
        if (states[0] == MUTAID_STATE_GIVEN &&
            states[1] == MUTAID_STATE_GIVEN && integers[1] < integers[0])
            mark_slow(l->runner, i);
    }
}

/* The lean column of a fact that is given in every row, in `*column_out`. */
static bool find_given(const mutaid__lean *lean, const mutaid__lean_run *run,
                       uint32_t fact, uint32_t *column_out)
{
    size_t i;

    for (i = 0; i < lean->program->inputs.count; i++) {
        if (lean->program->inputs.items[i].fact != fact)
            continue;
        *column_out = lean->inputs[i];
        return lean->inputs[i] != MUTAID_NONE && !run->states[*column_out];
    }
    return false;
}

/* Whether no row has the later day first; by the columns of the program. */
static bool are_ordered(const loading *l, const mutaid__lean *lean,
                        const mutaid__fact_pair *pair)
{
    mutaid__lean_run *run = &l->runner->lean;
    mutaid__work work = MUTAID__NO_WORK;
    uint32_t earlier, later;
    mutaid__lane lane;

    if (!find_given(lean, run, pair->earlier, &earlier) ||
        !find_given(lean, run, pair->later, &later))
        return false;
    lane = (mutaid__lane)lean->columns.items[earlier].lane;
    if (lean->columns.items[later].lane != lane)
        return false;
    work.a = run->cells[later];
    work.b = run->cells[earlier];
    work.out = l->runner->temporary;
    work.count = l->rows->count;
    run->kernels->of[MUTAID__KERNEL_BELOW][lane](&work);
    return !memchr(l->runner->temporary, 1, l->rows->count);
}

/* --- all facts --------------------------------------------------------------------------------- */

static uint32_t input_of(const mutaid__lean *lean, uint32_t fact)
{
    size_t i;

    for (i = 0; i < lean->program->inputs.count; i++)
        if (lean->program->inputs.items[i].fact == fact)
            return lean->inputs[i];
    return MUTAID_NONE;
}

void mutaid__batch_load(const mutaid_batch *batch, mutaid_batch_runner *runner,
                        const mutaid__batch_part *part,
                        const mutaid__stretch *stretch,
                        const mutaid__row_set *rows, bool may_trust)
{
    const mutaid__model *model = &batch->rulebook->model;
    loading l = {batch, runner, rows, NULL, NULL, false, may_trust};
    uint32_t fact, input;
    size_t i;

    for (fact = 0; fact < model->facts.count; fact++) {
        if (!part->reads[fact])
            continue;
        l.fact = &model->facts.items[fact];
        l.column = &batch->columns[fact];
        l.is_day = fact == part->day;
        input = input_of(&stretch->lean, fact);
        if (input == MUTAID_NONE && runner->has_days &&
            fact == batch->keys.day)
            continue;
        if (input != MUTAID_NONE)
            load_input(&l, &stretch->lean, input);
        else
            look_at(&l);
    }
    for (i = 0; i < part->pairs.count; i++)
        if (!are_ordered(&l, &stretch->lean, &part->pairs.items[i]))
            order_rows(&l, &part->pairs.items[i]);
}

void mutaid__batch_load_days(const mutaid_batch *batch,
                             mutaid_batch_runner *runner, uint32_t day,
                             const mutaid__row_set *rows, int64_t *least_out,
                             int64_t *most_out)
{
    loading l = {batch, runner, rows, &batch->rulebook->model.facts.items[day],
                 &batch->columns[day], true, false};
    mutaid__work work = MUTAID__NO_WORK;
    mutaid__lane lane = lane_of_kind(&l);
    const void *cells = NULL;

    if (is_one_cell(l.column))
        load_one(&l, true, MUTAID__LANE_64, runner->temporary, NULL);
    else if (lane != MUTAID__LANE_WIDE && are_given(&l))
        cells = line_up(&l, lane, runner->lean.scratch);
    else
        load_rows(&l, NULL, true);
    if (cells)
        convert(runner, lane, cells, MUTAID__LANE_64, runner->temporary,
                rows->count);
    work.a = runner->temporary;
    work.count = rows->count;
    runner->lean.kernels->of[MUTAID__KERNEL_EXTENT][MUTAID__LANE_64](&work);
    *least_out = work.k;
    *most_out = work.k2;
}

const void *mutaid__batch_cells(const mutaid_batch *batch,
                                mutaid_batch_runner *runner, uint32_t fact,
                                const mutaid__row_set *rows,
                                mutaid__lane *lane_out)
{
    loading l = {batch, runner, rows,
                 &batch->rulebook->model.facts.items[fact],
                 &batch->columns[fact], true, false};
    size_t width;
    const unsigned char *cells;

    *lane_out = lane_of_kind(&l);
    if (*lane_out != MUTAID__LANE_32 && *lane_out != MUTAID__LANE_64)
        return NULL;
    width = mutaid__lane_width(*lane_out);
    cells = l.column->data + rows->first * width;
    if (l.column->stride != (ptrdiff_t)width || !is_aligned(cells, width) ||
        !are_given(&l) || !are_in_range(&l, *lane_out, cells))
        return NULL;
    return cells;
}
