// SPDX-License-Identifier: MIT
package org.mutualaid;

/** How a requirement came out. The order is that of the library's numbers. */
public enum Verdict {
    /** It does not stand in the way. */
    HELD,

    /** It refuses. */
    FAILED,

    /** Facts are missing. */
    OPEN;

    private static final Verdict[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static Verdict fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no Verdict has the number " + code);
        }
        return BY_CODE[code];
    }
}
