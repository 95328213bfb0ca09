// SPDX-License-Identifier: MIT
package org.mutualaid;

/** What kind of condition a requirement is. The order is that of the library's numbers. */
public enum RequirementKind {
    /** Refuses when it does not hold. */
    REQUIRE,

    /** Refuses when it holds. */
    EXCLUDE,

    /** Refuses when the last day has passed. */
    DEADLINE,

    /** The date lies within the scheme's dates. */
    IN_FORCE,

    /** At least one benefit applies. */
    APPLIES,

    /** There is a rule and a value. */
    RULE,

    /** A scheme of a package is eligible. */
    MEMBER;

    private static final RequirementKind[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static RequirementKind fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no RequirementKind has the number " + code);
        }
        return BY_CODE[code];
    }
}
