// SPDX-License-Identifier: MIT
package org.mutualaid;

/** The rulebook has no part, fact, choice or parameter of that name. */
public final class UnknownNameException extends MutualAidException {
    private static final long serialVersionUID = 1L;

    UnknownNameException(Failure failure) {
        super(failure);
    }
}
