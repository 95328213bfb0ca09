// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The facts of one case, by name; immutable.
 *
 * <p>A value is what its fact takes: {@link BigDecimal} for money and measures,
 * an integer for counts, {@link LocalDate}, {@link Boolean}, and the code of a
 * choice. Any fact may also be text as the rulebook writes it:
 * {@code "1300.00"}, {@code "20%"}, {@code "2016-03-01"}. An integer for money is
 * refused, because it could be meant in minor units, and so is whatever is not
 * exact. {@code null} is "not given (yet)"; {@link #ABSENT} says that there is
 * none.
 *
 * <pre>{@code
 * Facts facts = Facts.of("admitted_on", LocalDate.of(2016, 3, 1))
 *         .and("hospital_class", 2)
 *         .money("own_payment", new BigDecimal("1300.00"));
 * }</pre>
 */
public final class Facts {
    /** Says that there is none, where {@code null} says that it is not known. */
    public static final Object ABSENT = new Object() {
        @Override
        public String toString() {
            return "ABSENT";
        }
    };

    private static final Facts NONE = new Facts(Collections.<String, Object>emptyMap());

    private final Map<String, Object> values;

    /** A value whose type the caller has named; another fact refuses it. */
    static final class Typed extends Plain {
        final ValueType type;
        final Object value;

        Typed(ValueType type, Object value) {
            this.type = type;
            this.value = value;
        }

        /** The same without the type; a bare decimal is no rate. */
        Object plain() {
            return type == ValueType.RATE ? ((BigDecimal) value).toPlainString() + "%" : value;
        }

        @Override
        Object[] content() {
            return new Object[] {type, value};
        }

        @Override
        public String toString() {
            return String.valueOf(plain());
        }
    }

    private Facts(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Begins with no facts.
     *
     * @return no facts
     */
    public static Facts none() {
        return NONE;
    }

    /**
     * Begins with one fact.
     *
     * @param name the fact
     * @param value its value; null for not given
     * @return that fact
     */
    public static Facts of(String name, Object value) {
        return NONE.and(name, value);
    }

    /**
     * Takes all facts from a map: typed values, text, or both.
     *
     * @param values values by name; null for not given
     * @return those facts
     */
    public static Facts from(Map<String, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            copy.put(Objects.requireNonNull(entry.getKey(), "name"), entry.getValue());
        }
        copy.values().removeAll(Collections.singleton(null));
        return new Facts(copy);
    }

    /**
     * Adds or replaces a fact.
     *
     * @param name the fact
     * @param value its value; null for not given
     * @return these facts and that one
     */
    public Facts and(String name, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(values);
        copy.put(Objects.requireNonNull(name, "name"), value);
        if (value == null) {
            copy.remove(name);
        }
        return new Facts(copy);
    }

    /**
     * Adds money.
     *
     * @param name a fact of type money
     * @param amount an amount of the currency (not of minor units)
     * @return these facts and that one
     */
    public Facts money(String name, BigDecimal amount) {
        return typed(name, ValueType.MONEY, amount);
    }

    /**
     * Adds a count.
     *
     * @param name a fact of type count
     * @param count how many
     * @return these facts and that one
     */
    public Facts count(String name, long count) {
        return typed(name, ValueType.COUNT, count);
    }

    /**
     * Adds a measure.
     *
     * @param name a fact of type measure
     * @param quantity how much, in the fact's unit
     * @return these facts and that one
     */
    public Facts measure(String name, BigDecimal quantity) {
        return typed(name, ValueType.MEASURE, quantity);
    }

    /**
     * Adds a rate.
     *
     * @param name a fact of type rate
     * @param percent how many percent: 20 for 20 percent
     * @return these facts and that one
     */
    public Facts percent(String name, BigDecimal percent) {
        return typed(name, ValueType.RATE, percent);
    }

    /**
     * Adds a day.
     *
     * @param name a fact of type date
     * @param day the day
     * @return these facts and that one
     */
    public Facts date(String name, LocalDate day) {
        return typed(name, ValueType.DATE, day);
    }

    /**
     * Adds a flag.
     *
     * @param name a fact of type flag
     * @param flag yes or no
     * @return these facts and that one
     */
    public Facts flag(String name, boolean flag) {
        return typed(name, ValueType.FLAG, flag);
    }

    /**
     * Adds a choice.
     *
     * @param name a fact of type choice
     * @param code the code of the choice
     * @return these facts and that one
     */
    public Facts choice(String name, String code) {
        return typed(name, ValueType.CHOICE, code);
    }

    /**
     * Adds any fact as text.
     *
     * @param name the fact
     * @param text its value as the rulebook would write it
     * @return these facts and that one
     */
    public Facts text(String name, String text) {
        return and(name, text);
    }

    /**
     * Says that there is none; only for a fact that may be absent.
     *
     * @param name the fact
     * @return these facts and that one
     */
    public Facts absent(String name) {
        return and(name, ABSENT);
    }

    private Facts typed(String name, ValueType type, Object value) {
        return and(name, value == null ? null : new Typed(type, value));
    }

    /**
     * Gives the values by name.
     *
     * @return each fact that is given, {@link #ABSENT} where there is none;
     *     unmodifiable
     */
    public Map<String, Object> asMap() {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            Object value = entry.getValue();
            plain.put(entry.getKey(), value instanceof Typed ? ((Typed) value).plain() : value);
        }
        return Collections.unmodifiableMap(plain);
    }

    /** Writes the facts as the library reads them. */
    byte[] write(Book book) {
        RecordWriter record = new RecordWriter();
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            FactWriter.write(book.fact(entry.getKey()), entry.getValue(), record);
        }
        return record.toBytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts && values.equals(((Facts) other).values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Facts" + values;
    }
}
