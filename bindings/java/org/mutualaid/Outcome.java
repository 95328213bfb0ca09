// SPDX-License-Identifier: MIT
package org.mutualaid;

/** How a decision, or one item of it, came out. The order is that of the library's numbers. */
public enum Outcome {
    /** Paid, possibly with nothing. */
    ELIGIBLE,

    /** Not paid, with reasons. */
    REFUSED,

    /** Facts are missing. */
    UNDETERMINED,

    /** An item that the case is not about. */
    NOT_APPLYING;

    private static final Outcome[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static Outcome fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no Outcome has the number " + code);
        }
        return BY_CODE[code];
    }
}
