// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.mutualaid.internal.RulebookHandle;

/**
 * The instalments of a loan, and what became of them; immutable. Equal to a
 * schedule with the same rows by the same rulebook.
 *
 * <p>Everything but its texts and statements is copied when it is made. Those are
 * made when they are asked for, for which the rulebook must still be open.
 */
public final class Schedule {
    private static final int JSON = -1;

    // Keeps the rulebook from being taken for a forgotten one.
    private final Rulebook rulebook;
    private final Book book;
    private final String loan;
    private final byte[] name;
    private final byte[] request;
    private final byte[] facts;
    private final byte[] days;
    private final byte[] record;
    private final Repayment repayment;
    private final LocalDate signedOn;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final LocalDate asOf;
    private final BigDecimal instalment;
    private final BigDecimal principal;
    private final BigDecimal interest;
    private final BigDecimal borrowerInterest;
    private final BigDecimal subsidisedInterest;
    private final BigDecimal subsidyPayable;
    private final BigDecimal principalPaid;
    private final BigDecimal interestPaid;
    private final BigDecimal penalty;
    private final BigDecimal penaltyPaid;
    private final BigDecimal compound;
    private final BigDecimal compoundPaid;
    private final BigDecimal unused;
    private final BigDecimal overduePrincipal;
    private final BigDecimal overdueInterest;
    private final List<LoanRate> rates;
    private final List<Note> notes;
    private final List<Instalment> rows;

    Schedule(Rulebook rulebook, Book book, String loan, byte[] request, byte[] facts,
            byte[] days) {
        this.rulebook = rulebook;
        this.book = book;
        this.loan = loan;
        this.name = RecordWriter.utf8(loan);
        this.request = request;
        this.facts = facts;
        this.days = days;
        this.record = book.inside(handle -> handle.schedule(name, request, facts, days));
        RecordReader in = new RecordReader(record);
        principal = money(in);
        repayment = Repayment.fromCode(in.small());
        signedOn = LocalDate.ofEpochDay(in.integer());
        firstDay = LocalDate.ofEpochDay(in.integer());
        lastDay = LocalDate.ofEpochDay(in.integer());
        asOf = LocalDate.ofEpochDay(in.integer());
        instalment = money(in);
        interest = money(in);
        borrowerInterest = money(in);
        subsidisedInterest = money(in);
        subsidyPayable = money(in);
        principalPaid = money(in);
        interestPaid = money(in);
        penalty = money(in);
        penaltyPaid = money(in);
        compound = money(in);
        compoundPaid = money(in);
        unused = money(in);
        overduePrincipal = money(in);
        overdueInterest = money(in);
        rates = in.many(() -> new LoanRate(in, book));
        notes = in.many(() -> new Note(in, book));
        rows = in.many(() -> new Instalment(in, book));
    }

    private BigDecimal money(RecordReader in) {
        return BigDecimal.valueOf(in.integer(), book.decimals);
    }

    /** A day, or null where there is none. */
    static LocalDate readDay(RecordReader in) {
        long day = in.integer();
        return day == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
    }

    // --- the loan --------------------------------------------------------

    /**
     * Names the loan.
     *
     * @return its name
     */
    public String loan() {
        return loan;
    }

    /**
     * Gives the code of the currency.
     *
     * @return the code: {@code CNY}
     */
    public String currency() {
        return book.currency;
    }

    /**
     * Gives the digest of the rulebook whose terms these are.
     *
     * @return SHA-256, 64 hex digits
     */
    public String digest() {
        return book.digest;
    }

    /**
     * Says how it is paid back.
     *
     * @return the form
     */
    public Repayment repayment() {
        return repayment;
    }

    /**
     * Gives the day of the terms.
     *
     * @return the day
     */
    public LocalDate signedOn() {
        return signedOn;
    }

    /**
     * Gives the first day that bears interest.
     *
     * @return the day
     */
    public LocalDate firstDay() {
        return firstDay;
    }

    /**
     * Gives the last due day.
     *
     * @return the day
     */
    public LocalDate lastDay() {
        return lastDay;
    }

    /**
     * Gives the last day looked at.
     *
     * @return the day
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * Gives the first level instalment, or equal part of principal.
     *
     * @return an amount of the currency; 0 for a form that has none
     */
    public BigDecimal instalment() {
        return instalment;
    }

    /**
     * Gives what was lent.
     *
     * @return an amount of the currency
     */
    public BigDecimal principal() {
        return principal;
    }

    // --- sums over all rows ----------------------------------------------

    /**
     * Gives the interest of all rows.
     *
     * @return an amount of the currency
     */
    public BigDecimal interest() {
        return interest;
    }

    /**
     * Gives the borrower's part of it.
     *
     * @return an amount of the currency
     */
    public BigDecimal borrowerInterest() {
        return borrowerInterest;
    }

    /**
     * Gives the rest of it.
     *
     * @return an amount of the currency
     */
    public BigDecimal subsidisedInterest() {
        return subsidisedInterest;
    }

    /**
     * Gives what of it is subsidised and, up to {@link #asOf}, due and paid.
     *
     * @return an amount of the currency
     */
    public BigDecimal subsidyPayable() {
        return subsidyPayable;
    }

    /**
     * Gives the principal paid up to {@link #asOf}, prepayments included.
     *
     * @return an amount of the currency
     */
    public BigDecimal principalPaid() {
        return principalPaid;
    }

    /**
     * Gives the interest paid up to {@link #asOf}.
     *
     * @return an amount of the currency
     */
    public BigDecimal interestPaid() {
        return interestPaid;
    }

    /**
     * Gives the penalty charged up to {@link #asOf}.
     *
     * @return an amount of the currency
     */
    public BigDecimal penalty() {
        return penalty;
    }

    /**
     * Gives the penalty that was paid.
     *
     * @return an amount of the currency
     */
    public BigDecimal penaltyPaid() {
        return penaltyPaid;
    }

    /**
     * Gives the compound interest charged up to {@link #asOf}.
     *
     * @return an amount of the currency
     */
    public BigDecimal compound() {
        return compound;
    }

    /**
     * Gives the compound interest that was paid.
     *
     * @return an amount of the currency
     */
    public BigDecimal compoundPaid() {
        return compoundPaid;
    }

    /**
     * Gives what was paid and waits for the next due day.
     *
     * @return an amount of the currency
     */
    public BigDecimal unused() {
        return unused;
    }

    /**
     * Gives the principal due up to {@link #asOf} and not paid.
     *
     * @return an amount of the currency
     */
    public BigDecimal overduePrincipal() {
        return overduePrincipal;
    }

    /**
     * Gives the interest due up to {@link #asOf} and not paid.
     *
     * @return an amount of the currency
     */
    public BigDecimal overdueInterest() {
        return overdueInterest;
    }

    // --- rows ------------------------------------------------------------

    /**
     * Lists the instalments.
     *
     * @return the rows; unmodifiable
     */
    public List<Instalment> rows() {
        return rows;
    }

    /**
     * Lists the rates by the day they begin.
     *
     * @return the rates; unmodifiable
     */
    public List<LoanRate> rates() {
        return rates;
    }

    /**
     * Lists the assumed clauses, defaults and overrides that the terms leaned on.
     *
     * @return the notes; unmodifiable
     */
    public List<Note> notes() {
        return notes;
    }

    /**
     * States what fell due, what was paid and what subsidy that makes payable in
     * some days. Statements of days that follow one another sum to the schedule.
     *
     * @param start the first day
     * @param until the last day, included
     * @return the sums
     * @throws InvalidArgumentException if {@code until} is before {@code start}
     * @throws IllegalStateException if the rulebook is closed
     */
    public LoanStatement statement(LocalDate start, LocalDate until) {
        int from = Math.toIntExact(start.toEpochDay());
        int to = Math.toIntExact(until.toEpochDay());
        return new LoanStatement(new RecordReader(write(handle ->
                handle.loan_statement(name, request, facts, days, from, to))), book);
    }

    // --- as text ---------------------------------------------------------

    private <T> T write(Function<RulebookHandle, T> call) {
        if (rulebook.isClosed()) {
            throw new IllegalStateException("the rulebook \"" + book.id + "\" of this schedule is"
                    + " closed: ask for texts and statements before closing it");
        }
        return book.inside(call);
    }

    private String text(int language) {
        return write(handle -> handle.schedule_text(name, request, facts, days, language));
    }

    /**
     * Writes it as a table with its sums.
     *
     * @param locale Chinese, or anything else for English
     * @return the text, of several lines
     * @throws IllegalStateException if the rulebook is closed
     */
    public String explain(Locale locale) {
        return text(Language.of(locale).ordinal());
    }

    /**
     * Writes it as JSON (schedule.schema.json).
     *
     * @return the text
     * @throws IllegalStateException if the rulebook is closed
     */
    public String toJson() {
        return text(JSON);
    }

    // --- as a value ------------------------------------------------------

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Schedule)) {
            return false;
        }
        Schedule that = (Schedule) other;
        return loan.equals(that.loan) && digest().equals(that.digest())
                && Arrays.equals(record, that.record);
    }

    @Override
    public int hashCode() {
        return Objects.hash(loan, digest(), Arrays.hashCode(record));
    }

    @Override
    public String toString() {
        return "Schedule " + loan + ": " + principal.toPlainString() + " " + currency() + ", "
                + rows.size() + " rows, interest " + interest.toPlainString();
    }
}
