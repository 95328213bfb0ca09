// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A loan that is asked for, or was granted, and what happened to it since;
 * immutable: each method gives another one.
 *
 * <pre>{@code
 * LoanRequest request = LoanRequest.of(new BigDecimal("100000.00"), Repayment.INTEREST_ONLY)
 *         .signedOn(LocalDate.of(2021, 3, 21)).termMonths(12);
 * }</pre>
 */
public final class LoanRequest extends Plain {
    private BigDecimal principal;
    private Repayment repayment;
    private LocalDate signedOn;
    private LocalDate firstDay;
    private int termMonths;
    private LocalDate lastDay;
    private int gracePeriods;
    private Allocation allocation = Allocation.CHARGES_FIRST;
    private Payments payments = Payments.AS_DUE;
    private LocalDate asOf;
    private List<LoanEvent> events = Collections.emptyList();

    private LoanRequest() {
    }

    private LoanRequest(LoanRequest other) {
        principal = other.principal;
        repayment = other.repayment;
        signedOn = other.signedOn;
        firstDay = other.firstDay;
        termMonths = other.termMonths;
        lastDay = other.lastDay;
        gracePeriods = other.gracePeriods;
        allocation = other.allocation;
        payments = other.payments;
        asOf = other.asOf;
        events = other.events;
    }

    /**
     * Asks for a loan.
     *
     * @param principal what is lent, in the currency
     * @param repayment one of the forms that the loan allows
     * @return the request
     */
    public static LoanRequest of(BigDecimal principal, Repayment repayment) {
        LoanRequest request = new LoanRequest();
        request.principal = Objects.requireNonNull(principal, "principal");
        request.repayment = Objects.requireNonNull(repayment, "repayment");
        return request;
    }

    /**
     * Names the day on which the terms are read; without it the loan's own day in
     * the case.
     *
     * @param day the day
     * @return another request
     */
    public LoanRequest signedOn(LocalDate day) {
        LoanRequest next = new LoanRequest(this);
        next.signedOn = day;
        return next;
    }

    /**
     * Names the day of the drawdown, the first that bears interest; without it
     * the day of signing.
     *
     * @param day the day
     * @return another request
     */
    public LoanRequest firstDay(LocalDate day) {
        LoanRequest next = new LoanRequest(this);
        next.firstDay = day;
        return next;
    }

    /**
     * Says how much later the last day is; without it and without a last day, the
     * months that the loan's term gives for the case.
     *
     * @param months how many
     * @return another request
     */
    public LoanRequest termMonths(int months) {
        LoanRequest next = new LoanRequest(this);
        next.termMonths = months;
        return next;
    }

    /**
     * Names the day on which all is due, bearing no interest itself.
     *
     * @param day the day
     * @return another request
     */
    public LoanRequest lastDay(LocalDate day) {
        LoanRequest next = new LoanRequest(this);
        next.lastDay = day;
        return next;
    }

    /**
     * Says how many first instalments of a level form carry interest only.
     *
     * @param periods how many
     * @return another request
     */
    public LoanRequest gracePeriods(int periods) {
        LoanRequest next = new LoanRequest(this);
        next.gracePeriods = periods;
        return next;
    }

    /**
     * Says to what a payment goes first.
     *
     * @param order the order
     * @return another request
     */
    public LoanRequest allocation(Allocation order) {
        LoanRequest next = new LoanRequest(this);
        next.allocation = Objects.requireNonNull(order, "order");
        return next;
    }

    /**
     * Says what is known of payments.
     *
     * @param known what is known
     * @return another request
     */
    public LoanRequest payments(Payments known) {
        LoanRequest next = new LoanRequest(this);
        next.payments = Objects.requireNonNull(known, "known");
        return next;
    }

    /**
     * Names the last day looked at: later rows are not paid, penalty runs up to
     * it; without it the last day of all rows and events.
     *
     * @param day the day
     * @return another request
     */
    public LoanRequest asOf(LocalDate day) {
        LoanRequest next = new LoanRequest(this);
        next.asOf = day;
        return next;
    }

    /**
     * Adds what happened; on one day it happens in the order in which it is added.
     *
     * @param event what happened
     * @return another request
     */
    public LoanRequest and(LoanEvent event) {
        LoanRequest next = new LoanRequest(this);
        next.events = new ArrayList<>(events);
        next.events.add(Objects.requireNonNull(event, "event"));
        return next;
    }

    static WrongTypeException refusal(String name, Object value, String remedy) {
        return new WrongTypeException(
                new Failure(name, name + " cannot be " + value, remedy));
    }

    /** An amount in minor units; nothing is ever rounded. */
    static long minor(String name, BigDecimal amount, int decimals) {
        try {
            return amount.setScale(decimals).unscaledValue().longValueExact();
        } catch (ArithmeticException e) {
            throw refusal(name, amount, "write an amount with " + decimals + " decimals at most");
        }
    }

    private static long day(LocalDate day) {
        return day == null ? Integer.MIN_VALUE : day.toEpochDay();
    }

    byte[] write(int decimals) {
        RecordWriter record = new RecordWriter().integer(0);
        record.integer(minor("principal", principal, decimals)).integer(repayment.ordinal());
        record.integer(day(signedOn)).integer(day(firstDay));
        record.integer(termMonths).integer(day(lastDay)).integer(gracePeriods);
        record.integer(allocation.ordinal()).integer(payments.ordinal()).integer(day(asOf));
        record.integer(events.size());
        for (LoanEvent event : events) {
            event.write(record, decimals);
        }
        return record.toBytes();
    }

    @Override
    Object[] content() {
        return new Object[] {principal, repayment, signedOn, firstDay, termMonths, lastDay,
            gracePeriods, allocation, payments, asOf, events};
    }
}
