// SPDX-License-Identifier: MIT
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Test;
import org.mutualaid.Allocation;
import org.mutualaid.Basis;
import org.mutualaid.Certainty;
import org.mutualaid.End;
import org.mutualaid.LoanEventKind;
import org.mutualaid.NoteKind;
import org.mutualaid.Outcome;
import org.mutualaid.PartKind;
import org.mutualaid.Payments;
import org.mutualaid.Relation;
import org.mutualaid.Repayment;
import org.mutualaid.RequirementKind;
import org.mutualaid.State;
import org.mutualaid.ValueType;
import org.mutualaid.Verdict;
import org.mutualaid.internal.mutaid_allocation;
import org.mutualaid.internal.mutaid_basis;
import org.mutualaid.internal.mutaid_certainty;
import org.mutualaid.internal.mutaid_end;
import org.mutualaid.internal.mutaid_loan_event_kind;
import org.mutualaid.internal.mutaid_note_kind;
import org.mutualaid.internal.mutaid_outcome;
import org.mutualaid.internal.mutaid_part_kind;
import org.mutualaid.internal.mutaid_payments;
import org.mutualaid.internal.mutaid_relation;
import org.mutualaid.internal.mutaid_repayment;
import org.mutualaid.internal.mutaid_requirement_kind;
import org.mutualaid.internal.mutaid_state;
import org.mutualaid.internal.mutaid_type;
import org.mutualaid.internal.mutaid_verdict;

/** The closed lists have the words and numbers of the library. */
public class WordsTest {
    private static void same(Class<? extends Enum<?>> words, Class<?> library, String prefix)
            throws ReflectiveOperationException {
        Map<String, Integer> expected = new TreeMap<>();
        for (Field field : library.getFields()) {
            expected.put(field.getName().substring(prefix.length()), field.getInt(null));
        }
        Map<String, Integer> found = new TreeMap<>();
        Method fromCode = words.getMethod("fromCode", int.class);
        for (Enum<?> word : words.getEnumConstants()) {
            found.put(word.name(), word.ordinal());
            assertSame(word, fromCode.invoke(null, word.ordinal()));
        }
        assertEquals(expected, found);
    }

    @Test
    public void everyListIsThatOfTheHeaders() throws ReflectiveOperationException {
        same(Allocation.class, mutaid_allocation.class, "MUTAID_ALLOCATION_");
        same(Basis.class, mutaid_basis.class, "MUTAID_BASIS_");
        same(LoanEventKind.class, mutaid_loan_event_kind.class, "MUTAID_LOAN_");
        same(Certainty.class, mutaid_certainty.class, "MUTAID_CERTAINTY_");
        same(End.class, mutaid_end.class, "MUTAID_END_");
        same(NoteKind.class, mutaid_note_kind.class, "MUTAID_NOTE_");
        same(Outcome.class, mutaid_outcome.class, "MUTAID_OUTCOME_");
        same(PartKind.class, mutaid_part_kind.class, "MUTAID_PART_");
        same(Payments.class, mutaid_payments.class, "MUTAID_PAYMENTS_");
        same(Relation.class, mutaid_relation.class, "MUTAID_RELATION_");
        same(Repayment.class, mutaid_repayment.class, "MUTAID_REPAYMENT_");
        same(RequirementKind.class, mutaid_requirement_kind.class, "MUTAID_REQUIREMENT_");
        same(State.class, mutaid_state.class, "MUTAID_STATE_");
        same(ValueType.class, mutaid_type.class, "MUTAID_TYPE_");
        same(Verdict.class, mutaid_verdict.class, "MUTAID_VERDICT_");
    }

    @Test
    public void aNumberThatNoWordHasIsRefused() {
        Support.thrown(IllegalArgumentException.class, () -> Outcome.fromCode(99));
        Support.thrown(IllegalArgumentException.class, () -> Outcome.fromCode(-1));
    }
}
