// SPDX-License-Identifier: MIT
package org.mutualaid;

/** A document that clauses come from. */
public final class Source extends Plain {
    private final String id;
    private final String title;
    private final String publisher;
    private final String date;
    private final String address;

    Source(RecordReader record) {
        id = record.string();
        title = record.string();
        publisher = record.string();
        date = record.string();
        address = record.string();
    }

    /**
     * Gives its id in the rulebook.
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
    public String title() {
        return title;
    }

    /**
     * Names who published it.
     *
     * @return the publisher, or an empty text
     */
    public String publisher() {
        return publisher;
    }

    /**
     * Says when, as written: a day, a month or a year.
     *
     * @return the date, or an empty text
     */
    public String date() {
        return date;
    }

    /**
     * Says where it can be found.
     *
     * @return the address, or an empty text
     */
    public String address() {
        return address;
    }

    @Override
    public String toString() {
        return id;
    }

    @Override
    Object[] content() {
        return new Object[] {id, title, publisher, date, address};
    }
}
