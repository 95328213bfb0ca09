// SPDX-License-Identifier: MIT
package org.mutualaid;

/**
 * To what a payment goes first; each goes oldest first. The order is that of the library's
 * numbers.
 */
public enum Allocation {
    /** Penalty, compound interest, interest, principal. */
    CHARGES_FIRST,

    /** Interest, compound interest, penalty, principal. */
    INTEREST_FIRST,

    /** Principal, interest, compound interest, penalty. */
    PRINCIPAL_FIRST,

    /** Row by row its interest and its principal, then compound interest, penalty. */
    OLDEST_FIRST;

    private static final Allocation[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static Allocation fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no Allocation has the number " + code);
        }
        return BY_CODE[code];
    }
}
