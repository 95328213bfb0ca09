// SPDX-License-Identifier: MIT
package org.mutualaid;

/** There is no memory for the library, or a memory cap is reached. */
public final class MemoryLimitException extends MutualAidException {
    private static final long serialVersionUID = 1L;

    MemoryLimitException(Failure failure) {
        super(failure);
    }
}
