// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.time.LocalDate;
import java.util.Optional;

/** A rate, and since when. */
public final class LoanRate extends Plain {
    private final LocalDate start;
    private final LocalDate readOn;
    private final Value rate;
    private final Value borrowerRate;
    private final boolean isPastKnown;

    LoanRate(RecordReader record, Book book) {
        start = LocalDate.ofEpochDay(record.integer());
        readOn = Schedule.readDay(record);
        rate = new Value(record, book);
        borrowerRate = new Value(record, book);
        isPastKnown = record.flag();
    }

    /**
     * Gives the first day on which it holds.
     *
     * @return the day
     */
    public LocalDate start() {
        return start;
    }

    /**
     * Gives the day on which the rulebook was read.
     *
     * @return the day; none if an event stated it
     */
    public Optional<LocalDate> readOn() {
        return Optional.ofNullable(readOn);
    }

    /**
     * Gives the yearly rate.
     *
     * @return the rate
     */
    public Value rate() {
        return rate;
    }

    /**
     * Gives what of it the borrower bears at least.
     *
     * @return the rate; none where the subsidy is a share
     */
    public Value borrowerRate() {
        return borrowerRate;
    }

    /**
     * Says whether it was read past the known end of a series.
     *
     * @return true if it was
     */
    public boolean isPastKnown() {
        return isPastKnown;
    }

    @Override
    Object[] content() {
        return new Object[] {start, readOn, rate, borrowerRate, isPastKnown};
    }
}
