// SPDX-License-Identifier: MIT
package org.mutualaid;

/** What happened to a loan. The order is that of the library's numbers. */
public enum LoanEventKind {
    /** The drawdown: the principal on the first day. */
    DRAW,

    /** Money came in; it goes to what is due. */
    REPAY,

    /** Principal is paid before it is due; instalments stay, fewer follow. */
    PREPAY_SHORTER,

    /** The same; their number stays, they are computed anew. */
    PREPAY_LOWER,

    /** Everything is paid back, with the interest up to that day. */
    SETTLE,

    /** From that day on another rate. */
    REPRICE,

    /** Of what falls due on that day an amount is not paid. */
    OVERDUE,

    /** The end is moved. */
    EXTEND;

    private static final LoanEventKind[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static LoanEventKind fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no LoanEventKind has the number " + code);
        }
        return BY_CODE[code];
    }
}
