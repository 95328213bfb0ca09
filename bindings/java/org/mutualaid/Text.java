// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.Locale;

/** A text in both languages; where one is missing, it repeats the other. */
public final class Text extends Plain {
    private final String zh;
    private final String en;

    Text(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * Gives the Chinese text.
     *
     * @return the text
     */
    public String zh() {
        return zh;
    }

    /**
     * Gives the English text.
     *
     * @return the text
     */
    public String en() {
        return en;
    }

    /**
     * Gives the text for a locale.
     *
     * @param locale Chinese, or anything else for English
     * @return the text
     */
    public String in(Locale locale) {
        return Language.of(locale) == Language.ZH ? zh : en;
    }

    @Override
    public String toString() {
        return en;
    }

    @Override
    Object[] content() {
        return new Object[] {zh, en};
    }
}
