// SPDX-License-Identifier: MIT
package org.mutualaid;

/** The text is no case: not JSON, unknown keys, or of another rulebook. */
public final class CaseException extends MutualAidException {
    private static final long serialVersionUID = 1L;

    CaseException(Failure failure) {
        super(failure);
    }
}
