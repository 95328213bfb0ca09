// SPDX-License-Identifier: MIT
package org.mutualaid;

/**
 * The native library cannot be loaded, or is of another version than this
 * package. The message names the system, every path that was tried and why it
 * failed, and the property to set.
 */
public final class NativeLibraryException extends MutualAidException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception; only the loader does.
     *
     * @param text what was tried and why it failed
     * @param remedy what to do
     */
    public NativeLibraryException(String text, String remedy) {
        super(new Failure("", text, remedy));
    }
}
