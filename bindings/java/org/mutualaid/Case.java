// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.Optional;

/** The facts of one case, as read from JSON. */
public final class Case extends Plain {
    private final String part;
    private final Facts facts;

    Case(RecordReader record, Book book) {
        Part named = record.oneOf(book.parts);
        Facts read = Facts.none();
        while (!record.isAtEnd()) {
            read = book.readFact(record, read);
        }
        part = named == null ? null : named.name();
        facts = read;
    }

    /**
     * Names the part that the text names.
     *
     * @return the name, if any
     */
    public Optional<String> part() {
        return Optional.ofNullable(part);
    }

    /**
     * Gives each fact that is given or absent.
     *
     * @return the facts
     */
    public Facts facts() {
        return facts;
    }

    @Override
    Object[] content() {
        return new Object[] {part, facts};
    }
}
