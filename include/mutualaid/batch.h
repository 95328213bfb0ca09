/* SPDX-License-Identifier: MIT */
/* batch.h - decide many cases at once: columns in, columns out. */
#ifndef MUTUALAID_BATCH_H
#define MUTUALAID_BATCH_H

#include <mutualaid/decision.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * A batch decides one part of a rulebook (or a mixed stream of parts) for many
 * rows. Each fact is bound to a column of the caller's memory, each wanted
 * answer to another; then mutaid_batch_run() fills rows `from` to `to`. A row
 * gets the same bits as the same case decided by mutaid_decide(): a case is a
 * batch of one.
 *
 * ```
 * mutaid_batch_new(rulebook, &batch, &error);
 * mutaid_batch_set_part(batch, part, &error);
 * mutaid_batch_set_row_count(batch, row_count, &error);
 * mutaid_batch_bind(batch, before, MUTAID_COLUMN_INT64, before_fen, &error);
 * mutaid_batch_bind(batch, claim, MUTAID_COLUMN_INT64, claim_fen, &error);
 * mutaid_batch_want_amount(batch, amount_fen, NULL, &error);
 * mutaid_batch_runner_new(batch, &runner, &error);
 * mutaid_batch_run(batch, runner, 0, row_count, NULL, &error);
 * ```
 *
 * What a cell holds is what the setter of the fact's type takes: money in
 * minor units, counts, measures and rates in the fact's smallest decimal, days
 * since 1970-01-01, flags as 0 and 1, choices by index (or through a
 * dictionary). A cell whose valid bit is 0, and every cell of a fact that is
 * not bound, is *not given*; one whose absent bit is 1 is *absent*.
 *
 * A row whose facts could not be set on a case is *invalid*: it is marked with
 * the reason and stops nobody. A row with facts missing may be undetermined;
 * it costs as much as a single decision.
 *
 * Bitmaps hold row `i` in bit `i % 8` of byte `i / 8`, least significant
 * first, as Arrow's do.
 *
 * Threads: bind first, then run. While nobody binds, a batch may be run from
 * many threads at once, each with a runner of its own and rows of its own;
 * where bitmaps are wanted, ranges must begin at multiples of 8 rows.
 */

/** What is bound to what: the columns of many cases. */
typedef struct mutaid_batch mutaid_batch;

/** The scratch memory of one thread that runs a batch. */
typedef struct mutaid_batch_runner mutaid_batch_runner;

/** How a column holds its cells. There is no kind for floating point: it
 *  cannot hold money exactly. */
typedef enum mutaid_column_kind {
    MUTAID_COLUMN_NONE = 0,       /**< not bound: no cell is given */
    MUTAID_COLUMN_INT8 = 1,       /**< signed, 1 byte */
    MUTAID_COLUMN_INT16 = 2,      /**< signed, 2 bytes */
    MUTAID_COLUMN_INT32 = 3,      /**< signed, 4 bytes; days are such */
    MUTAID_COLUMN_INT64 = 4,      /**< signed, 8 bytes */
    MUTAID_COLUMN_UINT8 = 5,      /**< unsigned, 1 byte; flags as bytes */
    MUTAID_COLUMN_BITS = 6,       /**< a bitmap: flags */
    MUTAID_COLUMN_DECIMAL128 = 7, /**< two's complement, 16 bytes, the lower
                                       half first; see
                                       mutaid_batch_set_scale() */
    MUTAID_COLUMN_TEXT32 = 8,     /**< UTF-8 codes of choices: row_count + 1
                                       offsets of 4 bytes; see
                                       mutaid_batch_set_text() */
    MUTAID_COLUMN_TEXT64 = 9,     /**< the same with offsets of 8 bytes */
    MUTAID_COLUMN_UINT16 = 10,    /**< unsigned, 2 bytes */
    MUTAID_COLUMN_UINT32 = 11,    /**< unsigned, 4 bytes */
    MUTAID_COLUMN_UINT64 = 12     /**< unsigned, 8 bytes */
} mutaid_column_kind;

/** How the rows of a batch are computed; every way gives the same bits. */
typedef enum mutaid_kernels {
    MUTAID_KERNELS_BEST = 0,  /**< the fastest that this processor has */
    MUTAID_KERNELS_PLAIN = 1, /**< portable C: the specification */
    MUTAID_KERNELS_SSE42 = 2, /**< x86-64 with SSE4.2 */
    MUTAID_KERNELS_AVX2 = 3   /**< x86-64 with AVX2 and FMA */
} mutaid_kernels;

/** Beside the outcomes of mutaid_outcome: the facts of this row could not be
 *  set on a case. */
#define MUTAID_ROW_INVALID 4

/**
 * Make a batch.
 *
 * @param rulebook       the rulebook; the batch holds a reference
 * @param[out] batch_out the batch, nothing bound; untouched on failure
 * @param[out] error     optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @ownership caller owns: mutaid_batch_free()
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_batch_new(mutaid_rulebook *rulebook, mutaid_batch **batch_out,
                 mutaid_error *error);

/**
 * Release a batch; its runners must be released before.
 *
 * @param batch the batch; NULL does nothing
 * @since 0.1
 */
MUTAID_API void mutaid_batch_free(mutaid_batch *batch);

/** Name the rulebook of a batch; borrowed from the batch. */
MUTAID_API mutaid_rulebook *mutaid_batch_rulebook(const mutaid_batch *batch);

/**
 * Say which part is decided, for all rows. It is prepared here, once; runners
 * made before are not used again.
 *
 * @param batch      the batch; what items were wanted is forgotten
 * @param part       index of the part
 * @param[out] error optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_ARGUMENT; MUTAID_ERROR_MEMORY
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_set_part(
    mutaid_batch *batch, size_t part, mutaid_error *error);

/**
 * Say that each row names its part: a mixed stream.
 *
 * @param batch      the batch; what items were wanted is forgotten
 * @param kind       MUTAID_COLUMN_UINT8 or MUTAID_COLUMN_INT32
 * @param data       a cell for each row, an index into `parts`; another number
 *                   makes the row invalid; borrowed until the batch is freed
 * @param parts      indices of parts; copied
 * @param part_count how many, at most 60000
 * @param[out] error optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_ARGUMENT; MUTAID_ERROR_TYPE;
 *         MUTAID_ERROR_MEMORY
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_set_part_column(
    mutaid_batch *batch, mutaid_column_kind kind, const void *data,
    const size_t *parts, size_t part_count, mutaid_error *error);

/** Say how many rows the columns hold; 0 before. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_set_row_count(
    mutaid_batch *batch, size_t row_count, mutaid_error *error);

/** Hand in the working days for all rows, as mutaid_case_set_calendar();
 *  borrowed until the batch is freed; NULL takes it back. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_set_calendar(
    mutaid_batch *batch, const mutaid_calendar *calendar, mutaid_error *error);

/** Choose how rows are computed, for tests and comparisons;
 *  MUTAID_ERROR_ARGUMENT if this processor, or this build, has no such
 *  kernels. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_set_kernels(
    mutaid_batch *batch, mutaid_kernels kernels, mutaid_error *error);

/** @name Facts in */
/** @{ */

/**
 * Bind a fact to a column. The cells lie one behind the other, every row has
 * one, all are given; the setters below say otherwise. One buffer may serve
 * several facts.
 *
 * @param batch      the batch
 * @param fact       index of the fact; what was bound to it before is let go
 * @param kind       how the cells are held; MUTAID_COLUMN_NONE unbinds
 * @param data       the cell of row 0; no alignment is needed; borrowed until
 *                   the batch is freed or something else is bound
 * @param[out] error optional; names the fact
 *
 * @return MUTAID_OK; MUTAID_ERROR_TYPE if cells of that kind cannot hold the
 *         fact (text for money, bits for a date, decimals for a choice);
 *         MUTAID_ERROR_ARGUMENT
 * @units what the setter of the fact's type takes
 * @ownership borrowed
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_batch_bind(mutaid_batch *batch, size_t fact, mutaid_column_kind kind,
                  const void *data, mutaid_error *error);

/** Set the bytes from one cell to the next, for fields of records; 0: one cell
 *  serves all rows. Not for bits and text. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_batch_set_stride(mutaid_batch *batch, size_t fact, ptrdiff_t stride,
                        mutaid_error *error);

/** Set the bit of row 0 in a column of bits; 0 after mutaid_batch_bind(). */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_batch_set_first_bit(mutaid_batch *batch, size_t fact, size_t first_bit,
                           mutaid_error *error);

/** Set which cells are given: those whose bit is 1. Row 0 is bit `first_bit`;
 *  borrowed; NULL: all are. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_set_valid(
    mutaid_batch *batch, size_t fact, const uint8_t *bitmap, size_t first_bit,
    mutaid_error *error);

/** Set which cells are absent ("there is none"): those whose bit is 1, whatever
 *  the valid bit says. Row 0 is bit `first_bit`; borrowed; NULL: none is. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_set_absent(
    mutaid_batch *batch, size_t fact, const uint8_t *bitmap, size_t first_bit,
    mutaid_error *error);

/**
 * Set the scale of a decimal128 column: a cell is its integer / 10^scale of
 * what the fact is written in (yuan, per cent, m2). A cell that the fact's own
 * decimals cannot hold exactly makes its row invalid. Without this the scale
 * is the fact's own number of decimals.
 *
 * @param batch      the batch
 * @param fact       index of the fact
 * @param scale      -38 to 38
 * @param[out] error optional; names the fact
 *
 * @return MUTAID_OK; MUTAID_ERROR_TYPE for another kind of column;
 *         MUTAID_ERROR_ARGUMENT
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_batch_set_scale(mutaid_batch *batch, size_t fact, int scale,
                       mutaid_error *error);

/** Set a dictionary for the integer cells of a choice: cell `k` stands for the
 *  choice `choices[k]`; MUTAID_NONE there, or a cell of `count` or more, makes
 *  the row invalid. Borrowed; NULL: cells are choices themselves. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_set_dictionary(
    mutaid_batch *batch, size_t fact, const uint32_t *choices, size_t count,
    mutaid_error *error);

/** Set the bytes that the offsets of a text column point into; borrowed. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_batch_set_text(mutaid_batch *batch, size_t fact, const char *text,
                      mutaid_error *error);

/** @} */
/** @name Answers out
 *
 * Each function says where an answer goes: an array with room for every row
 * (NULL: not wanted), borrowed until the batch is freed. A run writes the rows
 * that it is asked for and no others.
 */
/** @{ */

/** Want the outcome of each row: a mutaid_outcome, or MUTAID_ROW_INVALID. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_want_outcome(
    mutaid_batch *batch, uint8_t *outcomes, mutaid_error *error);

/** Want the amount of each row, as mutaid_decision_amount() gives it, and
 *  which are certain: a bitmap, 0 where the row is undetermined or invalid
 *  (the amount is 0 there). `valid` may be NULL. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_batch_want_amount(mutaid_batch *batch, mutaid_money *amounts,
                         uint8_t *valid, mutaid_error *error);

/** Want the least and the most that each row can come to; the amount twice
 *  where it is certain, 0 for an invalid row. Either may be NULL. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_batch_want_bounds(mutaid_batch *batch, mutaid_money *least,
                         mutaid_money *most, mutaid_error *error);

/**
 * Want an item (benefit, part of a contribution, scheme of a package) of the
 * part, numbered as mutaid_rulebook_item() numbers them. A mixed stream has
 * none.
 *
 * @param batch      the batch, after mutaid_batch_set_part()
 * @param item       index of the item
 * @param outcomes   a mutaid_outcome, or MUTAID_ROW_INVALID; may be NULL
 * @param amounts    what it pays, 0 unless that is certain; may be NULL
 * @param valid      a bitmap: 1 where it is paid for certain; may be NULL
 * @param[out] error optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_ARGUMENT
 * @units minor units
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_want_item(
    mutaid_batch *batch, size_t item, uint8_t *outcomes, mutaid_money *amounts,
    uint8_t *valid, mutaid_error *error);

/**
 * Say how many words of 64 bits hold the failed requirements of a row.
 *
 * @return (requirements + 63) / 64 of the part, of a mixed stream the most of
 *         any of its parts; 0 for packages, whose schemes fail as items
 * @since 0.1
 */
MUTAID_API size_t mutaid_batch_failed_words(const mutaid_batch *batch);

/** Want the requirements that failed for certain: mutaid_batch_failed_words()
 *  words for each row, row after row; requirement `i` of
 *  mutaid_rulebook_requirement() is bit `i % 64` of word `i / 64`. */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_want_failed(
    mutaid_batch *batch, uint64_t *words, mutaid_error *error);

/** Want why rows are invalid: a mutaid_code (MUTAID_CODE_FACT_RANGE and its
 *  kin; 0 for every other row) and the fact concerned (MUTAID_NONE for none).
 *  Either may be NULL. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_batch_want_reason(mutaid_batch *batch, int32_t *codes, uint32_t *facts,
                         mutaid_error *error);

/** @} */
/** @name Running */
/** @{ */

/**
 * Make the scratch memory of one thread. Nothing more is allocated for each
 * row or block; what rows with facts missing need is made at the first of them.
 *
 * @param batch           a batch whose part is set; outlives the runner
 * @param[out] runner_out the runner; untouched on failure
 * @param[out] error      optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @ownership caller owns: mutaid_batch_runner_free()
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_batch_runner_new(const mutaid_batch *batch,
                        mutaid_batch_runner **runner_out, mutaid_error *error);

/**
 * Release a runner.
 *
 * @param runner the runner; NULL does nothing
 * @since 0.1
 */
MUTAID_API void mutaid_batch_runner_free(mutaid_batch_runner *runner);

/** Told now and then how many rows of the run are done; another answer than 0
 *  ends the run there. */
typedef int mutaid_batch_progress(void *context, size_t rows_done);

/** Ask to be told between blocks of rows; NULL: no longer. */
MUTAID_API void
mutaid_batch_runner_set_progress(mutaid_batch_runner *runner,
                                 mutaid_batch_progress *progress,
                                 void *context);

/**
 * Decide rows `from` up to, not including, `to`.
 *
 * @param batch          the batch; read only
 * @param runner         a runner of this batch, of this thread
 * @param from           first row
 * @param to             row after the last; at most the row count
 * @param[out] done_out  optional; rows decided, less than asked for only if
 *                       `progress` said so; also set on failure
 * @param[out] error     optional
 *
 * @return MUTAID_OK, also where rows are invalid or undetermined, or progress
 *         ended the run; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @source the part's clauses; semantics: doc/rulebook.md
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_run(
    const mutaid_batch *batch, mutaid_batch_runner *runner, size_t from,
    size_t to, size_t *done_out, mutaid_error *error);

/**
 * Put the facts of a row that its part reads into a case, so that it can be
 * decided again in full and explained.
 *
 * @param batch         the batch
 * @param row           the row
 * @param c             a case of the same rulebook; cleared first, and given
 *                      the batch's calendar
 * @param[out] part_out optional; the part that the row is decided for
 * @param[out] error    optional; what mutaid_case_set_money() and its kin say
 *                      of an invalid row
 *
 * @return MUTAID_OK; MUTAID_ERROR_ARGUMENT; what the setters of a case return
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_batch_row(const mutaid_batch *batch, size_t row, mutaid_case *c,
                 size_t *part_out, mutaid_error *error);

/** @} */

MUTAID_END_DECLS

#endif
