// SPDX-License-Identifier: MIT
package org.mutualaid;

/**
 * What every exception of this package says: which failure exactly, where, and
 * what to do about it.
 */
public interface Refusal {
    /**
     * Says which failure it is.
     *
     * @return the permanent number (messages.def); 0 where this package itself
     *     refused
     */
    int getCode();

    /**
     * Names the failure.
     *
     * @return the number as a word, such as {@code duplicate_key}
     */
    String getCodeName();

    /**
     * Says where in the text that was read.
     *
     * @return the line, from 1; 0 for no place
     */
    int getLine();

    /**
     * Says where in the line.
     *
     * @return the column, from 1, in characters; 0 for no place
     */
    int getColumn();

    /**
     * Names the fact, part or name concerned.
     *
     * @return the name, or an empty text
     */
    String getFact();

    /**
     * Says what to do.
     *
     * @return one English sentence, or an empty text
     */
    String getRemedy();
}
