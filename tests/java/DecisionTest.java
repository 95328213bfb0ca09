// SPDX-License-Identifier: MIT
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.mutualaid.Basis;
import org.mutualaid.Deadline;
import org.mutualaid.Decision;
import org.mutualaid.Facts;
import org.mutualaid.Finding;
import org.mutualaid.Item;
import org.mutualaid.Line;
import org.mutualaid.Note;
import org.mutualaid.NoteKind;
import org.mutualaid.Outcome;
import org.mutualaid.ReadOptions;
import org.mutualaid.Relation;
import org.mutualaid.Requirement;
import org.mutualaid.Rulebook;
import org.mutualaid.RulebookException;
import org.mutualaid.UndeterminedException;
import org.mutualaid.Verdict;
import org.mutualaid.WorkCalendar;

/** Everything of a decision, and that it is a value. */
public class DecisionTest {
    private static Rulebook harbour;
    private static Decision paid;
    private static Decision refused;
    private static Decision open;

    @BeforeClass
    public static void decide() {
        harbour = Support.harbour();
        paid = harbour.decide("sick_nights", Support.stay());
        refused = harbour.decide("sick_nights", Support.stay().and("units", 7));
        open = harbour.decide("sick_nights", Support.stay().and("units", null));
    }

    @AfterClass
    public static void close() {
        harbour.close();
    }

    @Test
    public void whatIsEligibleHasAnAmount() {
        assertEquals(Outcome.ELIGIBLE, paid.outcome());
        assertEquals(new BigDecimal("240.00"), paid.amount());
        assertEquals(paid.least(), paid.most());
        assertEquals("GBP", paid.currency());
        assertTrue(paid.missing().isEmpty());
        assertTrue(paid.failed().isEmpty());
    }

    @Test
    public void whatIsRefusedPaysNothingAndSaysWhy() {
        assertEquals(Outcome.REFUSED, refused.outcome());
        assertEquals(new BigDecimal("0.00"), refused.amount());
        assertEquals(1, refused.failed().size());
        Requirement why = refused.failed().get(0);
        assertEquals("units", why.id());
        assertEquals("最多五份", why.text().zh());
        assertEquals(Verdict.FAILED, why.verdict());
        assertEquals("rules-2024", why.clause().get().source().get().id());
        Finding finding = why.findings().get(0);
        assertEquals("units", finding.name());
        assertEquals(Relation.AT_MOST, finding.relation());
        assertEquals(BigInteger.valueOf(7), finding.found().numerator());
        assertEquals(new BigDecimal("5"), finding.required().decimal().get());
        assertEquals(BigInteger.valueOf(2), finding.distance().numerator().abs());
    }

    @Test
    public void whatIsOpenHasNoAmountButBounds() {
        assertEquals(Outcome.UNDETERMINED, open.outcome());
        assertEquals("units", open.missing().get(0).name());
        assertEquals(new BigDecimal("0.00"), open.least());
        assertEquals(new BigDecimal("600.00"), open.most());
        UndeterminedException e = Support.thrown(UndeterminedException.class, open::amount);
        assertFalse(e.getRemedy().isEmpty());
        assertTrue(e.getCode() > 0);
    }

    @Test
    public void eachBenefitHasItsOwnOutcomeAndAmount() {
        Decision all = harbour.decide("sick_nights", Support.stay()
                .money("own_cost", new BigDecimal("500.00")).and("room_size", 12));
        List<String> found = all.items().stream().map(Item::toString).collect(Collectors.toList());
        assertEquals("[nights eligible 240.00, costs eligible 15.00, room eligible 3.60]",
                found.toString());
        assertEquals(new BigDecimal("258.60"), all.amount());
        assertEquals(Outcome.NOT_APPLYING, paid.items().get(2).outcome());
    }

    @Test
    public void linesSayWhatCameInAndWhatCameOut() {
        List<Line> times = paid.lines().stream().filter(line -> line.step().equals("times"))
                .collect(Collectors.toList());
        assertEquals(new BigDecimal("48.00"), times.get(0).operand().decimal().get());
        assertEquals(new BigDecimal("240.00"), times.get(0).after().decimal().get());
        assertEquals("50%", times.get(2).operand().toString());
        assertEquals(BigInteger.valueOf(2), times.get(2).operand().denominator());
        assertEquals("nights", times.get(2).item().get().id());
    }

    @Test
    public void theSharesOfABenefitSumToItsAmount() {
        Decision all = harbour.decide("sick_nights", Support.stay()
                .money("own_cost", new BigDecimal("733.33")).and("hardship", "33.33%"));
        for (Item item : all.items()) {
            BigDecimal sum = all.lines().stream()
                    .filter(line -> line.depth() == 0 && line.item().isPresent()
                            && line.item().get().id().equals(item.id()))
                    .map(Line::share).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
            assertEquals(item.amount().get(), sum);
        }
    }

    @Test
    public void aDeadlineIsADay() {
        Deadline deadline = paid.deadlines().get(0);
        assertEquals("claim_by", deadline.id());
        assertEquals(LocalDate.of(2024, 9, 6), deadline.lastDay().get());
        assertTrue(deadline.isJudged());
    }

    @Test
    public void notesNameAssumedClausesAndDefaults() {
        Decision all = harbour.decide("sick_nights",
                Support.stay().money("own_cost", new BigDecimal("500.00")));
        boolean hasDefault = false;
        boolean hasAssumed = false;
        for (Note note : all.notes()) {
            hasDefault |= note.kind() == NoteKind.DEFAULT
                    && note.fact().get().name().equals("hardship");
            hasAssumed |= note.kind() == NoteKind.ASSUMED
                    && note.clause().get().basis() == Basis.ASSUMED;
        }
        assertTrue(hasDefault);
        assertTrue(hasAssumed);
    }

    @Test
    public void anOverrideIsNoted() throws RulebookException {
        ReadOptions options = ReadOptions.DEFAULTS.override("night_rate", "50.00");
        try (Rulebook other = Rulebook.parse(Support.text(Support.HARBOUR), options)) {
            Decision decision = other.decide("sick_nights", Support.stay());
            assertEquals(new BigDecimal("250.00"), decision.amount());
            assertTrue(decision.notes().stream().anyMatch(note -> note.kind() == NoteKind.OVERRIDE
                    && note.parameter().get().name().equals("night_rate")));
        }
    }

    @Test
    public void itExplainsItselfInBothLanguages() {
        assertTrue(paid.explain(Locale.CHINESE).contains("住院津贴"));
        assertTrue(paid.explain(Locale.SIMPLIFIED_CHINESE).contains("240.00"));
        assertTrue(paid.explain(Locale.ENGLISH).contains("hospital nights"));
        assertEquals(paid.explain(Locale.ENGLISH), paid.explain(Locale.FRANCE));
    }

    @Test
    public void everyLineHasAText() {
        for (Locale locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            List<String> texts = paid.lineTexts(locale);
            assertEquals(paid.lines().size(), texts.size());
            texts.forEach(text -> assertFalse(text.isEmpty()));
        }
    }

    @Test
    public void itIsWrittenAsJsonAndItsCaseCanBeDecidedAgain() {
        assertTrue(paid.toJson().contains(paid.digest()));
        assertEquals(paid, harbour.replay(paid.caseJson()));
    }

    @Test
    public void equalAnswersAreEqualAndHashAlike() {
        Decision again = harbour.decide("sick_nights", Support.stay());
        assertNotSame(paid, again);
        assertEquals(paid, again);
        assertEquals(paid.hashCode(), again.hashCode());
        assertEquals(paid.lines(), again.lines());
        assertEquals(paid.lines().hashCode(), again.lines().hashCode());
        assertNotEquals(paid, refused);
        assertNotEquals(paid, "240.00");
    }

    @Test
    public void itsTextIsShort() {
        assertEquals("Decision sick_nights: eligible, 240.00 GBP", paid.toString());
        assertEquals("Decision sick_nights: undetermined, 0.00 to 600.00 GBP, missing units",
                open.toString());
    }

    @Test
    public void itCannotBeChanged() {
        Support.thrown(UnsupportedOperationException.class, () -> paid.lines().clear());
        Support.thrown(UnsupportedOperationException.class, () -> paid.items().clear());
        Support.thrown(UnsupportedOperationException.class, () -> paid.failed().clear());
    }

    @Test
    public void aCalendarMayBePassedBesideTheCase() {
        WorkCalendar calendar = WorkCalendar.of(
                Collections.singleton(LocalDate.of(2024, 5, 1)),
                Collections.singleton(LocalDate.of(2024, 4, 28)));
        Decision decision = harbour.decide("sick_nights", Support.stay(), calendar);
        assertEquals(new BigDecimal("240.00"), decision.amount());
        assertEquals(Collections.singletonList(LocalDate.of(2024, 5, 1)), calendar.daysOff());
    }

    @Test
    public void aRulebookWithoutFactsOfACaseIsUndetermined() {
        assertEquals(Outcome.UNDETERMINED,
                harbour.decide("sick_nights", Facts.none()).outcome());
    }
}
