// SPDX-License-Identifier: MIT
package org.mutualaid;

/**
 * How what was found is compared with what is required. The order is that of the
 * library's numbers.
 */
public enum Relation {
    /** A flag is yes. */
    IS,

    /** Equal. */
    EQUALS,

    /** One of a list. */
    IN,

    /** Not below. */
    AT_LEAST,

    /** Not above. */
    AT_MOST,

    /** Above. */
    ABOVE,

    /** Below. */
    BELOW,

    /** Given, not absent. */
    EXISTS;

    private static final Relation[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static Relation fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no Relation has the number " + code);
        }
        return BY_CODE[code];
    }
}
