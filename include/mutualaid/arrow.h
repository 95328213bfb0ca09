/* SPDX-License-Identifier: MIT */
/* arrow.h - record batches of Apache Arrow in, columns of answers out. */
#ifndef MUTUALAID_ARROW_H
#define MUTUALAID_ARROW_H

#include <mutualaid/batch.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * The Arrow C Data Interface is two C structs (and a third for streams) by
 * which programs hand tables to one another without copying: pyarrow, pandas,
 * polars, DuckDB, Spark and most databases speak it. This library needs nothing
 * of Arrow's but the structs.
 *
 * A record batch binds to a batch by the names of its fields:
 *
 * | fact | Arrow type |
 * |---|---|
 * | money | an integer type of minor units, or decimal128 of the currency |
 * | count | an integer type, or decimal128 |
 * | measure, rate | an integer type of the smallest decimal, or decimal128 |
 * | date | date32 |
 * | flag | bool |
 * | choice | utf8, large_utf8, or a dictionary of them: the codes |
 *
 * A null is *not given*. A field `NAME:absent` of type bool without nulls says
 * where fact NAME is *absent*. A field of type null gives no cell. Fields that
 * name no fact are passed over. Floating point cannot hold money exactly and is
 * refused, as is every other type, by name and with what to cast it to.
 *
 * Threads: as the batch.
 */

#ifndef ARROW_C_DATA_INTERFACE
/** The two structs are declared; every header that has them asks for this. */
#define ARROW_C_DATA_INTERFACE

/** The order of a dictionary means something. */
#define ARROW_FLAG_DICTIONARY_ORDERED 1
/** A field may hold nulls. */
#define ARROW_FLAG_NULLABLE 2
/** The keys of a map are sorted. */
#define ARROW_FLAG_MAP_KEYS_SORTED 4

/** What an array holds; Arrow's own struct, which says what the members are. */
struct ArrowSchema {
    const char *format;            /**< the type, as Arrow abbreviates it */
    const char *name;              /**< of the field */
    const char *metadata;          /**< not read here */
    int64_t flags;                 /**< ARROW_FLAG_... */
    int64_t n_children;            /**< fields of a struct */
    struct ArrowSchema **children; /**< the fields */
    struct ArrowSchema *dictionary; /**< type of the dictionary, or NULL */
    void (*release)(struct ArrowSchema *); /**< NULL once released */
    void *private_data;            /**< the producer's */
};

/** The cells of an array; Arrow's own struct. */
struct ArrowArray {
    int64_t length;               /**< cells */
    int64_t null_count;           /**< nulls among them; -1: not counted */
    int64_t offset;               /**< cells to leave out at the start */
    int64_t n_buffers;            /**< of its type */
    int64_t n_children;           /**< of its type */
    const void **buffers;         /**< validity first, then the cells */
    struct ArrowArray **children; /**< the columns */
    struct ArrowArray *dictionary; /**< the dictionary, or NULL */
    void (*release)(struct ArrowArray *); /**< NULL once released */
    void *private_data;           /**< the producer's */
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
/** The struct of streams is declared. */
#define ARROW_C_STREAM_INTERFACE

/** Record batches one after the other; Arrow's own struct. */
struct ArrowArrayStream {
    /** Give the schema of all of them; 0, or an errno. */
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    /** Give the next one; released at the end. 0, or an errno. */
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    /** Say why the last call failed; may be NULL. */
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *); /**< NULL once released */
    void *private_data; /**< the producer's */
};

#endif

/** @name Record batches in */
/** @{ */

/**
 * Bind a record batch: its columns become those of the facts they name, its
 * rows those of the batch. Nothing is copied. What an earlier record batch had
 * bound is let go, and that one released; facts bound by other calls stay as
 * they are unless a field names them.
 *
 * @param batch      the batch
 * @param array      a struct array; on success it is *moved* into the batch, as
 *                   the interface says: `release` here becomes NULL, and the
 *                   batch releases it when it is freed or given another
 * @param schema     what the array holds; borrowed for the call, and released
 *                   by nobody here
 * @param[out] error optional; names the column
 *
 * @return MUTAID_OK; MUTAID_ERROR_TYPE for a type that cannot hold its fact, or
 *         data that contradicts its schema; MUTAID_ERROR_MEMORY;
 *         MUTAID_ERROR_ARGUMENT. On failure the array stays the caller's and
 *         the batch as it was.
 * @ownership takes the array on success
 * @source Arrow C Data Interface, "Structure definitions", "Release callback
 *         semantics"
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_bind_arrow(
    mutaid_batch *batch, struct ArrowArray *array,
    const struct ArrowSchema *schema, mutaid_error *error);

/** @} */
/** @name Answers out */
/** @{ */

/** Which columns of answers are wanted; combine with |. */
typedef enum mutaid_arrow_answers {
    MUTAID_ARROW_OUTCOME = 1, /**< `outcome`: a dictionary of eligible, refused,
                                   undetermined, not_applying, invalid */
    MUTAID_ARROW_AMOUNT = 2,  /**< `amount`: int64 of minor units, null unless
                                   certain */
    MUTAID_ARROW_BOUNDS = 4,  /**< `least`, `most`: int64 of minor units */
    MUTAID_ARROW_ITEMS = 8,   /**< `item:ID` for each item of the part: int64 of
                                   minor units, null unless paid for certain */
    MUTAID_ARROW_FAILED = 16, /**< `failed`: a fixed-size list of uint64, bits of
                                   the requirements that failed */
    MUTAID_ARROW_REASON = 32  /**< `reason`: int32, the code of an invalid row,
                                   else 0; `reason_fact`: int32, -1 for none */
} mutaid_arrow_answers;

/**
 * Make columns for the answers of all rows, and want them: as the
 * mutaid_batch_want functions, with memory that is to be handed over by
 * mutaid_batch_export_arrow(). It comes from the rulebook's allocator and is
 * not counted against its caps. Setting the part or the rows anew forgets them.
 *
 * @param batch      the batch, after its part and its rows are set
 * @param answers    mutaid_arrow_answers, combined with |
 * @param[out] error optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @ownership the batch's, until they are exported or it is freed
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_want_arrow(
    mutaid_batch *batch, uint32_t answers, mutaid_error *error);

/**
 * Hand the wanted columns over as a struct array, after the rows were run. The
 * batch no longer wants them.
 *
 * @param batch           the batch, after mutaid_batch_want_arrow()
 * @param[out] array_out  the columns; untouched on failure
 * @param[out] schema_out what they hold; may be NULL; untouched on failure
 * @param[out] error      optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @ownership caller owns both, and releases each by its `release`; they live
 *         on without the batch, and without the rulebook unless its allocator
 *         does not
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_export_arrow(
    mutaid_batch *batch, struct ArrowArray *array_out,
    struct ArrowSchema *schema_out, mutaid_error *error);

/**
 * Decide a stream of record batches as it is read, in the memory of one: the
 * stream given out reads the one given in, and decides each record batch when
 * it is asked for it.
 *
 * @param batch          the batch, after its part is set; borrowed until the
 *                       stream given out is released, and used by nobody else
 * @param in             record batches of facts; *moved* on success
 * @param answers        mutaid_arrow_answers, combined with |
 * @param[out] out       record batches of answers, row for row; untouched on
 *                       failure
 * @param[out] error     optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_TYPE if `in` has no schema, or not that of a
 *         record batch; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT. Later
 *         faults are those of the stream, with the text of the error.
 * @ownership caller owns `out`; `in` is released with it
 * @source Arrow C Stream Interface
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_batch_stream_arrow(
    mutaid_batch *batch, struct ArrowArrayStream *in, uint32_t answers,
    struct ArrowArrayStream *out, mutaid_error *error);

/** @} */

MUTAID_END_DECLS

#endif
