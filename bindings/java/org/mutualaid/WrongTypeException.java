// SPDX-License-Identifier: MIT
package org.mutualaid;

/** The value is of another type than the fact, or cannot be read. */
public final class WrongTypeException extends MutualAidException {
    private static final long serialVersionUID = 1L;

    WrongTypeException(Failure failure) {
        super(failure);
    }
}
