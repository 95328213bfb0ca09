// SPDX-License-Identifier: MIT
package org.mutualaid;

/** What a rulebook's own examples made of a clause. */
public final class ClauseReach extends Plain {
    private final Clause clause;
    private final Reach reach;
    private final int readCount;
    private final int decisiveCount;

    ClauseReach(RecordReader record, Book book) {
        clause = record.oneOf(book.clauses);
        reach = Reach.fromCode(record.small());
        readCount = record.small();
        decisiveCount = record.small();
    }

    /**
     * Gives the clause.
     *
     * @return the clause
     */
    public Clause clause() {
        return clause;
    }

    /**
     * Says how far it was reached.
     *
     * @return the furthest that any example came
     */
    public Reach reach() {
        return reach;
    }

    /**
     * Counts the examples that reached it.
     *
     * @return how many
     */
    public int readCount() {
        return readCount;
    }

    /**
     * Counts the examples in which it decided.
     *
     * @return how many
     */
    public int decisiveCount() {
        return decisiveCount;
    }

    @Override
    Object[] content() {
        return new Object[] {clause, reach, readCount, decisiveCount};
    }
}
