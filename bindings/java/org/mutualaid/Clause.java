// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.List;
import java.util.Optional;

/** Any piece of the rulebook that can state where it comes from. */
public final class Clause extends Plain {
    private final String id;
    private final String path;
    private final Text label;
    private final String note;
    private final Source source;
    private final Basis basis;
    private final String place;
    private final String figure;
    private final int line;
    private final int column;

    Clause(RecordReader record, List<Source> sources) {
        id = record.string();
        path = record.string();
        label = record.text();
        note = record.string();
        source = record.oneOf(sources);
        basis = Basis.fromCode(record.small());
        place = record.string();
        figure = record.string();
        line = record.small();
        column = record.small();
    }

    /**
     * Gives its id.
     *
     * @return the id, or an empty text
     */
    public String id() {
        return id;
    }

    /**
     * Says where it stands: {@code schemes.x.benefits[0].steps[2]}.
     *
     * @return the path
     */
    public String path() {
        return path;
    }

    /**
     * Gives its label.
     *
     * @return the label; both texts may be empty
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
     * Names its source, own or inherited.
     *
     * @return the source, if any
     */
    public Optional<Source> source() {
        return Optional.ofNullable(source);
    }

    /**
     * Says how sure the rulebook is of it.
     *
     * @return the basis
     */
    public Basis basis() {
        return basis;
    }

    /**
     * Says where in the source.
     *
     * @return the place, or an empty text
     */
    public String place() {
        return place;
    }

    /**
     * Gives the figure that the source states.
     *
     * @return the figure, or an empty text
     */
    public String figure() {
        return figure;
    }

    /**
     * Says where it stands in the text.
     *
     * @return the line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * Says where it stands in the line.
     *
     * @return the column, from 1, in characters
     */
    public int column() {
        return column;
    }

    @Override
    public String toString() {
        return id.isEmpty() ? path : id;
    }

    @Override
    Object[] content() {
        return new Object[] {id, path, label, note, source, basis, place, figure, line, column};
    }
}
