// SPDX-License-Identifier: MIT
package org.mutualaid;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A loan of the rulebook. */
public final class Loan extends Plain {
    private final String name;
    private final Text title;
    private final Part limitPart;
    private final Set<Repayment> repayments;
    private final Clause clause;

    Loan(RecordReader record, Book book) {
        name = record.string();
        title = record.text();
        limitPart = record.oneOf(book.parts);
        repayments = forms(record.integer());
        clause = record.oneOf(book.clauses);
    }

    private static Set<Repayment> forms(long bits) {
        Set<Repayment> forms = EnumSet.noneOf(Repayment.class);
        for (Repayment form : Repayment.values()) {
            if ((bits >> form.ordinal() & 1) != 0) {
                forms.add(form);
            }
        }
        return Collections.unmodifiableSet(forms);
    }

    /**
     * Gives its name.
     *
     * @return the name: {@code startup_loan}
     */
    public String name() {
        return name;
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
     * Gives the part that decides whether it is granted, and how much.
     *
     * @return the part: {@code startup_loan.limit}
     */
    public Part limitPart() {
        return limitPart;
    }

    /**
     * Gives the forms of repayment that may be asked for.
     *
     * @return the forms; unmodifiable
     */
    public Set<Repayment> repayments() {
        return repayments;
    }

    /**
     * Gives its clause.
     *
     * @return the clause, if any
     */
    public Optional<Clause> clause() {
        return Optional.ofNullable(clause);
    }

    @Override
    Object[] content() {
        return new Object[] {name, title, limitPart, repayments, clause};
    }
}
