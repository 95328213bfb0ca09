/* SPDX-License-Identifier: MIT */
/* operand_choose.c - {"choose": [{"when": C, "use": X}, {"use": Y}]}. */
#include "words/kinds.h"
#include "words/lower.h"
#include "words/read.h"
#include "words/tell.h"
#include "words/type.h"

static void read_entry(mutaid__reader *reader, const mutaid__json *json,
                       mutaid__word *(*read_use)(mutaid__reader *,
                                                 const mutaid__json *),
                       mutaid__entry *entry)
{
    static const char *const keys[] = {"when", "use", NULL};
    const mutaid__json *when, *use;
    uint32_t outer;

    entry->place = json->place;
    entry->clause = mutaid__read_enter(reader, json, &outer);
    if (mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object")) {
        mutaid__read_keys(reader, json, keys);
        when = mutaid__json_get(json, "when");
        use = mutaid__read_member(reader, json, "use");
        if (when)
            entry->when = mutaid__read_condition(reader, when);
        if (use)
            entry->use = read_use(reader, use);
    }
    mutaid__read_leave(reader, outer);
}

/* One entry has no condition, and it is the last. */
static void check_order(mutaid__reader *reader, const mutaid__json *list)
{
    const mutaid__json *child, *other = NULL, *last = NULL;

    for (child = list->first; child; child = child->next) {
        last = child;
        if (child->kind == MUTAID__JSON_OBJECT &&
            mutaid__json_get(child, "when"))
            continue;
        if (other)
            mutaid__read_fault(reader, MUTAID_CODE_CHOOSE_WHEN, other->place,
                               NULL, NULL);
        other = child;
    }
    if (!other)
        mutaid__read_fault(reader, MUTAID_CODE_CHOOSE_LAST, last->place, NULL,
                           NULL);
    else if (other != last)
        mutaid__read_fault(reader, MUTAID_CODE_CHOOSE_ORDER, other->place,
                           NULL, NULL);
}

void mutaid__read_choose(mutaid__reader *reader, const mutaid__json *json,
                         mutaid__word *(*read_use)(mutaid__reader *,
                                                   const mutaid__json *),
                         mutaid__word *word)
{
    static const char *const keys[] = {"choose", NULL};
    const mutaid__json *value = mutaid__json_get(json, "choose"), *child;

    mutaid__read_keys(reader, json, keys);
    if (!mutaid__read_list(reader, value, "an array"))
        return;
    word->entries =
        mutaid__read_take(reader, value->count * sizeof *word->entries);
    for (child = value->first; child && word->entries; child = child->next)
        read_entry(reader, child, read_use,
                   &word->entries[word->entry_count++]);
    check_order(reader, value);
}

static void read(mutaid__reader *reader, const mutaid__json *json,
                 const mutaid__json *value, mutaid__word *word)
{
    (void)value;
    mutaid__read_choose(reader, json, mutaid__read_operand, word);
}

static mutaid__shape type(mutaid__typer *typer, mutaid__word *word,
                          mutaid__shape given)
{
    mutaid__shape shape = MUTAID__NO_SHAPE;
    size_t i;

    for (i = 0; i < word->entry_count; i++) {
        mutaid__entry *entry = &word->entries[i];
        mutaid__shape found = mutaid__type_word(typer, entry->use, given);

        mutaid__type_as_type(typer, entry->when, MUTAID_TYPE_FLAG);
        if (shape.type == MUTAID_TYPE_NONE)
            shape = found;
        if (!mutaid__shape_fits(shape, found))
            mutaid__type_mismatch(typer, entry->use->place, shape, found);
    }
    return shape;
}

/* From the entry `i` on, given that none before it was chosen. */
static uint32_t lower_from(mutaid__lowering *lowering,
                           const mutaid__word *word, size_t i)
{
    const mutaid__entry *entry = &word->entries[i];
    uint32_t condition, chosen, rest, guard;

    if (!entry->when) {
        mutaid__lower_branch(
            lowering,
            (mutaid__branch){word, NULL, (uint32_t)i, entry->clause, 0});
        mutaid__touch_clause(lowering, entry->clause);
        return mutaid__lower_operand(lowering, entry->use);
    }
    condition = mutaid__lower_condition(lowering, entry->when);
    guard = mutaid__enter_branch(lowering, condition);
    mutaid__lower_branch(lowering, (mutaid__branch){word, NULL, (uint32_t)i,
                                                    entry->clause, 0});
    mutaid__touch_clause(lowering, entry->clause);
    chosen = mutaid__lower_operand(lowering, entry->use);
    mutaid__leave_branch(lowering, guard);
    guard = mutaid__enter_branch(
        lowering, mutaid__emit_not(&lowering->emitter, condition));
    rest = lower_from(lowering, word, i + 1);
    mutaid__leave_branch(lowering, guard);
    return mutaid__emit_select(&lowering->emitter, condition, chosen, rest);
}

static uint32_t lower(mutaid__lowering *lowering, const mutaid__word *word,
                      uint32_t amount)
{
    (void)amount;
    return lower_from(lowering, word, 0);
}

static void tell(mutaid__teller *teller, const mutaid__word *word)
{
    size_t i;

    mutaid__tell_bracket(teller, "（", "(");
    for (i = 0; i < word->entry_count; i++) {
        if (i > 0)
            mutaid__tell_text(teller, "；", "; ");
        if (word->entries[i].when) {
            mutaid__tell_text(teller, "如", "if ");
            mutaid__tell_word(teller, word->entries[i].when);
            mutaid__tell_text(teller, "则", " then ");
        } else if (i > 0) {
            mutaid__tell_text(teller, "否则", "else ");
        }
        mutaid__tell_word(teller, word->entries[i].use);
    }
    mutaid__tell_bracket(teller, "）", ")");
}

const mutaid__word_kind mutaid__operand_choose = {
    "choose", MUTAID__OPERAND, read, type, lower, NULL, tell,
};
