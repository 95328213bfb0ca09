// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.io.Serializable;

/** One fault or warning of a rulebook. */
public final class Fault extends Plain implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Which fault. */
    private final int code;
    /** The same as a word. */
    private final String codeName;
    /** Who sees it. */
    private final String layer;
    /** Whether it was read all the same. */
    private final boolean isWarning;
    /** From 1. */
    private final int line;
    /** From 1. */
    private final int column;
    /** In bytes. */
    private final long offset;
    /** What is wrong. */
    private final String text;
    /** What to do. */
    private final String remedy;

    Fault(RecordReader record) {
        code = record.small();
        codeName = record.string();
        layer = record.string();
        isWarning = record.flag();
        line = record.small();
        column = record.small();
        offset = record.integer();
        text = record.string();
        remedy = record.string();
    }

    /**
     * Says which fault it is.
     *
     * @return the permanent number (messages.def)
     */
    public int code() {
        return code;
    }

    /**
     * Names the fault.
     *
     * @return the number as a word, such as {@code duplicate_key}
     */
    public String codeName() {
        return codeName;
    }

    /**
     * Says who sees it.
     *
     * @return {@code syntax}, {@code schema}, {@code meaning} or {@code warning}
     */
    public String layer() {
        return layer;
    }

    /**
     * Says whether the rulebook was read all the same.
     *
     * @return true for a warning
     */
    public boolean isWarning() {
        return isWarning;
    }

    /**
     * Says where it stands in the text.
     *
     * @return the line, from 1; 0 for the document as a whole
     */
    public int line() {
        return line;
    }

    /**
     * Says where it stands in the line.
     *
     * @return the column, from 1, in characters
     */
    public int column() {
        return column;
    }

    /**
     * Says where it stands in bytes.
     *
     * @return the offset in the text
     */
    public long offset() {
        return offset;
    }

    /**
     * Says what is wrong.
     *
     * @return one English sentence
     */
    public String text() {
        return text;
    }

    /**
     * Says what to do.
     *
     * @return one English sentence
     */
    public String remedy() {
        return remedy;
    }

    @Override
    Object[] content() {
        return new Object[] {code, codeName, layer, isWarning, line, column, offset, text, remedy};
    }
}
