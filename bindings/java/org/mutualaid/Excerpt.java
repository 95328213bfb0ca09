// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.nio.charset.StandardCharsets;

/** Draws a caret below a place in a text. */
final class Excerpt {
    private Excerpt() {
    }

    static String of(byte[] source, int line, int column) {
        String[] lines = new String(source, StandardCharsets.UTF_8).split("\n", -1);
        if (line < 1 || line > lines.length) {
            return "";
        }
        String shown = lines[line - 1].replace("\r", "").replace("\ufeff", "");
        String head = line + " | ";
        StringBuilder below = new StringBuilder();
        for (int i = 2; i < head.length(); i++) {
            below.append(' ');
        }
        below.append("| ");
        shown.codePoints().limit(Math.max(0, column - 1)).forEach(c -> below.append(blank(c)));
        return head + shown + "\n" + below + "^";
    }

    /** What stands as wide as a character, and shows nothing. */
    private static String blank(int character) {
        int kind = Character.getType(character);
        if (character == '\t') {
            return "\t";
        }
        if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK) {
            return "";
        }
        return isWide(character) ? "\u3000" : " ";
    }

    private static boolean isWide(int character) {
        return character >= 0x1100 && character <= 0x115f
                || character >= 0x2e80 && character <= 0xa4cf && character != 0x303f
                || character >= 0xac00 && character <= 0xd7a3
                || character >= 0xf900 && character <= 0xfaff
                || character >= 0xfe30 && character <= 0xfe6f
                || character >= 0xff00 && character <= 0xff60
                || character >= 0xffe0 && character <= 0xffe6
                || character >= 0x1f300 && character <= 0x1faff
                || character >= 0x20000 && character <= 0x3fffd;
    }
}
