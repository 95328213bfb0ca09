// SPDX-License-Identifier: MIT
package org.mutualaid;

/** An argument is empty or out of its range. */
public final class InvalidArgumentException extends MutualAidException {
    private static final long serialVersionUID = 1L;

    InvalidArgumentException(Failure failure) {
        super(failure);
    }
}
