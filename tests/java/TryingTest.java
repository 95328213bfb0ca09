// SPDX-License-Identifier: MIT
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.mutualaid.BoundaryCase;
import org.mutualaid.Change;
import org.mutualaid.ClauseReach;
import org.mutualaid.Comparison;
import org.mutualaid.Decision;
import org.mutualaid.Difference;
import org.mutualaid.DifferenceKind;
import org.mutualaid.Facts;
import org.mutualaid.Outcome;
import org.mutualaid.Reach;
import org.mutualaid.ReadOptions;
import org.mutualaid.Rulebook;
import org.mutualaid.RulebookException;
import org.mutualaid.Turn;
import org.mutualaid.Turns;
import org.mutualaid.UnknownNameException;

/** Rules tried before they decide: coverage, edges, turns, comparison. */
public class TryingTest {
    private static final String PART = "hospital_allowance";
    private static final Facts LATE = Facts.of("claimed_on", LocalDate.of(2014, 3, 2))
            .and("admitted_on", LocalDate.of(2012, 3, 1))
            .and("discharged_on", LocalDate.of(2012, 3, 11))
            .and("hospital_class", "2").and("hospital_in_beijing", true)
            .and("allowance_plan", "single").and("cover_from", LocalDate.of(2012, 1, 1))
            .and("allowance_days_so_far", 0).and("renewal", true);

    private static Rulebook beijing;

    @BeforeClass
    public static void open() {
        beijing = Rulebook.beijing();
    }

    @AfterClass
    public static void close() {
        beijing.close();
    }

    @Test
    public void examplesReachClausesAndSomeDecide() {
        List<ClauseReach> reaches = beijing.coverage();
        long decisive = reaches.stream().filter(r -> r.reach() == Reach.DECISIVE).count();
        assertTrue(reaches.size() > 800 && decisive > reaches.size() / 2);
        for (ClauseReach one : reaches) {
            assertTrue(one.readCount() >= one.decisiveCount());
            assertEquals(one.readCount() == 0, one.reach() == Reach.NEVER);
        }
    }

    @Test
    public void boundaryCasesAreDecidedAsTheySay() {
        List<BoundaryCase> cases = beijing.boundaryCases(PART);
        assertTrue(cases.size() > 30);
        for (BoundaryCase one : cases) {
            Decision decision = beijing.decide(PART, one.facts());
            assertEquals(one.outcome(), decision.outcome());
            assertEquals(one.amount(), decision.amount());
        }
        assertEquals("claimed_on", cases.get(2).fact().get());
        assertEquals("claim_by", cases.get(2).clause().get().id());
    }

    @Test
    public void anUnknownPartHasNoCases() {
        Support.thrown(UnknownNameException.class, () -> beijing.boundaryCases("nothing"));
    }

    @Test
    public void aRefusalIsTurnedByTheNearestValue() {
        Turns found = beijing.turns(PART, LATE);
        assertEquals(Outcome.REFUSED, found.outcome());
        assertTrue(found.isComplete());
        Turn day = found.turns().get(0);
        assertEquals("claimed_on", day.fact());
        assertEquals(Facts.of("claimed_on", LocalDate.of(2014, 3, 1)), day.change());
        assertEquals(-1, day.distance());
        assertEquals(new BigDecimal("280.00"), day.least());
        assertTrue(found.text().zh().contains("2014-03-01"));
    }

    @Test
    public void anotherParameterIsComparedInTextAndMoney() throws RulebookException {
        ReadOptions options = ReadOptions.DEFAULTS.override("allowance_waiting_days", "0");
        Facts newcomer = LATE.and("stay_cause", "illness").and("renewal", false)
                .and("claimed_on", LocalDate.of(2012, 5, 1))
                .and("cover_from", LocalDate.of(2012, 2, 25));
        try (Rulebook other = Rulebook.beijing(options)) {
            Comparison both = beijing.compare(other, PART, Arrays.asList(newcomer, newcomer));
            Difference one = both.differences().get(0);
            assertEquals(1, both.differences().size());
            assertEquals(DifferenceKind.CHANGED, one.kind());
            assertEquals("parameters.allowance_waiting_days.use", one.path());
            Change whole = both.changes().get(0);
            assertEquals(2, whole.winnerCount());
            assertEquals(new BigDecimal("560.00"), whole.gained());
        }
    }

    @Test
    public void aRulebookDoesNotDifferFromItself() {
        Comparison both = beijing.compare(beijing);
        assertEquals(Collections.<Difference>emptyList(), both.differences());
        assertEquals(Collections.<Change>emptyList(), both.changes());
    }
}
