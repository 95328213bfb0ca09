// SPDX-License-Identifier: MIT
package org.mutualaid;

/** The value is outside its declared range, or two facts contradict each other. */
public final class OutOfRangeException extends MutualAidException {
    private static final long serialVersionUID = 1L;

    OutOfRangeException(Failure failure) {
        super(failure);
    }
}
