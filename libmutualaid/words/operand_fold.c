/* SPDX-License-Identifier: MIT */
/* operand_fold.c - sum, largest, smallest: over operands, absent ones skipped. */
#include "words/kinds.h"
#include "words/lower.h"
#include "words/read.h"
#include "words/tell.h"
#include "words/type.h"

static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    const char *keys[] = {word->kind->key, NULL};

    mutaid__read_keys(reader, json, keys);
    mutaid__read_words(reader, value, mutaid__read_operand, word);
}

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    bool may_be_date = word->kind != &mutaid__operand_sum;
    mutaid__shape shape = MUTAID__NO_SHAPE;
    size_t i;

    for (i = 0; i < word->word_count; i++) {
        mutaid__shape found =
            mutaid__type_word(typer, word->words[i], given);
        bool is_fit = mutaid__shape_is_quantity(found) ||
                      (may_be_date && found.type == MUTAID_TYPE_DATE);

        if (found.type == MUTAID_TYPE_NONE)
            continue;
        if (shape.type == MUTAID_TYPE_NONE && is_fit)
            shape = found;
        if (!is_fit)
            mutaid__type_fault(typer, MUTAID_CODE_NO_QUANTITY,
                               word->words[i]->place,
                               mutaid__shape_text(typer, found),
                               mutaid__slice_of(NULL));
        else if (!mutaid__shape_equal(shape, found))
            mutaid__type_mismatch(typer, word->words[i]->place, shape, found);
    }
    return shape;
}

/* Absent operands are left out: a, b, a and b, or absent. */
static uint32_t lower_pair(mutaid__lowering *lowering, mutaid__op_code code,
                           uint32_t a, uint32_t b)
{
    mutaid__emitter *emitter = &lowering->emitter;
    uint32_t both = mutaid__emit_binary(emitter, code, a, b);
    uint32_t has_a = mutaid__emit_exists(emitter, a);
    uint32_t has_b = mutaid__emit_exists(emitter, b);

    return mutaid__emit_select(emitter, has_a,
                               mutaid__emit_select(emitter, has_b, both, a),
                               b);
}

static mutaid__op_code code_of(const mutaid__word *word)
{
    if (word->kind == &mutaid__operand_largest)
        return MUTAID__OP_LARGER;
    if (word->kind == &mutaid__operand_smallest)
        return MUTAID__OP_SMALLER;
    return MUTAID__OP_ADD;
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    uint32_t result = mutaid__lower_operand(lowering, word->words[0]);
    size_t i;

    (void)amount;
    for (i = 1; i < word->word_count; i++)
        result =
            lower_pair(lowering, code_of(word), result,
                       mutaid__lower_operand(lowering, word->words[i]));
    return result;
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    if (word->kind == &mutaid__operand_largest)
        mutaid__tell_text(teller, "其中最大者：", "the largest of ");
    else if (word->kind == &mutaid__operand_smallest)
        mutaid__tell_text(teller, "其中最小者：", "the smallest of ");
    else
        mutaid__tell_text(teller, "合计：", "the sum of ");
    mutaid__tell_list(teller, word, "、", ", ");
}

const mutaid__word_kind mutaid__operand_sum = {
    "sum", MUTAID__OPERAND, read, type, lower, NULL, tell,
};

const mutaid__word_kind mutaid__operand_largest = {
    "largest", MUTAID__OPERAND, read, type, lower, NULL, tell,
};

const mutaid__word_kind mutaid__operand_smallest = {
    "smallest", MUTAID__OPERAND, read, type, lower, NULL, tell,
};
