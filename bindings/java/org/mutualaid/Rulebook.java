// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mutualaid.internal.Core;
import org.mutualaid.internal.NativeLoader;
import org.mutualaid.internal.Reading;
import org.mutualaid.internal.RulebookHandle;

/**
 * A rulebook that was read and checked: immutable, shared by threads.
 *
 * <pre>{@code
 * try (Rulebook beijing = Rulebook.beijing()) {
 *     Decision d = beijing.decide("hospital_allowance",
 *             Facts.of("admitted_on", LocalDate.of(2016, 3, 1)).and("hospital_class", 2));
 *     System.out.println(d.explain(Locale.CHINESE));
 * }
 * }</pre>
 *
 * <p>After {@link #close} every call throws {@link IllegalStateException}, also
 * while another thread is inside one: that call still ends as it should. Its
 * decisions stay as they are, but for the texts that were not asked for.
 */
public final class Rulebook implements AutoCloseable {
    private final Book book;
    private final List<Fault> warnings;

    private Rulebook(RulebookHandle handle, List<Fault> warnings) {
        this.book = new Book(handle);
        this.warnings = warnings;
        book.shared.watch(this);
    }

    // --- reading ---------------------------------------------------------

    /**
     * Reads the built-in rulebook: the schemes of Beijing's trade unions.
     *
     * @return the rulebook; the caller closes it
     * @throws MemoryLimitException if there is no memory
     * @throws NativeLibraryException if the native library cannot be loaded
     */
    public static Rulebook beijing() {
        NativeLoader.load();
        return new Rulebook(Core.beijing(), Collections.<Fault>emptyList());
    }

    /**
     * Reads the built-in rulebook with options.
     *
     * @param options how to read it
     * @return the rulebook; the caller closes it
     * @throws RulebookException if an override makes it unsound
     * @throws UnknownNameException if an override names no parameter
     */
    public static Rulebook beijing(ReadOptions options) throws RulebookException {
        return parse(beijingText(), options);
    }

    /**
     * Gives the text of the built-in rulebook, to write one's own after it.
     *
     * @return JSON
     */
    public static String beijingText() {
        NativeLoader.load();
        return Core.beijing_text();
    }

    /**
     * Reads a rulebook and checks it whole.
     *
     * @param text JSON
     * @return the rulebook; the caller closes it
     * @throws RulebookException if the text is no sound rulebook, with every
     *     fault
     */
    public static Rulebook parse(String text) throws RulebookException {
        return parse(text, ReadOptions.DEFAULTS);
    }

    /**
     * Reads a rulebook with options and checks it whole.
     *
     * @param text JSON
     * @param options how to read it
     * @return the rulebook; the caller closes it
     * @throws RulebookException if the text is no sound rulebook, with every
     *     fault
     * @throws UnknownNameException if an override names no parameter
     * @throws MemoryLimitException if a cap is reached
     */
    public static Rulebook parse(String text, ReadOptions options) throws RulebookException {
        return parse(RecordWriter.utf8(text), options);
    }

    /**
     * Reads a rulebook with options and checks it whole.
     *
     * @param text JSON as UTF-8
     * @param options how to read it
     * @return the rulebook; the caller closes it
     * @throws RulebookException if the text is no sound rulebook, with every
     *     fault
     * @throws UnknownNameException if an override names no parameter
     * @throws MemoryLimitException if a cap is reached
     */
    public static Rulebook parse(byte[] text, ReadOptions options) throws RulebookException {
        NativeLoader.load();
        Reading reading = new Reading(text, options.write());
        try {
            RecordReader report = new RecordReader(reading.report());
            List<Fault> faults = report.many(() -> new Fault(report));
            try {
                return new Rulebook(reading.take(), faults);
            } catch (RulebookException e) {
                throw e.about(text, faults);
            }
        } finally {
            reading.delete();
        }
    }

    /**
     * Reads a rulebook from a file.
     *
     * @param file JSON as UTF-8
     * @return the rulebook; the caller closes it
     * @throws IOException if the file cannot be read
     * @throws RulebookException if the text is no sound rulebook, with every
     *     fault
     */
    public static Rulebook load(Path file) throws IOException, RulebookException {
        return parse(Files.readAllBytes(file), ReadOptions.DEFAULTS);
    }

    // --- closing ---------------------------------------------------------

    /** Lets go of the rulebook; to close it twice does nothing. */
    @Override
    public void close() {
        book.shared.close();
    }

    /**
     * Says whether it is closed.
     *
     * @return true after {@link #close}
     */
    public boolean isClosed() {
        return book.shared.isClosed();
    }

    /** What is known of the rulebook, while it is open. */
    private Book open() {
        if (isClosed()) {
            throw new IllegalStateException("the rulebook \"" + book.id + "\" is closed");
        }
        return book;
    }

    // --- deciding --------------------------------------------------------

    /**
     * Decides a part for the facts of a case.
     *
     * @param part name of the part: {@code hospital_allowance}
     * @param facts the facts
     * @return the decision
     * @throws UnknownNameException if there is no such part, fact or choice
     * @throws WrongTypeException if a value is of another type than its fact
     * @throws OutOfRangeException if a value is outside what its fact declares,
     *     or two facts contradict each other
     * @throws IllegalStateException if the rulebook is closed
     */
    public Decision decide(String part, Facts facts) {
        return decide(part, facts, WorkCalendar.PLAIN);
    }

    /**
     * Decides a part for the facts of a case.
     *
     * @param part name of the part
     * @param facts the facts by name, as {@link Facts#from} takes them
     * @return the decision
     * @throws MutualAidException as {@link #decide(String, Facts)}
     */
    public Decision decide(String part, Map<String, ?> facts) {
        return decide(part, Facts.from(facts), WorkCalendar.PLAIN);
    }

    /**
     * Decides a part for the facts of a case.
     *
     * @param part name of the part
     * @param facts the facts
     * @param calendar the days that differ from Monday to Friday
     * @return the decision
     * @throws MutualAidException as {@link #decide(String, Facts)}
     */
    public Decision decide(String part, Facts facts, WorkCalendar calendar) {
        Book known = open();
        return new Decision(this, known, known.part(part), facts.write(known), calendar.write());
    }

    /**
     * Computes the instalments of a loan, its payments and its subsidy. It does
     * not ask whether the loan would be granted: that is what {@link #decide} says
     * of {@link Loan#limitPart}.
     *
     * @param loan name of the loan: {@code startup_loan}
     * @param request what is asked for, and what happened since
     * @param facts the facts that the terms of the loan read
     * @return the schedule
     * @throws UnknownNameException if there is no such loan, fact or choice
     * @throws OutOfRangeException if the request or its events are impossible, or
     *     the rulebook does not state what they need
     * @throws UndeterminedException if facts that the terms read are missing
     * @throws WrongTypeException if an amount has too many decimals
     * @throws IllegalStateException if the rulebook is closed
     */
    public Schedule schedule(String loan, LoanRequest request, Facts facts) {
        Book known = open();
        return schedule(known, loan, request.write(known.decimals), facts);
    }

    /**
     * Computes the instalments of a loan whose request is JSON
     * (request.schema.json).
     *
     * @param loan name of the loan: {@code startup_loan}
     * @param json the request
     * @param facts the facts that the terms of the loan read
     * @return the schedule
     * @throws CaseException if the text is no request, with line and column
     * @throws MutualAidException as {@link #schedule(String, LoanRequest, Facts)}
     */
    public Schedule schedule(String loan, String json, Facts facts) {
        return schedule(open(), loan, new RecordWriter().integer(1).string(json).toBytes(), facts);
    }

    private Schedule schedule(Book known, String loan, byte[] request, Facts facts) {
        return new Schedule(this, known, loan, request, facts.write(known),
                WorkCalendar.PLAIN.write());
    }

    /**
     * Proves the most or the least that a part can pay, and finds who gets it.
     *
     * @param end the most or the least
     * @param part name of the part
     * @param given facts that are given; all others lie in their declared ranges
     * @return the bound
     * @throws MutualAidException as {@link #decide(String, Facts)}
     */
    public Bound bound(End end, String part, Facts given) {
        return bound(end, part, null, given, null);
    }

    /**
     * Proves the most or the least that a part, or one item of it, can pay.
     *
     * @param end the most or the least
     * @param part name of the part
     * @param item id of one item of the part, or null for the whole
     * @param given facts that are given; all others lie in their declared ranges
     * @param days days of the part that count, or null for all
     * @return the bound
     * @throws MutualAidException as {@link #decide(String, Facts)}
     */
    public Bound bound(End end, String part, String item, Facts given, Stretch days) {
        Book known = open();
        Part asked = known.part(part);
        int index = item == null ? -1 : itemIndex(asked, item);
        int first = days == null ? 1 : Math.toIntExact(days.first().toEpochDay());
        int last = days == null ? 0 : Math.toIntExact(days.last().toEpochDay());
        byte[] facts = given.write(known);
        byte[] record = known.inside(handle ->
                handle.bound(asked.index, index, end.ordinal(), facts, first, last, 0));
        return new Bound(new RecordReader(record), known);
    }

    private static int itemIndex(Part part, String item) {
        for (int i = 0; i < part.items().size(); i++) {
            if (part.items().get(i).id().equals(item)) {
                return i;
            }
        }
        throw new UnknownNameException(new Failure("",
                "the part \"" + part.name() + "\" has no item \"" + item + "\"",
                "name one of its items"));
    }

    /**
     * Lists the stretches of days in which a part has the same rules.
     *
     * @param part name of the part
     * @return the stretches, in the order of time; unmodifiable
     * @throws UnknownNameException if there is no such part
     */
    public List<Stretch> stretches(String part) {
        Book known = open();
        int index = known.part(part).index;
        RecordReader record = new RecordReader(known.inside(handle -> handle.stretches(index)));
        return record.many(() -> new Stretch(record));
    }

    /**
     * Says which clauses the rulebook's own examples reach.
     *
     * @return each clause that decides something, in the order of the text
     */
    public List<ClauseReach> coverage() {
        Book known = open();
        RecordReader record = new RecordReader(known.inside(handle -> handle.coverage()));
        return record.many(() -> new ClauseReach(record, known));
    }

    /**
     * Finds cases on both sides of every threshold, cap and dated change of a part.
     *
     * @param part name of the part
     * @return the cases; neighbours are alike but for one fact
     * @throws UnknownNameException if there is no such part
     */
    public List<BoundaryCase> boundaryCases(String part) {
        Book known = open();
        int index = known.part(part).index;
        RecordReader record = new RecordReader(known.inside(handle -> handle.boundaries(index)));
        return record.many(() -> new BoundaryCase(record, known));
    }

    /**
     * Finds what would turn a refusal: for each fact the nearest value.
     *
     * @param part name of the part
     * @param facts the facts of the case
     * @return the changes, none if the case is not refused
     * @throws MutualAidException as {@link #decide(String, Facts)}
     */
    public Turns turns(String part, Facts facts) {
        Book known = open();
        int index = known.part(part).index;
        byte[] given = facts.write(known);
        byte[] days = WorkCalendar.PLAIN.write();
        return new Turns(
                new RecordReader(known.inside(handle -> handle.turns(index, given, days))), known);
    }

    /**
     * Compares the text with that of another rulebook.
     *
     * @param after the other rulebook
     * @return what differs
     */
    public Comparison compare(Rulebook after) {
        return compare(after, "", Collections.<Facts>emptyList());
    }

    /**
     * Compares with another rulebook, in the text and over cases of a part.
     *
     * @param after the other rulebook
     * @param part name of the part, in both
     * @param cases the facts of each case, by this rulebook
     * @return what differs, and what the cases gain and lose
     * @throws MutualAidException as {@link #decide(String, Facts)}, for either rulebook
     */
    public Comparison compare(Rulebook after, String part, Iterable<Facts> cases) {
        Book known = open();
        Book other = after.open();
        RecordWriter writer = new RecordWriter();
        for (Facts facts : cases) {
            writer.string(part).bytes(facts.write(known));
        }
        byte[] written = writer.toBytes();
        byte[] record = other.inside(
                second -> known.inside(first -> first.compare(second, written)));
        return new Comparison(new RecordReader(record), known);
    }

    /**
     * Reads a case from JSON (case.schema.json).
     *
     * @param json the text
     * @return the case
     * @throws CaseException if it is no JSON, has unknown keys or is the case of
     *     another rulebook
     * @throws MutualAidException as {@link #decide(String, Facts)}, with line and
     *     column of the text
     */
    public Case readCase(String json) {
        byte[] text = RecordWriter.utf8(json);
        byte[] record = open().inside(handle -> handle.read_case(text));
        return new Case(new RecordReader(record), book);
    }

    /**
     * Writes a case as JSON (case.schema.json), with the digest of the rulebook.
     *
     * @param part name of the part to name, or null
     * @param facts the facts
     * @return the text
     * @throws MutualAidException as {@link #decide(String, Facts)}
     */
    public String writeCase(String part, Facts facts) {
        Book known = open();
        int index = part == null ? -1 : known.part(part).index;
        byte[] record = facts.write(known);
        return known.inside(handle -> handle.case_json(index, record));
    }

    /**
     * Decides the case of a JSON text, which must name its part.
     *
     * @param json the text
     * @return the decision
     * @throws CaseException as {@link #readCase}
     * @throws InvalidArgumentException if the text names no part
     */
    public Decision replay(String json) {
        Case read = readCase(json);
        if (!read.part().isPresent()) {
            throw new InvalidArgumentException(new Failure("", "the case names no part",
                    "read it with readCase() and decide() a part"));
        }
        return decide(read.part().get(), read.facts());
    }

    // --- asking ----------------------------------------------------------

    /**
     * Says which rulebook it is.
     *
     * @return its id: {@code beijing}
     */
    public String id() {
        return open().id;
    }

    /**
     * Says which edition of it.
     *
     * @return the edition
     */
    public String edition() {
        return open().edition;
    }

    /**
     * Gives its title.
     *
     * @return the title
     */
    public Text title() {
        return open().title;
    }

    /**
     * Gives the code of its currency.
     *
     * @return the code: {@code CNY}
     */
    public String currency() {
        return open().currency;
    }

    /**
     * Gives the decimals of its currency.
     *
     * @return how many: 2 for fen
     */
    public int decimals() {
        return open().decimals;
    }

    /**
     * Gives the digest of text and overrides.
     *
     * @return SHA-256, 64 hex digits
     */
    public String digest() {
        return open().digest;
    }

    /**
     * Lists what was found while reading, though it was read all the same.
     *
     * @return the warnings; unmodifiable
     */
    public List<Fault> warnings() {
        return warnings;
    }

    /**
     * Gives what can be decided.
     *
     * @return the parts by name, in the order of the rulebook; unmodifiable
     */
    public Map<String, Part> parts() {
        return open().partsByName;
    }

    /**
     * Gives what is lent.
     *
     * @return the loans by name, in the order of the rulebook; unmodifiable
     */
    public Map<String, Loan> loans() {
        return open().loans;
    }

    /**
     * Gives the facts.
     *
     * @return the facts by name, in the order of the rulebook; unmodifiable
     */
    public Map<String, Fact> facts() {
        return open().factsByName;
    }

    /**
     * Gives the parameters.
     *
     * @return the parameters by name, in the order of the rulebook; unmodifiable
     */
    public Map<String, Parameter> parameters() {
        return Book.byName(open().parameters, Parameter::name);
    }

    /**
     * Gives the documents that clauses come from.
     *
     * @return the sources by id, in the order of the rulebook; unmodifiable
     */
    public Map<String, Source> sources() {
        return Book.byName(open().sources, Source::id);
    }

    /**
     * Lists every clause.
     *
     * @return the clauses, in the order of the rulebook; unmodifiable
     */
    public List<Clause> clauses() {
        return open().clauses;
    }

    /**
     * Tells a part as a page of Markdown: who is covered, what is paid, how much,
     * since when, from which source and what is assumed. It is told by the words
     * that decide, so what it says is what is done.
     *
     * @param part name of the part
     * @param locale Chinese, or anything else for English
     * @return the page
     * @throws UnknownNameException if there is no such part
     */
    public String tell(String part, Locale locale) {
        Book known = open();
        int index = known.part(part).index;
        int language = Language.of(locale).ordinal();
        return known.inside(handle -> handle.tell(index, language));
    }

    @Override
    public String toString() {
        return "Rulebook \"" + book.id + "\" " + book.edition + (isClosed() ? ", closed"
                : ", " + book.parts.size() + " parts, " + book.facts.size() + " facts");
    }
}
