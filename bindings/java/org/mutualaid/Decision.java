// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.mutualaid.internal.RulebookHandle;

/**
 * An explained answer; immutable. Equal to a decision with the same answer by
 * the same rulebook.
 *
 * <p>Everything but its texts is copied when it is made. A text ({@link #explain},
 * {@link #lineTexts}, {@link #toJson}, {@link #caseJson}) is written when it is
 * asked for, by deciding again, for which the rulebook must still be open.
 */
public final class Decision {
    // Keeps the rulebook from being taken for a forgotten one.
    private final Rulebook rulebook;
    private final Book book;
    private final Part part;
    private final byte[] facts;
    private final byte[] days;
    private final byte[] record;
    private final Outcome outcome;
    private final BigDecimal least;
    private final BigDecimal most;
    private final BigDecimal amount;
    private volatile Details details;

    /** All that a decision holds beside the answer in short. */
    private static final class Details {
        final Failure noAmount;
        final List<Item> items;
        final List<Fact> missing;
        final List<Requirement> requirements;
        final List<Line> lines;
        final List<Deadline> deadlines;
        final List<Note> notes;

        Details(RecordReader in, Book book, Part part, boolean hasAmount) {
            noAmount = hasAmount ? null : readFailure(in);
            items = readItems(in, part, book.decimals);
            missing = in.many(() -> in.oneOf(book.facts));
            requirements = in.many(() -> new Requirement(in, book, part));
            lines = in.many(() -> new Line(in, book, part));
            deadlines = in.many(() -> new Deadline(in, book));
            notes = in.many(() -> new Note(in, book));
        }

        private static Failure readFailure(RecordReader in) {
            in.integer();
            int code = in.small();
            String codeName = in.string();
            int line = in.small();
            int column = in.small();
            String fact = in.string();
            String text = in.string();
            return new Failure(code, codeName, line, column, fact, text, in.string());
        }

        private static List<Item> readItems(RecordReader in, Part part, int decimals) {
            List<Item> items = new ArrayList<>();
            int count = in.small();
            for (int i = 0; i < count; i++) {
                items.add(new Item(in, part.items().get(i), decimals));
            }
            return Collections.unmodifiableList(items);
        }
    }

    Decision(Rulebook rulebook, Book book, Part part, byte[] facts, byte[] days) {
        this.rulebook = rulebook;
        this.book = book;
        this.part = part;
        this.facts = facts;
        this.days = days;
        this.record = book.inside(handle -> handle.decide(part.index, facts, days));
        RecordReader in = new RecordReader(record);
        in.integer();
        outcome = Outcome.fromCode(in.small());
        least = BigDecimal.valueOf(in.integer(), book.decimals);
        most = BigDecimal.valueOf(in.integer(), book.decimals);
        amount = in.flag() ? BigDecimal.valueOf(in.integer(), book.decimals) : null;
    }

    private Details details() {
        Details known = details;
        if (known == null) {
            RecordReader in = new RecordReader(record);
            for (int i = 0; i < (amount == null ? 5 : 6); i++) {
                in.integer();
            }
            known = new Details(in, book, part, amount != null);
            details = known;
        }
        return known;
    }

    // --- the answer ------------------------------------------------------

    /**
     * Says what was decided.
     *
     * @return the part
     */
    public Part part() {
        return part;
    }

    /**
     * Says how it came out.
     *
     * @return eligible, refused or undetermined
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Gives what is paid (or owed, for a contribution).
     *
     * @return an amount of the currency; 0 for a refusal
     * @throws UndeterminedException while facts are missing: then {@link #least}
     *     and {@link #most} hold the final amount between them, and
     *     {@link #missing} says what to ask for
     */
    public BigDecimal amount() {
        if (amount == null) {
            throw new UndeterminedException(details().noAmount);
        }
        return amount;
    }

    /**
     * Gives the least that the amount can be.
     *
     * @return an amount of the currency
     */
    public BigDecimal least() {
        return least;
    }

    /**
     * Gives the most that the amount can be.
     *
     * @return an amount of the currency
     */
    public BigDecimal most() {
        return most;
    }

    /**
     * Gives the code of the currency.
     *
     * @return the code: {@code CNY}
     */
    public String currency() {
        return book.currency;
    }

    /**
     * Gives the digest of the rulebook that decided.
     *
     * @return SHA-256, 64 hex digits
     */
    public String digest() {
        return book.digest;
    }

    /**
     * Lists each benefit (contribution part, scheme) with outcome and amount.
     *
     * @return the items; unmodifiable
     */
    public List<Item> items() {
        return details().items;
    }

    /**
     * Lists the facts that can still change outcome or amount.
     *
     * @return the facts, in the order of the rulebook; unmodifiable
     */
    public List<Fact> missing() {
        return details().missing;
    }

    /**
     * Lists every requirement that the case concerned.
     *
     * @return the requirements; unmodifiable
     */
    public List<Requirement> requirements() {
        return details().requirements;
    }

    /**
     * Lists the requirements that refuse: why not, and by how much.
     *
     * @return the requirements; unmodifiable
     */
    public List<Requirement> failed() {
        List<Requirement> failed = new ArrayList<>(requirements());
        failed.removeIf(one -> one.verdict() != Verdict.FAILED);
        return Collections.unmodifiableList(failed);
    }

    /**
     * Lists every step with what came in and what came out.
     *
     * @return the lines, in the order in which they were computed; unmodifiable
     */
    public List<Line> lines() {
        return details().lines;
    }

    /**
     * Lists the last days that the rulebook names.
     *
     * @return the deadlines; unmodifiable
     */
    public List<Deadline> deadlines() {
        return details().deadlines;
    }

    /**
     * Lists the assumed clauses, defaults and overrides that it leaned on.
     *
     * @return the notes; unmodifiable
     */
    public List<Note> notes() {
        return details().notes;
    }

    // --- as text ---------------------------------------------------------

    private <T> T write(Function<RulebookHandle, T> call) {
        if (rulebook.isClosed()) {
            throw new IllegalStateException("the rulebook \"" + book.id + "\" of this decision is"
                    + " closed: ask for texts before closing it");
        }
        return book.inside(call);
    }

    /**
     * Explains the decision to a member.
     *
     * @param locale Chinese, or anything else for English
     * @return the text, of several lines
     * @throws IllegalStateException if the rulebook is closed
     */
    public String explain(Locale locale) {
        int language = Language.of(locale).ordinal();
        return write(handle -> handle.explain(part.index, facts, days, language));
    }

    /**
     * Explains each of {@link #lines}.
     *
     * @param locale Chinese, or anything else for English
     * @return a text for each line; unmodifiable
     * @throws IllegalStateException if the rulebook is closed
     */
    public List<String> lineTexts(Locale locale) {
        int language = Language.of(locale).ordinal();
        RecordReader in = new RecordReader(
                write(handle -> handle.line_texts(part.index, facts, days, language)));
        return in.many(in::string);
    }

    /**
     * Writes the decision as JSON (decision.schema.json).
     *
     * @return the text
     * @throws IllegalStateException if the rulebook is closed
     */
    public String toJson() {
        return write(handle -> handle.decision_json(part.index, facts, days));
    }

    /**
     * Writes the case as JSON (case.schema.json), to decide it again.
     *
     * @return the text
     * @throws IllegalStateException if the rulebook is closed
     */
    public String caseJson() {
        return write(handle -> handle.case_json(part.index, facts));
    }

    // --- as a value ------------------------------------------------------

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Decision)) {
            return false;
        }
        Decision that = (Decision) other;
        return part.index == that.part.index && digest().equals(that.digest())
                && Arrays.equals(record, that.record);
    }

    @Override
    public int hashCode() {
        return Objects.hash(part.index, digest(), Arrays.hashCode(record));
    }

    @Override
    public String toString() {
        String shown = amount != null ? amount.toPlainString()
                : least.toPlainString() + " to " + most.toPlainString();
        StringBuilder missing = new StringBuilder();
        for (Fact fact : missing()) {
            missing.append(missing.length() == 0 ? ", missing " : ", ").append(fact.name());
        }
        return "Decision " + part.name() + ": " + outcome.name().toLowerCase(Locale.ROOT) + ", "
                + shown + " " + currency() + missing;
    }
}
