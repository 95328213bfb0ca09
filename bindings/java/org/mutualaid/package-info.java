// SPDX-License-Identifier: MIT
/**
 * Rules of mutual-aid schemes as data, decisions with every fen explained.
 *
 * <p>Read a {@link org.mutualaid.Rulebook} once, hand it the
 * {@link org.mutualaid.Facts} of a case, and read the
 * {@link org.mutualaid.Decision}. Whatever is refused throws a
 * {@link org.mutualaid.MutualAidException} (for a faulty rulebook the checked
 * {@link org.mutualaid.RulebookException}) that says what to do.
 *
 * <p>Amounts are {@code BigDecimal} in the currency of the rulebook; nothing is
 * rounded but where the rulebook says so.
 */
package org.mutualaid;
