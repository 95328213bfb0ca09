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
    private final Outcome outcome;
    private final BigDecimal least;
    private final BigDecimal most;

    Item(RecordReader record, ItemInfo info, int decimals) {
        id = info.id();
        title = info.title();
        depth = info.depth();
        outcome = Outcome.fromCode(record.small());
        least = BigDecimal.valueOf(record.integer(), decimals);
        most = BigDecimal.valueOf(record.integer(), decimals);
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
     * Gives the least it can be.
     *
     * @return an amount of the currency; 0 unless paid or open
     */
    public BigDecimal least() {
        return least;
    }

    /**
     * Gives the most it can be.
     *
     * @return an amount of the currency
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
        return new Object[] {id, title, depth, outcome, least, most};
    }
}
