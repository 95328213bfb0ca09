// SPDX-License-Identifier: MIT
package org.mutualaid;

/** Which bound is asked for. The order is that of the library's numbers. */
public enum End {
    /** The largest amount that is paid. */
    MOST,

    /** The smallest amount that is paid. */
    LEAST;

    private static final End[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static End fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no End has the number " + code);
        }
        return BY_CODE[code];
    }
}
