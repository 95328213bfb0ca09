/* SPDX-License-Identifier: MIT */
/* bounds.c - the most and the least of a part, asked from outside. */
#include "base/sized.h"
#include "decide/open.h"
#include "input/case.h"
#include "prove/aims.h"
#include <mutualaid/proof.h>

#include <string.h>

#define DEFAULT_BUDGET 20000

/* Days that a date can be; see calendar/. */
#define FIRST_DAY (-719162)
#define LAST_DAY 2932896

struct mutaid_prover {
    mutaid_rulebook *rulebook; /* a reference */
    mutaid__memory memory;
    mutaid__arena arena;
    mutaid__workspace workspace;
    mutaid__part_run *runs; /* by part; `part` NULL until first used */
    mutaid__span *facts;
};

/* --- the object ---------------------------------------------------------------- */

static mutaid_status init(mutaid_prover *prover)
{
    const mutaid_rulebook *book = prover->rulebook;

    mutaid__arena_init(&prover->arena, &prover->memory);
    prover->runs = mutaid__arena_take(
        &prover->arena, book->part_count * sizeof *prover->runs);
    prover->facts = mutaid__arena_take(
        &prover->arena, book->model.facts.count * sizeof *prover->facts);
    if (!prover->runs || !prover->facts)
        return MUTAID_ERROR_MEMORY;
    TRY(mutaid__workspace_init(&prover->workspace, &prover->arena,
                               &book->model));
    prover->workspace.keeps_open = true;
    return MUTAID_OK;
}

mutaid_status mutaid_prover_new(mutaid_rulebook *rulebook,
                                mutaid_prover **prover_out,
                                mutaid_error *error)
{
    mutaid__memory memory;
    mutaid_prover *prover;

    if (!rulebook || !prover_out)
        return mutaid__fail_argument(error,
                                     rulebook ? "prover_out" : "rulebook");
    mutaid__memory_init(&memory, &rulebook->memory.allocator,
                        rulebook->case_memory_cap);
    prover = mutaid__memory_take(&memory, sizeof *prover);
    if (!prover)
        return mutaid__fail_memory(error);
    prover->memory = memory;
    prover->rulebook = mutaid_rulebook_ref(rulebook);
    if (init(prover) != MUTAID_OK) {
        mutaid_prover_free(prover);
        return mutaid__fail_memory(error);
    }
    *prover_out = prover;
    return MUTAID_OK;
}

void mutaid_prover_free(mutaid_prover *prover)
{
    mutaid_rulebook *rulebook;
    mutaid__memory memory;

    if (!prover)
        return;
    rulebook = prover->rulebook;
    mutaid__arena_free(&prover->arena);
    memory = prover->memory;
    mutaid__memory_release(&memory, prover, sizeof *prover);
    mutaid_rulebook_unref(rulebook);
}

/* --- what is asked ---------------------------------------------------------------- */

static mutaid_status check(const mutaid_prover *prover,
                           const mutaid_question *question,
                           const mutaid_case *witness, mutaid_error *error)
{
    const mutaid_rulebook *book = prover->rulebook;

    if (question->part >= book->part_count)
        return mutaid__fail_argument(error, "part");
    if (question->item != MUTAID_NONE &&
        question->item >= book->parts[question->part].items.count)
        return mutaid__fail_argument(error, "item");
    if (question->end != MUTAID_END_MOST && question->end != MUTAID_END_LEAST)
        return mutaid__fail_argument(error, "end");
    if (question->has_days > 1 ||
        (question->has_days && question->from > question->until))
        return mutaid__fail_argument(error, "until");
    if ((question->given && question->given->rulebook != book) ||
        (witness && witness->rulebook != book))
        return mutaid__fail(error, MUTAID_CODE_OTHER_RULEBOOK, NULL, NULL,
                            NULL);
    return MUTAID_OK;
}

/* The ranges of all facts: as given, else as declared. */
static mutaid_status take_facts(mutaid_prover *prover,
                                const mutaid_question *question,
                                mutaid_error *error)
{
    const mutaid__model *model = &prover->rulebook->model;
    const mutaid_case *given = question->given;
    uint32_t earlier = 0, later = 0;
    size_t i;

    for (i = 0; i < model->facts.count; i++) {
        uint8_t state = given ? given->states[i] : MUTAID_STATE_OPEN;

        if (state == MUTAID_STATE_GIVEN)
            prover->facts[i] =
                mutaid__span_point(mutaid__wide_of(given->integers[i]));
        else if (state == MUTAID_STATE_ABSENT)
            prover->facts[i] = mutaid__span_state(MUTAID_STATE_ABSENT);
        else
            prover->facts[i] = mutaid__declared_span(&model->facts.items[i]);
    }
    prover->workspace.calendar = given ? given->calendar : NULL;
    if (mutaid__order_facts(model, prover->facts, &earlier, &later))
        return MUTAID_OK;
    return mutaid__fail_order(model, prover->facts, earlier, later, error);
}

static mutaid__aim aim_of(const mutaid_question *question)
{
    mutaid__aim aim = {mutaid__look_at_amount, NULL,      NULL, 0, false,
                       INT64_MIN,              INT64_MAX, INT64_MAX,
                       DEFAULT_BUDGET,         false};

    aim.index = question->item;
    aim.wants_least = question->end == MUTAID_END_LEAST;
    if (question->has_days) {
        aim.from = question->from;
        aim.until = question->until;
    }
    if (question->budget > 0)
        aim.budget = question->budget;
    return aim;
}

/* --- what comes out ------------------------------------------------------------------ */

static void tell(const mutaid__found *found, const mutaid__aim *aim,
                 mutaid_bound *bound)
{
    int64_t sign = aim->wants_least ? -1 : 1;

    bound->evaluations = found->evaluations;
    if (!found->may_be)
        return;
    bound->proved = sign * found->proved;
    bound->attained = found->is_found ? sign * found->best : 0;
    bound->certainty = !found->is_found ? MUTAID_CERTAINTY_BOUND
                       : found->best == found->proved
                           ? MUTAID_CERTAINTY_EXACT
                           : MUTAID_CERTAINTY_OPEN;
}

static void set_witness(const mutaid_prover *prover, const bool *reads,
                        const mutaid__found *found, mutaid_case *witness)
{
    size_t i;

    mutaid_case_clear(witness);
    witness->calendar = prover->workspace.calendar;
    for (i = 0; found->is_found && i < prover->rulebook->model.facts.count;
         i++) {
        const mutaid__span *fact = &found->facts[i];

        if (!reads[i])
            continue;
        witness->states[i] = fact->may == MUTAID__MAY_GIVEN
                                 ? MUTAID_STATE_GIVEN
                                 : MUTAID_STATE_ABSENT;
        witness->integers[i] = (int64_t)mutaid__wide_low(fact->least);
    }
}

static mutaid_status search(mutaid_prover *prover, size_t part,
                            const mutaid__aim *aim, mutaid__arena *scratch,
                            mutaid__found *found)
{
    mutaid__part_run *run = &prover->runs[part];

    if (!run->part)
        TRY(mutaid__part_run_init(&prover->workspace,
                                  &prover->rulebook->parts[part], run));
    return mutaid__search(&prover->workspace, run, aim, prover->facts, scratch,
                          found);
}

mutaid_status mutaid_prove_bound(mutaid_prover *prover,
                                 const mutaid_question *question,
                                 mutaid_bound *bound_out, mutaid_case *witness,
                                 mutaid_error *error)
{
    mutaid_question own = MUTAID_QUESTION_INIT;
    mutaid_bound bound = MUTAID_BOUND_INIT;
    mutaid__arena scratch;
    mutaid__found found;
    mutaid__aim aim;
    mutaid_status status;

    if (!prover || !question || !bound_out)
        return mutaid__fail_argument(error, !prover     ? "prover"
                                            : !question ? "question"
                                                        : "bound_out");
    TRY(mutaid__read_sized(&own, sizeof own, question, error));
    TRY(check(prover, &own, witness, error));
    TRY(take_facts(prover, &own, error));
    aim = aim_of(&own);
    mutaid__arena_init(&scratch, &prover->memory);
    status = search(prover, own.part, &aim, &scratch, &found);
    if (status == MUTAID_OK) {
        tell(&found, &aim, &bound);
        if (witness)
            set_witness(prover, prover->rulebook->parts[own.part].reads,
                        &found, witness);
    } else {
        prover->runs[own.part].part = NULL; /* perhaps half made */
    }
    mutaid__arena_free(&scratch);
    if (status != MUTAID_OK)
        return mutaid__fail_memory(error);
    return mutaid__copy_sized(bound_out, &bound, sizeof bound, error);
}

/* --- stretches --------------------------------------------------------------------------- */

/* A version of the part's own group, cut to the days in force. */
static bool stretch_of(const mutaid__part *part, size_t version,
                       mutaid_stretch *stretch)
{
    const mutaid__version *v = &part->groups.items[0].versions[version];
    int64_t from = v->from > part->force.from ? v->from : part->force.from;
    int64_t until = v->until < part->force.until ? v->until : part->force.until;

    stretch->from = (mutaid_date)(from < FIRST_DAY ? FIRST_DAY : from);
    stretch->until = (mutaid_date)(until > LAST_DAY ? LAST_DAY : until);
    return from <= until;
}

mutaid_status mutaid_rulebook_stretch_count(const mutaid_rulebook *rulebook,
                                            size_t part, size_t *count_out,
                                            mutaid_error *error)
{
    mutaid_stretch ignored = MUTAID_STRETCH_INIT;
    size_t count = 0, v;

    if (!rulebook || !count_out)
        return mutaid__fail_argument(error,
                                     rulebook ? "count_out" : "rulebook");
    if (part >= rulebook->part_count)
        return mutaid__fail_argument(error, "part");
    for (v = 0; v < rulebook->parts[part].groups.items[0].version_count; v++)
        count += stretch_of(&rulebook->parts[part], v, &ignored);
    *count_out = count;
    return MUTAID_OK;
}

mutaid_status mutaid_rulebook_stretch(const mutaid_rulebook *rulebook,
                                      size_t part, size_t stretch,
                                      mutaid_stretch *stretch_out,
                                      mutaid_error *error)
{
    mutaid_stretch own = MUTAID_STRETCH_INIT;
    size_t v;

    if (!rulebook || !stretch_out)
        return mutaid__fail_argument(error,
                                     rulebook ? "stretch_out" : "rulebook");
    if (part >= rulebook->part_count)
        return mutaid__fail_argument(error, "part");
    for (v = 0; v < rulebook->parts[part].groups.items[0].version_count; v++)
        if (stretch_of(&rulebook->parts[part], v, &own) && stretch-- == 0)
            return mutaid__copy_sized(stretch_out, &own, sizeof own, error);
    return mutaid__fail_argument(error, "stretch");
}
