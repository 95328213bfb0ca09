// SPDX-License-Identifier: MIT
package org.mutualaid;

/** A text did not fit; this package makes its buffers long enough. */
public final class BufferTooShortException extends MutualAidException {
    private static final long serialVersionUID = 1L;

    BufferTooShortException(Failure failure) {
        super(failure);
    }
}
