// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.List;

/** What can be decided under one name. */
public final class Part extends Plain {
    private final String name;
    private final Text title;
    private final PartKind kind;
    private final List<Fact> facts;
    private final List<ItemInfo> items;
    private final List<RequirementInfo> requirements;

    /** The number that the library gives it. */
    final int index;

    Part(RecordReader record, int index, List<Fact> allFacts, List<Clause> clauses) {
        this.index = index;
        name = record.string();
        title = record.text();
        kind = PartKind.fromCode(record.small());
        facts = record.many(() -> record.oneOf(allFacts));
        List<ItemInfo> all = record.many(() -> new ItemInfo(record, clauses));
        items = all;
        requirements = record.many(() -> new RequirementInfo(record, all, clauses));
    }

    /**
     * Gives its name: {@code hospital_allowance}.
     *
     * @return the name
     */
    public String name() {
        return name;
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
     * Says what kind of part it is.
     *
     * @return the kind
     */
    public PartKind kind() {
        return kind;
    }

    /**
     * Lists the facts that it may read.
     *
     * @return the facts, in the order of the rulebook; unmodifiable
     */
    public List<Fact> facts() {
        return facts;
    }

    /**
     * Lists benefits, contribution parts or schemes.
     *
     * @return the items, as written; unmodifiable
     */
    public List<ItemInfo> items() {
        return items;
    }

    /**
     * Lists requirements, exclusions and deadlines.
     *
     * @return the requirements, as written; unmodifiable
     */
    public List<RequirementInfo> requirements() {
        return requirements;
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    Object[] content() {
        return new Object[] {name, title, kind, facts, items, requirements};
    }
}
