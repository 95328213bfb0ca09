// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.Locale;

/** The languages in which a decision explains itself, by their numbers. */
enum Language {
    ZH, EN;

    /** Chinese for Chinese, English for everything else. */
    static Language of(Locale locale) {
        return locale.getLanguage().equals("zh") ? ZH : EN;
    }
}
