// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;
import java.util.Optional;

/** The most or the least that is paid, over all cases that were asked for. */
public final class Bound extends Plain {
    private final Certainty certainty;
    private final BigDecimal proved;
    private final BigDecimal attained;
    private final long evaluations;
    private final Facts facts;

    Bound(RecordReader record, Book book) {
        certainty = Certainty.fromCode(record.small());
        proved = BigDecimal.valueOf(record.integer(), book.decimals);
        attained = BigDecimal.valueOf(record.integer(), book.decimals);
        evaluations = record.integer();
        Facts read = Facts.none();
        while (!record.isAtEnd()) {
            read = book.readFact(record, read);
        }
        facts = read;
    }

    /**
     * Says how far the bound is known.
     *
     * @return the word
     */
    public Certainty certainty() {
        return certainty;
    }

    /**
     * Gives what no case passes.
     *
     * @return the amount; empty if no case is paid at all
     */
    public Optional<BigDecimal> proved() {
        return certainty == Certainty.NEVER ? Optional.empty() : Optional.of(proved);
    }

    /**
     * Gives what the case found gets.
     *
     * @return the amount; empty without a case
     */
    public Optional<BigDecimal> attained() {
        boolean isFound = certainty == Certainty.EXACT || certainty == Certainty.OPEN;
        return isFound ? Optional.of(attained) : Optional.empty();
    }

    /**
     * Gives the facts of the case found: deciding them pays what is attained.
     *
     * @return the facts; none without a case
     */
    public Facts facts() {
        return facts;
    }

    /**
     * Says how many evaluations it took.
     *
     * @return how many
     */
    public long evaluations() {
        return evaluations;
    }

    @Override
    Object[] content() {
        return new Object[] {certainty, proved, attained, facts};
    }
}
