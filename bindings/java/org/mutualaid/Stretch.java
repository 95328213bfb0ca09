// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.time.LocalDate;

/** Days throughout which a part has the same rules, both included. */
public final class Stretch extends Plain {
    private final LocalDate first;
    private final LocalDate last;

    /**
     * Makes a stretch of days.
     *
     * @param first the first day
     * @param last the last day
     */
    public Stretch(LocalDate first, LocalDate last) {
        this.first = first;
        this.last = last;
    }

    Stretch(RecordReader record) {
        this(LocalDate.ofEpochDay(record.integer()), LocalDate.ofEpochDay(record.integer()));
    }

    /**
     * Gives the first day.
     *
     * @return the day; 1 January of the year 1 if there is none
     */
    public LocalDate first() {
        return first;
    }

    /**
     * Gives the last day.
     *
     * @return the day; 31 December 9999 if there is none
     */
    public LocalDate last() {
        return last;
    }

    @Override
    Object[] content() {
        return new Object[] {first, last};
    }
}
