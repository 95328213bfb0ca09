// SPDX-License-Identifier: MIT
package org.mutualaid;

/** How a piece of two texts differs. The order is that of the library's numbers. */
public enum DifferenceKind {
    /** Another value. */
    CHANGED,

    /** Only in the second. */
    ADDED,

    /** Only in the first. */
    REMOVED;

    private static final DifferenceKind[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static DifferenceKind fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no DifferenceKind has the number " + code);
        }
        return BY_CODE[code];
    }
}
