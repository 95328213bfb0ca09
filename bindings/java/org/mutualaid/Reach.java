// SPDX-License-Identifier: MIT
package org.mutualaid;

/** How far a clause was reached by examples. The order is that of the library's numbers. */
public enum Reach {
    /** No example reached it. */
    NEVER,

    /** Read, but it changed nothing. */
    READ,

    /** It moved an amount, chose, or refused. */
    DECISIVE;

    private static final Reach[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static Reach fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no Reach has the number " + code);
        }
        return BY_CODE[code];
    }
}
