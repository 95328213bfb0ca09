// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;

/** What the bank reports and the union pays for some days: a quarter. */
public final class LoanStatement extends Plain {
    private final BigDecimal interestDue;
    private final BigDecimal principalDue;
    private final BigDecimal interestPaid;
    private final BigDecimal principalPaid;
    private final BigDecimal chargesPaid;
    private final BigDecimal subsidy;
    private final BigDecimal outstanding;
    private final BigDecimal overdue;

    LoanStatement(RecordReader record, Book book) {
        interestDue = BigDecimal.valueOf(record.integer(), book.decimals);
        principalDue = BigDecimal.valueOf(record.integer(), book.decimals);
        interestPaid = BigDecimal.valueOf(record.integer(), book.decimals);
        principalPaid = BigDecimal.valueOf(record.integer(), book.decimals);
        chargesPaid = BigDecimal.valueOf(record.integer(), book.decimals);
        subsidy = BigDecimal.valueOf(record.integer(), book.decimals);
        outstanding = BigDecimal.valueOf(record.integer(), book.decimals);
        overdue = BigDecimal.valueOf(record.integer(), book.decimals);
    }

    /**
     * Gives the interest of rows due in these days.
     *
     * @return an amount of the currency
     */
    public BigDecimal interestDue() {
        return interestDue;
    }

    /**
     * Gives the principal of rows due in these days, and prepaid.
     *
     * @return an amount of the currency
     */
    public BigDecimal principalDue() {
        return principalDue;
    }

    /**
     * Gives the interest that came in.
     *
     * @return an amount of the currency
     */
    public BigDecimal interestPaid() {
        return interestPaid;
    }

    /**
     * Gives the principal that came in.
     *
     * @return an amount of the currency
     */
    public BigDecimal principalPaid() {
        return principalPaid;
    }

    /**
     * Gives the penalty and compound interest that came in.
     *
     * @return an amount of the currency
     */
    public BigDecimal chargesPaid() {
        return chargesPaid;
    }

    /**
     * Gives the subsidised interest of the rows whose interest was paid in full in these days:
     * what is refunded.
     *
     * @return an amount of the currency
     */
    public BigDecimal subsidy() {
        return subsidy;
    }

    /**
     * Gives the principal not paid back at their end.
     *
     * @return an amount of the currency
     */
    public BigDecimal outstanding() {
        return outstanding;
    }

    /**
     * Gives the principal and interest due and not paid at their end.
     *
     * @return an amount of the currency
     */
    public BigDecimal overdue() {
        return overdue;
    }

    @Override
    Object[] content() {
        return new Object[] {
            interestDue, principalDue, interestPaid, principalPaid, chargesPaid, subsidy,
            outstanding, overdue};
    }
}
