// SPDX-License-Identifier: MIT
package org.mutualaid;

/** How a loan is paid back. The order is that of the library's numbers. */
public enum Repayment {
    /** Interest on due days, principal at the end. */
    INTEREST_ONLY,

    /** All at the end. */
    BULLET,

    /** Equal instalments of principal and interest. */
    LEVEL_PAYMENT,

    /** Equal parts of principal, and interest. */
    LEVEL_PRINCIPAL;

    private static final Repayment[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static Repayment fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no Repayment has the number " + code);
        }
        return BY_CODE[code];
    }
}
