// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.time.LocalDate;
import java.util.Optional;

/** A piece of the text in which two rulebooks differ. */
public final class Difference extends Plain {
    private final DifferenceKind kind;
    private final boolean isWording;
    private final String path;
    private final String before;
    private final String after;
    private final LocalDate from;
    private final LocalDate until;
    private final int beforeLine;
    private final int afterLine;

    Difference(RecordReader record) {
        kind = DifferenceKind.fromCode(record.small());
        isWording = record.flag();
        path = record.string();
        before = record.string();
        after = record.string();
        boolean hasDates = record.flag();
        long first = record.integer();
        long last = record.integer();
        from = hasDates ? LocalDate.ofEpochDay(first) : null;
        until = hasDates ? LocalDate.ofEpochDay(last) : null;
        beforeLine = record.small();
        afterLine = record.small();
    }

    /**
     * Says how it differs.
     *
     * @return the kind
     */
    public DifferenceKind kind() {
        return kind;
    }

    /**
     * Says whether it is a label, a note or a source: nothing that is decided.
     *
     * @return true if it is
     */
    public boolean isWording() {
        return isWording;
    }

    /**
     * Says where it stands.
     *
     * @return the path
     */
    public String path() {
        return path;
    }

    /**
     * Gives the value in the first rulebook.
     *
     * @return JSON, cut short
     */
    public String before() {
        return before;
    }

    /**
     * Gives the value in the second.
     *
     * @return JSON, cut short
     */
    public String after() {
        return after;
    }

    /**
     * Gives the first day on which it differs.
     *
     * @return the day, if it is dated
     */
    public Optional<LocalDate> from() {
        return Optional.ofNullable(from);
    }

    /**
     * Gives the last day on which it differs.
     *
     * @return the day, if it is dated
     */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }

    /**
     * Gives its line in the first rulebook.
     *
     * @return the line, or 0
     */
    public int beforeLine() {
        return beforeLine;
    }

    /**
     * Gives its line in the second.
     *
     * @return the line, or 0
     */
    public int afterLine() {
        return afterLine;
    }

    @Override
    Object[] content() {
        return new Object[] {kind, isWording, path, before, after, from, until, beforeLine, afterLine};
    }
}
