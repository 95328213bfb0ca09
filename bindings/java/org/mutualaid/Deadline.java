// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.time.LocalDate;
import java.util.Optional;

/** A last day. */
public final class Deadline extends Plain {
    private final String id;
    private final Text label;
    private final State state;
    private final LocalDate lastDay;
    private final boolean isJudged;
    private final Clause clause;

    Deadline(RecordReader record, Book book) {
        id = record.string();
        label = record.text();
        state = State.fromCode(record.small());
        long day = record.integer();
        lastDay = state == State.GIVEN ? LocalDate.ofEpochDay(day) : null;
        isJudged = record.flag();
        clause = record.oneOf(book.clauses);
    }

    /**
     * Gives its id in the rulebook.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Gives its label.
     *
     * @return the label
     */
    public Text label() {
        return label;
    }

    /**
     * Says whether there is one.
     *
     * @return GIVEN, or OPEN while facts are missing, ABSENT or NO_RULE where there is none
     */
    public State state() {
        return state;
    }

    /**
     * Gives the last day that is in time.
     *
     * @return the day, if there is one
     */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(lastDay);
    }

    /**
     * Says whether it is also a requirement.
     *
     * @return true if it is
     */
    public boolean isJudged() {
        return isJudged;
    }

    /**
     * Gives its clause.
     *
     * @return the clause, if any
     */
    public Optional<Clause> clause() {
        return Optional.ofNullable(clause);
    }

    @Override
    Object[] content() {
        return new Object[] {id, label, state, lastDay, isJudged, clause};
    }
}
