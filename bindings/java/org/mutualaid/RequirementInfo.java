// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.List;
import java.util.Optional;

/** A requirement, exclusion or judged deadline of a part. */
public final class RequirementInfo extends Plain {
    private final String id;
    private final Text text;
    private final RequirementKind kind;
    private final ItemInfo item;
    private final Clause clause;

    RequirementInfo(RecordReader record, List<ItemInfo> items, List<Clause> clauses) {
        id = record.string();
        text = record.text();
        kind = RequirementKind.fromCode(record.small());
        item = record.oneOf(items);
        clause = record.oneOf(clauses);
    }

    /**
     * Gives its id.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Gives the reason told when it refuses.
     *
     * @return the reason
     */
    public Text text() {
        return text;
    }

    /**
     * Says what kind of condition it is.
     *
     * @return the kind
     */
    public RequirementKind kind() {
        return kind;
    }

    /**
     * Gives the item that it belongs to.
     *
     * @return the item; none for the whole part
     */
    public Optional<ItemInfo> item() {
        return Optional.ofNullable(item);
    }

    /**
     * Gives its clause.
     *
     * @return the clause, if any
     */
    public Optional<Clause> clause() {
        return Optional.ofNullable(clause);
    }

    @Override
    public String toString() {
        return id;
    }

    @Override
    Object[] content() {
        return new Object[] {id, text, kind, item, clause};
    }
}
