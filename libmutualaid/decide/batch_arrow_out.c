/* SPDX-License-Identifier: MIT */
/* batch_arrow_out.c - the answers of a batch as a record batch. */
#include "decide/arrow_node.h"
#include "decide/batch.h"

#include "base/fault.h"
#include <string.h>

#define BAD(error, name) mutaid__fail_argument(error, name)

enum { ALL_ANSWERS = 63 };

/* What a column of answers is. */
typedef enum column_type {
    OUTCOMES,  /* int8, with the dictionary of outcomes */
    AMOUNTS,   /* int64, with valid bits */
    INTEGERS,  /* int64 */
    SMALLS,    /* int32 */
    WORDS      /* lists of uint64, so many to a row */
} column_type;

/* A column of answers, owned until it is handed over. */
typedef struct answer_column {
    column_type type;
    mutaid__slice prefix, name;
    mutaid__owned cells, valid;
} answer_column;

struct mutaid__exported {
    mutaid_allocator allocator;
    mutaid__owned itself;
    uint32_t answers;
    size_t rows, words, count;
    answer_column columns[1]; /* and as many more as are wanted */
};

/* --- making and letting go ----------------------------------------------------- */

static void free_exported(struct mutaid__exported *exported)
{
    mutaid_allocator allocator = exported->allocator;
    mutaid__owned itself = exported->itself;
    size_t i;

    for (i = 0; i < exported->count; i++) {
        mutaid__owned_release(&allocator, &exported->columns[i].cells);
        mutaid__owned_release(&allocator, &exported->columns[i].valid);
    }
    mutaid__owned_release(&allocator, &itself);
}

/* What the batch wants, or no longer wants, with the columns in order. */
static void want_columns(mutaid_batch *batch, uint32_t answers,
                         const answer_column *column)
{
    size_t i;

    if (answers & MUTAID_ARROW_OUTCOME)
        batch->outcomes = column ? (column++)->cells.data : NULL;
    if (answers & MUTAID_ARROW_AMOUNT) {
        batch->valid = column ? column->valid.data : NULL;
        batch->amounts = column ? (column++)->cells.data : NULL;
    }
    if (answers & MUTAID_ARROW_BOUNDS) {
        batch->least = column ? (column++)->cells.data : NULL;
        batch->most = column ? (column++)->cells.data : NULL;
    }
    for (i = 0; i < batch->item_count && (answers & MUTAID_ARROW_ITEMS); i++) {
        batch->items[i].valid = column ? column->valid.data : NULL;
        batch->items[i].amounts = column ? (column++)->cells.data : NULL;
    }
    if (answers & MUTAID_ARROW_FAILED)
        batch->failed = column ? (column++)->cells.data : NULL;
    if (answers & MUTAID_ARROW_REASON) {
        batch->codes = column ? (column++)->cells.data : NULL;
        batch->facts = column ? (column++)->cells.data : NULL;
    }
}

void mutaid__batch_forget_export(mutaid_batch *batch)
{
    if (!batch->exported)
        return;
    want_columns(batch, batch->exported->answers, NULL);
    free_exported(batch->exported);
    batch->exported = NULL;
}

static size_t cell_bytes(const struct mutaid__exported *exported,
                         column_type type)
{
    switch (type) {
    case OUTCOMES:
        return exported->rows;
    case SMALLS:
        return exported->rows * sizeof(int32_t);
    case WORDS:
        return exported->rows * exported->words * sizeof(uint64_t);
    default:
        return exported->rows * sizeof(int64_t);
    }
}

static bool add_column(struct mutaid__exported *exported, column_type type,
                       const char *prefix, mutaid__slice name)
{
    answer_column *column = &exported->columns[exported->count++];

    column->type = type;
    column->prefix = mutaid__slice_of(prefix);
    column->name = name;
    if (!mutaid__owned_take(&exported->allocator, cell_bytes(exported, type),
                            &column->cells))
        return false;
    return type != AMOUNTS ||
           mutaid__owned_take(&exported->allocator, exported->rows / 8 + 1,
                              &column->valid);
}

static bool add_plain(struct mutaid__exported *exported, column_type type,
                      const char *name)
{
    return add_column(exported, type, "", mutaid__slice_of(name));
}

/* In the order of want_columns(). */
static bool add_columns(const mutaid_batch *batch,
                        struct mutaid__exported *exported)
{
    uint32_t answers = exported->answers;
    const mutaid__part *part;
    size_t i;

    if ((answers & MUTAID_ARROW_OUTCOME) &&
        !add_plain(exported, OUTCOMES, "outcome"))
        return false;
    if ((answers & MUTAID_ARROW_AMOUNT) &&
        !add_plain(exported, AMOUNTS, "amount"))
        return false;
    if ((answers & MUTAID_ARROW_BOUNDS) &&
        (!add_plain(exported, INTEGERS, "least") ||
         !add_plain(exported, INTEGERS, "most")))
        return false;
    part = &batch->rulebook->parts[batch->parts[0].part];
    for (i = 0; i < batch->item_count && (answers & MUTAID_ARROW_ITEMS); i++)
        if (!add_column(exported, AMOUNTS, "item:", part->items.items[i].id))
            return false;
    if ((answers & MUTAID_ARROW_FAILED) &&
        !add_plain(exported, WORDS, "failed"))
        return false;
    return !(answers & MUTAID_ARROW_REASON) ||
           (add_plain(exported, SMALLS, "reason") &&
            add_plain(exported, SMALLS, "reason_fact"));
}

mutaid_status mutaid_batch_want_arrow(mutaid_batch *batch, uint32_t answers,
                                      mutaid_error *error)
{
    struct mutaid__exported *exported;
    mutaid__owned block;
    size_t most = 7;

    if (!batch || answers == 0 || answers > ALL_ANSWERS)
        return BAD(error, batch ? "answers" : "batch");
    if (batch->part_count == 0)
        return mutaid__fail(error, MUTAID_CODE_NO_PART_SET, NULL, NULL, NULL);
    mutaid__batch_forget_export(batch);
    most += batch->item_count;
    exported = mutaid__owned_take(&batch->memory.allocator,
                                  sizeof *exported +
                                      most * sizeof *exported->columns,
                                  &block);
    if (!exported)
        return mutaid__fail_memory(error);
    exported->allocator = batch->memory.allocator;
    exported->itself = block;
    exported->answers = answers;
    exported->rows = batch->row_count;
    exported->words = batch->failed_words;
    if (!add_columns(batch, exported)) {
        free_exported(exported);
        return mutaid__fail_memory(error);
    }
    batch->exported = exported;
    want_columns(batch, answers, exported->columns);
    return MUTAID_OK;
}

/* --- arrays ----------------------------------------------------------------------- */

static const char outcome_texts[] =
    "eligiblerefusedundeterminednot_applyinginvalid";
static const int32_t outcome_ends[] = {0, 8, 15, 27, 39, 46};

static const mutaid__slice nameless = {"", 0};

static bool make_dictionary(const mutaid_allocator *allocator,
                            struct ArrowArray *out)
{
    if (!mutaid__array_node(allocator, 5, 3, 0, false, out))
        return false;
    mutaid__array_lend(out, 1, outcome_ends);
    mutaid__array_lend(out, 2, outcome_texts);
    return true;
}

/* The nodes of a column, still without its cells. */
static bool make_column(const struct mutaid__exported *exported,
                        const answer_column *column, struct ArrowArray *out)
{
    const mutaid_allocator *allocator = &exported->allocator;
    int64_t rows = (int64_t)exported->rows;
    int64_t words = (int64_t)exported->words;

    if (!mutaid__array_node(allocator, rows, column->type == WORDS ? 1 : 2,
                            column->type == WORDS, column->type == OUTCOMES,
                            out))
        return false;
    if (column->type == AMOUNTS)
        out->null_count = -1;
    if (column->type == OUTCOMES)
        return make_dictionary(allocator, out->dictionary);
    return column->type != WORDS ||
           mutaid__array_node(allocator, rows * words, 2, 0, false,
                              out->children[0]);
}

static bool make_arrays(const struct mutaid__exported *exported,
                        struct ArrowArray *out)
{
    size_t i;

    if (!mutaid__array_node(&exported->allocator, (int64_t)exported->rows, 1,
                            (int64_t)exported->count, false, out))
        return false;
    for (i = 0; i < exported->count; i++)
        if (!make_column(exported, &exported->columns[i], out->children[i])) {
            out->release(out);
            return false;
        }
    return true;
}

/* Nothing fails here: every node stands. */
static void give_cells(struct mutaid__exported *exported,
                       struct ArrowArray *array)
{
    size_t i;

    for (i = 0; i < exported->count; i++) {
        answer_column *column = &exported->columns[i];
        struct ArrowArray *child = array->children[i];

        if (column->type == WORDS)
            child = child->children[0];
        mutaid__array_give(child, 1, &column->cells);
        if (column->type == AMOUNTS)
            mutaid__array_give(child, 0, &column->valid);
    }
}

/* --- schemas -------------------------------------------------------------------------- */

/* "+w:" and how many words. */
static void write_list_format(size_t words, char format[24])
{
    mutaid__out out;

    mutaid__out_init(&out, format, 24);
    mutaid__out_text(&out, "+w:");
    mutaid__out_integer(&out, (int64_t)words);
    (void)mutaid__out_finish(&out, NULL, NULL);
}

static bool make_field(const struct mutaid__exported *exported,
                       const answer_column *column, struct ArrowSchema *out)
{
    static const char *const formats[] = {"c", "l", "l", "i", ""};
    const mutaid_allocator *allocator = &exported->allocator;
    bool is_list = column->type == WORDS;
    char list[24];

    write_list_format(exported->words, list);
    if (!mutaid__schema_node(allocator, is_list ? list : formats[column->type],
                             column->prefix, column->name,
                             column->type == AMOUNTS ? ARROW_FLAG_NULLABLE : 0,
                             is_list, column->type == OUTCOMES, out))
        return false;
    if (column->type == OUTCOMES)
        return mutaid__schema_node(allocator, "u", nameless, nameless, 0, 0,
                                   false, out->dictionary);
    return !is_list ||
           mutaid__schema_node(allocator, "L", nameless,
                               mutaid__slice_of("item"), 0, 0, false,
                               out->children[0]);
}

static bool make_schema(const struct mutaid__exported *exported,
                        struct ArrowSchema *out)
{
    size_t i;

    if (!mutaid__schema_node(&exported->allocator, "+s", nameless, nameless, 0,
                             (int64_t)exported->count, false, out))
        return false;
    for (i = 0; i < exported->count; i++)
        if (!make_field(exported, &exported->columns[i], out->children[i])) {
            out->release(out);
            return false;
        }
    return true;
}

/* --- the door --------------------------------------------------------------------------- */

mutaid_status mutaid_batch_export_arrow(mutaid_batch *batch,
                                        struct ArrowArray *array_out,
                                        struct ArrowSchema *schema_out,
                                        mutaid_error *error)
{
    struct ArrowSchema schema;
    struct ArrowArray array;

    if (!batch || !array_out)
        return BAD(error, batch ? "array_out" : "batch");
    if (!batch->exported)
        return BAD(error, "batch (mutaid_batch_want_arrow comes first)");
    if (!make_arrays(batch->exported, &array))
        return mutaid__fail_memory(error);
    if (schema_out && !make_schema(batch->exported, &schema)) {
        array.release(&array);
        return mutaid__fail_memory(error);
    }
    give_cells(batch->exported, &array);
    mutaid__batch_forget_export(batch);
    *array_out = array;
    if (schema_out)
        *schema_out = schema;
    return MUTAID_OK;
}
