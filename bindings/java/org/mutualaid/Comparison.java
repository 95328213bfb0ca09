// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.List;

/** Two rulebooks side by side. */
public final class Comparison extends Plain {
    private final List<Difference> differences;
    private final List<Change> changes;

    Comparison(RecordReader record, Book book) {
        differences = record.many(() -> new Difference(record));
        changes = record.many(() -> new Change(record, book));
    }

    /**
     * Lists what differs in the text.
     *
     * @return the differences
     */
    public List<Difference> differences() {
        return differences;
    }

    /**
     * Lists what the cases gain and lose.
     *
     * @return the changes
     */
    public List<Change> changes() {
        return changes;
    }

    @Override
    Object[] content() {
        return new Object[] {differences, changes};
    }
}
