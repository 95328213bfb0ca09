// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One requirement, exclusion or deadline that the case concerned. */
public final class Requirement extends Plain {
    private final String id;
    private final Text text;
    private final RequirementKind kind;
    private final Verdict verdict;
    private final ItemInfo item;
    private final Clause clause;
    private final List<Finding> findings;

    Requirement(RecordReader record, Book book, Part part) {
        id = record.string();
        text = record.text();
        kind = RequirementKind.fromCode(record.small());
        verdict = Verdict.fromCode(record.small());
        item = record.oneOf(part.items());
        clause = record.oneOf(book.clauses);
        findings = record.many(() -> new Finding(record, book));
    }

    /**
     * Gives its id: {@code ward}, or {@code not_in_force}, {@code nothing_applies},
     * {@code no_rule}, {@code no_value}.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Gives the reason.
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
     * Says how it came out.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return verdict;
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

    /**
     * Lists the comparisons that made it so.
     *
     * @return the comparisons; unmodifiable
     */
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public String toString() {
        return id + " " + verdict.name().toLowerCase(Locale.ROOT);
    }

    @Override
    Object[] content() {
        return new Object[] {id, text, kind, verdict, item, clause, findings};
    }
}
