// SPDX-License-Identifier: MIT
package org.mutualaid;

/** The amount is asked for while facts that decide it are missing. */
public final class UndeterminedException extends MutualAidException {
    private static final long serialVersionUID = 1L;

    UndeterminedException(Failure failure) {
        super(failure);
    }
}
