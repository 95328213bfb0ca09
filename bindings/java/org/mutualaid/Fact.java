// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.List;
import java.util.Optional;

/**
 * An input that the rulebook names.
 *
 * <p>Bounds and default are what {@link Facts} takes: {@code BigDecimal} for
 * money, measures and rates (in percent), {@code Long} for counts,
 * {@code LocalDate}, {@code Boolean}, and codes as {@code String}.
 */
public final class Fact extends Plain {
    /** The number that the library gives it. */
    final int index;

    private final String name;
    private final Text label;
    private final String note;
    private final String unit;
    private final ValueType type;
    private final int decimals;
    private final long atLeast;
    private final long atMost;
    private final boolean mayBeAbsent;
    private final State ifMissing;
    private final long standIn;
    private final Clause clause;
    private final List<Choice> choices;
    private final List<Fact> all;
    private final int notBefore;

    /** Reads a fact; it may name another of all of them, which is read later. */
    Fact(RecordReader record, int index, List<Fact> all, List<Clause> clauses) {
        this.index = index;
        this.all = all;
        name = record.string();
        label = record.text();
        note = record.string();
        type = ValueType.fromCode(record.small());
        decimals = record.small();
        unit = record.string();
        atLeast = record.integer();
        atMost = record.integer();
        mayBeAbsent = record.flag();
        ifMissing = State.fromCode(record.small());
        standIn = record.integer();
        notBefore = record.small();
        clause = record.oneOf(clauses);
        choices = record.many(() -> new Choice(record));
    }

    /**
     * Gives its name.
     *
     * @return the name: {@code admitted_on}
     */
    public String name() {
        return name;
    }

    /**
     * Gives what a form shows.
     *
     * @return the label
     */
    public Text label() {
        return label;
    }

    /**
     * Gives the author's remark, in English.
     *
     * @return the remark, or an empty text
     */
    public String note() {
        return note;
    }

    /**
     * Gives the unit of a measure.
     *
     * @return the unit: {@code m2}; else an empty text
     */
    public String unit() {
        return unit;
    }

    /**
     * Gives its type.
     *
     * @return the type
     */
    public ValueType type() {
        return type;
    }

    /**
     * Gives the decimals of money, measures and rates.
     *
     * @return how many
     */
    public int decimals() {
        return decimals;
    }

    /**
     * Gives the smallest value that can be typed.
     *
     * @return the bound; none for flags and choices
     */
    public Optional<Object> atLeast() {
        return bound(atLeast);
    }

    /**
     * Gives the largest value that can be typed.
     *
     * @return the bound; none for flags and choices
     */
    public Optional<Object> atMost() {
        return bound(atMost);
    }

    /**
     * Says whether "there is none" is a legal answer.
     *
     * @return true if it is
     */
    public boolean mayBeAbsent() {
        return mayBeAbsent;
    }

    /**
     * Gives what stands in when the fact is not given.
     *
     * @return a value or {@link Facts#ABSENT}; nothing where it stays open
     */
    public Optional<Object> ifMissing() {
        if (ifMissing == State.ABSENT) {
            return Optional.of(Facts.ABSENT);
        }
        return ifMissing == State.GIVEN ? Optional.of(typed(standIn)) : Optional.empty();
    }

    /**
     * Names the fact that it must not precede.
     *
     * @return the name, if there is one
     */
    public Optional<String> notBefore() {
        return notBefore < 0 ? Optional.empty() : Optional.of(all.get(notBefore).name);
    }

    /**
     * Gives its clause.
     *
     * @return the clause, if any
     */
    public Optional<Clause> clause() {
        return Optional.ofNullable(clause);
    }

    /**
     * Lists the choices of a choice.
     *
     * @return the choices; unmodifiable
     */
    public List<Choice> choices() {
        return choices;
    }

    /** What an integer of the library stands for. */
    Object typed(long integer) {
        return Value.typed(type, integer, decimals, choices);
    }

    private Optional<Object> bound(long integer) {
        boolean has = type != ValueType.FLAG && type != ValueType.CHOICE;
        return has ? Optional.of(typed(integer)) : Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    Object[] content() {
        return new Object[] {index, name, label, note, unit, type, decimals, atLeast, atMost,
            mayBeAbsent, ifMissing, standIn, notBefore, clause, choices};
    }
}
