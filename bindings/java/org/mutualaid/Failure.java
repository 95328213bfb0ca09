// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.io.Serializable;

/** What the library says when it refuses; the exceptions carry it. */
final class Failure implements Serializable {
    private static final long serialVersionUID = 1L;

    final int code;
    final String codeName;
    final int line;
    final int column;
    final String fact;
    final String text;
    final String remedy;

    Failure(int code, String codeName, int line, int column, String fact, String text,
            String remedy) {
        this.code = code;
        this.codeName = codeName;
        this.line = line;
        this.column = column;
        this.fact = fact;
        this.text = text;
        this.remedy = remedy;
    }

    /** A refusal by this package itself. */
    Failure(String fact, String text, String remedy) {
        this(0, "none", 0, 0, fact, text, remedy);
    }

    /** Place, text and remedy in one sentence. */
    String message() {
        String place = line == 0 ? "" : "line " + line + ", column " + column + ": ";
        return place + text + (remedy.isEmpty() ? "" : " (" + remedy + ")");
    }
}
