// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;

/** A change of one fact that turns a refusal. */
public final class Turn extends Plain {
    private final String fact;
    private final Facts change;
    private final long distance;
    private final Outcome outcome;
    private final BigDecimal least;
    private final BigDecimal most;

    Turn(RecordReader record, Book book) {
        change = book.readFact(record, Facts.none());
        fact = change.asMap().keySet().iterator().next();
        distance = record.integer();
        outcome = Outcome.fromCode(record.small());
        least = BigDecimal.valueOf(record.integer(), book.decimals);
        most = BigDecimal.valueOf(record.integer(), book.decimals);
    }

    /**
     * Names the fact.
     *
     * @return its name
     */
    public String fact() {
        return fact;
    }

    /**
     * Gives the change: that fact with its value, or absent.
     *
     * @return facts that hold this one
     */
    public Facts change() {
        return change;
    }

    /**
     * Says how far the value is from that of the case: days, minor units, units.
     *
     * @return the distance with its sign; 0 where it has no meaning
     */
    public long distance() {
        return distance;
    }

    /**
     * Says how the case would come out.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Gives the least that would be paid.
     *
     * @return an amount
     */
    public BigDecimal least() {
        return least;
    }

    /**
     * Gives the most that would be paid.
     *
     * @return an amount
     */
    public BigDecimal most() {
        return most;
    }

    @Override
    Object[] content() {
        return new Object[] {fact, change, distance, outcome, least, most};
    }
}
