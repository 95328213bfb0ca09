// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;

/** What cases gain and lose: of a part, an item, or by a clause. */
public final class Change extends Plain {
    private final String part;
    private final String item;
    private final String clause;
    private final int caseCount;
    private final int openCount;
    private final int winnerCount;
    private final int loserCount;
    private final BigDecimal gained;
    private final BigDecimal lost;

    Change(RecordReader record, Book book) {
        part = record.string();
        item = record.string();
        clause = record.string();
        caseCount = record.small();
        openCount = record.small();
        winnerCount = record.small();
        loserCount = record.small();
        gained = BigDecimal.valueOf(record.integer(), book.decimals);
        lost = BigDecimal.valueOf(record.integer(), book.decimals);
    }

    /**
     * Names the part.
     *
     * @return its name
     */
    public String part() {
        return part;
    }

    /**
     * Names the item.
     *
     * @return its id, or empty for the part as a whole
     */
    public String item() {
        return item;
    }

    /**
     * Says where the clause stands.
     *
     * @return its path, or empty for the item as a whole
     */
    public String clause() {
        return clause;
    }

    /**
     * Counts the cases that both decide.
     *
     * @return how many
     */
    public int caseCount() {
        return caseCount;
    }

    /**
     * Counts the cases that either leaves undetermined.
     *
     * @return how many
     */
    public int openCount() {
        return openCount;
    }

    /**
     * Counts the cases that get more.
     *
     * @return how many
     */
    public int winnerCount() {
        return winnerCount;
    }

    /**
     * Counts the cases that get less.
     *
     * @return how many
     */
    public int loserCount() {
        return loserCount;
    }

    /**
     * Gives what winners get more, in all.
     *
     * @return an amount
     */
    public BigDecimal gained() {
        return gained;
    }

    /**
     * Gives what losers get less, in all.
     *
     * @return an amount
     */
    public BigDecimal lost() {
        return lost;
    }

    @Override
    Object[] content() {
        return new Object[] {part, item, clause, caseCount, openCount, winnerCount, loserCount, gained, lost};
    }
}
