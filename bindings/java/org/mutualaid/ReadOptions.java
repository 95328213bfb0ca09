// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** How a rulebook is to be read; immutable, begins with the defaults. */
public final class ReadOptions {
    /** Everything by default. */
    public static final ReadOptions DEFAULTS =
            new ReadOptions(Collections.<String, String>emptyMap(), true, 0, 0, 0);

    private final Map<String, String> overrides;
    private final boolean runsExamples;
    private final long memoryCap;
    private final long caseMemoryCap;
    private final long textLimit;

    private ReadOptions(Map<String, String> overrides, boolean runsExamples, long memoryCap,
            long caseMemoryCap, long textLimit) {
        this.overrides = overrides;
        this.runsExamples = runsExamples;
        this.memoryCap = notNegative(memoryCap);
        this.caseMemoryCap = notNegative(caseMemoryCap);
        this.textLimit = notNegative(textLimit);
    }

    private static long notNegative(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException(bytes + " bytes are less than none");
        }
        return bytes;
    }

    /**
     * Puts something in the place of a parameter.
     *
     * @param parameter name of the parameter
     * @param literal as in the rulebook, without quotes: {@code 48.00},
     *     {@code 20%}, {@code 2011-01-01}, {@code 3}, {@code true}
     * @return these options and that one
     */
    public ReadOptions override(String parameter, String literal) {
        Map<String, String> more = new LinkedHashMap<>(overrides);
        more.put(Objects.requireNonNull(parameter), Objects.requireNonNull(literal));
        return new ReadOptions(more, runsExamples, memoryCap, caseMemoryCap, textLimit);
    }

    /**
     * Does not run the examples of the rulebook.
     *
     * @return these options and that one
     */
    public ReadOptions withoutExamples() {
        return new ReadOptions(overrides, false, memoryCap, caseMemoryCap, textLimit);
    }

    /**
     * Limits the memory of the rulebook.
     *
     * @param bytes the most that it may take; 0 for 1 GiB
     * @return these options and that one
     */
    public ReadOptions memoryCap(long bytes) {
        return new ReadOptions(overrides, runsExamples, bytes, caseMemoryCap, textLimit);
    }

    /**
     * Limits the memory of each decision.
     *
     * @param bytes the most that it may take; 0 for 64 MiB
     * @return these options and that one
     */
    public ReadOptions caseMemoryCap(long bytes) {
        return new ReadOptions(overrides, runsExamples, memoryCap, bytes, textLimit);
    }

    /**
     * Limits the length of the text.
     *
     * @param bytes the most that it may have; 0 for 64 MiB
     * @return these options and that one
     */
    public ReadOptions textLimit(long bytes) {
        return new ReadOptions(overrides, runsExamples, memoryCap, caseMemoryCap, bytes);
    }

    /** Writes the options as the library reads them. */
    byte[] write() {
        RecordWriter record = new RecordWriter();
        record.integer(runsExamples ? 0 : 1);
        record.integer(memoryCap).integer(caseMemoryCap).integer(textLimit);
        record.integer(overrides.size());
        for (Map.Entry<String, String> entry : overrides.entrySet()) {
            record.string(entry.getKey()).string(entry.getValue());
        }
        return record.toBytes();
    }
}
