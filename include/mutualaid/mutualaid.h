/* SPDX-License-Identifier: MIT */
/* mutualaid.h - the whole public interface of libmutualaid. */
#ifndef MUTUALAID_MUTUALAID_H
#define MUTUALAID_MUTUALAID_H

/**
 * @mainpage libmutualaid
 *
 * Rules of mutual-aid schemes as data, decisions with every fen explained.
 *
 * Text and facts go in, an explained decision comes out: read a rulebook once
 * (rulebook.h), put the facts of one case into a mutaid_case (case.h), decide
 * a part of the rulebook and read the answer (decision.h); or bind columns of
 * many cases to a batch (batch.h). The library stores nothing, opens no file,
 * reads no clock, locale or environment, starts no thread and keeps no global
 * state.
 *
 * Three words are used literally in these headers. *Caller owns*: what a
 * `_new` or `_read` function or an `_out` handle gives; release it with the
 * matching `_free`. *Borrowed*: what a getter gives and what a function is
 * handed; it lives as long as the object it came from. *Shared*: rulebooks
 * only, by mutaid_rulebook_ref() and mutaid_rulebook_unref().
 */

#include <mutualaid/api.h>
#include <mutualaid/arrow.h>
#include <mutualaid/batch.h>
#include <mutualaid/boundary.h>
#include <mutualaid/case.h>
#include <mutualaid/compare.h>
#include <mutualaid/coverage.h>
#include <mutualaid/decision.h>
#include <mutualaid/ledger.h>
#include <mutualaid/loan.h>
#include <mutualaid/memory.h>
#include <mutualaid/proof.h>
#include <mutualaid/rulebook.h>
#include <mutualaid/status.h>
#include <mutualaid/turn.h>
#include <mutualaid/types.h>
#include <mutualaid/version.h>

#endif
