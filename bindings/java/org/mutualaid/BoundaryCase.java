// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;
import java.util.Optional;

/** A case at an edge; its neighbour in the list is the other side. */
public final class BoundaryCase extends Plain {
    private final String fact;
    private final boolean isShifted;
    private final Clause clause;
    private final Outcome outcome;
    private final BigDecimal amount;
    private final Facts facts;

    BoundaryCase(RecordReader record, Book book) {
        Fact varied = record.oneOf(book.facts);
        fact = varied == null ? null : varied.name();
        isShifted = record.flag();
        clause = record.oneOf(book.clauses);
        outcome = Outcome.fromCode(record.small());
        amount = BigDecimal.valueOf(record.integer(), book.decimals);
        Facts all = Facts.none();
        for (int left = record.small(); left > 0; left -= 24) {
            all = book.readFact(record, all);
        }
        facts = all;
    }

    /**
     * Names the fact in which the two differ.
     *
     * @return its name; none for a case that stands alone
     */
    public Optional<String> fact() {
        return Optional.ofNullable(fact);
    }

    /**
     * Says whether they differ in all their dates, by a day.
     *
     * @return true if they do
     */
    public boolean isShifted() {
        return isShifted;
    }

    /**
     * Gives the clause that makes the difference.
     *
     * @return the clause, if one does
     */
    public Optional<Clause> clause() {
        return Optional.ofNullable(clause);
    }

    /**
     * Says how the case comes out.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Gives what is paid.
     *
     * @return the amount
     */
    public BigDecimal amount() {
        return amount;
    }

    /**
     * Gives the facts, as {@link Rulebook#decide} takes them.
     *
     * @return the facts
     */
    public Facts facts() {
        return facts;
    }

    @Override
    Object[] content() {
        return new Object[] {fact, isShifted, clause, outcome, amount, facts};
    }
}
