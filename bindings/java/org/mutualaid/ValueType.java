// SPDX-License-Identifier: MIT
package org.mutualaid;

/** What kind of thing a fact or a value is. The order is that of the library's numbers. */
public enum ValueType {
    /** No value at all. */
    NONE,

    /** An amount of the rulebook's currency. */
    MONEY,

    /** A number of things: days, units, people. */
    COUNT,

    /** A quantity in the fact's unit, such as m2. */
    MEASURE,

    /** An exact ratio, written as a percentage. */
    RATE,

    /** A day. */
    DATE,

    /** Yes or no. */
    FLAG,

    /** One of the fact's choices. */
    CHOICE;

    private static final ValueType[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static ValueType fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no ValueType has the number " + code);
        }
        return BY_CODE[code];
    }
}
