// SPDX-License-Identifier: MIT
package org.mutualaid;

/** How far a bound is known. The order is that of the library's numbers. */
public enum Certainty {
    /** Proved, and a case attains it. */
    EXACT,

    /** The budget ended first: the bound holds, the case found falls short of it. */
    OPEN,

    /** The bound holds, no case was found. */
    BOUND,

    /** Proved: no case is paid. */
    NEVER;

    private static final Certainty[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static Certainty fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no Certainty has the number " + code);
        }
        return BY_CODE[code];
    }
}
