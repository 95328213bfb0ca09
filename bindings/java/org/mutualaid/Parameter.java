// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.List;
import java.util.Optional;

/** A named literal that the caller may override when reading. */
public final class Parameter extends Plain {
    private final String name;
    private final Text label;
    private final String literal;
    private final String override;
    private final ValueType type;
    private final Clause clause;

    Parameter(RecordReader record, List<Clause> clauses) {
        name = record.string();
        label = record.text();
        literal = record.string();
        boolean isOverridden = record.flag();
        String other = record.string();
        override = isOverridden ? other : null;
        type = ValueType.fromCode(record.small());
        clause = record.oneOf(clauses);
    }

    /**
     * Gives its name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Says what it is.
     *
     * @return the label
     */
    public Text label() {
        return label;
    }

    /**
     * Gives what the rulebook writes, without quotes.
     *
     * @return the literal
     */
    public String literal() {
        return literal;
    }

    /**
     * Gives what stands in its place.
     *
     * @return the literal, if it is overridden
     */
    public Optional<String> override() {
        return Optional.ofNullable(override);
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
     * Gives its clause: basis, source, note.
     *
     * @return the clause, if any
     */
    public Optional<Clause> clause() {
        return Optional.ofNullable(clause);
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    Object[] content() {
        return new Object[] {name, label, literal, override, type, clause};
    }
}
