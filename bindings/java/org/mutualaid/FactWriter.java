// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Writes one fact as the library reads it. What is exact goes as an integer;
 * what is text, or does not fit, goes as text, so that the library refuses it in
 * its own words.
 */
final class FactWriter {
    private static final int TEXT = 8;
    private static final int ABSENT = 9;

    private FactWriter() {
    }

    static void write(Fact fact, Object value, RecordWriter record) {
        record.integer(fact.index);
        if (value == Facts.ABSENT) {
            record.integer(ABSENT);
            return;
        }
        Object given = give(fact, value);
        if (given instanceof Long) {
            record.integer(fact.type().ordinal()).integer((Long) given);
        } else {
            record.integer(TEXT).string((String) given);
        }
    }

    /** A Long as the library takes it, or a String for it to read. */
    private static Object give(Fact fact, Object value) {
        if (value instanceof Facts.Typed) {
            return giveTyped(fact, (Facts.Typed) value);
        }
        if (value instanceof String) {
            return value;
        }
        switch (fact.type()) {
            case MONEY:
                return money(fact, value);
            case COUNT:
                return count(fact, value);
            case MEASURE:
                return measure(fact, value);
            case DATE:
                return date(fact, value);
            case FLAG:
                return flag(fact, value);
            case CHOICE:
                return choice(fact, value);
            default:
                throw refusal(fact, value, "write text such as \"20%\", or use percent()");
        }
    }

    private static Object giveTyped(Fact fact, Facts.Typed typed) {
        if (typed.type != fact.type()) {
            throw refusal(fact, typed.value, "it was given as "
                    + typed.type.name().toLowerCase(Locale.ROOT));
        }
        if (typed.type == ValueType.RATE) {
            return scaled((BigDecimal) typed.value, fact.decimals(), "%");
        }
        return give(fact, typed.value);
    }

    /** The decimal in units of its last place, if it is a whole number. */
    private static Object scaled(BigDecimal value, int places, String unit) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        long wholeDigits = plain.precision() - (long) plain.scale();
        if (plain.scale() <= places && wholeDigits < 20) {
            BigInteger units = plain.setScale(places).unscaledValue();
            if (units.bitLength() < 64) {
                return units.longValue();
            }
        }
        // What no fact can reach is not written out digit by digit.
        boolean isShort = Math.abs(wholeDigits) < 60 && plain.scale() < 60;
        return (isShort ? plain.toPlainString() : plain.toString()) + unit;
    }

    private static boolean isInteger(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Short
                || value instanceof Byte || value instanceof BigInteger;
    }

    private static Object money(Fact fact, Object value) {
        if (value instanceof BigDecimal) {
            return scaled((BigDecimal) value, fact.decimals(), "");
        }
        if (isInteger(value)) {
            String shown = new BigDecimal(value.toString()).setScale(fact.decimals()).toString();
            throw refusal(fact, value, "write new BigDecimal(\"" + shown + "\") or \"" + shown
                    + "\": an integer could be meant in minor units");
        }
        throw refusal(fact, value, "write a BigDecimal or text such as \"1300.00\"");
    }

    private static Object count(Fact fact, Object value) {
        if (isInteger(value)) {
            BigInteger count = new BigInteger(value.toString());
            return count.bitLength() < 64 ? (Object) count.longValue() : count.toString();
        }
        throw refusal(fact, value, "write an integer or text such as \"3\"");
    }

    private static Object measure(Fact fact, Object value) {
        if (value instanceof BigDecimal || isInteger(value)) {
            BigDecimal quantity = new BigDecimal(value.toString());
            return scaled(quantity, fact.decimals(), " " + fact.unit());
        }
        throw refusal(fact, value, "write a BigDecimal, an integer or text such as \"40 "
                + fact.unit() + "\"");
    }

    private static Object date(Fact fact, Object value) {
        if (value instanceof LocalDate) {
            return ((LocalDate) value).toEpochDay();
        }
        throw refusal(fact, value, "write a LocalDate or text such as \"2016-03-01\"");
    }

    private static Object flag(Fact fact, Object value) {
        if (value instanceof Boolean) {
            return (Boolean) value ? 1L : 0L;
        }
        throw refusal(fact, value, "write true or false");
    }

    private static Object choice(Fact fact, Object value) {
        if (isInteger(value)) {
            return value.toString();
        }
        StringBuilder codes = new StringBuilder("write the code of a choice:");
        fact.choices().stream().limit(8).forEach(c -> codes.append(' ').append(c.code()));
        throw refusal(fact, value, codes.toString());
    }

    private static WrongTypeException refusal(Fact fact, Object value, String remedy) {
        String type = fact.type().name().toLowerCase(Locale.ROOT);
        return new WrongTypeException(new Failure(fact.name(), "the fact \"" + fact.name()
                + "\" is of type " + type + ", not " + value + " ("
                + value.getClass().getSimpleName() + ")", remedy));
    }
}
