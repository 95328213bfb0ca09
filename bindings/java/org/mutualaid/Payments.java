// SPDX-License-Identifier: MIT
package org.mutualaid;

/** What is known of payments. The order is that of the library's numbers. */
public enum Payments {
    /** What falls due is paid on its due day, but for what overdue events leave unpaid. */
    AS_DUE,

    /** Nothing is paid but by events. */
    BY_EVENTS;

    private static final Payments[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static Payments fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no Payments has the number " + code);
        }
        return BY_CODE[code];
    }
}
