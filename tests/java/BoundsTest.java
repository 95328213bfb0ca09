// SPDX-License-Identifier: MIT
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.mutualaid.Bound;
import org.mutualaid.Certainty;
import org.mutualaid.End;
import org.mutualaid.Facts;
import org.mutualaid.Rulebook;
import org.mutualaid.Stretch;
import org.mutualaid.UnknownNameException;

/** What a part can ever pay, asked from Java. */
public class BoundsTest {
    private static Rulebook beijing;

    @BeforeClass
    public static void read() {
        beijing = Rulebook.beijing();
    }

    @AfterClass
    public static void close() {
        beijing.close();
    }

    private static Optional<BigDecimal> money(String text) {
        return Optional.of(new BigDecimal(text));
    }

    @Test
    public void theMostIsProvedAndACaseAttainsIt() {
        Bound bound = beijing.bound(End.MOST, "medical_aid", Facts.none());
        assertEquals(Certainty.EXACT, bound.certainty());
        assertEquals(money("200653.00"), bound.proved());
        assertEquals(bound.proved(), bound.attained());
        assertTrue(bound.evaluations() > 0);
        assertEquals(bound.attained().get(),
                beijing.decide("medical_aid", bound.facts()).amount());
    }

    @Test
    public void givenFactsDaysAndItemsNarrowIt() {
        Stretch days = new Stretch(LocalDate.of(2012, 5, 1), LocalDate.of(2014, 12, 31));
        assertEquals(money("100653.00"),
                beijing.bound(End.MOST, "medical_aid", null, Facts.none(), days).proved());
        assertEquals(money("7200.00"), beijing.bound(End.MOST, "hospital_allowance",
                Facts.of("allowance_plan", "single")).proved());
        assertEquals(money("5000.00"), beijing.bound(End.MOST, "non_work_accident",
                "member_injury", Facts.none(), null).proved());
        assertEquals(money("1000.00"),
                beijing.bound(End.LEAST, "critical_illness", Facts.none()).proved());
    }

    @Test
    public void stretchesFollowOneAnother() {
        List<Stretch> stretches = beijing.stretches("medical_aid");
        assertFalse(stretches.isEmpty());
        for (int i = 1; i < stretches.size(); i++) {
            assertTrue(stretches.get(i - 1).last().isBefore(stretches.get(i).first()));
        }
    }

    @Test
    public void whatIsNotThereIsRefused() {
        Support.thrown(UnknownNameException.class,
                () -> beijing.bound(End.MOST, "medical", Facts.none()));
        Support.thrown(UnknownNameException.class,
                () -> beijing.bound(End.MOST, "medical_aid", "x", Facts.none(), null));
        Support.thrown(UnknownNameException.class, () -> beijing.stretches("medical"));
    }
}
