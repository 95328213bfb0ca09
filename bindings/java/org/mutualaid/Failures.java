// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.nio.charset.StandardCharsets;

/** Makes the exception of each status; called from native code. */
final class Failures {
    private Failures() {
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Throws what the library reports. */
    static void raise(int status, int code, byte[] codeName, int line, int column, byte[] fact,
            byte[] text, byte[] remedy) throws RulebookException {
        Failure failure = new Failure(code, text(codeName), line, column, text(fact), text(text),
                text(remedy));
        if (status == 3) {
            throw new RulebookException(failure);
        }
        throw of(status, failure);
    }

    /** The exception of a status other than that of a faulty rulebook. */
    static MutualAidException of(int status, Failure failure) {
        switch (status) {
            case 1:
                return new InvalidArgumentException(failure);
            case 2:
                return new MemoryLimitException(failure);
            case 4:
                return new UnknownNameException(failure);
            case 5:
                return new WrongTypeException(failure);
            case 6:
                return new OutOfRangeException(failure);
            case 7:
                return new UndeterminedException(failure);
            case 8:
                return new BufferTooShortException(failure);
            case 9:
                return new CaseException(failure);
            default:
                return new MutualAidException(failure);
        }
    }
}
