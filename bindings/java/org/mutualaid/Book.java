// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mutualaid.internal.RulebookHandle;

/**
 * All that a rulebook holds, copied once, and the way to the native one. What
 * was copied is there after the rulebook is closed.
 */
final class Book {
    final SharedHandle shared;
    final String id;
    final String edition;
    final Text title;
    final String currency;
    final int decimals;
    final String digest;
    final List<Source> sources;
    final List<Clause> clauses;
    final List<Fact> facts;
    final List<Part> parts;
    final List<Parameter> parameters;
    final Map<String, Loan> loans;
    final Map<String, Fact> factsByName;
    final Map<String, Part> partsByName;

    Book(RulebookHandle handle) {
        RecordReader head = new RecordReader(handle.describe());
        id = head.string();
        edition = head.string();
        title = head.text();
        currency = head.string();
        decimals = head.small();
        digest = head.string();
        shared = new SharedHandle(handle, id);
        sources = list(handle.sources(), Source::new);
        clauses = list(handle.clauses(), record -> new Clause(record, sources));
        facts = readFacts(new RecordReader(handle.facts()), clauses);
        parts = readParts(new RecordReader(handle.parts()), facts, clauses);
        parameters = list(handle.parameters(), record -> new Parameter(record, clauses));
        loans = byName(list(handle.loans(), record -> new Loan(record, this)), Loan::name);
        factsByName = byName(facts, Fact::name);
        partsByName = byName(parts, Part::name);
    }

    private static <T> List<T> list(byte[] bytes, Function<RecordReader, T> read) {
        RecordReader record = new RecordReader(bytes);
        return record.many(() -> read.apply(record));
    }

    private static List<Fact> readFacts(RecordReader record, List<Clause> clauses) {
        List<Fact> facts = new ArrayList<>();
        int count = record.small();
        for (int i = 0; i < count; i++) {
            facts.add(new Fact(record, i, facts, clauses));
        }
        return Collections.unmodifiableList(facts);
    }

    private static List<Part> readParts(RecordReader record, List<Fact> facts,
            List<Clause> clauses) {
        List<Part> parts = new ArrayList<>();
        int count = record.small();
        for (int i = 0; i < count; i++) {
            parts.add(new Part(record, i, facts, clauses));
        }
        return Collections.unmodifiableList(parts);
    }

    static <T> Map<String, T> byName(Collection<T> things, Function<T, String> name) {
        Map<String, T> map = new LinkedHashMap<>();
        for (T thing : things) {
            map.put(name.apply(thing), thing);
        }
        return Collections.unmodifiableMap(map);
    }

    /** What is done inside the native rulebook while nobody can release it. */
    <T> T inside(Function<RulebookHandle, T> call) {
        RulebookHandle handle = shared.enter();
        try {
            return call.apply(handle);
        } finally {
            shared.leave();
        }
    }

    /** The part of that name; the library says which there are. */
    Part part(String name) {
        Part part = partsByName.get(name);
        if (part != null) {
            return part;
        }
        byte[] utf8 = RecordWriter.utf8(name);
        return parts.get(Math.toIntExact(inside(handle -> handle.part_index(utf8))));
    }

    /** The fact of that name; the library says which there are. */
    Fact fact(String name) {
        Fact fact = factsByName.get(name);
        if (fact != null) {
            return fact;
        }
        byte[] utf8 = RecordWriter.utf8(name);
        return facts.get(Math.toIntExact(inside(handle -> handle.fact_index(utf8))));
    }

    /** Takes a fact of a case out of a record and adds it to the others. */
    Facts readFact(RecordReader record, Facts others) {
        Fact fact = facts.get(record.small());
        State state = State.fromCode(record.small());
        long integer = record.integer();
        if (state == State.ABSENT) {
            return others.absent(fact.name());
        }
        Object value = fact.typed(integer);
        boolean isRate = fact.type() == ValueType.RATE;
        return isRate ? others.percent(fact.name(), (BigDecimal) value)
                : others.and(fact.name(), value);
    }
}
