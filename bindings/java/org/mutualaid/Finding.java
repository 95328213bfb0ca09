// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.Locale;

/** One comparison behind a requirement. */
public final class Finding extends Plain {
    private final String name;
    private final Text label;
    private final Relation relation;
    private final boolean isWanted;
    private final Value found;
    private final Value required;
    private final Value distance;

    Finding(RecordReader record, Book book) {
        name = record.string();
        label = record.text();
        relation = Relation.fromCode(record.small());
        isWanted = record.flag();
        found = new Value(record, book);
        required = new Value(record, book);
        distance = new Value(record, book);
    }

    /**
     * Names the fact or value compared.
     *
     * @return the name, or an empty text
     */
    public String name() {
        return name;
    }

    /**
     * Gives its label.
     *
     * @return the label
     */
    public Text label() {
        return label;
    }

    /**
     * Says how it is compared.
     *
     * @return the relation
     */
    public Relation relation() {
        return relation;
    }

    /**
     * Says whether the relation is wanted to hold.
     *
     * @return false for exclusions
     */
    public boolean isWanted() {
        return isWanted;
    }

    /**
     * Gives the value found.
     *
     * @return the value
     */
    public Value found() {
        return found;
    }

    /**
     * Gives the value it is compared with.
     *
     * @return the value; none for IN, IS and EXISTS
     */
    public Value required() {
        return required;
    }

    /**
     * Says how far the one is from the other: what must change.
     *
     * @return the value; none where that has no meaning
     */
    public Value distance() {
        return distance;
    }

    @Override
    public String toString() {
        return name + ": found " + found + ", wanted " + (isWanted ? "" : "not ")
                + relation.name().toLowerCase(Locale.ROOT) + " " + required;
    }

    @Override
    Object[] content() {
        return new Object[] {name, label, relation, isWanted, found, required, distance};
    }
}
