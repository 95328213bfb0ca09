// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** One benefit (contribution part, scheme of a package) of an answer. */
public final class Item extends Plain {
    private final String id;
    private final Text title;
    private final int depth;
    private final ValueType type;
    private final boolean isBeside;
    private final Outcome outcome;
    private final BigDecimal least;
    private final BigDecimal most;

    Item(RecordReader record, ItemInfo info, int decimals) {
        id = info.id();
        title = info.title();
        depth = info.depth();
        type = info.type();
        isBeside = info.isBeside();
        outcome = Outcome.fromCode(record.small());
        int places = type == ValueType.MONEY ? decimals : type == ValueType.RATE ? 6 : 0;
        least = BigDecimal.valueOf(record.integer(), places);
        most = BigDecimal.valueOf(record.integer(), places);
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
     * Says how it came out.
     *
     * @return not applying, refused, undetermined or paid (eligible)
     */
    public Outcome outcome() {
        return outcome;
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

    /**
     * Gives the least it can be.
     *
     * @return an amount of the currency, a count or a plain ratio; 0 unless paid or open
     */
    public BigDecimal least() {
        return least;
    }

    /**
     * Gives the most it can be.
     *
     * @return an amount of the currency, a count or a plain ratio
     */
    public BigDecimal most() {
        return most;
    }

    /**
     * Gives what is paid for it.
     *
     * @return an amount of the currency; none while facts are missing
     */
    public Optional<BigDecimal> amount() {
        return outcome == Outcome.UNDETERMINED ? Optional.empty() : Optional.of(most);
    }

    @Override
    public String toString() {
        String shown = amount().map(BigDecimal::toPlainString)
                .orElse(least.toPlainString() + " to " + most.toPlainString());
        return id + " " + outcome.name().toLowerCase(Locale.ROOT) + " " + shown;
    }

    @Override
    Object[] content() {
        return new Object[] {id, title, depth, type, isBeside, outcome, least, most};
    }
}
