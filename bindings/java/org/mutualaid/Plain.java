// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.Arrays;

/** A value: equal to another of its class with the same content. */
abstract class Plain {
    /** What makes the value; always in the same order. */
    abstract Object[] content();

    @Override
    public final boolean equals(Object other) {
        return other != null && other.getClass() == getClass()
                && Arrays.equals(content(), ((Plain) other).content());
    }

    @Override
    public final int hashCode() {
        return Arrays.hashCode(content());
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + Arrays.toString(content());
    }
}
