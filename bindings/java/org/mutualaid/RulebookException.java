// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The text is no sound rulebook; every fault is listed, not only the first. */
public final class RulebookException extends Exception implements Refusal {
    private static final long serialVersionUID = 1L;

    /** What the library says of the first fault. */
    private final Failure failure;
    /** Every fault and warning. */
    private final ArrayList<Fault> faults;
    /** The first fault's line with a caret. */
    private final String excerpt;

    RulebookException(Failure failure) {
        this(failure, new byte[0], Collections.<Fault>emptyList());
    }

    private RulebookException(Failure failure, byte[] source, List<Fault> faults) {
        super(failure.message());
        this.failure = failure;
        this.faults = new ArrayList<>(faults);
        this.excerpt = Excerpt.of(source, failure.line, failure.column);
    }

    /** The same with the text that was read and all of its faults. */
    RulebookException about(byte[] source, List<Fault> all) {
        RulebookException whole = new RulebookException(failure, source, all);
        whole.setStackTrace(getStackTrace());
        return whole;
    }

    /**
     * Lists every fault and warning.
     *
     * @return the faults in the order of the text; unmodifiable
     */
    public List<Fault> getFaults() {
        return Collections.unmodifiableList(faults);
    }

    /**
     * Shows the place of the first fault.
     *
     * @return the line, and below it a caret under the column; empty for a fault
     *     without a place
     */
    public String getExcerpt() {
        return excerpt;
    }

    @Override
    public String getMessage() {
        int more = -1;
        for (Fault fault : faults) {
            more += fault.isWarning() ? 0 : 1;
        }
        return super.getMessage()
                + (excerpt.isEmpty() ? "" : "\n" + excerpt)
                + (more > 0 ? "\nand " + more + " more: see getFaults()" : "");
    }

    @Override
    public int getCode() {
        return failure.code;
    }

    @Override
    public String getCodeName() {
        return failure.codeName;
    }

    @Override
    public int getLine() {
        return failure.line;
    }

    @Override
    public int getColumn() {
        return failure.column;
    }

    @Override
    public String getFact() {
        return failure.fact;
    }

    @Override
    public String getRemedy() {
        return failure.remedy;
    }
}
