// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** One row: the interest of a stretch of days, and what is due with it. */
public final class Instalment extends Plain {
    private final LocalDate start;
    private final LocalDate until;
    private final LocalDate due;
    private final int days;
    private final Value rate;
    private final BigDecimal opening;
    private final BigDecimal prepaid;
    private final BigDecimal interest;
    private final BigDecimal principal;
    private final BigDecimal payment;
    private final BigDecimal balance;
    private final BigDecimal borrowerInterest;
    private final BigDecimal subsidisedInterest;
    private final boolean isExtension;
    private final boolean isPastKnown;
    private final BigDecimal interestPaid;
    private final BigDecimal principalPaid;
    private final LocalDate interestPaidOn;
    private final LocalDate paidOn;
    private final BigDecimal penalty;
    private final BigDecimal compound;

    Instalment(RecordReader record, Book book) {
        start = LocalDate.ofEpochDay(record.integer());
        until = LocalDate.ofEpochDay(record.integer());
        due = LocalDate.ofEpochDay(record.integer());
        days = record.small();
        rate = new Value(record, book);
        opening = BigDecimal.valueOf(record.integer(), book.decimals);
        prepaid = BigDecimal.valueOf(record.integer(), book.decimals);
        interest = BigDecimal.valueOf(record.integer(), book.decimals);
        principal = BigDecimal.valueOf(record.integer(), book.decimals);
        payment = BigDecimal.valueOf(record.integer(), book.decimals);
        balance = BigDecimal.valueOf(record.integer(), book.decimals);
        borrowerInterest = BigDecimal.valueOf(record.integer(), book.decimals);
        subsidisedInterest = BigDecimal.valueOf(record.integer(), book.decimals);
        isExtension = record.flag();
        isPastKnown = record.flag();
        interestPaid = BigDecimal.valueOf(record.integer(), book.decimals);
        principalPaid = BigDecimal.valueOf(record.integer(), book.decimals);
        interestPaidOn = Schedule.readDay(record);
        paidOn = Schedule.readDay(record);
        penalty = BigDecimal.valueOf(record.integer(), book.decimals);
        compound = BigDecimal.valueOf(record.integer(), book.decimals);
    }

    /**
     * Gives the first day that bears interest.
     *
     * @return the day
     */
    public LocalDate start() {
        return start;
    }

    /**
     * Gives the first that no longer does.
     *
     * @return the day
     */
    public LocalDate until() {
        return until;
    }

    /**
     * Gives the day on which it is due: {@link #until}, or where due days are included the day
     * before, but for the last row.
     *
     * @return the day
     */
    public LocalDate due() {
        return due;
    }

    /**
     * Counts the days: until - from.
     *
     * @return how many
     */
    public int days() {
        return days;
    }

    /**
     * Gives the yearly rate at its beginning.
     *
     * @return the rate
     */
    public Value rate() {
        return rate;
    }

    /**
     * Gives the principal outstanding at its beginning.
     *
     * @return an amount of the currency
     */
    public BigDecimal opening() {
        return opening;
    }

    /**
     * Gives what was paid before it was due, inside the row.
     *
     * @return an amount of the currency
     */
    public BigDecimal prepaid() {
        return prepaid;
    }

    /**
     * Gives the interest, rounded once.
     *
     * @return an amount of the currency
     */
    public BigDecimal interest() {
        return interest;
    }

    /**
     * Gives the principal due on the due day.
     *
     * @return an amount of the currency
     */
    public BigDecimal principal() {
        return principal;
    }

    /**
     * Gives interest + principal.
     *
     * @return an amount of the currency
     */
    public BigDecimal payment() {
        return payment;
    }

    /**
     * Gives the principal outstanding after it.
     *
     * @return an amount of the currency
     */
    public BigDecimal balance() {
        return balance;
    }

    /**
     * Gives the borrower's part of the interest.
     *
     * @return an amount of the currency
     */
    public BigDecimal borrowerInterest() {
        return borrowerInterest;
    }

    /**
     * Gives the rest; the sum is exact.
     *
     * @return an amount of the currency
     */
    public BigDecimal subsidisedInterest() {
        return subsidisedInterest;
    }

    /**
     * Says whether it is interest of an extension.
     *
     * @return true if it is
     */
    public boolean isExtension() {
        return isExtension;
    }

    /**
     * Says whether its rate was read past the known end of a series.
     *
     * @return true if it was
     */
    public boolean isPastKnown() {
        return isPastKnown;
    }

    /**
     * Gives its interest paid up to {@code as_of}.
     *
     * @return an amount of the currency
     */
    public BigDecimal interestPaid() {
        return interestPaid;
    }

    /**
     * Gives its principal paid up to {@code as_of}, without {@code prepaid}.
     *
     * @return an amount of the currency
     */
    public BigDecimal principalPaid() {
        return principalPaid;
    }

    /**
     * Gives the day on which its interest was paid in full; then the subsidised part is
     * payable.
     *
     * @return the day, if there is one
     */
    public Optional<LocalDate> interestPaidOn() {
        return Optional.ofNullable(interestPaidOn);
    }

    /**
     * Gives the day on which all of it was paid.
     *
     * @return the day, if there is one
     */
    public Optional<LocalDate> paidOn() {
        return Optional.ofNullable(paidOn);
    }

    /**
     * Gives the penalty on its principal while overdue, up to {@code as_of}.
     *
     * @return an amount of the currency
     */
    public BigDecimal penalty() {
        return penalty;
    }

    /**
     * Gives the compound interest on its interest while overdue, up to {@code as_of}.
     *
     * @return an amount of the currency
     */
    public BigDecimal compound() {
        return compound;
    }

    @Override
    Object[] content() {
        return new Object[] {
            start, until, due, days, rate, opening, prepaid, interest, principal, payment,
            balance, borrowerInterest, subsidisedInterest, isExtension, isPastKnown,
            interestPaid, principalPaid, interestPaidOn, paidOn, penalty, compound};
    }
}
