// SPDX-License-Identifier: MIT
package org.mutualaid;

/** What a note is about. The order is that of the library's numbers. */
public enum NoteKind {
    /** A clause that is assumed. */
    ASSUMED,

    /** A fact was not given; its default stood in. */
    DEFAULT,

    /** A parameter that the caller replaced. */
    OVERRIDE,

    /** A series was read past its known end. */
    PAST_KNOWN,

    /** A clause that is inferred. */
    INFERRED;

    private static final NoteKind[] BY_CODE = values();

    /**
     * Finds the word that has a number of the library.
     *
     * @param code the number
     * @return the word
     * @throws IllegalArgumentException if no word has that number
     */
    public static NoteKind fromCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no NoteKind has the number " + code);
        }
        return BY_CODE[code];
    }
}
