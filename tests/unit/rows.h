/* SPDX-License-Identifier: MIT */
/* rows.h - random rows for a part, as columns and as single cases. */
#ifndef MUTUALAID_TESTS_ROWS_H
#define MUTUALAID_TESTS_ROWS_H

#include "decide/part.h"
#include "input/case.h"
#include "suite.h"
#include <mutualaid/mutualaid.h>

/* Rows of facts: by fact, then by row. */
typedef struct rows {
    mutaid_rulebook *rulebook;
    size_t fact_count, count;
    int64_t *integers;
    uint8_t *states; /* GIVEN, ABSENT, OPEN */
    unsigned char **buffers, **bitmaps; /* what is bound, by fact */
    uint64_t seed;
} rows;

static inline void *room(size_t count, size_t size)
{
    void *block = calloc(count + 1, size);

    HOLDS(block != NULL);
    return block;
}

static inline uint64_t below(rows *r, uint64_t limit)
{
    return random_next(&r->seed) % limit;
}

static inline rows rows_new(mutaid_rulebook *rulebook, size_t count,
                            uint64_t seed)
{
    rows r = {rulebook, rulebook->model.facts.count, count, NULL, NULL, NULL,
              NULL, seed};

    r.integers = room(r.fact_count * count, sizeof *r.integers);
    r.states = room(r.fact_count * count, 1);
    r.buffers = room(r.fact_count, sizeof *r.buffers);
    r.bitmaps = room(2 * r.fact_count, sizeof *r.bitmaps);
    memset(r.states, MUTAID_STATE_OPEN, r.fact_count * count);
    return r;
}

static inline void rows_free(rows *r)
{
    for (size_t i = 0; i < r->fact_count; i++)
        free(r->buffers[i]);
    for (size_t i = 0; i < 2 * r->fact_count; i++)
        free(r->bitmaps[i]);
    free(r->buffers);
    free(r->bitmaps);
    free(r->integers);
    free(r->states);
}

/* --- random facts ----------------------------------------------------------- */

static inline int64_t in_range(rows *r, const mutaid__fact *fact)
{
    uint64_t width = (uint64_t)fact->at_most - (uint64_t)fact->at_least;
    int64_t near;

    switch (below(r, 6)) {
    case 0:
        return fact->at_least;
    case 1:
        return fact->at_most;
    case 2:
    case 3: /* small numbers, and days of the years that rules speak of */
        near = fact->shape.type == MUTAID_TYPE_DATE
                   ? 9000 + (int64_t)below(r, 14000)
                   : (int64_t)below(r, 40) - 1;
        if (near >= fact->at_least && near <= fact->at_most)
            return near;
        break;
    default:
        width >>= below(r, 40);
        break;
    }
    return fact->at_least + (int64_t)(width == 0 ? 0 : below(r, width));
}

/* How rows are drawn, in per cent of cells. */
typedef struct mixture {
    unsigned fresh, open, absent, outside;
} mixture;

static inline void draw_cell(rows *r, size_t fact, size_t row,
                             const mixture *m)
{
    const mutaid__fact *f = &r->rulebook->model.facts.items[fact];
    int64_t *integer = &r->integers[fact * r->count + row];
    uint8_t *state = &r->states[fact * r->count + row];
    unsigned dice = (unsigned)below(r, 100);

    if (dice < m->fresh || *state == MUTAID_STATE_OPEN) {
        *integer = in_range(r, f);
        *state = MUTAID_STATE_GIVEN;
    }
    if (below(r, 100) < m->open)
        *state = MUTAID_STATE_OPEN;
    if (below(r, 100) < m->absent)
        *state = MUTAID_STATE_ABSENT;
    if (below(r, 1000) < m->outside) {
        *integer = below(r, 2) ? f->at_most + 1 : f->at_least - 1;
        *state = MUTAID_STATE_GIVEN;
    }
}

/* Facts of the rulebook's examples, one after the other, then changed. */
static inline void rows_draw(rows *r, const mixture *m)
{
    const mutaid__model *model = &r->rulebook->model;
    mutaid_case *c = NULL;

    HOLDS(mutaid_case_new(r->rulebook, &c, NULL) == MUTAID_OK);
    for (size_t row = 0; row < r->count; row++) {
        mutaid_case_clear(c);
        if (model->examples.count > 0) {
            size_t which = (size_t)below(r, model->examples.count);

            (void)!mutaid__case_read_facts(
                c, mutaid__json_get(model->examples.items[which].json, "facts"),
                NULL);
        }
        for (size_t fact = 0; fact < r->fact_count; fact++) {
            r->integers[fact * r->count + row] = c->integers[fact];
            r->states[fact * r->count + row] = c->states[fact];
            draw_cell(r, fact, row, m);
        }
    }
    mutaid_case_free(c);
}

/* --- columns ------------------------------------------------------------------ */

static inline bool fits(const rows *r, size_t fact, int64_t least,
                        int64_t most)
{
    for (size_t row = 0; row < r->count; row++) {
        int64_t integer = r->integers[fact * r->count + row];

        if (integer < least || integer > most)
            return false;
    }
    return true;
}

static inline mutaid_column_kind draw_kind(rows *r, size_t fact)
{
    mutaid_type type = r->rulebook->model.facts.items[fact].shape.type;

    switch (below(r, 8)) {
    case 0:
        return fits(r, fact, -128, 127) ? MUTAID_COLUMN_INT8
                                        : MUTAID_COLUMN_INT64;
    case 1:
        return fits(r, fact, -32768, 32767) ? MUTAID_COLUMN_INT16
                                            : MUTAID_COLUMN_INT64;
    case 2:
    case 3:
        return fits(r, fact, INT32_MIN, INT32_MAX) ? MUTAID_COLUMN_INT32
                                                   : MUTAID_COLUMN_INT64;
    case 4:
        return fits(r, fact, 0, 255) ? MUTAID_COLUMN_UINT8
                                     : MUTAID_COLUMN_INT64;
    case 5:
        return type == MUTAID_TYPE_FLAG && fits(r, fact, 0, 1)
                   ? MUTAID_COLUMN_BITS
                   : MUTAID_COLUMN_INT64;
    case 6:
        return type == MUTAID_TYPE_MONEY ? MUTAID_COLUMN_DECIMAL128
                                         : MUTAID_COLUMN_INT64;
    default:
        return MUTAID_COLUMN_INT64;
    }
}

static inline void put_cell(unsigned char *at, mutaid_column_kind kind,
                            int64_t integer)
{
    int64_t high = integer < 0 ? -1 : 0;
    int32_t four = (int32_t)integer;
    int16_t two = (int16_t)integer;

    if (kind == MUTAID_COLUMN_INT8 || kind == MUTAID_COLUMN_UINT8)
        *at = (unsigned char)integer;
    else if (kind == MUTAID_COLUMN_INT16)
        memcpy(at, &two, sizeof two);
    else if (kind == MUTAID_COLUMN_INT32)
        memcpy(at, &four, sizeof four);
    else
        memcpy(at, &integer, sizeof integer);
    if (kind == MUTAID_COLUMN_DECIMAL128)
        memcpy(at + 8, &high, sizeof high);
}

static inline size_t width_of(mutaid_column_kind kind)
{
    static const size_t widths[] = {0, 1, 2, 4, 8, 1, 0, 16, 4, 8};

    return widths[kind];
}

/* Cells at odd addresses, with gaps or without. */
static inline void bind_cells(rows *r, mutaid_batch *batch, size_t fact)
{
    mutaid_column_kind kind = draw_kind(r, fact);
    size_t shift = (size_t)below(r, 9), gap = (size_t)(below(r, 3) ? 0 : 3);
    size_t stride = width_of(kind) + gap;
    unsigned char *buffer = room(r->count * (stride + 1) + 64, 1);

    free(r->buffers[fact]);
    r->buffers[fact] = buffer;
    for (size_t row = 0; row < r->count; row++) {
        int64_t integer = r->integers[fact * r->count + row];

        if (kind == MUTAID_COLUMN_BITS)
            buffer[(row + shift) / 8] |=
                (unsigned char)(integer << (row + shift) % 8);
        else
            put_cell(buffer + shift + row * stride, kind, integer);
    }
    if (kind == MUTAID_COLUMN_BITS) {
        HOLDS(!mutaid_batch_bind(batch, fact, kind, buffer, NULL));
        HOLDS(!mutaid_batch_set_first_bit(batch, fact, shift, NULL));
        return;
    }
    HOLDS(!mutaid_batch_bind(batch, fact, kind, buffer + shift, NULL));
    if (gap > 0)
        HOLDS(mutaid_batch_set_stride(batch, fact, (ptrdiff_t)stride, NULL) ==
              MUTAID_OK);
}

/* A bitmap of the cells whose state is, or is not, `state`. */
static inline unsigned char *bitmap_of(const rows *r, size_t fact,
                                       uint8_t state, bool is, size_t first)
{
    unsigned char *bits = room((r->count + first) / 8 + 1, 1);

    for (size_t row = 0; row < r->count; row++)
        if ((r->states[fact * r->count + row] == state) == is)
            bits[(row + first) / 8] |=
                (unsigned char)(1u << (row + first) % 8);
    return bits;
}

static inline bool has_state(const rows *r, size_t fact, uint8_t state)
{
    return memchr(r->states + fact * r->count, state, r->count) != NULL;
}

static inline void bind_states(rows *r, mutaid_batch *batch, size_t fact)
{
    size_t first = (size_t)below(r, 20);
    unsigned char **bitmaps = &r->bitmaps[2 * fact];

    free(bitmaps[0]);
    free(bitmaps[1]);
    bitmaps[0] = bitmap_of(r, fact, MUTAID_STATE_OPEN, false, first);
    bitmaps[1] = bitmap_of(r, fact, MUTAID_STATE_ABSENT, true, first);
    if (has_state(r, fact, MUTAID_STATE_OPEN))
        HOLDS(mutaid_batch_set_valid(batch, fact, bitmaps[0], first, NULL) ==
              MUTAID_OK);
    if (has_state(r, fact, MUTAID_STATE_ABSENT))
        HOLDS(mutaid_batch_set_absent(batch, fact, bitmaps[1], first, NULL) ==
              MUTAID_OK);
}

static inline void rows_bind(rows *r, mutaid_batch *batch)
{
    HOLDS(mutaid_batch_set_row_count(batch, r->count, NULL) == MUTAID_OK);
    for (size_t fact = 0; fact < r->fact_count; fact++) {
        bind_cells(r, batch, fact);
        if (has_state(r, fact, MUTAID_STATE_OPEN) ||
            has_state(r, fact, MUTAID_STATE_ABSENT))
            bind_states(r, batch, fact);
    }
}

/* --- answers -------------------------------------------------------------------- */

/* Room for every answer of a batch, filled with rubbish. */
typedef struct answers {
    size_t count, item_count, words;
    uint8_t *outcomes, *valid;
    int64_t *amounts, *least, *most;
    uint64_t *failed;
    int32_t *codes;
    uint32_t *facts;
    uint8_t *item_outcomes, *item_valid;
    int64_t *item_amounts;
} answers;

static inline void *rubbish(size_t count, size_t size)
{
    void *block = room(count, size);

    memset(block, 0xA5, count * size);
    return block;
}

static inline answers answers_new(mutaid_batch *batch, size_t count,
                                  size_t item_count)
{
    answers a = {count, item_count, mutaid_batch_failed_words(batch),
                 NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                 NULL};
    size_t bytes = (count + 7) / 8;

    a.outcomes = rubbish(count, 1);
    a.valid = rubbish(bytes, 1);
    a.amounts = rubbish(count, 8);
    a.least = rubbish(count, 8);
    a.most = rubbish(count, 8);
    a.failed = rubbish(count * a.words, 8);
    a.codes = rubbish(count, 4);
    a.facts = rubbish(count, 4);
    a.item_outcomes = rubbish(count * item_count, 1);
    a.item_valid = rubbish(bytes * item_count, 1);
    a.item_amounts = rubbish(count * item_count, 8);
    HOLDS(!mutaid_batch_want_outcome(batch, a.outcomes, NULL));
    HOLDS(!mutaid_batch_want_amount(batch, a.amounts, a.valid, NULL));
    HOLDS(!mutaid_batch_want_bounds(batch, a.least, a.most, NULL));
    HOLDS(!mutaid_batch_want_failed(batch, a.failed, NULL));
    HOLDS(!mutaid_batch_want_reason(batch, a.codes, a.facts, NULL));
    for (size_t i = 0; i < item_count; i++)
        HOLDS(!mutaid_batch_want_item(batch, i, a.item_outcomes + i * count,
                                      a.item_amounts + i * count,
                                      a.item_valid + i * bytes, NULL));
    return a;
}

static inline void answers_free(answers *a)
{
    free(a->outcomes);
    free(a->valid);
    free(a->amounts);
    free(a->least);
    free(a->most);
    free(a->failed);
    free(a->codes);
    free(a->facts);
    free(a->item_outcomes);
    free(a->item_valid);
    free(a->item_amounts);
}

static inline bool bit_of(const uint8_t *bits, size_t index)
{
    return bits[index / 8] >> index % 8 & 1;
}

/* --- the same row as a single case ------------------------------------------------- */

/* Set what the part reads; the fact that cannot be set, or MUTAID_NONE. */
static inline uint32_t set_facts(const rows *r, size_t row,
                                 const mutaid__part *part, mutaid_case *c,
                                 mutaid_error *error)
{
    mutaid_case_clear(c);
    for (uint32_t fact = 0; fact < r->fact_count; fact++) {
        int64_t integer = r->integers[fact * r->count + row];
        uint8_t state = r->states[fact * r->count + row];

        if (!part->reads[fact] || state == MUTAID_STATE_OPEN)
            continue;
        if ((state == MUTAID_STATE_ABSENT
                 ? mutaid_case_set_absent_at(c, fact, error)
                 : mutaid__case_set_integer(c, fact, integer, error)) !=
            MUTAID_OK)
            return fact;
    }
    return MUTAID_NONE;
}

static inline void expect_invalid(const answers *a, size_t row, int32_t code,
                                  uint32_t fact)
{
    HOLDS(a->outcomes[row] == MUTAID_ROW_INVALID);
    HOLDS(a->codes[row] == code);
    HOLDS(a->facts[row] == fact);
    HOLDS(a->amounts[row] == 0 && a->least[row] == 0 && a->most[row] == 0);
    HOLDS(!bit_of(a->valid, row));
    for (size_t word = 0; word < a->words; word++)
        HOLDS(a->failed[row * a->words + word] == 0);
    for (size_t i = 0; i < a->item_count; i++) {
        HOLDS(a->item_outcomes[i * a->count + row] == MUTAID_ROW_INVALID);
        HOLDS(a->item_amounts[i * a->count + row] == 0);
    }
}

/* The failed requirements of a decision, as words. */
static inline uint64_t failed_word(const mutaid_decision *d, size_t part,
                                   size_t word)
{
    mutaid_rulebook *rulebook = mutaid_decision_rulebook(d);
    size_t count = rulebook->parts[part].requires.count;
    mutaid_requirement r = MUTAID_REQUIREMENT_INIT;
    uint64_t bits = 0;

    for (size_t i = word * 64; i < count && i < word * 64 + 64; i++) {
        mutaid_requirement_info info = MUTAID_REQUIREMENT_INFO_INIT;

        HOLDS(!mutaid_rulebook_requirement(rulebook, part, i, &info, NULL));
        for (size_t k = 0;
             mutaid_decision_requirement(d, k, &r, NULL) == MUTAID_OK; k++)
            if (strcmp(r.id, info.id) == 0 && r.item == info.item &&
                r.kind == info.kind && r.verdict == MUTAID_VERDICT_FAILED)
                bits |= UINT64_C(1) << i % 64;
    }
    return bits;
}

static inline void expect_items(const answers *a, size_t row,
                                const mutaid_decision *d)
{
    for (size_t i = 0; i < a->item_count; i++) {
        mutaid_item item = MUTAID_ITEM_INIT;
        bool is_paid;

        HOLDS(!mutaid_decision_item(d, i, &item, NULL));
        is_paid = item.outcome == MUTAID_OUTCOME_ELIGIBLE;
        HOLDS(a->item_outcomes[i * a->count + row] == item.outcome);
        HOLDS(a->item_amounts[i * a->count + row] ==
              (is_paid ? item.least : 0));
        HOLDS(bit_of(a->item_valid + i * ((a->count + 7) / 8), row) ==
              is_paid);
    }
}

static inline void expect_decision(const answers *a, size_t row, size_t part,
                                   const mutaid_decision *d)
{
    mutaid_decision_info info = MUTAID_DECISION_INFO_INIT;
    bool is_certain;

    HOLDS(!mutaid_decision_describe(d, &info, NULL));
    is_certain = info.outcome != MUTAID_OUTCOME_UNDETERMINED;
    HOLDS(a->outcomes[row] == info.outcome);
    HOLDS(a->amounts[row] == (is_certain ? info.least : 0));
    HOLDS(bit_of(a->valid, row) == is_certain);
    HOLDS(a->least[row] == info.least && a->most[row] == info.most);
    HOLDS(a->codes[row] == 0 && a->facts[row] == MUTAID_NONE);
    for (size_t word = 0; word < a->words; word++)
        HOLDS(a->failed[row * a->words + word] == failed_word(d, part, word));
    expect_items(a, row, d);
}

/* Hold the answers of rows against those of single cases. */
static inline void rows_compare(const rows *r, const answers *a, size_t part,
                                size_t from, size_t to)
{
    mutaid_case *c = NULL;
    mutaid_decision *d = NULL;

    HOLDS(!mutaid_case_new(r->rulebook, &c, NULL));
    HOLDS(!mutaid_decision_new(r->rulebook, &d, NULL));
    for (size_t row = from; row < to; row++) {
        mutaid_error error = MUTAID_ERROR_INIT;
        uint32_t fact =
            set_facts(r, row, &r->rulebook->parts[part], c, &error);

        if (fact == MUTAID_NONE &&
            mutaid_decide_at(c, part, d, &error) != MUTAID_OK) {
            size_t index = MUTAID_NONE;

            (void)!mutaid_rulebook_fact_index(r->rulebook, error.fact, &index,
                                              NULL);
            fact = (uint32_t)index;
        }
        if (fact != MUTAID_NONE)
            expect_invalid(a, row, (int32_t)error.code, fact);
        else
            expect_decision(a, row, part, d);
    }
    mutaid_decision_free(d);
    mutaid_case_free(c);
}

#endif
