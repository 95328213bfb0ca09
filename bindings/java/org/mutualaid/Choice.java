// SPDX-License-Identifier: MIT
package org.mutualaid;

/** One of the choices of a fact. */
public final class Choice extends Plain {
    private final String code;
    private final Text label;

    Choice(RecordReader record) {
        code = record.string();
        label = record.text();
    }

    /**
     * Gives what is written in cases.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * Gives what a form shows.
     *
     * @return the label
     */
    public Text label() {
        return label;
    }

    @Override
    public String toString() {
        return code;
    }

    @Override
    Object[] content() {
        return new Object[] {code, label};
    }
}
