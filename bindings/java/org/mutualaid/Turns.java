// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.List;

/** The changes of single facts that would turn a case. */
public final class Turns extends Plain {
    private final Outcome outcome;
    private final boolean isComplete;
    private final List<Turn> turns;
    private final Text text;

    Turns(RecordReader record, Book book) {
        outcome = Outcome.fromCode(record.small());
        isComplete = record.flag();
        turns = record.many(() -> new Turn(record, book));
        text = record.text();
    }

    /**
     * Says how the case comes out as it is.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Says whether it is proved that no other single fact turns the case, and no nearer value.
     *
     * @return true if it is
     */
    public boolean isComplete() {
        return isComplete;
    }

    /**
     * Lists the changes.
     *
     * @return the changes
     */
    public List<Turn> turns() {
        return turns;
    }

    /**
     * Tells them.
     *
     * @return the same as text, in both languages
     */
    public Text text() {
        return text;
    }

    @Override
    Object[] content() {
        return new Object[] {outcome, isComplete, turns, text};
    }
}
