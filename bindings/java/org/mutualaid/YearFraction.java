// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.time.LocalDate;
import java.util.Objects;
import org.mutualaid.internal.Core;
import org.mutualaid.internal.NativeLoader;

/** How long a stretch of days is, by a day count. */
public final class YearFraction extends Plain {
    private final long days;
    private final long numerator;
    private final long denominator;

    private YearFraction(RecordReader record) {
        days = record.integer();
        numerator = record.integer();
        denominator = record.integer();
    }

    /**
     * Counts the days between two days by a day count.
     *
     * @param dayCount its name: {@code actual_360}, {@code actual_364},
     *     {@code actual_365}, {@code actual_actual_isda},
     *     {@code actual_actual_dec31}, {@code 30_360_bond},
     *     {@code 30_360_european}, {@code 30_360_isda} or {@code 30_360_us}
     * @param start the first day, counted
     * @param until the last day, not counted; not before {@code start}
     * @return days and years
     * @throws UnknownNameException if there is no such day count
     * @throws InvalidArgumentException if {@code until} is before {@code start}
     */
    public static YearFraction between(String dayCount, LocalDate start, LocalDate until) {
        return count(dayCount, start, until, Integer.MIN_VALUE);
    }

    /**
     * Counts the days between two days of a loan by a day count.
     *
     * @param dayCount its name, as above
     * @param start the first day, counted
     * @param until the last day, not counted; not before {@code start}
     * @param end the day on which the loan ends: a last day of February that is it
     *     counts as it is in {@code 30_360_isda}
     * @return days and years
     * @throws UnknownNameException if there is no such day count
     * @throws InvalidArgumentException if {@code until} is before {@code start}
     */
    public static YearFraction between(String dayCount, LocalDate start, LocalDate until,
            LocalDate end) {
        return count(dayCount, start, until, Math.toIntExact(end.toEpochDay()));
    }

    private static YearFraction count(String dayCount, LocalDate start, LocalDate until, int end) {
        NativeLoader.load();
        byte[] name = RecordWriter.utf8(Objects.requireNonNull(dayCount, "dayCount"));
        return new YearFraction(new RecordReader(Core.day_count(name,
                Math.toIntExact(start.toEpochDay()), Math.toIntExact(until.toEpochDay()), end)));
    }

    /**
     * Gives the days as this day count counts them.
     *
     * @return how many
     */
    public long days() {
        return days;
    }

    /**
     * Gives the numerator of the years, exact.
     *
     * @return the upper half of a reduced ratio
     */
    public long numerator() {
        return numerator;
    }

    /**
     * Gives the denominator of the years.
     *
     * @return the lower half, at least 1
     */
    public long denominator() {
        return denominator;
    }

    @Override
    Object[] content() {
        return new Object[] {days, numerator, denominator};
    }
}
