// SPDX-License-Identifier: MIT
package org.mutualaid;

/** Whether there is a value. The order is that of the library's numbers. */
public enum State {
    /** There is a value. */
    GIVEN,

    /** It was said that there is none. */
    ABSENT,

    /** The rulebook has no rule for this date or key. */
    NO_RULE,

    /** Not given: unknown so far. */
    OPEN;

    private static final State[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static State fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no State has the number " + code);
        }
        return BY_CODE[code];
    }
}
