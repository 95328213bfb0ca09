// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.List;
import java.util.Optional;

/** A benefit of a scheme, a part of a contribution, or a scheme of a package. */
public final class ItemInfo extends Plain {
    private final String id;
    private final Text title;
    private final int depth;
    private final Clause clause;
    private final ValueType type;
    private final boolean isBeside;

    ItemInfo(RecordReader record, List<Clause> clauses) {
        id = record.string();
        title = record.text();
        depth = record.small();
        clause = record.oneOf(clauses);
        type = ValueType.fromCode(record.small());
        isBeside = record.flag();
    }

    /**
     * Gives its id: {@code nights}; in a package {@code sick.nights}.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Gives its title.
     *
     * @return the title
     */
    public Text title() {
        return title;
    }

    /**
     * Says how deep it stands.
     *
     * @return 0, or 1 for a benefit below a package's scheme
     */
    public int depth() {
        return depth;
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
     * Says what its least and most are.
     *
     * @return money, a count (the months of a term) or a rate
     */
    public ValueType type() {
        return type;
    }

    /**
     * Says whether it is information beside the amount, no part of it: term,
     * guarantee and fees of a loan.
     *
     * @return true if it is
     */
    public boolean isBeside() {
        return isBeside;
    }

    @Override
    public String toString() {
        return id;
    }

    @Override
    Object[] content() {
        return new Object[] {id, title, depth, clause, type, isBeside};
    }
}
