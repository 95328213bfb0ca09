// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Objects;

/** What happened to a loan on a day; immutable. */
public final class LoanEvent extends Plain {
    private final LocalDate date;
    private final LoanEventKind kind;
    private final BigDecimal amount;
    private final BigDecimal percent;
    private final int months;

    private LoanEvent(LocalDate date, LoanEventKind kind, BigDecimal amount, BigDecimal percent,
            int months) {
        this.date = Objects.requireNonNull(date, "date");
        this.kind = kind;
        this.amount = amount;
        this.percent = percent;
        this.months = months;
    }

    private static LoanEvent of(LocalDate date, LoanEventKind kind, BigDecimal amount) {
        return new LoanEvent(date, kind, Objects.requireNonNull(amount, "amount"), null, 0);
    }

    /**
     * Says when the principal was drawn; on the first day, once.
     *
     * @param date the day
     * @param amount the principal
     * @return the event
     */
    public static LoanEvent draw(LocalDate date, BigDecimal amount) {
        return of(date, LoanEventKind.DRAW, amount);
    }

    /**
     * Says that money came in; it goes to what is due.
     *
     * @param date the day
     * @param amount how much
     * @return the event
     */
    public static LoanEvent repay(LocalDate date, BigDecimal amount) {
        return of(date, LoanEventKind.REPAY, amount);
    }

    /**
     * Says that principal was paid before it was due: the instalments stay, fewer
     * follow.
     *
     * @param date the day
     * @param amount how much of the principal
     * @return the event
     */
    public static LoanEvent prepayShorter(LocalDate date, BigDecimal amount) {
        return of(date, LoanEventKind.PREPAY_SHORTER, amount);
    }

    /**
     * Says that principal was paid before it was due: the number of instalments
     * stays, they are computed anew.
     *
     * @param date the day
     * @param amount how much of the principal
     * @return the event
     */
    public static LoanEvent prepayLower(LocalDate date, BigDecimal amount) {
        return of(date, LoanEventKind.PREPAY_LOWER, amount);
    }

    /**
     * Says that everything was paid back, with the interest up to that day.
     *
     * @param date the day
     * @return the event
     */
    public static LoanEvent settle(LocalDate date) {
        return new LoanEvent(date, LoanEventKind.SETTLE, null, null, 0);
    }

    /**
     * Says that from a day on the rate is the rulebook's of that day.
     *
     * @param date the first day of the rate
     * @return the event
     */
    public static LoanEvent reprice(LocalDate date) {
        return new LoanEvent(date, LoanEventKind.REPRICE, null, null, 0);
    }

    /**
     * Says that from a day on another rate holds.
     *
     * @param date the first day of the rate
     * @param percent the yearly rate in percent: 3.85
     * @return the event
     */
    public static LoanEvent reprice(LocalDate date, BigDecimal percent) {
        return new LoanEvent(date, LoanEventKind.REPRICE, null,
                Objects.requireNonNull(percent, "percent"), 0);
    }

    /**
     * Says that so much of what fell due on a due day was not paid.
     *
     * @param date the due day
     * @param amount how much
     * @return the event
     */
    public static LoanEvent overdue(LocalDate date, BigDecimal amount) {
        return of(date, LoanEventKind.OVERDUE, amount);
    }

    /**
     * Says that the end was moved by some months.
     *
     * @param date the day on which that was agreed
     * @param months how many
     * @return the event
     */
    public static LoanEvent extend(LocalDate date, int months) {
        return new LoanEvent(date, LoanEventKind.EXTEND, null, null, months);
    }

    void write(RecordWriter record, int decimals) {
        record.integer(date.toEpochDay()).integer(kind.ordinal());
        record.integer(amount == null ? 0 : LoanRequest.minor("amount", amount, decimals));
        writeRate(record);
        record.integer(months);
    }

    private void writeRate(RecordWriter record) {
        BigDecimal rate = percent == null ? null : percent.movePointLeft(2).stripTrailingZeros();
        if (rate == null || rate.scale() > 18 || rate.precision() > 18) {
            if (rate != null) {
                throw LoanRequest.refusal("percent", percent, "write new BigDecimal(\"3.85\")");
            }
            record.integer(0).integer(0);
            return;
        }
        BigInteger bottom = BigInteger.TEN.pow(Math.max(rate.scale(), 0));
        BigInteger top = rate.multiply(new BigDecimal(bottom)).toBigIntegerExact();
        record.integer(top.longValueExact()).integer(bottom.longValueExact());
    }

    @Override
    Object[] content() {
        return new Object[] {date, kind, amount, percent, months};
    }
}
