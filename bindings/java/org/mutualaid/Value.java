// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An exact value of a decision: a ratio of two integers, or what it stands for.
 *
 * <p>Money is in the currency (not in minor units), measures in their unit, a
 * rate is a plain ratio: 20 percent is 1/5.
 */
public final class Value extends Plain {
    private final ValueType type;
    private final State state;
    private final BigInteger numerator;
    private final BigInteger denominator;
    private final int decimals;
    private final String unit;
    private final String code;

    Value(RecordReader record, Book book) {
        type = ValueType.fromCode(record.small());
        boolean isThere = type != ValueType.NONE;
        state = isThere ? State.fromCode(record.small()) : State.GIVEN;
        Fact fact = isThere ? record.oneOf(book.facts) : null;
        boolean has = isThere && state == State.GIVEN;
        boolean isMoney = type == ValueType.MONEY;
        BigInteger top = has ? record.wide() : BigInteger.ZERO;
        BigInteger bottom = has ? BigInteger.valueOf(record.integer()) : BigInteger.ONE;
        if (isMoney) {
            bottom = bottom.multiply(BigInteger.TEN.pow(book.decimals));
        }
        BigInteger common = top.gcd(bottom);
        numerator = top.divide(common);
        denominator = bottom.divide(common);
        decimals = isMoney ? book.decimals : 0;
        unit = fact != null && type == ValueType.MEASURE ? fact.unit() : "";
        code = has && fact != null && type == ValueType.CHOICE
                ? fact.choices().get(numerator.intValueExact()).code() : null;
    }

    /** What an integer of the library stands for, in a fact of this type. */
    static Object typed(ValueType type, long integer, int decimals, List<Choice> choices) {
        switch (type) {
            case MONEY:
            case MEASURE:
            case RATE:
                return BigDecimal.valueOf(integer, decimals);
            case DATE:
                return LocalDate.ofEpochDay(integer);
            case FLAG:
                return integer != 0;
            case CHOICE:
                return choices.get(Math.toIntExact(integer)).code();
            default:
                return integer;
        }
    }

    /**
     * Says what kind of thing it is.
     *
     * @return the type
     */
    public ValueType type() {
        return type;
    }

    /**
     * Says whether there is a value.
     *
     * @return the state
     */
    public State state() {
        return state;
    }

    /**
     * Says whether there is a value at all.
     *
     * @return true if there is
     */
    public boolean isGiven() {
        return type != ValueType.NONE && state == State.GIVEN;
    }

    /**
     * Gives the upper half of the exact ratio.
     *
     * @return the numerator, with the sign; the ratio is reduced
     */
    public BigInteger numerator() {
        return numerator;
    }

    /**
     * Gives the lower half of the exact ratio.
     *
     * @return the denominator, at least 1
     */
    public BigInteger denominator() {
        return denominator;
    }

    /**
     * Gives money, a measure, a count or a rate as a decimal.
     *
     * @return the decimal; none where no finite decimal is equal to it
     */
    public Optional<BigDecimal> decimal() {
        if (!isGiven() || type.compareTo(ValueType.RATE) > 0) {
            return Optional.empty();
        }
        try {
            BigDecimal exact = new BigDecimal(numerator).divide(new BigDecimal(denominator));
            int scale = Math.max(decimals, Math.max(0, exact.stripTrailingZeros().scale()));
            return Optional.of(exact.setScale(scale));
        } catch (ArithmeticException endless) {
            return Optional.empty();
        }
    }

    /**
     * Gives a day.
     *
     * @return the day, if it is one
     */
    public Optional<LocalDate> date() {
        boolean is = isGiven() && type == ValueType.DATE;
        return is ? Optional.of(LocalDate.ofEpochDay(numerator.longValueExact()))
                : Optional.empty();
    }

    /**
     * Gives a flag.
     *
     * @return yes or no, if it is a flag
     */
    public Optional<Boolean> flag() {
        boolean is = isGiven() && type == ValueType.FLAG;
        return is ? Optional.of(numerator.signum() != 0) : Optional.empty();
    }

    /**
     * Gives a choice by its code.
     *
     * @return the code, if it is a choice
     */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /**
     * Gives the unit of a measure.
     *
     * @return the unit: {@code m2}; else an empty text
     */
    public String unit() {
        return unit;
    }

    @Override
    public String toString() {
        if (!isGiven()) {
            return type == ValueType.NONE ? "" : state.name().toLowerCase(java.util.Locale.ROOT);
        }
        if (code != null) {
            return code;
        }
        if (type == ValueType.DATE) {
            return date().get().toString();
        }
        if (type == ValueType.FLAG) {
            return flag().get().toString();
        }
        return number();
    }

    private String number() {
        Optional<BigDecimal> exact = decimal();
        if (!exact.isPresent()) {
            return numerator + "/" + denominator;
        }
        if (type == ValueType.RATE) {
            return exact.get().movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        }
        return exact.get().toPlainString() + (unit.isEmpty() ? "" : " " + unit);
    }

    @Override
    Object[] content() {
        return new Object[] {type, state, numerator, denominator, decimals, unit, code};
    }
}
