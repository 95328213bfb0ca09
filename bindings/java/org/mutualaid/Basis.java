// SPDX-License-Identifier: MIT
package org.mutualaid;

/** How sure the rulebook is of a clause. The order is that of the library's numbers. */
public enum Basis {
    /** A published document says so. */
    PUBLISHED,

    /** It follows from published figures. */
    INFERRED,

    /** It was invented so that the rule is complete. */
    ASSUMED;

    private static final Basis[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static Basis fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no Basis has the number " + code);
        }
        return BY_CODE[code];
    }
}
