// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;
import java.util.Optional;

/** One explained step, in the order in which it was computed. */
public final class Line extends Plain {
    private final String step;
    private final int depth;
    private final ItemInfo item;
    private final Clause clause;
    private final boolean isApplied;
    private final Value before;
    private final Value operand;
    private final Value after;
    private final Value exact;
    private final BigDecimal share;

    Line(RecordReader record, Book book, Part part) {
        step = record.string();
        depth = record.small();
        item = record.oneOf(part.items());
        clause = record.oneOf(book.clauses);
        isApplied = record.flag();
        before = new Value(record, book);
        operand = new Value(record, book);
        after = new Value(record, book);
        exact = new Value(record, book);
        share = BigDecimal.valueOf(record.integer(), book.decimals);
    }

    /**
     * Gives the word of the rulebook: {@code take}, {@code at_most}, {@code round},
     * {@code value}, {@code total}.
     *
     * @return the word
     */
    public String step() {
        return step;
    }

    /**
     * Says how deep it stands.
     *
     * @return 0 for the steps of a benefit, more for what stands inside one
     */
    public int depth() {
        return depth;
    }

    /**
     * Gives the item that it belongs to.
     *
     * @return the item, if any
     */
    public Optional<ItemInfo> item() {
        return Optional.ofNullable(item);
    }

    /**
     * Gives its clause.
     *
     * @return the clause, if any
     */
    public Optional<Clause> clause() {
        return Optional.ofNullable(clause);
    }

    /**
     * Says whether it did anything.
     *
     * @return false where its {@code when} did not hold
     */
    public boolean isApplied() {
        return isApplied;
    }

    /**
     * Gives the running amount before.
     *
     * @return the value
     */
    public Value before() {
        return before;
    }

    /**
     * Gives what the step worked with.
     *
     * @return the value; none for some
     */
    public Value operand() {
        return operand;
    }

    /**
     * Gives the running amount after, exact.
     *
     * @return the value
     */
    public Value after() {
        return after;
    }

    /**
     * Gives what was rounded, where the step rounds.
     *
     * @return the value; else none
     */
    public Value exact() {
        return exact;
    }

    /**
     * Gives its part of a waterfall, at depth 0: round(after) less round(before).
     *
     * @return an amount of the currency; the shares of a benefit sum to its amount
     */
    public BigDecimal share() {
        return share;
    }

    @Override
    public String toString() {
        return step + " " + operand + ": " + after + (isApplied ? "" : ", not applied");
    }

    @Override
    Object[] content() {
        return new Object[] {step, depth, item, clause, isApplied, before, operand, after,
            exact, share};
    }
}
