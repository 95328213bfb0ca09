// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.time.LocalDate;
import java.util.Optional;

/** Something that the answer leaned on. */
public final class Note extends Plain {
    private final NoteKind kind;
    private final boolean isDecisive;
    private final Clause clause;
    private final Fact fact;
    private final Parameter parameter;
    private final LocalDate knownUntil;

    Note(RecordReader record, Book book) {
        kind = NoteKind.fromCode(record.small());
        isDecisive = record.flag();
        clause = record.oneOf(book.clauses);
        fact = record.oneOf(book.facts);
        parameter = record.oneOf(book.parameters);
        long day = record.integer();
        knownUntil = kind == NoteKind.PAST_KNOWN ? LocalDate.ofEpochDay(day) : null;
    }

    /**
     * Says what it is about.
     *
     * @return the kind
     */
    public NoteKind kind() {
        return kind;
    }

    /**
     * Says whether it moved the amount or the outcome.
     *
     * @return true if it did
     */
    public boolean isDecisive() {
        return isDecisive;
    }

    /**
     * Gives the clause.
     *
     * @return the clause, if any
     */
    public Optional<Clause> clause() {
        return Optional.ofNullable(clause);
    }

    /**
     * Gives the fact whose default was used.
     *
     * @return the fact, if any
     */
    public Optional<Fact> fact() {
        return Optional.ofNullable(fact);
    }

    /**
     * Gives the parameter.
     *
     * @return the parameter, if any
     */
    public Optional<Parameter> parameter() {
        return Optional.ofNullable(parameter);
    }

    /**
     * Gives the known end of the series, for {@code PAST_KNOWN}.
     *
     * @return the day, if any
     */
    public Optional<LocalDate> knownUntil() {
        return Optional.ofNullable(knownUntil);
    }

    @Override
    Object[] content() {
        return new Object[] {kind, isDecisive, clause, fact, parameter, knownUntil};
    }
}
