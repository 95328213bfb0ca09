// SPDX-License-Identifier: MIT
package org.mutualaid;

/**
 * Something that the library refuses; the classes below it say what kind. Only
 * {@link RulebookException} stands apart, because a rulebook is text from
 * outside that a caller must expect to be faulty.
 */
public class MutualAidException extends RuntimeException implements Refusal {
    private static final long serialVersionUID = 1L;

    /** What the library says. */
    private final Failure failure;

    MutualAidException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    @Override
    public final int getCode() {
        return failure.code;
    }

    @Override
    public final String getCodeName() {
        return failure.codeName;
    }

    @Override
    public final int getLine() {
        return failure.line;
    }

    @Override
    public final int getColumn() {
        return failure.column;
    }

    @Override
    public final String getFact() {
        return failure.fact;
    }

    @Override
    public final String getRemedy() {
        return failure.remedy;
    }
}
