/* SPDX-License-Identifier: MIT */
/* ledger.h - years of claims decided in order, each knowing those before it. */
#ifndef MUTUALAID_LEDGER_H
#define MUTUALAID_LEDGER_H

#include <mutualaid/batch.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * A yearly deductible, a cap or a count of days needs to know what came before:
 * a rulebook names a fact for it (`so_far`) and says over which period it adds
 * up (`per`). A ledger replays the claims of many members in the order of
 * their dates and fills those facts itself.
 *
 * ```
 * mutaid_ledger_new(rulebook, part, &ledger, &error);
 * mutaid_batch_set_part(batch, part, &error);       (facts bound as usual, but
 * mutaid_batch_want_amount(batch, fen, NULL, &error);  for those it keeps)
 * mutaid_ledger_run(ledger, batch, members, &error);
 * ```
 *
 * What it keeps, for each member by itself:
 *
 * - for a `cumulative` step with `per`: what entered the step, rounded as the
 *   step rounds it, over earlier rows that are eligible and whose benefit is
 *   paid, be it 0.00. A step of a value counts once a row, however many
 *   benefits use the value; steps that name the same fact add up in it;
 * - for the `total` of a scheme: what the scheme paid.
 *
 * A fact whose step has no `per` stays the caller's, also where settlements
 * that are refused must count.
 *
 * Rows may lie in any order: a member's are taken by the date of the part
 * (`dated_by` of the scheme), those of one day as they lie. So claims *out of
 * order* are decided as if they had been filed in order. A claim *for another
 * period* counts there and nowhere else: another calendar year; another value
 * of the cover period's fact; a day that is not after the date less the rolling
 * months; other facts, or more than `within_months` after the last such claim.
 * A fact of a period that is absent equals nothing, not even another that is.
 *
 * An *undecided* claim in the middle (undetermined, or invalid) may have
 * counted or not: the facts that it may have changed are open from there on,
 * whatever their defaults, within the periods that it may lie in. Later claims
 * whose answer depends on them are undetermined, with least and most; they are
 * never decided as if nothing had been. A claim whose date is not known may lie
 * before all others, and so leaves them all open.
 *
 * Threads: a ledger belongs to one thread at a time.
 */

/** What is kept of the claims of many members. */
typedef struct mutaid_ledger mutaid_ledger;

/**
 * Make a ledger for a scheme.
 *
 * @param rulebook        the rulebook; the ledger holds a reference
 * @param part            index of a scheme
 * @param[out] ledger_out the ledger; untouched on failure
 * @param[out] error      optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_TYPE if the part is no scheme, or if what
 *         its `so_far` names can be no ledger's: no fact, or one fact for
 *         different periods; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @ownership caller owns: mutaid_ledger_free()
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_ledger_new(mutaid_rulebook *rulebook, size_t part,
                  mutaid_ledger **ledger_out, mutaid_error *error);

/**
 * Release a ledger.
 *
 * @param ledger the ledger; NULL does nothing
 * @since 0.1
 */
MUTAID_API void mutaid_ledger_free(mutaid_ledger *ledger);

/** Count the facts that a ledger keeps; 0 for NULL. */
MUTAID_API size_t mutaid_ledger_fact_count(const mutaid_ledger *ledger);

/** Name a fact that the ledger keeps, 0 up to mutaid_ledger_fact_count(), by
 *  its index in the rulebook; MUTAID_ERROR_ARGUMENT out of range. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_ledger_fact(const mutaid_ledger *ledger, size_t index, size_t *fact_out,
                   mutaid_error *error);

/**
 * Want what a kept fact was for each row, so that any row can be decided and
 * explained again by itself.
 *
 * @param ledger     the ledger
 * @param index      0 up to mutaid_ledger_fact_count()
 * @param values     room for every row, as the fact's setter takes it; borrowed
 *                   until the ledger is freed; NULL: not wanted
 * @param valid      a bitmap, 0 where it was open; may be NULL
 * @param[out] error optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_ARGUMENT
 * @units as the fact
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_ledger_want_so_far(
    mutaid_ledger *ledger, size_t index, int64_t *values, uint8_t *valid,
    mutaid_error *error);

/**
 * Decide all rows of a batch, every member's in order. What is wanted of the
 * batch is filled as mutaid_batch_run() would, with the bits of deciding each
 * row by itself once its `so_far` are known.
 *
 * @param ledger     the ledger; each run begins with nothing before
 * @param batch      a batch of the same rulebook that decides the ledger's
 *                   scheme; the facts that the ledger keeps are not bound
 * @param members    a number for each row: equal numbers, one member; borrowed
 *                   for the call
 * @param[out] error optional; names a fact that is bound all the same
 *
 * @return MUTAID_OK, also where rows are invalid or undetermined;
 *         MUTAID_ERROR_TYPE for a bound fact that the ledger keeps;
 *         MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @source doc/rulebook.md, "Steps": `cumulative` and `per`; "Schemes": `total`
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_ledger_run(mutaid_ledger *ledger, mutaid_batch *batch,
                  const int64_t *members, mutaid_error *error);

MUTAID_END_DECLS

#endif
