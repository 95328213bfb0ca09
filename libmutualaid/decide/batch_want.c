/* SPDX-License-Identifier: MIT */
/* batch_want.c - where the answers of a batch go. */
#include "decide/batch.h"

#define BAD(error, name) mutaid__fail_argument(error, name)

mutaid_status mutaid_batch_want_outcome(mutaid_batch *batch,
                                        uint8_t *outcomes, mutaid_error *error)
{
    if (!batch)
        return BAD(error, "batch");
    batch->outcomes = outcomes;
    return MUTAID_OK;
}

mutaid_status mutaid_batch_want_amount(mutaid_batch *batch,
                                       mutaid_money *amounts, uint8_t *valid,
                                       mutaid_error *error)
{
    if (!batch)
        return BAD(error, "batch");
    batch->amounts = amounts;
    batch->valid = valid;
    return MUTAID_OK;
}

mutaid_status mutaid_batch_want_bounds(mutaid_batch *batch,
                                       mutaid_money *least, mutaid_money *most,
                                       mutaid_error *error)
{
    if (!batch)
        return BAD(error, "batch");
    batch->least = least;
    batch->most = most;
    return MUTAID_OK;
}

mutaid_status mutaid_batch_want_item(mutaid_batch *batch, size_t item,
                                     uint8_t *outcomes, mutaid_money *amounts,
                                     uint8_t *valid, mutaid_error *error)
{
    if (!batch)
        return BAD(error, "batch");
    if (item >= batch->item_count)
        return BAD(error, "item");
    batch->items[item] = (mutaid__item_target){outcomes, amounts, valid};
    return MUTAID_OK;
}

size_t mutaid_batch_failed_words(const mutaid_batch *batch)
{
    return batch ? batch->failed_words : 0;
}

mutaid_status mutaid_batch_want_failed(mutaid_batch *batch, uint64_t *words,
                                       mutaid_error *error)
{
    if (!batch)
        return BAD(error, "batch");
    batch->failed = words;
    return MUTAID_OK;
}

mutaid_status mutaid_batch_want_reason(mutaid_batch *batch, int32_t *codes,
                                       uint32_t *facts, mutaid_error *error)
{
    if (!batch)
        return BAD(error, "batch");
    batch->codes = codes;
    batch->facts = facts;
    return MUTAID_OK;
}
