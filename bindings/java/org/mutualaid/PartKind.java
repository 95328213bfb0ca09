// SPDX-License-Identifier: MIT
package org.mutualaid;

/** What kind of thing a part decides. The order is that of the library's numbers. */
public enum PartKind {
    /** The benefits of a scheme. */
    SCHEME,

    /** What a scheme costs. */
    CONTRIBUTION,

    /** Several schemes by one enrolment. */
    PACKAGE,

    /** What a package costs. */
    PACKAGE_CONTRIBUTION,

    /** How much a loan may be. */
    LIMIT;

    private static final PartKind[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static PartKind fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no PartKind has the number " + code);
        }
        return BY_CODE[code];
    }
}
